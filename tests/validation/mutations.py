"""Small, named changes to a valid package, each with the code that must find it and the place where.

A change is made by an action, which spoils a copy and gives the place. The groups stand in the modules beside this one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from tests.validation.copies import RELEASED, Copy, Row, Rows, at

from summitry.validation.findings import Place

Action = Callable[[Copy], Place]
Pick = Callable[[Row], object]


@dataclass(frozen=True, slots=True)
class Mutation:
    """What somebody did to a package: its group, its name, the code that finds it, how to do it, and to what package."""

    group: str
    name: str
    code: str
    action: Action
    parts: tuple[str, ...] = RELEASED
    severity: str = "error"


def group(name: str, **shared: Any) -> Callable[[str, str, Action], Mutation]:
    """A maker of mutations of one group."""
    return lambda title, code, action: Mutation(name, title, code, action, **shared)


def has(**values: object) -> Pick:
    """Picks a row by some of its cells."""
    return lambda row: all(row[name] == value for name, value in values.items())


def _filled(column: str) -> Pick:
    return lambda row: row[column] not in ("", None)


def typed(table: str, column: str, text: str, pick: Pick | None = None) -> Action:
    """Somebody typed another text into a cell of the CSV, and stated its new size and checksum."""

    def act(copy: Copy) -> Place:
        records = copy.records(table)
        header = records[0]
        wanted = pick or _filled(column)
        index = next(n for n, cells in enumerate(records[1:]) if wanted(dict(zip(header, cells, strict=True))))
        records[index + 1][header.index(column)] = text
        copy.put_records(table, records)
        return at(table, index, column)

    return act


def forged(table: str, pick: Pick | None = None, /, place: str | None = None, **cells: Any) -> Action:
    """Somebody changed cells of a row, and made CSV, Parquet, checksums and digest agree with it again.

    The place is the first of the cells, or that of the column `place`.
    """
    column = next(iter(cells))

    def act(copy: Copy) -> Place:
        rows = copy.rows(table)
        row = next(row for row in rows if (pick or _filled(column))(row))
        row.update(cells)
        copy.rewrite(table, lambda old: old.__setitem__(slice(None), rows))
        index = next(n for n, other in enumerate(copy.rows(table)) if other == row)
        return at(table, index, place or column)

    return act


def derived(table: str, column: str, change: Callable[[Any], Any], pick: Pick | None = None) -> Action:
    """The same for one cell whose new value is made from the old."""

    def act(copy: Copy) -> Place:
        row = next(row for row in copy.rows(table) if (pick or _filled(column))(row))
        kept = dict(row)
        return forged(table, lambda other: other == kept, **{column: change(row[column])})(copy)

    return act


def removed(table: str, pick: Pick, found: Callable[[Copy], Place]) -> Action:
    """Somebody took rows out and made everything agree again; where it must be noticed is told by `found`."""

    def act(copy: Copy) -> Place:
        def change(rows: Rows) -> None:
            assert any(pick(row) for row in rows)
            rows[:] = [row for row in rows if not pick(row)]

        copy.rewrite(table, change)
        return found(copy)

    return act


def added(table: str, row: Mapping[str, Any] | None = None, column: str | None = None) -> Action:
    """Somebody put a row in, by default a copy of the first, and made everything agree again."""

    def act(copy: Copy) -> Place:
        first = copy.rows(table)[0]
        new = {**first, **(row or {})}
        copy.rewrite(table, lambda rows: rows.append(new))
        places = [n for n, other in enumerate(copy.rows(table)) if other == new]
        return at(table, places[-1], column or next(iter(first)))

    return act


def row_of(table: str, pick: Pick, column: str | None = None) -> Callable[[Copy], Place]:
    """The place of the first row that is picked, as the table now is."""
    return lambda copy: at(table, next(n for n, row in enumerate(copy.rows(table)) if pick(row)), column)


def put(
    table: str, change: Callable[[str], str | bytes], line: int = 1, column: str | None = None, *, row: bool = True
) -> Action:
    """Somebody saved the whole CSV anew, and stated its size and checksum."""

    def act(copy: Copy) -> Place:
        changed = change(copy.data(f"data/{table}.csv").decode("utf-8"))
        copy.put_csv(table, changed.encode("utf-8") if isinstance(changed, str) else changed)
        return Place(f"data/{table}.csv", line - 1 if row and line > 1 else None, line, column)

    return act


def described(change: Callable[[Any], object], column: str | None = None, file: str = "datapackage.json") -> Action:
    """Somebody edited the descriptor, or another JSON file."""

    def act(copy: Copy) -> Place:
        copy.edit_json(file, change)
        return Place(file, column=column)

    return act


def resource(table: str, column: str, change: Callable[[dict[str, Any]], object], place: Place | None = None) -> Action:
    """Somebody edited what the descriptor says of a table; the place is below that resource, unless given."""

    def act(copy: Copy) -> Place:
        number = -1

        def edit(descriptor: Any) -> None:
            nonlocal number
            number = [item["name"] for item in descriptor["resources"]].index(table)
            change(descriptor["resources"][number])

        copy.edit_json("datapackage.json", edit)
        return place or Place("datapackage.json", column=f"resources/{number}/{column}".rstrip("/"))

    return act


def edited(path: str, old: str, new: str, place: Place | None = None) -> Action:
    def act(copy: Copy) -> Place:
        copy.replace(path, old, new)
        return place or Place(path)

    return act


def bytes_of(path: str, change: Callable[[bytes], bytes], place: Place | None = None) -> Action:
    def act(copy: Copy) -> Place:
        copy.write(path, change(copy.data(path)))
        return place or Place(path)

    return act


def deleted(path: str, place: Place | None = None) -> Action:
    def act(copy: Copy) -> Place:
        (copy.folder / path).unlink()
        return place or Place(path)

    return act


def file_of(action: Action, copy: Copy) -> Place:
    return Place(action(copy).file)
