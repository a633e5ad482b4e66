"""Deals that stand there with their sides, and no verb of signing: between X and Y, or one of X with Y, for a sum."""

from __future__ import annotations

from collections.abc import Iterator

from summitry.claims.agreements.chains import Actor, Chain
from summitry.claims.agreements.clauses import Clause
from summitry.claims.agreements.events import REFUSED, Event, Parties, Scene, needs
from summitry.claims.polarity import is_future, stance
from summitry.mentions.document import Mention
from summitry.text.sentences import Sentence

_ATTRIBUTE_REACH = 6
_OWNED_REACH = 8
_PARTIES_REACH = 4
_FRAME_REACH = 4
_PURPOSE_REACH = 12
_OUTCOME_REACH = 6
_OTHERS = ("instrument", "act", "agree", "give", "break", "signable")
_RESULTS = ("become", "outcome")
_UNDONE = ("halt", "hope", "doubt", "condition", "denial")
_APOSTROPHES = ("'", "’")


@needs("instrument", "signable")
def find_standing(scene: Scene, number: int, sentence: Sentence) -> Iterator[Event]:
    """As in "the $35 billion gas deal between X and Y runs until 2040": a deal with its sum and parties, and no verb.

    So too "the summit's greatest success was a deal between X and Y", "under a deal between X and Y, a plant will be built",
    and "X's $8 billion deal with Y".
    """
    if scene.document.has("negation", sentence):
        return
    for instrument in scene.document.any_of(("instrument", "signable"), sentence):
        told = any(event.kind_at == instrument for event in scene.events)
        if (
            told
            or instrument.value not in ("deal", "agreement", "memorandum")
            or stance(scene.document, sentence, instrument) in REFUSED
        ):
            continue
        parties, behind = _sides(scene, number, sentence, instrument)
        if not parties or _comes_to_nothing(scene, sentence, behind):
            continue
        near = range(instrument.first - _ATTRIBUTE_REACH, behind + _PARTIES_REACH)
        priced = any(a.currency and a.mention.first in near for a in scene.document.amounts)
        outcome = scene.document.has_any(_RESULTS, (sentence.first, instrument.first))
        framed = _frames_a_plan(scene, sentence, instrument, behind)
        if not (framed or ((priced or outcome) and instrument.value != "memorandum")):
            continue
        span = (instrument.start, instrument.end)
        event = Event("agreements/standing", number, instrument.value, instrument, "announced", span, parties)
        scene.detail(event, sentence, instrument, instrument)
        if event.amount is not None or outcome or framed:
            yield event


def _sides(scene: Scene, number: int, sentence: Sentence, instrument: Mention) -> tuple[Parties, int]:
    """Those between whom a paper is, or the one whose it is and the one it is with; and the word behind them."""
    clause = Clause(max(instrument.first - _ATTRIBUTE_REACH, sentence.first), sentence.last, None)
    chains = [c for c in scene.chains(number, clause) if _is_of(scene, instrument, c)]
    between = next((c for c in chains if c.link == "between" and len(c.places) > 1), None)
    if between is not None:
        return dict(between.places), between.last
    partner = next(
        (c for c in chains if c.link == "with" and not scene.document.has_any(_OTHERS, (instrument.last, c.first))),
        None,
    )
    owner = _owner(scene, number, instrument) if partner is not None else {}
    if partner is None or not owner or owner.keys() & partner.places.keys():
        return {}, instrument.last
    return {**owner, **partner.places}, partner.last


def _owner(scene: Scene, number: int, instrument: Mention) -> Parties:
    """Whose a paper is: "X's $8 billion aircraft deal", «контракт X», عقد X."""
    if scene.document.article.language != "en":
        behind = (c for c in scene.finder.chains(number) if c.first == instrument.last and not c.link)
        return next((dict(c.places) for c in behind), {})
    reach = range(instrument.first - _OWNED_REACH, instrument.first)
    several = [*scene.finder.asides(number), *(a for c in scene.finder.chains(number) for a in c.actors)]
    owners = [a for a in several if a.last in reach and _is_possessive(scene, a)]
    between = [(a.last, instrument.first) for a in owners]
    if len(owners) != 1 or scene.document.has_any(_OTHERS, between[0]):
        return {}
    return dict(owners[0].places)


def _is_possessive(scene: Scene, actor: Actor) -> bool:
    words = scene.document.words
    return words.forms[actor.last] == "s" and words.gaps[actor.last] in _APOSTROPHES


def _comes_to_nothing(scene: Scene, sentence: Sentence, behind: int) -> bool:
    """As in "the deal between X and Y fell through", "… is still being negotiated"."""
    return scene.document.has_any(_UNDONE, (behind, min(behind + _OUTCOME_REACH, sentence.last)))


def _is_of(scene: Scene, instrument: Mention, chain: Chain) -> bool:
    """Whether parties stand by a paper, or behind what it is for: "an agreement to set up a programme between X and Y"."""
    away = chain.first - instrument.last
    between = (instrument.last, chain.first)
    if 0 <= away <= _PARTIES_REACH:
        return not _leads_to_one(scene, instrument, between)
    return 0 <= away <= _PURPOSE_REACH and not scene.document.has_any(_OTHERS, between)


def _leads_to_one(scene: Scene, instrument: Mention, between: tuple[int, int]) -> bool:
    """As in «Среди договорённостей — контракт между X и Y»: the papers among which the one that is told of is."""
    picked = any(scene.document.is_word(i, "picked_from") for i in range(instrument.first - 2, instrument.first))
    return picked and scene.document.has("instrument", between)


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
