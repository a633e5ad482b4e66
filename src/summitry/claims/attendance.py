"""Who took part in a meeting, and who was the host.

At the meeting that an article reports sit the heads of its members whom the article names, unless it says that they stayed
away, speaks of them as former, or tells of them at another time and place; anybody else only where the words say that they
came. At an earlier or later meeting sit those of whom the sentence about it says so.
"""

from __future__ import annotations

from dataclasses import dataclass

from summitry.claims.meetings import Meeting, compatible_days
from summitry.mentions.document import Document, Mention, Person
from summitry.text.folding import fold
from summitry.text.sentences import Sentence

_HEADS = ("president", "prime_minister", "monarch", "european_council_president", "european_commission_president")
_GUESTS = (*_HEADS, "secretary_general", "vice_president", "foreign_minister", "other")
_CLOSE = 6
_NEAR_ABSENT = 10
_BEHIND_VERB = 9
_AR_RELATIVE = ("من", "الذي", "التي", "ومن")  # the verb's subject stands before it
_STOPS = tuple(";.،,؛")


@dataclass(frozen=True, slots=True)
class Attendee:
    """A person at a meeting: the mention that says so, the role with the words (offsets) that tell it, and the rule."""

    leader_id: str
    mention: Mention
    role: str
    role_span: tuple[int, int]
    rule: str


def find_attendees(document: Document, meetings: list[Meeting], meeting: Meeting, host_place: str) -> list[Attendee]:
    """The people whom the article puts at a meeting, each once, in the order of the text.

    `host_place` is the country that the meeting is in, empty where unknown.
    """
    members = document.vocabulary.forum_members.get(meeting.forum_id, frozenset())
    beside = [other for other in meetings if not other.reported and not other.order and meetings[0].is_near(other)]
    found: dict[str, tuple[Mention, str]] = {}
    listing = False
    told = meeting.sentences
    for number, sentence in enumerate(document.sentences):
        own = number in told
        if not own and meeting in beside:
            found.update(_come_to(document, meeting, meetings, sentence, found))
            continue
        if not own and (not meeting.reported or _tells_of_others(document, meetings, meeting, number)):
            listing = False
            continue
        coming = document.has_any(("attend", "host", "meet"), sentence)
        listing = _lists(document, sentence, listing=listing)
        for mention in document.of("person", sentence):
            if not own and _sits_elsewhere(document, meetings, meeting, mention):
                continue
            rule = _rule(document, meeting, mention, members, coming=coming, own=own)
            if listing and not own and (rule or _listed(document, mention)):
                rule = "attendance/list"
            if rule:
                found.setdefault(mention.value, (mention, rule))
    host = _host(document, meeting, found, host_place)
    attendees = []
    for leader_id, (mention, rule) in found.items():
        role = "host" if leader_id == host else "participant"
        attendees.append(Attendee(leader_id, mention, role, _role_span(document, meeting, mention, role, rule), rule))
    return attendees


def _sits_elsewhere(document: Document, meetings: list[Meeting], meeting: Meeting, mention: Mention) -> bool:
    """Whether a person is no member's head here, but one at another meeting that the same article reports beside it."""
    person = document.people[mention.value]
    forums = document.vocabulary.forum_members
    if _belongs(document, person, meeting, forums.get(meeting.forum_id, frozenset())):
        return False
    others = [m for m in meetings if m is not meeting and not m.order and meeting.is_near(m)]
    return any(_belongs(document, person, m, forums.get(m.forum_id, frozenset("?"))) for m in others)


def _come_to(
    document: Document,
    meeting: Meeting,
    meetings: list[Meeting],
    sentence: Sentence,
    found: dict[str, tuple[Mention, str]],
) -> dict[str, tuple[Mention, str]]:
    """Those in a sentence about coming who belong to this second meeting and not to the first."""
    if not document.has("attend", sentence):
        return {}
    people = [m for m in document.of("person", sentence) if m.value not in found]
    return {
        m.value: (m, "attendance/guest")
        for m in people
        if _sits_elsewhere(document, [meetings[0], meeting], meetings[0], m) and _listed(document, m)
    }


def _rule(
    document: Document,
    meeting: Meeting,
    mention: Mention,
    members: frozenset[str],
    *,
    coming: bool,
    own: bool,
) -> str:
    """The rule by which a person mentioned in a sentence about the meeting takes part, or empty."""
    person = document.people[mention.value]
    if _former(document, mention) or mention.value in document.once(_absent):
        document.reject("attendance", mention, "former, or said to be absent")
        return ""
    sentence = document.sentence_of(mention)
    belongs = _belongs(document, person, meeting, members)
    if belongs and person.place_id in meeting.group:
        return "attendance/leader-of-the-group"
    if own and (coming or (meeting.reported and belongs)):
        return (
            "attendance/told-with-the-meeting"
            if belongs or (coming and _guest(document, meeting, mention, sentence))
            else ""
        )
    if not meeting.reported or document.has("remote", sentence):
        return ""
    if belongs:
        return "attendance/member"
    return "attendance/guest" if coming and _guest(document, meeting, mention, sentence) else ""


def _belongs(document: Document, person: Person, meeting: Meeting, members: frozenset[str]) -> bool:
    """Whether a person would sit at the forum's table: head (or minister) of a member, or the body's own secretary general."""
    if person.office == "secretary_general":
        return any(
            person.leader_id in officers
            for body, officers in document.vocabulary.officers.items()
            if body == meeting.forum_id or document.vocabulary.forum_members.get(body, members) < members
        )
    if meeting.level == "foreign_ministers":
        return person.place_id in members and person.office == "foreign_minister"
    return (
        (person.place_id in members or not members) and person.office in _HEADS and _serving(document, person, meeting)
    )


def _serving(document: Document, person: Person, meeting: Meeting) -> bool:
    """Whether a person is in office on the meeting's day, or the article's, as far as the vocabulary knows."""
    day = meeting.held_on or (document.today.isoformat() if document.today else "")
    terms = [term for term in document.vocabulary.terms.get(person.leader_id, ()) if term.office in _HEADS]
    return not person.known or not day or any(term.holds(day) for term in terms)


def _listed(document: Document, mention: Mention) -> bool:
    """Whether an item of a list of those who came may be an attendee: any office, but neither former nor absent."""
    known = document.people[mention.value].office in _GUESTS
    cues = document.of("attend", (document.sentence_of(mention).first, mention.first))
    if cues and _said_between(document, cues[-1], mention):
        return False
    return known and not _former(document, mention) and mention.value not in document.once(_absent)


def _guest(document: Document, meeting: Meeting, mention: Mention, sentence: Sentence) -> bool:
    """Whether somebody who is no head of a member is said to come: a word for coming stands near the name."""
    person = document.people[mention.value]
    if person.office not in _GUESTS or (person.office in _HEADS and not _serving(document, person, meeting)):
        return False
    cues = [m for kind in ("attend", "host", "meet", "at_meeting") for m in document.of(kind, sentence)]
    listed = len(document.of("person", sentence)) > 2
    return listed or any(
        abs(cue.first - mention.first) <= 3 * _CLOSE and not _said_between(document, cue, mention) for cue in cues
    )


def _said_between(document: Document, cue: Mention, mention: Mention) -> bool:
    """Whether a word for speaking stands between a word for coming and the person behind it, who is then spoken of."""
    return document.has("break", (cue.last, mention.first), "speech")


def _tells_of_others(document: Document, meetings: list[Meeting], meeting: Meeting, number: int) -> bool:
    """Whether a sentence is about another meeting of the article, or about another day."""
    if any(number in other.sentences for other in meetings if other is not meeting):
        return True
    sentence = document.sentences[number]
    held_on = meeting.held_on or meeting.report_date
    days = [
        day.iso for day in document.days if sentence.first <= day.mention.first < sentence.last and len(day.iso) >= 7
    ]
    return bool(held_on and days) and not any(compatible_days(held_on, day) for day in days)


def _lists(document: Document, sentence: Sentence, *, listing: bool) -> bool:
    """Whether a sentence opens or continues a list of those who came."""
    if document.has("attend", sentence):
        return True
    people = document.of("person", sentence)
    words = sentence.last - sentence.first
    return (
        listing
        and bool(people)
        and (words <= 16 or len(people) > 2 or document.words.gaps[sentence.last].strip(". ")[:1] == ";")
    )


def _former(document: Document, mention: Mention) -> bool:
    """Whether a person is only spoken of as former, or as the one before."""
    near = document.of("former", (max(mention.first - 3, 0), mention.last + 2))
    for cue in near:
        low, high = (cue, mention) if cue.first < mention.first else (mention, cue)
        parted = "," in document.text_of(low.end, high.start) or document.has("break", (low.last, high.first))
        if not parted and (cue.last <= mention.first or document.article.language == "ar"):
            return True
    return False


def _absent(document: Document) -> frozenset[str]:
    """The people of whom the article says that they did not come: the one named nearest to the words, in reading order."""
    absent: set[str] = set()
    for cue in document.of("absent"):
        sentence = document.sentence_of(cue)
        people = document.of("person", sentence)
        before = [m for m in people if m.last <= cue.first and cue.first - m.last <= _NEAR_ABSENT]
        behind = [m for m in people if m.first >= cue.last and m.first - cue.last <= _NEAR_ABSENT]
        nearest = (behind or before)[:1] if document.article.language == "ar" else (before[-1:] or behind[:1])
        absent.update(m.value for m in nearest)
    for cue in document.of("negation"):
        # "… also attended. Donald Trump did not; he had left."
        ends = document.words.gaps[cue.last].strip()[:1]
        absent.update(
            m.value
            for m in document.of("person", (max(cue.first - 4, 0), cue.first))
            if m.last == cue.first and ends in _STOPS
        )
    return frozenset(absent)


# --- the host ---


def hosting_person(document: Document, meeting: Meeting) -> Mention | None:
    """The person who is said to receive the others or to chair: the subject of the word for it."""
    numbers = sorted(meeting.sentences) + [
        n for n in range(len(document.sentences)) if n not in meeting.sentences and meeting.reported
    ]
    for number in numbers:
        sentence = document.sentences[number]
        people = [m for m in document.of("person", sentence) if not _former(document, m)]
        if number not in meeting.sentences and document.has("forum", sentence):
            continue
        for host in document.of("host", sentence) if people else ():
            subject = _subject(document, host, people)
            if subject is not None:
                return subject
    return None


def _subject(document: Document, host: Mention, people: list[Mention]) -> Mention | None:
    behind = [m for m in people if m.first >= host.last]
    before = [m for m in people if m.last <= host.first]
    words = document.text_of(host.start, host.end).casefold()
    if document.article.language == "ar" and before and fold(document.words.forms[host.first - 1]) in _AR_RELATIVE:
        return before[-1]
    if document.article.language == "ar" or words.endswith((" by", " of", "the host")):
        near = [m for m in behind if m.first - host.last <= _CLOSE]
        if near:
            return near[0]
    if before:
        return before[-1]
    near = [m for m in behind if m.first - host.last <= _BEHIND_VERB]
    return near[0] if near and document.article.language == "ru" else None


def _host(document: Document, meeting: Meeting, found: dict[str, tuple[Mention, str]], host_place: str) -> str | None:
    """The head of the country where the meeting is, among those who came; else the one who is said to receive."""
    at_home = [leader_id for leader_id in found if host_place and document.people[leader_id].place_id == host_place]
    subject = hosting_person(document, meeting)
    if subject is not None and subject.value in found and (subject.value in at_home or not host_place):
        return subject.value
    return min(at_home, key=lambda leader_id: _rank(document.people[leader_id]), default=None)


def _rank(person: Person) -> int:
    order = ("monarch", "president", "prime_minister", "vice_president", "foreign_minister")
    return order.index(person.office) if person.office in order else len(order)


# --- the words that tell a role ---


def _role_span(document: Document, meeting: Meeting, mention: Mention, role: str, rule: str) -> tuple[int, int]:
    """The words that tell a role: the person's sentence where it tells of coming; for a list, from the word that opens it;
    else the sentence that tells of the meeting, or of its place for the host.
    """
    own = document.sentence_of(mention)
    cues = ("attend", "meet", "host", "titles", "held", "meeting", "at_meeting")
    if role == "host" and not document.has("host", own):
        spots = [s for s in meeting.sightings if s.spot]
        told = document.sentences[spots[0].sentence] if spots else document.sentences[min(meeting.sentences)]
        return told.start, told.end
    if rule == "attendance/list" and role != "host":
        opening = [m for m in document.of("attend") if m.first <= mention.first]
        if opening:
            return min(opening[-1].start, mention.start), max(mention.end, opening[-1].end)
    if document.has_any(cues, own):
        return own.start, own.end
    told = document.sentences[min(meeting.sentences)]
    return told.start, told.end
