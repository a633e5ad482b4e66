"""The last layer, for a repository: its vocabulary is sound, its tables as large as expected, and data/ what the build makes."""

from __future__ import annotations

from collections.abc import Iterator

from summitry.build import build_tables
from summitry.errors import SummitryError
from summitry.expectations import read_expected_rows, surprises
from summitry.lexicon.audit import check_vocabulary
from summitry.tables.files import csv_bytes, parquet_bytes
from summitry.validation import checks
from summitry.validation.findings import Finding, Place
from summitry.validation.subject import Subject


def check_repository(subject: Subject) -> Iterator[Finding]:
    """What is wrong with the lists, the numbers of rows, and the files that a fresh build would write."""
    if not (subject.is_ours and subject.is_repository):
        return
    for problem in check_vocabulary(subject.folder / "vocabulary"):
        place = Place(f"vocabulary/{problem.file}", line=problem.line)
        yield checks.VOCABULARY.found(place, problem.what, mend=problem.mend)
    try:
        expected = read_expected_rows(subject.folder / "vocabulary")
        tables = build_tables(subject.folder)
    except SummitryError as error:
        yield checks.BUILD.found(Place(error.where or "sources"), error.what, mend=error.mend)
        return
    for surprise in surprises({name: table.num_rows for name, table in tables.items()}, expected):
        if surprise.fewer:
            yield checks.EXPECTED_ROWS.found(Place(f"data/{surprise.table}.csv"), surprise.what, mend=surprise.mend)
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
