"""Is a table schema one that we can enforce, word for word? Every rule is a small function; every breach is reported.

A schema that only looks strict is worse than none: a misspelt `constraint` or a property that no validator reads
passes in silence. So everything that is not known to be enforced is a problem here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, TypeAlias, cast

from summitry.tables.cells import PYTHON_TYPES
from summitry.tables.constraints import ENFORCED, json_value, read_constraints, violations
from summitry.tables.patterns import refusal

ORIGINS: Final = ("source", "vocabulary", "derived")

_TEXTS: Final = ("title", "title_ar", "description", "description_ar")
TABLE_PROPERTIES: Final = {
    "$schema", "$id", *_TEXTS, "fields", "fieldsMatch", "missingValues", "primaryKey", "foreignKeys",
}  # fmt: skip
FIELD_PROPERTIES: Final = {"name", "type", "origin", *_TEXTS, "example", "constraints"}
_NAME: Final = re.compile("[a-z][a-z0-9_]*")
_ARABIC: Final = re.compile("[\u0621-\u064a]")

Descriptor: TypeAlias = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class SchemaProblem:
    """One breach of a rule: the table, where in its schema, the rule's code, what is wrong and what to do."""

    table: str
    where: str
    rule: str
    what: str
    mend: str

    def __str__(self) -> str:
        place = f"schema of {self.table}, {self.where}" if self.where else f"schema of {self.table}"
        return f"{place}: {self.what} {self.mend}"


# What a rule yields: where in the schema, what is wrong, what to do.
Breach: TypeAlias = tuple[str, str, str]


def check_schema(
    table: str, descriptor: Mapping[str, object], others: Mapping[str, Mapping[str, object]] | None = None
) -> list[SchemaProblem]:
    """Every problem of one table's schema; foreign keys are followed where the schemas of the `others` are given."""
    malformed = list(_malformed(descriptor))
    if malformed:
        return [SchemaProblem(table, where, "malformed", what, mend) for where, what, mend in malformed]
    found = []
    for code, rule in _RULES.items():
        found += [SchemaProblem(table, where, code, what, mend) for where, what, mend in rule(descriptor)]
    if others is not None:
        siblings = {**others, table: descriptor}
        found += [SchemaProblem(table, *breach) for breach in _broken_references(descriptor, siblings)]
    return found


def check_schemas(descriptors: Mapping[str, Mapping[str, object]]) -> list[SchemaProblem]:
    """Every problem of a set of schemas that refer to each other, by the name of their table."""
    return [problem for name, schema in descriptors.items() for problem in check_schema(name, schema, descriptors)]


def _malformed(schema: Descriptor) -> Iterator[Breach]:
    """What keeps the other rules from looking at all: a list, object or name that is something else."""
    fields = schema.get("fields")
    if not isinstance(fields, list) or not fields:
        yield "fields", "there is no list of fields.", "List every column of the table under fields."
        return
    for number, item in enumerate(fields, start=1):
        if not isinstance(item, dict) or not isinstance(item.get("name"), str):
            yield f"field {number}", "it is no object with a name.", 'Write it as {"name": …, "type": …, …}.'
        elif not isinstance(item.get("constraints", {}), dict):
            yield _place(item), "constraints is no object.", 'Write it as {"required": true, …}.'
    keys = schema.get("foreignKeys", [])
    if not isinstance(keys, list) or not all(_is_foreign_key(key) for key in keys):
        form = '{"fields": ["a"], "reference": {"resource": "t", "fields": ["b"]}}'
        yield "foreignKeys", "it is no list of foreign keys.", f"Write each as {form}."
    if not _is_names(schema.get("primaryKey", [])):
        yield "primaryKey", "it is no list of column names.", 'Write it as ["a"], also for one column.'


def _is_foreign_key(key: object) -> bool:
    if not isinstance(key, dict) or not isinstance(key.get("reference"), dict):
        return False
    reference = key["reference"]
    return (
        _is_names(key.get("fields"))
        and _is_names(reference.get("fields"))
        and isinstance(reference.get("resource"), str)
    )


def _is_names(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def _place(item: Mapping[str, object]) -> str:
    return f"field {item['name']}"


def _fields(schema: Descriptor) -> list[dict[str, Any]]:
    return cast(list[dict[str, Any]], schema["fields"])


def _unknown_properties(schema: Descriptor) -> Iterator[Breach]:
    mend = "Correct its spelling, or remove it: a property that nobody reads enforces nothing."
    for name in sorted(schema.keys() - TABLE_PROPERTIES - {"uniqueKeys"}):
        yield "", f"{name} is no known property of a schema.", mend
    for item in _fields(schema):
        for name in sorted(item.keys() - FIELD_PROPERTIES - {"categories", "categoriesOrdered"}):
            yield _place(item), f"{name} is no known property of a field.", mend
    for key in schema.get("foreignKeys", []):
        strange = sorted((key.keys() - {"fields", "reference"}) | (key["reference"].keys() - {"resource", "fields"}))
        for name in strange:
            yield "foreignKeys", f"{name} is no known property of a foreign key.", mend


def _unenforced(schema: Descriptor) -> Iterator[Breach]:
    if "uniqueKeys" in schema:
        yield "", "uniqueKeys is not enforced by validators.", "Use primaryKey, or the constraint unique."
    for item in _fields(schema):
        if "categories" in item or "categoriesOrdered" in item:
            yield _place(item), "categories are not enforced by validators.", "Use the constraint enum."
        for name in item.get("constraints", {}):
            allowed = ENFORCED.get(name)
            if allowed is None:
                known = ", ".join(ENFORCED)
                yield _place(item), f"the constraint {name} is not enforced by validators.", f"Use one of {known}."
            elif _known_type(item) and item["type"] not in allowed:
                mend = f"It works for {', '.join(sorted(allowed))}."
                yield _place(item), f"the constraint {name} is not enforced for the type {item['type']}.", mend


def _unknown_types(schema: Descriptor) -> Iterator[Breach]:
    for item in _fields(schema):
        if not _known_type(item):
            yield (
                _place(item),
                f"the type {item.get('type')!r} is not supported.",
                f"Use one of {', '.join(PYTHON_TYPES)}.",
            )


def _unknown_origins(schema: Descriptor) -> Iterator[Breach]:
    for item in _fields(schema):
        if item.get("origin") not in ORIGINS:
            mend = f"Say where its values come from: {', '.join(ORIGINS)}."
            yield _place(item), f"the origin {item.get('origin')!r} is unknown.", mend


def _bad_constraints(schema: Descriptor) -> Iterator[Breach]:
    for item in _fields(schema):
        try:
            if _known_type(item):
                read_constraints(item["type"], _enforced_part(item))
        except ValueError as reason:
            yield _place(item), f"{reason}.", "Correct the constraint."


def _bad_patterns(schema: Descriptor) -> Iterator[Breach]:
    for item in _fields(schema):
        pattern = item.get("constraints", {}).get("pattern")
        reason = refusal(pattern) if isinstance(pattern, str) else None
        if reason:
            yield _place(item), f"the pattern {pattern[:80]} cannot be used: {reason}.", "Rewrite the pattern."


def _missing_texts(schema: Descriptor) -> Iterator[Breach]:
    for item in (schema, *_fields(schema)):
        place = "" if item is schema else _place(item)
        for name in _TEXTS:
            text = item.get(name)
            if not isinstance(text, str) or not text.strip():
                yield (
                    place,
                    f"{name} is missing.",
                    "Every table and column has a title and a description, in English and Arabic.",
                )
            elif name.endswith("_ar") and not _ARABIC.search(text):
                yield place, f"{name} is not in Arabic.", "Write it in Arabic."


def _bad_examples(schema: Descriptor) -> Iterator[Breach]:
    # An example cannot be held against constraints that are wrong themselves.
    unclear = {place for rule in (_bad_constraints, _bad_patterns) for place, *_ in rule(schema)}
    for item in _fields(schema):
        place = _place(item)
        if not _known_type(item) or place in unclear:
            continue
        if "example" not in item:
            yield place, "there is no example.", "Give a typical value."
            continue
        try:
            value = json_value(item["type"], item["example"])
        except ValueError as reason:
            yield place, f"the example is wrong: {reason}.", "Give a typical value of the column's type."
            continue
        for name in violations(value, read_constraints(item["type"], _enforced_part(item))):
            yield place, f"the example breaks the column's own constraint {name}.", "Correct the one or the other."


def _known_type(item: Mapping[str, object]) -> bool:
    return isinstance(item.get("type"), str) and item["type"] in PYTHON_TYPES


def _enforced_part(item: Mapping[str, Any]) -> dict[str, Any]:
    return {
        name: value for name, value in item.get("constraints", {}).items() if item["type"] in ENFORCED.get(name, ())
    }


def _bad_names(schema: Descriptor) -> Iterator[Breach]:
    for item in _fields(schema):
        if not _NAME.fullmatch(item["name"]):
            yield (
                _place(item),
                "the name is not made of lower-case letters, digits and underscores.",
                "Rename the column.",
            )


def _repeated_names(schema: Descriptor) -> Iterator[Breach]:
    seen: set[str] = set()
    for item in _fields(schema):
        if item["name"] in seen:
            yield _place(item), "the name is used for two fields.", "Rename or remove one of them."
        seen.add(item["name"])


def _missing_key(schema: Descriptor) -> Iterator[Breach]:
    if not schema.get("primaryKey"):
        yield "primaryKey", "the table has no key.", "Name the columns that tell its rows apart."


def _bad_key(schema: Descriptor) -> Iterator[Breach]:
    key = schema.get("primaryKey", [])
    columns = {item["name"]: item for item in _fields(schema)}
    for name in key:
        if name not in columns:
            yield "primaryKey", f"{name} is no column of the table.", f"Its columns are {', '.join(columns)}."
    if len(set(key)) < len(key):
        yield "primaryKey", "it names a column twice.", "Name each column once."


def _optional_key(schema: Descriptor) -> Iterator[Breach]:
    key = schema.get("primaryKey", [])
    columns = {item["name"]: item for item in _fields(schema)}
    if key and not any(columns.get(name, {}).get("constraints", {}).get("required") is True for name in key):
        yield "primaryKey", "no column of the key is required.", "At least one part of a key must never be empty."


def _bad_settings(schema: Descriptor) -> Iterator[Breach]:
    for name, wanted in (("fieldsMatch", "equal"), ("missingValues", [""])):
        if schema.get(name) != wanted:
            mend = "Otherwise validators overlook missing columns or read words as empty cells."
            yield name, f"{name} is not {wanted!r}.", mend


_RULES: Final[Mapping[str, Callable[[Descriptor], Iterator[Breach]]]] = {
    "unknown-property": _unknown_properties,
    "unenforced-constraint": _unenforced,
    "unknown-type": _unknown_types,
    "unknown-origin": _unknown_origins,
    "bad-constraint": _bad_constraints,
    "bad-pattern": _bad_patterns,
    "missing-text": _missing_texts,
    "bad-example": _bad_examples,
    "bad-name": _bad_names,
    "repeated-name": _repeated_names,
    "missing-key": _missing_key,
    "bad-key": _bad_key,
    "optional-key": _optional_key,
    "bad-setting": _bad_settings,
}


# What we ask of our own schemas beyond what Table Schema asks of anybody's.
HOUSE_RULES: Final = frozenset(
    {"missing-text", "bad-example", "bad-name", "unknown-origin", "missing-key", "optional-key", "reference-to-no-key"}
)


def _broken_references(schema: Descriptor, siblings: Mapping[str, Descriptor]) -> Iterator[tuple[str, str, str, str]]:
    for key in schema.get("foreignKeys", []):
        for rule, what, mend in _broken_reference(schema, key, siblings):
            yield f"foreign key {', '.join(key['fields'])}", rule, what, mend


def _broken_reference(
    schema: Descriptor, key: Mapping[str, Any], siblings: Mapping[str, Descriptor]
) -> Iterator[tuple[str, str, str]]:
    code = "bad-foreign-key"
    resource, columns = key["reference"]["resource"], key["reference"]["fields"]
    target = schema if resource == "" else siblings.get(resource)
    if target is None:
        yield code, f"there is no table {resource!r}.", f"The tables are {', '.join(siblings)}."
        return
    if any(_malformed(target)):
        return  # reported for that table; nothing can be said of its columns
    here, there = _types(schema), _types(target)
    used = [(name, "this table", here) for name in key["fields"]]
    used += [(name, resource or "this table", there) for name in columns]
    for name, table, known in used:
        if name not in known:
            yield code, f"{name} is no column of {table}.", f"Its columns are {', '.join(known)}."
    if len(key["fields"]) != len(columns):
        yield code, "it joins unequal numbers of columns.", "Name as many columns here as there."
    if columns != target.get("primaryKey"):
        mend = "Refer to the other table by its primary key."
        yield "reference-to-no-key", f"{', '.join(columns)} is not the key of {resource}.", mend
    for name, other in zip(key["fields"], columns, strict=False):
        if name in here and other in there and here[name] != there[other]:
            yield code, f"{name} and {resource}.{other} have different types.", "Give both the same type."


def _types(schema: Descriptor) -> dict[str, object]:
    return {item["name"]: item.get("type") for item in _fields(schema)}
