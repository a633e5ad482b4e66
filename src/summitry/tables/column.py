"""A table as any Table Schema may describe it: its columns, what they demand, and its keys, as plain data.

This is what validation judges by, whoever wrote the schema; `table_schema` reads it from a descriptor. The narrower
contract of our own tables, with its texts, origins and examples, is `contract.TableContract`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Demands:
    """The constraints of one column, bounds and listed values as typed values; None and the empty tuple demand nothing.

    `pattern` is in the form that RE2 reads (`patterns.re2_form`), `declared_pattern` as the schema has it.
    """

    required: bool = False
    unique: bool = False
    enum: tuple[str, ...] | None = None  # the canonical texts of the listed values
    pattern: str | None = None
    declared_pattern: str | None = None
    minimum: Any = None
    maximum: Any = None
    exclusive_minimum: Any = None
    exclusive_maximum: Any = None
    min_length: int | None = None
    max_length: int | None = None

    @property
    def bounds(self) -> tuple[tuple[str, Any], ...]:
        """The bounds that are set, by their names in Table Schema."""
        named = (
            ("minimum", self.minimum),
            ("maximum", self.maximum),
            ("exclusiveMinimum", self.exclusive_minimum),
            ("exclusiveMaximum", self.exclusive_maximum),
        )
        return tuple((name, bound) for name, bound in named if bound is not None)

    @property
    def lengths(self) -> tuple[tuple[str, int], ...]:
        """The bounds of length that are set, by their names in Table Schema."""
        named = (("minLength", self.min_length), ("maxLength", self.max_length))
        return tuple((name, bound) for name, bound in named if bound is not None)


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, Table Schema type and format, how its values are spelt, and what it demands.

    `spelling` holds the properties that change how a value is written (`decimalChar`, `trueValues` …), where a schema
    sets them; `missing` the texts that mean that there is no value. `strict` columns are ours: a value has one text only.
    """

    name: str
    type: str = "string"
    format: str = "default"
    spelling: Mapping[str, Any] = field(default_factory=dict)
    missing: frozenset[str] = frozenset([""])
    demands: Demands = field(default_factory=Demands)
    strict: bool = False

    @property
    def is_plain(self) -> bool:
        """Whether its values are written as the type's default says."""
        return self.format == "default" and not self.spelling


@dataclass(frozen=True, slots=True)
class Reference:
    """Columns whose values must stand together in a row of a table; `table` is "" for the table itself."""

    columns: tuple[str, ...]
    table: str
    to: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TableSchema:
    """One table: its columns in order, its keys, what it refers to, and how its header is matched (`fieldsMatch`)."""

    name: str
    columns: tuple[Column, ...]
    primary_key: tuple[str, ...] = ()
    unique_keys: tuple[tuple[str, ...], ...] = ()
    references: tuple[Reference, ...] = ()
    match: str = "exact"

    def column(self, name: str) -> Column | None:
        """The column of a name, or None where there is none."""
        return next((column for column in self.columns if column.name == name), None)
