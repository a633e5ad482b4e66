"""One slip of the pen: what is near enough to be meant, and what is another word."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from summitry.text.spelling import one_slip

LETTERS = "abcde"
WORDS = st.text(alphabet=LETTERS, min_size=6, max_size=10)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("المعادة", "المعادن"),
        ("الفرغيزي", "القرغيزي"),
        ("Kazkhstan", "Kazakhstan"),
        ("Kazaakhstan", "Kazakhstan"),
        ("Kzaakhstan", "Kazakhstan"),
        ("Узбекистон", "Узбекистан"),
    ],
)
def test_a_letter_changed_added_left_out_or_swapped_is_a_slip(written: str, meant: str) -> None:
    assert one_slip(written, meant)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Kazakhstan", "Kazakhstan"),
        ("Iran", "Iraq"),
        ("النيجر", "نيجيريا"),
        ("Austria", "Australia"),
        ("Slovakia", "Slovenia"),
        ("abcdef", "badcef"),
    ],
)
def test_the_word_itself_a_short_word_and_two_slips_are_none(left: str, right: str) -> None:
    assert not one_slip(left, right)


@given(WORDS, st.data())
def test_every_single_edit_is_found_from_both_sides(word: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(word) - 2))
    letter = data.draw(st.sampled_from(LETTERS))
    edits = {
        word[:place] + letter + word[place + 1 :],
        word[:place] + letter + word[place:],
        word[:place] + word[place + 1 :],
        word[:place] + word[place + 1] + word[place] + word[place + 2 :],
    }
    for edited in edits - {word}:
        assert one_slip(edited, word)
        assert one_slip(word, edited)


@given(WORDS, WORDS)
def test_words_of_more_than_one_edit_are_apart(left: str, right: str) -> None:
    assume(left[:2] != right[:2] and left[-2:] != right[-2:] and left[0] != right[0] and left[-1] != right[-1])
    assert not one_slip(left, right)
