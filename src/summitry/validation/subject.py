"""The package under examination: each layer adds what it could make sense of, and the next looks at that."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pyarrow as pa

from summitry.tables.contract import TableContract
from summitry.validation.findings import Place


@dataclass(slots=True)
class Subject:
    """A package's folder and descriptor, the contracts and files that are sound, and the tables read from them."""

    folder: Path
    descriptor: dict[str, Any] = field(default_factory=dict)
    contracts: dict[str, TableContract] = field(default_factory=dict)
    files: dict[str, Path] = field(default_factory=dict)  # the CSV file of each table that is there
    schemas: dict[str, dict[str, Any]] = field(default_factory=dict)  # as the package has them
    second_opinion: set[str] = field(default_factory=set)  # tables that our engine cannot wholly examine
    tables: dict[str, pa.Table] = field(default_factory=dict)
    rows: dict[str, list[dict[str, Any]]] = field(default_factory=dict)

    @property
    def is_ours(self) -> bool:
        """Whether the package declares our profile, so that the rules for its tables apply."""
        return isinstance(self.descriptor.get("summitry"), dict)

    @property
    def is_repository(self) -> bool:
        """Whether it lies among the sources that it is built from."""
        return (self.folder / "sources").is_dir() and (self.folder / "vocabulary").is_dir()

    def at(self, table: str, index: int, column: str | None = None) -> Place:
        """The place of a row, counted from 0. Rows of a sound table are lines of its file unless cells hold line breaks."""
        file = self.files.get(table)
        name = file.relative_to(self.folder).as_posix() if file else f"data/{table}.csv"
        return Place(name, index + 1, index + 2, column)
