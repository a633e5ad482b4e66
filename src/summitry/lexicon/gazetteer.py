"""Find listed phrases in a text: a trie of word keys, so that speed does not depend on how many phrases are listed.

Each word of the text is looked up once; what a word may match (its keys, see lexicon.inflection) is remembered, since a few
thousand words make up most of any text. Word edges come free: the trie is entered and left between words only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

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


class Entry(NamedTuple):
    """A listed phrase: what it denotes (`kind`, `value`, `form`), and what it demands of the text.

    `gaps` are the signs between its words; `proper` asks for a capital first letter, `acronym` for capitals throughout;
    `free` where it demands nothing.
    """

    kind: str
    value: str
    form: str
    text: str
    gaps: tuple[str, ...]
    proper: bool
    acronym: bool
    free: bool


class Hit(NamedTuple):
    """A phrase found: words `first` to `last` (exclusive) of the text, all that they may denote, and the layer's number."""

    first: int
    last: int
    entries: tuple[Entry, ...]
    layer: int


class _Ends(NamedTuple):
    """The phrases of one layer that end at a node; `free` where none of them demands anything of the text."""

    layer: int
    entries: tuple[Entry, ...]
    free: bool


class _FirstWords(dict[str, tuple[Node, ...]]):
    """Surface word → the trie nodes that it leads to from the root; filled as words come by, emptied when it is full."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer

    def __missing__(self, word: str) -> tuple[Node, ...]:
        if len(self) >= _MEMO_LIMIT:
            self.clear()
        nodes = self[word] = self._gazetteer.step((self._gazetteer.root,), word)
        return nodes


class _BegunKinds(dict[str, frozenset[str]]):
    """Surface word → the kinds of the phrases that may begin with it; filled as words come by."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer

    def __missing__(self, word: str) -> frozenset[str]:
        if len(self) >= _MEMO_LIMIT:
            self.clear()
        capital = word[0].isupper()
        nodes = self._gazetteer.step((self._gazetteer.root,), word)
        entries = (entry for node in nodes for entry in _entries_below(node))
        kinds = self[word] = frozenset(entry.kind for entry in entries if capital or not entry.proper)
        return kinds


def _entries_below(node: Node) -> Iterator[Entry]:
    for key, below in node.items():
        if key is None:
            yield from (entry for ends in below for entry in ends.entries)
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
        self._keys: dict[str, tuple[str, ...]] = {}
        self._first = _FirstWords(self)
        self._begun = _BegunKinds(self)
        self._pairs: dict[tuple[str, str], bool] = {}
        self._slips: dict[tuple[str, str], SlipIndex[Entry]] = {}
        self._by_last_word: dict[str, list[tuple[tuple[str, ...], Entry]]] = {}
        self._endings: dict[str, tuple[tuple[tuple[str, ...], Entry], ...]] = {}
        self.readings: dict[tuple[int, str], tuple[Any, ...]] = {}
        """What mentions a phrase of a layer gives, by its layer and its words as written; kept here by the finder."""

    def add(
        self, phrase: str, kind: str, value: str, form: str = "", inflection: str = "name", layer: str = "names"
    ) -> None:
        """Enter a phrase under every key that its inflection gives; a phrase without a word is ignored."""
        words = split_words(phrase)
        if not words.forms:
            return
        if layer not in self._layers:
            self._layers.append(layer)
        first = words.forms[0]
        proper = self._cased and first[0].isupper()
        # A short word in capitals (US, ЕС, SCO) must stand in capitals: "us" is another word.
        acronym = self._cased and len(phrase) <= _LONGEST_ACRONYM and phrase.isupper()
        gaps = tuple(_gap(gap) for gap in words.gaps[1:-1])
        entry = Entry(kind, value, form, phrase, gaps, proper, acronym, free=not (gaps or proper or acronym))
        for keys in dict.fromkeys(self._inflection.phrase_keys(words.forms, inflection)):
            node = self.root
            for key in keys:
                node = node.setdefault(key, {})
            _end_here(node, self._layers.index(layer), entry)
            if len(keys) > 1:
                self._by_last_word.setdefault(keys[-1], []).append((keys, entry))
        self._first.clear()
        self._begun.clear()
        self._pairs.clear()
        self._endings.clear()
        self.readings.clear()

    def near_words(self, word: str, kind: str, form: str) -> list[Entry]:
        """The one-word phrases of a kind and form that a word of a text spells with one slip."""
        index = self._slips.get((kind, form))
        if index is None:
            index = self._slips[kind, form] = SlipIndex(
                (key.removeprefix("~"), entry)
                for key, node in self.root.items()
                for ends in node.get(None, ())
                for entry in ends.entries
                if entry.kind == kind and entry.form == form
            )
        return [entry for key in self.keys(word) for entry in index.near(key.removeprefix("~"))]

    def ending_with(self, word: str) -> tuple[tuple[tuple[str, ...], Entry], ...]:
        """The phrases of two words that end in a word of a text: their keys and entries, remembered."""
        found = self._endings.get(word)
        if found is None:
            if len(self._endings) >= _MEMO_LIMIT:
                self._endings.clear()
            pairs = (pair for key in self.keys(word) for pair in self._by_last_word.get(key, ()))
            found = self._endings[word] = tuple(pair for pair in pairs if len(pair[0]) == 2)
        return found

    def keys(self, word: str) -> tuple[str, ...]:
        """The keys of a word of a text, remembered."""
        keys = self._keys.get(word)
        if keys is None:
            if len(self._keys) >= _MEMO_LIMIT:
                self._keys.clear()
            keys = self._keys[word] = self._inflection.text_keys(word)
        return keys

    def step(self, nodes: tuple[Node, ...], word: str) -> tuple[Node, ...]:
        """The nodes that a word leads to from the given ones."""
        return tuple(node[key] for node in nodes for key in self.keys(word) if key in node)

    def _step_inside(self, nodes: tuple[Node, ...], word: str) -> tuple[Node, ...]:
        # Arabic clitics stand before a phrase, not within it: "X and Y" is not the name "X – Y".
        if self._cased:
            return self.step(nodes, word)
        key = self.keys(word)[0]
        return tuple(node[key] for node in nodes if key in node)

    def kinds_begun(self, words: Words) -> frozenset[str]:
        """The kinds of which a phrase may begin at some word of a text: a look at each word, no search.

        What is not among them is not in the text; what is may yet not be there.
        """
        return frozenset().union(*set(map(self._begun.__getitem__, words.forms)))

    def find(self, words: Words) -> list[Hit]:
        """The phrases of a text, in the order in which they begin: in each layer leftmost and longest, none overlapping."""
        hits: list[Hit] = []
        forms, gaps = words.forms, words.gaps
        free = [0] * len(self._layers)
        for i, nodes in enumerate(map(self._first.__getitem__, forms)):
            if not nodes:
                continue
            # Most phrases are one word, and most words that could begin a longer one do not: one look tells.
            alone = len(gaps[i + 1]) > _LONGEST_GAP or not self._goes_on(
                forms[i], forms[i + 1] if i + 1 < len(forms) else ""
            )
            walk = self._ending_here(words, i, nodes) if alone else self._walk(words, i, nodes)
            best: dict[int, Hit] = {}
            for end, layer, entries in walk:
                if free[layer] <= i:
                    known = best.get(layer)
                    merged = (*known.entries, *entries) if known is not None and known.last == end else entries
                    best[layer] = Hit(i, end, merged, layer)
            for layer, hit in best.items():
                free[layer] = hit.last
                hits.append(hit)
        return hits

    def _goes_on(self, word: str, following: str) -> bool:
        """Whether some phrase goes on from a word to the one behind it, remembered."""
        goes_on = self._pairs.get((word, following))
        if goes_on is None:
            if len(self._pairs) >= _MEMO_LIMIT:
                self._pairs.clear()
            goes_on = self._pairs[word, following] = bool(following and self._step_inside(self._first[word], following))
        return goes_on

    def _ending_here(self, words: Words, i: int, nodes: tuple[Node, ...]) -> list[tuple[int, int, tuple[Entry, ...]]]:
        """The phrases that are word i alone: for each layer where they end, its number, and its entries."""
        found = []
        for node in nodes:
            for layer, entries, free in node.get(None, ()):
                fitting = entries if free else tuple(e for e in entries if e.free or self._fits(words, i, i + 1, e))
                if fitting:
                    found.append((i + 1, layer, fitting))
        return found

    def find_within(self, words: Words, first: int, last: int) -> list[Hit]:
        """The longest phrases inside words `first` to `last` (exclusive), leaving out the whole stretch itself."""
        hits: list[Hit] = []
        i = first
        while i < last:
            inner = None
            for end, layer, entries in self._walk(words, i, self._first[words.forms[i]]):
                if end <= last and (i, end) != (first, last):
                    inner = Hit(i, end, entries, layer)
            if inner is not None:
                hits.append(inner)
            i = inner.last if inner is not None else i + 1
        return hits

    def starting_at(self, words: Words, first: int) -> Iterator[tuple[int, tuple[Entry, ...]]]:
        """The phrases that start at a word, the shortest first: for each, the word behind it and its entries."""
        return ((end, entries) for end, _, entries in self._walk(words, first, self._first[words.forms[first]]))

    def _walk(self, words: Words, i: int, nodes: tuple[Node, ...]) -> Iterator[tuple[int, int, tuple[Entry, ...]]]:
        """The phrases that begin at word i, shorter ones first: where each ends, its layer, and its entries."""
        end = i + 1
        last = len(words.forms)
        while True:
            goes_on = False
            for node in nodes:
                listed = node.get(None)
                goes_on = goes_on or listed is None or len(node) > 1
                for layer, entries, free in listed or ():
                    fitting = entries if free else tuple(e for e in entries if e.free or self._fits(words, i, end, e))
                    if fitting:
                        yield end, layer, fitting
            if not goes_on or end >= last or len(words.gaps[end]) > _LONGEST_GAP:
                return
            nodes = self._step_inside(nodes, words.forms[end])
            if not nodes:
                return
            end += 1

    def _fits(self, words: Words, first: int, last: int, entry: Entry) -> bool:
        if entry.proper and not words.forms[first][0].isupper():
            return False
        if entry.acronym and not "".join(words.forms[first:last]).isupper():
            return False
        return all(_agree(words.gaps[first + 1 + n], gap) for n, gap in enumerate(entry.gaps))


def _end_here(node: Node, layer: int, entry: Entry) -> None:
    ends: list[_Ends] = node.setdefault(None, [])
    for place, found in enumerate(ends):
        if found.layer == layer:
            if entry not in found.entries:
                ends[place] = _Ends(layer, (*found.entries, entry), found.free and entry.free)
            return
    ends.append(_Ends(layer, (entry,), entry.free))


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
