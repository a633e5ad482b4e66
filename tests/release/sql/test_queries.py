"""The queries of docs/queries.sql: three databases and pandas give the same answers."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import psycopg
import pytest

import summitry
from summitry.dataset import Dataset
from summitry.release.sql.exporting import export_duckdb, export_postgresql, export_sqlite
from summitry.tables.package import Package

QUERIES = Path(__file__).parents[3] / "docs" / "queries.sql"
Rows = list[tuple[Any, ...]]
Ask = Callable[[str], Rows]


def queries() -> dict[str, str]:
    parts = re.split(r"^-- name: (\w+)$", QUERIES.read_text("utf-8"), flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


@pytest.fixture(scope="session")
def db(articles_package: Package) -> Dataset:
    return summitry.load(articles_package.folder)


@pytest.fixture(scope="session")
def databases(
    articles_package: Package, postgresql: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Mapping[str, Ask]]:
    folder = tmp_path_factory.mktemp("databases")
    export_sqlite(articles_package, folder / "a.sqlite")
    export_duckdb(articles_package, folder / "a.duckdb")
    export_postgresql(articles_package, postgresql, schema="queries")
    with (
        closing(sqlite3.connect(folder / "a.sqlite")) as lite,
        closing(duckdb.connect(folder / "a.duckdb", read_only=True)) as duck,
        closing(psycopg.connect(postgresql, options="-c search_path=queries")) as server,
    ):
        yield {
            "sqlite": lambda query: lite.execute(query).fetchall(),
            "duckdb": lambda query: duck.execute(query).fetchall(),
            "postgresql": lambda query: server.execute(query.encode()).fetchall(),
        }


@pytest.mark.parametrize("name", queries())
def test_the_databases_answer_as_pandas_does(name: str, databases: Mapping[str, Ask], db: Dataset) -> None:
    expected = as_rows(PANDAS[name](db))
    assert expected, "a query that finds nothing compares nothing"
    for database, ask in databases.items():
        assert ask(queries()[name]) == expected, database


def test_every_query_has_its_answer_by_pandas() -> None:
    assert queries().keys() == PANDAS.keys()
    assert len(PANDAS) == 10


def as_rows(frame: pd.DataFrame) -> Rows:
    """The rows in order of their cells, with None for an empty cell: what a database gives for ORDER BY all keys."""
    plain = frame.astype(object).where(frame.notna(), None)
    return sorted((tuple(row) for row in plain.itertuples(index=False)), key=lambda row: [str(cell) for cell in row])


def counted(frame: pd.DataFrame, keys: list[str], name: str) -> pd.DataFrame:
    return frame.groupby(keys, as_index=False).size().rename(columns={"size": name})


def who_met_whom(db: Dataset) -> pd.DataFrame:
    pairs = db.attendance.merge(db.attendance, on="summit_id", suffixes=("", "_met"))
    return counted(pairs[pairs["leader_id"] < pairs["leader_id_met"]], ["leader_id", "leader_id_met"], "meetings")


def value_by_country_and_sector(db: Dataset) -> pd.DataFrame:
    told = db.agreements.merge(db.agreement_parties).merge(db.agreement_sectors).dropna(subset="value_amount")
    return told.groupby(["place_id", "sector", "value_currency"], as_index=False).agg(
        agreements=("agreement_id", "size"), value_amount=("value_amount", "sum")
    )


CELL = ["table", "row_id", "column"]


def claims_of_one_source(db: Dataset) -> pd.DataFrame:
    sources = db.evidence.groupby(CELL)["source_id"].nunique().reset_index()
    return counted(sources[sources["source_id"] == 1], ["table"], "cells")


def sources_that_disagree(db: Dataset) -> pd.DataFrame:
    told = db.evidence.groupby(CELL, as_index=False).agg(
        readings=("value", "nunique"), sources=("source_id", "nunique")
    )
    return told[told["readings"] > 1]


def hosts(db: Dataset) -> pd.DataFrame:
    told = db.summits.dropna(subset="host_place_id").merge(db.attendance, how="left", on="summit_id")
    return told.groupby("host_place_id", as_index=False).agg(
        summits=("summit_id", "nunique"), attendances=("leader_id", "count")
    )


def agreements_between_two(db: Dataset) -> pd.DataFrame:
    parties = db.agreement_parties.groupby("agreement_id")["place_id"].agg(["min", "max", "size"]).reset_index()
    told = parties[parties["size"] == 2].merge(db.agreements, on="agreement_id")
    return counted(told, ["min", "max", "kind"], "agreements")


def what_the_ground_holds(db: Dataset) -> pd.DataFrame:
    told = db.join("resources")
    return told.groupby(["place_name_en", "commodity_name_en", "claim"], as_index=False).agg(
        world_rank=("world_rank", "min")
    )


def who_speaks_of_whom(db: Dataset) -> pd.DataFrame:
    told = db.join("statements").dropna(subset=["leader_place_id", "about_place_id"])
    other = told[told["leader_place_id"] != told["about_place_id"]]
    return counted(other, ["leader_place_id", "about_place_id", "act"], "statements")


def guests(db: Dataset) -> pd.DataFrame:
    told = db.join("attendance").dropna(subset="leader_place_id")
    members = {tuple(row) for row in db.forum_members.itertuples(index=False)}
    outside = [pair not in members for pair in zip(told["summit_forum_id"], told["leader_place_id"], strict=True)]
    return counted(told[outside], ["summit_forum_id", "leader_place_id", "leader_id"], "meetings")


def agreements_by_year(db: Dataset) -> pd.DataFrame:
    told = db.agreements.dropna(subset="announced_on")
    return counted(told.assign(year=told["announced_on"].dt.strftime("%Y")), ["year", "status"], "agreements")


PANDAS: Mapping[str, Callable[[Dataset], pd.DataFrame]] = {
    function.__name__: function
    for function in (
        who_met_whom,
        value_by_country_and_sector,
        claims_of_one_source,
        sources_that_disagree,
        hosts,
        agreements_between_two,
        what_the_ground_holds,
        who_speaks_of_whom,
        guests,
        agreements_by_year,
    )
}
