"""A read article: its words, sentences and everything it mentions, in order. Rules look at nothing else."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections.abc import Callable, Iterable, KeysView, Mapping
from dataclasses import InitVar, dataclass, field
from functools import cached_property
from itertools import chain
from operator import itemgetter
from typing import Any, NamedTuple, TypeVar

from summitry.articles import Article
from summitry.lexicon.vocabulary import Vocabulary
from summitry.text.sentences import Sentence
from summitry.text.words import Words

_HISTORY_YEARS = 2

Result = TypeVar("Result")


class Mention(NamedTuple):
    """Something the text mentions: what (`kind`, `value`, `form`), and where.

    Words `first` to `last` (exclusive) of the article, offsets `start` to `end` (exclusive). `kind` is place, city, venue,
    person, forum, commodity, date, amount or the name of a cue; `value` its id or the cue's value; `form` tells name from
    adjective. `corrected_to` is the listed spelling where the article has a slip.
    """

    kind: str
    value: str
    form: str
    first: int
    last: int
    start: int
    end: int
    corrected_to: str = ""


_first = itemgetter(Mention._fields.index("first"))
_last = itemgetter(Mention._fields.index("last"))

Kinds = tuple[str, ...] | frozenset[str]
"""Kinds of mention, as rules name them: what was gathered for them once is found again by them."""

Ordered = tuple[list[Mention], list[int]]
"""Mentions in the order of the text, and their first words, by which a stretch of them is found."""

Found = Mapping[str, list[Mention]]
"""Mentions by kind, each list in the order of the text."""


class Person(NamedTuple):
    """A person of the article: in the vocabulary (`known`) or only here, under the name as written."""

    leader_id: str
    known: bool
    name: str
    place_id: str
    office: str


class Amount(NamedTuple):
    """A sum of money: units of `currency` (ISO 4217, empty where the text has none), with what qualifies it."""

    value: int
    currency: str
    mention: Mention


class Day(NamedTuple):
    """A date: `iso` is YYYY, YYYY-MM or YYYY-MM-DD; `relative` where it was counted from the day of publication."""

    iso: str
    relative: bool
    mention: Mention


class Rejection(NamedTuple):
    """Something a rule considered and left out, for `summitry extract --explain`: where, which rule, and why."""

    rule: str
    start: int
    end: int
    why: str


@dataclass
class Document:
    """One article on its way from text to claims. Built by mentions.reading, read by the rules."""

    article: Article
    vocabulary: Vocabulary
    words: Words
    sentences: list[Sentence]
    found: InitVar[Iterable[Mention]]
    people: dict[str, Person] = field(default_factory=dict)
    introductions: dict[str, tuple[int, int]] = field(default_factory=dict)
    """Where a person of no list is introduced: the offsets of the name with the title and the country."""
    amounts: list[Amount] = field(default_factory=list)
    days: list[Day] = field(default_factory=list)
    dateline: tuple[int, int] | None = None
    """The words of the date that opens a report behind its place: "NAIROBI, Nov 26 (Agency) - …"."""
    heading_day: dt.date | None = None
    """The day in the line of place and date that opens a report, where publication is not known."""
    rejections: list[Rejection] = field(default_factory=list)
    _known: dict[Callable[[Document], Any], Any] = field(default_factory=dict, repr=False)
    _several: dict[Kinds, Ordered] = field(default_factory=dict, repr=False)
    """The mentions of several kinds together, for those sets of kinds that were asked for."""
    _begins: dict[Kinds, list[int]] = field(default_factory=dict, repr=False)
    """The first words of those mentions, where nothing but their places was asked for."""

    def __post_init__(self, found: Iterable[Mention]) -> None:
        self._all = _in_order(found)
        self._by_kind = _by_kind(self._all)
        self._folded = self.words.folded
        self._sentence_numbers = [n for n, sentence in enumerate(self.sentences) for _ in range(*sentence[:2])]
        """For each word the number of its sentence."""
        self.function_words: Mapping[str, frozenset[str]] = self.vocabulary.function_words[self.article.language]
        """The function words of the article's language, folded, by their class."""

    @property
    def today(self) -> dt.date | None:
        """The day against which "yesterday" and terms of office are read: publication, else the latest day named."""
        return self.reported_on or self.latest_day

    @property
    def reported_on(self) -> dt.date | None:
        """The day of publication, else the day that heads the report ("Ashgabat, 28 March 2025")."""
        return self.article.published_on or self.heading_day

    @cached_property
    def latest_day(self) -> dt.date | None:
        """The latest full date that the text itself names, unless it speaks of years well after it (then it is history)."""
        full = [day.iso for day in self.days if len(day.iso) == 10]
        if not full or max(int(day.iso[:4]) for day in self.days) > int(max(full)[:4]) + _HISTORY_YEARS:
            return None
        return dt.date.fromisoformat(max(full))

    def add(self, found: Iterable[Mention]) -> None:
        """Take in more mentions."""
        for kind, (more, _) in _by_kind(found).items():
            self._keep(kind, _in_order([*self.of(kind), *more]), [*self._all, *more])

    def leave_out(self, mentions: Iterable[Mention]) -> None:
        """Forget mentions that are no such thing after all."""
        gone = set(mentions)
        for kind in {mention.kind for mention in gone}:
            kept = [mention for mention in self.of(kind) if mention not in gone]
            self._keep(kind, kept, [mention for mention in self._all if mention.kind != kind] + kept)

    def _keep(self, kind: str, mentions: list[Mention], of_all: list[Mention]) -> None:
        """Let these, in order, be the mentions of a kind; what was gathered from the others is forgotten."""
        self._by_kind.pop(kind, None)
        self._by_kind |= _by_kind(mentions)
        self._all = of_all
        self._several.clear()
        self._begins.clear()
        for name in ("mentions", "_covered"):
            self.__dict__.pop(name, None)

    @cached_property
    def mentions(self) -> list[Mention]:
        """Everything the article mentions, in order."""
        return _in_order(self._all)

    @property
    def kinds(self) -> KeysView[str]:
        """The kinds of mention that the article has at all."""
        return self._by_kind.keys()

    def of(
        self, kind: str, within: tuple[int, int] | Sentence | None = None, value: str | None = None
    ) -> list[Mention]:
        """The mentions of a kind (and value) in order, all of them or those within a stretch of words (first, last)."""
        known = self._by_kind.get(kind)
        if known is None:
            return []
        found, begins = known
        if within is not None:
            low = bisect_left(begins, within[0])
            if low == len(begins) or begins[low] >= within[1]:
                return []
            found = found[low : bisect_left(begins, within[1], low)]
        return found if value is None else [mention for mention in found if mention.value == value]

    def select(self, kinds: Iterable[str]) -> dict[str, list[Mention]]:
        """The mentions of several kinds, by kind, without the kinds that the article does not have."""
        return {kind: found for kind in kinds if (found := self.of(kind))}

    def any_of(self, kinds: Kinds, within: tuple[int, int] | Sentence | None = None) -> list[Mention]:
        """The mentions of several kinds, in the order of the text."""
        found, begins = self._several.get(kinds) or self._any_of(kinds)
        if within is None:
            return found[:]
        low = bisect_left(begins, within[0])
        return found[low : bisect_left(begins, within[1], low)]

    def _any_of(self, kinds: Kinds) -> tuple[list[Mention], list[int]]:
        known = [self._by_kind[kind] for kind in kinds if kind in self._by_kind]
        if len(known) == 1:
            result = known[0]
        else:
            found = _in_order(chain.from_iterable(found for found, _ in known))
            result = found, list(map(_first, found))
        self._several[kinds] = result
        return result

    @cached_property
    def _covered(self) -> set[int]:
        covered = set(map(_first, self._all))
        covered.update(*[range(m.first, m.last) for m in self._all if m.last - m.first > 1])
        return covered

    def unknown_words(self) -> list[int]:
        """The words that belong to nothing that the vocabulary lists, in order."""
        covered = self._covered
        return [i for i in range(len(self._folded)) if i not in covered]

    def starts_known(self, i: int) -> bool:
        """Whether a word belongs to anything that the vocabulary lists."""
        return i in self._covered

    def has(self, kind: str, within: tuple[int, int] | Sentence | None = None, value: str | None = None) -> bool:
        """Whether there is such a mention."""
        known = self._by_kind.get(kind)
        if known is None:
            return False
        if within is None or value is not None:
            return bool(self.of(kind, within, value))
        begins = known[1]
        low = bisect_left(begins, within[0])
        return low < len(begins) and begins[low] < within[1]

    def sentence_of(self, mention: Mention) -> Sentence:
        """The sentence that a mention begins in."""
        return self.sentences[self.sentence_at(mention.first)]

    def sentence_index(self, mention: Mention) -> int:
        """The number of the sentence that a mention begins in."""
        return self.sentence_at(mention.first)

    def sentence_at(self, i: int) -> int:
        """The number of the sentence that word i is in: before the text the first, behind it the last."""
        numbers = self._sentence_numbers
        if 0 <= i < len(numbers):
            return numbers[i]
        return numbers[-1] if i > 0 and numbers else 0

    def sentences_with(self, kinds: Kinds) -> set[int]:
        """The numbers of the sentences that have a mention of any of several kinds."""
        begins = (self._by_kind[kind][1] for kind in kinds if kind in self._by_kind)
        return set(map(self._sentence_numbers.__getitem__, chain.from_iterable(begins)))

    def has_any(self, kinds: Kinds, within: tuple[int, int] | Sentence) -> bool:
        """Whether there is a mention of any of several kinds within a stretch of words (first, last)."""
        begins = self._begins.get(kinds)
        if begins is None:
            known = (self._by_kind[kind][1] for kind in kinds if kind in self._by_kind)
            begins = self._begins[kinds] = sorted(chain.from_iterable(known))
        low = bisect_left(begins, within[0])
        return low < len(begins) and begins[low] < within[1]

    def once(self, work_out: Callable[[Document], Result]) -> Result:
        """What a rule works out from the whole document, worked out when it is first asked for and then remembered."""
        if work_out not in self._known:
            self._known[work_out] = work_out(self)
        found: Result = self._known[work_out]
        return found

    def is_word(self, i: int, word_class: str) -> bool:
        """Whether word i of the text is there, and a function word of a class."""
        folded = self._folded
        return 0 <= i < len(folded) and folded[i] in self.function_words[word_class]

    def has_word(self, word_class: str, within: tuple[int, int] | Sentence) -> bool:
        """Whether there is a function word of a class within a stretch of words (first, last)."""
        stretch = self._folded[max(within[0], 0) : max(within[1], 0)]
        return not self.function_words[word_class].isdisjoint(stretch)

    def last_word(self, word_class: str, within: tuple[int, int] | Sentence) -> int | None:
        """The last function word of a class within a stretch of words (first, last)."""
        if not self.has_word(word_class, within):
            return None
        return next(i for i in range(within[1] - 1, within[0] - 1, -1) if self.is_word(i, word_class))

    def has_and_joined(self, i: int) -> bool:
        """Whether an "and" may be written onto word i, as in Arabic: وأنور. Names and nouns that begin in waw look so too."""
        arabic = self.article.language == "ar"
        return arabic and 0 <= i < len(self.words.forms) and self.words.forms[i].startswith("و")

    def opens_with_and(self, i: int) -> bool:
        """Whether word i is an "and", or has one written onto it."""
        return self.has_and_joined(i) or self.is_word(i, "conjunction")

    def reject(self, rule: str, mention: Mention, why: str) -> None:
        """Note what a rule considered and left out."""
        self.rejections.append(Rejection(rule, mention.start, mention.end, why))

    def text_of(self, start: int, end: int) -> str:
        """The article's characters from start to end (exclusive)."""
        return self.words.text[start:end]


def _in_order(mentions: Iterable[Mention]) -> list[Mention]:
    """Mentions by where they begin, the shorter ones first: two sorts by a number are faster than one by a pair."""
    return sorted(sorted(mentions, key=_last), key=_first)


def _by_kind(mentions: Iterable[Mention]) -> dict[str, Ordered]:
    """Mentions, which come in order, by kind."""
    by_kind: dict[str, Ordered] = {}
    for mention in mentions:
        known = by_kind.get(mention.kind)
        if known is None:
            by_kind[mention.kind] = [mention], [mention.first]
        else:
            known[0].append(mention)
            known[1].append(mention.first)
    return by_kind
