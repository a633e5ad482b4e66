"""Who accedes: the countries of which a verb of joining, or an invitation to do so, is told."""

from __future__ import annotations

from summitry.claims.agreements.chains import Chain
from summitry.claims.agreements.clauses import Clause
from summitry.claims.agreements.events import Parties, Scene
from summitry.mentions.document import Document, Mention

_TARGET_REACH = 12
_OBJECT_REACH = 3
_VERB_REACH = 3
_OPENED_REACH = 4
_BECOME_REACH = 8
_DEEDS = ("act", "ties", "founding", "become", "held", "meet", "give")
_OTHER_THINGS = ("act", "amount")


def acceding(scene: Scene, number: int, verb: Mention, clause: Clause) -> Parties:
    """The countries that accede by a verb of joining: who does so, those invited, or those whom its clause is about."""

    def countries(chain: Chain) -> Parties:
        actors = [a for a in chain.actors if a.kind not in ("person", "firm", "forum")]
        return {place: mention for a in actors for place, mention in a.places if place != "EUE"}

    chains = [
        c
        for c in scene.chains(number, clause._replace(right=max(clause.right, verb.last + _TARGET_REACH)))
        if not c.link
    ]
    guests = invited(scene, number, verb)
    if guests is not None:
        return countries(guests)
    chains = [c for c in chains if countries(c)]
    left = [c for c in chains if c.last <= verb.first]
    right = [c for c in chains if verb.last <= c.first < max(clause.right, verb.last + _TARGET_REACH)]
    if verb.value == "noun" and scene.document.article.language == "ar":
        right = [c for c in right if not _behind_its_target(scene, verb, c)]
    if scene.document.is_word(verb.first, "whose_deed") or (verb.value != "noun" and _stands_before(left, verb)):
        chosen = next(iter((*reversed(left), *right[:1])), None)
    elif verb.value == "noun" or scene.document.article.language == "ar":
        right = [c for c in right if not scene.document.has_any(_OTHER_THINGS, (verb.last, c.first))]
        chosen = next(iter((*right[:1], *reversed(left))), None)
    else:
        chosen = next(iter((*reversed(left), *_behind(scene, verb, right))), None)
        chosen = _nearest_part(scene, chosen, verb) if chosen is not None else None
        if chosen is not None and _others_join(scene, (chosen.last, verb.first)):
            return {}
    if chosen is None and clause.opener is not None:
        told = [c for c in scene.finder.chains(number) if not c.link and countries(c)]
        told = sorted([*told, *_antecedents(scene, number, clause.opener)], key=lambda c: c.first)
        before = [c for c in told if c.last <= clause.opener.first and _is_what_opens(scene, c, clause.opener)]
        if before and scene.document.has("own_country", (clause.opener.first, verb.first)):
            return _last_country(scene, before[-1])
        chosen = before[-1] if before else None
    return countries(chosen) if chosen else {}


def invited(scene: Scene, number: int, verb: Mention) -> Chain | None:
    """As in "the leaders decided to invite A, B and C to become members": the list behind the invitation, the last before it."""
    before = [c for c in scene.finder.chains(number) if c.last <= verb.first and c.link in ("", "to", "from")]
    if not before:
        return None
    led = range(before[-1].first - _VERB_REACH, before[-1].first)
    return before[-1] if any(scene.document.is_word(i, "inviting") for i in led) else None


def _is_what_opens(scene: Scene, chain: Chain, opener: Mention) -> bool:
    """Whether a clause is about those before it: "X, which joined", "X became the first country of its region, which joined"."""
    reach = _BECOME_REACH if scene.document.has("become", (chain.last, opener.first)) else _OPENED_REACH
    return opener.first - chain.last <= reach


def _nearest_part(scene: Scene, chain: Chain, verb: Mention) -> Chain:
    """As in "A and B established relations with X, and C later joined them": who stands behind the last verb before."""
    actors = chain.actors
    if actors[-1].last > verb.first:
        return chain
    for n in range(len(actors) - 1, 0, -1):
        if scene.document.has_any(_DEEDS, (actors[n - 1].last, actors[n].first)):
            return chain._replace(first=actors[n].first, actors=actors[n:])
    return chain


def _behind_its_target(scene: Scene, verb: Mention, chain: Chain) -> bool:
    """As in الانضمام إلى إطار ترعاه واشنطن: who stands behind what is joined does not join it."""
    return scene.document.has_word("leads_to_target", (verb.last, chain.first))


def _others_join(scene: Scene, between: tuple[int, int]) -> bool:
    """As in "X expects many countries to join": those who do so have no name; but "X is one of two countries to join"."""
    document = scene.document
    if _marks_somebody(document, between):
        return True
    if any("," in document.words.gaps[i] for i in range(between[0], between[1] + 1)):
        return False
    crowd = [m.first for m in document.of("states", between) if m.value == "states"]
    words = range(*between)
    crowd += [i for i in words if document.is_word(i, "nameless")]
    crowd += [i for i in words if document.is_word(i, "one_country") and _is_indefinite(document, i)]
    if not crowd:
        return False
    led = (between[0], min(crowd))
    return not document.has("become", led) and not document.has_word("passive_auxiliary", led)


def _marks_somebody(document: Document, between: tuple[int, int]) -> bool:
    """As in "the news, which came as the leaders of X met, marks the first country to join": X is not that country."""
    ordinal = document.of("rank", (max(between[1] - _OBJECT_REACH - 1, between[0]), between[1]))
    if not ordinal:
        return False
    led = (between[0], ordinal[0].first)
    is_it = document.has("become", led) or document.has_word("passive_auxiliary", led)
    return not is_it and any("," in document.words.gaps[i] for i in range(led[0], led[1] + 1))


def _is_indefinite(document: Document, noun: int) -> bool:
    return document.has_word("indefinite", (max(noun - 2, 0), noun))


def _stands_before(left: list[Chain], verb: Mention) -> bool:
    """Whether the subject stands right before a verb, as behind the Arabic أن."""
    return bool(left) and left[-1].last == verb.first


def _behind(scene: Scene, verb: Mention, right: list[Chain]) -> list[Chain]:
    """Who follows a verb of Russian right away: «к формату присоединился Азербайджан», «десятым членом станет Белоруссия»."""
    if scene.document.article.language != "ru":
        return []
    become = scene.document.of("become", (verb.last, verb.last + _OBJECT_REACH + 1)) if verb.value == "member" else []
    at = become[0].last if become else verb.last
    at += scene.document.is_word(at, "conjunction")
    right = [c for c in right[:1] if c.first == at and c.actors[0].kind == "place"]
    return right if become or verb.value != "member" else []


def _antecedents(scene: Scene, number: int, opener: Mention) -> list[Chain]:
    """As in "the news came from X, which said that it would join": whom the clause around the opener's is about."""
    near = (max(opener.first - _OBJECT_REACH, 0), opener.first)
    relatives = scene.document.of("break", near, "relative")
    return [c for c in scene.finder.chains(number) if relatives and c.last == relatives[-1].first]


def _last_country(scene: Scene, chain: Chain) -> Parties:
    """As in "A, B and C's president, whose country joined": that of the one named last."""
    return {place: mention for place, mention in chain.actors[-1].places if place != "EUE"}
