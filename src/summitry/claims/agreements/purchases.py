"""Goods bought and sold, and plants built abroad: deals that are told by what is done, not by a word for the deal."""

from __future__ import annotations

from collections.abc import Iterator

from summitry.claims.agreements.chains import Chain
from summitry.claims.agreements.clauses import Clause, clause_around
from summitry.claims.agreements.details import sum_of
from summitry.claims.agreements.events import REFUSED, Event, Parties, Scene, needs
from summitry.claims.agreements.frames import contract_for, framed
from summitry.claims.agreements.parties import signer_of
from summitry.claims.polarity import Stance, stance
from summitry.mentions.document import Mention
from summitry.text.sentences import Sentence

_GOODS_REACH = 15
_ANTECEDENT_REACH = 3
_MOST_PARTIES = 3
_FIRM = 6


@needs("buy", "sell")
def find_purchases(scene: Scene, number: int, sentence: Sentence) -> Iterator[Event]:
    """Aircraft, arms or trains that sentence `number` says one country buys from another or sells to it.

    Raw materials are trade, unless somebody agrees to buy them for a sum.
    """
    for verb in scene.document.any_of(("buy", "sell"), sentence):
        clause = clause_around(scene.document, sentence, verb)
        meant = stance(scene.document, sentence, verb)
        if _is_told(scene, number, sentence, verb):
            continue
        if meant in REFUSED or not _has_goods(
            scene, verb, clause, agreed=verb.value == "will" or meant is Stance.PLANNED
        ):
            continue
        chains = scene.chains(number, clause)
        parties = (
            _buyer_and_seller(scene, number, verb, clause, chains) if verb.kind == "buy" else _sold(scene, verb, chains)
        )
        if len(parties) > 1:
            yield _deal(scene, number, sentence, verb, parties)


@needs("works")
def find_works(scene: Scene, number: int, sentence: Sentence) -> Iterator[Event]:
    """What sentence `number` says a firm of one country will build in another, for a sum or with a firm of that country."""
    priced = any(sentence.first <= a.mention.first < sentence.last for a in scene.document.amounts)
    for verb in scene.document.of("works", sentence):
        meant = stance(scene.document, sentence, verb)
        if meant is not Stance.PLANNED and not (verb.value == "will" and meant is Stance.ASSERTED):
            continue
        clause = clause_around(scene.document, sentence, verb)
        if scene.document.any_of(("instrument", "give"), (clause.left, clause.right)):
            continue
        firms = [c for c in scene.chains(number, clause) if not c.link and _is_firm(scene, c)]
        sites = [
            a for a in scene.finder.asides(number) if a.link == "in" and a.kind == "place" and clause.holds(a.first)
        ]
        if not firms or len(sites) != 1:
            continue
        parties = {**firms[0].places, **dict(sites[0].places)}
        told = priced or _works_with(scene, number, clause, firms[0]) or _is_nuclear(scene, verb, clause)
        if not 1 < len(parties) <= _MOST_PARTIES or not told:
            continue
        event = _deal(scene, number, sentence, verb, parties)
        if not priced or event.amount is not None:
            yield event


def _is_nuclear(scene: Scene, verb: Mention, clause: Clause) -> bool:
    """As in "Rosatom will build X's first nuclear plant": no firm does so without its state and X's agreeing."""
    return scene.document.has("sector", (verb.last, clause.right), "nuclear")


def _works_with(scene: Scene, number: int, clause: Clause, firm: Chain) -> bool:
    """As in "X's firm will develop a deposit in Y with Y's state mining company"."""
    firms = [c for c in scene.chains(number, clause) if c.first > firm.last and _is_firm(scene, c)]
    partners = [c for c in firms if c.link == "with" or scene.document.has("link", (c.first - _FIRM, c.first), "with")]
    return any(not c.places.keys() & firm.places.keys() for c in partners)


def _is_told(scene: Scene, number: int, sentence: Sentence, verb: Mention) -> bool:
    """Whether the contract by which something is bought is a deal that the rules have read, with its two sides."""
    contract = contract_for(scene.document, sentence, verb)
    return contract is not None and any(e.number == number and e.kind_at == contract for e in scene.events)


def _deal(scene: Scene, number: int, sentence: Sentence, verb: Mention, parties: Parties) -> Event:
    event = Event("agreements/purchase", number, "deal", verb, "announced", (verb.start, verb.end), parties)
    scene.detail(event, sentence, verb, verb)
    contract = contract_for(scene.document, sentence, verb)
    if contract is not None and event.amount is None:
        zone = (max(contract.first - _FIRM, sentence.first), verb.first)
        event.amount = sum_of(scene.document, zone, contract)
    return framed(scene, sentence, verb, event)


def _has_goods(scene: Scene, verb: Mention, clause: Clause, *, agreed: bool) -> bool:
    """Whether something is bought that no trade figure counts; raw materials, where it is `agreed` to buy them for a sum."""
    behind = (verb.last, min(clause.right, verb.last + _GOODS_REACH))
    if scene.document.has("goods", behind):
        return True
    if clause.opener is not None and clause.opener.value == "relative":
        return scene.document.has("goods", (clause.opener.first - _ANTECEDENT_REACH, clause.opener.first))
    paid = any(behind[0] <= a.mention.first < clause.right and a.currency for a in scene.document.amounts)
    return paid and agreed and scene.document.has("commodity", behind)


def _buyer_and_seller(scene: Scene, number: int, verb: Mention, clause: Clause, chains: list[Chain]) -> Parties:
    """The one before the verb (in Arabic right behind it), and the one whom it is from, or who makes the goods."""
    before = [c for c in chains if c.last <= verb.first and not c.link]
    behind = [c for c in chains if c.first >= verb.last]
    buyer = next(reversed(before), None)
    if buyer is None and scene.document.article.language == "ar":
        buyer = next((c for c in behind if not c.link), None)
    signer = buyer is None and (_signer(scene, number, verb, clause) or _who_says(scene, number, clause))
    buyers = dict(buyer.places) if buyer is not None else signer or {}
    makers = [c for c in behind if c is not buyer and (_makes_goods(scene, c) or (not c.link and _has_firm(c)))]
    senders = [c for c in behind if c.link in ("from", "with")]
    seller = next(iter((*senders, *makers)), None)
    if not buyers:
        return {}
    if seller is None:
        sites = [
            a for a in scene.finder.asides(number) if a.link == "in" and a.kind == "place" and clause.holds(a.first)
        ]
        if len(sites) == 1:
            return {**buyers, **dict(sites[0].places)}
        told = [c for c in scene.finder.chains(number) if not c.link and _has_firm(c)]
        seller = next((c for c in told if not c.places.keys() & buyers.keys()), None)
    return {**buyers, **seller.places} if seller is not None else {}


def _has_firm(chain: Chain) -> bool:
    return any(actor.kind == "firm" for actor in chain.actors)


def _makes_goods(scene: Scene, chain: Chain) -> bool:
    """Whether a firm's name stands for what it makes: "options for eight Boeings"."""
    return any(a.kind == "firm" and scene.document.has("goods", (a.first, a.last)) for a in chain.actors)


def _signer(scene: Scene, number: int, verb: Mention, clause: Clause) -> Parties:
    """As in "X signed a contract to buy jets from Y", «X подписал контракт на покупку …»: who signs it buys."""
    contract = contract_for(scene.document, scene.document.sentences[number], verb)
    opener = clause.opener
    if contract is None or opener is None or opener.kind != "act" or opener.first > contract.first:
        return {}
    return signer_of(scene, number, opener)


def _who_says(scene: Scene, number: int, clause: Clause) -> Parties:
    """As in "X said it had ordered 15 jets", «X сообщила, что выбрала …»: who says so, where nobody else is named on the way."""
    document, opener = scene.document, clause.opener
    if opener is not None and opener.value == "relative":
        opener = next(iter(document.of("break", (opener.first - 1, opener.first), "speech")), None)
    if opener is None or opener.value != "speech":
        return {}
    between = range(opener.last, clause.left + 1)
    goes_on = document.article.language == "ru" or any(document.is_word(i, "firm_pronoun") for i in between)
    speaker = next((c for c in scene.finder.chains(number) if c.last == opener.first and not c.link), None)
    return dict(speaker.places) if goes_on and speaker is not None and _has_firm(speaker) else {}


def _sold(scene: Scene, verb: Mention, chains: list[Chain]) -> Parties:
    """Who sells: the one before the verb; and to whom: behind "to", or the first one behind the verb."""
    before = [c for c in chains if c.last <= verb.first and not c.link]
    behind = [c for c in chains if c.first >= verb.last]
    # "An agreement for X to sell jets", "a deal to sell jets of X to Y": the seller may be who makes them.
    before += [c for c in chains if c.link == "to" and c.last == verb.first]
    seller = next(reversed(before), None)
    if seller is None and scene.document.article.language == "ar":
        seller = next((c for c in behind if not c.link), None)
    if seller is None:
        seller = next((c for c in behind if not c.link and _has_firm(c)), None)
    buyers = [c for c in behind if c.link == "to"] or [c for c in behind if not c.link and c is not seller]
    return {**seller.places, **buyers[0].places} if seller is not None and buyers else {}


def _is_firm(scene: Scene, chain: Chain) -> bool:
    """Whether a chain names a firm, or a country whose company it is ("a Chinese company")."""
    near = (chain.first - 3, chain.last + 3)
    return any(a.kind == "firm" for a in chain.actors) or (
        len(chain.places) < _MOST_PARTIES
        and any(a.kind == "adjective" for a in chain.actors)
        and scene.document.has("partner", near)
    )
