"""Rows of any package: keys and references, every finding at its row and line, and nothing that frictionless alone finds."""

from __future__ import annotations

import csv
import io
import json
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import frictionless
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summitry.validation.findings import Finding
from summitry.validation.tables import KEPT
from summitry.validation.validate import Report, validate

Descriptor = dict[str, Any]
Rows = list[list[str]]

TYPES = ("string", "integer", "string")
SHAPES: Mapping[str, Descriptor] = {
    "a key": {"primaryKey": "a"},
    "a key of numbers": {"primaryKey": ["b"]},
    "a composite key": {"primaryKey": ["a", "b"]},
    "a unique column": {"unique": "b"},
    "a reference to itself": {"foreignKeys": [{"fields": "c", "reference": {"resource": "", "fields": "a"}}]},
    "a composite reference to itself": {
        "foreignKeys": [{"fields": ["c", "b"], "reference": {"resource": "", "fields": ["a", "b"]}}]
    },
    "a key, a reference and constraints": {
        "primaryKey": ["a"],
        "foreignKeys": [{"fields": ["c"], "reference": {"resource": "", "fields": ["a"]}}],
        "constraints": {"a": {"required": True, "pattern": "[A-Z]+"}, "b": {"minimum": 0}},
    },
    "other words for nothing": {"primaryKey": ["a"], "missingValues": ["", "-"]},
}
CELLS = st.sampled_from(["", "A", "B", "C", "a", "-", "A\nB", "قمة", 'B"', "C,D"])
NUMBERS = st.sampled_from(["", "0", "1", "2", "-1", "x", "+1", "01"])
TABLES = st.lists(st.tuples(CELLS, NUMBERS, CELLS).map(list), min_size=1, max_size=7)


def schema_of(shape: Descriptor) -> Descriptor:
    constraints = {name: dict(value) for name, value in shape.get("constraints", {}).items()}
    if "unique" in shape:
        constraints.setdefault(shape["unique"], {})["unique"] = True
    fields = [
        {"name": name, "type": type_, "constraints": constraints.get(name, {})}
        for name, type_ in zip("abc", TYPES, strict=True)
    ]
    own = {key: value for key, value in shape.items() if key not in ("unique", "constraints")}
    return {"fields": fields, **own}


def csv_of(rows: Rows) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([["a", "b", "c"], *rows])
    return out.getvalue()


def package(folder: Path, text: str, schema: Descriptor) -> Path:
    (folder / "made.csv").write_bytes(text.encode("utf-8"))
    dialect = {"delimiter": ",", "csv": {"delimiter": ","}}
    resource = {"name": "made", "path": "made.csv", "format": "csv", "schema": schema, "dialect": dialect}
    (folder / "datapackage.json").write_text(json.dumps({"name": "made", "resources": [resource]}), "utf-8")
    return folder


def by_frictionless(folder: Path) -> set[tuple[int, str]]:
    report = frictionless.Package(str(folder / "datapackage.json")).validate()
    return {((row or 1) - 1, kind) for row, kind in report.flatten(["rowNumber", "type"])}


# What frictionless calls it, and how ours may.
CODES: Mapping[str, set[str]] = {
    "type-error": {"type"},
    "constraint-error": {"constraint"},
    "unique-error": {"constraint"},
    "primary-key": {"key", "type", "constraint"},  # a key that is empty, or cannot be read, is told as that
    "foreign-key": {"foreign-key"},
    "blank-row": {"table-shape"},
    "extra-cell": {"table-shape"},
    "missing-cell": {"table-shape"},
}


@pytest.mark.parametrize("name", SHAPES)
def test_whatever_frictionless_finds_is_found_at_its_row(name: str) -> None:
    schema = schema_of(SHAPES[name])

    @settings(max_examples=40, deadline=None)
    @given(TABLES)
    def holds(rows: Rows) -> None:
        with tempfile.TemporaryDirectory() as folder:
            place = package(Path(folder), csv_of(rows), schema)
            ours = {(finding.place.row, finding.code) for finding in validate(place).findings}
            for row, kind in by_frictionless(place):
                assert any((row, code) in ours for code in CODES[kind]), (row, kind, ours)

    holds()


@pytest.mark.parametrize("name", SHAPES)
def test_what_is_found_is_wrong(name: str) -> None:
    """No finding on tables without a breach: keys all different, references to the first row, values of their type."""
    schema = schema_of(SHAPES[name])

    @settings(max_examples=20, deadline=None)
    @given(st.integers(1, 12), st.sampled_from(["A", ""]))
    def holds(size: int, first: str) -> None:
        rows = [["A" * (number + 1), "0" if number == 0 else str(number), first] for number in range(size)]
        if name == "a composite reference to itself":
            rows = [[*row[:2], row[0]] for row in rows]
        with tempfile.TemporaryDirectory() as folder:
            assert validate(package(Path(folder), csv_of(rows), schema)).findings == ()

    holds()


BREAKS = st.lists(st.sampled_from(["one", "two\nlines", "three\r\nlines\n.", '"quoted"', "a,b", "\n\n"]), max_size=12)


@settings(deadline=None)
@given(BREAKS)
def test_a_finding_names_the_row_and_the_line_whatever_line_breaks_cells_hold(notes: list[str]) -> None:
    schema = {"fields": [{"name": "note", "type": "string"}, {"name": "number", "type": "integer"}]}
    head = "note,number\n"
    lines = [f'"{note.replace(chr(34), chr(34) * 2)}",{index}\n' for index, note in enumerate(notes)]
    text = head + "".join(lines) + "last,none\n"
    with tempfile.TemporaryDirectory() as folder:
        report = validate(package(Path(folder), text, schema))
    found = [(item.place.row, item.place.line, item.value) for item in report.findings if item.code == "type"]
    assert found == [(len(notes) + 1, (head + "".join(lines)).count("\n") + 1, "none")]


def check(folder: Path, text: str, **schema: Any) -> Report:
    return validate(package(folder, text, {"fields": [{"name": name} for name in "abc"], **schema}))


def places(report: Report, code: str) -> list[tuple[int | None, int | None, str | None]]:
    return [(item.place.row, item.place.line, item.place.column) for item in report.findings if item.code == code]


SHAPELESS: Mapping[str, tuple[str, list[tuple[int | None, int | None, str | None]]]] = {
    "a row that is too short": ("a,b,c\n1,2,3\n1,2\n", [(2, 3, None)]),
    "a row that is too long": ("a,b,c\n1,2,3,4\n", [(1, 2, None)]),
    "a row without values": ("a,b,c\n1,2,3\n,,\n", [(2, 3, None)]),
    "another header": ("a,b,d\n1,2,3\n", [(None, 1, None)]),
    "an open quote": ('a,b,c\n1,2,3\n1,"2,3\n', [(2, 3, None)]),
    "a quote within a cell": ('a,b,c\n"1"x,2,3\n1,2,3,4\n', [(1, 2, None), (2, 3, None)]),
    "nothing": ("", [(None, 1, None)]),
}


@pytest.mark.parametrize("name", SHAPELESS)
def test_a_file_that_is_no_table_is_told_by_line(tmp_path: Path, name: str) -> None:
    text, expected = SHAPELESS[name]
    report = check(tmp_path, text)
    assert places(report, "table-shape") == expected
    assert not report.valid


def test_rows_beside_a_ragged_one_are_examined_too(tmp_path: Path) -> None:
    report = check(tmp_path, "a,b,c\nx,1\nx,2,3\ny,2,\n", primaryKey=["a"], uniqueKeys=[["b"]])
    assert places(report, "key") == [(2, 3, "a"), (3, 4, "b")]


def test_findings_beyond_the_first_thousand_of_a_kind_are_counted(tmp_path: Path) -> None:
    size = KEPT + 500
    report = check(tmp_path, "a,b,c\n" + "x,y,z\n" * size, primaryKey=["a"])
    assert len([item for item in report.findings if item.code == "key"]) == KEPT
    assert report.errors == size - 1


MATCHES: Mapping[str, tuple[str, str, bool]] = {
    "in order": ("exact", "a,b,c\n1,2,3\n", True),
    "out of order": ("exact", "b,a,c\n1,2,3\n", False),
    "in any order": ("equal", "c,a,b\n1,2,3\n", True),
    "one too many": ("equal", "c,a,b,d\n1,2,3,4\n", False),
    "more than the schema has": ("subset", "d,c,a,b\n1,2,3,4\n", True),
    "one that is lacking": ("subset", "d,c,a\n1,2,3\n", False),
    "less than the schema has": ("superset", "c,a\n1,2\n", True),
    "the key is lacking": ("superset", "c,b\n1,2\n", False),
    "some of each": ("partial", "d,a\n1,2\n", True),
    "nothing in common": ("partial", "d,e\n1,2\n", False),
    "a column twice": ("equal", "a,b,c,c\n1,2,3,4\n", False),
}


@pytest.mark.parametrize("name", MATCHES)
def test_a_header_is_matched_as_the_schema_asks(tmp_path: Path, name: str) -> None:
    match, text, valid = MATCHES[name]
    assert check(tmp_path, text, fieldsMatch=match, primaryKey=["a"]).valid is valid


def test_a_reference_between_tables_of_several_columns_is_followed(tmp_path: Path) -> None:
    towns = {"fields": [{"name": "land"}, {"name": "town"}], "primaryKey": ["land", "town"]}
    roads = {
        "fields": [{"name": "land"}, {"name": "start"}],
        "foreignKeys": [
            {"fields": ["land", "start"], "reference": {"resource": "towns", "fields": ["land", "town"]}},
            {"fields": "land", "reference": {"resource": "towns", "fields": "land"}},
        ],
    }
    (tmp_path / "towns.csv").write_text("land,town\nKAZ,Almaty\nUZB,Tashkent\n", "utf-8")
    (tmp_path / "roads.csv").write_text("land,start\nKAZ,Almaty\nKAZ,Tashkent\nTKM,Mary\n,\n", "utf-8")
    resources = [{"name": n, "path": f"{n}.csv", "schema": s} for n, s in (("roads", roads), ("towns", towns))]
    (tmp_path / "datapackage.json").write_text(json.dumps({"name": "p", "resources": resources}), "utf-8")
    found: list[Finding] = [item for item in validate(tmp_path).findings if item.code == "foreign-key"]
    assert [(item.place.line, item.value) for item in found] == [(3, "KAZ/Tashkent"), (4, "TKM/Mary"), (4, "TKM")]
