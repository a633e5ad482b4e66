from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import mlcroissant
import pandas as pd
import pytest

from summitry.dataset import Dataset
from summitry.tables.contract import TABLES, TableContract
from summitry.tables.metadata import PackageMetadata
from summitry.tables.package import read_package

pytestmark = [
    pytest.mark.usefixtures("offline"),
    # What mlcroissant does inside itself with other libraries.
    pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning"),
    pytest.mark.filterwarnings("ignore:.*inplace:FutureWarning"),
    pytest.mark.filterwarnings("ignore:.*inplace:DeprecationWarning"),
]


@pytest.fixture
def document(crate: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((crate / "croissant.json").read_text("utf-8"))
    return found


def test_the_file_is_valid_croissant_1_1(crate: Path, released_metadata: PackageMetadata) -> None:
    described = mlcroissant.Dataset(jsonld=crate / "croissant.json").metadata
    assert described.ctx.issues.errors == set()
    assert described.ctx.issues.warnings == set()
    assert described.conforms_to == ["http://mlcommons.org/croissant/1.1"]
    assert described.name == {"en": released_metadata.title, "ar": released_metadata.title_ar}
    assert [record_set.id for record_set in described.record_sets] == list(TABLES)


@pytest.mark.parametrize("table", TABLES)
def test_mlcroissant_reads_the_rows_of_the_table_from_its_file(crate: Path, table: str) -> None:
    records = list(mlcroissant.Dataset(jsonld=crate / "croissant.json").records(table))
    frame = Dataset(read_package(crate))[table]
    assert len(records) == len(frame)
    for record, row in zip(records, frame.to_dict("records"), strict=True):
        assert {name: read(value) for name, value in record.items()} == {
            f"{table}/{column}": None if pd.isna(value) else value for column, value in row.items()
        }


def read(value: Any) -> Any:
    if isinstance(value, bytes):
        return value.decode()
    return None if pd.isna(value) else value


def test_keys_and_references_are_those_of_the_contract(
    document: dict[str, Any], contracts: dict[str, TableContract]
) -> None:
    for record_set in document["recordSet"]:
        contract = contracts[record_set["@id"]]
        assert [key["@id"] for key in record_set["key"]] == [f"{contract.name}/{name}" for name in contract.primary_key]
        references = {
            field["@id"]: (field["references"]["fileObject"]["@id"], field["references"]["extract"]["column"])
            for field in record_set["field"]
            if "references" in field
        }
        assert references == {
            f"{contract.name}/{column}": (f"data/{key.table}.parquet", target)
            for key in contract.foreign_keys
            for column, target in zip(key.fields, key.reference, strict=True)
        }


def no_content_url(document: dict[str, Any]) -> None:
    del document["distribution"][0]["contentUrl"]


def no_checksum(document: dict[str, Any]) -> None:
    del document["distribution"][0]["sha256"]


def no_encoding_format(document: dict[str, Any]) -> None:
    del document["distribution"][0]["encodingFormat"]


def no_file(document: dict[str, Any]) -> None:
    document["distribution"] = [item for item in document["distribution"] if item["@id"] != "data/places.parquet"]


@pytest.mark.parametrize("remove", [no_content_url, no_checksum, no_encoding_format, no_file])
def test_mlcroissant_refuses_a_file_with_a_fact_removed(
    tmp_path: Path, crate: Path, document: dict[str, Any], remove: Callable[[dict[str, Any]], None]
) -> None:
    shutil.copytree(crate / "data", tmp_path / "data")
    remove(document)
    (tmp_path / "croissant.json").write_text(json.dumps(document), "utf-8")
    with pytest.raises(mlcroissant.ValidationError):
        mlcroissant.Dataset(jsonld=tmp_path / "croissant.json")
