"""The data as a researcher meets it: one object with a DataFrame for each table.

import summitry

db = summitry.load()
db.agreements                                  a DataFrame with typed columns
db.join("attendance")                          with the columns of the summit and the leader beside it
db.evidence_for("summits", "c5plus1-2025")     the words that say so
db.cite()                                      how to cite this version
"""

from __future__ import annotations

import shutil
import tempfile
import weakref
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pandas as pd

from summitry.citation import Language, citation_from_descriptor, cite
from summitry.errors import CallError, UnknownNameError
from summitry.repository import home
from summitry.tables.contract import ForeignKey, TableContract
from summitry.tables.frames import frame_from_table
from summitry.tables.package import Package, read_package


def load(path: Path | str | None = None) -> Dataset:
    """The data that came with this installation, or a data package of any version at `path`.

    `path` is the archive of a release, a folder, or its datapackage.json; its files are compared with their checksums,
    and its own schemas are its contract. Raises CallError where there is nothing at the path, PackageError where that
    is no package, ReleaseError where a file is not as released, and ContractError for unsound schemas. Tables are read
    when they are first asked for; what is unpacked of an archive is removed with the dataset.
    """
    if path is None:
        return Dataset(read_package(home()))
    from summitry.release.verify import require_intact, unpack_intact

    place = Path(path)
    if not place.exists():
        raise CallError("there is no archive and no folder.", where=str(place), mend="Name a release or a package.")
    if place.is_dir() or place.suffix == ".json":
        package = read_package(place)
        require_intact(package.folder)
        return Dataset(package)
    folder = Path(tempfile.mkdtemp(prefix="summitry-"))
    try:
        unpack_intact(place, folder)
        dataset = Dataset(read_package(folder))
    except BaseException:
        shutil.rmtree(folder)
        raise
    weakref.finalize(dataset, shutil.rmtree, folder, ignore_errors=True)
    return dataset


class Dataset:
    """The tables of a data package, each a DataFrame under its name: `db.summits`, `db["summits"]`.

    Text is `string`, whole numbers are `Int64`, truths `boolean`, days `datetime64[s]`; an empty cell is `pd.NA` or
    `NaT`. What tables and columns mean is in each frame's `.attrs`. A frame is read once; change a copy of it, not
    the frame itself.
    """

    def __init__(self, package: Package) -> None:
        self._package = package
        self._frames: dict[str, pd.DataFrame] = {}

    @property
    def package(self) -> Package:
        """The data package that the tables are read from."""
        return self._package

    @property
    def tables(self) -> tuple[str, ...]:
        """The names of the tables; each comes after those that it refers to."""
        return tuple(self._package.contracts)

    @property
    def version(self) -> str:
        """The version of the data."""
        return str(self._package.descriptor.get("version", ""))

    def __getitem__(self, table: str) -> pd.DataFrame:
        if table not in self._frames:
            self._frames[table] = frame_from_table(self._package.table(table), self._contract(table))
        return self._frames[table]

    def __getattr__(self, name: str) -> pd.DataFrame:
        if name.startswith("_") or name not in self._package.contracts:
            known = ", ".join(self._package.contracts) if not name.startswith("_") else ""
            raise AttributeError(f"there is no table {name!r}." + (f" The tables are {known}." if known else ""))
        return self[name]

    def __dir__(self) -> list[str]:
        return [*super().__dir__(), *self.tables]

    def __repr__(self) -> str:
        title = self._package.descriptor.get("title", self._package.folder)
        width = max((len(name) for name in self.tables), default=0)
        lines = [
            f"  {name:<{width}}  {self._package.resource(name).get('rows', '?'):>8}  {contract.title}"
            for name, contract in self._package.contracts.items()
        ]
        return "\n".join([f"{title}, version {self.version}", *lines])

    def evidence_for(self, table: str, row_id: str | tuple[str, ...], column: str | None = None) -> pd.DataFrame:
        """The words behind a row, or behind one of its cells, with what was read from them and where they stand.

        `row_id` is the row's key; for a key of several columns, a tuple or its parts joined by a slash. One row per
        quote: column, value, quote, corrected_to, source_id, start, end, and the publisher, day and address of the
        source. Where sources disagree, `value` may differ from the cell. Raises UnknownNameError where there is no
        such table, row or column.
        """
        contract = self._contract(table)
        key = "/".join(row_id) if isinstance(row_id, tuple) else row_id
        if column is not None:
            contract.field(column)
        if key not in set(_row_ids(self[table], contract)):
            mend = f"Its key is {'/'.join(contract.primary_key)}."
            raise UnknownNameError(f"there is no row {key!r}.", where=f"table {table}", mend=mend)
        evidence = self["evidence"]
        wanted = (evidence["table"] == table) & (evidence["row_id"] == key)
        if column is not None:
            wanted &= evidence["column"] == column
        columns = ["column", "value", "quote", "corrected_to", "source_id", "start", "end"]
        sources = self["sources"][["source_id", "publisher", "published_on", "url"]]
        return evidence.loc[wanted, columns].merge(sources, on="source_id", how="left", validate="many_to_one")

    def join(self, table: str) -> pd.DataFrame:
        """The table with the columns of the rows that it refers to beside its own.

        A column of the other table is named by the column that refers to it, without `_id`, and its own name:
        `db.join("attendance")` has `leader_name_en` and `summit_held_on`, `db.join("statements")` has
        `about_place_name_en`. Rows and their order stay the same; where a reference is empty, so are the columns.
        References of the other table are not followed.

        Raises UnknownNameError where there is no such table.
        """
        frame = self[table].copy()
        texts = dict(frame.attrs["columns"])
        for key in self._contract(table).foreign_keys:
            names = _beside(key, self._contract(key.table))
            other = self[key.table].rename(columns=names)
            frame = frame.merge(other, how="left", on=list(key.fields), validate="many_to_one")
            texts |= {
                names[column]: text for column, text in other.attrs["columns"].items() if names[column] not in texts
            }
        frame.attrs = {**self[table].attrs, "columns": texts}
        return frame

    def cite(self, style: str = "apa", language: Language = "en") -> str:
        """How to cite this version of the data, in a style: apa, bibtex or csl-json.

        `language` is that of the title and of the words around it: en, or ar. A version that is not released has no
        date. Raises UnknownNameError for another style or language.
        """
        return cite(citation_from_descriptor(self._package.descriptor), style, language)

    def _contract(self, table: str) -> TableContract:
        contracts = self._package.contracts
        if table not in contracts:
            raise UnknownNameError(f"there is no table {table!r}.", mend=f"The tables are {', '.join(contracts)}.")
        return contracts[table]


def _row_ids(frame: pd.DataFrame, contract: TableContract) -> list[str]:
    keys: list[dict[Any, Any]] = frame[list(contract.primary_key)].to_dict("records")
    return [contract.row_id(key) for key in keys]


def _beside(key: ForeignKey, other: TableContract) -> Mapping[str, str]:
    """New names for the other table's columns: its key takes the names of the referring columns, the rest a prefix."""
    names = dict(zip(key.reference, key.fields, strict=True))
    prefix = key.fields[0].removesuffix("_id") if len(key.fields) == 1 else key.table
    return {column: names.get(column, f"{prefix}_{column}") for column in other.columns}
