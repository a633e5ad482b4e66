"""Packages that other people made: what Table Schema allows is no error, what is not checked is said, nothing crashes."""

from __future__ import annotations

import json
import socket
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from summitry.validation.findings import Finding
from summitry.validation.validate import validate

Package = dict[str, Any]

COUNTRIES = "code,name,people,founded\nKAZ,Kazakhstan,20,1991-12-16\nUZB,Uzbekistan,36,1991-09-01\n"
CITIES = "city,country\nAlmaty,KAZ\nTashkent,UZB\n"


def stranger() -> Package:
    """As short as the standard allows: inline schemas, no titles, keys that are no lists."""
    countries = {
        "fields": [
            {"name": "code", "type": "string", "constraints": {"pattern": "^[A-Z]{3}$", "required": True}},
            {"name": "name"},
            {"name": "people", "type": "integer", "constraints": {"minimum": 1}},
            {"name": "founded", "type": "date"},
        ],
        "primaryKey": "code",
    }
    cities = {
        "fields": [{"name": "city", "type": "string"}, {"name": "country", "type": "string"}],
        "foreignKeys": [{"fields": "country", "reference": {"resource": "countries", "fields": "code"}}],
    }
    return {
        "name": "elsewhere",
        "resources": [
            {"name": "countries", "path": "countries.csv", "schema": countries},
            {"name": "cities", "path": "cities.csv", "schema": cities},
        ],
    }


def write(folder: Path, package: Package, **files: str | bytes) -> Path:
    """A package on disk; `files` replace or add files by name, without the suffix .csv."""
    texts: dict[str, str | bytes] = {"countries": COUNTRIES, "cities": CITIES, **files}
    for name, text in texts.items():
        data = text.encode("utf-8") if isinstance(text, str) else text
        (folder / f"{name}.csv").write_bytes(data)
    (folder / "datapackage.json").write_text(json.dumps(package), "utf-8")
    return folder


def found(folder: Path) -> list[tuple[str, str]]:
    return [(finding.code, finding.severity) for finding in validate(folder).findings]


def field(package: Package, number: int) -> dict[str, Any]:
    item: dict[str, Any] = package["resources"][0]["schema"]["fields"][number]
    return item


def test_a_package_without_titles_or_examples_is_valid(tmp_path: Path) -> None:
    report = validate(write(tmp_path, stranger()))
    assert report.findings == ()
    assert report.rows == {"countries": 2, "cities": 2}


BREACHES: dict[str, tuple[str, str, str, str, str | None]] = {
    "a value against its pattern": ("countries", "KAZ", "kaz", "constraint", "code"),
    "a value below its minimum": ("countries", ",20,", ",0,", "constraint", "people"),
    "a day that is none": ("countries", "1991-12-16", "1991-12-36", "type", "founded"),
    "a number that is none": ("countries", ",20,", ",many,", "type", "people"),
    "a repeated key": ("countries", "UZB", "KAZ", "key", "code"),
    "a reference to nothing": ("cities", ",UZB", ",TKM", "foreign-key", "country"),
}


@pytest.mark.parametrize("name", BREACHES)
def test_its_own_rules_are_enforced(tmp_path: Path, name: str) -> None:
    table, old, new, code, column = BREACHES[name]
    text = {"countries": COUNTRIES, "cities": CITIES}[table].replace(old, new)
    findings = validate(write(tmp_path, stranger(), **{table: text})).findings
    errors = [finding for finding in findings if finding.code == code and finding.severity == "error"]
    assert [(item.place.file, item.place.column) for item in errors] == [(f"{table}.csv", column)]


# What the standard allows and our own form does not. It is valid, and where a table is not examined, a warning says so.
ALLOWED: dict[str, tuple[Callable[[Package], object], dict[str, str | bytes], set[str]]] = {
    "windows line ends": (lambda _: None, {"countries": COUNTRIES.replace("\n", "\r\n")}, {"line-ends"}),
    "every cell quoted": (
        lambda _: None,
        {"cities": '"city","country"\n"Almaty","KAZ"\n"Tashkent","UZB"\n'},
        set(),
    ),
    "rows in no order": (lambda _: None, {"cities": "city,country\nTashkent,UZB\nAlmaty,KAZ\n"}, set()),
    "a byte order mark": (lambda _: None, {"cities": "\ufeff" + CITIES}, {"byte-order-mark"}),
    "another type": (lambda p: field(p, 3).update(type="any"), {}, set()),
    "a type that nobody here reads": (lambda p: field(p, 3).update(type="geojson"), {}, {"not-examined"}),
    "a format of its own": (lambda p: field(p, 3).update(format="%Y-%m-%d"), {}, set()),
    "a format without a fixed meaning": (lambda p: field(p, 3).update(format="any"), {}, {"not-examined"}),
    "another word for nothing": (
        lambda p: p["resources"][0]["schema"].update(missingValues=["", "-"]),
        {"countries": COUNTRIES.replace("20", "-")},
        set(),
    ),
    "semicolons": (
        lambda p: p["resources"][1].update(dialect={"delimiter": ";"}),
        {"cities": CITIES.replace(",", ";")},
        set(),
    ),
    "a dialect that says what is usual": (
        lambda p: p["resources"][1].update(dialect={"delimiter": ",", "header": True}),
        {},
        set(),
    ),
    "another encoding": (
        lambda p: p["resources"][1].update(encoding="windows-1256"),
        {"cities": "city,country\nالماتي,KAZ\n".encode("windows-1256")},
        {"not-examined"},
    ),
    "categories": (lambda p: field(p, 1).update(categories=["Kazakhstan", "Uzbekistan"]), {}, {"not-examined"}),
    "a property of its own": (lambda p: field(p, 1).update(curator="somebody"), {}, set()),
    "no schema": (lambda p: p["resources"][1].pop("schema"), {}, {"not-examined"}),
    "data in the descriptor": (
        lambda p: p["resources"].append({"name": "more", "data": [{"a": 1}]}),
        {},
        {"not-examined"},
    ),
    "a table in two files": (
        lambda p: p["resources"].append({"name": "more", "path": ["more-1.csv", "more-2.csv"]}),
        {"more-1": "a\n1\n", "more-2": "2\n"},
        {"not-examined"},
    ),
    "a pattern with a shorthand": (
        lambda p: field(p, 2).update(type="string", constraints={"pattern": r"\d+"}),
        {},
        set(),
    ),
    "a pattern that would be slow elsewhere": (
        lambda p: field(p, 1).update(constraints={"pattern": "([A-Za-z]+)+"}),
        {"countries": COUNTRIES.replace("Kazakhstan", "a" * 60)},
        set(),
    ),
    "a pattern that looks ahead": (
        lambda p: field(p, 1).update(constraints={"pattern": "(?=K).*"}),
        {},
        {"not-examined"},
    ),
    "a constraint of another kind": (
        lambda p: field(p, 1).update(constraints={"jsonSchema": {"type": "object"}}),
        {},
        {"not-examined"},
    ),
}


@pytest.mark.parametrize("name", ALLOWED)
def test_what_the_standard_allows_is_valid(tmp_path: Path, name: str) -> None:
    change, files, codes = ALLOWED[name]
    package = stranger()
    change(package)
    findings = validate(write(tmp_path, package, **files)).findings
    assert [item for item in findings if item.severity == "error"] == []
    assert {item.code for item in findings} == codes


SLIPS: dict[str, tuple[Callable[[Package], object], str]] = {
    "a misspelt property": (
        lambda p: field(p, 0).update(constraint=field(p, 0).pop("constraints")),
        "schema",
    ),
    "a misspelt constraint": (lambda p: field(p, 2).update(constraints={"minumum": 30}), "schema"),
    "a misspelt key": (
        lambda p: p["resources"][0]["schema"].update(primarykey=p["resources"][0]["schema"].pop("primaryKey")),
        "schema",
    ),
    "a key of no column": (lambda p: p["resources"][0]["schema"].update(primaryKey="id"), "schema"),
    "a reference to no table": (
        lambda p: p["resources"][1]["schema"]["foreignKeys"][0]["reference"].update(resource="planets"),
        "schema",
    ),
    "a reference to no column": (
        lambda p: p["resources"][1]["schema"]["foreignKeys"][0]["reference"].update(fields="id"),
        "schema",
    ),
    "no fields": (lambda p: p["resources"][0]["schema"].pop("fields"), "schema"),
    "two resources of one name": (lambda p: p["resources"][1].update(name="countries"), "descriptor"),
    "a resource without a name": (lambda p: p["resources"][1].pop("name"), "descriptor"),
    "a resource that is a list": (lambda p: p["resources"].append([]), "descriptor"),
    "a remote table": (lambda p: p["resources"][1].update(path="http://127.0.0.1:9/t.csv"), "path"),
    "a remote schema": (lambda p: p["resources"][1].update(schema="http://127.0.0.1:9/s.json"), "path"),
    "a path with a NUL": (lambda p: p["resources"][1].update(path="a\0b.csv"), "path"),
    "a path that is too long": (lambda p: p["resources"][1].update(path="a" * 5000), "path"),
    "a path to a folder": (lambda p: p["resources"][1].update(path="."), "path"),
    "a checksum that is wrong": (lambda p: p["resources"][1].update(hash="0" * 32), "file-hash"),
    "a checksum of no known kind": (lambda p: p["resources"][1].update(hash="crc:0"), "file-hash"),
}


@pytest.mark.parametrize("name", SLIPS)
def test_what_nobody_could_rely_on_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("the validation asked for the network")

    monkeypatch.setattr(socket, "socket", refuse)
    change, code = SLIPS[name]
    package = stranger()
    change(package)
    errors = [item for item in validate(write(tmp_path, package)).findings if item.severity == "error"]
    assert code in {item.code for item in errors}
    assert all(item.mend and item.place.file for item in errors)


HOSTILE_JSON: dict[str, str] = {
    "nested a hundred thousand deep": '{"resources":' + "[" * 100_000 + "]" * 100_000 + "}",
    "nested a hundred deep": '{"resources":' + "[" * 100 + "]" * 100 + "}",
    "a number of ten thousand digits": '{"resources": ' + "9" * 10_000 + "}",
    "half a surrogate pair": '{"name": "\\ud800", "resources": []}',
    "not a number": '{"resources": NaN}',
    "a key twice": '{"name": "a", "name": "b"}',
    "a list": "[]",
    "nothing": "",
    "not UTF-8": "\udcff",
}


@pytest.mark.parametrize("name", HOSTILE_JSON)
def test_json_that_nobody_should_read_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "datapackage.json").write_bytes(HOSTILE_JSON[name].encode("utf-8", "surrogateescape"))
    assert ("descriptor", "error") in found(tmp_path)


# Zip archives


def zipped(folder: Path, *entries: tuple[str | zipfile.ZipInfo, bytes]) -> Path:
    archive = folder / "package.zip"
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in entries:
            made.writestr(name, data)
    return archive


def plain_entries(top: str = "") -> list[tuple[str | zipfile.ZipInfo, bytes]]:
    return [
        (f"{top}datapackage.json", json.dumps(stranger()).encode()),
        (f"{top}countries.csv", COUNTRIES.encode()),
        (f"{top}cities.csv", CITIES.encode()),
    ]


@pytest.mark.parametrize("top", ["", "elsewhere-1.0.0/"])
def test_a_zip_archive_is_a_package_too(tmp_path: Path, top: str) -> None:
    report = validate(zipped(tmp_path, *plain_entries(top)))
    assert report.findings == ()
    assert report.rows == {"countries": 2, "cities": 2}


def link(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name)
    info.external_attr = 0o120777 << 16
    return info


TRICKS: dict[str, tuple[str | zipfile.ZipInfo, bytes]] = {
    "a path that leads out": ("../evil.csv", b"a"),
    "an absolute path": ("/etc/evil.csv", b"a"),
    "a drive": ("C:/evil.csv", b"a"),
    "a backslash": ("..\\evil.csv", b"a"),
    "a link": (link("evil.csv"), b"/etc/passwd"),
    "a file in other capitals": ("Cities.csv", b"a"),
    "a bomb": ("zeros.csv", bytes(64 * 1024**2)),
}


@pytest.mark.parametrize("name", TRICKS)
def test_an_archive_with_a_trick_in_it_is_refused(tmp_path: Path, name: str) -> None:
    archive = zipped(tmp_path, *plain_entries(), TRICKS[name])
    findings: tuple[Finding, ...] = validate(archive).findings
    assert [(item.code, item.place.file) for item in findings] == [("archive", "package.zip")]
    assert not (tmp_path.parent / "evil.csv").exists()


def test_an_archive_that_is_damaged_or_none_is_refused(tmp_path: Path) -> None:
    archive = zipped(tmp_path, *plain_entries())
    data = archive.read_bytes()
    for cut in (b"", b"no archive", data[: len(data) // 2], data[:60] + b"\xff\xff\xff" + data[63:]):
        archive.write_bytes(cut)
        assert found(tmp_path / "package.zip") == [("archive", "error")]


def test_an_archive_without_a_descriptor_is_no_package(tmp_path: Path) -> None:
    assert found(zipped(tmp_path, ("readme.txt", b"hello"))) == [("archive", "error")]
