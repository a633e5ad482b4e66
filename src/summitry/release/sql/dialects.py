"""What differs between the databases: the names of types, and how a check or a comment is written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Dialect:
    """One kind of database.

    `types` names the column type for each type of Table Schema. `type_check` gives a condition that holds a column to its
    type where the database itself would not, `pattern` the condition that a column's whole text matches a pattern, or None
    where the database has no regular expressions. `table_options` stands behind a table's columns. `comments` says
    whether there is COMMENT ON; without it, comments stand in the statement that makes the table, which the database keeps.
    """

    name: str
    types: Mapping[str, str]
    type_check: Callable[[str, str], str | None]
    pattern: Callable[[str, str], str | None]
    table_options: str
    deferrable: bool
    comments: bool


def identifier(name: str) -> str:
    """A name as SQL writes it, whatever characters and reserved words it is made of."""
    return '"' + name.replace('"', '""') + '"'


def literal(value: str | int | float) -> str:
    """A number, or a text between quotes, as SQL writes it."""
    return "'" + value.replace("'", "''") + "'" if isinstance(value, str) else repr(value)


_COMMON: Final = {
    "string": "TEXT",
    "integer": "BIGINT",
    "number": "DOUBLE PRECISION",
    "boolean": "BOOLEAN",
    "date": "DATE",
}


def _no_check(_column: str, _type: str) -> str | None:
    return None


def _sqlite_check(column: str, type_: str) -> str | None:
    if type_ == "boolean":
        return f"{column} IN (0, 1)"
    # Only with a modifier does SQLite notice that a month has no such day.
    return f"{column} IS date({column}, '+0 days')" if type_ == "date" else None


def _no_pattern(_column: str, _pattern: str) -> str | None:
    return None


def _posix_pattern(column: str, pattern: str) -> str:
    return f"{column} ~ {literal(f'^(?:{pattern})$')}"


def _re2_pattern(column: str, pattern: str) -> str:
    return f"regexp_full_match({column}, {literal(pattern)})"


SQLITE: Final = Dialect(
    name="SQLite",
    # STRICT tables know these types alone; they hold every value to its column's.
    types={"string": "TEXT", "integer": "INTEGER", "number": "REAL", "boolean": "INTEGER", "date": "TEXT"},
    type_check=_sqlite_check,
    pattern=_no_pattern,  # REGEXP is a function that a client must bring: with it, no plain client could insert a row.
    table_options=" STRICT",
    deferrable=True,
    comments=False,
)
DUCKDB: Final = Dialect(
    name="DuckDB",
    types=_COMMON,
    type_check=_no_check,
    pattern=_re2_pattern,
    table_options="",
    deferrable=False,
    comments=True,
)
POSTGRESQL: Final = Dialect(
    name="PostgreSQL",
    types=_COMMON,
    type_check=_no_check,
    # Looser than the contract in one case: a dot matches a line break too.
    pattern=_posix_pattern,
    table_options="",
    deferrable=True,
    comments=True,
)
