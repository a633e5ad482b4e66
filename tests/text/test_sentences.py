"""Sentences: where one ends, where a point ends nothing, and that every word is in exactly one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summitry.text.sentences import join_lines, split_sentences
from summitry.text.words import split_words


def sentences_of(text: str) -> list[str]:
    return [text[s.start : s.end] for s in split_sentences(split_words(text))]


PIECES = st.sampled_from(
    ["Mr", "В", "г", "2025", "Саммит", "قمة", "U", "S", "Trump", ". ", "! ", "؟ ", " ", "\n", "\n\n", "; ", ", ", "."]
)


@given(st.one_of(st.text(), st.lists(PIECES).map("".join)))
def test_every_word_is_in_exactly_one_sentence_and_the_offsets_are_true(text: str) -> None:
    words = split_words(text)
    sentences = split_sentences(words)
    assert [i for s in sentences for i in range(s.first, s.last)] == list(range(len(words.forms)))
    for sentence in sentences:
        assert sentence.start == words.starts[sentence.first]
        assert sentence.end == words.ends[sentence.last - 1]
    paragraphs = [sentence.paragraph for sentence in sentences]
    assert paragraphs == sorted(paragraphs)


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("They met. They signed.", ["They met", "They signed"]),
        ("Кто приехал? Все! Переговоры начались.", ["Кто приехал", "Все", "Переговоры начались"]),
        ("هل وقعوا؟ نعم. وصل الرئيس…", ["هل وقعوا", "نعم", "وصل الرئيس"]),
        ("وقعت الاتفاقية.وغادر الوفد.", ["وقعت الاتفاقية", "وغادر الوفد"]),
        ("Before\n\nAfter", ["Before", "After"]),
        ("Present were:\n- Kazakhstan\n- Uzbekistan", ["Present were", "Kazakhstan", "Uzbekistan"]),
        (
            "Present at the table in the palace were delegations of three states:\n— Kazakhstan\n— Uzbekistan",
            ["Present at the table in the palace were delegations of three states", "Kazakhstan", "Uzbekistan"],
        ),
        ("Present were:\nKazakhstan;\nUzbekistan", ["Present were", "Kazakhstan", "Uzbekistan"]),
    ],
)
def test_a_sentence_ends_at_its_mark_at_a_blank_line_and_at_a_list_item(text: str, sentences: list[str]) -> None:
    assert sentences_of(text) == sentences


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Tokayev met Dr. Smith of Acme Inc. in Astana",
        "Trade with the U.S. grew by 3.5 percent",
        "Joe R. Biden spoke",
        "Товарооборот вырос до 3,5 млрд. долларов",
        "С. Жапаров прибыл в Астану",
        "Встреча прошла 7 ноября 2025 г. в Вашингтоне",
        "بلغت قيمة الاتفاقية 3.5 مليارات دولار",
        "The leaders agreed on a railway,\na gas pipeline and\nvisas",
        "Казахстан представлял Касым-Жомарт Токаев, Кыргызстан и Узбекистан\n— Садыр Жапаров и Шавкат Мирзиёев",
        "In the capital the leaders of the five states agreed on three things:\na railway, a pipeline and visas",
    ],
)
def test_a_point_in_a_number_an_initial_or_an_abbreviation_and_a_wrapped_line_end_nothing(text: str) -> None:
    assert sentences_of(text) == [text]


@pytest.mark.parametrize(
    ("headline", "body"),
    [
        (
            "Leaders meet in Astana",
            "The presidents of the five states gathered in the Kazakh capital on Friday to discuss trade and water.",
        ),
        (
            "قمة في أستانا",
            "اجتمع رؤساء دول آسيا الوسطى الخمس في العاصمة الكازاخية اليوم الجمعة لبحث التجارة والمياه والنقل.",
        ),
    ],
)
def test_a_headline_on_a_line_of_its_own_is_a_sentence(headline: str, body: str) -> None:
    assert sentences_of(f"{headline}\n{body}") == [headline, body[:-1]]


def test_a_year_with_its_abbreviation_ends_a_sentence_before_a_capital() -> None:
    assert sentences_of("Организация создана в 2009 г. Саммит прошёл позже.") == [
        "Организация создана в 2009 г",
        "Саммит прошёл позже",
    ]


def test_a_blank_line_begins_a_paragraph_and_a_full_stop_does_not() -> None:
    found = split_sentences(split_words("One. Two.\n\nThree."))
    assert [sentence.paragraph for sentence in found] == [0, 0, 1]


WRAPPED = "The presidents of the five states signed a declaration on water and fuel."
UNWRAPPED = WRAPPED[:-1] + ", and they praised the work of the ministers who had written it."


@pytest.mark.parametrize(
    ("line", "paragraphs"),
    [(WRAPPED, [0, 0]), ("They signed it.", [0, 1]), (UNWRAPPED, [0, 1]), (WRAPPED + "\n", [0, 1])],
)
def test_a_full_stop_at_the_end_of_a_wrapped_line_ends_no_paragraph(line: str, paragraphs: list[int]) -> None:
    found = split_sentences(split_words(line + "\nThey will meet again in the spring of next year."))
    assert [sentence.paragraph for sentence in found] == paragraphs


def test_a_sentence_without_an_end_is_cut_so_that_no_text_makes_the_reader_slow() -> None:
    found = split_sentences(split_words("Kazakhstan and " * 2000))
    assert max(sentence.last - sentence.first for sentence in found) == 500
    assert [sentence.first for sentence in found[1:]] == [sentence.last for sentence in found[:-1]]


@pytest.mark.parametrize(
    ("text", "filled"),
    [
        (
            "the presidents of Tajikistan,\nTurkmenistan\nand Uzbekistan",
            "the presidents of Tajikistan, Turkmenistan and Uzbekistan",
        ),
        ("رؤساء طاجيكستان،\nتركمانستان", "رؤساء طاجيكستان، تركمانستان"),
        ("They agreed:\n1 a treaty", "They agreed:\n1 a treaty"),
        ("They met.\nThey talked.", "They met.\nThey talked."),
    ],
)
def test_the_end_of_a_line_inside_a_sentence_is_a_space(text: str, filled: str) -> None:
    words = split_words(text)
    join_lines(words, split_sentences(words))
    assert "".join(gap + form for gap, form in zip(words.gaps, [*words.forms, ""], strict=True)) == filled
    assert words.signs(0, len(words.forms)) == [i for i in range(len(words.forms)) if words.gaps[i] != " "]
