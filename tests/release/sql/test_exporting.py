"""What comes out of an export: every row and type, keys and checks that the database holds to, and nothing half made."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

import duckdb
import psycopg
import pyarrow as pa
import pytest

from summitry.cli import main
from summitry.errors import CallError, ReleaseError
from summitry.release.sql.exporting import export_duckdb, export_postgresql, export_sqlite
from summitry.tables.contract import TABLES
from summitry.tables.package import Package, read_package

Execute = Callable[[str], Any]
Refused = (sqlite3.Error, duckdb.Error, psycopg.Error)


@pytest.fixture
def package(package_folder: Path) -> Package:
    return read_package(package_folder)


@pytest.fixture(params=["sqlite", "duckdb", "postgresql"])
def database(request: pytest.FixtureRequest, package: Package, tmp_path: Path) -> Iterator[Execute]:
    """The small package in each kind of database, and a way to speak to it as a plain client does."""
    file = tmp_path / f"a.{request.param}"
    if request.param == "sqlite":
        export_sqlite(package, file)
        with closing(sqlite3.connect(file, isolation_level=None)) as lite:
            lite.execute("PRAGMA foreign_keys = ON")
            yield lambda statement: lite.execute(statement).fetchall()
    elif request.param == "duckdb":
        export_duckdb(package, file)
        with closing(duckdb.connect(file)) as duck:
            yield lambda statement: duck.execute(statement).fetchall()
    else:
        server: str = request.getfixturevalue("postgresql")
        export_postgresql(package, server, schema="small", replace=True)
        with psycopg.connect(server, options="-c search_path=small", autocommit=True) as connection:

            def execute(statement: str) -> Any:
                cursor = connection.execute(statement.encode())
                return cursor.fetchall() if cursor.description else []

            yield execute


def test_every_row_is_there_as_it_was(database: Execute, tables: Mapping[str, pa.Table]) -> None:
    for name in TABLES:
        found = database(f'SELECT * FROM "{name}"')
        expected = [tuple(row.values()) for row in tables[name].to_pylist()]
        assert sorted(map(_texts, found)) == sorted(map(_texts, expected)), name


def _texts(row: tuple[Any, ...]) -> list[str]:
    """Cells as texts: SQLite gives 1 for a truth and a text for a day."""
    return [str(int(cell)) if isinstance(cell, bool) else str(cell) for cell in row]


@pytest.mark.parametrize(
    ("why", "statement"),
    [
        ("primary key", "INSERT INTO forums SELECT * FROM forums"),
        ("composite key", "INSERT INTO agreement_parties SELECT * FROM agreement_parties"),
        ("foreign key", "INSERT INTO agreement_parties VALUES ('kaz-usa-2025-energy', 'XXX')"),
        ("foreign key to a row that is gone", "DELETE FROM leaders"),
        ("required cell", "UPDATE leaders SET office = NULL"),
        ("closed list", "UPDATE agreements SET status = 'rumoured'"),
        ("range", "UPDATE sources SET characters = 0"),
        ("earliest day", "UPDATE sources SET published_on = '1066-10-14'"),
        ("type: number", "UPDATE agreements SET value_amount = 'much'"),
        ("type: day", "UPDATE sources SET published_on = '2025-02-30'"),
        ("type: truth", "UPDATE statements SET is_quotation = 'perhaps'"),
    ],
)
def test_the_database_refuses_what_breaks_the_contract(database: Execute, why: str, statement: str) -> None:
    with pytest.raises(Refused):
        database(statement)


@pytest.mark.parametrize("kind", ["duckdb", "postgresql"])
def test_patterns_are_checked_where_the_database_has_regular_expressions(
    kind: str, package: Package, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    statement = "UPDATE agreements SET value_currency = 'usd'"
    if kind == "duckdb":
        export_duckdb(package, tmp_path / "a.duckdb")
        with closing(duckdb.connect(tmp_path / "a.duckdb")) as duck, pytest.raises(duckdb.ConstraintException):
            duck.execute(statement)
        return
    server: str = request.getfixturevalue("postgresql")
    export_postgresql(package, server, schema="patterns", replace=True)
    with (
        psycopg.connect(server, options="-c search_path=patterns") as connection,
        pytest.raises(psycopg.errors.CheckViolation, match="agreements_value_currency_pattern"),
    ):
        connection.execute(statement.encode())


def test_titles_and_descriptions_are_the_comments(database: Execute, request: pytest.FixtureRequest) -> None:
    kind = request.node.callspec.params["database"]
    query = {
        "sqlite": "SELECT sql FROM sqlite_master WHERE name = 'summits'",
        "duckdb": "SELECT comment FROM duckdb_columns() WHERE table_name = 'summits'",
        "postgresql": "SELECT col_description('summits'::regclass, generate_series(1, 8))",
    }[kind]
    said = "\n".join(str(row[0]) for row in database(query))
    assert "City. " in said
    assert "Level. " in said


def test_a_package_that_breaks_its_contract_is_refused_whole(package: Package, postgresql: str, tmp_path: Path) -> None:
    dangling = _with_dangling_party(package)
    for export, target in ((export_sqlite, tmp_path / "a.sqlite"), (export_duckdb, tmp_path / "a.duckdb")):
        with pytest.raises(ReleaseError, match=r"refuses the package: .*(FOREIGN|foreign).*Run summitry validate"):
            export(dangling, target)
    with pytest.raises(ReleaseError, match=r"PostgreSQL refuses the package: .*XXX"):
        export_postgresql(dangling, postgresql, schema="refused")
    assert not [path.name for path in tmp_path.iterdir() if path.name != "package"]
    with psycopg.connect(postgresql) as connection:
        assert not connection.execute("SELECT 1 FROM pg_namespace WHERE nspname = 'refused'").fetchall()


def _with_dangling_party(package: Package) -> Package:
    csv = package.folder / "data" / "agreement_parties.csv"
    header, *lines = csv.read_text("utf-8").splitlines()
    csv.write_text("\n".join([header, *sorted([*lines, "kaz-usa-2025-energy,XXX"]), ""]), "utf-8")
    file = package.folder / "datapackage.json"
    descriptor = json.loads(file.read_text("utf-8"))
    for resource in descriptor["resources"]:
        resource.pop("parquet")
    file.write_text(json.dumps(descriptor), "utf-8")
    return read_package(package.folder)


def test_names_and_texts_of_strangers_stay_names_and_texts(tmp_path: Path, postgresql: str) -> None:
    cell = "it's \\ \"quoted\"\t'); DROP TABLE made; --"
    package = _package_of(tmp_path, cell)
    export_sqlite(package, tmp_path / "a.sqlite")
    export_duckdb(package, tmp_path / "a.duckdb")
    export_postgresql(package, postgresql, schema='odd"; name', replace=True)
    with closing(sqlite3.connect(tmp_path / "a.sqlite")) as lite:
        assert lite.execute("SELECT * FROM made").fetchall() == [(cell,)]
    with closing(duckdb.connect(tmp_path / "a.duckdb")) as duck:
        assert duck.execute("SELECT * FROM made").fetchall() == [(cell,)]
    with psycopg.connect(postgresql) as connection:
        assert connection.execute('SELECT * FROM "odd""; name".made').fetchall() == [(cell,)]


def _package_of(folder: Path, cell: str) -> Package:
    texts = {"title": "T\n-- ) x", "title_ar": "ع", "description": "a 'b'\n);", "description_ar": "و"}
    field = {"name": "select", "type": "string", "origin": "derived", "example": "a", **texts}
    schema = {
        **texts,
        "fields": [field | {"constraints": {"required": True}}],
        "fieldsMatch": "equal",
        "missingValues": [""],
        "primaryKey": ["select"],
    }
    (folder / "made.json").write_text(json.dumps(schema), "utf-8")
    quoted = cell.replace('"', '""')
    (folder / "made.csv").write_text(f'select\n"{quoted}"\n', "utf-8")
    resource = {"name": "made", "path": "made.csv", "schema": "made.json"}
    (folder / "datapackage.json").write_text(json.dumps({"resources": [resource]}), "utf-8")
    return read_package(folder)


@pytest.mark.parametrize("export", [export_sqlite, export_duckdb])
def test_a_file_that_is_there_is_only_replaced_when_asked(
    export: Callable[..., None], package: Package, tmp_path: Path
) -> None:
    file = tmp_path / "a.db"
    file.write_text("precious", "utf-8")
    with pytest.raises(CallError, match="there already"):
        export(package, file)
    assert file.read_text("utf-8") == "precious"
    export(package, file, replace=True)
    assert file.stat().st_size > 1000


def test_tables_that_are_there_are_only_replaced_when_asked(package: Package, postgresql: str) -> None:
    export_postgresql(package, postgresql, schema="twice")
    with pytest.raises(ReleaseError, match="already exists"):
        export_postgresql(package, postgresql, schema="twice")
    export_postgresql(package, postgresql, schema="twice", replace=True)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "it is not said what to export to. Say sqlite, duckdb or postgresql://"),
        (["--to", "oracle"], "there is no export to 'oracle'"),
        (["--to", "postgresql://tester:secret@127.0.0.1:1/none"], "PostgreSQL cannot be reached"),
    ],
)
def test_a_wrong_target_is_a_wrong_call(
    arguments: list[str], said: str, package_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        main(["export", str(package_folder), *arguments])
    assert left.value.code == 2
    shown = " ".join(capsys.readouterr().err.split())
    assert said.replace(". Say", ". → Say") in shown
    assert "secret" not in shown


def test_the_command_names_the_file_by_package_and_version(
    package_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit) as left:
        main(["export", str(package_folder), "--to", "sqlite"])
    assert left.value.code == 0
    assert (tmp_path / "summits-for-tests-1.2.3.sqlite").is_file()
    assert "15 tables written to summits-for-tests-1.2.3.sqlite" in capsys.readouterr().err
