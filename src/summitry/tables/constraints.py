"""What a column demands of its values: Table Schema's constraints, as plain typed data."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final

from summitry.tables.cells import PYTHON_TYPES, Value, parse_cell

_ALL: Final = frozenset(PYTHON_TYPES)
_ORDERED: Final = frozenset({"integer", "number", "date"})
_TEXT: Final = frozenset({"string"})

# Each constraint that frictionless, pandera and our own code all enforce, and the types for which they do. The
# exclusive bounds of Data Package 2.0 are left out: frictionless refuses them in a schema that is read on its own.
ENFORCED: Final[Mapping[str, frozenset[str]]] = {
    "required": _ALL,
    "unique": _ALL,
    "enum": _ALL - {"number"},
    "pattern": _TEXT,
    "minLength": _TEXT,
    "maxLength": _TEXT,
    "minimum": _ORDERED,
    "maximum": _ORDERED,
}


@dataclass(frozen=True, slots=True)
class Constraints:
    """The constraints of one column, by their names in Table Schema; None and the empty tuple mean no demand."""

    required: bool = False
    unique: bool = False
    enum: tuple[Value, ...] = ()
    pattern: str | None = None
    minimum: Value = None
    maximum: Value = None
    min_length: int | None = None
    max_length: int | None = None


_ATTRIBUTES: Final = {"minLength": "min_length", "maxLength": "max_length"}


def read_constraints(type_: str, declared: Mapping[str, object]) -> Constraints:
    """The constraints of a field of type `type_` from their JSON, with bounds and enumerated values as typed values.

    Raises ValueError, with a sentence for a person, for a constraint whose own value makes no sense.
    """
    found: dict[str, object] = {}
    for name, value in declared.items():
        found[_ATTRIBUTES.get(name, name)] = _constraint_value(name, type_, value)
    constraints = Constraints(**found)  # type: ignore[arg-type]  # each value was just checked against its name
    _refuse_empty_range(constraints)
    return constraints


def _constraint_value(name: str, type_: str, value: object) -> object:
    if name in ("required", "unique"):
        expected: type = bool
    elif name in ("minLength", "maxLength"):
        expected = int
    elif name == "pattern":
        expected = str
    elif name == "enum":
        if not isinstance(value, list) or not value:
            raise ValueError("enum must be a list of at least one value")
        values = tuple(json_value(type_, item) for item in value)
        if len(set(values)) < len(values):
            raise ValueError("enum lists a value twice")
        return values
    elif name in ("minimum", "maximum"):
        return json_value(type_, value)
    else:
        raise ValueError(f"{name} is no constraint that is enforced")
    if type(value) is not expected:
        raise ValueError(f"{name} must be of type {expected.__name__}, not {value!r}")
    return value


def json_value(type_: str, value: object) -> Value:
    """The typed value that a JSON value in a schema (an example, a bound) stands for; dates are written as text.

    Raises ValueError for a value of another type, and for null and the empty text, which are no values.
    """
    if type_ == "date" and isinstance(value, str) and value:
        return parse_cell(value, "date")
    if type_ == "number" and type(value) is int:
        return float(value)
    if type(value) is not PYTHON_TYPES[type_] or value == "" or value in (math.inf, -math.inf):
        raise ValueError(f"{value!r} is no value of type {type_}")
    assert isinstance(value, str | int | float | bool)
    return value


def _refuse_empty_range(constraints: Constraints) -> None:
    low, high = constraints.minimum, constraints.maximum
    if low is not None and high is not None and low > high:  # type: ignore[operator]  # both have the column's type
        raise ValueError(f"no value lies between minimum {low} and maximum {high}")
    shortest, longest = constraints.min_length, constraints.max_length
    if shortest is not None and longest is not None and shortest > longest:
        raise ValueError(f"no text is at least {shortest} and at most {longest} characters long")


def violations(value: Value, constraints: Constraints) -> Iterator[str]:
    """The name of each constraint that the value breaks; an empty cell can only break `required`."""
    if value is None:
        if constraints.required:
            yield "required"
        return
    if constraints.enum and value not in constraints.enum:
        yield "enum"
    if isinstance(value, str):
        yield from _text_violations(value, constraints)
    else:
        yield from _range_violations(value, constraints)


def _text_violations(value: str, constraints: Constraints) -> Iterator[str]:
    if constraints.pattern is not None and not _compiled(constraints.pattern).fullmatch(value):
        yield "pattern"
    if constraints.min_length is not None and len(value) < constraints.min_length:
        yield "minLength"
    if constraints.max_length is not None and len(value) > constraints.max_length:
        yield "maxLength"


def _range_violations(value: int | float | date, constraints: Constraints) -> Iterator[str]:
    low, high = constraints.minimum, constraints.maximum
    if low is not None and value < low:  # type: ignore[operator]  # bounds have the column's type, as the contract says
        yield "minimum"
    if high is not None and value > high:  # type: ignore[operator]
        yield "maximum"


@lru_cache(maxsize=256)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
