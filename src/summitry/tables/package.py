"""The data package: all tables in a folder, and the datapackage.json that lists them with their checksums.

The descriptor follows Data Package 2.0 (https://datapackage.org/standard/data-package/). A resource is the table's
CSV, which is what validators of the standard read; the Parquet file with the same content hangs on it under
`parquet`. Beyond the standard a resource states `rows`, so that a table cut at a row boundary is noticed, and
`contentDigest`, which does not depend on the file format.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

import pyarrow as pa

from summitry.errors import PackageError
from summitry.repository import home, schemas_folder
from summitry.strict_json import read_json_object
from summitry.tables.arrow import conform, table_from_rows
from summitry.tables.contract import TABLES, TableContract, load_contract, load_contracts
from summitry.tables.digest import bytes_hash, content_digest
from summitry.tables.files import csv_bytes, parquet_bytes, read_csv, read_parquet
from summitry.tables.metadata import PackageMetadata

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
# What a package declares, under `summitry`, to be held to the rules for these tables and not only to Table Schema.
SUMMITRY_PROFILE = 1
MAX_PATH = 200
"""The longest path in a package, in bytes; some file systems take no more than 255 bytes for a name."""

_GENERATED = (".csv", ".parquet")


# Writing


def write_package(tables: Mapping[str, pa.Table], folder: Path, metadata: PackageMetadata) -> dict[str, Any]:
    """Write every table as CSV and Parquet into `<folder>/data`, then datapackage.json, and give the descriptor.

    A table that is not given is written without rows. Outside the repository the schemas are copied too. Tables that
    an earlier build left in data/ and that no longer exist are removed. All files are complete before the first is
    replaced, and the descriptor is replaced last.

    Raises PackageError for a table that does not exist and for a folder whose data/ holds tables of something else,
    TableError for a table that does not have the contract's columns.
    """
    contracts = load_contracts()
    strange = sorted(tables.keys() - contracts.keys())
    if strange:
        raise PackageError(f"there is no table {', '.join(strange)}.", mend=f"The tables are {', '.join(contracts)}.")
    complete = {
        name: conform(tables[name], contract) if name in tables else table_from_rows(contract, [])
        for name, contract in contracts.items()
    }
    files: dict[str, bytes] = {}
    resources = []
    for name, table in complete.items():
        content = _table_files(table, contracts[name])
        files |= content
        resources.append(_resource(table, contracts[name], content))
    descriptor = _descriptor(metadata, resources, complete["sources"])
    if not _same_folder(folder, home()):
        files |= {f"schemas/{name}.json": (schemas_folder() / f"{name}.json").read_bytes() for name in TABLES}
    files["datapackage.json"] = (json.dumps(descriptor, ensure_ascii=False, indent=2) + "\n").encode()
    _replace_files(folder, files)
    return descriptor


def _table_files(table: pa.Table, contract: TableContract) -> dict[str, bytes]:
    return {
        f"data/{contract.name}.csv": csv_bytes(table, contract),
        f"data/{contract.name}.parquet": parquet_bytes(table, contract),
    }


def _resource(table: pa.Table, contract: TableContract, files: Mapping[str, bytes]) -> dict[str, Any]:
    csv_path, parquet_path = files
    return {
        "name": contract.name,
        "type": "table",
        "title": contract.title,
        "title_ar": contract.title_ar,
        "description": contract.description,
        "description_ar": contract.description_ar,
        "path": csv_path,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": f"schemas/{contract.name}.json",
        "rows": table.num_rows,
        "bytes": len(files[csv_path]),
        "hash": bytes_hash(files[csv_path]),
        "contentDigest": content_digest(table),
        "parquet": {
            "path": parquet_path,
            "bytes": len(files[parquet_path]),
            "hash": bytes_hash(files[parquet_path]),
        },
    }


def _descriptor(metadata: PackageMetadata, resources: list[dict[str, Any]], sources: pa.Table) -> dict[str, Any]:
    descriptor: dict[str, Any] = {
        "$schema": PROFILE,
        "summitry": {"profile": SUMMITRY_PROFILE},
        "name": metadata.name,
        "version": metadata.version,
        "title": metadata.title,
        "title_ar": metadata.title_ar,
        "description": metadata.description,
        "description_ar": metadata.description_ar,
    }
    if metadata.homepage:
        descriptor["homepage"] = metadata.homepage
    if metadata.doi:
        descriptor["id"] = f"https://doi.org/{metadata.doi}"
    if metadata.released_on:
        descriptor["created"] = f"{metadata.released_on}T00:00:00Z"
    return descriptor | {
        "licenses": [{"name": item.name, "path": item.path, "title": item.title} for item in metadata.licenses],
        "contributors": [{"title": item.title, "roles": list(item.roles)} for item in metadata.contributors],
        "keywords": list(metadata.keywords),
        "sources": list(_source_references(metadata, sources)),
        "resources": resources,
    }


def _source_references(metadata: PackageMetadata, sources: pa.Table) -> Iterator[dict[str, str]]:
    """What the package draws on: the works behind the vocabulary, then every article."""
    for item in metadata.sources:
        yield {"title": item.title} | ({"path": item.path} if item.path else {})
    for row in sources.select(["publisher", "published_on", "url"]).to_pylist():
        title = f"{row['publisher']}, {row['published_on']}"
        yield {"title": title} | ({"path": row["url"]} if row["url"] else {})


def _same_folder(one: Path, other: Path) -> bool:
    return one.exists() and one.samefile(other)


def _replace_files(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write the files by path below the folder: first all of them aside, then each into its place, in their order."""
    data = folder / "data"
    stale = [path for path in sorted(data.glob("*")) if path.suffix in _GENERATED and f"data/{path.name}" not in files]
    if stale and not (folder / "datapackage.json").exists():
        mend = "Choose an empty folder: what is there would be deleted."
        raise PackageError(f"the folder holds tables of something else: {stale[0].name}.", where=str(data), mend=mend)
    folder.mkdir(parents=True, exist_ok=True)
    aside = Path(tempfile.mkdtemp(prefix=".summitry-", dir=folder))
    try:
        for path, content in files.items():
            (aside / path).parent.mkdir(parents=True, exist_ok=True)
            (aside / path).write_bytes(content)
        for path in files:
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (aside / path).replace(folder / path)
    finally:
        shutil.rmtree(aside)
    for leftover in stale:
        leftover.unlink()


# Reading


@dataclass(frozen=True, slots=True)
class Package:
    """A data package on disk: its folder, its descriptor as JSON, and the contracts of its tables in their order."""

    folder: Path
    descriptor: Mapping[str, Any]
    contracts: Mapping[str, TableContract]

    def resource(self, name: str) -> Mapping[str, Any]:
        """What the descriptor says of a table. Raises PackageError where it lists no such table."""
        for resource in self.descriptor["resources"]:
            if resource["name"] == name:
                found: Mapping[str, Any] = resource
                return found
        known = ", ".join(self.contracts)
        raise PackageError(f"there is no table {name!r}.", where=str(self.folder), mend=f"Its tables are {known}.")

    def table(self, name: str) -> pa.Table:
        """The typed table, from its Parquet file, or from its CSV where it has none.

        Raises PackageError for a table that is not listed or a path that leads out of the package, TableError for a
        file that is not what the contract says. Checksums are the validator's to compare.
        """
        resource = self.resource(name)
        if "parquet" in resource:
            return read_parquet(inner_path(self.folder, resource["parquet"]["path"]), self.contracts[name])
        return read_csv(inner_path(self.folder, resource["path"]), self.contracts[name])

    def tables(self) -> dict[str, pa.Table]:
        """All tables, by name."""
        return {name: self.table(name) for name in self.contracts}


def read_package(path: Path) -> Package:
    """The package that a datapackage.json describes, given as that file or as its folder; its schemas are its contract.

    Raises PackageError for a descriptor that is missing, malformed or points out of its folder, ContractError for an
    unsound schema.
    """
    file = path / "datapackage.json" if path.is_dir() else path
    if not file.is_file():
        mend = "Name a datapackage.json, or the folder that holds one."
        raise PackageError("there is no data package.", where=str(path), mend=mend)
    descriptor = read_json_object(file, PackageError)
    resources = descriptor.get("resources")
    if not isinstance(resources, list) or not all(_is_listed_table(item) for item in resources):
        what = "resources must list tables, each with a name, a path and a schema as paths within the package."
        raise PackageError(what, where=str(file))
    contracts = {}
    for resource in resources:
        schema = inner_path(file.parent, resource["schema"])
        contracts[resource["name"]] = load_contract(schema.stem, schema.parent)
    return Package(file.parent, descriptor, contracts)


def _is_listed_table(item: object) -> bool:
    if not isinstance(item, dict) or not all(isinstance(item.get(key), str) for key in ("name", "path", "schema")):
        return False
    parquet = item.get("parquet", {"path": ""})
    return isinstance(parquet, dict) and isinstance(parquet.get("path"), str)


def inner_path(folder: Path, text: str) -> Path:
    """The file that a path in a descriptor names. Raises PackageError for a path that is remote or leads out of it."""
    path = PurePosixPath(text)
    outside = path.is_absolute() or ".." in path.parts or not path.parts
    if outside or "\\" in text or ":" in text or not text.isprintable() or len(text.encode()) > MAX_PATH:
        mend = "Write it with slashes, relative to datapackage.json."
        raise PackageError(f"the path {text[:80]!r} is not one inside the package.", where=str(folder), mend=mend)
    found = folder / path
    if not found.resolve().is_relative_to(folder.resolve()):
        raise PackageError(f"the path {text!r} leads out of the package by a link.", where=str(folder))
    return found
