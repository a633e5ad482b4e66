"""Read a quote again: what the words of a piece of evidence, taken alone, may say for a column.

Validation asks of every evidence row whether its quote `supports` its value. What the words alone leave open (a surname that
two people bear, a weekday without a year) is all in the answer; the day of publication narrows it as it did when reading.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from functools import lru_cache

from summitry.articles import Article
from summitry.claims.sectors import sector_of
from summitry.lexicon.vocabulary import load_vocabulary
from summitry.mentions.document import Document
from summitry.mentions.people import leader_slug, name_index
from summitry.mentions.reading import read_mentions
from summitry.text.words import split_words

_TELLING = ("attend", "meet", "host", "titles", "held", "meeting", "at_meeting")


def supports(table: str, column: str, value: str, quote: str, *, language: str, published_on: dt.date | None) -> bool:
    """Whether a quote, read alone, may give a value (the canonical text of the cell) for a column."""
    if value in readings(table, column, quote, language, published_on):
        return True
    if column in ("leader_id", "about_leader_id"):
        # A person of no list: the id is made from the name, which the quote spells whole or in its last part.
        name = leader_slug(language, split_words(quote).forms)
        return value == name or value.endswith("-" + name)
    return False


@lru_cache(maxsize=20_000)
def readings(table: str, column: str, quote: str, language: str, published_on: dt.date | None) -> frozenset[str]:
    """All values, as canonical cell texts, that the words of a quote may say for a column of a table."""
    if column in ("text", "magnitude") or column.startswith("name_"):
        return frozenset((quote, " ".join(quote.split())))
    document = read_mentions(Article("quote", quote, language, published_on), load_vocabulary(), part=True)
    reader = _READERS.get((table, column)) or _READERS.get(("", column)) or _cue_values
    return frozenset(reader(document))


def _cue_values(document: Document) -> Iterable[str]:
    return (mention.value for mention in document.mentions)


def _places(document: Document) -> Iterable[str]:
    vocabulary = document.vocabulary
    yield from (mention.value for mention in document.of("place"))
    yield from (person.place_id for person in document.people.values() if person.place_id)
    yield from (vocabulary.place_of_city(mention.value) for mention in document.of("city"))
    yield from (
        vocabulary.place_of_city(vocabulary.venues[mention.value]["city_id"]) for mention in document.of("venue")
    )
    # A group stands for its members: "the five Central Asian states" are parties one by one.
    for mention in document.of("place"):
        yield from vocabulary.place_members.get(mention.value, ())
    for mention in document.of("forum"):
        yield from vocabulary.forum_members.get(mention.value, ())


def _people(document: Document) -> Iterable[str]:
    yield from document.people
    index = name_index(document)
    for form in document.words.forms:
        yield from index.bearers(form)


def _forums(document: Document) -> Iterable[str]:
    yield from (mention.value for mention in document.of("forum"))
    # A forum told by its members ("the leaders of Central Asia and Japan"): every forum that the region takes part in.
    regions = {mention.value for mention in document.of("place")} & set(document.vocabulary.place_members)
    named = {mention.value for mention in document.of("place")}
    for forum_id, members in document.vocabulary.forum_members.items():
        inside = any(document.vocabulary.place_members[region] <= members for region in regions)
        if inside or len(named & members) > 1:
            yield forum_id


def _cities(document: Document) -> Iterable[str]:
    return (document.vocabulary.cities[mention.value]["name_en"] for mention in document.of("city"))


def _venues(document: Document) -> Iterable[str]:
    return (document.vocabulary.venues[mention.value]["name_en"] for mention in document.of("venue"))


def _days(document: Document) -> Iterable[str]:
    yield from (day.iso for day in document.days)
    if document.article.published_on and not document.days:
        # A date that is only that of the report: the quote is the page's heading, or the words that name the meeting.
        yield document.article.published_on.isoformat()


def _roles(document: Document) -> Iterable[str]:
    if any(document.has(kind) for kind in _TELLING):
        yield "participant"
    if document.has("host") or any(document.has(kind) for kind in ("city", "venue", "place")):
        yield "host"


def _amounts(document: Document) -> Iterable[str]:
    return (str(amount.value) for amount in document.amounts)


def _currencies(document: Document) -> Iterable[str]:
    yield from (amount.currency for amount in document.amounts if amount.currency)
    yield from (mention.value for mention in document.of("currency"))


def _sectors(document: Document) -> Iterable[str]:
    return (sector for mention in document.mentions if (sector := sector_of(mention)))


_READERS: dict[tuple[str, str], Callable[[Document], Iterable[str]]] = {
    ("", "leader_id"): _people,
    ("", "about_leader_id"): _people,
    ("", "place_id"): _places,
    ("", "about_place_id"): _places,
    ("", "host_place_id"): _places,
    ("", "forum_id"): _forums,
    ("", "city"): _cities,
    ("", "venue"): _venues,
    ("", "held_on"): _days,
    ("", "happened_on"): _days,
    ("", "role"): _roles,
    ("", "value_amount"): _amounts,
    ("", "value_currency"): _currencies,
    ("", "sector"): _sectors,
}
