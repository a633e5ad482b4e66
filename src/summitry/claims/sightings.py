"""Where the text tells of a meeting, sentence by sentence: the forum, and the day, place, level and group told with it."""

from __future__ import annotations

from dataclasses import dataclass

from summitry.claims.groups import described_forum, leaders_group
from summitry.mentions.document import Day, Document, Mention
from summitry.text.sentences import Sentence

_NEAR = 5
_MEETING_KINDS = ("meeting", "held", "host", "meet", "attend")
_FORMAT_FORUMS = ("C+1",)


@dataclass(frozen=True, slots=True)
class Sighting:
    """One telling of a meeting. `order` is earlier, later or empty ("the previous summit"); `anaphoric` where the forum is
    only meant ("the summit"); `past`/`future` where the day tells; `group` the countries whose leaders are said to come."""

    forum: Mention
    anchor: Mention
    sentence: int
    level: str = ""
    day: Day | None = None
    venue: Mention | None = None
    city: Mention | None = None
    place: Mention | None = None
    order: str = ""
    anaphoric: bool = False
    past: bool = False
    future: bool = False
    group: frozenset[str] = frozenset()


def find_sightings(document: Document) -> list[Sighting]:
    """All tellings of meetings, in order."""
    found: list[Sighting] = []
    for number, sentence in enumerate(document.sentences):
        forums = _forums_that_meet(document, sentence)
        anaphoric = False
        if not forums:
            described = described_forum(document, sentence)
            if described is not None:
                forums = [(described, described)]
        if not forums and found and document.has("meeting", sentence, "summit"):
            last = _meant(document, found, sentence)
            if last is not None:
                forums, anaphoric = [(last.forum, document.of("meeting", sentence, "summit")[0])], True
        for forum, anchor in forums:
            if not _left_out(document, sentence, forum, anchor):
                found += _tellings(document, number, forum, anchor, anaphoric=anaphoric)
    return found


def _forums_that_meet(document: Document, sentence: Sentence) -> list[tuple[Mention, Mention]]:
    """Forums named in a sentence that tells of their meeting, each with the word that anchors the meeting."""
    found: dict[str, tuple[Mention, Mention]] = {}
    for forum in document.of("forum", sentence):
        anchor = _anchor(document, sentence, forum)
        if anchor is not None and forum.value not in found:
            found[forum.value] = (forum, anchor)
    return list(found.values())


def _anchor(document: Document, sentence: Sentence, forum: Mention) -> Mention | None:
    """The word for meeting that belongs to a forum's name: right beside it, or, for a format that is itself a meeting
    (C5+1), anywhere in a sentence that says it is held, hosted or attended."""
    stretch = (max(sentence.first, forum.first - _NEAR), min(sentence.last, forum.last + _NEAR))
    others = [m for m in document.of("forum", stretch) if m.value != forum.value]
    for meeting in sorted(document.of("meeting", stretch), key=lambda m: _distance(m, forum)):
        between = (min(meeting.last, forum.last), max(meeting.first, forum.first))
        if not any(between[0] <= other.first < between[1] for other in others) and _one_phrase(
            document, meeting, forum
        ):
            return meeting
    kind = document.vocabulary.forums[forum.value]["kind"]
    if kind in _FORMAT_FORUMS and not _names_two_sides(document, forum):
        cues = document.any_of(("meeting", "held", "host", "meet"), sentence)
        leaders = document.has("titles", sentence) or len(document.of("person", sentence)) > 1
        if cues and leaders and not document.has("comparison", (max(forum.first - 3, 0), forum.first)):
            return cues[0]
    return None


def _one_phrase(document: Document, meeting: Mention, forum: Mention) -> bool:
    low, high = (meeting, forum) if meeting.first < forum.first else (forum, meeting)
    gap = document.text_of(low.end, high.start)
    return not any(sign in gap for sign in ".!?؟;؛:\n") and gap.count(",") + gap.count("،") == 0


def _names_two_sides(document: Document, forum: Mention) -> bool:
    """Whether the forum is written as its two sides ("the United States and Central Asia"), which need not be a meeting."""
    return bool(document.of("place", (forum.first, forum.last)))


def _distance(left: Mention, right: Mention) -> int:
    return max(left.first - right.last, right.first - left.last, 0)


def _meant(document: Document, found: list[Sighting], sentence: Sentence) -> Sighting | None:
    """The meeting that "the summit" means: the first of the article, unless another forum is named in the sentence."""
    return None if document.of("forum", sentence) else found[0]


def _left_out(document: Document, sentence: Sentence, forum: Mention, anchor: Mention) -> bool:
    near = (max(sentence.first, min(forum.first, anchor.first) - 4), max(forum.last, anchor.last) + 1)
    for kind, why in (
        ("comparison", "only compared or an occasion"),
        ("cancelled", "not held"),
        ("proposed", "only proposed"),
    ):
        stretch = near if kind == "comparison" else sentence
        if document.has(kind, stretch):
            document.reject("meeting", anchor, why)
            return True
    if document.has("milestone", sentence) and not document.has("meeting", sentence):
        document.reject("meeting", anchor, "a founding date, no meeting")
        return True
    return False


def _tellings(document: Document, number: int, forum: Mention, anchor: Mention, *, anaphoric: bool) -> list[Sighting]:
    """One sighting for a sentence, or one for each clause that gives a meeting its own day."""
    sentence = document.sentences[number]
    days = document_days(document, sentence)
    level, group = _level(document, sentence), leaders_group(document, sentence, forum.value)
    if not days or anaphoric and not document.has("held", sentence):
        order = _order(document, (max(sentence.first, anchor.first - 3), min(sentence.last, anchor.last + 3)))
        spot = (
            _spot(document, (sentence.first, sentence.last))
            if not anaphoric or document.has("held", sentence)
            else (None,) * 3
        )
        return [Sighting(forum, anchor, number, level, None, *spot, order=order, anaphoric=anaphoric, group=group)]
    stretches = _stretches(document, sentence, days) if len(days) > 1 else [(sentence.first, sentence.last, days[0])]
    return [
        _dated(document, Sighting(forum, anchor, number, level, day, group=group, anaphoric=anaphoric), (first, last))
        for first, last, day in stretches
    ]


def _dated(document: Document, sighting: Sighting, stretch: tuple[int, int]) -> Sighting:
    assert sighting.day is not None
    venue, city, place = _spot(document, stretch)
    order = _order(document, stretch)
    today = document.today
    iso = sighting.day.iso
    past = bool(today and iso < today.isoformat()[: len(iso)] and iso[:4] != str(today.year))
    future = bool(today and iso > today.isoformat()[: len(iso)])
    return Sighting(
        sighting.forum,
        sighting.anchor,
        sighting.sentence,
        sighting.level,
        sighting.day,
        venue,
        city,
        place,
        order if past or future else "",
        sighting.anaphoric and not past,
        past,
        future,
        sighting.group,
    )


def document_days(document: Document, sentence: Sentence) -> list[Day]:
    """The days named in a sentence, without those that lie inside a longer one."""
    return [day for day in document.days if sentence.first <= day.mention.first < sentence.last]


def _stretches(document: Document, sentence: Sentence, days: list[Day]) -> list[tuple[int, int, Day]]:
    """The sentence cut between its days at the punctuation nearest to each; stretches without a word for meeting are left."""
    cuts = [sentence.first]
    for left, right in zip(days, days[1:], strict=False):
        gaps = range(left.mention.last, right.mention.first + 1)
        cuts.append(
            next((i for i in gaps if any(sign in document.words.gaps[i] for sign in ",،;؛:—–(")), right.mention.first)
        )
    cuts.append(sentence.last)
    pieces = [(cuts[i], cuts[i + 1], day) for i, day in enumerate(days)]
    telling = [
        piece
        for piece in pieces
        if any(document.has(kind, piece[:2]) for kind in (*_MEETING_KINDS, "forum", "earlier"))
    ]
    return telling or pieces[:1]


def _order(document: Document, stretch: tuple[int, int]) -> str:
    return next((mention.value for mention in document.of("earlier", stretch)), "")


def _spot(document: Document, stretch: tuple[int, int]) -> tuple[Mention | None, Mention | None, Mention | None]:
    """Venue, city and country in which a stretch of words puts the meeting: those behind a word such as "in"."""
    venue = next(iter(document.of("venue", stretch)), None)
    return venue, _located(document, "city", stretch), _located(document, "place", stretch)


def _located(document: Document, kind: str, stretch: tuple[int, int]) -> Mention | None:
    for mention in document.of(kind, stretch):
        if kind == "place" and (
            mention.form == "adjective" or document.vocabulary.places[mention.value]["kind"] != "country"
        ):
            continue
        if mention.first in (m.first for m in document.of("forum", (mention.first, mention.last))):
            continue
        if _behind_locative(document, mention, kind):
            return mention
    return None


def _behind_locative(document: Document, mention: Mention, kind: str) -> bool:
    before = document.of("locative", (max(mention.first - 3, 0), mention.first))
    if any(m.last == mention.first for m in before):
        return True
    form = document.words.forms[mention.first]
    if document.article.language == "ar" and form[0] == "ب" and (kind == "city" or len(form) > 4):
        return True
    cities = document.of("city", (max(mention.first - 3, 0), mention.first))
    return bool(cities) and kind == "place" and _behind_locative(document, cities[-1], "city")


def _level(document: Document, sentence: Sentence) -> str:
    titles = {mention.value for mention in document.of("titles", sentence)}
    if titles & {"president", "leader"} or document.has("meeting", sentence, "summit"):
        return "heads_of_state"
    if "foreign_minister" in titles:
        return "foreign_ministers"
    if "prime_minister" in titles:
        return "heads_of_state"
    return "other" if "none" in titles else ""
