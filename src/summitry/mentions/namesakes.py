"""Places that share a word ("Congo", "Congolese"): which of them a text means, by what else it names.

And a city that is none: قال شي إن is "Xi said that", not Xi'an.
"""

from __future__ import annotations

from collections import Counter

from summitry.mentions.document import Document, Mention
from summitry.text.folding import fold

_THAT = ("إن", "أن")
"""As it is written: folding makes one of it and the end of a name (آن)."""


def without_namesakes(document: Document) -> None:
    """Keep of several places under one word the one that the text names in another way.

    By a name or a city of its own, or by somebody who leads it. Where the text names none of them, or more than one, a bare
    name is the first listed, of which the press says it; an adjective may be of either.
    """
    counted = Counter((m.first, m.last) for m in document.of("place"))
    if all(count == 1 for count in counted.values()):
        return
    known = _known_otherwise(document, counted)
    dropped: set[Mention] = set()
    for span in (span for span, count in counted.items() if count > 1):
        places = [m for m in document.of("place", span) if (m.first, m.last) == span]
        meant = [m for m in places if m.value in known]
        if len(meant) != 1:
            meant = [places[0]] if places[0].form != "adjective" else places
        dropped.update(m for m in places if m not in meant)
    document.leave_out(dropped)


def without_cities_that_say(document: Document) -> None:
    """Take an Arabic name and the "that" behind it for what they are, where both together spell a city (شي آن)."""
    if document.article.language != "ar" or not document.has("city"):
        return
    forms = document.words.forms
    for city in list(document.of("city")):
        if city.last - city.first == 1 or forms[city.last - 1] not in _THAT:
            continue
        document.leave_out([city])
        short = _short_names(document).get(document.words.folded[city.first])
        if short:
            end = document.words.ends[city.first]
            document.add([Mention("person", short, "short", city.first, city.first + 1, city.start, end)])


def _short_names(document: Document) -> dict[str, str]:
    """The people of the vocabulary by the short forms of their names in the article's language, folded."""
    rows = document.vocabulary.names["people"]
    return {
        fold(row["text"]): row["id"]
        for row in rows
        if row["language"] == document.article.language and row["form"] == "short"
    }


def _known_otherwise(document: Document, counted: Counter[tuple[int, int]]) -> set[str]:
    """The places that the text names by words which belong to no other."""
    vocabulary = document.vocabulary
    known = {m.value for m in document.of("place") if counted[m.first, m.last] == 1}
    known.update(vocabulary.place_of_city(m.value) for m in document.of("city"))
    leaders = {m.value for m in document.of("person")}
    known.update(term.place_id for leader in leaders for term in vocabulary.terms.get(leader, ()))
    return known
