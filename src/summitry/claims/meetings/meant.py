"""The word by which a sentence that names no forum tells of a meeting of the forum spoken of: "the summit", "the leaders met"."""

from __future__ import annotations

from summitry.claims.meetings.anchors import TELLING, days_in, is_of_few, is_over
from summitry.claims.meetings.groups import counts_things
from summitry.claims.meetings.spots import find_spot
from summitry.mentions.document import Document, Mention
from summitry.text.sentences import Sentence
from summitry.text.signs import has_sign

_LEADERS = ("president", "leader")
_NEAR = 6
_SUBJECT_AND_VERB = 5
_GOVERNED = 3
_MET = ("meet", "held", "host")


def word_meant(document: Document, sentence: Sentence) -> Mention | None:
    """The word by which a sentence that names no forum tells of a meeting of the forum spoken of."""
    if not document.has_any(("meeting", *TELLING), sentence):
        return _was_by_number(document, sentence)
    if _only_joined(document, sentence):
        return None
    held = _held_it(document, sentence)
    if held is not None:
        return held
    summit = [m for m in document.of("meeting", sentence, "summit") if not is_of_few(document, m)]
    if summit:
        return summit[0]
    meeting = [m for m in document.of("meeting", sentence) if not is_of_few(document, m)]
    talks = [m for m in meeting if m.value == "talks"]
    if talks and len(talks) == len(meeting) and days_in(document, sentence):
        # Talks on a day of their own may be anybody's.
        return None
    meeting = [m for m in meeting if m not in talks] or meeting
    order = document.of("earlier", sentence)
    told = document.any_of(TELLING, sentence)
    if all(_is_in_a_day(document, m) for m in order):  # "its trade with them last year came to $5 billion"
        order = order if document.has_any(_MET, sentence) else []
    only_talks = len(talks) == len(meeting) and not document.has("titles", sentence)
    if meeting and (told or (order and not only_talks)):
        return meeting[0]
    if meeting and document.has("titles", sentence) and days_in(document, sentence):
        return meeting[0]
    if meeting and _of_theirs_before(document, sentence, meeting[0]):
        return meeting[0]
    return _met_word(document, sentence, told, order)


def _only_joined(document: Document, sentence: Sentence) -> bool:
    """As in "Cambodia was the last to join, in 1999": somebody is let in, and nobody is said to meet."""
    joined = document.has_any(("join", "admit"), sentence)
    return joined and not document.has_any(("meeting", "titles", "person"), sentence)


def _is_in_a_day(document: Document, order: Mention) -> bool:
    """As in "last year": a word for earlier that only tells a day."""
    return any(day.mention.first <= order.first < day.mention.last for day in document.days)


def _met_word(document: Document, sentence: Sentence, told: list[Mention], order: list[Mention]) -> Mention | None:
    """The verb by which a sentence without a word for meeting tells that the leaders, or the ministers, met."""
    if not told:
        return None
    if _ministers_of_all(document, sentence) and days_in(document, sentence):
        return told[0]
    if document.has("titles", sentence) and _ahead(document, sentence):
        return told[0]
    if order and (document.has("titles", sentence) or days_in(document, sentence)):
        return _gathered_before(document, sentence) or told[0]
    return _gathered_before(document, sentence)


def _held_it(document: Document, sentence: Sentence) -> Mention | None:
    """The verb of a sentence whose subject is only a pronoun, or left out: "It will be held in Tashkent", «وستعقد في طشقند»."""
    held = document.of("held", (sentence.first, sentence.first + _SUBJECT_AND_VERB))
    if not held:
        return _was_by_number(document, sentence)
    if document.has("meeting", sentence) or document.has("person", (sentence.first, held[0].first)):
        return None
    opens = held[0].first == sentence.first and document.article.language == "ar"
    left_out = opens and document.has_any(("locative", "date"), (held[0].last, held[0].last + 1))
    if left_out or document.is_word(sentence.first, "thing_pronoun"):
        return held[0]
    return _held_by_number(document, sentence, held[-1]) if days_in(document, sentence) else None


def _held_by_number(document: Document, sentence: Sentence, held: Mention) -> Mention | None:
    """The verb whose subject is a number alone: "The first was held in 2023", «ومن المقرر أن يعقد الثامن في 2026»."""
    ranks = document.of("rank", (sentence.first, held.last + 1))
    if document.article.language == "ar":
        # عقدت الأولى, and with the number in front: وكانت الأولى قد عقدت.
        return held if any(m.first == held.last or held.first - m.last in (0, 1) for m in ranks) else None
    return held if any(m.last == held.first and m.first - sentence.first <= 1 for m in ranks) else None


def _was_by_number(document: Document, sentence: Sentence) -> Mention | None:
    """The number that stands for a meeting of which only the place and the day are told: "The first was in Astana in 2018",
    «Первая — в Астане в 2018 году».
    """
    for rank in document.of("rank", (sentence.first, sentence.first + 2)):
        was = document.of("was", (rank.last, rank.last + 1))
        behind = was[0].last if was else rank.last
        dash = has_sign(document.words.gaps[rank.last], "—–") if rank.last < sentence.last else False
        there = document.has("city", (behind, behind + 2))
        if (was or dash) and there and days_in(document, sentence) and not document.has("meeting", sentence):
            return rank
    return None


def _ministers_of_all(document: Document, sentence: Sentence) -> bool:
    """Whether a sentence speaks of foreign ministers in the plural, and not of those of some countries."""
    ministers = document.of("titles", sentence, "foreign_minister")
    return any(not document.of("place", (max(m.first - 2, 0), m.last + _GOVERNED)) for m in ministers)


def _of_theirs_before(document: Document, sentence: Sentence, meeting: Mention) -> bool:
    """Whether a meeting of an earlier year, in a city, is that of those spoken of: "at their meeting in Xi'an two years ago"."""
    if not any(is_over(document, day) for day in days_in(document, sentence)):
        return False
    if not document.has_word("their", (meeting.first - 2, meeting.last)):
        return False
    return find_spot(document, (meeting.first, sentence.last), anywhere=False).city is not None


def _gathered_before(document: Document, sentence: Sentence) -> Mention | None:
    """The verb of a sentence in which the leaders, and not those of some countries, met in a city in an earlier year."""
    if not any(is_over(document, day) for day in days_in(document, sentence)):
        return None
    leaders = [m for m in document.of("titles", sentence) if m.value in _LEADERS and not _of_some(document, m)]
    five = [m for m in document.of("five", sentence) if not counts_things(document, m)]
    sides = [i for i in range(sentence.first, sentence.last) if document.is_word(i, "two_sides")]
    near = [*(m.first for m in (*leaders[:1], *five[:1])), *sides[:1]]
    met = [m for m in document.any_of(_MET, sentence) if any(abs(m.first - first) <= _NEAR for first in near)]
    city = find_spot(document, (sentence.first, sentence.last), anywhere=False).city
    return met[0] if met and city is not None else None


def _of_some(document: Document, titles: Mention) -> bool:
    """Whether leaders are those of countries named beside them: "the leaders of Turkey and Azerbaijan"."""
    beside = document.of("place", (max(titles.first - 2, 0), titles.last + _GOVERNED))
    return any(place.value not in document.vocabulary.place_members for place in beside)


def _ahead(document: Document, sentence: Sentence) -> bool:
    """Whether a sentence names a time that is still to come on the day of the report."""
    today = document.today.isoformat() if document.today else ""
    return bool(today) and any(day.iso > today[: len(day.iso)] for day in days_in(document, sentence))
