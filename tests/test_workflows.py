"""The workflows of continuous integration: well-formed, with no more rights than they need, and nothing to inject into."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

FOLDER = Path(__file__).resolve().parents[1] / ".github" / "workflows"
WORKFLOWS = sorted(FOLDER.glob("*.yml"))


def read(path: Path) -> dict[Any, Any]:
    workflow: dict[Any, Any] = yaml.safe_load(path.read_text("utf-8"))
    return workflow


def steps(workflow: dict[Any, Any]) -> Iterator[dict[str, Any]]:
    for job in workflow["jobs"].values():
        yield from job["steps"]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_says_when_it_runs_for_how_long_and_with_which_rights(path: Path) -> None:
    workflow = read(path)
    assert workflow["name"]
    assert True in workflow  # `on`, which YAML 1.1 takes for a truth
    assert isinstance(workflow["permissions"], dict)
    assert all(job["runs-on"] and job["timeout-minutes"] <= 60 for job in workflow["jobs"].values())


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_every_action_is_pinned_to_a_version(path: Path) -> None:
    for step in steps(read(path)):
        assert ("uses" in step) != ("run" in step)
        assert re.fullmatch(r"actions/[a-z-]+@v\d+", step.get("uses", "actions/none@v0"))


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_scripts_are_sound_and_take_values_from_the_environment_alone(path: Path) -> None:
    for step in steps(read(path)):
        script = step.get("run", "")
        assert "${{" not in script
        subprocess.run(["bash", "-n"], input=script, text=True, check=True)


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_secret_is_seen_by_one_step_of_a_job_with_a_protected_environment(path: Path) -> None:
    workflow = read(path)
    for job in workflow["jobs"].values():
        secret = [step for step in job["steps"] if "secrets." in str(step.get("env"))]
        assert "secrets." not in str({**job, "steps": []})
        assert len(secret) <= 1
        assert not secret or job["environment"]


def test_a_job_that_may_write_runs_no_code_of_the_repository() -> None:
    for path in WORKFLOWS:
        for job in read(path)["jobs"].values():
            if "write" in job.get("permissions", {}).values():
                scripts = "\n".join(step.get("run", "") for step in job["steps"])
                assert not re.search(r"\bmake\b|python|\.ci/|scripts/", scripts)


def test_a_release_begins_with_the_tag_of_a_version() -> None:
    workflow = read(FOLDER / "release.yml")
    assert workflow[True] == {"push": {"tags": ["v[0-9]+.[0-9]+.[0-9]+"]}}
    order = {name: job.get("needs") for name, job in workflow["jobs"].items()}
    assert order == {"artefacts": None, "github": "artefacts", "zenodo": "github"}


def test_the_notes_of_a_release_are_its_part_of_the_changelog(tmp_path: Path) -> None:
    script = next(step["run"] for step in steps(read(FOLDER / "release.yml")) if "awk" in step.get("run", ""))
    (line,) = [line for line in script.splitlines() if line.startswith("awk ")]
    changelog = "# Changelog\n\n## [Unreleased]\n\nlater\n\n## [1.1.0] - 2026-02-01\n\nthis\n\n## [1.0.0]\n\nearlier\n"
    (tmp_path / "CHANGELOG.md").write_text(changelog, "utf-8")
    subprocess.run(["bash", "-c", f"TAG=v1.1.0; {line}"], cwd=tmp_path, check=True)
    assert (tmp_path / "notes.md").read_text("utf-8").split() == ["this"]
