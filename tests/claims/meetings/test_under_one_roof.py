"""Leaders of a region who come to the house of a head of state, told without a word for a meeting; and who speaks of them."""

from __future__ import annotations

import csv
import datetime as dt
from pathlib import Path

import pytest

from summitry.articles import make_article
from summitry.reader import extract

with (Path(__file__).parent / "under_one_roof.csv").open(encoding="utf-8", newline="") as _file:
    TELLINGS = [(row["language"], row["published_on"], row["held_on"], row["text"]) for row in csv.DictReader(_file)]


@pytest.mark.parametrize(("language", "published_on", "held_on", "text"), TELLINGS)
def test_who_comes_to_the_house_of_a_head_of_state_meets_there(
    language: str, published_on: str, held_on: str, text: str
) -> None:
    article = make_article(text, "a", language=language, published_on=dt.date.fromisoformat(published_on))
    rows = extract(article).tables()["summits"]
    assert [(row["forum_id"], str(row["held_on"])) for row in rows] == ([("c5plus1", held_on)] if held_on else [])
    assert all(row["level"] == "heads_of_state" and row["host_place_id"] == "USA" for row in rows)
