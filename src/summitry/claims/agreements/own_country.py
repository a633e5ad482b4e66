"""Whose country is meant: "his country", "the kingdom", and the "we" of somebody who is quoted."""

from __future__ import annotations

from summitry.claims.agreements.groups import Groups
from summitry.claims.agreements.links import Links
from summitry.claims.agreements.speaking import only_speaks
from summitry.mentions.document import Document, Mention
from summitry.text.sentences import Sentence

Places = tuple[tuple[str, Mention], ...]
_FIRST_PERSON = ("ours", "we")


class OwnCountry:
    """The country that a word for it means, worked out from who is spoken of, or who speaks."""

    def __init__(self, document: Document, groups: Groups, links: Links) -> None:
        self.document = document
        self.groups = groups
        self.links = links

    def meant(self, mention: Mention, sentence: Sentence) -> Places:
        """The country, with the mention that tells it; nothing where it is open whose it is."""
        if mention.value == "the_country":
            named_here = self.document.has("place", (mention.first, mention.last + 1))
            return () if named_here else self._named_before(mention)
        speaker = self._speaker(sentence) if mention.value in _FIRST_PERSON else None
        if mention.value == "we" and speaker is None:
            return ()
        person = speaker or self._spoken_of(mention, sentence)
        return ((self._country(person), person),) if person else ()

    def _speaker(self, sentence: Sentence) -> Mention | None:
        """Who is said to speak in a sentence: "We have a deal with X, Trump said"; else in the one before it, or behind."""
        number = self.document.sentences.index(sentence)
        around = (number, number - 1, number + 1)
        for n in around:
            if 0 <= n < len(self.document.sentences):
                people = [m for m in self.document.of("person", self.document.sentences[n]) if self._country(m)]
                speaking = [m for m in people if only_speaks(self.document, m)]
                if speaking:
                    return speaking[-1] if n < number else speaking[0]
        return None

    def _spoken_of(self, mention: Mention, sentence: Sentence) -> Mention | None:
        """As in "His country": the person named last in the sentence, else the subject before."""
        here = [m for m in self.document.of("person", (sentence.first, mention.first)) if self._country(m)]
        number = self.document.sentences.index(sentence)
        earlier = next(
            (
                found
                for before in reversed(self.document.sentences[:number])
                if (found := self.document.of("person", before))
            ),
            [],
        )
        # "During his talks with Y, X announced that his country …": who stands behind a preposition is not the one who speaks.
        here = [m for m in here if not self.links.link(m.first, sentence)] or here
        return here[-1] if here else next((m for m in earlier if self._country(m)), None)

    def _named_before(self, mention: Mention) -> Places:
        number = self.document.sentence_index(mention)
        first = self.document.sentences[max(number - 1, 0)].first
        named = [m for m in self.document.of("place", (first, mention.first)) if m.form != "adjective"]
        with_them = [cue.last for cue in self.document.of("link", (first, mention.first)) if cue.value == "with"]
        countries = [m for m in named if self.document.vocabulary.places[m.value]["kind"] == "country"]
        own = [m for m in countries if not self._is_of_a_title(m)]
        # "Trump announced a deal with X. The country …": it is not the speaker's.
        spoken = self.document.has("person", (first, mention.first))
        alone = own if spoken and len({m.value for m in own}) == 1 else []
        countries = [m for m in countries if m.first not in with_them and m in own] or alone
        if not countries:
            seats = [(self.groups.seat(m), m) for m in self.document.of("city", (first, mention.first))]
            return tuple((place, city) for place, city in seats[-1:] if place)
        return ((countries[-1].value, countries[-1]),)

    def _is_of_a_title(self, country: Mention) -> bool:
        """As in "US President X", «президент США X»: a country that only tells whose officer somebody is."""
        return self.document.has_any(("person", "title"), (country.last, country.last + 1))

    def _country(self, mention: Mention) -> str:
        person = self.document.people.get(mention.value)
        return person.place_id if person and person.place_id in self.document.vocabulary.places else ""
