"""Releases of a repository like this one, made by the script that maintainers run."""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import random
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
import zipfile
from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path

import pytest

import summitry
from summitry.release.checksums import read_checksums
from summitry.release.contents import LONGEST_EXTRACT
from summitry.release.releasing import STAGES
from summitry.release.verify import verify

ROOT = Path(__file__).resolve().parents[2]
KILLS = 20
# The sets that the figures of the reader are measured on: of each, the first article stays in the tests of a copy.
SETS = ("articles", "unseen")
# Places in which a person may make a release: what their machines say of themselves must not be in its bytes.
HERE = {"TZ": "Asia/Almaty", "LC_ALL": "C", "PYTHONHASHSEED": "1", "COLUMNS": "60"}
THERE = {"TZ": "America/New_York", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "2", "LANG": "ar_EG.UTF-8"}


def git(folder: Path, *arguments: str) -> str:
    who = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
    command = ["git", "-C", str(folder), *who, *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def commit(folder: Path, tag: str = "") -> None:
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "a commit")
    if tag:
        git(folder, "tag", tag)


def script(
    folder: Path, name: str, *arguments: str, place: Mapping[str, str] = HERE
) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, f"scripts/{name}.py", *arguments]
    environment = {**os.environ, "PYTHONPATH": str(folder / "src"), **place}
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False, encoding="utf-8"
    )


def release(folder: Path, *arguments: str, place: Mapping[str, str] = HERE) -> str:
    done = script(folder, "release", *arguments, place=place)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def files(folder: Path) -> dict[str, bytes]:
    """Every file of a repository, but for what git and a killed release keep to themselves."""
    found = {path.relative_to(folder): path for path in folder.rglob("*") if path.is_file()}
    return {
        name.as_posix(): path.read_bytes()
        for name, path in found.items()
        if name.parts[0] not in (".git", ".release") and "__pycache__" not in name.parts
    }


def archive_sum(folder: Path, version: str) -> str:
    return hashlib.sha256((folder / "dist" / version / f"summitry-{version}.zip").read_bytes()).hexdigest()


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """This repository with one article of each test set, so that it builds quickly, as one commit."""
    folder = tmp_path_factory.mktemp("template") / "repository"
    listed = subprocess.run(
        ["git", "-C", str(ROOT), "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        check=True,
        capture_output=True,
    )
    names = sorted(name for name in listed.stdout.decode().split("\0") if name and (ROOT / name).is_file())
    kept = {
        next(name for name in names if name.startswith(f"tests/{one}/{half}/"))
        for one in SETS
        for half in ("gold", "texts")
    }
    for name in names:
        if not name.startswith("tests/") or name in kept:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, folder / name)
    built = script(folder, "build", "--quiet")
    assert built.returncode == 0, built.stderr
    git(folder, "init", "--quiet")
    commit(folder)
    return folder


def clone(template: Path, folder: Path) -> Path:
    git(template, "clone", "--quiet", str(template), str(folder))
    return folder


@pytest.fixture(scope="module")
def released(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A clone in which 1.0.0 was just released, and nothing committed since."""
    folder = clone(template, tmp_path_factory.mktemp("one") / "here")
    release(folder, place=HERE)
    return folder


def test_a_dry_run_shows_everything_and_writes_nothing(template: Path) -> None:
    before = files(template)
    told = release(template, "--dry-run")
    assert files(template) == before
    assert not (template / ".release").exists()
    assert git(template, "status", "--porcelain") == ""
    for words in (*STAGES[:-1], "1.0.0", "first release", "summitry-1.0.0.zip", "CHANGELOG.md", "dry run"):
        assert words in told


def test_the_archive_is_the_same_wherever_it_is_made(released: Path, template: Path, tmp_path: Path) -> None:
    elsewhere = clone(template, tmp_path / "quite another folder" / "القمم")
    umask = os.umask(0o077)
    try:
        told = release(elsewhere, place=THERE)
    finally:
        os.umask(umask)
    assert archive_sum(elsewhere, "1.0.0") == archive_sum(released, "1.0.0")
    assert archive_sum(elsewhere, "1.0.0") in told
    stable = {
        name: data for name, data in files(released).items() if not name.endswith((".duckdb", "1.0.0/SHA256SUMS"))
    }
    there = files(elsewhere)
    assert {name for name, data in stable.items() if there.get(name) != data} == set()


def test_a_release_holds_what_it_lists_and_verifies(released: Path) -> None:
    folder = released / "dist" / "1.0.0"
    names = {path.name for path in folder.iterdir()}
    assert {f"summitry-1.0.0.{kind}" for kind in ("zip", "sqlite", "duckdb")} < names
    assert {"CITATION.cff", "croissant.json", "datacite.json", "datacite.xml", "zenodo.json"} < names
    assert "summitry-1.0.0-py3-none-any.whl" in names
    assert (read_checksums((folder / "SHA256SUMS").read_bytes()) or {}).keys() == names - {"SHA256SUMS"}
    for place in (folder, folder / "summitry-1.0.0.zip"):
        found = verify(place)
        assert found.passed, found.problems
        assert found.version == "1.0.0"


def test_the_files_of_the_repository_say_the_version_and_nothing_else_changes(released: Path) -> None:
    changed = {line[3:] for line in git(released, "status", "--porcelain").splitlines()}
    texts = {"CHANGELOG.md", "CITATION.cff", "datapackage.json", "docs/reader-figures.md", "src/summitry/_version.py"}
    assert changed == texts | {"schemas/released/"}
    assert '__version__ = "1.0.0"' in (released / "src/summitry/_version.py").read_text()
    assert json.loads((released / "datapackage.json").read_text("utf-8"))["version"] == "1.0.0"
    changelog = (released / "CHANGELOG.md").read_text("utf-8")
    assert re.search(r"## \[Unreleased\]\n\n## \[1\.0\.0\] - \d{4}-\d{2}-\d{2}\n\n### Added", changelog)
    assert not (released / ".release").exists()


def test_the_archive_holds_no_article_and_no_folder_of_the_machine(released: Path) -> None:
    with zipfile.ZipFile(released / "dist" / "1.0.0" / "summitry-1.0.0.zip") as archive:
        contents = {name: archive.read(name) for name in archive.namelist()}
    assert not [name for name in contents if name.startswith(("sources/", "tests/", "src/"))]
    (article,) = (path.read_text("utf-8") for path in (released / "sources").glob("*/article.txt"))
    for start in range(0, len(article) - LONGEST_EXTRACT, 10):
        extract = article[start : start + LONGEST_EXTRACT].encode()
        assert not [name for name, data in contents.items() if extract in data]
    assert not [name for name, data in contents.items() if str(released).encode() in data]


def test_the_schemas_in_the_archive_are_those_with_an_address(released: Path) -> None:
    with zipfile.ZipFile(released / "dist" / "1.0.0" / "summitry-1.0.0.zip") as archive:
        for path in (released / "schemas" / "released" / "1.0.0").glob("*.json"):
            assert archive.read(f"schemas/{path.name}") == path.read_bytes()
            assert json.loads(path.read_bytes())["$id"].endswith(f"schemas/released/1.0.0/{path.name}")


def test_the_databases_and_the_archive_hold_the_same_rows(released: Path) -> None:
    folder = released / "dist" / "1.0.0"
    db = summitry.load(folder / "summitry-1.0.0.zip")
    assert db.version == "1.0.0"
    with closing(sqlite3.connect(folder / "summitry-1.0.0.sqlite")) as connection:
        for table in db.tables:
            ((count,),) = connection.execute(f'SELECT count(*) FROM "{table}"').fetchall()
            assert count == len(db[table])


def test_the_wheel_of_the_release_loads_its_version_where_there_is_nothing_else(released: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(released / "dist" / "1.0.0" / "summitry-1.0.0-py3-none-any.whl") as wheel:
        wheel.extractall(tmp_path / "site-packages")
    code = "import summitry; db = summitry.load(); print(db.version, summitry.__version__, len(db.agreements))"
    environment = {**os.environ, "PYTHONPATH": str(tmp_path / "site-packages")}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, env=environment, capture_output=True, text=True, check=True
    )
    assert done.stdout.split()[:2] == ["1.0.0", "1.0.0"]


def test_releases_follow_each_other(released: Path, tmp_path: Path) -> None:
    folder = tmp_path / "repository"
    shutil.copytree(released, folder)
    first = archive_sum(folder, "1.0.0")
    refused = script(folder, "release")
    assert refused.returncode == 2
    assert "not committed" in refused.stderr

    commit(folder, "v1.0.0")
    shutil.rmtree(folder / "dist")
    assert "made again" in release(folder, place=THERE)
    assert archive_sum(folder, "1.0.0") == first
    assert git(folder, "status", "--porcelain") == ""

    names = folder / "vocabulary" / "commodities.csv"
    names.write_text(names.read_text("utf-8").replace("Uranium", "Uranium (U)"), "utf-8")
    assert script(folder, "build", "--quiet").returncode == 0
    commit(folder)
    before = files(folder)
    refused = script(folder, "release", "--version", "1.0.0")
    assert refused.returncode == 2
    assert files(folder) == before
    assert "calls for PATCH" in release(folder)
    changelog = (folder / "CHANGELOG.md").read_text("utf-8")
    entry = changelog[changelog.index("## [1.0.1]") : changelog.index("## [1.0.0]")]
    assert "| `commodities` |" in entry
    assert "yes, if you use `name_en`" in entry
    assert not (folder / "schemas" / "released" / "1.0.1").exists()
    assert verify(folder / "dist" / "1.0.1").passed


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (("data/places.csv", "Kazakhstan", "Kazakstan"), "not what its build makes: data/places.csv"),
        (("README.md", "", ""), "not committed"),
    ],
)
def test_what_is_not_fit_for_a_release_is_refused_and_nothing_is_left(
    template: Path, tmp_path: Path, spoil: tuple[str, str, str], says: str
) -> None:
    folder = clone(template, tmp_path / "repository")
    name, old, new = spoil
    path = folder / name
    path.write_text(path.read_text("utf-8").replace(old, new) if old else "other words", "utf-8")
    if old:
        commit(folder)
    before = files(folder)
    done = script(folder, "release")
    assert done.returncode in (1, 2)
    assert says in done.stderr
    assert "Traceback" not in done.stderr
    assert files(folder) == before
    assert not (folder / ".release").exists()


# Killed


def start(folder: Path) -> subprocess.Popen[str]:
    """A release as a process in a group of its own, which can be killed with all that it started."""
    command = [sys.executable, "scripts/release.py"]
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    return subprocess.Popen(
        command,
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def settle(folder: Path) -> None:
    """Wait until nobody is putting files into place any more: such a process holds on to the repository's lock."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
    finally:
        os.close(handle)


def require_before_or_complete(folder: Path, before: Mapping[str, bytes], after: Mapping[str, bytes]) -> bool:
    """Fail unless every file is as before, or every one as after a release; say whether it is the latter."""
    settle(folder)
    assert not (folder / ".release" / "decided").exists()
    found = files(folder)
    if found == before:
        return False
    assert {name: data for name, data in found.items() if not name.startswith("dist/")} == after
    assert verify(folder / "dist" / "1.0.0").passed
    return True


def begin_anew(folder: Path) -> None:
    git(folder, "checkout", "--quiet", ".")
    git(folder, "clean", "-fdqx", "--exclude", ".release")


def kill(process: subprocess.Popen[str], *, group: bool) -> None:
    if group:
        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
    process.communicate()


def test_a_release_that_is_killed_leaves_everything_as_before_or_complete(template: Path, tmp_path: Path) -> None:
    folder = clone(template, tmp_path / "repository")
    before = files(folder)
    begun = time.monotonic()
    release(folder)
    takes = time.monotonic() - begun
    after = {name: data for name, data in files(folder).items() if not name.startswith("dist/")}
    begin_anew(folder)
    chance = random.Random(20251107)
    killed = 0
    for number in range(KILLS):
        process = start(folder)
        time.sleep(chance.uniform(0, takes))
        kill(process, group=bool(number % 2))
        killed += process.returncode == -signal.SIGKILL
        if require_before_or_complete(folder, before, after):
            begin_anew(folder)
    assert killed >= KILLS // 4
    _kill_at_each_stage(folder, before, after)
    release(folder)
    assert require_before_or_complete(folder, before, after)
    assert not (folder / ".release").exists()


def _kill_at_each_stage(folder: Path, before: Mapping[str, bytes], after: Mapping[str, bytes]) -> None:
    for stage in (*STAGES, *[STAGES[-1]] * 2):
        process = start(folder)
        assert process.stdout is not None
        told: Sequence[str] = [line for line in iter(process.stdout.readline, "") if _reached(line, stage, process)]
        assert told, process.communicate()[1]
        process.communicate()
        if require_before_or_complete(folder, before, after):
            begin_anew(folder)


def _reached(line: str, stage: str, process: subprocess.Popen[str]) -> bool:
    """Whether a release says that it begins a stage; it is killed then, at the last stage a little later each time."""
    if not line.startswith(stage):
        return False
    if stage == STAGES[-1]:
        time.sleep(random.Random(time.time_ns()).uniform(0, 0.2))
    process.kill()
    return True


def test_a_release_that_is_asked_to_stop_says_so_and_leaves_nothing(template: Path, tmp_path: Path) -> None:
    folder = clone(template, tmp_path / "repository")
    before = files(folder)
    for number in (signal.SIGINT, signal.SIGTERM):
        process = start(folder)
        assert process.stdout is not None
        while not process.stdout.readline().startswith("build"):
            pass
        os.kill(process.pid, number)
        told, wrong = process.communicate()
        assert process.returncode == 130
        assert "Nothing was released" in told
        assert "Traceback" not in wrong
        assert files(folder) == before
        assert not (folder / ".release").exists()


def test_the_build_completes_a_release_that_was_stopped_between_its_files(released: Path, tmp_path: Path) -> None:
    folder = tmp_path / "repository"
    shutil.copytree(released, folder)
    after = files(folder)
    decided = folder / ".release" / "decided"
    decided.mkdir(parents=True)
    (folder / "dist" / "1.0.0").rename(decided / "1")
    (folder / "src/summitry/_version.py").rename(decided / "0")
    git(folder, "checkout", "--", "src/summitry/_version.py")
    (decided / "moves.json").write_text('["src/summitry/_version.py", "dist/1.0.0"]')
    refused = script(folder, "release", "--dry-run")
    assert refused.returncode == 1
    assert "interrupted" in refused.stdout
    done = script(folder, "build", "--quiet")
    assert done.returncode == 0
    assert "put into place" in done.stderr
    assert files(folder) == after
