"""Lists of those who came, which go on over several sentences."""

from __future__ import annotations

import datetime as dt

from summitry.articles import Article
from summitry.reader import extract


def seated(text: str) -> set[str]:
    article = Article("a", text, "en", dt.date(2025, 5, 17))
    return {row["leader_id"] for row in extract(article).tables()["attendance"]}


def test_a_list_of_guests_goes_on_in_the_next_sentence() -> None:
    text = (
        "The Arab League summit opened in Baghdad on Saturday. Attending were Jordan's King Abdullah and Kuwait's Crown "
        "Prince Sabah Khaled. So were Spanish Prime Minister Pedro Sanchez and UN chief Antonio Guterres."
    )
    assert seated(text) >= {"abdullah-ii-of-jordan", "sabah-khalid-al-sabah", "pedro-sanchez"}


def test_who_only_said_something_is_on_no_list() -> None:
    text = (
        "The Arab League summit opened in Baghdad on Saturday. Attending were Jordan's King Abdullah and Kuwait's Crown "
        "Prince Sabah Khaled. It came amid recent remarks by Spanish Prime Minister Pedro Sanchez."
    )
    assert "pedro-sanchez" not in seated(text)


def test_whom_an_earlier_host_played_host_to_was_there() -> None:
    text = (
        "Leaders of the Organization of Turkic States met in Baku on Saturday. The previous summit was held in Bishkek in "
        "November 2024, where Kyrgyz President Sadyr Japarov played host to, among others, Ilham Aliyev and Recep Tayyip Erdogan."
    )
    assert seated(text) == {"sadyr-japarov", "ilham-aliyev", "recep-tayyip-erdogan"}
