"""A summit that is told by its sides alone: "the two sides' first summit", «первый саммит двух сторон», أول قمة بين الجانبين."""

from __future__ import annotations

import itertools

from summitry.claims.meetings.groups import regions_with_a_format
from summitry.mentions.document import Document, Mention
from summitry.text.sentences import Sentence

_BESIDE = 4
_OWNED = 3
_APART = 4
_BOTH = 2


def forum_of_two_sides(document: Document, sentence: Sentence) -> tuple[Mention, Mention] | None:
    """The forum of two sides whose summit a sentence speaks of, and the word for it: a region, and the partner of a format
    with it, are the sides named there, or there and in the sentence before.

    The forum's mention is that of the region, with the form `described` and the partner behind it.
    """
    summits = document.of("meeting", sentence, "summit")
    if not summits:
        return None
    summit = next((m for m in summits if _is_of_sides(document, m)), None)
    sides = _sides(document, sentence) if summit else _joined_sides(document, sentence, summits)
    if not sides:
        return None
    members = document.vocabulary.forum_members
    for region in sides:
        inside = regions_with_a_format(document).get(region.value)
        for partner in sides if inside else ():
            both = (inside or frozenset()) | members.get(partner.value, frozenset((partner.value,)))
            forum = next((f for f, found in members.items() if found == both and _is_format(document, f)), None)
            if forum is not None and partner.value != region.value:
                return region._replace(kind="forum", value=forum, form=f"described {partner.value}"), summit or summits[
                    0
                ]
    return None


def _is_of_sides(document: Document, summit: Mention) -> bool:
    """Whether "two sides", «двух сторон», الجانبين stands by a word for summit, or "their" before it."""
    around = (summit.first - _BESIDE, summit.last + _BESIDE)
    return document.has_word("two_sides", around) or document.has_word("their", (summit.first - _OWNED, summit.first))


def _sides(document: Document, sentence: Sentence) -> list[Mention]:
    """The places and bodies that a sentence names, with those of the sentence before where it names fewer than two."""
    own = document.any_of(("place", "forum"), sentence)
    number = document.sentences.index(sentence)
    if len({m.value for m in own}) >= _BOTH or not number:
        return own
    return document.any_of(("place", "forum"), (document.sentences[number - 1].first, sentence.last))


def _joined_sides(document: Document, sentence: Sentence, summits: list[Mention]) -> list[Mention]:
    """Two sides that an "and" joins, in the clause of a summit that is called by no theme: "The EU and the countries of Central
    Asia met for the first time at a summit".
    """
    if any(document.is_word(i, "theme") for i in (summits[0].first - 1, summits[0].last)):
        return []
    bodies = [m for m in document.of("forum", sentence) if not _is_format(document, m.value)]
    places = [m for m in document.of("place", sentence) if m.form != "adjective"]
    named = sorted([*bodies, *places], key=lambda m: m.first)
    for left, right in itertools.pairwise(named):
        between = range(left.last, right.first + (document.article.language == "ar"))
        joined = [i for i in between if document.opens_with_and(i)]
        apart = document.has_any(("break", "meeting"), (left.last, summits[0].first))
        if len(joined) == 1 and len(between) <= _APART and not apart:
            return [left, right]
    return []


def _is_format(document: Document, forum: str) -> bool:
    return document.vocabulary.forums[forum]["kind"] == "C+1"
