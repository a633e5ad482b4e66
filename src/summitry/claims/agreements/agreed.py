"""Deals without a verb of signing: what is agreed on, and what stands between two countries with its sum."""

from __future__ import annotations

from collections.abc import Iterator

from summitry.claims.agreements.chains import Chain
from summitry.claims.agreements.clauses import Clause, clause_around
from summitry.claims.agreements.events import REFUSED, Event, Scene, needs
from summitry.claims.agreements.parties import subject_of
from summitry.claims.agreements.sectors import sectors_of
from summitry.claims.polarity import Stance, is_future, stance
from summitry.mentions.document import Mention
from summitry.text.sentences import Sentence

_OBJECT_REACH = 12
_ATTRIBUTE_REACH = 6
_PARTIES_REACH = 4
_FRAME_REACH = 4
_PURPOSE_REACH = 12
_OTHERS = ("instrument", "act", "agree", "give", "break", "signable")
_RESULTS = ("become", "outcome")


@needs("agree")
def find_agreed(scene: Scene, number: int, sentence: Sentence) -> Iterator[Event]:
    """As in "X and Y agreed on a railway": something definite is agreed, and it is not just to go on talking."""
    for verb in scene.document.of("agree", sentence):
        clause = clause_around(scene.document, sentence, verb)
        behind = (verb.last, min(clause.right, verb.last + _OBJECT_REACH))
        if scene.document.has("instrument", (clause.left, clause.right)) or scene.document.has("talk", behind):
            continue
        named = _named_before(scene, sentence, clause)
        definite = named or scene.document.any_of(("sector", "goods"), behind)
        if not definite or stance(scene.document, sentence, verb) is not Stance.ASSERTED:
            continue
        chains = scene.chains(number, clause)
        subject = subject_of(
            scene, [c for c in chains if c.last <= verb.first], [c for c in chains if c.first >= verb.last], verb
        )
        parties = dict(subject.places) if subject else {}
        for chain in chains:
            if chain.link == "with":
                parties.update(chain.places)
        if len(parties) > 1:
            event = Event("agreements/agreed", number, "agreement", verb, "announced", (verb.start, verb.end), parties)
            scene.detail(event, sentence, verb, verb)
            if named is not None:
                event.kind, event.kind_at = named.value, named
                event.sectors = {
                    **dict(sectors_of(scene.document, sentence, (named.first, verb.first))),
                    **event.sectors,
                }
            yield event


def _named_before(scene: Scene, sentence: Sentence, clause: Clause) -> Mention | None:
    """As in "The main thing was a railway agreement: X and Y agreed on …": the instrument that a colon explains."""
    if clause.left <= sentence.first or ":" not in scene.document.words.gaps[clause.left]:
        return None
    named = [m for m in scene.document.of("instrument", (sentence.first, clause.left)) if m.value != "pledge"]
    refused = named and stance(scene.document, sentence, named[-1]) in REFUSED
    return named[-1] if named and not refused else None


@needs("instrument", "signable")
def find_standing(scene: Scene, number: int, sentence: Sentence) -> Iterator[Event]:
    """As in "the $35 billion gas deal between X and Y runs until 2040": a deal with its sum and parties, and no verb.

    So too "the summit's greatest success was a deal between X and Y", "under a deal between X and Y, a plant will be built".
    """
    if scene.document.has("negation", sentence):
        return
    for instrument in scene.document.any_of(("instrument", "signable"), sentence):
        clause = Clause(max(instrument.first - _ATTRIBUTE_REACH, sentence.first), sentence.last, None)
        told = any(event.kind_at == instrument for event in scene.events)
        if (
            told
            or instrument.value not in ("deal", "agreement", "memorandum")
            or stance(scene.document, sentence, instrument) in REFUSED
        ):
            continue
        chains = [c for c in scene.chains(number, clause) if _is_of(scene, instrument, c)]
        between = next((c for c in chains if c.link == "between" and len(c.places) > 1), None)
        near = range(instrument.first - _ATTRIBUTE_REACH, (between.last if between else 0) + _PARTIES_REACH)
        priced = any(a.currency and a.mention.first in near for a in scene.document.amounts)
        outcome = scene.document.has_any(_RESULTS, (sentence.first, instrument.first))
        framed = between is not None and _frames_a_plan(scene, sentence, instrument, between.last)
        if between is None or not (framed or ((priced or outcome) and instrument.value != "memorandum")):
            continue
        span = (instrument.start, instrument.end)
        event = Event("agreements/standing", number, instrument.value, instrument, "announced", span, between.places)
        scene.detail(event, sentence, instrument, instrument)
        if event.amount is not None or outcome or framed:
            yield event


def _is_of(scene: Scene, instrument: Mention, chain: Chain) -> bool:
    """Whether parties stand by a paper, or behind what it is for: "an agreement to set up a programme between X and Y"."""
    away = chain.first - instrument.last
    between = (instrument.last, chain.first)
    return 0 <= away <= _PARTIES_REACH or (0 <= away <= _PURPOSE_REACH and not scene.document.has_any(_OTHERS, between))


def _frames_a_plan(scene: Scene, sentence: Sentence, instrument: Mention, behind: int) -> bool:
    """As in "Under a deal between X and Y, the plant will get oil": what is yet to be done under it; not "the treaty of 1994"."""
    document = scene.document
    if not document.has("frame", (max(instrument.first - _FRAME_REACH, sentence.first), instrument.first), "frame"):
        return False
    if any(document.is_word(i, "definite_paper") for i in range(instrument.first - 2, instrument.first)):
        return False
    planned = document.has("plan", (behind, sentence.last))
    words = (Mention("", "", "", i, i + 1, 0, 0) for i in range(behind, sentence.last))
    return planned or any(is_future(document, word) for word in words)
