"""Where a claim stands: its words, whose it is, and what else the sentence claims."""

from __future__ import annotations

from typing import NamedTuple

from summitry.claims.resources.holders import Owner
from summitry.claims.resources.reach import signs_between
from summitry.mentions.document import Document, Mention
from summitry.text.sentences import Sentence

COMMAS = ",،;؛:"
SIGNS = COMMAS + "—–()"


class Span(NamedTuple):
    """Where a claim stands.

    The claiming word, the words core[0] to core[1] (exclusive) that it takes up with its commodities, the owner, and
    all claiming words of the sentence.
    """

    document: Document
    sentence: Sentence
    cue: Mention
    core: tuple[int, int]
    owner: Owner
    cues: tuple[Mention, ...]

    def has_sign(self, last: int, first: int, signs: str = COMMAS) -> bool:
        """Whether a comma or another sign stands between word `last` - 1 and word `first`."""
        return any(sign in signs for sign in signs_between(self.document, last, first).strip())

    def before(self, kind: str, reach: int, value: str | None = None) -> list[Mention]:
        """The mentions of a kind in the words before the core, with no sign between."""
        found = self.document.of(kind, (max(self.core[0] - reach, self.sentence.first), self.core[0]), value)
        return [m for m in found if not self.has_sign(m.last, self.core[0], SIGNS)]


def owner_start(span: Span) -> int:
    """The word at which the owner stands; the start of the sentence where it is told elsewhere."""
    return span.owner.at if span.sentence.first <= span.owner.at < span.sentence.last else span.sentence.first
