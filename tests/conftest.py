"""What several rooms test with: the contracts, a small package written by hand, and contracts made for one test."""

from __future__ import annotations

import getpass
import json
import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, Protocol

import pytest

if TYPE_CHECKING:
    import pyarrow as pa

    from summitry.claims.model import Value
    from summitry.tables.contract import TableContract
    from summitry.tables.metadata import PackageMetadata
    from summitry.tables.package import Package
    from summitry.tables.resolve import Source

ROOT = Path(__file__).resolve().parents[1]
ROWS = ROOT / "tests" / "tables" / "rows.json"
ARTICLES = ROOT / "tests" / "articles"
# Where Debian puts the programs of PostgreSQL's server, which are not on the path.
POSTGRESQL_PROGRAMS = "usr/lib/postgresql/*/bin"


_EXAMPLES = {"string": "a", "integer": 1, "number": 1.5, "boolean": True, "date": "2025-11-07"}
_TEXTS = {"title": "Title", "title_ar": "عنوان", "description": "What it is.", "description_ar": "ما هو."}


class MakeSchema(Protocol):
    """Makes a schema with a required text column `key`, which is its key, and the columns name=(type, constraints)."""

    def __call__(self, **columns: tuple[str, Mapping[str, object]]) -> dict[str, Any]: ...


class MakeContract(Protocol):
    """The same, as the contract of a table named `made`."""

    def __call__(self, **columns: tuple[str, Mapping[str, object]]) -> TableContract: ...


class Tell(Protocol):
    """Makes an article of an id and day, and what it claims: rows as (table, name within the article, cells)."""

    def __call__(self, source_id: str, published_on: str, *rows: tuple[str, str, Mapping[str, Value]]) -> Source: ...


@pytest.fixture(scope="session")
def make_schema() -> MakeSchema:
    def make(**columns: tuple[str, Mapping[str, object]]) -> dict[str, Any]:
        declared = {"key": ("string", {"required": True}), **columns}
        fields = [
            {"name": name, "type": type_, "origin": "derived", **_TEXTS, "example": _EXAMPLES[type_]}
            | ({"constraints": dict(constraints)} if constraints else {})
            for name, (type_, constraints) in declared.items()
        ]
        return {**_TEXTS, "fields": fields, "fieldsMatch": "equal", "missingValues": [""], "primaryKey": ["key"]}

    return make


@pytest.fixture(scope="session")
def make_contract(make_schema: MakeSchema) -> MakeContract:
    from summitry.tables.contract import contract_from_schema

    def make(**columns: tuple[str, Mapping[str, object]]) -> TableContract:
        return contract_from_schema("made", make_schema(**columns))

    return make


@pytest.fixture(scope="session")
def contracts() -> dict[str, TableContract]:
    from summitry.tables.contract import load_contracts

    return load_contracts()


@pytest.fixture(scope="session")
def rows(contracts: dict[str, TableContract]) -> dict[str, list[dict[str, object]]]:
    """The rows of a small package, written by hand; dates are dates."""
    written: dict[str, list[dict[str, Any]]] = json.loads(ROWS.read_text("utf-8"))
    for name, table in written.items():
        for field in contracts[name].fields:
            for row in table:
                if field.type == "date" and row[field.name] is not None:
                    row[field.name] = date.fromisoformat(row[field.name])
    return written


@pytest.fixture(scope="session")
def tables(contracts: dict[str, TableContract], rows: dict[str, list[dict[str, object]]]) -> dict[str, pa.Table]:
    """The same rows as typed tables."""
    from summitry.tables.arrow import table_from_rows

    return {name: table_from_rows(contract, rows[name]) for name, contract in contracts.items()}


@pytest.fixture(scope="session")
def metadata() -> PackageMetadata:
    from summitry.tables.metadata import Contributor, License, PackageMetadata, SourceReference

    return PackageMetadata(
        name="summits-for-tests",
        version="1.2.3",
        title="Summits for tests",
        title_ar="قمم للاختبار",
        description="A package that tests write.",
        description_ar="حزمة تكتبها الاختبارات.",
        licenses=(License("CC0-1.0", "CC0 1.0 Universal", "https://creativecommons.org/publicdomain/zero/1.0/"),),
        contributors=(Contributor("A. Tester"),),
        keywords=("summits",),
        sources=(SourceReference("A list of places", "https://www.example.org/places"),),
    )


@pytest.fixture
def package_folder(tmp_path: Path, tables: dict[str, pa.Table], metadata: PackageMetadata) -> Path:
    """A folder with the small package, freshly written."""
    from summitry.tables.package import write_package

    folder = tmp_path / "package"
    write_package(tables, folder, metadata)
    return folder


@pytest.fixture(scope="session")
def articles_package(tmp_path_factory: pytest.TempPathFactory, metadata: PackageMetadata) -> Package:
    """The package of all test articles: some thousand rows of every table."""
    from summitry.articles import read_article
    from summitry.build import arrow_tables
    from summitry.lexicon.vocabulary import load_vocabulary
    from summitry.reader import extract
    from summitry.tables.package import read_package, write_package
    from summitry.tables.resolve import Source, resolve

    vocabulary = load_vocabulary()
    sources = []
    for gold in sorted((ARTICLES / "gold").glob("*.json")):
        day = json.loads(gold.read_text("utf-8"))["published_on"]
        if day is None:
            continue
        article = read_article(ARTICLES / "texts" / f"{gold.stem}.txt", published_on=date.fromisoformat(day))
        sources.append(Source(article, extract(article, vocabulary).claims))
    folder = tmp_path_factory.mktemp("articles") / "package"
    write_package(arrow_tables(resolve(sources, vocabulary)), folder, metadata)
    return read_package(folder)


@pytest.fixture(scope="session")
def tell() -> Tell:
    """Articles whose text is their cells one after the other, so that each quote is its value."""
    from summitry.articles import Article
    from summitry.claims.model import Claim
    from summitry.tables.resolve import Source

    derived = ("summit_id", "agreement_id", "held_on_precision", "level", "office")

    def make(source_id: str, published_on: str, *rows: tuple[str, str, Mapping[str, Value]]) -> Source:
        text = f"{source_id}: "
        claims = []
        for table, row, cells in rows:
            for column, value in cells.items():
                start, end = (-1, -1) if column in derived else (len(text), len(text) + len(str(value)))
                text += f"{value}, " if start >= 0 else ""
                claims.append(Claim(table, row, column, value, start, end, "told"))
        day = date.fromisoformat(published_on) if published_on else None
        return Source(Article(source_id, text, "en", day), tuple(claims))

    return make


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """The address of a PostgreSQL server on loopback that this session started; it is gone afterwards."""
    programs = _postgresql_programs()
    if programs is None:
        message = "PostgreSQL is not installed: in Debian, apt-get install postgresql"
        (pytest.fail if os.environ.get("CI") else pytest.skip)(message)
    # The server refuses to run as root; Debian's package makes a user for it.
    owner = "postgres" if os.getuid() == 0 else getpass.getuser()
    as_owner: dict[str, Any] = {"user": owner} if os.getuid() == 0 else {}
    folder = Path(tempfile.mkdtemp(prefix="summitry-postgresql-"))
    shutil.chown(folder, owner)
    data, log, port = folder / "data", folder / "log", _free_port()

    def run(program: str, *arguments: str) -> None:
        subprocess.run([programs / program, *arguments], check=True, cwd=folder, stdout=subprocess.DEVNULL, **as_owner)

    options = f"-c listen_addresses=127.0.0.1 -c port={port} -c unix_socket_directories={folder} -c fsync=off"
    try:
        run("initdb", "-D", str(data), "-U", "tester", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8")
        run("pg_ctl", "-D", str(data), "-l", str(log), "-o", options, "-w", "start")
        try:
            yield f"postgresql://tester@127.0.0.1:{port}/postgres"
        finally:
            run("pg_ctl", "-D", str(data), "-m", "immediate", "-w", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _postgresql_programs() -> Path | None:
    found = shutil.which("initdb")
    if found is not None:
        return Path(found).parent
    folders = sorted(Path("/").glob(POSTGRESQL_PROGRAMS))
    return folders[-1] if folders else None


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@pytest.fixture
def offline(monkeypatch: pytest.MonkeyPatch) -> None:
    """No connection can be opened."""

    def refuse(*_: object) -> NoReturn:
        raise OSError("this must not need the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)


@pytest.fixture(scope="session")
def released_metadata() -> PackageMetadata:
    """What describes the package of this repository, on a day of release."""
    from summitry.tables.metadata import read_metadata

    return replace(read_metadata(ROOT), released_on=date(2026, 1, 31))


@pytest.fixture(scope="session")
def crate(tmp_path_factory: pytest.TempPathFactory, released_metadata: PackageMetadata) -> Path:
    """A folder with the package of this repository and the metadata files of a release. Change copies of it alone."""
    from summitry.release.metadata import metadata_files
    from summitry.tables.package import read_package

    folder = tmp_path_factory.mktemp("crate")
    for part in ("data", "schemas"):
        shutil.copytree(ROOT / part, folder / part)
    shutil.copy(ROOT / "datapackage.json", folder)
    for name, content in metadata_files(read_package(folder), released_metadata).items():
        (folder / name).write_bytes(content)
    return folder
