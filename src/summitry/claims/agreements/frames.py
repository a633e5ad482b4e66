"""What is done under an agreement is that agreement's: "Under a deal announced on Monday, X will invest …"."""

from __future__ import annotations

from collections.abc import Iterator

from summitry.claims.agreements.events import REFUSED, Event, Scene
from summitry.claims.agreements.sectors import Matter, sectors_of
from summitry.claims.polarity import Stance, stance
from summitry.mentions.document import Document, Mention
from summitry.text.sentences import Sentence

_LEAD = 4
_ATTRIBUTES = 2
_BEHIND_FRAME = 3
_RELATIVE_LEAD = 10
_CONTRACT_REACH = 10
_CONTRACTS = ("deal", "agreement", "memorandum")
_COMMAS = frozenset(",،;؛:")


def framed(scene: Scene, sentence: Sentence, head: Mention, event: Event) -> Event:
    """A pledge or purchase as the deal that its sentence puts it under, with that deal's kind and status; else as it is."""
    instrument = _frame_of(scene, sentence, head)
    if instrument is None:
        return event
    event.kind, event.kind_at = instrument.value, instrument
    event.sectors = {**dict(_of_the_paper(scene, sentence, instrument, head)), **event.sectors}
    event.status, event.status_at = _status(scene, sentence, instrument, head)
    return event


def _of_the_paper(scene: Scene, sentence: Sentence, instrument: Mention, head: Mention) -> Iterator[Matter]:
    """What the paper itself is about: "a trade deal under which X will invest …"."""
    for frame in scene.document.of("frame", (instrument.last, head.first), "relative")[:1]:
        opens = max(instrument.first - _ATTRIBUTES, sentence.first)
        yield from sectors_of(scene.document, sentence, (opens, frame.first))


def _frame_of(scene: Scene, sentence: Sentence, head: Mention) -> Mention | None:
    """The instrument behind an "under" that opens the sentence's part before `head`, or before an "under which"."""
    document = scene.document
    for instrument in reversed(document.of("instrument", (sentence.first, head.first))):
        if instrument.value in ("pledge", "declaration"):
            continue
        if document.is_word(head.first, "purpose_particle") and _leads_to(scene, instrument, head):
            return instrument
        if instrument == contract_for(document, sentence, head):
            return instrument
        fronts = document.of("frame", (max(instrument.first - _LEAD, sentence.first), instrument.first), "frame")
        behind = (instrument.last, min(instrument.last + _RELATIVE_LEAD, head.first))
        if fronts or document.has("frame", behind, "relative"):
            return instrument
    return _frame_behind(scene, sentence, head)


def contract_for(document: Document, sentence: Sentence, head: Mention) -> Mention | None:
    """The signed paper whose matter a purchase is: "signed a $2 billion contract to buy", «контракт на покупку», عقدا لشراء.

    Nothing but its sum, its attributes and a preposition stands between the two.
    """
    if head.kind not in ("buy", "sell"):
        return None
    near = (max(head.first - _CONTRACT_REACH, sentence.first), head.first)
    for instrument in reversed(document.of("instrument", near)):
        between = (instrument.last, head.first)
        signs = "".join(document.words.gaps[instrument.last : head.first + 1])
        parted = document.has_any(("act", "agree", "give", "break", "person"), between) or _COMMAS & set(signs)
        signed = document.has("act", (sentence.first, instrument.first), "signed")
        return instrument if signed and not parted and instrument.value in _CONTRACTS else None
    return None


def _frame_behind(scene: Scene, sentence: Sentence, head: Mention) -> Mention | None:
    """The instrument behind the verb, as in "X will buy 37 jets under a sales agreement"; with no verb between."""
    document = scene.document
    for instrument in document.of("instrument", (head.last, sentence.last))[:1]:
        fronts = document.of("frame", (max(instrument.first - _BEHIND_FRAME, head.last), instrument.first), "frame")
        verbs = document.has_any(("act", "agree", "give", "break"), (head.last, instrument.first))
        if fronts and not verbs and instrument.value not in ("pledge", "declaration"):
            return instrument
    return None


def _leads_to(scene: Scene, instrument: Mention, head: Mention) -> bool:
    """As in "an agreement to sell", "an agreement for X to sell"."""
    if instrument.last == head.first:
        return True
    whose = scene.document.of("link", (instrument.last, instrument.last + 1), "to")
    return bool(whose) and head.first - instrument.last <= _LEAD


def _status(scene: Scene, sentence: Sentence, instrument: Mention, head: Mention) -> tuple[str, tuple[int, int]]:
    """As the sentence says that the instrument came about; what is only done under it was announced."""
    acts = [act for act in scene.document.of("act", sentence) if act.value in ("signed", "announced")]
    told = [act for act in acts if stance(scene.document, sentence, act) not in (*REFUSED, Stance.PLANNED)]
    for act in sorted(told, key=lambda act: act.value != "signed"):
        return act.value, (act.start, act.end)
    return "announced", (min(instrument.start, head.start), max(instrument.end, head.end))
