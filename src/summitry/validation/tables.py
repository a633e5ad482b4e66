"""The layers of the tables: types and constraints, keys within and across them, and whether Parquet equals CSV."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pyarrow as pa

from summitry.errors import SummitryError
from summitry.tables.arrays import Indices
from summitry.tables.arrow import arrow_schema
from summitry.tables.column import Reference
from summitry.tables.digest import texts_digest
from summitry.tables.files import read_parquet
from summitry.tables.judging import explain
from summitry.tables.matching import dangling, incomplete, repeated
from summitry.tables.reading import TableReading, read_table
from summitry.validation import checks
from summitry.validation.findings import Check, Finding, More, Place
from summitry.validation.subject import Subject

KEPT = 1_000
"""How many findings of one kind in one column are kept; further ones are counted."""

_CHECKS: Mapping[str, Check] = {"type": checks.TYPE, "form": checks.CSV_FORM}


def check_tables(subject: Subject) -> Iterator[Finding | More]:
    """Read every table into the subject; everything that is wrong with a table by itself."""
    for name, schema in subject.table_schemas.items():
        if name not in subject.texts:
            continue
        reading = subject.readings[name] = read_table(subject.texts[name], schema)
        found = list(_check_reading(subject, reading))
        yield from sorted(found, key=_by_line)
        if subject.is_ours and not found:
            yield from _check_form(subject, reading)
        yield from _check_stated(subject, reading)


def _by_line(found: Finding | More) -> float:
    return float("inf") if isinstance(found, More) else found.place.line or 0


def _check_reading(subject: Subject, reading: TableReading) -> Iterator[Finding | More]:
    name = reading.schema.name
    file = subject.file(name)
    for what in reading.header_faults:
        yield checks.TABLE_SHAPE.found(Place(file, line=1), what, mend="Name the columns as the schema does.")
    for fault in reading.text.faults:
        mend = (
            "Give each row a cell for every column; quote a cell that holds a comma or a quote, and double its quotes."
        )
        yield checks.TABLE_SHAPE.found(Place(file, fault.row or None, fault.line), fault.what, mend=mend)
    if reading.text.more_faults:
        yield More(checks.TABLE_SHAPE, reading.text.more_faults)
    yield from _each(reading.blank_rows(), checks.TABLE_SHAPE, lambda index: _blank(subject, name, index))
    for column in reading.schema.columns:
        for breaches in reading.judgements[column.name].breaches if column.name in reading.judgements else ():
            check = _CHECKS.get(breaches.rule, checks.CONSTRAINT)
            yield from _each(breaches.rows, check, _cell_finding(subject, reading, column.name, breaches.rule))
        if column.demands.unique:
            yield from _check_key(subject, reading, (column.name,), checks.CONSTRAINT)
    if reading.schema.primary_key:
        yield from _check_complete(subject, reading)
    for key in dict.fromkeys((reading.schema.primary_key, *reading.schema.unique_keys)):
        yield from _check_key(subject, reading, key, checks.KEY)


def _each(rows: Indices, check: Check, found: Callable[[int], Finding]) -> Iterator[Finding | More]:
    """A finding for each row, and the number of those that are too many to keep."""
    for index in rows[:KEPT]:
        yield found(int(index))
    if len(rows) > KEPT:
        yield More(check, len(rows) - KEPT)


def _blank(subject: Subject, name: str, index: int) -> Finding:
    return checks.TABLE_SHAPE.found(subject.at(name, index), "the row has no value at all.", mend="Remove the row.")


def _cell_finding(subject: Subject, reading: TableReading, name: str, rule: str) -> Callable[[int], Finding]:
    column = reading.schema.column(name)
    assert column is not None
    check = _CHECKS.get(rule, checks.CONSTRAINT)
    kind = column.type if column.format == "default" else f"{column.type}, in the format {column.format}"
    mends = {"type": f"Write a value of the type {kind}.", "form": f"Write a canonical {column.type}."}

    def found(index: int) -> Finding:
        text = reading.cell(index, name)
        what = explain(column, rule, text)
        return check.found(subject.at(reading.schema.name, index, name), what, value=text, mend=mends.get(rule, ""))

    return found


def _check_complete(subject: Subject, reading: TableReading) -> Iterator[Finding | More]:
    """Rows without any part of their key; where a part is required they are reported for that."""
    key = reading.schema.primary_key
    columns = reading.identities(key)
    if columns is None or any(column.demands.required for column in reading.schema.columns if column.name in key):
        return

    def found(index: int) -> Finding:
        return checks.KEY.found(subject.at(reading.schema.name, index, key[0]), "the row has no key.")

    yield from _each(incomplete(columns), checks.KEY, found)


def _check_key(subject: Subject, reading: TableReading, key: tuple[str, ...], check: Check) -> Iterator[Finding | More]:
    columns = reading.identities(key)
    if not key or columns is None:
        return
    doublets = repeated(columns)
    earlier = dict(zip(doublets.rows[:KEPT].tolist(), doublets.first[:KEPT].tolist(), strict=True))

    def found(index: int) -> Finding:
        text = _joined(columns, index)
        noun = "key" if check is checks.KEY else "value"
        what = f"the {noun} {text[:200]} stands in row {reading.text.row(earlier[index])} already."
        return check.found(subject.at(reading.schema.name, index, key[0]), what, value=text)

    yield from _each(doublets.rows, check, found)


def _joined(columns: list[pa.ChunkedArray], index: int) -> str:
    return "/".join(column[index].as_py() or "" for column in columns)


def _check_form(subject: Subject, reading: TableReading) -> Iterator[Finding]:
    """What our own tables are held to beyond CSV: the order of the key, and one way to write each byte."""
    name = reading.schema.name
    row = reading.misplaced_row()
    if row is not None:
        mend = f"Sort the rows by {', '.join(reading.schema.primary_key)}."
        yield checks.CSV_FORM.found(subject.at(name, row), "the row stands before one with a smaller key.", mend=mend)
        return
    line = reading.odd_line(subject.files[name].read_bytes())
    if line is not None:
        mend = "Use plain line feeds, one at the end of each row, and quotes only around cells that need them."
        yield checks.CSV_FORM.found(
            Place(subject.file(name), line=line), "the line is not written in the canonical form.", mend=mend
        )


def _check_stated(subject: Subject, reading: TableReading) -> Iterator[Finding]:
    """Rows, digest and Parquet against what the descriptor says."""
    name = reading.schema.name
    stated = subject.resource(name)
    place = Place(subject.file(name))
    if "rows" in stated and stated["rows"] != reading.rows:
        yield checks.ROWS.found(place, f"the table has {reading.rows} rows, not {stated['rows']}.", value=reading.rows)
    columns = reading.identities([column.name for column in reading.schema.columns])
    if columns is None or not reading.is_sound:
        return
    if "contentDigest" in stated:
        header = [(column.name, column.type) for column in reading.schema.columns]
        if stated["contentDigest"] != texts_digest(header, columns):
            yield checks.DIGEST.found(place, "the content is not the one that the package was made with.")
    if name in subject.contracts:
        subject.tables[name] = reading.typed().cast(arrow_schema(subject.contracts[name]))
        yield from _check_parquet(subject, stated, name)


def _check_parquet(subject: Subject, stated: Mapping[str, Any], name: str) -> Iterator[Finding]:
    parquet = stated.get("parquet")
    if not isinstance(parquet, Mapping) or not isinstance(parquet.get("path"), str):
        return
    place = Place(parquet["path"])
    try:
        same = read_parquet(subject.folder / parquet["path"], subject.contracts[name]).equals(subject.tables[name])
    except SummitryError as error:
        yield checks.PARQUET.found(place, error.what, mend=error.mend)
        return
    if not same:
        yield checks.PARQUET.found(place, f"the rows are not those of data/{name}.csv.")


def check_foreign_keys(subject: Subject) -> Iterator[Finding | More]:
    """References of every table to rows of others, or of its own."""
    for reading in subject.readings.values():
        for reference in reading.schema.references:
            yield from _check_reference(subject, reading, reference)


def _check_reference(subject: Subject, reading: TableReading, reference: Reference) -> Iterator[Finding | More]:
    name = reading.schema.name
    target = subject.readings.get(reference.table or name)
    columns = reading.identities(reference.columns)
    others = target.identities(reference.to) if target else None
    if columns is None or others is None:
        return

    def found(index: int) -> Finding:
        text = _joined(columns, index)
        what = f"there is no {text[:200]} in {reference.table or name}."
        return checks.FOREIGN_KEY.found(subject.at(name, index, reference.columns[0]), what, value=text)

    yield from _each(dangling(columns, others), checks.FOREIGN_KEY, found)
