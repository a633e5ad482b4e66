"""Reserves that somebody has reckoned: "put the reserves at 2 million tons of tungsten", «оценил в 20 млн тонн меди»."""

from __future__ import annotations

from summitry.claims.resources.reach import plain_words
from summitry.mentions.document import Document, Mention
from summitry.text.sentences import Sentence

_BEFORE = 4
_BEHIND = 12


def reckoned_at(document: Document, cue: Mention, sentence: Sentence) -> Mention | None:
    """The commodity of which a stock is reckoned to hold so many tonnes; None where nobody has reckoned it."""
    if cue.kind != "stock":
        return None
    end = min(cue.last + _BEHIND + _BEFORE, sentence.last)
    verbs = [i for i in range(max(cue.first - _BEFORE, sentence.first), end) if document.is_word(i, "reckoning")]
    for measure in document.of("tonnage", (cue.last, end)):
        commodity = next(iter(document.of("commodity", (measure.last, min(measure.last + 2, sentence.last)))), None)
        if commodity is None or plain_words(document, measure.last, commodity.first):
            continue
        if document.any_of(("stock", "output", "makes"), (cue.last, measure.first)):
            return None
        if any(i < measure.first for i in verbs) and not document.has("not_claimed", (cue.last, measure.first)):
            return commodity
    return None
