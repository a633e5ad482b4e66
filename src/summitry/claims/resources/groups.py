"""Of which region "these countries" are, and which one "the continent" is: «эти страны», القارة."""

from __future__ import annotations

from summitry.mentions.document import Document, Mention

_REACH = 60
_CONTINENTS = frozenset(("africa", "asia", "europe", "latin-america", "north-america", "south-america"))


def region_of_these(document: Document, noun: Mention) -> Mention | None:
    """The region last spoken of; None where only some of its countries, or others, are told of since."""
    vocabulary = document.vocabulary
    since: set[str] = set()
    for place in reversed(document.of("place", (max(noun.first - _REACH, 0), noun.first))):
        kind = vocabulary.places[place.value]["kind"]
        if kind == "region":
            members = vocabulary.place_members.get(place.value, frozenset())
            return place if len(since & members) in (0, 1, len(members)) else None
        if kind == "country" and place.form != "adjective":
            since.add(place.value)
    return None


def the_continent(document: Document, noun: Mention) -> Mention | None:
    """The continent last spoken of before a noun for it."""
    before = document.of("place", (0, noun.first))
    return next((place for place in reversed(before) if place.value in _CONTINENTS), None)
