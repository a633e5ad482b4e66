"""What an agreement is about and what it is worth: the words of its own phrase, and none of the rest of the sentence."""

from __future__ import annotations

import csv
import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from summitry.articles import make_article
from summitry.reader import extract

_HERE = Path(__file__).parent
_OPENING = {
    "en": "ASTANA, June 12 - President Tokayev received his Turkish guest on Thursday.",
    "ru": "АСТАНА, 12 июня. Президент Токаев принял в четверг гостя из Турции.",
    "ar": "أستانا، 12 يونيو - استقبل الرئيس الكازاخستاني قاسم جومارت توكاييف ضيفه التركي اليوم الخميس.",
}


def cases(about: str) -> list[tuple[str, str, str]]:
    with (_HERE / f"{about}.csv").open(encoding="utf-8", newline="") as file:
        return [(row["language"], row["text"], row[about]) for row in csv.DictReader(file)]


def read(language: str, text: str) -> dict[str, list[dict[str, Any]]]:
    article = f"{_OPENING[language]}\n\n{text}\n"
    return extract(make_article(article, "a", language=language, published_on=dt.date(2025, 6, 12))).tables()


@pytest.mark.parametrize(("language", "text", "sectors"), cases("sectors"))
def test_an_agreement_is_about_the_words_of_its_own_phrase(language: str, text: str, sectors: str) -> None:
    tables = read(language, text)
    assert len(tables["agreements"]) == 1
    assert sorted(row["sector"] for row in tables["agreement_sectors"]) == sectors.split()


@pytest.mark.parametrize(("language", "text", "worth"), cases("sums"))
def test_an_agreement_is_worth_the_sum_that_is_told_of_it(language: str, text: str, worth: str) -> None:
    (row,) = read(language, text)["agreements"]
    told = f"{row['value_amount']} {row['value_currency']}" if row["value_amount"] else ""
    assert told == worth
