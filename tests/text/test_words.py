"""Words and gaps: nothing of a text is lost, and every offset is true."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summitry.text.folding import fold
from summitry.text.signs import has_sign
from summitry.text.words import AllWords, split_words

# What newspapers print, and what web pages leave behind: letters of three scripts, marks, digits, invisible characters.
ALPHABETS = (
    "aZé ,.-’'\"\n",
    "ابةىي ًّـ،؛؟«»٣",
    "Ёжик №—…",
    "\u200b\u200f\u202b\u2067\ufeff\u00ad\u0301\u0640",
    "🙂\t\r\u2028\u00a0",
)
INVISIBLE = "\u00ad\u061c\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\ufeff" + "".join(
    map(chr, range(0x2060, 0x206A))
)
TEXTS = st.one_of(st.text(), st.text(alphabet="".join(ALPHABETS)))


def seen(text: str) -> str:
    return text.translate(dict.fromkeys(map(ord, INVISIBLE)))


@given(TEXTS)
def test_gaps_and_words_together_are_the_text_again_but_for_blanks_and_invisible_characters(text: str) -> None:
    words = split_words(text)
    woven = "".join(gap + form for gap, form in zip(words.gaps, [*words.forms, ""], strict=True))
    assert seen(woven).split() == seen(text).split()
    assert woven.count("\n") == text.count("\n")


@given(TEXTS)
def test_a_gap_is_what_stands_between_two_words(text: str) -> None:
    words = split_words(text)
    edges = zip([0, *words.ends], [*words.starts, len(text)], strict=True)
    for gap, (end, start) in zip(words.gaps, edges, strict=True):
        assert gap.split() == seen(text[end:start]).split()


@pytest.mark.parametrize(
    ("between", "gap"),
    [
        (" ", " "),
        ("  ", " "),
        ("\u00a0", " "),
        ("\u2009\u202f", " "),
        ("\t", " "),
        (" \r\n ", "\n"),
        ("\n \n", "\n\n"),
        (" , ", " , "),
        (" —\u00a0", " — "),
        ("", ""),
        ("\u200b", ""),
        (" \u200f", " "),
        ("\u2067 \u2069(", " ("),
    ],
)
def test_blanks_of_any_kind_and_number_are_one_space_and_line_ends_stay(between: str, gap: str) -> None:
    assert split_words(f"«{between}»").gaps == [f"«{gap}»"]


@given(st.one_of(TEXTS, st.text(alphabet="aİΣσßｃﬁ½²ᴬ𝐀ﷺﻻچپىّ\u06e5\u0301\u0640\u200c\udfff٣ ё\n")))
def test_the_folded_words_are_the_words_folded(text: str) -> None:
    words = split_words(text)
    assert words.folded == [fold(form) for form in words.forms]


@given(TEXTS)
def test_a_single_word_or_gap_is_that_of_the_whole_list(text: str) -> None:
    words = split_words(text)
    assert [words.form(i) for i in range(len(words.starts))] == words.forms
    assert [words.gap(i) for i in range(len(words.starts) + 1)] == words.gaps


@given(TEXTS)
def test_every_word_stands_at_its_offsets(text: str) -> None:
    words = split_words(text)
    spans = zip(words.starts, words.ends, strict=True)
    assert [text[start:end] for start, end in spans] == words.forms
    assert all(words.forms)


@given(TEXTS, st.integers(min_value=0, max_value=40))
def test_at_gives_the_word_that_holds_or_follows_an_offset(text: str, offset: int) -> None:
    words = split_words(text)
    i = words.at(offset)
    assert all(end <= offset for end in words.ends[:i])
    assert all(end > offset for end in words.ends[i:])


@given(TEXTS, st.integers(0, 40), st.integers(0, 40))
def test_span_gives_the_words_that_lie_wholly_within(text: str, left: int, right: int) -> None:
    start, end = sorted((left, right))
    words = split_words(text)
    first, last = words.span(start, end)
    within = [i for i in range(len(words.forms)) if start <= words.starts[i] and words.ends[i] <= end]
    assert list(range(first, last)) == within


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("", []),
        (" … ", []),
        ("C5+1", ["C5", "1"]),
        ("Kazakhstan's president", ["Kazakhstan", "s", "president"]),
        ("الرئيسُ قاسم‌جومرت", ["الرئيسُ", "قاسم‌جومرت"]),
        ("كـــازاخستان،وقرغيزيا", ["كـــازاخستان", "وقرغيزيا"]),
        ("по-русски: «Ёлка»", ["по", "русски", "Ёлка"]),
        ("co\u00adoperation", ["co\u00adoperation"]),
        ("Erdog\u0306an", ["Erdog\u0306an"]),
        ("\u202bقمة\u202c \u200b \u200fأستانا", ["قمة", "أستانا"]),
        ("١٧ مليار، 3.5", ["١٧", "مليار", "3", "5"]),
    ],
)
def test_marks_and_invisible_characters_do_not_cut_a_word(text: str, forms: list[str]) -> None:
    assert split_words(text).forms == forms


@given(TEXTS)
def test_the_words_of_a_text_that_is_read_are_those_that_are_made_on_demand(text: str) -> None:
    lists = ("folded", "starts", "ends", "forms", "gaps", "capitalized", "with_digits")
    read, made = AllWords(split_words(text)), split_words(text)
    assert [getattr(read, name) for name in lists] == [getattr(made, name) for name in lists]
    assert read.signs(0, len(read.forms) + 1) == made.signs(0, len(made.forms) + 1)


@pytest.mark.parametrize(
    ("gap", "signs", "found"),
    [(" ", ",;", False), ("", ",;", False), (", ", ",;", True), (" — ", ",;", False), (" , ; ", ";", True)],
)
def test_a_sign_stands_in_a_gap_or_in_several_joined(gap: str, signs: str, found: bool) -> None:
    assert has_sign(gap, signs) is found
