"""What is released: the facts that every metadata format is made from, gathered once."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from summitry.citation import Citation, citation_of
from summitry.errors import ReleaseError
from summitry.tables.contract import TableContract
from summitry.tables.metadata import PackageMetadata
from summitry.tables.package import Package, inner_path

CSV: Final = "text/csv"
PARQUET: Final = "application/vnd.apache.parquet"


@dataclass(frozen=True, slots=True)
class ReleasedFile:
    """A file of the package: its path below the package's folder, its media type, its size, its SHA-256 in hexadecimal."""

    path: str
    media_type: str
    bytes: int
    sha256: str


@dataclass(frozen=True, slots=True)
class ReleasedTable:
    """A table of the package: its contract, how many rows it has, and the files that hold them."""

    contract: TableContract
    rows: int
    csv: ReleasedFile
    parquet: ReleasedFile

    @property
    def files(self) -> tuple[ReleasedFile, ReleasedFile]:
        """The same rows twice: as CSV and as Parquet."""
        return (self.csv, self.parquet)


@dataclass(frozen=True, slots=True)
class Released:
    """A version as it goes out: what describes it, its day, how to cite it, its tables in their order, and `descriptors`:
    the files that say what the tables are, datapackage.json and the schemas.
    """

    metadata: PackageMetadata
    released_on: date
    citation: Citation
    tables: tuple[ReleasedTable, ...]
    descriptors: tuple[ReleasedFile, ...]


def released(package: Package, metadata: PackageMetadata) -> Released:
    """The facts of a version, from its metadata and from its package on disk.

    Raises ReleaseError where the metadata names no day of release, or another version than the package, or where the package
    does not say how large a file is and which checksum it has.
    """
    if metadata.released_on is None:
        mend = "Give the version its day in the heading of CHANGELOG.md."
        raise ReleaseError(f"version {metadata.version} has no day of release.", mend=mend)
    if package.descriptor.get("version") != metadata.version:
        what = f"the package is version {package.descriptor.get('version')}, not {metadata.version}."
        raise ReleaseError(what, where=str(package.folder), mend="Build the package anew.")
    tables = tuple(_table(package.resource(name), contract) for name, contract in package.contracts.items())
    schemas = [package.resource(name)["schema"] for name in package.contracts]
    descriptors = tuple(_on_disk(package, path) for path in ("datapackage.json", *schemas))
    return Released(metadata, metadata.released_on, citation_of(metadata), tables, descriptors)


def _on_disk(package: Package, path: str) -> ReleasedFile:
    data = inner_path(package.folder, path).read_bytes()
    return ReleasedFile(path, "application/json", len(data), hashlib.sha256(data).hexdigest())


def _table(resource: Mapping[str, Any], contract: TableContract) -> ReleasedTable:
    try:
        return ReleasedTable(
            contract=contract,
            rows=resource["rows"],
            csv=_file(resource, CSV),
            parquet=_file(resource["parquet"], PARQUET),
        )
    except KeyError as missing:
        mend = "Build the package anew."
        where = f"datapackage.json, table {contract.name}"
        raise ReleaseError(f"the entry {missing} is missing.", where=where, mend=mend) from missing


def _file(entry: Mapping[str, Any], media_type: str) -> ReleasedFile:
    return ReleasedFile(entry["path"], media_type, entry["bytes"], entry["hash"].removeprefix("sha256:"))
