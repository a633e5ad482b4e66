from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from summitry import repository
from summitry.errors import PackageError


@pytest.fixture(autouse=True)
def forget() -> Iterator[None]:
    repository.home.cache_clear()
    yield
    repository.home.cache_clear()


def test_in_a_checkout_everything_is_at_the_root_of_the_repository() -> None:
    assert repository.home() == Path(__file__).parents[1]
    assert (repository.schemas_folder() / "summits.json").is_file()
    assert repository.vocabulary_schemas_folder() == repository.home() / "schemas" / "vocabulary"


def test_in_an_installed_wheel_everything_is_inside_the_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    module = tmp_path / "site-packages" / "summitry"
    (module / "_package" / "schemas").mkdir(parents=True)
    monkeypatch.setattr(repository, "_HERE", module)
    assert repository.schemas_folder() == module / "_package" / "schemas"
    assert repository.vocabulary_folder() == module / "_package" / "vocabulary"


def test_an_incomplete_installation_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(repository, "_HERE", tmp_path / "src" / "summitry")
    with pytest.raises(PackageError, match="Install summitry from its wheel"):
        repository.home()
