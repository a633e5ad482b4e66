"""Put the files of a release into their places: all of them, whatever happens to whoever asked for it.

No file system renames several files at once. So everything is written aside first, and one rename then decides that the
release is made (it makes `.release/decided`). What is decided is carried out by a process of its own, in a session of its
own: a signal to the release, SIGKILL included, does not reach it. What stops that process too, such as a power cut, leaves
`.release/decided` behind, and the next release or build carries it out before it does anything else. A step that was
taken is known by its file being gone, so carrying out twice is carrying out once.

This module imports nothing of the package: as a program (`python swap.py FOLDER STAGED`) it must start at once.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from pathlib import Path

ASIDE = ".release"
_DECIDED = "decided"
_MOVES = "moves.json"


def stage(folder: Path, staged: Path, contents: Mapping[str, bytes | Path]) -> None:
    """Write aside, into the new folder `staged`, what is to stand at these paths below `folder`, in their order.

    A content is the bytes of a file, or the path of a folder, which is taken. All of it is on the disk when this returns.
    """
    staged.mkdir(parents=True)
    for number, (path, content) in enumerate(contents.items()):
        aside = staged / str(number)
        if isinstance(content, Path):
            content.rename(aside)
        else:
            aside.write_bytes(content)
            if (folder / path).exists():
                shutil.copymode(folder / path, aside)
    (staged / _MOVES).write_text(json.dumps(list(contents)), "utf-8")
    for written in (*staged.rglob("*"), staged):
        _onto_disk(written)


def decide(folder: Path, staged: Path, lock: int) -> None:
    """Make the release, in a process that outlives this one. Raises OSError where that process fails.

    The folder is on the file system on which `staged` is, and nothing of another release waits in it. The process holds on
    to the file descriptor `lock`. Meanwhile Ctrl-C and SIGTERM wait: this is a matter of milliseconds.
    """
    command = [sys.executable, "-I", str(Path(__file__).resolve()), str(folder), str(staged)]
    with _undisturbed():
        done = subprocess.Popen(
            command, start_new_session=True, pass_fds=[lock], stdin=subprocess.DEVNULL, stderr=subprocess.PIPE
        )
        _, told = done.communicate()
    if done.returncode:
        raise OSError(f"the files could not be put into their places: {told.decode(errors='replace').strip()}")


@contextlib.contextmanager
def _undisturbed() -> Iterator[None]:
    """Signals that ask to stop are answered at the end. Where another thread than the main one asks, none comes to it."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    came: list[int] = []
    asking = (signal.SIGINT, signal.SIGTERM)
    before = {number: signal.signal(number, lambda number, _frame: came.append(number)) for number in asking}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
        for answered in came:
            signal.raise_signal(answered)


def steps(folder: Path) -> Iterator[str]:
    """Carry out what was decided, one step for each path; nothing where nothing waits."""
    decided = folder / ASIDE / _DECIDED
    try:
        paths = json.loads((decided / _MOVES).read_text("utf-8"))
    except FileNotFoundError:
        paths = []
    for number, path in enumerate(paths):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        try:
            (decided / str(number)).replace(folder / path)
        except FileNotFoundError:
            continue  # taken already
        _onto_disk((folder / path).parent)
        yield path
    if decided.is_dir():
        shutil.rmtree(decided, ignore_errors=True)


def waiting(folder: Path) -> bool:
    """Whether a release was decided and not carried out to its end."""
    return (folder / ASIDE / _DECIDED).is_dir()


def carry_out(folder: Path) -> list[str]:
    """Carry out what an interrupted release decided, and give the paths that were put into their places."""
    return list(steps(folder))


def _onto_disk(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _main(folder: Path, staged: Path) -> None:
    staged.rename(folder / ASIDE / _DECIDED)
    _onto_disk(folder / ASIDE)
    carry_out(folder)


if __name__ == "__main__":
    _main(Path(sys.argv[1]), Path(sys.argv[2]))
