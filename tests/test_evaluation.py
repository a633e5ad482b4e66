"""What `summitry evaluate` counts: statements are scored where an article was coded for them, and nowhere else."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from summitry.evaluation import Count, evaluate

TEXT = "Donald Trump said that the region is rich in oil. Kassym-Jomart Tokayev thanked Trump for a warm welcome."
RICH = {"speaker": "Donald Trump", "act": "assert", "text": "the region is rich in oil", "is_quotation": False}
THANKS = {"speaker": "Kassym-Jomart Tokayev", "act": "thank", "text": "a warm welcome", "about_leader": "Donald Trump"}


def score(folder: Path, **coded: Any) -> Any:
    gold = {"language": "en", "published_on": "2025-11-07", **coded}
    for name, text in (("texts/a.txt", TEXT), ("gold/a.json", json.dumps(gold))):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return evaluate(folder)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([RICH, THANKS], Count(right=2)),
        ([RICH], Count(right=1, spurious=1)),
        ([RICH, {**THANKS, "implied": True}], Count(right=1)),
        ([{**RICH, "act": "announce"}, THANKS], Count(right=1, missed=1, spurious=1)),
        ([{**RICH, "act": "announce", "act_alternatives": ["assert"]}, THANKS], Count(right=2)),
        ([{**RICH, "speaker": "Vladimir Putin"}, THANKS], Count(right=1, missed=1, spurious=1)),
        ([{**RICH, "text": "nobody has invested there for years"}, THANKS], Count(right=1, missed=1, spurious=1)),
        ([{**RICH, "text": "region is rich"}, THANKS], Count(right=2)),
        ([], Count(spurious=2)),
    ],
)
def test_a_statement_is_matched_by_speaker_act_and_most_of_its_words(
    tmp_path: Path, rows: list[dict[str, Any]], expected: Count
) -> None:
    assert score(tmp_path, statements=rows).counts["all", "statements"] == expected


def test_an_article_that_was_not_coded_for_statements_is_left_out_of_their_table(tmp_path: Path) -> None:
    assert ("all", "statements") not in score(tmp_path).counts


def test_the_columns_of_matched_statements_are_compared(tmp_path: Path) -> None:
    columns = score(tmp_path, statements=[{**RICH, "text": "the region is rich in oil!"}, THANKS]).columns
    found = {column: shares for (table, column), shares in columns.items() if table == "statements"}
    assert found == {"text": (2, 2), "is_quotation": (1, 1), "about_leader": (1, 1)}


def test_a_wrong_cell_is_listed_with_what_was_read(tmp_path: Path) -> None:
    misses = score(tmp_path, statements=[{**RICH, "is_quotation": True}, THANKS]).misses
    told = [(miss.table, miss.column, miss.read) for miss in misses if miss.table == "statements"]
    assert told == [("statements", "is_quotation", False)]


def test_two_meetings_of_one_year_are_not_crossed(tmp_path: Path) -> None:
    text = "The OTS summit will be held in Ankara on 3 October 2025. The OTS held a summit in Budapest on 21 May 2025."
    days = ("2025-05-21", "2025-10-03")
    rows = [{"forum": "ots", "held_on": day, "level": "heads_of_state"} for day in days]
    for order in (rows, rows[::-1]):
        for name, written in (("texts/a.txt", text), ("gold/a.json", json.dumps({"language": "en", "summits": order}))):
            (tmp_path / name).parent.mkdir(exist_ok=True)
            (tmp_path / name).write_text(written, "utf-8")
        assert evaluate(tmp_path).columns["summits", "held_on"] == (2, 2)
