"""Who said what: each statement with its speaker, what kind of speaking it is, its own words, and what it is about."""

from __future__ import annotations

from dataclasses import dataclass

from summitry.claims.model import Cell, Claim, cell, row_claims
from summitry.claims.statements_contents import Act, Content, find_content
from summitry.claims.statements_quotes import Quote, find_quotes, inside, trimmed
from summitry.claims.statements_speakers import find_speaker
from summitry.mentions.document import Document, Mention

_RULE = "statements"
_KINDS = ("says", "says_of", "calls", "quotes", "saying", "according")
_LONG_QUOTE = 4


@dataclass
class _Statement:
    """A statement on its way to a row."""

    speaker: Mention
    cue: Mention
    content: Content


def find_statements(document: Document) -> list[Claim]:
    """The rows of `statements` that an article holds, in the order of the text; only people whom the article names speak."""
    if "person" not in document.kinds or document.kinds.isdisjoint(_KINDS):
        return []
    quotes = find_quotes(document)
    found: list[_Statement] = []
    for number, _ in enumerate(document.sentences):
        _read_sentence(document, number, quotes, found)
    claims: list[Claim] = []
    for number, statement in enumerate(found):
        rule = f"{_RULE}/{statement.cue.kind}"
        claims += row_claims("statements", f"statements/{number}", rule, _cells(document, statement))
    return claims


def _read_sentence(document: Document, number: int, quotes: list[Quote], found: list[_Statement]) -> None:
    sentence = document.sentences[number]
    cues = [m for m in document.any_of(_KINDS, sentence) if not _idle(document, m, quotes)]
    firsts = list({m.first: m for m in reversed(cues)}.values())[::-1]
    for cue in firsts:
        if any(s.content.first <= cue.first < s.content.last and not _frames(s, cue) for s in found[-2:]):
            continue
        speaker = find_speaker(document, number, cue, found[-1].speaker if found else None)
        if speaker is None:
            document.reject(_RULE, cue, "no leader who says it")
            continue
        kinds = frozenset(m.kind for m in cues if m.first == cue.first)
        following = tuple(m for m in firsts if m.first > cue.first)
        content = find_content(document, sentence, Act(cue, kinds, speaker, following), quotes)
        if content is None:
            document.reject(_RULE, cue, "nothing that is said")
            continue
        if not any(s.content.first == content.first for s in found):
            found.append(_Statement(speaker, cue, content))


def _frames(statement: _Statement, cue: Mention) -> bool:
    """Whether a statement's content only stands around its own verb ("The region, she said, …")."""
    return statement.cue.first == cue.first


def _idle(document: Document, cue: Mention, quotes: list[Quote]) -> bool:
    """Whether a speaking word tells of no statement: within a quotation, negated, or only sounding like one."""
    quote = inside(quotes, cue.first)
    if quote is not None and quote.last - quote.first >= _LONG_QUOTE:
        return True
    if any(m.last > cue.first for m in document.of("not_speech", (max(cue.first - 3, 0), cue.last))):
        return True
    return document.has("negation", (max(cue.first - 2, 0), cue.first))


def _cells(document: Document, statement: _Statement) -> list[tuple[str, Cell]]:
    content = statement.content
    start, end = trimmed(document, content.first, content.last)
    own = document.people[statement.speaker.value].place_id
    within = (content.first, content.last)
    place = next((m for m in document.of("place", within) if m.value != own and m.form != "adjective"), None)
    person = next((m for m in document.of("person", within) if m.value != statement.speaker.value), None)
    cells = [("leader_id", cell(statement.speaker)), ("act", cell(statement.cue))]
    if place is not None:
        cells.append(("about_place_id", cell(place)))
    if person is not None:
        cells.append(("about_leader_id", cell(person)))
    cells.append(("is_quotation", Cell(content.quoted)))
    cells.append(("text", Cell(document.text_of(start, end), start, end)))
    return cells
