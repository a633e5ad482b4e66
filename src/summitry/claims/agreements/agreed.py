"""What two sides agree on, without a word of signing it: "X and Y agreed on a railway"."""

from __future__ import annotations

from collections.abc import Iterator

from summitry.claims.agreements.clauses import Clause, clause_around
from summitry.claims.agreements.events import REFUSED, Event, Scene, needs
from summitry.claims.agreements.parties import subject_of
from summitry.claims.agreements.sectors import sectors_of
from summitry.claims.polarity import Stance, stance
from summitry.mentions.document import Mention
from summitry.text.sentences import Sentence

_OBJECT_REACH = 12


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
