"""Who receives the others: the person who is said to host or to chair, else the head of the country that a meeting is in."""

from __future__ import annotations

from collections.abc import Iterable

from summitry.claims.attendance.absences import is_former
from summitry.claims.meetings.reading import Meeting
from summitry.mentions.document import Document, Mention, Person
from summitry.text.folding import fold

_CLOSE = 6
_BEHIND_VERB = 9
_TO_HOLDING = 4
_AR_RELATIVE = ("من", "الذي", "التي", "ومن")  # the verb's subject stands before it
_AR_OBJECT = ("ها", "ه")
_RANKS = ("monarch", "president", "prime_minister", "vice_president", "foreign_minister")


def hosting_person(document: Document, meeting: Meeting) -> Mention | None:
    """The person who is said to receive the others or to chair: the subject of the word for it."""
    told, receiving = meeting.sentences, document.sentences_with(("host",))
    meant = document.sentences_with(("holding",))
    others = receiving - told if meeting.reported else ()
    for number in (*sorted((receiving | meant) & told), *sorted(others)):
        sentence = document.sentences[number]
        people = [
            m for m in document.of("person", sentence) if not is_former(document, m) and may_host(document, meeting, m)
        ]
        if number not in told and document.has("forum", sentence):
            continue
        for host in document.of("host", sentence) if people else ():
            subject = _subject(document, host, people)
            if subject is not None:
                return subject
        holder = _holder(document, meeting, number, people) if number in told else None
        if holder is not None:
            return holder
    return None


def _holder(document: Document, meeting: Meeting, number: int, people: list[Mention]) -> Mention | None:
    """The one person who means to hold the meeting: "Biden plans to hold the summit", «Байден планирует провести саммит»."""
    anchors = [s.anchor for s in meeting.sightings if s.sentence == number]
    sentence = document.sentences[number]
    for holding in document.of("holding", sentence):
        before = [m for m in people if m.last <= holding.first]
        near = len(before) == 1 and holding.first - before[0].last <= _TO_HOLDING
        means = near and document.has_any(("plan", "hope"), (before[0].last - _CLOSE, holding.last))
        if means and any(0 <= anchor.first - holding.last <= _TO_HOLDING for anchor in anchors):
            return before[0]
    return None


def may_host(document: Document, meeting: Meeting, mention: Mention) -> bool:
    """Whether somebody has the office to host: the ministers' meeting is a minister's, the leaders' is none's."""
    return _has_the_office(document, meeting, mention.value)


def _has_the_office(document: Document, meeting: Meeting, leader_id: str) -> bool:
    minister = document.people[leader_id].office == "foreign_minister"
    return minister if meeting.level == "foreign_ministers" else not minister


def find_host(
    document: Document, meeting: Meeting, found: Iterable[str], receiving: Mention | None, host_place: str
) -> str | None:
    """The head of the country where the meeting is, among those who came; else the one who is said to be `receiving`."""
    came = list(found)
    at_home = [
        leader_id
        for leader_id in came
        if host_place
        and document.people[leader_id].place_id == host_place
        and (meeting.level == "foreign_ministers" or _has_the_office(document, meeting, leader_id))
    ]
    if receiving is not None and receiving.value in came and (receiving.value in at_home or not host_place):
        return receiving.value
    told = {m.value for number in meeting.sentences for m in document.of("person", document.sentences[number])}
    ranked = sorted(at_home, key=lambda leader_id: _rank(document.people[leader_id], meeting))
    return min(ranked, key=lambda leader_id: leader_id not in told, default=None)


def _rank(person: Person, meeting: Meeting) -> int:
    ranks = _RANKS[::-1] if meeting.level == "foreign_ministers" else _RANKS
    return ranks.index(person.office) if person.office in ranks else len(ranks)


def _is_object(document: Document, mention: Mention) -> bool:
    """Whether an Arabic name stands behind ل, as the one who is received: قبل استضافته لترامب."""
    row = document.vocabulary.people.get(mention.value)
    form = fold(document.words.forms[mention.first])
    return row is not None and form.startswith("ل") and form[1:] in fold(row["name_ar"]).split()


def _is_received(document: Document, mention: Mention) -> bool:
    """Whether a Russian name stands in the accusative before the verb: «Российского лидера встретил президент …»."""
    return document.article.language == "ru" and document.has_word("received_title", (mention.first - 1, mention.last))


def _subject(document: Document, host: Mention, people: list[Mention]) -> Mention | None:
    behind = [m for m in people if m.first >= host.last]
    before = [m for m in people if m.last <= host.first]
    words = document.text_of(host.start, host.end).casefold()
    if document.article.language == "ar" and before and fold(document.words.forms[host.first - 1]) in _AR_RELATIVE:
        hosts_it = words.endswith(_AR_OBJECT) and behind and behind[0].first - host.last <= _CLOSE
        return behind[0] if hosts_it else before[-1]  # "the summit, which X hosts (it)": X stands behind
    if document.article.language == "ar" or words.endswith((" by", " of", "the host")):
        near = [m for m in behind if m.first - host.last <= _CLOSE]
        received = bool(near) and near[0].first == host.last and _is_object(document, near[0])
        if near and not (received and before):
            return near[0]
    if before and not (behind and _is_received(document, before[-1])):
        return before[-1]
    near = [m for m in behind if m.first - host.last <= _BEHIND_VERB]
    return near[0] if near and document.article.language == "ru" else None
