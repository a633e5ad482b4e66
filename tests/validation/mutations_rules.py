"""Mutations that every single cell survives: across columns, across tables, and against the words of the article.

All are forged: checksums, digests and Parquet agree with what was changed.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from tests.validation.copies import REPOSITORY, Copy, Row, at
from tests.validation.mutations import (
    Action,
    Mutation,
    Pick,
    added,
    derived,
    forged,
    group,
    has,
    removed,
    row_of,
)

from summitry.tables.keys import evidence_key
from summitry.validation.findings import Place

_columns, _tables, _evidence = group("across columns"), group("across tables"), group("evidence")
_text_of_article = group("evidence", parts=REPOSITORY)


def _longer() -> Action:
    """Evidence whose end was moved, noticed at the quote."""

    def act(copy: Copy) -> Place:
        place = derived("evidence", "end", lambda end: end + 1)(copy)
        return Place(place.file, place.row, place.line, "quote")

    return act


ACROSS_COLUMNS: tuple[Mutation, ...] = (
    _columns("an amount without currency", "amount-currency", forged("agreements", value_currency=None)),
    _columns("a currency without amount", "amount-currency", forged("agreements", value_amount=None)),
    _columns("a currency that is none", "currency", forged("agreements", value_currency="XYZ")),
    _columns("a currency of the past", "currency", forged("agreements", value_currency="SUR")),
    _columns("a day of the precision month", "precision", forged("summits", held_on_precision="month")),
    _columns("a day of the precision year", "precision", forged("summits", held_on_precision="year")),
    _columns(
        "a year of the precision day",
        "precision",
        forged("forum_milestones", has(milestone="founded"), precision="day"),
    ),
    _columns("a day without precision", "precision", forged("summits", held_on_precision=None)),
    _columns("a precision without day", "precision", forged("summits", held_on=None, place="held_on_precision")),
    _columns(
        "a month of the precision day",
        "precision",
        forged("forum_milestones", has(milestone="raised"), happened_on="2023-09", place="precision"),
    ),
    _columns("the 30th of February", "precision", forged("summits", held_on="2025-02-30", held_on_precision="day")),
    _columns(
        "the 31st of June", "precision", forged("forum_milestones", has(milestone="raised"), happened_on="2023-06-31")
    ),
    _columns(
        "a speaker about himself",
        "about-speaker",
        forged("statements", has(leader_id="donald-trump"), about_leader_id="donald-trump"),
    ),
    _columns(
        "evidence that ends before it begins", "evidence-quote", forged("evidence", place="quote", start=500, end=400)
    ),
    _columns("evidence longer than its quote", "evidence-quote", _longer()),
)

ACROSS_TABLES: tuple[Mutation, ...] = (
    _tables(
        "an agreement of one party",
        "parties",
        removed("agreement_parties", has(place_id="USA"), row_of("agreements", lambda row: True, "agreement_id")),
    ),
    _tables(
        "an agreement of no party",
        "parties",
        removed("agreement_parties", lambda row: True, row_of("agreements", lambda row: True, "agreement_id")),
    ),
    _tables("a second host", "one-host", forged("attendance", has(leader_id="emomali-rahmon"), role="host")),
    _tables(
        "a leader of another country",
        "leader-term",
        forged("leaders", has(leader_id="emomali-rahmon"), place="office", place_id="KAZ"),
    ),
    _tables(
        "a leader of no country",
        "leader-term",
        forged("leaders", has(leader_id="emomali-rahmon"), place="office", place_id=None),
    ),
    _tables("an office never held", "leader-term", forged("leaders", has(leader_id="joe-biden"), office="monarch")),
    _tables(
        "a raising before the founding",
        "milestone-order",
        forged("forum_milestones", has(milestone="raised"), happened_on="2001", precision="year"),
    ),
    _tables(
        "a founding before the forum was",
        "milestone-order",
        forged("forum_milestones", has(milestone="founded"), happened_on="1990"),
    ),
    _tables("a report's day that no source has", "report-date", forged("summits", held_on="2024-01-01")),
    _tables(
        "an announcement after the last source", "announced", forged("agreements", announced_on=dt.date(2031, 1, 1))
    ),
    _tables("sources of before the announcement", "announced", lambda copy: _earlier_sources(copy)),
    _tables(
        "a member that the forum has not", "member-listed", added("forum_members", {"place_id": "RUS"}, "place_id")
    ),
    _tables("a region as a member", "member-listed", added("forum_members", {"place_id": "eurasia"}, "place_id")),
    *(
        _tables(
            f"{table}.{column}: not what the vocabulary has", "vocabulary-cell", forged(table, pick, **{column: value})
        )
        for table, column, pick, value in (
            ("places", "kind", has(place_id="KAZ"), "region"),
            ("places", "iso2", has(place_id="KAZ"), "UZ"),
            ("places", "name_en", has(place_id="KAZ"), "Kazakstan"),
            ("places", "name_ar", has(place_id="KAZ"), "كازخستان"),
            ("places", "name_ru", has(place_id="KAZ"), "Казакстан"),
            ("places", "wikidata_id", has(place_id="KAZ"), "Q1"),
            ("leaders", "name_en", has(leader_id="donald-trump"), "Donald Duck"),
            ("leaders", "name_ar", has(leader_id="donald-trump"), "دونالد"),
            ("leaders", "wikidata_id", has(leader_id="donald-trump"), "Q1"),
            ("leaders", "name_ru", has(leader_id="donald-trump"), None),
            ("forums", "name_en", has(forum_id="c5plus1"), "C5+2"),
            ("forums", "citation_url", has(forum_id="c5plus1"), "https://example.org/"),
            ("commodities", "hs_code", has(commodity_id="gold"), "7109"),
            ("commodities", "category", has(commodity_id="gold"), "energy"),
            ("commodities", "name_ar", has(commodity_id="gold"), "فضة"),
        )
    ),
    Mutation(
        "across tables",
        "no host where a leader of the host's country attends",
        "host-attends",
        lambda copy: _nobody_hosts(copy),
        severity="warning",
    ),
    Mutation(
        "across tables",
        "a guest from no member of the forum",
        "member-attends",
        lambda copy: _guest(copy),
        severity="warning",
    ),
)


def _nobody_hosts(copy: Copy) -> Place:
    copy.rewrite("attendance", lambda rows: [row.update(role="participant") for row in rows])
    return at("summits", 0, "host_place_id")


def _guest(copy: Copy) -> Place:
    forged("leaders", has(leader_id="emomali-rahmon"), place_id="RUS")(copy)
    return row_of("attendance", has(leader_id="emomali-rahmon"), "leader_id")(copy)


def _earlier_sources(copy: Copy) -> Place:
    copy.rewrite("sources", lambda rows: [row.update(published_on=dt.date(2020, 1, 1)) for row in rows])
    return at("agreements", 0, "announced_on")


# Evidence

# A cell of each column whose values come from articles: table, column, the row, another value that the column may have.
_TOLD: tuple[tuple[str, str, Pick, Any], ...] = (
    ("agreements", "kind", lambda row: True, "deal"),
    ("agreements", "status", lambda row: True, "planned"),
    ("agreements", "value_amount", lambda row: True, 18_000_000_000),
    ("agreements", "value_currency", lambda row: True, "EUR"),
    ("resources", "world_rank", has(resource_id="kaz-uranium-production"), 2),
    ("resources", "claim", has(resource_id="uzb-gold-reserves"), "exports"),
    ("resources", "magnitude", has(resource_id="uzb-gold-reserves"), "قليلة"),
    ("resources", "place_id", has(resource_id="uzb-gold-reserves"), "KAZ"),
    ("resources", "commodity_id", has(resource_id="uzb-gold-reserves"), "uranium"),
    ("summits", "venue", lambda row: True, "Kremlin"),
    ("summits", "host_place_id", lambda row: True, "KAZ"),
    ("statements", "act", has(leader_id="sadyr-japarov"), "criticise"),
    ("statements", "text", has(leader_id="sadyr-japarov"), "كلام آخر"),
    ("statements", "about_place_id", has(leader_id="emomali-rahmon"), "RUS"),
    ("forum_milestones", "level", has(milestone="raised"), "foreign_ministers"),
    ("attendance", "role", has(leader_id="donald-trump"), "participant"),
)


def _without_evidence(table: str, column: str, pick: Pick) -> Action:
    """Take the evidence of one cell away."""

    def act(copy: Copy) -> Place:
        place = row_of(table, pick, column)(copy)
        row_id = _row_id(table, copy.rows(table)[(place.row or 1) - 1])
        about = has(table=table, row_id=row_id, column=column)
        return removed("evidence", about, lambda _: place)(copy)

    return act


def _row_id(table: str, row: Row) -> str:
    from summitry.tables.contract import load_contract

    return load_contract(table).row_id(row)


def _rekeyed(pick: Pick, noticed: str, /, **cells: Any) -> Action:
    """Change a row of evidence, and its id with it, as whoever knows how the ids are made."""

    def act(copy: Copy) -> Place:
        rows = copy.rows("evidence")
        row = next(row for row in rows if pick(row))
        row.update(cells)
        row["evidence_id"] = evidence_key(row["source_id"], row)
        copy.rewrite("evidence", lambda old: old.__setitem__(slice(None), rows))
        return row_of("evidence", has(evidence_id=row["evidence_id"]), noticed)(copy)

    return act


_AMOUNT = has(table="agreements", column="value_amount")

EVIDENCE: tuple[Mutation, ...] = (
    *(
        _evidence(
            f"{table}.{column}: another value than the evidence's",
            "evidence-value",
            forged(table, pick, **{column: value}),
        )
        for table, column, pick, value in _TOLD
    ),
    *(
        _evidence(f"{table}.{column}: no evidence", "evidence-missing", _without_evidence(table, column, pick))
        for table, column, pick, _ in _TOLD
    ),
    _evidence("of a row that is not there", "evidence-row", _rekeyed(_AMOUNT, "row_id", row_id="nobody")),
    _evidence("of a column that is not there", "evidence-row", _rekeyed(_AMOUNT, "row_id", column="value")),
    _evidence("of a table of another row", "evidence-row", _rekeyed(_AMOUNT, "row_id", table="summits")),
    _evidence("a quote that says another amount", "evidence-reading", _rekeyed(_AMOUNT, "value", value="18000000000")),
    _evidence(
        "a quote that says nothing of the kind",
        "evidence-reading",
        _rekeyed(_AMOUNT, "value", quote="في البيت الأبيض", start=0, end=15),
    ),
    _evidence(
        "a quote that names another country",
        "evidence-reading",
        _rekeyed(has(table="agreement_parties", value="KAZ"), "value", value="UZB"),
    ),
    _evidence(
        "a quote in another script's digits", "evidence-quote", forged("evidence", _AMOUNT, quote="17 مليار دولارا")
    ),
    _evidence("a quote of nothing", "evidence-quote", forged("evidence", _AMOUNT, place="quote", quote=" ")),
    _evidence("beyond the end of the article", "evidence-quote", _rekeyed(_AMOUNT, "quote", start=9_000, end=9_014)),
    _evidence(
        "moved by one character, with its old id",
        "evidence-key",
        forged("evidence", _AMOUNT, place="evidence_id", start=661, end=675),
    ),
    _evidence(
        "another value with its old id",
        "evidence-key",
        forged("evidence", has(column="venue"), place="evidence_id", value="Kremlin"),
    ),
    _text_of_article("moved by one character", "evidence-quote", _rekeyed(_AMOUNT, "quote", start=661, end=675)),
    _text_of_article(
        "a quote with another word", "evidence-quote", forged("evidence", _AMOUNT, quote="18 مليار دولار")
    ),
)
