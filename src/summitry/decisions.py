"""The form of a review.json: what a person decided about the reading of one article.

    {"decisions": [
      {"action": "reject", "table": …, "row": …, "column": …?, "quote": …, "reason": …},
      {"action": "amend", "table": …, "row": …, "column": …, "value": …, "quote": …, "reason": …},
      {"action": "add", "table": …, "row": …?, "cells": {column: {"value": …, "quote": …}}, "reason": …}
    ]}

Wherever there is a `quote` there may be an `occurrence` (from 1), needed where the words stand more than once, and
where a value is decided, `reads_as`: other words that the reader knows and that mean the same. docs/review.md explains
each. The file is checked as far as it and the article's text tell; whether there is anything in the reading that a
decision can be applied to is the question of `review`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from summitry.claims.model import Value
from summitry.errors import ReviewError
from summitry.strict_json import parse_json_object
from summitry.tables.cells import INTEGER_RANGE, PYTHON_TYPES
from summitry.tables.constraints import violations
from summitry.tables.contract import Field, Origin, TableContract
from summitry.tables.resolve import READ_TABLES

MAX_BYTES = 1_000_000
"""A review.json longer than this is refused: no article needs so many decisions."""

GUIDE = "docs/review.md shows the form."

# What each action must have, and may have besides.
_PROPERTIES: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "reject": (("table", "row", "quote", "reason"), ("column", "occurrence")),
    "amend": (("table", "row", "column", "value", "quote", "reason"), ("occurrence", "reads_as")),
    "add": (("table", "cells", "reason"), ("row",)),
}
_TEXTS = ("table", "row", "column", "quote", "reason", "reads_as")

# Columns that resolving computes from the others, whoever claims what.
_COMPUTED = {("agreements", "announced_on"), ("agreements", "title_en"), ("forum_milestones", "precision")}


@dataclass(frozen=True, slots=True)
class Assertion:
    """A value for a column, and the words of the article that say so: offsets, both -1 where a cell has no evidence.

    `reads_as` are the words that the reader knows for those of the quote, or "".
    """

    column: str
    value: Value
    start: int = -1
    end: int = -1
    reads_as: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision: what to do with which row, and where it stands in which file.

    `row` is the key of a row of this article as evidence writes it; for a row to add, a name that other decisions may
    link to, or "". `column` is empty where the whole row is meant. `cells` are the new values.
    """

    number: int
    where: str
    action: str
    table: str
    row: str
    column: str
    cells: tuple[Assertion, ...]

    def error(self, what: str, mend: str) -> ReviewError:
        """The error to raise about this decision."""
        return ReviewError(what, where=self.where, mend=mend)


def read_decisions(path: Path, text: str, contracts: Mapping[str, TableContract]) -> tuple[Decision, ...]:
    """The decisions in a review.json about the article whose text is given, in the order of the file.

    Raises ReviewError where the file is no JSON of the form above, a quote does not stand in the text or stands there
    more than once, a column is not one to decide about, or a value is none that its column could hold.
    """
    raw = _read(path).get("decisions")
    if not isinstance(raw, list) or not raw:
        raise ReviewError(
            "there is no list of decisions.",
            where=str(path),
            mend=f'Write {{"decisions": [ … ]}}, or remove the file where nothing is to be decided. {GUIDE}',
        )
    return tuple(
        _Parser(number, f"{path}, decision {number}", text, contracts).decision(item)
        for number, item in enumerate(raw, start=1)
    )


def _read(path: Path) -> dict[str, object]:
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise ReviewError(f"the file cannot be read: {error.strerror}.", where=str(path)) from error
    if len(data) > MAX_BYTES:
        raise ReviewError(f"the file has more than {MAX_BYTES:,} bytes.", where=str(path), mend="Shorten it.")
    raw = parse_json_object(data, str(path), ReviewError)
    unknown = sorted(set(raw) - {"decisions"})
    if unknown:
        raise ReviewError(f"unknown property {unknown[0]!r}.", where=str(path), mend=f"Remove it. {GUIDE}")
    return raw


@dataclass(frozen=True, slots=True)
class _Parser:
    """Makes one decision from its JSON; every error names the place."""

    number: int
    where: str
    text: str
    contracts: Mapping[str, TableContract]

    def error(self, what: str, mend: str) -> ReviewError:
        return ReviewError(what, where=self.where, mend=mend)

    def decision(self, item: object) -> Decision:
        if not isinstance(item, dict):
            raise self.error("a decision is one JSON object, in braces.", GUIDE)
        action = item.get("action")
        if not isinstance(action, str) or action not in _PROPERTIES:
            raise self.error(f"the action is {action!r}.", f"Use one of {', '.join(_PROPERTIES)}.")
        required, optional = _PROPERTIES[action]
        self.check_properties(item, ("action", *required), optional, f"{action} decision")
        contract = self.contract(item["table"])
        column = item.get("column", "")
        if column:
            self.check_column(contract, column)
        cells: tuple[Assertion, ...] = ()
        if action == "reject":
            self.span(item)
        elif action == "amend":
            cells = (self.assertion(contract, column, item, quoted=True),)
        else:
            cells = self.new_cells(contract, item["cells"])
        return Decision(self.number, self.where, action, contract.name, item.get("row", ""), column, cells)

    def check_properties(
        self, item: Mapping[str, object], required: tuple[str, ...], optional: tuple[str, ...], owner: str
    ) -> None:
        """The properties are those known, none is missing, and texts are texts that say something."""
        unknown = sorted(set(item) - {*required, *optional})
        if unknown:
            known = ", ".join((*required, *optional))
            raise self.error(f"unknown property {unknown[0]!r} of the {owner}.", f"Remove it; there are: {known}.")
        missing = [name for name in required if name not in item]
        if missing:
            raise self.error(f"the {owner} has no {missing[0]}.", f"Add {', '.join(missing)}. {GUIDE}")
        if "reads_as" in item and item["reads_as"] == item.get("quote"):
            raise self.error("reads_as repeats the quote.", "Give other words that mean the same, or leave it out.")
        for name in _TEXTS:
            value = item.get(name, "text")
            if not isinstance(value, str) or not value.strip():
                raise self.error(f"the {name} of the {owner} is no text: {value!r}.", "Write a text that says it.")

    def contract(self, table: str) -> TableContract:
        if table not in READ_TABLES:
            raise self.error(
                f"{table!r} is no table that is read from articles.",
                f"Use one of {', '.join(READ_TABLES)}. Places, forums and commodities are corrected in vocabulary/.",
            )
        return self.contracts[table]

    def check_column(self, contract: TableContract, column: str) -> Field:
        fields = {field.name: field for field in contract.fields if is_open(contract, field)}
        if column in fields:
            return fields[column]
        if column in contract.columns:
            what = f"{contract.name}.{column} is computed from other columns."
        else:
            what = f"{contract.name} has no column {column!r}."
        raise self.error(what, f"Decide about one of {', '.join(fields)}.")

    def new_cells(self, contract: TableContract, cells: object) -> tuple[Assertion, ...]:
        if not isinstance(cells, dict) or not cells:
            raise self.error("cells holds no cell.", f'Write {{column: {{"value": …, "quote": …}}}}. {GUIDE}')
        found = []
        for column in sorted(cells):
            item, owner = cells[column], f"cell {column}"
            field = self.check_column(contract, column)
            if not isinstance(item, dict):
                raise self.error(f"the {owner} is no JSON object.", f'Write {{"value": …, "quote": …}}. {GUIDE}')
            if field.origin is Origin.DERIVED:
                self.check_properties(item, ("value",), (), owner)
            else:
                self.check_properties(item, ("value", "quote"), ("occurrence", "reads_as"), owner)
            found.append(self.assertion(contract, column, item, quoted="quote" in item))
        return tuple(found)

    def assertion(self, contract: TableContract, column: str, item: Mapping[str, object], *, quoted: bool) -> Assertion:
        """The value, checked against the contract, with its span; what is derived has no evidence."""
        field = contract.field(column)
        value = self.value(contract, field, item["value"])
        start, end = self.span(item) if quoted else (-1, -1)
        if field.origin is Origin.DERIVED:
            return Assertion(column, value)
        return Assertion(column, value, start, end, str(item.get("reads_as", "")))

    def value(self, contract: TableContract, field: Field, value: object) -> Value:
        name = f"{contract.name}.{field.name}"
        if type(value) is not PYTHON_TYPES[field.type] or not isinstance(value, str | int | bool):
            raise self.error(
                f"{value!r} is no value for {name}, which is of type {field.type}.",
                f"Write a value such as {field.example!r}; to empty a cell, reject it.",
            )
        broken = [*violations(value, field.constraints)]
        if type(value) is int and value not in INTEGER_RANGE:
            broken.append("64 bits")
        if value == "" or broken:
            rule = broken[0] if broken else "required"
            listed = ", ".join(map(str, field.constraints.enum))
            allowed = f"Use one of {listed}." if listed else f"Write it like {field.example!r}."
            raise self.error(f"{value!r} breaks the contract of {name} ({rule}).", allowed)
        return value

    def span(self, item: Mapping[str, object]) -> tuple[int, int]:
        """Where the quote stands: start and end (exclusive), in code points."""
        quote, occurrence = str(item["quote"]), item.get("occurrence")
        starts = _starts(self.text, quote)
        shown = f"“{quote if len(quote) <= 60 else quote[:59] + '…'}”"
        if not starts:
            raise self.error(f"the quote {shown} does not stand in the article.", _nearly(self.text, quote))
        if occurrence is None:
            if len(starts) > 1:
                raise self.error(
                    f"the quote {shown} stands {len(starts)} times in the article.",
                    f"Quote more words, or say which one is meant: occurrence, from 1 to {len(starts)}.",
                )
            occurrence = 1
        if type(occurrence) is not int or not 1 <= occurrence <= len(starts):
            raise self.error(
                f"there is no occurrence {occurrence!r} of the quote {shown}.",
                f"Give a whole number from 1 to {len(starts)}.",
            )
        start = starts[occurrence - 1]
        return start, start + len(quote)


def is_open(contract: TableContract, field: Field) -> bool:
    """Whether a person can decide about a column: not about keys made from the row, nor about what else is computed."""
    own_key = contract.primary_key == (field.name,) and field.origin is Origin.DERIVED
    return not own_key and (contract.name, field.name) not in _COMPUTED


def _starts(text: str, quote: str) -> list[int]:
    found, at = [], text.find(quote)
    while at >= 0:
        found.append(at)
        at = text.find(quote, at + len(quote))
    return found


def _nearly(text: str, quote: str) -> str:
    """What to do about a quote that is not there: most often only spaces or invisible characters differ."""
    if _bare(quote) and _bare(quote) in _bare(text):
        return "Only spaces or invisible characters differ: copy the words from article.txt."
    return "Copy the words from article.txt, to the letter; slips of the article stay as they are."


def _bare(text: str) -> str:
    return "".join(letter for letter in text if letter.isprintable() and not letter.isspace())
