"""The countries of a title in the plural: "the presidents of Uzbekistan and Cuba", "the Kyrgyz and Kazakh presidents"."""

from __future__ import annotations

from collections.abc import Mapping

from summitry.mentions.document import Document, Mention

_MOST = 3
_MARKS = frozenset((" ", ", ", "، ", "\n"))


def places_of_several(document: Document, title: Mention, named: Mapping[int, Mention]) -> list[Mention]:
    """Two or three countries that share a title in the plural and are joined by nothing but commas and an "and".

    Empty where a name stands behind one of them: then each has its own. The presidents of more countries are a group, of
    whom nobody in particular is spoken.
    """
    places = _behind(document, title) or _before(document, title)
    if not 2 <= len(places) <= _MOST or any(place.last in named for place in places):
        return []
    return places


def _behind(document: Document, title: Mention) -> list[Mention]:
    found: list[Mention] = []
    i = title.last
    limit = document.sentence_of(title).last
    while i < limit and (document.words.gaps[i] in _MARKS):
        place = next((m for m in document.of("place", (i, i + 1)) if _is_country(document, m)), None)
        if place is not None and (not found or place.form == found[0].form):
            found.append(place)
            i = place.last
        elif document.is_word(i, "between_countries"):
            i += 1
        else:
            break
    return found


def _before(document: Document, title: Mention) -> list[Mention]:
    """Adjectives in front of the title, nearest first."""
    if document.article.language == "ar":
        return []
    found: list[Mention] = []
    i = title.first
    while i > 0 and document.words.gaps[i] in _MARKS:
        near = document.of("place", (max(i - 3, 0), i))
        place = next((m for m in near if m.last == i and m.form == "adjective"), None)
        if place is not None and _is_country(document, place):
            found.append(place)
            i = place.first
        elif found and document.is_word(i - 1, "between_countries"):
            i -= 1
        else:
            break
    return found


def _is_country(document: Document, place: Mention) -> bool:
    return document.vocabulary.places[place.value]["kind"] == "country"
