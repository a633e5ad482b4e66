"""What the words of a quote, read alone, may say: the value they gave in their article must be among it, others not."""

from __future__ import annotations

import datetime as dt

import pytest

from summitry.rereading import supports

DAY = dt.date(2025, 11, 7)


@pytest.mark.parametrize(
    ("table", "column", "value", "quote", "language"),
    [
        ("agreement_parties", "place_id", "TJK", "ورحمان", "ar"),  # a surname behind "and" stands for the country
        ("agreements", "status", "announced", "are to build", "en"),
        ("agreements", "status", "signed", "now ties", "en"),
        ("agreements", "value_amount", "7000000000", "seven and eight billion dollars", "en"),  # an end of a range
        ("agreements", "value_amount", "17000000000", "17 مليار دولار", "ar"),
        ("agreements", "value_currency", "USD", "17 مليار دولار", "ar"),
        ("summits", "held_on", "2025-11-06", "Thursday", "en"),
        ("leaders", "office", "other", "president", "en"),  # there are presidents of much else than states
        ("leaders", "office", "monarch", "leader", "en"),  # a title that any office may bear
        ("leaders", "office", "prime_minister", "Narendra Modi", "en"),
        ("leaders", "office", "foreign_minister", "وزير الخارجية", "ar"),
        ("attendance", "leader_id", "kassym-jomart-tokayev", "وتوكاييف", "ar"),
        ("statements", "leader_id", "ursula-von-der-leyen", "president of the European Commission", "en"),
        # A body that met a region, which the article names elsewhere.
        ("summits", "forum_id", "gcc-central-asia", "دول مجلس التعاون الخليجي", "ar"),
        ("summits", "venue", "Palace of the Nation", "Дворце наций", "ru"),  # there is one in Geneva too
        ("summits", "venue", "Palais des Nations", "Дворце наций", "ru"),
    ],
)
def test_a_quote_supports_what_it_says(table: str, column: str, value: str, quote: str, language: str) -> None:
    assert supports(table, column, value, quote, language=language, published_on=DAY)


@pytest.mark.parametrize(
    ("table", "column", "value", "quote", "language"),
    [
        ("agreement_parties", "place_id", "KAZ", "ورحمان", "ar"),
        ("summits", "forum_id", "eu-central-asia", "دول مجلس التعاون الخليجي", "ar"),
        ("agreements", "status", "signed", "are to build", "en"),
        ("agreements", "value_amount", "9000000000", "seven and eight billion dollars", "en"),
        ("agreements", "value_currency", "EUR", "17 مليار دولار", "ar"),
        ("summits", "held_on", "2025-11-05", "6 November", "en"),
        ("leaders", "office", "president", "prime minister", "en"),
        ("leaders", "office", "other", "Kazakhstan", "en"),
        ("leaders", "office", "president", "Narendra Modi", "en"),
        ("attendance", "leader_id", "sadyr-japarov", "وتوكاييف", "ar"),
        ("statements", "leader_id", "antonio-costa", "president of the European Commission", "en"),
    ],
)
def test_a_quote_does_not_support_what_it_does_not_say(
    table: str, column: str, value: str, quote: str, language: str
) -> None:
    assert not supports(table, column, value, quote, language=language, published_on=DAY)
