"""What an agreement is about: the words of its own phrase, and none of the occasion, the place or the rest of the sentence."""

from __future__ import annotations

import csv
import datetime as dt
from pathlib import Path

import pytest

from summitry.articles import make_article
from summitry.reader import extract

_CASES = Path(__file__).parent / "agreement_sectors.csv"
_OPENING = {
    "en": "ASTANA, June 12 - President Tokayev received his Turkish guest on Thursday.",
    "ru": "АСТАНА, 12 июня. Президент Токаев принял в четверг гостя из Турции.",
    "ar": "أستانا، 12 يونيو - استقبل الرئيس الكازاخستاني قاسم جومارت توكاييف ضيفه التركي اليوم الخميس.",
}


def cases() -> list[tuple[str, str, list[str]]]:
    with _CASES.open(encoding="utf-8", newline="") as file:
        return [(row["language"], row["text"], row["sectors"].split()) for row in csv.DictReader(file)]


@pytest.mark.parametrize(("language", "text", "sectors"), cases())
def test_an_agreement_is_about_the_words_of_its_own_phrase(language: str, text: str, sectors: list[str]) -> None:
    article = make_article(
        f"{_OPENING[language]}\n\n{text}\n", "a", language=language, published_on=dt.date(2025, 6, 12)
    )
    tables = extract(article).tables()
    assert len(tables["agreements"]) == 1
    assert sorted(row["sector"] for row in tables["agreement_sectors"]) == sectors
