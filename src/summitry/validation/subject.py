"""The package under examination: each layer adds what it could make sense of, and the next looks at that."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pyarrow as pa

from summitry.tables.column import TableSchema
from summitry.tables.contract import TableContract
from summitry.tables.csv_text import TextTable
from summitry.tables.reading import TableReading
from summitry.validation.findings import Place


@dataclass(slots=True)
class Subject:
    """A package's folder and descriptor, the schemas and files that could be read, and the tables in them.

    `schemas` are as the package has them, `table_schemas` what they demand of tables that can be read. `contracts` are
    there for tables of our profile alone, and `tables` for those of them whose every cell has been read.
    """

    folder: Path
    descriptor: dict[str, Any] = field(default_factory=dict)
    schemas: dict[str, dict[str, Any]] = field(default_factory=dict)
    table_schemas: dict[str, TableSchema] = field(default_factory=dict)
    contracts: dict[str, TableContract] = field(default_factory=dict)
    files: dict[str, Path] = field(default_factory=dict)  # the CSV file of each table that is there
    texts: dict[str, TextTable] = field(default_factory=dict)  # the cells of each CSV file
    readings: dict[str, TableReading] = field(default_factory=dict)
    tables: dict[str, pa.Table] = field(default_factory=dict)
    _rows: dict[str, list[dict[str, Any]]] = field(default_factory=dict)

    @property
    def is_ours(self) -> bool:
        """Whether the package declares our profile, so that the rules for its tables apply."""
        return isinstance(self.descriptor.get("summitry"), dict)

    @property
    def is_repository(self) -> bool:
        """Whether it lies among the sources that it is built from."""
        return (self.folder / "sources").is_dir() and (self.folder / "vocabulary").is_dir()

    @property
    def rows(self) -> Mapping[str, list[dict[str, Any]]]:
        """The rows of each table of our profile that could be read, for rules that look at one row after the other."""
        for name, table in self.tables.items():
            if name in self.contracts and name not in self._rows:
                self._rows[name] = table.to_pylist()
        return self._rows

    def resource(self, table: str) -> Mapping[str, Any]:
        """What the descriptor says of a table, or nothing."""
        listed = self.descriptor.get("resources", ())
        return next((item for item in listed if isinstance(item, dict) and item.get("name") == table), {})

    def file(self, table: str) -> str:
        """The path of a table's file within the package."""
        found = self.files.get(table)
        return found.relative_to(self.folder).as_posix() if found else f"data/{table}.csv"

    def at(self, table: str, index: int, column: str | None = None) -> Place:
        """The place of a row that could be read, counted from 0."""
        text = self.texts.get(table)
        if text is None or index >= text.cells.num_rows:
            return Place(self.file(table), index + 1, index + 2, column)
        return Place(self.file(table), text.row(index), text.line(index), column)
