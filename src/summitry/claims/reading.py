"""From mentions to claims: every rule in turn, and the links between what they found."""

from __future__ import annotations

from summitry.claims.agreements.reading import find_agreements
from summitry.claims.attendance.hosts import hosting_person
from summitry.claims.attendance.reading import find_attendees
from summitry.claims.meetings.reading import Meeting, find_meetings, places_of
from summitry.claims.milestones import find_milestones
from summitry.claims.model import Cell, Claim, cell, row_claims
from summitry.claims.resources.reading import find_resources
from summitry.claims.statements.reading import find_statements
from summitry.mentions.document import Document, Mention


def read_claims(document: Document) -> list[Claim]:
    """All claims of an article, table by table."""
    if not document.kinds:
        return []
    meetings = find_meetings(document)
    covered = [meeting for meeting in meetings if _is_covered(document, meeting.forum)]
    # An article about a meeting of another forum ties its deals to none of those that it mentions besides.
    main = meetings[:1] if covered[:1] == meetings[:1] else []
    claims = [*_leaders(document)]
    for number, meeting in enumerate(covered):
        claims += _summit(document, meetings, meeting, number)
    claims += find_milestones(document)
    claims += _linked(document, main, find_agreements(document))
    claims += find_resources(document)
    claims += _linked(document, main, find_statements(document))
    return claims


def _is_covered(document: Document, forum: Mention) -> bool:
    """Whether the tables cover a forum. Other meetings are read too, so that nobody is seated at the wrong table."""
    if document.vocabulary.covers(forum.value):
        return True
    document.reject("summits", forum, "the tables do not cover this forum")
    return False


def _leaders(document: Document) -> list[Claim]:
    """One row per person named or uniquely meant; the first full naming is the evidence."""
    claims: list[Claim] = []
    best: dict[str, Mention] = {}
    order = ("full", "variant", "unlisted", "short", "surname", "title")
    for mention in document.of("person"):
        known = best.get(mention.value)
        if known is None or order.index(mention.form) < order.index(known.form):
            best[mention.value] = mention
    for leader_id, mention in best.items():
        cells = _unlisted_cells(document, leader_id, mention)
        if document.people[leader_id].known:
            person = document.people[leader_id]
            cells = [("leader_id", cell(mention)), ("place_id", Cell(person.place_id)), ("office", Cell(person.office))]
        told = [(column, found) for column, found in cells if found.value]
        claims += row_claims("leaders", f"leaders/{leader_id}", f"leaders/{mention.form}", told)
    return claims


def _unlisted_cells(document: Document, leader_id: str, mention: Mention) -> list[tuple[str, Cell]]:
    """All that is known of a person of no list is what the article says, so that each cell has its words."""
    person = document.people[leader_id]
    start, end = document.introductions.get(leader_id, (mention.start, mention.end))
    return [
        ("leader_id", cell(mention)),
        (f"name_{document.article.language}", Cell(person.name, mention.start, mention.end)),
        ("place_id", Cell(person.place_id, start, end)),
        ("office", Cell(person.office, start, end)),
    ]


def _summit(document: Document, meetings: list[Meeting], meeting: Meeting, number: int) -> list[Claim]:
    row = f"summits/{number}"
    host_person = hosting_person(document, meeting)
    host = _host_place(document, meeting, host_person)
    cells = [("forum_id", cell(meeting.forum)), ("level", Cell(meeting.level))]
    told = (sighting.day for sighting in meeting.sightings)
    day = next((day for day in (*told, meeting.lead_day) if day and day.iso == meeting.held_on), None)
    if day is not None:
        cells += [("held_on", cell(day.mention, day.iso)), ("held_on_precision", Cell(_precision(day.iso)))]
    elif meeting.report_date:
        cells += [
            ("held_on", Cell(meeting.report_date, *_report_span(document, meeting))),
            ("held_on_precision", Cell("report_date")),
        ]
    if host is not None:
        cells.append(("host_place_id", host))
    cells += _spot_cells(document, meeting)
    claims = row_claims("summits", row, "summits/" + meeting.forum.form.split()[0], cells)
    attendees = find_attendees(document, meetings, meeting, host_person, str(host.value) if host else "")
    for attendee in attendees:
        person_cells = [
            ("summit_id", Cell(row)),
            ("leader_id", cell(attendee.mention)),
            ("role", Cell(attendee.role, *attendee.role_span)),
            ("office", Cell(document.people[attendee.leader_id].office)),
        ]
        claims += row_claims("attendance", f"attendance/{number}/{attendee.leader_id}", attendee.rule, person_cells)
    return claims


def _precision(iso: str) -> str:
    return {4: "year", 7: "month"}.get(len(iso), "day")


def _report_span(document: Document, meeting: Meeting) -> tuple[int, int]:
    """The date in the page's heading or the report's dateline, or, where the date came with the article, the words that
    name the meeting.
    """
    if document.article.published_on is None and document.dateline is not None:
        first, last = document.dateline
        return document.words.starts[first], document.words.ends[last - 1]
    heading = document.text_of(0, document.article.body_start)
    at = heading.find(meeting.report_date)
    return (at, at + len(meeting.report_date)) if at >= 0 else (meeting.forum.start, meeting.forum.end)


def _host_place(document: Document, meeting: Meeting, host_person: Mention | None) -> Cell | None:
    """The country of the venue, city or country that the meeting is put in; else that of the person who receives."""
    for mention in places_of(meeting):
        if mention.kind == "venue":
            city_id = document.vocabulary.venues[mention.value]["city_id"]
            return Cell(document.vocabulary.place_of_city(city_id), mention.start, mention.end)
        if mention.kind == "city":
            return Cell(document.vocabulary.place_of_city(mention.value), mention.start, mention.end)
        return cell(mention)
    if host_person is not None and document.people[host_person.value].place_id:
        return Cell(document.people[host_person.value].place_id, host_person.start, host_person.end)
    return None


def _spot_cells(document: Document, meeting: Meeting) -> list[tuple[str, Cell]]:
    cells: list[tuple[str, Cell]] = []
    for mention in places_of(meeting):
        if mention.kind == "city" and not any(name == "city" for name, _ in cells):
            cells.append(
                ("city", Cell(document.vocabulary.cities[mention.value]["name_en"], mention.start, mention.end))
            )
        if mention.kind == "venue" and not any(name == "venue" for name, _ in cells):
            cells.append(
                ("venue", Cell(document.vocabulary.venues[mention.value]["name_en"], mention.start, mention.end))
            )
    return cells


def _linked(document: Document, meetings: list[Meeting], claims: list[Claim]) -> list[Claim]:
    """Agreements and statements of the main meeting: between, or by, those who belong to its forum."""
    if not meetings:
        return claims
    members = document.vocabulary.forum_members.get(meetings[0].forum_id, frozenset())
    parties: dict[str, set[str]] = {}
    for claim in claims:
        if claim.table == "agreement_parties" and claim.column == "place_id":
            parties.setdefault(claim.row, set()).add(str(claim.value))
        if claim.table == "statements" and claim.column == "leader_id":
            parties.setdefault(claim.row, set()).add(document.people[str(claim.value)].place_id)
    links = {c.row: str(c.value) for c in claims if c.table == "agreement_parties" and c.column == "agreement_id"}
    owners: dict[str, set[str]] = {}
    for row, places in parties.items():
        owners.setdefault(links.get(row, row), set()).update(places)
    added = [
        Claim(owner.split("/")[0], owner, "summit_id", "summits/0", -1, -1, "links/main-meeting")
        for owner, places in owners.items()
        if places and places <= members
    ]
    return claims + added
