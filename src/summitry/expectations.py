"""How many rows each table is expected to have: a guard against a rule, or a slip in a list, that silently loses them.

`vocabulary/expected_rows.csv` has the numbers as they were when somebody last looked. Fewer rows are an error; many
more, which a rule that reads too much would give, are worth a look.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from summitry.errors import VocabularyError
from summitry.lexicon.vocabulary import read_rows
from summitry.tables.cells import parse_cell
from summitry.tables.contract import TABLES

FILE = "expected_rows.csv"
MANY_MORE = 50
"""A table may have this many rows more than expected, or as many again as expected, whichever is more."""


@dataclass(frozen=True, slots=True)
class Surprise:
    """A table whose number of rows is not what was expected. `fewer` is an error, the other way round a warning."""

    table: str
    expected: int
    found: int

    @property
    def fewer(self) -> bool:
        """Whether rows are missing."""
        return self.found < self.expected

    @property
    def what(self) -> str:
        """One sentence about it."""
        return f"{self.table} has {self.found:,} rows, and {self.expected:,} were expected."

    @property
    def mend(self) -> str:
        """What to do about it."""
        lower = f"set its number in vocabulary/{FILE} to {self.found}"
        if self.fewer:
            return f"Find out which rows are gone; where that is meant, {lower}."
        return f"Look through the new rows; where they are right, {lower}."


def surprises(rows: Mapping[str, int], expected: Mapping[str, int]) -> Iterator[Surprise]:
    """The tables that have fewer rows than expected, or many more; `rows` is the number of rows of each table."""
    for table, count in expected.items():
        found = rows.get(table, 0)
        if found < count or found > count + max(count, MANY_MORE):
            yield Surprise(table, count, found)


def read_expected_rows(vocabulary_folder: Path) -> dict[str, int]:
    """The expected number of rows of every table.

    Raises VocabularyError where the file is missing, lacks a table or has one twice, or a number is none.
    """
    path = vocabulary_folder / FILE
    expected: dict[str, int] = {}
    for line, row in enumerate(read_rows(path), start=2):
        table = row.get("table", "")
        try:
            count = parse_cell(row.get("rows", ""), "integer")
        except ValueError as error:
            raise VocabularyError(f"{error}.", where=f"{path}:{line}", mend="Write the number of rows.") from error
        if table not in TABLES or table in expected or not isinstance(count, int) or count < 0:
            raise VocabularyError(
                f"{table!r} with {count} rows is no line of this list.",
                where=f"{path}:{line}",
                mend="Give each table of the package once, with the number of its rows.",
            )
        expected[table] = count
    missing = [table for table in TABLES if table not in expected]
    if missing:
        raise VocabularyError(f"The table {missing[0]} is missing.", where=str(path), mend="Add a line for it.")
    return expected


def write_expected_rows(vocabulary_folder: Path, rows: Mapping[str, int]) -> None:
    """Write the numbers of rows as those to expect from now on."""
    lines = ["table,rows", *(f"{table},{rows[table]}" for table in sorted(TABLES))]
    (vocabulary_folder / FILE).write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
