"""How far what was said goes: to the next verb of saying, to what somebody else does, or to the end of the sentence."""

from __future__ import annotations

from typing import NamedTuple

from summitry.claims.statements.quotes import Quote, inside
from summitry.mentions.document import Document, Mention
from summitry.text.sentences import Sentence
from summitry.text.signs import has_sign

_COMMA = ",،—–"


class Content(NamedTuple):
    """What was said: words `first` to `last` (exclusive), and whether they are quoted."""

    first: int
    last: int
    quoted: bool = False


class Act(NamedTuple):
    """A speaking word in its sentence: all cues on its words, the speaker, and the speaking words that follow."""

    cue: Mention
    kinds: frozenset[str]
    speaker: Mention
    following: tuple[Mention, ...]


def closed(document: Document, first: int, last: int, quotes: list[Quote]) -> Content | None:
    """A stretch of words as content; quoted where one quotation holds all of it."""
    if last <= first:
        return None
    quote = inside(quotes, first)
    if quote is not None and quote.first == first and quote.last >= last - 1:
        return Content(first, min(quote.last, last) if quote.last < last else quote.last, True)
    return Content(first, last)


def clause_end(document: Document, sentence: Sentence, first: int, act: Act, quotes: list[Quote]) -> int:
    """Where what was said ends.

    Before the comma (or "and") that leads to the next speaking word, else with the sentence.
    """
    return min(next_speech(document, sentence, first, act, quotes), _other_clause(document, sentence, first, quotes))


def _other_clause(document: Document, sentence: Sentence, first: int, quotes: list[Quote]) -> int:
    """Where a semicolon, a comma with "while", فيما, or a colon leads to what somebody else does or to words quoted."""
    gaps = document.words.gaps
    for i in range(first + 1, sentence.last):
        if (";" in gaps[i] or "؛" in gaps[i]) and inside(quotes, i) is None:
            return i
        if ":" in gaps[i] and any(quote.first == i for quote in quotes):
            return i
    for m in document.of("meanwhile", (first, sentence.last)):
        if has_sign(gaps[m.first], _COMMA) and inside(quotes, m.first) is None:
            return m.first
    return sentence.last


def next_speech(document: Document, sentence: Sentence, first: int, act: Act, quotes: list[Quote]) -> int:
    """The word at which somebody says something else: with an "and", or behind the comma that leads to the speaker."""
    for cue in act.following:
        if cue.first <= first or inside(quotes, cue.first):
            continue
        start = cue.first
        led = document.words.forms[start - 1].lower() in ("and", "и", "but", "но", "а", "then")
        if (
            document.article.language == "ar"
            and document.words.forms[start].startswith(("و", "ف"))
            and _is_verb_with_and(document, start)
        ):
            return start
        if led:
            return start - 1
        comma = next(
            (i for i in range(start, max(start - 8, first), -1) if has_sign(document.words.gaps[i], _COMMA)),
            None,
        )
        if comma is not None and (cue.kind == "saying" or _has_subject(document, comma, cue)):
            return comma
    return sentence.last


def _is_verb_with_and(document: Document, i: int) -> bool:
    return len(document.words.forms[i]) > 3


def _has_subject(document: Document, comma: int, cue: Mention) -> bool:
    return document.has("person", (comma, cue.first)) or document.has("he", (comma, cue.first)) or comma == cue.first
