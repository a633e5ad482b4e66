"""Ids are promises: one that a release had is there still, or vocabulary/retired_ids.csv says what became of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from summitry.errors import SummitryError
from summitry.release.diff.model import PackageDiff
from summitry.release.diff.packages import compare_packages
from summitry.release.git import git_lines, released_versions
from summitry.release.opening import open_package
from summitry.tables.package import Package
from summitry.validation import checks
from summitry.validation.findings import Finding, Place
from summitry.validation.validate import Report


def compared(report: Report, package: Path, since: str) -> tuple[Report, PackageDiff | None]:
    """The report with what the package, a folder, lost since a release, and their difference.

    The release is a folder, an archive, or a revision of the repository around the package. The difference is None where
    the package is too unsound to be compared, which its own findings say. Raises CallError where there is no such release.
    """
    with open_package(since, package) as before:
        try:
            with open_package(package) as after:
                diff = compare_packages(before, after)
                found = tuple(lost_ids(diff, after, since))
        except SummitryError:
            if report.valid:
                raise
            return report, None
    return replace(report, findings=(*report.findings, *found)), diff


def last_release(folder: Path) -> str | None:
    """The tag of the highest version that the repository in a folder has released, or None where there is none.

    Also None where the folder is not the top of a git repository: a package that lies somewhere in one is not its own.
    """
    top = git_lines(folder, "rev-parse", "--show-toplevel")
    if not top or Path(top[0]) != folder.resolve():
        return None
    versions = released_versions(folder, "--merged", "HEAD")
    return f"v{max(versions)}" if versions else None


def lost_ids(diff: PackageDiff, after: Package, since: str) -> Iterator[Finding]:
    """The ids that the release `since` had and the package has not, unless they are retired."""
    for table in diff.tables:
        contract = after.contracts.get(table.name)
        place = Place(f"data/{table.name}.csv", column="/".join(contract.primary_key) if contract else None)
        for key in table.vanished:
            yield checks.ID_LOST.found(place, f"{since} has the id {key}, and it is gone.", value=key)
