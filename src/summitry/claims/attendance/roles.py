"""The words that tell what part somebody has in a meeting."""

from __future__ import annotations

from summitry.claims.meetings.reading import Meeting
from summitry.mentions.document import Document, Mention


def role_span(document: Document, meeting: Meeting, mention: Mention, role: str, rule: str) -> tuple[int, int]:
    """The words that tell a role: the person's sentence where it tells of coming; for a list, from the word that opens it;
    else the sentence that tells of the meeting, or of its place for the host.
    """
    own = document.sentence_of(mention)
    cues = ("attend", "sent", "meet", "host", "titles", "held", "meeting", "at_meeting")
    if role == "host" and not document.has("host", own):
        spots = [s for s in meeting.sightings if s.spot]
        if not spots and meeting.dateline is not None:
            return meeting.dateline.start, document.sentence_of(meeting.dateline).end
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
