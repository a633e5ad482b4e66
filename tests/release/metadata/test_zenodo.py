"""Zenodo publishes no schema for a deposit's metadata, so its table of fields stands here.

https://developers.zenodo.org/#representation, "Deposit metadata"
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from summitry.release.metadata.released import released
from summitry.release.metadata.zenodo import zenodo_json
from summitry.tables.metadata import PackageMetadata
from summitry.tables.package import read_package

pytestmark = pytest.mark.usefixtures("offline")

REQUIRED = ("upload_type", "publication_date", "title", "creators", "description", "access_right", "license")
KNOWN = {*REQUIRED, "keywords", "version", "language", "related_identifiers"}
RELATIONS = {"isDerivedFrom", "isDocumentedBy"}


def problems(deposit: dict[str, Any]) -> Iterator[str]:
    yield from (f"{name} is missing" for name in REQUIRED if not deposit.get(name))
    yield from (f"{name} is unknown" for name in sorted(deposit.keys() - KNOWN))
    if deposit.get("upload_type") != "dataset" or deposit.get("access_right") != "open":
        yield "it is no open data set"
    try:
        date.fromisoformat(deposit.get("publication_date", ""))
    except ValueError:
        yield "publication_date is no day"
    if not all(creator.get("name") for creator in deposit.get("creators", [])):
        yield "a creator has no name"
    if not re.fullmatch("[a-z]{3}", deposit.get("language", "eng")):
        yield "language is no code of ISO 639-3"
    for item in deposit.get("related_identifiers", []):
        if item.get("relation") not in RELATIONS or not item.get("identifier"):
            yield "a related identifier is malformed"


@pytest.fixture
def deposit(crate: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((crate / "zenodo.json").read_text("utf-8"))
    return found


def test_the_file_has_every_field_that_zenodo_asks_for(deposit: dict[str, Any]) -> None:
    assert list(problems(deposit)) == []
    assert deposit["license"] == "cc-by-4.0"


@pytest.mark.parametrize("fact", REQUIRED)
def test_a_file_with_a_fact_removed_is_refused(deposit: dict[str, Any], fact: str) -> None:
    del deposit[fact]
    assert f"{fact} is missing" in problems(deposit)


def paragraphs(deposit: dict[str, Any]) -> list[etree._Element]:
    return list(etree.fromstring(f"<body>{deposit['description']}</body>"))


def test_the_arabic_text_is_written_from_right_to_left(
    deposit: dict[str, Any], released_metadata: PackageMetadata
) -> None:
    arabic = [element for element in paragraphs(deposit) if element.get("lang") == "ar"]
    assert ["".join(map(str, element.itertext())) for element in arabic] == [
        released_metadata.title_ar,
        released_metadata.description_ar,
    ]
    assert [element.get("dir") for element in arabic] == ["rtl", "rtl"]


def test_markup_in_a_text_stays_text(package_folder: Path, metadata: PackageMetadata) -> None:
    hostile = replace(metadata, description="<img src=x onerror=alert(1)>", released_on=date(2026, 1, 31))
    first = paragraphs(json.loads(zenodo_json(released(read_package(package_folder), hostile))))[0]
    assert first.text == "<img src=x onerror=alert(1)>"
    assert len(first) == 0
