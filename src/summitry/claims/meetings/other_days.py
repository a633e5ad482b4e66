"""Days in a telling of a meeting that are of something else: of its founding, of a paper, of a journey to it, of a saying."""

from __future__ import annotations

from summitry.mentions.document import Day, Document, Mention
from summitry.text.sentences import Sentence
from summitry.text.signs import has_sign

_MILESTONES = ("founding", "raising")
_MEETING = ("held", "meeting", "meet", "host", "at_meeting")
_SAYING = ("says", "saying")
_DURING = ("locative", "at_meeting", "sidelines", "break", "occasion")
_CUT = ",،;؛:—–("
_SINCE = 7
_OWNED = 6
_BESIDE_FOUNDING = (12, 4)
_CLAUSE = 12
_TRAILING = 6
_OPENING = 2
_BEHIND = 4
_BESIDE_VISIT = 4
_ABOUT = 3
_BESIDE_NEWS = 5


def is_of_something_else(document: Document, anchor: Mention, day: Day, *, anaphoric: bool) -> bool:
    """Whether a day in the sentence of a word for meeting (`anchor`) is not the meeting's; `anaphoric` where the forum is
    only meant ("the summit").
    """
    bodies = {m.last for m in document.of("forum", (day.mention.last, day.mention.last + 1))}
    if anchor.first in {day.mention.last, *bodies}:
        return False  # "the 2018 summit", "the November C5+1 summit"
    if any(
        document.is_word(i, "possessive") for i in (day.mention.last - 1, day.mention.last)
    ):  # "ahead of Tuesday's summit", but "last year's war"
        return not document.has_any(_MEETING, (day.mention.last, day.mention.last + _OWNED))
    sentence = document.sentence_of(anchor)
    return (
        _counts_from(document, sentence, anchor, day)
        or is_of_a_journey(document, anchor, day)
        or is_of_a_saying(document, anchor, day)
        or _is_of_a_visit(document, anchor, day)
        or _names_a_paper(document, day)
        or had_been_signed(document, day, anchor.last)
        or _in_aside(document, anchor, day)
        or _beside_founding(document, sentence, day)
        or (anaphoric and _of_another_act(document, sentence, anchor, day))
    )


def is_of_another(document: Document, apart: Mention) -> bool:
    """Whether another meeting than the one spoken of stands behind "after" or "before": "after the one in Xi'an in 2023"."""
    first = apart.last + (document.is_word(apart.last, "definite") or document.is_word(apart.last, "followed_by"))
    return document.is_word(first, "stand_in") or document.is_word(first, "that_one")


def _counts_from(document: Document, sentence: Sentence, anchor: Mention, day: Day) -> bool:
    """ "The first since 2019": a day that time is only counted from."""
    return any(
        "," not in document.text_of(m.end, day.mention.start) and not m.last <= anchor.first < day.mention.first
        for m in document.of("since", (max(day.mention.first - _SINCE, sentence.first), day.mention.first))
        if m.value != "beside"
        or day.mention.first - m.last <= 1  # «с 2019 года», but not «встреча с лидерами в 2019 году»
    )


def _beside_founding(document: Document, sentence: Sentence, day: Day) -> bool:
    before, behind = _BESIDE_FOUNDING
    near = (max(day.mention.first - before, sentence.first), min(day.mention.last + behind, sentence.last))
    founded = document.any_of(_MILESTONES, near)
    held = document.any_of(("held", "attend"), near)
    if document.article.language == "ar":  # جرى إطلاقها holds no meeting, though جرى alone may
        held = [m for m in held if not any(f.first <= m.first < f.last and f.last > m.last for f in founded)]
    return bool(founded) and not held


def _of_another_act(document: Document, sentence: Sentence, anchor: Mention, day: Day) -> bool:
    """Whether a day is that of what happened before or after the meeting, of a paper signed or a club joined: "The summit
    praised the truce, following Putin's meeting with Xi in May", "welcomed the declaration signed in August in Washington",
    "Uzbekistan, which last month acceded".
    """
    if any(
        _leads_elsewhere(document, m, day) and not document.has("meeting", (m.last, day.mention.first), "summit")
        for m in document.of("sidelines", (anchor.last, day.mention.first), "apart")
    ):
        return True
    signed = document.of("act", (max(day.mention.first - 2, anchor.last), day.mention.first), "signed")
    joined = document.of("join", (day.mention.last, day.mention.last + 2))
    paper = signed and document.has("instrument", (anchor.last, signed[-1].first))
    if paper or (joined and anchor.last <= day.mention.first):
        return True
    if 0 <= day.mention.first - anchor.last <= 1 and not _is_cut(document, anchor.last, day.mention.first):
        return False  # "talks before the summit on Tuesday"
    beside = document.of("sidelines", (max(anchor.first - 3, sentence.first), anchor.first))
    return any(not set(document.text_of(m.end, anchor.start)) & set(_CUT) for m in beside)


def _leads_elsewhere(document: Document, apart: Mention, day: Day) -> bool:
    """Whether a day is that of what "after" or "before" leads to: "following Putin's talks with Xi in May", "after clashes in
    July"; not "after the one in Xi'an in 2023".
    """
    between = (apart.last, day.mention.first)
    if is_of_another(document, apart):
        return False
    nobody = between[1] - between[0] > _ABOUT and not document.has_any((*_MEETING, "forum", "city"), between)
    return document.has("person", between) or nobody


def had_been_signed(document: Document, day: Day, behind: int) -> bool:
    """As in "X, who attended the summit, had signed on Thursday a memorandum": what had been done by then was done before.

    The verb stands no earlier than word `behind`.
    """
    signed = document.of("act", (max(day.mention.first - 2, behind), day.mention.first), "signed")
    return bool(signed) and document.is_word(signed[-1].first - 1, "past_auxiliary")


def _in_aside(document: Document, anchor: Mention, day: Day) -> bool:
    """Whether a day stands in a relative clause that tells of no meeting: "the five, which became independent in 1991, met"."""
    opened = document.of("break", (anchor.last, day.mention.first), "relative")
    if not opened or "," not in document.text_of(opened[-1].start - 2, opened[-1].start):
        return False
    return not document.any_of(("held", "meeting", "meet", "host", "attend"), (opened[-1].first, day.mention.first))


def is_of_a_journey(document: Document, anchor: Mention, day: Day) -> bool:
    """Whether a day is that on which somebody sets out for the meeting or arrives: "arrived on Monday for the summit"."""
    sentence = document.sentence_of(anchor)
    if day.mention.last > anchor.first:
        # "The summit is due; leaders began arriving on Tuesday": a day right beside the journey, and not beside the summit.
        beside = document.of(
            "journey", (max(day.mention.first - 2, anchor.last), min(day.mention.last + 2, sentence.last))
        )
        return bool(beside) and day.mention.first - anchor.last > _BEHIND
    for journey in document.of("journey", (sentence.first, anchor.first)):
        first, last = min(journey.last, day.mention.last), max(journey.first, day.mention.first)
        near = last - first <= _CLAUSE and not document.has_any(_MEETING, (first, last))
        opens = day.mention.first - sentence.first <= _OPENING and not document.has("break", (first, last))
        if near and (opens or not _is_cut(document, first, last)):
            return not document.has_any(("held", "meet"), (day.mention.last, anchor.first))
    return False


def is_of_a_saying(document: Document, anchor: Mention, day: Day) -> bool:
    """Whether a day is that on which the meeting is told of: "said on Friday that the summit …", "…, it said on Friday"."""
    sentence = document.sentence_of(anchor)
    near = (max(day.mention.first - _CLAUSE, sentence.first), min(day.mention.last + _BEHIND, sentence.last))
    if any(_is_said_on(document, sentence, verb, anchor, day) for verb in document.any_of(_SAYING, near)):
        return True
    if any(
        _is_told_on(document, sentence, told, day) for told in document.of("told_of", (sentence.first, anchor.first))
    ):
        return True
    return _is_news_on(document, sentence, anchor, day)


def _is_news_on(document: Document, sentence: Sentence, anchor: Mention, day: Day) -> bool:
    """Whether a day stands right behind the verb with which news of the meeting comes ("The summit was announced on 23
    October", «о саммите стало известно в октябре»), and nothing is held before it or said at the meeting.
    """
    beside = (max(anchor.first - _BESIDE_NEWS, sentence.first), anchor.first)
    if document.has_any(_DURING, beside) or document.article.language == "ar":
        return False
    for verb in document.of("news_comes", (anchor.last, day.mention.first)):
        near = day.mention.first - verb.last <= _BEHIND and verb.first - anchor.last <= _CLAUSE
        if near and not document.has_any(_MEETING, (anchor.last, day.mention.first)):
            return not _is_cut(document, verb.last, day.mention.first)
    return False


def _is_told_on(document: Document, sentence: Sentence, told: Mention, day: Day) -> bool:
    """Whether a day stands before words that only tell of a meeting ("On Monday the office gave out information about …",
    "invited on Monday to …"), or behind the verb with which news of it comes ("the news of … was broken on Monday").
    """
    first, last = min(told.last, day.mention.last), max(told.first, day.mention.first)
    if day.mention.first >= told.last:
        return document.has("news_comes", (max(day.mention.first - _BEHIND, told.last), day.mention.first))
    opens = day.mention.first - sentence.first <= _OPENING
    near = last - first <= _CLAUSE and not document.has_any(("held", "meet"), (first, last))
    return near and (opens or not _is_cut(document, first, last))


def _names_a_paper(document: Document, day: Day) -> bool:
    """Whether a year is only part of a name that is no meeting's: "as outlined in the 2019 EU strategy on Central Asia"."""
    if len(day.iso) > len("YYYY") or not document.is_word(day.mention.first - 1, "definite"):
        return False
    return not document.has_any(("meeting", "held"), (day.mention.last, day.mention.last + _BEHIND))


def _is_of_a_visit(document: Document, anchor: Mention, day: Day) -> bool:
    """Whether a day right behind a visit is that of the visit: "received at the White House for a working visit in 2018"."""
    visits = document.of("visit", (max(day.mention.first - _BESIDE_VISIT, anchor.last), day.mention.first))
    return bool(visits) and not document.has("meeting", (visits[-1].last, day.mention.first))


def _is_said_on(document: Document, sentence: Sentence, verb: Mention, anchor: Mention, day: Day) -> bool:
    first, last = min(verb.last, day.mention.last), max(verb.first, day.mention.first)
    if _is_cut(document, first, last) or document.has_any(_MEETING, (first, last)):
        return False
    behind = max(verb.last, day.mention.last)
    if anchor.first >= behind:
        that = next(iter(document.of("that", (behind, anchor.first + 1))), None)
        if that is not None:
            return not document.has_any(_MEETING, (behind, that.first)) and not _is_resumed(document, that, anchor)
        reach = 1 if document.article.language == "ar" else _ABOUT
        if document.has_word("about", (max(anchor.first - reach, behind), anchor.first)):
            return True  # "told on Friday of a summit", «أعلن الجمعة عن قمة»
        beside = last - first <= 1 and document.article.language == "en"
        meanwhile = any(
            document.is_word(i, "meanwhile") and document.has_any(("held", "host"), (i, anchor.first))
            for i in range(behind, anchor.first)
        )  # "said on Friday as he opened a summit"
        return beside and not meanwhile and not document.has_any(_DURING, (behind, behind + 1))
    trailing = sentence.last - behind <= _TRAILING and not document.has_any(
        ("that", *_MEETING), (behind, sentence.last)
    )
    return trailing and last - first <= 1 and _is_cut(document, anchor.last, verb.first)


def start_of_what_is_said(document: Document, anchor: Mention) -> int:
    """The word behind "that", or behind "according to …,", where a word for meeting stands in what somebody other than a
    leader tells of it ("the council announced in Brussels that the summit …"); else the first of its sentence.
    """
    first = document.sentence_of(anchor).first
    if document.has("according", (first, first + 2)):
        comma = next((i for i in range(first + 1, anchor.first + 1) if set(document.words.gaps[i]) & set(",،")), first)
        return first if document.has("person", (first, comma)) else comma
    for that in reversed(document.of("that", (first, anchor.first + 1))):
        before = (first, that.first)
        if document.is_word(that.last - 1, "himself") and document.has("host", (that.last, that.last + 1)):
            return first  # «أعلنت السعودية أنها ستستضيف القمة»
        if document.has_any(_SAYING, before) and not document.has_any((*_MEETING, "person"), before):
            return first if _is_resumed(document, that, anchor) else that.last
    return first


def _is_resumed(document: Document, that: Mention, anchor: Mention) -> bool:
    """Whether the sentence goes on, behind what is said, with the saying («…، وذلك خلال القمة»)."""
    return document.has_word("resuming", (that.last, anchor.first))


def _is_cut(document: Document, first: int, last: int) -> bool:
    """Whether a sign that parts clauses stands between two words."""
    return has_sign("".join(document.words.gaps[first : last + 1]), _CUT)


def is_told_by_somebody(document: Document, sentence: Sentence, day: Day) -> bool:
    """As in "X recalled that a treaty had been signed in March": what a speaker tells of that day, he tells on another."""
    before = document.of("that", (sentence.first, day.mention.first))
    if not before:
        return False
    told_from = before[0].first
    said = document.any_of(_SAYING, (sentence.first, told_from + 1))
    return bool(said) and document.has("person", (sentence.first, told_from))
