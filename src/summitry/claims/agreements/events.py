"""One thing agreed, told in one clause, and the scene in which the rules look for it: the document with its actors."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from typing import TypeVar

from summitry.claims.agreements.actors import ActorFinder
from summitry.claims.agreements.chains import Chain
from summitry.claims.agreements.clauses import Clause, detail_end
from summitry.claims.agreements.details import attribute_of, cost_told_next, sum_of
from summitry.claims.agreements.sectors import sectors_of
from summitry.claims.polarity import Stance
from summitry.mentions.document import Amount, Document, Mention
from summitry.text.sentences import Sentence

Parties = dict[str, Mention]
Finder = TypeVar("Finder", bound=Callable[..., Iterator["Event"]])

REFUSED = frozenset((Stance.NEGATED, Stance.DENIED, Stance.CONDITIONAL, Stance.HOPED))
"""Stances under which nothing is agreed."""

ANOTHER = ("again", "another")
"""Words that open one more deal of the kind just named: "and one with Turkey", "and another on health"."""

_GENERAL = frozenset(("trade", "investment"))
_ATTRIBUTES = 4
_RELATIVE_REACH = 8
_ITEM_REACH = 6
_PART_REACH = 4
_FRAME_REACH = 4
_UNDER_IT = 3
_MONEY_REACH = 12

_NEEDED: dict[Callable[..., Iterator[Event]], tuple[str, ...]] = {}


def needs(*kinds: str) -> Callable[[Finder], Finder]:
    """Says of a rule that it finds nothing in a sentence without a mention of one of these kinds."""

    def note(find: Finder) -> Finder:
        _NEEDED[find] = kinds
        return find

    return note


def sentences_for(document: Document, find: Callable[..., Iterator[Event]]) -> Collection[int]:
    """The numbers of the sentences in which a rule may find something."""
    return document.sentences_with(_NEEDED[find]) if find in _NEEDED else range(len(document.sentences))


@dataclass
class Event:
    """Something agreed: what kind, how definite, between whom, for how much, about what, and the words that say so."""

    rule: str
    number: int
    kind: str
    kind_at: Mention
    status: str
    status_at: tuple[int, int]
    parties: Parties
    amount: Amount | None = None
    sectors: dict[str, Mention] = field(default_factory=dict)
    again: bool = False
    """Whether its paper is called by a bare "the agreement", as one that was told of before."""

    @property
    def is_general(self) -> bool:
        """Whether it is a deal told without a sum, about nothing narrower than trade: its sum may be told next."""
        return self.kind in ("deal", "agreement") and self.amount is None and self.sectors.keys() <= _GENERAL


def is_paired(document: Document, left: Mention, right: Mention) -> bool:
    """Whether two instruments are told in one breath and are one deal: "contracts and memoranda worth …"."""
    between = right.first - left.last
    if document.article.language == "ar":
        return between == 0 and document.words.forms[right.first].startswith("و")
    return between == 1 and document.is_word(left.last, "conjunction")


def is_plural(document: Document, instrument: Mention) -> bool:
    """Whether a noun for papers is a plural: "agreements", «новые соглашения»."""
    if document.has_word("several_papers", (instrument.first, instrument.last)):
        return True
    before = document.words.folded[max(instrument.first - 1, 0)]
    if document.article.language == "ar" and before.isdecimal():  # 20 اتفاقية
        return int(before) > 1
    return document.article.language == "ru" and before.endswith(
        ("ые", "ие")
    )  # «новые соглашения», but «нового соглашения»


def is_item(document: Document, papers: Mention, item: Mention) -> bool:
    """As in "signed 13 agreements, including a $6 billion contract": one of several, and the only one whose sum is told."""
    cue = next(iter(document.of("part", (max(item.first - _ITEM_REACH, papers.last), item.first))), None)
    if cue is None or not is_plural(document, papers) or is_plural(document, item):
        return False
    sentence = document.sentence_of(item)
    sums = [a.mention.first for a in document.amounts if papers.first - _ITEM_REACH <= a.mention.first < sentence.last]
    return bool(sums) and all(cue.last <= first for first in sums)


class Scene:
    """A document with its actors, and the events found in it so far."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.finder = ActorFinder(document)
        self.events: list[Event] = []
        self.listing: tuple[int, int] | None = None
        """The last sentence that lists papers, and the one that says of them that they were signed."""

    def chains(self, number: int, clause: Clause) -> list[Chain]:
        """The chains of actors in a clause of sentence `number`."""
        kept = (chain.kept(clause.holds) for chain in self.finder.chains(number))
        return [chain for chain in kept if chain is not None]

    def heads(self, sentence: Sentence) -> list[Mention]:
        """The verbs and instruments of a sentence: where the words of one end, those of the next begin."""
        return self.document.any_of(("instrument", "act", "agree", "give", "buy"), sentence)

    def detail(self, event: Event, sentence: Sentence, head: Mention, verb: Mention) -> None:
        """The sum and the sectors, from the words behind the instrument up to the next instrument or verb."""
        others = [h for h in self.heads(sentence) if h not in (head, verb)]
        others = [h for h in others if h.kind == "instrument" or h.value in ("signed", "pledged")]
        others = [h for h in others if not self._puts_things(h)]
        others = [h for h in others if not self._describes(head, h)]
        if event.rule == "agreements/purchase":
            others = [h for h in others if h.value != "deal"]
        behind = max(head.last, verb.last) if head.first < verb.first else head.last
        listed = [o for o in others if o.kind == "instrument" and head.last <= o.first < verb.first]
        end = detail_end(self.document, sentence, head.last if listed else behind, listed or others)
        # "…, and one with Turkey on health is to follow": that is another deal.
        end = min([end, *(cue.first for cue in self.document.any_of(ANOTHER, (behind, end)))])
        low = sentence.first if verb.kind == "works" else head.first - _ATTRIBUTES
        # Words before an instrument describe it, but not those of the verb or of the instrument before it.
        start = max([sentence.first, low, *([verb.last] if verb.last <= head.first and verb.kind != "works" else [])])
        if any(o.last <= head.first for o in others):
            # In Arabic nothing that describes a noun stands before it.
            start = max(start, head.first - (self.document.article.language != "ar"))
        before = max([sentence.first, *(o.last for o in others if o.last <= head.first)])
        event.amount = attribute_of(self.document, (before, head.first)) or sum_of(self.document, (start, end), head)
        if event.amount is None and not any(o.first > head.first for o in others):
            event.amount = cost_told_next(self.document, event.number)
        event.sectors = dict(sectors_of(self.document, sentence, (start, end)))
        if not event.sectors and self.document.has("frame", (head.first - _FRAME_REACH, head.first), "frame"):
            # "Gas is delivered under a contract": what is done under it stands before it.
            event.sectors = dict(sectors_of(self.document, sentence, (sentence.first, head.first)))

    def _puts_things(self, verb: Mention) -> bool:
        """As in "will put 300 engines on the tracks": no promise of money, and so no other deal."""
        if not self.document.is_word(verb.last - 1, "putting"):
            return False
        return not self.document.has_any(("amount", "money"), (verb.first, verb.last + _MONEY_REACH))

    def amends(self, head: Mention, other: Mention) -> bool:
        """As in "a protocol on amendments to the agreement on water": what is changed is what the paper is about."""
        near = range(max(other.first - _PART_REACH, head.last), other.first)
        return any(self.document.is_word(i, "amending") for i in near)

    def _describes(self, head: Mention, other: Mention) -> bool:
        """Whether another head goes on about the same deal: its pair, or what is given under it ("to which X will give")."""
        if other.kind == "instrument" and other.first >= head.last and self.amends(head, other):
            return True
        if head.kind in ("papers", "signable") and other.kind == "instrument" and other.first >= head.last:
            return True  # "a document on security guarantees"
        if other.kind == "instrument":
            part = self.document.has("part", (max(other.first - _PART_REACH, head.last), other.first))
            part = part and not is_item(self.document, head, other)
            return other.first > head.first and (part or is_paired(self.document, head, other))
        if other.kind == "act" and any(
            cue.value == "on" for cue in self.document.of("link", (other.first - 2, other.first))
        ):
            return other.first > head.first  # "an agreement on the exchange of students"
        if other.value != "pledged" or other.first < head.last:
            return False
        # "An agreement with X, who invests under it $35 billion": the pronoun stands behind the verb or before it.
        if self.document.has("frame", (head.last, other.last + _UNDER_IT), "relative"):
            return True
        relatives = self.document.of("break", (max(other.first - _RELATIVE_REACH, head.last), other.first))
        fronted = self.document.has("frame", (head.first - _FRAME_REACH, head.first))
        return fronted or any(cue.value == "relative" for cue in relatives)
