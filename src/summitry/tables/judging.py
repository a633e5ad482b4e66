"""Whether the cells of a column are what its schema demands, a million of them at a time.

Two judges work together. The exact one reads one text after the other (`lexical`) and defines what is right. The quick
one looks at whole columns with Arrow and only says of which cells it is sure that nothing is wrong; the exact one then
sees the different texts among the others. So the quick judge need not be complete, only never wrong.
"""

from __future__ import annotations

import datetime as dt
import operator
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from summitry.tables.arrays import (
    Indices,
    as_mask,
    codes_of,
    flag,
    indices_array,
    mask_array,
    no_text,
    number,
    text,
    texts_array,
    where,
)
from summitry.tables.cells import PYTHON_TYPES, parse_cell
from summitry.tables.column import Column
from summitry.tables.lexical import comparable, read_text, value_text

_COMPARE: Final[Mapping[str, Callable[[Any, Any], bool]]] = {
    "minimum": operator.ge,
    "maximum": operator.le,
    "exclusiveMinimum": operator.gt,
    "exclusiveMaximum": operator.lt,
    "minLength": operator.ge,
    "maxLength": operator.le,
}
_COMPARE_COLUMN: Final[Mapping[str, Callable[[Any, Any], Any]]] = {
    "minimum": pc.greater_equal,
    "maximum": pc.less_equal,
    "exclusiveMinimum": pc.greater,
    "exclusiveMaximum": pc.less,
    "minLength": pc.greater_equal,
    "maxLength": pc.less_equal,
}

# The canonical texts of each type that are recognised at a glance. What else is right, the exact judge says: the 29th of
# February, numbers of many digits, times with a zone.
_YEAR = "(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])"
_DAY = (
    f"{_YEAR}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])"
    "|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))"
)
_HOUR = "(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]"
_CANONICAL: Final[Mapping[str, str]] = {
    "integer": "0|-?[1-9][0-9]{0,17}",
    "number": r"0|-?[1-9][0-9]{0,6}(?:\.[0-9]{0,6}[1-9])?|-?0\.[0-9]{0,6}[1-9]|-?[1-9][0-9]{0,14}",
    "boolean": "true|false",
    "date": _DAY,
    "datetime": f"{_DAY}T{_HOUR}",
    "year": "[1-9][0-9]{3}",
    "yearmonth": "[0-9]{4}-(?:0[1-9]|1[0-2])",
    "uuid": "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}",
}
# Types whose canonical texts stand in the order of their values.
_TEXT_ORDER: Final = frozenset(["date", "datetime", "yearmonth"])
_NUMERIC: Final[Mapping[str, pa.DataType]] = {"integer": pa.int64(), "year": pa.int64(), "number": pa.float64()}


@dataclass(frozen=True, slots=True)
class Breaches:
    """The rows of a column that break one rule, by their index: a constraint's name, `type`, or `form` for a value that is
    written in another than its canonical text.
    """

    rule: str
    rows: Indices


@dataclass(frozen=True, slots=True)
class Judgement:
    """What was found in a column, and the canonical text of each value (null where there is none, or none to be read)."""

    identity: pa.ChunkedArray
    breaches: tuple[Breaches, ...]


def judge_column(texts: pa.ChunkedArray, column: Column) -> Judgement:
    """Every cell of a column, given as texts without nulls, against the column's type and constraints.

    Whether values stand twice is not looked at here: see `matching.repeated`.
    """
    empty = _missing(texts, column)
    values = pc.if_else(empty, no_text(), texts) if pc.any(empty).as_py() else texts
    breaches = []
    if column.demands.required and values.null_count:
        breaches.append(Breaches("required", where(as_mask(empty))))
    sure = _sure(values, column)
    if sure is not True and (sure is False or not pc.all(sure).as_py()):
        doubtful = where(~as_mask(sure) if sure is not False else as_mask(pc.is_valid(values)))
        values, more = _judge_exactly(values, column, doubtful)
        breaches += more
    return Judgement(values, tuple(breaches))


def explain(column: Column, rule: str, cell: str) -> str:
    """What is wrong with a cell that breaks a rule, as a sentence."""
    demands = column.demands
    if rule in ("type", "form"):
        try:
            read_text(cell, column)
            parse_cell(cell, column.type)
        except ValueError as reason:
            return f"{reason}."
    if rule == "required":
        return "the cell is empty, and the column must have a value."
    if rule == "enum":
        allowed = ", ".join(demands.enum or ())
        return f"the value is none of {allowed[:200]}{'…' * (len(allowed) > 200)}."
    if rule == "pattern":
        return f"the value does not match the pattern {demands.declared_pattern}."
    bound = dict([*demands.bounds, *demands.lengths]).get(rule)
    return f"the value breaks the column's {rule}, which is {bound if rule.endswith('Length') else value_text(bound)}."


def _missing(texts: pa.ChunkedArray, column: Column) -> pa.ChunkedArray:
    if column.missing == {""}:
        return pc.equal(texts, text(""))
    return pc.is_in(texts, value_set=texts_array(sorted(column.missing)))


# The quick judge


def _sure(values: pa.ChunkedArray, column: Column) -> pa.ChunkedArray | bool:
    """Where nothing can be wrong (a missing value included); for a column as a whole True, or False where nobody knows."""
    if column.type in ("string", "any") and column.format == "default":
        tests = list(_sure_of_text(values, column))
    else:
        canonical = _CANONICAL.get("uuid" if column.format == "uuid" else column.type)
        if canonical is None or column.spelling or column.format not in ("default", "uuid") or column.demands.lengths:
            return False
        tests = list(_sure_of_value(values, column, canonical))
    if not tests:
        return True
    result = tests[0]
    for test in tests[1:]:
        result = pc.and_(result, test)
    return pc.fill_null(result, flag(True)) if values.null_count else result


def _sure_of_text(values: pa.ChunkedArray, column: Column) -> Iterator[pa.ChunkedArray]:
    demands = column.demands
    yield from _sure_of_listing(values, column)
    if demands.pattern is not None:
        yield pc.match_substring_regex(values, demands.pattern)
    for name, bound in demands.lengths:
        yield _COMPARE_COLUMN[name](pc.cast(pc.utf8_length(values), pa.int64()), number(bound))


def _sure_of_listing(values: pa.ChunkedArray, column: Column) -> Iterator[pa.ChunkedArray]:
    if column.demands.enum is not None:
        listed = pc.is_in(values, value_set=texts_array(column.demands.enum))
        yield pc.or_(listed, pc.is_null(values)) if values.null_count else listed


def _sure_of_value(values: pa.ChunkedArray, column: Column, canonical: str) -> Iterator[pa.ChunkedArray]:
    shape = pc.match_substring_regex(values, rf"\A(?:{canonical})\z")
    yield shape
    yield from _sure_of_listing(values, column)
    if column.demands.pattern is not None:
        yield pc.match_substring_regex(values, column.demands.pattern)
    if not column.demands.bounds:
        return
    if column.type in _TEXT_ORDER:
        for name, bound in column.demands.bounds:
            yield _COMPARE_COLUMN[name](values, text(value_text(bound)))
        return
    fit = values if pc.all(shape).as_py() else pc.if_else(shape, values, no_text())
    numbers = pc.cast(fit, _NUMERIC[column.type])
    for name, bound in column.demands.bounds:
        within = _sure_of_bound(numbers, name, bound)
        yield pc.fill_null(within, flag(False)) if within.null_count else within


def _sure_of_bound(numbers: pa.ChunkedArray, name: str, bound: Any) -> pa.ChunkedArray:
    """A number that is strictly within a bound after rounding is so before; one that meets it is left to the exact judge."""
    if isinstance(bound, Decimal):
        return (pc.greater if name.endswith("inimum") else pc.less)(numbers, number(float(bound)))
    if not -(2**63) <= bound < 2**63:
        return pc.and_(pc.is_null(numbers), pc.is_valid(numbers))
    return _COMPARE_COLUMN[name](numbers, number(bound))


# The exact judge


def _judge_exactly(
    values: pa.ChunkedArray, column: Column, doubtful: Indices
) -> tuple[pa.ChunkedArray, list[Breaches]]:
    """The column with the canonical texts of its doubtful cells, and what is wrong with these."""
    if not len(doubtful):
        return values, []
    coded = pc.dictionary_encode(values.combine_chunks().take(indices_array(doubtful)))
    codes = codes_of(coded)
    texts = coded.dictionary.to_pylist()
    identities, broken = judge_texts(texts, column)
    breaches = []
    for rule, numbers in broken.items():
        is_bad = np.zeros(len(texts), bool)
        is_bad[numbers] = True
        breaches.append(Breaches(rule, doubtful[is_bad[codes]]))
    if identities != texts:
        mask = np.zeros(len(values), bool)
        mask[doubtful] = True
        replaced = texts_array(identities).take(coded.indices)
        flat = values.combine_chunks()
        values = pa.chunked_array([pc.replace_with_mask(flat, mask_array(mask), replaced)], pa.string())
    return values, breaches


def judge_texts(texts: Sequence[str], column: Column) -> tuple[list[str | None], dict[str, list[int]]]:
    """The canonical text of each text's value, None where it has none, and for each rule the positions that break it."""
    identities: list[str | None] = []
    broken: dict[str, list[int]] = {}
    for position, cell in enumerate(texts):
        identity, rules = _judge_text(cell, column)
        identities.append(identity)
        for rule in rules:
            broken.setdefault(rule, []).append(position)
    if column.demands.pattern is not None:
        misfit = ~as_mask(pc.match_substring_regex(texts_array(texts), column.demands.pattern))
        unread = set(broken.get("type", ()))
        found = [int(position) for position in where(misfit) if int(position) not in unread]
        if found:
            broken["pattern"] = found
    return identities, broken


def _judge_text(cell: str, column: Column) -> tuple[str | None, list[str]]:
    try:
        value = read_text(cell, column)
    except ValueError:
        return None, ["type"]
    identity = value_text(value)
    rules = ["form"] if column.strict and not _is_canonical(cell, column) else []
    demands = column.demands
    if demands.enum is not None and identity not in demands.enum:
        rules.append("enum")
    rules += [name for name, bound in demands.bounds if not _keeps(name, comparable(value), bound)]
    rules += [name for name, bound in demands.lengths if not _COMPARE[name](len(value), bound)]
    return identity, rules


def _is_canonical(cell: str, column: Column) -> bool:
    if column.type not in PYTHON_TYPES:
        return True
    try:
        parse_cell(cell, column.type)
    except ValueError:
        return False
    return True


def _keeps(name: str, value: Any, bound: Any) -> bool:
    if isinstance(value, Decimal) and (value.is_nan() or bound.is_nan()):
        return False
    assert not isinstance(value, dt.datetime) or value.tzinfo is None
    return _COMPARE[name](value, bound)
