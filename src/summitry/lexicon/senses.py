"""What words of a text may denote: the listed phrases that they spell, as those demand to be written."""

from __future__ import annotations

from collections.abc import Iterable, Set
from itertools import chain
from typing import NamedTuple

from summitry.lexicon.gaps import agree
from summitry.text.words import Words

_MOST_SPELLINGS = 100


class Entry(NamedTuple):
    """A listed phrase: what it denotes (`kind`, `value`, `form`), and what it demands of the text.

    `gaps` are the signs between its words; `proper` asks for a capital first letter, `acronym` for capitals throughout;
    `spaced` where blanks may stand between its words.
    """

    kind: str
    value: str
    form: str
    text: str
    gaps: tuple[str, ...]
    proper: bool
    acronym: bool
    spaced: bool


class Sense:
    """What a stretch of words may denote in one layer.

    `named` where they are a name, not a phrase; `barest` are the entries under the last of several keys, the one with the
    least left of the word. `roles` are the mentions that the words give, kept here by their finder.
    """

    __slots__ = ("barest", "entries", "layer", "named", "roles")

    def __init__(self, layer: int, entries: tuple[Entry, ...], barest: tuple[Entry, ...]) -> None:
        self.layer = layer
        self.entries = entries
        self.barest = barest
        self.named = entries[0].form != "phrase"
        self.roles: tuple[tuple[str, str, str], ...] | None = None


Listed = tuple[tuple[int, tuple[Entry, ...]], ...]
"""The phrases that are written with the same keys, by the number of their layer."""


class Place:
    """A place that words of a text lead to: the keys of the phrases that they may begin (`paths`), each path joined by blanks.

    `listed` are the phrases that end here, `following` the keys of words to go on with, `steps` the places behind, as far
    as texts went there. `senses` are what the words denote where blanks alone stand between them, if nothing listed here
    demands a capital; else None, since it depends on how they are written. `begun` are the kinds of all phrases that begin
    here, those that demand no capital first: worked out for a word that may open a text's phrase, when it is asked for.
    """

    __slots__ = ("_parted", "_written", "acronym", "begun", "following", "listed", "paths", "proper", "senses", "steps")

    def __init__(self, paths: tuple[str, ...], listed: Listed, following: Set[str]) -> None:
        self.paths = paths
        self.listed = listed
        self.following = following
        self.steps: dict[str, Place] = {}
        self.begun: tuple[frozenset[str], frozenset[str]] | None = None
        self.proper = any(entry.proper for _, entries in listed for entry in entries)
        self.acronym = any(entry.acronym for _, entries in listed for entry in entries)
        self._written: dict[tuple[bool, bool], tuple[Sense, ...]] = {}
        self._parted: dict[str, tuple[Sense, ...]] = {}
        self.senses = None if self.proper or self.acronym else self._fitting(capital=False, capitals=False)

    def senses_of(self, words: Words, first: int, last: int) -> tuple[Sense, ...]:
        """What words `first` to `last` (exclusive), with blanks alone between them, denote as they are written."""
        if self.senses is not None:
            return self.senses
        text, start = words.text, words.starts[first]
        written = text[start].isupper(), self.acronym and text[start : words.ends[last - 1]].isupper()
        known = self._written.get(written)
        if known is None:
            known = self._written[written] = self._fitting(capital=written[0], capitals=written[1])
        return known

    def senses_within(self, words: Words, first: int, last: int) -> tuple[Sense, ...]:
        """What words `first` to `last` (exclusive), with signs between them, denote as they are written."""
        form = words.text[words.starts[first] : words.ends[last - 1]]
        known = self._parted.get(form)
        if known is None:
            if len(self._parted) >= _MOST_SPELLINGS:
                self._parted.clear()
            known = self._parted[form] = _demanded(words, first, last, self)
        return known

    def _fitting(self, *, capital: bool, capitals: bool) -> tuple[Sense, ...]:
        fitting = (
            (layer, [e for e in entries if e.spaced and (capital or not e.proper) and (capitals or not e.acronym)])
            for layer, entries in self.listed
        )
        return _senses(fitting)


def _senses(found: Iterable[tuple[int, list[Entry]]]) -> tuple[Sense, ...]:
    """One sense for each layer that has an entry."""
    layers: dict[int, list[list[Entry]]] = {}
    for layer, entries in found:
        if entries:
            layers.setdefault(layer, []).append(entries)
    return tuple(Sense(layer, tuple(chain(*lists)), tuple(lists[-1])) for layer, lists in layers.items())


def _demanded(words: Words, first: int, last: int, place: Place) -> tuple[Sense, ...]:
    """What the phrases at a place denote whose demands words `first` to `last` (exclusive) fulfil, the signs between them too."""
    capital = words.form(first)[0].isupper()
    fitting = (
        (
            layer,
            [
                entry
                for entry in entries
                if (capital or not entry.proper)
                and (not entry.acronym or _are_capitals(words, first, last))
                and all(agree(words.gap(i), gap) for i, gap in enumerate(entry.gaps, start=first + 1))
            ],
        )
        for layer, entries in place.listed
    )
    return _senses(fitting)


def _are_capitals(words: Words, first: int, last: int) -> bool:
    return "".join(map(words.form, range(first, last))).isupper()
