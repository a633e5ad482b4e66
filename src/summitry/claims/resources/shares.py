"""Shares told one after another: "Kazakhstan mines 40 percent, Canada 13 and Namibia 11", «…, на Узбекистан — 6 %».

And a share of what was told: "half of the world's uranium, including 40 percent from Kazakhstan".
"""

from __future__ import annotations

from summitry.claims.resources.holders import Owner
from summitry.claims.resources.reach import plain_words, signs_between, tells_part
from summitry.mentions.document import Document, Mention
from summitry.text.sentences import Sentence
from summitry.text.signs import has_sign

_REACH = 6
_AND = "و"
_OF = 4
_CLAIMING = ("commodity", "of_commodity", "makes", "maker", "stock", "output", "has")
_PARTING = ".:;!?؛"

Share = tuple[Owner, tuple[int, int]]


def told_in_turn(document: Document, sentence: Sentence, start: int) -> list[Share]:
    """The countries with shares of their own that a sentence goes on to tell behind word `start`.

    A number without its percent sign counts where the last of them has one ("Canada 13 and Namibia 11 percent").
    """
    found: list[Share] = []
    whole = 0
    last = start
    for place in document.of("place", (start, sentence.last)):
        share = _share_behind(document, place.last, sentence.last)
        if share is None or place.form == "adjective" or not _joined(document, last, place):
            break
        if _of_something_else(document, place.last, share[1], sentence.last):
            break
        found.append((Owner(place.value, place, at=place.first), share))
        last = share[1]
        if tells_part(document, share):
            whole = len(found)
    return found[:whole]


def goods_in_turn(document: Document, sentence: Sentence, start: int) -> list[tuple[Mention, tuple[int, int]]]:
    """The goods with shares of their own that follow: "…, 30 percent of chromium and 20 percent of zinc"."""
    found: list[tuple[Mention, tuple[int, int]]] = []
    last = start
    for commodity in document.of("commodity", (start, sentence.last)):
        low = last + (last < sentence.last and document.is_word(last, "conjunction"))
        share = _share_behind(document, low, sentence.last)
        if share is None or not tells_part(document, share) or plain_words(document, share[1], commodity.first):
            break
        signs = signs_between(document, last, commodity.first)
        if has_sign(signs, _PARTING) or document.has_any(_CLAIMING, (share[0], commodity.first)):
            break
        if document.has_any(_CLAIMING, (commodity.last, commodity.last + 1)):
            break
        found.append((commodity, share))
        last = commodity.last
    return found


def part_from(document: Document, sentence: Sentence, start: int) -> Share | None:
    """As in "…, including nearly 40 percent from Kazakhstan", «…, в том числе 40 % в Казахстане»."""
    for lead in document.of("name_of", (start, min(start + _REACH, sentence.last)))[:1]:
        share = _share_behind(document, lead.last, sentence.last)
        if share is None or not tells_part(document, share) or not _same_clause(document, start, lead.first):
            return None
        for place in document.of("place", (share[1], min(share[1] + 3, sentence.last)))[:1]:
            from_there = all(document.is_word(i, "gapped") for i in range(share[1], place.first))
            from_there = from_there or document.has_any(("aside", "at"), (share[1], place.first))
            if place.form != "adjective" and from_there:
                return Owner(place.value, place, at=place.first), share
    return None


def _share_behind(document: Document, low: int, end: int) -> tuple[int, int] | None:
    """The number or the part that follows a word, with what rounds it."""
    forms, first = document.words.forms, low
    while low < min(first + _REACH, end):
        part = next((m for m in document.of("share", (low, low + 1)) if m.first == low), None)
        if part is not None:
            return _rounded(document, first, low), part.last
        if forms[low].lstrip(_AND)[:1].isdecimal():
            last = low + 1
            while last < end and (forms[last][0].isdecimal() or document.has("scale", (last, last + 1))):
                last += 1
            named = next((m.last for m in document.of("share", (last, last + 2)) if m.first == last), last)
            return _rounded(document, first, low), named
        if not (document.is_word(low, "gapped") or not plain_words(document, low, low + 1)):
            return None
        low += 1
    return None


def _of_something_else(document: Document, low: int, last: int, end: int) -> bool:
    """Whether a share is said to be one of other goods, or stands with a claim of its own ("5 percent of the gold")."""
    close = next((i for i in range(last, min(last + _OF, end)) if document.words.gaps[i].strip(" %٪")), last + _OF)
    return document.has_any(_CLAIMING, (low, min(close, end))) or document.is_word(last, "of")


def _rounded(document: Document, first: int, at: int) -> int:
    while at > first and document.is_word(at - 1, "rounding"):
        at -= 1
    return at


def _same_clause(document: Document, start: int, lead: int) -> bool:
    """Whether what follows is a part of what was told, and of nothing that stands between."""
    return not has_sign(signs_between(document, start, lead), _PARTING) and not document.has("place", (start, lead))


def _joined(document: Document, last: int, place: Mention) -> bool:
    """Whether a country goes on from the share before: a comma or "and", with nothing else told between."""
    signs = signs_between(document, last, place.first)
    told = {i for m in document.any_of(("world", "date"), (last, place.first)) for i in range(m.first, m.last)}
    if has_sign(signs, _PARTING) or not all(
        i in told or document.is_word(i, "gapped") for i in range(last, place.first)
    ):
        return False
    joint = document.has_and_joined(place.first)
    return joint or place.first > last or bool(signs.strip(" %٪"))
