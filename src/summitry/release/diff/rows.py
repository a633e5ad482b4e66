"""Rows that were added, removed or changed, found by key on whole columns: a million rows take seconds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pyarrow as pa
import pyarrow.compute as pc

from summitry.release.diff.model import CHANGED_CELLS, RowChanges
from summitry.tables.arrow import text_column


def compare_rows(before: pa.Table, after: pa.Table, key: Sequence[str]) -> RowChanges:
    """The rows that differ between two tables with the same key; columns that only one of them has are left out."""
    old_ids, new_ids = row_ids(before, key), row_ids(after, key)
    places = pc.index_in(new_ids, value_set=old_ids)
    added = new_ids.filter(pc.is_null(places))
    removed = old_ids.filter(pc.invert(pc.is_in(old_ids, value_set=new_ids)))
    kept = pc.is_valid(places)
    common = [name for name in after.column_names if name in before.column_names and name not in key]
    changed = _changed_cells(
        before.select(common).take(places.filter(kept)), after.select(common).filter(kept), new_ids.filter(kept)
    )
    return RowChanges(added=added.to_pylist(), removed=removed.to_pylist(), changed=changed)


def row_ids(table: pa.Table, key: Sequence[str]) -> pa.Array:
    """The keys of the rows as texts; the parts of a key of several columns are joined by slashes."""
    parts = [pc.fill_null(text_column(table[column]), "").combine_chunks() for column in key]
    return parts[0] if len(parts) == 1 else pc.binary_join_element_wise(*parts, "/")


def _changed_cells(before: pa.Table, after: pa.Table, ids: pa.Array) -> pa.Table:
    parts = []
    for column in after.column_names:
        old, new = before[column].combine_chunks(), after[column].combine_chunks()
        differs = _differs(old, new)
        if pc.any(differs).as_py():
            rows = ids.filter(differs)
            names = pa.array([column] * len(rows), pa.string())
            cells = [rows, names, _texts(old.filter(differs)), _texts(new.filter(differs))]
            parts.append(pa.Table.from_arrays(cells, schema=CHANGED_CELLS))
    if not parts:
        return CHANGED_CELLS.empty_table()
    return pa.concat_tables(parts).sort_by([("row_id", "ascending"), ("column", "ascending")])


def _differs(old: pa.Array, new: pa.Array) -> pa.Array:
    if old.type != new.type:  # the schema change is reported by itself; here only what the cells say counts
        old, new = _texts(old), _texts(new)
    emptied_or_filled = pc.xor(pc.is_null(old), pc.is_null(new))
    return pc.or_(emptied_or_filled, pc.fill_null(pc.not_equal(old, new), False))


def _texts(values: pa.Array) -> pa.Array:
    return text_column(pa.chunked_array([values])).combine_chunks()


def compare_claims(before: pa.Table, after: pa.Table, key: Sequence[str], about: Sequence[str]) -> RowChanges:
    """The rows that differ in a table whose key is made from the row's content.

    There a correction shows as one row removed and one added. Rows that speak `about` the same thing are paired off:
    as many as were removed count as replaced, and only what is left over is added or removed.
    """
    raw = compare_rows(before, after, key)
    lost = _by_topic(before, key, about, raw.removed)
    won = _by_topic(after, key, about, raw.added)
    pairs = {topic: min(len(ids), len(won.get(topic, ()))) for topic, ids in lost.items()}
    return RowChanges(
        added=sorted(_beyond(won, pairs)),
        removed=sorted(_beyond(lost, pairs)),
        replaced=sum(pairs.values()),
        changed=raw.changed,
    )


def _by_topic(table: pa.Table, key: Sequence[str], about: Sequence[str], wanted: Sequence[str]) -> dict[str, list[str]]:
    ids = row_ids(table, key)
    chosen = pc.is_in(ids, value_set=pa.array(wanted, pa.string()))
    parts = [pc.fill_null(text_column(table[column].filter(chosen)), "").combine_chunks() for column in about]
    found: dict[str, list[str]] = {}
    topics = pc.binary_join_element_wise(*parts, "\0").to_pylist()
    for row_id, topic in zip(ids.filter(chosen).to_pylist(), topics, strict=True):
        found.setdefault(topic, []).append(row_id)
    return found


def _beyond(rows: dict[str, list[str]], pairs: dict[str, int]) -> Iterable[str]:
    for topic, ids in rows.items():
        yield from ids[pairs.get(topic, 0) :]
