"""Which forum a meeting is of that a sentence does not name: "the summit", "the first summit", "a summit with China"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summitry.claims.meetings.anchors import in_title
from summitry.claims.meetings.groups import partner_and_region, regions_with_a_format
from summitry.mentions.document import Document, Mention

if TYPE_CHECKING:
    from summitry.claims.meetings.sightings import Sighting

_RECENT = 3
_OPENING = 3
_SEVERAL = 3
_BESIDE = 2
_WITH_REACH = 4


def forum_meant(
    document: Document, number: int, word: Mention, found: list[Sighting], put_off: list[Mention]
) -> Mention | None:
    """The forum of a meeting told in the sentence before; else of the article's first; else a forum named just before.

    `word` tells of the meeting, `found` are the tellings so far, `put_off` the forums of meetings that were cancelled.
    """
    if _is_of_a_theme(document, word):
        return None
    recent = [s for s in found if s.sentence >= number - 1 and not s.anaphoric and _is_named(s.forum)]
    own = [s for s in found if not s.order]
    told = _counted_on(document, word, found) or recent or own or found
    if told or put_off:
        meant = told[0].forum if told else put_off[0]
        if own and _receives_only(document, number, own[0].forum, meant):
            return own[0].forum
        return _with_another(document, word, meant)
    sentence = document.sentences[number]
    leaders_meet = document.has("titles", sentence) and document.any_of(("held", "meet"), sentence)
    if not document.has("meeting", sentence, "summit") and not leaders_meet:
        return None
    first = document.sentences[max(number - _RECENT, 0)].first
    before = [m for m in document.of("forum", (first, sentence.last)) if m.form != "weak"]
    return before[-1] if before else None


def _receives_only(document: Document, number: int, main: Mention, other: Mention) -> bool:
    """Whether a sentence says that a country hosts the next meeting that is no member of the forum told of last, but of the
    article's own: "Gulf leaders met before. Uzbekistan will host the second summit".
    """
    members = document.vocabulary.forum_members
    sentence = document.sentences[number]
    if main.value == other.value or not document.has("host", sentence):
        return False
    places = {m.value for m in document.of("place", sentence) if m.form == "name"}
    own = members.get(main.value, frozenset())
    return bool(places & own) and not places & members.get(other.value, frozenset())


def forum_to_come(document: Document, number: int, found: list[Sighting]) -> Mention | None:
    """The forum of an article that opens with a summit and does not name it there: that of a region and the partner whose
    leader speaks, or the only one that is named later.
    """
    sentence = document.sentences[number]
    summits = document.of("meeting", sentence, "summit")
    if found or number >= _OPENING or all(_is_of_a_theme(document, m) for m in summits):
        return None
    described = partner_and_region(document, sentence)
    if described is not None:
        return described
    if not document.has("titles", sentence) and len(document.of("person", sentence)) < _SEVERAL:
        return None
    forums = [forum for forum in document.of("forum") if not in_title(document, document.sentence_of(forum), forum)]
    return forums[0] if len({forum.value for forum in forums}) == 1 and forums[0].form != "weak" else None


def _is_named(forum: Mention) -> bool:
    """Whether a forum is called by a name, and not only described by whose leaders meet."""
    return forum.form.split()[0] not in ("described", "listed")


def _is_of_a_theme(document: Document, word: Mention) -> bool:
    """As in "the regional climate summit": a meeting that is called by what it is about is another's."""
    around = range(word.last, word.last + 1) if document.article.language == "ar" else range(word.first - 1, word.first)
    return word.kind == "meeting" and any(document.is_word(i, "theme") for i in around)


def _counted_on(document: Document, word: Mention, found: list[Sighting]) -> list[Sighting]:
    """The tellings with a number of their own, where the word has another: "the second summit … since the first"."""
    number = _number(document, word)
    if not number or word.kind != "meeting":
        return []
    return [s for s in found if _number(document, s.anchor) not in ("", number) and s.anchor.kind == "meeting"][:1]


def _number(document: Document, word: Mention) -> str:
    """As in "the second summit", القمة الأولى: which one a word for meeting says that it is."""
    beside = document.of("rank", (max(word.first - _BESIDE, 0), word.last + _BESIDE))
    near = [m for m in beside if m.last == word.first or m.first == word.last]
    return near[0].value if near else ""


def _with_another(document: Document, word: Mention, forum: Mention) -> Mention | None:
    """The forum, or the one that its region has with somebody else: "it held a summit with China in Astana in June"."""
    members = document.vocabulary.forum_members.get(forum.value, frozenset())
    for place in document.of("place", (word.last, word.last + _WITH_REACH)) if members else ():
        links = document.of("link", (max(place.first - _BESIDE, word.last), place.first))
        if place.value in members or not any(link.value == "with" for link in links):
            continue
        sides = [m for m in regions_with_a_format(document).values() if m < members]
        both = [m | document.vocabulary.place_members.get(place.value, frozenset((place.value,))) for m in sides]
        return next(
            (
                forum._replace(value=f, form="partner")
                for f, m in document.vocabulary.forum_members.items()
                if m in both
            ),
            None,
        )
    return forum
