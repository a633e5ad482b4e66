"""Find listed phrases in a text: a trie of word keys, so that speed does not depend on how many phrases are listed.

The trie is kept flat, as a few large dictionaries of strings: a hundred thousand small ones would cost every pass of the
garbage collector, and so every few hundred articles, a third of a second.

Each word of the text is looked up once; what a word may match (its keys, see lexicon.inflection) is remembered, since a few
thousand words make up most of any text. Word edges come free: the trie is entered and left between words only.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, cached_property, partial
from typing import Any

from summitry.lexicon.gaps import PLAIN_GAPS, words_and_gaps
from summitry.lexicon.inflection import INFLECTIONS
from summitry.lexicon.senses import Entry, Listed, Place, Sense
from summitry.text.remembered import Remembered
from summitry.text.spelling import SlipIndex
from summitry.text.words import Words

_LONGEST_GAP = 5
_LONGEST_ACRONYM = 6

Hit = tuple[int, int, Sense]
"""A phrase found: words `first` to `last` (exclusive) of the text, and what they may denote."""

Ending = tuple[tuple[str, Entry], ...]
"""Phrases of two words that end in one word: the key of the first word, and the entry."""

Begun = frozenset[tuple[str, bool]]
"""Of the phrases that begin with a key: their kinds, and whether one of that kind demands a capital."""


@cache
def _with_kind(begun: Begun, kind: str, proper: bool) -> Begun:
    """One more kind; the same set for all keys that begin phrases of the same kinds."""
    return begun | {(kind, proper)}


class Gazetteer:
    """The phrases of one language, in layers: the names are one, each file of phrases is one.

    Within a layer the leftmost and longest phrase hides those that it holds; phrases of different layers never hide each
    other, so that a phrase that one rule lists cannot take a word away from another rule.
    """

    def __init__(self, language: str) -> None:
        self._layers: list[str] = []
        self._inflection = INFLECTIONS[language]
        self._cased = language != "ar"
        self._declines = language == "ru"
        # The trie, flat: a path is the keys of a phrase, or of its beginning, joined by blanks.
        self._listed: dict[str, Listed] = {}
        self._following: dict[str, set[str]] = {}
        self._begun: dict[str, Begun] = {}
        self._first_of_two: dict[str, list[str]] = {}
        self._keys = Remembered(self._inflection.text_keys)
        self._opening = Remembered(self._place_of)
        self._closing = Remembered(self._kinds_ending)
        self._slips: dict[tuple[str, str], SlipIndex[Entry]] = {}
        self._endings: dict[frozenset[str], Remembered[Ending]] = {}
        self.readings: dict[tuple[int, str], tuple[Any, ...]] = {}
        """What mentions a phrase of several words gives, by its layer and its words as written; kept here by their finder."""

    def add(
        self, phrase: str, kind: str, value: str, form: str = "", inflection: str = "name", layer: str = "names"
    ) -> None:
        """Enter a phrase under every key that its inflection gives; a phrase without a word is ignored."""
        forms, gaps = words_and_gaps(phrase)
        if not forms:
            return
        if layer not in self._layers:
            self._layers.append(layer)
        proper = self._cased and forms[0][0].isupper()
        # A short word in capitals (US, ЕС, SCO) must stand in capitals: "us" is another word.
        acronym = self._cased and len(phrase) <= _LONGEST_ACRONYM and phrase.isupper()
        entry = Entry(kind, value, form, phrase, gaps, proper, acronym, spaced=PLAIN_GAPS.issuperset(gaps))
        alone: Listed = ((self._layers.index(layer), (entry,)),)
        for keys in dict.fromkeys(self._inflection.phrase_keys(forms, inflection)):
            self._enter(keys, alone)
        self.__dict__.pop("_kinds_by_end", None)
        for remembered in (self._opening, self._closing, self._endings, self._slips, self.readings):
            if remembered:
                remembered.clear()

    def _enter(self, keys: tuple[str, ...], alone: Listed) -> None:
        """Enter a phrase, given as the only one of its layer, under the keys of its words."""
        ((layer, (entry,)),) = alone
        path = keys[0]
        self._begun[path] = _with_kind(self._begun.get(path, frozenset()), entry.kind, entry.proper)
        for key in keys[1:]:
            following = self._following.get(path)
            if following is None:
                following = self._following[path] = set()
            following.add(key)
            path = f"{path} {key}"
        known = self._listed.get(path)
        self._listed[path] = alone if known is None else _with_entry(known, layer, entry)
        if known is None and len(keys) == 2:
            self._first_of_two.setdefault(keys[1], []).append(keys[0])

    def near_words(self, word: str, kind: str, form: str) -> list[Entry]:
        """The one-word phrases of a kind and form that a folded word of a text spells with one slip."""
        index = self._slips.get((kind, form))
        if index is None:
            index = self._slips[kind, form] = SlipIndex(
                (path.removeprefix("~"), entry)
                for path, listed in self._listed.items()
                if " " not in path
                for _, entries in listed
                for entry in entries
                if entry.kind == kind and entry.form == form
            )
        return [entry for key in self.keys(word) for entry in index.near(key.removeprefix("~"))]

    def endings(self, kinds: frozenset[str]) -> Remembered[Ending]:
        """For a folded word of a text, the phrases of two words and of some kinds that end in it, remembered."""
        endings = self._endings.get(kinds)
        if endings is None:
            endings = self._endings[kinds] = Remembered(partial(self._endings_of, kinds))
        return endings

    def _endings_of(self, kinds: frozenset[str], word: str) -> Ending:
        pairs = ((first, key) for key in self.keys(word) for first in self._first_of_two.get(key, ()))
        return tuple(
            (first, entry)
            for first, key in pairs
            for _, entries in self._listed[f"{first} {key}"]
            for entry in entries
            if entry.kind in kinds
        )

    def keys(self, word: str) -> tuple[str, ...]:
        """The keys of a folded word of a text, remembered."""
        return self._keys[word]

    def _place_of(self, word: str) -> Place | None:
        """The place that a folded word leads to as the first of a phrase."""
        paths = [key for key in self._inflection.text_keys(word) if key in self._begun]
        return self._place(paths) if paths else None

    def _place(self, paths: list[str]) -> Place:
        if len(paths) == 1:
            return Place((paths[0],), self._listed.get(paths[0], ()), self._following.get(paths[0], frozenset()))
        listed = tuple(found for path in paths for found in self._listed.get(path, ()))
        following = frozenset(key for path in paths for key in self._following.get(path, ()))
        return Place(tuple(paths), listed, following)

    def kinds_begun(self, words: Words) -> Iterator[frozenset[str]]:
        """For each word of a text with which a phrase may begin, the kinds of such phrases: a look at it, no search.

        What is not among them is not in the text; what is may yet not be there.
        """
        for i, place in enumerate(map(self._opening.__getitem__, words.folded)):
            if place is not None:
                plain, whole = place.begun or self._kinds_at(place)
                yield whole if whole is not plain and words.text[words.starts[i]].isupper() else plain

    def _kinds_at(self, place: Place) -> tuple[frozenset[str], frozenset[str]]:
        begun = frozenset().union(*[self._begun[path] for path in place.paths])
        plain = frozenset(kind for kind, proper in begun if not proper)
        whole = frozenset(kind for kind, _ in begun)
        place.begun = plain, plain if whole == plain else whole
        return place.begun

    def find(self, words: Words) -> list[Hit]:
        """The phrases of a text, in the order in which they begin: in each layer leftmost and longest, none overlapping."""
        hits: list[Hit] = []
        folded = words.folded
        free = [0] * len(self._layers)
        last = len(folded) - 1
        declines = self._declines
        for i, place in enumerate(map(self._opening.__getitem__, folded)):
            if place is None:
                continue
            # Most phrases are one word, and most words that could begin a longer one do not: one look tells.
            following = place.following
            if following and i < last:
                word = folded[i + 1]
                if word in following or (declines and not following.isdisjoint(self._keys[word])):
                    hits += self._longest(words, i, free)
                    continue
            for sense in place.senses_of(words, i, i + 1) if place.senses is None else place.senses:
                if free[sense.layer] <= i:
                    free[sense.layer] = i + 1
                    hits.append((i, i + 1, sense))
        return hits

    def _longest(self, words: Words, i: int, free: list[int]) -> list[Hit]:
        """The longest phrase of each layer that begins at word i, where the layer is `free` from that word on."""
        best: dict[int, Hit] = {}
        for end, senses in self._walk(words, i):
            for sense in senses:
                if free[sense.layer] <= i:
                    best[sense.layer] = i, end, sense
        for layer, (_, end, _) in best.items():
            free[layer] = end
        return list(best.values())

    def find_within(
        self, words: Words, first: int, last: int, layer: int = 0
    ) -> list[tuple[int, int, tuple[Entry, ...]]]:
        """The longest phrases of a layer (the names, by default) inside words `first` to `last` (exclusive), without those of
        the whole stretch. The phrases of other layers are found by themselves.

        For each its words (first, last exclusive), and what they may denote by the barest of their keys.
        """
        found: list[tuple[int, int, tuple[Entry, ...]]] = []
        i = first
        while i < last:
            inner = None
            for end, senses in self._walk(words, i):
                for sense in senses:
                    if sense.layer == layer and end <= last and (i, end) != (first, last):
                        inner = i, end, sense.barest
            if inner is not None:
                found.append(inner)
            i = inner[1] if inner is not None else i + 1
        return found

    def opens(self, word: str) -> bool:
        """Whether a phrase may begin with a folded word of a text."""
        return self._opening[word] is not None

    def begins(self, word: str, kinds: frozenset[str]) -> bool:
        """Whether a phrase of some kinds may begin with a folded word of a text."""
        place = self._opening[word]
        return place is not None and not kinds.isdisjoint((place.begun or self._kinds_at(place))[1])

    def closes(self, word: str, kind: str) -> bool:
        """Whether a phrase of a kind may end with a folded word of a text."""
        return kind in self._closing[word]

    def _kinds_ending(self, word: str) -> frozenset[str]:
        return frozenset().union(*[self._kinds_by_end.get(key, ()) for key in self.keys(word)])

    @cached_property
    def _kinds_by_end(self) -> dict[str, set[str]]:
        """The kinds of the phrases that end with a key."""
        found: dict[str, set[str]] = {}
        for path, listed in self._listed.items():
            kinds = found.setdefault(path.rpartition(" ")[2], set())
            kinds.update(entry.kind for _, entries in listed for entry in entries)
        return found

    def starting_at(self, words: Words, first: int) -> list[tuple[int, tuple[Entry, ...]]]:
        """The phrases that start at a word, the shortest first: for each, the word behind it and its entries."""
        return [(end, sense.entries) for end, senses in self._walk(words, first) for sense in senses]

    def _walk(self, words: Words, i: int) -> list[tuple[int, tuple[Sense, ...]]]:
        """What begins at word i, shorter phrases first: the word behind, and what the words up to it may denote."""
        found: list[tuple[int, tuple[Sense, ...]]] = []
        folded = words.folded
        place, end, spaced = self._opening[folded[i]], i + 1, True
        while place is not None:
            if place.listed:
                senses = place.senses if spaced else place.senses_within(words, i, end)
                found.append((end, place.senses_of(words, i, end) if senses is None else senses))
            if end == len(folded) or not place.following:
                break
            place = place.steps.get(folded[end]) or self._next(place, folded[end])
            if place is not None and (gap := words.gaps[end]) != " ":
                if len(gap) > _LONGEST_GAP:
                    break
                spaced = False
            end += 1
        return found

    def _next(self, place: Place, word: str) -> Place | None:
        """The place that one more folded word of a text leads to, the first time that one does."""
        # Arabic clitics stand before a phrase, not within it: "X and Y" is not the name "X – Y".
        known = self._keys[word] if self._declines else (word,)
        if place.following.isdisjoint(known):
            return None
        steps = [f"{path} {key}" for path in place.paths for key in known if key in place.following]
        paths = [path for path in steps if path in self._listed or path in self._following]
        if not paths:
            return None
        place.steps[word] = self._place(paths)
        return place.steps[word]


def _with_entry(listed: Listed, layer: int, entry: Entry) -> Listed:
    """The phrases of the same keys with one more; a phrase that is there already changes nothing."""
    if all(number != layer for number, _ in listed):
        return (*listed, (layer, (entry,)))
    return tuple(
        (number, (*entries, entry) if number == layer and entry not in entries else entries)
        for number, entries in listed
    )
