"""Any Table Schema, read into what validation judges by; whatever in it cannot be enforced is named, never passed over.

Follows Table Schema 2.0 (https://datapackage.org/standard/table-schema/) and takes the forms of 1.0 too. A part that is
wrong is reported and left out of the judgement, so that the rest of the table is still examined.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from difflib import get_close_matches
from typing import Any, Final

from summitry.tables.column import Column, Demands, Reference, TableSchema
from summitry.tables.lexical import FORMATS, ITEM_TYPES, PATTERNED, TYPES, comparable, read_text, value_text
from summitry.tables.portable import UnsupportedPatternError, re2_form
from summitry.tables.schema_check import SchemaProblem

MATCHES: Final = ("exact", "equal", "subset", "superset", "partial")

_ORDERED: Final = frozenset(["integer", "number", "date", "time", "datetime", "year", "yearmonth"])
_MEASURED: Final = frozenset(["string", "any", "list", "array", "object"])
_APPLIES: Final[Mapping[str, frozenset[str]]] = {
    "required": frozenset(TYPES),
    "unique": frozenset(TYPES),
    "enum": frozenset(TYPES),
    "pattern": frozenset(["string", "any"]),
    "minLength": _MEASURED,
    "maxLength": _MEASURED,
    "minimum": _ORDERED,
    "maximum": _ORDERED,
    "exclusiveMinimum": _ORDERED,
    "exclusiveMaximum": _ORDERED,
}
_ATTRIBUTES: Final = {
    "exclusiveMinimum": "exclusive_minimum",
    "exclusiveMaximum": "exclusive_maximum",
    "minLength": "min_length",
    "maxLength": "max_length",
}
# How a value is written: the property, the types that it belongs to, and what it must be.
_SPELLING: Final[Mapping[str, tuple[frozenset[str], type]]] = {
    "bareNumber": (frozenset(["integer", "number"]), bool),
    "groupChar": (frozenset(["integer", "number"]), str),
    "decimalChar": (frozenset(["number"]), str),
    "trueValues": (frozenset(["boolean"]), list),
    "falseValues": (frozenset(["boolean"]), list),
    "delimiter": (frozenset(["list"]), str),
    "itemType": (frozenset(["list"]), str),
}
_TABLE_PROPERTIES: Final = (
    "fields", "fieldsMatch", "missingValues", "primaryKey", "uniqueKeys", "foreignKeys",
)  # fmt: skip
_FIELD_PROPERTIES: Final = ("name", "type", "format", "constraints", "missingValues", *_SPELLING)
# What the standard has and nothing here enforces.
_UNENFORCED: Final = ("categories", "categoriesOrdered", "arrayItem")


@dataclass(slots=True)
class _Notes:
    """The problems of one schema, as they are found."""

    table: str
    found: list[SchemaProblem] = field(default_factory=list)

    def add(self, where: str, rule: str, what: str, mend: str) -> None:
        self.found.append(SchemaProblem(self.table, where, rule, what, mend))


def read_table_schema(
    name: str, descriptor: Mapping[str, Any], others: Mapping[str, Mapping[str, Any]], *, strict: bool = False
) -> tuple[TableSchema | None, list[SchemaProblem]]:
    """What a table's schema demands, and every problem of it; None where it has no fields to go by.

    `others` are the descriptors of the package's schemas by table, in which foreign keys are followed. `strict` is for our
    own tables, where each value has one text only. A problem of the rule `unsupported` is a part of the standard, or of
    its like, that is not enforced; all other problems are faults.
    """
    notes = _Notes(name)
    fields = _fields(descriptor)
    if not fields:
        notes.add("fields", "malformed", "there is no list of fields.", "List every column of the table under fields.")
        return None, notes.found
    missing = _missing(descriptor.get("missingValues", [""]), "missingValues", notes)
    columns = []
    for number, item in enumerate(fields, start=1):
        if not isinstance(item, dict) or not isinstance(item.get("name"), str):
            notes.add(
                f"field {number}", "malformed", "it is no object with a name.", 'Write it as {"name": …, "type": …}.'
            )
            return None, notes.found
        columns.append(_column(item, missing, strict, notes))
    _refuse_doublets([column.name for column in columns], notes)
    _note_slips("", descriptor, _TABLE_PROPERTIES, notes)
    known = {column.name: column for column in columns}
    schema = TableSchema(
        name,
        tuple(columns),
        _names(descriptor.get("primaryKey", []), "primaryKey", known, notes),
        tuple(_unique_keys(descriptor.get("uniqueKeys", []), known, notes)),
        tuple(_references(descriptor.get("foreignKeys", []), name, known, {**others, name: descriptor}, notes)),
        "exact" if strict else _match(descriptor.get("fieldsMatch", "exact"), notes),
    )
    return schema, notes.found


def _fields(descriptor: Mapping[str, Any]) -> list[Any]:
    fields = descriptor.get("fields")
    return fields if isinstance(fields, list) else []


def _match(value: object, notes: _Notes) -> str:
    first = value[0] if isinstance(value, list) and len(value) == 1 else value  # 2.0 wrote it as a list for a while
    if isinstance(first, str) and first in MATCHES:
        return first
    notes.add(
        "fieldsMatch", "malformed", f"{str(value)[:40]!r} is no way to match fields.", f"Use {', '.join(MATCHES)}."
    )
    return "exact"


def _missing(value: object, where: str, notes: _Notes) -> frozenset[str]:
    items = value if isinstance(value, list) else [None]
    texts = [item.get("value") if isinstance(item, dict) else item for item in items]
    words = frozenset(text for text in texts if isinstance(text, str))
    if all(isinstance(text, str) for text in texts):
        return words
    notes.add(where, "malformed", "missingValues is no list of texts.", 'Write it as ["", "NA"].')
    return frozenset([""])


def _note_slips(where: str, item: Mapping[str, Any], known: Iterable[str], notes: _Notes) -> None:
    """Anybody may add properties of their own; one that is nearly a known one is a slip that would pass in silence."""
    names = list(known)
    for name in sorted(item.keys() - set(names)):
        close = get_close_matches(name[:60], names, n=1, cutoff=0.85)
        if name in _UNENFORCED:
            notes.add(where, "unsupported", f"{name} is not enforced.", "Use constraints for what must be enforced.")
        elif close:
            what = f"{name[:60]} is no property of Table Schema, and enforces nothing."
            notes.add(where, "unknown-property", what, f"If {close[0]} is meant, write that.")


def _column(item: Mapping[str, Any], missing: frozenset[str], strict: bool, notes: _Notes) -> Column:
    place = f"field {item['name'][:80]}"
    _note_slips(place, item, _FIELD_PROPERTIES, notes)
    if "missingValues" in item:
        missing = _missing(item["missingValues"], place, notes)
    type_ = _type(item.get("type", "any"), place, notes)
    spelling = dict(_spelling(item, type_, place, notes))
    plain = Column(item["name"], type_, _format(item, type_, place, notes), spelling, missing, strict=strict)
    constraints = item.get("constraints", {})
    if not isinstance(constraints, dict):
        notes.add(place, "malformed", "constraints is no object.", 'Write it as {"required": true, …}.')
        return plain
    demands = Demands(**dict(_demands(constraints, plain, place, notes)))
    return Column(plain.name, type_, plain.format, spelling, missing, demands, strict)


def _type(type_: object, place: str, notes: _Notes) -> str:
    if isinstance(type_, str) and type_ in TYPES:
        return type_
    what = f"the type {str(type_)[:40]!r} is not supported; its values are not examined."
    notes.add(place, "unsupported", what, f"Use one of {', '.join(TYPES)}.")
    return "any"


def _format(item: Mapping[str, Any], type_: str, place: str, notes: _Notes) -> str:
    given = item.get("format", "default")
    if given == "default" or not isinstance(given, str) or _takes_format(type_, given):
        return given if isinstance(given, str) else "default"
    allowed = sorted(FORMATS.get(type_, {"default"})) + ["a pattern such as %d/%m/%Y"] * (type_ in PATTERNED)
    what = f"the format {given[:40]!r} of the type {type_} is not supported; it is read as default."
    notes.add(place, "unsupported", what, f"Use {', '.join(allowed)}.")
    return "default"


def _takes_format(type_: str, given: str) -> bool:
    if type_ not in PATTERNED:
        return given in FORMATS.get(type_, ())
    if "%" not in given or len(given) > 100:
        return False
    try:
        dt.datetime.strptime("\0", given)  # noqa: DTZ007  # only whether Python knows every directive
    except ValueError as reason:
        return "does not match format" in str(reason)
    except re.error:  # a directive that stands twice
        return False
    return True


def _spelling(item: Mapping[str, Any], type_: str, place: str, notes: _Notes) -> Iterable[tuple[str, Any]]:
    for name, (types, kind) in _SPELLING.items():
        if name not in item or type_ not in types:
            continue
        value: Any = item[name]
        if not _is_a(value, kind):
            notes.add(place, "malformed", f"{name} is {str(value)[:40]!r}.", "See Table Schema for its form.")
        elif name == "itemType" and value not in ITEM_TYPES:
            what = f"the item type {str(value)[:40]!r} is not supported; items are read as texts."
            notes.add(place, "unsupported", what, f"Use one of {', '.join(ITEM_TYPES)}.")
        elif name in ("delimiter", "decimalChar") and not value:
            notes.add(place, "malformed", f"{name} is empty.", "Give the character.")
        else:
            yield name, value


def _is_a(value: Any, kind: type) -> bool:
    fits = type(value) is kind
    return fits and (kind is not list or all(isinstance(text, str) for text in value))


def _demands(constraints: Mapping[str, Any], column: Column, place: str, notes: _Notes) -> Iterable[tuple[str, Any]]:
    for name, value in constraints.items():
        types = _APPLIES.get(name, frozenset())
        if column.type not in types:
            what = f"the constraint {name[:40]} is not enforced for the type {column.type}."
            mend = f"Use {', '.join(name for name, types in _APPLIES.items() if column.type in types)}."
            notes.add(place, "unsupported" if types or name == "jsonSchema" else "unknown-constraint", what, mend)
            continue
        try:
            yield _ATTRIBUTES.get(name, name), _demand(name, value, column)
        except ValueError as reason:
            rule = "unsupported" if isinstance(reason, UnsupportedPatternError) else "bad-constraint"
            notes.add(place, rule, f"the constraint {name} cannot be used: {reason}.", "Correct the constraint.")
    if isinstance(constraints.get("pattern"), str):
        yield "declared_pattern", constraints["pattern"]


def _demand(name: str, value: Any, column: Column) -> Any:
    if name in ("required", "unique"):
        return _of_kind(value, bool)
    if name in ("minLength", "maxLength"):
        return _of_kind(value, int)
    if name == "pattern":
        return re2_form(_of_kind(value, str))
    if name == "enum":
        if not isinstance(value, list) or not value:
            raise ValueError("it lists no values")
        return tuple(dict.fromkeys(value_text(_value(item, column)) for item in value))
    return comparable(_value(value, column))


def _of_kind(value: Any, kind: type) -> Any:
    if type(value) is not kind:
        raise ValueError(f"it must be of type {kind.__name__}, not {str(value)[:40]!r}")
    return value


def _value(value: Any, column: Column) -> Any:
    """The value that a JSON value stands for: itself, or the value of a text that is written as a cell would be."""
    if isinstance(value, str):
        return read_text(value, column)
    if column.type in ("integer", "year") and type(value) is int:
        return value
    if column.type == "number" and type(value) in (int, float):
        return Decimal(str(value))
    kinds = {"boolean": bool, "array": list, "object": dict, "list": list}
    if type(value) is kinds.get(column.type):
        return value
    raise ValueError(f"{str(value)[:40]!r} is no value of the type {column.type}")


def _refuse_doublets(names: list[str], notes: _Notes) -> None:
    for name in sorted({name for name in names if names.count(name) > 1}):
        notes.add(f"field {name[:80]}", "repeated-name", "the name is used for two fields.", "Rename one of them.")


def _names(value: Any, where: str, known: Mapping[str, object], notes: _Notes) -> tuple[str, ...]:
    """The columns of a key, or none where it is no sound list of them."""
    names = [value] if isinstance(value, str) else value
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        notes.add(where, "malformed", "it is no list of column names.", 'Write it as ["a"].')
        return ()
    for name in names:
        if name not in known:
            notes.add(
                where, "bad-key", f"{name[:80]} is no column of the table.", f"Its columns are {', '.join(known)}."
            )
            return ()
    if len(set(names)) < len(names):
        notes.add(where, "bad-key", "it names a column twice.", "Name each column once.")
    return tuple(dict.fromkeys(names))


def _unique_keys(value: Any, known: Mapping[str, Column], notes: _Notes) -> Iterable[tuple[str, ...]]:
    if not isinstance(value, list):
        notes.add("uniqueKeys", "malformed", "it is no list of keys.", 'Write it as [["a"], ["b", "c"]].')
        return
    for item in value:
        names = _names(item, "uniqueKeys", known, notes)
        if names:
            yield names


def _references(
    value: Any, table: str, known: Mapping[str, Column], schemas: Mapping[str, Mapping[str, Any]], notes: _Notes
) -> Iterable[Reference]:
    for item in value if isinstance(value, list) else [None]:
        target = item.get("reference") if isinstance(item, dict) else None
        if not isinstance(item, dict) or not isinstance(target, dict) or "fields" not in item or "fields" not in target:
            form = 'Write it as {"fields": ["a"], "reference": {"resource": "t", "fields": ["b"]}}.'
            notes.add("foreignKeys", "malformed", "it is no list of foreign keys.", form)
            return
        columns = _names(item["fields"], "foreignKeys", known, notes)
        other = target.get("resource") or ""
        if not isinstance(other, str) or (other not in schemas and other != ""):
            what = f"there is no table {str(other)[:80]!r}."
            notes.add("foreignKeys", "bad-foreign-key", what, f"The tables are {', '.join(schemas)}.")
            continue
        there = {
            field["name"]: field
            for field in _fields(schemas[other or table])
            if isinstance(field, dict) and isinstance(field.get("name"), str)
        }
        to = _names(target["fields"], "foreignKeys", there, notes)
        if columns and to and _joins(columns, known, to, there, notes):
            yield Reference(columns, "" if other == table else other, to)


def _joins(
    columns: tuple[str, ...], known: Mapping[str, Column], to: tuple[str, ...], there: Mapping[str, Any], notes: _Notes
) -> bool:
    where = f"foreign key {', '.join(columns)}"
    if len(columns) != len(to):
        what = "it joins unequal numbers of columns."
        notes.add(where, "bad-foreign-key", what, "Name as many columns here as there.")
        return False
    for name, other in zip(columns, to, strict=True):
        if known[name].type != there[other].get("type", "any"):
            what = f"{name} and {other} have different types, so that no value of one can be one of the other."
            notes.add(where, "bad-foreign-key", what, "Give both the same type.")
    return True
