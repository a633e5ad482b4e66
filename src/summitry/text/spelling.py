"""Near spellings: whether two words differ by one slip of the pen."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

Item = TypeVar("Item")

SHORTEST = 5
"""The letters that a word must have to be a slip of another: shorter ones are too often words of their own."""


def one_slip(word: str, listed: str) -> bool:
    """Whether a word of five letters or more is a listed one with one letter changed, added, left out, or two swapped."""
    if min(len(word), len(listed)) < SHORTEST or abs(len(word) - len(listed)) > 1 or word == listed:
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


class SlipIndex(Generic[Item]):
    """Listed words by themselves and by what is left of them without one letter, so that near spellings are looked up.

    Two words that are one slip apart share such a form (the symmetric deletion of Garbe's SymSpell, at distance one).
    """

    def __init__(self, listed: Iterable[tuple[str, Item]]) -> None:
        self._by_form: dict[str, list[tuple[str, Item]]] = defaultdict(list)
        for word, item in listed:
            for form in _forms(word):
                self._by_form[form].append((word, item))

    def near(self, word: str) -> list[Item]:
        """The items of the listed words that a word spells with one slip, each once."""
        found: dict[int, Item] = {}
        for form in _forms(word):
            for listed, item in self._by_form.get(form, ()):
                if one_slip(word, listed):
                    found[id(item)] = item
        return list(found.values())


def _forms(word: str) -> Iterator[str]:
    yield word
    yield from {word[:i] + word[i + 1 :] for i in range(len(word))}
