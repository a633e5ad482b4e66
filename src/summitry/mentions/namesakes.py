"""Places that share a word ("Congo", "Congolese"): which of them a text means, by what else it names."""

from __future__ import annotations

from collections import Counter

from summitry.mentions.document import Document, Mention


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


def _known_otherwise(document: Document, counted: Counter[tuple[int, int]]) -> set[str]:
    """The places that the text names by words which belong to no other."""
    vocabulary = document.vocabulary
    known = {m.value for m in document.of("place") if counted[m.first, m.last] == 1}
    known.update(vocabulary.place_of_city(m.value) for m in document.of("city"))
    leaders = {m.value for m in document.of("person")}
    known.update(term.place_id for leader in leaders for term in vocabulary.terms.get(leader, ()))
    return known
