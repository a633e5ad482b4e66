"""The gazetteer: listed phrases are found whole, at word edges, longest first, and whatever their number."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summitry.lexicon.gazetteer import Gazetteer
from summitry.lexicon.inflection import INFLECTIONS
from summitry.text.folding import fold
from summitry.text.words import Words, split_words


def gazetteer(language: str, *phrases: str, inflection: str = "name") -> Gazetteer:
    made = Gazetteer(language)
    for phrase in phrases:
        made.add(phrase, "thing", phrase, "name", inflection)
    return made


def found(made: Gazetteer, text: str) -> list[tuple[str, str]]:
    """What is found: the words of the text, and the phrase as listed."""
    words = split_words(text)
    hits = made.find(words)
    return [
        (text[words.starts[first] : words.ends[last - 1]], entry.value)
        for first, last, sense in hits
        for entry in sense.entries
    ]


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
    ((_, _, sense),) = made.find(split_words("في عمان"))
    assert {(entry.kind, entry.value) for entry in sense.entries} == {("city", "amman"), ("place", "OMN")}


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


# Few letters, so that phrases and texts meet; and all that may stand in, on or before a word.
LETTERS = {"ar": "قمةىيأ", "en": "aAbsS", "ru": "СсрамиойЁе"}
STREWN = {
    "ar": ("", "\u0640", "\u064e\u0651", "\u200f"),
    "en": ("", "\u00ad", "\u0301"),
    "ru": ("", "\u0301", "\u200b"),
}
CLITICS = {"ar": ("", "و", "ب", "وال", "لل", "ك"), "en": ("",), "ru": ("",)}
ENDINGS = {"ar": ("", "ه"), "en": ("", "s"), "ru": ("", "а", "ого", "иями", "м")}


@st.composite
def aliases_and_text(draw: st.DrawFn) -> tuple[str, list[str], str]:
    language = draw(st.sampled_from(sorted(LETTERS)))
    word = st.text(alphabet=LETTERS[language], min_size=1, max_size=4)
    number = st.sampled_from(["5", "20"])
    aliases = draw(st.lists(st.lists(word | number, min_size=1, max_size=3).map(" ".join), min_size=1, max_size=5))
    listed = st.sampled_from([part for alias in aliases for part in alias.split()])
    text = []
    for letters in draw(st.lists(listed | word | st.sampled_from(["٥", "۲۰", "C5+1"]), max_size=12)):
        clitic, ending = (draw(st.sampled_from(affixes[language])) for affixes in (CLITICS, ENDINGS))
        strewn = letters[0] + draw(st.sampled_from(STREWN[language])) + letters[1:]
        text.append(clitic + strewn + ending + draw(st.sampled_from(["", "", ",", "\n", " –"])))
    return language, aliases, " ".join(text)


def naive_search(language: str, aliases: list[str], words: Words) -> set[tuple[int, int, str]]:
    """Every alias tried at every word: the words from first to last (exclusive), and the alias; leftmost and longest."""
    found: set[tuple[int, int, str]] = set()
    first = 0
    while first < len(words.forms):
        fitting = {(first, last, alias) for alias in aliases if (last := naive_end(language, alias, words, first))}
        longest = max((last for _, last, _ in fitting), default=first + 1)
        found |= {hit for hit in fitting if hit[1] == longest}
        first = longest
    return found


def naive_end(language: str, alias: str, words: Words, first: int) -> int:
    """The word behind an alias that stands at a word; 0 where it does not."""
    rules, listed = INFLECTIONS[language], alias.split()
    last = first + len(listed)
    met = [rules.text_keys(fold(form)) for form in words.forms[first:last]]
    if language == "ar":
        met[1:] = [keys[:1] for keys in met[1:]]
    cased = language != "ar"
    if len(met) < len(listed) or (cased and alias[0].isupper() and not words.forms[first][0].isupper()):
        return 0
    if cased and len(alias) <= 6 and alias.isupper() and not "".join(words.forms[first:last]).isupper():
        return 0
    if any(gap.strip() not in ("", "–") for gap in words.gaps[first + 1 : last]):
        return 0
    spelled = (zip(keys, met, strict=True) for keys in rules.phrase_keys(listed, "name"))
    return last if any(all(key in keys for key, keys in pairs) for pairs in spelled) else 0


@settings(max_examples=300, deadline=None)
@given(aliases_and_text())
def test_what_is_found_is_what_a_naive_search_finds(drawn: tuple[str, list[str], str]) -> None:
    language, aliases, text = drawn
    words = split_words(text)
    hits = gazetteer(language, *aliases).find(words)
    found = {(first, last, entry.value) for first, last, sense in hits for entry in sense.entries}
    assert found == naive_search(language, aliases, words)
