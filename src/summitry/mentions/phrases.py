"""The phrases of one vocabulary file, found in a text whatever else the vocabulary lists.

Dates and sums are found this way: a phrase of another file that begins earlier ("of this") must not hide "this year".
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from summitry.lexicon.gazetteer import Gazetteer
from summitry.lexicon.vocabulary import read_rows
from summitry.mentions.document import Document, Mention

Found = Mapping[str, list[Mention]]
"""Mentions by kind, each list in the order of the text."""


def find_phrases(document: Document, file: str) -> Found:
    """The phrases of phrases/<language>/<file>.csv in an article.

    Raises VocabularyError where the file is missing or torn.
    """
    words = document.words
    found: dict[str, list[Mention]] = {}
    for first, last, entries in _load(document.vocabulary.folder, document.article.language, file).find(words):
        for kind, value in dict.fromkeys((entry.kind, entry.value) for entry in entries):
            mention = Mention(kind, value, "phrase", first, last, words.starts[first], words.ends[last - 1])
            found.setdefault(kind, []).append(mention)
    return found


@cache
def _load(vocabulary_folder: Path, language: str, file: str) -> Gazetteer:
    gazetteer = Gazetteer(language)
    for row in read_rows(vocabulary_folder / "phrases" / language / f"{file}.csv"):
        gazetteer.add(row["phrase"], row["cue"], row["value"], "phrase", row["inflection"] or "noun")
    return gazetteer
