"""What is signed without a word for an agreement: "signed a Strategic Economic Partnership", "put their names to a framework".

Of a mere document one must know what it is about ("a document on water"), or what it does with a paper that has a name of
its own ("a document that puts their trade agreement into force").
"""

from __future__ import annotations

from summitry.claims.agreements.events import Scene
from summitry.claims.agreements.sectors import sectors_of
from summitry.mentions.document import Mention
from summitry.text.sentences import Sentence

_OBJECT_REACH = 6
_MATTER_REACH = 10
_SUBJECT_REACH = 2
_LIST = 2
_PARTING = ("instrument", "papers", "act", "break", "amount", "gathering", "club")
_DAYS = ("weekday", "month", "date", "year")
_NAMING = ("on", "of")


def with_objects(scene: Scene, sentence: Sentence, named: list[Mention]) -> list[Mention]:
    """The instruments of a sentence, and what else it says to be signed."""
    for verb in scene.document.of("puts_name", sentence):
        thing = _object_of(scene, sentence, verb)
        if thing is None:
            continue
        whole = _put_into_force(scene, sentence, thing)
        if whole and not _only_parts(scene, thing, whole[0]):
            continue
        if whole or thing.kind == "signable" or _has_a_matter(scene, sentence, thing):
            return sorted([*(m for m in named if m not in whole), thing], key=lambda m: m.first)
    return sorted([*named, *_on_the_list(scene, sentence, named)], key=lambda m: m.first)


def _on_the_list(scene: Scene, sentence: Sentence, named: list[Mention]) -> list[Mention]:
    """As in "finalized accords on nuclear power, a framework for critical minerals and a memorandum": what goes on a list."""
    document = scene.document
    if len(named) < _LIST or "signable" not in document.kinds:
        return []
    found = []
    for thing in document.of("signable", (named[0].last, named[-1].first)):
        opens = thing.first - document.is_word(thing.first - 1, "indefinite")
        if "," in document.words.gaps[opens] and opens < thing.first:
            found.append(thing)
    return found


def deal_put_into_force(scene: Scene, sentence: Sentence, verb: Mention) -> list[Mention]:
    """The deal with a name that a document just signed puts into force or extends: "that puts their trade deal into force"."""
    if not scene.document.of("puts_name", (verb.first, verb.last)):
        return []
    thing = _object_of(scene, sentence, verb)
    found = _put_into_force(scene, sentence, thing) if thing is not None else []
    return [] if thing is not None and found and _only_parts(scene, thing, found[0]) else found


def _object_of(scene: Scene, sentence: Sentence, verb: Mention) -> Mention | None:
    """The document or partnership right behind a verb of signing, with nothing else that could be its object."""
    document = scene.document
    end = verb.last
    if document.article.language == "ar":
        # An Arabic subject stands between the verb and its object, and names and titles may be long.
        signers = scene.finder.chains(document.sentence_index(verb))
        end = max([end, *(c.last for c in signers if verb.last <= c.first <= verb.last + _SUBJECT_REACH)])
    reach = (verb.last, min(end + _OBJECT_REACH, sentence.last))
    for thing in document.any_of(("signable", "papers"), reach)[:1]:
        if document.of("instrument", (thing.last, thing.last + 1)):
            return None  # "a strategic partnership treaty"
        if not document.has_any(_PARTING, (verb.last, thing.first)) and not _is_governed(scene, verb, thing):
            return thing
    if not any(document.is_word(i, "passive") for i in (verb.first - 1, verb.first)):
        return None
    # "A document on water use was signed by A and B."
    before = document.of("papers", (max(verb.first - _MATTER_REACH, sentence.first), verb.first))
    return before[-1] if before and not document.has_any(_PARTING, (before[-1].last, verb.first - 1)) else None


def _is_governed(scene: Scene, verb: Mention, thing: Mention) -> bool:
    """Whether a preposition behind the verb has the thing: "signed a decree on a partnership", but not "on Monday a document"."""
    document = scene.document
    naming = _NAMING if verb.last - verb.first > 1 else (*_NAMING, "to", "by")
    links = [cue for cue in document.of("link", (verb.last, thing.first)) if cue.value in naming]
    return any(not document.any_of(_DAYS, (cue.last, cue.last + 1)) for cue in links)


def _put_into_force(scene: Scene, sentence: Sentence, thing: Mention) -> list[Mention]:
    document = scene.document
    behind = (thing.last, min(thing.last + _MATTER_REACH, sentence.last))
    opens = document.of("break", (thing.last, thing.last + 1), "relative")
    if not opens or not document.has_word("enforcing", (opens[0].last, opens[0].last + 2)):
        return []
    return document.of("instrument", behind)[:1]


def _only_parts(scene: Scene, thing: Mention, deal: Mention) -> bool:
    """As in "papers that put into force parts of the trade deal": then what is signed is another paper than the deal."""
    return scene.document.has_word("portion", (thing.last, deal.first))


def _has_a_matter(scene: Scene, sentence: Sentence, thing: Mention) -> bool:
    """Whether one document is said to be on something that is a matter of agreements."""
    document = scene.document
    if document.has_word("several_papers", (thing.first, thing.last)):
        return False
    link = document.of("link", (thing.last, thing.last + 1), "on")
    behind = (thing.last, min(thing.last + _MATTER_REACH, sentence.last))
    return bool(link) and any(True for _ in sectors_of(document, sentence, behind))
