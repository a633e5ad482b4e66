from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from typing import Any

import pyarrow as pa
import pytest

from summitry.errors import TableError
from summitry.tables.arrow import arrow_schema, conform, table_from_rows
from summitry.tables.contract import TableContract

MakeContract = Callable[..., TableContract]


@pytest.fixture
def contract(make_contract: MakeContract) -> TableContract:
    return make_contract(
        amount=("integer", {"required": True}),
        day=("date", {}),
        sure=("boolean", {}),
        share=("number", {}),
        note=("string", {}),
    )


def test_the_arrow_schema_has_the_types_and_says_which_columns_may_be_empty(contract: TableContract) -> None:
    found = {field.name: (field.type, field.nullable) for field in arrow_schema(contract)}
    assert found == {
        "key": (pa.string(), False),
        "amount": (pa.int64(), False),
        "day": (pa.date32(), True),
        "sure": (pa.bool_(), True),
        "share": (pa.float64(), True),
        "note": (pa.string(), True),
    }


def test_the_arrow_schema_carries_the_texts_and_the_origin(contracts: Mapping[str, TableContract]) -> None:
    schema = arrow_schema(contracts["summits"])
    assert schema.metadata[b"title_ar"].decode() == contracts["summits"].title_ar
    city = schema.field("city").metadata
    assert city[b"origin"] == b"source"
    assert city[b"description"].decode() == contracts["summits"].field("city").description


def test_rows_become_a_typed_table_in_the_order_of_the_key(contract: TableContract) -> None:
    rows: list[dict[str, object]] = [
        {"key": "ب", "amount": 2},
        {"key": "b", "amount": 2**62, "day": date(2025, 11, 7), "sure": False, "share": 0.5, "note": "x"},
        {"key": "B", "amount": -1, "note": None},
    ]
    table = table_from_rows(contract, rows)
    assert table.schema.equals(arrow_schema(contract), check_metadata=True)
    assert table["key"].to_pylist() == ["B", "b", "ب"]
    assert table["amount"].to_pylist() == [-1, 2**62, 2]
    assert table["day"].to_pylist() == [None, date(2025, 11, 7), None]


def test_an_empty_part_of_a_key_sorts_first(make_contract: MakeContract) -> None:
    from dataclasses import replace

    contract = replace(make_contract(start=("date", {})), primary_key=("key", "start"))
    rows: list[dict[str, object]] = [{"key": "a", "start": date(2020, 1, 1)}, {"key": "a"}, {"key": "A"}]
    table = table_from_rows(contract, rows)
    assert table["start"].to_pylist() == [None, None, date(2020, 1, 1)]
    assert conform(table.take([2, 0, 1]), contract).equals(table)


@pytest.mark.parametrize(
    ("cells", "message"),
    [
        ({"amount": "1"}, "column amount: '1' is of type str, and the column holds integer values. Pass a int."),
        ({"amount": True}, "'True' is of type bool"),
        ({"amount": 1.0}, "'1.0' is of type float"),
        ({"amount": 2**63}, "column amount"),
        ({"amount": None}, "row k, column amount: the cell is empty"),
        ({"day": "2025-11-07"}, "Pass a date."),
        ({"day": datetime(2025, 11, 7, tzinfo=UTC)}, "is of type datetime"),
        ({"sure": 1}, "Pass a bool."),
        ({"note": ""}, "Pass None for an empty cell."),
        ({"note": "\ud800"}, "half a character"),
        ({"key": None}, "column key: the cell is empty"),
        ({"colour": "red"}, "there is no column colour"),
    ],
)
def test_a_cell_that_does_not_fit_is_refused_with_its_row_and_column(
    contract: TableContract, cells: Mapping[str, object], message: str
) -> None:
    with pytest.raises(TableError) as caught:
        table_from_rows(contract, [{"key": "k", "amount": 1, **cells}])
    assert message in str(caught.value)
    assert str(caught.value).startswith("table made")


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda table: table.select(["amount", "key", "day", "sure", "share", "note"]), "in this order"),
        (lambda table: table.drop_columns(["note"]), "The contract wants"),
        (lambda table: table.set_column(1, "amount", pa.array(["1"])), "amount string"),
        (lambda table: table.set_column(1, "amount", pa.array([None], pa.int64())), "a required cell is empty"),
    ],
)
def test_a_table_with_other_columns_does_not_conform(
    contract: TableContract, change: Callable[[Any], Any], message: str
) -> None:
    table = table_from_rows(contract, [{"key": "k", "amount": 1}])
    with pytest.raises(TableError, match=message):
        conform(change(table), contract)
