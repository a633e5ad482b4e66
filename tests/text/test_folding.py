"""Folding: the form in which words are compared does not depend on how a word happens to be typed."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from summitry.text.folding import fold

ARABIC = "ابتثجحخدذرزسشصضطظعغفقكلمنهويىةأإآؤئءگپچژک"
CYRILLIC = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
LATIN = "abcdefghijklmnopqrstuvwxyzäéğışçöüñ"
DIACRITICS = "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0670"
INVISIBLE = "\u200b\u200e\u200f\u202a\u202c\u2067\u2069\ufeff\u00ad"
DIGITS = ("0123456789", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹")

WORDS = st.text(alphabet=ARABIC + CYRILLIC + LATIN + LATIN.upper() + CYRILLIC.upper() + "0123456789", min_size=1)


@given(st.text())
@example("ᴬ")
@example("İ")
@example("ẞ")
@example("ﷺ")
def test_folding_twice_is_folding_once(word: str) -> None:
    assert fold(fold(word)) == fold(word)


@given(WORDS)
def test_composed_and_decomposed_characters_are_one(word: str) -> None:
    composed, decomposed = (unicodedata.normalize(form, word) for form in ("NFC", "NFD"))
    assert fold(composed) == fold(decomposed)


@given(WORDS)
def test_letter_case_does_not_count(word: str) -> None:
    assert fold(word.upper()) == fold(word.lower()) == fold(word)


@given(st.data())
def test_diacritics_tatweel_and_invisible_characters_do_not_count(data: st.DataObject) -> None:
    word = data.draw(st.text(alphabet=ARABIC, min_size=1))
    strewn = "".join(
        letter + data.draw(st.text(alphabet=DIACRITICS + INVISIBLE + "\u0640", max_size=2)) for letter in word
    )
    # Alef takes a mark above it into itself (U+0653 to U+0655 only), which none of these is.
    assert fold(strewn) == fold(word)


@given(st.integers(min_value=0, max_value=10**12))
def test_native_digits_are_european_ones(number: int) -> None:
    spellings = [str(number).translate(str.maketrans(DIGITS[0], digits)) for digits in DIGITS]
    assert {fold(spelling) for spelling in spellings} == {str(number)}


@pytest.mark.parametrize(
    ("spellings", "folded"),
    [
        (["أوزبكستان", "اوزبكستان", "إوزبكستان", "ٱوزبكستان"], "اوزبكستان"),
        (["على", "علي", "علی"], "علي"),
        (["اتفاقية", "اتفاقيه", "اتّفاقيّة", "اتفاقيـــة"], "اتفاقيه"),
        (["شؤون", "شوون"], "شوون"),
        (["القيادة", "ﺍﻟﻘﻴﺎﺩﺓ"], "القياده"),
        (["لا", "ﻻ"], "لا"),
        (["کازاخستان", "كازاخستان"], "كازاخستان"),
        (["Тёплый", "Теплый", "ТЕПЛЫЙ", "те\u0308плыи\u0306"], "теплыи"),
        (["Erdoğan", "ERDOGAN", "Erdog\u0306an"], "erdogan"),
        (["İstanbul", "Istanbul", "istanbul"], "istanbul"),
        (["Łódź", "lodz"], "lodz"),
        (["Ｃ５", "C5", "c٥"], "c5"),
        (["ﬁnance", "finance"], "finance"),
    ],
)
def test_forms_of_one_letter_are_one(spellings: list[str], folded: str) -> None:
    assert {fold(spelling) for spelling in spellings} == {folded}


@pytest.mark.parametrize(("left", "right"), [("سلام", "شلام"), ("мир", "мор"), ("Iran", "Iraq"), ("1", "7")])
def test_different_letters_stay_different(left: str, right: str) -> None:
    assert fold(left) != fold(right)
