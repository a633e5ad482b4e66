"""Several files are put into their places all or none, wherever the process that does it is killed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from summitry.release import swap

PATHS = ("CHANGELOG.md", "src/summitry/_version.py", "schemas/released/1.0.0", "dist/1.0.0")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A repository before a release."""
    made = tmp_path / "repository"
    (made / "src" / "summitry").mkdir(parents=True)
    (made / "CHANGELOG.md").write_text("before")
    (made / "src" / "summitry" / "_version.py").write_text("before")
    (made / "src" / "summitry" / "_version.py").chmod(0o640)
    return made


def stage(folder: Path) -> Path:
    """What is to be put into place: two files that exist, two folders that do not."""
    made = folder / swap.ASIDE / "work"
    for name in ("schemas", "dist"):
        (made / name).mkdir(parents=True)
        (made / name / "one").write_text("after")
    contents: dict[str, bytes | Path] = dict.fromkeys(PATHS[:2], b"after")
    swap.stage(folder, made / "staged", {**contents, PATHS[2]: made / "schemas", PATHS[3]: made / "dist"})
    return made / "staged"


def state(folder: Path) -> list[str]:
    """What stands at each path: before, after, or nothing."""
    files = [folder / path / "one" if index > 1 else folder / path for index, path in enumerate(PATHS)]
    return [file.read_text() if file.exists() else "nothing" for file in files]


BEFORE, AFTER = ["before", "before", "nothing", "nothing"], ["after"] * 4


def decide(folder: Path, staged: Path) -> None:
    lock = os.open(folder, os.O_RDONLY)
    try:
        swap.decide(folder, staged, lock)
    finally:
        os.close(lock)


def test_what_is_only_staged_changes_nothing(folder: Path) -> None:
    stage(folder)
    assert state(folder) == BEFORE
    assert not swap.waiting(folder)
    assert swap.carry_out(folder) == []
    assert state(folder) == BEFORE


def test_what_is_decided_is_put_into_place_and_leaves_nothing_aside(folder: Path) -> None:
    decide(folder, stage(folder))
    assert state(folder) == AFTER
    assert not swap.waiting(folder)
    assert (folder / "src" / "summitry" / "_version.py").stat().st_mode & 0o777 == 0o640


KILLED = """
import os, signal, sys
from pathlib import Path
from summitry.release import swap
folder, staged, number = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
staged.rename(folder / swap.ASIDE / "decided")
steps = swap.steps(folder)
for _ in range(number):
    next(steps)
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.parametrize("number", range(len(PATHS) + 1))
def test_the_next_start_completes_what_was_killed_after_so_many_steps(folder: Path, number: int) -> None:
    command = [sys.executable, "-c", KILLED, str(folder), str(stage(folder)), str(number)]
    assert subprocess.run(command, check=False).returncode == -signal.SIGKILL
    assert state(folder) == AFTER[:number] + BEFORE[number:]
    assert swap.waiting(folder)
    assert swap.carry_out(folder) == list(PATHS[number:])
    assert state(folder) == AFTER
    assert not swap.waiting(folder)


def test_carrying_out_twice_at_once_is_carrying_out_once(folder: Path) -> None:
    stage(folder).rename(folder / swap.ASIDE / "decided")
    one, other = swap.steps(folder), swap.steps(folder)
    assert [next(one), next(other), next(one)] == list(PATHS[:3])
    assert list(other) == [PATHS[3]]
    assert list(one) == []
    assert state(folder) == AFTER


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_waits_until_everything_is_in_its_place(folder: Path, number: signal.Signals) -> None:
    told: list[list[str]] = []
    before = signal.signal(number, lambda _number, _frame: told.append(state(folder)))
    try:
        staged = stage(folder)
        spawn = subprocess.Popen

        def interrupted(*arguments: object, **options: object) -> object:
            os.kill(os.getpid(), number)
            return spawn(*arguments, **options)  # type: ignore[call-overload]  # handed on as it came

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(subprocess, "Popen", interrupted)
            decide(folder, staged)
    finally:
        signal.signal(number, before)
    assert told == [AFTER]


def test_a_place_that_is_taken_is_said_and_the_rest_waits(folder: Path) -> None:
    staged = stage(folder)
    (folder / "schemas" / "released" / "1.0.0" / "one").mkdir(parents=True)
    with pytest.raises(OSError, match="could not be put into their places"):
        decide(folder, staged)
    assert swap.waiting(folder)
