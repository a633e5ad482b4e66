from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from summitry.errors import ReleaseError
from summitry.release.metadata import metadata_files
from summitry.tables.metadata import PackageMetadata
from summitry.tables.package import read_package

pytestmark = pytest.mark.usefixtures("offline")

NAMES = {"CITATION.cff", "croissant.json", "datacite.json", "datacite.xml", "ro-crate-metadata.json", "zenodo.json"}


def test_a_release_has_a_file_in_every_format(package_folder: Path, metadata: PackageMetadata) -> None:
    files = metadata_files(read_package(package_folder), replace(metadata, released_on=date(2026, 1, 31)))
    assert set(files) == NAMES


def test_every_file_says_the_same_of_title_version_and_day(crate: Path, released_metadata: PackageMetadata) -> None:
    for name in NAMES:
        text = (crate / name).read_text("utf-8")
        for fact in (released_metadata.title, released_metadata.version, "2026", *released_metadata.authors):
            assert fact in text, (name, fact)


@pytest.mark.parametrize("name", sorted(NAMES - {"CITATION.cff"}))
def test_the_arabic_title_is_in_every_format_that_has_a_place_for_it(
    crate: Path, released_metadata: PackageMetadata, name: str
) -> None:
    assert released_metadata.title_ar in (crate / name).read_text("utf-8")


def test_the_bytes_do_not_depend_on_where_and_when_they_are_made(crate: Path) -> None:
    code = """
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from summitry.release.metadata import metadata_files
from summitry.tables.metadata import read_metadata
from summitry.tables.package import read_package

root, crate = map(Path, sys.argv[1:])
for name, content in metadata_files(read_package(crate), replace(read_metadata(root), released_on=date(2026, 1, 31))).items():
    assert content == (crate / name).read_bytes(), name
"""
    root = Path(__file__).resolve().parents[3]
    elsewhere = {**os.environ, "TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "4711"}
    subprocess.run([sys.executable, "-c", code, str(root), str(crate)], env=elsewhere, check=True)


def test_without_a_day_nothing_is_released(package_folder: Path, metadata: PackageMetadata) -> None:
    with pytest.raises(ReleaseError, match=r"version 1\.2\.3 has no day of release\. Give the version its day"):
        metadata_files(read_package(package_folder), metadata)


def test_a_package_of_another_version_is_not_described(package_folder: Path, metadata: PackageMetadata) -> None:
    other = replace(metadata, version="1.3.0", released_on=date(2026, 1, 31))
    with pytest.raises(ReleaseError, match=r"the package is version 1\.2\.3, not 1\.3\.0"):
        metadata_files(read_package(package_folder), other)
