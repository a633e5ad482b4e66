"""What changed between two packages, and the version step that it calls for."""

from __future__ import annotations

import json
import shutil
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


def edit_schema(folder: Path, table: str, change: Callable[[dict[str, Any]], object]) -> None:
    file = folder / "schemas" / f"{table}.json"
    schema = json.loads(file.read_text("utf-8"))
    change(schema)
    file.write_text(json.dumps(schema, ensure_ascii=False), "utf-8")


ROWS: dict[str, tuple[str, Callable[[Rows], object], Step]] = {
    "nothing": ("places", lambda rows: None, Step.NONE),
    "a corrected value": ("agreements", lambda rows: rows[0].update(value_amount=18_000_000_000), Step.PATCH),
    "a value filled in": ("summits", lambda rows: rows[0].update(city="Washington"), Step.PATCH),
    "a new row": ("commodities", lambda rows: rows.append({**rows[0], "commodity_id": "silver"}), Step.MINOR),
    "a row gone": ("commodities", lambda rows: rows.pop(), Step.MAJOR),
    "an id renamed": ("resources", lambda rows: rows[0].update(resource_id="another-id"), Step.MAJOR),
}


@pytest.mark.parametrize("name", ROWS)
def test_a_change_of_rows_calls_for_its_step(tmp_path: Path, name: str) -> None:
    table, change, step = ROWS[name]
    before, after = read_package(package(tmp_path / "old")), read_package(package(tmp_path / "new", table, change))
    assert compare_packages(before, after).step is step


SCHEMAS: dict[str, tuple[str, Callable[[dict[str, Any]], object], Step]] = {
    "a description reworded": (
        "places",
        lambda schema: schema["fields"][0].update(description="Other words."),
        Step.PATCH,
    ),
    "an allowed value more": (
        "places",
        lambda schema: next(f for f in schema["fields"] if f["name"] == "kind")["constraints"]["enum"].append("city"),
        Step.MINOR,
    ),
    "an allowed value less": (
        "agreements",
        lambda schema: next(f for f in schema["fields"] if f["name"] == "kind")["constraints"]["enum"].remove("deal"),
        Step.MAJOR,
    ),
    "a bound drawn tighter": (
        "resources",
        lambda schema: next(f for f in schema["fields"] if f["name"] == "world_rank")["constraints"].update(maximum=1),
        Step.MAJOR,
    ),
}


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_change_of_a_schema_calls_for_its_step(tmp_path: Path, name: str) -> None:
    table, change, step = SCHEMAS[name]
    old, new = package(tmp_path / "old"), package(tmp_path / "new")
    edit_schema(new, table, change)
    assert compare_packages(read_package(old), read_package(new)).step is step


def test_the_command_names_the_cell_and_the_step(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change = ROWS["a corrected value"][1]
    old, new = package(tmp_path / "old"), package(tmp_path / "new", "agreements", change)
    with pytest.raises(SystemExit) as left:
        main(["diff", str(old), str(new)])
    out = capsys.readouterr().out
    assert not left.value.code
    for words in ("agreements", "value_amount", "17000000000", "18000000000", "PATCH"):
        assert words in out


def test_an_archive_compares_like_its_folder(tmp_path: Path) -> None:
    from summitry.release.opening import open_package

    folder = package(tmp_path / "one")
    archive = shutil.make_archive(str(tmp_path / "packed"), "zip", folder)
    with open_package(archive) as packed, open_package(folder) as plain:
        assert compare_packages(packed, plain).step is Step.NONE


def test_what_is_no_package_is_a_wrong_call(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["diff", str(tmp_path / "nowhere"), str(tmp_path)])
    assert left.value.code == 2
    assert "Traceback" not in capsys.readouterr().err
