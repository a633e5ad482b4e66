"""When a forum was founded, and when it was raised to another level.

A milestone needs its forum, a word for founding or raising that is said of the forum itself, and a day. The
forum stands before the word ("C5+1 was launched in 2015"), behind it («تأسس منتدى …», "Founded in 2001, the
SCO"), or in the sentence before, where a pronoun or "the format" takes it up. A fund or a council of the forum
is not the forum.
"""

from __future__ import annotations

from dataclasses import dataclass

from summitry.claims.model import Cell, Claim, cell, row_claims
from summitry.claims.polarity import Stance, stance
from summitry.mentions.document import Day, Document, Mention
from summitry.text.sentences import Sentence
from summitry.text.signs import has_sign

_RULE = "milestones"
_KINDS = ("founding", "founder", "raising")
_BEFORE = 14
_BEHIND = 4
_HEADING = 12
_DAY_REACH = 22
_LEVEL_REACH = 9
_FOUNDING_YEARS = 3  # BRICS counts from its first ministers (2006) or its first summit (2009)


@dataclass
class _Milestone:
    """One milestone: the forum, the word that tells of it, its day, and the level where the text says it."""

    forum: Mention
    cue: Mention
    day: Day
    level: Mention | None


def find_milestones(document: Document) -> list[Claim]:
    """The rows of `forum_milestones` that an article claims, in the order of the text.

    The first telling of each counts.
    """
    if "forum" not in document.kinds or document.kinds.isdisjoint(_KINDS) or not document.days:
        return []
    found: dict[tuple[str, str], _Milestone] = {}
    for number in sorted(document.sentences_with(_KINDS)):
        sentence = document.sentences[number]
        cues = document.any_of(_KINDS, sentence)
        if not any(sentence.first <= day.mention.first < sentence.last for day in document.days):
            continue
        last: _Milestone | None = None
        for cue in cues:
            milestone = _read(document, number, cue, cues, last)
            if milestone is not None:
                last = milestone
                found.setdefault((milestone.forum.value, cue.value), milestone)
    claims: list[Claim] = []
    for number, milestone in enumerate(found.values()):
        row = f"forum_milestones/{number}"
        claims += row_claims("forum_milestones", row, f"{_RULE}/{milestone.cue.kind}", _cells(milestone))
    return claims


def _read(
    document: Document, number: int, cue: Mention, cues: list[Mention], last: _Milestone | None
) -> _Milestone | None:
    """The milestone that a word tells of.

    `last` is the one told before in the sentence, whose forum it may go on with.
    """
    sentence = document.sentences[number]
    forum = last.forum if last is not None and _goes_on(document, last, cue) else _forum_of(document, number, cue)
    if forum is None:
        return None
    end = next((other.first for other in cues if other.first >= cue.last and other.value != cue.value), sentence.last)
    level = next(iter(document.of("forum_level", (cue.last, min(cue.last + _DAY_REACH, end)))), None)
    if cue.value == "raised" and not _to_a_level(document, cue, end):
        return None
    day = _day_of(document, sentence, cue, end)
    if day is None:
        document.reject(_RULE, cue, "no year is named")
        return None
    if stance(document, sentence, cue) is not Stance.ASSERTED:
        document.reject(_RULE, cue, "not said as a fact")
        return None
    if not document.vocabulary.covers(forum.value):
        document.reject(_RULE, cue, "the tables do not cover this forum")
        return None
    beside = 0 <= forum.first - cue.last <= _BEHIND or 0 <= cue.first - forum.last <= _BEHIND
    if cue.value == "founded" and not beside and not _may_be_founding(document, forum, day):
        document.reject(_RULE, cue, "the vocabulary has another year: something else was founded")
        return None
    return _Milestone(forum, cue, day, level)


def _may_be_founding(document: Document, forum: Mention, day: Day) -> bool:
    """Whether a year is about that in which the vocabulary says that the forum began; sources differ by a few."""
    year = document.vocabulary.forums[forum.value]["established_year"]
    return not year or abs(int(day.iso[:4]) - int(year)) <= _FOUNDING_YEARS


def _goes_on(document: Document, last: _Milestone, cue: Mention) -> bool:
    """Whether the sentence goes on with the forum it told of: it names no other in between."""
    between = document.of("forum", (last.day.mention.last, cue.first))
    return last.cue.value != cue.value and all(forum.value == last.forum.value for forum in between)


def _to_a_level(document: Document, cue: Mention, end: int) -> bool:
    near = (cue.last, min(cue.last + _LEVEL_REACH, end))
    return document.has("forum_level", near) and (document.has("level_word", near) or _names_level(document, near))


def _names_level(document: Document, near: tuple[int, int]) -> bool:
    """Whether the words for the level hold the word "level" themselves, or are more than the people who meet."""
    return any(m.last - m.first > 1 for m in document.of("forum_level", near))


# --- the forum --------------------------------------------------------------------------------------------------------


def _forum_of(document: Document, number: int, cue: Mention) -> Mention | None:
    sentence = document.sentences[number]
    # The two sides of a format ("between the United States and Central Asia") name it only beside a word for a meeting.
    named = document.of("forum", (max(cue.first - _BEFORE, sentence.first), cue.first))
    before = [forum for forum in named if forum.form != "weak"]
    if before and any(
        m.last >= before[-1].first - 2
        for m in document.of("forum_part", (max(before[-1].first - 4, sentence.first), before[-1].first))
    ):
        return None
    if before and cue.kind != "founder" and not _another(document, before[-1].last, cue.first):
        return before[-1]
    reach = _BEHIND if cue.kind != "raising" else 2
    behind = document.of("forum", (cue.last, min(cue.last + reach + 1, sentence.last)))
    if (
        behind
        and (cue.kind == "founder" or document.article.language != "en")
        and not _another(document, cue.last, behind[0].first)
    ):
        return behind[0]
    if cue.kind == "founding" and cue.first <= sentence.first + 1:
        heading = document.of("forum", (cue.last, min(cue.last + _HEADING, sentence.last)))
        if heading and not _another(document, cue.last, heading[0].first):
            return heading[0]
    if cue.kind != "founder" or document.has("forum_noun", (cue.last, cue.last + _BEHIND)):
        return _taken_up(document, number, cue)
    return None


def _another(document: Document, first: int, last: int) -> bool:
    """Whether something else stands between the forum and the word: a fund, people, another clause."""
    if document.any_of(("forum_part", "titles", "person", "title", "summit"), (first, last)):
        return True
    return has_sign("".join(document.words.gaps[first : last + 1]), ";؛:—–")


def _taken_up(document: Document, number: int, cue: Mention) -> Mention | None:
    """The forum that "it", "the format", المنتدى or a verb without a subject takes up from what stands before."""
    sentence = document.sentences[number]
    before = (max(cue.first - _BEFORE, sentence.first), cue.first)
    nouns = document.of("forum_noun", before) or document.of("forum_noun", (cue.last, cue.last + 2))
    bare = document.article.language == "ar" and cue.first <= sentence.first + 1
    if document.of("forum", before) or not (nouns or bare) or (nouns and _another(document, nouns[-1].last, cue.first)):
        return None
    if number and not document.of("forum", (sentence.first, cue.first)):
        earlier = document.of("forum", (document.sentences[max(number - 2, 0)].first, sentence.first))
        return earlier[-1] if earlier else None
    return None


# --- its day ----------------------------------------------------------------------------------------------------------


def _day_of(document: Document, sentence: Sentence, cue: Mention, end: int) -> Day | None:
    """The day behind the word, before the next milestone; else one that opens the sentence ("In 2015 …")."""
    told = [d for d in document.days if not (d.relative and len(d.iso) > len("YYYY"))]
    behind = [d for d in told if cue.last <= d.mention.first < min(end, cue.last + _DAY_REACH)]
    if behind:
        return behind[0]
    before = [d for d in told if max(sentence.first, cue.first - _DAY_REACH) <= d.mention.first < cue.first]
    return before[-1] if before else None


def _cells(milestone: _Milestone) -> list[tuple[str, Cell]]:
    cells = [("forum_id", cell(milestone.forum)), ("milestone", cell(milestone.cue))]
    if milestone.level is not None:
        cells.append(("level", cell(milestone.level)))
    cells.append(("happened_on", cell(milestone.day.mention, milestone.day.iso)))
    return cells
