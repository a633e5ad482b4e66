"""Who said what: each statement with its speaker, what kind of speaking it is, its own words, and what it is about."""

from __future__ import annotations

from dataclasses import dataclass

from summitry.claims.model import Cell, Claim, cell, row_claims
from summitry.claims.statements_contents import Act, Content, find_content
from summitry.claims.statements_quotes import Quote, find_quotes, inside, trimmed
from summitry.claims.statements_speakers import find_speaker
from summitry.mentions.document import Document, Mention

_RULE = "statements"
_KINDS = ("says", "says_of", "calls", "quotes", "replies", "voices", "saying", "according")
_VOICED_REACH = 9
_LONG_QUOTE = 4


@dataclass
class _Statement:
    """A statement on its way to a row."""

    speaker: Mention
    cue: Mention
    content: Content


def find_statements(document: Document) -> list[Claim]:
    """The rows of `statements` that an article holds, in the order of the text.

    Only people whom the article names speak.
    """
    if "person" not in document.kinds or document.kinds.isdisjoint(_KINDS):
        return []
    quotes = find_quotes(document)
    found: list[_Statement] = []
    stranger = -1
    for number in range(len(document.sentences)):
        stranger = _read_sentence(document, number, quotes, found, stranger)
    claims: list[Claim] = []
    for number, statement in enumerate(found):
        rule = f"{_RULE}/{statement.cue.kind}"
        claims += row_claims("statements", f"statements/{number}", rule, _cells(document, statement))
    return claims


def _read_sentence(document: Document, number: int, quotes: list[Quote], found: list[_Statement], stranger: int) -> int:
    """Add a sentence's statements.

    `stranger` is where somebody spoke last who is no leader: "and added" is then theirs.
    """
    sentence = document.sentences[number]
    cues = [m for m in document.any_of(_KINDS, sentence) if not _idle(document, m, quotes)]
    firsts = list({m.first: m for m in reversed(cues)}.values())[::-1]
    for cue in firsts:
        if any(s.content.first <= cue.first < s.content.last and not _frames(s, cue) for s in found[-2:]):
            continue
        last = found[-1] if found else None
        goes_on = last.speaker if last is not None and last.cue.first > stranger else None
        speaker = find_speaker(document, number, cue, goes_on, barred=stranger >= sentence.first)
        if speaker is None:
            stranger = cue.first if _speech_follows(document, cue, sentence.last) else stranger
            document.reject(_RULE, cue, "no leader who says it")
            continue
        kinds = frozenset(m.kind for m in cues if m.first == cue.first)
        cue, kinds = _voiced(document, cue, kinds, sentence.last)
        following = tuple(m for m in firsts if m.first > cue.first)
        content = find_content(document, sentence, Act(cue, kinds, speaker, following), quotes)
        if content is None:
            document.reject(_RULE, cue, "nothing that is said")
            continue
        if not any(s.content.first == content.first for s in found):
            found.append(_Statement(speaker, _judgement(document, cue, content), content))
    return stranger


def _speech_follows(document: Document, cue: Mention, end: int) -> bool:
    """Whether somebody speaks, though no leader: a clause or a quotation follows."""
    return document.has("that", (cue.last, min(cue.last + _VOICED_REACH, end))) or ":" in document.words.gaps[cue.last]


def _voiced(document: Document, cue: Mention, kinds: frozenset[str], end: int) -> tuple[Mention, frozenset[str]]:
    """What is voiced tells the act: "expressed … hope", «выразил … благодарность», أعرب … عن أمله."""
    if cue.kind != "voices":
        return cue, kinds
    found = document.of("voiced", (cue.last, min(cue.last + _VOICED_REACH, end)))
    return (found[0], frozenset(("says", "says_of"))) if found else (cue, kinds)


def _judgement(document: Document, cue: Mention, content: Content) -> Mention:
    """As in "Called it historic": the judgement tells the act, where it is a judgement."""
    judging = document.of("judging", (content.first, content.last)) if cue.kind == "calls" else []
    return judging[0] if judging else cue


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
    if document.article.language == "ar" and "ُ" in document.words.forms[cue.first][:4]:
        return True  # a passive, written with its vowel: "it was announced"
    negations = document.of("negation", (max(cue.first - 2, 0), cue.first))
    return any(
        not any(sign in gap for gap in document.words.gaps[m.last : cue.first + 1] for sign in ',،»”"')
        for m in negations
    )


def _cells(document: Document, statement: _Statement) -> list[tuple[str, Cell]]:
    content = statement.content
    start, end = trimmed(document, content.first, content.last)
    own = document.people[statement.speaker.value].place_id
    within = (content.first, content.last)
    place = next((m for m in document.of("place", within) if m.value != own and m.form != "adjective"), None)
    people = document.of("person", (min(statement.cue.last, content.first), content.first)) + document.of(
        "person", within
    )
    person = next((m for m in people if m.value != statement.speaker.value), None)
    cells = [("leader_id", cell(statement.speaker)), ("act", cell(statement.cue))]
    if place is not None:
        cells.append(("about_place_id", cell(place)))
    if person is not None:
        cells.append(("about_leader_id", cell(person)))
    cells.append(("is_quotation", Cell(content.quoted)))
    cells.append(("text", Cell(document.text_of(start, end), start, end)))
    return cells
