"""What the ground holds: claims that a place has, produces or exports a commodity, or is rich in it.

Every claim hangs on a word that tells its kind: a stock ("reserves", «запасы», احتياطيات), an output ("mining", «добыча»), a maker
("producer", «экспортёр», منتج), a verb ("mines", «добывает», تنتج) or a word for plenty ("rich in", «богат», غنية). From there the
rule binds what the claim is of (resource_commodities), whose it is (resource_places), and how much (rank, magnitude). A bare
mention ("a memorandum on uranium deposits") claims nothing: somebody must be said to have, to lead or to give a share.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from summitry.claims.model import Cell, Claim, cell, row_claims
from summitry.claims.resources_commodities import bound_commodities
from summitry.claims.resources_places import Owner, find_owners, gapped_pairs
from summitry.mentions.document import Document, Mention
from summitry.text.sentences import Sentence

_RULE = "resources"
_KINDS = ("stock", "output", "maker", "makes", "made_in", "rich")
_VERBS = ("makes", "made_in")
_NEAR = 4
_RANK_REACH = 9


@dataclass
class _Fact:
    """One row on its way: who has what, the word that says so, and how much."""

    owner: Owner
    commodity: Mention
    claim: Mention
    rank: Mention | None = None
    magnitude: tuple[int, int] | None = None


@dataclass
class _State:
    """What the article has claimed so far: the rows by their key, and whom and what the last one was about."""

    facts: dict[tuple[str, str, str], _Fact] = field(default_factory=dict)
    last: _Fact | None = None
    last_sentence: int = -1


def find_resources(document: Document) -> list[Claim]:
    """The rows of `resources` that an article claims, in the order of the text."""
    if "commodity" not in document.kinds or document.kinds.isdisjoint(_KINDS):
        return []
    state = _State()
    for number, sentence in enumerate(document.sentences):
        cues = document.any_of(_KINDS, sentence)
        for cue in cues:
            _read_cue(document, number, cue, cues, state)
    claims: list[Claim] = []
    for number, fact in enumerate(state.facts.values()):
        claims += row_claims("resources", f"resources/{number}", f"{_RULE}/{fact.claim.kind}", _cells(document, fact))
    return claims


def _read_cue(document: Document, number: int, cue: Mention, cues: list[Mention], state: _State) -> None:
    sentence = document.sentences[number]
    commodities = bound_commodities(document, number, cue, cues, state.last.commodity if state.last else None)
    if not commodities:
        return
    core = (min(cue.first, commodities[0].first), max(cue.last, commodities[-1].last))
    previous = state.last.owner if state.last and number - state.last_sentence <= 1 else None
    owners = find_owners(document, number, cue, core, previous)
    if not owners:
        document.reject(_RULE, cue, "no place that it could belong to")
        return
    why = _why_not(document, sentence, cue, core, owners[0])
    if why:
        document.reject(_RULE, cue, why)
        return
    pairs = [(owner, commodity) for owner in owners for commodity in commodities]
    pairs += gapped_pairs(document, sentence, commodities[-1]) if cue.kind != "makes" or len(owners) == 1 else []
    rank = _rank(document, sentence, cue, core)
    for owner, commodity in pairs:
        inside = owner in owners
        fact = _Fact(owner, commodity, cue, rank if inside else None, _magnitude(document, sentence, cue, core) if inside else None)
        _note(state, fact)
    state.last_sentence = number


def _note(state: _State, fact: _Fact) -> None:
    key = (fact.owner.place_id, fact.commodity.value, fact.claim.value)
    known = state.facts.setdefault(key, fact)
    known.rank = known.rank or fact.rank
    known.magnitude = known.magnitude or fact.magnitude
    state.last = fact


# --- whether it is claimed at all ---------------------------------------------------------------------------------------


def _why_not(document: Document, sentence: Sentence, cue: Mention, core: tuple[int, int], owner: Owner) -> str:
    """Why a word that could claim a resource does not, or nothing."""
    start = owner.mention.last if owner.mention.last <= core[0] else max(sentence.first, core[0] - 2 * _NEAR)
    if any(not _far(document, mention.last, core[0]) for mention in document.of("not_claimed", (max(core[0] - _NEAR, sentence.first), core[0]))):
        return "negated, intended, or about trade in it"
    if document.has("not_claimed", (core[0], core[1])):
        return "negated, intended, or about trade in it"
    if any(m.first <= core[1] + 1 and not _far(document, core[1], m.first) for m in document.of("not_claimed", (core[1], core[1] + 2), "both")):
        return "about a restriction, trade or processing"
    verbs = document.of("holds", (start, core[0]))
    if verbs and cue.kind in ("stock", "output"):
        low = max(verbs[-1].first - _NEAR + 1, sentence.first, owner.mention.last if owner.mention.last <= verbs[-1].first else 0)
        if any(not _far(document, m.last, verbs[-1].first) for m in document.of("not_claimed", (low, verbs[-1].first), "before")):
            return "what is had is negated or only hoped for"
    companies = document.of("company", (min(owner.mention.last, core[0]), core[0]))
    if companies and not owner.resolved:
        return "a company's, not a country's"
    return "" if _asserted(document, sentence, cue, core, owner) else "mentioned, not claimed"


def _far(document: Document, last: int, first: int) -> bool:
    """Whether a comma or another sign stands between two words."""
    return any(any(sign in gap for sign in ",;:،؛—–()") for gap in document.words.gaps[last : first + 1])


def _asserted(document: Document, sentence: Sentence, cue: Mention, core: tuple[int, int], owner: Owner) -> bool:
    if cue.kind in ("maker", "made_in", "rich", "makes"):
        return True
    around = (max(core[0] - _NEAR, sentence.first), min(core[1] + _NEAR, sentence.last))
    counted = document.has("share", around) or _rank(document, sentence, cue, core) is not None
    start = min(owner.mention.first, core[0])
    end = min(core[1] + 2, sentence.last)
    had = document.has("holds", (start, core[0])) or document.has("holds", (core[1], end))
    if cue.kind == "stock":
        return counted or had or owner.possessive
    return counted or (owner.mention.last <= core[0] and any(m.value == "holds" and m.last - m.first >= 1 for m in document.of("holds", (max(core[0] - 2 * _NEAR, start), core[0]))) and document.has("magnitude", (start, core[0])))


# --- how much -----------------------------------------------------------------------------------------------------------


def _rank(document: Document, sentence: Sentence, cue: Mention, core: tuple[int, int]) -> Mention | None:
    """The place's rank in the world; a rank among others, or one in a part of the world, is none."""
    around = (max(core[0] - _RANK_REACH, sentence.first), min(core[1] + _RANK_REACH, sentence.last))
    ranks = [m for m in document.of("rank", around) if not _between_clauses(document, m, core)]
    if not ranks:
        return None
    best = min(ranks, key=lambda m: (max(core[0] - m.last, m.first - core[1], 0), m.first))
    first, last = min(core[0], best.first), max(core[1], best.last)
    wide = (max(first - 3, sentence.first), min(last + 5, sentence.last))
    if not any(not _between_clauses(document, m, (first, last)) for m in document.of("world", wide)):
        return None
    if any(m.last >= best.first - 3 and m.first <= best.first for m in document.of("among", (max(first - 3, sentence.first), last))):
        return None
    return best


def _between_clauses(document: Document, mention: Mention, core: tuple[int, int]) -> bool:
    """Whether a comma parts a mention from the words of the claim."""
    if mention.last <= core[0]:
        return _comma(document, mention.last, core[0])
    return mention.first >= core[1] and _comma(document, core[1], mention.first)


def _comma(document: Document, last: int, first: int) -> bool:
    return any(any(sign in gap for sign in ",;:،؛") for gap in document.words.gaps[last : first + 1])


def _magnitude(document: Document, sentence: Sentence, cue: Mention, core: tuple[int, int]) -> tuple[int, int] | None:
    """The words (first, last exclusive) with which the text qualifies the quantity: right before or behind its noun."""
    if cue.kind not in ("stock", "output"):
        return None
    behind = [m for m in document.of("magnitude", (cue.last, cue.last + 1))]
    before = [m for m in document.of("magnitude", (max(core[0] - 3, sentence.first), cue.first)) if not _comma(document, m.last, core[0])]
    found = behind[-1] if behind else before[-1] if before else None
    return (found.first, found.last) if found else None


# --- cells --------------------------------------------------------------------------------------------------------------


def _cells(document: Document, fact: _Fact) -> list[tuple[str, Cell]]:
    cells = [("place_id", cell(fact.owner.mention, fact.owner.place_id)), ("commodity_id", cell(fact.commodity)), ("claim", cell(fact.claim))]
    if fact.rank is not None:
        cells.append(("world_rank", cell(fact.rank, int(fact.rank.value))))
    if fact.magnitude is not None:
        first, last = fact.magnitude
        start, end = document.words.starts[first], document.words.ends[last - 1]
        cells.append(("magnitude", Cell(document.text_of(start, end), start, end)))
    return cells
