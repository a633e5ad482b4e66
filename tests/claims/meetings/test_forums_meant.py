"""Which forum "the summit" is of, where a sentence does not say it."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from summitry.articles import Article
from summitry.reader import extract

FRIDAY = dt.date(2025, 11, 7)


def meetings(text: str) -> set[tuple[str, str, str | None]]:
    """Forum, day and host of each meeting."""
    language = "ar" if re.search("[\u0621-\u064a]", text) else "ru" if re.search("[а-яё]", text) else "en"
    rows = extract(Article("a", text, language, FRIDAY)).tables()["summits"]
    return {(row["forum_id"], row["held_on"], row["host_place_id"]) for row in rows}


@pytest.mark.parametrize(
    "text",
    [
        (
            "يعقد قادة روسيا ودول آسيا الوسطى قمتهم الثانية في دوشنبه اليوم. وتلتئم غدا في المدينة قمة رابطة الدول المستقلة. "
            "وتغير المشهد منذ القمة الأولى في أستانا في أكتوبر 2022."
        ),
        (
            "The leaders of Russia and Central Asia hold their second summit in Dushanbe today. The CIS summit follows there "
            "tomorrow. The first summit took place in Astana in October 2022."
        ),
        (
            "Второй саммит «Центральная Азия — Россия» проходит сегодня в Душанбе. Завтра там же откроется саммит СНГ. "
            "Первый саммит прошёл в Астане в октябре 2022 года."
        ),
    ],
)
def test_the_first_summit_is_of_the_forum_whose_second_was_told(text: str) -> None:
    assert ("russia-central-asia", "2022-10", "KAZ") in meetings(text)


@pytest.mark.parametrize(
    "text",
    [
        "عقدت قمة روسيا وآسيا الوسطى في دوشنبه اليوم. وعقدت المنطقة قمة مع الصين في أستانا في يونيو.",
        "The Russia – Central Asia summit was held in Dushanbe today. The region held a summit with China in Astana in June.",
        "Саммит «Центральная Азия — Россия» прошёл сегодня в Душанбе. В июне регион провёл саммит с Китаем в Астане.",
    ],
)
def test_a_summit_with_somebody_else_is_of_another_forum(text: str) -> None:
    assert meetings(text) == {
        ("russia-central-asia", "2025-11-07", "TJK"),
        ("china-central-asia", "2025-06", "KAZ"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "شارك توكايف في قمة C5+1 في واشنطن أمس. ودعا نظيره إلى القمة البيئية التي تستضيفها أستانا في الربيع المقبل.",
        (
            "Tokayev attended the C5+1 summit in Washington yesterday. He invited his guests to the climate summit that Astana "
            "hosts next spring."
        ),
    ],
)
def test_a_summit_on_a_theme_is_none_of_the_forum(text: str) -> None:
    assert meetings(text) == {("c5plus1", "2025-11-06", "USA")}


@pytest.mark.parametrize(
    "text",
    [
        "أعلنت طشقند تأجيل القمة بين دول مجلس التعاون الخليجي ودول آسيا الوسطى. أما القمة الأولى فاحتضنتها جدة في 19 يوليو 2023.",
        "The summit of the GCC and Central Asia was postponed. The first summit was held in Jeddah on 19 July 2023.",
        "Саммит ССАГПЗ и стран Центральной Азии отложен. Первый саммит прошёл в Джидде 19 июля 2023 года.",
    ],
)
def test_a_summit_that_is_put_off_names_the_forum_of_the_one_before(text: str) -> None:
    assert meetings(text) == {("gcc-central-asia", "2023-07-19", "SAU")}


def test_leaders_who_consult_each_other_meet_without_a_partner_whoever_is_named_besides() -> None:
    text = (
        "وافق قادة دول آسيا الوسطى، في اجتماعهم التشاوري السابع الذي استضافته طشقند أمس، على انضمام أذربيجان. "
        "وفي الصيف التقوا الرئيس الأميركي دونالد ترامب."
    )
    assert ("central-asia-consultative", "2025-11-06", "UZB") in meetings(text)
