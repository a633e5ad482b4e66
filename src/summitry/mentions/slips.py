"""Slips of the pen: listed phrases with one wrong letter, read as what they were meant to be.

Only where the context leaves one reading: a phrase of several words with all others right, or an adjective of a country
right behind (or before) a title. The text is never changed; the mention carries the corrected spelling.
"""

from __future__ import annotations

from summitry.lexicon.gazetteer import Gazetteer
from summitry.lexicon.senses import Entry
from summitry.mentions.document import Document, Mention
from summitry.text.spelling import SHORTEST, one_slip

_KINDS = frozenset(("commodity", "place", "forum", "city", "venue", "person"))


def find_slips(document: Document, gazetteer: Gazetteer) -> list[Mention]:
    """Mentions of listed phrases that the text spells with one slip, each with `corrected_to`."""
    found = [*_in_phrases(document, gazetteer), *_beside_titles(document, gazetteer)]
    # Of venues of one name all are found: the text's cities tell which is meant.
    told = {(m.first, m.last, m.value if m.kind == "venue" else ""): m for m in found}
    return list(told.values())


def _in_phrases(document: Document, gazetteer: Gazetteer) -> list[Mention]:
    folded, gaps = document.words.folded, document.words.gaps
    found = []
    # A phrase with a slip in its first word leaves that word unknown, and its last as it is listed.
    endings = gazetteer.endings(_KINDS)
    for i in document.unknown_words():
        if len(folded[i]) < SHORTEST or i + 1 == len(folded) or gaps[i + 1] not in (" ", "\n"):
            continue
        slips = (entry for first, entry in endings[folded[i + 1]] if _slip(gazetteer, folded[i], first))
        found += [_mention(document, entry, i, i + 2) for entry in slips]
    return found


def _beside_titles(document: Document, gazetteer: Gazetteer) -> list[Mention]:
    found = []
    for title in document.of("title"):
        i = title.last if document.article.language == "ar" else title.first - 1
        if not 0 <= i < len(document.words.forms) or document.starts_known(i):
            continue
        near = {entry.value: entry for entry in gazetteer.near_words(document.words.folded[i], "place", "adjective")}
        if len(near) == 1:
            found.append(_mention(document, next(iter(near.values())), i, i + 1))
    return found


def _slip(gazetteer: Gazetteer, word: str, listed: str) -> bool:
    bare = listed.removeprefix("~")
    return any(one_slip(key.removeprefix("~"), bare) for key in gazetteer.keys(word))


def _mention(document: Document, entry: Entry, first: int, last: int) -> Mention:
    words = document.words
    return Mention(
        entry.kind, entry.value, entry.form, first, last, words.starts[first], words.ends[last - 1], entry.text
    )
