"""The layers of the tables: types and constraints, keys within and across them, and whether Parquet equals CSV."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

import pandera.pandas as pandera

from summitry.errors import SummitryError
from summitry.tables.contract import TableContract
from summitry.tables.digest import content_digest
from summitry.tables.files import parse_csv, read_parquet
from summitry.tables.frames import frame_from_table
from summitry.tables.pandera_schema import pandera_schema
from summitry.validation import checks
from summitry.validation.findings import Finding, Place
from summitry.validation.subject import Subject


def check_tables(subject: Subject) -> Iterator[Finding]:
    """Read every table into the subject; everything that is wrong with a table by itself."""
    for name, contract in subject.contracts.items():
        if name in subject.files:
            yield from _read(subject, contract)
    for name, contract in subject.contracts.items():
        if name in subject.tables:
            yield from _check_constraints(subject, contract)
            yield from _check_stated(subject, contract)
            yield from _check_key(subject, contract)


def _read(subject: Subject, contract: TableContract) -> Iterator[Finding]:
    file = subject.files[contract.name]
    name = file.relative_to(subject.folder).as_posix()
    # The order of rows is ours alone; elsewhere they stand as they stand.
    table, problems = parse_csv(file.read_bytes(), contract if subject.is_ours else replace(contract, primary_key=()))
    for problem in problems:
        row = problem.line - 1 or None
        yield checks.CSV_FORM.found(Place(name, row, problem.line, problem.column), problem.what, mend=problem.mend)
    if table is not None:
        subject.tables[contract.name] = table
        subject.rows[contract.name] = table.to_pylist()


def _check_constraints(subject: Subject, contract: TableContract) -> Iterator[Finding]:
    """What pandera says of the table's frame, all failures at once."""
    try:
        pandera_schema(contract).validate(frame_from_table(subject.tables[contract.name], contract), lazy=True)
    except pandera.errors.SchemaErrors as errors:
        for failure in errors.failure_cases.to_dict("records"):
            if failure["check"] == "multiple_fields_uniqueness":
                continue  # the key, which has a check of its own
            index, column = failure["index"], failure["column"]
            row = 0 if index is None else int(index)
            what = f"the value breaks the column's {failure['check']}."
            yield checks.CONSTRAINT.found(subject.at(contract.name, row, column), what, value=failure["failure_case"])


def _check_stated(subject: Subject, contract: TableContract) -> Iterator[Finding]:
    """Rows, digest and Parquet against what the descriptor says."""
    stated = next(item for item in subject.descriptor["resources"] if item.get("name") == contract.name)
    table = subject.tables[contract.name]
    place = Place(subject.files[contract.name].relative_to(subject.folder).as_posix())
    if "rows" in stated and stated["rows"] != table.num_rows:
        yield checks.ROWS.found(
            place, f"the table has {table.num_rows} rows, not {stated['rows']}.", value=table.num_rows
        )
    if "contentDigest" in stated and stated["contentDigest"] != content_digest(table):
        yield checks.DIGEST.found(place, "the content is not the one that the package was made with.")
    parquet = stated.get("parquet")
    if not isinstance(parquet, Mapping) or not isinstance(parquet.get("path"), str):
        return
    place = Place(parquet["path"])
    try:
        same = read_parquet(subject.folder / parquet["path"], contract).equals(table)
    except SummitryError as error:
        yield checks.PARQUET.found(place, error.what, mend=error.mend)
        return
    if not same:
        yield checks.PARQUET.found(place, f"the rows are not those of data/{contract.name}.csv.")


def _check_key(subject: Subject, contract: TableContract) -> Iterator[Finding]:
    seen: dict[str, int] = {}
    if not contract.primary_key:
        return
    for index, row in enumerate(subject.rows[contract.name]):
        key = contract.row_id(row)
        if key in seen:
            what = f"the key {key} stands in row {seen[key] + 1} already."
            yield checks.KEY.found(subject.at(contract.name, index, contract.primary_key[0]), what, value=key)
        seen.setdefault(key, index)


def check_foreign_keys(subject: Subject) -> Iterator[Finding]:
    """References of every table to the keys of others."""
    for name, contract in subject.contracts.items():
        for foreign in contract.foreign_keys:
            target = foreign.table or name
            if name not in subject.rows or target not in subject.rows:
                continue
            known = {_values(row, foreign.reference) for row in subject.rows[target]}
            for index, row in enumerate(subject.rows[name]):
                values = _values(row, foreign.fields)
                if all(value is not None for value in values) and values not in known:
                    what = f"there is no {'/'.join(map(str, values))} in {target}."
                    place = subject.at(name, index, foreign.fields[0])
                    yield checks.FOREIGN_KEY.found(place, what, value="/".join(map(str, values)))


def _values(row: Mapping[str, Any], columns: tuple[str, ...]) -> tuple[Any, ...]:
    return tuple(row[column] for column in columns)
