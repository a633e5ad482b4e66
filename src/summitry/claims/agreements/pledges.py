"""Money promised: who gives how much to whom."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from summitry.claims.agreements.chains import Actor, Chain
from summitry.claims.agreements.clauses import Clause, clause_around, detail_end
from summitry.claims.agreements.details import currency_of, sum_of
from summitry.claims.agreements.events import REFUSED, Event, Parties, Scene, needs
from summitry.claims.agreements.frames import framed
from summitry.claims.agreements.receivers import receivers
from summitry.claims.agreements.sectors import purpose_told_next, sectors_of
from summitry.claims.polarity import Stance, stance
from summitry.mentions.document import Amount, Document, Mention
from summitry.text.folding import fold
from summitry.text.sentences import Sentence

_STAKE_REACH = 4
_MONEY_REACH = 8
_INTENDED_REACH = 3
_ANNOUNCED_REACH = 8
_HISTORY_REACH = 6
_LEAN_REACH = 9
_OPENING = frozenset(':“«"')
_PURPOSE = ("of", "in", "elsewhere")


class Share(NamedTuple):
    """What one of those who get something is promised: between whom, how much, and the first word about it."""

    parties: Parties
    amount: Amount
    first: int


@needs("amount")
def find_pledges(scene: Scene, number: int, sentence: Sentence) -> Iterator[Event]:
    """The sums that sentence `number` says one promises to another; no sum, no pledge."""
    for head in _heads(scene, sentence):
        meant = stance(scene.document, sentence, head)
        if meant in REFUSED:
            scene.document.reject("agreements/pledge", head, meant.value)
            continue
        clause = clause_around(scene.document, sentence, head)
        others = [v for v in scene.heads(sentence) if v.kind in ("act", "agree")]
        end = detail_end(scene.document, sentence, head.last, others)
        amount = sum_of(scene.document, (clause.left, end), head) or sum_of(scene.document, sentence[:2], head)
        if amount is None or (head.kind == "instrument" and _said_apart(scene.document, head, amount)):
            continue
        if _is_history(scene, sentence, clause, amount):
            scene.document.reject("agreements/pledge", head, "told as history")
            continue
        yield from _pledged(scene, number, sentence, head, clause._replace(right=max(clause.right, end)), amount)


def _heads(scene: Scene, sentence: Sentence) -> list[Mention]:
    """The words that may promise money: verbs of giving, nouns for a promise, and verbs that need a word for money.

    "Announced" or "received" promises nothing by itself, "announced a loan of $5 million" does; so does an Arabic noun of
    giving behind a verb of intention (تعتزم قطر استثمار …).
    """
    document = scene.document
    verbs = document.of("give", sentence)
    nouns = [m for m in document.of("instrument", sentence) if m.value == "pledge" and not _leans_on(document, m)]
    sums = [a.mention for a in document.amounts if sentence.first <= a.mention.first < sentence.last]
    offers = [m for m in document.of("offer", sentence) if _offers_money(scene, sentence, m, sums)]
    intended = [
        m
        for m in document.of("intended", sentence)
        if any(0 <= a.first - m.last <= _INTENDED_REACH for a in sums)
        and (stance(document, sentence, m) is Stance.PLANNED or _is_announced(document, sentence, m))
    ]
    heads = [*verbs, *nouns, *offers, *intended]
    return [h for h in heads if not (_is_purpose(document, sentence, h, verbs) or _takes_a_stake(document, h))]


def _is_announced(document: Document, sentence: Sentence, noun: Mention) -> bool:
    """As in «объявил о выделении 20 млн долларов», أعلن تقديم 20 مليون دولار: a noun of giving behind a verb of announcing."""
    before = (max(noun.first - _ANNOUNCED_REACH, sentence.first), noun.first)
    verbs = document.of("offer", before, "offer")
    return bool(verbs) and not document.has_any(("break", "act", "instrument"), (verbs[-1].last, noun.first))


def _takes_a_stake(document: Document, verb: Mention) -> bool:
    """As in "will get a 70 percent stake in": what somebody gets is a share of a venture, for which he pays."""
    return document.has("venture", (verb.last, verb.last + _STAKE_REACH), "stake")


def _leans_on(document: Document, noun: Mention) -> bool:
    """As in "ties, backed by a €12 billion investment package": a promise that something rests on was made before."""
    before = range(max(noun.first - _LEAN_REACH, 0), noun.first)
    return any(document.is_word(i, "leaned_on") and document.of("link", (i + 1, i + 2), "by") for i in before)


def _is_purpose(document: Document, sentence: Sentence, head: Mention, verbs: list[Mention]) -> bool:
    """As in "will put $4 million into a fund of $5 million to finance projects": what the money is to do is no other promise."""
    if not document.is_word(head.first, "purpose_particle"):
        return False
    sums = [a.mention.first for a in document.amounts if sentence.first <= a.mention.first < head.first]
    told = [verb for verb in verbs if verb.last <= head.first and any(verb.last <= first for first in sums)]
    return bool(told) and not document.has_word("conjunction", (sums[-1], head.first))


def _offers_money(scene: Scene, sentence: Sentence, offer: Mention, sums: list[Mention]) -> bool:
    """Whether a verb has a word for money with a sum beside it in its clause, and no instrument or verb of giving."""
    clause = clause_around(scene.document, sentence, offer)
    stretch = (clause.left, clause.right)
    if scene.document.has_any(("give", "instrument"), stretch):
        return False
    beside = [a for a in sums if clause.left <= a.first < clause.right]
    if any(_is_given(scene.document, offer, a) for a in beside):
        return True
    return any(
        scene.document.has(
            "money", (max(a.first - _MONEY_REACH, clause.left), min(a.last + _MONEY_REACH, clause.right))
        )
        for a in beside
    )


def _is_given(document: Document, offer: Mention, amount: Mention) -> bool:
    """As in "announced $20 million for the reconstruction of X": a sum right behind the verb, and what it is for."""
    if document.article.language != "en" or not 0 <= amount.first - offer.last <= 1:
        return False
    return document.has("for_what", (amount.last, amount.last + 1)) or document.has(
        "link", (amount.last, amount.last + 1), "to"
    )


def _said_apart(document: Document, promise: Mention, amount: Amount) -> bool:
    """Whether a sum stands in a quotation behind the noun for a promise: «their commitment: "It has invested $5 million"»."""
    return bool(_OPENING & set(document.text_of(promise.end, amount.mention.start)))


def _is_history(scene: Scene, sentence: Sentence, clause: Clause, amount: Amount) -> bool:
    """As in "has invested $5 billion since 2005": what was spent by now is nobody's promise."""
    stretch = (clause.left, min(amount.mention.last + _HISTORY_REACH, sentence.last))
    return any(cue.value != "earlier" for cue in scene.document.of("past", stretch))


def _pledged(
    scene: Scene, number: int, sentence: Sentence, head: Mention, clause: Clause, amount: Amount
) -> Iterator[Event]:
    chains = scene.chains(number, clause)
    again = next(iter(scene.document.of("same_sum", (head.last, sentence.last))), None)
    giver = _giver(scene, chains, head, opened=clause.opener is not None)
    if giver is None and clause.opener is not None:
        giver = next((c for c in reversed(scene.finder.chains(number)) if c.last <= clause.opener.first), None)
    giver = giver or _speaker_before(scene, number, clause, head)
    if giver is None:
        scene.document.reject("agreements/pledge", head, "nobody who gives")
        return
    acts = [v for v in scene.heads(sentence) if v.kind == "agree" or (v.kind == "act" and v.value == "signed")]
    end = detail_end(scene.document, sentence, head.last, acts)
    # "An investment commitment": what stands before a noun for a promise describes it.
    low = max(sentence.first, head.first - 1) if head.kind == "instrument" else head.first
    told = dict(sectors_of(scene.document, sentence, (low, end)))
    about = {**dict(purpose_told_next(scene.document, number)), **told}
    shares = _shares(scene, number, sentence, head, giver)
    if not shares:
        recipients = [c for c in chains if c is not giver]
        stretches = (
            [(clause.left, again.first), (again.last, sentence.last)] if again else [(clause.left, sentence.last)]
        )
        shares = [
            Share(receivers(scene, number, recipients, stretch, giver, clause), amount, head.last)
            for stretch in stretches
        ]
    purposes = _purposes(scene, sentence, shares, end)
    for share, purpose in zip(shares, purposes or [about] * len(shares), strict=True):
        if len(share.parties) > 1:
            span = (head.start, head.end)
            event = Event(
                "agreements/pledge", number, "pledge", head, "pledged", span, share.parties, share.amount, purpose
            )
            yield framed(scene, sentence, head, event)


def _purposes(scene: Scene, sentence: Sentence, shares: list[Share], end: int) -> list[Parties]:
    """What each of several gets its share for, where that is said of every one of them."""
    stops = [*(share.first for share in shares[1:]), end]
    zones = [(share.first, stop) for share, stop in zip(shares, stops, strict=True)]
    found = [dict(sectors_of(scene.document, sentence, zone)) for zone in zones] if len(shares) > 1 else []
    return found if found and all(found) else []


def _shares(scene: Scene, number: int, sentence: Sentence, head: Mention, giver: Chain) -> list[Share]:
    """Each with its own sum, where they take turns: "promised A 40 million and B 10 million", "40 million to A, 10 to B".

    So too where the money is for something in a country: "20 million for rebuilding A and 20 million for B".
    """
    if scene.document.has("part", (head.last, sentence.last)):
        return []
    end = _next_giving(scene, sentence, head)
    sums = [a for a in scene.document.amounts if head.last <= a.mention.first < end]
    sums = [a._replace(currency=currency_of(scene.document, a)[0]) for a in sums]
    sums = [a for a in sums if a.currency and a.mention.form not in ("price", "equivalent")]
    named: list[Chain | Actor] = [c for c in scene.finder.chains(number) if c.link in ("", "to") and c is not giver]
    asides = [a for a in scene.finder.asides(number) if a.link in _PURPOSE]
    for among in (named, [*named, *asides]):
        takers = [t for t in sorted(among, key=lambda t: t.first) if head.last <= t.first < end]
        if len(takers) == len(sums) > 1 and _take_turns([t.first for t in takers], sums):
            pairs = zip(takers, sums, strict=True)
            return [Share({**giver.places, **dict(t.places)}, a, min(t.first, a.mention.first)) for t, a in pairs]
    return []


def _next_giving(scene: Scene, sentence: Sentence, head: Mention) -> int:
    """Where something else is told: behind a "while" with a verb of giving of its own, or what is agreed; else at the end."""
    agreed = scene.document.of("agree", (head.last, sentence.last))
    if agreed and scene.document.has("instrument", (agreed[0].last, sentence.last)):
        return agreed[0].first
    for cue in scene.document.of("break", (head.last, sentence.last), "contrast"):
        if scene.document.has("give", (cue.last, cue.last + _MONEY_REACH)):
            return cue.first
    return sentence.last


def _take_turns(takers: list[int], sums: list[Amount]) -> bool:
    """Whether each who gets something stands beside a sum, before it or behind: "A 20 million and 11 million B"."""
    starts = [sorted((taker, amount.mention.first)) for taker, amount in zip(takers, sums, strict=True)]
    return all(left[1] < right[0] for left, right in pairwise(starts))


def _giver(scene: Scene, chains: list[Chain], head: Mention, *, opened: bool) -> Chain | None:
    before = [c for c in chains if c.last <= head.first and not c.link]
    behind = [c for c in chains if c.first >= head.last and not c.link]
    sender = [c for c in chains if c.link == "from"]
    if head.value == "get":
        return next(iter(sender), None)
    if scene.document.article.language == "ar":
        promised = [c for c in sender if c.last <= head.first]  # «حصل على التزام من السعودية باستثمار …»
        # A noun of giving behind ب has its giver before it: «تعهدت قطر بتقديم …».
        led = fold(scene.document.words.forms[head.first]).startswith("ب")
        # Behind أن the subject comes first («أن بلاده ستقدم …»), and nobody gives who is named behind the sum.
        led = led or any(c.last == head.first for c in before)
        behind = [c for c in behind if not scene.document.has("amount", (head.last, c.first))] or (
            [] if before or opened else behind
        )
        others = (*reversed(before), *behind[:1]) if led else (*behind[:1], *reversed(before))
        return next(iter((*promised, *others)), None)
    return next(iter((*sender, *reversed(before), *behind)), None)


def _speaker_before(scene: Scene, number: int, clause: Clause, head: Mention) -> Chain | None:
    """As in "X said …. She announced a package": the only person of the sentence before; an Arabic verb needs no pronoun."""
    document = scene.document
    offers = document.of("offer", (clause.left, head.last), "offer")
    if number == 0 or not offers:
        return None
    opens = document.article.language == "ar" and offers[0].first == document.sentences[number].first
    if not opens and not document.has_word("party_pronoun", (clause.left, offers[0].first)):
        return None
    people = document.of("person", document.sentences[number - 1][:2])
    known = {m.value: document.people[m.value].place_id for m in people if m.value in document.people}
    if len(known) != 1 or not set(known.values()) <= document.vocabulary.places.keys():
        return None
    actor = Actor(head.first, head.first, ((known[people[0].value], people[0]),), "", "person")
    return Chain(head.first, head.first, "", (actor,))
