"""Which days in a telling of a meeting are not the meeting's: those of a saying and of a journey."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from summitry.articles import Article
from summitry.reader import extract

MONDAY = dt.date(2025, 6, 16)


def held_on(text: str) -> list[tuple[str, str]]:
    language = "ar" if re.search("[\u0621-\u064a]", text) else "ru" if re.search("[а-яё]", text) else "en"
    rows = extract(Article("a", text, language, MONDAY)).tables()["summits"]
    return [(row["held_on"], row["held_on_precision"]) for row in rows]


@pytest.mark.parametrize(
    "text",
    [
        "The foreign ministry said on Friday that Xi Jinping will attend the China-Central Asia summit in Astana.",
        "The China-Central Asia summit will be held in Astana, the foreign ministry said on Friday.",
        "The foreign ministry said on Friday the China-Central Asia summit would be held in Astana.",
        "МИД Китая сообщил в пятницу, что Си Цзиньпин примет участие в саммите «Китай – Центральная Азия» в Астане.",
        "أعلنت وزارة الخارجية الصينية الجمعة أن شي جين بينغ سيحضر قمة الصين وآسيا الوسطى في أستانا.",
    ],
)
def test_the_day_on_which_a_summit_is_announced_is_not_its_day(text: str) -> None:
    assert held_on(text) == [("2025-06-16", "report_date")]


@pytest.mark.parametrize(
    "text",
    [
        "Xi Jinping said on Friday at the China-Central Asia summit in Astana that trade was growing.",
        "Xi Jinping announced on Friday as he closed the China-Central Asia summit in Astana that trade was growing.",
        "Си Цзиньпин заявил в пятницу на саммите «Китай – Центральная Азия» в Астане, что торговля растет.",
        "قال شي جين بينغ الجمعة خلال قمة الصين وآسيا الوسطى في أستانا إن التجارة تنمو.",
        "أعلن شي جين بينغ الجمعة أن التجارة تنمو، وذلك خلال قمة الصين وآسيا الوسطى في أستانا.",
    ],
)
def test_what_is_said_at_a_summit_is_said_on_its_day(text: str) -> None:
    assert held_on(text) == [("2025-06-13", "day")]


@pytest.mark.parametrize(
    "text",
    [
        "Xi Jinping arrived in Astana on Sunday for the China-Central Asia summit. The summit takes place on Tuesday.",
        "On Sunday, Xi Jinping flew to Astana for the China-Central Asia summit. The summit takes place on Tuesday.",
        "Си Цзиньпин прибыл в воскресенье в Астану на саммит «Китай – Центральная Азия», который пройдет 17 июня.",
        "وصل شي جين بينغ الأحد إلى أستانا لحضور قمة الصين وآسيا الوسطى. وتعقد القمة غدا الثلاثاء.",
    ],
)
def test_the_day_of_a_journey_to_a_summit_is_not_its_day(text: str) -> None:
    assert held_on(text) == [("2025-06-17", "day")]


@pytest.mark.parametrize(
    "text",
    [
        "On Sunday in Astana, where Xi Jinping had arrived, the China-Central Asia summit was held.",
        "Xi Jinping arrived in Astana for the China-Central Asia summit, held on Sunday.",
        "وصل شي جين بينغ إلى أستانا لحضور قمة الصين وآسيا الوسطى التي عقدت الأحد.",
    ],
)
def test_a_day_of_the_summit_beside_a_journey_is_kept(text: str) -> None:
    assert held_on(text) == [("2025-06-15", "day")]


def test_an_arrival_puts_the_summit_in_that_city() -> None:
    text = "Xi Jinping arrived in Astana on Monday for the China-Central Asia summit."
    rows = extract(Article("a", text, "en", MONDAY)).tables()["summits"]
    assert [(row["host_place_id"], row["city"]) for row in rows] == [("KAZ", "Astana")]


@pytest.mark.parametrize(
    "text",
    [
        (
            "ТАСС сообщает: саммит «Китай – Центральная Азия» прошёл в Астане вчера. Формат создан в 2020 году. "
            "Тогда в Астане встретились министры иностранных дел шести стран."
        ),
        (
            "The China-Central Asia summit was held in Astana yesterday. The format was created in 2020. At that time, the "
            "foreign ministers of the six countries met in Astana."
        ),
        "عقدت قمة الصين وآسيا الوسطى في أستانا أمس. وأنشئت الصيغة عام 2020. وحينها اجتمع وزراء خارجية الدول الست في أستانا.",
    ],
)
def test_at_that_time_means_the_past_day_of_the_sentence_before(text: str) -> None:
    assert ("2020", "year") in held_on(text)


@pytest.mark.parametrize(
    "text",
    [
        (
            "Xi Jinping met the leaders of the five Central Asian states in Astana on Sunday at the China-Central Asia summit. "
            "At their meeting in Xi'an two years ago they signed a declaration."
        ),
        (
            "Си Цзиньпин встретился в воскресенье в Астане с лидерами стран Центральной Азии. На своей встрече в Сиане два "
            "года назад они подписали декларацию."
        ),
        "عقدت قمة الصين وآسيا الوسطى في أستانا الأحد. ووقع القادة إعلانا خلال اجتماعهم في شيآن قبل عامين.",
    ],
)
def test_their_meeting_of_an_earlier_year_is_another_one(text: str) -> None:
    assert set(held_on(text)) == {("2023", "year"), ("2025-06-15", "day")}


def test_the_day_in_a_dateline_under_a_headline_is_that_of_the_report() -> None:
    text = "قمة أستانا: سكك حديد مشتركة\n\nأستانا، 16 يونيو - اختتم قادة الصين وآسيا الوسطى قمتهم أمس الأحد."
    assert held_on(text) == [("2025-06-15", "day")]


def test_a_dateline_with_its_date_puts_the_summit_there_and_dates_it_where_nothing_else_does() -> None:
    text = "أستانا، 16 يونيو 2025 – افتتح شي جين بينغ قمة الصين وآسيا الوسطى."
    rows = extract(Article("a", text, "ar", None)).tables()["summits"]
    told = [(row["held_on"], row["held_on_precision"], row["city"]) for row in rows]
    assert told == [("2025-06-16", "report_date", "Astana")]
