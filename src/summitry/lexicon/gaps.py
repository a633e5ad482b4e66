"""The signs between the words of a phrase, and whether those of a text may stand for them."""

from __future__ import annotations

import re
from functools import lru_cache

from summitry.text.words import split_words

_JOINER = re.compile(r"[\s\"“”„«»‘\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]+")
_DASH = re.compile(r"[-–—−‐‑/]")
_APOSTROPHE = re.compile(r"['’ʼ`]")
PLAIN_GAPS = frozenset(("", "-", "'"))
"""Signs that may stand for each other: "Al-Sisi", "Al Sisi" and "Al'Sisi" are one."""


def words_and_gaps(phrase: str) -> tuple[list[str], tuple[str, ...]]:
    """The words of a phrase, and the signs between them."""
    plain = phrase.split(" ")
    if all(map(str.isalnum, plain)):
        return plain, ("",) * (len(plain) - 1)
    words = split_words(phrase)
    return words.forms, tuple(_gap(gap) for gap in words.gaps[1:-1])


def agree(gap: str, listed: str) -> bool:
    """Whether the signs between two words of a text may stand where a phrase has those listed."""
    if gap == " " and listed == "":
        return True
    if gap.count("\n") > 1:
        return False
    found = _gap(gap)
    return found == listed or (found in PLAIN_GAPS and listed in PLAIN_GAPS)


@lru_cache(maxsize=10_000)
def _gap(gap: str) -> str:
    """The sign between two words of a phrase, without spaces and quotation marks; all dashes are one."""
    return _APOSTROPHE.sub("'", _DASH.sub("-", _JOINER.sub("", gap)))
