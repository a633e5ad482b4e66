"""The difference between two packages as wholes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

import pyarrow as pa

from summitry.release.diff.model import Change, PackageDiff, RowChanges, TableDiff
from summitry.release.diff.rows import compare_claims, compare_rows, row_ids
from summitry.release.diff.schemas import compare_schemas
from summitry.release.opening import retired_ids
from summitry.release.versions import Step
from summitry.tables.contract import TableContract
from summitry.tables.package import Package

# Keys made from the row's own content: they change with every correction, so they are no promise. What such a row
# speaks about is named here; a row about the same cell of the same source that gives way to another is a correction.
CONTENT_KEYED: Final[Mapping[str, tuple[str, ...]]] = {"evidence": ("table", "row_id", "column", "source_id")}

# Facts that are computed from the tables or from the version itself, and so say nothing of their own.
_COMPUTED: Final = {"resources", "sources", "version", "created"}

# How a table's files are found and read: who reads them by themselves relies on it.
_READING: Final = ("path", "format", "encoding", "dialect", "compression")


def compare_packages(before: Package, after: Package) -> PackageDiff:
    """Everything that differs between two packages, the older one first.

    Raises PackageError or TableError where a table of either cannot be read.
    """
    retired = retired_ids(after)
    names = [*after.contracts, *(name for name in before.contracts if name not in after.contracts)]
    return PackageDiff(
        before=str(before.descriptor.get("version", "")),
        after=str(after.descriptor.get("version", "")),
        metadata=tuple(_metadata_changes(before.descriptor, after.descriptor)),
        tables=tuple(_compare_table(name, before, after, retired) for name in names),
    )


def _metadata_changes(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[Change]:
    if before.get("name") != after.get("name"):
        what = f"the package was called {before.get('name')} and is called {after.get('name')}"
        yield Change("renamed", Step.MAJOR, "name", what)
    for key in sorted((before.keys() | after.keys()) - _COMPUTED - {"name"}):
        if before.get(key) != after.get(key):
            yield Change("text", Step.PATCH, key, "it was rewritten" if key in after else "it was removed")


def _compare_table(name: str, before: Package, after: Package, retired: Mapping[tuple[str, str], str]) -> TableDiff:
    promised = name not in CONTENT_KEYED
    old, new = before.contracts.get(name), after.contracts.get(name)
    if old is None:
        return _appeared(name, after, promised)
    if new is None:
        return _disappeared(name, before, promised, retired)
    old_rows, new_rows = before.table(name), after.table(name)
    rows = _compare_rows(old, new, old_rows, new_rows)
    return TableDiff(
        name=name,
        rows_before=old_rows.num_rows,
        rows_after=new_rows.num_rows,
        rows=rows,
        schema=(*compare_schemas(old, new), *_file_changes(name, before, after)),
        retired={key: retired[name, key] for key in rows.removed if (name, key) in retired},
        promised=promised,
    )


def _file_changes(name: str, before: Package, after: Package) -> Iterator[Change]:
    old, new = before.resource(name), after.resource(name)
    for key in _READING:
        if old.get(key) != new.get(key):
            yield Change("moved", Step.MAJOR, name, f"{key} was {old.get(key)} and is {new.get(key)}")
    old_parquet, new_parquet = old.get("parquet", {}).get("path"), new.get("parquet", {}).get("path")
    if old_parquet is not None and old_parquet != new_parquet:
        yield Change("moved", Step.MAJOR, name, f"the Parquet file was {old_parquet} and is {new_parquet}")


def _appeared(name: str, after: Package, promised: bool) -> TableDiff:
    table = after.table(name)
    ids = row_ids(table, after.contracts[name].primary_key).to_pylist()
    change = Change("added", Step.MINOR, name, "the table was added")
    return TableDiff(name, 0, table.num_rows, RowChanges(added=ids), (change,), promised=promised)


def _disappeared(name: str, before: Package, promised: bool, retired: Mapping[tuple[str, str], str]) -> TableDiff:
    table = before.table(name)
    ids = row_ids(table, before.contracts[name].primary_key).to_pylist()
    change = Change("removed", Step.MAJOR, name, "the table was removed")
    gone = {key: retired[name, key] for key in ids if (name, key) in retired}
    return TableDiff(name, table.num_rows, 0, RowChanges(removed=ids), (change,), gone, promised)


def _compare_rows(old: TableContract, new: TableContract, old_rows: pa.Table, new_rows: pa.Table) -> RowChanges:
    """By key where the key is the same; otherwise no row is known again, and every one is removed and added."""
    if old.primary_key != new.primary_key:
        return RowChanges(
            added=row_ids(new_rows, new.primary_key).to_pylist(), removed=row_ids(old_rows, old.primary_key).to_pylist()
        )
    about = CONTENT_KEYED.get(new.name)
    if about is not None and set(about) <= set(old.columns) & set(new.columns):
        return compare_claims(old_rows, new_rows, new.primary_key, about)
    return compare_rows(old_rows, new_rows, new.primary_key)
