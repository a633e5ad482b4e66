"""Mutations by somebody with bad intentions: paths, links, patterns, JSON that nobody should parse."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.validation.copies import Copy
from tests.validation.mutations import (
    Action,
    Mutation,
    bytes_of,
    described,
    edited,
    group,
)
from tests.validation.mutations_schema import constraints, of_schema

from summitry.validation.findings import Place

_security = group("security")


def _first(**values: Any) -> Callable[[Any], object]:
    return lambda descriptor: descriptor["resources"][1].update(values)


def _link(path: str, target: str, place: Place) -> Action:
    """Put a symbolic link in the place of a file, to a copy of it elsewhere."""

    def act(copy: Copy) -> Place:
        file, elsewhere = copy.folder / path, copy.folder.parent / f"{copy.folder.name}-{target}"
        file.rename(elsewhere)
        file.symlink_to(elsewhere)
        return place

    return act


def _linked_folder(copy: Copy) -> Place:
    elsewhere = copy.folder.parent / f"{copy.folder.name}-data"
    (copy.folder / "data").rename(elsewhere)
    (copy.folder / "data").symlink_to(elsewhere)
    return Place("datapackage.json", column="resources/0/path")


def _loose_link(copy: Copy) -> Place:
    (copy.folder / "data" / "passwd.csv").symlink_to(Path("/etc/passwd"))
    return Place("data/passwd.csv")


_PATHS = {
    "out by dots": "../places.csv",
    "out and back in by dots": "data/../data/places.csv",
    "absolute": "/etc/passwd",
    "remote": "https://example.org/places.csv",
    "remote without encryption": "http://example.org/places.csv",
    "a file address": "file:///etc/passwd",
    "an address without a scheme": "//example.org/places.csv",
    "Windows": "C:\\data\\places.csv",
    "a backslash": "data\\places.csv",
    "a NUL": "data/places.csv\0",
    "a line feed": "data/places\n.csv",
    "a folder": "data",
    "no text": 7,
    "nothing": "",
    "a list": ["data/places.csv", "/etc/passwd"],
    "very long": "a/" * 2000,
}
_HOSTILE_PATTERNS = {
    "exponential": "(a+)+b",
    "exponential by alternation": "(a|a)*b",
    "quadratic": "[a-z]*[a-z]*b",
    "a look-behind": "(?<=a)b",
    "a back reference": "(a*)\\1",
    "not one": "(",
    "a huge count": "a{100000}",
    "deeply nested": "(" * 400 + "a" + ")" * 400,
    "of all scripts": "\\d+",
}

SECURITY: tuple[Mutation, ...] = (
    *(
        _security(f"a path: {name}", "path", described(_first(path=path), "resources/1/path"))
        for name, path in _PATHS.items()
        if not isinstance(path, list)
    ),
    _security("a path: a list", "path", described(_first(path=_PATHS["a list"]), "resources/1/path")),
    _security("a schema: remote", "path", described(_first(schema="https://example.org/s.json"), "resources/1/schema")),
    _security("a schema: out by dots", "path", described(_first(schema="../../s.json"), "resources/1/schema")),
    _security(
        "Parquet: out by dots",
        "path",
        described(lambda d: d["resources"][1]["parquet"].update(path="../p"), "resources/1/parquet/path"),
    ),
    _security(
        "a link in a table's place",
        "path",
        _link("data/places.csv", "p", Place("datapackage.json", column="resources/1/path")),
    ),
    _security(
        "a link in a schema's place",
        "path",
        _link("schemas/places.json", "s", Place("datapackage.json", column="resources/1/schema")),
    ),
    _security("a link in the place of data/", "path", _linked_folder),
    _security("a link beside the tables", "path", _loose_link),
    *(
        _security(
            f"a pattern: {name}",
            "schema",
            of_schema("places", constraints("name_en", pattern=pattern), "field name_en"),
        )
        for name, pattern in _HOSTILE_PATTERNS.items()
    ),
    _security(
        "JSON nested a hundred thousand deep",
        "descriptor",
        bytes_of("datapackage.json", lambda data: b'{"a":' + b"[" * 100_000 + b"]" * 100_000 + b"}"),
    ),
    _security(
        "a number of ten thousand digits",
        "descriptor",
        edited("datapackage.json", '"profile": 1', '"profile": ' + "9" * 10_000),
    ),
    _security("half a surrogate pair", "descriptor", edited("datapackage.json", '"name"', '"\\ud800": 1, "name"')),
    _security(
        "a schema nested deeply",
        "schema",
        bytes_of("schemas/places.json", lambda data: b'{"fields":' * 200 + b"1" + b"}" * 200),
    ),
)
