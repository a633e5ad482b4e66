"""How an instrument is told of: signed, announced, only planned, or not at all."""

from __future__ import annotations

import re

from summitry.claims.agreements.events import Scene, is_plural
from summitry.claims.polarity import Stance, stance
from summitry.mentions.document import Document, Mention
from summitry.text.folding import fold
from summitry.text.sentences import Sentence

_FUTURE_AR = re.compile(r"[وف]?س[يتن]")
_PLAN_REACH = 12
_WATCH_REACH = 14
_OPENING = 3
_RECENT = 2


def meant(scene: Scene, sentence: Sentence, verb: Mention, instrument: Mention) -> Stance:
    """The stance of a verb of signing, with what stands before its instrument ("no agreement", "hopes of a deal")."""
    found = stance(scene.document, sentence, verb)
    if found is Stance.PLANNED and _is_participle(scene, verb, instrument):
        found = Stance.ASSERTED
    if found in (Stance.ASSERTED, Stance.PLANNED):
        near = (max(instrument.first - 2, sentence.first), instrument.first)
        if scene.document.has("negation", near):
            return Stance.NEGATED
        between = (min(verb.last, instrument.last), max(verb.first, instrument.first))
        if scene.document.has("hope", near) or scene.document.has("denial", between):
            return Stance.HOPED
    if found is Stance.ASSERTED and (verb.value == "planned" or _will_be_watched(scene, sentence, verb)):
        return Stance.PLANNED
    return found


def _will_be_watched(scene: Scene, sentence: Sentence, verb: Mention) -> bool:
    """As in "will watch X and Y sign": those who watch are told of in the future, and so is what they see."""
    return bool(_plans_to_watch(scene, sentence, verb))


def _plans_to_watch(scene: Scene, sentence: Sentence, verb: Mention) -> list[Mention]:
    """The words for the future that somebody's watching stands behind."""
    document = scene.document
    if not document.has("plan", (sentence.first, verb.first)):
        return []
    before = range(max(verb.first - _WATCH_REACH, sentence.first), verb.first)
    watched = next((i for i in reversed(before) if document.is_word(i, "watching")), None)
    if watched is None:
        return []
    return document.of("plan", (max(watched - _PLAN_REACH, sentence.first), watched))


def _is_participle(scene: Scene, verb: Mention, instrument: Mention) -> bool:
    """As in "will send beef under a deal signed by", "under a renewed contract": what is planned is not the signing."""
    if scene.document.article.language == "ar" and _FUTURE_AR.match(scene.document.words.folded[verb.first]):
        return False
    right_behind = 0 <= verb.first - instrument.last <= 1
    if verb.last == instrument.first and verb.first:
        return fold(scene.document.words.forms[verb.first - 1]) in ("a", "an", "the")
    return right_behind and verb.value == "signed" and not scene.document.has("plan", (instrument.first, verb.last))


def status_of(scene: Scene, verb: Mention, meant: Stance) -> tuple[str, tuple[int, int]]:
    """The status that a verb gives its instrument, and the words that say so."""
    if verb.kind == "works":
        return "announced", (verb.start, verb.end)
    if meant is Stance.PLANNED:
        plans = scene.document.of("plan", (max(verb.first - _PLAN_REACH, 0), verb.first))
        plans = plans or _plans_to_watch(scene, scene.document.sentence_of(verb), verb)
        return "planned", (plans[-1].start if plans else verb.start, verb.end)
    return verb.value, (verb.start, verb.end)


def opens_with_the(document: Document, sentence: Sentence, instrument: Mention) -> bool:
    """Whether a sentence opens with a paper that has been told of: "The agreement was signed by …", «Соглашение подписали …».

    A paper that has an attribute, or says with whom it is, may be another one.
    """
    if instrument.last - instrument.first > 1 or instrument.value not in ("agreement", "deal"):
        return False
    if document.article.language == "ru":
        return instrument.first == sentence.first
    opens = instrument.first == sentence.first + 1 and document.is_word(sentence.first, "definite_paper")
    return opens and not document.has("link", (instrument.last, instrument.last + 1))


def means_those_told(scene: Scene, number: int, instrument: Mention) -> bool:
    """As in "These agreements were signed by the leaders of both": the deals that the sentences before have told of."""
    document, first = scene.document, scene.document.sentences[number].first
    opening = (first, instrument.first)
    these = document.has_word("those_told", opening)
    if not these or opening[1] - opening[0] > _OPENING or document.has("act", opening):
        return False
    if document.article.language == "ar" and not is_plural(document, instrument):
        return False  # هذه الاتفاقية is one
    return any(0 < number - event.number <= _RECENT and event.kind != "accession" for event in scene.events)
