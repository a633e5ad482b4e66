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
    """A phrase found: words `first` to `last` (exclusive) of the text, and all entries that they may be."""

    first: int
    last: int
    entries: tuple[Entry, ...]


class _FirstWords(dict[str, tuple[Node, ...]]):
    """Surface word → the trie nodes that it leads to from the root; filled as words come by, emptied when it is full."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer

    def __missing__(self, word: str) -> tuple[Node, ...]:
        if len(self) >= _MEMO_LIMIT:
            self.clear()
        nodes = self[word] = self._gazetteer.step((self._gazetteer.root,), word)
        return nodes


class Gazetteer:
    """The phrases of one language."""

    def __init__(self, language: str) -> None:
        self.root: Node = {}
        self._inflection = INFLECTIONS[language]
        self._cased = language != "ar"
        self._keys: dict[str, tuple[str, ...]] = {}
        self._first = _FirstWords(self)
        self._slips: dict[tuple[str, str], SlipIndex[Entry]] = {}
        self.by_last_word: dict[str, list[tuple[tuple[str, ...], Entry]]] = {}

    def add(self, phrase: str, kind: str, value: str, form: str = "", inflection: str = "name") -> None:
        """Enter a phrase under every key that its inflection gives; a phrase without a word is ignored."""
        words = split_words(phrase)
        if not words.forms:
            return
        first = words.forms[0]
        proper = self._cased and first[0].isupper()
        # A short word in capitals (US, ЕС, SCO) must stand in capitals: "us" is another word.
        acronym = self._cased and len(phrase) <= 6 and phrase.isupper()
        gaps = tuple(_gap(gap) for gap in words.gaps[1:-1])
        entry = Entry(kind, value, form, phrase, gaps, proper, acronym, free=not (gaps or proper or acronym))
        for keys in dict.fromkeys(self._inflection.phrase_keys(words.forms, inflection)):
            node = self.root
            for key in keys:
                node = node.setdefault(key, {})
            listed: list[Entry] = node.setdefault(None, [])
            if entry not in listed:
                listed.append(entry)
            if len(keys) > 1:
                self.by_last_word.setdefault(keys[-1], []).append((keys, entry))

    def near_words(self, word: str, kind: str, form: str) -> list[Entry]:
        """The one-word phrases of a kind and form that a word of a text spells with one slip."""
        index = self._slips.get((kind, form))
        if index is None:
            index = self._slips[kind, form] = SlipIndex(
                (key.removeprefix("~"), entry)
                for key, node in self.root.items()
                for entry in node.get(None, ())
                if entry.kind == kind and entry.form == form
            )
        return [entry for key in self.keys(word) for entry in index.near(key.removeprefix("~"))]

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

    def find(self, words: Words) -> list[Hit]:
        """The phrases of a text, leftmost and longest, none overlapping another."""
        first = self._first
        hits: list[Hit] = []
        free = 0
        for i, nodes in enumerate(map(first.__getitem__, words.forms)):
            if nodes and i >= free:
                hit = self._longest(words, i, nodes)
                if hit is not None:
                    hits.append(hit)
                    free = hit.last
        return hits

    def find_within(self, words: Words, first: int, last: int) -> list[Hit]:
        """The longest phrases inside words `first` to `last` (exclusive), leaving out the whole stretch itself."""
        hits: list[Hit] = []
        i = first
        while i < last:
            walk = self._walk(words, i, self._first[words.forms[i]])
            inner = [Hit(i, end, entries) for end, entries in walk if end <= last and (i, end) != (first, last)]
            hits += inner[-1:]
            i = inner[-1].last if inner else i + 1
        return hits

    def starting_at(self, words: Words, first: int) -> Iterator[tuple[int, tuple[Entry, ...]]]:
        """The phrases that start at a word, the shortest first: for each, the word behind it and its entries."""
        return self._walk(words, first, self._first[words.forms[first]])

    def _longest(self, words: Words, i: int, nodes: tuple[Node, ...]) -> Hit | None:
        best = None
        for end, entries in self._walk(words, i, nodes):
            best = Hit(i, end, entries)
        return best

    def _walk(self, words: Words, i: int, nodes: tuple[Node, ...]) -> Iterator[tuple[int, tuple[Entry, ...]]]:
        """The phrases that begin at word i, shorter ones first: where each ends, and its entries."""
        end = i + 1
        last = len(words.forms)
        while True:
            entries: list[Entry] = []
            goes_on = False
            for node in nodes:
                listed = node.get(None)
                goes_on = goes_on or listed is None or len(node) > 1
                if listed is not None:
                    entries += [e for e in listed if e.free or self._fits(words, i, end, e)]
            if entries:
                yield end, tuple(dict.fromkeys(entries)) if len(entries) > 1 else (entries[0],)
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
