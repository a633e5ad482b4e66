"""Where a share of the world's goods comes from, told with the verb first, as Arabic does.

يأتي نصف اليورانيوم في العالم من آسيا الوسطى, ومنها يأتي, يخرج من كازاخستان نحو 40 بالمئة من اليورانيوم.
"""

from __future__ import annotations

from summitry.claims.resources.holders import Owner, candidates
from summitry.claims.resources.lists import list_forward, raw_blocked
from summitry.claims.resources.reach import signs_between
from summitry.mentions.document import Document, Mention
from summitry.text.sentences import Sentence

_REACH = 10
_SIGNS = ",،؛;:()"


def goods_coming(document: Document, cue: Mention, sentence: Sentence) -> list[Mention]:
    """The goods of which a verb of coming tells a share of the world's."""
    end = min(cue.last + _REACH + 2, sentence.last)
    for commodity in document.of("commodity", (cue.last, end))[:1]:
        told = (cue.last, commodity.first)
        part = document.has("share", told) or any(
            "%" in gap or "٪" in gap for gap in document.words.gaps[told[0] : told[1] + 1]
        )
        found = list_forward(document, commodity, end)
        around = (cue.last, min(found[-1].last + 3, sentence.last))
        if part and document.has("world", around) and not _parted(document, cue.last, commodity.first):
            return [m for m in found if not raw_blocked(document, m)]
    return []


def coming_from(document: Document, cue: Mention, sentence: Sentence) -> Owner | None:
    """The place behind "from", wherever it stands by the verb."""
    within = (max(cue.first - 4, sentence.first), min(cue.last + _REACH + 6, sentence.last))
    for start in document.of("aside", within, "from"):
        at = start.last + document.is_word(start.last, "landscape")
        for owner in candidates(document, sentence, (at, min(at + 3, sentence.last)), directed=True):
            if owner.at == at and not _parted(document, *sorted((start.first, cue.first))):
                return owner
    return None


def _parted(document: Document, low: int, high: int) -> bool:
    return any(sign in _SIGNS for sign in signs_between(document, low + 1, high))
