"""Words too common to search every text for: "in", "about", «до». They are looked up next to a number or a date only.

They are data as all phrases are, in vocabulary/particles/<language>.csv with the columns of the phrases. Some are no
words: `sign` is a currency's sign or the code written before a figure ($, US$, €), `attached` a scale written onto it
(900m, 17млрд), `prefix` a word written onto the figure that follows (و17, بـ17), `day_ending` the end of an ordinal.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

from summitry.lexicon.gazetteer import Gazetteer
from summitry.lexicon.vocabulary import read_rows
from summitry.text.folding import fold
from summitry.text.words import Words

_LONGEST = 4
_OPENING = " \t\n\u00a0\u2009\u202f\u200e\u200f\"'«“„‘$£¥€₽₸₹₩₺＄"


class Particle(NamedTuple):
    """A particle found: its cue and value, and words `first` to `last` (exclusive) of the text."""

    cue: str
    value: str
    first: int
    last: int


class Particles:
    """The particles of one language."""

    def __init__(self, language: str) -> None:
        self.signs: dict[str, str] = {}
        self.attached: dict[str, int] = {}
        self.prefixes: set[str] = set()
        self.day_endings: set[str] = set()
        self._gazetteer = Gazetteer(language)

    def add(self, phrase: str, cue: str, value: str, inflection: str = "fixed") -> None:
        """Enter a particle; a sign is kept as it is written, what is attached to figures as it is compared."""
        if cue in ("prefix", "day_ending"):
            (self.prefixes if cue == "prefix" else self.day_endings).add(fold(phrase))
        elif cue == "sign":
            self.signs[phrase] = value
        elif cue == "attached":
            self.attached[fold(phrase)] = int(value)
        else:
            self._gazetteer.add(phrase, cue, value, inflection=inflection)

    def may_start(self, words: Words, first: int) -> bool:
        """Whether a particle may start at a word."""
        return first < len(words.folded) and self._gazetteer.opens(words.folded[first])

    def may_be(self, words: Words, first: int, cues: frozenset[str]) -> bool:
        """Whether a particle of some cues may start at a word."""
        return self._gazetteer.begins(words.folded[first], cues)

    def at(self, words: Words, first: int) -> dict[str, Particle]:
        """What starts at a word: cue → the longest particle of that cue."""
        folded = words.folded
        if first >= len(folded) or not self._gazetteer.opens(folded[first]):
            return {}
        found: dict[str, Particle] = {}
        for last, entries in self._gazetteer.starting_at(words, first):
            for entry in entries:
                found[entry.kind] = Particle(entry.kind, entry.value, first, last)
        return found

    def before(self, words: Words, last: int, cue: str) -> Particle | None:
        """The longest particle of a cue that ends before a word, with no more than a quotation mark or sign between."""
        if not 0 < last < len(words.forms) or words.gaps[last].strip(_OPENING):
            return None
        if not self._gazetteer.closes(words.folded[last - 1], cue):
            return None
        cues = frozenset((cue,))
        for first in (i for i in range(max(last - _LONGEST, 0), last) if self.may_be(words, i, cues)):
            for end, entries in self._gazetteer.starting_at(words, first):
                for entry in entries:
                    if end == last and entry.kind == cue:
                        return Particle(cue, entry.value, first, last)
        return None


@cache
def load_particles(vocabulary_folder: Path, language: str) -> Particles:
    """The particles of a language. Raises VocabularyError where their file is missing or torn."""
    particles = Particles(language)
    for row in read_rows(vocabulary_folder / "particles" / f"{language}.csv"):
        particles.add(row["phrase"], row["cue"], row["value"], row["inflection"])
    return particles
