"""Who took part in a meeting.

At the meeting that an article reports sit the heads of its members whom the article names, unless it says that they stayed
away, speaks of them as former, or tells of them at another time and place; anybody else only where the words say that they
came. At an earlier or later meeting, and at one that is only spoken of, sit those of whom the sentence about it says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from summitry.claims.attendance.absences import find_absent, is_asked_about, is_former
from summitry.claims.attendance.envoys import envoys
from summitry.claims.attendance.hosts import find_host
from summitry.claims.attendance.lists import goes_on_listing, tells_of_accession
from summitry.claims.attendance.meetings_before import meets_before
from summitry.claims.attendance.membership import HEADS, belongs, owns_another, serving
from summitry.claims.attendance.roles import role_span
from summitry.claims.attendance.spoken_of import (
    PRESENT,
    is_called,
    is_far,
    said_between,
    says_of_himself,
    tells_of_others_there,
)
from summitry.claims.homecomings import is_of_a_homecoming
from summitry.claims.meetings.other_days import is_told_by_somebody
from summitry.claims.meetings.reading import Meeting, compatible_days
from summitry.claims.meetings.several_meetings import meets_repeatedly
from summitry.mentions.document import Day, Document, Mention, Person
from summitry.text.sentences import Sentence

_GUESTS = (*HEADS, "secretary_general", "vice_president", "foreign_minister", "other")
_SPEAKERS = (*HEADS, "secretary_general")
_CLOSE = 6
_OPENING = 3
_SEVERAL = 3
_PARTING = frozenset(";؛:")
_APART_ENDS = frozenset(',،;؛:«"“')


@dataclass(frozen=True, slots=True)
class Attendee:
    """A person at a meeting: the mention that says so, the role with the words (offsets) that tell it, and the rule."""

    leader_id: str
    mention: Mention
    role: str
    role_span: tuple[int, int]
    rule: str


def find_attendees(
    document: Document, meetings: list[Meeting], meeting: Meeting, receiving: Mention | None, host_place: str
) -> list[Attendee]:
    """The people whom the article puts at a meeting, each once, in the order of the text.

    `receiving` is the person who is said to receive the others, if anybody is; `host_place` the country that the meeting is
    in, empty where unknown.
    """
    table = _Table(document, meetings, meeting, host_place)
    found = table.seat()
    host = find_host(document, meeting, found, receiving, host_place)
    attendees = []
    for leader_id, (mention, rule) in found.items():
        role = "host" if leader_id == host else "participant"
        attendees.append(Attendee(leader_id, mention, role, role_span(document, meeting, mention, role, rule), rule))
    return attendees


class _Table:
    """One meeting's table, and who is seated at it, sentence by sentence."""

    def __init__(self, document: Document, meetings: Sequence[Meeting], meeting: Meeting, host_place: str) -> None:
        self.document = document
        self.meetings = meetings
        self.meeting = meeting
        self.host_place = host_place
        self.absent = find_absent(document, meeting.forum_id)
        self.told = {s.sentence for s in meeting.sightings if not s.listed or s.anchor.kind in ("meet", "held")}
        self.found: dict[str, tuple[Mention, str]] = {}
        self._members: dict[str, bool] = {}
        """Whether those people would sit at this table of whom it was asked already."""

    def seat(self) -> dict[str, tuple[Mention, str]]:
        """Everybody at the table, with the mention and the rule that say so."""
        second = not self.meeting.reported and not self.meeting.order and self.meetings[0].is_near(self.meeting)
        second = second and self.meetings[0].reported
        listing = False
        for number, sentence in enumerate(self.document.sentences):
            own = number in self.told
            if not own and second:
                self._seat_at_second(sentence, listing=self._goes_on(number) is self.meeting)
                continue
            if not own and (not self.meeting.reported or self._tells_of_others(number)):
                goes_on = number - 1 in self.told and self.document.has("attend", sentence)
                if goes_on and self.meeting is self.meetings[0] and not self._tells_of_others(number):
                    self._seat_sentence(sentence, own=True, listing=False)
                listing = False
                if self.meeting.reported:
                    self._seat_before_break(number, sentence)
                continue
            listing = goes_on_listing(self.document, sentence, listing=listing)
            self._seat_sentence(sentence, own=own, listing=listing)
            listing = listing and not tells_of_accession(self.document, sentence)
        return self.found

    def _seat_sentence(self, sentence: Sentence, *, own: bool, listing: bool) -> None:
        people = self.document.of("person", sentence)
        if not people:
            return
        coming = self.document.has_any(("attend", "host", "meet"), sentence)
        if self.meeting.level == "foreign_ministers":
            coming = coming or self.document.has("opens", sentence)
        sent = envoys(self.document, sentence)
        speaks = self._speaks_there(sentence, people[0])
        for mention in people:
            if not own and (self._sits_elsewhere(mention) or self._is_of_a_treaty(sentence, mention)):
                continue
            if own and self._meets_the_ministers(mention):
                continue
            rule = self._rule(mention, coming=coming or (speaks and mention == people[0]), own=own)
            if mention.first in sent and self._listed(mention):
                rule = rule or "attendance/sent"
            if listing and not own and (rule or self._listed(mention)):
                rule = "attendance/list"
            if rule:
                self.found.setdefault(mention.value, (mention, rule))

    def _speaks_there(self, sentence: Sentence, mention: Mention) -> bool:
        """Whether a sentence is about a head's or an officer's speech at the meeting: whoever speaks there has come."""
        office = self.document.people[mention.value].office
        return office in _SPEAKERS and self.document.has("at_meeting", sentence)

    def _seat_before_break(self, number: int, sentence: Sentence) -> None:
        """Heads of members, and guests who come, of whom a sentence speaks before it turns, in a clause of its own, to another
        meeting.
        """
        told = [(m, s) for m in self.meetings for s in m.sightings if s.sentence == number]
        if not told or not all(s.order or not self.meeting.is_near(m) for m, s in told):
            return
        end = min(s.anchor.first for _, s in told)
        for mention in self.document.of("person", (sentence.first, end)):
            if not self.document.has("break", (mention.last, end)):
                continue
            coming = self.document.has("attend", (max(mention.first - _CLOSE, sentence.first), mention.first))
            rule = self._rule(mention, coming=coming, own=False)
            if rule:
                self.found.setdefault(mention.value, (mention, rule))

    def _seat_at_second(self, sentence: Sentence, *, listing: bool) -> None:
        """Those in a sentence about coming who belong to this second meeting, and, if it is not its list, not to the first."""
        if not self.document.has("attend", sentence):
            return
        for mention in self.document.of("person", sentence):
            person = self.document.people[mention.value]
            here = self._belongs(person)
            here = here and (listing or not belongs(self.document, person, self.meetings[0]))
            if here and mention.value not in self.found and self._listed(mention):
                self.found[mention.value] = (mention, "attendance/list" if listing else "attendance/guest")

    # --- one person in one sentence ---

    def _belongs(self, person: Person) -> bool:
        """Whether a person would sit at this table; asked once of each, however often the article names them."""
        known = self._members.get(person.leader_id)
        if known is None:
            known = self._members[person.leader_id] = belongs(self.document, person, self.meeting)
        return known

    def _rule(self, mention: Mention, *, coming: bool, own: bool) -> str:
        """The rule by which a person mentioned in a sentence about the meeting takes part, or empty."""
        document, meeting = self.document, self.meeting
        person = document.people[mention.value]
        why_not = self._why_not(mention, person, own=own)
        if why_not:
            document.reject("attendance", mention, why_not)
            return ""
        member = self._belongs(person)
        if member and person.place_id in meeting.group:
            return "attendance/leader-of-the-group"
        if own and not meeting.reported:
            return "attendance/told-with-the-meeting" if self._said_to_come(mention, person) else ""
        if own:
            came = member or (coming and self._guest(mention))
            return "attendance/told-with-the-meeting" if came else ""
        if not meeting.reported or is_far(self.document, mention):
            return ""
        if member:
            return "attendance/member"
        return "attendance/guest" if coming and self._guest(mention) else ""

    def _why_not(self, mention: Mention, person: Person, *, own: bool) -> str:
        """Why a person whom a sentence names is not at the table by it, or empty."""
        document = self.document
        then = own and person.known and serving(document, person, self.meeting)
        before = own and meets_before(document, self.meeting, mention)
        if (is_former(document, mention, in_office_then=then) and not before) or mention.value in self.absent:
            return "former, or said to be absent"
        if owns_another(document, mention) and not says_of_himself(self.document, mention):
            return "only tells whose man somebody else is"
        if is_of_a_homecoming(document, mention):
            return "only tells since when"
        apart = self._met_apart(mention) or meets_repeatedly(document, mention)
        if (apart and not before) or self._acted_in_another_year(mention):
            return "met at another time"
        return "not known whether he comes" if is_asked_about(document, mention) else ""

    def _said_to_come(self, mention: Mention, person: Person) -> bool:
        """Whether a sentence about a meeting that the article does not report puts a person there: as its host, or close to
        a word for coming.
        """
        sentence = self.document.sentence_of(mention)
        if self._parted_from_anchor(mention):
            return False
        if self.host_place and person.place_id == self.host_place and self.document.has("host", sentence):
            return self._guest(mention)
        if self._acts_there(mention) or meets_before(self.document, self.meeting, mention):
            return self._guest(mention) or self._belongs(person)
        kinds = ("attend", "meet") if self._belongs(person) else ("attend",)
        cues = self.document.any_of(kinds, sentence)
        if len(kinds) > 1:
            cues += self._receiving(sentence, mention)
        return self._guest(mention) and any(self._near(cue, mention) for cue in cues)

    def _receiving(self, sentence: Sentence, mention: Mention) -> list[Mention]:
        """As in "where X played host to, among others, Y and Z": how somebody of the host country receives others."""
        hosts = self.document.of("host", (sentence.first, mention.first))
        people = [m for m in self.document.of("person", sentence) if m.value in self.document.people]
        at_home = [m for m in people if self.document.people[m.value].place_id == self.host_place]
        return [cue for cue in hosts if any(m.last <= cue.first for m in at_home)]

    def _acts_there(self, mention: Mention) -> bool:
        """ "At that summit, Tokayev proposed …": the first words of a sentence put it there, and a person right behind them."""
        number = self.document.sentence_index(mention)
        first = self.document.sentences[number].first
        opening = [s.anchor for s in self.meeting.sightings if s.sentence == number and s.anaphoric]
        opening = [a for a in opening if a.first - first <= _OPENING and self.document.is_word(a.first - 1, "that_one")]
        return any(0 <= mention.first - anchor.last <= _CLOSE for anchor in opening)

    def _parted_from_anchor(self, mention: Mention) -> bool:
        """Whether a colon or semicolon stands between a person and every word for the meeting, all of them behind it."""
        number = self.document.sentence_index(mention)
        anchors = [s.anchor for s in self.meeting.sightings if s.sentence == number]
        return bool(anchors) and all(_PARTING & set(self.document.text_of(mention.end, a.start)) for a in anchors)

    def _met_apart(self, mention: Mention) -> bool:
        """ "Trump hosted the five, months after they had held summits with Putin": who is met before or after, not there."""
        document = self.document
        sentence = document.sentence_of(mention)
        for cue in document.of("sidelines", (sentence.first, mention.first), "apart"):
            between = (cue.last, mention.first)
            here = any(between[0] <= s.anchor.first < between[1] for s in self.meeting.sightings)
            parted = self._parts_them(cue.last, mention.first)
            if not here and not parted and document.has_any(("held", "meet", "meeting", "host"), between):
                return True
        return False

    def _parts_them(self, first: int, last: int) -> bool:
        """Whether a sign that ends what was before stands between two words; "…, then with Xi" goes on with it."""
        signs = [i for i in range(first, last + 1) if _APART_ENDS & set(self.document.words.gaps[i])]
        return any(not self.document.is_word(i, "then") for i in signs)

    def _acted_in_another_year(self, mention: Mention) -> bool:
        """ "In 2021, Erdogan announced a new name": who is the subject of a sentence that opens with another year, or that tells
        of a visit in one ("received at the White House for a working visit in 2018").
        """
        sentence = self.document.sentence_of(mention)
        held_on = self.meeting.held_on or self.meeting.report_date
        if not held_on or self.document.has("meeting", sentence):
            return False
        days = [day for day in self.document.days if sentence.first <= day.mention.first < sentence.last]
        if any(day.iso[:4] != held_on[:4] for day in days) and self.document.has("visit", sentence):
            return True
        days = [day for day in days if day.mention.first < mention.first]
        if mention.first - sentence.first > _CLOSE:
            return False
        return any(day.mention.first - sentence.first <= 1 and day.iso[:4] != held_on[:4] for day in days)

    def _listed(self, mention: Mention) -> bool:
        """Whether an item of a list of those who came may be an attendee: any office, but neither former nor absent."""
        document = self.document
        person = document.people[mention.value]
        cues = document.of("attend", (document.sentence_of(mention).first, mention.first))
        if cues and said_between(document, cues[-1], mention):
            return False
        if cues and document.has("remote", (cues[-1].last, mention.first)):
            return False
        if is_asked_about(document, mention) or tells_of_others_there(self.document, mention):
            return False
        known = person.office in _GUESTS and not self._above_ministers(mention, person)
        return known and not is_former(document, mention) and mention.value not in self.absent

    def _guest(self, mention: Mention) -> bool:
        """Whether somebody who is no head of a member is said to come: a word for coming stands near the name."""
        person = self.document.people[mention.value]
        if person.office not in _GUESTS or (
            person.office in HEADS and not serving(self.document, person, self.meeting)
        ):
            return False
        if self._above_ministers(mention, person) or is_called(self.document, mention):
            return False
        sentence = self.document.sentence_of(mention)
        cues = self.document.any_of((*PRESENT, "host", "meet"), sentence)
        listed = len(self.document.of("person", sentence)) > 2 and not tells_of_others_there(self.document, mention)
        near = any(self._near(cue, mention) for cue in cues) and not tells_of_others_there(self.document, mention)
        return listed or near

    def _near(self, cue: Mention, mention: Mention) -> bool:
        return abs(cue.first - mention.first) <= 3 * _CLOSE and not said_between(self.document, cue, mention)

    def _above_ministers(self, mention: Mention, person: Person) -> bool:
        """Whether a head of state or government only receives the ministers who meet: unless said to open or address it."""
        if self.meeting.level != "foreign_ministers" or person.office not in HEADS:
            return False
        cues = self.document.any_of(PRESENT, self.document.sentence_of(mention))
        # "The emir received the foreign ministers who take part": they do.
        return all(cue.first > mention.last and self.document.has("titles", (mention.last, cue.first)) for cue in cues)

    # --- whose sentence it is ---

    def _sits_elsewhere(self, mention: Mention) -> bool:
        """Whether a person is no member's head here, but one at another meeting that the article reports beside it."""
        person = self.document.people[mention.value]
        if self._belongs(person):
            return False
        others = [m for m in self.meetings if m is not self.meeting and not m.order and self.meeting.is_near(m)]
        known = [m for m in others if m.forum_id in self.document.vocabulary.forum_members]
        return any(belongs(self.document, person, other) for other in known)

    def _tells_of_others(self, number: int) -> bool:
        """Whether a sentence is about another meeting of the article, about another day, or about a leader's leaving home."""
        if any(number in other.sentences for other in self.meetings if other is not self.meeting):
            return True
        if self._goes_on(number) not in (None, self.meeting):
            return True
        sentence = self.document.sentences[number]
        if self.document.has("farewell", sentence):
            return True  # those who stay at home
        held_on = self.meeting.held_on or self.meeting.report_date
        days = [day for day in self.document.days if sentence.first <= day.mention.first < sentence.last]
        days = [day for day in days if not is_told_by_somebody(self.document, sentence, day)]
        told = [day.iso for day in days if len(day.iso) >= 7 or _opens_ahead(sentence, day, held_on)]
        return bool(held_on and told) and not any(compatible_days(held_on, day) for day in told)

    def _goes_on(self, number: int) -> Meeting | None:
        """The one meeting that the sentence before tells of, where this one lists members' heads who come: "Expected are ..."."""
        sentence = self.document.sentences[number]
        named = self.document.of("person", sentence) if self.document.has("attend", sentence) else []
        people = [self.document.people[m.value] for m in named]
        if len(people) < _SEVERAL:
            return None
        told = [m for m in self.meetings if number - 1 in m.sentences]
        if len(told) != 1 or told[0].order or not told[0].is_near(self.meetings[0]):
            return None
        if any(number in meeting.sentences for meeting in self.meetings):
            return None
        members = self.document.vocabulary.forum_members.get(told[0].forum_id, frozenset())
        return told[0] if all(person.place_id in members for person in people) else None

    def _meets_the_ministers(self, mention: Mention) -> bool:
        """Whether a minister is of the ministers' meeting that his sentence tells of beside that of the leaders."""
        ministers = self.document.people[mention.value].office == "foreign_minister"
        if not ministers or self.meeting.level == "foreign_ministers":
            return False
        number = self.document.sentence_index(mention)
        return any(number in other.sentences for other in self.meetings if other.level == "foreign_ministers")

    def _is_of_a_treaty(self, sentence: Sentence, mention: Mention) -> bool:
        """Whether a person is no member's head here, but one whom somebody joins in a treaty: "acceded, joining Netanyahu"."""
        joined = self.document.has("join", (sentence.first, mention.first)) and tells_of_accession(
            self.document, sentence
        )
        return joined and not self._belongs(self.document.people[mention.value])


def _opens_ahead(sentence: Sentence, day: Day, held_on: str) -> bool:
    """Whether a sentence opens with a year that is still to come on a day: "Next year's chair is …"."""
    return day.mention.first - sentence.first <= 1 and held_on[:4] < day.iso
