"""Hundreds of ways to tell of a deal, and of what is none: one sentence of a newswire a row, in three languages.

`wordings.csv` beside this file has a sentence and the agreements that a careful coder sees in it, written
down before the reader was run: "PARTY+PARTY kind status [amount currency]", and the sectors in brackets where the
sentence leaves no doubt about them.
"""

from __future__ import annotations

import csv
import datetime as dt
from pathlib import Path

import pytest

from summitry.articles import make_article
from summitry.claims.agreements.reading import find_agreements
from summitry.mentions.reading import read_mentions
from summitry.rereading import supports

_TODAY = dt.date(2025, 11, 7)
_COLUMNS = ("kind", "status", "value_amount", "value_currency")


def cases() -> list[tuple[str, str, list[str]]]:
    with (Path(__file__).parent / "wordings.csv").open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file)
        return [(row["language"], row["text"], sorted(filter(None, row["agreements"].split("; ")))) for row in rows]


def agreements(text: str, language: str) -> list[tuple[str, str]]:
    """Each agreement, and its sectors as they stand in the table."""
    article = make_article(text, "a", language=language, published_on=_TODAY)
    cells: dict[str, dict[str, object]] = {}
    parties: dict[object, list[str]] = {}
    about: dict[object, list[str]] = {}
    claims = find_agreements(read_mentions(article, part=True))
    links = {claim.row: claim.value for claim in claims if claim.column == "agreement_id"}
    for claim in claims:
        if claim.table == "agreements":
            cells.setdefault(claim.row, {})[claim.column] = claim.value
        elif claim.column in ("place_id", "sector"):
            (parties if claim.column == "place_id" else about).setdefault(links[claim.row], []).append(str(claim.value))
    return sorted(
        (
            " ".join(["+".join(sorted(parties[row])), *(str(found[name]) for name in _COLUMNS if name in found)]),
            f" [{','.join(sorted(about.get(row, [])))}]",
        )
        for row, found in cells.items()
    )


@pytest.mark.parametrize(("language", "text", "expected"), cases())
def test_a_deal_is_read_whatever_its_wording(language: str, text: str, expected: list[str]) -> None:
    found = agreements(text, language)
    sure = {row for row in expected if row.endswith("]")}
    assert sorted(row + sectors if row + sectors in sure else row for row, sectors in found) == expected


@pytest.mark.parametrize(("language", "text"), [(language, text) for language, text, _ in cases()])
def test_each_cell_is_read_again_from_the_words_that_it_quotes(language: str, text: str) -> None:
    article = make_article(text, "a", language=language, published_on=_TODAY)
    cells = [
        c for c in find_agreements(read_mentions(article, part=True)) if c.start >= 0 and c.column != "agreement_id"
    ]
    quotes = [(c.table, c.column, str(c.value), text[c.start : c.end]) for c in cells]
    assert [q for q in quotes if not supports(*q, language=language, published_on=_TODAY)] == []
