"""The vocabulary: people, places, forums and commodities with their names, and each language's phrases."""

from __future__ import annotations

import csv
import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from typing import TypeVar

from summitry import repository
from summitry.errors import VocabularyError
from summitry.lexicon.gazetteer import Gazetteer
from summitry.text.folding import fold
from summitry.text.languages import LANGUAGES

Row = Mapping[str, str]
Key = TypeVar("Key")

_NAME_FILES = {
    "places": "place",
    "cities": "city",
    "venues": "venue",
    "people": "person",
    "forums": "forum",
    "commodities": "commodity",
}


@dataclass(frozen=True, slots=True)
class Term:
    """A person's time in an office. Dates are partial ISO 8601 (YYYY, YYYY-MM or YYYY-MM-DD); an empty end is open."""

    leader_id: str
    office: str
    place_id: str
    start: str
    end: str

    def holds(self, day: str) -> bool:
        """Whether the term covers a day (ISO 8601), as far as the precision of its own dates tells."""
        begun = not self.start or day[: len(self.start)] >= self.start
        return begun and (not self.end or day[: len(self.end)] <= self.end)


@dataclass(frozen=True)
class Vocabulary:
    """Everything in vocabulary/, keyed by id."""

    places: Mapping[str, Row]
    cities: Mapping[str, Row]
    venues: Mapping[str, Row]
    people: Mapping[str, Row]
    forums: Mapping[str, Row]
    commodities: Mapping[str, Row]
    terms: Mapping[str, tuple[Term, ...]]
    currencies: Mapping[str, Row]
    forum_members: Mapping[str, frozenset[str]]
    place_members: Mapping[str, frozenset[str]]
    called_by_given_name: frozenset[str]
    """The countries whose people the press calls by the first of their names: "Anwar said", "Abiy said"."""
    names: Mapping[str, tuple[Row, ...]]
    function_words: Mapping[str, Mapping[str, frozenset[str]]]
    """Language → class of words → the words, folded; a class of another language is there and empty."""
    folder: Path
    holders: Mapping[tuple[str, str], tuple[Term, ...]] = field(default_factory=dict)
    officers: Mapping[str, frozenset[str]] = field(default_factory=dict)
    joined: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """Forum and country → the year in which the country joined, where that was later than the founding."""

    def holder(self, place_id: str, office: str, day: dt.date | None) -> str | None:
        """Who held an office of a place on a day; None where the vocabulary does not know, or knows two."""
        if day is None:
            return None
        held = [term for term in self.holders.get((place_id, office), ()) if term.holds(day.isoformat())]
        # On the day power changes hands both terms cover it; the later one is meant by the press.
        newest = max((term.start for term in held), default="")
        people = {term.leader_id for term in held if term.start == newest}
        return people.pop() if len(people) == 1 else None

    def term_on(self, leader_id: str, day: dt.date | None) -> Term | None:
        """The office by which the press names a person on a day: the one held, else the last one held before."""
        terms = self.terms.get(leader_id, ())
        if not terms:
            return None
        if day is None:
            return terms[-1]
        iso = day.isoformat()
        held = [term for term in terms if term.holds(iso)]
        before = [term for term in terms if term.start[:4] <= str(day.year)]
        return (held or before or terms)[-1]

    @cached_property
    def officers_at(self) -> Mapping[str, frozenset[str]]:
        """Whose place is at a forum's table as an officer: of the forum itself, or of a body within it."""
        found = dict(self.officers)
        for forum, members in self.forum_members.items():
            bodies = (b for b in self.officers if b == forum or self.forum_members.get(b, members) < members)
            found[forum] = frozenset().union(*(self.officers[body] for body in bodies))
        return found

    @cached_property
    def leaders_of(self) -> Mapping[str, frozenset[str]]:
        """The people who held an office of a place at any time, by place."""
        found: dict[str, set[str]] = defaultdict(set)
        for leader_id, terms in self.terms.items():
            for term in terms:
                found[term.place_id].add(leader_id)
        return {place_id: frozenset(people) for place_id, people in found.items()}

    def place_of_city(self, city_id: str) -> str:
        """The place that a city lies in."""
        return self.cities[city_id]["place_id"]

    def covers(self, forum_id: str) -> bool:
        """Whether the meetings of a forum are rows of the tables."""
        return self.forums[forum_id]["covered"] == "true"

    def members_on(self, forum_id: str, day: dt.date | None) -> frozenset[str]:
        """The members that a forum had on a day; those of today where no day is given."""
        members = self.forum_members.get(forum_id, frozenset())
        if day is None:
            return members
        return frozenset(place for place in members if self.joined.get((forum_id, place), "") <= str(day.year))

    def region_of_forum(self, forum_id: str) -> str:
        """The region whose countries are just the members of an organisation; empty where there is none."""
        members = self.forum_members.get(forum_id)
        if not members or self.forums[forum_id]["kind"] != "organisation":
            return ""
        return next((region for region, inside in self.place_members.items() if inside == members), "")


def load_vocabulary(folder: Path | None = None) -> Vocabulary:
    """The vocabulary in a folder (by default the package's own). Raises VocabularyError where a file is missing or torn."""
    return _load_vocabulary(_resolved(folder or repository.vocabulary_folder()))


@cache
def _resolved(folder: Path) -> Path:
    return folder.resolve()


@cache
def _load_vocabulary(folder: Path) -> Vocabulary:
    terms: dict[str, list[Term]] = defaultdict(list)
    holders: dict[tuple[str, str], list[Term]] = defaultdict(list)
    officers: dict[str, set[str]] = defaultdict(set)
    for row in read_rows(folder / "terms.csv"):
        if row["forum_id"]:
            officers[row["forum_id"]].add(row["leader_id"])
        term = Term(row["leader_id"], row["office"], row["place_id"], row["term_start"], row["term_end"])
        terms[term.leader_id].append(term)
        holders[term.place_id, term.office].append(term)
    return Vocabulary(
        places=_keyed(folder, "places", "place_id"),
        cities=_keyed(folder, "cities", "city_id"),
        venues=_keyed(folder, "venues", "venue_id"),
        people=_keyed(folder, "people", "leader_id"),
        forums=_keyed(folder, "forums", "forum_id"),
        commodities=_keyed(folder, "commodities", "commodity_id"),
        terms=_by_start(terms),
        currencies=_keyed(folder, "currencies", "currency"),
        forum_members=_members(folder / "forum_members.csv", "forum_id", "place_id"),
        place_members=_members(folder / "place_members.csv", "place_id", "member_id"),
        called_by_given_name=frozenset(row["place_id"] for row in read_rows(folder / "given_names.csv")),
        names={name: tuple(read_rows(folder / "names" / f"{name}.csv")) for name in _NAME_FILES},
        function_words=_function_words(folder / "function_words.csv"),
        folder=folder,
        holders=_by_start(holders),
        officers={forum: frozenset(people) for forum, people in officers.items()},
        joined={
            (row["forum_id"], row["place_id"]): row["joined_on"] for row in read_rows(folder / "forum_accessions.csv")
        },
    )


@cache
def load_gazetteer(vocabulary_folder: Path, language: str) -> Gazetteer:
    """The names and phrases of a language as a gazetteer: the names in one layer, each file of phrases in its own.

    Forums are also known by their Latin names in every language: acronyms such as C5+1 travel untranslated.
    """
    vocabulary = load_vocabulary(vocabulary_folder)
    gazetteer = Gazetteer(language)
    for file, kind in _NAME_FILES.items():
        for row in vocabulary.names[file]:
            if row["language"] == language or (kind == "forum" and row["language"] == "en"):
                inflection = {"adjective": "adjective"}.get(row["form"], "noun" if kind == "commodity" else "name")
                gazetteer.add(_without_the(row["text"]), kind, row["id"], row["form"], inflection)
    for path in sorted((vocabulary_folder / "phrases" / language).glob("*.csv")):
        for row in read_rows(path):
            gazetteer.add(row["phrase"], row["cue"], row["value"], "phrase", row["inflection"] or "noun", path.stem)
    return gazetteer


def _by_start(found: Mapping[Key, list[Term]]) -> dict[Key, tuple[Term, ...]]:
    return {key: tuple(sorted(terms, key=lambda term: term.start)) for key, terms in found.items()}


def _without_the(name: str) -> str:
    """A name of several words without its English article, which begins every other sentence too."""
    bare = name[4:] if name[:4] in ("The ", "the ") else name
    return bare if " " in bare else name


def read_rows(path: Path) -> Iterator[Row]:
    """The rows of a vocabulary file. Raises VocabularyError where it is missing or a row has too many or too few cells."""
    try:
        with path.open(encoding="utf-8", newline="") as file:
            reader = csv.reader(file, strict=True)
            header = next(reader, [])
            for cells in filter(None, reader):
                if len(cells) != len(header):
                    raise VocabularyError(
                        "The row has not as many cells as the header.",
                        where=f"{path}:{reader.line_num}",
                        mend="Quote a cell that holds a comma; leave a cell empty rather than out.",
                    )
                yield dict(zip(header, cells, strict=True))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise VocabularyError(
            f"The vocabulary file cannot be read: {error}.", where=str(path), mend="Restore it."
        ) from error


def _keyed(folder: Path, name: str, key: str) -> dict[str, Row]:
    return {row[key]: row for row in read_rows(folder / f"{name}.csv")}


def _function_words(path: Path) -> dict[str, dict[str, frozenset[str]]]:
    rows = list(read_rows(path))
    found = {language: {row["word_class"]: set[str]() for row in rows} for language in LANGUAGES}
    for row in rows:
        if row["language"] not in found:
            raise VocabularyError(
                f"The word {row['word']!r} is of the language {row['language']!r}, which nothing is read in.",
                where=str(path),
                mend=f"Write one of {', '.join(LANGUAGES)}.",
            )
        found[row["language"]][row["word_class"]].add(fold(row["word"]))
    return {
        language: {name: frozenset(words) for name, words in classes.items()} for language, classes in found.items()
    }


def _members(path: Path, key: str, member: str) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for row in read_rows(path):
        found[row[key]].add(row[member])
    return {name: frozenset(members) for name, members in found.items()}
