"""Keys on whole columns give what a walk over the rows gives."""

from __future__ import annotations

from collections.abc import Sequence

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summitry.tables.matching import dangling, incomplete, out_of_order, repeated

Key = tuple[str | None, ...]

CELLS = st.none() | st.sampled_from(["", "a", "b", "ab", "a\0", "قمة", "x" * 16, "x" * 17, "a/b"])
ROWS = st.integers(1, 3).flatmap(lambda width: st.lists(st.tuples(*[CELLS] * width), min_size=1, max_size=10))


def columns_of(rows: Sequence[Key], width: int) -> list[pa.ChunkedArray]:
    """The columns of the rows, in two chunks."""
    half = len(rows) // 2
    return [
        pa.chunked_array([pa.array([row[n] for row in part], pa.string()) for part in (rows[:half], rows[half:])])
        for n in range(width)
    ]


@settings(deadline=None)
@given(ROWS)
def test_rows_that_repeat_a_key_are_found_with_the_first_that_has_it(rows: list[Key]) -> None:
    found = repeated(columns_of(rows, len(rows[0])))
    present = [set(row) != {None} for row in rows]
    expected = [
        (index, rows.index(row)) for index, row in enumerate(rows) if present[index] and rows.index(row) < index
    ]
    assert list(zip(found.rows.tolist(), found.first.tolist(), strict=True)) == expected


@settings(deadline=None)
@given(ROWS)
def test_rows_without_any_part_of_their_key_are_incomplete(rows: list[Key]) -> None:
    found = incomplete(columns_of(rows, len(rows[0])))
    assert found.tolist() == [index for index, row in enumerate(rows) if set(row) == {None}]


@settings(deadline=None)
@given(st.integers(1, 3).flatmap(lambda width: st.tuples(*[st.lists(st.tuples(*[CELLS] * width), max_size=8)] * 2)))
def test_rows_that_refer_to_nothing_are_found(tables: tuple[list[Key], list[Key]]) -> None:
    rows, others = tables
    width = len((rows or others or [(None,)])[0])
    found = dangling(columns_of(rows, width), columns_of(others, width))
    expected = [index for index, row in enumerate(rows) if set(row) != {None} and row not in others]
    assert found.tolist() == expected


@settings(deadline=None)
@given(st.lists(st.tuples(st.none() | st.integers(0, 2), st.integers(0, 2)), min_size=1, max_size=8))
def test_the_first_row_out_of_order_is_found(rows: list[tuple[int | None, int]]) -> None:
    keys = [(first is not None, first or 0, second) for first, second in rows]
    expected = next((number for number in range(1, len(keys)) if keys[number] < keys[number - 1]), None)
    columns = [pa.chunked_array([pa.array([row[n] for row in rows], pa.int64())]) for n in (0, 1)]
    assert out_of_order(columns) == expected


@pytest.mark.parametrize("size", [0, 1])
def test_a_table_of_no_row_or_one_has_nothing_wrong_with_its_key(size: int) -> None:
    columns = columns_of([("a", None)] * size, 2)
    assert len(repeated(columns).rows) == 0
    assert out_of_order(columns) is None
