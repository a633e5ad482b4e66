"""Tables as files: CSV for people and validators, Parquet for programs, both the same to the byte at every run.

The CSV has one canonical form (RFC 4180 quoting only where needed, UTF-8 without a byte order mark, line feeds, rows
in the order of the key, one text for every value), and the reader takes no other. What a lenient reader would let
pass, digits of another script, a padded number, a second spelling of true, is an error with its line and column.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from summitry.errors import TableError
from summitry.tables.arrow import ARROW_TYPES, arrow_schema, conform
from summitry.tables.cells import Value, cell_text, parse_cell
from summitry.tables.contract import TableContract

_NEEDS_QUOTES = re.compile('[,"\r\n]')
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


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


@dataclass(frozen=True, slots=True)
class _Record:
    line: int
    cells: list[str]


# Writing


def csv_bytes(table: pa.Table, contract: TableContract) -> bytes:
    """The canonical CSV of a table. Raises TableError where the table does not have the contract's columns."""
    columns = [[cell_text(value) for value in column.to_pylist()] for column in conform(table, contract).columns]
    return _serialise(contract, zip(*columns, strict=True))


def _serialise(contract: TableContract, rows: Iterator[tuple[str, ...]]) -> bytes:
    """CSV by our own hand: which cells the standard writer quotes depends on the version of Python."""
    lines = [",".join(map(_quoted, row)) for row in chain([contract.columns], rows)]
    return "".join(f"{line}\n" if line else '""\n' for line in lines).encode("utf-8")


def _quoted(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"' if _NEEDS_QUOTES.search(cell) else cell


def parquet_bytes(table: pa.Table, contract: TableContract) -> bytes:
    """The Parquet file of a table, the same for one version of pyarrow on every machine."""
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
    """The typed table in the bytes of a CSV file, or None and every problem that keeps it from being one."""
    try:
        records = _records(data)
    except _UnreadableError as cause:
        return None, [cause.problem]
    problems = list(_header_problems(records, contract)) or list(_width_problems(records, contract))
    if problems:
        return None, problems
    columns = [_parse_column(records, position, contract, problems) for position in range(len(contract.fields))]
    problems.sort(key=lambda problem: problem.line)
    if not problems:
        problems += _form_problems(data, records, columns, contract)
    if problems:
        return None, problems
    arrays = [
        pa.array(values, type=ARROW_TYPES[field.type]) for values, field in zip(columns, contract.fields, strict=True)
    ]
    return pa.Table.from_arrays(arrays, schema=arrow_schema(contract)), []


class _UnreadableError(Exception):
    def __init__(self, problem: FileProblem) -> None:
        super().__init__(problem.what)
        self.problem = problem


def _read_bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as cause:
        raise TableError(f"the file cannot be read: {cause.strerror}.", where=str(path)) from cause


def _records(data: bytes) -> list[_Record]:
    """The records of a CSV file, header included, each with the line on which it begins."""
    if data.startswith(_BYTE_ORDER_MARK):
        raise _UnreadableError(
            FileProblem(1, None, "the file begins with a byte order mark.", "Save it as UTF-8 without one.")
        )
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as cause:
        line = data.count(b"\n", 0, cause.start) + 1
        raise _UnreadableError(
            FileProblem(line, None, "the line is not UTF-8 text.", "Save the file as UTF-8.")
        ) from cause
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    records: list[_Record] = []
    line = 1
    try:
        for cells in reader:
            records.append(_Record(line, cells))
            line = reader.line_num + 1
    except csv.Error as cause:
        raise _UnreadableError(
            FileProblem(line, None, f"the line is not CSV: {cause}.", "Check its quotes.")
        ) from cause
    return records


def _header_problems(records: Sequence[_Record], contract: TableContract) -> Iterator[FileProblem]:
    wanted = list(contract.columns)
    if not records:
        yield FileProblem(1, None, "the file is empty.", f"Its first line must be {','.join(wanted)}")
    elif records[0].cells != wanted:
        mend = f"It must be {','.join(wanted)}"
        yield FileProblem(1, None, f"the header is {','.join(records[0].cells)[:300]}", mend)


def _width_problems(records: Sequence[_Record], contract: TableContract) -> Iterator[FileProblem]:
    width = len(contract.fields)
    for record in records[1:]:
        if len(record.cells) != width:
            what = f"the row has {len(record.cells)} cells, and the table has {width} columns."
            yield FileProblem(record.line, None, what, "Quote a cell that holds a comma.")


def _parse_column(
    records: Sequence[_Record], position: int, contract: TableContract, problems: list[FileProblem]
) -> list[Value]:
    """The values of one column; what cannot be read is added to the problems."""
    field = contract.fields[position]
    values: list[Value] = []
    for record in records[1:]:
        try:
            value = parse_cell(record.cells[position], field.type)
        except ValueError as reason:
            problems.append(FileProblem(record.line, field.name, f"{reason}.", f"Write a canonical {field.type}."))
            continue
        if value is None and field.required:
            problems.append(
                FileProblem(record.line, field.name, "the cell is empty, and the column must have a value.")
            )
        values.append(value)
    return values


def _form_problems(
    data: bytes, records: Sequence[_Record], columns: Sequence[list[Value]], contract: TableContract
) -> Iterator[FileProblem]:
    """Whether the rows are in order, and whether writing the values again gives the same bytes."""
    places = [contract.columns.index(column) for column in contract.primary_key]
    keys = [
        [(value is not None, value) for value in key] for key in zip(*(columns[place] for place in places), strict=True)
    ]
    for number in range(1, len(keys)):
        if keys[number] < keys[number - 1]:
            mend = f"Sort the rows by {', '.join(contract.primary_key)}."
            yield FileProblem(records[number + 1].line, None, "the row stands before one with a smaller key.", mend)
            return
    again = _serialise(contract, (tuple(record.cells) for record in records[1:]))
    if again != data:
        line = _first_difference(data, again)
        mend = "Use plain line feeds, one at the end of each row, and quotes only around cells that need them."
        yield FileProblem(line, None, "the line is not written in the canonical form.", mend)


def _first_difference(data: bytes, again: bytes) -> int:
    pairs = zip(data.splitlines(keepends=True), again.splitlines(keepends=True), strict=False)
    same = 0
    for ours, theirs in pairs:
        if ours != theirs:
            break
        same += 1
    return same + 1


def read_parquet(path: Path, contract: TableContract) -> pa.Table:
    """The typed table in a Parquet file.

    Raises TableError where the file is no Parquet, or its columns, their types or which may be empty are not the
    contract's.
    """
    data = _read_bytes(path)
    try:
        table = pq.read_table(io.BytesIO(data))
    except (pa.ArrowException, OSError) as cause:
        raise TableError(f"the file is not Parquet: {cause}.", where=str(path)) from cause
    if not table.schema.equals(arrow_schema(contract), check_metadata=False):
        found = ", ".join(f"{field.name} {field.type}" for field in table.schema)
        raise TableError(
            f"its columns are not those of the contract: {found}.", where=str(path), mend="Build the data again."
        )
    return table
