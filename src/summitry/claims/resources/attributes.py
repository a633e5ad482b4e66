"""Who is rich where a text says so beside the name: "gas-rich X", «богатый газом X», "ties with X, rich in gas".

Whom the sentence is about otherwise ("Washington looks to gas-rich X") does not matter then, nor what it wants of X.
"""

from __future__ import annotations

from summitry.claims.resources.holders import Owner, candidates
from summitry.mentions.document import Document, Mention
from summitry.text.sentences import Sentence

# As folding leaves them, where й is и.
_RU_LONG = (
    *("ыи", "ии", "ая", "яя", "ое", "ее", "ые", "ие", "ую", "юю", "ои", "еи"),
    *("ым", "им", "ом", "ем", "ого", "его", "ому", "ему", "ых", "их", "ыми", "ими"),
)
_RU_WITH = ("ами", "ями", "ьми", "ыми", "ими", "ом", "ем", "ои", "еи", "ью")
_PLACES = ("place", "region_noun", "country_noun")
_WORDS_OF_GOODS = 2


def named_right_before(document: Document, cue: Mention, first: int) -> bool:
    """Whether a word for plenty follows a name: then that one is rich, be it only a direction ("ties with X, rich in")."""
    if cue.kind != "rich":
        return False
    before = document.any_of(_PLACES, (max(first - 4, 0), first))
    return any(m.last == first and m.form != "adjective" for m in before)


def named_behind(document: Document, sentence: Sentence, cue: Mention, core: tuple[int, int]) -> list[Owner] | None:
    """As in «в богатой нефтью и людьми Туркмении»: whom a Russian adjective goes with; None where it goes with nobody.

    No owner where it goes with another noun («богатые золотом районы»).
    """
    if not _is_long(document, cue) or core[1] == cue.last:
        return None
    end = _behind_goods(document, core[1], sentence.last)
    if end >= sentence.last or document.words.gaps[end].strip():
        return None
    adjective = document.words.folded[end].endswith(_RU_LONG) and not document.has_any(_PLACES, (end, end + 1))
    at = end + adjective
    found = candidates(document, sentence, (at, min(at + 1, sentence.last)), directed=True, adjectives=True)
    if found and not document.words.gaps[at].strip():
        return found[:1]
    return None if "," in document.words.gaps[cue.first] else []


def is_said_aside(document: Document, cue: Mention, owner: Owner, core: tuple[int, int]) -> bool:
    """Whether that somebody is rich is told in passing, so that no "wants" or "did not" around it bears on it."""
    if cue.kind != "rich":
        return False
    if not owner.resolved:
        return owner.at >= core[1] or owner.mention.last == core[0]
    within = any(document.is_word(core[0] - back, "bounding") for back in (1, 2))
    return within and owner.at >= core[1]


def _is_long(document: Document, cue: Mention) -> bool:
    """Whether the word is a Russian adjective that goes with a noun («богатый», not «богат», «богатства»)."""
    if document.article.language != "ru" or cue.last - cue.first > 1:
        return False
    return document.words.folded[cue.first].endswith(_RU_LONG)


def _behind_goods(document: Document, first: int, end: int) -> int:
    """The word behind a list of goods that the vocabulary does not have: «… и энергоресурсами», «, водой и людьми»."""
    while first < end:
        joint = document.words.folded[first] == "и"
        if not joint and "," not in document.words.gaps[first]:
            break
        at = last = first + joint
        while last < min(at + _WORDS_OF_GOODS, end) and _is_with(document, last):
            last += 1
        if last == at:
            break
        first = last
    return first


def _is_with(document: Document, i: int) -> bool:
    return document.words.folded[i].endswith(_RU_WITH) and not document.has_any(_PLACES, (i, i + 1))
