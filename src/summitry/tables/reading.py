"""A table's CSV file as its schema reads it: header, rows and every cell judged, with each fault's row and line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from summitry.tables.arrays import Indices
from summitry.tables.arrow import ARROW_TYPES
from summitry.tables.column import Column, TableSchema
from summitry.tables.csv_text import TextTable, differs_at, serialise
from summitry.tables.judging import Judgement, judge_column
from summitry.tables.matching import incomplete, out_of_order

UNREAD: Final = ("type", "form", "required")
"""The rules that keep a table from being read: what else is wrong, typed columns can hold."""


@dataclass(slots=True)
class TableReading:
    """What a file holds: its cells as texts, what is wrong with its header, and each column of the schema judged.

    A column that the file does not have is in no judgement.
    """

    schema: TableSchema
    text: TextTable
    header_faults: list[str] = field(default_factory=list)
    positions: dict[str, int] = field(default_factory=dict)
    judgements: dict[str, Judgement] = field(default_factory=dict)

    @property
    def rows(self) -> int:
        """How many rows the table has."""
        return int(self.text.cells.num_rows)

    @property
    def is_sound(self) -> bool:
        """Whether every cell has been read as a value of its column's type, in a file of the right shape."""
        return not (
            self.text.faults
            or self.header_faults
            or any(found.rule in UNREAD for judged in self.judgements.values() for found in judged.breaches)
        )

    def identities(self, names: Sequence[str]) -> list[pa.ChunkedArray] | None:
        """The canonical texts of some columns, or None where the file lacks one of them."""
        if not all(name in self.judgements for name in names):
            return None
        return [self.judgements[name].identity for name in names]

    def cell(self, index: int, name: str) -> str:
        """The text of one cell, as the file has it."""
        text: str = self.text.cells.column(self.positions[name])[index].as_py()
        return text

    def blank_rows(self) -> Indices:
        """The rows without any value."""
        columns = [judged.identity for judged in self.judgements.values()]
        return incomplete(columns) if columns else np.zeros(0, np.int64)

    def typed(self) -> pa.Table:
        """The table with typed columns. The reading must be sound, and of the types that Arrow tables are made of."""
        columns = [self.judgements[column.name].identity for column in self.schema.columns]
        arrays = [
            pc.cast(texts, ARROW_TYPES[column.type]) for texts, column in zip(columns, self.schema.columns, strict=True)
        ]
        return pa.Table.from_arrays(arrays, names=[column.name for column in self.schema.columns])

    def misplaced_row(self) -> int | None:
        """The first row that stands before one with a smaller key, or None where the rows are in the order of the key.

        Values of a type that tables of ours do not have are in the order of their texts.
        """
        columns = [self.schema.column(name) for name in self.schema.primary_key]
        keys = [
            pc.cast(self.judgements[column.name].identity, ARROW_TYPES.get(column.type, pa.string()))
            for column in columns
            if column
        ]
        return out_of_order(keys) if keys else None

    def odd_line(self, data: bytes) -> int | None:
        """The first line that is not in the canonical form of CSV, given the bytes of the file; None where all are."""
        position = differs_at(data, serialise(self.text.header, self.text.cells.columns))
        return None if position is None else data.count(b"\n", 0, position) + 1


def read_table(text: TextTable, schema: TableSchema) -> TableReading:
    """Judge each cell of a table by the schema; keys are for `matching` to look at."""
    reading = TableReading(schema, text)
    header = reading.text.header
    if not header:
        if not reading.text.faults and reading.text.encoding_fault is None:
            wanted = ",".join(column.name for column in schema.columns)
            reading.header_faults.append(f"the file is empty; its first line must be {wanted}.")
        return reading
    reading.header_faults += _header_faults(header, schema)
    reading.positions = _positions(header, schema)
    for column in schema.columns:
        if column.name in reading.positions:
            texts = reading.text.cells.column(reading.positions[column.name])
            reading.judgements[column.name] = judge_column(texts, column)
    return reading


def _positions(header: Sequence[str], schema: TableSchema) -> dict[str, int]:
    """Where each column of the schema stands in the file: by its place where the header must be exact, else by its name."""
    names = [column.name for column in schema.columns]
    if schema.match == "exact":
        return {name: place for place, name in enumerate(names)} if len(header) == len(names) else {}
    return {name: header.index(name) for name in names if name in header}


def _header_faults(header: Sequence[str], schema: TableSchema) -> Iterator[str]:
    names = [column.name for column in schema.columns]
    shown = ",".join(header)[:300]
    if schema.match == "exact":
        if list(header) != names:
            yield f"the header is {shown}, and must be {','.join(names)[:300]}."
        return
    if len(set(header)) < len(header):
        yield f"the header names a column twice: {shown}."
    lacking, strange = [name for name in names if name not in header], [name for name in header if name not in names]
    if schema.match in ("superset", "partial"):
        lacking = [name for name in lacking if _is_needed(schema, name)]
    if lacking:
        yield f"the header lacks {', '.join(lacking)[:300]}."
    if strange and schema.match in ("equal", "superset"):
        yield f"the header has columns that the schema does not: {', '.join(strange)[:300]}."
    if schema.match == "partial" and not set(names) & set(header):
        yield "the header has no column of the schema."


def _is_needed(schema: TableSchema, name: str) -> bool:
    column: Column | None = schema.column(name)
    return name in schema.primary_key or (column is not None and column.demands.required)
