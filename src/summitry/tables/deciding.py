"""Which value a cell takes where tellings differ: that of most sources, of equals that of the earliest.

Each source has one voice, however often it repeats itself. A date speaks for every more precise one that it may be,
so that a paper that says only "in 2025" does not outvote one that gives the day; the day of a report counts only where
no source tells the day itself. A column that says more about another is decided by the sources that agree on that one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from summitry.claims.model import Value
from summitry.tables.unite import Draft, United

QUALIFIES = {
    "held_on_precision": "held_on",
    "city": "host_place_id",
    "venue": "host_place_id",
    "value_currency": "value_amount",
    "place_id": "office",  # whose office it is; only leaders have both
}
"""Columns that say more about another one, which is decided before them."""

_DATES = ("held_on", "happened_on")


def decide(column: str, row: Mapping[str, Value | None], drafts: Sequence[Draft]) -> Value | None:
    """The value of a column of a row; None where no source that may be heard gives one.

    `row` holds what is decided so far; the drafts come with the earliest source first.
    """
    if len(drafts) == 1:
        return drafts[0].value(column)
    voices: dict[str, Value] = {}
    for draft in _heard(column, row, drafts):
        value = draft.value(column)
        if value is not None:
            voices.setdefault(draft.article.source_id, value)
    values = list(voices.values())
    dates = column in _DATES
    votes = {value: sum(_speaks_for(other, value, dates=dates) for other in values) for value in values}
    # Of values with as many votes the more precise date, then the one given first: dict and max keep the order.
    return max(votes, key=lambda value: (votes[value], len(str(value)) if dates else 0), default=None)


def _heard(column: str, row: Mapping[str, Value | None], drafts: Sequence[Draft]) -> Sequence[Draft]:
    subject = QUALIFIES.get(column, column)
    if subject == "held_on":
        told = [draft for draft in drafts if draft.text("held_on_precision") != "report_date"]
        drafts = told if any(draft.text("held_on") for draft in told) else drafts
    if subject == column or row.get(subject) is None:
        return drafts
    return [draft for draft in drafts if draft.value(subject) in (None, row[subject])]


def _speaks_for(told: Value, value: Value, *, dates: bool) -> bool:
    return told == value or (dates and str(value).startswith(str(told)))


def one_host_each(rows: Sequence[United]) -> list[United]:
    """The rows with one host a summit, where sources disagree: whom most of them call so, then the earliest source.

    Another's host takes part all the same; that a source calls him the host stays in the evidence. Two hosts of one source
    are left as they are: a person has to look.
    """
    hosts: dict[Value, list[tuple[int, tuple[str, str], Value, frozenset[str]]]] = defaultdict(list)
    for row in rows:
        if row.table == "attendance":
            told = [draft for draft in row.drafts if draft.value("role") == "host"]
            if told:
                first = (str(told[0].article.published_on or "9999"), told[0].article.source_id)
                sources = frozenset(draft.article.source_id for draft in told)
                hosts[row.key["summit_id"]].append((-len(sources), first, row.key["leader_id"], sources))
    guests: set[tuple[Value, Value]] = set()
    for summit, rivals in hosts.items():
        _, _, _, sources = min(rivals, key=lambda rival: rival[:2])
        guests.update((summit, leader) for _, _, leader, others in rivals if not others & sources)
    return [
        _as_guest(row) if row.table == "attendance" and (row.key["summit_id"], row.key["leader_id"]) in guests else row
        for row in rows
    ]


def _as_guest(row: United) -> United:
    """The row of somebody who takes part and whom some source calls the host."""
    drafts = []
    for draft in row.drafts:
        hosting = [claim for claim in draft.claims if claim.column == "role" and claim.value == "host"]
        taking_part = tuple(claim._replace(value="participant") for claim in hosting)
        drafts.append(draft._replace(claims=(*taking_part, *draft.claims)))
    return row._replace(drafts=tuple(drafts))
