"""Which version comes next: the one that the difference to the last release calls for, and never less."""

from __future__ import annotations

import json
import os
import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from summitry.errors import CallError, ReleaseError
from summitry.release.planning import CHANGELOG, VERSION_FILE, Plan, Wish, make_plan
from summitry.release.versions import Step, Version
from summitry.tables.arrow import table_from_rows
from summitry.tables.contract import load_contract
from summitry.tables.metadata import PackageMetadata
from summitry.tables.package import write_package

Rows = dict[str, list[dict[str, Any]]]
Change = Callable[[Rows], object]
UNRELEASED = "# Changelog\n\n## [Unreleased]\n\n### Added\n\n- Something new.\n"
DAY = "2026-03-31"


class Repository:
    """A repository with the small package, of which every commit is made on one day."""

    def __init__(self, folder: Path, tables: dict[str, pa.Table], metadata: PackageMetadata) -> None:
        self.folder = folder
        self._tables = tables
        self._metadata = metadata
        folder.mkdir()
        self.git("init", "--quiet")
        self.write("src/summitry/_version.py", '"""The version."""\n\n__version__ = "1.2.3"\n')
        self.write(CHANGELOG, UNRELEASED)
        self.build()

    def git(self, *arguments: str) -> None:
        who = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
        dated = {"GIT_COMMITTER_DATE": f"{DAY}T23:30:00-0400", "GIT_AUTHOR_DATE": f"{DAY}T23:30:00-0400"}
        command = ["git", "-C", str(self.folder), *who, *arguments]
        subprocess.run(command, check=True, capture_output=True, env=os.environ | dated)

    def write(self, name: str, text: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")

    def build(self, change: Change = lambda rows: None) -> None:
        rows = {name: table.to_pylist() for name, table in self._tables.items()}
        change(rows)
        tables = {name: table_from_rows(load_contract(name), table) for name, table in rows.items()}
        write_package(tables, self.folder, self._metadata)

    def commit(self, tag: str = "") -> None:
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", "a commit")
        if tag:
            self.git("tag", tag)

    def plan(self, version: str | None = None, since: str | None = None) -> Plan:
        return make_plan(self.folder, self.folder, Wish(version, since))


@pytest.fixture
def repository(tmp_path: Path, tables: dict[str, pa.Table], metadata: PackageMetadata) -> Repository:
    """A repository in which nothing was released."""
    made = Repository(tmp_path / "repository", tables, metadata)
    made.commit()
    return made


@pytest.fixture
def released(repository: Repository) -> Repository:
    """The same, after its release 1.2.3."""
    repository.write(CHANGELOG, UNRELEASED + "\n## [1.2.3] - 2026-01-01\n\n- The first.\n")
    repository.commit("v1.2.3")
    return repository


def correct(rows: Rows) -> None:
    rows["summits"][0]["city"] = "New York"


def add(rows: Rows) -> None:
    rows["commodities"].append({**rows["commodities"][0], "commodity_id": "silver"})


def lose(rows: Rows) -> None:
    rows["resources"].clear()


def test_the_first_release_is_1_0_0(repository: Repository) -> None:
    plan = repository.plan()
    assert (plan.version, plan.previous, plan.step) == (Version(1, 0, 0), None, None)
    with pytest.raises(CallError, match=r"the first release is 1\.0\.0"):
        repository.plan("0.2.0")


@pytest.mark.parametrize(("change", "version", "step"), [(correct, "1.2.4", Step.PATCH), (add, "1.3.0", Step.MINOR)])
def test_the_next_version_takes_the_step_of_the_difference(
    released: Repository, change: Change, version: str, step: Step
) -> None:
    released.build(change)
    released.commit()
    plan = released.plan()
    assert (str(plan.version), plan.step, str(plan.previous)) == (version, step, "1.2.3")


def test_a_version_that_promises_less_than_the_difference_is_refused(released: Repository) -> None:
    released.build(add)
    released.commit()
    with pytest.raises(ReleaseError, match=r"1\.2\.4 promises a PATCH version .* calls for MINOR"):
        released.plan("1.2.4")
    assert str(released.plan("1.3.0").version) == "1.3.0"
    assert str(released.plan("2.0.0").version) == "2.0.0"


@pytest.mark.parametrize("version", ["1.2.3", "1.2.2", "0.9.0", "next", "1.3", "1.03.0"])
def test_a_version_that_is_none_or_not_a_later_one_is_a_wrong_call(released: Repository, version: str) -> None:
    released.build(correct)
    released.commit()
    with pytest.raises(CallError):
        released.plan(version)


def test_an_id_that_vanished_must_be_listed_before_anything_is_released(released: Repository) -> None:
    released.build(lose)
    released.commit()
    with pytest.raises(ReleaseError, match="resources kaz-uranium-production"):
        released.plan("2.0.0")
    retired = "table,id,replaced_by,retired_in,reason\nresources,kaz-uranium-production,,2.0.0,It was none.\n"
    released.write("vocabulary/retired_ids.csv", retired)
    released.commit()
    assert str(released.plan().version) == "2.0.0"


def test_where_nothing_differs_only_a_version_that_is_asked_for_is_made(released: Repository) -> None:
    released.commit()
    with pytest.raises(ReleaseError, match="nothing differs"):
        released.plan()
    assert str(released.plan("1.2.4").version) == "1.2.4"


def test_the_last_release_is_the_highest_version_before_this_commit(released: Repository) -> None:
    for tag in ("v1.10.0", "v1.9.0", "v2", "nightly", "v01.99.0"):
        released.git("tag", tag)
    released.git("checkout", "--quiet", "-b", "elsewhere")
    released.commit("v9.0.0")
    released.git("checkout", "--quiet", "-")
    released.git("checkout", "--quiet", "v1.2.3")
    released.build(correct)
    released.commit()
    diff = released.plan().diff
    assert diff is not None
    assert diff.before == "1.2.3"


def test_an_archive_or_folder_can_stand_for_the_last_release(
    repository: Repository, tmp_path: Path, tables: dict[str, pa.Table], metadata: PackageMetadata
) -> None:
    write_package(tables, tmp_path / "earlier", metadata)
    repository.build(add)
    repository.commit()
    assert str(repository.plan(since=str(tmp_path / "earlier")).version) == "1.3.0"
    with pytest.raises(CallError):
        repository.plan(since="v7.7.7")


def test_the_day_is_that_of_the_commit_in_universal_time(released: Repository) -> None:
    released.build(correct)
    released.commit()
    assert str(released.plan().day) == "2026-04-01"


def test_the_texts_say_the_version_and_keep_everything_else(released: Repository) -> None:
    released.build(correct)
    released.commit()
    texts = released.plan().texts
    assert texts[VERSION_FILE].decode() == '"""The version."""\n\n__version__ = "1.2.4"\n'
    changelog = texts[CHANGELOG].decode()
    headings = re.findall(r"^## .*$", changelog, re.MULTILINE)
    assert headings == ["## [Unreleased]", "## [1.2.4] - 2026-04-01", "## [1.2.3] - 2026-01-01"]
    assert changelog.index("- Something new.") > changelog.index("[1.2.4]")
    assert changelog.endswith("- The first.\n")


def test_the_commit_of_a_release_is_made_again_as_it_was(released: Repository) -> None:
    plan = released.plan()
    assert (str(plan.version), plan.prepared, plan.texts) == ("1.2.3", True, {})
    assert str(plan.day) == "2026-01-01"
    with pytest.raises(CallError, match=r"this commit is the release of 1\.2\.3"):
        released.plan("1.0.0")


def test_a_version_with_an_entry_and_no_tag_is_not_made_twice_from_different_commits(repository: Repository) -> None:
    repository.write(CHANGELOG, UNRELEASED + "\n## [1.0.0] - 2026-01-01\n\n- The first.\n")
    descriptor = json.loads((repository.folder / "datapackage.json").read_text("utf-8")) | {"version": "1.0.0"}
    repository.write("datapackage.json", json.dumps(descriptor))
    repository.commit()
    assert repository.plan().prepared
    repository.commit()
    with pytest.raises(ReleaseError, match="Tag the commit"):
        repository.plan()


def test_a_folder_without_commits_is_a_wrong_call(tmp_path: Path, package_folder: Path) -> None:
    (package_folder / CHANGELOG).write_text(UNRELEASED)
    with pytest.raises(CallError, match="no git commit"):
        make_plan(tmp_path, package_folder, Wish())
