"""The pandera schema of a contract: the same types, constraints and key, as checks on a whole column at once."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from typing import Any, TypeAlias

import pandas as pd
import pandera.pandas as pandera

from summitry.tables.cells import Value
from summitry.tables.constraints import Constraints
from summitry.tables.contract import Field, TableContract
from summitry.tables.frames import PANDAS_TYPES


def pandera_schema(contract: TableContract) -> pandera.DataFrameSchema:
    """The pandera schema for the frames that `frames.frame_from_table` makes: strict, ordered, with a unique key.

    Each check is named as the constraint of Table Schema that it enforces (`enum`, `pattern`, `minimum` …); what
    several columns or tables must agree on is not here.
    """
    return pandera.DataFrameSchema(
        {field.name: _column(field) for field in contract.fields},
        name=contract.name,
        title=contract.title,
        description=contract.description,
        strict=True,
        ordered=True,
        unique=list(contract.primary_key),
    )


def _column(field: Field) -> pandera.Column:
    return pandera.Column(
        PANDAS_TYPES[field.type],
        checks=[pandera.Check(test, name=name, error=name) for name, test in _tests(field)],
        nullable=not field.required,
        unique=field.constraints.unique,
        title=field.title,
        description=field.description,
    )


Test: TypeAlias = Callable[[pd.Series], Any]


def _tests(field: Field) -> Iterator[tuple[str, Test]]:
    """What each constraint asks of a column, empty cells left out (pandera drops them before it asks)."""
    constraints = field.constraints
    if constraints.enum:
        allowed = [_comparable(value) for value in constraints.enum]
        yield "enum", lambda column: column.isin(allowed)
    if constraints.pattern is not None:
        pattern = constraints.pattern
        yield "pattern", lambda column: column.str.fullmatch(pattern)
    yield from _length_tests(constraints)
    yield from _range_tests(constraints)


def _length_tests(constraints: Constraints) -> Iterator[tuple[str, Test]]:
    shortest, longest = constraints.min_length, constraints.max_length
    if shortest is not None:
        yield "minLength", lambda column: column.str.len() >= shortest
    if longest is not None:
        yield "maxLength", lambda column: column.str.len() <= longest


def _range_tests(constraints: Constraints) -> Iterator[tuple[str, Test]]:
    bounds: tuple[tuple[str, Value, Callable[[Any, Any], Any]], ...] = (
        ("minimum", constraints.minimum, operator.ge),
        ("maximum", constraints.maximum, operator.le),
    )
    for name, bound, compare in bounds:
        if bound is not None:
            yield name, partial(_compare, compare, _comparable(bound))


def _compare(compare: Callable[[Any, Any], Any], bound: object, column: pd.Series) -> Any:
    return compare(column, bound)


def _comparable(value: Value) -> object:
    return pd.Timestamp(value) if isinstance(value, date) else value
