"""A review.json decides about the claims of one article. The claims here are written by hand: what the reader finds in
an article is no matter of these tests, what a person may say about it is.
"""

from __future__ import annotations

import datetime as dt
import itertools
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from summitry.articles import make_article
from summitry.claims.model import Claim, Value
from summitry.decisions import read_decisions
from summitry.errors import ReviewError
from summitry.lexicon.vocabulary import load_vocabulary
from summitry.mentions.reading import read_mentions
from summitry.reader import Reading
from summitry.review import reviewed
from summitry.tables.contract import TableContract

ROOT = Path(__file__).resolve().parent.parent

TEXT = (
    "Donald Trump received Kassym-Jomart Tokayev and Shavkat Mirziyoyev at the White House on 6 November 2025 for the"
    " C5+1 summit. Kazakhstan and the United States signed an agreement worth $17 billion on energy; a second one of"
    " $2 billion was announced. Uzbekistan holds reserves of gold. Kazakhstan is the largest producer of uranium."
    " Tokayev thanked Trump for his hospitality. Emomali Rahmon of Tajikistan was also there, and so was Joe Biden on"
    " 7 November 2025."
)

Decision = dict[str, Any]
Rows = dict[str, list[dict[str, Any]]]


def claims() -> tuple[Claim, ...]:
    """What a reader that is wrong in places claims from the text."""
    rows: list[tuple[str, str, dict[str, tuple[Value, str]]]] = [
        ("leaders", "leaders/trump", {"leader_id": ("donald-trump", "Donald Trump"), "office": ("president", "")}),
        ("leaders", "leaders/tokayev", {"leader_id": ("kassym-jomart-tokayev", "Kassym-Jomart Tokayev")}),
        ("leaders", "leaders/nobody", {"leader_id": ("nobody", "Mirziyoyev"), "name_en": ("Mirziyoyev", "Mirziyoyev")}),
        (
            "summits",
            "summits/0",
            {
                "forum_id": ("c5plus1", "C5+1"),
                "held_on": ("2025-11-06", "6 November 2025"),
                "held_on_precision": ("day", ""),
                "host_place_id": ("USA", "White House"),
                "level": ("heads_of_state", ""),
            },
        ),
        ("attendance", "attendance/0", {**at_summit("donald-trump", "Donald Trump"), "role": ("host", "received")}),
        ("attendance", "attendance/1", at_summit("kassym-jomart-tokayev", "Kassym-Jomart Tokayev")),
        (
            "agreements",
            "agreements/0",
            {
                "kind": ("agreement", "agreement"),
                "status": ("signed", "signed"),
                "value_amount": (17_000_000_000, "$17 billion"),
                "value_currency": ("USD", "$17 billion"),
                "summit_id": ("summits/0", ""),
            },
        ),
        ("agreement_parties", "agreement_parties/0", party("KAZ", "Kazakhstan")),
        ("agreement_parties", "agreement_parties/1", party("USA", "the United States")),
        ("resources", "resources/0", resource(("UZB", "Uzbekistan"), ("gold", "gold"), ("reserves", "reserves"))),
        ("resources", "resources/1", resource(("KAZ", "Kazakhstan"), ("uranium", "uranium"), ("exports", "producer"))),
        (
            "statements",
            "statements/0",
            {
                "leader_id": ("kassym-jomart-tokayev", "Tokayev"),
                "act": ("thank", "thanked"),
                "about_leader_id": ("donald-trump", "Trump"),
                "is_quotation": (False, ""),
                "text": ("for his hospitality", "for his hospitality"),
                "summit_id": ("summits/0", ""),
            },
        ),
    ]
    return tuple(
        Claim(table, row, column, value, *span(quote), "by-hand")
        for table, row, cells in rows
        for column, (value, quote) in cells.items()
    )


def at_summit(leader_id: str, quote: str) -> dict[str, tuple[Value, str]]:
    return {
        "summit_id": ("summits/0", ""),
        "leader_id": (leader_id, quote),
        "role": ("participant", "received"),
        "office": ("president", ""),
    }


def party(place_id: str, quote: str) -> dict[str, tuple[Value, str]]:
    return {"agreement_id": ("agreements/0", ""), "place_id": (place_id, quote)}


def resource(
    place: tuple[Value, str], commodity: tuple[Value, str], claim: tuple[Value, str]
) -> dict[str, tuple[Value, str]]:
    return {"place_id": place, "commodity_id": commodity, "claim": claim}


def span(quote: str) -> tuple[int, int]:
    start = TEXT.index(quote)
    return (start, start + len(quote)) if quote else (-1, -1)


@pytest.fixture(scope="module")
def reading() -> Reading:
    article = make_article(TEXT, "reviewed", language="en", published_on=dt.date(2025, 11, 7))
    return Reading(article, read_mentions(article, load_vocabulary()), claims())


@pytest.fixture
def review(reading: Reading, tmp_path: Path) -> Callable[..., Rows]:
    """The tables after some decisions; text stands for the whole file."""

    def apply(*decisions: Decision, text: str | None = None) -> Rows:
        path = tmp_path / "review.json"
        path.write_text(json.dumps({"decisions": decisions}) if text is None else text, "utf-8")
        return reviewed(reading, path).tables()

    return apply


def reject(table: str, row: str, column: str | None = None, **more: Any) -> Decision:
    about = {"table": table, "row": row} | ({"column": column} if column else {})
    return {"action": "reject", **about, "quote": "Joe Biden", "reason": "It is not what the article says.", **more}


def amend(table: str, row: str, column: str, value: Any, quote: str, **more: Any) -> Decision:
    about = {"table": table, "row": row, "column": column, "value": value}
    return {"action": "amend", **about, "quote": quote, "reason": "It says so.", **more}


def add(table: str, row: str = "", **cells: Any) -> Decision:
    made = {
        column: {"value": cell[0], "quote": cell[1]} if isinstance(cell, tuple) else {"value": cell}
        for column, cell in cells.items()
    }
    return {"action": "add", "table": table, "cells": made, "reason": "It says so."} | ({"row": row} if row else {})


def keys(rows: Rows, table: str, column: str) -> list[Any]:
    return [row[column] for row in rows[table]]


GOLD, URANIUM, SUMMIT, DEAL = "uzb-gold-reserves", "kaz-uranium-exports", "c5plus1-2025", "kaz-usa-agreement-2025"
RAHMON = [
    add("leaders", leader_id=("emomali-rahmon", "Emomali Rahmon")),
    add(
        "attendance",
        summit_id=SUMMIT,
        leader_id=("emomali-rahmon", "Emomali Rahmon"),
        role=("host", "Tajikistan"),
    ),
]
SECOND_DEAL = [
    add(
        "agreements",
        "second",
        kind=("agreement", "an agreement"),
        status=("announced", "was announced"),
        value_amount=(2_000_000_000, "$2 billion"),
        value_currency=("USD", "$2 billion"),
        summit_id=SUMMIT,
    ),
    add("agreement_parties", agreement_id="second", place_id=("USA", "the United States")),
    add("agreement_parties", agreement_id="second", place_id=("KAZ", "Kazakhstan and")),
]


def test_without_a_file_the_reading_stays_as_it_is(reading: Reading, tmp_path: Path) -> None:
    assert reviewed(reading, tmp_path / "review.json") is reading


def test_the_example_of_the_guide_has_the_form_that_the_guide_describes(
    contracts: dict[str, TableContract], tmp_path: Path
) -> None:
    example = re.search(r"```json\n(.*?)```", (ROOT / "docs/review.md").read_text("utf-8"), re.DOTALL)
    assert example
    path = tmp_path / "review.json"
    path.write_text(example[1], "utf-8")
    text = (ROOT / "sources/shorouk-2025-11-07-c5plus1/article.txt").read_text("utf-8")
    assert [decision.action for decision in read_decisions(path, text, contracts)] == ["reject", "amend", "add"]


# --- reject -----------------------------------------------------------------------------------------------------------


def test_a_rejected_row_is_gone_with_its_evidence(review: Callable[..., Rows]) -> None:
    rows = review(reject("resources", GOLD))
    assert keys(rows, "resources", "resource_id") == [URANIUM]
    assert GOLD not in keys(rows, "evidence", "row_id")


def test_a_rejected_cell_is_empty_and_the_rest_of_its_row_stays(review: Callable[..., Rows]) -> None:
    (summit,) = review(reject("summits", SUMMIT, "host_place_id"))["summits"]
    assert (summit["host_place_id"], summit["held_on"]) == (None, "2025-11-06")


def test_rows_that_cannot_be_without_a_rejected_one_go_with_it_and_the_others_lose_their_link(
    review: Callable[..., Rows],
) -> None:
    rows = review(reject("summits", SUMMIT))
    assert rows["attendance"] == []
    assert keys(rows, "agreements", "summit_id") == keys(rows, "statements", "summit_id") == [None]
    assert review(reject("agreements", DEAL))["agreement_parties"] == []


def test_a_rejected_leader_takes_along_what_he_did_but_not_what_was_said_about_him(review: Callable[..., Rows]) -> None:
    rows = review(reject("leaders", "donald-trump"))
    assert keys(rows, "attendance", "leader_id") == ["kassym-jomart-tokayev"]
    assert keys(rows, "statements", "about_leader_id") == [None]
    assert review(reject("leaders", "kassym-jomart-tokayev"))["statements"] == []


# --- amend ------------------------------------------------------------------------------------------------------------


def test_an_amended_cell_has_the_new_value_and_its_evidence_the_new_words(review: Callable[..., Rows]) -> None:
    rows = review(amend("resources", URANIUM, "claim", "production", "producer"))
    assert keys(rows, "resources", "resource_id") == ["kaz-uranium-production", GOLD]
    quotes = {(e["row_id"], e["column"], e["value"]): e["quote"] for e in rows["evidence"]}
    assert quotes["kaz-uranium-production", "claim", "production"] == "producer"
    assert not any(value == "exports" for _, _, value in quotes)


def test_an_empty_cell_can_be_filled(review: Callable[..., Rows]) -> None:
    rows = review(amend("summits", SUMMIT, "venue", "White House", "the White House"))
    assert keys(rows, "summits", "venue") == ["White House"]


def test_the_offsets_are_those_of_the_quote_and_of_its_occurrence(review: Callable[..., Rows]) -> None:
    decision = amend("resources", GOLD, "place_id", "KAZ", "Kazakhstan", occurrence=2)
    (found,) = [
        e for e in review(decision)["evidence"] if e["row_id"] == "kaz-gold-reserves" and e["column"] == "place_id"
    ]
    assert (found["start"], found["end"]) == (TEXT.rindex("Kazakhstan"), TEXT.rindex("Kazakhstan") + len("Kazakhstan"))


def test_an_amended_day_brings_its_precision_unless_that_is_decided_too(review: Callable[..., Rows]) -> None:
    month = amend("summits", SUMMIT, "held_on", "2025-11", "November 2025", occurrence=1)
    assert keys(review(month), "summits", "held_on_precision") == ["month"]
    told = amend("summits", SUMMIT, "held_on_precision", "report_date", "7 November 2025")
    assert keys(review(month, told), "summits", "held_on_precision") == ["report_date"]


def test_a_derived_cell_can_be_amended_and_has_no_evidence(review: Callable[..., Rows]) -> None:
    rows = review(amend("summits", SUMMIT, "level", "foreign_ministers", "summit"))
    assert keys(rows, "summits", "level") == ["foreign_ministers"]
    assert "level" not in keys(rows, "evidence", "column")


def test_words_that_the_reader_does_not_know_are_read_as_others_and_evidence_says_so(
    review: Callable[..., Rows],
) -> None:
    decision = amend("attendance", f"{SUMMIT}/donald-trump", "role", "participant", "his hospitality")
    with pytest.raises(ReviewError, match="read again, the words “his hospitality” do not give 'participant'"):
        review(decision)
    rows = review({**decision, "reads_as": "took part in the summit"})
    (found,) = [e for e in rows["evidence"] if e["quote"] == "his hospitality"]
    assert (found["value"], found["corrected_to"]) == ("participant", "took part in the summit")


# --- add --------------------------------------------------------------------------------------------------------------


def test_a_row_is_added_with_evidence_for_every_cell_that_has_a_quote(review: Callable[..., Rows]) -> None:
    rows = review(*RAHMON)
    assert "emomali-rahmon" in keys(rows, "leaders", "leader_id")
    (row,) = [row for row in rows["attendance"] if row["leader_id"] == "emomali-rahmon"]
    assert row == {"summit_id": SUMMIT, "leader_id": "emomali-rahmon", "role": "host", "office": "president"}
    quotes = {e["column"]: e["quote"] for e in rows["evidence"] if e["row_id"] == f"{SUMMIT}/emomali-rahmon"}
    assert quotes == {"leader_id": "Emomali Rahmon", "role": "Tajikistan"}


def test_a_row_that_is_added_can_be_linked_to_by_its_name(review: Callable[..., Rows]) -> None:
    rows = review(*SECOND_DEAL)
    assert keys(rows, "agreements", "agreement_id") == [DEAL, f"{DEAL}-2"]
    assert [row["place_id"] for row in rows["agreement_parties"] if row["agreement_id"] == f"{DEAL}-2"] == [
        "KAZ",
        "USA",
    ]
    assert keys(rows, "agreements", "summit_id") == [SUMMIT, SUMMIT]


def test_the_order_of_decisions_changes_nothing(review: Callable[..., Rows]) -> None:
    decisions = [
        *RAHMON,
        *SECOND_DEAL[:2],
        reject("resources", GOLD),
        amend("summits", SUMMIT, "venue", "White House", "the White House"),
    ]
    expected = review(*decisions)
    for order in itertools.islice(itertools.permutations(decisions), 0, 720, 37):
        assert review(*order) == expected


# --- what is refused --------------------------------------------------------------------------------------------------

REFUSED: dict[str, tuple[list[Decision], str]] = {
    "a row that is not there": ([reject("resources", "kaz-gold-exports")], "claims no row 'kaz-gold-exports'"),
    "a row of a table without rows": (
        [reject("forum_milestones", "c5plus1/founded")],
        "It claims none there. If the reading is right",
    ),
    "a cell that is not there": ([reject("summits", SUMMIT, "venue")], "claims nothing for summits.venue"),
    "a cell that must not be empty": ([reject("resources", GOLD, "claim")], "resources.claim may not be empty"),
    "what the reader has learnt": (
        [amend("resources", GOLD, "claim", "reserves", "holds reserves")],
        "the reader gives 'reserves' for claim itself by now. The decision can go",
    ),
    "a row that the reader has learnt": (
        [
            add(
                "resources",
                place_id=("UZB", "Uzbekistan"),
                commodity_id=("gold", "gold"),
                claim=("reserves", "reserves"),
            )
        ],
        "'uzb-gold-reserves' of resources, is there already",
    ),
    "an agreement that the reader has learnt": (
        [
            add(
                "agreements",
                "again",
                kind=("agreement", "an agreement"),
                status=("signed", "signed"),
                value_amount=(17_000_000_000, "$17 billion"),
                value_currency=("USD", "$17 billion"),
            ),
            add("agreement_parties", agreement_id="again", place_id=("USA", "the United States")),
            add("agreement_parties", agreement_id="again", place_id=("KAZ", "Kazakhstan and")),
        ],
        "the reader finds the agreement that it adds itself by now",
    ),
    "an unknown table": ([reject("treaties", "x")], "'treaties' is no table that is read"),
    "a table of the vocabulary": ([reject("places", "KAZ")], "corrected in vocabulary/"),
    "an unknown column": ([reject("resources", GOLD, "share")], "resources has no column 'share'"),
    "a computed column": (
        [amend("agreements", DEAL, "title_en", "A deal", "agreement")],
        "agreements.title_en is computed",
    ),
    "the vocabulary's word on a person": (
        [amend("leaders", "donald-trump", "office", "other", "Donald Trump")],
        "comes from the vocabulary. Correct vocabulary/people.csv",
    ),
    "a quote of other words": (
        [amend("resources", GOLD, "claim", "exports", "exports of gold")],
        "“exports of gold” does not stand in the article. Copy the words",
    ),
    "a quote with another space": (
        [amend("resources", GOLD, "claim", "production", "reserves\u00a0of gold")],
        "Only spaces or invisible characters differ",
    ),
    "an ambiguous quote": (
        [amend("resources", GOLD, "place_id", "KAZ", "Kazakhstan")],
        "“Kazakhstan” stands 2 times in the article. Quote more words, or say which",
    ),
    "an occurrence too many": (
        [amend("resources", GOLD, "place_id", "KAZ", "Kazakhstan", occurrence=3)],
        "no occurrence 3 of the quote",
    ),
    "an occurrence that is no number": (
        [amend("resources", GOLD, "place_id", "KAZ", "Kazakhstan", occurrence=True)],
        "no occurrence True of the quote",
    ),
    "a value of another type": (
        [amend("agreements", DEAL, "value_amount", "2000000000", "$2 billion")],
        "'2000000000' is no value for agreements.value_amount, which is of type integer",
    ),
    "a number where there is yes or no": (
        [amend("statements", "x", "is_quotation", 1, "thanked")],
        "1 is no value for statements.is_quotation, which is of type boolean",
    ),
    "a value out of the list": (
        [amend("resources", GOLD, "claim", "imports", "holds")],
        "breaks the contract of resources.claim (enum). Use one of reserves, production",
    ),
    "a value out of range": ([amend("resources", GOLD, "world_rank", 0, "holds")], "(minimum)"),
    "a number too large": ([amend("agreements", DEAL, "value_amount", 2**63, "$2 billion")], "(64 bits)"),
    "an empty value": ([amend("summits", SUMMIT, "city", "", "summit")], "'' breaks the contract of summits.city"),
    "no value": ([amend("summits", SUMMIT, "city", None, "summit")], "None is no value for summits.city"),
    "a place of no list": (
        [amend("resources", GOLD, "place_id", "XXX", "Uzbekistan")],
        "vocabulary/places.csv has no 'XXX'",
    ),
    "words that say something else": (
        [amend("resources", GOLD, "place_id", "KAZ", "Uzbekistan")],
        "the words “Uzbekistan” do not give 'KAZ' for place_id",
    ),
    "reads_as the same": (
        [amend("resources", GOLD, "claim", "production", "producer", reads_as="producer")],
        "reads_as repeats the quote",
    ),
    "a row without a cell it must have": (
        [add("resources", place_id=("UZB", "Uzbekistan"), claim=("reserves", "reserves"))],
        "the new row of resources has no commodity_id",
    ),
    "a cell without a quote": ([add("resources", place_id="UZB")], "the cell place_id has no quote"),
    "a quote for what is derived": (
        [add("attendance", summit_id=(SUMMIT, "C5+1"))],
        "unknown property 'quote' of the cell summit_id",
    ),
    "a row with nothing in it": ([add("resources")], "cells holds no cell"),
    "a link to nothing": (
        [add("agreement_parties", agreement_id="second", place_id=("USA", "the United States"))],
        "links to 'second', which is no row of agreements",
    ),
    "a leader of no row": (RAHMON[1:], "speaks of 'emomali-rahmon', who is no row of leaders"),
    "a name that a row of the reader has": (
        [add("resources", GOLD, place_id=("UZB", "Uzbekistan"))],
        "is a row of resources that the reader claims",
    ),
    "the same row twice": ([RAHMON[0], RAHMON[0]], "decision 1 adds the same row"),
    "two rows of one name": ([SECOND_DEAL[0], {**SECOND_DEAL[0], "reason": "Again."}], "adds a row of the same name"),
    "two decisions on a cell": (
        [
            amend("resources", GOLD, "claim", "production", "producer"),
            amend("resources", GOLD, "claim", "exports", "reserves"),
        ],
        "decision 1 is about the same cell",
    ),
    "a row rejected twice": ([reject("resources", GOLD)] * 2, "removes this row already"),
    "a row that goes with another": (
        [reject("agreement_parties", f"{DEAL}/USA"), reject("agreements", DEAL)],
        "decision 2 removes this row already",
    ),
    "a cell of a rejected row": (
        [reject("resources", GOLD), amend("resources", GOLD, "claim", "production", "producer")],
        "decision 1 removes this row already",
    ),
    "no reason": ([reject("resources", GOLD, reason=" ")], "the reason of the reject decision is no text"),
    "an unknown property": ([reject("resources", GOLD, cause="x")], "unknown property 'cause' of the reject decision"),
    "an unknown action": ([{**reject("resources", GOLD), "action": "delete"}], "the action is 'delete'"),
    "a property left out": (
        [{"action": "reject", "table": "resources", "row": GOLD, "reason": "x"}],
        "the reject decision has no quote",
    ),
}


@pytest.mark.parametrize(("decisions", "message"), REFUSED.values(), ids=REFUSED.keys())
def test_a_decision_that_cannot_be_applied_says_why_and_where(
    review: Callable[..., Rows], decisions: list[Decision], message: str
) -> None:
    with pytest.raises(ReviewError) as refused:
        review(*decisions)
    assert message in str(refused.value)
    assert "review.json, decision " in refused.value.where
    assert refused.value.mend


@pytest.mark.parametrize("order", [1, -1])
def test_contradictions_are_found_in_whatever_order_they_stand(review: Callable[..., Rows], order: int) -> None:
    decisions = [reject("agreement_parties", f"{DEAL}/USA"), reject("agreements", DEAL)]
    with pytest.raises(ReviewError, match="removes this row already"):
        review(*decisions[::order])


@pytest.mark.parametrize("order", [1, -1])
def test_a_link_to_a_rejected_row_can_be_amended(review: Callable[..., Rows], order: int) -> None:
    (statement,) = keys(review(reject("resources", GOLD)), "statements", "statement_id")
    decisions = [
        reject("leaders", "donald-trump"),
        amend("statements", statement, "about_leader_id", "kassym-jomart-tokayev", "Tokayev thanked"),
    ]
    assert keys(review(*decisions[::order]), "statements", "about_leader_id") == ["kassym-jomart-tokayev"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "this is not JSON"),
        ("[]", "one JSON object"),
        ("{}", "there is no list of decisions"),
        ('{"decisions": []}', "there is no list of decisions"),
        ('{"decisions": [1]}', "a decision is one JSON object"),
        ('{"decisions": [{"action": ["add"]}]}', "the action is ['add']"),
        ('{"decisions": [], "decisions": []}', "stands twice"),
        ('{"decisions": [{"value": "\\ud800"}]}', "half a surrogate pair"),
        ('{"decisions": [], "version": 1}', "unknown property 'version'"),
        ('{"decisions": [{"action": "reject", "table": [], "row": {}, "quote": 1, "reason": 2}]}', "is no text: []"),
        (
            '{"decisions": [{"action": "add", "table": "resources", "reason": "x", "cells": {"claim": 3}}]}',
            "no JSON object",
        ),
        ('{"decisions": [' + "[" * 100_000, "nested too deeply"),
        ('{"decisions": [' + " " * 1_000_001, "more than 1,000,000 bytes"),
    ],
)
def test_a_file_of_another_form_is_refused(review: Callable[..., Rows], text: str, message: str) -> None:
    with pytest.raises(ReviewError) as refused:
        review(text=text)
    assert message in str(refused.value)
    assert "review.json" in refused.value.where


def test_a_file_that_cannot_be_read_is_refused(reading: Reading, tmp_path: Path) -> None:
    with pytest.raises(ReviewError, match="cannot be read"):
        reviewed(reading, tmp_path)
