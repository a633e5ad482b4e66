"""Who took part in a meeting, and who was the host."""

from __future__ import annotations

from dataclasses import dataclass

from summitry.claims.meetings import Meeting
from summitry.mentions.document import Document, Mention, Person
from summitry.text.sentences import Sentence

_HEADS = ("president", "prime_minister", "monarch", "european_council_president", "european_commission_president")
_OFFICERS = ("secretary_general",)
_CLOSE = 6


@dataclass(frozen=True, slots=True)
class Attendee:
    """A person at a meeting: the mention that says so, the role with the words (offsets) that tell it, and the rule."""

    leader_id: str
    mention: Mention
    role: str
    role_span: tuple[int, int]
    rule: str


def find_attendees(document: Document, meeting: Meeting, host_place: str, *, main: bool) -> list[Attendee]:
    """The people whom the article puts at a meeting, each once, in the order of the text."""
    members = document.vocabulary.forum_members.get(meeting.forum_id, frozenset())
    found: dict[str, tuple[Mention, str]] = {}
    for number in sorted(meeting.sentences):
        for mention in _told_in(document, meeting, document.sentences[number], members):
            found.setdefault(mention.value, (mention, "attendance/told-with-the-meeting"))
    if main:
        for rule, mention in _told_elsewhere(document, meeting, members):
            found.setdefault(mention.value, (mention, rule))
    absent = _absent(document)
    host = _host(document, meeting, found, host_place)
    return [
        Attendee(leader_id, mention, role, _role_span(document, meeting, mention, role, rule), rule)
        for leader_id, (mention, rule) in found.items()
        for role in ("host" if leader_id == host else "participant",)
        if leader_id not in absent and _fits_level(document, document.people[leader_id], meeting, mention, rule)
    ]


def _role_span(document: Document, meeting: Meeting, mention: Mention, role: str, rule: str) -> tuple[int, int]:
    """The words that tell a role: the sentence with the person; for a list, from the word that opens it; for a leader of
    a group, or a host by the place, the sentence that tells of the group or the place."""
    own = document.sentence_of(mention)
    if rule == "attendance/list":
        opening = [m for m in document.of("attend") if m.first <= own.last]
        start = min(opening[-1].start, own.start) if opening else own.start
        return start, max(mention.end, opening[-1].end if opening else 0)
    if role == "host" and not document.has("host", own):
        spots = [s for s in meeting.sightings if s.spot]
        numbers = [s.sentence for s in spots] or sorted(meeting.sentences)
    elif rule == "attendance/leader-of-the-group":
        numbers = [s.sentence for s in meeting.sightings if document.people[mention.value].place_id in s.group]
    else:
        return own.start, own.end
    told = document.sentences[numbers[0]]
    return told.start, told.end


def hosting_person(document: Document, meeting: Meeting) -> Mention | None:
    """The person who is said to receive the others: the nearest before the word (behind it in Arabic), or right behind "hosted by"."""
    for number in sorted(meeting.sentences):
        sentence = document.sentences[number]
        for host in document.of("host", sentence):
            people = [m for m in document.of("person", sentence) if not _former(document, m)]
            subject = _subject(document, host, people)
            if subject is not None:
                return subject
    return None


def _subject(document: Document, host: Mention, people: list[Mention]) -> Mention | None:
    passive = document.text_of(host.start, host.end).casefold().endswith(" by")
    behind = [m for m in people if m.first >= host.last]
    before = [m for m in people if m.last <= host.first]
    if document.article.language == "ar" or passive:
        near = [m for m in behind if m.first - host.last <= _CLOSE]
        return near[0] if near else (before[-1] if before and not passive else None)
    if before:
        return before[-1]
    return behind[0] if document.article.language == "ru" and behind and behind[0].first - host.last <= 3 else None


def _told_in(document: Document, meeting: Meeting, sentence: Sentence, members: frozenset[str]) -> list[Mention]:
    """People in a sentence that tells of the meeting, where it says that people come, meet, receive or speak there."""
    people = [m for m in document.of("person", sentence) if not _former(document, m)]
    attending = document.has("attend", sentence)
    telling = attending or any(document.has(cue, sentence) for cue in ("host", "meet", "speech", "titles"))
    if not telling and not document.has("held", sentence):
        return []
    absent = {
        mention.value
        for cue in document.of("absent", sentence)
        for mention in people
        if abs(mention.first - cue.first) < 12
    }
    return [
        m
        for m in people
        if m.value not in absent and (_belongs(document, m, meeting, members) or attending and _listed(document, m))
    ]


def _told_elsewhere(document: Document, meeting: Meeting, members: frozenset[str]) -> list[tuple[str, Mention]]:
    """People of the article's main meeting in other sentences: lists of those present, speeches at it, leaders of the group."""
    found: list[tuple[str, Mention]] = []
    other = _sentences_of_other_meetings(document, meeting)
    listing = False
    for number, sentence in enumerate(document.sentences):
        if number in other:
            listing = False
            continue
        people = [m for m in document.of("person", sentence) if not _former(document, m)]
        if number in meeting.sentences:
            listing = bool(document.has("attend", sentence))
            continue
        attend = document.has("attend", sentence)
        after = number - 1 in meeting.sentences or number - 2 in meeting.sentences or listing
        if attend and (after or document.has("meeting", sentence)):
            found += [("attendance/list", m) for m in people]
            listing = True
        elif listing and len(people) > 0 and _list_item(document, sentence):
            found += [("attendance/list", m) for m in people]
        else:
            listing = False
        if document.has("speech", sentence) or document.has("meeting", sentence, "summit"):
            found += [("attendance/speech", m) for m in people[:1] if _belongs(document, m, meeting, members)]
    group = meeting.group
    for mention in document.of("person"):
        person = document.people[mention.value]
        if person.place_id in group and person.office in _HEADS and not _former(document, mention):
            found.append(("attendance/leader-of-the-group", mention))
    return found


def _sentences_of_other_meetings(document: Document, meeting: Meeting) -> set[int]:
    return {
        number
        for number, sentence in enumerate(document.sentences)
        if number not in meeting.sentences
        and any(m.value != meeting.forum_id for m in document.of("forum", sentence))
        and document.has("meeting", sentence)
    }


def _list_item(document: Document, sentence: Sentence) -> bool:
    """Whether a sentence is an item of a list: short, or begun by a dash or "for", and full of titles or countries."""
    words = sentence.last - sentence.first
    return words <= 16 or document.has("titles", sentence) or len(document.of("person", sentence)) > 1


def _belongs(document: Document, mention: Mention, meeting: Meeting, members: frozenset[str]) -> bool:
    """Whether a person would sit at the forum's table: head of a member, or its own secretary general."""
    person = document.people[mention.value]
    if person.office in _OFFICERS:
        return _officer_of(document, mention, meeting)
    if meeting.level == "foreign_ministers":
        return person.place_id in members and person.office == "foreign_minister"
    if "EUE" in members and person.place_id == "EUE":
        return person.office in _HEADS
    return (person.place_id in members or not members) and person.office in _HEADS


def _officer_of(document: Document, mention: Mention, meeting: Meeting) -> bool:
    """A secretary general at the meeting of the organisation: named in a sentence that speaks of it."""
    sentence = document.sentence_of(mention)
    forums = {m.value for m in document.of("forum", sentence)}
    return not forums or meeting.forum_id in forums


def _listed(document: Document, mention: Mention) -> bool:
    """Whether somebody from outside the members is named as one who attends: with title or office, not only spoken of."""
    person = document.people[mention.value]
    return person.office in (*_HEADS, *_OFFICERS, "other", "vice_president", "foreign_minister")


def _fits_level(document: Document, person: Person, meeting: Meeting, mention: Mention, rule: str) -> bool:
    if meeting.level == "foreign_ministers" or rule == "attendance/list":
        return True
    if person.office != "foreign_minister":
        return True
    sentence = document.sentence_of(mention)
    near = [m for m in document.of("attend", sentence) if abs(m.first - mention.first) <= 2 * _CLOSE]
    return bool(near)


def _former(document: Document, mention: Mention) -> bool:
    """Whether a person is only spoken of as former, or as the one before."""
    near = document.of("former", (max(mention.first - 3, 0), mention.last + 1))
    return any(m.last <= mention.first and document.text_of(m.end, mention.start).count(",") == 0 for m in near)


def _absent(document: Document) -> set[str]:
    absent: set[str] = set()
    for cue in document.of("absent"):
        sentence = document.sentence_of(cue)
        people = document.of("person", sentence)
        if not people:
            continue
        if document.article.language == "ar":
            near = [m for m in people if m.first >= cue.last] or people
            absent.add(near[0].value)
        else:
            near = [m for m in people if m.last <= cue.first] or people
            absent.add(near[-1].value)
    return absent


def _host(document: Document, meeting: Meeting, found: dict[str, tuple[Mention, str]], host_place: str) -> str | None:
    """The head of the country where the meeting is, among those who came; else the one who is said to receive."""
    at_home = [leader_id for leader_id in found if host_place and document.people[leader_id].place_id == host_place]
    subject = hosting_person(document, meeting)
    if subject is not None and (subject.value in at_home or not at_home and subject.value in found and not host_place):
        return subject.value
    ranked = sorted(at_home, key=lambda leader_id: _rank(document.people[leader_id]))
    return ranked[0] if ranked else None


def _rank(person: Person) -> int:
    order = ("monarch", "president", "prime_minister", "vice_president", "foreign_minister")
    return order.index(person.office) if person.office in order else len(order)
