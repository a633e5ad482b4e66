from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import frictionless
import pyarrow as pa
import pytest

from summitry.errors import PackageError, TableError
from summitry.tables.contract import TABLES, TableContract
from summitry.tables.metadata import PackageMetadata, read_metadata
from summitry.tables.package import inner_path, read_package, write_package

REPOSITORY = Path(__file__).parents[2]


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def descriptor_of(folder: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((folder / "datapackage.json").read_text("utf-8"))
    return found


def test_a_package_has_every_table_twice_its_schema_and_nothing_else(package_folder: Path) -> None:
    files = {f"data/{name}.{kind}" for name in TABLES for kind in ("csv", "parquet")}
    assert set(contents(package_folder)) == files | {f"schemas/{name}.json" for name in TABLES} | {"datapackage.json"}


def test_the_descriptor_states_size_checksum_and_rows_of_every_file(package_folder: Path) -> None:
    for resource in descriptor_of(package_folder)["resources"]:
        for entry in (resource, resource["parquet"]):
            data = (package_folder / entry["path"]).read_bytes()
            assert entry["bytes"] == len(data)
            assert entry["hash"] == f"sha256:{hashlib.sha256(data).hexdigest()}"
    rows = {resource["name"]: resource["rows"] for resource in descriptor_of(package_folder)["resources"]}
    assert rows["places"] == 3
    assert rows["evidence"] == 4


def test_the_descriptor_describes_the_whole_in_two_languages(package_folder: Path) -> None:
    descriptor = descriptor_of(package_folder)
    assert {name: value for name, value in descriptor.items() if name not in ("resources", "sources")} == {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "summitry": {"profile": 1},
        "name": "summits-for-tests",
        "version": "1.2.3",
        "title": "Summits for tests",
        "title_ar": "قمم للاختبار",
        "description": "A package that tests write.",
        "description_ar": "حزمة تكتبها الاختبارات.",
        "licenses": [
            {
                "name": "CC0-1.0",
                "path": "https://creativecommons.org/publicdomain/zero/1.0/",
                "title": "CC0 1.0 Universal",
            }
        ],
        "contributors": [{"title": "A. Tester", "roles": ["author"]}],
        "keywords": ["summits"],
    }
    assert descriptor["sources"] == [
        {"title": "A list of places", "path": "https://www.example.org/places"},
        {"title": "The Gazette, 2025-11-07", "path": "https://www.example.org/2025/summit"},
        {"title": "الجريدة, 2025-11-08"},
    ]


def test_frictionless_finds_the_package_valid_from_wherever_it_is_called(
    package_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for folder in (package_folder, tmp_path, Path("/")):
        monkeypatch.chdir(folder)
        path = os.path.relpath(package_folder / "datapackage.json")
        report = frictionless.Package(path).validate()
        assert report.valid, report.flatten(["note"])
        assert len(report.tasks) == len(TABLES)


def test_frictionless_notices_a_table_that_was_cut(package_folder: Path) -> None:
    path = package_folder / "data" / "places.csv"
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join(lines[:-1]))
    types = {
        kind for (kind,) in frictionless.Package(str(package_folder / "datapackage.json")).validate().flatten(["type"])
    }
    assert {"row-count", "byte-count", "hash-count"} <= types


def test_writing_twice_gives_the_same_bytes(
    package_folder: Path, tables: Mapping[str, pa.Table], metadata: PackageMetadata, tmp_path: Path
) -> None:
    before = contents(package_folder)
    shuffled = {
        name: table.take(list(reversed(range(table.num_rows)))) for name, table in sorted(tables.items(), reverse=True)
    }
    write_package(shuffled, package_folder, metadata)
    assert contents(package_folder) == before
    write_package(tables, tmp_path / "elsewhere", metadata)
    assert contents(tmp_path / "elsewhere") == before


def test_what_was_written_is_read_back(package_folder: Path, tables: Mapping[str, pa.Table]) -> None:
    for path in (package_folder, package_folder / "datapackage.json"):
        package = read_package(path)
        assert tuple(package.contracts) == TABLES
        for name, table in package.tables().items():
            assert table.equals(tables[name], check_metadata=True)


def test_a_table_without_parquet_is_read_from_its_csv(package_folder: Path, tables: Mapping[str, pa.Table]) -> None:
    descriptor = descriptor_of(package_folder)
    for resource in descriptor["resources"]:
        del resource["parquet"]
    (package_folder / "datapackage.json").write_text(json.dumps(descriptor), "utf-8")
    assert read_package(package_folder).table("agreements").equals(tables["agreements"])


def test_a_table_that_is_not_given_is_written_without_rows(tmp_path: Path, metadata: PackageMetadata) -> None:
    write_package({}, tmp_path, metadata)
    assert {name: table.num_rows for name, table in read_package(tmp_path).tables().items()} == dict.fromkeys(TABLES, 0)
    assert frictionless.Package(str(tmp_path / "datapackage.json")).validate().valid


def test_a_table_that_no_longer_exists_is_removed(
    package_folder: Path, tables: Mapping[str, pa.Table], metadata: PackageMetadata
) -> None:
    for name in ("treaties.csv", "treaties.parquet"):
        (package_folder / "data" / name).write_text("left from before", "utf-8")
    write_package(tables, package_folder, metadata)
    assert not list((package_folder / "data").glob("treaties.*"))


def test_a_folder_with_tables_of_something_else_is_left_alone(tmp_path: Path, metadata: PackageMetadata) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "thesis.csv").write_text("years of work", "utf-8")
    with pytest.raises(PackageError, match=r"thesis\.csv"):
        write_package({}, tmp_path, metadata)
    assert contents(tmp_path) == {"data/thesis.csv": b"years of work"}


def test_a_table_that_does_not_fit_leaves_the_package_as_it_was(
    package_folder: Path, tables: Mapping[str, pa.Table], metadata: PackageMetadata
) -> None:
    before = contents(package_folder)
    broken = {**tables, "evidence": tables["evidence"].drop_columns(["quote"])}
    with pytest.raises(TableError, match="table evidence"):
        write_package(broken, package_folder, metadata)
    with pytest.raises(PackageError, match="there is no table treaties"):
        write_package({"treaties": tables["places"]}, package_folder, metadata)
    assert contents(package_folder) == before


def test_a_failure_while_writing_leaves_the_old_files_and_no_litter(
    package_folder: Path, metadata: PackageMetadata, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = contents(package_folder)
    real = Path.write_bytes

    def full_disk(path: Path, data: bytes) -> int:
        if path.name == "evidence.parquet":
            raise OSError(28, "No space left on device")
        return real(path, data)

    monkeypatch.setattr(Path, "write_bytes", full_disk)
    with pytest.raises(OSError, match="No space"):
        write_package({}, package_folder, metadata)
    assert contents(package_folder) == before


@pytest.mark.parametrize(
    "path",
    [
        "https://example.org/t.csv",
        "file:///etc/passwd",
        "/etc/passwd",
        "../t.csv",
        "data/../../t.csv",
        "data\\..\\t.csv",
        "",
    ],
)
def test_a_path_that_leads_out_of_the_package_is_refused(tmp_path: Path, path: str) -> None:
    with pytest.raises(PackageError, match="inside the package"):
        inner_path(tmp_path, path)


def test_a_link_that_leads_out_of_the_package_is_refused(package_folder: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.parquet"
    (package_folder / "data" / "places.parquet").rename(secret)
    (package_folder / "data" / "places.parquet").symlink_to(secret)
    with pytest.raises(PackageError, match="by a link"):
        read_package(package_folder).table("places")


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda descriptor: descriptor.pop("resources"), "resources must list tables"),
        (lambda descriptor: descriptor["resources"][0].pop("schema"), "resources must list tables"),
        (lambda descriptor: descriptor["resources"][0].update(schema={"fields": []}), "resources must list tables"),
        (lambda descriptor: descriptor["resources"][0].update(schema="../x.json"), "inside the package"),
    ],
)
def test_a_descriptor_that_does_not_list_tables_is_refused(
    package_folder: Path, change: Callable[[dict[str, Any]], object], message: str
) -> None:
    descriptor = descriptor_of(package_folder)
    change(descriptor)
    (package_folder / "datapackage.json").write_text(json.dumps(descriptor), "utf-8")
    with pytest.raises(PackageError, match=message):
        read_package(package_folder)


def test_a_folder_without_a_package_and_a_table_without_an_entry_are_named(
    package_folder: Path, tmp_path: Path
) -> None:
    with pytest.raises(PackageError, match="there is no data package"):
        read_package(tmp_path)
    with pytest.raises(PackageError, match="there is no table 'treaties'"):
        read_package(package_folder).table("treaties")


def test_the_metadata_of_this_repository_is_complete(contracts: Mapping[str, TableContract]) -> None:
    found = read_metadata(REPOSITORY)
    assert found.name == "summitry"
    assert [item.name for item in found.licenses] == ["CC-BY-4.0"]
    assert found.contributors
    assert found.keywords


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ("[tool.summitry]", "[tool.other]", "is missing"),
        ("title_ar", "title_xx", "title_xx is unknown"),
        ("[project]", "[project", "not TOML"),
        ("path = ", "url = ", "wrong"),
    ],
)
def test_metadata_that_is_incomplete_or_that_nobody_reads_is_refused(
    tmp_path: Path, before: str, after: str, message: str
) -> None:
    text = (REPOSITORY / "pyproject.toml").read_text("utf-8")
    (tmp_path / "pyproject.toml").write_text(text.replace(before, after), "utf-8")
    with pytest.raises(PackageError, match=message):
        read_metadata(tmp_path)
