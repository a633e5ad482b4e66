"""Whom a country is said to send: "Turkmenistan sent X, and Hungary its prime minister, Y"."""

from __future__ import annotations

from summitry.mentions.document import Document, Mention
from summitry.mentions.titles import WHOSE_AR
from summitry.text.sentences import Sentence

_SUBJECT = 2
_TOLD = ("title", "titles", "place", "honorific", "own_country", "former")
_ELSEWHERE = ("place", "city")
_WHITHER = 3


def sends(document: Document, cue: Mention) -> bool:
    """Whether a country, and no person who stays at home, is the subject of a verb of sending."""
    around = (
        (cue.last, cue.last + 1) if document.article.language == "ar" else (max(cue.first - _SUBJECT, 0), cue.first)
    )
    near = [m for m in document.of("place", around) if m.form == "name"]
    if document.article.language == "ar":
        return any(m.first == cue.last for m in near)
    return any(m.last == cue.first for m in near) and not document.has("person", around)


def envoys(document: Document, sentence: Sentence) -> frozenset[int]:
    """The first words of the people whom a country is said in a sentence to have sent, be it in turn with others."""
    if not document.has("sent", sentence) or document.has("remote", sentence):
        return frozenset()
    for cue in document.of("sent", sentence):
        head = sender(document, cue)
        start = head if head is not None and head.first >= cue.last else cue
        people = document.of("person", (start.last, sentence.last))
        if people and (head or (sends(document, cue) and _right_behind(document, cue, people[0]))):
            kept = [m for m in people if not _told_of_besides(document, (cue.last, m.first))]
            return frozenset(m.first for m in kept if not _sent_elsewhere(document, m))
    return frozenset()


def sender(document: Document, cue: Mention) -> Mention | None:
    """The person who sends somebody else, and so does not come ("Putin sent Prime Minister Mishustin")."""
    if sends(document, cue):
        return None
    sentence = document.sentence_of(cue)
    behind = document.of("person", (cue.last, sentence.last))
    if document.article.language == "ar":
        subject, behind = next(iter(behind), None), behind[1:]
        beside = subject is not None and subject.first - cue.last <= _SUBJECT
        before = document.of("person", (sentence.first, cue.first))
        if subject is not None and before and is_ones_own(document, cue):  # «وغاب فلان، وأوفد رئيسة وزرائه فلانة»
            return before[-1]
    else:
        subject = next(reversed(document.of("person", (sentence.first, cue.first))), None)
        beside = subject is not None and subject.last == cue.first
    start = cue if document.article.language != "ar" else subject
    return subject if start and beside and behind and _right_behind(document, start, behind[0]) else None


def is_ones_own(document: Document, cue: Mention) -> bool:
    """Whether the title right behind an Arabic verb ends in "his" or "her"."""
    title = next(iter(document.of("title", (cue.last, cue.last + 1))), None)
    return title is not None and document.words.folded[title.last - 1].endswith(WHOSE_AR)


def _told_of_besides(document: Document, between: tuple[int, int]) -> bool:
    """Whether another verb, a clause or somebody's words stand between: whom they name was not sent."""
    return document.has("sent", between) or any(m.value != "contrast" for m in document.of("break", between))


def _right_behind(document: Document, cue: Mention, person: Mention) -> bool:
    """Whether only the subject, titles and words that lead on to a name stand between the verb and a person."""
    between = (cue.last, person.first)
    told = {i for m in document.any_of(_TOLD, between) for i in range(m.first, m.last)}
    return all(i in told or document.is_word(i, "leads_to_envoy") for i in range(*between))


def _sent_elsewhere(document: Document, person: Mention) -> bool:
    """As in "sent X to Moscow": on another errand."""
    if not document.is_word(person.last, "leads_to_target"):
        return False
    return document.has_any(_ELSEWHERE, (person.last, person.last + _WHITHER))
