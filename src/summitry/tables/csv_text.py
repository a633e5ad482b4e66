"""A CSV file as columns of texts: split into cells, nothing read into them yet.

A file whose rows all have the header's width is split by Arrow, a whole column at a time; whatever that parser cannot
vouch for (a ragged row, odd quotes, a lone carriage return) is split row by row, so that every fault has its line.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as arrow_csv

from summitry.tables.arrays import Indices, as_mask, flag, indices_array, text, text_bytes, where

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_LARGEST_CELL = 2**31 - 1
_BATCH = 65_536  # rows that the row-by-row reader holds as Python texts at a time
_MOST_FAULTS = 1_000  # that are kept; the rest are counted
_LINE_END: Final = re.compile("\r\n|\r|\n")
_NO_RECORD: Final[list[str]] = []  # told from a blank line by its identity


@dataclass(frozen=True, slots=True)
class Fault:
    """A row, or the whole file, that could not be split: its record (the header is 0), its line (from 1), and why."""

    row: int
    line: int
    what: str


@dataclass(slots=True)
class TextTable:
    """The cells of a CSV file as texts, none of them null, in columns that are named by their number.

    A row that has too few cells or too many is among the `faults`; it is filled up with empty cells, or cut. One that is no
    CSV is left out: `rows` has the number of each row that was kept (from 1), or is None where all were.
    """

    header: tuple[str, ...]
    cells: pa.Table
    encoding_fault: int | None = None  # the line that is not UTF-8, where there is one; the table then has no rows
    faults: list[Fault] = field(default_factory=list)
    more_faults: int = 0
    rows: Indices | None = None
    lines: Indices | None = None
    header_lines: int = 1
    has_quotes: bool = True  # without quotes no cell holds a line break

    def row(self, index: int) -> int:
        """The number of a row, from 1, given its index among the rows that were kept."""
        return index + 1 if self.rows is None else int(self.rows[index])

    def line(self, index: int) -> int:
        """The line on which a row begins; the header is line 1, and a line break within quotes counts."""
        if not self.has_quotes:
            return index + 2
        if self.lines is None:
            self.lines = _line_numbers(self.cells, self.header_lines)
        return int(self.lines[index])


def split_csv(data: bytes, delimiter: str = ",", quote: str = '"') -> TextTable:
    """The cells of a CSV file. What cannot be split is a fault of the table; a file that is not UTF-8 has no rows."""
    data = data.removeprefix(_BYTE_ORDER_MARK)
    return _split_at_once(data, delimiter, quote) or _split_by_row(data, delimiter, quote)


def serialise(header: Sequence[str], columns: Sequence[pa.Array | pa.ChunkedArray]) -> Iterator[memoryview | bytes]:
    """The canonical CSV of columns of texts, null being the empty cell, piece by piece.

    RFC 4180 with quotes only around cells that need them, and a line feed after every row; a row whose only cell is
    empty is written as two quotes, so that it can be told from no row.
    """
    head = ",".join(f'"{name.replace(chr(34), 2 * chr(34))}"' if _needs_quotes(name) else name for name in header)
    yield f"{head or chr(34) * 2}\n".encode()
    table = pa.Table.from_arrays([_quoted(column) for column in columns], names=[str(i) for i in range(len(columns))])
    for batch in table.to_batches(max_chunksize=_BATCH):
        joined = pc.binary_join_element_wise(*batch.columns, text(","), null_handling="replace", null_replacement="")
        if batch.num_columns == 1:
            joined = pc.if_else(pc.equal(joined, text("")), text('""'), joined)
        ends, content = text_bytes(pc.binary_join_element_wise(joined, text(""), text("\n")))
        yield memoryview(content)[ends[0] : ends[-1]]  # type: ignore[arg-type]  # numpy's arrays are buffers


def _needs_quotes(name: str) -> bool:
    return any(sign in name for sign in ',"\r\n')


def _quoted(column: pa.Array | pa.ChunkedArray) -> pa.Array | pa.ChunkedArray:
    odd = pc.match_substring_regex(column, '[,"\r\n]')
    if not pc.any(odd).as_py():
        return column
    mark = text('"')
    doubled = pc.binary_join_element_wise(mark, pc.replace_substring(column, '"', '""'), mark, text(""))
    return pc.if_else(pc.fill_null(odd, flag(False)), doubled, column)


def _split_at_once(data: bytes, delimiter: str, quote: str) -> TextTable | None:
    """All cells through Arrow's parser, or None where the table it would give might not be the one in the file."""
    end = data.find(b"\n") + 1 or len(data)
    head = data[:end]
    quotes = data.count(quote.encode())
    if data.startswith(_BYTE_ORDER_MARK, end):  # Arrow would take it for one of the file's, and drop it
        return None
    if not head.strip(b"\r\n") or quote.encode() in head or b"\r" in head.removesuffix(b"\r\n"):
        return None
    try:
        header = head.decode("utf-8").removesuffix("\n").removesuffix("\r").split(delimiter)
        cells = _parse(pa.py_buffer(data)[end:], len(header), delimiter, quote if quotes else "")
    except (UnicodeDecodeError, pa.ArrowInvalid):
        return None
    table = TextTable(tuple(header), cells, has_quotes=bool(quotes))
    if not quotes:
        # Without quotes every line end ends a row. Where there are carriage returns, some may be line ends by themselves; and
        # of a blank line Arrow makes a row of empty cells.
        line_ends = cells.num_rows if b"\r" not in data else _count_lines(data, end)
        return table if line_ends == cells.num_rows and not _has_blank_line(data, end, cells) else None
    return table if quote == '"' and delimiter == "," and _is_canonical(data, end, table) else None


def _count_lines(data: bytes, start: int) -> int:
    return data.count(b"\n", start) + (start < len(data) and not data.endswith(b"\n"))


def _has_blank_line(data: bytes, start: int, cells: pa.Table) -> bool:
    if not pc.any(pc.equal(cells.column(0), text(""))).as_py():
        return False
    return data.startswith((b"\n", b"\r\n"), start) or b"\n\n" in data or b"\n\r\n" in data


def _parse(data: pa.Buffer, width: int, delimiter: str, quote: str) -> pa.Table:
    names = [str(number) for number in range(width)]
    if not data.size:
        return pa.Table.from_arrays([pa.nulls(0, pa.string())] * width, names)
    return arrow_csv.read_csv(
        pa.BufferReader(data),
        read_options=arrow_csv.ReadOptions(column_names=names, block_size=1 << 22, use_threads=False),
        parse_options=arrow_csv.ParseOptions(
            delimiter=delimiter,
            quote_char=quote or False,
            newlines_in_values=bool(quote),
            ignore_empty_lines=False,
        ),
        convert_options=arrow_csv.ConvertOptions(
            column_types=dict.fromkeys(names, pa.string()), strings_can_be_null=False, check_utf8=True
        ),
    )


def _is_canonical(data: bytes, start: int, table: TextTable) -> bool:
    """Whether the cells, written again, give the same bytes: then they are the ones that any reader finds in the file."""
    pieces = serialise(table.header, table.cells.columns)
    next(pieces)
    return differs_at(data, pieces, start) is None


def differs_at(data: bytes, pieces: Iterator[memoryview | bytes], start: int = 0) -> int | None:
    """The first position, from `start` on, at which the bytes and the joined pieces differ, or None."""
    view, position = memoryview(data), start
    for piece in pieces:
        here = view[position : position + len(piece)]
        ours, theirs = np.frombuffer(here, np.uint8), np.frombuffer(piece, np.uint8)
        if not np.array_equal(ours, theirs):
            unlike = np.flatnonzero(ours != theirs[: len(ours)])
            return position + (int(unlike[0]) if len(unlike) else len(ours))
        position += len(piece)
    return None if position == len(data) else position


def _line_numbers(cells: pa.Table, header_lines: int) -> Indices:
    breaks = np.ones(cells.num_rows, np.int64)
    for column in cells.combine_chunks().columns:
        odd = where(as_mask(pc.match_substring_regex(column, "[\r\n]")))
        texts = column.take(indices_array(odd)).to_pylist()
        breaks[odd] += np.array([len(_LINE_END.findall(cell)) for cell in texts], np.int64)
    return np.concatenate(([0], np.cumsum(breaks)[:-1])) + header_lines + 1


class _RowReader:
    """The row-by-row reader: collects columns in batches, and what is wrong with single rows."""

    def __init__(self, content: str, delimiter: str, quote: str) -> None:
        csv.field_size_limit(_LARGEST_CELL)
        self._records = csv.reader(io.StringIO(content, newline=""), delimiter=delimiter, quotechar=quote, strict=True)
        self.header: list[str] = []
        self._kept: list[list[str]] = []
        self._batches: list[pa.RecordBatch] = []
        self._rows: list[int] = []
        self._lines: list[int] = []
        self._faults: list[Fault] = []
        self._more = 0

    def read(self) -> TextTable:
        self.header = self._next(0, 1) or []
        header_lines = self._records.line_num
        number, line = 1, header_lines + 1
        while (record := self._next(number, line)) is not None:
            if record is not _NO_RECORD:
                self._take(number, line, record)
            number, line = number + 1, self._records.line_num + 1
        self._flush()
        cells = pa.Table.from_batches(self._batches, self._schema)
        rows = np.array(self._rows, np.int64) if len(self._rows) < number - 1 else None
        return TextTable(
            tuple(self.header),
            cells,
            None,
            self._faults,
            self._more,
            rows,
            np.array(self._lines, np.int64),
            header_lines,
        )

    def _next(self, number: int, line: int) -> list[str] | None:
        """The next record, none where it could not be split, or None at the end of the file."""
        try:
            return next(self._records, None)
        except csv.Error as cause:
            self._blame(number, line, f"the line is not CSV: {cause}.")
            return _NO_RECORD

    def _take(self, number: int, line: int, record: list[str]) -> None:
        width = len(self.header)
        if len(record) != width:
            what = f"the row has {len(record)} cells, and the header names {width} columns."
            self._blame(number, line, what)
            record = [*record[:width], *[""] * (width - len(record))]
        self._kept.append(record)
        self._rows.append(number)
        self._lines.append(line)
        if len(self._kept) == _BATCH:
            self._flush()

    def _blame(self, row: int, line: int, what: str) -> None:
        if len(self._faults) < _MOST_FAULTS:
            self._faults.append(Fault(row, line, what))
        else:
            self._more += 1

    @cached_property
    def _schema(self) -> pa.Schema:
        return pa.schema([(str(number), pa.string()) for number in range(len(self.header))])

    def _flush(self) -> None:
        columns: Any = zip(*self._kept, strict=True) if self._kept else [[] for _ in self.header]
        arrays = [pa.array(column, pa.string()) for column in columns]
        self._batches.append(pa.RecordBatch.from_arrays(arrays, schema=self._schema))
        self._kept = []


def _split_by_row(data: bytes, delimiter: str, quote: str) -> TextTable:
    try:
        content = data.decode("utf-8")
    except UnicodeDecodeError as cause:
        line = data.count(b"\n", 0, cause.start) + 1
        return TextTable((), pa.Table.from_arrays([], names=[]), line)
    return _RowReader(content, delimiter, quote).read()
