"""Whose place at a meeting's table is: the heads (or ministers) of its members in office that day, and the body's officer."""

from __future__ import annotations

from summitry.claims.meetings.reading import Meeting
from summitry.mentions.document import Document, Mention, Person

HEADS = ("president", "prime_minister", "monarch", "european_council_president", "european_commission_president")


def belongs(document: Document, person: Person, meeting: Meeting) -> bool:
    """Whether a person would sit at a meeting's table: head (or minister) of a member, or the body's own secretary."""
    members = document.vocabulary.forum_members.get(meeting.forum_id, frozenset())
    officer = person.leader_id in document.vocabulary.officers_at.get(meeting.forum_id, ())
    if person.office == "secretary_general":
        return officer
    if officer and person.office == "other":  # the chair of the African Union's commission
        return serving(document, person, meeting, ("other",))
    if meeting.level == "foreign_ministers":
        return person.place_id in members and person.office == "foreign_minister"
    member = person.place_id in members or not members
    # A crown prince who heads the government is called by the other title.
    head = person.office in HEADS or (person.known and person.office == "other")
    return member and head and serving(document, person, meeting)


def serving(document: Document, person: Person, meeting: Meeting, offices: tuple[str, ...] = HEADS) -> bool:
    """Whether a person is in office on the meeting's day, or the article's, as far as the vocabulary knows."""
    day = meeting.held_on or (document.today.isoformat() if document.today else "")
    if not person.known or not day:
        return True
    terms = document.vocabulary.terms.get(person.leader_id, ())
    return any(term.office in offices and term.holds(day) for term in terms)


def owns_another(document: Document, mention: Mention) -> bool:
    """Whether a person is only named for somebody who works for them: "Erdogan's deputy", «пресс-секретарь Путина»."""
    before = (max(mention.first - 6, 0), mention.first)
    for office in document.of("office_of", before):
        told = {
            i
            for kind in ("title", "place", "honorific", "linking")
            for m in document.of(kind, before)
            for i in range(m.first, m.last)
        }
        if all(i in told for i in range(office.last, mention.first)):
            return True
    behind = document.words.forms[mention.last : mention.last + 1]
    if document.article.language != "en" or not behind or behind[0] != "s":
        return False
    return document.has("aide", (mention.last + 1, mention.last + 3))
