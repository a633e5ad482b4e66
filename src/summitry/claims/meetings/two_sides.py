"""A summit that is told by its sides alone: "the two sides' first summit", «первый саммит двух сторон», أول قمة بين الجانبين."""

from __future__ import annotations

from summitry.claims.meetings.groups import regions_with_a_format
from summitry.mentions.document import Document, Mention
from summitry.text.sentences import Sentence

_BESIDE = 4
_BOTH = 2


def forum_of_two_sides(document: Document, sentence: Sentence) -> tuple[Mention, Mention] | None:
    """The forum of two sides whose summit a sentence speaks of, and the word for it: a region, and the partner of a format
    with it, are the sides named there, or there and in the sentence before.

    The forum's mention is that of the region, with the form `described` and the partner behind it.
    """
    summit = next((m for m in document.of("meeting", sentence, "summit") if _is_of_sides(document, m)), None)
    if summit is None:
        return None
    members = document.vocabulary.forum_members
    sides = _sides(document, sentence)
    for region in sides:
        inside = regions_with_a_format(document).get(region.value)
        for partner in sides if inside else ():
            both = (inside or frozenset()) | members.get(partner.value, frozenset((partner.value,)))
            forum = next((f for f, found in members.items() if found == both and _is_format(document, f)), None)
            if forum is not None and partner.value != region.value:
                return region._replace(kind="forum", value=forum, form=f"described {partner.value}"), summit
    return None


def _is_of_sides(document: Document, summit: Mention) -> bool:
    """Whether "two sides", «двух сторон», الجانبين stands by a word for summit."""
    around = range(max(summit.first - _BESIDE, 0), summit.last + _BESIDE)
    return any(document.is_word(i, "two_sides") for i in around)


def _sides(document: Document, sentence: Sentence) -> list[Mention]:
    """The places and bodies that a sentence names, with those of the sentence before where it names fewer than two."""
    own = document.any_of(("place", "forum"), sentence)
    number = document.sentences.index(sentence)
    if len({m.value for m in own}) >= _BOTH or not number:
        return own
    return document.any_of(("place", "forum"), (document.sentences[number - 1].first, sentence.last))


def _is_format(document: Document, forum: str) -> bool:
    return document.vocabulary.forums[forum]["kind"] == "C+1"
