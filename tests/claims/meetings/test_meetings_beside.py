"""Several meetings of one word, ministers on the eve of a summit, meetings in the same place, and who means to hold one."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

import pytest

from summitry.articles import Article
from summitry.reader import extract

THURSDAY = dt.date(2025, 11, 6)


def tables(text: str) -> dict[str, list[dict[str, Any]]]:
    language = "ar" if re.search("[\u0621-\u064a]", text) else "ru" if re.search("[а-яё]", text) else "en"
    return extract(Article("a", text, language, THURSDAY)).tables()


def met(text: str) -> list[tuple[Any, ...]]:
    rows = tables(text)["summits"]
    return sorted(((row["held_on"] or "", row["host_place_id"], row["city"]) for row in rows), key=str)


@pytest.mark.parametrize(
    "text",
    [
        "The SCO held summits in Samarkand in 2022, New Delhi in 2023 and Astana in 2024.",
        "Саммиты ШОС прошли в Самарканде в 2022 году, в Нью-Дели в 2023 году и в Астане в 2024 году.",
        "عقدت قمم منظمة شنغهاي للتعاون في سمرقند عام 2022 وفي نيودلهي عام 2023 وفي أستانا عام 2024.",
    ],
)
def test_summits_listed_by_their_cities_are_as_many_meetings(text: str) -> None:
    assert met(text) == [("2022", "UZB", "Samarkand"), ("2023", "IND", "New Delhi"), ("2024", "KAZ", "Astana")]


@pytest.mark.parametrize(
    "text",
    [
        "Unlike the SCO summits in Samarkand and Astana, this year's summit in Tianjin was attended by Narendra Modi.",
        "Если о саммитах ШОС в Самарканде и Астане писали мало, то на саммит этого года в Тяньцзине приехал Нарендра Моди.",
        "وبعد قمتي منظمة شنغهاي للتعاون في سمرقند وأستانا عقدت قمة هذا العام في تيانجين بحضور مودي.",
    ],
)
def test_this_years_summit_is_in_none_of_the_cities_of_the_others(text: str) -> None:
    assert met(text) == [("", "KAZ", "Astana"), ("", "UZB", "Samarkand"), ("2025", "CHN", "Tianjin")]
    assert [row["summit_id"] for row in tables(text)["attendance"]] == ["sco-2025"]


@pytest.mark.parametrize(
    "text",
    [
        "William Ruto spoke of the race for the African Union. Researchers say that the continent needs fewer summits.",
        "Уильям Руто говорил о гонке в Африканском союзе. Исследователи полагают, что континенту нужно меньше саммитов.",
        "وتحدث ويليام روتو عن السباق إلى رئاسة مفوضية الاتحاد الأفريقي. ويرى الباحثون أن القارة بحاجة إلى قمم أقل.",
    ],
)
def test_summits_in_general_and_an_office_in_a_body_are_no_meeting(text: str) -> None:
    assert met(text) == []


@pytest.mark.parametrize(
    "text",
    [
        (
            "Marco Rubio hosted the foreign ministers of the five of Central Asia on Wednesday, a day before the C5+1 summit "
            "at the White House."
        ),
        "Марко Рубио принял в среду министров иностранных дел пяти стран Центральной Азии накануне саммита C5+1 в Белом доме.",
        (
            "واستضاف وزير الخارجية الأميركي ماركو روبيو يوم الأربعاء وزراء خارجية دول آسيا الوسطى الخمس عشية قمة سي 5+1 في البيت "
            "الأبيض."
        ),
    ],
)
def test_ministers_on_the_eve_of_a_summit_meet_apart_from_it(text: str) -> None:
    rows = {row["level"]: (row["held_on"], row["venue"]) for row in tables(text)["summits"]}
    assert rows == {"foreign_ministers": ("2025-11-05", None), "heads_of_state": (None, "White House")}
    attendance = [(row["leader_id"], row["role"], row["summit_id"]) for row in tables(text)["attendance"]]
    assert attendance == [("marco-rubio", "host", "c5plus1-2025-ministers")]


@pytest.mark.parametrize(
    "text",
    [
        "The SCO summit opened in Tianjin on 1 September. The foreign ministers of the SCO had met in the same city on 15 July.",
        "Саммит ШОС открылся в Тяньцзине 1 сентября. Министры иностранных дел ШОС встречались там же 15 июля.",
        (
            "افتتحت قمة منظمة شنغهاي للتعاون في تيانجين في 1 سبتمبر. واجتمع وزراء خارجية منظمة شنغهاي للتعاون في المدينة "
            "ذاتها في 15 يوليو."
        ),
    ],
)
def test_the_same_city_is_that_of_the_meeting_reported(text: str) -> None:
    assert met(text) == [("2025-07-15", "CHN", "Tianjin"), ("2025-09-01", "CHN", "Tianjin")]


@pytest.mark.parametrize(
    "text",
    [
        "Donald Trump plans to hold a C5+1 summit with the presidents of Central Asia on November 20.",
        "Дональд Трамп планирует провести 20 ноября саммит C5+1 с президентами Центральной Азии.",
        "يعتزم دونالد ترامب عقد قمة سي 5+1 مع رؤساء آسيا الوسطى في 20 نوفمبر.",
    ],
)
def test_who_means_to_hold_a_summit_receives(text: str) -> None:
    assert met(text) == [("2025-11-20", "USA", None)]
    assert [(row["leader_id"], row["role"]) for row in tables(text)["attendance"]] == [("donald-trump", "host")]


def test_a_house_of_bilateral_talks_yields_to_that_of_the_summit() -> None:
    text = "The C5+1 leaders convened for bilateral meetings in the Oval Office and a summit dinner in the East Room."
    assert [row["venue"] for row in tables(text)["summits"]] == ["East Room"]
