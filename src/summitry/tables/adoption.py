"""A schema as others write Table Schema, brought to the form of ours, so that one engine can enforce both.

The standard leaves much open that our contracts fix: texts and examples may be missing, a key may be one name without a
list, a pattern may have anchors. What means the same is rewritten. What our engine has no counterpart for (other types,
other spellings of true, other constraints) is taken out and named as a gap: nothing passes in silence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any, Final

from summitry.tables.cells import PYTHON_TYPES
from summitry.tables.constraints import ENFORCED
from summitry.tables.patterns import refusal
from summitry.tables.schema_check import FIELD_PROPERTIES, TABLE_PROPERTIES

_EXAMPLES: Final = {"string": "a", "integer": 1, "number": 1, "boolean": True, "date": "2000-01-01"}
_TEXTS: Final = ("title", "title_ar", "description", "description_ar")
_NOTED: Final = {"rdfType", "categories", "categoriesOrdered", "format", "unit", "name", "type"}
# Spellings of a value that a field may redefine, and what they are unless it does.
_SPELLINGS: Final[Mapping[str, object]] = {
    "format": "default",
    "decimalChar": ".",
    "groupChar": "",
    "bareNumber": True,
    "trueValues": ["true", "True", "TRUE", "1"],
    "falseValues": ["false", "False", "FALSE", "0"],
    "missingValues": None,
}


@dataclass(slots=True)
class Adopted:
    """A schema in our form, and each place of it that is not enforced: where, and what is left unchecked."""

    schema: dict[str, Any]
    gaps: list[tuple[str, str]] = field(default_factory=list)
    misspelt: list[tuple[str, str, str]] = field(default_factory=list)  # where, what, mend: errors, whoever wrote it


def adopt(descriptor: Mapping[str, Any]) -> Adopted:
    """The schema that enforces as much of a stranger's as can be enforced. Parts of a wrong shape are left as they are."""
    adopted = Adopted(dict.fromkeys(_TEXTS, ""))
    schema = adopted.schema
    schema["fieldsMatch"], schema["missingValues"] = "equal", [""]
    fields = descriptor.get("fields")
    schema["fields"] = [_field(item, adopted) for item in fields] if isinstance(fields, list) else fields
    schema["primaryKey"] = _names(descriptor.get("primaryKey", []))
    if "foreignKeys" in descriptor:
        schema["foreignKeys"] = _foreign_keys(descriptor["foreignKeys"])
    adopted.gaps += _table_gaps(descriptor)
    adopted.misspelt += _misspelt("", descriptor, TABLE_PROPERTIES | {"uniqueKeys"})
    return adopted


def _table_gaps(descriptor: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    if descriptor.get("fieldsMatch", "exact") not in ("exact", "equal", ["exact"], ["equal"]):
        yield "fieldsMatch", f"columns are matched as {str(descriptor['fieldsMatch'])[:40]!r}"
    if descriptor.get("missingValues", [""]) != [""]:
        yield "missingValues", "cells other than empty ones count as missing"
    if "uniqueKeys" in descriptor:
        yield "uniqueKeys", "keys beside the primary key"


def _names(value: object) -> object:
    return [value] if isinstance(value, str) else value


def _foreign_keys(value: object) -> object:
    if not isinstance(value, list):
        return value
    return [_foreign_key(item) for item in value]


def _foreign_key(item: object) -> object:
    if not isinstance(item, dict) or not isinstance(item.get("reference"), dict):
        return item
    reference = item["reference"]
    # The standard leaves `resource` out, or empty, for the table itself.
    target = {"resource": reference.get("resource") or "", "fields": _names(reference.get("fields"))}
    return {"fields": _names(item.get("fields")), "reference": target}


def _field(item: object, adopted: Adopted) -> object:
    if not isinstance(item, dict) or not isinstance(item.get("name"), str):
        return item
    place = f"field {item['name'][:80]}"
    adopted.misspelt += _misspelt(place, item, FIELD_PROPERTIES | _NOTED | _SPELLINGS.keys())
    type_ = item.get("type", "string")
    gap = _type_gap(type_, item)
    if gap:
        adopted.gaps.append((place, gap))
        type_ = "string"
    if "categories" in item:
        adopted.gaps.append((place, "its categories"))
    constraints = item.get("constraints", {})
    if isinstance(constraints, dict):
        adopted.misspelt += _misspelt(place, constraints, ENFORCED.keys() | {"jsonSchema"})
        constraints = dict(_constraints(place, type_, gap, constraints, adopted))
    texts = dict.fromkeys(_TEXTS, "")
    example = {"example": _EXAMPLES[type_]}
    return {"name": item["name"], "type": type_, "origin": "derived", **texts, **example, "constraints": constraints}


def _type_gap(type_: object, item: Mapping[str, Any]) -> str | None:
    """Why the values of a field cannot be read as the field's type, or None where they can."""
    if not isinstance(type_, str) or type_ not in PYTHON_TYPES:
        return f"its values, of the type {str(type_)[:40]!r}"
    for name, usual in _SPELLINGS.items():
        if item.get(name, usual) not in (usual, ["true"], ["false"]):
            return f"its values, with {name} {str(item[name])[:40]!r}"
    return None


def _constraints(
    place: str, type_: str, gap: str | None, constraints: Mapping[str, Any], adopted: Adopted
) -> Iterator[tuple[str, Any]]:
    for name, value in constraints.items():
        if type_ not in ENFORCED.get(name, ()) or (gap and name not in ("required", "unique")):
            adopted.gaps.append((place, f"its constraint {name[:40]}"))
        elif name == "pattern" and isinstance(value, str):
            pattern = portable(value)
            if pattern is None:
                adopted.gaps.append((place, f"its pattern {value[:60]}"))
            else:
                yield name, pattern
        else:
            yield name, value


def portable(pattern: str) -> str | None:
    r"""The pattern without anchors at its ends and with `\d` written out, or None where it still cannot be used."""
    bare = pattern.removeprefix("^")
    if re.search(r"(?<!\\)(?:\\\\)*\$\Z", bare):
        bare = bare[:-1]
    if "[" not in bare:  # inside a class the shorthand would have to be written out differently
        bare = bare.replace(r"\d", "[0-9]")
    return None if refusal(bare) else bare


def _misspelt(place: str, item: Mapping[str, object], known: set[str]) -> Iterator[tuple[str, str, str]]:
    """Anybody may add properties; one that is nearly a known one is a slip, which would pass in silence."""
    for name in sorted(item.keys() - known):
        close = get_close_matches(name[:60].casefold(), [word.casefold() for word in known], n=1, cutoff=0.85)
        if close:
            meant = next(word for word in known if word.casefold() == close[0])
            yield place, f"{name[:60]} is no known property, and enforces nothing.", f"If {meant} is meant, write that."
