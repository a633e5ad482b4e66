"""Typed tables: the Arrow schema of a contract, and Arrow tables made from rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Final

import pyarrow as pa
import pyarrow.compute as pc

from summitry.errors import TableError
from summitry.tables.arrays import texts_array
from summitry.tables.cells import INTEGER_RANGE, PYTHON_TYPES, Value, cell_text
from summitry.tables.contract import Field, TableContract

ARROW_TYPES: Final[dict[str, pa.DataType]] = {
    "string": pa.string(),
    "integer": pa.int64(),
    "number": pa.float64(),
    "boolean": pa.bool_(),
    "date": pa.date32(),
}


def arrow_schema(contract: TableContract) -> pa.Schema:
    """The Arrow schema of a table: types, which columns may be empty, and the texts and origins as metadata."""
    metadata = _texts(contract)
    return pa.schema([_arrow_field(field) for field in contract.fields], metadata=metadata)


def _arrow_field(field: Field) -> pa.Field:
    metadata = {**_texts(field), "origin": str(field.origin)}
    return pa.field(field.name, ARROW_TYPES[field.type], nullable=not field.required, metadata=metadata)


def _texts(described: Field | TableContract) -> dict[str | bytes, str | bytes]:
    return {
        "title": described.title,
        "title_ar": described.title_ar,
        "description": described.description,
        "description_ar": described.description_ar,
    }


def table_from_rows(contract: TableContract, rows: Sequence[Mapping[str, object]]) -> pa.Table:
    """A typed table with the rows in the order of their key. A row may leave out a column that may be empty.

    Types and required columns are checked here; patterns, enumerations and keys are the validator's to check.
    Raises TableError for a column that the table does not have, a value of another type (dates are `datetime.date`), an
    empty text (an empty cell is None), or a required cell that is empty.
    """
    known = set(contract.columns)
    for row in rows:
        if not row.keys() <= known:
            strange = ", ".join(sorted(str(name) for name in row.keys() - known))
            raise TableError(
                f"there is no column {strange}.",
                where=f"table {contract.name}",
                mend=f"Its columns are {', '.join(known)}.",
            )
    ordered = sorted(rows, key=lambda row: _sort_key(contract, row))
    schema = arrow_schema(contract)
    arrays = [
        pa.array([_checked(contract, field, row) for row in ordered], type=ARROW_TYPES[field.type])
        for field in contract.fields
    ]
    return pa.Table.from_arrays(arrays, schema=schema)


def _sort_key(contract: TableContract, row: Mapping[str, object]) -> list[tuple[bool, object]]:
    """Sorts rows by their key, an empty part first; unlike values of a wrong type are left to `_checked`."""
    values = (_checked(contract, contract.field(column), row) for column in contract.primary_key)
    return [(value is not None, value) for value in values]


def _checked(contract: TableContract, field: Field, row: Mapping[str, object]) -> Value:
    value = row.get(field.name)
    if value is None:
        if field.required:
            raise _cell_error(
                contract, field, row, "the cell is empty, and the column must have a value.", "Give it one."
            )
        return None
    expected = PYTHON_TYPES[field.type]
    fits = (
        isinstance(value, expected)
        and not isinstance(value, datetime)
        and (expected is bool or type(value) is not bool)
    )
    if not fits or (type(value) is int and value not in INTEGER_RANGE):
        what = f"{str(value)[:80]!r} is of type {type(value).__name__}, and the column holds {field.type} values."
        raise _cell_error(contract, field, row, what, f"Pass a {expected.__name__}.")
    if isinstance(value, str):
        _refuse_unwritable(contract, field, row, value)
    assert isinstance(value, str | int | float | bool | date)
    return value


def _refuse_unwritable(contract: TableContract, field: Field, row: Mapping[str, object], text: str) -> None:
    if not text:
        raise _cell_error(contract, field, row, "the text is empty.", "Pass None for an empty cell.")
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as cause:
        raise _cell_error(contract, field, row, "the text holds half a character (a lone surrogate).", "") from cause


def _cell_error(contract: TableContract, field: Field, row: Mapping[str, object], what: str, mend: str) -> TableError:
    key = "/".join(str(row.get(column)) for column in contract.primary_key)
    return TableError(what, where=f"table {contract.name}, row {key}, column {field.name}", mend=mend)


def conform(table: pa.Table, contract: TableContract) -> pa.Table:
    """The same rows with exactly the contract's schema and in the order of the key: what is written to files.

    Raises TableError where names, order or types of the columns differ, or a required cell is empty.
    """
    schema = arrow_schema(contract)
    if table.schema.names != schema.names or table.schema.types != schema.types:
        found = ", ".join(f"{field.name} {field.type}" for field in table.schema)
        wanted = ", ".join(f"{field.name} {field.type}" for field in schema)
        raise TableError(
            f"the columns are {found}.",
            where=f"table {contract.name}",
            mend=f"The contract wants {wanted}, in this order.",
        )
    for field in contract.fields:
        if field.required and table[field.name].null_count:
            raise TableError("a required cell is empty.", where=f"table {contract.name}, column {field.name}")
    keys = [(column, "ascending", "at_start") for column in contract.primary_key]
    return table.sort_by(keys).cast(schema).combine_chunks()


def text_column(column: pa.ChunkedArray) -> pa.ChunkedArray:
    """The canonical texts of a typed column, null for an empty cell: `cells.cell_text`, a whole column at a time."""
    if pa.types.is_string(column.type):
        return column
    if not pa.types.is_floating(column.type):
        return pc.cast(column, pa.string())
    coded = pc.dictionary_encode(column).combine_chunks()
    texts = texts_array([cell_text(value) for value in coded.dictionary.to_pylist()])
    return pa.chunked_array([texts.take(coded.indices)], pa.string())
