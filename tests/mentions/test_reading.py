"""From an article to its mentions: true offsets, names within phrases, the same reading however the text is typed."""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summitry.articles import Article
from summitry.mentions.document import Document
from summitry.mentions.reading import read_mentions

DAY = dt.date(2025, 11, 7)

ENGLISH = (
    "Presidents of the Organization of Turkic States met in Gabala on 7 October 2025. President "
    "Ilham Aliyev of Azerbaijan hosted Kassym-Jomart Tokayev at the summit and signed a deal worth "
    "500 million dollars on uranium."
)
RUSSIAN = (
    "Саммит Организации тюркских государств прошёл 7 октября 2025 года в Габале. Президент "
    "Азербайджана Ильхам Алиев принял Касым-Жомарта Токаева и подписал соглашение на 500 млн "
    "долларов о поставках урана."
)
ARABIC = (
    "عقدت قمة منظمة الدول التركية في 7 أكتوبر 2025. واستقبل رئيس أذربيجان إلهام علييف نظيره الكازاخي "
    "قاسم جومرت توكاييف ووقع اتفاقية بقيمة 500 مليون دولار لشراء اليورانيوم من كازاخستان."
)
ARTICLES = [("en", ENGLISH), ("ru", RUSSIAN), ("ar", ARABIC)]


def read(language: str, text: str) -> Document:
    return read_mentions(Article("a", text, language, DAY))


def said(document: Document) -> list[tuple[str, str]]:
    return [(mention.kind, mention.value) for mention in document.mentions]


@pytest.mark.parametrize(("language", "text"), ARTICLES)
def test_an_article_is_read_for_people_places_forums_commodities_days_and_sums(language: str, text: str) -> None:
    document = read(language, text)
    assert set(said(document)) >= {
        ("forum", "ots"),
        ("person", "ilham-aliyev"),
        ("person", "kassym-jomart-tokayev"),
        ("place", "AZE"),
        ("commodity", "uranium"),
        ("meeting", "summit"),
    }
    assert [day.iso for day in document.days] == ["2025-10-07"]
    assert [(amount.value, amount.currency) for amount in document.amounts] == [(500_000_000, "USD")]


@pytest.mark.parametrize(("language", "text"), ARTICLES)
def test_every_mention_stands_at_its_words_and_offsets_in_the_order_of_the_text(language: str, text: str) -> None:
    document = read(language, text)
    words = document.words
    for mention in document.mentions:
        assert 0 <= mention.first < mention.last <= len(words.forms)
        assert (mention.start, mention.end) == (words.starts[mention.first], words.ends[mention.last - 1])
    places = [(mention.first, mention.last) for mention in document.mentions]
    assert places == sorted(places)


@pytest.mark.parametrize(("language", "text"), ARTICLES)
@pytest.mark.parametrize(
    "typed",
    [
        lambda text: unicodedata.normalize("NFD", text),
        lambda text: text.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")),
        lambda text: text.translate(str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")),
        lambda text: text.translate(str.maketrans("أإآىةيك", "اااىهیک")),
        lambda text: text.replace("ё", "е"),
        lambda text: text.replace("لا", "ل\u0640ا").replace("كا", "كـــا"),
        lambda text: "".join(c + "\u064e" if c in "بتسمقد" else c for c in text),
        lambda text: text.replace(" ", " \u200f"),
        lambda text: text.replace(" ", "\u00a0"),
        lambda text: text.replace(" ", "\n"),
    ],
    ids=["NFD", "Arabic", "Persian", "letters", "ё", "tatweel", "diacritics", "bidi", "hard spaces", "lines"],
)
def test_the_same_is_read_however_the_text_is_typed(language: str, text: str, typed: Callable[[str], str]) -> None:
    plain, other = read(language, text), read(language, typed(text))
    assert said(other) == said(plain)
    assert [day.iso for day in other.days] == [day.iso for day in plain.days]
    assert [(amount.value, amount.currency) for amount in other.amounts] == [
        (amount.value, amount.currency) for amount in plain.amounts
    ]


def test_a_summit_stays_a_summit_within_a_longer_phrase() -> None:
    document = read("en", "At the summit of the Organization of Turkic States, Ilham Aliyev thanked the guests.")
    assert document.has("meeting", value="summit")


def test_the_words_of_a_name_are_no_cues_of_their_own() -> None:
    document = read("en", "Ilham Aliyev spoke of the Shanghai Cooperation Organisation.")
    forum = document.of("forum")[0]
    inside = {m.kind for m in document.mentions if forum.first <= m.first and m.last <= forum.last}
    assert inside == {"forum"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The Consultative Meeting of the Heads of State of Central Asia took place."),
        ("ru", "Прошла Консультативная встреча глав государств Центральной Азии."),
        ("ar", "عقد الاجتماع التشاوري لرؤساء دول آسيا الوسطى."),
    ],
)
def test_the_name_of_a_regions_meeting_names_the_region_too(language: str, text: str) -> None:
    document = read(language, text)
    assert [m.value for m in document.of("forum")] == ["central-asia-consultative"]
    assert [m.value for m in document.of("place")] == ["central-asia"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The football club signed a striker for 50 million euros on Friday, the chairman said."),
        ("ru", "Футбольный клуб подписал нападающего за 50 миллионов евро, сообщил председатель правления."),
        ("ar", "وقع النادي مع المهاجم مقابل 50 مليون يورو يوم الجمعة بحسب ما أعلنه مدير النادي في بيان."),
    ],
)
def test_an_article_that_names_nobody_and_no_country_is_left_at_once_and_a_piece_of_one_is_not(
    language: str, text: str
) -> None:
    assert read(language, text).mentions == []
    piece = read_mentions(Article("a", text, language, DAY), part=True)
    assert [amount.value for amount in piece.amounts] == [50_000_000]


@settings(deadline=None, max_examples=60)
@given(st.sampled_from(["ar", "en", "ru"]), st.text(max_size=60))
def test_any_text_is_read_without_complaint(language: str, text: str) -> None:
    document = read_mentions(Article("a", text, language, DAY), part=True)
    for mention in document.mentions:
        assert document.text_of(mention.start, mention.end)


def test_no_word_stands_before_the_first_or_behind_the_last() -> None:
    document = read_mentions(Article("a", "And Kazakhstan met and", "en"), part=True)
    assert [document.is_word(i, "conjunction") for i in range(-1, 5)] == [False, True, False, False, True, False]


def test_a_stretch_of_words_has_a_function_word_wherever_it_begins_or_ends() -> None:
    document = read_mentions(Article("a", "And Kazakhstan met and", "en"), part=True)
    stretches = [(-5, 0), (-1, 1), (1, 3), (1, 4), (3, 9), (4, 9), (3, 1)]
    found = [document.last_word("conjunction", stretch) for stretch in stretches]
    assert found == [None, 0, None, 3, 3, None, None]
    assert [document.has_word("conjunction", stretch) for stretch in stretches] == [i is not None for i in found]


def test_every_word_has_its_sentence_and_what_lies_outside_the_nearest() -> None:
    document = read_mentions(Article("a", "Kazakhstan met them. They talked there.", "en"), part=True)
    assert [document.sentence_at(i) for i in (-1, 0, 2, 3, 5, 6, 9)] == [0, 0, 0, 1, 1, 1, 1]


def test_an_and_may_be_a_word_or_written_onto_one() -> None:
    arabic = read_mentions(Article("a", "وقع هو وأنور اتفاقا", "ar"), part=True)
    assert [arabic.opens_with_and(i) for i in range(1, 5)] == [False, True, False, False]
    english = read_mentions(Article("a", "Anwar and Abdullah", "en"), part=True)
    assert [english.opens_with_and(i) for i in range(-1, 4)] == [False, False, True, False, False]
