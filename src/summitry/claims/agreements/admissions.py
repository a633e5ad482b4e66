"""Admissions: who is let into a bloc by others, as in "X welcomed Y into the Accords", «лидеры приняли Y в формат»."""

from __future__ import annotations

from collections.abc import Iterator

from summitry.claims.agreements.accessions import is_meeting
from summitry.claims.agreements.chains import Chain
from summitry.claims.agreements.events import REFUSED, Event, Scene, needs
from summitry.claims.polarity import Stance, stance
from summitry.mentions.document import Mention
from summitry.text.sentences import Sentence

_TARGET_REACH = 4
_SUBJECT_REACH = 3


@needs("admit")
def find_admissions(scene: Scene, number: int, sentence: Sentence) -> Iterator[Event]:
    """The accessions of those whom others let in; a guest who is welcomed to a meeting accedes to nothing."""
    for verb in scene.document.of("admit", sentence):
        whom = next((chain for chain in scene.finder.chains(number) if _is_object(scene, verb, chain)), None)
        bloc = _bloc(scene, whom, verb, sentence) if whom is not None else None
        if whom is None or bloc is None:
            continue
        meant = stance(scene.document, sentence, verb)
        if meant in REFUSED:
            scene.document.reject("agreements/admission", verb, meant.value)
            continue
        kind_at = bloc if bloc.kind == "club" else verb
        status = "planned" if meant is Stance.PLANNED else "announced"
        yield Event("agreements/admission", number, "accession", kind_at, status, (verb.start, verb.end), whom.places)


def _is_object(scene: Scene, verb: Mention, chain: Chain) -> bool:
    """Whether countries are what a verb lets in; in Arabic its subject stands between: ضمت واشنطن السودان إلى."""
    if chain.link or any(actor.kind not in ("place", "group") for actor in chain.actors):
        return False
    reach = _SUBJECT_REACH if scene.document.article.language == "ar" else 1
    return verb.last <= chain.first <= verb.last + reach and scene.document.is_word(chain.last, "leads_to_target")


def _bloc(scene: Scene, whom: Chain, verb: Mention, sentence: Sentence) -> Mention | None:
    """The bloc or treaty that follows; a meeting may be a bloc's name only where its members are let in."""
    document = scene.document
    targets = document.any_of(("club", "forum"), (whom.last, min(whom.last + _TARGET_REACH, sentence.last)))
    blocs = (t for t in targets if verb.value == "member" or (t.kind == "club" and not is_meeting(scene, t)))
    return next(blocs, None)
