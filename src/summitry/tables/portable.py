r"""Anybody's pattern, rewritten for RE2, which matches in linear time whatever the pattern: nothing can hang on it.

Patterns of other people's schemas were tried with Python's `re`, frictionless's engine, so they are read as Python reads
them: `\d` and `\w` mean digits and letters of every script, anchors at the ends are redundant. What RE2 cannot say is
refused by name, never matched in another sense. Our own schemas are held to more, see `patterns`.
"""

from __future__ import annotations

import importlib
import re
import warnings
from collections.abc import Iterable
from typing import Any, Final

import pyarrow as pa
import pyarrow.compute as pc

from summitry.tables.arrays import texts_array

_LONGEST = 2000
_HIGHEST_COUNT = 1000  # RE2 refuses a higher one

# The standard library's own parser has no public name; hypothesis and others rely on it too.
_parser: Any = importlib.import_module("re._parser")

_CLASSES: Final = {
    "CATEGORY_DIGIT": r"\p{Nd}",
    "CATEGORY_WORD": r"\p{L}\p{N}_",
    "CATEGORY_SPACE": r"\t-\r\x{1C}-\x{1F}\x{85}\p{Z}",
    "CATEGORY_NOT_DIGIT": r"\P{Nd}",
}
_OUTSIDE: Final = {"CATEGORY_NOT_WORD": r"[^\p{L}\p{N}_]", "CATEGORY_NOT_SPACE": r"[^\t-\r\x{1C}-\x{1F}\x{85}\p{Z}]"}
_ANCHORS: Final = {
    "AT_BEGINNING": r"\A",
    "AT_BEGINNING_STRING": r"\A",
    "AT_END": r"\z",
    "AT_END_STRING": r"\z",
}
_NAMES: Final = {
    "ASSERT": "a look ahead or behind",
    "ASSERT_NOT": "a look ahead or behind",
    "GROUPREF": "a reference back to a group",
    "GROUPREF_EXISTS": "a reference back to a group",
    "ATOMIC_GROUP": "an atomic group",
    "POSSESSIVE_REPEAT": "a possessive repetition",
}


class UnsupportedPatternError(ValueError):
    """A pattern that is a regular expression, and one that cannot be matched here."""


def re2_form(pattern: str) -> str:
    """The expression for RE2 that matches exactly the texts that Python's `re.fullmatch` matches with the pattern.

    Raises ValueError, with the reason as the end of a sentence, for a text that is no pattern, and
    UnsupportedPatternError for one that has no such expression.
    """
    if len(pattern) > _LONGEST:
        raise UnsupportedPatternError(f"it is longer than {_LONGEST} characters")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tree = _parser.parse(pattern)
        form = rf"\A(?:{_sequence(tree)})\z"
    except (re.error, OverflowError) as cause:
        raise ValueError(f"it is not a regular expression: {cause}") from cause
    except RecursionError as cause:
        raise UnsupportedPatternError("it is nested too deeply") from cause
    if tree.state.flags & ~re.UNICODE:
        raise UnsupportedPatternError("it sets flags, which engines understand differently")
    try:
        pc.match_substring_regex(texts_array([""]), form)
    except pa.ArrowInvalid as cause:
        raise UnsupportedPatternError("it is too large") from cause
    return form


def _sequence(items: Iterable[tuple[Any, Any]]) -> str:
    return "".join(_part(str(operation), argument) for operation, argument in items)


def _part(operation: str, argument: Any) -> str:
    if operation in ("MAX_REPEAT", "MIN_REPEAT"):
        return _repetition(*argument)
    if operation == "SUBPATTERN":
        _, added, removed, items = argument
        if added or removed:
            raise UnsupportedPatternError("it sets flags, which engines understand differently")
        return f"(?:{_sequence(items)})"
    if operation == "BRANCH":
        return f"(?:{'|'.join(_sequence(branch) for branch in argument[1])})"
    if operation == "AT" and str(argument) in _ANCHORS:
        return _ANCHORS[str(argument)]
    if operation in ("LITERAL", "NOT_LITERAL", "ANY"):
        return {"LITERAL": "{}", "NOT_LITERAL": "[^{}]", "ANY": r"[^\n]"}[operation].format(_character(argument))
    if operation == "IN":
        return _class(argument)
    raise UnsupportedPatternError(
        f"it has {_NAMES.get(operation, f'a part ({operation})')}, which cannot be matched in linear time"
    )


def _repetition(low: int, high: Any, items: Any) -> str:
    unbounded = high is _parser.MAXREPEAT
    if low > _HIGHEST_COUNT or (not unbounded and high > _HIGHEST_COUNT):
        raise UnsupportedPatternError(f"it counts to more than {_HIGHEST_COUNT}")
    return f"(?:{_sequence(items)}){{{low},{'' if unbounded else high}}}"


def _class(items: Any) -> str:
    if len(items) == 1 and str(items[0][1]) in _OUTSIDE:
        return _OUTSIDE[str(items[0][1])]
    found = ""
    for kind, value in items:
        if str(kind) == "NEGATE":
            found += "^"
        elif str(kind) == "RANGE":
            found += f"{_character(value[0])}-{_character(value[1])}"
        elif str(kind) == "LITERAL":
            found += _character(value)
        elif str(value) in _CLASSES:
            found += _CLASSES[str(value)]
        else:
            raise UnsupportedPatternError("it has \\W or \\S within brackets, which RE2 cannot say")
    return f"[{found}]"


def _character(code: int | None) -> str:
    return "" if code is None else f"\\x{{{code:X}}}"
