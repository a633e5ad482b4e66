"""A meeting of several days is held on its first day, also where the article only says when it ended."""

from __future__ import annotations

import datetime as dt

import pytest

from summitry.articles import make_article
from summitry.claims.meetings.reading import find_meetings
from summitry.mentions.reading import read_mentions
from summitry.rereading import supports


def held_on(text: str, published_on: str) -> list[str]:
    article = make_article(text, "a", published_on=dt.date.fromisoformat(published_on))
    return [meeting.held_on for meeting in find_meetings(read_mentions(article))]


@pytest.mark.parametrize(
    ("published_on", "text", "first_day"),
    [
        ("2025-04-05", "A two-day EU-Central Asia summit ended in Samarkand on April 4, 2025.", "2025-04-03"),
        ("2025-09-02", "SCO leaders wrapped up a 2-day summit in Tianjin on Monday.", "2025-08-31"),
        (
            "2025-06-18",
            "G7 leaders ended their summit in Kananaskis on Tuesday after three days of talks.",
            "2025-06-15",
        ),
        (
            "2023-05-20",
            "Xi Jinping on Friday promised more trade as he closed a two-day summit with the leaders of Central Asia in Xi'an.",
            "2023-05-18",
        ),
        ("2022-09-16", "Двухдневный саммит ШОС закончился в пятницу в Самарканде.", "2022-09-15"),
        ("2018-06-10", "Лидеры ШОС завершили в воскресенье трёхдневный саммит в Циндао.", "2018-06-08"),
        ("2023-09-10", "اختتم قادة مجموعة العشرين يوم الأحد في نيودلهي قمتهم التي استمرت يومين.", "2023-09-09"),
        (
            "2025-04-05",
            "اختتمت في سمرقند يوم الجمعة أعمال القمة بين الاتحاد الأوروبي وآسيا الوسطى التي استمرت يومين.",
            "2025-04-03",
        ),
    ],
)
def test_a_meeting_that_ended_on_a_day_began_as_many_days_before_as_it_lasted(
    published_on: str, text: str, first_day: str
) -> None:
    assert held_on(text, published_on) == [first_day]


@pytest.mark.parametrize(
    ("published_on", "text", "day"),
    [
        ("2025-09-02", "SCO leaders opened a two-day summit in Tianjin on Sunday.", "2025-08-31"),  # its first day
        (
            "2025-06-18",
            "Xi closed a two-day visit to Astana on Tuesday with a China-Central Asia summit.",
            "2025-06-17",
        ),
        ("2025-04-04", "Двухдневный саммит «ЕС – Центральная Азия» открылся в четверг в Самарканде.", "2025-04-03"),
        (
            "2025-04-04",
            "افتتحت في سمرقند يوم الخميس القمة بين الاتحاد الأوروبي وآسيا الوسطى التي تستمر يومين.",
            "2025-04-03",
        ),
    ],
)
def test_a_day_that_it_did_not_end_on_is_its_own(published_on: str, text: str, day: str) -> None:
    assert held_on(text, published_on) == [day]


def test_what_is_quoted_for_the_first_day_says_when_it_ended_and_how_long_it_was() -> None:
    quote = "two-day EU-Central Asia summit ended in Samarkand on April 4, 2025"
    day = dt.date(2025, 4, 5)
    assert supports("summits", "held_on", "2025-04-03", quote, language="en", published_on=day)
    assert not supports("summits", "held_on", "2025-04-02", quote, language="en", published_on=day)
