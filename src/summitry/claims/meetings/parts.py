"""The parts of a telling: which words between several days tell of a meeting on which of them."""

from __future__ import annotations

import itertools

from summitry.claims.meetings.anchors import distance
from summitry.claims.meetings.other_days import is_of_another
from summitry.mentions.document import Day, Document, Mention

_GOVERNED = 3
_CUT = ",،;؛:—–("


def parts_of(
    document: Document, anchor: Mention, stretch: tuple[int, int], days: list[Day]
) -> list[tuple[int, int, Day]]:
    """A stretch cut between its days at the punctuation between them. The part with the word for meeting tells of it, and
    any other that has such a word of its own; where none does, the part whose day is nearest.
    """
    cuts = [stretch[0]]
    for left, right in itertools.pairwise(days):
        between = range(left.mention.last, right.mention.first + 1)
        marked = [i for i in between if any(sign in document.words.gaps[i] for sign in _CUT)]
        marked = marked or [i for i in between if document.opens_with_and(i)]
        cuts.append(marked[0] if marked else right.mention.first)
    cuts.append(stretch[1])
    pieces = [(cuts[i], cuts[i + 1], day) for i, day in enumerate(days)]
    telling = [
        piece
        for piece in pieces
        if piece[0] <= anchor.first < piece[1]
        or document.any_of(("held", "meeting", "earlier", "meet"), piece[:2])
        or (anchor.kind == "rank" and document.has("rank", piece[:2]))
        or any(not document.has("says_of", (m.first, m.last)) for m in document.of("host", piece[:2], "host"))
        or any(is_of_another(document, m) for m in document.of("sidelines", piece[:2], "apart"))
        or _lists_a_city(document, anchor, piece[:2])
    ]
    return telling or [min(pieces, key=lambda piece: distance(piece[2].mention, anchor))]


def _lists_a_city(document: Document, anchor: Mention, piece: tuple[int, int]) -> bool:
    """As in "they met in A in 2022 and in B in 2023": behind the verb, another city with its day."""
    goes_on = anchor.kind == "meet" and anchor.last <= piece[0] and document.opens_with_and(piece[0])
    told = document.has_any(("person", "act", "break"), piece)
    return goes_on and not told and document.has("city", (piece[0], piece[0] + _GOVERNED))
