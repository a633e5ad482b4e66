"""Resolving: rows from the claims of many articles, the same in any order, with every claim kept as evidence."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable, Mapping
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summitry.claims.model import Value
from summitry.errors import ArticleError
from summitry.lexicon.vocabulary import load_vocabulary
from summitry.tables.arrow import table_from_rows
from summitry.tables.contract import TableContract
from summitry.tables.resolve import Source, resolve

Tell = Callable[..., Source]
Cells = Mapping[str, Value]
Rows = dict[str, list[dict[str, Any]]]

RANKED: Cells = {"place_id": "KAZ", "commodity_id": "uranium", "claim": "production"}


def resolved(*sources: Source) -> Rows:
    return resolve(sources, load_vocabulary())


def rank(value: int | None = None) -> tuple[str, str, Cells]:
    return ("resources", "resources/0", {**RANKED, **({} if value is None else {"world_rank": value})})


def summit(held_on: str = "", precision: str = "", **cells: Value) -> tuple[str, str, Cells]:
    day = {"held_on": held_on, "held_on_precision": precision} if held_on else {}
    return ("summits", "summits/0", {"forum_id": "c5plus1", "level": "heads_of_state", **day, **cells})


def only(rows: list[dict[str, Any]]) -> dict[str, Any]:
    (row,) = rows
    return row


# --- what wins ---


@pytest.mark.parametrize(
    ("told", "winner"),
    [
        ([1], 1),
        ([2, 1, 1], 1),
        ([1, 2], 1),
        ([2, 1], 2),
        ([3, 2, 1, 1, 2], 2),
        ([None, 2, 1], 2),
        ([None, None], None),
    ],
)
def test_the_value_most_sources_give_wins_then_the_earliest(
    tell: Tell, told: list[int | None], winner: int | None
) -> None:
    sources = [tell(f"paper-{9 - i}", f"2025-11-{i + 1:02}", rank(value)) for i, value in enumerate(told)]
    rows = resolved(*sources)
    assert only(rows["resources"])["world_rank"] == winner
    kept = sorted(row["value"] for row in rows["evidence"] if row["column"] == "world_rank")
    assert kept == sorted(str(value) for value in told if value is not None)


def test_of_the_same_day_the_first_by_name_counts_as_the_earliest_and_undated_ones_as_the_last(tell: Tell) -> None:
    rows = resolved(tell("c", "", rank(3)), tell("b", "2025-11-07", rank(2)), tell("a", "2025-11-07", rank(1)))
    assert only(rows["resources"])["world_rank"] == 1
    assert only(resolved(tell("a", "", rank(3)), tell("b", "2025-11-07", rank(2)))["resources"])["world_rank"] == 2


def test_an_article_that_repeats_itself_has_one_voice(tell: Tell) -> None:
    again = ("resources", "resources/1", {**RANKED, "world_rank": 1})
    rows = resolved(tell("a", "2025-11-01", rank(2)), tell("b", "2025-11-02", rank(1), again))
    assert only(rows["resources"])["world_rank"] == 2
    assert sorted(row["value"] for row in rows["evidence"] if row["column"] == "world_rank") == ["1", "1", "2"]


@pytest.mark.parametrize(
    ("told", "held_on", "precision"),
    [
        ([("2025-11-06", "day")], "2025-11-06", "day"),
        ([("2025", "year"), ("2025-11", "month"), ("2025-11-06", "day")], "2025-11-06", "day"),
        ([("2025", "year"), ("2025", "year"), ("2025-11-06", "day")], "2025-11-06", "day"),
        ([("2025-11-07", "report_date"), ("2025-11-07", "report_date"), ("2025-11-06", "day")], "2025-11-06", "day"),
        ([("2025-11-06", "report_date"), ("2025-11-06", "day")], "2025-11-06", "day"),
        ([("2025-11-07", "report_date"), ("2025-11-08", "report_date")], "2025-11-07", "report_date"),
        ([("2025-11-07", "day"), ("2025-11-06", "day"), ("2025-11-06", "day")], "2025-11-06", "day"),
        ([("2025-11-06", "day"), ("2025-11-07", "report_date"), ("2025-11-08", "report_date")], "2025-11-06", "day"),
    ],
)
def test_a_day_that_a_source_tells_comes_before_a_vaguer_date_and_before_the_day_of_a_report(
    tell: Tell, told: list[tuple[str, str]], held_on: str, precision: str
) -> None:
    sources = [tell(f"paper-{i}", f"2025-11-{i + 6:02}", summit(*day)) for i, day in enumerate(told)]
    row = only(resolved(*sources)["summits"])
    assert (row["held_on"], row["held_on_precision"]) == (held_on, precision)


def test_the_city_is_told_by_a_source_that_agrees_on_the_host(tell: Tell) -> None:
    rows = resolved(
        tell("a", "2025-11-01", summit("2025", host_place_id="KAZ", city="Astana")),
        tell("b", "2025-11-02", summit("2025", host_place_id="USA", city="Washington, D.C.", venue="White House")),
        tell("c", "2025-11-03", summit("2025", host_place_id="USA")),
    )
    row = only(rows["summits"])
    assert (row["host_place_id"], row["city"], row["venue"]) == ("USA", "Washington, D.C.", "White House")


def test_a_milestone_takes_the_most_precise_of_dates_that_agree(tell: Tell) -> None:
    def founded(day: str) -> tuple[str, str, Cells]:
        cells = {"forum_id": "c5plus1", "milestone": "founded", "level": "foreign_ministers", "happened_on": day}
        return ("forum_milestones", "forum_milestones/0", cells)

    days = ["2015", "2015-11-01", "2015"]
    row = only(resolved(*(tell(f"p{i}", "2025-11-07", founded(day)) for i, day in enumerate(days)))["forum_milestones"])
    assert (row["happened_on"], row["precision"]) == ("2015-11-01", "day")


def hosted(host: str, guest: str = "") -> tuple[tuple[str, str, Cells], ...]:
    rows = [summit("2025-05-17", "day"), came(0, host, "host")]
    return (*rows, came(1, guest, "participant")) if guest else tuple(rows)


def came(number: int, leader_id: str, role: str) -> tuple[str, str, Cells]:
    return (
        "attendance",
        f"attendance/{number}",
        {"summit_id": "summits/0", "leader_id": leader_id, "role": role, "office": "president"},
    )


def test_a_summit_has_the_host_most_sources_name_and_the_other_takes_part(tell: Tell) -> None:
    trump, tokayev = "donald-trump", "kassym-jomart-tokayev"
    sources = [
        tell("a", "2025-05-17", *hosted(tokayev)),
        tell("b", "2025-05-18", *hosted(trump, tokayev)),
        tell("c", "2025-05-19", *hosted(trump)),
    ]
    rows = resolved(*sources)
    assert {row["leader_id"]: row["role"] for row in rows["attendance"]} == {trump: "host", tokayev: "participant"}
    kept = {
        (e["source_id"], e["value"])
        for e in rows["evidence"]
        if e["row_id"].endswith(tokayev) and e["column"] == "role"
    }
    assert ("a", "host") in kept
    earliest = resolved(*sources[:2])
    assert {row["leader_id"]: row["role"] for row in earliest["attendance"]} == {tokayev: "host", trump: "participant"}


def test_two_hosts_of_one_article_are_left_for_a_person_to_look_at(tell: Tell) -> None:
    both = tell("a", "2025-05-17", *hosted("donald-trump"), came(1, "kassym-jomart-tokayev", "host"))
    assert [row["role"] for row in resolved(both)["attendance"]] == ["host", "host"]


# --- what is kept ---


def test_five_articles_about_one_summit_are_five_sources_of_one_row(tell: Tell) -> None:
    sources = [tell(f"paper-{i}", "2025-11-07", summit("2025-11-06", "day", city="Washington, D.C.")) for i in range(5)]
    rows = resolved(*sources)
    assert only(rows["summits"])["summit_id"] == "c5plus1-2025"
    assert len(rows["sources"]) == 5
    assert {e["source_id"] for e in rows["evidence"] if (e["row_id"], e["column"]) == ("c5plus1-2025", "city")} == {
        f"paper-{i}" for i in range(5)
    }


def test_every_quote_stands_at_its_offsets_and_links_and_derived_cells_need_none(tell: Tell) -> None:
    came = ("attendance", "attendance/0", {"summit_id": "summits/0", "leader_id": "donald-trump", "role": "host"})
    source = tell("a", "2025-11-07", summit("2025-11-06", "day"), came)
    evidence = resolved(source)["evidence"]
    assert {(e["table"], e["column"], e["row_id"]) for e in evidence} == {
        ("summits", "forum_id", "c5plus1-2025"),
        ("summits", "held_on", "c5plus1-2025"),
        ("attendance", "leader_id", "c5plus1-2025/donald-trump"),
        ("attendance", "role", "c5plus1-2025/donald-trump"),
    }
    for row in evidence:
        assert source.article.text[row["start"] : row["end"]] == row["quote"] == row["value"]


def test_the_same_words_for_the_same_cell_are_one_piece_of_evidence(tell: Tell) -> None:
    source = tell("a", "2025-11-07", rank(1))
    twice = Source(source.article, (*source.claims, *source.claims))
    assert resolved(twice) == resolved(source)


# --- what is filled in ---


def test_a_listed_person_is_named_by_the_vocabulary_and_another_by_the_article(tell: Tell) -> None:
    rows = resolved(
        tell(
            "a",
            "2025-11-07",
            ("leaders", "leaders/1", {"leader_id": "donald-trump", "place_id": "USA", "office": "president"}),
            (
                "leaders",
                "leaders/2",
                {"leader_id": "janez-novak", "name_en": "Janez Novak", "place_id": "SVN", "office": "other"},
            ),
        )
    )
    listed, other = rows["leaders"]
    assert (listed["name_en"], listed["name_ru"]) == ("Donald Trump", "Дональд Трамп")
    assert (other["name_en"], other["name_ru"], other["wikidata_id"]) == ("Janez Novak", None, None)
    assert {row["place_id"] for row in rows["places"]} == {"USA", "SVN"}


@pytest.mark.parametrize(
    ("status", "announced_on"),
    [("signed", dt.date(2025, 11, 6)), ("announced", dt.date(2025, 11, 6)), ("planned", None)],
)
def test_an_agreement_is_announced_by_its_earliest_source_unless_it_is_only_planned(
    tell: Tell, status: str, announced_on: dt.date | None
) -> None:
    rows = (
        ("agreements", "agreements/0", {"kind": "deal", "status": status}),
        ("agreement_parties", "p/0", {"agreement_id": "agreements/0", "place_id": "USA"}),
        ("agreement_parties", "p/1", {"agreement_id": "agreements/0", "place_id": "KAZ"}),
        ("agreement_sectors", "s/0", {"agreement_id": "agreements/0", "sector": "critical_minerals"}),
    )
    row = only(resolved(tell("b", "2025-11-07", *rows), tell("a", "2025-11-06", *rows))["agreements"])
    assert row["announced_on"] == announced_on
    assert row["title_en"] == "Kazakhstan – United States deal (critical minerals)"


def test_a_source_row_says_what_the_article_is(tell: Tell) -> None:
    source = tell("a", "2025-11-07", rank(1))
    assert only(resolved(source)["sources"]) == {
        "source_id": "a",
        "publisher": "unknown",
        "url": None,
        "language": "en",
        "published_on": dt.date(2025, 11, 7),
        "retrieved_on": None,
        "characters": len(source.article.text),
        "text_sha256": source.article.sha256,
    }


def test_no_articles_give_every_table_without_rows(contracts: dict[str, TableContract]) -> None:
    assert resolved() == {name: [] for name in contracts}


def test_two_articles_of_one_id_are_refused(tell: Tell) -> None:
    with pytest.raises(ArticleError, match="'a'") as refused:
        resolved(tell("a", "2025-11-07", rank(1)), tell("a", "2025-11-08", rank(2)))
    assert refused.value.mend


# --- any order ---

PRECISIONS = {4: "year", 7: "month", 10: "day"}
DAYS = st.sampled_from(["2025", "2025-11", "2025-11-05", "2025-11-06", "2025-11-12", "2025-04-04", "2023-09-20"])
AMOUNTS = st.sampled_from([None, 17, 4])


@st.composite
def articles(draw: st.DrawFn) -> tuple[str, list[tuple[str, str, Cells]]]:
    rows: list[tuple[str, str, Cells]] = [rank(draw(st.sampled_from([None, 1, 2])))]
    for n, day in enumerate(draw(st.lists(DAYS, max_size=2))):
        precision = draw(st.sampled_from([PRECISIONS[len(day)], "report_date"]))
        rows.append(("summits", f"summits/{n}", dict(summit(day, precision)[2])))
        role = draw(st.sampled_from(["host", "participant"]))
        cells = {"summit_id": f"summits/{n}", "leader_id": "donald-trump", "role": role, "office": "president"}
        rows.append(("attendance", f"attendance/{n}", cells))
    for n, amount in enumerate(draw(st.lists(AMOUNTS, max_size=2))):
        money: Cells = {} if amount is None else {"value_amount": amount, "value_currency": "USD"}
        status = draw(st.sampled_from(["signed", "announced", "planned"]))
        rows.append(("agreements", f"agreements/{n}", {"kind": "deal", "status": status, **money}))
        for place in ("KAZ", "USA"):
            link = {"agreement_id": f"agreements/{n}", "place_id": place}
            rows.append(("agreement_parties", f"agreements/{n}/{place}", link))
    return draw(st.sampled_from(["2025-11-06", "2025-11-07", "2025-12-01"])), rows


@settings(deadline=None)
@given(st.lists(articles(), min_size=2, max_size=5), st.randoms(use_true_random=False))
def test_the_order_of_sources_changes_no_row(
    tell: Tell, contracts: dict[str, TableContract], told: list[Any], chance: random.Random
) -> None:
    sources = [tell(f"paper-{i}", day, *rows) for i, (day, rows) in enumerate(told)]
    shuffled = sources.copy()
    chance.shuffle(shuffled)
    rows = resolved(*sources)
    assert resolved(*shuffled) == rows
    for name, contract in contracts.items():
        keys = [tuple(row[column] for column in contract.primary_key) for row in rows[name]]
        assert len(set(keys)) == len(keys)
        assert all(tuple(row) == tuple(contract.columns) for row in rows[name])
        if name in ("summits", "evidence", "sources", "agreement_parties"):
            table_from_rows(contract, rows[name])
