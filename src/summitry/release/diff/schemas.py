"""Changes of a table's schema, each with the version step that the Data Package rule gives it.

A constraint is tightened where some value that was allowed is allowed no longer, and loosened where only more is.
Where that cannot be decided, as between two patterns, it counts as tightened: a promise is not broken by a guess.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterator
from typing import Any, Final

from summitry.release.diff.model import Change
from summitry.release.versions import Step
from summitry.tables.cells import Value
from summitry.tables.constraints import Constraints
from summitry.tables.contract import Field, Origin, TableContract

_TEXTS: Final = ("title", "title_ar", "description", "description_ar")


def compare_schemas(before: TableContract, after: TableContract) -> tuple[Change, ...]:
    """Every change between two schemas of the same table."""
    changes = [*_field_changes(before, after), *_key_changes(before, after), *_setting_changes(before, after)]
    return (*changes, *_text_changes(before.name, before, after, _TEXTS))


def _field_changes(before: TableContract, after: TableContract) -> Iterator[Change]:
    old = {field.name: field for field in before.fields}
    new = {field.name: field for field in after.fields}
    renamed = dict(_renamed(before, after))
    for name, to in renamed.items():
        yield Change("renamed", Step.MAJOR, f"{before.name}.{name}", f"the field is now called {to}")
    for name in (name for name in old if name not in new and name not in renamed):
        yield Change("removed", Step.MAJOR, f"{before.name}.{name}", "the field was removed")
    for name in (name for name in new if name not in old and name not in renamed.values()):
        yield Change("added", Step.MAJOR, f"{before.name}.{name}", "the field was added")
    kept_before = [name for name in old if name in new]
    kept_after = [name for name in new if name in old]
    if kept_before != kept_after:
        yield Change("reordered", Step.MAJOR, before.name, f"the fields are now in the order {', '.join(new)}")
    for name in kept_before:
        yield from _one_field(f"{before.name}.{name}", old[name], new[name])
    for name, to in renamed.items():
        yield from _one_field(f"{before.name}.{to}", old[name], new[to])


def _renamed(before: TableContract, after: TableContract) -> Iterator[tuple[str, str]]:
    """A field that is gone and one that is new, of the same type in the same place, are the same field renamed."""
    if len(before.fields) != len(after.fields):
        return
    for old, new in zip(before.fields, after.fields, strict=True):
        if old.name not in after.columns and new.name not in before.columns and old.type == new.type:
            yield old.name, new.name


def _one_field(where: str, before: Field, after: Field) -> Iterator[Change]:
    if before.type != after.type:
        yield Change("retyped", Step.MAJOR, where, f"the type was {before.type} and is {after.type}")
    else:
        yield from _constraint_changes(where, before, after)
    if before.origin != after.origin:
        yield _origin_change(where, before.origin, after.origin)
    yield from _text_changes(where, before, after, (*_TEXTS, "example"))


def _text_changes(where: str, before: object, after: object, names: tuple[str, ...]) -> Iterator[Change]:
    for name in names:
        if getattr(before, name) != getattr(after, name):
            yield Change("text", Step.PATCH, where, f"{name} was rewritten")


def _origin_change(where: str, before: Origin, after: Origin) -> Change:
    """`source` demands evidence for every cell; the other origins demand nothing that a user could lose."""
    what = f"the origin was {before} and is {after}"
    if after is Origin.SOURCE:
        return Change("tightened", Step.MAJOR, where, what)
    if before is Origin.SOURCE:
        return Change("loosened", Step.MINOR, where, what)
    return Change("text", Step.PATCH, where, what)


def _constraint_changes(where: str, before: Field, after: Field) -> Iterator[Change]:
    old, new = before.constraints, after.constraints
    for name, tighter, looser in _comparisons(before.type, old, new):
        if tighter:
            yield Change("tightened", Step.MAJOR, where, f"{name} is tighter: {tighter}")
        elif looser:
            yield Change("loosened", Step.MINOR, where, f"{name} is looser: {looser}")


def _comparisons(type_: str, old: Constraints, new: Constraints) -> Iterator[tuple[str, str, str]]:
    """Per constraint: how it became tighter, and how it became looser, as the end of a sentence or nothing."""
    for name in ("required", "unique"):
        was, is_ = getattr(old, name), getattr(new, name)
        yield name, "now demanded" if is_ and not was else "", "no longer demanded" if was and not is_ else ""
    yield "enum", *_enum(old.enum, new.enum)
    yield "pattern", *_pattern(old.pattern, new.pattern)
    for name, column in (("minimum", "minimum"), ("minLength", "min_length")):
        yield name, *_bound(getattr(old, column), getattr(new, column), operator.gt)
    for name, column in (("maximum", "maximum"), ("maxLength", "max_length")):
        yield name, *_bound(getattr(old, column), getattr(new, column), operator.lt)


def _enum(old: tuple[Value, ...], new: tuple[Value, ...]) -> tuple[str, str]:
    if not old or not new:
        return ("now a closed list" if new else "", "no longer a closed list" if old else "")
    gone = ", ".join(str(value) for value in old if value not in new)
    more = ", ".join(str(value) for value in new if value not in old)
    return (f"without {gone}" if gone else "", f"also {more}" if more else "")


def _pattern(old: str | None, new: str | None) -> tuple[str, str]:
    if old == new:
        return "", ""
    return (f"now {new}" if new is not None else "", f"no longer {old}")


def _bound(old: Value, new: Value, tighter: Callable[[Any, Any], bool]) -> tuple[str, str]:
    """How a bound moved; `tighter` compares the new value with the old one."""
    if old == new:
        return "", ""
    if new is None or old is None:
        return (f"now {new}" if new is not None else "", f"no longer {old}" if old is not None else "")
    sentence = f"{old} became {new}"
    return (sentence, "") if tighter(new, old) else ("", sentence)


def _key_changes(before: TableContract, after: TableContract) -> Iterator[Change]:
    if before.primary_key != after.primary_key:
        yield Change("rekeyed", Step.MAJOR, before.name, f"the key is now {', '.join(after.primary_key)}")
    for key in after.foreign_keys:
        if key not in before.foreign_keys:
            what = f"{', '.join(key.fields)} must now refer to a row of {key.table}"
            yield Change("tightened", Step.MAJOR, before.name, what)
    for key in before.foreign_keys:
        if key not in after.foreign_keys:
            what = f"{', '.join(key.fields)} need no longer refer to a row of {key.table}"
            yield Change("loosened", Step.MINOR, before.name, what)


def _setting_changes(before: TableContract, after: TableContract) -> Iterator[Change]:
    for name in ("missingValues", "fieldsMatch"):
        if before.descriptor.get(name) != after.descriptor.get(name):
            yield Change("tightened", Step.MAJOR, before.name, f"{name} is now {after.descriptor.get(name)!r}")
