"""Which drafts of rows, from one article or several, are the same row, and what its key is."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from summitry.articles import Article
from summitry.claims.model import Claim, Value
from summitry.tables.keys import agreement_key, digest, numbered, slug, summit_key

_SAME_MEETING_DAYS = 4
_LINKS = ("summit_id", "agreement_id")
_UNLINKED = frozenset(("leaders", "summits", "resources", "forum_milestones"))


class Draft(NamedTuple):
    """One row as one article tells it: its claims, and its name within that article."""

    article: Article
    table: str
    row: str
    claims: tuple[Claim, ...]

    def value(self, column: str) -> Value | None:
        """The first claim of a column, or None."""
        for claim in self.claims:
            if claim.column == column:
                return claim.value
        return None

    def text(self, column: str) -> str:
        """The first claim of a column as text, empty where there is none."""
        value = self.value(column)
        return "" if value is None else str(value)

    @property
    def name(self) -> tuple[str, str]:
        """What the draft is called across articles."""
        return self.article.source_id, self.row


class United(NamedTuple):
    """One row: its table, its key by column, and the drafts that tell it, the earliest source first."""

    table: str
    key: Mapping[str, Value]
    drafts: tuple[Draft, ...]


def drafts_of(article: Article, claims: Iterable[Claim]) -> list[Draft]:
    """The rows that an article tells, as it names them, in the order of its claims."""
    grouped: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        grouped[claim.table, claim.row].append(claim)
    return [Draft(article, table, row, tuple(found)) for (table, row), found in grouped.items()]


def unite(drafts: Sequence[Draft]) -> list[United]:
    """The rows that the drafts amount to. The drafts come sorted by source; the result depends on nothing else."""
    of: dict[str, list[Draft]] = defaultdict(list)
    for draft in drafts:
        of[draft.table].append(draft)
    names = {**_summit_ids(of["summits"]), **_agreement_ids(of)}
    rows: dict[tuple[str, tuple[tuple[str, Value], ...]], list[Draft]] = defaultdict(list)
    for draft in drafts:
        linked = _link(draft, names)
        rows[draft.table, tuple(_key(linked, names).items())].append(linked)
    return [United(table, dict(key), tuple(found)) for (table, key), found in rows.items()]


def _link(draft: Draft, names: Mapping[tuple[str, str], str]) -> Draft:
    """The draft with names of rows in this article replaced by lasting keys; a link to nothing is left out."""
    if draft.table in _UNLINKED:
        return draft
    article, table, row, told = draft
    claims = []
    for claim in told:
        if claim.start < 0 and claim.column in _LINKS:
            target = names.get((article.source_id, str(claim.value)))
            if target is not None:
                claims.append(Claim(table, row, claim.column, target, claim.start, claim.end, claim.rule))
        else:
            claims.append(claim)
    return Draft(article, table, row, tuple(claims))


def _key(draft: Draft, names: Mapping[tuple[str, str], str]) -> dict[str, Value]:
    match draft.table:
        case "summits" | "agreements":
            return {draft.table[:-1] + "_id": names[draft.name]}
        case "leaders":
            return {"leader_id": draft.text("leader_id")}
        case "attendance":
            return {"summit_id": draft.text("summit_id"), "leader_id": draft.text("leader_id")}
        case "agreement_parties":
            return {"agreement_id": draft.text("agreement_id"), "place_id": draft.text("place_id")}
        case "agreement_sectors":
            return {"agreement_id": draft.text("agreement_id"), "sector": draft.text("sector")}
        case "forum_milestones":
            return {"forum_id": draft.text("forum_id"), "milestone": draft.text("milestone")}
        case "resources":
            return {"resource_id": slug(draft.text("place_id"), draft.text("commodity_id"), draft.text("claim"))}
        case "statements":
            return {"statement_id": _statement_id(draft)}
    raise ValueError(f"no rule reads the table {draft.table!r}")


def _statement_id(draft: Draft) -> str:
    """Speaker, act, day of the report, and a digest of the words: other statements found do not change the key."""
    day = draft.article.published_on
    return slug(draft.text("leader_id"), draft.text("act"), day or "undated", digest(draft.text("text"), length=6))


# --- meetings ---------------------------------------------------------------------------------------------------------


def _summit_ids(drafts: Iterable[Draft]) -> dict[tuple[str, str], str]:
    """The key of every meeting: those of one forum, level and year are one unless their days are apart."""
    groups: dict[str, list[Draft]] = defaultdict(list)
    for draft in drafts:
        groups[summit_key(draft.text("forum_id"), draft.text("held_on"), draft.text("level"))].append(draft)
    ids: dict[tuple[str, str], str] = {}
    for key, members in groups.items():
        clusters = _clusters_by_day(members)
        for summit_id, cluster in zip(numbered([key] * len(clusters)), clusters, strict=True):
            ids.update({draft.name: summit_id for draft in cluster})
    return ids


def _clusters_by_day(drafts: list[Draft]) -> list[list[Draft]]:
    """Meetings by day: full days first, in order; what is less precise joins the first that it does not contradict.

    One article that tells of two meetings means two meetings.
    """
    clusters: list[list[Draft]] = []
    for draft in sorted(drafts, key=lambda d: (-len(d.text("held_on")), d.text("held_on"), d.name)):
        fitting = (c for c in clusters if _same_day(c[0].text("held_on"), draft.text("held_on")))
        home = next((c for c in fitting if all(other.article is not draft.article for other in c)), None)
        if home is None:
            clusters.append([draft])
        else:
            home.append(draft)
    return sorted(clusters, key=lambda cluster: cluster[0].text("held_on"))


def _same_day(left: str, right: str) -> bool:
    if left.startswith(right) or right.startswith(left):
        return True
    if len(left) == len(right) == 10:
        return abs((dt.date.fromisoformat(left) - dt.date.fromisoformat(right)).days) <= _SAME_MEETING_DAYS
    return False


# --- agreements -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Deal:
    """What tells one agreement from another of the same parties, kind and year."""

    draft: Draft
    parties: frozenset[str]
    sectors: frozenset[str]

    @property
    def amount(self) -> Value | None:
        return self.draft.value("value_amount")

    def may_be(self, other: _Deal) -> bool:
        amounts = {deal.amount for deal in (self, other) if deal.amount is not None}
        apart = self.sectors and other.sectors and not self.sectors & other.sectors
        return (
            len(amounts) < 2
            and not (apart and self.draft.article is not other.draft.article)
            and self._not_rivals(other)
        )

    def _not_rivals(self, other: _Deal) -> bool:
        # One article that tells of two deals means two deals.
        return self.draft.article is not other.draft.article


def _agreement_ids(of: Mapping[str, Sequence[Draft]]) -> dict[tuple[str, str], str]:
    parties = _parts(of["agreement_parties"], "place_id")
    sectors = _parts(of["agreement_sectors"], "sector")
    groups: dict[str, list[_Deal]] = defaultdict(list)
    for draft in of["agreements"]:
        deal = _Deal(draft, parties.get(draft.name, frozenset()), sectors.get(draft.name, frozenset()))
        year = str(draft.article.published_on or "")[:4]
        groups[agreement_key(deal.parties, draft.text("kind"), year)].append(deal)
    ids: dict[tuple[str, str], str] = {}
    for key, deals in groups.items():
        clusters: list[list[_Deal]] = []
        for deal in sorted(deals, key=_deal_order):
            home = next((cluster for cluster in clusters if all(deal.may_be(other) for other in cluster)), None)
            if home is None:
                clusters.append([deal])
            else:
                home.append(deal)
        clusters.sort(key=_first_told)
        for agreement_id, cluster in zip(numbered([key] * len(clusters)), clusters, strict=True):
            ids.update({deal.draft.name: agreement_id for deal in cluster})
    return ids


def _deal_order(deal: _Deal) -> tuple[int, int, list[str], tuple[str, str]]:
    amount = deal.amount if isinstance(deal.amount, int) else 0
    return (deal.amount is None, -amount, sorted(deal.sectors), deal.draft.name)


def _first_told(cluster: Sequence[_Deal]) -> tuple[str, tuple[str, str]]:
    # An id is a promise: an article published later must not take the number of a deal told before it.
    return min((str(deal.draft.article.published_on or "9999"), deal.draft.name) for deal in cluster)


def _parts(drafts: Iterable[Draft], column: str) -> dict[tuple[str, str], frozenset[str]]:
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for draft in drafts:
        found[draft.article.source_id, draft.text("agreement_id")].add(draft.text(column))
    return {name: frozenset(values) for name, values in found.items()}
