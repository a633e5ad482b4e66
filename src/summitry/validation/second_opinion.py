"""frictionless, asked about the tables of a stranger's package that our own engine cannot read to the last cell.

It follows any path, fetches what is remote, and compiles any pattern. So it is given a description made anew, with nothing
in it but plain tables whose files are known to be safe, and only the patterns that cannot be slow.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping
from typing import Any, Final

from summitry.tables.adoption import portable
from summitry.validation import checks
from summitry.validation.findings import Finding, Place
from summitry.validation.subject import Subject

_SUFFIXES: Final = (".csv", ".tsv", ".txt")
_DIALECT: Final = ("delimiter", "quoteChar", "doubleQuote", "escapeChar", "skipInitialSpace", "header", "commentChar")
_MAX_BYTES: Final = 512 * 1024**2
"""frictionless reads some two megabytes a second."""


def check_with_frictionless(subject: Subject) -> Iterator[Finding]:
    """What frictionless finds wrong with the tables that are waiting for a second opinion."""
    asked = sorted(name for name in subject.second_opinion if _readable(subject, name))
    for name in sorted(subject.second_opinion.difference(asked)):
        place = Place(subject.files[name].relative_to(subject.folder).as_posix())
        yield checks.NOT_EXAMINED.found(place, "nobody here can read this table; its bytes are all that was checked.")
    if not asked:
        return
    from frictionless import FrictionlessException, Package

    known = [name for name in subject.schemas if name in subject.files and _readable(subject, name)]
    descriptor = {"name": "package", "resources": [_resource(subject, name, known) for name in known]}
    try:
        report = Package.from_descriptor(descriptor, basepath=str(subject.folder)).validate().to_dict()
    except (FrictionlessException, ValueError, TypeError, KeyError, AttributeError, OSError) as error:
        place = Place("datapackage.json")
        yield checks.FRICTIONLESS.found(place, f"frictionless cannot read the package: {str(error)[:200]}.")
        return
    for breach in report.get("errors", ()):
        yield checks.FRICTIONLESS.found(Place("datapackage.json"), str(breach["message"]))
    for task in report.get("tasks", ()):
        if task["name"] in asked:
            yield from _task_findings(task)


def _readable(subject: Subject, name: str) -> bool:
    file = subject.files[name]
    resource = _stated(subject, name)
    text = file.suffix.lower() in _SUFFIXES and resource.get("format", "csv") in ("csv", "tsv")
    return text and isinstance(resource.get("dialect", {}), dict) and file.stat().st_size <= _MAX_BYTES


def _stated(subject: Subject, name: str) -> Mapping[str, Any]:
    found: Mapping[str, Any] = next(item for item in subject.descriptor["resources"] if item["name"] == name)
    return found


def _resource(subject: Subject, name: str, known: list[str]) -> dict[str, Any]:
    stated, file = _stated(subject, name), subject.files[name]
    dialect = {key: stated["dialect"][key] for key in _DIALECT if key in stated.get("dialect", {})}
    if file.suffix.lower() == ".tsv":
        dialect.setdefault("delimiter", "\t")
    return {
        "name": name,
        "type": "table",
        "path": file.relative_to(subject.folder).as_posix(),
        "scheme": "file",
        "format": "csv",
        "encoding": str(stated.get("encoding", "utf-8")),
        "dialect": {"csv": dialect} if dialect else {},
        "schema": _harmless(subject.schemas[name], known),
    }


def _harmless(schema: Mapping[str, Any], known: list[str]) -> dict[str, Any]:
    """The schema without what could be slow, crash, or point elsewhere; the layer of schemas has named all of it."""
    bare = copy.deepcopy({key: schema[key] for key in schema if not key.startswith("$")})
    for item in bare["fields"]:
        item["constraints"] = {
            name: value
            for name, value in item.get("constraints", {}).items()
            if name != "jsonSchema" and not (name == "pattern" and portable(str(value)) is None)
        }
    keys = bare.get("foreignKeys", [])
    bare["foreignKeys"] = [key for key in keys if key["reference"].get("resource", "") in ("", *known)]
    return bare


def _task_findings(task: Mapping[str, Any]) -> Iterator[Finding]:
    for breach in task.get("errors", ()):
        line = breach.get("rowNumber")
        place = Place(str(task["place"]), line - 1 if line else None, line, breach.get("fieldName"))
        yield checks.FRICTIONLESS.found(place, str(breach["message"]), value=breach.get("cell"))
