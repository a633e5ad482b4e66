"""Copies of the package to spoil: raw, as an editor would, or forged, so that all that is stated agrees again."""

from __future__ import annotations

import csv
import io
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow as pa

from summitry.tables.arrow import table_from_rows
from summitry.tables.contract import load_contracts
from summitry.tables.digest import bytes_hash, content_digest
from summitry.tables.files import csv_bytes, parquet_bytes, read_csv
from summitry.validation.findings import Finding, Place
from summitry.validation.validate import validate

ROOT = Path(__file__).resolve().parents[2]
Row = dict[str, Any]
Rows = list[Row]
RELEASED = ("data", "schemas")
REPOSITORY = (*RELEASED, "sources", "vocabulary")


class Copy:
    """A package in a folder of its own: as released, or with its sources and vocabulary."""

    def __init__(self, folder: Path, parts: tuple[str, ...] = REPOSITORY) -> None:
        self.folder = folder
        for name in parts:
            shutil.copytree(ROOT / name, folder / name)
        shutil.copy(ROOT / "datapackage.json", folder)

    # Reading

    def data(self, path: str) -> bytes:
        """The bytes of a file."""
        return (self.folder / path).read_bytes()

    def rows(self, table: str) -> Rows:
        """The typed rows of a table, as they are in its CSV file."""
        found: Rows = read_csv(self.folder / "data" / f"{table}.csv", load_contracts()[table]).to_pylist()
        return found

    def found(self, code: str) -> list[Finding]:
        """The findings of a code."""
        return [finding for finding in validate(self.folder).findings if finding.code == code]

    # Changing, as an editor would

    def write(self, path: str, data: bytes) -> None:
        """Write a file; whoever states its size and checksum is not told."""
        (self.folder / path).parent.mkdir(parents=True, exist_ok=True)
        (self.folder / path).write_bytes(data)

    def replace(self, path: str, old: str, new: str) -> None:
        """Change a file's text without telling anybody. The old text must be there."""
        text = self.data(path).decode("utf-8")
        assert old in text
        self.write(path, text.replace(old, new, 1).encode("utf-8"))

    def edit_json(self, path: str, change: Callable[[Any], object]) -> None:
        """Change what a JSON file says."""
        content = json.loads(self.data(path))
        change(content)
        self.write(path, (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode("utf-8"))

    def restate(self, table: str, stated: dict[str, Any]) -> None:
        """Change what the descriptor says of a table; what is under `parquet` is merged."""

        def change(descriptor: Any) -> None:
            resource = next(item for item in descriptor["resources"] if item["name"] == table)
            resource["parquet"].update(stated.pop("parquet", {}))
            resource.update(stated)

        self.edit_json("datapackage.json", change)

    # Changing, as a forger would

    def rewrite(self, table: str, change: Callable[[Rows], object]) -> None:
        """Change a table's rows and make CSV, Parquet and descriptor agree again."""
        rows = self.rows(table)
        change(rows)
        self.put(table, table_from_rows(load_contracts()[table], rows))

    def put(self, table: str, made: pa.Table) -> None:
        """Write a table in both forms and state what it is."""
        contract = load_contracts()[table]
        data, parquet = csv_bytes(made, contract), parquet_bytes(made, contract)
        self.write(f"data/{table}.csv", data)
        self.write(f"data/{table}.parquet", parquet)
        self.restate(
            table,
            {
                "bytes": len(data),
                "hash": bytes_hash(data),
                "rows": made.num_rows,
                "contentDigest": content_digest(made),
                "parquet": {"bytes": len(parquet), "hash": bytes_hash(parquet)},
            },
        )

    def put_csv(self, table: str, data: bytes) -> None:
        """Write a table's CSV alone, and state its size and checksum: Parquet and digest know better."""
        self.write(f"data/{table}.csv", data)
        self.restate(table, {"bytes": len(data), "hash": bytes_hash(data)})

    def records(self, table: str) -> list[list[str]]:
        """The cells of a table's CSV as texts, header included."""
        return list(csv.reader(io.StringIO(self.data(f"data/{table}.csv").decode("utf-8"), newline="")))

    def put_records(self, table: str, records: list[list[str]]) -> None:
        """Write the cells of a table's CSV, quoted only where they must be."""
        sink = io.StringIO(newline="")
        csv.writer(sink, lineterminator="\n").writerows(records)
        self.put_csv(table, sink.getvalue().encode("utf-8"))


def at(table: str, index: int, column: str | None = None) -> Place:
    """The place of a row of the package's tables, none of which has line breaks in its cells."""
    return Place(f"data/{table}.csv", index + 1, index + 2, column)
