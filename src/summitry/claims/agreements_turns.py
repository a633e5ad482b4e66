"""Partners in turn: "a memorandum with Kazakhstan on rail, one with Uzbekistan on health" are two memoranda."""

from __future__ import annotations

from typing import NamedTuple

from summitry.claims.agreements_actors import Chain
from summitry.claims.agreements_clauses import detail_end
from summitry.claims.agreements_events import Parties, Scene
from summitry.mentions.document import Mention
from summitry.text.sentences import Sentence


class Turn(NamedTuple):
    """One of several partners of an instrument, and the words (first, last exclusive) about what is agreed with it."""

    places: Parties
    zone: tuple[int, int]


def partners_in_turn(scene: Scene, number: int, sentence: Sentence, instrument: Mention) -> list[Turn]:
    """The partners behind an instrument of sentence `number` who each have their own matter or sum; none where one has."""
    heads = [h for h in scene.heads(sentence) if h.kind == "instrument" or h.value == "signed"]
    end = detail_end(scene.document, sentence, instrument.last, heads)
    chains = [c for c in scene.finder.chains(number) if c.link == "with" and instrument.last <= c.first < end]
    found = [chain for n, chain in enumerate(chains) if n == 0 or _is_another(scene, chains[n - 1], chain)]
    if len(found) < 2 or len(found) < len(chains):
        return []
    stops = [*(chain.first for chain in found[1:]), end]
    return [Turn(dict(c.places), (c.first, stop)) for c, stop in zip(found, stops, strict=True)]


def _is_another(scene: Scene, before: Chain, chain: Chain) -> bool:
    """Whether a matter or a sum parts two partners, or a word such as "another" does."""
    between = (before.last, chain.first)
    matters = scene.document.any_of(("sector", "goods", "amount", "again"), between)
    return bool(matters) or any(cue.value == "on" for cue in scene.document.of("link", between))
