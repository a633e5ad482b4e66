from __future__ import annotations

import csv
import io
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from summitry.errors import TableError
from summitry.tables.arrow import table_from_rows
from summitry.tables.contract import TableContract
from summitry.tables.digest import content_digest
from summitry.tables.files import (
    csv_bytes,
    parquet_bytes,
    parse_csv,
    read_csv,
    read_parquet,
    write_csv,
    write_parquet,
)

MakeContract = Callable[..., TableContract]
Rows = list[dict[str, object]]

HEADER = "key,amount,day,sure,note\n"

# How long a case takes says something of the machine, and nothing of the case.
patiently = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])

TEXTS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=12) | st.sampled_from(
    ["NA", "null", " ", '"', "a,b", "a\nb", "a\rb", "a\r\nb", "=1+1", "\ufeff", "\x00", "#", "قمة، و«منتدى»", "é"]
)
ROWS = st.lists(
    st.fixed_dictionaries(
        {"key": TEXTS, "amount": st.integers(-(2**63), 2**63 - 1)},
        optional={"day": st.none() | st.dates(), "sure": st.none() | st.booleans(), "note": st.none() | TEXTS},
    ),
    max_size=8,
    unique_by=lambda row: row["key"],
)


@pytest.fixture(scope="module")
def contract(make_contract: MakeContract) -> TableContract:
    return make_contract(
        amount=("integer", {"required": True}), day=("date", {}), sure=("boolean", {}), note=("string", {})
    )


@patiently
@given(rows=ROWS)
def test_csv_is_read_back_as_the_same_table_and_written_again_as_the_same_bytes(
    contract: TableContract, rows: Rows
) -> None:
    table = table_from_rows(contract, rows)
    written = csv_bytes(table, contract)
    again, problems = parse_csv(written, contract)
    assert problems == []
    assert again is not None
    assert again.equals(table, check_metadata=True)
    assert csv_bytes(again, contract) == written


@patiently
@given(rows=ROWS, data=st.data())
def test_the_order_in_which_rows_arrive_changes_nothing(
    contract: TableContract, rows: Rows, data: st.DataObject
) -> None:
    shuffled = data.draw(st.permutations(rows))
    one, other = table_from_rows(contract, rows), table_from_rows(contract, shuffled)
    assert csv_bytes(one, contract) == csv_bytes(other, contract)
    assert parquet_bytes(one, contract) == parquet_bytes(other, contract)
    unsorted = one.take(data.draw(st.permutations(range(len(rows))))) if rows else one
    assert content_digest(unsorted) == content_digest(one)
    assert csv_bytes(unsorted, contract) == csv_bytes(one, contract)


@patiently
@given(rows=ROWS.filter(bool), data=st.data())
def test_the_digest_changes_with_every_cell(contract: TableContract, rows: Rows, data: st.DataObject) -> None:
    before = content_digest(table_from_rows(contract, rows))
    row = data.draw(st.sampled_from(rows))
    row["note"] = "another note" if row.get("note") is None else None
    assert content_digest(table_from_rows(contract, rows)) != before


def test_the_digest_tells_an_empty_cell_from_a_word_and_one_type_from_another() -> None:
    tables = [
        pa.table({"a": pa.array(["null"])}),
        pa.table({"a": pa.array([None], pa.string())}),
        pa.table({"a": pa.array(["1"])}),
        pa.table({"a": pa.array([1])}),
        pa.table({"b": pa.array([1])}),
        pa.table({"a": pa.array([1, 1])}),
    ]
    assert len({content_digest(table) for table in tables}) == len(tables)


def test_the_digest_is_fixed_by_its_definition() -> None:
    # printf '[["a","integer"],["b","date"]]\n[1,null]\n[2,"2025-11-07"]\n' | sha256sum, with the cells as texts
    import hashlib

    table = pa.table({"a": pa.array([2, 1]), "b": pa.array([date(2025, 11, 7), None])})
    lines = b'[["a","integer"],["b","date"]]\n["1",null]\n["2","2025-11-07"]\n'
    assert content_digest(table) == "sha256:" + hashlib.sha256(lines).hexdigest()


def test_csv_looks_as_a_person_expects(contract: TableContract) -> None:
    rows: Rows = [
        {"key": "b", "amount": 17_000_000_000, "day": date(2025, 11, 7), "sure": True, "note": 'said "yes", then left'},
        {"key": "a", "amount": 0, "sure": False},
    ]
    text = csv_bytes(table_from_rows(contract, rows), contract).decode()
    assert text == HEADER + 'a,0,,false,\nb,17000000000,2025-11-07,true,"said ""yes"", then left"\n'


MALFORMED: list[tuple[str, bytes, int, str | None, str]] = [
    ("an empty file", b"", 1, None, "the file is empty"),
    ("a byte order mark", b"\xef\xbb\xbf" + HEADER.encode(), 1, None, "byte order mark"),
    ("another header", b"key,sum,day,sure,note\n", 1, None, "the header is key,sum"),
    ("columns in another order", b"amount,key,day,sure,note\n", 1, None, "the header is amount,key"),
    ("spaces in the header", b"key, amount,day,sure,note\n", 1, None, "the header is"),
    ("bytes that are no UTF-8", HEADER.encode() + b"a,1,,,x\nb,1,,,caf\xe9\n", 3, None, "not UTF-8"),
    ("a row that is too short", HEADER.encode() + b"a,1,,\n", 2, None, "4 cells"),
    ("a row that is too long", HEADER.encode() + b"a,1,,,x,y\n", 2, None, "6 cells"),
    ("a blank line", HEADER.encode() + b"a,1,,,\n\n", 3, None, "0 cells"),
    ("an open quote", HEADER.encode() + b'a,1,,,"x\n', 2, None, "not CSV"),
    ("a quote inside a cell", HEADER.encode() + b'a,1,,,"x"y\n', 2, None, "not CSV"),
    ("digits of another script", HEADER.encode() + "a,٣,,,\n".encode(), 2, "amount", "the digits 0-9"),
    ("a padded number", HEADER.encode() + b"a,007,,,\n", 2, "amount", "007"),
    ("a day that is none", HEADER.encode() + b"a,1,2025-02-30,,\n", 2, "day", "calendar"),
    ("another word for true", HEADER.encode() + b"a,1,,TRUE,\n", 2, "sure", "neither true nor false"),
    ("a required cell that is empty", HEADER.encode() + b"a,,,,\n", 2, "amount", "must have a value"),
    ("an empty key", HEADER.encode() + b",1,,,\n", 2, "key", "must have a value"),
    ("rows out of order", HEADER.encode() + b'b,1,,,"x\ny"\na,1,,,\n', 4, None, "smaller key"),
    ("carriage returns", HEADER.replace("\n", "\r\n").encode() + b"a,1,,,\r\n", 1, None, "canonical form"),
    ("no line feed at the end", HEADER.encode() + b"a,1,,,", 2, None, "canonical form"),
    ("quotes without need", HEADER.encode() + b'a,1,,,\nb,1,,,"x"\n', 3, None, "canonical form"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("data", "line", "column", "what"), [pytest.param(*case[1:], id=case[0]) for case in MALFORMED]
)
def test_csv_that_is_not_in_its_one_form_is_refused_with_line_and_column(
    contract: TableContract, data: bytes, line: int, column: str | None, what: str
) -> None:
    table, problems = parse_csv(data, contract)
    assert table is None
    assert [(problem.line, problem.column) for problem in problems] == [(line, column)]
    assert what in problems[0].what


def test_all_bad_cells_are_found_at_once_in_the_order_of_the_lines(contract: TableContract) -> None:
    data = HEADER.encode() + b"a,x,,,\nb,1,y,z,\nc,,,,\n"
    _, problems = parse_csv(data, contract)
    assert [(problem.line, problem.column) for problem in problems] == [
        (2, "amount"),
        (3, "day"),
        (3, "sure"),
        (4, "amount"),
    ]


def test_reading_a_bad_file_names_the_file_the_line_and_how_much_more_is_wrong(
    contract: TableContract, tmp_path: Path
) -> None:
    path = tmp_path / "made.csv"
    path.write_bytes(HEADER.encode() + b"a,x,,,\nb,y,,,\n")
    with pytest.raises(TableError) as caught:
        read_csv(path, contract)
    assert f"{path}, line 2, column amount: 'x' is not a whole number" in str(caught.value)
    assert "1 more" in str(caught.value)


@patiently
@given(
    st.binary(max_size=200) | st.text('key,amount\n"\r01true-٣', max_size=80).map(lambda text: (HEADER + text).encode())
)
def test_any_bytes_are_either_canonical_or_refused_with_a_place(contract: TableContract, data: bytes) -> None:
    table, problems = parse_csv(data, contract)
    if table is None:
        assert problems
        assert all(problem.line >= 1 and problem.what for problem in problems)
    else:
        assert csv_bytes(table, contract) == data


def test_parquet_and_csv_of_every_table_hold_the_same(
    contracts: Mapping[str, TableContract], tables: Mapping[str, pa.Table], tmp_path: Path
) -> None:
    for name, contract in contracts.items():
        write_csv(tables[name], contract, tmp_path / "t.csv")
        write_parquet(tables[name], contract, tmp_path / "t.parquet")
        from_csv, from_parquet = read_csv(tmp_path / "t.csv", contract), read_parquet(tmp_path / "t.parquet", contract)
        assert from_csv.equals(from_parquet, check_metadata=True)
        assert content_digest(from_csv) == content_digest(from_parquet) == content_digest(tables[name])


def test_parquet_and_csv_agree_when_pandas_reads_them(
    contracts: Mapping[str, TableContract], tables: Mapping[str, pa.Table], tmp_path: Path
) -> None:
    for name, contract in contracts.items():
        write_csv(tables[name], contract, tmp_path / "t.csv")
        write_parquet(tables[name], contract, tmp_path / "t.parquet")
        text = pd.read_csv(tmp_path / "t.csv", dtype=str, keep_default_na=False)
        typed = pd.read_parquet(tmp_path / "t.parquet", dtype_backend="numpy_nullable")
        again = typed.astype("string").apply(lambda column: column.fillna(""))
        again = again.apply(lambda column: column.replace({"True": "true", "False": "false"}))
        pd.testing.assert_frame_equal(text.astype("string"), again.astype("string"))


def test_parquet_keeps_the_descriptions_of_its_columns(
    contracts: Mapping[str, TableContract], tables: Mapping[str, pa.Table]
) -> None:
    contract = contracts["agreements"]
    schema = pq.read_schema(io.BytesIO(parquet_bytes(tables["agreements"], contract)))
    assert schema.field("value_amount").metadata[b"title_ar"].decode() == "القيمة"


def test_parquet_is_written_in_one_pinned_form(
    contracts: Mapping[str, TableContract], tables: Mapping[str, pa.Table]
) -> None:
    found = pq.read_metadata(io.BytesIO(parquet_bytes(tables["places"], contracts["places"])))
    assert found.format_version == "2.6"
    assert {found.row_group(0).column(number).compression for number in range(found.num_columns)} == {"ZSTD"}


def test_parquet_without_descriptions_is_read_too(contract: TableContract, tmp_path: Path) -> None:
    table = table_from_rows(contract, [{"key": "a", "amount": 1}])
    bare = pa.schema([field.remove_metadata() for field in table.schema])
    pq.write_table(table.cast(bare), tmp_path / "made.parquet")
    assert read_parquet(tmp_path / "made.parquet", contract).equals(table)


SCRIPT = """
import hashlib, json, sys
sys.path[:0] = json.loads(sys.argv[1])
from datetime import date
from summitry.tables.arrow import table_from_rows
from summitry.tables.contract import load_contracts
from summitry.tables.files import csv_bytes, parquet_bytes
contract = load_contracts()["agreements"]
rows = [
    {"agreement_id": word, "kind": "deal", "status": "signed", "announced_on": date(2025, 1, 1), "title_en": word}
    for word in set("alpha beta gamma delta epsilon zeta eta theta iota kappa قمة café".split())
]
table = table_from_rows(contract, rows)
print(hashlib.sha256(csv_bytes(table, contract) + parquet_bytes(table, contract)).hexdigest())
"""


def test_files_are_the_same_bytes_in_another_time_zone_locale_and_hash_order() -> None:
    import json

    paths = json.dumps([path for path in sys.path if path])
    found = set()
    for zone, locale, seed in (("UTC", "C.UTF-8", "0"), ("Pacific/Kiritimati", "C", "4711")):
        environment = {**os.environ, "TZ": zone, "LC_ALL": locale, "PYTHONHASHSEED": seed}
        call = [sys.executable, "-c", SCRIPT, paths]
        found.add(subprocess.run(call, env=environment, capture_output=True, text=True, check=True).stdout)
    assert len(found) == 1


@pytest.mark.parametrize(
    ("write", "message"),
    [
        (lambda path: path.write_bytes(b"PAR1 not really"), "not Parquet"),
        (lambda path: path.write_bytes(b""), "not Parquet"),
        (lambda path: pq.write_table(pa.table({"key": ["a"]}), path), "not those of the contract"),
        (lambda path: None, "cannot be read"),
    ],
)
def test_a_parquet_file_that_is_not_the_contracts_is_refused(
    contract: TableContract, tmp_path: Path, write: Callable[[Path], Any], message: str
) -> None:
    path = tmp_path / "made.parquet"
    write(path)
    with pytest.raises(TableError, match=message) as caught:
        read_parquet(path, contract)
    assert str(path) in str(caught.value)


def test_a_standard_csv_reader_gets_every_cell(contract: TableContract) -> None:
    rows: Rows = [{"key": "a", "amount": 1, "note": 'two\nlines, a comma and "quotes"'}]
    text = csv_bytes(table_from_rows(contract, rows), contract).decode()
    assert next(csv.DictReader(io.StringIO(text, newline="")))["note"] == rows[0]["note"]
