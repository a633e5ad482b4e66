"""Groups of states: "the five Central Asian states", "the six countries", "both sides", "the participants".

A counted group is a region with that many countries, else the last list of that many countries that the article gave,
else the members of a forum of that size whose members the article names. "The two sides" are the last pair spoken of.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from summitry.claims.agreements.gatherings import SMALL, Gatherings, Places
from summitry.mentions.document import Mention
from summitry.text.sentences import Sentence
from summitry.text.signs import has_sign

Lists = list[tuple[int, dict[str, Mention]]]
"""Lists of countries in an article, in order: the first word of each, and its places."""

DASHES = ("-", "–", "—", "‑")
"""Signs that join the names of countries: "the China–Kyrgyzstan–Uzbekistan railway"."""

_BEHIND_THE_FIVE = ("act", "give", "link", "break", "plan", "meet", "held", "earlier")
_RECENT_LISTS = 4
_REACH = 4
_MOST_OF_KIND = {"organisation": SMALL, "multilateral": 7}
_MEETING_REACH = 5


class Group:
    """A group found in a sentence: words `first` to `last` (exclusive) and the places it stands for."""

    def __init__(self, first: int, last: int, places: Places) -> None:
        self.first, self.last, self.places = first, last, places


class Groups(Gatherings):
    """Resolves groups."""

    def region_met_by(self, partner: dict[str, Mention]) -> dict[str, Mention]:
        """The countries of the article's first region, where they and `partner`, who is alone, meet in a forum of theirs."""
        region = dict(self._main_region())
        both = frozenset(region) | frozenset(partner)
        met = len(partner) == 1 and len(both) == len(region) + 1 and self.document.has("meeting")
        return region if met and both in self.vocabulary.forum_members.values() else {}

    def find(self, sentence: Sentence, earlier: Callable[[], Lists]) -> Iterator[Group]:
        """The groups of a sentence, in order; `earlier` gives the lists of countries in the sentences before."""
        taken = -1
        for noun in self.document.of("states", sentence):
            if noun.first < taken or self._of_some(noun) or self._of_others(noun):
                continue
            count = self._count_beside(noun, sentence)
            first = min(noun.first, count.first) if count else noun.first
            last = max(noun.last, count.last) if count else noun.last
            region = self._region_within(first, last, sentence)
            if region is not None:
                first, last = min(first, region.first), max(last, region.last)
            body = self._body_of(noun, last) if count is None and region is None else None
            if body is not None:
                taken = max(last, body[0].last)
                yield Group(first, taken, body[1])
                continue
            if count is None and region is None and not self._whole(noun):
                continue
            if count is None and region is None and self._listed_after(noun):
                continue
            if region is not None and self.document.is_word(first - 1, "some_of"):
                continue
            places = self._places(noun, count, region, (first, last), earlier)
            if len(places) > 2 and self.document.is_word(first, "plural_pronoun"):
                continue
            if places:
                taken = last
                yield Group(first, last, places)
        yield from self._alone(sentence, earlier)

    def _places(
        self,
        noun: Mention,
        count: Mention | None,
        region: Mention | None,
        span: tuple[int, int],
        earlier: Callable[[], Lists],
    ) -> Places:
        """The countries that a noun for states, with its count and its region, stands for in words `span`."""
        places: Places = ()
        if noun.value == "host":
            places = self._host()
        elif noun.value == "theirs":
            return self._subjects(span[0])
        elif noun.value == "all" and count is None and region is None:
            if self._met_elsewhere(noun.first):
                return ()
            places = self.participants(noun.first)
        elif noun.value == "sides" and count is None and region is None:
            here = tuple(self._two_of((self._sentence_of(span[0]), span[0])).items())
            places = here or self._listed_before(span[0], earlier())
        pair = noun.value in ("pair", "sides") and region is None
        size = int(count.value) if count else 2 if pair else 0
        return places or self._of_forum(span[1], size) or self._resolve(size, region, span[0], earlier)

    def _subjects(self, at: int) -> Places:
        """Whose "their ministers" are: those of the two countries, and of no more, that the sentence has named by then."""
        here = self._countries(("place", "person"), (self._sentence_of(at), at))
        return tuple(here.items()) if len(here) == 2 else ()

    def _listed_before(self, at: int, lists: Lists) -> Places:
        """As in "The parties also adopted …" behind a treaty of three: the last list of the two sentences before."""
        # A region alone is no list of parties.
        named = [(first, places) for first, places in lists[-_RECENT_LISTS:] if len(set(places.values())) > 1]
        if not named or named[-1][0] < self._sentence_of(at, before=2):
            return ()
        return tuple(named[-1][1].items()) if len(named[-1][1]) > 2 else ()

    def _of_others(self, noun: Mention) -> bool:
        """As in "and other Arab states", ودول عربية أخرى: those who are left when others were named."""
        arabic = self.document.article.language == "ar"
        near = (noun.last, noun.last + 1) if arabic else (noun.first - 1, noun.first - 2)
        return any(self.document.is_word(i, "other_ones") for i in near)

    def _body_of(self, noun: Mention, last: int) -> tuple[Mention, Places] | None:
        """As in "the members of the SCO", «лидеры ОТГ», الدول الأعضاء في منظمة شنغهاي: a small body's members, all of them."""
        if noun.value not in ("states", "all") or self._is_paired(noun):
            return None
        for forum in self.document.of("forum", (last, last + _REACH)):
            if self._leads_to(last, forum.first):
                places = self._small_body(forum)
                return (forum, places) if places else None
        # "The SCO member states", "the G7 countries".
        for forum in self.document.of("forum", (max(noun.first - _REACH, 0), noun.first)):
            if forum.last == noun.first and not self._has_sign(forum.last - 1, noun.first):
                places = self._small_body(forum)
                return (forum, places) if places else None
        # "Its members" are those of the body that the article is about.
        member = self.document.has_word("member_noun", (noun.first, noun.last))
        if self.document.article.language == "en":
            member = member and self.document.is_word(noun.first - 1, "whose_own")
        places = self._small_body(next(iter(self.document.of("forum")), None)) if member else ()
        return (noun, places) if places and not self._listed_after(noun) else None

    def _small_body(self, forum: Mention | None) -> Places:
        """The members of an organisation that has but a few, or of a club of even fewer (in the G7 the EU is but a guest)."""
        if forum is None:
            return ()
        members = self._few_members(forum)
        return tuple((place, self._named.get(place, forum)) for place in sorted(members))

    def _few_members(self, forum: Mention) -> frozenset[str]:
        """The members of a body that has but a few; a club's are countries."""
        kind = self.vocabulary.forums[forum.value]["kind"]
        members = self._members(forum)
        if kind == "multilateral":
            members = frozenset(p for p in members if self.vocabulary.places[p]["kind"] == "country")
        return members if 2 < len(members) <= _MOST_OF_KIND.get(kind, 0) else frozenset()

    def _is_paired(self, noun: Mention) -> bool:
        """As in "the leaders of Russia and the SCO": whose a noun is, is named right behind it first."""
        return bool(self.document.of("place", (noun.last, noun.last + 1)))

    def _of_some(self, noun: Mention) -> bool:
        """As in "some states of Central Asia", «часть стран региона», أول دولة في الخليج: nobody can say which."""
        if self.document.is_word(noun.first, "one_country") and self.document.has("rank", (noun.first - 1, noun.first)):
            return True
        return self.document.has_word("some_of", (noun.first - _REACH // 2, noun.first))

    def _of_forum(self, last: int, size: int) -> Places:
        """As in "the six states of the Gulf Cooperation Council": all its members, where that is how many it has."""
        for forum in self.document.of("forum", (last, last + 4)):
            members = self._members(forum)
            if len(members) == size and self._leads_to(last, forum.first):
                return tuple((place, self._named.get(place, forum)) for place in sorted(members))
        return ()

    def _alone(self, sentence: Sentence, earlier: Callable[[], Lists]) -> Iterator[Group]:
        """As in "The five" without a noun."""
        for count in self.document.of("count", sentence):
            led = count.last - count.first > 1 and self.document.is_word(count.first, "group_determiner")
            near = (max(count.first - 3, sentence.first), min(count.last + _REACH, sentence.last))
            nouns = self.document.of("states", near)
            if not led or nouns or not self._ends_phrase(count):
                continue
            places = self._resolve(int(count.value), None, count.first, earlier)
            if places:
                yield Group(count.first, count.last, places)

    def _ends_phrase(self, count: Mention) -> bool:
        if count.last >= len(self.document.words.forms) or self.document.words.gaps[count.last].strip():
            return True
        joined = self.document.is_word(count.last, "conjunction")  # "between the five and Mongolia"
        joined = joined and self.document.has("place", (count.last + 1, count.last + 2))
        return joined or self.document.has_any(_BEHIND_THE_FIVE, (count.last, count.last + 1))

    def _count_beside(self, noun: Mention, sentence: Sentence) -> Mention | None:
        before = self.document.of("count", (max(noun.first - _REACH, sentence.first), noun.first))
        before = [count for count in before if not (self._cut(count.last, noun.first) or self._counts_money(count))]
        if before:
            return before[-1]
        if self.document.article.language != "ar":
            return self._the_five_behind(noun)
        after = self.document.of("count", (noun.first, min(noun.last + _REACH, sentence.last)))
        after = [count for count in after if not self._cut(noun.last, count.first)]
        return after[0] if after else None

    def _the_five_behind(self, noun: Mention) -> Mention | None:
        """As in "the leaders of the five", «лидеры „пятёрки“»."""
        first = noun.last + self.document.is_word(noun.last, "of")
        count = next(iter(self.document.of("count", (first, first + 1))), None)
        if count is None or not self._ends_phrase(count) or self._has_sign(noun.last, first):
            return None
        led = count.last - count.first > 1 and self.document.is_word(count.first, "group_determiner")
        return count if led or self.document.is_word(count.first, "group_of_so_many") else None

    def _counts_money(self, count: Mention) -> bool:
        return any(a.mention.first <= count.first < a.mention.last for a in self.document.amounts)

    def _cut(self, first: int, last: int) -> bool:
        verbs = self.document.has_any(("act", "give", "break", "link"), (first, last))
        return verbs or self._has_sign(first, last)

    def _has_sign(self, first: int, last: int) -> bool:
        """Whether a comma or another sign stands between two words."""
        stretch = "".join(self.document.words.gaps[first + 1 : last + 1]) if last > first else ""
        return has_sign(stretch, ",،;:.()")

    def _region_within(self, first: int, last: int, sentence: Sentence) -> Mention | None:
        for place in self.document.of("place", (max(first - 1, sentence.first), min(last + 3, sentence.last))):
            is_region = self.vocabulary.places[place.value]["kind"] == "region" and self.members_of(place.value)
            if is_region and (place.first < last or self._leads_to(last, place.first)):
                return place
        return None

    def _leads_to(self, last: int, first: int) -> bool:
        """Whether nothing but an "of" or "in" stands between a noun for states and their region."""
        links = [cue for cue in self.document.of("link", (last, first)) if cue.value in ("of", "in")]
        inside = sum(cue.last - cue.first for cue in links)
        inside += sum(self.document.is_word(i, "determiner") for i in range(last, first)) if links else 0
        return first - last - inside <= 0 and not self._has_sign(last, first)

    def _whole(self, noun: Mention) -> bool:
        if noun.value in ("pair", "sides", "theirs"):
            before = self.document.of("place", (noun.first - 2, noun.first))
            return all(place.form != "adjective" for place in before)
        return noun.value in ("all", "region", "host")

    def _sentence_of(self, at: int, before: int = 0) -> int:
        """The first word of the sentence of word `at`, or of one that many sentences before it."""
        return self.document.sentences[max(self.document.sentence_at(at) - before, 0)].first

    def _host(self) -> Places:
        """The country of the first city that the article names: a report begins with its dateline."""
        for city in self.document.of("city"):
            return ((self.vocabulary.place_of_city(city.value), city),)
        return ()

    def _listed_after(self, noun: Mention) -> bool:
        return bool(self.document.of("place", (noun.last, noun.last + 3)))

    def _resolve(self, size: int, region: Mention | None, at: int, earlier: Callable[[], Lists]) -> Places:
        if region is not None:
            members = self.members_of(region.value)
            if size in (0, len(members)):
                return tuple((place, region) for place in members)
            return ()
        if size == 0:
            return self._main_region()
        found = self._list_of(size, at, earlier) or self._forum_of(size)
        if found or size not in (2, 5):
            return found
        return self._main_region() if size == 5 else self.participants(at)

    def _list_of(self, size: int, at: int, earlier: Callable[[], Lists]) -> Places:
        here = self._two_of((self._sentence_of(at), at)) if size == 2 else {}
        if here:
            return tuple(here.items())
        lists = [(before, places) for before, places in earlier() if len(places) == size]
        if size == 2 and (not lists or lists[-1][0] < self._sentence_of(at, before=1)):
            return self._last_pair(at) or (tuple(lists[-1][1].items()) if lists else ())
        return tuple(lists[-1][1].items()) if lists else self._dashed(size, at)

    def _two_of(self, stretch: tuple[int, int]) -> dict[str, Mention]:
        """The two countries that some words name, be it one of them by its capital: "X's president visited Paris"."""
        for kinds in (("place", "person"), ("place", "person", "city")):
            found = self._countries(kinds, stretch)
            if len(found) != 1:
                return found if len(found) == 2 else {}
        return {}

    def _dashed(self, size: int, at: int) -> Places:
        """The last names joined by dashes before a word, where they are as many as are asked for."""
        runs: list[list[Mention]] = []
        for place in self.document.of("place", (0, at)):
            last = runs[-1][-1].last if runs else -1
            if last == place.first and self.document.words.gaps[place.first].strip() in DASHES:
                runs[-1].append(place)
            else:
                runs.append([place])
        fit = [run for run in runs if len(run) == size]
        return tuple((place.value, place) for place in fit[-1]) if fit else ()

    def _last_pair(self, at: int) -> Places:
        """The last two countries named, where the sentence (or the one before) names just two, or the people just met do."""
        number = self.document.sentence_at(at)
        first = self.document.sentences[max(number - 1, 0)].first
        found = self._countries(("place", "person"), (first, at))
        if len(found) != 2:
            found = self._countries(("place", "person", "city"), (first, at))
        if len(found) != 2:
            found = self._countries(("person",), (self.document.sentences[max(number - _MEETING_REACH, 0)].first, at))
        if not found:
            found = self._countries(("place", "person"), (at, self.document.sentences[number].last))
        return (self._sides_of_a_summit(found, (first, at)) or tuple(found.items())) if len(found) == 2 else ()

    def _sides_of_a_summit(self, pair: dict[str, Mention], stretch: tuple[int, int]) -> Places:
        """As in "the summit of the EU and Central Asia, chaired by Uzbekistan's president. The two sides …": a region is one."""
        if not self.document.has("meeting", stretch, "summit"):
            return ()
        for region in self.document.of("place", stretch):
            members = dict.fromkeys(self.members_of(region.value), region)
            sides = {**members, **pair}
            if len(pair.keys() & members.keys()) == 1 and frozenset(sides) in self.vocabulary.forum_members.values():
                return tuple({**pair, **members}.items())
        return ()

    def _countries(self, kinds: tuple[str, ...], stretch: tuple[int, int]) -> dict[str, Mention]:
        """The countries that some words name, or whose people or cities they name, each with its first naming."""
        found: dict[str, Mention] = {}
        for mention in self.document.any_of(kinds, stretch):
            person = self.document.people.get(mention.value) if mention.kind == "person" else None
            if person is not None:
                place = person.place_id
            elif mention.kind == "city":
                place = self.seat(mention)
            else:
                place = mention.value
            if place in self.vocabulary.places and self.vocabulary.places[place]["kind"] != "region":
                found.setdefault(place, mention)
        return found

    def seat(self, city: Mention) -> str:
        """Whose capital a city is, if anybody's: its country's, but Brussels the European Union's where an article names it."""
        if self.vocabulary.cities[city.value]["is_capital"] != "true":
            return ""
        if city.value == "brussels" and self.document.has("place", value="EUE"):
            return "EUE"
        return self.vocabulary.place_of_city(city.value)

    def pair_before(self, at: int) -> dict[str, Mention]:
        """The two countries that a passage is about up to a word; nothing where it is about more, or fewer."""
        return dict(self._last_pair(at))

    def _forum_of(self, size: int) -> Places:
        for forum in self.document.of("forum"):
            members = self._members(forum)
            kind = self.vocabulary.forums[forum.value]["kind"]
            whole = kind == "C+1" or members <= self._named.keys()
            if kind == "multilateral" and len(few := self._few_members(forum)) == size:
                members, whole = few, True  # "the seven" of the G7
            if len(members) == size and whole:
                return tuple((place, self._named.get(place, forum)) for place in sorted(members))
        return self._region_with_partner(size)

    def _region_with_partner(self, size: int) -> Places:
        """A region's countries and the one other that the article names first, where a forum joins them."""
        region = self._main_region()
        members = frozenset(place for place, _ in region)
        if len(members) != size - 1:
            return ()
        for place, mention in self._named.items():
            if any(
                members | {place} == forum and place not in members for forum in self.vocabulary.forum_members.values()
            ):
                return (*region, (place, mention))
        return ()

    def _main_region(self) -> Places:
        for place in self.document.of("place"):
            members = self.members_of(place.value)
            if self.vocabulary.places[place.value]["kind"] == "region" and 2 < len(members) <= SMALL:
                return tuple((member, place) for member in members)
        return ()
