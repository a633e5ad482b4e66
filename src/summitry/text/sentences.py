"""Cut an article into sentences: stretches of words between full stops, blank lines and list items."""

from __future__ import annotations

import re
from typing import NamedTuple

from summitry.text.words import Words

_BREAK = re.compile(r"[.!?؟…۔]|\n[^\S\n]*\n|\n[^\S\n]*[-–—•*·]")
_BULLET = re.compile(r"\n[^\S\n]*[-–—•*·]")
_LIST = re.compile(r"[;:؛]\n")
_LINE_END = re.compile(r"\n")
_DASHES = "-–—"
_OPENING_LIST = frozenset(";:؛")
_ABBREVIATIONS = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "dr",
        "gen",
        "sen",
        "rep",
        "gov",
        "st",
        "vs",
        "no",
        "u",
        "s",
        "d",
        "c",
        "e",
        "g",
        "i",
        "p",
        "m",
        "a",
        "jr",
        "sr",
        "inc",
        "co",
        "corp",
        "ltd",
        "approx",
        "est",
        "г",
        "гг",
        "им",
        "ул",
        "т",
        "см",
        "др",
        "пр",
        "стр",
        "с",
        "в",
        "н",
        "э",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
    ]
)
_SUMS = frozenset(("тыс", "млн", "млрд", "трлн", "руб", "долл"))
"""Abbreviations in a sum, behind which a capital begins a sentence: «на $5 млрд. По условиям …»."""

_OF_DOLLARS = ("США", "Гонконга")
_SHORT_LINE = 60
_FULL_LINE = 100  # the widest that text is wrapped to; longer lines are paragraphs
_LONGEST = 500  # words: no writer's sentence is as long, and what compares the words of one stays quick on any input


class Sentence(NamedTuple):
    """A sentence: its words (`first`, `last` exclusive), its place in the article, and its paragraph's number."""

    first: int
    last: int
    start: int
    end: int
    paragraph: int


def split_sentences(words: Words) -> list[Sentence]:
    """The sentences of a text in order; every word is in exactly one."""
    sentences: list[Sentence] = []
    first = 0
    paragraph = 0
    end = len(words.starts)
    for i in (*words.signs(1, end), end) if end else ():
        while i - first > _LONGEST:
            ended = first + _LONGEST
            sentences.append(Sentence(first, ended, words.starts[first], words.ends[ended - 1], paragraph))
            first = ended
        gap = words.gaps[i]
        if i < end and i - first < _LONGEST and not _ends_sentence(words, i, gap):
            continue
        sentences.append(Sentence(first, i, words.starts[first], words.ends[i - 1], paragraph))
        first = i
        if "\n" in gap:
            # A sentence that ends with a full line of wrapped text need not end its paragraph.
            full = i < end and _SHORT_LINE <= _line_before(words, i) <= _FULL_LINE
            marked = bool(_BREAK.search(gap) or _LIST.search(gap)) and not full
            paragraph += gap.count("\n") > 1 or marked
    return sentences


def join_lines(words: Words, sentences: list[Sentence]) -> None:
    """Make spaces of the line ends inside sentences, so that no rule sees how wide the lines of a text are."""
    words.join_lines({sentence.first for sentence in sentences})


def _ends_sentence(words: Words, i: int, gap: str) -> bool:
    """Whether the gap before word i ends a sentence; a point in a number, an initial or an abbreviation does not."""
    if gap == " " or (len(gap) == 1 and gap not in ".!?؟…۔\n"):
        return False
    mark = _BREAK.search(gap)
    if mark is None:
        return "\n" in gap and (
            _is_heading(words, i) or (bool(_LIST.search(gap)) and _line_before(words, i) < _SHORT_LINE)
        )
    if mark.group()[-1] in _DASHES and mark.group()[0] == "\n" and _is_wrapped(words, i, gap[: mark.start()]):
        return False
    if mark.group() != "." or gap.count("\n") > 1 or _BULLET.search(gap):
        return True
    before, after = words.forms[i - 1], words.forms[i]
    if gap == ".":
        return not (before[-1].isdigit() or after[0].isdigit() or len(before) == 1 or len(after) <= 2)
    if before.lower() in _SUMS:
        return after[0].isupper() and after not in _OF_DOLLARS
    if before.lower() in _ABBREVIATIONS or (len(before) == 1 and before.isupper()):
        return after[0].isupper() and before.lower() in ("г", "гг", "c", "s") and _long_before(words, i)
    return not (after[0].islower() and after[0].isascii())


def _long_before(words: Words, i: int) -> bool:
    """After «2025 г.» or «U.S.» a capital begins a sentence unless it continues a name; only the year's «г.» is safe."""
    return (
        words.forms[i - 1].lower() in ("г", "гг")
        and i >= 2
        and words.forms[i - 2].isdigit()
        and len(words.forms[i]) > 2
    )


def _is_wrapped(words: Words, i: int, before_break: str) -> bool:
    """Whether a dash that begins a line is one within a sentence: the line before is full and opens no list."""
    return not _OPENING_LIST & set(before_break) and _line_before(words, i) >= _SHORT_LINE


def _is_heading(words: Words, i: int) -> bool:
    """Whether the line that ends before word i is a heading (short, with no mark at its end), not a wrapped line."""
    next_end = _LINE_END.search(words.text, words.starts[i])
    following = (next_end.start() if next_end else len(words.text)) - words.starts[i]
    return _line_before(words, i) < _SHORT_LINE and following > 2 * _line_before(words, i)


def _line_before(words: Words, i: int) -> int:
    """The length of the line that ends before word i."""
    return words.ends[i - 1] - words.text.rfind("\n", 0, words.ends[i - 1]) - 1
