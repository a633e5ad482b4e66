"""Which meetings the article tells of: their forum, day, place and level.

A meeting is found where a forum is named with a word for meeting ("the OTS summit"), where its leaders gather, or where its
members are described: a region's leaders with the one partner that makes a known forum. Each place in the text that tells
of a meeting is a sighting; sightings of one forum that do not contradict each other are one meeting.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from summitry.claims.meetings.anchors import is_of_few
from summitry.claims.meetings.other_days import had_been_signed, is_of_a_journey, is_of_a_saying
from summitry.claims.meetings.several_days import first_day
from summitry.claims.meetings.sightings import Sighting, find_sightings
from summitry.claims.meetings.spots import dateline, spots_in_order
from summitry.mentions.document import Day, Document, Mention

_SAME_MEETING_DAYS = 4
_MAIN_WITHIN_DAYS = 45
_LEAD = 3
_OPENING = 5
_CLAUSE_SIGNS = frozenset(",،;؛:—–(")
_GOVERNED = 4


@dataclass
class Meeting:
    """One meeting of the article: its sightings, and what they say together.

    `reported` where the article reports it, `report_date` where it is dated by the report, `dateline` where the report's
    own place is all that tells where it is, `lead_day` the day of the report's first sentences where no other is told.
    """

    forum: Mention
    sightings: list[Sighting] = field(default_factory=list)
    report_date: str = ""
    dateline: Mention | None = None
    reported: bool = False
    usual_level: str = "heads_of_state"
    lead_day: Day | None = None

    @property
    def forum_id(self) -> str:
        """The forum that meets."""
        return self.forum.value

    def tell(self, sighting: Sighting) -> None:
        """Take in one more telling."""
        self.sightings.append(sighting)
        for worked_out in ("level", "day_told", "order", "group", "sentences"):
            self.__dict__.pop(worked_out, None)

    @cached_property
    def level(self) -> str:
        """The level told first; where none is, that of the forum's meeting told before; else leaders."""
        ministers = next((s for s in self.sightings if s.anchor.value == "ministers"), None)
        if ministers is not None and not any(s.level == "heads_of_state" for s in self.sightings):
            return ministers.level or "foreign_ministers"
        return next((s.level for s in self.sightings if s.level), self.usual_level)

    @property
    def held_on(self) -> str:
        """The day of the meeting as partial ISO 8601; empty where none is told."""
        return self.day_told or (self.lead_day.iso if self.lead_day else "")

    @cached_property
    def day_told(self) -> str:
        """The first of the most precise days of the tellings, those of loose ones last."""
        days = [(-len(s.day.iso), s.loose, s.day.iso) for s in self.sightings if s.day]
        return min(days)[2] if days else ""

    @cached_property
    def order(self) -> str:
        """Earlier or later, where every telling calls it so."""
        orders = {s.order for s in self.sightings}
        return orders.pop() if len(orders) == 1 else ""

    def is_near(self, other: Meeting) -> bool:
        """Whether another meeting is held about the same days, as far as both are dated."""
        days = (self.held_on or self.report_date, other.held_on or other.report_date)
        return not all(days) or compatible_days(*days)

    @cached_property
    def group(self) -> frozenset[str]:
        """The countries whose leaders are said, as a group, to take part."""
        return frozenset().union(*(sighting.group for sighting in self.sightings))

    @cached_property
    def sentences(self) -> set[int]:
        """The numbers of the sentences that tell of the meeting."""
        return {sighting.sentence for sighting in self.sightings}


def find_meetings(document: Document) -> list[Meeting]:
    """The meetings of an article; the first is the one it reports."""
    meetings: list[Meeting] = []
    last: Meeting | None = None
    for telling in find_sightings(document):
        sighting = _in_order(document, meetings, telling)
        home = (
            last if last is not None and _points_back(document, sighting, last) else _home(document, meetings, sighting)
        )
        if home is None:
            if sighting.anaphoric and not (sighting.day or (sighting.order and sighting.spot)):
                continue
            before = next((m for m in meetings if m.forum_id == sighting.forum.value), None)
            home = Meeting(sighting.forum) if before is None else Meeting(sighting.forum, usual_level=before.level)
            meetings.append(home)
        home.tell(sighting)
        last = home
    kept = [meeting for meeting in meetings if _told(document, meeting)]
    kept.sort(key=lambda meeting: bool(meeting.order) or _far(document, meeting.held_on))
    _complete_main(document, kept)
    return kept


def _points_back(document: Document, sighting: Sighting, last: Meeting) -> bool:
    """Whether words point to the meeting told just before ("that summit brought together …"), and give no day of their own."""
    told = max(last.sentences)
    near = sighting.anaphoric and sighting.day is None and sighting.sentence - told <= 1
    return near and last.forum_id == sighting.forum.value and document.is_word(sighting.anchor.first - 1, "that_one")


def _in_order(document: Document, meetings: list[Meeting], sighting: Sighting) -> Sighting:
    """The sighting, as a later meeting where it is to come and the forum's meeting told before is over."""
    if sighting.order or sighting.time != "to_come" or not (sighting.day or sighting.spot):
        return sighting
    own = [m for m in meetings if m.forum_id == sighting.forum.value and not m.order]
    over = [m for m in own if any(s.time == "past" for s in m.sightings)]
    if not over or (sighting.day and any(m.held_on and compatible_days(m.held_on, sighting.day.iso) for m in over)):
        return sighting
    return sighting._replace(order="later")


def _home(document: Document, meetings: list[Meeting], sighting: Sighting) -> Meeting | None:
    """The meeting found so far that a sighting tells of, or None for a new one."""
    own = [
        m
        for m in meetings
        if m.forum_id == sighting.forum.value and _levels_agree(m, sighting) and not _elsewhere(document, m, sighting)
    ]
    if sighting.day is None:
        there = next((m for m in own if sighting.order and _same_house(m, sighting)), None)
        if there is not None:
            return there  # "Last week's summit in the White House": the one just told, and no other.
        alike = [m for m in own if m.order == sighting.order]
        about_now = [m for m in (alike if sighting.order else own) if m.held_on and not _far(document, m.held_on)]
        if about_now and (not alike or _far(document, alike[0].held_on)):
            return about_now[0]  # "the summit" is the one to come, though a past one was told of since
        return alike[0] if alike else (own[0] if own and not sighting.order else None)
    dated = [m for m in own if m.held_on and compatible_days(m.held_on, sighting.day.iso)]
    if dated:
        return dated[0]
    undated = [m for m in own if not m.held_on and m.order == sighting.order]
    undated = [
        m for m in undated if sighting.order or not _far(document, sighting.day.iso) or _awaited(document, m, sighting)
    ]
    return undated[0] if undated else None


def _awaited(document: Document, meeting: Meeting, sighting: Sighting) -> bool:
    """Whether a meeting spoken of without a day ("means to invite them to the G20 summit") is the one that is to come."""
    return sighting.time == "to_come" and all(
        s.time == "to_come"
        or document.has_any(("plan", "hope"), (document.sentences[s.sentence].first, s.anchor.first))
        for s in meeting.sightings
    )


def _levels_agree(meeting: Meeting, sighting: Sighting) -> bool:
    told = [s.level for s in meeting.sightings if s.level]
    return not sighting.level or not told or sighting.level == told[0] or (sighting.anaphoric and not sighting.day)


def _elsewhere(document: Document, meeting: Meeting, sighting: Sighting) -> bool:
    """Whether an earlier or later meeting is told to be in another country than the meeting's telling says."""
    if not sighting.order and sighting.time != "to_come":
        return False
    places = {place for s in meeting.sightings if (place := _country(document, s))}
    return bool(places) and _country(document, sighting) not in (*places, "")


def _same_house(meeting: Meeting, sighting: Sighting) -> bool:
    """Whether a telling without a day puts a meeting in the very venue that it is told to be in."""
    venue = sighting.spot.venue
    return venue is not None and any(
        s.spot.venue is not None and s.spot.venue.value == venue.value for s in meeting.sightings
    )


def _country(document: Document, sighting: Sighting) -> str:
    spot = sighting.spot
    if spot.city is not None:
        return document.vocabulary.place_of_city(spot.city.value)
    return spot.place.value if spot.place is not None else ""


def compatible_days(left: str, right: str) -> bool:
    """Whether two partial dates may be of one meeting: one within the other, or a few days apart (sessions, time zones)."""
    if left.startswith(right) or right.startswith(left):
        return True
    if len(left) == len(right) == 10:
        apart = dt.date.fromisoformat(left) - dt.date.fromisoformat(right)
        return abs(apart.days) <= _SAME_MEETING_DAYS
    return False


def _far(document: Document, iso: str) -> bool:
    """Whether a day is not about the time of the report: in another year, or more than some weeks away."""
    today = document.today
    if today is None or not iso:
        return False
    if len(iso) == len("YYYY-MM-DD"):
        return abs((dt.date.fromisoformat(iso) - today).days) > _MAIN_WITHIN_DAYS
    if len(iso) == len("YYYY-MM") and iso > today.isoformat()[: len(iso)]:
        return (dt.date.fromisoformat(f"{iso}-01") - today).days > _MAIN_WITHIN_DAYS
    return not today.isoformat().startswith(iso)


def _told(document: Document, meeting: Meeting) -> bool:
    """A previous or next meeting is a row only where the article says when or where it was."""
    if not meeting.order or meeting.held_on or any(s.spot for s in meeting.sightings):
        return True
    document.reject("meeting", meeting.sightings[0].anchor, "an earlier or later meeting without day or place")
    return False


def _complete_main(document: Document, meetings: list[Meeting]) -> None:
    """The meeting that the article reports: dated by the report where the text gives no day; placed by the dateline."""
    if not meetings or meetings[0].order or _far(document, meetings[0].held_on):
        return
    main = meetings[0]
    if not _is_topic(document, main):
        document.reject("meeting", main.sightings[0].anchor, "only spoken of: nobody sits at it unless it is said")
        return
    main.reported = True
    if not main.held_on:
        elsewhere = {n for meeting in meetings[1:] for n in meeting.sentences} - main.sentences
        main.lead_day = _day_of_the_lead(document, main, elsewhere)
    if not main.held_on and document.reported_on is not None:
        main.report_date = document.reported_on.isoformat()
    if next(places_of(main), None) is None:
        main.dateline = dateline(document)


def _is_topic(document: Document, meeting: Meeting) -> bool:
    """Whether the article reports a meeting: tells of it in its opening, or again and again, or of the leaders who gather for
    it, and not only as the time of something else ("a week after the summit").
    """
    own = [s for s in meeting.sightings if not _only_dates(document, s)]
    in_opening = any(s.sentence < _OPENING and not s.anaphoric for s in own)
    gathering = any(s.group and not s.order for s in own)
    return in_opening or gathering or len({s.sentence for s in own}) > 1


def _only_dates(document: Document, sighting: Sighting) -> bool:
    """Whether a meeting is only named to say when something else was: behind "before", "after" or "on the eve of"."""
    told = sighting.anchor if sighting.anaphoric else min(sighting.forum, sighting.anchor, key=lambda m: m.first)
    first, start = told.first, told.start
    begin = document.sentences[sighting.sentence].first
    near = document.of("sidelines", (max(first - _GOVERNED, begin), first), "apart")
    return any(not set(document.text_of(m.end, start)) & _CLAUSE_SIGNS for m in near)


def _day_of_the_lead(document: Document, main: Meeting, elsewhere: set[int]) -> Day | None:
    """The full day that a report's first sentences name, about the time of the report: that of what it reports, unless it is
    only told of that day ("said on Friday that the summit …"), travelled to, or stands in a sentence about another meeting
    (`elsewhere`).
    """
    last = document.sentences[min(_LEAD, len(document.sentences)) - 1].last
    days = [
        day for day in document.days if len(day.iso) == 10 and day.mention.first < last and not _far(document, day.iso)
    ]
    days = [day for day in days if document.sentence_index(day.mention) not in elsewhere]
    told = next((day for day in days if not _told_before(document, main, day)), None)
    if told is None:
        return None
    sentence = document.sentence_of(told.mention)
    return first_day(document, (sentence.first, sentence.last), told)


def _told_before(document: Document, meeting: Meeting, day: Day) -> bool:
    """Whether a day is that of a saying about the meeting, of a journey to it, of something before or after it, of what had
    been signed by then, or of a meeting of two or three.
    """
    number = document.sentence_index(day.mention)
    before = (document.sentences[number].first, day.mention.first)
    if any(is_of_few(document, m) for m in document.of("meeting", before)) or had_been_signed(document, day, before[0]):
        return True
    told = [s for s in meeting.sightings if s.sentence == number]
    sentence = document.sentences[number]
    travels = document.has_any(("journey", "visit"), sentence)
    if not told and travels and not document.has_any(("meeting", "meet"), sentence):
        return True
    to_come = document.today is not None and day.iso > document.today.isoformat()  # "will fly to it on Tuesday"
    return any(
        is_of_a_saying(document, s.anchor, day)
        or (not to_come and is_of_a_journey(document, s.anchor, day))
        or _only_dates(document, s)
        for s in told
    )


def places_of(meeting: Meeting) -> Iterator[Mention]:
    """Venue, city and country mentions that say where the meeting is, the most telling first."""
    yield from spots_in_order(sighting.spot for sighting in meeting.sightings)
    if meeting.dateline is not None:
        yield meeting.dateline
