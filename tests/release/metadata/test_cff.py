from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from summitry.release.metadata.cff import citation_cff
from summitry.tables.metadata import PackageMetadata, read_metadata

pytestmark = pytest.mark.usefixtures("offline")

ROOT = Path(__file__).resolve().parents[3]
SCHEMA = json.loads((Path(__file__).parent / "cff-1.2.0.schema.json").read_text("utf-8"))


def problems(document: object) -> list[str]:
    validator = jsonschema.Draft7Validator(SCHEMA, format_checker=jsonschema.FormatChecker())
    return [error.message for error in validator.iter_errors(document)]


def parsed(metadata: PackageMetadata) -> dict[str, Any]:
    document: dict[str, Any] = yaml.safe_load(citation_cff(metadata))
    return document


def test_the_file_in_the_repository_is_what_the_build_writes() -> None:
    assert (ROOT / "CITATION.cff").read_bytes() == citation_cff(read_metadata(ROOT))


def test_the_file_of_a_release_is_valid(crate: Path) -> None:
    document = yaml.safe_load((crate / "CITATION.cff").read_bytes())
    assert problems(document) == []
    assert document["type"] == "dataset"
    assert document["date-released"] == "2026-01-31"


def test_an_unreleased_version_has_no_day_and_is_valid_all_the_same(metadata: PackageMetadata) -> None:
    assert "date-released" not in parsed(metadata)
    assert problems(parsed(metadata)) == []


def test_a_doi_and_an_address_appear_once_they_are_known(metadata: PackageMetadata) -> None:
    known = replace(metadata, doi="10.5281/zenodo.1234", homepage="https://www.example.org/summits")
    assert parsed(known)["doi"] == "10.5281/zenodo.1234"
    assert parsed(known)["url"] == "https://www.example.org/summits"
    assert problems(parsed(known)) == []


@pytest.mark.parametrize("fact", ["authors", "cff-version", "message", "title"])
def test_the_schema_refuses_a_file_without(crate: Path, fact: str) -> None:
    document = yaml.safe_load((crate / "CITATION.cff").read_bytes())
    del document[fact]
    assert problems(document) == [f"{fact!r} is a required property"]


def test_the_schema_refuses_a_day_that_is_none(crate: Path) -> None:
    document = yaml.safe_load((crate / "CITATION.cff").read_bytes())
    assert problems(document | {"date-released": "2026-02-30"})


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1), st.dates(min_value=date(1900, 1, 1)))
def test_any_text_comes_back_from_the_file_as_it_was(text: str, day: date) -> None:
    metadata = PackageMetadata(
        name="any",
        version="1.0.0",
        title=text,
        title_ar=text,
        description=text,
        description_ar=text,
        licenses=(),
        contributors=(),
        keywords=(text,),
        released_on=day,
    )
    document = parsed(metadata)
    assert (document["title"], document["abstract"], document["keywords"]) == (text, text, [text])
    assert document["date-released"] == day.isoformat()
