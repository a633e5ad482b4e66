"""How much of a resource is claimed: whether anything is, its rank in the world, its magnitude."""

from __future__ import annotations

from typing import NamedTuple

from summitry.claims.resources_holders import Owner
from summitry.claims.resources_reach import signs_between
from summitry.claims.resources_reckoned import reckoned_at
from summitry.claims.resources_rivals import is_whole_rank
from summitry.mentions.document import Document, Mention
from summitry.text.sentences import Sentence

_NEAR = 4
_RANK_REACH = 12
_COMMAS = ",،;؛:"
SIGNS = _COMMAS + "—–()"


class Span(NamedTuple):
    """Where a claim stands.

    The claiming word, the words core[0] to core[1] (exclusive) that it takes up with its commodities, the owner, and
    all claiming words of the sentence.
    """

    document: Document
    sentence: Sentence
    cue: Mention
    core: tuple[int, int]
    owner: Owner
    cues: tuple[Mention, ...]

    def has_sign(self, last: int, first: int, signs: str = _COMMAS) -> bool:
        """Whether a comma or another sign stands between word `last` - 1 and word `first`."""
        return any(sign in signs for sign in signs_between(self.document, last, first))

    def before(self, kind: str, reach: int, value: str | None = None) -> list[Mention]:
        """The mentions of a kind in the words before the core, with no sign between."""
        found = self.document.of(kind, (max(self.core[0] - reach, self.sentence.first), self.core[0]), value)
        return [m for m in found if not self.has_sign(m.last, self.core[0], SIGNS)]


def owner_start(span: Span) -> int:
    """The word at which the owner stands; the start of the sentence where it is told elsewhere."""
    return span.owner.at if span.sentence.first <= span.owner.at < span.sentence.last else span.sentence.first


def is_asserted(span: Span, ranked: bool) -> bool:
    """A maker, a verb and plenty claim by themselves; a stock must be had, an output be counted or ranked."""
    if span.cue.kind not in ("stock", "output"):
        return True
    document, core = span.document, span.core
    around = (max(core[0] - _NEAR - 2, span.sentence.first), min(core[1] + _NEAR, span.sentence.last))
    if document.has("among", around, "top") or document.has("rival", around, "only") or _is_mainstay(span):
        return True
    if ranked or document.has("share", around) or _percent(span, around) or _among_the_first(span) or _counted(span):
        return True
    if reckoned_at(document, span.cue, span.sentence) is not None:
        return True
    if is_presupposed(span):
        return True
    start = owner_start(span)
    verbs = document.of("holds", (max(min(start, core[0]) - 2, span.sentence.first), core[0]))
    if span.cue.kind == "output":
        leads = document.has("leads", (max(start, span.sentence.first), core[0]))
        return leads or any(document.has("magnitude", (verb.last, core[0])) for verb in verbs)
    return (
        bool(verbs) or document.has("holds", (core[1], min(core[1] + 3, span.sentence.last))) or span.owner.possessive
    )


def is_presupposed(span: Span) -> bool:
    """As in "rivals for the region's vast mineral wealth", الموارد المعدنية الهائلة في: riches of a size told are there."""
    riches = span.cue.kind == "stock" and span.cue.value == "endowment"
    return riches and _sized(span) and _within_owner(span)


def _sized(span: Span) -> bool:
    sized = span.document.of("magnitude", (max(span.core[0] - 1, span.sentence.first), span.core[1] + 1))
    return any(not span.has_sign(m.last, span.core[0]) and not span.has_sign(span.core[1], m.first) for m in sized)


def _within_owner(span: Span) -> bool:
    """Whether the owner stands right behind the riches, or as a possessor before them."""
    document, at = span.document, span.owner.at
    if at < span.core[1]:
        return span.owner.possessive
    behind = range(span.core[1], at)
    return (
        len(behind) <= _NEAR
        and not span.has_sign(span.core[1], at, SIGNS)
        and all(
            document.is_word(i, "locating") or document.has_any(("magnitude", "region_noun", "states"), (i, i + 1))
            for i in behind
        )
    )


def _is_mainstay(span: Span) -> bool:
    """As in "Gas is the mainstay of its exports", "its main exports are oil and gas"."""
    if span.cue.value != "exports" or span.cue.kind != "output":
        return False
    document, core = span.document, span.core
    if document.has("mainstay", (max(span.cue.first - _NEAR, span.sentence.first), span.cue.last)):
        return True
    return any(document.is_word(i, "being") for i in range(span.cue.last, core[1]))


def _counted(span: Span) -> bool:
    """As in "Russia's gas exports reached (or: exports,) 120 billion cubic metres": in tonnes, barrels, cubic metres.

    Not one that is only expected.
    """
    document, sentence, core = span.document, span.sentence, span.core
    behind = (core[0] if document.article.language != "ar" else core[1], min(core[1] + 3 * _NEAR, sentence.last))
    verbs = [
        *document.of("amounts_to", (max(core[0] - 2, sentence.first), core[0])),
        *document.of("amounts_to", behind),
    ]
    comma = next(
        (i for i in range(core[1], min(core[1] + _NEAR, sentence.last)) if document.words.gaps[i][:1] == ","), None
    )
    if (
        (span.owner.possessive or span.owner.resolved)
        and comma is not None
        and document.has("tonnage", (comma, comma + _NEAR))
    ):
        return True
    for verb in verbs:
        if document.any_of(("not_claimed", "plan", "hope"), (max(verb.first - 2, sentence.first), verb.first)):
            continue
        if document.has("tonnage", (verb.last, min(max(verb.last, core[1]) + 3 * _NEAR, sentence.last))):
            return True
    return False


def _percent(span: Span, around: tuple[int, int]) -> bool:
    return any("%" in gap or "٪" in gap for gap in span.document.words.gaps[around[0] : around[1] + 1])


def _among_the_first(span: Span) -> bool:
    """As in "Which counts among the biggest in the world", "one of the largest": no rank, but a claim."""
    return bool(_firsts(span, _NEAR + 2))


def _firsts(span: Span, reach: int) -> list[Mention]:
    """The words that tell the claim as one among the first; من أكبر is one phrase, so that its superlative is no rank."""
    around = (max(span.core[0] - reach, span.sentence.first), min(span.core[1] + 2 * _NEAR, span.sentence.last))
    among = span.document.of("among", around)
    if any(_belongs(span, rank) for rank in span.document.of("rank", around)):
        return among
    return [m for m in among if span.document.is_word(m.last - 1, "superlative") and _belongs(span, m)]


def is_great_deposit(span: Span) -> bool:
    """As in "one of the world's largest deposits, in X": it lies there, whoever digs it or means to."""
    if span.cue.kind != "stock" or span.cue.value != "reserves":
        return False
    document, core = span.document, span.core
    around = (max(core[0] - 2 * _NEAR, span.sentence.first), min(core[1] + 3 * _NEAR, span.sentence.last))
    if not document.has("world", around):
        return False
    firsts = _firsts(span, 2 * _NEAR)
    return any(m.first < core[0] or not _goes_on(document, m) for m in firsts) and _lies_in(span)


def _goes_on(document: Document, among: Mention) -> bool:
    """Whether "and" brings up something else that is among the first: "a deposit and one of the largest banks"."""
    first = document.words.folded[among.first]
    joined = document.article.language == "ar" and first.startswith("و") and first.removeprefix("و")[:1] == "و"
    return joined or document.is_word(among.first - 1, "conjunction")


def _lies_in(span: Span) -> bool:
    """Whether the place is told as where something lies ("in X", بكازاخستان), not as whose it is."""
    document, owner = span.document, span.owner
    if owner.possessive:
        return False
    return document.is_word(owner.at - 1, "locating") or document.has("at", (owner.at - 1, owner.at + 1))


def find_rank(span: Span) -> Mention | None:
    """The rank that belongs to the claim: the nearest, with no other claim between; one among several is none."""
    document, sentence, core = span.document, span.sentence, span.core
    around = (max(core[0] - _RANK_REACH, sentence.first), min(core[1] + _RANK_REACH, sentence.last))
    ranks = [m for m in document.of("rank", around) if _belongs(span, m) and is_whole_rank(document, m)]
    if not ranks:
        return None
    best = min(ranks, key=lambda m: (max(core[0] - m.last, m.first - core[1], 0), m.first))
    others = document.of("among", (max(best.first - 6, sentence.first), best.first + 1))
    if any(not span.has_sign(m.last, best.first) for m in others):
        return None
    return best


def _belongs(span: Span, rank: Mention) -> bool:
    core, owner = span.core, span.owner
    low, high = (rank.last, core[0]) if rank.last <= core[0] else (core[1], rank.first)
    if any(low <= other.first < high and other.kind != "ownership" for other in span.cues):
        return False
    # A rank goes with the noun that it stands before: "besides its reserves it is the largest producer".
    if rank.first >= core[1] and any(
        0 <= other.first - rank.last <= _NEAR
        and not span.has_sign(rank.last, other.first)
        and not _same_again(span, other)
        for other in span.cues
    ):
        return False
    if rank.first >= core[1] and _another_between(span, rank):
        return False
    # "By its reserves, he said, X is fourth": the owner stands between, so a comma parts nothing.
    return not span.has_sign(low, high) or low <= owner.at < high or _in_apposition(span, rank)


def _same_again(span: Span, other: Mention) -> bool:
    """As in "The deposit is one of the largest deposits in the world": the noun again, of nothing else."""
    if (other.kind, other.value) != ("stock", "reserves") or other.kind != span.cue.kind:
        return False
    around = (other.first - 1, min(other.last + 2, span.sentence.last))
    return not span.document.has_any(("commodity", "of_commodity"), around)


def _another_between(span: Span, rank: Mention) -> bool:
    """As in "first in output and Uzbekistan fifth", "and third of copper": the rank is another's, the verb left out."""
    places = span.document.of("place", (max(span.core[1], rank.first - _NEAR), rank.first))
    another = any(m.form != "adjective" and m.first != span.owner.mention.first for m in places)
    return another or span.document.has("commodity", (rank.last, min(rank.last + 2, span.sentence.last)))


def _in_apposition(span: Span, rank: Mention) -> bool:
    """As in "Reserves of 145 billion barrels, the fifth largest in the world", «…, занимая третье место в мире»."""
    document, sentence = span.document, span.sentence
    edge = max(rank.first - 3, span.core[1])
    if rank.first < span.core[1] or not document.has("world", (edge, min(rank.last + _NEAR, sentence.last))):
        return False
    signs = signs_between(document, span.core[1], rank.first)
    return sum(signs.count(sign) for sign in SIGNS) == 1 and span.has_sign(edge, rank.first)


def in_the_world(span: Span, rank: Mention, carried: bool) -> bool:
    """Whether a rank is one in the world: the text says so beside it, or did before (`carried`)."""
    document, sentence, core = span.document, span.sentence, span.core
    first, last = min(core[0], rank.first), max(core[1], rank.last)
    wide = (max(first - 3, sentence.first), min(last + 5, sentence.last))
    if any(not span.has_sign(m.last, first) and not span.has_sign(last, m.first) for m in document.of("world", wide)):
        return True
    scopes = [
        m
        for m in document.any_of(("place", "forum", "region_noun", "scope"), (rank.first, wide[1]))
        if m.first != span.owner.at and not span.has_sign(last, m.first)
    ]
    if any(not document.has("aside", (max(m.first - 1, 0), m.first), "compare") for m in scopes):
        return False
    makers = span.cue.kind == "maker" and document.is_word(span.cue.first - 1, "all_countries")
    return carried or makers or document.has("world", (sentence.first, first))


def find_magnitude(span: Span) -> tuple[int, int] | None:
    """The words (first, last exclusive) that qualify the quantity: an adjective by its noun, else a share before it."""
    if span.cue.kind in ("stock", "output"):
        behind = span.document.of("magnitude", (span.cue.last, span.cue.last + 1))
        before = [
            m
            for m in span.before("magnitude", 3)
            if m.first >= span.owner.mention.last or m.last <= span.owner.mention.first
        ]
        found = behind or [m for m in before if span.cue.kind == "stock" or m.last >= span.core[0]]
        if found:
            return found[-1].first, found[-1].last
    return _told_share(span)


def _told_share(span: Span) -> tuple[int, int] | None:
    """As in "holds nearly a third of the world's reserves", تنتج نحو 40% من: the share, with the words that round it."""
    document, core = span.document, span.core
    low = max(core[0] - 2 * _NEAR, span.sentence.first)
    ranks = {m.first for m in document.any_of(("rank", "among"), (low, core[1]))}  # «третий» has the stem of «треть»
    shares = [(m.first, m.last) for m in document.of("share", (low, core[1])) if m.first not in ranks]
    shares += [(i, i + 1) for i in range(low, core[1]) if document.words.gaps[i + 1][:1] in ("%", "٪")]
    near = [
        (first, last)
        for first, last in shares
        if not span.has_sign(last, core[0], SIGNS) and not document.has("place", (last, core[0]))
    ]
    if len(near) != 1 or document.has("among", (low, core[1])):
        return None
    ((first, last),) = near
    while first > low and _rounds(document, first - 1):
        first -= 1
    return first, last


def _rounds(document: Document, i: int) -> bool:
    return document.words.forms[i][0].isdecimal() or document.is_word(i, "rounding")
