"""Which preposition leads to a name: "with Japan" is a party, "in Japan" a place, "capital of Japan" neither."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from functools import cached_property
from operator import itemgetter

from summitry.mentions.document import Document, Mention
from summitry.text.folding import fold
from summitry.text.sentences import Sentence

ORGANS = ("partner", "title", "titles", "counterpart", "person", "honorific")
"""Kinds of mention that can act for a country."""

STOP = re.compile(r"[,،;؛:.!?؟()—–]")
"""Signs over which no preposition reaches."""


_VERBS = frozenset(("act", "give", "join", "admit", "instrument", "break"))
_NAMED = frozenset(("city", "forum", "person", "date", "month", "weekday", "club", "gathering"))
_ACTING = frozenset((*ORGANS, "states", "count", "instrument", "office_of"))
_LEADING_ON = (*ORGANS, "states", "count", "place", "firm", "elsewhere", "sector")
_LINK_REACH = 6
_NAME = 3
_NAMED_REACH = 15
_ADJECTIVE_RU = re.compile(r"(ыми?|[^м]ими?|ской)$")
"""Endings that only adjectives have behind «с» and «между»: «между частным американским фондом и …»."""
_STRANGE = {"en": 1, "ar": 0, "ru": 0}


class Links:
    """Reads the prepositions of one document."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.words = document.words
        self.language = document.article.language
        self._starting: dict[int, dict[str, list[Mention]]] = {}
        self._ending: dict[int, dict[str, list[Mention]]] = {}

    def link(self, first: int, sentence: Sentence) -> str:
        """The preposition that leads to the word, over titles, articles and nouns of office; "" where there is none."""
        attached = self.attached(first) or self._of_another(first)
        if attached:
            return attached
        strange = 0
        for i in range(first - 1, max(first - 1 - _LINK_REACH, sentence.first - 1), -1):
            ending = self.ending(i + 1)
            if self._is_cut(i) or self._has_its_own(ending):
                return ""
            links = ending.get("link")
            if links and self._leads_past(links[0], first):
                continue
            if links:
                return self._meaning(links[0], strange)
            if ending.get("elsewhere") and not self._named_for_a_thing(i, sentence):
                return "shared" if ending["elsewhere"][0].value == "shared" else "elsewhere"
            attached = self.attached(i)
            if attached:
                return attached
            if strange and self.document.is_word(i, "article"):
                return ""
            strange += not self._transparent(i)
            # A noun between a preposition and a name is what the preposition governs: "at the end of May Japan signed".
            if strange > _STRANGE[self.language]:
                return ""
        return ""

    def _meaning(self, link: Mention, strange: int) -> str:
        """What a preposition makes of the name it leads to; عن is "for" before a side: وقعها عن الجانب السعودي وزير الطاقة."""
        if link.value == "on" and self.language == "ar" and self.document.is_word(link.last, "side_noun"):
            return "by"
        return "" if link.value == "and" or (link.value == "of" and strange) else link.value

    def _of_another(self, first: int) -> str:
        """As in "another with X", «еще одно с X»: the preposition is part of the words for one more deal."""
        if not self.document.has("again"):
            return ""
        before = first - self.document.is_word(first - 1, "determiner")
        return "with" if self.ending(before).get("again") else ""

    def _is_genitive(self, link: Mention, place: int) -> bool:
        """As in "ministers from X", وزارة المالية في البحرين: the preposition only says whose organ it is."""
        if link.value == "in" and self.language == "ar" and fold(self.words.forms[link.first]) in ("في", "فی"):
            if self._organ_before(link.first) or self._organ_before(link.first - 1):
                return True
            # شركات الطيران الوطنية في: an adjective more, unless it says whose they are (الشركات الأمريكية في).
            told = {mention.kind for i in (link.first, link.first - 1) for mention in self._all_ending(i)}
            partners = self.ending(link.first - 2).get("partner")
            return bool(partners) and not told & {"place", "act", "agree", "city"}
        if link.value == "in" and self.language == "en" and self.starting(place).get("place"):
            return self._organ_before(link.first)
        if link.value == "of" and self.ending(link.first).get("country_noun"):
            return True  # "the country of X" is X
        whence = link.value == "from" or fold(self.words.forms[link.first]) == "из"
        if whence and self.ending(link.first).get("instrument"):
            return False  # "a commitment from X" is X's
        own = self._organ_before(link.first) or self._bears_title(link.first) or self._is_organ_of(link.first)
        return (link.value == "of" or whence) and own

    def _is_organ_of(self, i: int) -> bool:
        """Whether what stands before word i is what an organ is for: "the Ministry of Industry and Trade of X"."""
        if self.language != "en":
            return False
        for k in range(i - 2, max(i - 2 - _LINK_REACH, 0), -1):
            if STOP.search(self.words.gaps[k + 1]):
                return False
            links = self.ending(k + 1).get("link", ())
            if links and links[0].value in ("of", "to") and self._organ_before(k):
                return True
        return False

    def _bears_title(self, i: int) -> bool:
        """Whether a name stands before word i that somebody with an office bears ("his counterparts X of A and Y of B")."""
        forms, first = self.words.forms, i
        while first > max(i - _NAME, 0) and forms[first - 1][0].isupper():
            first -= 1
        if first == i:
            return False
        joined = self.document.is_word(first - 1, "conjunction")
        return self._organ_before(first) or (joined and self.document.has("counterpart", (first - _NAMED_REACH, first)))

    def _leads_past(self, link: Mention, place: int) -> bool:
        """Whether a preposition says nothing of the name behind it: it belongs to a title, an organ or a number."""
        return link.first in self._titled or self._is_genitive(link, place) or self._counts_up(link)

    def _counts_up(self, link: Mention) -> bool:
        """As in "up to 37 Boeing jets", ما يصل إلى 37 طائرة: the preposition leads to a number."""
        number = self.words.forms[link.last : link.last + 1]
        return link.value == "to" and bool(number) and number[0][0].isdecimal()

    def _all_ending(self, i: int) -> list[Mention]:
        return [mention for mentions in self.ending(i).values() for mention in mentions]

    def _is_cut(self, i: int) -> bool:
        """Whether a sign or an "and" parts word i, and any preposition before it, from what follows."""
        gap = self.words.gaps[i + 1]
        return (gap != " " and bool(STOP.search(gap))) or self.document.is_word(i, "conjunction")

    def _has_its_own(self, ending: dict[str, list[Mention]]) -> bool:
        """Whether a verb, a name, a group or a date ends here: a preposition before it is its own."""
        if not _VERBS.isdisjoint(ending) or any(mention.form != "adjective" for mention in ending.get("place", ())):
            return True
        return not _NAMED.isdisjoint(ending) or any(noun.value == "region" for noun in ending.get("states", ()))

    def _transparent(self, i: int) -> bool:
        """Whether a word only leads on to a name: a title, an organ, a number, an article, a country's adjective."""
        if self.document.is_word(i, "determiner"):
            return True
        return i in self._leading_on or (self.language == "ru" and bool(_ADJECTIVE_RU.search(self.words.folded[i])))

    def _named_for_a_thing(self, i: int, sentence: Sentence) -> bool:
        """As in "the gas company of …", "energy ministers of …": a thing in the name of somebody who can act."""
        if any(cue.value != "thing" for cue in self.ending(i + 1)["elsewhere"]):
            return False
        behind = any(self.starting(i + 1).get(kind) for kind in ORGANS)
        return behind or any(self._organ_before(k) for k in range(i, max(i - 3, sentence.first), -1))

    def _organ_before(self, i: int) -> bool:
        return not _ACTING.isdisjoint(self.ending(i))

    def attached(self, i: int) -> str:
        """Whether a word only leads on to a name: a title, an organ, a number, an article, an adjective."""
        if self.language != "ar":
            return ""
        form = self.words.folded[i]
        bare = form[1:] if form.startswith("و") and len(form) > 4 else form
        if {form, bare} & _arabic_names(self.document):
            return ""
        if bare.startswith("لل") or (
            bare.startswith("ل") and any(self.starting(i).get(kind) for kind in ("place", "city"))
        ):
            return "to"
        if bare.startswith("ب") and any(self.starting(i).get(kind) for kind in ("place", "city", "elsewhere")):
            return "in"
        return ""

    def starting(self, i: int) -> dict[str, list[Mention]]:
        """The mentions that begin at word i, by kind."""
        found = self._starting.get(i)
        if found is None:
            mentions, places = self._by_first
            low = bisect_left(places, i)
            found = self._starting[i] = _by_kind(mentions[low : bisect_right(places, i, low)])
        return found

    def ending(self, i: int) -> dict[str, list[Mention]]:
        """The mentions whose last word is that before word i, by kind."""
        found = self._ending.get(i)
        if found is None:
            mentions, places = self._by_last
            low = bisect_left(places, i)
            found = self._ending[i] = _by_kind(mentions[low : bisect_right(places, i, low)])
        return found

    @cached_property
    def _by_first(self) -> tuple[list[Mention], list[int]]:
        return _sorted_by(_FIRST, self.document.mentions)

    @cached_property
    def _by_last(self) -> tuple[list[Mention], list[int]]:
        return _sorted_by(_LAST, self.document.mentions)

    @cached_property
    def _titled(self) -> frozenset[int]:
        """The words inside titles: the "of" of a secretary of state leads to nobody."""
        return frozenset(i for title in self.document.of("title") for i in range(title.first + 1, title.last))

    @cached_property
    def _leading_on(self) -> frozenset[int]:
        words: set[int] = set()
        for kind in _LEADING_ON:
            for mention in self.document.of(kind):
                words.update(range(mention.first, mention.last))
        return frozenset(words)


_FIRST = itemgetter(Mention._fields.index("first"))
_LAST = itemgetter(Mention._fields.index("last"))


def _sorted_by(place: Callable[[Mention], int], mentions: Iterable[Mention]) -> tuple[list[Mention], list[int]]:
    """The mentions in the order of their first or last words, and those words, to be searched by bisection."""
    ordered = sorted(mentions, key=place)
    return ordered, list(map(place, ordered))


def _by_kind(mentions: Iterable[Mention]) -> dict[str, list[Mention]]:
    found: dict[str, list[Mention]] = {}
    for mention in mentions:
        found.setdefault(mention.kind, []).append(mention)
    return found


_NAMES: dict[int, frozenset[str]] = {}


def _arabic_names(document: Document) -> frozenset[str]:
    """The folded first words of the Arabic names of places and cities: their ب and ل are no prepositions."""
    names = document.vocabulary.names
    if id(names) not in _NAMES:
        rows = (*names["places"], *names["cities"])
        _NAMES[id(names)] = frozenset(fold(row["text"].split()[0]) for row in rows if row["language"] == "ar")
    return _NAMES[id(names)]
