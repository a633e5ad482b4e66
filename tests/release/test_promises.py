"""An id that a release had is there still, or retired: told by `summitry validate`, against whatever the release is kept as."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.validation.copies import RELEASED, REPOSITORY, Copy
from tests.validation.mutations import forged, has

from summitry.cli import main
from summitry.release.promises import last_release

Run = Callable[..., tuple[int, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def call(*arguments: object) -> tuple[int, str]:
        with pytest.raises(SystemExit) as left:
            main(["validate", *(str(argument) for argument in arguments)])
        return int(left.value.code or 0), capsys.readouterr().out

    return call


@pytest.fixture
def package(tmp_path: Path) -> Copy:
    return Copy(tmp_path / "package", RELEASED)


def rename(copy: Copy) -> None:
    """A leader's id becomes another one, wherever it stands."""
    forged("leaders", has(leader_id="joe-biden"), leader_id="joe-r-biden")(copy)
    forged("statements", has(about_leader_id="joe-biden"), about_leader_id="joe-r-biden")(copy)


def lost(out: str) -> list[tuple[str, str]]:
    return [(item["file"], item["value"]) for item in json.loads(out)["findings"] if item["code"] == "id-lost"]


@pytest.mark.parametrize("kept_as", ["folder", "archive"])
def test_an_id_that_is_gone_is_an_error(package: Copy, tmp_path: Path, run: Run, kept_as: str) -> None:
    before = tmp_path / "before"
    if kept_as == "folder":
        shutil.copytree(package.folder, before)
    else:
        before = Path(shutil.make_archive(str(before), "zip", package.folder))
    rename(package)
    code, out = run(package.folder, "--since", before, "--format", "json")
    assert code == 1
    assert lost(out) == [("data/leaders.csv", "joe-biden")]


def test_an_id_that_was_retired_is_none(package: Copy, tmp_path: Path, run: Run) -> None:
    shutil.copytree(package.folder, tmp_path / "before")
    rename(package)
    line = b"table,id,replaced_by,retired_in,reason\nleaders,joe-biden,joe-r-biden,2.0.0,the spelling of the office\n"
    package.write("vocabulary/retired_ids.csv", line)
    assert lost(run(package.folder, "--since", tmp_path / "before", "--format", "json")[1]) == []


def test_nothing_is_lost_where_nothing_changed_or_rows_were_added(package: Copy, tmp_path: Path, run: Run) -> None:
    shutil.copytree(package.folder, tmp_path / "before")
    assert run(package.folder, "--since", tmp_path / "before", "--quiet") == (0, "")


def test_a_comment_tells_what_changed_since(package: Copy, tmp_path: Path, run: Run) -> None:
    shutil.copytree(package.folder, tmp_path / "before")
    rename(package)
    _, out = run(package.folder, "--since", tmp_path / "before", "--format", "markdown")
    assert out.startswith("## ❌ Not valid")
    assert "calls for a MAJOR version" in out
    assert "joe-biden" in out


def test_a_release_that_is_not_there_is_a_wrong_call(package: Copy, tmp_path: Path, run: Run) -> None:
    assert run(package.folder, "--since", tmp_path / "nowhere")[0] == 2


def git(folder: Path, *arguments: str) -> None:
    who = ["-c", "user.name=A. Tester", "-c", "user.email=tester@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *who, "-C", str(folder), *arguments], check=True, capture_output=True)


def test_a_repository_is_compared_with_its_last_release_unasked(tmp_path: Path, run: Run) -> None:
    copy = Copy(tmp_path / "repository", REPOSITORY)
    git(copy.folder, "init", "--quiet")
    git(copy.folder, "add", "--all")
    git(copy.folder, "commit", "--quiet", "--message", "A release")
    assert last_release(copy.folder) is None
    for tag in ("v1.0.0", "v1.10.0", "v1.9.0", "vacation"):
        git(copy.folder, "tag", tag)
    assert last_release(copy.folder) == "v1.10.0"
    assert last_release(copy.folder / "data") is None
    rename(copy)
    assert lost(run(copy.folder, "--format", "json")[1]) == [("data/leaders.csv", "joe-biden")]
