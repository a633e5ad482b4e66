"""A claim: one fact with one span. Rules yield claims; tables.resolve makes rows of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from summitry.mentions.document import Mention

Value = str | int | bool


class Claim(NamedTuple):
    """One cell of one row, and the words that say so.

    `table` and `column` as in the schemas; `row` names the row within this article only (`agreements/0`), rows get their
    lasting keys when claims of all sources are resolved. `value` is the cell's value, or, in a column that links to
    another table, that row's name in this article (`summits/0`). `start` and `end` (exclusive) are offsets into the
    article, both -1 for a link or a derived value, which needs no evidence. `rule` is the rule that made the claim.
    `corrected_to` is the spelling the reader took the words for, where they hold a slip.
    """

    table: str
    row: str
    column: str
    value: Value
    start: int
    end: int
    rule: str
    corrected_to: str = ""


class Cell(NamedTuple):
    """A value with its span, before the rule puts it into a row."""

    value: Value
    start: int = -1
    end: int = -1
    corrected_to: str = ""


def cell(mention: Mention, value: Value | None = None) -> Cell:
    """The cell that a mention supports: its own value unless another is given."""
    return Cell(mention.value if value is None else value, mention.start, mention.end, mention.corrected_to)


def row_claims(table: str, row: str, rule: str, cells: Iterable[tuple[str, Cell]]) -> list[Claim]:
    """The claims of one row, one for each column given."""
    return [
        Claim(table, row, column, found.value, found.start, found.end, rule, found.corrected_to)
        for column, found in cells
    ]
