"""Text of others, shown: nothing hides in it, and nothing around it is moved."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summitry.text.visible import isolated, visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain words", "plain words"),
        ("كازاخستان", "كازاخستان"),
        ("Ташкент", "Ташкент"),
        ("two\nlines\tand a tab", "two\\nlines\\tand a tab"),
        ("\x1b[31mred", "\\u001b[31mred"),
        ("abc\u202ecba", "abc\\u202ecba"),
        ("\u200f", "\\u200f"),
        ("\U000e0041", "\\U000e0041"),
    ],
)
def test_what_would_not_be_seen_is_written_out(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(st.text())
def test_nothing_that_is_shown_hides(text: str) -> None:
    assert not [letter for letter in visible(text) if unicodedata.category(letter) in ("Cc", "Cf", "Zl", "Zp")]


def test_only_text_that_runs_from_right_to_left_is_isolated() -> None:
    assert isolated("Astana") == "Astana"
    assert isolated("أستانا") == "\u2068أستانا\u2069"
