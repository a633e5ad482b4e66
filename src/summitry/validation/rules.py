"""What someone who knows the field would ask of the tables: rules across columns and tables, each a named function.

A rule yields the rows that break it as (table, index, column, sentence); the driver adds the place. They apply to packages
that declare our profile.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from summitry.lexicon.vocabulary import Vocabulary, load_vocabulary
from summitry.tables.titles import agreement_title
from summitry.validation import checks
from summitry.validation.findings import Check, Finding
from summitry.validation.subject import Subject

Rows = Mapping[str, list[dict[str, Any]]]
Breach = tuple[str, int, str, str]
Rule = Callable[[Rows, Vocabulary], Iterator[Breach]]

_ALONE = ("accession", "pledge")
_LENGTHS = {"day": 10, "report_date": 10, "month": 7, "year": 4}


def check_rules(subject: Subject) -> Iterator[Finding]:
    """Every breach of a domain rule, in the tables that could be read."""
    if not subject.is_ours:
        return
    vocabulary = load_vocabulary()
    rows: dict[str, list[dict[str, Any]]] = defaultdict(list, subject.rows)
    for check, rule in RULES:
        for table, index, column, what in rule(rows, vocabulary):
            yield check.found(subject.at(table, index, column), what, value=rows[table][index].get(column))


def amount_and_currency(rows: Rows, _: Vocabulary) -> Iterator[Breach]:
    """An amount has a currency, and the reverse."""
    for index, row in enumerate(rows["agreements"]):
        if row["value_amount"] is None and row["value_currency"] is not None:
            yield "agreements", index, "value_amount", "the currency has no amount."
        # An article may give a sum without its currency; a bare currency says nothing.
        if row["value_amount"] is not None and row["value_currency"] is None:
            yield "agreements", index, "value_currency", "the amount has no currency."


def known_currency(rows: Rows, vocabulary: Vocabulary) -> Iterator[Breach]:
    """The currency is one of ISO 4217's codes of today's money."""
    for index, row in enumerate(rows["agreements"]):
        if row["value_currency"] is not None and row["value_currency"] not in vocabulary.currencies:
            yield "agreements", index, "value_currency", "ISO 4217 has no such currency."


def enough_parties(rows: Rows, _: Vocabulary) -> Iterator[Breach]:
    """Two parties, or one for an accession or a pledge."""
    parties = defaultdict(set)
    for row in rows["agreement_parties"]:
        parties[row["agreement_id"]].add(row["place_id"])
    for index, row in enumerate(rows["agreements"]):
        least = 1 if row["kind"] in _ALONE else 2
        if len(parties[row["agreement_id"]]) < least:
            found = len(parties[row["agreement_id"]])
            yield "agreements", index, "agreement_id", f"the {row['kind']} has {found} parties; it takes {least}."


def one_host(rows: Rows, _: Vocabulary) -> Iterator[Breach]:
    """No second host at one summit."""
    hosts: dict[str, str] = {}
    for index, row in enumerate(rows["attendance"]):
        if row["role"] == "host" and hosts.setdefault(row["summit_id"], row["leader_id"]) != row["leader_id"]:
            yield "attendance", index, "role", f"{hosts[row['summit_id']]} is the host already."


def host_attends(rows: Rows, _: Vocabulary) -> Iterator[Breach]:
    """Where leaders of the host's country attend, one of them is the host."""
    places = {row["leader_id"]: row["place_id"] for row in rows["leaders"]}
    there, hosting = defaultdict(set), set()
    for row in rows["attendance"]:
        there[row["summit_id"]].add(places.get(row["leader_id"]))
        if row["role"] == "host":
            hosting.add(row["summit_id"])
    for index, row in enumerate(rows["summits"]):
        key = row["summit_id"]
        if row["host_place_id"] in there[key] and key not in hosting:
            yield "summits", index, "host_place_id", "a leader of the host's country attends, and nobody is the host."


def members_attend(rows: Rows, _: Vocabulary) -> Iterator[Breach]:
    """Those who attend come from members of the forum; guests are worth a look."""
    members, forums = defaultdict(set), {row["summit_id"]: row["forum_id"] for row in rows["summits"]}
    for row in rows["forum_members"]:
        members[row["forum_id"]].add(row["place_id"])
    places = {row["leader_id"]: row["place_id"] for row in rows["leaders"]}
    for index, row in enumerate(rows["attendance"]):
        place, known = places.get(row["leader_id"]), members[forums.get(row["summit_id"])]
        if place is not None and known and place not in known:
            yield "attendance", index, "leader_id", f"{place} is no member of {forums[row['summit_id']]}."


def leader_in_office(rows: Rows, vocabulary: Vocabulary) -> Iterator[Breach]:
    """A leader whom the vocabulary knows has one of the offices, and the country, that it gives for them."""
    for index, row in enumerate(rows["leaders"]):
        terms = vocabulary.terms.get(row["leader_id"], ())
        if terms and not any(
            (term.office, term.place_id or None) == (row["office"], row["place_id"]) for term in terms
        ):
            yield "leaders", index, "office", f"the vocabulary has no term as {row['office']} of {row['place_id']}."


def milestones_in_order(rows: Rows, vocabulary: Vocabulary) -> Iterator[Breach]:
    """Raised after founded, and founded not before the year that the vocabulary gives."""
    founded = {row["forum_id"]: row["happened_on"] for row in rows["forum_milestones"] if row["milestone"] == "founded"}
    for index, row in enumerate(rows["forum_milestones"]):
        first = founded.get(row["forum_id"], "")
        if row["milestone"] != "founded" and first and row["happened_on"][:4] < first[:4]:
            yield "forum_milestones", index, "happened_on", f"the forum was founded later, in {first}."
        year = vocabulary.forums.get(row["forum_id"], {}).get("established_year", "")
        if row["milestone"] == "founded" and year and row["happened_on"][:4] < year:
            yield "forum_milestones", index, "happened_on", f"the vocabulary has {year} as the forum's first year."


def members_listed(rows: Rows, vocabulary: Vocabulary) -> Iterator[Breach]:
    """A member of a forum is one that the vocabulary gives it."""
    for index, row in enumerate(rows["forum_members"]):
        listed = vocabulary.forum_members.get(row["forum_id"])
        if listed is not None and row["place_id"] not in listed:
            yield (
                "forum_members",
                index,
                "place_id",
                f"the vocabulary does not have it among {row['forum_id']}'s members.",
            )


def titles_say_what_rows_do(rows: Rows, _: Vocabulary) -> Iterator[Breach]:
    """The title of an agreement is the one made from its kind, its parties and its sectors."""
    names = {row["place_id"]: row["name_en"] for row in rows["places"]}
    parties, sectors = _by_agreement(rows["agreement_parties"]), _by_agreement(rows["agreement_sectors"])
    for index, row in enumerate(rows["agreements"]):
        key = row["agreement_id"]
        title = agreement_title(
            row["kind"],
            [party["place_id"] for party in parties[key]],
            [sector["sector"] for sector in sectors[key]],
            names,
        )
        if row["title_en"] != title:
            yield "agreements", index, "title_en", f"the rows say {title}."


def _by_agreement(rows: list[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    grouped: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        grouped[row["agreement_id"]].append(row)
    return grouped


def precision_fits(rows: Rows, _: Vocabulary) -> Iterator[Breach]:
    """A date is as long as its precision says, and has one exactly where it has the other."""
    columns = (("summits", "held_on", "held_on_precision"), ("forum_milestones", "happened_on", "precision"))
    for table, date, precision in columns:
        for index, row in enumerate(rows[table]):
            length = len(row[date]) if row[date] else None
            told, given = row[date] or "no date", row[precision] or "none"
            if _LENGTHS.get(row[precision] or "") != length:
                yield table, index, precision, f"{told} is not of the precision {given}."
            elif length == 10 and not _is_day(row[date]):
                yield table, index, date, f"{told} is no day of the calendar."


def _is_day(text: str) -> bool:
    try:
        return bool(dt.date.fromisoformat(text))
    except ValueError:
        return False


def report_date_is_one(rows: Rows, _: Vocabulary) -> Iterator[Breach]:
    """A date that is only the report's is the day on which some source appeared."""
    days = {str(row["published_on"]) for row in rows["sources"]}
    for index, row in enumerate(rows["summits"]):
        if row["held_on_precision"] == "report_date" and row["held_on"] not in days:
            yield "summits", index, "held_on", "no source appeared on that day."


def not_about_the_speaker(rows: Rows, _: Vocabulary) -> Iterator[Breach]:
    """A statement is about somebody else."""
    for index, row in enumerate(rows["statements"]):
        if row["about_leader_id"] is not None and row["about_leader_id"] == row["leader_id"]:
            yield "statements", index, "about_leader_id", "that is the speaker."


def announced_by_then(rows: Rows, _: Vocabulary) -> Iterator[Breach]:
    """Nothing is announced after the last source."""
    last = max((row["published_on"] for row in rows["sources"]), default=None)
    for index, row in enumerate(rows["agreements"]):
        if last is not None and row["announced_on"] is not None and row["announced_on"] > last:
            yield "agreements", index, "announced_on", f"the last source is of {last}."


RULES: tuple[tuple[Check, Rule], ...] = (
    (checks.AMOUNT_CURRENCY, amount_and_currency),
    (checks.CURRENCY, known_currency),
    (checks.PARTIES, enough_parties),
    (checks.ONE_HOST, one_host),
    (checks.HOST_ATTENDS, host_attends),
    (checks.MEMBER_ATTENDS, members_attend),
    (checks.MEMBER_LISTED, members_listed),
    (checks.TITLE, titles_say_what_rows_do),
    (checks.LEADER_TERM, leader_in_office),
    (checks.MILESTONE_ORDER, milestones_in_order),
    (checks.PRECISION, precision_fits),
    (checks.REPORT_DATE, report_date_is_one),
    (checks.ABOUT_SPEAKER, not_about_the_speaker),
    (checks.ANNOUNCED, announced_by_then),
)
