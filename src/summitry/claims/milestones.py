"""When a forum was founded, and when its meetings were raised to the level of heads of state."""

from __future__ import annotations

from collections.abc import Iterator

from summitry.claims.model import Cell, Claim, cell, row_claims
from summitry.claims.polarity import Stance, stance
from summitry.mentions.document import Day, Document, Mention
from summitry.text.sentences import Sentence

_RULE = "milestones"
LEVELS = {"foreign_minister": "foreign_ministers", "president": "heads_of_state", "leader": "heads_of_state"}
"""What a plural title tells of the level of a meeting."""
_STANDS_FOR_FORUM = ("it", "club")


def find_milestones(document: Document) -> list[Claim]:
    """The rows of forum_milestones that an article claims: each with its forum, level and day, all three told."""
    if not {"milestone", "forum", "titles"} <= document.kinds:
        return []
    rows: dict[tuple[str, str], list[tuple[str, Cell]]] = {}
    for number, sentence in enumerate(document.sentences):
        days = _days(document, sentence)
        for milestone, stretch in _told(document, sentence):
            forum = _forum(document, number, milestone)
            if forum is None or stance(document, sentence, milestone) is not Stance.ASSERTED:
                continue
            level, day = _level(document, stretch), days.get(milestone.first)
            if level is None or day is None:
                document.reject(_RULE, milestone, "a founding or raising without its level or day")
                continue
            rows.setdefault((forum.value, milestone.value), _cells(forum, milestone, level, day))
    return [
        claim
        for number, cells in enumerate(rows.values())
        for claim in row_claims("forum_milestones", f"forum_milestones/{number}", _RULE, cells)
    ]


def _cells(forum: Mention, milestone: Mention, level: Mention, day: Day) -> list[tuple[str, Cell]]:
    return [
        ("forum_id", cell(forum)),
        ("milestone", cell(milestone)),
        ("level", cell(level, LEVELS[level.value])),
        ("happened_on", cell(day.mention, day.iso)),
    ]


def _told(document: Document, sentence: Sentence) -> Iterator[tuple[Mention, tuple[int, int]]]:
    """Each word for founding or raising, with the words from it up to the next one."""
    milestones = document.of("milestone", sentence)
    if not milestones:
        return
    ends = [*(milestone.first for milestone in milestones[1:]), sentence.last]
    for milestone, end in zip(milestones, ends, strict=True):
        yield milestone, (milestone.first, end)


def _forum(document: Document, number: int, milestone: Mention) -> Mention | None:
    """The forum that a sentence names, nearest to the word; else that of the sentence before, where "it" stands for it."""
    sentence = document.sentences[number]
    own = document.of("forum", sentence)
    if own:
        return min(own, key=lambda forum: abs(forum.first - milestone.first))
    if number == 0 or not document.any_of(_STANDS_FOR_FORUM, (sentence.first, milestone.last)):
        return None
    before = document.of("forum", document.sentences[number - 1])
    return before[-1] if before else None


def _level(document: Document, stretch: tuple[int, int]) -> Mention | None:
    return next((title for title in document.of("titles", stretch) if title.value in LEVELS), None)


def _days(document: Document, sentence: Sentence) -> dict[int, Day]:
    """The day of each word for founding or raising, by the word's number: the nearest pairs first, each day once."""
    days = [day for day in document.days if sentence.first <= day.mention.first < sentence.last]
    pairs = [(abs(day.mention.first - m.first), m.first, n) for m in document.of("milestone", sentence) for n, day in enumerate(days)]
    found: dict[int, Day] = {}
    for _, first, n in sorted(pairs):
        if first not in found and days[n] not in found.values():
            found[first] = days[n]
    return found
