"""Who else is ranked with the owner of a claim: "second after X", "followed by X and Y".

Cue `rival` of vocabulary/phrases/<language>/resources.csv: `before` leads to those ahead, `only` to all of
those, `next` to those behind. They
have, make or sell the same; of which rank they are is left to the words, which do not give it.
"""

from __future__ import annotations

from summitry.claims.resources_holders import Owner
from summitry.mentions.document import Document, Mention
from summitry.text.sentences import Sentence

_REACH = 3
_MOST = 4


def rivals(document: Document, sentence: Sentence, core: tuple[int, int], rank: Mention | None) -> list[Owner]:
    """The places that the sentence of a ranked claim sets before or behind its owner.

    Those ahead are told in full where they are as many as the rank leaves room for ("third after X and Y"); else they are
    only some of them, or are compared in another way.
    """
    for cue in document.of("rival", (sentence.first, sentence.last)):
        found = _listed(document, cue, sentence)
        if not found or not _beside(core, rank, cue, found):
            continue
        if cue.value != "before" or (rank is not None and len(found) == int(rank.value) - 1):
            return [Owner(mention.value, mention, at=mention.first) for mention in found]
    return []


def is_whole_rank(document: Document, rank: Mention) -> bool:
    """Whether a rank stands: "second only to" is the second place where one country is named, and a lower one else."""
    cues = [cue for cue in document.of("rival", (rank.first, rank.first + 1)) if cue.last == rank.last]
    return not cues or len(_listed(document, cues[0], document.sentence_of(rank))) == 1


def _beside(core: tuple[int, int], rank: Mention | None, cue: Mention, found: list[Mention]) -> bool:
    """Whether the places stand right by the claim or its rank, and not in another clause."""
    edges = [core[0], core[1], *((rank.first, rank.last) if rank is not None else ())]
    return any(abs(edge - at) <= _REACH for edge in edges for at in (cue.first, cue.last, found[-1].last))


def _listed(document: Document, cue: Mention, sentence: Sentence) -> list[Mention]:
    """The list of countries that a cue leads to."""
    places = document.vocabulary.places
    found: list[Mention] = []
    last = cue.last
    for mention in document.of("place", (cue.last, sentence.last)):
        joined = all(document.is_word(i, "between_rivals") for i in range(last, mention.first))
        if mention.form == "adjective" or not joined or places[mention.value]["kind"] != "country":
            break
        found.append(mention)
        last = mention.last
    return found if len(found) <= _MOST else []
