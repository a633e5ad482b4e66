"""What is in the wheel and in the source distribution: the tables, and no article."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel and the source distribution of this checkout."""
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "hatchling", "build", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return folder


@pytest.fixture(scope="module")
def installed(built: Path) -> Path:
    """The wheel's content, in a folder with no repository around it."""
    (wheel,) = built.glob("*.whl")
    folder = built / "site-packages"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


@pytest.mark.parametrize("part", ["data", "schemas", "vocabulary"])
def test_the_wheel_ships_every_file_that_load_and_the_reader_need(installed: Path, part: str) -> None:
    shipped = installed / "summitry" / "_package" / part
    here = {path.relative_to(ROOT / part): path.read_bytes() for path in (ROOT / part).rglob("*") if path.is_file()}
    there = {path.relative_to(shipped): path.read_bytes() for path in shipped.rglob("*") if path.is_file()}
    assert here
    assert there == here


def test_the_wheel_ships_the_package_descriptor(installed: Path) -> None:
    shipped = installed / "summitry" / "_package" / "datapackage.json"
    assert shipped.read_bytes() == (ROOT / "datapackage.json").read_bytes()


def test_load_works_from_the_wheel_alone(installed: Path, tmp_path: Path) -> None:
    code = "import summitry; print(summitry.__file__); print(len(summitry.load().agreements))"
    environment = {**os.environ, "PYTHONPATH": str(installed)}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, env=environment, check=True, capture_output=True, text=True
    )
    file, agreements = done.stdout.split()
    assert Path(file).is_relative_to(installed)
    assert int(agreements) >= 1


def test_no_article_leaves_the_repository(built: Path, installed: Path) -> None:
    (source_distribution,) = built.glob("*.tar.gz")
    with tarfile.open(source_distribution) as archive:
        names = archive.getnames()
    texts = {path.read_bytes() for path in (ROOT / "sources").glob("*/article.txt")}
    assert texts
    assert any(name.endswith("/source.json") for name in names)
    assert not [name for name in names if name.endswith("article.txt")]
    assert not [path for path in installed.rglob("*") if path.is_file() and path.read_bytes() in texts]
