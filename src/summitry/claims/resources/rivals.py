"""Who else is ranked with the owner of a claim: "second after X", "followed by X and Y".

Cue `rival` of vocabulary/phrases/<language>/resources.csv: `before` leads to those ahead, `only` to all of
those, `next` to those behind, `behind_it` to some of those behind a rank. They
have, make or sell the same, and their ranks are counted from the owner's: "second after X", "first, followed by X".
"""

from __future__ import annotations

from typing import NamedTuple

from summitry.claims.resources.holders import Owner
from summitry.claims.resources.span import Span
from summitry.mentions.document import Document, Mention
from summitry.text.sentences import Sentence

_VERBS = ("has", "holds", "makes", "has_part")
_REACH = 3
_REACH_OF_VERB = 4
_MOST = 4
_PARTING = frozenset(";؛:—–")


class Rival(NamedTuple):
    """Who is ranked with the owner of a claim, and the words that tell the rank, where the owner has one in the world."""

    owner: Owner
    rank: Mention | None


def rivals(document: Document, span: Span, rank: Mention | None, *, in_the_world: bool) -> list[Rival]:
    """The places that the sentence of a ranked claim sets before or behind its owner, with their ranks in the world.

    Those ahead are told in full where they are as many as the rank leaves room for ("third after X and Y"); else they are
    only some of them, or are compared in another way.
    """
    for cue in document.of("rival", (span.sentence.first, span.sentence.last)):
        found = _listed(document, cue, span.sentence)
        if not found or not _beside(span.core, rank, cue, found):
            continue
        if cue.value == "behind_it" and rank is None:  # "ahead of": only of two who are ranked
            continue
        if cue.value != "before" or (rank is not None and len(found) == int(rank.value) - 1):
            told = rank if in_the_world else None
            # Of several ahead nobody says who is first; those behind follow each other.
            told = told if cue.value == "next" or (len(found) == 1 and cue.value != "behind_it") else None
            ranks = [_counted(document, told, cue, number, mention) for number, mention in enumerate(found, 1)]
            return [Rival(Owner(m.value, m, at=m.first), of) for m, of in zip(found, ranks, strict=True)]
    return []


def ranks_among_strangers(document: Document, span: Span, rank: Mention) -> bool:
    """Whether those ahead share no region with the owner: "Tajikistan is second after China" is so in the world."""
    ahead = {rival.owner.place_id for rival in rivals(document, span, rank, in_the_world=False)}
    regions = document.vocabulary.place_members.values()
    return bool(ahead) and not any(span.owner.place_id in members and ahead & set(members) for members in regions)


def _counted(document: Document, rank: Mention | None, cue: Mention, number: int, rival: Mention) -> Mention | None:
    """The rank of the rival told as the `number`th, counted from the owner's; the words from that rank to the rival."""
    if rank is None:
        return None
    first, last = min(rank.first, cue.first), max(rank.last, rival.last)
    place = int(rank.value) + number if cue.value == "next" else number
    starts, ends = document.words.starts, document.words.ends
    return rank._replace(value=str(place), first=first, last=last, start=starts[first], end=ends[last - 1])


def is_whole_rank(document: Document, rank: Mention) -> bool:
    """Whether a rank stands: "second only to" is the second place where one country is named, and a lower one else."""
    cues = [cue for cue in document.of("rival", (rank.first, rank.first + 1)) if cue.last == rank.last]
    return not cues or len(_listed(document, cues[0], document.sentence_of(rank))) == 1


def _beside(core: tuple[int, int], rank: Mention | None, cue: Mention, found: list[Mention]) -> bool:
    """Whether the places stand right by the claim or its rank, and not in another clause."""
    edges = [core[0], core[1], *((rank.first, rank.last) if rank is not None else ())]
    reach = _REACH_OF_VERB if cue.value == "behind_it" else _REACH  # "overtook Canada as the world's largest"
    return any(abs(edge - at) <= reach for edge in edges for at in (cue.first, cue.last, found[-1].last))


def _listed(document: Document, cue: Mention, sentence: Sentence) -> list[Mention]:
    """The list of countries that a cue leads to."""
    places = document.vocabulary.places
    found: list[Mention] = []
    last = cue.last
    for mention in document.of("place", (cue.last, sentence.last)):
        joined = all(document.is_word(i, "between_rivals") for i in range(last, mention.first))
        joined = joined and not _PARTING & set(document.text_of(found[-1].end if found else cue.end, mention.start))
        if mention.form == "adjective" or not joined or places[mention.value]["kind"] != "country":
            break
        if found and document.has_any(_VERBS, (mention.last, min(mention.last + 1, sentence.last))):
            break  # "second only to China, and Turkmenistan has …"
        found.append(mention)
        last = mention.last
    return found if len(found) <= _MOST else []
