"""Mutations of schemas."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.validation.mutations import (
    Action,
    Mutation,
    bytes_of,
    described,
    edited,
    group,
)

from summitry.validation.findings import Place

_schema = group("schema")


def of_schema(table: str, change: Callable[[Any], object], column: str | None = None) -> Action:
    return described(change, column, f"schemas/{table}.json")


def _field(name: str, change: Callable[[dict[str, Any]], object]) -> Callable[[Any], object]:
    return lambda schema: change(next(item for item in schema["fields"] if item["name"] == name))


def constraints(name: str, **values: Any) -> Callable[[Any], object]:
    return _field(name, lambda item: item["constraints"].update(values))


def _unconstrained(name: str, constraint: str) -> Callable[[Any], object]:
    return _field(name, lambda item: item["constraints"].pop(constraint))


SCHEMA: tuple[Mutation, ...] = (
    *(
        _schema(
            f"{table}.{column}: {name} taken out",
            "schema-changed",
            of_schema(table, _unconstrained(column, name), f"field {column}/constraints/{name}"),
        )
        for table, column, name in (
            ("agreements", "kind", "enum"),
            ("agreements", "kind", "required"),
            ("agreements", "value_currency", "pattern"),
            ("agreements", "value_amount", "minimum"),
            ("resources", "world_rank", "minimum"),
            ("sources", "text_sha256", "pattern"),
        )
    ),
    _schema(
        "a value put into a list",
        "schema-changed",
        of_schema(
            "agreements",
            _field("kind", lambda item: item["constraints"]["enum"].append("treaty")),
            "field kind/constraints/enum",
        ),
    ),
    _schema(
        "a pattern loosened",
        "schema-changed",
        of_schema("places", constraints("place_id", pattern="[A-Za-z-]+"), "field place_id/constraints/pattern"),
    ),
    _schema(
        "a bound lowered",
        "schema-changed",
        of_schema("agreements", constraints("value_amount", minimum=-5), "field value_amount/constraints/minimum"),
    ),
    _schema(
        "an origin that needs no evidence",
        "schema-changed",
        of_schema("agreements", _field("kind", lambda item: item.update(origin="derived")), "field kind/origin"),
    ),
    _schema(
        "a reference taken out",
        "schema-changed",
        of_schema("leaders", lambda schema: schema.pop("foreignKeys"), "foreignKeys"),
    ),
    _schema(
        "another key",
        "schema-changed",
        of_schema("attendance", lambda schema: schema.update(primaryKey=["summit_id"]), "primaryKey"),
    ),
    _schema(
        "a column taken out", "schema-changed", of_schema("summits", lambda schema: schema["fields"].pop(), "fields")
    ),
    _schema(
        "a description rewritten",
        "schema-changed",
        of_schema("summits", lambda schema: schema.update(description="What."), "description"),
    ),
    _schema(
        "a type changed",
        "schema-changed",
        of_schema(
            "statements",
            _field("is_quotation", lambda item: item.update(type="string", example="true")),
            "field is_quotation/type",
        ),
    ),
    _schema(
        "constraints misspelt",
        "schema",
        of_schema(
            "agreements", _field("kind", lambda item: item.update(constraint=item.pop("constraints"))), "field kind"
        ),
    ),
    _schema(
        "a constraint misspelt",
        "schema",
        of_schema("agreements", constraints("value_amount", minumum=1), "field value_amount"),
    ),
    _schema(
        "required as a text", "schema", of_schema("agreements", constraints("kind", required="true"), "field kind")
    ),
    _schema(
        "a bound as a text",
        "schema",
        of_schema("agreements", constraints("value_amount", minimum="1"), "field value_amount"),
    ),
    _schema(
        "a range of nothing",
        "schema",
        of_schema("agreements", constraints("value_amount", maximum=0), "field value_amount"),
    ),
    _schema("an empty list of values", "schema", of_schema("agreements", constraints("kind", enum=[]), "field kind")),
    _schema(
        "categories instead of a list",
        "schema",
        of_schema(
            "agreements",
            _field("kind", lambda item: item.update(categories=item["constraints"].pop("enum"))),
            "field kind",
        ),
    ),
    _schema(
        "unique keys, which nobody enforces",
        "schema",
        of_schema("places", lambda schema: schema.update(uniqueKeys=[["name_en"]])),
    ),
    _schema(
        "a constraint that nobody enforces",
        "schema",
        of_schema("places", constraints("name_en", jsonSchema={}), "field name_en"),
    ),
    _schema(
        "an unknown type",
        "schema",
        of_schema("places", _field("name_en", lambda item: item.update(type="text")), "field name_en"),
    ),
    _schema(
        "a key of another type",
        "schema",
        of_schema("places", _field("place_id", lambda item: item.update(type="any")), "field place_id"),
    ),
    _schema(
        "an unknown origin",
        "schema",
        of_schema("places", _field("name_en", lambda item: item.update(origin="rumour")), "field name_en"),
    ),
    _schema(
        "a reference to no table",
        "schema",
        edited(
            "schemas/leaders.json",
            '"resource": "places"',
            '"resource": "planets"',
            Place("schemas/leaders.json", column="foreign key place_id"),
        ),
    ),
    _schema(
        "a reference to no key",
        "schema",
        of_schema(
            "leaders",
            lambda schema: schema["foreignKeys"][0]["reference"].update(fields=["iso2"]),
            "foreign key place_id",
        ),
    ),
    _schema(
        "a reference from no column",
        "schema",
        of_schema("leaders", lambda schema: schema["foreignKeys"][0].update(fields=["country"]), "foreign key country"),
    ),
    _schema("no key", "schema", of_schema("places", lambda schema: schema.pop("primaryKey"), "primaryKey")),
    _schema(
        "a key of no column",
        "schema",
        of_schema("places", lambda schema: schema.update(primaryKey=["id"]), "primaryKey"),
    ),
    _schema(
        "two columns of one name",
        "schema",
        of_schema("places", _field("name_ru", lambda item: item.update(name="name_en")), "field name_en"),
    ),
    _schema(
        "columns matched loosely",
        "schema",
        of_schema("places", lambda schema: schema.update(fieldsMatch="subset"), "fieldsMatch"),
    ),
    _schema(
        "words that mean nothing",
        "schema",
        of_schema("places", lambda schema: schema.update(missingValues=["", "NA"]), "missingValues"),
    ),
    _schema("no Arabic title", "schema", of_schema("places", lambda schema: schema.update(title_ar="Places"))),
    _schema(
        "an example that breaks its own rule",
        "schema",
        of_schema("places", _field("iso2", lambda item: item.update(example="kz")), "field iso2"),
    ),
    _schema("no fields", "schema", of_schema("places", lambda schema: schema.update(fields=[]), "fields")),
    _schema(
        "fields that are an object", "schema", of_schema("places", lambda schema: schema.update(fields={}), "fields")
    ),
    _schema("a key twice in JSON", "schema", edited("schemas/places.json", '"title"', '"title": "x", "title"')),
    _schema("a schema cut short", "schema", bytes_of("schemas/places.json", lambda data: data[:100])),
    _schema("a schema of nothing", "schema", bytes_of("schemas/places.json", lambda data: b"")),
)
