"""Who can be a party: countries, governments by their capital, companies by their nationality, leaders, groups.

An actor is a naming of one or more places together with the preposition that leads to it (`link`): "with",
"between", "by", "to", "from", or one that makes it a mere place or topic ("in", "on", "of", "elsewhere"). Actors
joined by commas and conjunctions form a chain: "Belarus, Kyrgyzstan and Tajikistan".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from itertools import pairwise

from summitry.claims.agreements.chains import Actor, Chain, join
from summitry.claims.agreements.groups import DASHES, Groups, Lists
from summitry.claims.agreements.links import ORGANS, STOP, Links
from summitry.claims.agreements.own_country import OwnCountry
from summitry.claims.agreements.speaking import only_speaks
from summitry.mentions.document import Document, Mention
from summitry.text.sentences import Sentence
from summitry.text.signs import has_sign

ASIDE = frozenset(("in", "on", "of", "elsewhere", "shared"))
"""Links that make a naming a place, a topic or an attribute, and no party."""

_DATELINE = re.compile(r"[-–—:./(]")
_SPEAKER_REACH = 5
_BEFORE_SPEAKER = ',;—–»”"'
_OWNED_REACH = 4
_OCCASION = 8
_SOME_REACH = 3
_COUNT_REACH = 2
_OWNED = (
    *ORGANS,
    "firm",
    "join",
    "instrument",
    "act",
    "agree",
    "give",
    "offer",
    "buy",
    "sell",
    "money",
    "states",
    "city",
)


class ActorFinder:
    """Finds the actors of a document's sentences. Most sentences tell of nothing agreed: one is read when it is asked for."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.words = document.words
        self.language = document.article.language
        self.groups = Groups(document)
        self.links = Links(document)
        self.own_country = OwnCountry(document, self.groups, self.links)
        self._read: dict[int, tuple[list[Chain], list[Actor]]] = {}
        self._lists: Lists = []
        self._listed_to = 0

    def chains(self, number: int) -> list[Chain]:
        """The chains of a sentence that may be parties, in order."""
        return self._of_sentence(number)[0]

    def asides(self, number: int) -> list[Actor]:
        """The namings of a sentence that stand as a place or an attribute."""
        return self._of_sentence(number)[1]

    def _lists_before(self, sentence: Sentence) -> Lists:
        """The lists of countries in the sentences before one, each with its first word, in order."""
        # In order, so that a group finds what stands before it read, and no text makes a look back go deep.
        while self.document.sentences[self._listed_to].first < sentence.first:
            number = self._listed_to
            self._listed_to += 1
            self._lists += [(c.first, places) for c in self.chains(number) if len(places := c.places) > 1]
        return self._lists

    # --- reading a sentence ---

    def _of_sentence(self, number: int) -> tuple[list[Chain], list[Actor]]:
        found = self._read.get(number)
        if found is None:
            actors = sorted(self._actors(self.document.sentences[number]), key=lambda actor: (actor.first, actor.last))
            actors = self._with_shared_links(actors)
            chains = list(join(self.document, (actor for actor in actors if actor.link not in ASIDE)))
            found = self._read[number] = chains, [actor for actor in actors if actor.link in ASIDE]
        return found

    def _with_shared_links(self, actors: list[Actor]) -> list[Actor]:
        """As in "in Kazakhstan and Uzbekistan": what is joined to a mere place by an "and" is no more than that."""
        found: list[Actor] = []
        for number, actor in enumerate(actors):
            before = found[-1] if found else None
            if (
                before is not None
                and before.link in ASIDE
                and not actor.link
                and (
                    self._only_and(before.last, actor.first)
                    or self._only_dash(before, actor)
                    or self._listed(before, actors[number : number + 3])
                )
            ):
                actor = actor._replace(link=before.link)
            found.append(actor)
        return found

    def _listed(self, before: Actor, behind: list[Actor]) -> bool:
        """As in "airlines in A, B and C": countries go on a list that began with a mere place, and not with its sentence."""
        opens = self.document.sentences[self.document.sentence_index(before.places[0][1])].first
        names = [before, *behind]
        if before.first <= opens + 1 or any(actor.kind != "place" for actor in names):
            return False
        for left, right in pairwise(names):
            if self._only_and(left.last, right.first):
                return True
            if left.last != right.first or self.words.gaps[right.first].strip() != ",":
                return False
        return False

    def _only_dash(self, before: Actor, actor: Actor) -> bool:
        """As in "the China — Kyrgyzstan — Uzbekistan railway": names joined by dashes are one thing's."""
        gap = self.words.gaps[actor.first].strip() if before.last == actor.first else ""
        return before.kind == actor.kind == "place" and gap in DASHES

    def _only_and(self, first: int, last: int) -> bool:
        if STOP.search("".join(self.words.gaps[first : last + 1])):
            return False
        joined = first == last and self.language == "ar" and self.words.forms[last].startswith("و")
        return joined or (0 < last - first <= 2 and self.document.is_word(first, "conjunction"))

    def _actors(self, sentence: Sentence) -> Iterator[Actor]:
        taken: set[int] = set()
        for group in self.groups.find(sentence, partial(self._lists_before, sentence)):
            taken.update(range(group.first, group.last))
            yield Actor(group.first, group.last, group.places, self.links.link(group.first, sentence), "group")
        for mention in self.document.any_of(("place", "city", "firm", "person", "own_country", "forum"), sentence):
            if mention.first in taken or self._is_in_a_name(mention):
                continue
            if mention.kind == "place" and self._names_a_summit(mention):
                continue
            actor = self._actor(mention, sentence)
            if actor is not None and not self._speaks(actor, mention, sentence):
                yield actor

    def _names_a_summit(self, place: Mention) -> bool:
        """Whether a place is only in the name of a summit at which something is done: "on the sidelines of the Central Asia-U.S.
        summit".
        """
        if self.language != "en":
            return False
        forums = [f for f in self.document.of("forum", (max(place.first - 3, 0), place.last)) if place.last <= f.last]
        if forums:
            return self.document.has_any(
                ("sidelines", "at_meeting"), (max(forums[0].first - _OCCASION, 0), forums[0].first)
            )
        i = place.last
        while (places := self.document.of("place", (i, i + 1))) and self.words.gaps[i].strip() in DASHES:
            i = places[0].last
        return i > place.last - 1 and self.document.has("meeting", (i, i + 1), "summit")

    def _is_in_a_name(self, mention: Mention) -> bool:
        """Whether a name is part of another, or the lesser of two readings: عمان in a list of countries is Oman."""
        if mention.kind == "city" and self.document.has("place", (mention.first, mention.last)):
            return True
        around = self.document.of("firm", (mention.first - _OWNED_REACH, mention.last))
        return mention.kind != "firm" and any(
            firm.first <= mention.first and mention.last <= firm.last for firm in around
        )

    def _speaks(self, actor: Actor, mention: Mention, sentence: Sentence) -> bool:
        """Whether an actor only reports: "Kazakh President X said", "…, the Omani news agency reported"."""
        if actor.kind == "adjective" and self._titles_a_speaker(mention, sentence):
            return True
        near = (mention.last, min(mention.last + _SPEAKER_REACH, sentence.last))
        said = next((cue for cue in self.document.of("break", near) if cue.value == "speech"), None)
        if said is None or self.language == "ar" or not self.document.has("partner", (mention.last, said.first)):
            return False
        opens = mention.first - self.document.is_word(mention.first - 1, "determiner")
        if not has_sign(self.words.gaps[opens], _BEFORE_SPEAKER):
            return False
        return not STOP.search("".join(self.words.gaps[mention.last : said.first + 1]))

    def _titles_a_speaker(self, adjective: Mention, sentence: Sentence) -> bool:
        """As in "Kazakh President X said": the adjective is no more a party than the one who speaks."""
        near = (max(adjective.first - 3, sentence.first), min(adjective.last + 4, sentence.last))
        titled = [
            p for p in self.document.of("person", near) if p.first <= adjective.last + 3 and p.last > adjective.first
        ]
        return any(only_speaks(self.document, person) for person in titled)

    def _actor(self, mention: Mention, sentence: Sentence) -> Actor | None:
        places = self._places(mention, sentence)
        if not places:
            return None
        kind = (
            "adjective"
            if mention.form == "adjective"
            else "anaphor"
            if mention.value == "the_country"
            else mention.kind
        )
        first = mention.first
        leads_to = self._city_of(mention) or first
        link = "of" if self._owns_a_thing(mention, sentence) else self.links.link(leads_to, sentence)
        if link in ASIDE and self._is_counted(mention):
            link = ""
        return Actor(first, mention.last, places, link, kind)

    def _is_counted(self, firm: Mention) -> bool:
        """As in «контракт на восемь Boeing»: a firm's name that stands for what it makes is no place of anything."""
        if firm.kind != "firm" or not self.document.has("goods", (firm.first, firm.last)):
            return False
        before = (firm.first - 2, firm.first)
        return self.document.has("count", before) or any(self.words.forms[i].isdecimal() for i in range(*before))

    def _owner_of_firm(self, firm: Mention) -> Mention | None:
        """As in "China's Exim Bank": whose a firm is said to be right before its name, be another's known by it."""
        if self.language != "en" or firm.first < 2 or self.words.forms[firm.first - 1] != "s":
            return None
        owners = self.links.ending(firm.first - 1).get("place", ())
        places = self.document.vocabulary.places
        return next((m for m in owners if places[m.value]["kind"] == "country"), None)

    def _city_of(self, country: Mention) -> int | None:
        """The first word of a city whose country is only named behind it: "in Kazan, Russia"."""
        if country.kind != "place" or country.first == 0 or self.words.gaps[country.first].strip() != ",":
            return None
        if not STOP.search(self.words.gaps[country.last]):
            return None  # "In Kazan, Russia and Iran signed …"
        cities = self.links.ending(country.first).get("city", ())
        own = [c for c in cities if self.document.vocabulary.place_of_city(c.value) == country.value]
        return own[0].first if own else None

    def _owns_a_thing(self, mention: Mention, sentence: Sentence) -> bool:
        """As in "Egypt's economy", "the EU's smallest member": neither somebody who acts for it nor a deed of its own."""
        words = self.words
        if mention.kind != "place" or words.forms[mention.last : mention.last + 1] != ["s"]:
            return False
        behind = (mention.last + 1, min(mention.last + 1 + _OWNED_REACH, sentence.last))
        if behind[0] >= behind[1] or words.forms[behind[0]][0].isupper():
            return False
        doers = [m for m in self.document.any_of(_OWNED, behind) if m.value != "member"]
        return not doers

    def _places(self, mention: Mention, sentence: Sentence) -> tuple[tuple[str, Mention], ...]:
        if mention.kind == "place":
            if self._is_region(mention) and (self._is_one_of(mention) or self._is_in_a_compound(mention)):
                return ()
            if mention.form == "adjective" and (self._is_region(mention) or not self._acts(mention, sentence)):
                return ()
            return tuple((place, mention) for place in self.groups.members_of(mention.value))
        if mention.kind == "city":
            return self._government(mention, sentence)
        if mention.kind == "firm":
            owner = self._owner_of_firm(mention) or mention
            return ((owner.value, owner),)
        if mention.kind == "own_country":
            return self.own_country.meant(mention, sentence)
        if mention.kind == "person":
            person = self.document.people.get(mention.value)
            place = person.place_id if person else ""
            known = place in self.document.vocabulary.places and not only_speaks(self.document, mention)
            return ((place, mention),) if known else ()
        return self.groups.signatories(mention)

    def _is_region(self, mention: Mention) -> bool:
        """Whether an adjective is that of a region: a fund for Arab development is no deal of all Arab states."""
        return self.document.vocabulary.places[mention.value]["kind"] == "region"

    def _is_one_of(self, region: Mention) -> bool:
        """As in "the third Gulf state", "some Central Asian countries": one of its countries or some, not all of them."""
        noun = region.first - 1 - self.document.has("link", (region.first - 1, region.first))
        if self.document.is_word(noun, "one_country"):
            return True  # "the first country in the Gulf"
        some = self.document.has_word("some_of", (region.first - _SOME_REACH, region.first))
        # "Other" stands before its noun, in Arabic behind it.
        beside = (region.last,) if self.language == "ar" else (region.first - 1, region.first - 2)
        some = some or any(self.document.is_word(i, "other_ones") for i in beside)
        return some or self.document.is_word(region.last, "one_country") or self._is_counted_short(region)

    def _is_counted_short(self, region: Mention) -> bool:
        """As in "two Gulf states, A and B": a region with another number of countries than the region has."""
        counts = self.document.of("count", (region.first - _COUNT_REACH, region.first))
        size = len(self.groups.members_of(region.value))
        return any(int(count.value) != size for count in counts)

    def _is_in_a_compound(self, region: Mention) -> bool:
        """As in "the Trans-Caspian corridor", "for South and Central Asia": a wider stretch than the region."""
        near = range(max(region.first - 2, 0), region.first)
        wider = self.document.is_word(region.first - 1, "conjunction") or self.language == "ar"
        wider = wider and any(self.document.is_word(i, "compass") for i in near)
        return wider or (region.first > 0 and self.words.gaps[region.first] == "-")

    def _government(self, city: Mention, sentence: Sentence) -> tuple[tuple[str, Mention], ...]:
        """A capital that stands for its government: not in a dateline, not in a name ("Tokyo Declaration")."""
        seat = self.groups.seat(city)
        if not seat or self._in_dateline(city, sentence):
            return ()
        if (
            any(m.last == city.first for m in self.links.ending(city.first).get("instrument", ()))
            and self.language == "ar"
        ):
            return ()
        if self.language == "en" and self._names_something(city):
            return ()
        return ((seat, city),)

    def _names_something(self, city: Mention) -> bool:
        """As in "the Tokyo Declaration", "the Minsk Group": a city in the name of a paper, a body or a meeting."""
        if self.document.of("instrument", (city.last, city.last + 1)):
            return True
        if self.document.of("amount", (city.last, city.last + 1)):
            return False  # "promised Kyiv C$2 billion"
        named = self.words.forms[city.last : city.last + 1]
        capital = bool(named) and named[0][0].isupper() and self.words.gaps[city.last] == " "
        return capital and not self.document.any_of(
            ("title", "titles", "person", "place", "act", "weekday", "month", "date"), (city.last, city.last + 2)
        )

    def _in_dateline(self, city: Mention, sentence: Sentence) -> bool:
        if city.first > sentence.first + 1 or ("\n" not in self.words.gaps[sentence.first] and sentence.first > 0):
            return False
        return bool(_DATELINE.search(self.words.gaps[city.last])) or "," in self.words.gaps[city.last]

    # --- adjectives ---

    def _acts(self, adjective: Mention, sentence: Sentence) -> bool:
        """Whether an adjective belongs to somebody who can act ("a Kazakh company"), or to the instrument itself."""
        return (
            self._acts_arabic(adjective, sentence) if self.language == "ar" else self._acts_before(adjective, sentence)
        )

    def _acts_before(self, adjective: Mention, sentence: Sentence) -> bool:
        words = self.words
        if self.language == "en" and words.forms[adjective.last - 1].endswith("s"):
            return True
        if self._is_half_of_a_pair(adjective, sentence):
            return True
        for i in range(adjective.last, min(adjective.last + 4, sentence.last)):
            gap = words.gaps[i].strip()
            if gap and gap not in "«“\"„-–‑’'":
                return False
            starting = self.links.starting(i)
            if any(starting.get(kind) for kind in ORGANS) or starting.get("firm"):
                return True
            if starting.get("instrument") and i <= adjective.last + 2:
                return True
            if starting.get("elsewhere") or starting.get("city") or starting.get("commodity"):
                return False
            named = (gap in '«“"„' and gap) or (words.forms[i][0].isupper() and i == adjective.last)
            if named and not starting.get("place"):
                return True
        return False

    def _is_half_of_a_pair(self, adjective: Mention, sentence: Sentence) -> bool:
        """As in "a Turkish-Uzbek business forum", منتدى الأعمال التركي الأوزبكي: two countries who hold or own something."""
        near = (max(adjective.first - 1, sentence.first), min(adjective.last + 1, sentence.last))
        others = [m for m in self.document.of("place", near) if m.form == "adjective" and m.value != adjective.value]
        beside = [m for m in others if m.last == adjective.first or m.first == adjective.last]
        around = (max(adjective.first - 4, sentence.first), min(adjective.last + 4, sentence.last))
        return bool(beside) and bool(self.document.any_of(("gathering", "partner", "meeting"), around))

    def _acts_arabic(self, adjective: Mention, sentence: Sentence) -> bool:
        if self._is_half_of_a_pair(adjective, sentence):
            return True
        for i in range(adjective.first - 1, max(adjective.first - 5, sentence.first) - 1, -1):
            if STOP.search(self.words.gaps[i + 1]):
                return False
            starting = self.links.starting(i)
            if any(starting.get(kind) for kind in ORGANS):
                return True
            if starting.get("instrument"):
                return i >= adjective.first - 2
            if any(starting.get(kind) for kind in ("city", "act", "give", "break")):
                return False
            if any(cue.value != "thing" for cue in starting.get("elsewhere", ())):
                return False
        return False
