"""What the next sentence says of a paper just told of: "A and B put their names to it"."""

from __future__ import annotations

from collections.abc import Iterator

from summitry.claims.agreements.clauses import clause_around
from summitry.claims.agreements.events import REFUSED, Event, Scene, needs
from summitry.claims.polarity import Stance, stance
from summitry.mentions.document import Mention
from summitry.text.sentences import Sentence

_OPENING = 5


@needs("act")
def find_put_names_to(scene: Scene, number: int, sentence: Sentence) -> Iterator[Event]:
    """As in "An accord was concluded. The document was signed by A and B": the accord of the sentence before."""
    document = scene.document
    if number == 0 or document.has("instrument", sentence):
        return
    named = [m for m in document.of("instrument", document.sentences[number - 1]) if m.value != "pledge"]
    if len(named) != 1 or any(event.kind_at == named[0] for event in scene.events):
        return
    for verb in document.of("act", sentence, "signed"):
        meant = stance(document, sentence, verb)
        chains = [c for c in scene.chains(number, clause_around(document, sentence, verb)) if c.link in ("", "by")]
        parties = next((c.places for c in chains if len(c.places) > 1), {})
        if meant in REFUSED or not parties or not _means_it(scene, sentence, verb):
            continue
        if stance(document, document.sentences[number - 1], named[0]) in REFUSED:
            continue
        status = "planned" if meant is Stance.PLANNED else "signed"
        event = Event("agreements/signing", number, named[0].value, named[0], status, (verb.start, verb.end), parties)
        before = document.sentences[number - 1]
        scene.detail(event, before, named[0], named[0])
        yield event


def _means_it(scene: Scene, sentence: Sentence, verb: Mention) -> bool:
    """Whether a verb of signing has a pronoun or a mere "the document" as its object or subject."""
    near = range(max(verb.first - _OPENING, sentence.first), min(verb.last + _OPENING, sentence.last))
    pronoun = any(scene.document.is_word(i, "paper_pronoun") for i in near)
    return pronoun or scene.document.has("papers", (near.start, near.stop))
