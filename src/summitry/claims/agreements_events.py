"""One thing agreed, told in one clause: instruments that are signed, money that is pledged, purchases, accessions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from summitry.claims.agreements_actors import ActorFinder, Chain
from summitry.claims.agreements_clauses import Clause, clause_around, detail_end
from summitry.claims.agreements_details import cost_told_next, purpose_told_next, sectors_of, sum_of
from summitry.claims.polarity import Stance, stance
from summitry.mentions.document import Amount, Document, Mention
from summitry.text.sentences import Sentence

Parties = dict[str, Mention]
Told = tuple[tuple[int, int], Mention, Clause]

_REFUSED = frozenset((Stance.NEGATED, Stance.DENIED, Stance.CONDITIONAL, Stance.HOPED))
_SIGNING = ("act", "agree", "works", "ties")
_INSTRUMENT_REACH = 16
_TARGET_REACH = 12
_OBJECT_REACH = 9
_ATTRIBUTES = 4


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


class EventReader:
    """Reads the events of one document."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.finder = ActorFinder(document)
        self.events: list[Event] = []

    def read(self) -> list[Event]:
        """All events, in the order of the text."""
        for number, sentence in enumerate(self.document.sentences):
            self.events += self._signings(number, sentence)
            self.events += self._pledges(number, sentence)
            self.events += self._purchases(number, sentence)
            self.events += self._accessions(number, sentence)
            self.events += self._agreed(number, sentence)
        return self.events

    # --- instruments ---

    def _signings(self, number: int, sentence: Sentence) -> Iterator[Event]:
        instruments = [m for m in self.document.of("instrument", sentence) if m.value != "pledge"]
        if not instruments:
            return
        for instrument, told in self._acts_of(sentence, instruments):
            verb = told[0][0]
            meant = self._meant(sentence, verb, instrument)
            parties = self._first_parties(number, instrument, told)
            if len(parties) < 2:
                if not self._follows_up(number, instrument, meant):
                    self.document.reject("agreements/signing", instrument, "fewer than two parties")
                continue
            event = Event("agreements/signing", number, instrument.value, instrument, *self._status(verb, meant), parties)
            self._detail(event, sentence, instrument, verb)
            yield event

    def _first_parties(self, number: int, instrument: Mention, told: list[tuple[Mention, Clause]]) -> Parties:
        """The parties by the likeliest verb that has them: "a treaty between A and B, signed in May, comes into force"."""
        tries = (self._parties(number, verb, clause, instrument) for verb, clause in told)
        return next((parties for parties in tries if len(parties) > 1), {})

    def _acts_of(
        self, sentence: Sentence, instruments: list[Mention]
    ) -> Iterator[tuple[Mention, list[tuple[Mention, Clause]]]]:
        """Each instrument with the verbs that bring it about, the likeliest first; none where one is negated or hoped for."""
        told: dict[Mention, list[Told]] = {}
        spoiled: set[Mention] = set()
        for verb in self.document.any_of(_SIGNING, sentence):
            clause = clause_around(self.document, sentence, verb)
            for instrument in self._instruments_of(sentence, verb, clause, instruments):
                meant = self._meant(sentence, verb, instrument)
                if meant in _REFUSED:
                    spoiled.add(instrument)
                    self.document.reject("agreements/signing", instrument, meant.value)
                distance = max(instrument.first - verb.last, verb.first - instrument.last)
                rank = (0 if verb.value == "signed" else 2 if verb.kind == "works" else 1, distance)
                told.setdefault(instrument, []).append((rank, verb, clause))
        self._add_gapped(sentence, instruments, told)
        for instrument in sorted(told.keys() - spoiled, key=lambda mention: mention.first):
            yield instrument, [(verb, clause) for _, verb, clause in sorted(told[instrument])]

    def _add_gapped(self, sentence: Sentence, instruments: list[Mention], told: dict[Mention, list[Told]]) -> None:
        """ "A and B signed a memorandum, C and D — an agreement": the dash stands for the verb before."""
        for instrument in instruments:
            verbs = [v for v in self.document.of("act", (sentence.first, instrument.first)) if v.value == "signed"]
            if instrument in told or not verbs or not any(sign in self.document.words.gaps[instrument.first] for sign in "—–"):
                continue
            breaks = self.document.of("break", (verbs[-1].last, instrument.first))
            left = breaks[-1].last if breaks else verbs[-1].last
            told[instrument] = [((0, 0), verbs[-1], Clause(left, instrument.first, None))]

    def _instruments_of(self, sentence: Sentence, verb: Mention, clause: Clause, among: list[Mention]) -> list[Mention]:
        behind = [m for m in among if verb.last <= m.first < clause.right and m.first - verb.last <= _INSTRUMENT_REACH]
        if behind:
            return [m for n, m in enumerate(behind) if n == 0 or self._coordinated(m)]
        before = [m for m in among if clause.left <= m.first and m.last <= verb.first]
        if not before and clause.opener is not None and clause.opener.value == "relative":
            before = [m for m in among if m.last <= clause.opener.first and clause.opener.first - m.last <= _INSTRUMENT_REACH]
        if not before and clause.opener is not None and clause.opener.kind != "break":
            before = [m for m in among if clause.opener.last <= m.first and m.last <= verb.first]
        if not before and self.document.article.language == "ar":
            before = [m for m in among if 0 <= verb.first - m.last <= 3]
        return before[-1:]

    def _coordinated(self, instrument: Mention) -> bool:
        first = max(instrument.first - 3, 0)
        forms = self.document.words.forms[first : instrument.first + 1]
        return any(form in ("and", "и", "а") or form.startswith("و") for form in forms)

    def _meant(self, sentence: Sentence, verb: Mention, instrument: Mention) -> Stance:
        meant = stance(self.document, sentence, verb)
        if meant in (Stance.ASSERTED, Stance.PLANNED):
            near = (max(instrument.first - 2, sentence.first), instrument.first)
            if self.document.has("negation", near):
                return Stance.NEGATED
            between = (min(verb.last, instrument.last), max(verb.first, instrument.first))
            if self.document.has("hope", near) or self.document.has("denial", between):
                return Stance.HOPED
        if verb.value == "planned" and meant is Stance.ASSERTED:
            return Stance.PLANNED
        return meant

    def _status(self, verb: Mention, meant: Stance) -> tuple[str, tuple[int, int]]:
        if verb.kind == "works":
            return "announced", (verb.start, verb.end)
        if meant is Stance.PLANNED:
            plans = self.document.of("plan", (max(verb.first - 12, 0), verb.first))
            return "planned", (plans[-1].start if plans else verb.start, verb.end)
        return verb.value, (verb.start, verb.end)

    def _follows_up(self, number: int, instrument: Mention, meant: Stance) -> bool:
        """ "The agreement is to be signed in May": says of the deal before it that it is only planned."""
        if meant is not Stance.PLANNED:
            return False
        for event in reversed(self.events):
            if number - event.number <= 1 and event.rule == "agreements/agreed":
                event.status, event.kind_at = "planned", instrument
                return True
        return False

    # --- parties ---

    def _parties(self, number: int, verb: Mention, clause: Clause, instrument: Mention) -> Parties:
        chains = [c for c in self._chains(number, clause) if c.actors[0].kind != "anaphor"]
        left = [c for c in chains if c.last <= verb.first]
        right = [c for c in chains if c.first >= verb.last]
        found: Parties = {}
        subject = self._subject(left, right, instrument)
        if subject is not None:
            found.update(subject.places)
        links = ("with", "by", "to") if verb.kind == "ties" else ("with", "by")
        if instrument.first > verb.first:
            left = [c for c in left if c.link != "with" or self._begins_phrase(c, clause, chains)]
        beside = [c for c in (*left, *right) if c.link in links and c is not subject]
        for chain in beside[:2]:
            found = {**found, **chain.places}
        if len(found) < 2:
            found = self._completed(found, number, clause, instrument, [c for c in (*left, *right) if c is not subject])
        if instrument.value == "declaration":
            found = self._adopting(number, found)
        return found

    def _begins_phrase(self, chain: Chain, clause: Clause, chains: list[Chain]) -> bool:
        """Whether "with X" before a verb goes with the verb or its subject, not with a word of its own ("bordering with X")."""
        links = [cue for cue in self.document.of("link", (chain.first - 8, chain.first)) if cue.value == "with"]
        at = links[-1].first if links else chain.first
        if at <= clause.left or self.document.words.gaps[at].strip():
            return True
        return any(other.last == at for other in chains)

    def _adopting(self, number: int, found: Parties) -> Parties:
        """A declaration of a region's meeting with a partner is that of all of them, unless others are named."""
        everybody = dict(self.finder.groups.participants())
        told = self.document.has("forum", self.document.sentences[number])
        alone = not found or told and len(found) < len(everybody)
        return {**everybody, **found} if alone and found.keys() <= everybody.keys() else found

    def _chains(self, number: int, clause: Clause) -> list[Chain]:
        kept = (chain.kept(clause.holds) for chain in self.finder.chains(number))
        return [chain for chain in kept if chain is not None]

    def _subject(self, left: list[Chain], right: list[Chain], instrument: Mention) -> Chain | None:
        """Who signs: the chain before the verb; behind it where the subject follows (in Arabic, in a Russian passive)."""
        bare_left = [c for c in left if not c.link]
        bare_right = [c for c in right if not c.link]
        between = [c for c in (*left, *right) if c.link == "between" and len(c.places) > 1]
        if self.document.article.language == "ar":
            first = next((c for c in bare_right if c.first < instrument.first or instrument.first < c.first), None)
            if between and (first is None or len(first.places) < 2):
                return between[0]
            return first or next(reversed(bare_left), None)
        if bare_left and len(bare_left[-1].places) > 1:
            return bare_left[-1]
        if between:
            return between[0]
        return next(iter((*reversed(bare_left), *bare_right)), None)

    def _completed(
        self, found: Parties, number: int, clause: Clause, instrument: Mention, others: list[Chain]
    ) -> Parties:
        """A lone party with those whom the rest of the clause, the main clause or the sentence before names."""
        for chain in others:
            if chain.link in ("", "between", "from", "to") and len(found) < 2:
                found = {**found, **chain.places}
        if len(found) == 1 and instrument.value in ("deal", "agreement"):
            found = {**found, **self._where_a_firm_works(number, clause)}
        if len(found) < 2:
            found = {**found, **self._of_main_clause(number, clause)}
        if len(found) < 2:
            found = {**found, **self._named_as_signers(number, clause)}
        if len(found) == 1 and number > 0 and any(c.link == "with" for c in others) | (self._is_with(found, number)):
            earlier = self.finder.chains(number - 1)
            found = {**found, **(earlier[0].places if earlier else {})}
        return found

    def _where_a_firm_works(self, number: int, clause: Clause) -> Parties:
        """ "A Chinese company signed a contract to build a road in Kyrgyzstan": the deal is with that country."""
        chains = self._chains(number, clause)
        firms = [a for c in chains for a in c.actors if a.kind in ("firm", "adjective")]
        places = [a for a in self.finder.asides(number) if a.link == "in" and a.kind == "place" and clause.holds(a.first)]
        return dict(places[0].places) if firms and len(places) == 1 else {}

    def _of_main_clause(self, number: int, clause: Clause) -> Parties:
        """The subject of the clause that this one depends on, or of the verb that this one is coordinated with."""
        opener = clause.opener
        if opener is None or opener.value in ("contrast", "speech"):
            return {}
        relative = opener.value == "relative"
        before = [c for c in self.finder.chains(number) if c.last <= opener.first and (relative or not c.link)]
        near = [c for c in before if opener.first - c.last <= (4 if relative else 40)]
        return dict(near[-1].places) if near else {}

    def _named_as_signers(self, number: int, clause: Clause) -> Parties:
        """ "… was signed; its parties are A, B and C"."""
        for chain in self.finder.chains(number):
            if chain.first >= clause.right and len(chain.places) > 1:
                if self.document.has("states", (chain.first - 4, chain.first)):
                    return dict(chain.places)
        return {}

    def _is_with(self, found: Parties, number: int) -> bool:
        return any(c.link == "with" and c.places.keys() & found.keys() for c in self.finder.chains(number))

    # --- pledges ---

    def _pledges(self, number: int, sentence: Sentence) -> Iterator[Event]:
        verbs = self.document.of("give", sentence)
        nouns = [m for m in self.document.of("instrument", sentence) if m.value == "pledge"]
        heads = [*verbs, *nouns]
        if not heads or not any(sentence.first <= a.mention.first < sentence.last for a in self.document.amounts):
            return
        head = heads[0]
        for head in heads:
            meant = stance(self.document, sentence, head)
            if meant in _REFUSED:
                self.document.reject("agreements/pledge", head, meant.value)
                continue
            clause = clause_around(self.document, sentence, head)
            end = detail_end(self.document, sentence, head.last, [v for v in self._heads(sentence) if v.kind == "act"])
            amount = sum_of(self.document, (clause.left, end), head) or sum_of(self.document, sentence[:2], head)
            if amount is None:
                continue
            yield from self._pledged(number, sentence, head, clause._replace(right=max(clause.right, end)), amount)

    def _pledged(
        self, number: int, sentence: Sentence, head: Mention, clause: Clause, amount: Amount
    ) -> Iterator[Event]:
        chains = self._chains(number, clause)
        again = next(iter(self.document.of("same_sum", (head.last, sentence.last))), None)
        giver = self._giver(chains, head)
        if giver is None and clause.opener is not None:
            giver = next((c for c in reversed(self.finder.chains(number)) if c.last <= clause.opener.first), None)
        if giver is None:
            self.document.reject("agreements/pledge", head, "nobody who gives")
            return
        recipients = [c for c in chains if c is not giver]
        for stretch in ([(clause.left, again.first), (again.last, sentence.last)] if again else [(clause.left, sentence.last)]):
            parties = self._receivers(number, recipients, stretch, giver, clause)
            if parties:
                event = Event("agreements/pledge", number, "pledge", head, "pledged", (head.start, head.end), parties, amount)
                end = detail_end(self.document, sentence, head.last, [])
                told = sectors_of(self.document, sentence, (head.first, end))
                event.sectors = {**dict(purpose_told_next(self.document, number)), **dict(told)}
                yield event

    def _giver(self, chains: list[Chain], head: Mention) -> Chain | None:
        before = [c for c in chains if c.last <= head.first and not c.link]
        behind = [c for c in chains if c.first >= head.last and not c.link]
        if self.document.article.language == "ar":
            return next(iter((*behind[:1], *reversed(before))), None)
        sender = [c for c in chains if c.link == "from"]
        return next(iter((*sender, *reversed(before), *behind)), None)

    def _receivers(
        self, number: int, chains: list[Chain], stretch: tuple[int, int], giver: Chain, clause: Clause
    ) -> Parties:
        within = [c for c in chains if stretch[0] <= c.first < stretch[1]]
        for links in (("to", "", "between"), ("with",)):
            found = {place: m for c in within if c.link in links for place, m in c.places.items() if place not in giver.places}
            if found:
                return {**giver.places, **found}
        asides = [a for a in self.finder.asides(number) if clause.left <= a.first < clause.right and a.kind != "city"]
        found = {place: m for a in asides[:1] for place, m in a.places if place not in giver.places}
        if found:
            return {**giver.places, **found}
        return giver.places if len(giver.places) > 2 else {}

    # --- purchases ---

    def _purchases(self, number: int, sentence: Sentence) -> Iterator[Event]:
        for verb in self.document.of("buy", sentence):
            clause = clause_around(self.document, sentence, verb)
            goods = self.document.of("goods", (verb.last, min(clause.right, verb.last + 15)))
            if not goods or stance(self.document, sentence, verb) in _REFUSED:
                continue
            chains = self._chains(number, clause)
            behind = [c for c in chains if c.first >= verb.last]
            makers = [c for c in behind if not c.link and any(a.kind == "firm" for a in c.actors)]
            seller = next(iter((*(c for c in behind if c.link == "from"), *makers)), None)
            buyer = next((c for c in reversed(chains) if c.last <= verb.first and not c.link), None)
            if seller is None or buyer is None:
                continue
            parties = {**buyer.places, **seller.places}
            if len(parties) > 1:
                event = Event("agreements/purchase", number, "deal", verb, "announced", (verb.start, verb.end), parties)
                self._detail(event, sentence, verb, verb)
                yield event

    # --- accessions ---

    def _accessions(self, number: int, sentence: Sentence) -> Iterator[Event]:
        for verb in self.document.of("join", sentence):
            clause = clause_around(self.document, sentence, verb)
            if not self._has_target(number, sentence, verb, clause):
                continue
            meant = stance(self.document, sentence, verb)
            if meant in _REFUSED or verb.value == "noun" and self.document.has("negation", sentence):
                self.document.reject("agreements/accession", verb, meant.value)
                continue
            status = self._accession_status(sentence, verb, clause, meant)
            subject = self._acceding(number, verb, clause)
            if status and subject:
                yield Event("agreements/accession", number, "accession", verb, status, (verb.start, verb.end), subject)

    def _accession_status(self, sentence: Sentence, verb: Mention, clause: Clause, meant: Stance) -> str:
        acts = self.document.of("act", sentence)
        if any(act.value == "signed" and 0 <= verb.first - act.last <= 3 for act in acts):
            return "signed"
        become = self.document.has("become", (clause.left, clause.right))
        if verb.value == "member" and not become:
            return ""
        told = any(act.value == "announced" for act in acts) or self.document.has("outcome", sentence)
        if verb.value == "noun" and not acts and not become and not told:
            return "planned" if self.document.has("back", sentence) else ""
        if told:
            return "announced"
        return "planned" if meant is Stance.PLANNED or verb.value == "planned" else "announced"

    def _has_target(self, number: int, sentence: Sentence, verb: Mention, clause: Clause) -> bool:
        """Something that one can accede to, close by; a meeting that somebody joins is none."""
        near = (max(verb.first - _TARGET_REACH, sentence.first), min(verb.last + _TARGET_REACH, sentence.last))
        if verb.value == "member":
            near = (sentence.first, sentence.last)
        targets = [m for m in self.document.any_of(("club", "forum"), near) if m.first >= verb.last or m.last <= verb.first]
        gatherings = self.document.of("gathering", (verb.last, min(verb.last + 5, sentence.last)))
        if not targets:
            return False
        behind = [m for m in targets if m.first >= verb.last]
        if gatherings and (not behind or gatherings[0].first <= behind[0].first + 1):
            return False
        return bool(behind) or verb.value == "member"

    def _acceding(self, number: int, verb: Mention, clause: Clause) -> Parties:
        def countries(chain: Chain) -> Parties:
            actors = [a for a in chain.actors if a.kind not in ("person", "firm", "forum")]
            return {place: mention for a in actors for place, mention in a.places if place != "EUE"}

        chains = [c for c in self._chains(number, clause._replace(right=max(clause.right, verb.last + _TARGET_REACH))) if not c.link]
        chains = [c for c in chains if countries(c)]
        left = [c for c in chains if c.last <= verb.first]
        right = [c for c in chains if verb.last <= c.first < max(clause.right, verb.last + _TARGET_REACH)]
        if verb.value == "noun" or self.document.article.language == "ar":
            chosen = next(iter((*right[:1], *reversed(left))), None)
        else:
            chosen = next(iter((*reversed(left),)), None)
        if chosen is None and clause.opener is not None:
            told = [c for c in self.finder.chains(number) if not c.link and countries(c)]
            before = [c for c in told if c.last <= clause.opener.first and clause.opener.first - c.last <= 4]
            chosen = before[-1] if before else None
        return countries(chosen) if chosen else {}

    # --- agreed, without an instrument ---

    def _agreed(self, number: int, sentence: Sentence) -> Iterator[Event]:
        """ "X and Y agreed on a railway": something definite is agreed, and it is not just to go on talking."""
        for verb in self.document.of("agree", sentence):
            clause = clause_around(self.document, sentence, verb)
            behind = (verb.last, min(clause.right, verb.last + _OBJECT_REACH))
            if self.document.has("instrument", (clause.left, clause.right)) or self.document.has("talk", behind):
                continue
            if not self.document.has("sector", behind) or stance(self.document, sentence, verb) is not Stance.ASSERTED:
                continue
            chains = self._chains(number, clause)
            subject = self._subject([c for c in chains if c.last <= verb.first], [c for c in chains if c.first >= verb.last], verb)
            parties = dict(subject.places) if subject else {}
            for chain in chains:
                if chain.link == "with":
                    parties.update(chain.places)
            if len(parties) > 1:
                event = Event(
                    "agreements/agreed", number, "agreement", verb, "announced", (verb.start, verb.end), parties
                )
                self._detail(event, sentence, verb, verb)
                yield event

    # --- details ---

    def _heads(self, sentence: Sentence) -> list[Mention]:
        return self.document.any_of(("instrument", "act", "agree", "give", "buy"), sentence)

    def _detail(self, event: Event, sentence: Sentence, head: Mention, verb: Mention) -> None:
        """The sum and the sectors, from the words behind the instrument up to the next instrument or verb."""
        others = [h for h in self._heads(sentence) if h not in (head, verb)]
        others = [h for h in others if h.kind == "instrument" or h.value in ("signed", "pledged")]
        if event.rule == "agreements/purchase":
            others = [h for h in others if h.value != "deal"]
        behind = max(head.last, verb.last) if head.first < verb.first else head.last
        end = detail_end(self.document, sentence, behind, others)
        low = sentence.first if verb.kind == "works" else head.first - _ATTRIBUTES
        # Words before an instrument describe it, but not those of the verb or of the instrument before it.
        start = max([sentence.first, low, *([verb.last] if verb.last <= head.first and verb.kind != "works" else [])])
        if any(o.last <= head.first for o in others):
            start = max(start, head.first - 1)
        event.amount = sum_of(self.document, (start, end), head)
        if event.amount is None and not any(o.first > head.first for o in others):
            event.amount = cost_told_next(self.document, event.number)
        event.sectors = dict(sectors_of(self.document, sentence, (start, end)))
