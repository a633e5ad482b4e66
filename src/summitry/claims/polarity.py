"""Is it said as a fact? Negation, denial, condition, hope and plan around a mention, from cues in its clause.

The cues are those of vocabulary/phrases/<language>/polarity.csv. A longer phrase that only sounds negative ("not only",
«не менее») is listed there as `affirmed`, so that its words are not found as a negation.
"""

from __future__ import annotations

import re
from enum import StrEnum

from summitry.mentions.document import Document, Mention
from summitry.text.folding import fold
from summitry.text.sentences import Sentence
from summitry.text.signs import has_sign

_EDGE = re.compile(r"[,،;؛:()—–«»“”\"]|\s-\s")
_CUES = ("denial", "negation", "halt", "condition", "modal", "hope", "doubt", "plan")
_NEAR = 12
_RIGHT_BEHIND = 3
_HALTED = 5
_NOMINAL = ("signing", "signature", "ratification", "подписани", "ратификаци", "توقيع", "التوقيع")
_AR_FUTURE = re.compile(r"^[وف]?س[يتن]\w{2,}")
_AR_PRESENT = re.compile(r"^[يت]\w{2,}")
_AR_PAST_IN_T = re.compile(r"^ت\w{2,}ت$")


class Stance(StrEnum):
    """How a text stands to what a clause says."""

    ASSERTED = "asserted"
    PLANNED = "planned"
    HOPED = "hoped"
    CONDITIONAL = "conditional"
    NEGATED = "negated"
    DENIED = "denied"


def stance(document: Document, sentence: Sentence, mention: Mention) -> Stance:
    """How the clause in which a mention stands is meant: as a fact, or what the strongest cue around it makes of it."""
    if not document.has_any(_CUES, sentence):
        return Stance.PLANNED if is_future(document, mention) else Stance.ASSERTED
    clause = clause_of(document, sentence, mention)
    if _denied(document, sentence, clause, mention):
        return Stance.DENIED
    if _negated(document, clause, mention):
        return Stance.NEGATED
    if _conditional(document, sentence, clause, mention):
        return Stance.CONDITIONAL
    before = (max(clause[0], mention.first - _NEAR), mention.first)
    if document.has("hope", before) or document.has("doubt", sentence) or _is_what_is_hoped(document, clause):
        return Stance.HOPED
    if document.has("plan", before) or is_future(document, mention):
        return Stance.PLANNED
    return Stance.ASSERTED


def clause_of(document: Document, sentence: Sentence, mention: Mention) -> tuple[int, int]:
    """The words (first, last exclusive) around a mention up to the next comma, dash, colon, bracket or quote."""
    gaps, signs = document.words.gaps, document.words.signs
    before = (i for i in reversed(signs(sentence.first + 1, mention.first + 1)) if _EDGE.search(gaps[i]))
    behind = (i for i in signs(mention.last, sentence.last) if _EDGE.search(gaps[i]))
    return next(before, min(sentence.first, mention.first)), next(behind, max(sentence.last, mention.last))


def _is_what_is_hoped(document: Document, clause: tuple[int, int]) -> bool:
    """Whether a clause with "that" follows a word of hope and a comma, as in Russian: «выразил надежду, что X вступит»."""
    led = document.is_word(clause[0], "that_clause")
    return led and document.has("hope", (max(clause[0] - _RIGHT_BEHIND, 0), clause[0]))


def is_future(document: Document, mention: Mention) -> bool:
    """Whether an Arabic verb carries the future's سـ; in other languages the future is a cue of its own."""
    return document.article.language == "ar" and bool(_AR_FUTURE.match(fold(document.words.forms[mention.first])))


def _denied(document: Document, sentence: Sentence, clause: tuple[int, int], mention: Mention) -> bool:
    """A denial reaches to the end of its sentence, and back to the start of its own clause."""
    if not document.has("denial"):
        return False
    before = [
        cue for cue in document.of("denial", (sentence.first, mention.first)) if not _turned(document, cue, mention)
    ]
    if before or document.has("denial", (mention.last, clause[1])):
        return True
    signed = mention.kind == "act" and mention.value == "signed"
    return not signed and any(_of_subject(document, cue) for cue in document.of("denial", (clause[1], sentence.last)))


def _of_subject(document: Document, cue: Mention) -> bool:
    """As in "A contract under which X would sell arms, so a paper, does not exist": a comma right before what is not."""
    parted = has_sign(document.words.gaps[cue.first], ",،")
    return parted and document.has_word("not", (cue.first, cue.last))


def _turned(document: Document, cue: Mention, mention: Mention) -> bool:
    """Whether a semicolon or a "while", "but" between a denial and a mention ends the denial."""
    between = (cue.last, mention.first)
    return document.has("break", between, "contrast") or ";" in "".join(
        document.words.gaps[cue.last : mention.first + 1]
    )


def _negated(document: Document, clause: tuple[int, int], mention: Mention) -> bool:
    before = (max(clause[0], mention.first - _NEAR), mention.first)
    behind = (mention.last, min(clause[1], mention.last + _RIGHT_BEHIND))
    # What is refused, put off or called off stands close to the verb that says so.
    halted = (max(clause[0], mention.first - _HALTED), mention.first)
    called_off = document.has("halt", (mention.last, clause[1])) and _is_nominal(document, mention)
    return (
        called_off
        or document.has("negation", before)
        or document.has("negation", behind)
        or document.has("halt", halted)
    )


def _is_nominal(document: Document, mention: Mention) -> bool:
    """Whether a deed is a noun, the subject of what happened to it: "the signing was postponed"."""
    words = document.words.folded[mention.first : mention.last]
    return mention.kind == "act" and any(word.startswith(_NOMINAL) for word in words)


def _conditional(document: Document, sentence: Sentence, clause: tuple[int, int], mention: Mention) -> bool:
    if document.has("condition", (sentence.first, mention.first)) or document.has(
        "condition", (mention.last, clause[1])
    ):
        return True
    before = (max(clause[0], mention.first - _NEAR), mention.first)
    return any(_is_modal(document, sentence, cue) for cue in document.of("modal", before))


def _is_modal(document: Document, sentence: Sentence, cue: Mention) -> bool:
    """Not the month of May, and not قد before a past tense, where it only says that a thing is done.

    A past tense may look like a present one: (كانت) قد تعهدت.
    """
    form = document.words.forms[cue.first]
    if document.article.language == "ar" and fold(form).lstrip("وف") == "قد":
        after = document.words.forms[cue.last] if cue.last < len(document.words.forms) else ""
        return bool(_AR_PRESENT.match(fold(after))) and not _is_pluperfect(document, sentence, cue)
    return not (form[0].isupper() and cue.first > sentence.first)


def _is_pluperfect(document: Document, sentence: Sentence, cue: Mention) -> bool:
    """Whether a verb in ت behind قد is a past: a كان stands before it, or it ends in the ت of the past feminine."""
    after = fold(document.words.forms[cue.last])
    if not after.startswith("ت"):
        return False
    before = (max(cue.first - _NEAR, sentence.first), cue.first)
    return bool(_AR_PAST_IN_T.match(after)) or document.has("was", before)
