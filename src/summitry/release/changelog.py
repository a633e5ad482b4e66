"""CHANGELOG.md at a release: what stood under "Unreleased" becomes the version's entry, with what its data means to users."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from summitry.errors import ReleaseError
from summitry.release.diff.model import PackageDiff, TableDiff
from summitry.release.diff.rendering import code, escaped, summary
from summitry.release.versions import Step, Version
from summitry.tables.package import Package
from summitry.text.visible import visible

_UNRELEASED = "## [Unreleased]"
_HEADING = re.compile(r"^## \[(?P<version>[^\]\n]+)\](?: - (?P<day>\d{4}-\d{2}-\d{2}))?[ \t]*$", re.MULTILINE)
_MOST_NAMES = 6


def has_entry(text: str, version: Version) -> bool:
    """Whether the changelog has a dated entry for the version."""
    return any(found["version"] == str(version) and found["day"] for found in _HEADING.finditer(text))


def with_release(text: str, version: Version, day: date, data: str) -> str:
    """The changelog once the version is released on that day: its entry is what was unreleased, then what `data` says.

    Raises ReleaseError where there is no heading for what is unreleased.
    """
    start = text.find(_UNRELEASED + "\n")
    if start < 0:
        mend = f"Put {_UNRELEASED} above the latest version."
        raise ReleaseError("there is no part for what is unreleased.", where="CHANGELOG.md", mend=mend)
    begin = start + len(_UNRELEASED) + 1
    following = _HEADING.search(text, begin)
    end = following.start() if following else len(text)
    notes = text[begin:end].strip()
    entry = "\n\n".join(part for part in (f"## [{version}] - {day}", notes, data.strip()) if part)
    rest = f"\n{text[end:]}" if following else ""
    return f"{text[:begin]}\n{entry}\n{rest}"


def first_entry(package: Package) -> str:
    """What the first release says of its data: how many rows each table has."""
    lines = ["### Data", "", "The first release. Ids and columns are promises from here on.", ""]
    lines += ["| table | rows |", "| --- | ---: |"]
    lines += [f"| {code(name)} | {package.resource(name).get('rows', 0):,} |" for name in package.contracts]
    return "\n".join(lines)


def data_entry(diff: PackageDiff, previous: Version) -> str:
    """What changed in the data since the previous release and, table by table, whether that asks anything of a user."""
    lines = ["### Do you need to update?", "", _verdict(diff.step, previous), ""]
    if diff.changed_tables:
        lines += ["| table | rows | what changed | do you need to update? |", "| --- | ---: | --- | --- |"]
        lines += [
            f"| {code(table.name)} | {table.rows_before:,} → {table.rows_after:,} | {summary(table)} | {advice(table)} |"
            for table in diff.changed_tables
        ]
        lines += ["", "Tables that are not listed are the same."]
    else:
        lines.append("The tables are the same.")
    lines += [f"- The package: {code(change.where)}, {escaped(visible(change.what))}." for change in diff.metadata]
    return "\n".join(lines)


def _verdict(step: Step, previous: Version) -> str:
    return {
        Step.NONE: f"No table differs from {previous}.",
        Step.PATCH: f"What worked with {previous} works on: values or descriptions were corrected.",
        Step.MINOR: f"What worked with {previous} works on: rows or tables were added.",
        Step.MAJOR: f"Code written for {previous} may stop working: columns, constraints or ids changed.",
    }[step]


def advice(table: TableDiff) -> str:
    """Whether a change of a table asks anything of who uses it, in one sentence."""
    return "; ".join(_advice(table)) or "no: nothing that you could have read from it changed"


def _advice(table: TableDiff) -> Iterator[str]:
    broken = [change.where for change in table.schema if change.step is Step.MAJOR]
    if broken:
        yield f"yes, in your code: {_some(broken)}"
    if table.rows.removed and table.promised:
        yield f"yes, if you refer to {_some(list(table.rows.removed))}"
    cells = table.rows.changed
    if cells.num_rows:
        yield f"yes, if you use {_some(sorted(set(cells['column'].to_pylist())))}"
    if table.rows.replaced or (table.rows.removed and not table.promised):
        yield "if you quote it: quotes were read anew"
    if table.rows.added:
        yield "for the new rows alone"


def _some(names: list[str]) -> str:
    shown = ", ".join(code(name) for name in names[:_MOST_NAMES])
    return shown if len(names) <= _MOST_NAMES else f"{shown} and {len(names) - _MOST_NAMES} more"
