"""Tables as files: CSV for people and validators, Parquet for programs, both the same to the byte at every run.

The CSV has one canonical form (RFC 4180 quoting only where needed, UTF-8 without a byte order mark, line feeds, rows
in the order of the key, one text for every value), and the reader takes no other. What a lenient reader would let
pass, digits of another script, a padded number, a second spelling of true, is an error with its line and column.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pyarrow as pa

from summitry.errors import TableError
from summitry.tables.arrow import arrow_schema, conform, text_column
from summitry.tables.contract import TableContract
from summitry.tables.csv_text import serialise, split_csv
from summitry.tables.judging import explain
from summitry.tables.reading import UNREAD, TableReading, read_table
from summitry.tables.table_schema import read_table_schema

_BYTE_ORDER_MARK: Final = b"\xef\xbb\xbf"
_MOST_PROBLEMS: Final = 1_000  # of one kind in one column that are told


@dataclass(frozen=True, slots=True)
class FileProblem:
    """One thing wrong in a CSV file: its line (the header is line 1), the column of a faulty cell, what, the mend."""

    line: int
    column: str | None
    what: str
    mend: str = ""

    @property
    def where(self) -> str:
        """The place as a person reads it."""
        return f"line {self.line}" + (f", column {self.column}" if self.column else "")


# Writing


def csv_bytes(table: pa.Table, contract: TableContract) -> bytes:
    """The canonical CSV of a table. Raises TableError where it does not have the contract's columns, or an infinite number."""
    try:
        columns = [text_column(column) for column in conform(table, contract).columns]
    except ValueError as cause:
        raise TableError(f"a cell cannot be written: {cause}.", where=f"table {contract.name}") from cause
    return b"".join(serialise(contract.columns, columns))


def parquet_bytes(table: pa.Table, contract: TableContract) -> bytes:
    """The Parquet file of a table, the same for one version of pyarrow on every machine."""
    import pyarrow.parquet as pq

    sink = io.BytesIO()
    pq.write_table(
        conform(table, contract),
        sink,
        compression="zstd",
        compression_level=9,
        version="2.6",
        data_page_version="1.0",
        row_group_size=65536,
    )
    return sink.getvalue()


def write_csv(table: pa.Table, contract: TableContract, path: Path) -> None:
    """Write the table as canonical CSV. Raises TableError where it does not have the contract's columns."""
    path.write_bytes(csv_bytes(table, contract))


def write_parquet(table: pa.Table, contract: TableContract, path: Path) -> None:
    """Write the table as Parquet. Raises TableError where it does not have the contract's columns."""
    path.write_bytes(parquet_bytes(table, contract))


# Reading


def read_csv(path: Path, contract: TableContract) -> pa.Table:
    """The typed table in a CSV file. Raises TableError, with line and column, for anything but the canonical form."""
    table, problems = parse_csv(_read_bytes(path), contract)
    if table is None:
        more = f" ({len(problems) - 1} more problems follow.)" if len(problems) > 1 else ""
        first = problems[0]
        raise TableError(first.what, where=f"{path}, {first.where}", mend=f"{first.mend}{more}".strip())
    return table


def parse_csv(data: bytes, contract: TableContract) -> tuple[pa.Table | None, list[FileProblem]]:
    """The typed table in the bytes of a CSV file, or None and the problems that keep it from being one."""
    if data.startswith(_BYTE_ORDER_MARK):
        return None, [FileProblem(1, None, "the file begins with a byte order mark.", "Save it as UTF-8 without one.")]
    schema, _ = read_table_schema(contract.name, contract.descriptor, {}, strict=True)
    assert schema is not None  # a contract has fields
    reading = read_table(split_csv(data), schema)
    problems = list(_shape_problems(reading)) or sorted(_cell_problems(reading), key=lambda problem: problem.line)
    problems = problems or list(_form_problems(reading, data))
    if problems:
        return None, problems
    return reading.typed().cast(arrow_schema(contract)), []


def _shape_problems(reading: TableReading) -> Iterator[FileProblem]:
    if reading.text.encoding_fault is not None:
        yield FileProblem(reading.text.encoding_fault, None, "the line is not UTF-8 text.", "Save the file as UTF-8.")
        return
    for what in reading.header_faults:
        wanted = ",".join(column.name for column in reading.schema.columns)
        yield FileProblem(1, None, what, f"It must be {wanted}")
    for fault in reading.text.faults:
        yield FileProblem(fault.line, None, fault.what, "Quote a cell that holds a comma or a quote.")


def _cell_problems(reading: TableReading) -> Iterator[FileProblem]:
    """Cells that hold no value of their type, or hold it in another form, or none where there must be one."""
    for column in reading.schema.columns:
        for breaches in reading.judgements[column.name].breaches:
            mend = "" if breaches.rule == "required" else f"Write a canonical {column.type}."
            for index in breaches.rows[:_MOST_PROBLEMS] if breaches.rule in UNREAD else ():
                what = explain(column, breaches.rule, reading.cell(int(index), column.name))
                yield FileProblem(reading.text.line(int(index)), column.name, what, mend)


def _form_problems(reading: TableReading, data: bytes) -> Iterator[FileProblem]:
    """Whether the rows are in order, and whether writing the values again gives the same bytes."""
    row, line = reading.misplaced_row(), None
    if row is not None:
        mend = f"Sort the rows by {', '.join(reading.schema.primary_key)}."
        yield FileProblem(reading.text.line(row), None, "the row stands before one with a smaller key.", mend)
    else:
        line = reading.odd_line(data)
    if line is not None:
        mend = "Use plain line feeds, one at the end of each row, and quotes only around cells that need them."
        yield FileProblem(line, None, "the line is not written in the canonical form.", mend)


def _read_bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as cause:
        raise TableError(f"the file cannot be read: {cause.strerror}.", where=str(path)) from cause


def read_parquet(path: Path, contract: TableContract) -> pa.Table:
    """The typed table in a Parquet file.

    Raises TableError where the file is no Parquet, or its columns, their types or which may be empty are not the
    contract's.
    """
    import pyarrow.parquet as pq

    data = _read_bytes(path)
    try:
        # On this thread alone: threads of pyarrow that outlive the reading now and then abort a process that ends soon after.
        with pq.ParquetFile(pa.BufferReader(data), pre_buffer=False) as file:
            table = file.read(use_threads=False)
    except (pa.ArrowException, OSError) as cause:
        raise TableError(f"the file is not Parquet: {cause}.", where=str(path)) from cause
    if not table.schema.equals(arrow_schema(contract), check_metadata=False):
        found = ", ".join(f"{field.name} {field.type}" for field in table.schema)
        raise TableError(
            f"its columns are not those of the contract: {found}.", where=str(path), mend="Build the data again."
        )
    return table
