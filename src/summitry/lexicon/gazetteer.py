"""Find listed phrases in a text: a trie of word keys, so that speed does not depend on how many phrases are listed.

Each word of the text is looked up once; what a word may match (its keys, see lexicon.inflection) is remembered, since a few
thousand words make up most of any text. Word edges come free: the trie is entered and left between words only.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any, NamedTuple, TypeVar

from summitry.lexicon.inflection import INFLECTIONS
from summitry.text.spelling import SlipIndex
from summitry.text.words import Words, split_words

_MEMO_LIMIT = 200_000
_LONGEST_GAP = 5
_LONGEST_ACRONYM = 6
_JOINER = re.compile(r"[\s\"“”„«»‘\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]+")
_DASH = re.compile(r"[-–—−‐‑/]")
_APOSTROPHE = re.compile(r"['’ʼ`]")
_PLAIN_GAPS = frozenset(("", "-", "'"))

Node = dict[Any, Any]
Known = TypeVar("Known")


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


class Hit(NamedTuple):
    """A phrase found: words `first` to `last` (exclusive) of the text, all that they may denote, and the layer's number."""

    first: int
    last: int
    entries: tuple[Entry, ...]
    layer: int


Found = tuple[int, tuple[Entry, ...]]
"""The number of a layer, and what a stretch of words may denote in it."""


class _Place:
    """A place in the trie that words of a text lead to: the nodes, and the keys of words to go on with.

    `found` are the phrases that end here where blanks alone stand between the words, once for each way to write them
    (`writing`); `united` are those of one layer taken together. `steps` are the places behind, as far as texts went there.
    """

    __slots__ = ("acronym", "following", "found", "nodes", "proper", "steps", "united")

    def __init__(self, nodes: tuple[Node, ...]) -> None:
        self.nodes = nodes
        self.following = frozenset(key for node in nodes for key in node if key is not None)
        self.steps: dict[str, _Place] = {}
        entries = [entry for _, ended in self.listed() for entry in ended]
        self.proper = any(entry.proper for entry in entries)
        self.acronym = any(entry.acronym for entry in entries)
        ways = _WRITINGS[: 4 if self.acronym else 2 if self.proper else 1]
        self.found = tuple(self._fitting(capital=capital, capitals=capitals) for capital, capitals in ways)
        self.united = tuple(map(_united, self.found))

    def listed(self) -> Iterator[Found]:
        """The phrases that end here, layer by layer, whatever they demand."""
        return (found for node in self.nodes for found in node.get(None, ()))

    def writing(self, words: Words, first: int, last: int) -> int:
        """How words are written, as far as it matters: 1 with a capital first letter, 2 in capitals throughout, 3 both."""
        if self.acronym:
            form = words.text[words.starts[first] : words.ends[last - 1]]
            return form[0].isupper() + 2 * form.isupper()
        return int(self.proper and words.text[words.starts[first]].isupper())

    def _fitting(self, *, capital: bool, capitals: bool) -> tuple[Found, ...]:
        fitting = (
            (
                layer,
                tuple([e for e in entries if e.spaced and (capital or not e.proper) and (capitals or not e.acronym)]),
            )
            for layer, entries in self.listed()
        )
        return tuple(found for found in fitting if found[1])


_WRITINGS = ((False, False), (True, False), (False, True), (True, True))


def _united(found: tuple[Found, ...]) -> tuple[Found, ...]:
    if len(found) < 2:
        return found
    layers: dict[int, tuple[Entry, ...]] = {}
    for layer, entries in found:
        layers[layer] = (*layers.get(layer, ()), *entries)
    return tuple(layers.items())


class _Remembered(dict[str, Known]):
    """Folded word → what is worked out from it; filled as words come by, emptied when it is full."""

    def __init__(self, work_out: Callable[[str], Known]) -> None:
        self._work_out = work_out

    def __missing__(self, word: str) -> Known:
        if len(self) >= _MEMO_LIMIT:
            self.clear()
        found = self[word] = self._work_out(word)
        return found


Ending = tuple[tuple[tuple[str, ...], Entry], ...]
"""Phrases of two words that end in one word: their keys and entries."""


def _entries_below(node: Node) -> Iterator[Entry]:
    for key, below in node.items():
        if key is None:
            yield from (entry for _, entries in below for entry in entries)
        else:
            yield from _entries_below(below)


class Gazetteer:
    """The phrases of one language, in layers: the names are one, each file of phrases is one.

    Within a layer the leftmost and longest phrase hides those that it holds; phrases of different layers never hide each
    other, so that a phrase that one rule lists cannot take a word away from another rule.
    """

    def __init__(self, language: str) -> None:
        self.root: Node = {}
        self._layers: list[str] = []
        self._inflection = INFLECTIONS[language]
        self._cased = language != "ar"
        self._declines = language == "ru"
        self._keys = _Remembered(self._inflection.text_keys)
        self._first = _Remembered(self._place_of)
        self._begun = _Remembered(self._kinds_of)
        self._slips: dict[tuple[str, str], SlipIndex[Entry]] = {}
        self._by_last_word: dict[str, list[tuple[tuple[str, ...], Entry]]] = {}
        self._endings: dict[frozenset[str], _Remembered[Ending]] = {}
        self.readings: dict[tuple[int, str], tuple[Any, ...]] = {}
        """What mentions a phrase of a layer gives, by its layer and its words as written; kept here by the finder."""

    def add(
        self, phrase: str, kind: str, value: str, form: str = "", inflection: str = "name", layer: str = "names"
    ) -> None:
        """Enter a phrase under every key that its inflection gives; a phrase without a word is ignored."""
        forms, gaps = _words_and_gaps(phrase)
        if not forms:
            return
        if layer not in self._layers:
            self._layers.append(layer)
        proper = self._cased and forms[0][0].isupper()
        # A short word in capitals (US, ЕС, SCO) must stand in capitals: "us" is another word.
        acronym = self._cased and len(phrase) <= _LONGEST_ACRONYM and phrase.isupper()
        entry = Entry(kind, value, form, phrase, gaps, proper, acronym, spaced=_PLAIN_GAPS.issuperset(gaps))
        number = self._layers.index(layer)
        for keys in dict.fromkeys(self._inflection.phrase_keys(forms, inflection)):
            node = self.root
            for key in keys:
                below = node.get(key)
                if below is None:
                    below = node[key] = {}
                node = below
            _end_here(node, number, entry)
            if len(keys) > 1:
                self._by_last_word.setdefault(keys[-1], []).append((keys, entry))
        for remembered in (self._first, self._begun, self._endings, self._slips, self.readings):
            if remembered:
                remembered.clear()

    def near_words(self, word: str, kind: str, form: str) -> list[Entry]:
        """The one-word phrases of a kind and form that a folded word of a text spells with one slip."""
        index = self._slips.get((kind, form))
        if index is None:
            index = self._slips[kind, form] = SlipIndex(
                (key.removeprefix("~"), entry)
                for key, node in self.root.items()
                for _, entries in node.get(None, ())
                for entry in entries
                if entry.kind == kind and entry.form == form
            )
        return [entry for key in self.keys(word) for entry in index.near(key.removeprefix("~"))]

    def ending_with(self, words: Iterable[str], kinds: frozenset[str]) -> Iterator[Ending]:
        """For each folded word of a text the phrases of two words and of some kinds that end in it, remembered."""
        if kinds not in self._endings:
            self._endings[kinds] = _Remembered(partial(self._endings_of, kinds))
        return map(self._endings[kinds].__getitem__, words)

    def _endings_of(self, kinds: frozenset[str], word: str) -> Ending:
        pairs = (pair for key in self.keys(word) for pair in self._by_last_word.get(key, ()))
        return tuple(pair for pair in pairs if len(pair[0]) == 2 and pair[1].kind in kinds)

    def keys(self, word: str) -> tuple[str, ...]:
        """The keys of a folded word of a text, remembered."""
        return self._keys[word]

    def _place_of(self, word: str) -> _Place | None:
        """The place that a folded word leads to from the root."""
        nodes = self._nodes_of(word)
        return _Place(nodes) if nodes else None

    def _kinds_of(self, word: str) -> tuple[frozenset[str], frozenset[str]] | None:
        """The kinds of the phrases that may begin with a folded word, and those that may if it has a capital."""
        entries = [entry for node in self._nodes_of(word) for entry in _entries_below(node)]
        kinds = frozenset(entry.kind for entry in entries if not entry.proper)
        return (kinds, frozenset(entry.kind for entry in entries) - kinds) if entries else None

    def _nodes_of(self, word: str) -> tuple[Node, ...]:
        root = self.root
        return tuple([root[key] for key in self._inflection.text_keys(word) if key in root])

    def _step_inside(self, nodes: tuple[Node, ...], word: str) -> tuple[Node, ...]:
        """The nodes that a folded word leads to from the given ones."""
        # Arabic clitics stand before a phrase, not within it: "X and Y" is not the name "X – Y".
        keys = self._keys[word] if self._declines else (word,)
        return tuple([node[key] for node in nodes for key in keys if key in node])

    def kinds_begun(self, words: Words) -> Iterator[frozenset[str]]:
        """For each word of a text with which a phrase may begin, the kinds of such phrases: a look at it, no search.

        What is not among them is not in the text; what is may yet not be there.
        """
        for i, begun in enumerate(map(self._begun.__getitem__, words.folded)):
            if begun is not None:
                plain, proper = begun
                yield plain | proper if proper and words.text[words.starts[i]].isupper() else plain

    def find(self, words: Words) -> list[Hit]:
        """The phrases of a text, in the order in which they begin: in each layer leftmost and longest, none overlapping."""
        hits: list[Hit] = []
        folded = words.folded
        free = [0] * len(self._layers)
        last = len(folded) - 1
        for i, place in enumerate(map(self._first.__getitem__, folded)):
            if place is None:
                continue
            # Most phrases are one word, and most words that could begin a longer one do not: one look tells.
            if place.following and i < last and self._goes_on(place.following, folded[i + 1]):
                hits += self._longest(words, i, free)
                continue
            for layer, entries in place.united[place.writing(words, i, i + 1) if place.proper or place.acronym else 0]:
                if free[layer] <= i:
                    free[layer] = i + 1
                    hits.append(Hit(i, i + 1, entries, layer))
        return hits

    def _goes_on(self, following: frozenset[str], word: str) -> bool:
        return word in following or (self._declines and not following.isdisjoint(self.keys(word)))

    def _longest(self, words: Words, i: int, free: list[int]) -> list[Hit]:
        """The longest phrase of each layer that begins at word i, where the layer is `free` from that word on."""
        best: dict[int, tuple[int, tuple[Entry, ...]]] = {}
        for end, place, spaced in self._places(words, i):
            found = place.united[place.writing(words, i, end)] if spaced else _united(_demanded(words, i, end, place))
            for layer, entries in found:
                if free[layer] <= i:
                    best[layer] = end, entries
        for layer, (end, _) in best.items():
            free[layer] = end
        return [Hit(i, end, entries, layer) for layer, (end, entries) in best.items()]

    def find_within(self, words: Words, first: int, last: int, layer: int = 0) -> list[Hit]:
        """The longest phrases of a layer (the names, by default) inside words `first` to `last` (exclusive), without those of
        the whole stretch. The phrases of other layers are found by themselves.
        """
        hits: list[Hit] = []
        i = first
        while i < last:
            inner = None
            for end, found, entries in self._walk(words, i):
                if found == layer and end <= last and (i, end) != (first, last):
                    inner = Hit(i, end, entries, layer)
            if inner is not None:
                hits.append(inner)
            i = inner.last if inner is not None else i + 1
        return hits

    def starting_at(self, words: Words, first: int) -> Iterator[tuple[int, tuple[Entry, ...]]]:
        """The phrases that start at a word, the shortest first: for each, the word behind it and its entries."""
        return ((end, entries) for end, _, entries in self._walk(words, first))

    def _walk(self, words: Words, i: int) -> Iterator[tuple[int, int, tuple[Entry, ...]]]:
        """The phrases that begin at word i, shorter ones first: where each ends, its layer, and its entries."""
        for end, place, spaced in self._places(words, i):
            found = place.found[place.writing(words, i, end)] if spaced else _demanded(words, i, end, place)
            for layer, entries in found:
                yield end, layer, entries

    def _places(self, words: Words, i: int) -> Iterator[tuple[int, _Place, bool]]:
        """The places that the words from word i on lead to: the word behind, and whether only blanks stand between them."""
        place, end, spaced = self._first[words.folded[i]], i + 1, True
        while place is not None:
            yield end, place, spaced
            if end == len(words.folded) or not place.following:
                return
            place = self._next(place, words.folded[end])
            if place is not None and words.text[words.ends[end - 1] : words.starts[end]] != " ":
                gap = words.gap(end)
                if len(gap) > _LONGEST_GAP:
                    return
                spaced = spaced and gap == " "
            end += 1

    def _next(self, place: _Place, word: str) -> _Place | None:
        found = place.steps.get(word)
        if found is None:
            nodes = self._step_inside(place.nodes, word)
            if nodes:
                found = place.steps[word] = _Place(nodes)
        return found


def _demanded(words: Words, first: int, last: int, place: _Place) -> tuple[Found, ...]:
    """The phrases at a place whose demands words `first` to `last` (exclusive) fulfil, the signs between them too."""
    capital = words.form(first)[0].isupper()
    fitting = (
        (
            layer,
            tuple(
                entry
                for entry in entries
                if (capital or not entry.proper)
                and (not entry.acronym or _are_capitals(words, first, last))
                and all(_agree(words.gap(i), gap) for i, gap in enumerate(entry.gaps, start=first + 1))
            ),
        )
        for layer, entries in place.listed()
    )
    return tuple(found for found in fitting if found[1])


def _are_capitals(words: Words, first: int, last: int) -> bool:
    return "".join(map(words.form, range(first, last))).isupper()


def _words_and_gaps(phrase: str) -> tuple[list[str], tuple[str, ...]]:
    """The words of a phrase, and the signs between them."""
    plain = phrase.split(" ")
    if all(map(str.isalnum, plain)):
        return plain, ("",) * (len(plain) - 1)
    words = split_words(phrase)
    return words.forms, tuple(_gap(gap) for gap in words.gaps[1:-1])


def _end_here(node: Node, layer: int, entry: Entry) -> None:
    ends: list[Found] | None = node.get(None)
    if ends is None:
        node[None] = [(layer, (entry,))]
        return
    for place, (found, entries) in enumerate(ends):
        if found == layer:
            if entry not in entries:
                ends[place] = (layer, (*entries, entry))
            return
    ends.append((layer, (entry,)))


def _agree(gap: str, listed: str) -> bool:
    if gap == " " and listed == "":
        return True
    if gap.count("\n") > 1:
        return False
    found = _gap(gap)
    return found == listed or (found in _PLAIN_GAPS and listed in _PLAIN_GAPS)


def _gap(gap: str) -> str:
    """The sign between two words of a phrase, without spaces and quotation marks; all dashes are one."""
    if gap == " ":
        return ""
    return _APOSTROPHE.sub("'", _DASH.sub("-", _JOINER.sub("", gap)))
