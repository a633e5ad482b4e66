"""Check the vocabulary's CSV files: what a table schema cannot say about lists that people keep by hand.

`check_vocabulary` runs every check of `CHECKS` and collects all that they find. A check is a generator of `Problem`s
over the lines of all files; it knows one property. Types and patterns of single columns are the business of the files'
schemas (schemas/vocabulary/).
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from summitry.errors import VocabularyError
from summitry.lexicon.vocabulary import read_rows
from summitry.text.folding import fold

NAME_FILES = ("places", "cities", "venues", "people", "forums", "commodities")
LONGEST_PHRASE = 80
# Offices that a place gives to one person at a time; vice presidents and "other" offices can be several.
SINGLE_OFFICES = frozenset(
    (
        "president",
        "prime_minister",
        "foreign_minister",
        "monarch",
        "secretary_general",
        "european_commission_president",
        "european_council_president",
    )
)

_KEYS: Mapping[str, tuple[str, ...]] = {
    "places.csv": ("place_id",),
    "place_members.csv": ("place_id", "member_id"),
    "given_names.csv": ("place_id",),
    "cities.csv": ("city_id",),
    "venues.csv": ("venue_id",),
    "people.csv": ("leader_id",),
    "terms.csv": ("leader_id", "office", "term_start"),
    "forums.csv": ("forum_id",),
    "forum_members.csv": ("forum_id", "place_id"),
    "forum_accessions.csv": ("forum_id", "place_id"),
    "forum_meetings.csv": ("forum_id", "held_on"),
    "commodities.csv": ("commodity_id",),
    "currencies.csv": ("currency",),
    "world_facts.csv": ("place_id", "commodity_id", "claim", "year", "citation_url"),
    "retired_ids.csv": ("table", "id"),
    "function_words.csv": ("language", "word_class", "word"),
    **{f"names/{name}.csv": ("id", "language", "form", "text") for name in NAME_FILES},
}
# File, column, and the file in whose first column the value must stand.
_REFERENCES = (
    ("place_members.csv", "place_id", "places.csv"),
    ("place_members.csv", "member_id", "places.csv"),
    ("given_names.csv", "place_id", "places.csv"),
    ("cities.csv", "place_id", "places.csv"),
    ("venues.csv", "city_id", "cities.csv"),
    ("terms.csv", "leader_id", "people.csv"),
    ("terms.csv", "place_id", "places.csv"),
    ("terms.csv", "forum_id", "forums.csv"),
    ("forum_members.csv", "forum_id", "forums.csv"),
    ("forum_members.csv", "place_id", "places.csv"),
    ("forum_accessions.csv", "forum_id", "forums.csv"),
    ("forum_accessions.csv", "place_id", "places.csv"),
    ("forum_meetings.csv", "forum_id", "forums.csv"),
    ("forum_meetings.csv", "city_id", "cities.csv"),
    ("world_facts.csv", "place_id", "places.csv"),
    ("world_facts.csv", "commodity_id", "commodities.csv"),
    *((f"names/{name}.csv", "id", f"{name}.csv") for name in NAME_FILES),
)
_UNCITED = re.compile(r"\b(own knowledge|no citation|no page cited|seen in)\b")
_DASHES = re.compile(r"\s*[-‐‑–—−]\s*")
_NUMBER = re.compile(r"[-+]?[0-9]+")
_AMBIGUOUS = "ambiguous:"
_OVERLAP = "overlap:"


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding: the file (relative to the vocabulary's folder), its line, what is wrong, and how to mend it."""

    file: str
    line: int
    what: str
    mend: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.what} {self.mend}"


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a file and the line that it stands in; the header is line 1."""

    file: str
    number: int
    cells: Mapping[str, str]

    def problem(self, what: str, mend: str) -> Problem:
        """A finding about this line."""
        return Problem(self.file, self.number, what, mend)


Files = Mapping[str, list[Line]]


def check_vocabulary(folder: Path) -> list[Problem]:
    """Everything that is wrong with the vocabulary in `folder`, ordered by file and line; empty where nothing is.

    Raises VocabularyError where a file is missing or cannot be read as CSV.
    """
    files = {name: _read(folder, name) for name in _KEYS}
    for path in sorted((folder / "phrases").glob("**/*.csv")):
        name = path.relative_to(folder).as_posix()
        files[name] = _read(folder, name)
    found = {problem for check in CHECKS for problem in check(files)}
    return sorted(found, key=lambda problem: (problem.file, problem.line, problem.what))


def _read(folder: Path, name: str) -> list[Line]:
    lines = [Line(name, number, row) for number, row in enumerate(read_rows(folder / name), start=2)]
    missing = [column for column in _KEYS.get(name, ()) if lines and column not in lines[0].cells]
    if missing:
        raise VocabularyError(
            f"The column {missing[0]} is missing.", where=str(folder / name), mend="Restore the header."
        )
    return lines


def check_order(files: Files) -> Iterator[Problem]:
    """Rows are sorted by their key, and a key stands once."""
    for name, key in _KEYS.items():
        for before, line in zip(files[name], files[name][1:], strict=False):
            last, this = (tuple(each.cells[column] for column in key) for each in (before, line))
            if this == last:
                yield line.problem(f"The key {'/'.join(this)} stands twice.", "Keep one of the rows.")
            elif this < last:
                what = f"The row is out of order: {'/'.join(this)} stands behind {'/'.join(last)}."
                yield line.problem(what, f"Sort the rows by {', '.join(key)}, each column byte by byte.")


def check_references(files: Files) -> Iterator[Problem]:
    """An id stands in the file that keeps it."""
    known = {name: {next(iter(line.cells.values())) for line in files[name]} for _, _, name in _REFERENCES}
    for name, column, target in _REFERENCES:
        for line in files[name]:
            value = line.cells.get(column, "")
            if value and value not in known[target]:
                yield line.problem(
                    f"{column} {value!r} is not in {target}.", f"Add it to {target}, or correct it here."
                )


def check_listed_names(files: Files) -> Iterator[Problem]:
    """The name that a table gives is one that the reader finds, unless the row says that it is ambiguous."""
    for name in NAME_FILES:
        listed = {
            (line.cells["id"], line.cells["language"], comparison_form(line.cells["text"]))
            for line in files[f"names/{name}.csv"]
        }
        for line in files[f"{name}.csv"]:
            key, note = next(iter(line.cells.values())), line.cells.get("note", "")
            for language in ("en", "ar", "ru"):
                text = line.cells[f"name_{language}"]
                if (key, language, comparison_form(text)) not in listed and "not listed as a name" not in note:
                    yield line.problem(
                        f"name_{language} {text!r} is not in names/{name}.csv.",
                        "Add it there, or say in the note why it is not listed as a name.",
                    )


def check_owners(files: Files) -> Iterator[Problem]:
    """A spelling belongs to one entry of a language, as the reader compares spellings; else every row says so."""
    owners: dict[tuple[str, str], list[Line]] = defaultdict(list)
    for name in NAME_FILES:
        for line in files[f"names/{name}.csv"]:
            owners[line.cells["language"], comparison_form(line.cells["text"])].append(line)
    for lines in owners.values():
        if len({(line.file, line.cells["id"]) for line in lines}) == 1:
            continue
        for line in lines:
            if _AMBIGUOUS not in line.cells.get("note", ""):
                others = ", ".join(_place(other) for other in lines if other.cells["id"] != line.cells["id"])
                yield line.problem(
                    f"{line.cells['text']!r} of {line.cells['id']} is claimed by {others} too.",
                    f"Remove it from one of them, or write “{_AMBIGUOUS} …” into the note of both.",
                )


def _place(line: Line) -> str:
    return f"{line.cells['id']} ({line.file}:{line.number})"


def comparison_form(text: str) -> str:
    """How the reader compares a spelling: each word folded, dashes alike, and Arabic words without their article."""
    words = _DASHES.sub("-", " ".join(fold(word) for word in text.split())).split()
    return " ".join(word[2:] if word.startswith("ال") and len(word) > 4 else word for word in words)


def check_short_forms(files: Files) -> Iterator[Problem]:
    """A short form of a person's name is no part of another person's full name, unless its note says so."""
    named: dict[tuple[str, str], set[str]] = defaultdict(set)
    for line in files["names/people.csv"]:
        if line.cells["form"] == "full":
            for part in _parts(comparison_form(line.cells["text"]).split()):
                named[line.cells["language"], part].add(line.cells["id"])
    for line in files["names/people.csv"]:
        if line.cells["form"] != "short" or _AMBIGUOUS in line.cells["note"]:
            continue
        others = named[line.cells["language"], comparison_form(line.cells["text"])] - {line.cells["id"]}
        if others:
            yield line.problem(
                f"{line.cells['text']!r} is part of the name of {', '.join(sorted(others))} too.",
                f"Remove the short form, or write “{_AMBIGUOUS} …” into its note.",
            )


def _parts(words: list[str]) -> Iterator[str]:
    """All runs of a name's words."""
    for first, last in combinations(range(len(words) + 1), 2):
        yield " ".join(words[first:last])


def check_terms(files: Files) -> Iterator[Problem]:
    """A person has a term, which does not end before it begins."""
    serving = {line.cells["leader_id"] for line in files["terms.csv"]}
    for line in files["people.csv"]:
        if line.cells["leader_id"] not in serving:
            yield line.problem("The person has no term of office.", "Add one to terms.csv.")
    for line in files["terms.csv"]:
        start, end = line.cells["term_start"], line.cells["term_end"]
        if start and end and latest(end) < earliest(start):
            yield line.problem(f"The term ends ({end}) before it begins ({start}).", "Correct one of the dates.")


def check_overlaps(files: Files) -> Iterator[Problem]:
    """One person at a time holds an office, unless both rows say that the sources disagree."""
    held: dict[tuple[str, str, str], list[Line]] = defaultdict(list)
    for line in files["terms.csv"]:
        cells = line.cells
        if cells["office"] in SINGLE_OFFICES and (cells["place_id"] or cells["forum_id"]):
            held[cells["office"], cells["place_id"], cells["forum_id"]].append(line)
    for lines in held.values():
        for one, other in combinations(lines, 2):
            if _overlap(one.cells, other.cells) and not all(_OVERLAP in each.cells["note"] for each in (one, other)):
                yield other.problem(
                    f"{other.cells['leader_id']} and {one.cells['leader_id']} (line {one.number}) are both"
                    f" {one.cells['office']} of {one.cells['place_id'] or one.cells['forum_id']} at one time.",
                    f"Correct the dates, or write “{_OVERLAP} …” into the note of both.",
                )


def _overlap(one: Mapping[str, str], other: Mapping[str, str]) -> bool:
    """Whether two terms share more than the day of the handover whatever the missing months and days are."""
    if not one["term_start"] or not other["term_start"]:
        return False
    ends = min(earliest(term["term_end"] or "9999") for term in (one, other))
    return max(latest(term["term_start"]) for term in (one, other)) < ends


def earliest(date: str) -> str:
    """The first day that a partial ISO 8601 date can mean."""
    return (date + "-01-01"[len(date) - 4 :]) if len(date) < 10 else date


def latest(date: str) -> str:
    """The last day that a partial ISO 8601 date can mean; the 31st stands for the end of any month."""
    return (date + "-12-31"[len(date) - 4 :]) if len(date) < 10 else date


def check_citations(files: Files) -> Iterator[Problem]:
    """A row cites a page, or its note says that it does not."""
    for lines in files.values():
        for line in lines:
            cited = line.cells.get("citation_url")
            if cited == "" and not _UNCITED.search(line.cells.get("note", "")):
                yield line.problem("The row has no citation.", "Cite a page, or write “no citation” into the note.")


def check_phrase_lengths(files: Files) -> Iterator[Problem]:
    """A name or phrase is short enough to be one."""
    for lines in files.values():
        for line in lines:
            text = line.cells.get("text") or line.cells.get("phrase") or ""
            if len(text) > LONGEST_PHRASE:
                mend = f"Shorten it to {LONGEST_PHRASE} characters."
                yield line.problem(f"The phrase has {len(text)} characters.", mend)


def check_characters(files: Files) -> Iterator[Problem]:
    """Cells hold what can be seen: no control, bidi or zero-width characters, composed letters, no stray spaces."""
    for lines in files.values():
        for line in lines:
            for column, cell in line.cells.items():
                reason = cell and _unclean(cell)
                if reason:
                    yield line.problem(f"{column} {reason}.", "Type the cell again without it.")


def _unclean(cell: str) -> str:
    """What is wrong with the characters of a cell; empty where nothing is."""
    if cell[0] in "=+-@" and not _NUMBER.fullmatch(cell):
        return f"begins with {cell[0]!r}, which spreadsheets take for a formula"
    hidden = next((letter for letter in cell if unicodedata.category(letter) in ("Cc", "Cf", "Co", "Cn", "Cs")), None)
    if hidden is not None:
        return f"holds the invisible character U+{ord(hidden):04X}"
    if " ".join(cell.split()) != cell:
        return "has a space too many, or a space that is not U+0020"
    return "" if unicodedata.is_normalized("NFC", cell) else "is not in Unicode's composed form (NFC)"


CHECKS: tuple[Callable[[Files], Iterator[Problem]], ...] = (
    check_order,
    check_references,
    check_listed_names,
    check_owners,
    check_short_forms,
    check_terms,
    check_overlaps,
    check_citations,
    check_phrase_lengths,
    check_characters,
)
