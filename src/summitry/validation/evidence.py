"""The layer of evidence: every cell from a source can be traced to words, and the words still say so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from summitry.articles import decode
from summitry.errors import ArticleError
from summitry.lexicon.vocabulary import load_vocabulary
from summitry.rereading import supports
from summitry.tables.cells import cell_text
from summitry.tables.contract import Origin, TableContract
from summitry.tables.keys import evidence_key
from summitry.text.languages import LANGUAGES
from summitry.validation import checks
from summitry.validation.findings import Finding, Place
from summitry.validation.subject import Subject

_TELLERS = ("sources", "evidence")
Key = tuple[str, str, str]


def check_evidence(subject: Subject) -> Iterator[Finding]:
    """Cells without evidence, evidence without its cell, quotes that do not stand there, readings that give no such value."""
    if not subject.is_ours or "evidence" not in subject.rows:
        return
    given: dict[Key, set[str]] = defaultdict(set)
    for row in subject.rows["evidence"]:
        given[row["table"], row["row_id"], row["column"]].add(row["value"])
    cells: dict[Key, str] = {}
    for name, contract in subject.contracts.items():
        if name in subject.rows and name not in _TELLERS:
            yield from _check_cells(subject, contract, given, cells)
    yield from _check_rows(subject, cells)
    yield from _check_quotes(subject)


def _check_cells(
    subject: Subject, contract: TableContract, given: dict[Key, set[str]], cells: dict[Key, str]
) -> Iterator[Finding]:
    listed = _listed_ids(contract.name)
    for index, row in enumerate(subject.rows[contract.name]):
        row_id = contract.row_id(row)
        for field in contract.fields:
            text = cell_text(row[field.name])
            key = (contract.name, row_id, field.name)
            cells[key] = text
            known = listed is not None and row_id in listed
            if field.origin is Origin.VOCABULARY and known and listed is not None:
                yield from _check_listed(subject, contract.name, index, field.name, text, listed[row_id])
            needs = field.origin is Origin.SOURCE or (
                field.origin is Origin.VOCABULARY and listed is not None and not known
            )
            if not needs or not text:
                continue
            if not given[key]:
                yield checks.EVIDENCE_MISSING.found(
                    subject.at(contract.name, index, field.name), "no words say so.", value=text
                )
            elif text not in given[key]:
                what = f"the evidence says {', '.join(sorted(given[key]))[:80]}."
                yield checks.EVIDENCE_VALUE.found(subject.at(contract.name, index, field.name), what, value=text)


def _listed_ids(table: str) -> dict[str, Any] | None:
    """The vocabulary's entries for the rows of a table, or None for a table that no list fills."""
    vocabulary = load_vocabulary()
    lists: dict[str, Any] = {
        "places": vocabulary.places,
        "forums": vocabulary.forums,
        "commodities": vocabulary.commodities,
        "leaders": vocabulary.people,
    }
    return lists.get(table)


def _check_listed(subject: Subject, table: str, index: int, column: str, text: str, entry: Any) -> Iterator[Finding]:
    if column in entry and text != entry[column]:
        what = f"the list has {entry[column] or 'nothing'!r}."
        yield checks.VOCABULARY_CELL.found(subject.at(table, index, column), what, value=text)


def _check_rows(subject: Subject, cells: dict[Key, str]) -> Iterator[Finding]:
    for index, row in enumerate(subject.rows["evidence"]):
        key = (row["table"], row["row_id"], row["column"])
        if row["table"] in subject.rows and key not in cells:
            what = f"there is no {row['column']} of {row['row_id']} in {row['table']}."
            yield checks.EVIDENCE_ROW.found(subject.at("evidence", index, "row_id"), what, value=row["row_id"])
        made = evidence_key(row["source_id"], row)
        if row["evidence_id"] != made:
            what = f"what it says makes the id {made}."
            yield checks.EVIDENCE_KEY.found(
                subject.at("evidence", index, "evidence_id"), what, value=row["evidence_id"]
            )


def _check_quotes(subject: Subject) -> Iterator[Finding]:
    sources = {row["source_id"]: row for row in subject.rows.get("sources", ())}
    texts: dict[str, str] = {}
    for source_id, stated in sources.items() if subject.is_repository else ():
        article = _article(subject, source_id, stated["text_sha256"])
        if isinstance(article, Finding):
            yield article
        else:
            texts[source_id] = article
    for index, row in enumerate(subject.rows["evidence"]):
        source = sources.get(row["source_id"])
        if source is None or source["language"] not in LANGUAGES:
            continue  # a broken reference, or no language: each has a finding of its own
        length = row["end"] - row["start"]
        text = texts.get(row["source_id"])
        stands = length == len(row["quote"]) and row["end"] <= source["characters"]
        if text is not None:
            stands = stands and text[row["start"] : row["end"]] == row["quote"]
        if not stands:
            what = f"the article has other words at {row['start']}–{row['end']}."
            yield checks.EVIDENCE_QUOTE.found(subject.at("evidence", index, "quote"), what, value=row["quote"])
        elif not supports(
            row["table"], row["column"], row["value"], row["quote"],
            language=source["language"], published_on=source["published_on"],
        ):  # fmt: skip
            what = f"the words {row['quote'][:60]} do not say {row['value'][:60]}."
            yield checks.EVIDENCE_READING.found(subject.at("evidence", index, "value"), what, value=row["value"])


def _article(subject: Subject, source_id: str, stated: str) -> str | Finding:
    path = subject.folder / "sources" / source_id / "article.txt"
    place = Place(f"sources/{source_id}/article.txt")
    try:
        text = decode(path.read_bytes())
    except OSError:
        return checks.ARTICLE.found(place, "the article is missing.")
    except ArticleError as error:
        return checks.ARTICLE.found(place, error.what)
    if sha256(text.encode("utf-8")).hexdigest() != stated:
        return checks.ARTICLE.found(place, "the article is not the one that was read.")
    return text
