"""Anybody's pattern, matched by RE2 as Python would match it, or refused with the reason."""

from __future__ import annotations

import re

import pyarrow as pa
import pyarrow.compute as pc
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summitry.tables.portable import UnsupportedPatternError, re2_form

PIECES = st.sampled_from([
    "a", "[ab]", "[^a]", "(a|b)", "(?:ab)+", "a?", "b*", "b+?", r"\d", r"\w", r"\s", r"\D", r"\W", r"\S", r"[\w-]", ".", "{",
    "٣", r"[^\d]", r"\.", "(?P<name>b)", "a{2}", "b{1,3}", "(a+)+", "|", r"[\s\d]", "é",
])  # fmt: skip
TEXTS = st.text("ab1٣ .-_é\u00a0{\t", max_size=6)


@settings(deadline=None, max_examples=300)
@given(st.lists(PIECES, min_size=1, max_size=4).map("".join), TEXTS)
def test_re2_finds_what_python_finds(pattern: str, text: str) -> None:
    try:
        form = re2_form(pattern)
    except ValueError:
        return
    found = pc.match_substring_regex(pa.array([text]), form)[0].as_py()
    assert found == (re.fullmatch(pattern, text) is not None)


@pytest.mark.parametrize(
    ("pattern", "text"),
    [("^[A-Z]{3}$", "KAZ"), (r"^\d{4}$", "٢٠٢٥"), (r"\w+", "قمة"), (r"\A[a-z]+\Z", "ab"), ("a|bc", "bc"), ("", "")],
)
def test_anchors_and_letters_of_every_script_are_understood(pattern: str, text: str) -> None:
    matches = pc.match_substring_regex(pa.array([text, f"{text}!", f"{text}\n"]), re2_form(pattern)).to_pylist()
    assert matches == [True, False, False]


REFUSED = {
    "(?=a)b": "a look ahead",
    r"(a)\1": "a reference back",
    "(?>a)": "an atomic group",
    "a++": "a possessive repetition",
    "(?i)a": "flags",
    "(?i:a)": "flags",
    r"\bword": "a part",
    r"[a\W]": "within brackets",
    "a{2000}": "counts to more",
    "(a{1000}){1000}": "too large",
    "(" * 900 + ")" * 900: "nested too deeply",
    "a" * 3000: "longer than",
}


@pytest.mark.parametrize("pattern", REFUSED)
def test_what_cannot_be_matched_is_refused_with_the_reason(pattern: str) -> None:
    with pytest.raises(UnsupportedPatternError, match=REFUSED[pattern]):
        re2_form(pattern)


@pytest.mark.parametrize("text", ["(", "[z-a]", "*", "a{3,1}", "\\"])
def test_what_is_no_pattern_is_an_error_of_another_kind(text: str) -> None:
    with pytest.raises(ValueError, match="not a regular expression") as caught:
        re2_form(text)
    assert not isinstance(caught.value, UnsupportedPatternError)
