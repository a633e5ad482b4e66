"""Who was at a meeting of an earlier year: the person whose name touches the word for it.

"The second summit, after Joe Biden's meeting with the leaders in 2023", "after the one with Joe Biden".
"""

from __future__ import annotations

from collections.abc import Iterator

from summitry.claims.meetings.anchors import distance
from summitry.claims.meetings.other_days import is_of_another
from summitry.claims.meetings.reading import Meeting
from summitry.mentions.document import Document, Mention

_TOUCHING = 2
_GOVERNED = 6
_OF_A_TITLE = ("title", "place", "honorific")
_SIGNS = frozenset(',،;؛:—–«“("')


def meets_before(document: Document, meeting: Meeting, mention: Mention) -> bool:
    """Whether a person's name touches the word for a meeting that was in a year before the report's."""
    if document.today is None or not meeting.held_on or meeting.held_on[:4] >= document.today.isoformat()[:4]:
        return False
    if _met_them_twice(document, meeting, mention):
        return True
    for first, last in _words(document, meeting, mention):
        between = (mention.last, first) if mention.last <= first else (last, mention.first)
        if between[0] > between[1]:
            continue
        stretch = document.text_of(document.words.ends[between[0] - 1], document.words.starts[between[1]])
        if _words_between(document, between) <= _TOUCHING and not _SIGNS & set(stretch):
            return True
    return False


def _met_them_twice(document: Document, meeting: Meeting, mention: Mention) -> bool:
    """ "Charles Michel had met the region's leaders twice, in A in 2022 and in B in 2023": he was at both."""
    number = document.sentence_index(mention)
    verbs = [
        s.anchor for s in meeting.sightings if s.listed and s.anchor.kind in ("meet", "held") and s.sentence == number
    ]
    people = document.of("person", document.sentences[number])
    return any(min(people, key=lambda m: distance(m, verb)) == mention for verb in verbs)


def _words_between(document: Document, between: tuple[int, int]) -> int:
    """How many words stand between, without a title and what belongs to it ("then-U.S. President")."""
    titles = {i for m in document.any_of(_OF_A_TITLE, between) for i in range(m.first, m.last)}
    titles |= {i for i in range(*between) if document.is_word(i, "title_qualifier")}
    return sum(i not in titles for i in range(*between))


def _words(document: Document, meeting: Meeting, mention: Mention) -> Iterator[tuple[int, int]]:
    """The words for the meeting in a person's sentence, those behind "after" included."""
    number = document.sentence_index(mention)
    yield from ((s.anchor.first, s.anchor.last) for s in meeting.sightings if s.sentence == number)
    for apart in document.of("sidelines", document.sentences[number], "apart"):
        if is_of_another(document, apart):
            yield apart.last, apart.last + 2
        met = document.of("meeting", (apart.last, apart.last + _GOVERNED))
        yield from ((m.first, m.last) for m in met[:1])
