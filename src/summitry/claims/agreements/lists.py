"""Lists of papers: "Among them are an accord on …", a line for each, "Key deals include:" with a line for each deal."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from summitry.claims.agreements.events import REFUSED, Event, Parties, Scene, is_paired
from summitry.claims.agreements.talks import pair_in_talks
from summitry.claims.polarity import Stance, stance
from summitry.mentions.document import Document, Mention
from summitry.text.sentences import Sentence
from summitry.text.signs import has_sign

_OPENING = 5
_BULLETS = "-–—•*·"
_PHRASE = 2
_BARGAINS = ("buy", "sell", "works")
_LISTED = ("instrument", *_BARGAINS)


class Signed(NamedTuple):
    """Papers of a sentence that were signed or are to be, and the words that say so."""

    number: int
    status: str
    status_at: tuple[int, int]


def find_listed(scene: Scene, number: int, sentence: Sentence) -> Iterator[Event]:
    """The instruments of a sentence that goes on a list of papers signed, with the parties of those papers."""
    if not scene.listing and not scene.document.has_any(_LISTED, sentence):
        return
    head = _head(scene, number, sentence)
    if head is None:
        if _is_a_number(scene.document, number):
            return
        if scene.listing and scene.listing[0] == _before(scene.document, number) and _is_line(scene, number):
            scene.listing = (number, scene.listing[1])  # a line that tells of its deal with a verb
        return
    scene.listing = (number, head.number)
    for instrument in _bargains(scene.document, sentence) or _items(scene, sentence):
        parties = _of_item(scene, number, sentence, instrument) or _of_head(scene, head)
        if len(parties) > 1:
            kind = instrument.value if instrument.kind == "instrument" else "deal"
            event = Event("agreements/listed", number, kind, instrument, head.status, head.status_at, parties)
            scene.detail(event, sentence, instrument, instrument)
            yield event
        else:
            scene.document.reject("agreements/listed", instrument, "fewer than two parties")


def _head(scene: Scene, number: int, sentence: Sentence) -> Signed | None:
    """The sentence whose papers this one lists: the one before, or the one that a list before goes back to."""
    document = scene.document
    if number == 0 or not (document.has("instrument", sentence) or _bargains(document, sentence)):
        return None
    before = _before(document, number)
    bullet = before < number - 1 or has_sign(document.words.gaps[sentence.first].strip(), _BULLETS)
    opening = (sentence.first, min(sentence.first + _OPENING, sentence.last))
    # "- An agreement on the exchange of students": a noun in what a paper is about is no verb.
    named = bullet and document.has("instrument", (sentence.first, sentence.first + _PHRASE))
    if not named and document.has_any(("act", "agree", "give"), sentence):
        return None
    announced = _opens_list(document, document.sentences[before])
    if not (bullet or announced or document.has("part", opening) or _goes_on(scene, number)):
        return None
    listed = scene.listing[1] if scene.listing and scene.listing[0] == before else before
    while listed > 0 and bullet and _has_bullet(document, listed):
        listed = _before(document, listed)
    if announced and _only_parts(document, listed) and listed:
        listed -= 1  # "Fifteen documents were signed. Among them:"
    return _signed(scene, listed) if listed >= 0 else None


def _before(document: Document, number: int) -> int:
    """The sentence before one, past the number that its line begins with ("4. Agreement between …")."""
    return number - 2 if number > 1 and _is_a_number(document, number - 1) else number - 1


def _is_a_number(document: Document, number: int) -> bool:
    sentence = document.sentences[number]
    lone = sentence.last - sentence.first == 1 and document.words.forms[sentence.first].isdecimal()
    return lone and "\n" in document.words.gaps[sentence.first]


def _only_parts(document: Document, number: int) -> bool:
    """Whether a sentence says no more than "Among them:"."""
    sentence = document.sentences[number]
    short = sentence.last - sentence.first <= _OPENING and document.has("part", sentence)
    return short and not document.has_any(("act", "papers"), sentence)


def _has_bullet(document: Document, number: int) -> bool:
    gap = document.words.gaps[document.sentences[number].first]
    return ("\n" in gap and has_sign(gap, _BULLETS)) or _before(document, number) < number - 1


def _goes_on(scene: Scene, number: int) -> bool:
    """Whether the sentence before was an item of a list and this one is a line of its own that begins with its paper."""
    if scene.listing is None or scene.listing[0] != _before(scene.document, number) or not _is_line(scene, number):
        return False
    first = scene.document.sentences[number].first
    named = scene.document.has("instrument", (first, first + _OPENING))
    return named or bool(_bargains(scene.document, scene.document.sentences[number]))


def _is_line(scene: Scene, number: int) -> bool:
    numbered = _before(scene.document, number) < number - 1
    return numbered or "\n" in scene.document.words.gaps[scene.document.sentences[number].first]


def _signed(scene: Scene, number: int) -> Signed | None:
    document = scene.document
    sentence = document.sentences[number]
    for verb in document.of("act", sentence):
        meant = stance(document, sentence, verb)
        if meant in REFUSED or verb.value == "announced":
            continue
        if not (document.has_any(("papers", "instrument"), sentence) or _opens_list(document, sentence)):
            continue
        status = "planned" if meant is Stance.PLANNED or verb.value == "planned" else "signed"
        return Signed(number, status, (verb.start, verb.end))
    return _told_as_outcome(scene, number)


def _told_as_outcome(scene: Scene, number: int) -> Signed | None:
    """A sentence that ends in "Key deals include:": of papers that the one before says were signed, else announced."""
    document = scene.document
    sentence = document.sentences[number]
    papers = [m for m in document.any_of(("papers", "instrument"), sentence) if m.value != "pledge"]
    if not papers or not _opens_list(document, sentence) or document.has("act", (papers[0].last, sentence.last)):
        return None
    if not document.has("part", (papers[0].last, sentence.last)) or document.has("negation", sentence):
        return None
    before = document.sentences[number - 1] if number else sentence
    for verb in document.of("act", before, "signed"):
        if document.has("papers", before) and stance(document, before, verb) is Stance.ASSERTED:
            return Signed(number, "signed", (verb.start, verb.end))
    return Signed(number, "announced", (papers[0].start, papers[0].end))


def _opens_list(document: Document, sentence: Sentence) -> bool:
    """Whether a sentence ends with a colon, behind which a list begins; the number of its first line may go with it."""
    gaps, last = document.words.gaps, sentence.last
    numbered = last - sentence.first > 1 and document.words.forms[last - 1].isdecimal() and "\n" in gaps[last - 1]
    return gaps[last - 1 if numbered else last].lstrip().startswith(":")


def _bargains(document: Document, sentence: Sentence) -> list[Mention]:
    """The noun that a line begins with where it tells what is bought or built, for a sum: "An order for … valued at …"."""
    sums = [a.mention for a in document.amounts if a.currency and sentence.first <= a.mention.first < sentence.last]
    if not sums or document.has_any(("instrument", "act"), (sentence.first, sums[0].last)):
        return []
    return document.any_of(_BARGAINS, (sentence.first, sentence.first + _PHRASE))[:1]


def _items(scene: Scene, sentence: Sentence) -> list[Mention]:
    """The first instrument of a list and those behind a comma or an "and"; "contracts and memoranda" are one."""
    return list(_instruments(scene, sentence))


def _instruments(scene: Scene, sentence: Sentence) -> Iterator[Mention]:
    document = scene.document
    named = [m for m in document.of("instrument", sentence) if m.value != "pledge"]
    for n, instrument in enumerate(named):
        if n and is_paired(document, named[n - 1], instrument):
            continue
        if n == 0 or _opens_item(scene, instrument):
            yield instrument


def _opens_item(scene: Scene, instrument: Mention) -> bool:
    document = scene.document
    before = range(max(instrument.first - _PHRASE, 0), instrument.first + 1)
    joined = any(document.is_word(i, "conjunction") for i in before) or bool(
        document.of("link", (before.start, before.stop), "and")
    )
    arabic = document.has_and_joined(instrument.first)
    return joined or arabic or any(sign in document.words.gaps[i] for i in before for sign in ",،;؛")


def _of_item(scene: Scene, number: int, sentence: Sentence, instrument: Mention) -> Parties:
    """The parties that an item of a list names itself, up to the next item."""
    later = [
        m.first for m in scene.document.of("instrument", (instrument.last, sentence.last)) if _opens_item(scene, m)
    ]
    end = min([*later, sentence.last])
    chains = [c for c in scene.finder.chains(number) if instrument.last <= c.first < end]
    return next((c.places for c in chains if len(c.places) > 1), {})


def _of_head(scene: Scene, head: Signed) -> Parties:
    """The parties of the papers that a list is of: those the rules found there, else the two in talks."""
    document = scene.document
    told = [event.parties for event in scene.events if event.number == head.number and event.status == head.status]
    if told:
        return dict(told[-1])
    chains = [c for c in scene.finder.chains(head.number) if c.link in ("", "between", "by") and len(c.places) > 1]
    if chains:
        return dict(chains[0].places)
    if document.has("titles", document.sentences[head.number], "president"):
        assembled = scene.finder.groups.assembled()
        if assembled:
            return assembled
    items = [event.parties for event in scene.events if event.status_at == head.status_at]
    return dict(items[-1]) if items else pair_in_talks(scene, head.number, {})
