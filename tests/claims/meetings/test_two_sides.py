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
