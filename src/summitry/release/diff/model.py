"""What a difference is made of. Every part knows the version step that it calls for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pyarrow as pa

from summitry.release.versions import Step

CHANGED_CELLS = pa.schema(
    [("row_id", pa.string()), ("column", pa.string()), ("before", pa.string()), ("after", pa.string())]
)


@dataclass(frozen=True, slots=True)
class Change:
    """A change of a schema or of the package's description: its kind, its step, where, and what in one sentence."""

    kind: str
    step: Step
    where: str
    what: str


@dataclass(frozen=True, slots=True)
class RowChanges:
    """How the rows of a table differ, by key; a key of several columns is joined by slashes.

    `replaced` counts rows of a content-keyed table (evidence) that gave way to another row about the same thing.
    `changed` has one row per cell (row_id, column, before, after), an empty cell being null.
    """

    added: Sequence[str] = ()
    removed: Sequence[str] = ()
    replaced: int = 0
    changed: pa.Table = field(default_factory=CHANGED_CELLS.empty_table)


@dataclass(frozen=True, slots=True)
class TableDiff:
    """How one table differs.

    `retired` are the removed ids that vocabulary/retired_ids.csv accounts for, each with what replaced it or "".
    `promised` says that the table's keys are ids somebody may rely on.
    """

    name: str
    rows_before: int
    rows_after: int
    rows: RowChanges = field(default_factory=RowChanges)
    schema: tuple[Change, ...] = ()
    retired: Mapping[str, str] = field(default_factory=dict)
    promised: bool = True

    @property
    def vanished(self) -> tuple[str, ...]:
        """The ids that are gone although nothing says what became of them."""
        return tuple(key for key in self.rows.removed if key not in self.retired) if self.promised else ()

    @property
    def step(self) -> Step:
        """The largest step that a change of this table calls for."""
        steps = [change.step for change in self.schema]
        if self.rows.removed:
            steps.append(Step.MAJOR if self.promised else Step.PATCH)
        if self.rows.added:
            steps.append(Step.MINOR)
        if self.rows.replaced or self.rows.changed.num_rows:
            steps.append(Step.PATCH)
        return max(steps, default=Step.NONE)


@dataclass(frozen=True, slots=True)
class PackageDiff:
    """How two packages differ: their versions, their description, and every table that either has."""

    before: str
    after: str
    metadata: tuple[Change, ...]
    tables: tuple[TableDiff, ...]

    @property
    def step(self) -> Step:
        """The version step that the difference calls for."""
        steps = [change.step for change in self.metadata] + [table.step for table in self.tables]
        return max(steps, default=Step.NONE)

    @property
    def changed_tables(self) -> tuple[TableDiff, ...]:
        """The tables that differ at all."""
        return tuple(table for table in self.tables if table.step)

    def as_json(self) -> dict[str, Any]:
        """The whole difference as plain JSON values."""
        return {
            "before": self.before,
            "after": self.after,
            "step": self.step.label,
            "metadata": [_change_json(change) for change in self.metadata],
            "tables": {table.name: _table_json(table) for table in self.changed_tables},
        }


def _change_json(change: Change) -> dict[str, str]:
    return {"kind": change.kind, "step": change.step.label, "where": change.where, "what": change.what}


def _table_json(table: TableDiff) -> dict[str, Any]:
    return {
        "step": table.step.label,
        "rows": {"before": table.rows_before, "after": table.rows_after},
        "schema": [_change_json(change) for change in table.schema],
        "added": list(table.rows.added),
        "removed": list(table.rows.removed),
        "retired": dict(table.retired),
        "vanished": list(table.vanished),
        "replaced": table.rows.replaced,
        "changed": table.rows.changed.to_pylist(),
    }
