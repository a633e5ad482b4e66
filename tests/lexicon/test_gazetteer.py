"""The gazetteer: listed phrases are found whole, at word edges, longest first, and whatever their number."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summitry.lexicon.gazetteer import Gazetteer
from summitry.text.words import split_words


def gazetteer(language: str, *phrases: str, inflection: str = "name") -> Gazetteer:
    made = Gazetteer(language)
    for phrase in phrases:
        made.add(phrase, "thing", phrase, "name", inflection)
    return made


def found(made: Gazetteer, text: str) -> list[tuple[str, str]]:
    """What is found: the words of the text, and the phrase as listed."""
    words = split_words(text)
    hits = made.find(words)
    return [(text[words.starts[h.first] : words.ends[h.last - 1]], entry.value) for h in hits for entry in h.entries]


@pytest.mark.parametrize(
    ("language", "listed", "text", "expected"),
    [
        ("en", ["Niger", "Nigeria"], "Nigeria and Niger", [("Nigeria", "Nigeria"), ("Niger", "Niger")]),
        ("en", ["Iran"], "The Iranian side met Iran's envoy", [("Iran", "Iran")]),
        ("en", ["Congo", "Republic of the Congo"], "the Republic of the Congo", [("Republic of the Congo",) * 2]),
        ("en", ["New York"], "New York, New\nYork", [("New York", "New York"), ("New\nYork", "New York")]),
        ("ru", ["Мали"], "Малийцы и Мали", [("Мали", "Мали")]),
        ("ru", ["Саудовская Аравия"], "в Саудовской Аравии", [("Саудовской Аравии", "Саудовская Аравия")]),
        ("ar", ["عمان", "سلطنة عمان"], "وسلطنة عُمان", [("وسلطنة عُمان", "سلطنة عمان")]),
        (
            "ar",
            ["كازاخستان"],
            "كـازاخستان\u200f، لكازاخستان",
            [("كـازاخستان", "كازاخستان"), ("لكازاخستان", "كازاخستان")],
        ),
    ],
)
def test_phrases_are_found_whole_and_the_longest_wins(
    language: str, listed: list[str], text: str, expected: list[tuple[str, str]]
) -> None:
    assert found(gazetteer(language, *listed), text) == expected


@pytest.mark.parametrize(
    ("language", "listed", "text"),
    [
        ("en", "US", "it gave us hope"),
        ("en", "Turkey", "they ate turkey"),
        ("en", "SCO", "Sco was his name"),
        ("ru", "ЕС", "ес"),
        ("ru", "Чад", "исчадие и чад в кухне"),
        ("en", "New York", "New. York"),
        ("en", "New York", "New\n\nYork"),
        ("en", "Bosnia and Herzegovina", "Bosnia, and Herzegovina"),
        ("ar", "اليمن الجنوبي", "اليمن والجنوبي"),
        ("en", "C5+1", "C5 1"),
        ("en", "G20", "G 20"),
    ],
)
def test_another_case_another_sign_between_or_another_word_is_no_hit(language: str, listed: str, text: str) -> None:
    assert found(gazetteer(language, listed), text) == []


@pytest.mark.parametrize(
    ("language", "listed", "texts"),
    [
        ("en", "C5+1", ["C5+1", "C5 + 1", "“C5+1”", "C٥+١"]),
        ("en", "Russia – Africa", ["Russia-Africa", "Russia–Africa", "Russia — Africa", "Russia/Africa"]),
        ("en", "Côte d'Ivoire", ["Cote d'Ivoire", "Côte d’Ivoire", "CÔTE D'IVOIRE"]),
        ("ru", "«Центральная Азия – Россия»", ["«Центральная Азия – Россия»", "«Центральной Азии — Россия"]),
        ("ar", "سي 5+1", ["سي 5+1", "سي ٥+١", "سي ۵+۱"]),
    ],
)
def test_dashes_quotation_marks_digits_and_spaces_around_signs_do_not_count(
    language: str, listed: str, texts: list[str]
) -> None:
    made = gazetteer(language, listed)
    assert [text for text in texts if not found(made, text)] == []


def test_a_word_with_two_meanings_gives_both() -> None:
    made = Gazetteer("ar")
    made.add("عمان", "city", "amman", "name", "name")
    made.add("عُمان", "place", "OMN", "name", "name")
    (hit,) = made.find(split_words("في عمان"))
    assert {(entry.kind, entry.value) for entry in hit.entries} == {("city", "amman"), ("place", "OMN")}


def test_hits_never_overlap_and_come_in_order() -> None:
    made = gazetteer("en", "Central Asia", "Asia", "Asia Pacific", "Pacific")
    assert [text for text, _ in found(made, "Central Asia Pacific, Asia Pacific")] == [
        "Central Asia",
        "Pacific",
        "Asia Pacific",
    ]


def test_a_phrase_without_a_word_is_ignored() -> None:
    assert found(gazetteer("en", "…", "+"), "… + …") == []


@given(
    st.lists(st.lists(st.sampled_from("abcd"), min_size=1, max_size=3).map(" ".join), max_size=6),
    st.lists(st.sampled_from("abcd"), max_size=12).map(" ".join),
)
def test_leftmost_longest_is_what_a_naive_search_finds(listed: list[str], text: str) -> None:
    phrases = {tuple(phrase.split()) for phrase in listed}
    words = text.split()
    expected = []
    i = 0
    while i < len(words):
        fitting = [p for p in phrases if tuple(words[i : i + len(p)]) == p]
        if fitting:
            longest = max(fitting, key=len)
            expected.append(" ".join(longest))
            i += len(longest)
        else:
            i += 1
    assert [value for _, value in found(gazetteer("en", *listed), text)] == expected


@given(st.permutations(["Niger", "Nigeria", "Niger Delta", "Delta", "niger"]))
def test_the_order_of_listing_changes_nothing_but_the_order_of_equals(listed: list[str]) -> None:
    text = "The Niger Delta lies in Nigeria, not in Niger."
    assert sorted(found(gazetteer("en", *listed), text)) == sorted(found(gazetteer("en", *sorted(listed)), text))
