"""From the claims of one article or a thousand to rows: what belongs together is united, what disagrees is decided.

The order of sources never changes the result: everything is sorted by content before it is united. A cell takes one of
the told values (tables.deciding says which); all claims stay in the evidence table, the outvoted ones too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from summitry.articles import Article
from summitry.claims.model import Claim, Value
from summitry.errors import ArticleError
from summitry.lexicon.vocabulary import Vocabulary
from summitry.tables.cells import cell_text
from summitry.tables.contract import TableContract, load_contracts
from summitry.tables.deciding import QUALIFIES, decide, one_host_each
from summitry.tables.keys import evidence_key
from summitry.tables.reference import reference_rows
from summitry.tables.titles import agreement_title
from summitry.tables.unite import Draft, drafts_of, unite

Row = dict[str, Any]

READ_TABLES = (
    "leaders",
    "summits",
    "attendance",
    "agreements",
    "agreement_parties",
    "agreement_sectors",
    "resources",
    "statements",
    "forum_milestones",
)


@dataclass(frozen=True, slots=True)
class Source:
    """An article and what was claimed from it."""

    article: Article
    claims: Sequence[Claim] = field(default=())


def resolve(sources: Iterable[Source], vocabulary: Vocabulary) -> dict[str, list[Row]]:
    """The rows of every table, sorted by key, with the columns of the contract in their order; empty cells are None.

    Raises ArticleError where two articles have one id.
    """
    ordered = sorted(sources, key=lambda source: (str(source.article.published_on or "9999"), source.article.source_id))
    _check_ids(ordered)
    contracts = _contracts()
    rows: dict[str, list[Row]] = {name: [] for name in contracts}
    evidence: dict[str, Row] = {}
    told = unite([draft for source in ordered for draft in drafts_of(source.article, source.claims)])
    for united in one_host_each(told):
        row = _row(united.table, united.key, united.drafts, vocabulary)
        rows[united.table].append(row)
        for item in _evidence(united.table, contracts[united.table].row_id(row), united.drafts):
            evidence[item["evidence_id"]] = item
    _title_agreements(rows, vocabulary)
    rows["sources"] = [_source_row(source.article) for source in ordered]
    rows["evidence"] = list(evidence.values())
    rows.update(reference_rows(rows, vocabulary))
    return {name: _in_order(rows[name], contract) for name, contract in contracts.items()}


def _check_ids(sources: Sequence[Source]) -> None:
    seen: set[str] = set()
    for source in sources:
        if source.article.source_id in seen:
            raise ArticleError(
                f"Two articles have the id {source.article.source_id!r}.",
                mend="Give each its own file name, or its own source_id in source.json.",
            )
        seen.add(source.article.source_id)


@cache
def _contracts() -> dict[str, TableContract]:
    return load_contracts()


def _title_agreements(rows: Mapping[str, Sequence[Row]], vocabulary: Vocabulary) -> None:
    if not rows["agreements"]:
        return
    parties, sectors = defaultdict(list), defaultdict(list)
    for row in rows["agreement_parties"]:
        parties[row["agreement_id"]].append(row["place_id"])
    for row in rows["agreement_sectors"]:
        sectors[row["agreement_id"]].append(row["sector"])
    told = {place for places in parties.values() for place in places if place in vocabulary.places}
    names = {place: vocabulary.places[place]["name_en"] for place in told}
    for row in rows["agreements"]:
        key = row["agreement_id"]
        row["title_en"] = agreement_title(row["kind"], parties[key], sectors[key], names)


def _row(table: str, key: Mapping[str, Value], found: Sequence[Draft], vocabulary: Vocabulary) -> Row:
    """One row: its key, and for each column the value that wins."""
    row: Row = dict(key)
    if len(found) == 1:
        # A source that is alone is not outvoted; of its own tellings the first counts.
        for claim in found[0].claims:
            row.setdefault(claim.column, claim.value)
        _complete(table, row, found, vocabulary)
        return row
    columns = {claim.column for draft in found for claim in draft.claims}
    for column in sorted(columns - set(row), key=lambda name: (name in QUALIFIES, name)):
        row[column] = decide(column, row, found)
    _complete(table, row, found, vocabulary)
    return row


def _complete(table: str, row: Row, found: Sequence[Draft], vocabulary: Vocabulary) -> None:
    """The columns that the vocabulary gives or that are derived from others."""
    if table == "leaders" and row["leader_id"] in vocabulary.people:
        person = vocabulary.people[row["leader_id"]]
        row.update({name: person[name] or None for name in ("name_en", "name_ar", "name_ru", "wikidata_id")})
    elif table == "forum_milestones":
        row["precision"] = {4: "year", 7: "month"}.get(len(str(row["happened_on"])), "day")
    elif table == "summits" and row.get("held_on") is None:
        row["held_on_precision"] = None
    elif table == "agreements":
        days = [draft.article.published_on for draft in found if draft.article.published_on]
        if row.get("status") != "planned" and days:
            row["announced_on"] = min(days)


def _evidence(table: str, row_id: str, found: Sequence[Draft]) -> Iterable[Row]:
    for draft in found:
        for claim in draft.claims:
            if claim.start < 0:
                continue
            row = {
                "evidence_id": "",
                "table": table,
                "row_id": row_id,
                "column": claim.column,
                "value": cell_text(claim.value),
                "source_id": draft.article.source_id,
                "start": claim.start,
                "end": claim.end,
                "quote": draft.article.text[claim.start : claim.end],
                "corrected_to": claim.corrected_to or None,
            }
            row["evidence_id"] = evidence_key(draft.article.source_id, row)
            yield row


def _source_row(article: Article) -> Row:
    return {
        "source_id": article.source_id,
        "publisher": article.publisher or "unknown",
        "url": article.url,
        "language": article.language,
        "published_on": article.published_on,
        "retrieved_on": article.retrieved_on,
        "characters": len(article.text),
        "text_sha256": article.sha256,
    }


def _in_order(rows: Sequence[Row], contract: TableContract) -> list[Row]:
    if not rows:
        return []
    columns, key = contract.columns, contract.primary_key
    shaped = [row if tuple(row) == columns else {name: row.get(name) for name in columns} for row in rows]
    if len(key) == 1:
        return sorted(shaped, key=lambda row: str(row[key[0]]))
    return sorted(shaped, key=lambda row: [str(row[name]) for name in key])
