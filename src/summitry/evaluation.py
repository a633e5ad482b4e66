"""Score the reader against hand-coded facts: precision, recall and F1 by table, language and column.

A folder of articles holds `texts/<id>.txt` and `gold/<id>.json`, coded by the rules of docs/coding.md before the reader is
run on them. Rows are matched on what a researcher would join on: a meeting by forum and year, a person by name and country,
attendance by forum, person and role, an agreement by its parties and kind, a resource by place, commodity and claim, a
statement by speaker, act and most of its words. A row that the gold marks `implied` may be found or not: it counts for nothing.
Neither does what is found for `statements` in an article that was not coded for them.
"""

from __future__ import annotations

import datetime as dt
import json
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from summitry.articles import make_article
from summitry.errors import ArticleError, CallError
from summitry.reader import extract
from summitry.strict_json import read_json_object

TABLES = ("summits", "leaders", "attendance", "agreements", "resources", "statements")
_NOT_ALWAYS_CODED = ("statements",)
_FIRST_NAME, _LAST_NAME = 0.6, 0.75
_SHARED_WORDS = 0.5

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Count:
    """Rows found rightly, missed, and found wrongly."""

    right: int = 0
    missed: int = 0
    spurious: int = 0

    def __add__(self, other: Count) -> Count:
        return Count(self.right + other.right, self.missed + other.missed, self.spurious + other.spurious)

    @property
    def precision(self) -> float | None:
        """The share of what was found that is right; None where nothing was found."""
        found = self.right + self.spurious
        return self.right / found if found else None

    @property
    def recall(self) -> float | None:
        """The share of what there is that was found; None where there is nothing."""
        there = self.right + self.missed
        return self.right / there if there else None

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall; None where there is nothing and nothing was found."""
        rows = 2 * self.right + self.missed + self.spurious
        return 2 * self.right / rows if rows else None


@dataclass(frozen=True, slots=True)
class Miss:
    """A row that was missed (`found` false) or found wrongly; with a `column`, a row that was found and has another value
    there than the gold, which is `read`.
    """

    article: str
    table: str
    found: bool
    row: Row
    column: str = ""
    read: Any = None


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The counts by (language, table), `all` standing for every language; the columns right among matched rows by
    (table, column) as (right, compared); and each miss.
    """

    articles: int
    counts: Mapping[tuple[str, str], Count]
    columns: Mapping[tuple[str, str], tuple[int, int]]
    misses: tuple[Miss, ...]

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages scored, `all` first."""
        return ("all", *sorted({language for language, _ in self.counts} - {"all"}))

    def rows(self, language: str) -> Count:
        """The counts over all tables of a language."""
        return sum((self.counts.get((language, table), Count()) for table in TABLES), Count())

    def as_json(self) -> dict[str, Any]:
        """The figures as plain data."""
        figures: dict[str, Any] = {"articles": self.articles, "tables": {}, "columns": {}}
        for language in self.languages:
            scopes = {table: self.counts.get((language, table), Count()) for table in TABLES}
            scopes["rows"] = self.rows(language)
            figures["tables"][language] = {name: _figures(count) for name, count in scopes.items()}
        for (table, column), (right, compared) in sorted(self.columns.items()):
            figures["columns"][f"{table}.{column}"] = {"right": right, "compared": compared}
        return figures


def _figures(count: Count) -> dict[str, float | int | None]:
    return {
        "precision": count.precision,
        "recall": count.recall,
        "f1": count.f1,
        "gold": count.right + count.missed,
        "found": count.right + count.spurious,
    }


def evaluate(folder: Path) -> Evaluation:
    """Read every article of a folder and compare with its gold.

    Raises CallError where the folder has no gold, ArticleError where an article cannot be read or gold is no JSON object.
    """
    golds = sorted((folder / "gold").glob("*.json"))
    if not golds:
        raise CallError(
            "There is nothing to evaluate.",
            where=str(folder),
            mend="Give a folder with texts/<id>.txt and gold/<id>.json.",
        )
    counts: dict[tuple[str, str], Count] = defaultdict(Count)
    columns: dict[tuple[str, str], Counter[bool]] = defaultdict(Counter)
    misses: list[Miss] = []
    for path in golds:
        gold: Row = read_json_object(path, ArticleError)
        found = _read(folder / "texts" / f"{path.stem}.txt", gold)
        for table in (name for name in TABLES if name in gold or name not in _NOT_ALWAYS_CODED):
            pairs, missed, spurious = _pair(_rows(gold, table), found[table], table)
            for language in ("all", str(gold["language"])):
                counts[language, table] += Count(len(pairs), len(missed), len(spurious))
            for row, column, value, right in _columns(table, pairs):
                columns[table, column][right] += 1
                misses += [] if right else [Miss(path.stem, table, True, row, column, value)]
            misses += [Miss(path.stem, table, False, row) for row in missed]
            misses += [Miss(path.stem, table, True, row) for row in spurious]
    shares = {key: (count[True], count.total()) for key, count in columns.items()}
    return Evaluation(len(golds), counts, shares, tuple(misses))


def _rows(gold: Row, table: str) -> Sequence[Row]:
    rows: Sequence[Row] = gold.get(table, ())
    return rows


def _read(path: Path, gold: Row) -> dict[str, list[dict[str, Any]]]:
    try:
        text = path.read_text("utf-8")
    except OSError as error:
        raise ArticleError("The article of a gold file is missing.", where=str(path), mend="Add it.") from error
    stated = gold.get("published_on")
    day = dt.date.fromisoformat(stated) if stated else None
    return as_gold(extract(make_article(text, path.stem.lower(), published_on=day)).tables())


def as_gold(tables: Mapping[str, Sequence[Row]]) -> dict[str, list[dict[str, Any]]]:
    """The package's relational rows in the form of the gold's self-contained ones."""
    forums = {row["summit_id"]: row["forum_id"] for row in tables["summits"]}
    people = {row["leader_id"]: row for row in tables["leaders"]}
    parties, sectors = defaultdict(list), defaultdict(list)
    for row in tables["agreement_parties"]:
        parties[row["agreement_id"]].append(row["place_id"])
    for row in tables["agreement_sectors"]:
        sectors[row["agreement_id"]].append(row["sector"])
    return {
        "summits": [{**row, "forum": row["forum_id"], "host": row["host_place_id"]} for row in tables["summits"]],
        "leaders": [{**row, "country": row["place_id"]} for row in tables["leaders"]],
        "attendance": [
            {"forum": forums[row["summit_id"]], "role": row["role"], **_names(people[row["leader_id"]])}
            for row in tables["attendance"]
        ],
        "agreements": [
            {
                **row,
                "parties": sorted(parties[row["agreement_id"]]),
                "sectors": sorted(sectors[row["agreement_id"]]),
                "value": row["value_amount"],
                "currency": row["value_currency"],
            }
            for row in tables["agreements"]
        ],
        "resources": [
            {**row, "area": row["place_id"], "commodity": row["commodity_id"]} for row in tables["resources"]
        ],
        "statements": [
            {
                **row,
                "speaker": _names(people[row["leader_id"]]),
                "about_place": row["about_place_id"],
                "about_leader": _names(people[row["about_leader_id"]]) if row["about_leader_id"] else None,
            }
            for row in tables["statements"]
        ],
    }


def _names(person: Row) -> dict[str, Any]:
    return {name: person[name] for name in ("name_en", "name_ar", "name_ru")}


def _pair(gold: Iterable[Row], found: Sequence[Row], table: str) -> tuple[list[tuple[Row, Row]], list[Row], list[Row]]:
    """One-to-one pairing: (pairs, missed, spurious); implied rows take their match away and count for nothing.

    Of rows that could be paired, those that agree in most columns are, so that two meetings of a year are not crossed.
    """
    rows = sorted(gold, key=lambda row: bool(row.get("implied")))
    likely = [
        (bool(row.get("implied")), -sum(right for *_, right in _columns(table, [(row, candidate)])), i, j)
        for i, row in enumerate(rows)
        for j, candidate in enumerate(found)
        if MATCH[table](row, candidate)
    ]
    partner: dict[int, int] = {}
    for *_, i, j in sorted(likely):
        if i not in partner and j not in partner.values():
            partner[i] = j
    counted = [i for i, row in enumerate(rows) if not row.get("implied")]
    pairs = [(rows[i], found[partner[i]]) for i in counted if i in partner]
    missed = [rows[i] for i in counted if i not in partner]
    return pairs, missed, [row for j, row in enumerate(found) if j not in partner.values()]


# --- matching ---


def _plain(name: str | None) -> str:
    folded = unicodedata.normalize("NFKD", name or "").casefold()
    letters = (c if c.isalpha() else " " for c in folded if not unicodedata.combining(c))
    return " ".join("".join(letters).split())


def _same_person(gold: Row, found: Row) -> bool:
    if gold.get("country") and found.get("country") and gold["country"] != found["country"]:
        return False
    want, have = _plain(gold["name_en"]), _plain(found.get("name_en"))
    if want and have:
        first, last = (SequenceMatcher(None, want.split()[i], have.split()[i]).ratio() for i in (0, -1))
        return want == have or (first >= _FIRST_NAME and last >= _LAST_NAME)
    written = _plain(gold.get("name_as_written"))
    spelled = [_plain(found.get(column)) for column in ("name_ar", "name_ru")]
    return bool(written) and any(name and (name in written or written in name) for name in spelled)


def _same_meeting(gold: Row, found: Row) -> bool:
    days = (gold.get("held_on"), found.get("held_on"))
    return gold["forum"] == found["forum"] and (not all(days) or str(days[0])[:4] == str(days[1])[:4])


def _same_attendance(gold: Row, found: Row) -> bool:
    person = {"name_en": gold["leader"], "name_as_written": gold.get("leader_as_written")}
    return gold["forum"] == found["forum"] and gold["role"] == found["role"] and _same_person(person, found)


def _same_agreement(gold: Row, found: Row) -> bool:
    return set(gold["parties"]) == set(found["parties"]) and gold["kind"] == found["kind"]


def _same_resource(gold: Row, found: Row) -> bool:
    return all(gold[name] == found[name] for name in ("area", "commodity", "claim"))


def _same_statement(gold: Row, found: Row) -> bool:
    acts = (gold["act"], *gold.get("act_alternatives", ()))
    speaker = {"name_en": gold["speaker"], "name_as_written": gold.get("speaker_as_written")}
    return found["act"] in acts and _same_person(speaker, found["speaker"]) and _same_words(gold["text"], found["text"])


def _same_words(wanted: str, text: str) -> bool:
    """Whether two texts share at least half of the longer one's words."""
    want, have = Counter(_words(wanted)), Counter(_words(text))
    return (want & have).total() >= _SHARED_WORDS * max(want.total(), have.total())


def _words(text: str) -> tuple[str, ...]:
    return tuple("".join(c if c.isalnum() else " " for c in text.casefold()).split())


MATCH: Mapping[str, Callable[[Row, Row], bool]] = {
    "summits": _same_meeting,
    "leaders": _same_person,
    "attendance": _same_attendance,
    "agreements": _same_agreement,
    "resources": _same_resource,
    "statements": _same_statement,
}

_COMPARED: Mapping[str, tuple[str, ...]] = {
    "summits": ("held_on", "host", "level"),
    "leaders": ("office",),
    "agreements": ("status", "value", "currency", "sectors"),
    "resources": ("world_rank",),
    "statements": ("text", "is_quotation", "about_place", "about_leader"),
}


def _columns(table: str, pairs: Iterable[tuple[Row, Row]]) -> Iterable[tuple[Row, str, Any, bool]]:
    """For each matched row of the gold and compared column, the value that was read and whether it agrees with the gold's,
    or an alternative that the gold names.
    """
    for gold, found in pairs:
        for column in _COMPARED.get(table, ()):
            if column in gold:
                accepted = [gold[column], *gold.get(f"{column}_alternatives", ())]
                read = found.get(column)
                value = read
                if column == "text":
                    value, accepted = _words(found["text"]), [_words(text) for text in accepted]
                yield gold, column, read, any(_equal(value, wanted) for wanted in accepted)


def _equal(value: Any, wanted: Any) -> bool:
    if isinstance(wanted, list):
        return set(value or ()) == set(wanted)
    if isinstance(value, Mapping):
        return bool(wanted) and _same_person({"name_en": wanted, "name_as_written": wanted}, value)
    return bool(value == wanted)


def figures_json(evaluation: Evaluation) -> str:
    """The figures as JSON text."""
    return json.dumps(evaluation.as_json(), ensure_ascii=False, indent=2) + "\n"
