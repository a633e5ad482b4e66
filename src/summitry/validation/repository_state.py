"""The last layer, for a repository: its vocabulary is sound, its tables as large as expected, and data/ what the build makes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import pyarrow as pa

from summitry.build import build_tables
from summitry.errors import SummitryError
from summitry.expectations import read_expected_rows, surprises
from summitry.lexicon.audit import check_vocabulary
from summitry.lexicon.vocabulary import read_rows
from summitry.tables.files import csv_bytes, parquet_bytes
from summitry.validation import checks
from summitry.validation.findings import Finding, Place
from summitry.validation.subject import Subject

RETIRED = "retired_ids.csv"

_LINE = re.compile(r":([0-9]{1,9})$")


def check_repository(subject: Subject) -> Iterator[Finding]:
    """What is wrong with the lists, the numbers of rows, and the files that a fresh build would write."""
    if not (subject.is_ours and subject.is_repository):
        return
    try:
        problems = check_vocabulary(subject.folder / "vocabulary")
    except SummitryError as error:
        yield checks.VOCABULARY.found(_place(subject, error), error.what, mend=error.mend)
        return
    for problem in problems:
        place = Place(f"vocabulary/{problem.file}", line=problem.line)
        yield checks.VOCABULARY.found(place, problem.what, mend=problem.mend)
    if problems:
        return  # what a build makes of unsound lists says nothing about data/
    try:
        expected = read_expected_rows(subject.folder / "vocabulary")
        tables = build_tables(subject.folder)
    except SummitryError as error:
        yield checks.BUILD.found(_place(subject, error), error.what, mend=error.mend)
        return
    yield from _check_sizes(tables, expected)
    yield from _check_retired(subject, tables)
    yield from _check_bytes(subject, tables)


def _place(subject: Subject, error: SummitryError) -> Place:
    """Where an error says it is, below the package's folder."""
    where = error.where.replace("\\", "/").removeprefix(f"{subject.folder.as_posix()}/")
    file, _, inside = where.partition(", ")
    line = _LINE.search(file)
    return Place(_LINE.sub("", file) or "sources", line=int(line[1]) if line else None, column=inside or None)


def _check_sizes(tables: Mapping[str, pa.Table], expected: Mapping[str, int]) -> Iterator[Finding]:
    for surprise in surprises({name: table.num_rows for name, table in tables.items()}, expected):
        yield checks.EXPECTED_ROWS.found(
            Place(f"data/{surprise.table}.csv"),
            surprise.what,
            value=surprise.found,
            mend=surprise.mend,
            severity="error" if surprise.fewer else "warning",
        )


def _check_retired(subject: Subject, tables: Mapping[str, pa.Table]) -> Iterator[Finding]:
    """Ids of the list of retired ones that are there still, or lead nowhere."""
    retired = list(enumerate(read_rows(subject.folder / "vocabulary" / RETIRED), start=2))
    gone = {(row["table"], row["id"]) for _, row in retired}
    for line, row in retired:
        name, place = row["table"], Place(f"vocabulary/{RETIRED}", line - 1, line)
        contract = subject.contracts.get(name)
        if contract is None or name not in tables:
            yield checks.RETIRED_ID.found(place, f"there is no table {name}.", value=name)
            continue
        ids = {contract.row_id(item) for item in tables[name].select(list(contract.primary_key)).to_pylist()}
        if row["id"] in ids:
            yield checks.RETIRED_ID.found(place, f"{name} has {row['id']} still.", value=row["id"])
        successor = row["replaced_by"]
        if successor and successor not in ids and (name, successor) not in gone:
            yield checks.RETIRED_ID.found(place, f"{name} has no {successor}, which is to replace it.", value=successor)


def _check_bytes(subject: Subject, tables: Mapping[str, pa.Table]) -> Iterator[Finding]:
    for name, contract in subject.contracts.items():
        if name not in tables:
            continue
        for suffix, made in (
            ("csv", csv_bytes(tables[name], contract)),
            ("parquet", parquet_bytes(tables[name], contract)),
        ):
            path = subject.folder / "data" / f"{name}.{suffix}"
            if path.is_file() and path.read_bytes() != made:
                yield checks.BUILD.found(Place(f"data/{name}.{suffix}"), "a fresh build writes other bytes.")
