"""Whom a region's leaders have met in turn: each meeting is one of the forum that the region has with his country."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

import pytest

from summitry.articles import Article
from summitry.reader import extract

DAY = dt.date(2025, 12, 20)
LEADS = {
    "en": "Japan hosted the first summit with Central Asia in Tokyo on Saturday. ",
    "ru": "В Токио в субботу прошел первый саммит «Центральная Азия + Япония». ",
    "ar": "استضافت طوكيو السبت أول قمة بين اليابان وآسيا الوسطى. ",
}


def met(text: str) -> set[tuple[Any, ...]]:
    language = "ar" if re.search("[\u0621-\u064a]", text) else "ru" if re.search("[а-яё]", text) else "en"
    rows = extract(Article("a", LEADS[language] + text, language, DAY)).tables()["summits"]
    return {(row["forum_id"], row["held_on"], row["host_place_id"]) for row in rows}


@pytest.mark.parametrize(
    "text",
    [
        "The region's leaders have met Xi Jinping in Astana, Vladimir Putin in Dushanbe and Donald Trump in Washington.",
        "Лидеры региона успели встретиться с Си Цзиньпином в Астане, с Путиным в Душанбе и с Дональдом Трампом в Вашингтоне.",
        "وكان قادة المنطقة قد التقوا شي جين بينغ في أستانا وفلاديمير بوتين في دوشنبه ودونالد ترامب في واشنطن.",
    ],
)
def test_each_meeting_is_a_row_with_its_place(text: str) -> None:
    assert met(text) == {
        ("japan-central-asia", "2025-12-20", "JPN"),
        ("china-central-asia", None, "KAZ"),
        ("russia-central-asia", None, "TJK"),
        ("c5plus1", None, "USA"),
    }


def test_days_and_houses_are_those_told_behind_each_name() -> None:
    text = "The five leaders met Vladimir Putin in Dushanbe in October and Donald Trump at the White House in November."
    assert met(text) == {
        ("japan-central-asia", "2025-12-20", "JPN"),
        ("russia-central-asia", "2025-10", "TJK"),
        ("c5plus1", "2025-11", "USA"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "The Kazakh president has met Xi Jinping in Astana and Vladimir Putin in Moscow.",
        "The region's leaders have met Xi Jinping and Vladimir Putin.",
    ],
)
def test_meetings_of_one_leader_or_without_a_place_are_none(text: str) -> None:
    assert met(text) == {("japan-central-asia", "2025-12-20", "JPN")}
