from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest

import summitry
from summitry.dataset import Dataset
from summitry.errors import PackageError, UnknownNameError
from summitry.tables.contract import TABLES


@pytest.fixture
def db(package_folder: Path) -> Dataset:
    return summitry.load(package_folder)


def test_every_table_is_a_frame_under_its_name(db: Dataset) -> None:
    assert db.tables == TABLES
    for name in TABLES:
        assert isinstance(getattr(db, name), pd.DataFrame)
        assert getattr(db, name) is db[name]
    assert set(TABLES) <= set(dir(db))


def test_columns_keep_their_types_also_where_cells_are_empty(db: Dataset) -> None:
    agreements = db.agreements.set_index("agreement_id")
    assert {name: str(dtype) for name, dtype in agreements.dtypes.items()} == {
        "summit_id": "string",
        "kind": "string",
        "status": "string",
        "value_amount": "Int64",
        "value_currency": "string",
        "announced_on": "datetime64[s]",
        "title_en": "string",
    }
    assert agreements.loc["kaz-usa-2025-energy", "value_amount"] == 17_000_000_000
    assert agreements.loc["kaz-usa-2025-energy", "announced_on"] == pd.Timestamp("2025-11-07")
    assert agreements.loc["kaz-usa-2025-mining", ["value_amount", "value_currency", "announced_on"]].isna().all()
    assert str(db.statements["is_quotation"].dtype) == "boolean"


def test_a_table_without_rows_keeps_its_types_too(tmp_path: Path, db: Dataset, metadata: object) -> None:
    from summitry.tables.package import write_package

    write_package({}, tmp_path / "empty", metadata)  # type: ignore[arg-type]  # the fixture is typed for its own module
    empty = summitry.load(tmp_path / "empty")
    for name in TABLES:
        assert empty[name].dtypes.equals(db[name].dtypes)


def test_a_frame_says_what_it_and_its_columns_mean(db: Dataset) -> None:
    assert db.summits.attrs["title"] == "Summits"
    assert db.summits.attrs["title_ar"] == "القمم"
    assert db.summits.attrs["columns"]["city"]["origin"] == "source"
    assert set(db.summits.attrs["columns"]) == set(db.summits.columns)


def test_the_words_behind_a_row_are_found(db: Dataset) -> None:
    found = db.evidence_for("summits", "c5plus1-2025")
    assert list(found["quote"]) == ["C5+1", "Washington", "واشنظن"]
    assert list(found["publisher"]) == ["The Gazette", "The Gazette", "الجريدة"]
    assert found.loc[2, "corrected_to"] == "واشنطن"


def test_the_words_behind_one_cell_are_found(db: Dataset) -> None:
    found = db.evidence_for("summits", "c5plus1-2025", "forum_id")
    assert found[["value", "quote", "start", "end"]].to_dict("records") == [
        {"value": "c5plus1", "quote": "C5+1", "start": 4, "end": 8}
    ]
    assert db.evidence_for("summits", "c5plus1-2026").empty


@pytest.mark.parametrize("key", ["kaz-usa-2025-energy/KAZ", ("kaz-usa-2025-energy", "KAZ")])
def test_a_key_of_several_columns_is_given_as_text_or_tuple(db: Dataset, key: str | tuple[str, ...]) -> None:
    assert list(db.evidence_for("agreement_parties", key)["quote"]) == ["Kazakhstan"]


@pytest.mark.parametrize(
    ("table", "row", "column", "message"),
    [
        ("treaties", "x", None, "there is no table 'treaties'. The tables are sources, places"),
        ("summits", "c5plus1-1999", None, "table summits: there is no row 'c5plus1-1999'. Its key is summit_id."),
        ("agreement_parties", "x", None, "Its key is agreement_id/place_id."),
        ("summits", "c5plus1-2025", "town", "there is no column 'town'"),
    ],
)
def test_asking_for_what_is_not_there_says_what_is(
    db: Dataset, table: str, row: str, column: str | None, message: str
) -> None:
    with pytest.raises(UnknownNameError) as caught:
        db.evidence_for(table, row, column)
    assert message in str(caught.value)


def test_an_unknown_attribute_is_an_attribute_error_that_lists_the_tables(db: Dataset) -> None:
    with pytest.raises(AttributeError, match=r"no table 'treaties'\. The tables are sources, places"):
        _ = db.treaties


def test_joining_puts_the_rows_referred_to_beside_the_tables_own(db: Dataset) -> None:
    found = db.join("attendance")
    assert list(found["leader_name_en"]) == ["Donald Trump", "Kassym-Jomart Tokayev"]
    assert list(found["summit_city"]) == ["Washington", "Washington"]
    assert found.attrs["columns"]["leader_name_en"]["title"] == "English name"


def test_two_references_to_one_table_keep_apart(db: Dataset) -> None:
    row = db.join("statements").iloc[0]
    assert (row["leader_name_en"], row["about_leader_name_en"]) == ("Kassym-Jomart Tokayev", "Donald Trump")
    assert pd.isna(row["about_place_name_en"])


@pytest.mark.parametrize("table", TABLES)
def test_joining_keeps_rows_columns_types_and_names_apart(db: Dataset, table: str) -> None:
    found, own = db.join(table), db[table]
    assert found.columns.is_unique
    assert not [name for name in found.columns if name.endswith(("_x", "_y"))]
    pd.testing.assert_frame_equal(found[list(own.columns)], own)
    assert set(found.attrs["columns"]) == set(found.columns)


def test_the_dataset_shows_its_tables_with_their_rows(db: Dataset) -> None:
    lines = repr(db).splitlines()
    assert lines[0] == "Summits for tests, version 1.2.3"
    assert [line.split()[:2] for line in lines[1:3]] == [["sources", "2"], ["places", "3"]]
    assert len(lines) == 1 + len(TABLES)


def test_a_folder_without_data_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PackageError, match="there is no data package"):
        summitry.load(tmp_path)


def test_importing_the_package_imports_nothing_heavy() -> None:
    code = "import sys, summitry; summitry.__version__; print(*sorted(sys.modules))"
    loaded = subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path[:0] = {sys.path!r}\n{code}"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()
    assert not {"pandas", "pyarrow", "pandera", "frictionless", "rich", "typer"} & set(loaded)


def test_the_public_names_are_there() -> None:
    for name in ("Article", "Dataset", "errors", "extract", "load", "read_article", "__version__"):
        assert getattr(summitry, name) is not None
        assert name in dir(summitry)
    with pytest.raises(AttributeError, match="no attribute 'lod'"):
        _ = summitry.lod
