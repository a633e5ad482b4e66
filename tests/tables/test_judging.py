"""The judges of a column: the quick one is never wrong, and whatever frictionless finds in a table, they find too."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import frictionless
import pyarrow as pa
import pytest
from hypothesis import HealthCheck, assume, example, given, reject, settings
from hypothesis import strategies as st

from summitry.tables.column import Column, TableSchema
from summitry.tables.csv_text import split_csv
from summitry.tables.judging import judge_column, judge_texts
from summitry.tables.reading import read_table
from summitry.tables.table_schema import read_table_schema

Descriptor = dict[str, Any]

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"  # frictionless knows exclusive bounds since 2.0

# Per type: the fields to try, and the texts of which the cells are made, right, wrong and in between.
FIELDS: dict[str, list[Descriptor]] = {
    "string": [
        {},
        {"constraints": {"required": True}},
        {"constraints": {"pattern": "[a-z]+[0-9]?"}},
        {"constraints": {"pattern": r"^\w+$"}},
        {"constraints": {"enum": ["a", "قمة", "b2"]}},
        {"constraints": {"minLength": 2, "maxLength": 3}},
        {"format": "email"},
        {"format": "uri"},
        {"format": "uuid", "constraints": {"required": True}},
        {"format": "binary"},
    ],
    "integer": [
        {},
        {"constraints": {"minimum": 0, "maximum": 10}},
        {"constraints": {"minimum": -(10**30), "maximum": 10**30}},
        {"constraints": {"enum": [1, 7]}},
        {"bareNumber": False},
    ],
    "number": [
        {},
        {"constraints": {"minimum": 0.5}},
        {"constraints": {"maximum": "1.5"}},
        {"constraints": {"exclusiveMinimum": 0}},
        {"decimalChar": ","},
        {"constraints": {"enum": [1.5, 2]}},
    ],
    "boolean": [{}, {"trueValues": ["yes"], "falseValues": ["no"]}, {"constraints": {"enum": [True]}}],
    "date": [
        {},
        {"constraints": {"minimum": "2000-02-29", "maximum": "2024-12-31"}},
        {"format": "%d/%m/%Y"},
        {"constraints": {"enum": ["2024-02-29"]}},
    ],
    "datetime": [{}, {"constraints": {"minimum": "2024-01-01T00:00:00"}}],
    "time": [{}, {"constraints": {"maximum": "12:00:00"}}],
    "year": [{}, {"constraints": {"minimum": 1000}}],
    "yearmonth": [{}, {"constraints": {"enum": ["2024-02"]}}],
    "duration": [{}, {"constraints": {"enum": ["PT60S"]}}],
    "list": [{}, {"itemType": "integer"}, {"constraints": {"maxLength": 2}}],
    "array": [{}, {"constraints": {"minLength": 1}}],
    "object": [{}, {"constraints": {"required": True}}],
    "geopoint": [{}, {"format": "array"}],
    "any": [{}, {"constraints": {"enum": ["a", "1"]}}],
}
TEXTS: dict[str, list[str]] = {
    "string": [
        "a", "ab", "b2", "abcd", "A", "قمة", "é", "a b", " a", "a@b.org", "a@b", "@b.org", "http://a.org/x", "a:b", "no uri",
        "c6b7f0f2-3a6e-4a70-8d4b-5a6a1de4a8a1", "C6B7F0F2-3A6E-4A70-8D4B-5A6A1DE4A8A1", "c6b7", "YWJj", "YWJ",
    ],
    "integer": ["0", "1", "7", "10", "11", "-1", "-0", "+5", "007", "1_0", "٣", "1.0", "x", " 1", "5%", "9" * 19, "9" * 31],
    "number": [
        "0", "0.5", "1.5", "1.50", "2", "-0.5", ".5", "5.", "1e3", "+1", "1,5", "NaN", "INF", "-INF", "nan", "x", "٣",
        "0.1000000000000000000001", "1.5000000000000000000001", "0.49999999999999999999", "-0", "007", "1_0",
    ],
    "boolean": ["true", "false", "True", "FALSE", "1", "0", "yes", "no", "t", "x"],
    "date": [
        "2000-02-29", "2000-02-28", "2024-02-29", "2023-02-29", "2024-12-31", "2025-01-01", "2024-1-1", "0000-01-01",
        "0001-01-01", "31/12/2024", "1/2/2024", "2024-04-31", "2024-13-01", "x", "20240101", "٢٠٢٤-٠١-٠١",
    ],
    "datetime": [
        "2024-01-01T00:00:00", "2023-12-31T23:59:59", "2024-01-01T00:00:00Z", "2024-01-01T01:00:00+02:00", "2024-01-01",
        "2024-02-30T00:00:00", "2024-01-01T24:00:00", "2024-01-01T10:00:00.5", "x",
    ],
    "time": ["12:00:00", "11:59:59", "12:00:01", "24:00:00", "12:00", "12:60:00", "12:00:00Z", "x"],
    "year": ["1000", "0999", "2024", "24", "-2024", "20245", "x", "٢٠٢٤"],
    "yearmonth": ["2024-02", "2024-2", "2024-13", "2024", "x", "0001-01"],
    "duration": ["PT60S", "PT1M", "P1Y", "P12M", "P", "PT", "1Y", "-P1D", "x"],
    "list": ["a,b", "1,2", "1,x", "1,2,3", "1"],
    "array": ["[]", "[1]", "[1, 2]", "{}", "x", "[", "[NaN]"],
    "object": ["{}", '{"a": 1}', "[]", "x", "{"],
    "geopoint": ["1,2", "1, 2", "181,0", "0,91", "[1, 2]", "[1]", "x", "1,2,3"],
    "any": ["a", "1", "x"],
}  # fmt: skip
CASES = [(type_, number) for type_, fields in FIELDS.items() for number in range(len(fields))]


def field(type_: str, number: int) -> Descriptor:
    return {"name": "cell", "type": type_, **FIELDS[type_][number]}


def read_schema(descriptor: Descriptor, **others: Descriptor) -> TableSchema:
    schema, problems = read_table_schema("made", descriptor, others)
    assert schema is not None
    assert problems == []
    return schema


def column_of(descriptor: Descriptor) -> Column:
    return read_schema({"fields": [descriptor]}).columns[0]


def cells(type_: str) -> st.SearchStrategy[list[str]]:
    alphabet = "".join(sorted({letter for text in TEXTS[type_] for letter in text}))
    return st.lists(st.sampled_from(["", *TEXTS[type_]]) | st.text(alphabet, max_size=8), min_size=1, max_size=8)


@pytest.mark.parametrize(("type_", "number"), CASES)
def test_the_quick_judge_says_what_the_exact_one_says(type_: str, number: int) -> None:
    column = column_of(field(type_, number))

    @settings(deadline=None)
    @given(cells(type_))
    def holds(texts: list[str]) -> None:
        judged = judge_column(pa.chunked_array([pa.array(texts, pa.string())]), column)
        found = {breaches.rule: set(breaches.rows.tolist()) for breaches in judged.breaches}
        given_ = [(index, text) for index, text in enumerate(texts) if text]
        identities, broken = judge_texts([text for _, text in given_], column)
        expected = {rule: {given_[position][0] for position in positions} for rule, positions in broken.items()}
        if column.demands.required and len(given_) < len(texts):
            expected["required"] = {index for index, text in enumerate(texts) if not text}
        assert found == expected
        values: list[str | None] = [None] * len(texts)
        for (index, _), identity in zip(given_, identities, strict=True):
            values[index] = identity
        assert judged.identity.to_pylist() == values

    holds()


def by_frictionless(folder: Path, text: str, schema: Descriptor) -> set[tuple[int, str]]:
    """What frictionless finds in a CSV file: the row, from 1, and the type of error."""
    (folder / "made.csv").write_bytes(text.encode("utf-8"))
    # Without its encoding the file is guessed to be UTF-7 where a cell begins like "+000000T".
    resource = {"name": "made", "path": "made.csv", "encoding": "utf-8", "schema": schema}
    resource["dialect"] = {"csv": {"delimiter": ","}}
    descriptor = {"$schema": PROFILE, "name": "made", "resources": [resource]}
    report = frictionless.Package.from_descriptor(descriptor, basepath=str(folder)).validate()
    return {((row or 1) - 1, kind) for row, kind in report.flatten(["rowNumber", "type"])}


def quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"' if any(sign in text for sign in ',"\r\n') else text


@pytest.mark.parametrize(("type_", "number"), CASES)
def test_a_cell_that_frictionless_finds_wrong_is_found_wrong(type_: str, number: int, tmp_path: Path) -> None:
    descriptor = {"fields": [{"name": "number", "type": "string"}, field(type_, number)]}
    schema = read_schema(descriptor)

    @settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @example(["+000000T", ""])
    @given(cells(type_))
    def holds(texts: list[str]) -> None:
        assume(not any("\r" in text or "\n" in text or "\0" in text for text in texts))
        text = "number,cell\n" + "".join(f"{index},{quoted(cell)}\n" for index, cell in enumerate(texts))
        judged = read_table(split_csv(text.encode()), schema).judgements["cell"]
        ours = {int(row) + 1 for breaches in judged.breaches for row in breaches.rows}
        try:
            theirs = by_frictionless(tmp_path, text, descriptor)
        except TypeError:  # frictionless cannot compare a time that has a zone with a bound that has none
            reject()
        assert {row for row, _ in theirs} <= ours

    holds()
