from __future__ import annotations

import importlib
import re
from itertools import product
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summitry.tables.patterns import refusal

_parser: Any = importlib.import_module("re._parser")

SOUND = [
    "[A-Z]{3}",
    "Q[1-9][0-9]*",
    "[a-z0-9]+(-[a-z0-9]+)*",
    "([A-Z]{3}|[a-z]+(-[a-z]+)*)",
    "[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?",
    "https?://[!-~]+",
    "[0-9]{2,4}x",
    "[^@]+@[^@]+",
    "(ar|en|ru)",
    "x{0,40}y",
    "[ء-ي ]+",
    "a+?b",
]

REFUSED = [
    ("(", "not a regular expression"),
    ("[z-a]", "not a regular expression"),
    ("[[a]", "not a regular expression"),
    ("^[A-Z]{3}$", "anchor"),
    (r"\bword", "anchor"),
    (r"\d+", "shorthand"),
    (r"[\w-]+", "shorthand"),
    ("a(?=b)", "looks ahead"),
    ("(?<!a)b", "looks ahead or behind"),
    (r"(a)\1", "refers back"),
    ("(?>a+)b", "atomic"),
    ("a++b", "possessive"),
    ("(?i:a)", "flag"),
    ("ab|cd", "outside a group"),
    ("a{1,100000}", "counts to more than"),
    ("a" * 501, "longer than"),
    ("(a{16}){16}", "too large"),
    ("(" * 250 + "a" + ")" * 250, ""),
]

SLOW = [
    "(a+)+",
    "(a+)+b",
    "(a*a)*",
    "(a|b|ab)*c",
    "([a-z]+)*x",
    "[a-z]*[a-z]*x",
    "(.*,)*x",
    ".*.*.*x",
    "[0-9]+[0-9a-f]+",
    "(x+x+)+y",
    "([a-z]+[0-9]?)*",
]

EMPTY_REPETITIONS = ["(a?)*", "(a*)*", "(a?){30}a{30}", "(a*)?", "(a?|b?)"]


@pytest.mark.parametrize("pattern", SOUND)
def test_a_plain_pattern_may_be_used(pattern: str) -> None:
    assert refusal(pattern) is None


@pytest.mark.parametrize(("pattern", "reason"), REFUSED)
def test_a_pattern_that_engines_read_differently_is_refused_with_the_reason(pattern: str, reason: str) -> None:
    answer = refusal(pattern)
    assert answer is not None
    assert reason in answer


@pytest.mark.parametrize("pattern", SLOW)
def test_a_pattern_that_can_match_one_text_in_two_ways_is_refused(pattern: str) -> None:
    assert "in two ways" in (refusal(pattern) or "")


@pytest.mark.parametrize("pattern", EMPTY_REPETITIONS)
def test_repeating_or_choosing_between_empty_texts_is_refused(pattern: str) -> None:
    assert "match the empty text" in (refusal(pattern) or "")


def test_a_pattern_made_to_hold_up_the_check_itself_is_refused() -> None:
    words = "|".join(first + second for first in "abcdefghijk" for second in "abcdefghijk")
    assert refusal(f"({words})*x") is not None


PIECES = st.sampled_from(
    ["a", "b", "[ab]", "[^a]", "(a|b)", "a?", "a*", "b+", "(ab)*", "(a|bb)+", "b{2}", "a{1,2}", "."]
)


@given(st.lists(PIECES, min_size=1, max_size=4).map("".join), st.text("ab\nc", max_size=8))
def test_python_and_re2_agree_on_every_pattern_that_is_let_through(pattern: str, text: str) -> None:
    if refusal(pattern) is None:
        found = pc.match_substring_regex(pa.array([text]), pattern=f"^(?:{pattern})$")[0].as_py()
        assert found == (re.fullmatch(pattern, text) is not None)


@settings(deadline=None, max_examples=60)
@given(st.lists(PIECES, min_size=1, max_size=3).map("".join))
def test_the_verdict_agrees_with_counting_the_ways_to_match_every_short_text(pattern: str) -> None:
    answer = refusal(pattern)
    if answer is None:
        assert most_ways(pattern) <= 1
    elif "two ways" in answer:
        assert most_ways(pattern) > 1


def most_ways(pattern: str) -> int:
    """In how many ways the most ambiguous text of up to six letters is matched, by a walk over Python's own parse."""
    tree = _parser.parse(pattern)
    texts = ("".join(letters) for size in range(7) for letters in product("abc", repeat=size))
    return max(_ends(tree, text, 0).count(len(text)) for text in texts)


def _ends(items: Any, text: str, start: int) -> list[int]:
    positions = [start]
    for operation, argument in items:
        positions = [end for position in positions for end in _steps(str(operation), argument, text, position)]
    return positions


def _steps(operation: str, argument: Any, text: str, start: int) -> list[int]:
    if operation == "MAX_REPEAT":
        low, high, inner = argument
        return _repeated(low, min(int(high), 7), inner, text, start)
    if operation == "SUBPATTERN":
        return _ends(argument[3], text, start)
    if operation == "BRANCH":
        return [end for branch in argument[1] for end in _ends(branch, text, start)]
    return [start + 1] if text[start:] and _letter_fits(operation, argument, text[start]) else []


def _repeated(low: int, high: int, inner: Any, text: str, start: int) -> list[int]:
    found, positions = ([start] if low == 0 else []), [start]
    for times in range(1, high + 1):
        positions = [end for position in positions for end in _ends(inner, text, position)]
        found += positions if times >= low else []
    return found


def _letter_fits(operation: str, argument: Any, letter: str) -> bool:
    if operation == "ANY":
        return True
    if operation == "NOT_LITERAL":
        return bool(ord(letter) != argument)
    if operation == "IN":
        fits = any(_letter_fits(str(kind), value, letter) for kind, value in argument if str(kind) != "NEGATE")
        return not fits if str(argument[0][0]) == "NEGATE" else fits
    if operation == "RANGE":
        return bool(argument[0] <= ord(letter) <= argument[1])
    return bool(ord(letter) == argument)
