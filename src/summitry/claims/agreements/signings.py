"""Instruments and the verbs that bring them about: agreements signed, deals announced, declarations adopted."""

from __future__ import annotations

from collections.abc import Iterator

from summitry.claims.agreements.clauses import Clause, clause_around
from summitry.claims.agreements.details import sum_of
from summitry.claims.agreements.events import REFUSED, Event, Parties, Scene, needs
from summitry.claims.agreements.meant import means_those_told, opens_with_the, status_of
from summitry.claims.agreements.meant import meant as meant_by
from summitry.claims.agreements.objects import with_objects
from summitry.claims.agreements.papers import is_no_paper, signed_statements
from summitry.claims.agreements.parties import own_parties, parties_of, signer_of
from summitry.claims.agreements.sectors import sectors_of
from summitry.claims.agreements.signed_papers import papers_of_verb
from summitry.claims.agreements.turns import Turn, another_matter, matters_in_turn, partners_each, partners_in_turn
from summitry.claims.agreements.unnamed import by_the_summit, by_the_talks
from summitry.claims.polarity import Stance
from summitry.mentions.document import Document, Mention
from summitry.text.folding import fold
from summitry.text.sentences import Sentence
from summitry.text.signs import has_sign

Told = tuple[tuple[int, int], Mention, Clause]

_SIGNING = ("act", "agree", "works", "ties")
_WORTH_REACH = 8
_ATTRIBUTES = 4
_SUBJECT_REACH = 5
_TWO = 2
_COUNTED = 2
_ACCESSION_REACH = 4


@needs("instrument", "papers", "signable", "statement_paper")
def find_signings(scene: Scene, number: int, sentence: Sentence) -> Iterator[Event]:
    """The instruments of sentence `number` that are signed, announced or to be signed, with two parties at least."""
    instruments = _papers_of(scene, number, sentence)
    if not instruments:
        return
    for instrument, told in _acts_of(scene, sentence, instruments):
        verb = told[0][0]
        meant = meant_by(scene, sentence, verb, instrument)
        parties = _first_parties(scene, number, instrument, told)
        turns = partners_in_turn(scene, number, sentence, instrument) or partners_each(
            scene, number, sentence, instrument, parties
        )
        if turns:
            yield from _each_by_itself(scene, number, sentence, instrument, (verb, meant, parties), turns)
            continue
        if len(parties) < 2 or _means_an_accession(scene, number, instrument):
            if not _follows_up(scene, number, instrument, meant):
                scene.document.reject("agreements/signing", instrument, "fewer than two parties")
            continue
        if _of_many(scene, number, sentence, instrument, parties):
            scene.document.reject(
                "agreements/signing", instrument, "so many papers, and of which two each is is not said"
            )
            continue
        if _which_two_is_open(scene, instrument, parties):
            scene.document.reject("agreements/signing", instrument, "bilateral, and of which two is not said")
            continue
        status = status_of(scene, verb, meant)
        zones = matters_in_turn(scene, sentence, instrument)
        for zone in zones:
            event = Event("agreements/listed", number, instrument.value, instrument, *status, parties)
            event.sectors = dict(sectors_of(scene.document, sentence, zone))
            yield event
        if not zones:
            event = Event("agreements/signing", number, instrument.value, instrument, *status, parties)
            event.again = opens_with_the(scene.document, sentence, instrument)
            scene.detail(event, sentence, instrument, verb)
            yield event
            yield from another_matter(scene, number, sentence, event)


def _papers_of(scene: Scene, number: int, sentence: Sentence) -> list[Mention]:
    """The papers of a sentence that no list has told of; mere documents, where they are all and are worth something."""
    document = scene.document
    named = [m for m in document.of("instrument", sentence) if m.value != "pledge"]
    if "statement_paper" in document.kinds:
        named = sorted([*named, *signed_statements(document, sentence, named)], key=lambda m: m.first)
    named = [m for n, m in enumerate(named) if not (n and scene.amends(named[n - 1], m))]
    listed = [event.kind_at for event in scene.events if event.number == number]
    instruments = [m for m in named if not is_no_paper(scene, m) and m not in listed]
    instruments = [m for m in instruments if not means_those_told(scene, number, m)]
    instruments = with_objects(scene, sentence, instruments) if not listed else instruments
    papers = document.of("papers", sentence)
    return instruments or [m for m in papers if _has_worth(scene, sentence, m) or _is_counted(document, m)]


def _means_an_accession(scene: Scene, number: int, instrument: Mention) -> bool:
    """As in "Kazakhstan joins the accords. … a ceremony to formalise the agreement": the accession that was just told."""
    document = scene.document
    definite = document.is_word(instrument.first - 1, "definite")
    if document.article.language == "ar":
        definite = fold(document.words.forms[instrument.first]).lstrip("وفبك").startswith(("ال", "لل"))
        definite = definite and instrument.last - instrument.first == 1
    told = scene.events[-1] if scene.events else None
    if not definite or told is None or told.kind != "accession" or number - told.number > _ACCESSION_REACH:
        return False
    clause = clause_around(document, document.sentences[number], instrument)
    return not any(chain.places for chain in scene.chains(number, clause))


def _which_two_is_open(scene: Scene, instrument: Mention, parties: Parties) -> bool:
    """As in "the summit ended with bilateral deals": deals of two each, and more than two are named."""
    document = scene.document
    beside = range(instrument.first - _ATTRIBUTES, instrument.last)
    if document.article.language == "ar":
        beside = range(instrument.last, instrument.last + _ATTRIBUTES)
    return len(parties) > _TWO and any(document.is_word(i, "bilateral") for i in beside)


def _first_parties(scene: Scene, number: int, instrument: Mention, told: list[tuple[Mention, Clause]]) -> Parties:
    """The parties by the likeliest verb that has them: "a treaty between A and B, signed in May, comes into force"."""
    own = own_parties(scene, number, instrument)
    if len(own) > 1:
        return own
    if _with_nameless(scene, number, instrument):
        return {}
    for verb, clause in told:
        parties = parties_of(scene, number, verb, clause, instrument)
        if len(parties) == 1 and clause.left >= verb.last:
            parties = {**signer_of(scene, number, verb), **parties}
        if len(parties) > 1:
            return parties
    return by_the_talks(scene, number, told, instrument) or by_the_summit(scene, number, told, instrument)


def _with_nameless(scene: Scene, number: int, instrument: Mention) -> bool:
    """As in "accords signed between Israel and several Arab states": half of the parties have no name."""
    for chain in scene.finder.chains(number):
        if chain.link == "between" and 0 <= chain.first - instrument.last <= _SUBJECT_REACH and len(chain.places) == 1:
            joined = scene.document.has_word("conjunction", (chain.last, chain.last + 2))
            joined = joined or scene.document.has_and_joined(chain.last)
            return joined and scene.document.has("states", (chain.last, chain.last + _SUBJECT_REACH))
    return False


def _each_by_itself(
    scene: Scene,
    number: int,
    sentence: Sentence,
    instrument: Mention,
    told: tuple[Mention, Stance, Parties],
    turns: list[Turn],
) -> Iterator[Event]:
    """As in "a memorandum with X on rail and one with Y on health": one deal with each, with what stands behind it."""
    verb, meant, parties = told
    partners = {place for turn in turns for place in turn.places}
    subject = {place: mention for place, mention in parties.items() if place not in partners}
    # "A trade agreement with X and another with Y": what stands before the instrument is true of each.
    start = max(sentence.first, instrument.first - _ATTRIBUTES, verb.last if verb.last <= instrument.first else 0)
    attributes = dict(sectors_of(scene.document, sentence, (start, instrument.last)))
    for turn in turns if subject else ():
        status = status_of(scene, verb, meant)
        event = Event("agreements/signing", number, instrument.value, instrument, *status, {**subject, **turn.places})
        event.amount = sum_of(scene.document, turn.zone, instrument)
        event.sectors = {**attributes, **dict(sectors_of(scene.document, sentence, turn.zone))}
        yield event


def _of_many(scene: Scene, number: int, sentence: Sentence, papers: Mention, parties: Parties) -> bool:
    """Whether papers that are only counted are not those of two who are named together: "X and Y signed seven documents"."""
    if papers.kind != "papers" or _has_worth(scene, sentence, papers) or not _is_counted(scene.document, papers):
        return False
    together = any(chain.places.keys() == parties.keys() for chain in scene.finder.chains(number))
    return len(parties) != _TWO or not together


def _is_counted(document: Document, papers: Mention) -> bool:
    """As in "X and Y signed seven bilateral documents": how many there are is told of them."""
    before = range(max(papers.first - _COUNTED, 0), papers.first)
    digits = any(document.words.forms[i].isdecimal() for i in before)
    return digits or document.has("count", (before.start, papers.first))


def _has_worth(scene: Scene, sentence: Sentence, papers: Mention) -> bool:
    """Whether mere documents are said to be worth something: only then they are a deal that one can tell."""
    near = (papers.first, min(papers.last + _WORTH_REACH, sentence.last))
    return any(a.currency and near[0] <= a.mention.first < near[1] for a in scene.document.amounts)


def _acts_of(
    scene: Scene, sentence: Sentence, instruments: list[Mention]
) -> Iterator[tuple[Mention, list[tuple[Mention, Clause]]]]:
    """Each instrument with the verbs that bring it about, the likeliest first; none where one is negated."""
    told: dict[Mention, list[Told]] = {}
    spoiled: set[Mention] = set()
    sure: set[Mention] = set()
    denied: set[Mention] = set()
    for verb in scene.document.any_of(_SIGNING, sentence):
        if _is_purpose(scene, verb):
            continue
        clause = clause_around(scene.document, sentence, verb)
        for instrument in papers_of_verb(scene, sentence, verb, clause, instruments):
            meant = meant_by(scene, sentence, verb, instrument)
            if meant in REFUSED:
                if verb.kind != "ties":  # «… ربط … دون المرور عبر روسيا» denies no treaty
                    spoiled.add(instrument)
                scene.document.reject("agreements/signing", instrument, meant.value)
                if meant is Stance.NEGATED:
                    continue
                denied.add(instrument)
            elif meant is Stance.ASSERTED and verb.value == "signed" and instrument.last <= verb.first:
                sure.add(instrument)
            distance = max(instrument.first - verb.last, verb.first - instrument.last)
            rank = (0 if verb.value == "signed" else 2 if verb.kind == "works" else 1, distance)
            told.setdefault(instrument, []).append((rank, verb, clause))
    _add_gapped(scene, sentence, instruments, told)
    # "Has not ratified the treaty that was signed in May": it was signed all the same.
    refused = spoiled - (sure - denied)
    for instrument in sorted(told.keys() - refused, key=lambda mention: mention.first):
        yield instrument, [(verb, clause) for _, verb, clause in sorted(told[instrument])]


def _is_purpose(scene: Scene, verb: Mention) -> bool:
    """As in اتفاق لتبادل الأسرى: a noun with ل right behind an instrument says what that is for."""
    document = scene.document
    if document.article.language != "ar" or not fold(document.words.forms[verb.first]).startswith("ل"):
        return False
    return any(m.last == verb.first for m in document.of("instrument", (verb.first - 4, verb.first)))


def _add_gapped(scene: Scene, sentence: Sentence, instruments: list[Mention], told: dict[Mention, list[Told]]) -> None:
    """As in "A and B signed a memorandum, C and D — an agreement": the dash stands for the verb before."""
    for instrument in instruments:
        verbs = [v for v in scene.document.of("act", (sentence.first, instrument.first)) if v.value == "signed"]
        if instrument in told or not verbs or not has_sign(scene.document.words.gaps[instrument.first], "—–"):
            continue
        breaks = scene.document.of("break", (verbs[-1].last, instrument.first))
        left = breaks[-1].last if breaks else verbs[-1].last
        told[instrument] = [((0, 0), verbs[-1], Clause(left, instrument.first, None))]


def _follows_up(scene: Scene, number: int, instrument: Mention, meant: Stance) -> bool:
    """As in "The agreement is to be signed in May": says of the deal before it that it is only planned."""
    if meant is not Stance.PLANNED:
        return False
    for event in reversed(scene.events):
        if number - event.number <= 1 and event.rule == "agreements/agreed":
            event.status, event.kind_at = "planned", instrument
            return True
    return False
