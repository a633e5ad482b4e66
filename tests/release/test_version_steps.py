"""Forty pairs of packages, each with the version step that a user of the older one is owed.

The rule is that of the Data Package recipe (https://datapackage.org/recipes/data-package-version/): MAJOR for a field
added, removed, renamed, reordered, retyped or more tightly constrained, and for an id that is gone; MINOR for new rows
or tables and for a loosened constraint; PATCH for corrected values and descriptions.
"""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

import pytest

from summitry.release.diff.packages import compare_packages
from summitry.release.versions import Step
from summitry.repository import schemas_folder
from summitry.tables.arrow import table_from_rows
from summitry.tables.contract import TABLES, contract_from_schema, read_schemas
from summitry.tables.digest import bytes_hash, content_digest
from summitry.tables.files import csv_bytes, parquet_bytes
from summitry.tables.metadata import PackageMetadata
from summitry.tables.package import read_package


@dataclass
class Draft:
    """A package before it is written: rows and schemas by table, the descriptor, and the retired ids."""

    rows: dict[str, list[dict[str, Any]]]
    schemas: dict[str, dict[str, Any]]
    description: dict[str, Any]
    retired: list[tuple[str, str, str]]

    def field(self, table: str, column: str) -> dict[str, Any]:
        """The declaration of a column."""
        found: dict[str, Any] = next(field for field in self.schemas[table]["fields"] if field["name"] == column)
        return found

    def constraints(self, table: str, column: str) -> dict[str, Any]:
        """What a column demands, to be changed in place."""
        constraints: dict[str, Any] = self.field(table, column).setdefault("constraints", {})
        return constraints

    def row(self, table: str, key: str) -> dict[str, Any]:
        """The row whose first column is the key."""
        return next(row for row in self.rows[table] if next(iter(row.values())) == key)

    def resource(self, table: str) -> dict[str, Any]:
        """What the descriptor says of a table, to be changed in place."""
        resources: dict[str, dict[str, Any]] = self.description.setdefault("resources", {})
        return resources.setdefault(table, {})

    def write(self, folder: Path) -> Path:
        """Write the package, with the checksums that its files have, and give the folder."""
        changed = self.description.get("resources", {})
        resources = []
        for name, schema in self.schemas.items():
            contract = contract_from_schema(name, schema)
            table = table_from_rows(contract, self.rows[name])
            paths = {"path": f"data/{name}.csv", "parquet": f"data/{name}.parquet"} | changed.get(name, {})
            csv, parquet = csv_bytes(table, contract), parquet_bytes(table, contract)
            for path, data in (
                (paths["path"], csv),
                (paths["parquet"], parquet),
                (f"schemas/{name}.json", json.dumps(schema, ensure_ascii=False).encode()),
            ):
                (folder / path).parent.mkdir(parents=True, exist_ok=True)
                (folder / path).write_bytes(data)
            resources.append(
                {"name": name, "path": paths["path"], "schema": f"schemas/{name}.json", "format": "csv"}
                | {"encoding": "utf-8", "rows": table.num_rows, "contentDigest": content_digest(table)}
                | {"bytes": len(csv), "hash": bytes_hash(csv)}
                | {"parquet": {"path": paths["parquet"], "bytes": len(parquet), "hash": bytes_hash(parquet)}}
                | {key: value for key, value in changed.get(name, {}).items() if key not in ("path", "parquet")}
            )
        described = {key: value for key, value in self.description.items() if key != "resources"}
        descriptor = json.dumps(described | {"resources": resources}, ensure_ascii=False)
        (folder / "datapackage.json").write_text(descriptor, "utf-8")
        retired = "".join(f"{table},{id_},{successor},,\n" for table, id_, successor in self.retired)
        (folder / "vocabulary").mkdir(exist_ok=True)
        (folder / "vocabulary" / "retired_ids.csv").write_text(
            f"table,id,replaced_by,retired_in,reason\n{retired}", "utf-8"
        )
        return folder


NEW_FIELD: Final = {
    "name": "remark",
    "type": "string",
    "origin": "derived",
    "title": "Remark",
    "title_ar": "ملاحظة",
    "description": "A remark.",
    "description_ar": "ملاحظة.",
    "example": "none",
}


def add_field(draft: Draft) -> None:
    draft.schemas["summits"]["fields"].append(NEW_FIELD)


def add_field_in_the_middle(draft: Draft) -> None:
    draft.schemas["summits"]["fields"].insert(3, NEW_FIELD)


def drop_field(draft: Draft, table: str = "summits", column: str = "venue") -> None:
    draft.schemas[table]["fields"].remove(draft.field(table, column))
    for row in draft.rows[table]:
        del row[column]


def rename_field(draft: Draft) -> None:
    draft.field("summits", "venue")["name"] = "building"
    for row in draft.rows["summits"]:
        row["building"] = row.pop("venue")


def reorder_fields(draft: Draft) -> None:
    fields = draft.schemas["summits"]["fields"]
    fields[-1], fields[-2] = fields[-2], fields[-1]


def retype(draft: Draft) -> None:
    draft.field("resources", "world_rank").update(type="number", example=1.5)
    for row in draft.rows["resources"]:
        row["world_rank"] = float(row["world_rank"])


def rekey(draft: Draft) -> None:
    draft.schemas["attendance"]["primaryKey"] = ["leader_id", "summit_id"]


def drop_table(draft: Draft) -> None:
    del draft.schemas["statements"], draft.rows["statements"]


def rename_table(draft: Draft) -> None:
    draft.schemas["sayings"] = draft.schemas.pop("statements")
    draft.rows["sayings"] = draft.rows.pop("statements")


def add_table(draft: Draft) -> None:
    draft.schemas["notes"] = {
        **draft.schemas["forums"],
        "primaryKey": ["remark"],
        "fields": [{**NEW_FIELD, "constraints": {"required": True}}],
    }
    draft.rows["notes"] = [{"remark": "one"}]


def add_a_row(draft: Draft) -> None:
    draft.rows["commodities"].append({**draft.rows["commodities"][0], "commodity_id": "silver"})


def add_a_party(draft: Draft) -> None:
    draft.rows["agreement_parties"].append({"agreement_id": "kaz-usa-2025-energy", "place_id": "central-asia"})


def drop_a_party(draft: Draft) -> None:
    draft.rows["agreement_parties"].pop()


def drop_a_row(draft: Draft) -> None:
    draft.rows["resources"].clear()


def retire_a_row(draft: Draft) -> None:
    drop_a_row(draft)
    draft.retired.append(("resources", "kaz-uranium-production", ""))


def rename_an_id(draft: Draft) -> None:
    draft.row("summits", "c5plus1-2026")["summit_id"] = "c5plus1-2026-b"


def correct_and_add(draft: Draft) -> None:
    draft.row("summits", "c5plus1-2025").update(city="New York")
    add_a_row(draft)


def add_and_tighten(draft: Draft) -> None:
    add_a_row(draft)
    draft.constraints("summits", "city").update(maxLength=40)


def read_a_quote_elsewhere(draft: Draft) -> None:
    draft.row("evidence", "aa02").update(evidence_id="bb02", start=21, end=31)


def tell_it_again(draft: Draft) -> None:
    again = {**draft.row("evidence", "aa01"), "evidence_id": "bb01", "source_id": "jarida-2025-11-08-summit"}
    draft.rows["evidence"].append(again)


def drop_a_quote(draft: Draft) -> None:
    draft.rows["evidence"].remove(draft.row("evidence", "aa03"))


def shuffle(draft: Draft) -> None:
    for table in draft.rows.values():
        table.reverse()


def set_pattern(draft: Draft) -> None:
    draft.constraints("places", "iso2")["pattern"] = "[A-Z][A-Z]?"


PAIRS: dict[str, tuple[Callable[[Draft], object], Step]] = {
    # Nothing that a user could notice
    "the same package": (lambda draft: None, Step.NONE),
    "the same rows in another order": (shuffle, Step.NONE),
    "another version number alone": (lambda draft: draft.description.update(version="9.9.9"), Step.NONE),
    "the allowed values in another order": (
        lambda draft: draft.constraints("places", "kind")["enum"].reverse(),
        Step.NONE,
    ),
    # Columns
    "a column more, at the end": (add_field, Step.MAJOR),
    "a column more, in the middle": (add_field_in_the_middle, Step.MAJOR),
    "a column less": (drop_field, Step.MAJOR),
    "a column renamed": (rename_field, Step.MAJOR),
    "two columns changed places": (reorder_fields, Step.MAJOR),
    "a column of another type": (retype, Step.MAJOR),
    "another key": (rekey, Step.MAJOR),
    # Constraints
    "a cell demanded": (lambda draft: draft.constraints("places", "name_ru").update(minLength=2), Step.MAJOR),
    "a cell no longer demanded": (lambda draft: draft.constraints("places", "name_ru").pop("required"), Step.MINOR),
    "an allowed value less": (lambda draft: draft.constraints("agreements", "kind")["enum"].remove("deal"), Step.MAJOR),
    "an allowed value more": (
        lambda draft: draft.constraints("agreements", "kind")["enum"].append("lease"),
        Step.MINOR,
    ),
    "an allowed value replaced": (
        lambda draft: draft.constraints("agreements", "kind").update(
            enum=["agreement", "memorandum", "lease", "pledge", "declaration", "accession"]
        ),
        Step.MAJOR,
    ),
    "a list of allowed values where there was none": (
        lambda draft: draft.constraints("summits", "city").update(enum=["Washington"]),
        Step.MAJOR,
    ),
    "no longer a list of allowed values": (
        lambda draft: draft.constraints("agreements", "kind").pop("enum"),
        Step.MINOR,
    ),
    "a least value drawn up": (
        lambda draft: draft.field("resources", "world_rank").update(example=2, constraints={"minimum": 2}),
        Step.MAJOR,
    ),
    "a least value let down": (
        lambda draft: draft.constraints("resources", "world_rank").update(minimum=0),
        Step.MINOR,
    ),
    "a greatest value where there was none": (
        lambda draft: draft.constraints("resources", "world_rank").update(maximum=300),
        Step.MAJOR,
    ),
    "an earliest day let down": (
        lambda draft: draft.constraints("agreements", "announced_on").update(minimum="1800-01-01"),
        Step.MINOR,
    ),
    "another pattern, which nobody can compare": (set_pattern, Step.MAJOR),
    "no pattern any longer": (lambda draft: draft.constraints("places", "iso2").pop("pattern"), Step.MINOR),
    "a cell that must be unique": (lambda draft: draft.constraints("places", "iso2").update(unique=True), Step.MAJOR),
    "a reference that must hold": (
        lambda draft: draft.schemas["evidence"]["foreignKeys"].append(
            {"fields": ["value"], "reference": {"resource": "forums", "fields": ["forum_id"]}}
        ),
        Step.MAJOR,
    ),
    "a reference that need not hold any longer": (
        lambda draft: draft.schemas["resources"]["foreignKeys"].pop(),
        Step.MINOR,
    ),
    "cells that must have evidence": (
        lambda draft: draft.field("agreements", "announced_on").update(origin="source"),
        Step.MAJOR,
    ),
    # Tables
    "a table more": (add_table, Step.MINOR),
    "a table less": (drop_table, Step.MAJOR),
    "a table renamed": (rename_table, Step.MAJOR),
    "a file elsewhere": (lambda draft: draft.resource("places").update(path="data/where.csv"), Step.MAJOR),
    # Rows
    "a row more": (add_a_row, Step.MINOR),
    "a row more in a table whose key has two columns": (add_a_party, Step.MINOR),
    "a row less": (drop_a_row, Step.MAJOR),
    "a row less in a table whose key has two columns": (drop_a_party, Step.MAJOR),
    "a row less, and its id listed as retired": (retire_a_row, Step.MAJOR),
    "an id renamed": (rename_an_id, Step.MAJOR),
    "the same told by another source": (tell_it_again, Step.MINOR),
    "a quote that stands elsewhere": (read_a_quote_elsewhere, Step.PATCH),
    "a quote less": (drop_a_quote, Step.PATCH),
    # Cells
    "a number corrected": (
        lambda draft: draft.row("agreements", "kaz-usa-2025-energy").update(value_amount=18_000_000_000),
        Step.PATCH,
    ),
    "a day corrected": (
        lambda draft: draft.row("agreements", "kaz-usa-2025-energy").update(announced_on=date(2025, 11, 6)),
        Step.PATCH,
    ),
    "an empty cell filled": (lambda draft: draft.row("summits", "c5plus1-2026").update(city="Astana"), Step.PATCH),
    "a cell emptied": (lambda draft: draft.row("summits", "c5plus1-2025").update(venue=None), Step.PATCH),
    "a truth turned": (lambda draft: draft.rows["statements"][0].update(is_quotation=True), Step.PATCH),
    # Descriptions
    "a column described in other words": (
        lambda draft: draft.field("places", "kind").update(description="Other words."),
        Step.PATCH,
    ),
    "a column described in other Arabic words": (
        lambda draft: draft.field("places", "kind").update(description_ar="بألفاظ أخرى."),
        Step.PATCH,
    ),
    "another title of the package": (lambda draft: draft.description.update(title="Another"), Step.PATCH),
    "another licence": (lambda draft: draft.description.update(licenses=[{"name": "CC-BY-4.0"}]), Step.PATCH),
    "another name of the package": (lambda draft: draft.description.update(name="another"), Step.MAJOR),
    # The larger step wins
    "a value corrected and a row more": (correct_and_add, Step.MINOR),
    "a row more and a constraint tightened": (add_and_tighten, Step.MAJOR),
}


@pytest.fixture(scope="module")
def make_draft(rows: dict[str, list[dict[str, object]]], metadata: PackageMetadata) -> Callable[[], Draft]:
    """Makes the small package, each time anew."""
    schemas = read_schemas(schemas_folder())

    def make() -> Draft:
        description = {
            "name": metadata.name,
            "version": metadata.version,
            "title": metadata.title,
            "licenses": [{"name": item.name, "path": item.path} for item in metadata.licenses],
        }
        ordered: dict[str, Any] = {name: copy.deepcopy(schemas[name]) for name in TABLES}
        return Draft(copy.deepcopy(rows), ordered, description, [])

    return make


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory, make_draft: Callable[[], Draft]) -> Path:
    folder: Path = make_draft().write(tmp_path_factory.mktemp("before"))
    return folder


@pytest.mark.parametrize("name", PAIRS)
def test_a_pair_of_packages_gets_its_version_step(
    tmp_path: Path, before: Path, make_draft: Callable[[], Draft], name: str
) -> None:
    change, step = PAIRS[name]
    draft = make_draft()
    change(draft)
    diff = compare_packages(read_package(before), read_package(draft.write(tmp_path)))
    assert diff.step is step, diff.as_json()


def test_no_step_is_left_without_pairs() -> None:
    steps = [step for _, step in PAIRS.values()]
    assert len(steps) >= 40
    assert set(steps) == set(Step)
    assert min(steps.count(step) for step in Step if step) >= 10


def test_the_order_of_changes_does_not_depend_on_the_run(
    tmp_path: Path, before: Path, make_draft: Callable[[], Draft]
) -> None:
    draft = make_draft()
    for column in ("city", "venue", "host_place_id"):
        drop_field(draft, column=column)
    draft.schemas["summits"].pop("foreignKeys")
    diff = compare_packages(read_package(before), read_package(draft.write(tmp_path)))
    (summits,) = (table for table in diff.tables if table.name == "summits")
    removed = [change.where for change in summits.schema if change.kind == "removed"]
    assert removed == ["summits.host_place_id", "summits.city", "summits.venue"]


def test_a_retired_id_says_what_replaced_it_and_a_lost_one_is_called_lost(
    tmp_path: Path, before: Path, make_draft: Callable[[], Draft]
) -> None:
    lost, retired = make_draft(), make_draft()
    rename_an_id(lost)
    rename_an_id(retired)
    retired.retired.append(("summits", "c5plus1-2026", "c5plus1-2026-b"))
    old = read_package(before)
    for draft, folder, vanished in ((lost, "lost", ("c5plus1-2026",)), (retired, "retired", ())):
        diff = compare_packages(old, read_package(draft.write(tmp_path / folder)))
        (summits,) = (table for table in diff.changed_tables if table.name == "summits")
        assert summits.vanished == vanished
