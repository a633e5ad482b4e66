"""What the ground holds: claims that a place has, produces or exports a commodity, or is rich in it.

Every claim hangs on a word that tells its kind: a stock ("reserves", «запасы», احتياطيات), an output ("mining",
«добыча»), a maker ("producer", «экспортёр», منتج), a verb ("mines", «добывает», تنتج) or a word for plenty
("rich in", «богат», غنية). From there the rule binds what the claim is of (resource_commodities), whose it is
(resource_places), and how much (rank, magnitude). A bare mention ("a memorandum on uranium deposits") claims
nothing: somebody must be said to have, to lead or to give a share.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from summitry.claims.model import Cell, Claim, cell, row_claims
from summitry.claims.polarity import Stance, stance
from summitry.claims.resources.commodities import bound_commodities
from summitry.claims.resources.gapped import gapped_goods, gapped_pairs, gapped_ranks
from summitry.claims.resources.holders import Owner
from summitry.claims.resources.measure import find_magnitude, find_rank, in_the_world
from summitry.claims.resources.objections import why_not
from summitry.claims.resources.places import find_owners
from summitry.claims.resources.reach import signs_between, tells_part
from summitry.claims.resources.rivals import Rival, ranks_among_strangers, rivals
from summitry.claims.resources.shares import goods_in_turn, part_from, told_in_turn
from summitry.claims.resources.span import Span
from summitry.mentions.document import Document, Mention

_RULE = "resources"
_KINDS = ("stock", "output", "maker", "makes", "made_in", "rich", "ownership", "has")
# Words that claim only together with a share or a quantity, or with an owner right before: no bounds for other claims.
_WEAK_KINDS = ("has_part", "has_share", "goes", "comes", "lies")
_ALL_KINDS = (*_KINDS, *_WEAK_KINDS)
_GOODS = ("commodity", "of_commodity", "suspended")
_REACH = 16
_SHARE_REACH = 8


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
    if document.kinds.isdisjoint(_GOODS) or document.kinds.isdisjoint(_ALL_KINDS):
        return []
    state = _State()
    for number in sorted(document.sentences_with(_ALL_KINDS)):
        sentence = document.sentences[number]
        cues = document.any_of(_KINDS, sentence)
        for cue in document.any_of(_ALL_KINDS, sentence):
            _read_cue(document, number, cue, cues, state)
    claims: list[Claim] = []
    for number, fact in enumerate(state.facts.values()):
        claims += row_claims("resources", f"resources/{number}", f"{_RULE}/{fact.claim.kind}", _cells(document, fact))
    return claims


def _read_cue(document: Document, number: int, cue: Mention, cues: list[Mention], state: _State) -> None:
    sentence = document.sentences[number]
    if stance(document, sentence, cue) is Stance.DENIED:
        document.reject(_RULE, cue, "denied")
        return
    recent = state.last is not None and number - state.last_sentence <= 1
    last = state.last.commodity if state.last and recent else None
    commodities = bound_commodities(document, number, cue, cues, last)
    if not commodities:
        return
    inside = _inside(document, number, commodities, cue, cues)
    core = (min([cue.first, *(m.first for m in inside)]), max([cue.last, *(m.last for m in inside)]))
    owners = find_owners(document, number, cue, core, state.last.owner if recent and state.last else None)
    if not owners:
        document.reject(_RULE, cue, "no place that it could belong to")
        return
    span = Span(document, sentence, cue, core, owners[0], tuple(cues))
    ranked = told = find_rank(span)
    why = why_not(span, ranked is not None)
    if why:
        document.reject(_RULE, cue, why)
        return
    carried = state.last is not None and recent and state.last.rank is not None
    if ranked is not None and not in_the_world(span, ranked, carried or ranks_among_strangers(document, span, ranked)):
        ranked = None
    others = rivals(document, span, told, in_the_world=ranked is not None)
    for commodity in commodities:
        for owner in owners:
            _note(state, _Fact(owner, commodity, cue, ranked, find_magnitude(span)))
        _add_rivals(state, others, commodity, cue)
    _read_shares(span, commodities, state)
    for owner, commodity in gapped_pairs(document, sentence, commodities[-1]):
        _note(state, _Fact(owner, commodity, cue))
    if ranked is not None:
        _read_gapped(span, ranked, commodities, state)
    state.last_sentence = number


def _read_gapped(span: Span, ranked: Mention, commodities: list[Mention], state: _State) -> None:
    """Add who is told to stand behind or before the owner, and what else it is ranked in, with the words left out."""
    document, sentence = span.document, span.sentence
    for owner, rank in gapped_ranks(document, sentence, _told_until(span, ranked), ranked):
        for commodity in commodities:
            _add(state, _Fact(owner, commodity, span.cue, rank))
    if span.cue.kind != "maker":
        return
    for rank, commodity in gapped_goods(document, sentence, span.core[1]):
        _note(state, _Fact(span.owner, commodity, span.cue, rank))


def _read_shares(span: Span, commodities: list[Mention], state: _State) -> None:
    """Add whose shares are told behind the owner's, and of whose the owner's is made up."""
    document, sentence = span.document, span.sentence
    start = max(m.last for m in commodities if m.first < sentence.last)
    start = max(span.core[1], start)
    if not tells_part(document, (max(span.core[0] - _SHARE_REACH, sentence.first), start)):
        return
    for commodity, words in goods_in_turn(document, sentence, start):
        _note(state, _Fact(span.owner, commodity, span.cue, magnitude=words))
    part = part_from(document, sentence, start)
    for owner, words in told_in_turn(document, sentence, start) or ([part] if part else []):
        for commodity in commodities:
            _add(state, _Fact(owner, commodity, span.cue, magnitude=words))


def _told_until(span: Span, ranked: Mention) -> int:
    """The word behind a ranked claim, with what points back to its commodity ("of this nuclear fuel")."""
    document, last = span.document, max(span.core[1], ranked.last)
    pointing = document.of("same_commodity", (last, min(last + 2, span.sentence.last)))
    if not pointing:
        return last
    behind = range(pointing[-1].last, min(pointing[-1].last + 2, span.sentence.last))
    return next((i for i in behind if document.words.gaps[i].strip()), pointing[-1].last)


def _inside(
    document: Document, number: int, commodities: list[Mention], cue: Mention, cues: list[Mention]
) -> list[Mention]:
    """The commodities that stand with the claiming word; none where they are only meant by it."""
    sentence = document.sentences[number]
    found = [m for m in commodities if m.first >= sentence.first and _beside(document, m, cue, cues)]
    if cue.kind == "made_in" or not found:
        return found
    low, high = (found[-1].last, cue.first) if found[-1].last <= cue.first else (cue.last, found[0].first)
    return [] if "," in signs_between(document, low, high).replace("،", ",") else found


def _beside(document: Document, commodity: Mention, cue: Mention, cues: list[Mention]) -> bool:
    """Whether a commodity stands beside the claiming word, rather than being meant by "it" from further off."""
    low, high = sorted((commodity.first, cue.first))
    return (
        high - low < _REACH
        and not any(low < other.first < high for other in cues)
        and not document.has("place", (low, high))
    )


def _add_rivals(state: _State, others: list[Rival], commodity: Mention, cue: Mention) -> None:
    """Who is ranked with the owner has the same, but is not whom the article goes on to speak of."""
    for other in others:
        _add(state, _Fact(other.owner, commodity, cue, other.rank))


def _note(state: _State, fact: _Fact) -> None:
    """Add a fact, and remember it as what the article spoke of last."""
    _add(state, fact)
    state.last = fact


def _add(state: _State, fact: _Fact) -> None:
    key = (fact.owner.place_id, fact.commodity.value, fact.claim.value)
    known = state.facts.setdefault(key, fact)
    known.rank = known.rank or fact.rank
    known.magnitude = known.magnitude or fact.magnitude


def _cells(document: Document, fact: _Fact) -> list[tuple[str, Cell]]:
    cells = [
        ("place_id", cell(fact.owner.mention, fact.owner.place_id)),
        ("commodity_id", cell(fact.commodity)),
        ("claim", _claim_cell(document, fact)),
    ]
    if fact.rank is not None:
        cells.append(("world_rank", cell(fact.rank, int(fact.rank.value))))
    if fact.magnitude is not None:
        first, last = fact.magnitude
        start, end = document.words.starts[first], document.words.ends[last - 1]
        end += document.text_of(end, end + 1) in ("%", "٪")
        cells.append(("magnitude", Cell(document.text_of(start, end), start, end)))
    return cells


def _claim_cell(document: Document, fact: _Fact) -> Cell:
    """The word that claims; where only a possessive does ("the region's rare earths"), all of its phrase."""
    if fact.claim.kind != "ownership":
        return cell(fact.claim)
    return Cell(fact.claim.value, document.words.starts[fact.claim.first - 1], max(fact.commodity.end, fact.claim.end))
