"""Who said what: each statement with its speaker, what kind of speaking it is, its own words, and what it is about."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field

from summitry.claims.model import Cell, Claim, cell, row_claims
from summitry.claims.statements.clauses import Act, Content
from summitry.claims.statements.contents import find_content
from summitry.claims.statements.quotes import Quote, find_quotes, inside, trimmed
from summitry.claims.statements.speakers import find_speaker, joint_speakers, subject_behind_comma
from summitry.mentions.document import Document, Mention
from summitry.text.signs import has_sign

_RULE = "statements"
_KINDS = (
    "says",
    "says_of",
    "calls",
    "quotes",
    "replies",
    "voices",
    "saying",
    "according",
    "according_to_him",
    "passive",
)
_VOICED_REACH = 9
_LONG_QUOTE = 4
_LEAST_ALONE = 2
_BEHIND_QUOTE = ",،”»"
_ENDS_SENTENCE = re.compile(r"[.!?…؟]|\n\n")


@dataclass
class _Statement:
    """A statement on its way to a row."""

    speaker: Mention
    cue: Mention
    content: Content


@dataclass
class _Talk:
    """What was said so far: the statements, who spoke last, and where somebody spoke who is no leader."""

    found: list[_Statement] = field(default_factory=list)
    speaker: Mention | None = None
    spoken_at: int = -1
    strangers: list[int] = field(default_factory=lambda: [-1])

    @property
    def goes_on(self) -> Mention | None:
        """Whose words "and added" goes on with; nobody's where a stranger spoke last."""
        return self.speaker if self.spoken_at > self.strangers[-1] else None


def find_statements(document: Document) -> list[Claim]:
    """The rows of `statements` that an article holds, in the order of the text.

    Only people whom the article names speak.
    """
    if "person" not in document.kinds or document.kinds.isdisjoint(_KINDS):
        return []
    quotes = find_quotes(document)
    talk = _Talk()
    for number in sorted(document.sentences_with(_KINDS)):
        _read_sentence(document, number, quotes, talk)
    talk.found += _continued(document, quotes, talk)
    claims: list[Claim] = []
    for number, statement in enumerate(sorted(talk.found, key=lambda said: said.content.first)):
        rule = f"{_RULE}/{statement.cue.kind}"
        claims += row_claims("statements", f"statements/{number}", rule, _cells(document, statement))
    return claims


def _read_sentence(document: Document, number: int, quotes: list[Quote], talk: _Talk) -> None:
    """Add a sentence's statements."""
    sentence = document.sentences[number]
    cues = [m for m in document.any_of(_KINDS, sentence) if not _idle(document, m, quotes)]
    firsts = list({m.first: m for m in reversed(cues)}.values())[::-1]
    for cue in firsts:
        if any(s.content.first <= cue.first < s.content.last for s in talk.found[-2:]):
            continue
        if any(other.first < cue.first < other.last for other in firsts):
            continue
        barred = talk.strangers[-1] >= sentence.first
        opening = _opens_participle(document, cue)
        verb = _main_verb(document, cue, firsts) if opening else cue
        if opening and verb is cue:
            speaker = subject_behind_comma(document, cue, sentence.last, talk.goes_on)
        else:
            speaker = find_speaker(document, number, verb, talk.goes_on, spoken_at=talk.spoken_at, barred=barred)
        if speaker is None:
            if _speech_follows(document, cue, sentence.last):
                talk.strangers.append(cue.first)
            document.reject(_RULE, cue, "no leader who says it")
            continue
        talk.speaker, talk.spoken_at = speaker, cue.first
        kinds = frozenset(m.kind for m in cues if m.first == cue.first)
        cue, kinds = _voiced(document, cue, kinds, sentence.last)
        following = tuple(m for m in firsts if m.first > cue.first)
        told_by = speaker._replace(first=cue.first, last=cue.first) if opening else speaker  # he is named further on
        content = find_content(document, sentence, Act(cue, kinds, told_by, following), quotes)
        if content is not None and document.is_word(cue.first, "denies"):
            content = Content(cue.first, content.last)  # so that nobody takes for said what is denied
        if content is None:
            document.reject(_RULE, cue, "nothing that is said")
        elif not any(s.content.first == content.first for s in talk.found):
            judged = _judgement(document, cue, content)
            talk.found += [_Statement(one, judged, content) for one in joint_speakers(document, speaker, cue)]


def _opens_participle(document: Document, cue: Mention) -> bool:
    """As in "Hailing the talks, X said", «Отметив, что …, X добавил», واصفا القمة بأنها …، قال: its subject is still to come."""
    gap = document.words.gaps[cue.first]
    opens = cue.first == document.sentence_of(cue).first and not has_sign(gap, _BEHIND_QUOTE)
    return opens and (cue.kind == "saying" or document.is_word(cue.first, "describing"))


def _main_verb(document: Document, cue: Mention, firsts: list[Mention]) -> Mention:
    """The verb of saying of the clause behind an opening participle; the participle itself where there is none."""
    return next((m for m in firsts if m.first > cue.first and m.kind != "saying"), cue)


def _continued(document: Document, quotes: list[Quote], talk: _Talk) -> list[_Statement]:
    """Quotations that stand alone, in the sentence behind what somebody said: his, too ("…," he said. "…")."""
    said = sorted(talk.found, key=lambda statement: statement.content.first)
    taken = [(s.content.first, s.content.last) for s in said]
    more: list[_Statement] = []
    for number, quote in enumerate(quotes):
        if any(first < quote.last and quote.first < last for first, last in taken) or not _alone(document, quote):
            continue
        onward = quotes[number + 1].first if quote.goes_on and number + 1 < len(quotes) else -1
        before = next((s for s in said if s.content.first == onward), None)
        before = before or _just_before(document, quote, [*said, *more], talk)
        if before is not None:
            more.append(_Statement(before.speaker, before.cue, Content(quote.first, quote.last, True)))
    return more


def _alone(document: Document, quote: Quote) -> bool:
    """Whether a quotation is a sentence of its own and no quoted word in somebody's clause."""
    before, behind = document.words.gaps[quote.first], document.words.gaps[quote.last]
    opens = quote.first == 0 or bool(_ENDS_SENTENCE.search(before)) or ":" in before or "—" in before or "–" in before
    ends = quote.last >= len(document.words.forms) or bool(_ENDS_SENTENCE.search(behind))
    return opens and ends and quote.last - quote.first >= _LEAST_ALONE


def _just_before(document: Document, quote: Quote, said: list[_Statement], talk: _Talk) -> _Statement | None:
    """The statement that ends in the sentence of a quotation or the one before, with no stranger's word between."""
    starts = [sentence.first for sentence in document.sentences]
    here = bisect_right(starts, quote.first) - 1
    earliest = starts[max(here - 1, 0)]
    earlier = [s for s in said if max(s.cue.last, s.content.last) <= quote.first]
    last = max(earlier, key=lambda s: max(s.cue.last, s.content.last), default=None)
    if last is None or max(last.cue.last, last.content.last) <= earliest:
        return None
    if any(last.cue.first < stranger < quote.last for stranger in talk.strangers):
        return None
    others = document.of("person", (max(last.cue.last, last.content.last), quote.first))
    return last if all(m.value == last.speaker.value for m in others) else None


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


def _idle(document: Document, cue: Mention, quotes: list[Quote]) -> bool:
    """Whether a speaking word tells of no statement: within a quotation, negated, or only sounding like one."""
    quote = inside(quotes, cue.first)
    if quote is not None and quote.last - quote.first >= _LONG_QUOTE:
        return True
    if any(m.last > cue.first for m in document.of("not_speech", (max(cue.first - 3, 0), cue.last))):
        return True
    if document.article.language == "ar" and "ُ" in document.words.forms[cue.first][:4]:
        return True  # a passive, written with its vowel: "it was announced"
    if _supposed(document, cue):
        return True
    negations = document.of("negation", (max(cue.first - 2, document.sentence_of(cue).first), cue.first))
    return any(not has_sign("".join(document.words.gaps[m.last : cue.first + 1]), ',،»”"') for m in negations)


def _supposed(document: Document, cue: Mention) -> bool:
    """As in "if X said", "said nothing", «сказал ли X», ما إذا كان قد قال: a saying that is asked or supposed."""
    sentence = document.sentence_of(cue)
    if document.is_word(cue.last, "voids_saying"):
        return True
    return any(
        not has_sign("".join(document.words.gaps[m.last : cue.first + 1]), ",،;:")
        for m in document.of("condition", (sentence.first, cue.first))
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
