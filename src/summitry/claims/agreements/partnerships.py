"""Partnerships that two begin without a paper that is named: "X and Y launched a partnership on critical minerals"."""

from __future__ import annotations

from collections.abc import Iterator

from summitry.claims.agreements.clauses import clause_around
from summitry.claims.agreements.events import REFUSED, Event, Parties, Scene, needs
from summitry.claims.agreements.meant import status_of
from summitry.claims.polarity import Stance, stance
from summitry.mentions.document import Mention
from summitry.text.sentences import Sentence

_OBJECT_REACH = 6
_MATTER_REACH = 8
_PARTING = ("instrument", "papers", "break", "amount", "gathering")
_MATTERS = ("sector", "commodity", "of_commodity")
_LINKS = ("on", "in", "of", "to")


@needs("signable")
def find_partnerships(scene: Scene, number: int, sentence: Sentence) -> Iterator[Event]:
    """The partnerships of sentence `number` that have a matter, and are begun by two at least."""
    document = scene.document
    for verb in document.of("starts", sentence):
        reach = (verb.last, min(verb.last + _OBJECT_REACH, sentence.last))
        thing = next(iter(document.of("signable", reach)), None)
        if thing is None or document.has_any(_PARTING, (verb.last, thing.first)):
            continue
        if document.has("instrument", (thing.last, thing.last + 1)) or not _has_a_matter(scene, sentence, thing):
            continue
        meant = stance(document, sentence, verb)
        if meant in REFUSED:
            document.reject("agreements/partnership", thing, meant.value)
            continue
        parties = _partners(scene, number, sentence, verb)
        if len(parties) > 1:
            told = status_of(scene, verb, meant) if meant is Stance.PLANNED else ("announced", (verb.start, verb.end))
            event = Event("agreements/partnership", number, "agreement", thing, *told, parties)
            scene.detail(event, sentence, thing, thing)
            yield event


def _has_a_matter(scene: Scene, sentence: Sentence, thing: Mention) -> bool:
    """Whether a preposition right behind a partnership leads to a matter; "against the West" is none."""
    document = scene.document
    links = [cue for cue in document.of("link", (thing.last, thing.last + 1)) if cue.value in _LINKS]
    behind = (thing.last, min(thing.last + _MATTER_REACH, sentence.last))
    return bool(links) and document.has_any(_MATTERS, behind)


def _partners(scene: Scene, number: int, sentence: Sentence, verb: Mention) -> Parties:
    """Those before the verb (behind it in Arabic), and those whom a "with" adds."""
    chains = scene.chains(number, clause_around(scene.document, sentence, verb))
    bare = [c for c in chains if not c.link]
    before = [c for c in bare if c.last <= verb.first]
    behind = [c for c in bare if c.first >= verb.last] if scene.document.article.language != "en" else []
    subject = next(iter((*reversed(before), *behind)), None)
    found = dict(subject.places) if subject is not None else {}
    for chain in chains:
        if chain.link == "with" or (chain.link == "between" and len(chain.places) > 1):
            found = {**found, **chain.places}
    return found
