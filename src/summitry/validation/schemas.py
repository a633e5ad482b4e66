"""The layer of the schemas: sound, enforced to the word, and, where the package says it is ours, the ones we know."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from summitry._version import __version__
from summitry.errors import PackageError, SummitryError
from summitry.repository import schemas_folder
from summitry.strict_json import read_json_object
from summitry.tables.contract import TABLES, contract_from_schema
from summitry.tables.dialect import read_dialect
from summitry.tables.schema_check import check_schema
from summitry.tables.table_schema import read_table_schema
from summitry.validation import checks
from summitry.validation.files import DESCRIPTOR_FILE, safe_file
from summitry.validation.findings import Finding, Place
from summitry.validation.subject import Subject

_CHANGED_MEND: Final = (
    "Restore the schema: a table is what its released schema says. A change of schemas/ is a new version."
)


def check_schemas(subject: Subject) -> Iterator[Finding]:
    """Read the schemas into the subject, as contracts where they are sound; everything that is wrong with them."""
    places: dict[str, Place] = {}
    for number, resource in enumerate(subject.descriptor.get("resources", ())):
        if resource["name"] in subject.files:
            yield from _read(subject, resource, number, places)
    if subject.is_ours:
        yield from _check_ours(subject, places)
    else:
        yield from _check_others(subject, places)


def _read(subject: Subject, resource: dict[str, Any], number: int, places: dict[str, Place]) -> Iterator[Finding]:
    name, stated = resource["name"], resource.get("schema")
    place = Place(DESCRIPTOR_FILE, column=f"resources/{number}/schema")
    if stated is None:
        yield checks.NOT_EXAMINED.found(place, f"{name[:60]} has no schema, and nothing says what its cells should be.")
        return
    if isinstance(stated, dict):
        subject.schemas[name], places[name] = stated, place
        return
    found = safe_file(subject, stated, place)
    if isinstance(found, Finding):
        yield found
        return
    places[name] = Place(found.relative_to(subject.folder).as_posix())
    try:
        subject.schemas[name] = read_json_object(found, PackageError)
    except SummitryError as error:
        yield checks.SCHEMA.found(places[name], error.what, mend=error.mend)


def _check_ours(subject: Subject, places: dict[str, Place]) -> Iterator[Finding]:
    for name, schema in subject.schemas.items():
        problems = check_schema(name, schema, subject.schemas)
        found, _ = read_table_schema(name, schema, subject.schemas, strict=True)
        if found is not None:
            subject.table_schemas[name] = found
        for problem in problems:
            yield checks.SCHEMA.found(_within(places[name], problem.where), problem.what, mend=problem.mend)
        if not problems:
            subject.contracts[name] = contract_from_schema(name, schema)
        if name in TABLES:
            known = read_json_object(schemas_folder() / f"{name}.json", PackageError)
            yield from _check_unchanged(subject, places[name], known, schema)
    used = {place.file for place in places.values()}
    for path in sorted((subject.folder / "schemas").glob("*")):
        place = Place(path.relative_to(subject.folder).as_posix())
        if path.is_symlink() or (path.is_file() and place.file not in used):
            yield checks.FILE_UNLISTED.found(place, "no table uses this schema.")


def _within(place: Place, where: str) -> Place:
    inside = "/".join(part for part in (place.column, where) if part)
    return Place(place.file, column=inside or None)


def _check_unchanged(
    subject: Subject, place: Place, known: Mapping[str, Any], schema: Mapping[str, Any]
) -> Iterator[Finding]:
    """A deleted constraint leaves a sound schema that allows more: only the schema that was shipped can tell."""
    same_version = subject.descriptor.get("version") == __version__
    demands = {key: value for key, value in schema.items() if key != "$id"}  # which says where it was released
    for where, what in _differences(known, demands, ""):
        severity = checks.SCHEMA_CHANGED.severity if same_version else "warning"
        told = what if same_version else f"{what} The package is of version {subject.descriptor.get('version')}."
        yield checks.SCHEMA_CHANGED.found(_within(place, where), told, mend=_CHANGED_MEND, severity=severity)


def _differences(known: Any, found: Any, where: str) -> Iterator[tuple[str, str]]:
    if isinstance(known, dict) and isinstance(found, dict):
        for key in [*known, *(key for key in found if key not in known)]:
            inside = f"{where}/{key[:60]}".lstrip("/")
            if key not in found:
                yield inside, f"it was taken out; it was {str(known[key])[:80]}."
            elif key not in known:
                yield inside, f"it was put in: {str(found[key])[:80]}."
            else:
                yield from _differences(known[key], found[key], inside)
    elif _are_fields(known) and _are_fields(found) and _names(known) == _names(found):
        for one, other in zip(known, found, strict=True):
            yield from _differences(one, other, f"field {one['name']}")
    elif known != found:
        yield where, f"it was {str(known)[:80]}, and is {str(found)[:80]}."


def _are_fields(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(item, dict) and "name" in item for item in value)


def _names(fields: list[dict[str, Any]]) -> list[object]:
    return [item["name"] for item in fields]


def _check_others(subject: Subject, places: dict[str, Place]) -> Iterator[Finding]:
    """Schemas as Table Schema allows them: enforced as far as our engine can, the rest named."""
    for name, schema in subject.schemas.items():
        found, problems = read_table_schema(name, schema, subject.schemas)
        for problem in problems:
            check = checks.NOT_EXAMINED if problem.rule == "unsupported" else checks.SCHEMA
            yield check.found(_within(places[name], problem.where), problem.what, mend=problem.mend)
        obstacle = _obstacle(subject, name)
        if obstacle is not None:
            yield checks.NOT_EXAMINED.found(places[name], f"our engine does not read {name[:60]}: {obstacle}")
        elif found is not None:
            subject.table_schemas[name] = found


def _obstacle(subject: Subject, name: str) -> str | None:
    """Why our engine cannot read a table of a stranger's at all, or None where it can."""
    resource, suffix = subject.resource(name), subject.files[name].suffix.lower()
    if resource.get("format", "csv") not in ("csv", "tsv") or suffix not in (".csv", ".tsv", ".txt"):
        return f"its format is {str(resource.get('format', suffix))[:40]}."
    if str(resource.get("encoding", "utf-8")).lower() not in ("utf-8", "utf8"):
        return f"its encoding is {str(resource['encoding'])[:40]}."
    try:
        read_dialect(resource)
    except ValueError as reason:
        return str(reason)
    return None
