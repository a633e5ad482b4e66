"""Whatever a package or an article is spoiled to, it ends in a report or a clean refusal: never in a traceback or a hang."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fuzz import Failure, Ground, make_ground, run
from spoiling import spoil_bytes, spoil_cells, spoil_json
from summitry.errors import SummitryError
from summitry.validation.validate import validate

CASES = 400
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=12,
)


@pytest.fixture(scope="module")
def ground(tmp_path_factory: pytest.TempPathFactory) -> Ground:
    return make_ground(tmp_path_factory.mktemp("fuzz"))


def test_spoiled_packages_and_articles_end_cleanly(ground: Ground) -> None:
    ended = list(run(range(CASES), 2026, ground))
    assert [failure for _, _, failure in ended if isinstance(failure, Failure)] == []
    assert {kind for kind, _, _ in ended} >= {"article", "ours", "stranger", "archive"}
    assert {end for _, end, _ in ended} == {"report", "refusal"}


def test_a_case_that_goes_wrong_is_told(ground: Ground, monkeypatch: pytest.MonkeyPatch) -> None:
    def break_down(_: object) -> None:
        raise KeyError("a defect")

    monkeypatch.setattr("fuzz.validate", break_down)
    ended = list(run(range(40), 2026, ground))
    assert any(failure is not None and "a defect" in failure.how for _, _, failure in ended)


@pytest.mark.parametrize("spoil", [spoil_bytes, spoil_cells])
def test_what_is_spoiled_differs_and_can_be_repeated(spoil: object) -> None:
    assert callable(spoil)
    data = b"a,b\n1,2\n3,4\n"
    spoiled = [spoil(data, random.Random(seed)) for seed in range(50)]
    assert spoiled == [spoil(data, random.Random(seed)) for seed in range(50)]
    assert len(set(spoiled)) > 25


@given(document=st.dictionaries(st.sampled_from(["resources", "name", "summitry", "x"]), JSON, max_size=4))
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_json_object_is_judged_as_a_descriptor(tmp_path: Path, document: dict[str, object]) -> None:
    import json

    (tmp_path / "datapackage.json").write_text(json.dumps(document), "utf-8")
    report = validate(tmp_path)
    assert report.findings
    assert all(finding.mend for finding in report.findings)


@given(
    schema=st.dictionaries(st.sampled_from(["fields", "primaryKey", "foreignKeys", "missingValues"]), JSON, max_size=4)
)
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_json_object_is_judged_as_a_schema(tmp_path: Path, schema: dict[str, object]) -> None:
    import json

    package = {"name": "p", "resources": [{"name": "t", "path": "t.csv", "schema": schema}]}
    (tmp_path / "datapackage.json").write_text(json.dumps(package), "utf-8")
    (tmp_path / "t.csv").write_text("a,b\n1,2\n", "utf-8")
    try:
        validate(tmp_path)
    except SummitryError as error:
        pytest.fail(f"{error}")


def test_spoiled_json_is_json_still() -> None:
    import json

    data = json.dumps({"a": [1, {"b": None}], "c": {"d": ["e"]}}).encode()
    for seed in range(100):
        json.loads(spoil_json(data, random.Random(seed)))
