"""A released schema has an address with its version, and never changes after its release."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from summitry.errors import ReleaseError
from summitry.release.checksums import CHECKSUMS, checksums_of
from summitry.release.released_schemas import RELEASED, refuse_altered, released_schemas
from summitry.release.versions import Version
from summitry.repository import schemas_folder
from summitry.tables.contract import TABLES, load_contract
from summitry.tables.package import read_package
from summitry.tables.schema_check import check_schema

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A repository with nothing but the schemas."""
    shutil.copytree(schemas_folder(), tmp_path / "schemas", ignore=shutil.ignore_patterns("released"))
    return tmp_path


def release(root: Path, version: str, homepage: str | None = None) -> str:
    """Release the schemas as they stand, and give the folder that the release has."""
    folder, files = released_schemas(root, Version.parse(version), homepage)
    for name, data in files.items():
        (root / folder).mkdir(parents=True, exist_ok=True)
        (root / folder / name).write_bytes(data)
    return folder


def edit(root: Path, file: str = "schemas/places.json") -> None:
    path = root / file
    path.write_text(path.read_text("utf-8").replace('"Places"', '"Localities"'), "utf-8")


def test_no_released_schema_of_this_repository_was_altered() -> None:
    refuse_altered(ROOT)


def test_each_schema_is_released_with_its_address_and_is_otherwise_the_same(root: Path) -> None:
    folder = release(root, "1.0.0", "https://example.org/summitry")
    assert folder == "schemas/released/1.0.0"
    assert {path.name for path in (root / folder).iterdir()} == {CHECKSUMS, *(f"{name}.json" for name in TABLES)}
    for name in TABLES:
        schema = json.loads((root / folder / f"{name}.json").read_text("utf-8"))
        assert schema["$id"] == f"https://example.org/summitry/schemas/released/1.0.0/{name}.json"
        assert check_schema(name, schema) == []
        del schema["$id"]
        assert schema == json.loads((root / "schemas" / f"{name}.json").read_text("utf-8"))


def test_without_a_homepage_the_address_is_the_path_in_the_repository(root: Path) -> None:
    schema = json.loads((root / release(root, "1.0.0") / "places.json").read_text("utf-8"))
    assert schema["$id"] == "schemas/released/1.0.0/places.json"


def test_schemas_keep_their_address_until_one_of_them_changes(root: Path) -> None:
    assert release(root, "1.0.0") == "schemas/released/1.0.0"
    assert release(root, "1.1.0", "https://example.org") == "schemas/released/1.0.0"
    edit(root)
    assert release(root, "1.1.1") == "schemas/released/1.1.1"
    refuse_altered(root)
    assert "Localities" not in (root / RELEASED / "1.0.0" / "places.json").read_text("utf-8")


ALTERATIONS: dict[str, tuple[Callable[[Path], object], str]] = {
    "a schema edited": (lambda root: edit(root, f"{RELEASED}/1.0.0/places.json"), "places.json"),
    "a schema removed": (lambda root: (root / RELEASED / "1.0.0" / "forums.json").unlink(), "forums.json"),
    "a schema added": (lambda root: (root / RELEASED / "1.0.0" / "notes.json").write_text("{}"), "notes.json"),
    "the checksums edited": (lambda root: (root / RELEASED / "1.0.0" / CHECKSUMS).write_text(""), CHECKSUMS),
    "the checksums removed": (lambda root: (root / RELEASED / "1.0.0" / CHECKSUMS).unlink(), CHECKSUMS),
}


@pytest.mark.parametrize("name", ALTERATIONS)
def test_a_schema_that_was_altered_after_its_release_stops_the_next_one(root: Path, name: str) -> None:
    alter, file = ALTERATIONS[name]
    release(root, "1.0.0")
    refuse_altered(root)
    alter(root)
    with pytest.raises(ReleaseError, match=f"1.0.0/{file}.*altered"):
        refuse_altered(root)
    with pytest.raises(ReleaseError):
        released_schemas(root, Version(1, 1, 0), None)


def test_checksums_that_were_altered_along_do_not_hide_it_from_an_earlier_release(root: Path, tmp_path: Path) -> None:
    folder = root / release(root, "1.0.0")
    earlier = tmp_path / "earlier"
    shutil.copytree(root / "schemas", earlier / "schemas")
    refuse_altered(root, earlier)
    edit(root, f"{RELEASED}/1.0.0/places.json")
    files = {path.name: path.read_bytes() for path in folder.glob("*.json")}
    (folder / CHECKSUMS).write_bytes(checksums_of(files))
    refuse_altered(root)
    with pytest.raises(ReleaseError, match=CHECKSUMS):
        refuse_altered(root, earlier)
    shutil.rmtree(root / RELEASED)
    with pytest.raises(ReleaseError):
        refuse_altered(root, earlier)


def test_a_version_that_was_released_is_not_released_with_other_schemas(root: Path) -> None:
    release(root, "1.0.0")
    edit(root)
    with pytest.raises(ReleaseError, match="altered"):
        released_schemas(root, Version(1, 0, 0), None)


def test_a_schema_with_its_address_is_a_contract_like_any_other(root: Path) -> None:
    folder = root / release(root, "1.0.0")
    assert load_contract("places", folder).columns == read_package(ROOT).contracts["places"].columns
