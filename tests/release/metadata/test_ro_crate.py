"""There is no validator of RO-Crate that works offline, so what the specification says MUST be is checked here.

https://www.researchobject.org/ro-crate/specification/1.2/root-data-entity.html and data-entities.html
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from summitry.tables.contract import TABLES

pytestmark = pytest.mark.usefixtures("offline")

Document = dict[str, Any]


@pytest.fixture
def document(crate: Path) -> Document:
    found: Document = json.loads((crate / "ro-crate-metadata.json").read_text("utf-8"))
    return found


def entity(document: Document, name: str) -> dict[str, Any]:
    found: list[dict[str, Any]] = [item for item in document["@graph"] if item["@id"] == name]
    (only,) = found
    return only


def problems(document: Document, folder: Path) -> list[str]:
    return [*flattened(document), *described(document), *rooted(document), *present(document, folder)]


def flattened(document: Document) -> Iterator[str]:
    """One flat graph of entities that point at each other, in the terms of RO-Crate 1.2."""
    contexts = document.get("@context")
    if "https://w3id.org/ro/crate/1.2/context" not in (contexts if isinstance(contexts, list) else [contexts]):
        yield "the context is not that of RO-Crate 1.2"
    names = [item.get("@id") for item in document["@graph"]]
    if len(names) != len(set(names)):
        yield "an entity is described twice"
    for item in document["@graph"]:
        if not isinstance(item.get("@id"), str) or not item.get("@type"):
            yield f"{item} has no @id or no @type"
        for key, value in item.items():
            for part in value if isinstance(value, list) else [value]:
                if isinstance(part, dict) and set(part) != {"@id"}:
                    yield f"{item['@id']}.{key} is nested, not a reference"
                if isinstance(part, dict) and part.get("@id") not in {*names, "https://w3id.org/ro/crate/1.2"}:
                    yield f"{item['@id']}.{key} refers to {part.get('@id')}, which is not described"


def described(document: Document) -> Iterator[str]:
    descriptors = [item for item in document["@graph"] if item.get("@id") == "ro-crate-metadata.json"]
    if not descriptors:
        yield "the metadata descriptor is missing"
        return
    if descriptors[0].get("@type") != "CreativeWork":
        yield "the metadata descriptor is no CreativeWork"
    if descriptors[0].get("about") != {"@id": "./"}:
        yield "the metadata descriptor is not about the crate"
    if descriptors[0].get("conformsTo") != {"@id": "https://w3id.org/ro/crate/1.2"}:
        yield "the metadata descriptor does not say to what it conforms"


def rooted(document: Document) -> Iterator[str]:
    roots = [item for item in document["@graph"] if item.get("@id") == "./" and item.get("@type") == "Dataset"]
    if not roots:
        yield "the root data entity is missing"
        return
    yield from (f"the root has no {key}" for key in ("name", "description", "license") if not roots[0].get(key))
    try:
        date.fromisoformat(roots[0].get("datePublished", ""))
    except ValueError:
        yield "the root has no datePublished in ISO 8601"
    parts = {part["@id"] for part in roots[0].get("hasPart", [])}
    for item in document["@graph"]:
        if item.get("@type") == "File" and item.get("@id") not in parts:
            yield f"{item.get('@id')} is no part of the root"


def present(document: Document, folder: Path) -> Iterator[str]:
    for item in document["@graph"]:
        if item.get("@type") != "File":
            continue
        path = folder / str(item.get("@id"))
        if not path.is_file():
            yield f"{item.get('@id')} is not in the crate"
        elif hashlib.sha256(path.read_bytes()).hexdigest() != item.get("sha256"):
            yield f"{item.get('@id')} has another checksum"
        elif str(path.stat().st_size) != item.get("contentSize"):
            yield f"{item.get('@id')} has another size"


def test_the_file_keeps_every_must_of_the_specification(document: Document, crate: Path) -> None:
    assert problems(document, crate) == []


def test_every_table_is_in_the_crate_twice_with_its_schema(document: Document) -> None:
    files = {item["@id"] for item in document["@graph"] if item["@type"] == "File"}
    tables = {f"data/{table}.{kind}" for table in TABLES for kind in ("csv", "parquet")}
    assert files == tables | {f"schemas/{table}.json" for table in TABLES} | {"datapackage.json"}


def without(name: str, key: str) -> Callable[[Document], None]:
    return lambda document: entity(document, name).pop(key)


def without_entity(name: str) -> Callable[[Document], None]:
    return lambda document: document["@graph"].remove(entity(document, name))


@pytest.mark.parametrize(
    ("remove", "problem"),
    [
        (lambda document: document.pop("@context"), "the context is not that of RO-Crate 1.2"),
        (without_entity("ro-crate-metadata.json"), "the metadata descriptor is missing"),
        (without("ro-crate-metadata.json", "about"), "the metadata descriptor is not about the crate"),
        (without("ro-crate-metadata.json", "conformsTo"), "the metadata descriptor does not say to what it conforms"),
        (without_entity("./"), "the root data entity is missing"),
        (without("./", "name"), "the root has no name"),
        (without("./", "description"), "the root has no description"),
        (without("./", "license"), "the root has no license"),
        (without("./", "datePublished"), "the root has no datePublished in ISO 8601"),
        (without("./", "hasPart"), "data/summits.csv is no part of the root"),
        (without_entity("https://creativecommons.org/licenses/by/4.0/"), "which is not described"),
        (without("data/summits.csv", "sha256"), "data/summits.csv has another checksum"),
    ],
)
def test_a_file_with_a_fact_removed_is_refused(
    document: Document, crate: Path, remove: Callable[[Mapping[str, Any]], object], problem: str
) -> None:
    remove(document)
    assert [found for found in problems(document, crate) if problem in found]


def test_the_citation_is_the_one_that_the_dataset_gives(document: Document) -> None:
    assert entity(document, "./")["creditText"].startswith("Summitry maintainers. (2026).")
