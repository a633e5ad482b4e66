"""Split an article into words, each with its place, and the gaps between them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import NamedTuple

from summitry.text.folding import ARABIC_MARKS, COMBINING, INVISIBLE

# Marks belong to their word, and invisible characters to the word that they stand in: neither must cut it in two. At its
# edges an invisible character (a bidi mark, a zero-width space) belongs to no word, and says nothing.
_LETTERS = rf"[\w{COMBINING}{ARABIC_MARKS}]+"
_WORD = re.compile(rf"({_LETTERS}(?:[{INVISIBLE}]+{_LETTERS})*)")
_UNSEEN = re.compile(rf"[{INVISIBLE}]+")


_LINE_END = re.compile(r"[^\S\n]*\n[^\S\n]*")
_SPACES = re.compile(r"[^\S\n]+")
_MEMO_LIMIT = 10_000


class _PlainGaps(dict[str, str]):
    """A gap → the gap without invisible characters, every run of blanks as one space, and none about a line's end."""

    def __missing__(self, gap: str) -> str:
        if len(self) >= _MEMO_LIMIT:
            self.clear()
        plain = self[gap] = _SPACES.sub(" ", _LINE_END.sub("\n", _UNSEEN.sub("", gap)))
        return plain


_PLAIN = _PlainGaps()


class Words(NamedTuple):
    """The words of a text: `forms[i]` stands at `text[starts[i]:ends[i]]`; `gaps[i]` is what stands before word i.

    `gaps` has one more element than `forms`: what stands behind the last word. In a gap all blanks are one space,
    and there are no invisible characters, so that rules need not know how a text is set. Offsets are Unicode code points.
    """

    text: str
    forms: list[str]
    gaps: list[str]
    starts: list[int]
    ends: list[int]

    def at(self, offset: int) -> int:
        """The index of the word that holds or follows an offset (the number of words, behind the last)."""
        return bisect_right(self.ends, offset)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The words (first, last exclusive) that lie within `text[start:end]`."""
        return bisect_left(self.starts, start), bisect_right(self.ends, end)


def split_words(text: str) -> Words:
    """The words of a text, in order, and what stands between them."""
    parts = _WORD.split(text)
    edges = list(accumulate(map(len, parts)))
    return Words(text, parts[1::2], list(map(_PLAIN.__getitem__, parts[0::2])), edges[0:-1:2], edges[1::2])
