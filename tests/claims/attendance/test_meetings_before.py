"""Meetings of earlier years that are told beside the one reported, and the news, the days and months of a meeting."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

import pytest

from summitry.articles import Article
from summitry.reader import extract

WEDNESDAY = dt.date(2025, 11, 5)


def tables(text: str, day: dt.date = WEDNESDAY) -> dict[str, list[dict[str, Any]]]:
    language = "ar" if re.search("[\u0621-\u064a]", text) else "ru" if re.search("[а-яё]", text) else "en"
    return extract(Article("a", text, language, day)).tables()


def met(text: str, day: dt.date = WEDNESDAY) -> list[tuple[Any, ...]]:
    rows = tables(text, day)["summits"]
    return sorted((row["held_on"], row["host_place_id"], row["city"]) for row in rows)


@pytest.mark.parametrize(
    "text",
    [
        "The C5+1 summit is set for November 6 in Washington. In 2023, the leaders met with Joe Biden in New York.",
        "Саммит C5+1 пройдет 6 ноября в Вашингтоне. В 2023 году лидеры встретились с Джо Байденом в Нью-Йорке.",
        "تعقد قمة سي 5+1 في واشنطن يوم 6 نوفمبر. وكان القادة قد اجتمعوا مع جو بايدن في نيويورك عام 2023.",
        "The C5+1 summit is due in Washington on November 6, the second after the one with Joe Biden in New York in 2023.",
        "Саммит C5+1 пройдет 6 ноября в Вашингтоне, второй после встречи Джо Байдена с лидерами в Нью-Йорке в 2023 году.",
        "تعقد قمة سي 5+1 في واشنطن يوم 6 نوفمبر، وهي الثانية بعد لقاء الرئيس جو بايدن مع القادة في نيويورك عام 2023.",
    ],
)
def test_where_the_leaders_met_in_another_year_is_a_meeting_of_its_own_with_who_met_them(text: str) -> None:
    assert met(text) == [("2023", "USA", "New York"), ("2025-11-06", "USA", "Washington")]
    assert {"joe-biden"} == {
        row["leader_id"] for row in tables(text)["attendance"] if row["summit_id"] == "c5plus1-2023"
    }


@pytest.mark.parametrize(
    "text",
    [
        "The C5+1 summit is set for November 6 in Washington. In 2023 the leaders of Kazakhstan and Uzbekistan met in Samarkand.",
        "Саммит C5+1 пройдет 6 ноября в Вашингтоне. В 2023 году лидеры Казахстана и Узбекистана встретились в Самарканде.",
        "تعقد قمة سي 5+1 في واشنطن يوم 6 نوفمبر. وكان رئيسا كازاخستان وأوزبكستان قد التقيا في سمرقند عام 2023.",
    ],
)
def test_a_meeting_of_the_leaders_of_two_countries_is_none_of_the_forums(text: str) -> None:
    assert met(text) == [("2025-11-06", "USA", "Washington")]


@pytest.mark.parametrize(
    "text",
    [
        "The China-Central Asia summit opens in Astana on November 6, after the one in Xi'an in May 2023.",
        "Саммит «Центральная Азия — Китай» откроется в Астане 6 ноября, после того, который прошел в Сиане в мае 2023 года.",
        "تفتتح قمة آسيا الوسطى والصين في أستانا يوم 6 نوفمبر، بعد تلك التي عقدت في شيآن في مايو 2023.",
    ],
)
def test_the_one_before_is_another_meeting(text: str) -> None:
    assert met(text) == [("2023-05", "CHN", "Xi'an"), ("2025-11-06", "KAZ", "Astana")]


@pytest.mark.parametrize(
    "text",
    [
        "The C5+1 summit in Washington was announced at the end of October. The leaders will meet on November 6.",
        "The C5+1 summit became known in October. The summit in Washington will take place on November 6.",
        "О саммите «Центральная Азия — США» в Вашингтоне стало известно в конце октября. Встреча пройдет 6 ноября.",
        "О саммите C5+1 в Вашингтоне впервые сообщили в октябре. Президенты встретятся с Дональдом Трампом 6 ноября.",
        "Дата саммита C5+1 была объявлена 23 октября. Сам саммит пройдет в Вашингтоне 6 ноября.",
    ],
)
def test_the_day_of_the_news_of_a_summit_is_not_its_day(text: str) -> None:
    assert met(text) == [("2025-11-06", "USA", "Washington")]


def test_what_becomes_known_at_a_summit_becomes_known_on_its_day() -> None:
    assert met("На саммите C5+1 в Вашингтоне 6 ноября стало известно о сделках.", dt.date(2025, 11, 7)) == [
        ("2025-11-06", "USA", "Washington")
    ]
    assert met("At the C5+1 summit in Washington deals were announced on November 6.", dt.date(2025, 11, 7)) == [
        ("2025-11-06", "USA", "Washington")
    ]


@pytest.mark.parametrize(
    ("text", "held_on"),
    [
        ("The White House is preparing for a November C5+1 summit in Washington.", "2025-11"),
        ("Leaders will meet at the December summit of the C5+1 in Washington.", "2025-12"),
        ("Deals were signed since the September C5+1 summit in Washington.", "2025-09"),
        ("Белый дом готовит ноябрьский саммит C5+1 в Вашингтоне.", "2025-11"),
        ("По итогам сентябрьского саммита C5+1 в Вашингтоне подписаны документы.", "2025-09"),
        ("وبعد قمة سبتمبر التي جمعت قادة آسيا الوسطى مع ترامب في واشنطن وقعت وثائق.", "2025-09"),
        ("The C5+1 summit in Washington is planned for November 19 or 20.", "2025-11"),
        ("Саммит C5+1 в Вашингтоне запланирован на 19 или 20 ноября.", "2025-11"),
        ("ومن المقرر أن تعقد قمة سي 5+1 في واشنطن في 19 أو 20 نوفمبر.", "2025-11"),
    ],
)
def test_a_month_may_be_all_that_is_told_of_a_summits_day(text: str, held_on: str) -> None:
    assert met(text) == [(held_on, "USA", "Washington")]


def test_an_adjective_of_a_month_dates_nothing_but_a_meeting() -> None:
    text = "Саммит C5+1 прошел в Вашингтоне. Гости посетили выставку на Октябрьской улице и майский парад."
    assert met(text) == [("2025-11-05", "USA", "Washington")]


_OPENING = {
    "en": "SAMARKAND - The first summit of the European Union and Central Asia was held on Friday.",
    "ru": "САМАРКАНД. Первый саммит «ЕС — Центральная Азия» прошёл в пятницу в Самарканде.",
    "ar": "سمرقند - عقدت القمة الأولى بين الاتحاد الأوروبي وآسيا الوسطى أمس الجمعة.",
}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "Charles Michel had met the region's leaders twice, in Astana in October 2022 and in Cholpon-Ata in June 2023.",
        ),
        (
            "en",
            "The leaders met Charles Michel twice before: in October 2022 in Astana and in June 2023 in Cholpon-Ata.",
        ),
        (
            "ru",
            "Президенты дважды встречались с Шарлем Мишелем — в октябре 2022 года в Астане и в июне 2023-го в Чолпон-Ате.",
        ),
        ("ar", "وسبق أن التقى قادة المنطقة مرتين شارل ميشيل، في أستانا في أكتوبر 2022 وفي تشولبون آتا في يونيو 2023."),
    ],
)
def test_who_met_a_regions_leaders_twice_was_at_two_meetings(language: str, text: str) -> None:
    read = tables(f"{_OPENING[language]} {text}", dt.date(2025, 4, 5))
    cities = {row["summit_id"]: row["city"] for row in read["summits"]}
    assert sorted(cities.values()) == ["Astana", "Cholpon-Ata", "Samarkand"]
    seen = {cities[row["summit_id"]] for row in read["attendance"] if row["leader_id"] == "charles-michel"}
    assert seen == {"Astana", "Cholpon-Ata"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Shavkat Mirziyoyev has met Vladimir Putin twice this year, in Moscow in May and in Sochi in October."),
        ("ru", "Мирзиёев и Путин в этом году встречались дважды, в Москве в мае и в Сочи в октябре."),
        ("ar", "والتقى ميرضيائيف بوتين مرتين هذا العام، في موسكو في مايو وفي سوتشي في أكتوبر."),
    ],
)
def test_two_who_met_twice_are_at_no_meeting_of_the_forum_by_that(language: str, text: str) -> None:
    read = tables(f"{_OPENING[language]} {text}", dt.date(2025, 4, 5))
    assert len(read["summits"]) == 1
    assert read["attendance"] == []
