"""The contract, the judge of columns, pandera and frictionless judge every value alike, each by its own code."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import frictionless
import pandera.errors
import pyarrow as pa
import pytest

from summitry.tables.arrow import table_from_rows
from summitry.tables.cells import parse_cell
from summitry.tables.constraints import violations
from summitry.tables.contract import TableContract
from summitry.tables.csv_text import split_csv
from summitry.tables.frames import frame_from_table
from summitry.tables.pandera_schema import pandera_schema
from summitry.tables.reading import read_table
from summitry.tables.table_schema import read_table_schema

MakeSchema = Callable[..., dict[str, Any]]
MakeContract = Callable[..., TableContract]

# Type, constraints, the text of the cell, and the constraint that it breaks.
VALUES: list[tuple[str, Mapping[str, object], str, str | None]] = [
    ("string", {}, "anything", None),
    ("string", {}, "", None),
    ("string", {}, "NA", None),
    ("string", {"required": True}, "x", None),
    ("string", {"enum": ["ar", "en"]}, "en", None),
    ("string", {"enum": ["ar", "en"]}, "ru", "enum"),
    ("string", {"enum": ["ar", "en"]}, "EN", "enum"),
    ("string", {"enum": ["ar", "en"]}, "", None),
    ("string", {"pattern": "[A-Z]{3}"}, "KAZ", None),
    ("string", {"pattern": "[A-Z]{3}"}, "KA", "pattern"),
    ("string", {"pattern": "[A-Z]{3}"}, "KAZX", "pattern"),
    ("string", {"pattern": "[A-Z]{3}"}, "xKAZ", "pattern"),
    ("string", {"pattern": "[A-Z]{3}"}, "", None),
    ("string", {"pattern": "(a|bc)"}, "bc", None),
    ("string", {"pattern": "(a|bc)"}, "ac", "pattern"),
    ("string", {"pattern": r"a\$"}, "a$", None),
    ("string", {"pattern": r"a\$"}, "a$b", "pattern"),
    ("string", {"pattern": "[ء-ي]+"}, "قمة", None),
    ("string", {"pattern": "[ء-ي]+"}, "قمة5", "pattern"),
    ("string", {"minLength": 2}, "قم", None),
    ("string", {"minLength": 2}, "ق", "minLength"),
    ("string", {"maxLength": 2}, "قم", None),
    ("string", {"maxLength": 2}, "قمة", "maxLength"),
    ("integer", {}, "9007199254740993", None),
    ("integer", {"minimum": 1}, "1", None),
    ("integer", {"minimum": 1}, "0", "minimum"),
    ("integer", {"minimum": 1}, "", None),
    ("integer", {"maximum": 9007199254740992}, "9007199254740993", "maximum"),
    ("integer", {"enum": [1, 2]}, "3", "enum"),
    ("integer", {"enum": [1, 2]}, "2", None),
    ("number", {"minimum": 0, "maximum": 100}, "45.5", None),
    ("number", {"maximum": 100}, "100.5", "maximum"),
    ("number", {"minimum": 0}, "-0.5", "minimum"),
    ("boolean", {"enum": [True]}, "true", None),
    ("boolean", {"enum": [True]}, "false", "enum"),
    ("boolean", {}, "", None),
    ("date", {"minimum": "2000-01-01"}, "2000-01-01", None),
    ("date", {"minimum": "2000-01-01"}, "1999-12-31", "minimum"),
    ("date", {"maximum": "2000-01-01"}, "2000-01-02", "maximum"),
    ("date", {"minimum": "2000-01-01"}, "", None),
    ("date", {"enum": ["2000-01-01"]}, "2000-01-02", "enum"),
    ("date", {"enum": ["2000-01-01"]}, "2000-01-01", None),
]


@pytest.mark.parametrize(("type_", "constraints", "text", "broken"), VALUES)
def test_all_judge_a_value_alike(
    make_schema: MakeSchema,
    make_contract: MakeContract,
    tmp_path: Path,
    type_: str,
    constraints: Mapping[str, object],
    text: str,
    broken: str | None,
) -> None:
    contract = make_contract(cell=(type_, constraints))
    value = parse_cell(text, type_)
    expected = [] if broken is None else [broken]
    assert list(violations(value, contract.field("cell").constraints)) == expected
    assert by_pandera(table_from_rows(contract, [{"key": "k", "cell": value}]), contract) == expected
    assert by_columns(make_schema(cell=(type_, constraints)), f"key,cell\nk,{text}\n") == expected
    assert by_frictionless(make_schema(cell=(type_, constraints)), f"key,cell\nk,{text}\n", tmp_path) == expected


def test_a_line_feed_after_a_match_breaks_a_pattern_though_frictionless_lets_it_pass(
    make_contract: MakeContract,
) -> None:
    contract = make_contract(cell=("string", {"pattern": "[A-Z]{3}"}))
    assert list(violations("KAZ\n", contract.field("cell").constraints)) == ["pattern"]
    assert by_pandera(table_from_rows(contract, [{"key": "k", "cell": "KAZ\n"}]), contract) == ["pattern"]


def by_columns(schema: dict[str, Any], text: str) -> list[str]:
    read, problems = read_table_schema("made", schema, {}, strict=True)
    assert read is not None
    assert problems == []
    judged = read_table(split_csv(text.encode("utf-8")), read).judgements
    return [breaches.rule for judgement in judged.values() for breaches in judgement.breaches]


def by_pandera(table: pa.Table, contract: TableContract) -> list[str]:
    try:
        pandera_schema(contract).validate(frame_from_table(table, contract), lazy=True)
    except pandera.errors.SchemaErrors as found:
        return sorted(str(check) for check in found.failure_cases["check"])
    return []


def by_frictionless(schema: dict[str, Any], text: str, folder: Path) -> list[str]:
    (folder / "made.csv").write_text(text, "utf-8")
    (folder / "made.json").write_text(json.dumps(schema), "utf-8")
    descriptor = {"name": "made", "path": "made.csv", "schema": "made.json"}
    report = frictionless.Resource.from_descriptor(descriptor, basepath=str(folder)).validate()
    notes = [note for (note,) in report.flatten(["note"])]
    return [note.removeprefix('constraint "').split('"')[0] for note in notes]


def test_pandera_refuses_a_doublet_a_stranger_and_another_order(
    contracts: Mapping[str, TableContract], tables: Mapping[str, pa.Table]
) -> None:
    contract = contracts["places"]
    frame = frame_from_table(tables["places"], contract)
    schema = pandera_schema(contract)
    schema.validate(frame, lazy=True)
    for bad in (
        frame.iloc[[0, 0, 1]].reset_index(drop=True),
        frame.assign(colour="red"),
        frame[["kind", *(name for name in frame.columns if name != "kind")]],
        frame.drop(columns=["iso2"]),
        frame.assign(name_en=None).astype({"name_en": "string"}),
        frame.astype({"kind": "category"}),
    ):
        with pytest.raises(pandera.errors.SchemaErrors):
            schema.validate(bad, lazy=True)


def test_a_unique_column_is_unique_for_pandera_and_frictionless(
    make_schema: MakeSchema, make_contract: MakeContract, tmp_path: Path
) -> None:
    columns = {"code": ("string", {"unique": True})}
    contract = make_contract(**columns)
    table = table_from_rows(contract, [{"key": "a", "code": "x"}, {"key": "b", "code": "x"}])
    assert set(by_pandera(table, contract)) == {"field_uniqueness"}
    assert len(by_frictionless(make_schema(**columns), "key,code\na,x\nb,x\n", tmp_path)) == 1


def test_the_handwritten_package_keeps_every_contract(
    contracts: Mapping[str, TableContract], tables: Mapping[str, pa.Table]
) -> None:
    assert not [name for name, contract in contracts.items() if by_pandera(tables[name], contract)]
