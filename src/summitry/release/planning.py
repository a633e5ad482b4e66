"""Which version comes next: from the difference to the last release, and never less than that difference calls for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final

from summitry.errors import CallError, ReleaseError
from summitry.release.changelog import data_entry, first_entry, has_entry, with_release
from summitry.release.diff.model import PackageDiff
from summitry.release.diff.packages import compare_packages
from summitry.release.git import git, released_versions
from summitry.release.opening import open_package
from summitry.release.released_schemas import refuse_altered
from summitry.release.versions import FIRST_RELEASE, Step, Version
from summitry.tables.metadata import release_day
from summitry.tables.package import read_package

CHANGELOG: Final = "CHANGELOG.md"
VERSION_FILE: Final = "src/summitry/_version.py"
_VERSION: Final = re.compile(r'^__version__ = "[^"\n]*"$', re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked for: a version (the one that the difference calls for where None), and what to compare with (the last
    released tag where None): a package's folder, archive or git revision.
    """

    version: str | None = None
    since: str | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """A release before it is made: its version and day, what it is compared with, and the `texts` that say so, by path.

    `prepared` says that the commit at hand is already the release's own, so that its artefacts are only made again.
    """

    version: Version
    day: date
    previous: Version | None
    diff: PackageDiff | None
    texts: Mapping[str, bytes]
    prepared: bool

    @property
    def step(self) -> Step | None:
        """The step that the difference calls for; None for the first release, which has nothing to differ from."""
        return self.diff.step if self.diff else None


def make_plan(root: Path, tree: Path, wish: Wish) -> Plan:
    """The plan for releasing what stands in `tree`, an export of the last commit of the repository `root`.

    Raises CallError for a version that is none or not a later one, ReleaseError where the version promises less than the
    difference calls for, an id vanished, a released schema changed, or nothing differs.
    """
    package = read_package(tree)
    current = Version.parse(str(package.descriptor.get("version")))
    text = (tree / CHANGELOG).read_text("utf-8")
    prepared = has_entry(text, current) and _is_release_commit(root, current)
    with ExitStack() as opened:
        last = wish.since or _last_tag(root, current if prepared else None)
        earlier = opened.enter_context(open_package(last, root)) if last else None
        diff = compare_packages(earlier, package) if earlier else None
        previous = Version.parse(str(earlier.descriptor.get("version"))) if earlier else None
        refuse_altered(tree, earlier.folder if earlier else None)
    if prepared:
        if wish.version not in (None, str(current)):
            what = f"this commit is the release of {current}."
            raise CallError(what, mend=f"Release {wish.version} from a later commit.")
        if previous is not None:  # which a clone without history does not know
            _version(str(current), previous, diff)
        return Plan(current, _day_of(tree, current), previous, diff, {}, prepared=True)
    version = _version(wish.version, previous, diff)
    if has_entry(text, version):
        mend = f"Tag the commit that released it as v{version}, or choose another version."
        raise ReleaseError(f"version {version} has its entry already.", where=CHANGELOG, mend=mend)
    day = _commit_day(root)
    data = data_entry(diff, previous) if diff and previous else first_entry(package)
    texts = {CHANGELOG: with_release(text, version, day, data), VERSION_FILE: _version_text(tree, version)}
    return Plan(version, day, previous, diff, {path: text.encode() for path, text in texts.items()}, prepared=False)


def _version_text(tree: Path, version: Version) -> str:
    text, found = _VERSION.subn(f'__version__ = "{version}"', (tree / VERSION_FILE).read_text("utf-8"))
    if found != 1:
        raise ReleaseError("there is not one line that states the version.", where=VERSION_FILE)
    return text


# The version


def _version(asked: str | None, previous: Version | None, diff: PackageDiff | None) -> Version:
    if previous is None or diff is None:
        if asked is not None and Version.parse(asked) != FIRST_RELEASE:
            raise CallError(
                f"the first release is {FIRST_RELEASE}, not {asked}.", mend="Leave the version to the release."
            )
        return FIRST_RELEASE
    _refuse_vanished(diff)
    if asked is None:
        if diff.step is Step.NONE:
            mend = f"To release the code alone, say --version {previous.after(Step.PATCH)}."
            raise ReleaseError(f"nothing differs from {previous} for who uses the tables.", mend=mend)
        return previous.after(diff.step)
    version = Version.parse(asked)
    promised = version.step_from(previous)
    if promised < diff.step:
        what = f"{version} promises a {promised.label} version after {previous}, and the difference calls for {diff.step.label}."
        mend = f"Release {previous.after(diff.step)}; summitry diff v{previous} says why."
        raise ReleaseError(what, mend=mend)
    return version


def _refuse_vanished(diff: PackageDiff) -> None:
    lost = [f"{table.name} {key}" for table in diff.tables for key in table.vanished]
    if lost:
        shown = ", ".join(lost[:5]) + (f" and {len(lost) - 5} more" if len(lost) > 5 else "")
        mend = "List each there, with what replaced it; a released id is a promise."
        raise ReleaseError(f"released ids are gone: {shown}.", where="vocabulary/retired_ids.csv", mend=mend)


# What git knows


def _last_tag(root: Path, but: Version | None) -> str | None:
    """The tag of the highest version that the last commit contains, other than `but`."""
    versions = [version for version in released_versions(root, "--merged", "HEAD") if version != but]
    return f"v{max(versions)}" if versions else None


def _is_release_commit(root: Path, version: Version) -> bool:
    """Whether the last commit is the one that a version was released with: by its tag, or by the entry that it added."""
    tagged = released_versions(root, "--points-at", "HEAD")
    if tagged:
        return version in tagged
    if version in released_versions(root):
        return False
    before = git(root, "show", f"HEAD^:{CHANGELOG}")
    return before is not None and not has_entry(before.decode("utf-8", "replace"), version)


def _commit_day(root: Path) -> date:
    """The day of the last commit in UTC: the clock has no part in what a release writes."""
    seconds = git(root, "show", "--no-patch", "--format=%ct", "HEAD")
    if seconds is None:
        raise CallError(
            "there is no git commit to release.", where=str(root), mend="Release from a clone of the repository."
        )
    return datetime.fromtimestamp(int(seconds), UTC).date()


def _day_of(tree: Path, version: Version) -> date:
    day = release_day(tree, str(version))
    assert day is not None, "a prepared version has a dated entry"
    return day
