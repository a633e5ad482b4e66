"""How much of a resource is claimed: its rank in the world, its magnitude."""

from __future__ import annotations

from summitry.claims.resources.reach import are_twins, signs_between
from summitry.claims.resources.rivals import is_whole_rank
from summitry.claims.resources.span import SIGNS, Span
from summitry.mentions.document import Document, Mention

_NEAR = 4
_RANK_REACH = 12


def find_rank(span: Span) -> Mention | None:
    """The rank that belongs to the claim: the nearest, with no other claim between; one among several is none."""
    document, sentence, core = span.document, span.sentence, span.core
    around = (max(core[0] - _RANK_REACH, sentence.first), min(core[1] + _RANK_REACH, sentence.last))
    ranks = [m for m in document.of("rank", around) if belongs(span, m) and is_whole_rank(document, m)]
    if not ranks:
        return None
    best = min(ranks, key=lambda m: (max(core[0] - m.last, m.first - core[1], 0), m.first))
    others = document.of("among", (max(best.first - 6, sentence.first), best.first + 1))
    if any(not span.has_sign(m.last, best.first) for m in others):
        return None
    return best


def belongs(span: Span, rank: Mention) -> bool:
    """Whether a rank is the claim's, and not that of another noun, another country or another clause."""
    core, owner = span.core, span.owner
    low, high = (rank.last, core[0]) if rank.last <= core[0] else (core[1], rank.first)
    others = [other for other in span.cues if low <= other.first < high and other.kind != "ownership"]
    if any(not are_twins(span.document, other, span.cue) for other in others):
        return False
    # A rank goes with the noun that it stands before: "besides its reserves it is the largest producer".
    if rank.first >= core[1] and any(
        0 <= other.first - rank.last <= _NEAR
        and not span.has_sign(rank.last, other.first)
        and not _same_again(span, other)
        and other.kind != "ownership"
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
    if rank.first < span.core[1] or not document.has_any(
        ("world", "rival"), (edge, min(rank.last + _NEAR, sentence.last))
    ):
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
