"""Write a package into a database: SQLite, DuckDB or PostgreSQL, in one transaction.

A file appears only once it is complete. A database that refuses a row refuses the whole package, with its reason.
"""

from __future__ import annotations

import contextlib
import sqlite3
import tempfile
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa

from summitry.errors import CallError, ReleaseError
from summitry.release.sql.ddl import create_statements, in_order_of_reference
from summitry.release.sql.dialects import DUCKDB, POSTGRESQL, SQLITE, identifier
from summitry.tables.package import Package

_BATCH = 10_000  # rows handed to a database at once
Row = tuple[Any, ...]


def export_sqlite(package: Package, file: Path, *, replace: bool = False) -> None:
    """Write the tables into a SQLite file of STRICT tables; dates are texts, truths 0 and 1.

    Foreign keys are declared; SQLite enforces them for clients that say `PRAGMA foreign_keys = ON`. Raises CallError
    where the file is there already and is not to be replaced, ReleaseError where the database refuses a row.
    """
    with _new_file(file, replace=replace) as path, _refusals("SQLite", sqlite3.Error):
        database = sqlite3.connect(path, isolation_level=None)
        with contextlib.closing(database):
            database.execute("PRAGMA foreign_keys = ON")
            database.execute("BEGIN")
            for statement in create_statements(package.contracts, SQLITE):
                database.execute(statement)
            for name, table in _tables(package):
                marks = ", ".join("?" * table.num_columns)
                database.executemany(f"INSERT INTO {identifier(name)} VALUES ({marks})", _plain(_rows(table)))
            database.execute("COMMIT")


def export_duckdb(package: Package, file: Path, *, replace: bool = False) -> None:
    """Write the tables into a DuckDB file.

    Raises CallError where DuckDB is not installed, or where the file is there already and is not to be replaced, ReleaseError
    where the database refuses a row.
    """
    duckdb = _installed("duckdb", "DuckDB")
    with _new_file(file, replace=replace) as path, _refusals("DuckDB", duckdb.Error):
        database = duckdb.connect(path)
        with contextlib.closing(database):
            database.execute("BEGIN")
            for statement in create_statements(package.contracts, DUCKDB):
                database.execute(statement)
            for name, table in _tables(package):
                database.register("rows_to_insert", table)
                database.execute(f"INSERT INTO {identifier(name)} SELECT * FROM rows_to_insert")
                database.unregister("rows_to_insert")
            database.execute("COMMIT")


def export_postgresql(package: Package, url: str, *, schema: str = "public", replace: bool = False) -> None:
    """Write the tables into a schema of a PostgreSQL database, which is made where it is not there.

    With `replace`, tables of the same names go first, together with what depends on them. Raises CallError where
    psycopg is not installed or the database cannot be reached, ReleaseError where it refuses a table or a row.
    """
    psycopg = _installed("psycopg", "PostgreSQL")
    try:
        database = psycopg.connect(url)
    except psycopg.Error as error:
        what = f"PostgreSQL cannot be reached: {_first_line(error)}."
        raise CallError(what, mend="Check the address, as in postgresql://user@host:5432/database.") from error
    with _refusals("PostgreSQL", psycopg.Error), contextlib.closing(database), database.transaction():
        database.execute(f"CREATE SCHEMA IF NOT EXISTS {identifier(schema)}")
        database.execute(f"SET LOCAL search_path TO {identifier(schema)}")
        if replace:
            for name in package.contracts:
                database.execute(f"DROP TABLE IF EXISTS {identifier(name)} CASCADE")
        for statement in create_statements(package.contracts, POSTGRESQL):
            database.execute(statement)
        for name, table in _tables(package):
            with database.cursor() as cursor, cursor.copy(f"COPY {identifier(name)} FROM STDIN") as copy:
                for row in _rows(table):
                    copy.write_row(row)


EXPORTS: Mapping[str, Callable[..., None]] = {"sqlite": export_sqlite, "duckdb": export_duckdb}
"""The exports that make a file, by the name that is also the file's ending."""


def _tables(package: Package) -> Iterator[tuple[str, pa.Table]]:
    for contract in in_order_of_reference(package.contracts):
        yield contract.name, package.table(contract.name)


def _rows(table: pa.Table) -> Iterator[Row]:
    for batch in table.to_batches(max_chunksize=_BATCH):
        yield from zip(*(column.to_pylist() for column in batch.columns), strict=True)


def _plain(rows: Iterator[Row]) -> Iterator[Row]:
    """Rows with dates as texts: SQLite has no type for them."""
    for row in rows:
        yield tuple(value.isoformat() if isinstance(value, date) else value for value in row)


def _installed(module: str, what: str) -> Any:
    try:
        return __import__(module)
    except ImportError as missing:
        mend = "Install it: pip install 'summitry[sql]'."
        raise CallError(f"{module}, which speaks to {what}, is not installed.", mend=mend) from missing


@contextlib.contextmanager
def _new_file(file: Path, *, replace: bool) -> Iterator[Path]:
    """A path beside the file to write to; what is there takes the file's place once all is well, and vanishes otherwise."""
    if file.exists() and not replace:
        raise CallError("the file is there already.", where=str(file), mend="Name another, or say --replace.")
    with tempfile.TemporaryDirectory(prefix=".summitry-", dir=file.parent) as folder:
        aside = Path(folder) / file.name
        yield aside
        aside.replace(file)


@contextlib.contextmanager
def _refusals(name: str, kind: type[Exception]) -> Iterator[None]:
    try:
        yield
    except kind as error:
        what = f"{name} refuses the package: {_first_line(error)}."
        raise ReleaseError(what, mend="Run summitry validate on the package.") from error


def _first_line(error: Exception) -> str:
    """What a driver says, without the statement that it quotes and without an address that might hold a password."""
    detail = getattr(getattr(error, "diag", None), "message_detail", None)
    lines = [line for line in (*str(error).splitlines(), "") if line.strip()] or [type(error).__name__]
    return f"{lines[0].rstrip('.')}{f' ({detail})' if detail else ''}"
