"""One cell: its value and its canonical text.

A value is None (empty), str, int, float, bool or date. Every value has exactly one text, and only that text is read
back: `parse_cell(cell_text(value), type) == value`.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Final, Literal, TypeAlias

Value: TypeAlias = str | int | float | bool | date | None
FieldType: TypeAlias = Literal["string", "integer", "number", "boolean", "date"]

# The Table Schema types that the contract supports, and the Python type of their values.
PYTHON_TYPES: dict[str, type] = {"string": str, "integer": int, "number": float, "boolean": bool, "date": date}
INTEGER_RANGE = range(-(2**63), 2**63)  # what a 64-bit column holds

_INTEGER = re.compile(r"0|-?[1-9][0-9]*")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_BOOLEANS = {"true": True, "false": False}


def cell_text(value: Value) -> str:
    """The canonical text of a value: "" for None, true and false, plain decimal digits, ISO 8601 dates."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return _number_text(value)
    return value.isoformat() if isinstance(value, date) else str(value)


def _number_text(value: float) -> str:
    if not math.isfinite(value):
        raise ValueError(f"{value} has no text in a table")
    text = format(Decimal(repr(value)), "f")
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text


def parse_cell(text: str, type_: str) -> Value:
    """The value of a cell's text in a column of the Table Schema type `type_`; None for the empty text.

    Raises ValueError, with a sentence for a person, for a text that is not the canonical one of any value.
    """
    if text == "":
        return None
    return _PARSERS[type_](text)


def _parse_integer(text: str) -> int:
    if not _INTEGER.fullmatch(text):
        raise ValueError(f"{text!r} is not a whole number in plain digits (0-9, no sign but -, no leading zero)")
    if len(text) > 20 or int(text) not in INTEGER_RANGE:
        raise ValueError(f"{text[:30]!r} is too large for a 64-bit integer")
    return int(text)


def _parse_number(text: str) -> float:
    try:
        value = float(text)
        canonical = _number_text(value)
    except ValueError:
        raise ValueError(f"{text!r} is not a number") from None
    if canonical != text:
        raise ValueError(f"{text!r} is not how the number {canonical} is written")
    return value


def _parse_boolean(text: str) -> bool:
    if text not in _BOOLEANS:
        raise ValueError(f"{text!r} is neither true nor false")
    return _BOOLEANS[text]


def _parse_date(text: str) -> date:
    if not _DATE.fullmatch(text):
        raise ValueError(f"{text!r} is not a date written YYYY-MM-DD")
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ValueError(f"{text!r} is not a day of the calendar") from None


def _parse_string(text: str) -> str:
    return text


_PARSERS: Final[dict[str, Callable[[str], Value]]] = {
    "string": _parse_string,
    "integer": _parse_integer,
    "number": _parse_number,
    "boolean": _parse_boolean,
    "date": _parse_date,
}
