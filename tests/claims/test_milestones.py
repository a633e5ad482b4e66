"""When a forum was founded or raised: sentences, and what must (or must not) be found in each."""

from __future__ import annotations

import datetime as dt

import pytest

from summitry.articles import make_article
from summitry.reader import extract

FOUNDED_AND_RAISED = [
    ("c5plus1", "founded", "foreign_ministers", "2015", "year"),
    ("c5plus1", "raised", "heads_of_state", "2023-09", "month"),
]


def milestones(text: str) -> list[tuple[object, ...]]:
    rows = extract(make_article(text, "test", published_on=dt.date(2025, 11, 7))).tables()["forum_milestones"]
    return [tuple(row.values()) for row in rows]


@pytest.mark.parametrize(
    "text",
    [
        "The C5+1 format was launched in 2015 at the level of foreign ministers and raised to the level of presidents in September 2023.",
        "In 2015 the C5+1 was set up at the level of the foreign ministers; in September 2023 it was upgraded to the level of leaders.",
        "В 2015 году формат «С5+1» был создан на уровне министров иностранных дел, а в сентябре 2023 года поднят на уровень президентов.",
        "تأسس منتدى «سي 5+1» عام 2015 على مستوى وزراء الخارجية، وتم رفعه إلى مستوى رؤساء الدول في سبتمبر 2023 خلال لقاء في نيويورك.",
    ],
)
def test_founding_and_raising_have_each_their_own_level_and_day(text: str) -> None:
    assert milestones(text) == FOUNDED_AND_RAISED


def test_a_day_is_kept_as_precise_as_it_is_told() -> None:
    text = "The C5+1, the officials said, was raised to the level of presidents on 19 September 2023 in the city of New York."
    assert milestones(text) == [("c5plus1", "raised", "heads_of_state", "2023-09-19", "day")]


@pytest.mark.parametrize(
    "text",
    [
        "The foreign ministers of the six states met in 2015, and a company was founded by the leaders of the industry then.",
        "The C5+1 was not founded in 2015 at the level of foreign ministers, the officials of the ministry said in the city.",
        "The C5+1 was founded in 2015, and since then it has met every year, as the officials of the ministry like to say.",
        "The foreign ministers of the C5+1 have met in the city every year since 2015, as the officials like to say of it.",
    ],
)
def test_no_milestone_without_forum_level_and_day_or_where_it_is_denied(text: str) -> None:
    assert milestones(text) == []
