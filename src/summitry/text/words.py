"""Split an article into words, each with its place, and the gaps between them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection
from functools import cached_property

import numpy as np

from summitry.text.folding import ARABIC_MARKS, COMBINING, INVISIBLE, NO_WORD, VANISHED, fold, fold_letters
from summitry.text.remembered import Remembered

# Marks belong to their word, and invisible characters to the word that they stand in: neither must cut it in two. At its
# edges an invisible character (a bidi mark, a zero-width space) belongs to no word, and says nothing.
_LETTERS = rf"[\w{COMBINING}{ARABIC_MARKS}]+"
_WORD = re.compile(rf"{_LETTERS}(?:[{INVISIBLE}]+{_LETTERS})*")
_UNSEEN = re.compile(rf"[{INVISIBLE}]+")


_LINE_END = re.compile(r"[^\S\n]*\n[^\S\n]*")
_DIGIT = re.compile(r"\d")
_SPACES = re.compile(r"[^\S\n]+")
_LONG = 200
_FILLED = ("\n", ",\n", "،\n")


def _plain_gap(gap: str) -> str:
    """A gap without invisible characters, every run of blanks as one space, and none about a line's end."""
    return _SPACES.sub(" ", _LINE_END.sub("\n", _UNSEEN.sub("", gap)))


_PLAIN = Remembered(_plain_gap, limit=10_000)


class Words:
    """The words of a text: `forms[i]` stands at `text[starts[i]:ends[i]]`; `gaps[i]` is what stands before word i.

    `gaps` has one more element than `forms`: what stands behind the last word. In a gap all blanks are one space,
    and there are no invisible characters, so that rules need not know how a text is set. `folded[i]` is `fold(forms[i])`.
    Offsets are Unicode code points. Each list is made when it is first asked for: most texts need only `folded`.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        # For a phrase or a quote the look-up costs more than it saves.
        self._letters = fold_letters(text) if len(text) >= _LONG else None

    @cached_property
    def folded(self) -> list[str]:
        """The words as they are compared."""
        if self._letters is None:
            return [fold(form) for form in self.forms]
        letters = self._letters.tobytes().decode("utf-16-le")
        words = letters.replace(VANISHED, "").split()
        if VANISHED not in letters or len(words) == len(self.starts):
            return words
        # A mark by itself is a word without a letter.
        return [letters[start:end].replace(VANISHED, "") for start, end in zip(self.starts, self.ends, strict=True)]

    @cached_property
    def _edges(self) -> list[int]:
        """Where each word begins and ends, in turn."""
        if self._letters is None:
            return [edge for match in _WORD.finditer(self.text) for edge in match.span()]
        inside = np.zeros(len(self._letters) + 2, np.bool_)
        np.not_equal(self._letters, ord(NO_WORD), out=inside[1:-1])
        edges: list[int] = np.flatnonzero(inside[1:] != inside[:-1]).tolist()
        return edges

    @cached_property
    def starts(self) -> list[int]:
        """The offset of each word."""
        return self._edges[0::2]

    @cached_property
    def ends(self) -> list[int]:
        """The offset behind each word."""
        return self._edges[1::2]

    @cached_property
    def forms(self) -> list[str]:
        """The words as written."""
        text = self.text
        return [text[start:end] for start, end in zip(self.starts, self.ends, strict=True)]

    @cached_property
    def gaps(self) -> list[str]:
        """What stands before each word, and behind the last."""
        text = self.text
        edges = zip([0, *self.ends], [*self.starts, len(text)], strict=True)
        return [_PLAIN[text[end:start]] for end, start in edges]

    @cached_property
    def capitalized(self) -> list[int]:
        """The words that begin with a capital, in order: few, in scripts that have capitals."""
        # Most words have no capital at all, which is told without a look at their first letter.
        return [i for i, form in enumerate(self.forms) if not form.islower() and form[0].isupper()]

    @cached_property
    def with_digits(self) -> list[int]:
        """The words that hold a digit of any script, in order."""
        return [i for i, form in enumerate(self.forms) if not form.isalpha() and _DIGIT.search(form)]

    @cached_property
    def _signs(self) -> list[int]:
        return [i for i, gap in enumerate(self.gaps) if gap != " "]

    def signs(self, first: int, last: int) -> list[int]:
        """Those of the gaps before words `first` to `last` (exclusive) that are more than a space."""
        low = bisect_left(self._signs, first)
        return self._signs[low : bisect_left(self._signs, last, low)]

    def join_lines(self, sentences: Collection[int]) -> None:
        """Take line ends for the spaces that they are in a filled text, but before the first words of `sentences`."""
        joined = [i for i in self._signs if self.gaps[i] in _FILLED and i not in sentences]
        for i in joined:
            self.gaps[i] = self.gaps[i].replace("\n", " ")
        if joined:
            self._signs = [i for i in self._signs if self.gaps[i] != " "]

    def form(self, i: int) -> str:
        """Word i as written."""
        return self.text[self.starts[i] : self.ends[i]]

    def gap(self, i: int) -> str:
        """What stands before word i."""
        start = self.starts[i] if i < len(self.starts) else len(self.text)
        return _PLAIN[self.text[self.ends[i - 1] if i else 0 : start]]

    def at(self, offset: int) -> int:
        """The index of the word that holds or follows an offset (the number of words, behind the last)."""
        return bisect_right(self.ends, offset)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The words (first, last exclusive) that lie within `text[start:end]`."""
        return bisect_left(self.starts, start), bisect_right(self.ends, end)


class AllWords(Words):
    """The words of a text that is read to its end: all lists are there from the start.

    They are kept in slots, which hide the properties that make them on demand: rules look at them thousands of times, and
    Python finds a slot five times as fast as the value of a cached property.
    """

    __slots__ = ("ends", "folded", "forms", "gaps", "starts")

    def __init__(self, words: Words) -> None:
        self.text = words.text
        self._letters = words._letters
        self.folded = words.folded
        self.starts = words.starts
        self.ends = words.ends
        self.forms = words.forms
        self.gaps = words.gaps


def split_words(text: str) -> Words:
    """The words of a text, in order, and what stands between them."""
    return Words(text)
