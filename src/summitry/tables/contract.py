"""The contract of a table: its Table Schema, read once into plain data that everything else derives from.

`schemas/<table>.json` is the only place where a column is declared. `schema_check` says whether a schema is sound;
here a sound one becomes a `TableContract`, from which the Arrow and pandera schemas, the writers and the documents
are made.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import Any

from summitry.errors import ContractError, UnknownNameError
from summitry.repository import schemas_folder
from summitry.strict_json import read_json_object
from summitry.tables.cells import FieldType, Value, cell_text
from summitry.tables.constraints import Constraints, json_value, read_constraints
from summitry.tables.schema_check import SchemaProblem, check_schema, check_schemas

# The tables of the package; each comes after those that it refers to.
TABLES: tuple[str, ...] = (
    "sources",
    "places",
    "forums",
    "forum_members",
    "forum_milestones",
    "leaders",
    "summits",
    "attendance",
    "agreements",
    "agreement_parties",
    "agreement_sectors",
    "commodities",
    "resources",
    "statements",
    "evidence",
)


class Origin(StrEnum):
    """Where the values of a column come from."""

    SOURCE = "source"  # a span of an article: every cell has evidence
    VOCABULARY = "vocabulary"  # a curated list: the value is the list's
    DERIVED = "derived"  # keys and computed columns


@dataclass(frozen=True, slots=True)
class Field:
    """One column: its name, its type, where its values come from, what it demands of them, and its texts."""

    name: str
    type: FieldType
    origin: Origin
    constraints: Constraints
    title: str
    title_ar: str
    description: str
    description_ar: str
    example: Value

    @property
    def required(self) -> bool:
        """Whether no cell of the column may be empty."""
        return self.constraints.required


@dataclass(frozen=True, slots=True)
class ForeignKey:
    """Columns whose values must be the key of a row of another table."""

    fields: tuple[str, ...]
    table: str
    reference: tuple[str, ...]


@dataclass(frozen=True)
class TableContract:
    """One table: its columns in order, its key, what it refers to, its texts, and the schema that it was read from."""

    name: str
    title: str
    title_ar: str
    description: str
    description_ar: str
    fields: tuple[Field, ...]
    primary_key: tuple[str, ...]
    foreign_keys: tuple[ForeignKey, ...]
    descriptor: Mapping[str, object]

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns, in order."""
        return tuple(field.name for field in self.fields)

    def field(self, column: str) -> Field:
        """The field of a column. Raises UnknownNameError where the table has no such column."""
        for field in self.fields:
            if field.name == column:
                return field
        raise UnknownNameError(
            f"there is no column {column!r}.",
            where=f"table {self.name}",
            mend=f"Its columns are {', '.join(self.columns)}.",
        )

    def row_id(self, row: Mapping[str, Any]) -> str:
        """The key of a row as one text, as evidence refers to it: the parts of the key joined by a slash."""
        return "/".join(cell_text(row[column]) for column in self.primary_key)


def load_contract(name: str, folder: Path | None = None) -> TableContract:
    """The contract of one table, from `<folder>/<name>.json`; without a folder, from this package's own schemas.

    Raises ContractError where the file is missing or its schema is unsound. Foreign keys are only followed by
    `load_contracts`.
    """
    path = (folder or schemas_folder()) / f"{name}.json"
    descriptor = read_json_object(path, ContractError)
    _refuse(check_schema(name, descriptor))
    return contract_from_schema(name, descriptor)


def load_contracts(folder: Path | None = None) -> dict[str, TableContract]:
    """The contracts of all tables: this package's own, in the order of `TABLES`, or those of another folder, by name.

    Raises ContractError where a schema is unsound, refers to a column that is not there, or a table lacks its schema.
    """
    descriptors = read_schemas(schemas_folder()) if folder is None else read_schemas(folder, "**/*.json")
    _refuse(check_schemas(descriptors))
    if folder is None and set(descriptors) != set(TABLES):
        odd = ", ".join(sorted(set(descriptors) ^ set(TABLES)))
        raise ContractError(f"the schemas and the tables of this version do not agree on: {odd}.", where="schemas/")
    names = TABLES if set(descriptors) == set(TABLES) else sorted(descriptors)
    return {name: contract_from_schema(name, descriptors[name]) for name in names}


def read_schemas(folder: Path, files: str = "*.json") -> dict[str, dict[str, object]]:
    """The schemas in a folder as JSON, unchecked, by table name, which is the path below the folder without `.json`.

    Raises ContractError for a file that is not JSON.
    """
    paths = sorted(folder.glob(files))
    return {
        path.relative_to(folder).with_suffix("").as_posix(): read_json_object(path, ContractError) for path in paths
    }


def _refuse(problems: list[SchemaProblem]) -> None:
    if problems:
        more = f" (and {len(problems) - 1} more)" if len(problems) > 1 else ""
        raise ContractError(f"{problems[0]}{more}")


def contract_from_schema(name: str, descriptor: Mapping[str, Any]) -> TableContract:
    """The contract that a schema declares. The schema must be sound: see `schema_check.check_schema`."""
    return TableContract(
        name=name,
        title=descriptor["title"],
        title_ar=descriptor["title_ar"],
        description=descriptor["description"],
        description_ar=descriptor["description_ar"],
        fields=tuple(_field(item) for item in descriptor["fields"]),
        primary_key=tuple(descriptor["primaryKey"]),
        foreign_keys=tuple(_foreign_key(item) for item in descriptor.get("foreignKeys", [])),
        descriptor=descriptor,
    )


def _field(item: Mapping[str, Any]) -> Field:
    return Field(
        name=item["name"],
        type=item["type"],
        origin=Origin(item["origin"]),
        constraints=read_constraints(item["type"], item.get("constraints", {})),
        title=item["title"],
        title_ar=item["title_ar"],
        description=item["description"],
        description_ar=item["description_ar"],
        example=json_value(item["type"], item["example"]),
    )


def _foreign_key(item: Mapping[str, Any]) -> ForeignKey:
    reference = item["reference"]
    return ForeignKey(tuple(item["fields"]), reference["resource"], tuple(reference["fields"]))
