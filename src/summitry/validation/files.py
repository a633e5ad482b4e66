"""The first layers: the descriptor, the files that it lists, their bytes and characters, and the schemas."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from summitry.errors import PackageError, SummitryError
from summitry.strict_json import read_json_object
from summitry.tables.contract import contract_from_schema
from summitry.tables.digest import bytes_hash
from summitry.tables.package import inner_path
from summitry.tables.schema_check import check_schema
from summitry.validation import checks
from summitry.validation.findings import Finding, Place
from summitry.validation.subject import Subject

_HIDDEN = re.compile(
    "[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
)
_FORMULA = re.compile(r"(?:^|,)\"?[=@][^,]")
# Columns that hold an article's own words, which nobody may change.
_QUOTED = frozenset(("quote", "text", "magnitude", "corrected_to"))


def check_files(subject: Subject) -> Iterator[Finding]:
    """Read the descriptor and the schemas into the subject; everything that is wrong with files, bytes and characters."""
    try:
        subject.descriptor = read_json_object(subject.folder / "datapackage.json", PackageError)
    except SummitryError as error:
        yield checks.DESCRIPTOR.found(Place("datapackage.json"), error.what, mend=error.mend)
        return
    resources = subject.descriptor.get("resources")
    if not isinstance(resources, list) or not resources:
        yield checks.DESCRIPTOR.found(Place("datapackage.json", column="resources"), "there is no list of tables.")
        return
    listed: set[Path] = set()
    schemas: dict[str, dict[str, Any]] = {}
    for number, resource in enumerate(resources):
        yield from _check_resource(subject, number, resource, listed, schemas)
    yield from _check_schemas(subject, schemas)
    yield from _unlisted(subject, listed)


def _check_resource(
    subject: Subject, number: int, resource: Any, listed: set[Path], schemas: dict[str, dict[str, Any]]
) -> Iterator[Finding]:
    place = Place("datapackage.json", column=f"resources/{number}")
    if not isinstance(resource, dict) or not isinstance(resource.get("name"), str):
        yield checks.DESCRIPTOR.found(place, "the resource is no object with a name.")
        return
    parquet = resource.get("parquet")
    stated = [resource, parquet] if isinstance(parquet, dict) else [resource]
    for entry in stated:
        found = _file(subject, entry.get("path"), place)
        if isinstance(found, Finding):
            yield found
            continue
        listed.add(found)
        yield from _check_bytes(subject, found, entry)
        if entry is resource:
            subject.files[resource["name"]] = found
            yield from _check_text(subject, found)
    schema = resource.get("schema")
    if isinstance(schema, dict):
        schemas[resource["name"]] = schema
        return
    found = _file(subject, schema, place)
    if isinstance(found, Finding):
        yield found
        return
    try:
        schemas[resource["name"]] = read_json_object(found, PackageError)
    except SummitryError as error:
        yield checks.SCHEMA.found(Place(str(schema)), error.what, mend=error.mend)


def _file(subject: Subject, path: object, place: Place) -> Path | Finding:
    if not isinstance(path, str):
        return checks.PATH.found(place, "the path is no text.", value=path)
    try:
        found = inner_path(subject.folder, path)
    except PackageError as error:
        return checks.PATH.found(place, error.what, value=path, mend=error.mend)
    steps = [found, *found.parents][: len(Path(path).parts)]
    if any(step.is_symlink() for step in steps):
        return checks.PATH.found(place, f"the path {path!r} goes through a symbolic link.", value=path)
    return found if found.is_file() else checks.FILE_MISSING.found(place, f"the file {path} is missing.", value=path)


def _check_bytes(subject: Subject, file: Path, stated: dict[str, Any]) -> Iterator[Finding]:
    data = file.read_bytes()
    place = Place(file.relative_to(subject.folder).as_posix())
    if "bytes" in stated and stated["bytes"] != len(data):
        yield checks.FILE_SIZE.found(
            place, f"the file has {len(data):,} bytes, not {stated['bytes']:,}.", value=len(data)
        )
    if "hash" in stated and stated["hash"] != bytes_hash(data):
        yield checks.FILE_HASH.found(
            place, "the file is not the one that the package was made with.", value=bytes_hash(data)
        )


def _check_text(subject: Subject, file: Path) -> Iterator[Finding]:
    name = file.relative_to(subject.folder).as_posix()
    data = file.read_bytes()
    for mark, what in ((b"\r", "a carriage return"), (b"\0", "a NUL byte")):
        if mark in data:
            yield checks.TEXT_BYTES.found(
                Place(name, line=data[: data.index(mark)].count(b"\n") + 1), f"there is {what}."
            )
    if data.startswith(b"\xef\xbb\xbf"):
        yield checks.TEXT_BYTES.found(Place(name, line=1), "the file begins with a byte order mark.")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        at = data[: error.start].count(b"\n") + 1
        yield checks.TEXT_BYTES.found(Place(name, line=at), "the file is not UTF-8.", value=f"{data[error.start]:#04x}")
        return
    quoting = bool(_QUOTED & set(text.partition("\n")[0].split(",")))
    for number, line in enumerate(text.split("\n"), start=1):
        if quoting and number > 1:
            continue
        hidden = _HIDDEN.search(line)
        if hidden or not unicodedata.is_normalized("NFC", line):
            what = f"U+{ord(hidden.group()):04X} stands in the text." if hidden else "the text is not in the form NFC."
            yield checks.TEXT_CHARACTERS.found(Place(name, max(number - 1, 0) or None, number), what)
        if number > 1 and _FORMULA.search(line):
            yield checks.FORMULA.found(
                Place(name, number - 1, number), "a cell begins like a formula.", value=line[:60]
            )


def _check_schemas(subject: Subject, schemas: dict[str, dict[str, Any]]) -> Iterator[Finding]:
    for name, schema in schemas.items():
        problems = check_schema(name, schema, schemas)
        for problem in problems:
            yield checks.SCHEMA.found(
                Place(f"schemas/{name}.json", column=problem.where or None), problem.what, mend=problem.mend
            )
        if not problems:
            subject.contracts[name] = contract_from_schema(name, schema)


def _unlisted(subject: Subject, listed: set[Path]) -> Iterator[Finding]:
    folder = subject.folder / "data"
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        if path not in listed:
            yield checks.FILE_UNLISTED.found(
                Place(path.relative_to(subject.folder).as_posix()), "no resource lists this file."
            )
