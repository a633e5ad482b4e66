"""`summitry.load(path=...)`: the archive or the folder of a release, of any version, and only if it is intact."""

from __future__ import annotations

import gc
import json
import shutil
from pathlib import Path

import pytest

import summitry
from summitry.errors import CallError, PackageError, ReleaseError
from summitry.release.archive import archive_bytes
from summitry.release.checksums import CHECKSUMS, checksums_of
from summitry.tables.digest import bytes_hash


def pack(folder: Path, archive: Path) -> Path:
    paths = [path for path in folder.rglob("*") if path.is_file()]
    files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}
    archive.write_bytes(archive_bytes(files | {CHECKSUMS: checksums_of(files)}))
    return archive


@pytest.fixture
def archive(tmp_path: Path, package_folder: Path) -> Path:
    return pack(package_folder, tmp_path / "summits.zip")


def test_an_archive_loads_as_its_folder_does(archive: Path, package_folder: Path) -> None:
    packed, plain = summitry.load(archive), summitry.load(str(package_folder))
    assert packed.version == plain.version == "1.2.3"
    for table in plain.tables:
        assert packed[table].equals(plain[table])


def test_an_older_version_keeps_its_own_columns(package_folder: Path, tmp_path: Path) -> None:
    file = package_folder / "schemas" / "forum_members.json"
    schema = json.loads(file.read_text("utf-8"))
    schema["fields"][1]["name"] = "member_id"
    schema["primaryKey"][1] = "member_id"
    for key in schema["foreignKeys"]:
        key["fields"] = ["member_id" if name == "place_id" else name for name in key["fields"]]
    file.write_text(json.dumps(schema, ensure_ascii=False), "utf-8")
    descriptor = json.loads((package_folder / "datapackage.json").read_text("utf-8"))
    (resource,) = (item for item in descriptor["resources"] if item["name"] == "forum_members")
    del resource["parquet"], resource["hash"], resource["bytes"]
    csv = package_folder / resource["path"]
    csv.write_text(csv.read_text("utf-8").replace("place_id", "member_id"), "utf-8")
    resource |= {"hash": bytes_hash(csv.read_bytes()), "bytes": csv.stat().st_size}
    (package_folder / "datapackage.json").write_text(json.dumps(descriptor, ensure_ascii=False), "utf-8")
    assert list(summitry.load(pack(package_folder, tmp_path / "old.zip")).forum_members) == ["forum_id", "member_id"]


def test_a_damaged_archive_is_refused_by_the_name_of_its_file(archive: Path) -> None:
    archive.write_bytes(archive.read_bytes().replace(b"Kazakhstan", b"Kazakhstam", 1))
    with pytest.raises(ReleaseError, match=r"data/"):
        summitry.load(archive)


def test_a_damaged_folder_is_refused_by_the_name_of_its_file(package_folder: Path) -> None:
    file = package_folder / "data" / "places.csv"
    file.write_bytes(file.read_bytes().replace(b"Kazakhstan", b"Kazakhstam"))
    with pytest.raises(ReleaseError, match=r"data/places\.csv"):
        summitry.load(package_folder)


def test_what_is_no_release_is_said_to_be_none(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear reader")
    with pytest.raises(ReleaseError, match="not made by a release"):
        summitry.load(tmp_path / "letter.txt")
    with pytest.raises(PackageError):
        summitry.load(tmp_path)
    with pytest.raises(CallError):
        summitry.load(tmp_path / "nowhere.zip")


def test_what_is_unpacked_goes_with_the_dataset(archive: Path) -> None:
    dataset = summitry.load(archive)
    folder = dataset.package.folder
    assert folder.is_dir()
    del dataset
    gc.collect()
    assert not folder.exists()


def test_a_refused_archive_leaves_nothing_behind(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "unpacked"))
    (tmp_path / "unpacked").mkdir()
    archive.write_bytes(archive.read_bytes()[:-1])
    with pytest.raises(ReleaseError):
        summitry.load(archive)
    assert not list((tmp_path / "unpacked").iterdir())
    shutil.rmtree(tmp_path / "unpacked")
