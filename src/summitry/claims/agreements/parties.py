"""Between whom: which of the actors around a verb and its instrument are the parties."""

from __future__ import annotations

from summitry.claims.agreements.chains import Chain
from summitry.claims.agreements.clauses import Clause, clause_around
from summitry.claims.agreements.events import Parties, Scene
from summitry.claims.agreements.talks import ends_a_summit, keep_to
from summitry.claims.agreements.turns import partners_of_others
from summitry.claims.agreements.voice import is_impersonal, is_unilateral
from summitry.mentions.document import Document, Mention

_ANTECEDENT_REACH = 4
_PRONOUN_REACH = 2
_MAIN_CLAUSE_REACH = 40
_RECENT = 2
_GOODS_REACH = 12
_PAPER_BESIDE = 2


def parties_of(scene: Scene, number: int, verb: Mention, clause: Clause, instrument: Mention) -> Parties:
    """The places that a verb makes the parties of an instrument, each with the mention that shows it; maybe too few."""
    others = partners_of_others(scene, number, scene.document.sentences[number], instrument)
    chains = [c for c in scene.chains(number, clause) if c.actors[0].kind != "anaphor" and c.first not in others]
    chains = [c for c in chains if not scene.document.is_word(c.last, "looking_on")]  # "with Trump looking on"
    left = [c for c in chains if c.last <= verb.first]
    right = [c for c in chains if c.first >= verb.last]
    found: Parties = {}
    subject = subject_of(scene, left, right, instrument)
    if subject is not None:
        found.update(subject.places)
    links: tuple[str, ...] = ("with", "by", "to") if verb.kind == "ties" else ("with", "by")
    if instrument.first > verb.first:
        left = [c for c in left if c.link != "with" or _begins_phrase(scene, c, clause, chains)]
    beside = [c for c in (*left, *right) if c.link in links and c is not subject]
    active = subject is not None and subject.last <= verb.first and verb.last <= instrument.first
    if active and not is_impersonal(scene.document, verb):
        # "X signed a pact with Y on curbs by Z": who is led to by "by" signs what "was signed", or "a pledge by Z".
        beside = [c for c in beside if c.link != "by" or 0 <= c.first - instrument.last <= _ANTECEDENT_REACH]
    signers = next((c.places for c in beside if c.link == "by" and len(c.places) > 1), {})
    if signers and is_impersonal(scene.document, verb) and verb.value == "signed":
        return signers  # "X hosted the signing of a treaty by A and B"
    for chain in beside[:2]:
        found = {**found, **chain.places}
    if len(found) < 2:
        found = _completed(scene, found, number, clause, instrument, [c for c in (*left, *right) if c is not subject])
    found = {**found, **_whom_it_means(scene, number, instrument)}
    if instrument.value == "declaration" and not is_of_intent(scene, instrument):
        found = _adopting(scene, number, found, verb)
    return found


def subject_of(scene: Scene, left: list[Chain], right: list[Chain], instrument: Mention) -> Chain | None:
    """Who signs: the chain before the verb; behind it where the subject follows (in Arabic, in a Russian passive)."""
    bare_left = [c for c in left if not c.link]
    bare_right = [c for c in right if not c.link]
    between = [c for c in (*left, *right) if c.link == "between" and len(c.places) > 1]
    if scene.document.article.language == "ar":
        first = next((c for c in bare_right if c.first < instrument.first or instrument.first < c.first), None)
        if between and (first is None or len(first.places) < 2):
            return between[0]
        return first or next(reversed(bare_left), None)
    if bare_left and len(bare_left[-1].places) > 1:
        behind = bare_right[:1] if _names_its_matter(bare_left[-1], instrument) else []
        return next((c for c in behind if len(c.places) > 1), bare_left[-1])
    if between:
        return between[0]
    return next(iter((*reversed(bare_left), *bare_right)), None)


def signer_of(scene: Scene, number: int, verb: Mention) -> Parties:
    """Who signs, where the verb stands once for two instruments ("A signed with B a treaty, and with C — a pact")."""
    chains = scene.chains(number, clause_around(scene.document, scene.document.sentences[number], verb))
    before = [c for c in chains if c.last <= verb.first]
    subject = subject_of(scene, before, [c for c in chains if c.first >= verb.last and not c.link], verb)
    return dict(subject.places) if subject is not None else {}


def _names_its_matter(chain: Chain, instrument: Mention) -> bool:
    """As in «договор о развитии Центральной Азии подписали X и Y»: a region behind an instrument is what that is about."""
    whole = len(chain.actors) == 1 and len(set(chain.places.values())) == 1
    return whole and instrument.last < chain.first


def _begins_phrase(scene: Scene, chain: Chain, clause: Clause, chains: list[Chain]) -> bool:
    """Whether "with X" before a verb goes with the verb or its subject, not with another word ("bordering with X")."""
    links = [cue for cue in scene.document.of("link", (chain.first - 8, chain.first)) if cue.value == "with"]
    at = links[-1].first if links else chain.first
    if at <= clause.left or scene.document.words.gaps[at].strip():
        return True
    return any(other.last == at for other in chains)


def is_of_intent(scene: Scene, instrument: Mention) -> bool:
    """As in "a declaration of intent": a paper of two, and none that a meeting adopts."""
    return scene.document.has_word("intent", (instrument.first, instrument.last))


def _adopting(scene: Scene, number: int, found: Parties, verb: Mention) -> Parties:
    """A declaration of a region's meeting with a partner is that of all of them, unless others are named.

    Where nobody is, it may be that of the two who have just met.
    """
    if not found and not scene.document.has("forum", (0, verb.first)):
        pair = scene.finder.groups.pair_before(verb.first)
        sentence = scene.document.sentences[number]
        summit = scene.document.has("meeting", sentence, "summit") or ends_a_summit(scene.document, number)
        if pair and keep_to(scene.document, sentence, pair) and not summit:
            return pair
    everybody = {} if _signers_follow(scene, number) else dict(scene.finder.groups.participants(verb.first))
    they = scene.document.has_word("plural_pronoun", (verb.first - _PRONOUN_REACH, verb.first))
    told = they or scene.document.has("forum", scene.document.sentences[number])
    alone = not found or (told and len(found) < len(everybody))
    return {**everybody, **found} if alone and found.keys() <= everybody.keys() else found


def _signers_follow(scene: Scene, number: int) -> bool:
    """As in "They ended with a joint statement. It was signed by X and Y": no body is named so far, and the two are next."""
    sentences = scene.document.sentences
    named = scene.document.has("forum", (0, sentences[number].last))
    return not named and number + 1 < len(sentences) and scene.document.has("act", sentences[number + 1], "signed")


def _completed(
    scene: Scene, found: Parties, number: int, clause: Clause, instrument: Mention, others: list[Chain]
) -> Parties:
    """A lone party with those whom the rest of the clause, the main clause or the sentence before names."""
    if len(found) == 1 and instrument.value == "deal":
        found = {**found, **_whose_goods(scene, number, instrument)}
    for chain in others:
        way = chain.link in ("from", "to") and chain.last <= instrument.first and chain.actors[0].kind == "city"
        # "Arriving from Riyadh, he signed a deal": where somebody comes from or goes to is not whom he signs with.
        if chain.link in ("", "between", "from", "to") and not way and len(found) < 2:
            found = {**found, **chain.places}
    if not found:
        found = _sharing(scene, number, clause)
    if len(found) == 1 and instrument.value in ("deal", "agreement"):
        found = {**found, **_where_a_firm_works(scene, number, clause)}
    for others_named in (_of_main_clause, _where_it_was, _named_as_signers):
        found = found if len(found) > 1 else {**found, **others_named(scene, number, clause)}
    if len(found) < 2:
        found = {**_whom_a_pronoun_means(scene, number, clause), **found}
    if not found and not others:
        found = _of_the_sentence_before(scene, number, clause)
    if len(found) == 1 and number > 0 and any(c.link == "with" for c in others) | (_is_with(scene, found, number)):
        found = {**found, **_other_side(scene, number, found)}
    return found


def _other_side(scene: Scene, number: int, partner: Parties) -> Parties:
    """As in "With Turkmenistan a contract was signed": the side that the deals told right before have in common.

    Where none was told, the one with whom the sentence before begins.
    """
    told = deals_before(scene, number)
    if told:
        common = set.intersection(*(set(parties) for parties in told)) - partner.keys()
        often = sorted(common, key=lambda place: -_times_named(scene, place))
        sure = len(often) == 1 or (often and _times_named(scene, often[0]) >= 2 * _times_named(scene, often[1]))
        return {often[0]: told[-1][often[0]]} if sure else {}
    earlier = scene.finder.chains(number - 1)
    begins = earlier and not earlier[0].link and len(earlier[0].places) == 1
    return dict(earlier[0].places) if begins else {}


def deals_before(scene: Scene, number: int) -> list[Parties]:
    """The parties of the deals that the sentences right before sentence `number` told."""
    return [e.parties for e in scene.events if 0 < number - e.number <= _RECENT and e.kind != "accession"]


def _times_named(scene: Scene, place: str) -> int:
    """How often an article names a country, one of its people or its capital."""
    document = scene.document
    persons = [m for m in document.of("person") if m.value in document.people]
    people = [m for m in persons if document.people[m.value].place_id == place]
    seats = [m for m in document.of("city") if scene.finder.groups.seat(m) == place]
    return len(document.of("place", value=place)) + len(people) + len(seats)


def _where_a_firm_works(scene: Scene, number: int, clause: Clause) -> Parties:
    """As in "A Chinese company signed a contract to build a road in Kyrgyzstan": the deal is with that country."""
    chains = scene.chains(number, clause)
    firms = [a for c in chains for a in c.actors if a.kind in ("firm", "adjective")]
    asides = [a for a in scene.finder.asides(number) if a.kind == "place" and clause.holds(a.first)]
    places = [a for a in asides if a.link in ("in", "of")]
    return dict(places[0].places) if firms and len(places) == 1 else {}


def _whose_goods(scene: Scene, number: int, instrument: Mention) -> Parties:
    """As in "an order for Wabtec locomotives", "an order for 210 aircraft of the American maker Boeing": who makes them."""
    near = range(instrument.last, instrument.last + _GOODS_REACH)
    told = [*scene.finder.asides(number), *(a for c in scene.finder.chains(number) for a in c.actors)]
    makers = [a for a in told if a.kind == "firm" and a.first in near and a.link in ("", "to", "of")]
    return dict(makers[0].places) if makers and scene.document.has("goods", (near[0], near[-1])) else {}


def _sharing(scene: Scene, number: int, clause: Clause) -> Parties:
    """As in "a protocol on the border of A and B was signed": those who share what it is about."""
    shared = [a for a in scene.finder.asides(number) if a.link == "shared" and clause.holds(a.first)]
    return {place: mention for actor in shared for place, mention in actor.places}


def _of_main_clause(scene: Scene, number: int, clause: Clause) -> Parties:
    """The subject of the clause that this one depends on, or of the verb that this one is coordinated with."""
    opener = clause.opener
    if opener is None or opener.value == "speech":
        return {}
    if opener.value == "contrast":
        # The subject is left out, and then it is that of the sentence.
        bare = [c for c in scene.finder.chains(number) if c.last <= opener.first and not c.link]
        own = [c for c in scene.chains(number, clause) if not c.link]
        return dict(bare[0].places) if bare and not own else {}
    relative = opener.value == "relative"
    if relative and scene.document.is_word(opener.first, "where"):
        told = [c for c in scene.finder.chains(number) if c.last <= opener.first and not c.link]
        return dict(told[0].places) if told else {}
    before = [c for c in scene.finder.chains(number) if c.last <= opener.first and (relative or not c.link)]
    if relative and _each_has_its_own(scene, opener, clause):
        before = [c for c in before if len(c.places) == 1]
    near = [c for c in before if opener.first - c.last <= (_ANTECEDENT_REACH if relative else _MAIN_CLAUSE_REACH)]
    return dict(near[-1].places) if near else {}


def _where_it_was(scene: Scene, number: int, clause: Clause) -> Parties:
    """As in "flew to X, where he signed an accord": who signs alone in a country signs with it."""
    opener = clause.opener
    if opener is None or not scene.document.is_word(opener.first, "where"):
        return {}
    near = [a for a in scene.finder.asides(number) if 0 <= opener.first - a.last <= 1 and a.kind == "place"]
    linked = [c for c in scene.finder.chains(number) if 0 <= opener.first - c.last <= 1 and c.link in ("to", "in")]
    found = [*(dict(actor.places) for actor in near), *(chain.places for chain in linked)]
    return found[0] if found and len(found[0]) == 1 else {}


def _each_has_its_own(scene: Scene, opener: Mention, clause: Clause) -> bool:
    """As in "A and B, with which C signed agreements": several papers, and nobody says that they are of all."""
    document = scene.document
    if not any(cue.last == opener.first for cue in document.of("link", (opener.first - 1, opener.first), "with")):
        return False
    return document.has_word("several_papers", (clause.left, clause.right))


def _whom_it_means(scene: Scene, number: int, instrument: Mention) -> Parties:
    """As in "Indonesia is next: the agreement with it was signed by A and B": the country that the sentence began with."""
    document = scene.document
    near = document.of("link", (instrument.last, instrument.last + _ANTECEDENT_REACH + 1))
    if not any(cue.value == "with" and document.is_word(cue.last, "joined_pronoun") for cue in near):
        return {}
    before = [c for c in scene.finder.chains(number) if c.last <= instrument.first and not c.link]
    return dict(before[0].places) if before and len(before[0].places) == 1 else {}


def _whom_a_pronoun_means(scene: Scene, number: int, clause: Clause) -> Parties:
    """As in "There he and X signed": the one with whom the sentence before begins."""
    inside = range(clause.left, clause.right)
    if number == 0 or not any(scene.document.is_word(i, "party_pronoun") for i in inside):
        return {}
    subjects = [c for c in scene.finder.chains(number - 1) if not c.link]
    return dict(subjects[0].places) if subjects and len(subjects[0].places) == 1 else {}


def _of_the_sentence_before(scene: Scene, number: int, clause: Clause) -> Parties:
    """As in "Turkey's minister visited Muscat. An agreement was signed": the only two countries of the sentence before."""
    document = scene.document
    if number == 0 or is_unilateral(document, clause) or ends_a_summit(document, number):
        return {}
    if he_and_another(document, clause):
        return {}
    if document.sentences[number].paragraph != document.sentences[number - 1].paragraph:
        return {}
    if any(document.is_word(count.first, "group_determiner") for count in document.of("count", clause[:2])):
        return {}  # "The seven signed …" are not the two just named
    found: Parties = {}
    for chain in scene.finder.chains(number - 1):
        found = {**chain.places, **found}
    return found if len(found) == 2 and keep_to(document, document.sentences[number], found) else {}


def he_and_another(document: Document, clause: Clause) -> bool:
    """As in «ثم وقع هو وأنور اتفاقا»: one of those who sign has a name that says nothing, so that they are not the two before."""
    return any(
        document.is_word(i, "party_pronoun") and document.opens_with_and(i + 1)
        for i in range(clause.left, clause.right)
    )


def _named_as_signers(scene: Scene, number: int, clause: Clause) -> Parties:
    """As in "… was signed; its parties are A, B and C"."""
    for chain in scene.finder.chains(number):
        listed = chain.first >= clause.right and len(chain.places) > 1
        if listed and scene.document.has("states", (chain.first - 4, chain.first)):
            return dict(chain.places)
    return {}


def _is_with(scene: Scene, found: Parties, number: int) -> bool:
    return any(c.link == "with" and c.places.keys() & found.keys() for c in scene.finder.chains(number))


def own_parties(scene: Scene, number: int, instrument: Mention) -> Parties:
    """The parties that one of several instruments has beside it.

    "A treaty between A and B and a pact between C and D", "A and B signed a treaty, and C and D a pact".
    """
    document = scene.document
    sentence = document.sentences[number]
    before = [m for m in document.of("instrument", (sentence.first, instrument.first)) if m.value != "pledge"]
    behind = document.of("instrument", (instrument.last, sentence.last))
    if not before and not behind and instrument.value != "declaration":
        return {}
    for chain in scene.finder.chains(number):
        near = 0 <= chain.first - instrument.last <= _PAPER_BESIDE + 1
        if near and chain.link in ("between", "by") and len(chain.places) > 1:
            return dict(chain.places)
        elided = bool(before) and before[-1].last <= chain.first and 0 <= instrument.first - chain.last <= _PAPER_BESIDE
        if (
            elided
            and not chain.link
            and len(chain.places) > 1
            and not document.has("act", (before[-1].last, chain.first))
        ):
            return dict(chain.places)
    return {}
