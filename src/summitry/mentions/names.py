"""Compare names across spellings and scripts: a name's skeleton is its consonants.

Letters that the usage of the press confuses are made one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from summitry.lexicon.vocabulary import Vocabulary
from summitry.text.folding import fold
from summitry.text.remembered import Remembered
from summitry.text.words import split_words

_DIGRAPHS = (
    ("dzh", "j"), ("zh", "j"), ("dj", "j"), ("дж", "j"), ("kh", "h"), ("shch", "S"), ("sh", "S"), ("tch", "C"), ("ch", "C"),
    ("تش", "C"), ("ts", "c"), ("tz", "c"), ("تس", "c"), ("ph", "f"), ("x", "ks"), ("кс", "ks"), ("كس", "ks"),
)  # fmt: skip
_LETTERS = {
    letter: key
    for key, letters in {
        "j": "jжج", "h": "hхخحه", "S": "щшش", "C": "чC", "c": "ц", "f": "fvwфвف", "k": "kqgcкгقكغ", "b": "bpбпب", "d": "dдد",
        "t": "tтتط", "s": "sсسصث", "z": "zзزضظذ", "m": "mмم", "n": "nнن", "r": "rрر", "l": "lлل",
    }.items()
    for letter in letters
}  # fmt: skip
_TABLE = str.maketrans(_LETTERS)
_NOT_CONSONANT = re.compile(r"[^jhSCcfkbdtszmnrl]")
_REPEATED = re.compile(r"(.)\1+")
_MIN_SURNAME = 2
_MEMO_LIMIT = 100_000
_ALIKE = 0.6
_SAME_SPELLING = 0.6


@lru_cache(maxsize=50_000)
def skeleton(word: str) -> str:
    """The consonants of a word in Arabic, Latin or Cyrillic letters, comparable across the three scripts."""
    key = fold(word)
    for letters, consonant in _DIGRAPHS:
        key = key.replace(letters, consonant)
    return _REPEATED.sub(r"\1", _NOT_CONSONANT.sub("", key.translate(_TABLE)))


def alike(left: str, right: str) -> bool:
    """Whether two skeletons of first names may be the same name."""
    return left == right or (bool(left and right) and SequenceMatcher(None, left, right).ratio() >= _ALIKE)


class NameIndex:
    """The people of the vocabulary by the skeletons of their first and last names."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._by_last: dict[str, set[tuple[str, str]]] = defaultdict(set)
        self.may_end = Remembered(self._ends_name, _MEMO_LIMIT)
        """Whether a word may be the last name of somebody in the vocabulary, in whatever case it stands."""
        self._spelled: dict[str, set[tuple[str, str]]] = defaultdict(set)
        self._by_given: dict[str, set[str]] = defaultdict(set)
        self._full: dict[str, set[tuple[str, ...]]] = defaultdict(set)
        names = [(row["id"], row["text"]) for row in vocabulary.names["people"] if row["form"] == "full"]
        for leader_id, row in vocabulary.people.items():
            names += [(leader_id, row[column]) for column in ("name_en", "name_ar", "name_ru") if row[column]]
        for leader_id, name in names:
            words = split_words(name).forms
            if len(words) > 1:
                self._by_last[skeleton(words[-1])].add((skeleton(words[0]), leader_id))
                self._spelled[leader_id].add((fold(words[0]), fold(words[-1])))
            self._full[leader_id].add(tuple(map(fold, words)))
            if any(term.place_id in vocabulary.called_by_given_name for term in vocabulary.terms.get(leader_id, ())):
                self._by_given[skeleton(words[0])].add(leader_id)

    def _ends_name(self, word: str) -> bool:
        return any(len(key) > _MIN_SURNAME and key in self._by_last for key in _surname_keys(word))

    def spelled_like(self, leader_id: str, words: Sequence[str]) -> bool:
        """Whether the first and last of these words look like a listed spelling of a person, letter by letter."""
        first, last = fold(words[0]), fold(words[-1])
        return any(
            SequenceMatcher(None, first, known_first).ratio() >= _SAME_SPELLING
            and SequenceMatcher(None, last, known_last).ratio() >= _SAME_SPELLING
            for known_first, known_last in self._spelled[leader_id]
        )

    def begins_name_of(self, leader_id: str, words: Sequence[str]) -> bool:
        """Whether a listed spelling of a person begins with these words, the last name left out: "Kassym-Jomart"."""
        folded = tuple(map(fold, words))
        return any(full[: len(folded)] == folded for full in self._full[leader_id])

    def with_initial(self, initial: str, surname: str) -> set[str]:
        """Everybody whose last name this is and whose first name begins with the same consonant or vowel letter."""
        letter = fold(initial)
        bearers = self.bearers(surname)
        return {b for b in bearers if any(first.startswith(letter) for first, _ in self._spelled[b])}

    def bearers(self, word: str) -> set[str]:
        """Everybody in the vocabulary whose last name a word spells."""
        keys = (key for key in _surname_keys(word) if len(key) >= _MIN_SURNAME)
        return {leader_id for key in keys for _, leader_id in self._by_last.get(key, ())}

    def called(self, word: str) -> set[str]:
        """Everybody in the vocabulary whom a word alone may name: by the last name, or by the first where that is the custom."""
        given = (leader_id for key in _surname_keys(word) for leader_id in self._by_given.get(key, ()))
        return self.bearers(word) | set(given)

    def match(self, words: Sequence[str], among: Iterable[str] | None = None) -> str | None:
        """The one person whose first and last name these words spell, or None; `among` narrows the choice to some."""
        allowed = None if among is None else set(among)
        first = skeleton(words[0])
        found = {
            leader_id
            for key in _surname_keys(words[-1])
            for known_first, leader_id in self._by_last.get(key, ())
            if len(key) >= _MIN_SURNAME and (allowed is None or leader_id in allowed)
            if (len(words) == 1 and allowed is not None) or (len(words) > 1 and alike(first, known_first))
        }
        return found.pop() if len(found) == 1 else None


def _surname_keys(word: str) -> tuple[str, ...]:
    """A surname's skeleton, and that without a Russian instrumental's м."""
    key = skeleton(word)
    return (key, key[:-1]) if key.endswith("m") and re.search(r"(ым|им|ом|ем)$", fold(word)) else (key,)
