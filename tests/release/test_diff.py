"""What changed between two packages, and the version step that it calls for."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from summitry.cli import main
from summitry.release.diff.packages import compare_packages
from summitry.release.versions import Step
from summitry.tables.arrow import table_from_rows
from summitry.tables.metadata import read_metadata
from summitry.tables.package import read_package, write_package

ROOT = Path(__file__).resolve().parents[2]
Rows = list[dict[str, Any]]


def package(folder: Path, table: str = "", change: Callable[[Rows], object] | None = None) -> Path:
    """A package in a folder: the repository's, with the rows of one table changed."""
    built = read_package(ROOT)
    tables = built.tables()
    if change is not None:
        rows = tables[table].to_pylist()
        change(rows)
        tables[table] = table_from_rows(built.contracts[table], rows)
    write_package(tables, folder, read_metadata(ROOT))
    return folder


def set_amount(rows: Rows) -> None:
    rows[0].update(value_amount=18_000_000_000)


def run(*arguments: str) -> int | str | None:
    with pytest.raises(SystemExit) as left:
        main(list(arguments))
    return left.value.code


@pytest.mark.parametrize("form", ["text", "json", "markdown"])
def test_every_form_says_which_cell_of_which_table_changed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], form: str
) -> None:
    old, new = package(tmp_path / "old"), package(tmp_path / "new", "agreements", set_amount)
    assert not run("diff", str(old), str(new), "--format", form)
    out = capsys.readouterr().out.replace("\\", "")
    for words in ("agreements", "kaz-usa-agreement-2025", "value_amount", "17000000000", "18000000000", "PATCH"):
        assert words in out
    if form == "json":
        assert json.loads(out)["tables"]["agreements"]["changed"][0]["after"] == "18000000000"


def test_a_revision_compares_like_a_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    repository = package(tmp_path / "repository")
    author = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
    for command in (["init", "-q"], ["add", "-A"], [*author, "commit", "-qm", "one"], ["tag", "v1.0.0"]):
        subprocess.run(["git", "-C", str(repository), *command], check=True)
    package(repository, "agreements", set_amount)
    monkeypatch.chdir(repository)
    assert not run("diff", "v1.0.0", "--format", "json")
    assert json.loads(capsys.readouterr().out)["step"] == "PATCH"


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_a_cell_cannot_play_tricks_with_the_page_that_shows_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], form: str
) -> None:
    def hide(rows: Rows) -> None:
        rows[0].update(name_en="\x1b[2Jgone\u202eback | <b>", name_ar="اسم")

    old, new = package(tmp_path / "old"), package(tmp_path / "new", "forums", hide)
    assert not run("diff", str(old), str(new), "--format", form)
    out = capsys.readouterr().out
    assert not set("\x1b\u202e") & set(out)
    assert "u202eback" in out
    assert "\u2068اسم\u2069" in out
    assert form == "text" or "| <b>" not in out


def test_an_archive_compares_like_its_folder(tmp_path: Path) -> None:
    from summitry.release.opening import open_package

    folder = package(tmp_path / "one")
    archive = shutil.make_archive(str(tmp_path / "packed"), "zip", folder)
    with open_package(archive) as packed, open_package(folder) as plain:
        assert compare_packages(packed, plain).step is Step.NONE


def test_what_is_no_package_is_a_wrong_call(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("diff", str(tmp_path / "nowhere"), str(tmp_path)) == 2
    assert "Traceback" not in capsys.readouterr().err
