"""The artefacts of a release, made from its archive and checked as those who download them will get them."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from pathlib import Path

from summitry.errors import ReleaseError
from summitry.release.opening import open_package
from summitry.release.sql.exporting import EXPORTS
from summitry.release.verify import verify


def write_databases(archive: Path, into: Path) -> None:
    """Write the archive's tables as SQLite and as DuckDB, named as the archive is."""
    with open_package(archive) as package:
        for kind, export in EXPORTS.items():
            export(package, into / f"{archive.stem}.{kind}")


def check_artefacts(dist: Path, archive: Path, unpacked: Path, tree: Path, private: Iterable[Path]) -> None:
    """Check what is in `dist`: the archive verifies, packed and unpacked by another program, and is valid to the code in
    `tree`; the databases and the wheel hold what it holds; nothing in it names a `private` folder of this machine.

    Raises ReleaseError for the first thing that is not so.
    """
    with zipfile.ZipFile(archive) as opened:
        opened.extractall(unpacked)
    for place in (archive, unpacked):
        for problem in verify(place).problems:
            raise ReleaseError(problem.what, where=f"{archive.name}, {problem.file}")
    _require_valid(unpacked, tree)
    _require_same_rows(dist, archive)
    for wheel in dist.glob("*.whl"):
        _require_same_package(wheel, unpacked)
    _refuse_places(dist, private)


def _require_valid(unpacked: Path, tree: Path) -> None:
    environment = os.environ | {"PYTHONPATH": str(tree / "src"), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-m", "summitry", "validate", str(unpacked)]
    done = subprocess.run(command, cwd=tree, env=environment, capture_output=True, check=False)
    if done.returncode:
        told = done.stdout.decode("utf-8", "replace").strip() or done.stderr.decode("utf-8", "replace").strip()
        raise ReleaseError(f"the unpacked archive is not valid: {told[-2000:]}")


def _require_same_rows(dist: Path, archive: Path) -> None:
    with open_package(archive) as package:
        stated = {name: package.resource(name)["rows"] for name in package.contracts}
    for kind, count in (("sqlite", _rows_in_sqlite), ("duckdb", _rows_in_duckdb)):
        file = dist / f"{archive.stem}.{kind}"
        found = count(file, stated)
        if found != stated:
            differing = ", ".join(name for name in stated if found[name] != stated[name])
            raise ReleaseError(
                f"the database has another number of rows than the archive in {differing}.", where=file.name
            )


def _rows_in_sqlite(file: Path, tables: Iterable[str]) -> dict[str, int]:
    with closing(sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True)) as connection:
        return {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in tables}


def _rows_in_duckdb(file: Path, tables: Iterable[str]) -> dict[str, int]:
    import duckdb

    with duckdb.connect(str(file), read_only=True) as connection:
        counted = {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone() for name in tables}
    return {name: row[0] if row else 0 for name, row in counted.items()}


def _require_same_package(wheel: Path, unpacked: Path) -> None:
    """The wheel ships the descriptor and the tables of the archive, byte for byte."""
    with zipfile.ZipFile(wheel) as opened:
        shipped = {
            name.partition("/_package/")[2]: opened.read(name) for name in opened.namelist() if "/_package/" in name
        }
    for path in [unpacked / "datapackage.json", *(unpacked / "data").iterdir()]:
        name = path.relative_to(unpacked).as_posix()
        if shipped.get(name) != path.read_bytes():
            raise ReleaseError(f"the wheel's {name} is not the archive's.", where=wheel.name)


def _refuse_places(dist: Path, private: Iterable[Path]) -> None:
    places = [str(path).encode() for path in private]
    for name, data in _everything(dist):
        for place in places:
            if place in data:
                raise ReleaseError("a folder of this machine is named in it.", where=name)


def _everything(dist: Path) -> Iterator[tuple[str, bytes]]:
    """Every file, and every member of those that are archives."""
    for path in sorted(dist.iterdir()):
        yield path.name, path.read_bytes()
        if path.suffix in (".zip", ".whl"):
            members: Mapping[str, bytes]
            with zipfile.ZipFile(path) as opened:
                members = {name: opened.read(name) for name in opened.namelist()}
            yield from ((f"{path.name}, {name}", data) for name, data in members.items())
