"""The statements that make the tables of a package in a database, derived from their contracts.

A check never refuses what the contract allows. What a database cannot say (patterns in SQLite) is left to `summitry
validate`, and stands as a comment.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from summitry.errors import ReleaseError
from summitry.release.sql.dialects import Dialect, identifier, literal
from summitry.tables.cells import Value, cell_text
from summitry.tables.contract import Field, TableContract


def create_statements(contracts: Mapping[str, TableContract], dialect: Dialect) -> list[str]:
    """One CREATE TABLE per table, each after those that it refers to, then the comments where the database keeps them.

    Raises ReleaseError where tables refer to each other in a circle.
    """
    ordered = in_order_of_reference(contracts)
    statements = [_create(contract, _referenced(contract, ordered), dialect) for contract in ordered]
    return statements + ([text for contract in ordered for text in _comments(contract)] if dialect.comments else [])


def in_order_of_reference(contracts: Mapping[str, TableContract]) -> list[TableContract]:
    """The tables, each after those that it refers to; otherwise in their own order.

    Raises ReleaseError where tables refer to each other in a circle.
    """
    ordered: dict[str, TableContract] = {}
    waiting = dict(contracts)
    while waiting:
        ready = [name for name, contract in waiting.items() if not _targets(contract) & waiting.keys()]
        if not ready:
            what = f"the tables {', '.join(waiting)} refer to each other in a circle."
            raise ReleaseError(what, mend="Leave one of the foreign keys out of its schema.")
        ordered |= {name: waiting.pop(name) for name in ready}
    return list(ordered.values())


def _targets(contract: TableContract) -> set[str]:
    return {key.table for key in contract.foreign_keys if key.table} - {contract.name}


def _referenced(contract: TableContract, others: Sequence[TableContract]) -> list[tuple[str, ...]]:
    """Columns that other tables refer to although they are not the key: a database wants them unique."""
    found = {
        key.reference
        for other in others
        for key in other.foreign_keys
        if (key.table or other.name) == contract.name and key.reference != contract.primary_key
    }
    return sorted(found)


def _create(contract: TableContract, referenced: Sequence[tuple[str, ...]], dialect: Dialect) -> str:
    lines = [*_columns(contract, dialect), *_keys(contract, referenced, dialect)]
    # A comment at the end of a line has to stand behind the comma.
    body = "\n".join(
        f"  {line}{',' if number < len(lines) else ''}{f'  -- {comment}' if comment else ''}"
        for number, (line, comment) in enumerate(lines, start=1)
    )
    head = f"CREATE TABLE {identifier(contract.name)} ("
    if not dialect.comments:
        head += f"  -- {_one_line(f'{contract.title}. {contract.description}')}"
    return f"{head}\n{body}\n){dialect.table_options}"


def _columns(contract: TableContract, dialect: Dialect) -> Iterator[tuple[str, str]]:
    """Each column's definition, and the comment beside it where the database has no other place for one."""
    for field in contract.fields:
        parts = [identifier(field.name), dialect.types[field.type]]
        if field.required or field.name in contract.primary_key:
            parts.append("NOT NULL")
        if field.constraints.unique and contract.primary_key != (field.name,):
            parts.append("UNIQUE")
        parts += [
            f"CONSTRAINT {identifier(f'{contract.name}_{field.name}_{name}')} CHECK ({condition})"
            for name, condition in _checks(field, dialect)
        ]
        yield " ".join(parts), "" if dialect.comments else _one_line(_beside(field))


def _beside(field: Field) -> str:
    pattern = f" Pattern: {field.constraints.pattern}" if field.constraints.pattern else ""
    return f"{field.title}. {field.description}{pattern}"


def _checks(field: Field, dialect: Dialect) -> Iterator[tuple[str, str]]:
    """The constraints of a column, each by its name and as a condition; an empty cell meets them all."""
    column, limits = identifier(field.name), field.constraints
    if (typed := dialect.type_check(column, field.type)) is not None:
        yield "type", typed
    if limits.enum:
        yield "enum", f"{column} IN ({', '.join(_value(value, dialect) for value in limits.enum)})"
    for name, sign, bound in (("minimum", ">=", limits.minimum), ("maximum", "<=", limits.maximum)):
        if bound is not None:
            yield name, f"{column} {sign} {_value(bound, dialect)}"
    for name, sign, length in (("minLength", ">=", limits.min_length), ("maxLength", "<=", limits.max_length)):
        if length is not None:
            yield name, f"length({column}) {sign} {length}"
    if limits.pattern is not None and (matches := dialect.pattern(column, limits.pattern)) is not None:
        yield "pattern", matches


def _value(value: Value, dialect: Dialect) -> str:
    if isinstance(value, bool):
        return str(int(value)) if dialect.types["boolean"] == "INTEGER" else str(value).upper()
    if isinstance(value, date):
        text = literal(cell_text(value))
        return text if dialect.types["date"] == "TEXT" else f"DATE {text}"
    assert value is not None  # a schema holds no empty value in an enum or a bound
    return literal(value)


def _keys(
    contract: TableContract, referenced: Sequence[tuple[str, ...]], dialect: Dialect
) -> Iterator[tuple[str, str]]:
    yield f"PRIMARY KEY ({_names(contract.primary_key)})", ""
    for columns in referenced:
        yield f"UNIQUE ({_names(columns)})", ""
    for key in contract.foreign_keys:
        target = identifier(key.table or contract.name)
        later = " DEFERRABLE INITIALLY DEFERRED" if dialect.deferrable else ""
        yield f"FOREIGN KEY ({_names(key.fields)}) REFERENCES {target} ({_names(key.reference)}){later}", ""


def _names(columns: Sequence[str]) -> str:
    return ", ".join(map(identifier, columns))


def _comments(contract: TableContract) -> Iterator[str]:
    table = identifier(contract.name)
    yield f"COMMENT ON TABLE {table} IS {literal(f'{contract.title}. {contract.description}')}"
    for field in contract.fields:
        text = literal(f"{field.title}. {field.description}")
        yield f"COMMENT ON COLUMN {table}.{identifier(field.name)} IS {text}"


def _one_line(text: str) -> str:
    """Text that cannot end a comment of SQL."""
    return " ".join(text.split())
