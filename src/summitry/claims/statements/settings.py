"""Where, when and how something was said: no part of what was said ("announced the deal on Thursday", "… in a lecture")."""

from __future__ import annotations

from summitry.claims.statements.quotes import Quote, inside
from summitry.mentions.document import Document, Mention

_PRAISING = ("announce", "praise", "thank", "welcome", "criticise")
_PROPOSING = (*_PRAISING, "propose")
_CLAUSE = 5


def setting_start(document: Document, cue: Mention, first: int, end: int, quotes: list[Quote]) -> int:
    """The word at which an object ends because its setting begins; `end` where none does."""
    if cue.value not in _PROPOSING:
        return end
    for i in range(first + 1, end):
        if document.has("break", (i, i + 1), "relative"):  # what stands in its clause belongs to that
            break
        if inside(quotes, i) is None and (
            _occasion(document, i, end) or (cue.value in _PRAISING and _time_of_it(document, first, i, end))
        ):
            return i
    return _before_comment(document, first, end, quotes)


def _occasion(document: Document, i: int, end: int) -> bool:
    """As in "in a lecture", "at the United Nations", «в своём выступлении», في كلمته; not of a summit that is still to come."""
    if not document.is_word(i, "opens_setting"):
        return False
    at = i + 1
    while at < end and any(document.is_word(at, words) for words in ("article", "whose_own", "definite", "their")):
        at += 1
    if at >= end or document.is_word(at + 1, "still_to_come"):
        return False
    forum = document.has("forum", (at, at + 1)) and document.is_word(i, "at_occasion")
    return forum or document.is_word(at, "occasion_of_saying")


def _time_of_it(document: Document, first: int, i: int, end: int) -> bool:
    """As in "the decision on Thursday", "the decision before a photograph was taken"."""
    if document.is_word(i, "on_day"):
        return document.has("weekday", (i + 1, i + 2)) and document.is_word(first, "article")
    clause = range(i + 1, min(i + _CLAUSE + 1, end))
    return document.is_word(i, "opens_clause_of_time") and any(document.is_word(j, "passive_auxiliary") for j in clause)


def _before_comment(document: Document, first: int, end: int, quotes: list[Quote]) -> int:
    """As in "announced ten plants, which few believe will be built": the last clause is the writer's."""
    gaps = document.words.gaps
    commas = [i for i in range(first + 1, end) if "," in gaps[i] and inside(quotes, i) is None]
    return commas[-1] if commas and document.is_word(commas[-1], "commenting_relative") else end
