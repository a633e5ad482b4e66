"""Meetings of several days: one that ended on a day began before it ("closed a two-day summit on Friday")."""

from __future__ import annotations

import datetime as dt

from summitry.mentions.document import Day, Document, Mention

_ABOUT = 8
_BESIDE = 4
_TRAVELS = ("visit", "journey")


def first_day(document: Document, stretch: tuple[int, int], day: Day) -> Day:
    """The first day of a meeting that a stretch of words puts on a day: that day, or some days before it where the words
    say how long the meeting was and that it ended then. What is quoted for it spans both.
    """
    if len(day.iso) < len("YYYY-MM-DD"):
        return day
    length = next((m for m in document.of("days_long", stretch) if _is_of_a_meeting(document, m)), None)
    if length is None or not document.has("closes", stretch):
        return day
    low, high = sorted((length, day.mention), key=lambda m: m.first)
    told = day.mention._replace(first=low.first, start=low.start, last=high.last, end=high.end)
    return day._replace(iso=days_before(day.iso, length), mention=told)


def days_before(iso: str, length: Mention) -> str:
    """The first day of as many as `length` says that end on a day."""
    return (dt.date.fromisoformat(iso) - dt.timedelta(days=int(length.value) - 1)).isoformat()


def _is_of_a_meeting(document: Document, length: Mention) -> bool:
    """Whether so many days are those of a summit or of talks, and not of a visit."""
    sentence = document.sentence_of(length)
    about = (max(length.first - _ABOUT, sentence.first), min(length.last + _ABOUT, sentence.last))
    beside = (max(length.first - _BESIDE, sentence.first), length.last + _BESIDE)
    return document.has("meeting", about) and not document.has_any(_TRAVELS, beside)
