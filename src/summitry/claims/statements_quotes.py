"""Quotations: what stands between quotation marks, and the edges of a stretch of words without them."""

from __future__ import annotations

from typing import NamedTuple

from summitry.mentions.document import Document

_PAIRS = {"«": "»", "“": "”", "„": "“", "‹": "›", "”": "”"}
_STRAIGHT = '"＂'
_MARKS = frozenset('«»“”„‹›＂"')


class Quote(NamedTuple):
    """A quotation: the words `first` to `last` (exclusive) that it holds."""

    first: int
    last: int


def find_quotes(document: Document) -> list[Quote]:
    """The outermost quotations of an article, in order.

    A mark that is never closed opens nothing beyond its paragraph.
    """
    quotes: list[Quote] = []
    closing, first = "", 0
    for i, gap in enumerate(document.words.gaps):
        if gap == " " or not gap:
            continue
        for mark in gap:
            if mark == "\n" and closing in _STRAIGHT and "\n\n" in gap:
                closing = ""
            elif mark not in _MARKS:
                continue
            elif closing and (mark == closing or (closing == "“" and mark == "”")):
                if i > first:
                    quotes.append(Quote(first, i))
                closing = ""
            elif not closing and (mark in _PAIRS or mark in _STRAIGHT):
                closing, first = _PAIRS.get(mark, mark), i
    return quotes


def inside(quotes: list[Quote], word: int) -> Quote | None:
    """The quotation that a word stands in."""
    return next((quote for quote in quotes if quote.first <= word < quote.last), None)


def trimmed(document: Document, first: int, last: int) -> tuple[int, int]:
    """The offsets of words first to last (exclusive), with the closing partner of a mark that opens inside."""
    start, end = document.words.starts[first], document.words.ends[last - 1]
    text = document.text_of(start, end)
    for opening, closing in (*_PAIRS.items(), ('"', '"')):
        odd = text.count(opening) > text.count(closing) if opening != closing else text.count(opening) % 2 == 1
        if odd and closing in document.words.gaps[last].partition("\n")[0]:
            return start, end + document.words.gaps[last].index(closing) + 1
    return start, end
