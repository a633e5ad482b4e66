"""A difference as text for a terminal, as Markdown for a changelog or a pull request, and as JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from summitry.release.diff.model import Change, PackageDiff, TableDiff
from summitry.release.versions import Step
from summitry.text.visible import isolated, visible

_WIDEST_CELL = 60
_PLAIN = re.compile(r"[A-Za-z0-9_./-]+")


def diff_text(diff: PackageDiff, limit: int) -> str:
    """The difference for a terminal; of each kind of change in a table at most `limit` are listed."""
    lines = [f"{_versions(diff)}: {_verdict(diff)}"]
    lines += [f"  package, {_change(change)}  [{change.step.label}]" for change in diff.metadata]
    for table in diff.changed_tables:
        lines += ["", f"{visible(table.name)}: {summary(table)}  [{table.step.label}]"]
        lines += [f"  {line}" for line in _details(table, limit)]
    return "\n".join(lines) + "\n"


def diff_markdown(diff: PackageDiff, limit: int) -> str:
    """The difference for a pull request; of each kind of change in a table at most `limit` are listed."""
    lines = [f"## {escaped(_versions(diff))}", "", f"**{_verdict(diff)}**", ""]
    if diff.changed_tables:
        lines += ["| table | rows | what changed | step |", "| --- | ---: | --- | --- |"]
        lines += [
            f"| {code(table.name)} | {table.rows_before} → {table.rows_after} | {summary(table)} | {table.step.label} |"
            for table in diff.changed_tables
        ]
        lines.append("")
    lines += [f"- package, {escaped(_change(change))}" for change in diff.metadata]
    for table in diff.changed_tables:
        details = list(_details(table, limit))
        if details:
            lines += ["", f"### {code(table.name)}", "", *(f"- {escaped(line)}" for line in details)]
    return "\n".join(lines) + "\n"


def diff_json(diff: PackageDiff, limit: int) -> str:
    """The whole difference as JSON; nothing is left out, whatever the limit."""
    return json.dumps(diff.as_json(), ensure_ascii=False, indent=2) + "\n"


RENDERERS: Final[Mapping[str, Callable[[PackageDiff, int], str]]] = {
    "text": diff_text,
    "json": diff_json,
    "markdown": diff_markdown,
}


def _versions(diff: PackageDiff) -> str:
    return f"{visible(diff.before) or '?'} → {visible(diff.after) or '?'}"


def _verdict(diff: PackageDiff) -> str:
    if diff.step is Step.NONE:
        return "nothing differs"
    return f"the difference calls for a {diff.step.label} version"


def summary(table: TableDiff) -> str:
    """What changed in a table, in one phrase."""
    rows, cells = table.rows, table.rows.changed.num_rows
    parts = [
        _count(len(table.schema), "schema change"),
        _count(len(rows.added), "row") + " added" if rows.added else "",
        _count(len(rows.removed), "row") + " removed" if rows.removed else "",
        _count(rows.replaced, "row") + " replaced" if rows.replaced else "",
        _count(cells, "cell") + " changed" if cells else "",
    ]
    return ", ".join(part for part in parts if part) or "nothing"


def _count(number: int, noun: str) -> str:
    return "" if not number else f"{number} {noun}{'' if number == 1 else 's'}"


def _details(table: TableDiff, limit: int) -> Iterator[str]:
    for change in table.schema:
        yield _schema_line(change)
    yield from _some([f"+ {visible(key)}" for key in table.rows.added[:limit]], len(table.rows.added), "added")
    removed = [_removed_line(table, key) for key in table.rows.removed[:limit]]
    yield from _some(removed, len(table.rows.removed), "removed")
    cells = table.rows.changed
    changed = [
        f"~ {visible(row['row_id'])}, {row['column']}: {_cell(row['before'])} → {_cell(row['after'])}"
        for row in cells.slice(0, limit).to_pylist()
    ]
    yield from _some(changed, cells.num_rows, "changed")


def _schema_line(change: Change) -> str:
    return f"! {_change(change)} ({change.kind}, {change.step.label})"


def _change(change: Change) -> str:
    return f"{visible(change.where)}: {visible(change.what)}"


def _removed_line(table: TableDiff, key: str) -> str:
    if key in table.retired:
        successor = visible(table.retired[key])
        return f"- {visible(key)} (retired{f', now {successor}' if successor else ''})"
    return f"- {visible(key)}{' (vanished: retired_ids.csv does not list it)' if table.promised else ''}"


def _some(lines: Sequence[str], total: int, what: str) -> Iterator[str]:
    yield from lines
    if total > len(lines):
        yield f"… and {total - len(lines)} more {what}"


def _cell(text: str | None) -> str:
    if text is None:
        return "(empty)"
    return isolated(text if len(text) <= _WIDEST_CELL else text[: _WIDEST_CELL - 1] + "…")


def code(name: str) -> str:
    """A name in Markdown: as code where it is a plain one, and harmless in any case."""
    return f"`{name}`" if _PLAIN.fullmatch(name) else escaped(visible(name))


def escaped(text: str) -> str:
    """Text that Markdown shows as it is, on one line, whatever a cell holds."""
    flat = " ".join(text.split())
    return "".join(f"\\{character}" if character in "\\`*_[]<>|#!~" else character for character in flat)
