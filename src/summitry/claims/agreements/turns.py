"""Partners in turn: "a memorandum with Kazakhstan on rail, one with Uzbekistan on health" are two memoranda."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from summitry.claims.agreements.chains import Chain
from summitry.claims.agreements.clauses import detail_end
from summitry.claims.agreements.details import sum_of
from summitry.claims.agreements.events import ANOTHER, Event, Parties, Scene, is_plural
from summitry.claims.agreements.sectors import sectors_of
from summitry.mentions.document import Document, Mention
from summitry.text.sentences import Sentence
from summitry.text.signs import has_sign

_ADJECTIVES = 2
_MOST_PARTNERS = 4


class Turn(NamedTuple):
    """One of several partners of an instrument, and the words (first, last exclusive) about what is agreed with it."""

    places: Parties
    zone: tuple[int, int]


def partners_in_turn(scene: Scene, number: int, sentence: Sentence, instrument: Mention) -> list[Turn]:
    """The partners behind an instrument of sentence `number` who each have their own matter or sum; none where one has."""
    end = _detail_end(scene, sentence, instrument)
    chains = [c for c in scene.finder.chains(number) if c.link == "with" and instrument.last <= c.first < end]
    found = [chain for n, chain in enumerate(chains) if n == 0 or _is_another(scene, chains[n - 1], chain)]
    if len(found) < 2 or len(found) < len(chains):
        return []
    stops = [*(chain.first for chain in found[1:]), end]
    turns = [Turn(dict(c.places), (c.first, stop)) for c, stop in zip(found, stops, strict=True)]
    return each_by_name(scene.document, instrument, turns)


def partners_each(scene: Scene, number: int, sentence: Sentence, instrument: Mention, parties: Parties) -> list[Turn]:
    """The partners with each of whom one country has a paper of its own: "trade deals with X and Y", "with both countries"."""
    document = scene.document
    end = _detail_end(scene, sentence, instrument)
    chains = [c for c in scene.finder.chains(number) if c.link == "with" and instrument.last <= c.first < end]
    named_before = not chains and document.article.language == "ru"
    if named_before:
        # «США заключат с Ереваном и Баку двусторонние соглашения»
        chains = [c for c in scene.finder.chains(number) if c.link == "with" and _leads_to(c, instrument)]
    partners = {place for chain in chains for place in chain.places}
    priced = any(instrument.first <= a.mention.first < end for a in document.amounts)
    if not is_plural(document, instrument) or priced or not 1 < len(partners) <= _MOST_PARTNERS:
        return []
    if len(parties.keys() - partners) != 1 or any(document.vocabulary.places[p]["kind"] == "region" for p in partners):
        return []
    if named_before:
        return each_by_name(document, instrument, [Turn(dict(c.places), (instrument.last, end)) for c in chains])
    stops = [instrument.last, *(_phrase_start(document, *pair) for pair in pairwise(chains)), end]
    turns = [Turn(dict(chain.places), zone) for chain, zone in zip(chains, pairwise(stops), strict=True)]
    return each_by_name(document, instrument, turns)


def _leads_to(chain: Chain, instrument: Mention) -> bool:
    """Whether a partner stands right before an instrument, but for an adjective or two."""
    return 0 <= instrument.first - chain.last <= _ADJECTIVES


def _phrase_start(document: Document, before: Chain, chain: Chain) -> int:
    """Where the words begin that belong to the second of two partners: behind the last comma between them."""
    commas = [i for i in range(before.last, chain.first) if has_sign(document.words.gaps[i], ",،")]
    return commas[-1] if commas else chain.first


def each_by_name(document: Document, instrument: Mention, turns: list[Turn]) -> list[Turn]:
    """Partners in turn, each country by itself where the paper's noun is a plural ("agreements with X and Y")."""
    if not is_plural(document, instrument):
        return turns
    return [
        Turn({place: mention}, turn.zone)
        for turn in turns
        for place, mention in turn.places.items()
        if len(turn.places) <= _MOST_PARTNERS
    ] or turns


def _detail_end(scene: Scene, sentence: Sentence, instrument: Mention) -> int:
    heads = [h for h in scene.heads(sentence) if h.kind == "instrument" or h.value == "signed"]
    return detail_end(scene.document, sentence, instrument.last, heads)


def matters_in_turn(scene: Scene, sentence: Sentence, instrument: Mention) -> list[tuple[int, int]]:
    """The words about each of several papers that share one noun: "memoranda on trade, on health and on tourism".

    None where the noun is no plural, or where "on" stands but once; a sum would be that of all.
    """
    document = scene.document
    if not is_plural(document, instrument):
        return []
    end = _detail_end(scene, sentence, instrument)
    links = [cue for cue in document.of("link", (instrument.last, end)) if cue.value == "on"]
    if not links or links[0].first > instrument.last + 1:
        return []
    word = document.words.folded[links[0].first].removeprefix("و")
    starts = [cue.first for cue in links if document.words.folded[cue.first].removeprefix("و") == word]
    starts = [at for n, at in enumerate(starts) if n == 0 or _goes_on_list(document, at)]
    priced = any(instrument.first <= a.mention.first < end for a in document.amounts)
    return list(pairwise((*starts, end))) if len(starts) > 1 and not priced else []


def _goes_on_list(document: Document, at: int) -> bool:
    """Whether a comma or an "and" stands right before a word, or is joined to it."""
    if "," in document.words.gaps[at] or "،" in document.words.gaps[at] or document.is_word(at - 1, "conjunction"):
        return True
    return document.has_and_joined(at)


def _is_another(scene: Scene, before: Chain, chain: Chain) -> bool:
    """Whether a matter or a sum parts two partners, or a word such as "another" does."""
    between = (before.last, chain.first)
    matters = scene.document.any_of(("sector", "goods", "amount", "again"), between)
    return bool(matters) or any(cue.value == "on" for cue in scene.document.of("link", between))


def another_matter(scene: Scene, number: int, sentence: Sentence, told: Event) -> Iterator[Event]:
    """As in "an agreement on migration and another on nuclear energy": the same parties' next deal, on its own matter."""
    document = scene.document
    heads = [h for h in scene.heads(sentence) if h.kind == "instrument" or h.value == "signed"]
    end = detail_end(document, sentence, told.kind_at.last, heads)
    cues = [cue for cue in document.any_of(ANOTHER, (told.kind_at.last, end)) if cue.kind == "another"]
    stops = [*(cue.first for cue in cues[1:]), end] if cues else []
    for cue, stop in zip(cues, stops, strict=True):
        partners = [
            c for c in scene.finder.chains(number) if c.link in ("with", "between") and cue.last <= c.first < stop
        ]
        matters = dict(sectors_of(document, sentence, (cue.last, stop)))
        if matters and not partners and not matters.keys() & told.sectors.keys():
            yield replace(told, amount=sum_of(document, (cue.last, stop), cue), sectors=matters)


def partners_of_others(scene: Scene, number: int, sentence: Sentence, instrument: Mention) -> frozenset[int]:
    """The first words of the partners that belong to another instrument of the sentence.

    "Signed an agreement with X and a memorandum with Y" gives each its own, as does "with X an agreement, with Y a
    memorandum"; a partner named once ("an agreement and a memorandum with X") is everybody's.
    """
    instruments = [m for m in scene.document.of("instrument", sentence) if m.value != "pledge"]
    # "Memoranda of understanding (MoUs) with X": what stands in the bracket is the same paper.
    instruments = [m for m in instruments if "(" not in scene.document.words.gaps[m.first]]
    chains = [c for c in scene.finder.chains(number) if c.link == "with"]
    if len(instruments) < 2 or len(chains) < 2 or instrument not in instruments:
        return frozenset()
    verbs = [v.last for v in scene.document.of("act", sentence) if v.last <= instruments[0].first]
    leading = any(max(verbs, default=sentence.first) <= c.first < instruments[0].first for c in chains)
    owned: dict[int, set[int]] = {}
    for chain in chains:
        before = [m.first for m in instruments if m.last <= chain.first]
        behind = [m.first for m in instruments if m.first >= chain.last]
        owner = (behind[:1] if leading else before[-1:]) or [instruments[-1 if leading else 0].first]
        owned.setdefault(owner[0], set()).add(chain.first)
    if instrument.first not in owned:
        return frozenset()
    return frozenset(first for owner, firsts in owned.items() if owner != instrument.first for first in firsts)
