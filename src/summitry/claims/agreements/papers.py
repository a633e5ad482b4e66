"""Which words for papers are papers: a statement that is signed; no convention centre, no treaty still to be drafted."""

from __future__ import annotations

from summitry.claims.agreements.accessions import is_joined, open_treaties
from summitry.claims.agreements.events import Scene
from summitry.mentions.document import Document, Mention
from summitry.text.sentences import Sentence

_TALKED_REACH = 4
_TEXT_REACH = 3
_SUBJECT_REACH = 4
_APPOSING = frozenset(",،-–—(")


def signed_statements(document: Document, sentence: Sentence, named: list[Mention]) -> list[Mention]:
    """As in "signed a statement on principles", «подписано заявление»: what is only made or issued is no paper.

    Nor is an application to join.
    """
    among: list[Mention] = []
    for text in document.of("statement_paper", sentence):
        subject = _SUBJECT_REACH if document.article.language == "ar" else 0
        near = (max(text.first - _TEXT_REACH - subject, sentence.first), min(text.last + 1, sentence.last))
        applied = document.has("join", (text.last, text.last + _TEXT_REACH))
        part = any(m.first <= text.first < m.last for m in named)
        if document.has("act", near, "signed") and not applied and not part:
            among.append(text)
    return among


def is_no_paper(scene: Scene, instrument: Mention) -> bool:
    """Whether a word for an instrument is none: a convention centre, a treaty to be drafted; or an Arabic verb.

    Arabic عقد is a contract behind a verb or a party, and "held" (a meeting) where it is the verb itself.
    """
    at, is_word = instrument.first, scene.document.is_word
    if is_word(instrument.last, "venue_noun") or is_word(at - 1, "preparing") or is_word(at - 2, "preparing"):
        return True
    if open_treaties(scene.document, (instrument.first, instrument.last)):
        return True
    if _is_talked_about(scene, instrument) or _describes_accords(scene, instrument) or is_joined(scene, instrument):
        return True
    if not scene.document.is_word(instrument.first, "contract_or_held") or instrument.last - instrument.first > 1:
        return False
    kinds = ("act", "place", "city", "person", "partner", "states", "works", "link", "part", "frame", "circumstance")
    if scene.document.has_any(("buy", "sell", "works"), (instrument.last, instrument.last + 1)):
        return False  # عقد لتوريد القطارات
    beside = scene.document.any_of(kinds, (instrument.first - 4, instrument.first))
    return not any(mention.last == instrument.first for mention in beside)


def _is_talked_about(scene: Scene, instrument: Mention) -> bool:
    """As in "launched talks about a defence treaty": between the talks and it there is but a preposition."""
    document = scene.document
    links = document.of("link", (max(instrument.first - _TALKED_REACH, 0), instrument.first))
    return any(link.value == "on" and document.is_word(link.first - 1, "talks") for link in links)


def _describes_accords(scene: Scene, instrument: Mention) -> bool:
    """As in "the Abraham Accords, a series of agreements on …": an apposition tells what the accords are."""
    document = scene.document
    before = document.of("club", (max(instrument.first - _TALKED_REACH - 1, 0), instrument.first))
    if not before or before[-1].last > instrument.first:
        return False
    between = range(before[-1].last, instrument.first)
    signed = any(set(document.words.gaps[i]) & _APPOSING for i in (*between, instrument.first))
    return signed and any(document.is_word(i, "series") for i in between)
