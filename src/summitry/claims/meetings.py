"""Which meetings the article tells of: their forum, day, place and level.

A meeting is found where a forum is named beside a word for meeting ("the OTS summit"), where a format such as C5+1 meets,
or where its members are described: a region's leaders with the one partner that makes a known forum. Each place in the text
that tells of a meeting is a sighting; sightings of one forum that do not contradict each other are one meeting.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field

from summitry.claims.sightings import Sighting, find_sightings
from summitry.mentions.document import Document, Mention

_SAME_MEETING_DAYS = 4


@dataclass
class Meeting:
    """One meeting of the article: its sightings, and what they say together."""

    forum: Mention
    level: str
    sightings: list[Sighting] = field(default_factory=list)
    report_date: str = ""

    @property
    def forum_id(self) -> str:
        """The forum that meets."""
        return self.forum.value

    @property
    def held_on(self) -> str:
        """The most precise day that a sighting gives, as partial ISO 8601; empty where none does."""
        return max((sighting.day.iso for sighting in self.sightings if sighting.day), key=len, default="")

    @property
    def group(self) -> frozenset[str]:
        """The countries whose leaders are said, as a group, to take part."""
        return frozenset().union(*(sighting.group for sighting in self.sightings))

    @property
    def sentences(self) -> set[int]:
        """The numbers of the sentences that tell of the meeting."""
        return {sighting.sentence for sighting in self.sightings}


def find_meetings(document: Document) -> list[Meeting]:
    """The meetings of an article, in the order in which they are first told of; the first is usually the main one."""
    if not document.kinds & {"forum", "meeting", "meet", "host"}:
        return []
    meetings: list[Meeting] = []
    for sighting in find_sightings(document):
        home = next((meeting for meeting in meetings if _same(meeting, sighting)), None)
        if home is None:
            if sighting.anaphoric:
                continue
            home = Meeting(sighting.forum, sighting.level or "heads_of_state")
            meetings.append(home)
        home.sightings.append(sighting)
        if sighting.level and not any(s.level for s in home.sightings[:-1]):
            home.level = sighting.level
    kept = [meeting for meeting in _united(meetings) if _told(meeting)]
    _date_by_report(document, kept)
    return kept


def _same(meeting: Meeting, sighting: Sighting) -> bool:
    if meeting.forum_id != sighting.forum.value:
        return False
    if sighting.level and any(s.level for s in meeting.sightings) and sighting.level != meeting.level:
        return False
    order = next((s.order for s in meeting.sightings if s.order), "")
    if sighting.day is None:
        if sighting.order and sighting.order != order and not sighting.anaphoric:
            return False
        return sighting.order == order or not sighting.order
    if not meeting.held_on:
        return sighting.order == order
    return compatible_days(meeting.held_on, sighting.day.iso)


def compatible_days(left: str, right: str) -> bool:
    """Whether two partial dates may be of one meeting: one within the other, or a few days apart (sessions, time zones)."""
    if left.startswith(right) or right.startswith(left):
        return True
    if len(left) == len(right) == 10:
        apart = dt.date.fromisoformat(left) - dt.date.fromisoformat(right)
        return abs(apart.days) <= _SAME_MEETING_DAYS
    return False


def _united(meetings: list[Meeting]) -> list[Meeting]:
    """An undated meeting, first in the text, is the dated one of its forum that comes later, where there is just one."""
    united: list[Meeting] = []
    for meeting in meetings:
        undated = not meeting.held_on and not any(s.order for s in meeting.sightings)
        rivals = [
            m for m in meetings if m is not meeting and m.forum_id == meeting.forum_id and m.level == meeting.level
        ]
        rivals = [m for m in rivals if not any(s.order or s.past for s in m.sightings)]
        if undated and len(rivals) == 1 and rivals[0].held_on:
            rivals[0].sightings[:0] = meeting.sightings
        else:
            united.append(meeting)
    return united


def _told(meeting: Meeting) -> bool:
    """A previous or next meeting is a row only where the article says when or where it was."""
    ordered = all(s.order for s in meeting.sightings)
    return not ordered or bool(meeting.held_on) or any(s.city or s.venue for s in meeting.sightings)


def _date_by_report(document: Document, meetings: list[Meeting]) -> None:
    """The main meeting, where the text gives it no day, is dated by the report, and says so."""
    published = document.article.published_on
    if published is None or not meetings:
        return
    main = meetings[0]
    if not main.held_on and not any(s.order or s.past or s.future for s in main.sightings):
        main.report_date = published.isoformat()


def places_of(meeting: Meeting) -> Iterator[Mention]:
    """Venue, city and country mentions that say where the meeting is, the most telling first."""
    for kind in ("venue", "city", "place"):
        for sighting in meeting.sightings:
            mention = getattr(sighting, kind)
            if mention is not None:
                yield mention
