"""The tables that the vocabulary fills hold what the read tables speak of, and nothing else."""

from __future__ import annotations

from typing import Any

from summitry.lexicon.vocabulary import load_vocabulary
from summitry.tables.reference import reference_rows

NOTHING: dict[str, list[dict[str, Any]]] = {
    "leaders": [],
    "summits": [],
    "forum_milestones": [],
    "agreement_parties": [],
    "resources": [],
    "statements": [],
}


def ids(rows: list[dict[str, Any]], *columns: str) -> list[tuple[Any, ...]]:
    return [tuple(row[column] for column in columns) for row in rows]


def test_nothing_read_needs_nothing() -> None:
    assert reference_rows(NOTHING, load_vocabulary()) == {
        "places": [],
        "forums": [],
        "forum_members": [],
        "commodities": [],
    }


def test_a_place_is_listed_wherever_a_row_names_it_and_an_empty_cell_names_none() -> None:
    rows: dict[str, list[dict[str, Any]]] = {
        **NOTHING,
        "leaders": [{"place_id": "UZB"}, {"place_id": None}],
        "summits": [{"forum_id": "ots", "host_place_id": "AZE"}],
        "agreement_parties": [{"place_id": "ITA"}],
        "resources": [{"place_id": "central-asia", "commodity_id": "gold"}],
        "statements": [{"about_place_id": "UKR"}, {"about_place_id": None}],
    }
    vocabulary = load_vocabulary()
    found = reference_rows(rows, vocabulary)
    members = vocabulary.forum_members["ots"]
    expected = {"UZB", "AZE", "ITA", "central-asia", "UKR"} | members
    assert ids(found["places"], "place_id") == [(place,) for place in sorted(expected)]
    assert ids(found["commodities"], "commodity_id") == [("gold",)]


def test_a_forum_comes_with_all_its_members_whether_it_met_or_was_founded() -> None:
    rows: dict[str, list[dict[str, Any]]] = {
        **NOTHING,
        "summits": [{"forum_id": "c5plus1", "host_place_id": None}],
        "forum_milestones": [{"forum_id": "g7"}, {"forum_id": "c5plus1"}],
    }
    found = reference_rows(rows, load_vocabulary())
    assert ids(found["forums"], "forum_id") == [("c5plus1",), ("g7",)]
    assert [place for forum, place in ids(found["forum_members"], "forum_id", "place_id") if forum == "c5plus1"] == [
        "KAZ",
        "KGZ",
        "TJK",
        "TKM",
        "USA",
        "UZB",
    ]
    assert set(ids(found["places"], "place_id")) == set(ids(found["forum_members"], "place_id"))


def test_rows_are_the_vocabularys_with_empty_cells_as_none() -> None:
    rows: dict[str, list[dict[str, Any]]] = {**NOTHING, "agreement_parties": [{"place_id": "central-asia"}]}
    (row,) = reference_rows(rows, load_vocabulary())["places"]
    assert (row["kind"], row["name_en"], row["iso2"]) == ("region", "Central Asia", None)
