"""A release from beginning to end: planned, built twice and compared, checked as its users will get it, put into place.

What is released is the last commit: it is exported, and nothing of the work tree around it plays a part. All is made
aside; see `swap` for the one step that puts it into place.
"""

from __future__ import annotations

import contextlib
import fcntl
import io
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from summitry.errors import CallError, ReleaseError
from summitry.release import swap
from summitry.release.artefacts import check_artefacts, write_databases
from summitry.release.checksums import CHECKSUMS, sha256, write_checksums
from summitry.release.git import git, git_lines
from summitry.release.planning import CHANGELOG, VERSION_FILE, Plan, Wish, make_plan
from summitry.release.released_schemas import RELEASED

STAGES: Final = ("plan", "build", "compare", "databases", "check", "place")
# Two places as far apart as places are: what depends on where it runs differs between them.
_SURROUNDINGS: Final[tuple[Mapping[str, str], ...]] = (
    {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "4711"},
    {"TZ": "Pacific/Pago_Pago", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "17"},
)
# What a release may change in the work tree. Anything else means that the commit is not what its own build makes.
_RELEASED_SCHEMAS: Final = f"{RELEASED}/"
_WRITTEN: Final = (CHANGELOG, VERSION_FILE, "CITATION.cff", "datapackage.json", "docs/", _RELEASED_SCHEMAS)

Tell = Callable[[str, str], None]


@dataclass(frozen=True, slots=True)
class Artefact:
    """A file of the release: its name, its size in bytes, its SHA-256."""

    name: str
    bytes: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was made: the plan, the artefacts, the files of the work tree that change, and the folder of the artefacts."""

    plan: Plan
    artefacts: tuple[Artefact, ...]
    changes: Mapping[str, bytes]
    folder: Path


def release(root: Path, wish: Wish, tell: Tell, *, dry_run: bool) -> Outcome:
    """Make the release of the repository's last commit, or with `dry_run` everything but the last step.

    `tell` is told of each stage of STAGES as it begins, with a sentence. Raises CallError where the call or the state of
    the repository does not allow a release, ReleaseError where what would be released is not fit for it.
    """
    with _alone(root) as lock, _workshop(root, aside=not dry_run) as work:
        if not dry_run:
            _refuse_unclean(root)
        tell("plan", "the last commit, and what it differs in from the last release")
        original, first, second = (_export(root, work / name) for name in ("original", "first", "second"))
        plan = make_plan(root, original, wish)
        folder = root / "dist" / str(plan.version)
        if folder.exists() and not dry_run:
            raise CallError(
                "the release is there already.", where=f"dist/{plan.version}", mend="Remove it to make it anew."
            )
        tell("build", f"version {plan.version}, twice, in different time zones, locales and hash orders")
        _build(plan, {first: work / "one", second: work / "other"})
        tell("compare", "byte by byte: what was built, and what the commit holds")
        _refuse_difference(_files(work / "one"), _files(work / "other"))
        changes = _changes(_files(original), _files(first), plan)
        dist = work / "one"
        (archive,) = dist.glob("*.zip")
        tell("databases", "SQLite and DuckDB, from the archive")
        write_databases(archive, dist)
        tell("check", "the artefacts themselves, unpacked as a user would")
        check_artefacts(dist, archive, work / "unpacked", first, [root, work])
        sums = {path.name: sha256(path.read_bytes()) for path in dist.iterdir()}
        (dist / CHECKSUMS).write_bytes(write_checksums(sums))
        artefacts = tuple(
            Artefact(path.name, path.stat().st_size, sha256(path.read_bytes())) for path in sorted(dist.iterdir())
        )
        if not dry_run:
            tell("place", "the work tree's files, and last the folder of the artefacts")
            swap.stage(root, work / "staged", {**_moves(changes, first), f"dist/{plan.version}": dist})
            swap.decide(root, work / "staged", lock)
        return Outcome(plan, artefacts, changes, folder)


# The repository


@contextlib.contextmanager
def _alone(root: Path) -> Iterator[int]:
    """One release at a time: the folder of the repository is the lock, which ends with the process that holds it."""
    handle = os.open(root, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as cause:
        raise CallError("another release is being made here.", where=str(root), mend="Wait for its end.") from cause
    else:
        yield handle
    finally:
        os.close(handle)


@contextlib.contextmanager
def _workshop(root: Path, *, aside: bool) -> Iterator[Path]:
    """A folder to work in that is gone in the end: beside the repository's files, or where temporary files go."""
    shelf = root / swap.ASIDE
    if not aside:
        with tempfile.TemporaryDirectory(prefix="summitry-release-") as name:
            yield Path(name)
        return
    if swap.waiting(root):
        raise CallError("an interrupted release waits to be put into place.", where=str(shelf), mend="Run make build.")
    shutil.rmtree(shelf, ignore_errors=True)  # what a release that was killed left behind
    shelf.mkdir(exist_ok=True)
    try:
        yield Path(tempfile.mkdtemp(dir=shelf))
    finally:
        if not swap.waiting(root):
            shutil.rmtree(shelf, ignore_errors=True)


def _refuse_unclean(root: Path) -> None:
    changed = uncommitted(root)
    if changed:
        shown = ", ".join(changed[:5]) + (f" and {len(changed) - 5} more" if len(changed) > 5 else "")
        mend = "Commit or discard it first: a release is made of a commit."
        raise CallError(f"the work tree has changes that are not committed: {shown}.", where=str(root), mend=mend)


def uncommitted(root: Path) -> list[str]:
    """The files of the work tree that the last commit does not have as they are."""
    return [line[3:] for line in git_lines(root, "status", "--porcelain", "--untracked-files=all")]


def _export(root: Path, folder: Path) -> Path:
    packed = git(root, "archive", "--format=tar", "HEAD")
    if packed is None:
        mend = "Release from a clone of the repository that has a commit."
        raise CallError("there is no git commit to release.", where=str(root), mend=mend)
    with tarfile.open(fileobj=io.BytesIO(packed)) as tar:
        tar.extractall(folder, filter="data")
    return folder


# Building


def _build(plan: Plan, trees: Mapping[Path, Path]) -> None:
    """Build each tree, and make the archive, the metadata and the wheel of each in its folder, side by side."""
    for tree in trees:
        for path, data in plan.texts.items():
            (tree / path).write_bytes(data)
    commands = [
        ["scripts/build.py", "--quiet"],
        ["-m", "summitry.release.contents", ".", "{into}"],
        ["-m", "hatchling", "build", "--target", "wheel", "--directory", "{into}"],
    ]
    for command in commands:
        running = [
            _start(tree, [part.format(into=into) for part in command], surroundings)
            for (tree, into), surroundings in zip(trees.items(), _SURROUNDINGS, strict=True)
        ]
        told = _wait_for(running)
        for process, text in zip(running, told, strict=True):
            if process.returncode:
                raise ReleaseError(f"{' '.join(command[:2])} failed: {text.strip()[-2000:]}", mend="Mend what it says.")


def _wait_for(running: list[subprocess.Popen[str]]) -> list[str]:
    """What the processes told on standard error. Whatever interrupts the waiting ends them."""
    try:
        return [process.communicate()[1] for process in running]
    finally:
        for process in running:
            process.kill()


def _start(tree: Path, command: list[str], surroundings: Mapping[str, str]) -> subprocess.Popen[str]:
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "LC_", "LANG"))}
    environment = inherited | {"PYTHONPATH": str(tree / "src"), "PYTHONDONTWRITEBYTECODE": "1", **surroundings}
    return subprocess.Popen(
        [sys.executable, *command],
        cwd=tree,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )


# Comparing


def _files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def _refuse_difference(one: Mapping[str, bytes], other: Mapping[str, bytes]) -> None:
    differing = sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))
    if differing:
        mend = "Something in the build depends on where it runs; find what, and mend it."
        raise ReleaseError(f"two builds differ in {', '.join(differing)}.", mend=mend)


def _changes(before: Mapping[str, bytes], after: Mapping[str, bytes], plan: Plan) -> dict[str, bytes]:
    """The files of the work tree that the release changes, with their new contents."""
    changed = {name: data for name, data in sorted(after.items()) if before.get(name) != data}
    strange = [name for name in changed if plan.prepared or not name.startswith(_WRITTEN)]
    strange += sorted(before.keys() - after.keys())
    if strange:
        mend = "Run make build, look at what it changes, and commit it."
        raise ReleaseError(f"the commit is not what its build makes: {', '.join(strange)}.", mend=mend)
    return changed


def _moves(changes: Mapping[str, bytes], tree: Path) -> dict[str, bytes | Path]:
    """What is put into place, step by step: a new folder of released schemas in one, every other file in one of its own."""
    moves: dict[str, bytes | Path] = {}
    for name, data in changes.items():
        folder = name.rpartition("/")[0]
        moves |= {folder: tree / folder} if name.startswith(_RELEASED_SCHEMAS) else {name: data}
    return moves
