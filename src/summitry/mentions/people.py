"""Who is named: people of the vocabulary under any spelling, people of no list behind a title, titles that stand alone.

The gazetteer has already found the listed spellings. Here titles are joined with their country ("the Uzbek president",
"رئيس أوزبكستان"), a name beside a title is read even where no list has it, other spellings are united with the person they
mean, surnames with the full name given elsewhere in the article, and a title without a name resolves through the terms of
office. Result: one `person` mention per naming, and `document.people`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from summitry.lexicon.vocabulary import Term
from summitry.mentions.document import Document, Mention, Person
from summitry.mentions.names import NameIndex
from summitry.mentions.several import places_of_several
from summitry.mentions.slugs import leader_slug
from summitry.mentions.titles import TitleGroup, find_title_groups
from summitry.mentions.unlisted import name_before, name_behind, names_of_list, place_behind_name
from summitry.text.folding import fold

GENERIC_OFFICES = ("leader", "chairman")
_SHORTEST_STEM = 3
_INDEX: dict[int, NameIndex] = {}


def find_people(document: Document) -> list[Mention]:
    """The person mentions that the gazetteer could not find; fills `document.people` with everybody named or meant."""
    finder = _PeopleFinder(document)
    finder.take_listed()
    finder.take_other_spellings()
    finder.take_initials()
    finder.take_titled()
    finder.take_lists()
    finder.take_surnames()
    finder.take_titles_of_several()
    finder.take_titles_alone()
    document.people = finder.people
    return finder.found


def name_index(document: Document) -> NameIndex:
    """The skeleton index of the document's vocabulary, built once per vocabulary."""
    key = id(document.vocabulary)
    if key not in _INDEX:
        _INDEX[key] = NameIndex(document.vocabulary)
    return _INDEX[key]


class _PeopleFinder:
    """The state of one pass: the people so far, and which words already name one of them."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.vocabulary = document.vocabulary
        self.people: dict[str, Person] = {}
        self.found: list[Mention] = []
        self.groups = find_title_groups(document)
        self.named: dict[int, Mention] = {}
        self.shared: set[int] = set()
        """The titles, by their first words, that several countries share."""

    # --- taking ---

    def take_listed(self) -> None:
        """People under listed spellings."""
        for mention in self.document.of("person"):
            self._name(mention)

    def take_other_spellings(self) -> None:
        """Two words in a row that spell, by their consonants, the first and last name of one person of the vocabulary."""
        index = name_index(self.document)
        forms, folded = self.document.words.forms, self.document.words.folded
        cased = self.document.article.language != "ar"
        # Without capitals to tell a name, only what the vocabulary does not list is looked at.
        named = self.document.words.capitalized if cased else self.document.unknown_words()
        ends = [i for i in named if i and index.may_end[forms[i]]]
        taken = self._taken_words(("place", "city", "forum", "person", "venue", "commodity")) if ends else set()
        for i in ends:
            if i in taken:
                continue
            if not cased and self.document.starts_known(i - 1):
                continue
            for first in (i - 1, i - 2):
                if (
                    first < 0
                    or first in taken
                    or (cased and not forms[first][0].isupper())
                    or not self._close(first, i)
                ):
                    continue
                words = (forms[first], forms[i])
                leader_id = index.match(words)
                if leader_id and len(folded[i]) > 3 and index.spelled_like(leader_id, words):
                    self._add(leader_id, first, i + 1, "variant")
                    break

    def take_initials(self) -> None:
        """A surname behind initials ("С. Жапаров", "E. Rahmon"): the one bearer in office on the article's day."""
        if self.document.article.language == "ar":
            return
        index = name_index(self.document)
        words = self.document.words
        for before in words.capitalized:
            initial, i = words.forms[before], before + 1
            if len(initial) > 1 or i == len(words.forms) or words.gap(i) not in (".", ". ", ".\n") or i in self.named:
                continue
            bearers = index.with_initial(initial, words.forms[i]) if words.forms[i][0].isupper() else set()
            today = self.document.today
            serving = {
                b
                for b in bearers
                if today and any(t.holds(today.isoformat()) for t in self.vocabulary.terms.get(b, ()))
            }
            if len(serving or bearers) == 1:
                self._add((serving or bearers).pop(), i, i + 1, "variant")

    def take_titled(self) -> None:
        """Names beside a title: the office is noted, a name of no list becomes a person of this article."""
        for group in self.groups:
            if group.plural or group.nested:
                continue
            mention = self.named.get(group.name_slot)
            # The name behind "the wife of the Kenyan president" is hers.
            span = name_behind(self.document, group, self.named) if mention is None and not group.of_office else None
            if span is not None:
                self._take_country_behind(group, span[1])
                group.person = self._take_unlisted(group, *span)
            mention = mention or (self._explained(group) if group.person is None else None)
            if mention is not None:
                group.person = mention
                self._note_office(mention.value, group)
            elif group.person is None:
                span = name_before(self.document, group, self.named)
                group.person = self._take_unlisted(group, *span) if span is not None else None

    def _take_country_behind(self, group: TitleGroup, last: int) -> None:
        place = None if group.place_id or group.forum_id else place_behind_name(self.document, last)
        if place is not None:
            group.place_id, group.last = place.value, place.last

    def take_lists(self) -> None:
        """ "The presidents of X, A B, of Y, C D": each country with the name behind it."""
        for group in self.groups:
            if not group.plural or group.office == "none":
                continue
            for place, first, last in names_of_list(self.document, group, self.named):
                office = "president" if group.office in GENERIC_OFFICES else group.office
                self._take_unlisted(
                    TitleGroup(group.title, office, place.value, "", group.first, group.last), first, last
                )

    def take_surnames(self) -> None:
        """A last name alone, where the article gives one full name that ends in it; a given name where those serve as such."""
        owners = self._owners_of_names()
        if not owners:
            return
        taken = self._taken_words(("person", "place", "city"))
        words = self.document.words
        cased = self.document.article.language != "ar"
        begun = {key.removeprefix("~")[:_SHORTEST_STEM] for key in owners}
        for i in words.capitalized if cased else range(len(words.forms)):
            word = words.folded[i]
            # Most words begin as no owner's name does, be it behind an Arabic "and".
            if word[:_SHORTEST_STEM] not in begun and (cased or word[1 : 1 + _SHORTEST_STEM] not in begun):
                continue
            if len(words.forms[i]) < 3 or i in taken or i in self.named:
                continue
            keys = self._surname_keys(i)
            if owners.keys().isdisjoint(keys):
                continue
            people = {owner for key in keys for owner in owners.get(key, ())}
            if len(people) == 1:
                self._add(people.pop(), i, i + 1, "surname")

    def _owners_of_names(self) -> dict[str, set[str]]:
        """Who may be meant by a name alone: those of whom the article gives a full name, by the keys of that name."""
        owners: dict[str, set[str]] = {}
        for mention in [*self.document.of("person"), *self.found]:
            if mention.form != "title" and mention.last - mention.first > 1:
                for key in (key for i in self._naming_words(mention) for key in self._surname_keys(i)):
                    owners.setdefault(key, set()).add(mention.value)
        return owners

    def _naming_words(self, mention: Mention) -> tuple[int, ...]:
        """The words of a full name by which its bearer is called behind it."""
        person = self.people.get(mention.value)
        given = person is not None and person.place_id in self.document.vocabulary.called_by_given_name
        # Arabic has no capitals to tell the name from a word.
        given = given and self.document.article.language != "ar"
        return (mention.last - 1, mention.first) if given else (mention.last - 1,)

    def take_titles_alone(self) -> None:
        """ "The Uzbek president", "his Kazakh counterpart": the holder of the office on the article's day."""
        for group in self.groups:
            if group.plural or group.person is not None or group.former or group.of_office or group.becoming:
                continue
            if group.office == "none" or not group.place_id or group.title.first in self.shared:
                continue
            if self.document.of("titles", (group.title.first, group.title.first + 1)):
                continue  # "The leaders of Kazakhstan, …": one of several, who are no one in particular.
            if group.place_id == "EUE" and not self.document.has("place", value="EUE"):
                continue
            leader_id = self._holder(group)
            if leader_id is not None:
                group.person = self._add(leader_id, group.first, group.last, "title")
                if 0 <= group.told_from < group.first:
                    self.found[-1] = group.person = self._told_from(group.person, group.told_from)

    def take_titles_of_several(self) -> None:
        """ "The presidents of Uzbekistan and Cuba", «الرئيسان الصيني والروسي»: each country's holder of the office."""
        for group in self.groups:
            if not group.plural or group.office in ("none", *GENERIC_OFFICES) or group.former or group.of_office:
                continue
            places = places_of_several(self.document, group.title, self.named)
            self.shared.update([group.title.first] if places else [])
            for place in places:
                one = TitleGroup(group.title, group.office, place.value, "", group.first, group.last)
                leader_id = self._holder(one)
                if leader_id is not None:
                    self._add(
                        leader_id, min(place.first, group.title.first), max(place.last, group.title.last), "title"
                    )

    # --- resolving ---

    def _holder(self, group: TitleGroup) -> str | None:
        offices = ("president", "monarch", "prime_minister") if group.office in GENERIC_OFFICES else (group.office,)
        named = [
            person.leader_id
            for person in self.people.values()
            if person.place_id == group.place_id and person.office in offices
        ]
        if len(named) == 1:
            return named[0]
        for office in offices:
            holder = self.vocabulary.holder(group.place_id, office, self.document.today)
            if holder is not None:
                return holder
        return None

    def _explained(self, group: TitleGroup) -> Mention | None:
        """The person of the title's own country who is named right before it ("Ilham Aliyev, the president of Azerbaijan")."""
        before = next((m for m in (self.named.get(group.first - 1), self.named.get(group.first - 2)) if m), None)
        if before is None or group.first - before.last > 1 or not group.place_id:
            return None
        gap = self.document.text_of(before.end, group.start_in(self.document))
        terms = self.vocabulary.terms.get(before.value, ())
        at_home = not terms or any(term.place_id == group.place_id for term in terms)
        return before if at_home and len(gap) <= 7 and "." not in gap else None

    def _take_unlisted(self, group: TitleGroup, first: int, last: int) -> Mention | None:
        words = self.document.words.forms[first:last]
        among = self.vocabulary.leaders_of.get(group.place_id) if group.place_id else None
        known = name_index(self.document).match(words, among) if among else None
        if among and known is None and self._goes_on(last):
            # Arabic has no capitals to tell that a third word still belongs to the name.
            known = name_index(self.document).match((words[0], self.document.words.forms[last]), among)
            last += known is not None
        if among and known is None and len(words) > 1:
            known = self._holder_begun(group, words)
        if known is not None:
            mention = self._add(known, first, last, "variant")
            self._note_office(known, group)
            return mention
        if group.office == "none" or not (group.place_id or group.forum_id) or len(words) < 2:
            return None
        leader_id = leader_slug(self.document.article.language, words)
        office = "other" if group.office in GENERIC_OFFICES else group.office
        text = self.document.text_of(self.document.words.starts[first], self.document.words.ends[last - 1])
        self.people.setdefault(leader_id, Person(leader_id, False, " ".join(text.split()), group.place_id, office))
        starts, ends = self.document.words.starts, self.document.words.ends
        begin = group.told_from if group.told_from >= 0 else group.first
        span = (starts[min(begin, first)], ends[max(group.last, last) - 1])
        self.document.introductions.setdefault(leader_id, span)
        return self._add(leader_id, first, last, "unlisted")

    def _goes_on(self, i: int) -> bool:
        """Whether an Arabic word may be one more of the name before it."""
        words = self.document.words
        return self.document.article.language == "ar" and i < len(words.forms) and words.gaps[i] == " "

    def _holder_begun(self, group: TitleGroup, words: list[str]) -> str | None:
        """The office's holder, where a name is only how his begins: "the Kazakh president, Kassym-Jomart"."""
        holder = self._holder(group)
        if holder not in self.vocabulary.people:
            return None
        return holder if holder and name_index(self.document).begins_name_of(holder, words) else None

    # --- noting ---

    def _name(self, mention: Mention) -> None:
        if mention.value not in self.people:
            term = self.vocabulary.term_on(mention.value, self.document.today)
            place_id, office = (term.place_id, term.office) if term else ("", "other")
            name = self.vocabulary.people[mention.value]["name_en"]
            self.people[mention.value] = Person(mention.value, True, name, place_id, office)
        for i in range(mention.first, mention.last):
            self.named[i] = mention

    def _add(self, leader_id: str, first: int, last: int, form: str) -> Mention:
        words = self.document.words
        mention = Mention("person", leader_id, form, first, last, words.starts[first], words.ends[last - 1])
        if leader_id in self.vocabulary.people:
            self._name(mention)
        else:
            for i in range(first, last):
                self.named[i] = mention
        self.found.append(mention)
        return mention

    def _told_from(self, mention: Mention, first: int) -> Mention:
        """The mention with the country that its title leaves to an earlier word ("Uzbekistan … its president")."""
        return mention._replace(first=first, start=self.document.words.starts[first])

    def _note_office(self, leader_id: str, group: TitleGroup) -> None:
        """The office by which the article calls a person, where the vocabulary has that person in it at some time."""
        person = self.people[leader_id]
        term = self._term(leader_id, group.office)
        if term is not None:
            self.people[leader_id] = person._replace(office=term.office, place_id=term.place_id or person.place_id)

    def _term(self, leader_id: str, office: str) -> Term | None:
        return next((term for term in self.vocabulary.terms.get(leader_id, ()) if term.office == office), None)

    def _taken_words(self, kinds: tuple[str, ...]) -> set[int]:
        taken = set(self.named)
        for kind in kinds:
            for mention in self.document.of(kind):
                if mention.form != "short":
                    taken.update(range(mention.first, mention.last))
        return taken

    def _close(self, first: int, last: int) -> bool:
        return all(len(gap) <= 1 for gap in self.document.words.gaps[first + 1 : last + 1])

    def _surname_keys(self, i: int) -> tuple[str, ...]:
        words, language = self.document.words, self.document.article.language
        if language == "ru":
            return (words.folded[i], *_surname_stems(words.folded[i]))
        if language == "ar" and words.forms[i].startswith("و") and len(words.forms[i]) > 4:
            return words.folded[i], fold(words.forms[i][1:])
        return (words.folded[i],)


@lru_cache(maxsize=20_000)
def _surname_stems(folded: str) -> tuple[str, ...]:
    """What a Russian surname may be without its case ending, marked so that it meets no whole word."""
    return tuple(_stems(folded))


def _stems(folded: str) -> Iterator[str]:
    for ending in ("ым", "им", "ом", "ем", "ои", "ою", "ого", "ому", "а", "у", "е", "ы", "и", "я", "ю", ""):
        if folded.endswith(ending) and len(folded) - len(ending) >= _SHORTEST_STEM:
            yield "~" + folded[: len(folded) - len(ending)]
