"""What a sentence goes on to claim with its words left out.

"…, Turkmenistan in gas", "…, Uzbekistan fifth", "… and the third-largest of chromium": the noun or the verb was told before.
"""

from __future__ import annotations

from summitry.claims.resources.holders import Owner
from summitry.claims.resources.lists import list_forward
from summitry.claims.resources.reach import signs_between
from summitry.mentions.document import Document, Mention
from summitry.text.sentences import Sentence
from summitry.text.signs import has_sign

_VERBS = ("makes", "maker", "stock", "output", "rich", "holds")
_CLAIMING = ("makes", "maker", "stock", "output", "rich", "commodity", "among", "not_claimed")
_FARTHEST = 8


def gapped_pairs(document: Document, sentence: Sentence, last: Mention) -> list[tuple[Owner, Mention]]:
    """As in "…, Turkmenistan in gas", «…, Узбекистан — золотом и хлопком», وقرغيزستان وطاجيكستان بالذهب.

    Places with their goods, the verb left out.
    """
    pairs = []
    at = last.last
    while places := _next_places(document, sentence, at):
        behind = places[-1].last
        commodity = next(iter(document.of("commodity", (behind, min(behind + 2, sentence.last)))), None)
        if commodity is None or document.any_of(_VERBS, (behind, commodity.first)):
            break
        goods = list_forward(document, commodity, sentence.last)
        at = goods[-1].last
        if not _goes_on(document, at, sentence.last):
            break
        pairs += [(Owner(place.value, place, at=place.first), good) for place in places for good in goods]
    return pairs


def _next_places(document: Document, sentence: Sentence, at: int) -> list[Mention]:
    """The places that go on from word `at`: behind a comma or "and", and joined by "and" where they are two."""
    found: list[Mention] = []
    for place in document.of("place", (at, sentence.last)):
        low = found[-1].last if found else at
        world = {i for m in document.of("world", (low, place.first)) for i in range(m.first, m.last)}
        between = [i for i in range(low, place.first) if i not in world and not document.is_word(i, "in")]
        if place.form == "adjective" or (len(between) > (0 if found else 2) and not _is_and(document, between)):
            break
        if not found and not (_signs(document, low, place.first) or between or document.article.language == "ar"):
            break
        if found and not (between or document.words.forms[place.first].startswith("و")):
            break
        found.append(place)
    return found


def _is_and(document: Document, between: list[int]) -> bool:
    return len(between) == 1 and document.is_word(between[0], "conjunction")


def _signs(document: Document, low: int, high: int) -> bool:
    return any(sign in ",،;؛" for gap in document.words.gaps[low : high + 1] for sign in gap)


def _goes_on(document: Document, last: int, end: int) -> bool:
    """Whether the goods end there: the sentence does, a sign follows, or the next country is joined to it."""
    if last >= end or has_sign(document.words.gaps[last], ",،;؛—–."):
        return True
    return document.has("place", (last, last + 1)) or (
        document.is_word(last, "gapped") and document.has("place", (last + 1, last + 2))
    )


def gapped_ranks(document: Document, sentence: Sentence, start: int, told: Mention) -> list[tuple[Owner, Mention]]:
    """As in "…, Uzbekistan fifth and Namibia third", «…, Узбекистан — пятое», وتأتي أوزبكستان في المركز الخامس.

    A country with its rank in what was told of another from word `start` on; `told` is the rank of that one.
    """
    pairs: list[tuple[Owner, Mention]] = []
    last = start
    for place in document.of("place", (start, sentence.last)):
        rank = next(iter(document.of("rank", (place.last, min(place.last + _FARTHEST, sentence.last)))), None)
        if rank is None or place.form == "adjective" or rank.value == told.value:
            break
        if not _joined(document, last, place) or not _bridged(document, place.last, rank.first, commas=True):
            break
        end = _end_of_rank(document, rank, sentence.last)
        if end is None:
            break
        pairs.append((Owner(place.value, place, at=place.first), rank))
        last = end
    return pairs


def gapped_goods(document: Document, sentence: Sentence, start: int) -> list[tuple[Mention, Mention]]:
    """As in "the top producer of uranium and the third-largest of chromium", «…и третий — хрома».

    A rank of the same owner with a commodity of its own, behind a maker whose noun goes for both.
    """
    goods: list[tuple[Mention, Mention]] = []
    last = start
    for rank in document.of("rank", (start, sentence.last)):
        commodity = next(iter(document.of("commodity", (rank.last, min(rank.last + 2, sentence.last)))), None)
        if commodity is None or not _bridged(document, last, rank.first, commas=True):
            break
        if rank.last == commodity.first and document.article.language == "en":
            break
        if not _bridged(document, rank.last, commodity.first, commas=False):
            break
        if document.has_any(_CLAIMING, (commodity.last, commodity.last + 1)):
            break
        goods.append((rank, commodity))
        last = commodity.last
    return goods


def _joined(document: Document, last: int, place: Mention) -> bool:
    """Whether a country goes on from the claim before: a comma or "and", and nothing else told between."""
    joint = document.has_and_joined(place.first)
    return (place.first > last or joint or bool(document.words.gaps[place.first].strip())) and _bridged(
        document, last, place.first, commas=True
    )


def _bridged(document: Document, low: int, high: int, *, commas: bool) -> bool:
    """Whether only words of joining and standing, and "in the world", are between."""
    world = {i for m in document.of("world", (low, high)) for i in range(m.first, m.last)}
    signs = signs_between(document, low, high)
    apart = ".:!?()" if commas else ".:!?(),،;؛"
    return not has_sign(signs, apart) and all(
        i in world or document.is_word(i, "gapped") or document.is_word(i, "place_in_ranking") for i in range(low, high)
    )


def _end_of_rank(document: Document, rank: Mention, end: int) -> int | None:
    """The word behind a rank that stands alone ("fifth place in the world"); None where it is one of something else."""
    at = rank.last
    while at < end and not document.words.gaps[at].strip() and document.is_word(at, "place_in_ranking"):
        at += 1
    world = next((m for m in document.of("world", (at, min(at + 4, end)))), None)
    if world is not None and _bridged(document, at, world.first, commas=False):
        return None if _of_something(document, world.last, end) else world.last
    if at < end and not document.words.gaps[at].strip() and document.is_word(at, "in"):
        return None
    stands = at >= end or bool(document.words.gaps[at].strip()) or document.is_word(at, "gapped")
    return at if stands and not _of_something(document, at, end) else None


def _of_something(document: Document, at: int, end: int) -> bool:
    """As in الرابعة في احتياطيات الغاز: what the rank is by stands behind it."""
    for claim in document.any_of(("stock", "output", "commodity"), (at, min(at + 3, end)))[:1]:
        return not has_sign(signs_between(document, at, claim.first), ",،;؛:.—–(")
    return False
