"""Near spellings: whether two words differ by one slip of the pen."""

from __future__ import annotations

_MIN_LENGTH = 5


def one_slip(word: str, listed: str) -> bool:
    """Whether a word of five letters or more is a listed one with one letter changed, added, left out, or two swapped."""
    if min(len(word), len(listed)) < _MIN_LENGTH or abs(len(word) - len(listed)) > 1 or word == listed:
        return False
    start = 0
    while start < min(len(word), len(listed)) and word[start] == listed[start]:
        start += 1
    rest, other = word[start:], listed[start:]
    return (
        rest[1:] == other[1:]
        or rest[1:] == other
        or rest == other[1:]
        or (len(rest) > 1 and len(other) > 1 and rest[0] == other[1] and rest[1] == other[0] and rest[2:] == other[2:])
    )
