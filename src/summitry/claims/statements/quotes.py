"""Quotations: what stands between quotation marks or behind the dash of direct speech, and what interrupts it."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import NamedTuple

from summitry.mentions.document import Document

_PAIRS = {"«": "»", "“": "”", "„": "“", "‹": "›", "”": "”", '"': '"', "＂": "＂"}
_OPENING = re.compile(r"[«“„‹”\"＂'‘—–-]")
_SINGLE_OPENS = re.compile(r"[\s(:,—–]['‘]$")
_SINGLE_CLOSES = re.compile(r"[,.!?…]['’]|['’](?:[\s,.;:!?)]|$)")
_DASH_OPENS = re.compile(r"(?:\n\n|\A)\s*[—–-]\s*$")
_DASH = re.compile(r"[—–]|\s-\s")
_INSERTED = re.compile(r"[,.!?…»”\"]\s*[—–-]\s*$")
_SPEAKING = ("says", "replies", "saying")
_CLOSING = re.compile(r"^.*?[»”“›\"＂'’]", re.DOTALL)
_LONGEST_INSERTION = 16


class Quote(NamedTuple):
    """A quotation: the words `first` to `last` (exclusive) that it holds.

    `inserted` are the words within that are not quoted (", he said, "); `goes_on` where its mark is not closed because
    the next paragraph opens one again.
    """

    first: int
    last: int
    inserted: tuple[int, int] = (0, 0)
    goes_on: bool = False


def find_quotes(document: Document) -> list[Quote]:
    """The outermost quotations of an article, in order.

    A mark that is never closed opens nothing, unless the next paragraph opens with the same mark.
    """
    found: list[Quote] = []
    gaps = document.words.gaps
    signs = [i for i in document.words.signs(0, len(gaps)) if gaps[i]]
    past, goes_on = -1, False
    for i in (i for i in signs if _OPENING.search(gaps[i])):
        if i < past:
            continue
        text = gaps[i] if i > past or goes_on else _CLOSING.sub("", gaps[i], count=1)
        quote = _marked(gaps, signs, i, text) or _single(gaps, signs, i, text) or _dashed(document, signs, i)
        if quote is not None and quote.last > quote.first:
            found += _parts(document, quote)
            past, goes_on = quote.last, quote.goes_on
    return found


def inside(quotes: list[Quote], word: int) -> Quote | None:
    """The quotation that a word stands in."""
    at = bisect_left(quotes, (word + 1,)) - 1
    if at < 0 or not quotes[at].first <= word < quotes[at].last:
        return None
    low, high = quotes[at].inserted
    return None if low <= word < high else quotes[at]


def _marked(gaps: list[str], signs: list[int], i: int, text: str) -> Quote | None:
    """A quotation that opens in `text`, what gap i has behind an earlier one; it closes, or goes on in the next paragraph."""
    opening = next((mark for mark in text if mark in _PAIRS), "")
    if not opening:
        return None
    closing, depth = _PAIRS[opening], 1
    for j in signs[bisect_left(signs, i + 1) :]:
        for at, mark in enumerate(gaps[j]):
            if mark == closing or (closing == "“" and mark == "”"):
                depth -= 1
            elif mark == opening and opening != closing:
                if "\n\n" in gaps[j][:at]:
                    return Quote(i, j, goes_on=True)
                depth += 1
            if depth == 0:
                again = "\n\n" in gaps[j][:at] and opening == closing
                return Quote(i, j, goes_on=again)
            if mark == "\n" and "\n\n" in gaps[j] and opening == closing and opening not in gaps[j]:
                return None
    return None


def _single(gaps: list[str], signs: list[int], i: int, text: str) -> Quote | None:
    """As in British print: ‘We are ready,’ he said. An apostrophe within a word closes nothing."""
    if not (_SINGLE_OPENS.search(text) or (i == 0 and text in ("'", "‘"))):
        return None
    for j in signs[bisect_left(signs, i + 1) :]:
        if _SINGLE_CLOSES.search(gaps[j]):
            return Quote(i, j)
        if "\n\n" in gaps[j]:
            return None
    return None


def _dashed(document: Document, signs: list[int], i: int) -> Quote | None:
    """As in «— Это важно, — сказал президент.»: direct speech behind the dash that opens a paragraph."""
    gaps = document.words.gaps
    if not _DASH_OPENS.search(gaps[i]) or (i > 0 and "\n\n" not in gaps[i]):
        return None
    end = next((j for j in signs[bisect_left(signs, i + 1) :] if "\n\n" in gaps[j]), len(gaps) - 1)
    for j in signs[bisect_left(signs, i + 1) :]:
        if j >= end:
            return None
        if _INSERTED.search(gaps[j]) and document.has_any(_SPEAKING, (j, j + 1)):
            resumed = _resumes(gaps, j, end)
            return Quote(i, j) if resumed is None else Quote(i, end)
    return None


def _parts(document: Document, quote: Quote) -> list[Quote]:
    """A quotation parted by who says it: in two where a sentence ends there, else in one piece around the insertion."""
    gaps = document.words.gaps
    for cue in document.any_of(_SPEAKING, (quote.first + 1, quote.last)):
        if not _INSERTED.search(gaps[cue.first]):
            continue
        resumed = _resumes(gaps, cue.first, quote.last)
        if resumed is None:
            return [Quote(quote.first, cue.first)]
        if "," in gaps[resumed]:
            return [quote._replace(inserted=(cue.first, resumed))]
        return [Quote(quote.first, cue.first), Quote(resumed, quote.last, goes_on=quote.goes_on)]
    return [quote]


def _resumes(gaps: list[str], cue: int, end: int) -> int | None:
    """Where the quotation goes on behind an insertion: behind its closing dash."""
    return next((j for j in range(cue + 1, min(end, cue + _LONGEST_INSERTION)) if _DASH.search(gaps[j])), None)


def trimmed(document: Document, first: int, last: int) -> tuple[int, int]:
    """The offsets of words first to last (exclusive), with the closing partner of a mark that opens inside."""
    start, end = document.words.starts[first], document.words.ends[last - 1]
    text = document.text_of(start, end)
    for opening, closing in _PAIRS.items():
        odd = text.count(opening) > text.count(closing) if opening != closing else text.count(opening) % 2 == 1
        if odd and closing in document.words.gaps[last].partition("\n")[0]:
            return start, end + document.words.gaps[last].index(closing) + 1
    return start, end
