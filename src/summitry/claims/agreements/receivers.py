"""Who gets what is promised: those behind the promise, or whom a pronoun, a meeting or a deal before it means."""

from __future__ import annotations

from summitry.claims.agreements.chains import Chain
from summitry.claims.agreements.clauses import Clause
from summitry.claims.agreements.events import Parties, Scene
from summitry.claims.agreements.sectors import sectors_of
from summitry.claims.agreements.talks import pair_in_talks
from summitry.claims.polarity import clause_of
from summitry.mentions.document import Document, Mention

_TWO = 2
_TO_HER = ("ها",)
_DATIVE_REACH = 2


def receivers(
    scene: Scene, number: int, chains: list[Chain], stretch: tuple[int, int], giver: Chain, clause: Clause
) -> Parties:
    """The giver and those whom words of a `stretch` let it give to; the giver's own where it is many and nobody else is told."""
    within = [c for c in chains if stretch[0] <= c.first < stretch[1]]
    # "X would provide Y with 5 million, and Z pledged Y 2 million": who stands before a verb of giving gives.
    within = [
        c for c in within if c.link or c.first < giver.last or not scene.document.has("give", (c.last, c.last + 1))
    ]
    # What a body's secretariat is given is not its members'.
    within = [c for c in within if c.link or c.actors[0].kind != "forum"]
    if scene.document.article.language == "en" and not giver.link:
        # "X and Y met, and then X promised Z …": who stands before the giver gets nothing. A Russian dative may.
        within = [c for c in within if c.link or c.first > giver.first]
    for links in (("to",), ("", "between"), ("with",)):
        found = {
            place: m for c in within if c.link in links for place, m in c.places.items() if place not in giver.places
        }
        if found:
            return {**giver.places, **found}
    asides = [a for a in scene.finder.asides(number) if clause.left <= a.first < clause.right]
    asides = [a for a in asides if a.kind != "city" or a.link in ("elsewhere", "of")]
    asides = [a for a in asides if not dict(a.places).keys() <= giver.places.keys()]
    found = {place: m for a in asides[:1] for place, m in a.places if place not in giver.places}
    found = found or _who_gets(scene, number, clause, giver) or _whose_economy(scene, number, clause, giver)
    found = found or _he_gets(scene, number, clause, giver) or _those_met(scene, clause, giver)
    found = found or _partner_in_the_deal(scene, number, stretch, giver)
    found = found or _whom_a_dative_means(scene, number, clause, giver) or _a_whole_continent(scene, clause, giver)
    if found:
        return {**giver.places, **found}
    return giver.places if len(giver.places) > 2 else {}


def _he_gets(scene: Scene, number: int, clause: Clause, giver: Chain) -> Parties:
    """As in "Trump visited X. He secured a commitment from X": the other of the two whom the passage is about."""
    pronoun = scene.document.has_word("party_pronoun", (clause.left, giver.first))
    if giver.link != "from" or not pronoun or scene.document.article.language != "en":
        return {}
    return {p: m for p, m in pair_in_talks(scene, number, giver.places).items() if p not in giver.places}


def _whom_a_dative_means(scene: Scene, number: int, clause: Clause, giver: Chain) -> Parties:
    """As in "The decision concerns X. The seven agreed to provide it with loans": the only country of the sentence before."""
    document = scene.document
    gifts = document.any_of(("give", "intended"), (clause.left, clause.right))
    lead = 0 if document.article.language == "en" else _DATIVE_REACH  # "It gave": the subject
    told = any(document.has_word("dative_pronoun", (m.first - lead, m.last + _DATIVE_REACH)) for m in gifts)
    if document.article.language == "ar":
        told = told or any(document.words.folded[m.last - 1].endswith(_TO_HER) for m in gifts)
    if not told or number == 0:
        return {}
    before = document.of("place", document.sentences[number - 1][:2])
    countries = {m.value: m for m in before if document.vocabulary.places[m.value]["kind"] == "country"}
    return {} if len(countries) != 1 or countries.keys() & giver.places.keys() else dict(countries)


def _a_whole_continent(scene: Scene, clause: Clause, giver: Chain) -> Parties:
    """As in "pledged $14 billion in aid to Africa": a region whose countries nobody would count, led to by a preposition."""
    document = scene.document
    regions = [
        m
        for m in document.of("place", (clause.left, clause.right))
        if m.form == "name"
        and not (m.value == "europe" and "EUE" in giver.places)
        and document.vocabulary.places[m.value]["kind"] == "region"
        and not scene.finder.groups.members_of(m.value)
    ]
    led = [m for m in regions if document.has("link", (max(m.first - 2, 0), m.first + 1)) or _is_dative(document, m)]
    return {led[0].value: led[0]} if len({m.value for m in led}) == 1 else {}


def _is_dative(document: Document, region: Mention) -> bool:
    """As in «выделит Африке», لأفريقيا."""
    form, language = document.words.forms[region.first], document.article.language
    return (language == "ru" and form.endswith("е")) or (language == "ar" and form.startswith("ل"))


def _those_met(scene: Scene, clause: Clause, giver: Chain) -> Parties:
    """As in "At the summit with Central Asia the EU unveiled a package of €12 billion": it is for the region that it has met."""
    if scene.document.has("give", (clause.left, clause.right)):
        return {}
    return scene.finder.groups.region_met_by(giver.places)


def _partner_in_the_deal(scene: Scene, number: int, stretch: tuple[int, int], giver: Chain) -> Parties:
    """As in "X announced a trade deal with Y. Y will invest $35 billion": the other side of a deal just told without a sum."""
    invested = any(
        sector == "investment" for sector, _ in sectors_of(scene.document, scene.document.sentences[number], stretch)
    )
    for event in reversed(scene.events):
        if not invested or number - event.number > 1:
            return {}
        if event.is_general and len(event.parties) == _TWO and giver.places.keys() < event.parties.keys():
            return {place: mention for place, mention in event.parties.items() if place not in giver.places}
    return {}


def _who_gets(scene: Scene, number: int, clause: Clause, giver: Chain) -> Parties:
    """As in «قالت موريتانيا إنها حصلت من بكين على منحة»: she who is said to get it stands before the clause."""
    opener = clause.opener
    if (
        opener is None
        or opener.value != "clause"
        or not scene.document.has("offer", (clause.left, clause.right), "get")
    ):
        return {}
    before = [c for c in scene.finder.chains(number) if c.last <= opener.first and not c.link]
    told = before[-1].places if before and opener.first - before[-1].last <= 1 else {}
    return {} if told.keys() & giver.places.keys() else dict(told)


def _whose_economy(scene: Scene, number: int, clause: Clause, giver: Chain) -> Parties:
    """As in "will put $5 billion into the American economy", «российским компаниям»: whose the only other adjective is."""
    document = scene.document
    sums = [a.mention for a in document.amounts if clause.left <= a.mention.first < clause.right]
    if not sums:
        return {}
    stretch = clause_of(document, document.sentences[number], sums[0])
    adjectives = [m for m in document.of("place", stretch) if m.form == "adjective" and m.value not in giver.places]
    countries = {m.value: m for m in adjectives if document.vocabulary.places[m.value]["kind"] != "region"}
    return countries if len(countries) == 1 else {}
