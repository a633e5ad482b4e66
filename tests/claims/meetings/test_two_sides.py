"""Summits that are told by their sides ("the two sides' first summit") or by the names of those who sign at them."""

from __future__ import annotations

import datetime as dt

import pytest

from summitry.articles import make_article
from summitry.reader import extract

_LEADERS_RU = (
    "председатель КНР Си Цзиньпин, президенты Казахстана Касым-Жомарт Токаев, Кыргызстана Садыр Жапаров, "
    "Таджикистана Эмомали Рахмон, Туркменистана Сердар Бердымухамедов и Узбекистана Шавкат Мирзиёев"
)
_LEADERS_EN = (
    "Xi Jinping, Kassym-Jomart Tokayev, Sadyr Japarov, Emomali Rahmon, Serdar Berdimuhamedow and Shavkat Mirziyoyev"
)
_LEADERS_AR = (
    "الرئيس الصيني شي جين بينغ ورؤساء كازاخستان قاسم جومارت توكاييف وقرغيزستان صادير جاباروف وطاجيكستان إمام علي رحمان "
    "وتركمانستان سردار بردي محمدوف وأوزبكستان شوكت ميرضيائيف"
)


def summits(language: str, day: str, text: str) -> list[tuple[str, str, str]]:
    article = make_article(text, "a", language=language, published_on=dt.date.fromisoformat(day))
    return [(row["forum_id"], str(row["held_on"]), row["city"]) for row in extract(article).tables()["summits"]]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "SAMARKAND - Central Asia and the European Union raised their ties on Friday at the two sides' first summit.",
        ),
        (
            "en",
            "SAMARKAND - Central Asia and the EU grew closer on Friday. This was the first summit between the two sides.",
        ),
        (
            "ru",
            "САМАРКАНД. Отношения Центральной Азии и Евросоюза подняты сегодня на новый уровень на первом саммите двух сторон.",
        ),
        (
            "ar",
            "سمرقند - ارتقت العلاقات بين الاتحاد الأوروبي وآسيا الوسطى اليوم الجمعة إلى مستوى جديد، في أول قمة بين الجانبين.",
        ),
    ],
)
def test_a_summit_of_two_sides_is_that_of_the_region_and_the_partner_named(language: str, text: str) -> None:
    assert summits(language, "2025-04-04", text) == [("eu-central-asia", "2025-04-04", "Samarkand")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "BUSAN - China and the United States agreed a truce on Thursday at the first summit of the two sides since 2019.",
        ),
        ("ru", "ПУСАН. Китай и США договорились в четверг о перемирии на первом с 2019 года саммите двух сторон."),
        ("ar", "بوسان - اتفقت الصين والولايات المتحدة أمس الخميس على هدنة في أول قمة بين الجانبين منذ عام 2019."),
        (
            "en",
            "BISHKEK - Central Asia wants more from Europe. Japan and Korea met on Friday at the two sides' first summit.",
        ),
    ],
)
def test_a_summit_of_two_sides_that_have_no_format_is_none(language: str, text: str) -> None:
    assert summits(language, "2025-10-31", text) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", f"Во вторник в Астане {_LEADERS_RU} подписали Договор о вечном добрососедстве."),
        ("en", f"{_LEADERS_EN} signed a treaty of eternal good-neighbourliness in Astana on Tuesday."),
        ("ar", f"في أستانا وقّع {_LEADERS_AR} أمس الثلاثاء معاهدة حسن الجوار الدائم."),
    ],
)
def test_leaders_of_a_region_who_sign_with_its_partner_in_a_city_meet_there(language: str, text: str) -> None:
    assert summits(language, "2025-06-18", text) == [("china-central-asia", "2025-06-17", "Astana")]


def test_leaders_who_sign_a_letter_each_at_home_do_not_meet() -> None:
    assert summits("en", "2025-06-18", f"{_LEADERS_EN} signed a joint letter on Tuesday.") == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "SAMARKAND - The European Union and Central Asia held their first summit in Samarkand on Friday."),
        ("ru", "САМАРКАНД. Евросоюз и Центральная Азия провели в пятницу в Самарканде свой первый саммит."),
        ("ru", "САМАРКАНД. Евросоюз и страны Центральной Азии впервые встретились в пятницу на саммите в Самарканде."),
        ("ar", "سمرقند - عقد الاتحاد الأوروبي وآسيا الوسطى اليوم الجمعة قمتهما الأولى في سمرقند."),
    ],
)
def test_two_sides_that_an_and_joins_hold_their_summit(language: str, text: str) -> None:
    assert summits(language, "2025-04-04", text) == [("eu-central-asia", "2025-04-04", "Samarkand")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "LONDON - Germany and Central Asia want closer ties, Olaf Scholz said on Thursday ahead of a business summit.",
        ),
        (
            "en",
            "LONDON - Trade between China and Central Asia will grow, Xi Jinping told a business summit on Thursday.",
        ),
    ],
)
def test_a_summit_of_a_theme_is_not_that_of_the_sides_beside_it(language: str, text: str) -> None:
    assert summits(language, "2025-10-31", text) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The format's debut at the level of presidents was in New York in September 2023."),
        ("en", "Joe Biden had sat down with the five in New York in September 2023."),
        ("en", "It follows the one of September 2023, in New York."),
        ("en", "The first was in New York in September 2023."),
        ("ru", "Дебют формата состоялся в Нью-Йорке в сентябре 2023 года."),
        ("ru", "В сентябре 2023 года пятёрку принимал в Нью-Йорке Джо Байден."),
        ("ru", "Первый прошёл в Нью-Йорке в сентябре 2023 года."),
        ("ar", "وكانت الأولى قد عقدت في نيويورك في سبتمبر 2023."),
    ],
)
def test_the_meeting_before_is_told_without_its_name(language: str, text: str) -> None:
    main = {
        "en": "WASHINGTON - Donald Trump hosted the C5+1 summit on Thursday. ",
        "ru": "ВАШИНГТОН. Дональд Трамп провёл в четверг саммит C5+1. ",
        "ar": "واشنطن - استضاف ترامب أمس الخميس قمة «سي 5+1». ",
    }
    found = summits(language, "2025-11-07", main[language] + text)
    assert ("c5plus1", "2023-09", "New York") in found
    assert len(found) == 2
