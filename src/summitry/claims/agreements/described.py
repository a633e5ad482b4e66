"""Papers without a verb of signing, behind one that has it: "A memorandum with X covers …", "There were also memoranda on …"."""

from __future__ import annotations

from collections.abc import Iterator

from summitry.claims.agreements.events import Event, Parties, Scene, needs
from summitry.claims.agreements.sectors import sectors_of
from summitry.claims.agreements.turns import matters_in_turn
from summitry.mentions.document import Mention
from summitry.text.sentences import Sentence

_BEFORE = 2
_BESIDE = 3
_PAIR = 2
_VOIDING = ("negation", "denial", "condition", "hope", "doubt", "modal", "plan")
_KINDS = ("agreement", "memorandum", "deal", "declaration")


@needs("instrument")
def find_described(scene: Scene, number: int, sentence: Sentence) -> Iterator[Event]:
    """The papers of a sentence that goes on about what has just been signed, and says whom or what they concern."""
    document = scene.document
    named = [m for m in document.of("instrument", sentence) if m.value in _KINDS]
    if not named:
        return
    told = _just_told(scene, number)
    taken = [event.kind_at for event in scene.events if event.number == number]
    if not told or any(instrument in taken for instrument in named):
        return
    if _is_there(scene, sentence, named[0]):
        for instrument in named:
            yield from _each(scene, number, sentence, instrument, told[-1], dict(told[-1].parties))
        return
    instrument = named[0]
    verb = next(iter(document.of("covers", (instrument.last, sentence.last))), None)
    if verb is None or instrument.first - sentence.first > _BESIDE:
        return
    if document.has_any(("act", "agree"), (sentence.first, verb.first)) or document.has(
        "negation", (verb.first - 1, verb.first)
    ):
        return
    parties = _parties(scene, number, instrument, told)
    if len(parties) > 1:
        yield from _each(scene, number, sentence, instrument, told[-1], parties)


def _just_told(scene: Scene, number: int) -> list[Event]:
    """What this passage has said to be signed, announced or planned, in order."""
    paragraph = scene.document.sentences[number].paragraph
    near = [event for event in scene.events if number - _BEFORE <= event.number < number and event.kind in _KINDS]
    return [event for event in near if scene.document.sentences[event.number].paragraph >= paragraph - 1]


def _is_there(scene: Scene, sentence: Sentence, instrument: Mention) -> bool:
    """As in "Besides, there were memoranda on …": what was signed, too."""
    words = range(sentence.first, instrument.first)
    if scene.document.has_any(("act", "agree", "give", "negation", "denial"), sentence):
        return False
    return any(scene.document.is_word(i, "there") and scene.document.is_word(i + 1, "passive") for i in words)


def _parties(scene: Scene, number: int, instrument: Mention, told: list[Event]) -> Parties:
    """Those between whom the paper is, or the partner it is with and who has papers with each of the others."""
    near = [c for c in scene.finder.chains(number) if 0 <= c.first - instrument.last <= _BESIDE + 1]
    chain = next((c for c in near if c.link in ("between", "with")), None)
    if chain is None:
        return {}
    if chain.link == "between":
        return dict(chain.places) if len(chain.places) > 1 else {}
    if scene.document.has_word("trilateral", (instrument.first - 1, instrument.last)):
        pair = told[-1].parties
        return {**pair, **chain.places} if len(pair) == _PAIR and not pair.keys() & chain.places.keys() else {}
    shared = set.intersection(*(set(event.parties) for event in told))
    several = len({frozenset(event.parties) for event in told}) > 1
    if several and len(shared) == 1 and not shared & chain.places.keys():
        return {place: m for place, m in told[-1].parties.items() if place in shared} | dict(chain.places)
    return {}


def _each(
    scene: Scene, number: int, sentence: Sentence, instrument: Mention, told: Event, parties: Parties
) -> Iterator[Event]:
    opening = (sentence.first, instrument.first)
    unsure = scene.document.has_word("unsure", opening)
    if unsure or scene.document.has_any(_VOIDING, opening):
        return
    for zone in matters_in_turn(scene, sentence, instrument):
        event = Event(
            "agreements/listed", number, instrument.value, instrument, told.status, told.status_at, dict(parties)
        )
        event.sectors = dict(sectors_of(scene.document, sentence, zone))
        yield event
    if not matters_in_turn(scene, sentence, instrument):
        event = Event(
            "agreements/listed", number, instrument.value, instrument, told.status, told.status_at, dict(parties)
        )
        scene.detail(event, sentence, instrument, instrument)
        yield event
