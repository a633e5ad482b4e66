"""Rows that share a key, and rows that refer to none: found on whole columns of canonical texts, null being no value.

In a key of several columns a missing part is a part like any other: (a, nothing) is the same key as (a, nothing), and refers
only to a row that has nothing there too. A key that is missing as a whole refers to nothing and equals none. So
does frictionless have it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from summitry.tables.arrays import Bytes, Codes, Indices, as_mask, codes_of, text_bytes, where

_MOST_CODES = 2**62
_LONGEST_HASHED = 16  # bytes; of longer texts a dictionary is as quick
_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)  # 2**64 over the golden ratio: odd, and without a pattern


@dataclass(frozen=True, slots=True)
class Repeated:
    """Rows whose key an earlier row has, and that earlier row for each, by their indices."""

    rows: Indices
    first: Indices


def repeated(columns: Sequence[pa.ChunkedArray]) -> Repeated:
    """Every row that has the key of an earlier one; rows without any part of it are passed over."""
    nothing = Repeated(np.zeros(0, np.int64), np.zeros(0, np.int64))
    if len(columns) == 1 and (_ascends(columns[0]) or _differ_in_hash(columns[0])):
        return nothing
    codes = _joint_codes(columns)
    present = where(~_all_missing(columns))
    here = codes[present]
    order = np.argsort(here, kind="stable")
    ordered = here[order]
    same = np.concatenate(([False], ordered[1:] == ordered[:-1]))
    if not same.any():
        return nothing
    starts = np.maximum.accumulate(np.where(same, 0, np.arange(len(ordered))))
    rows, first = present[order[same]], present[order[starts[same]]]
    in_order = np.argsort(rows)
    return Repeated(rows[in_order], first[in_order])


def incomplete(columns: Sequence[pa.ChunkedArray]) -> Indices:
    """The rows that have no part of the key at all."""
    return where(_all_missing(columns)) if all(column.null_count for column in columns) else np.zeros(0, np.int64)


def dangling(columns: Sequence[pa.ChunkedArray], others: Sequence[pa.ChunkedArray]) -> Indices:
    """The rows of the columns whose values stand together in no row of the others."""
    if len(columns) == 1:
        found = pc.is_in(columns[0], value_set=pc.drop_null(pc.unique(others[0])))
        return where(~as_mask(pc.or_(found, pc.is_null(columns[0]))))
    size = len(columns[0])
    both = [
        pa.chunked_array([*one.chunks, *other.chunks], pa.string()) for one, other in zip(columns, others, strict=True)
    ]
    codes = _joint_codes(both)
    known = np.isin(codes[:size], codes[size:])
    return where(~known & ~_all_missing(columns))


def _ascends(column: pa.ChunkedArray) -> bool:
    """Whether every value is larger than the one before it, so that none can stand twice."""
    if column.null_count:
        return False
    return len(column) < 2 or bool(pc.all(pc.less(column.slice(0, len(column) - 1), column.slice(1))).as_py())


def _differ_in_hash(column: pa.ChunkedArray) -> bool:
    """Whether short texts all have different hashes, so that none can stand twice; two of one hash prove nothing."""
    if column.null_count:
        return False
    parts = []
    for chunk in column.chunks:
        ends, content = text_bytes(chunk)
        if len(chunk) and int(np.diff(ends).max()) > _LONGEST_HASHED:
            return False
        parts.append(_hashes(ends, content))
    ordered = np.sort(np.concatenate(parts)) if parts else np.zeros(0, np.uint64)
    return not (ordered[1:] == ordered[:-1]).any()


def _hashes(ends: Codes, content: Bytes) -> np.ndarray[tuple[int, ...], np.dtype[np.uint64]]:
    """A number for each text of at most 16 bytes, made of its bytes and its length."""
    lengths = np.diff(ends)
    padded = np.zeros((len(lengths), _LONGEST_HASHED), np.uint8)
    longest = int(lengths.max(initial=0))
    if len(lengths) and longest == lengths.min():
        padded[:, :longest] = content[ends[0] : ends[-1]].reshape(len(lengths), longest)
    else:
        for position in range(longest):
            here = np.flatnonzero(lengths > position)
            padded[here, position] = content[ends[here] + position]
    words = padded.view(np.uint64)
    return (words[:, 0] * _MULTIPLIER + words[:, 1]) * _MULTIPLIER + lengths.astype(np.uint64)


def _all_missing(columns: Sequence[pa.ChunkedArray]) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    result = np.ones(len(columns[0]), bool)
    for column in columns:
        result &= as_mask(pc.is_null(column)) if column.null_count else False
    return result


def _joint_codes(columns: Sequence[pa.ChunkedArray]) -> Indices:
    """A number for each row, the same where all columns have the same values."""
    joint, bound = np.zeros(len(columns[0]), np.int64), 1
    for column in columns:
        coded = pc.dictionary_encode(column, null_encoding="encode").combine_chunks()
        size = max(len(coded.dictionary), 1)
        if bound > _MOST_CODES // size:
            distinct, joint = np.unique(joint, return_inverse=True)
            bound = len(distinct)
        joint = joint * size + codes_of(coded)
        bound *= size
    return joint


def out_of_order(columns: Sequence[pa.ChunkedArray]) -> int | None:
    """The first row, of a table sorted by typed key columns with missing values first, that is smaller than its forerunner."""
    size = len(columns[0])
    if size < 2:
        return None
    smaller, equal = np.zeros(size - 1, bool), np.ones(size - 1, bool)
    for column in columns:
        before, after = column.slice(0, size - 1), column.slice(1)
        less, same = as_mask(pc.less(after, before)), as_mask(pc.equal(after, before))
        if column.null_count:
            no_before, no_after = as_mask(pc.is_null(before)), as_mask(pc.is_null(after))
            less, same = less | (no_after & ~no_before), same | (no_after & no_before)
        smaller |= equal & less
        equal &= same
    found = where(smaller)
    return int(found[0]) + 1 if len(found) else None
