from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import frictionless
import pytest
from hypothesis import given
from hypothesis import strategies as st

from summitry.errors import ContractError
from summitry.repository import schemas_folder, vocabulary_schemas_folder
from summitry.tables.constraints import ENFORCED
from summitry.tables.contract import TABLES, load_contract, load_contracts, read_schemas
from summitry.tables.schema_check import check_schema, check_schemas

Schema = dict[str, Any]
MakeSchema = Callable[..., Schema]


def put(*path: str | int, value: object) -> Callable[[Schema], None]:
    """A change that sets the value at a path of the schema."""

    def change(schema: Schema) -> None:
        place: Any = schema
        for step in path[:-1]:
            place = place[step]
        place[path[-1]] = value

    return change


def drop(*path: str | int) -> Callable[[Schema], None]:
    """A change that removes what is at a path of the schema."""

    def change(schema: Schema) -> None:
        place: Any = schema
        for step in path[:-1]:
            place = place[step]
        del place[path[-1]]

    return change


def constrain(number: int, **constraints: object) -> Callable[[Schema], None]:
    return put("fields", number, "constraints", value=constraints)


def refer(field: str, resource: str, reference: str, **more: object) -> Callable[[Schema], None]:
    key = {"fields": [field], "reference": {"resource": resource, "fields": [reference]}, **more}
    return put("foreignKeys", value=[key])


# The schema has the fields key (0, text), amount (1, integer), day (2, date), sure (3, boolean), share (4, number).
DEFECTS: list[tuple[str, str, Callable[[Schema], None], str, str]] = [
    ("misspelt constraints", "unknown-property", put("fields", 1, "rules", value={}), "field amount", "rules"),
    ("a property of the schema nobody knows", "unknown-property", put("primarykey", value=["key"]), "", "primarykey"),
    ("a key's property", "unknown-property", refer("key", "other", "key", cascade=1), "foreignKeys", "cascade"),
    ("categories", "unenforced-constraint", put("fields", 0, "categories", value=["a"]), "field key", "enum"),
    ("unique keys", "unenforced-constraint", put("uniqueKeys", value=[["key"]]), "", "primaryKey"),
    ("jsonSchema", "unenforced-constraint", constrain(0, jsonSchema={}), "field key", "jsonSchema"),
    ("an exclusive bound", "unenforced-constraint", constrain(1, exclusiveMinimum=0), "field amount", "minimum"),
    ("a misspelt constraint", "unenforced-constraint", constrain(0, maxlength=3), "field key", "maxlength"),
    ("a pattern on a number", "unenforced-constraint", constrain(1, pattern="[0-9]+"), "field amount", "integer"),
    ("a length on a date", "unenforced-constraint", constrain(2, minLength=10), "field day", "date"),
    ("a list of floats", "unenforced-constraint", constrain(4, enum=[1.5]), "field share", "number"),
    ("an exotic type", "unknown-type", put("fields", 1, "type", value="geopoint"), "field amount", "geopoint"),
    ("no type", "unknown-type", drop("fields", 1, "type"), "field amount", "None"),
    ("a type that is a list", "unknown-type", put("fields", 1, value={
        "name": "amount", "type": ["integer"], "constraints": {"minimum": 1}}), "field amount", "integer"),
    ("an invented origin", "unknown-origin", put("fields", 1, "origin", value="guessed"), "field amount", "guessed"),
    ("no origin", "unknown-origin", drop("fields", 1, "origin"), "field amount", "derived"),
    ("required as text", "bad-constraint", constrain(1, required="yes"), "field amount", "required"),
    ("a bound of another type", "bad-constraint", constrain(1, minimum="1"), "field amount", "integer"),
    ("a bound that is no day", "bad-constraint", constrain(2, minimum="2025-02-30"), "field day", "calendar"),
    ("bounds that leave nothing", "bad-constraint", constrain(1, minimum=9, maximum=1), "field amount", "no value"),
    ("lengths that leave nothing", "bad-constraint", constrain(0, minLength=9, maxLength=1), "field key", "no text"),
    ("an empty enumeration", "bad-constraint", constrain(0, enum=[]), "field key", "at least one"),
    ("an enumeration with a doublet", "bad-constraint", constrain(0, enum=["a", "a"]), "field key", "twice"),
    ("a truth among numbers", "bad-constraint", constrain(1, enum=[1, True]), "field amount", "True"),
    ("a pattern that is none", "bad-pattern", constrain(0, pattern="("), "field key", "not a regular expression"),
    ("a pattern that explodes", "bad-pattern", constrain(0, pattern="(a+)+b"), "field key", "two ways"),
    ("a pattern with digits of any script", "bad-pattern", constrain(0, pattern=r"\d+"), "field key", "shorthand"),
    ("no Arabic title", "missing-text", drop("fields", 1, "title_ar"), "field amount", "title_ar"),
    ("a blank description of the table", "missing-text", put("description", value=" "), "", "description"),
    ("English for Arabic", "missing-text", put("fields", 1, "title_ar", value="Sum"), "field amount", "Arabic"),
    ("no example", "bad-example", drop("fields", 1, "example"), "field amount", "no example"),
    ("an infinite bound", "bad-constraint", constrain(4, minimum=float("inf")), "field share", "inf"),
    ("an example of another type", "bad-example", put("fields", 1, "example", value="1"), "field amount", "integer"),
    ("an example that breaks the pattern", "bad-example", constrain(0, pattern="[b-z]"), "field key", "pattern"),
    ("an example beyond the bound", "bad-example", constrain(1, minimum=2), "field amount", "minimum"),
    ("an example that is not listed", "bad-example", constrain(0, enum=["b"]), "field key", "enum"),
    ("two fields of one name", "repeated-name", put("fields", 2, "name", value="amount"), "field amount", "two fields"),
    ("a name with capitals", "bad-name", put("fields", 1, "name", value="Amount"), "field Amount", "lower-case"),
    ("no key", "missing-key", drop("primaryKey"), "primaryKey", "no key"),
    ("a key that is no field", "bad-key", put("primaryKey", value=["key", "id"]), "primaryKey", "id is no column"),
    ("a key named twice", "bad-key", put("primaryKey", value=["key", "key"]), "primaryKey", "twice"),
    ("a key that may be empty", "optional-key", put("primaryKey", value=["amount"]), "primaryKey", "required"),
    ("columns matched in any way", "bad-setting", put("fieldsMatch", value="partial"), "fieldsMatch", "equal"),
    ("words read as empty", "bad-setting", put("missingValues", value=["", "NA"]), "missingValues", "['']"),
    ("a reference to no table", "bad-foreign-key", refer("key", "nowhere", "key"), "foreign key key", "nowhere"),
    ("a reference to no column", "bad-foreign-key", refer("key", "other", "id"), "foreign key key", "id is no column"),
    ("a reference from no column", "bad-foreign-key", refer("id", "other", "key"), "foreign key id", "id is no column"),
    ("a reference to no key", "reference-to-no-key", refer("amount", "other", "amount"), "foreign key amount", "primary"),
    ("a reference across types", "bad-foreign-key", refer("amount", "other", "key"), "foreign key amount", "types"),
    ("fields that are no list", "malformed", put("fields", value={}), "fields", "list of fields"),
    ("a field that is no object", "malformed", put("fields", 1, value="amount"), "field 2", "no object"),
    ("a field without a name", "malformed", drop("fields", 1, "name"), "field 2", "name"),
    ("constraints as a list", "malformed", put("fields", 1, "constraints", value=["unique"]), "field amount", "object"),
    ("a key that is a text", "malformed", put("primaryKey", value="key"), "primaryKey", "list"),
    ("a foreign key that is a text", "malformed", put("foreignKeys", value=["key"]), "foreignKeys", "foreign keys"),
]  # fmt: skip


@pytest.fixture
def schema(make_schema: MakeSchema) -> Schema:
    return make_schema(amount=("integer", {}), day=("date", {}), sure=("boolean", {}), share=("number", {}))


def test_a_sound_schema_has_no_problem(schema: Schema) -> None:
    assert check_schema("made", schema, {}) == []


@pytest.mark.parametrize(("rule", "change", "where", "word"), [pytest.param(*case[1:], id=case[0]) for case in DEFECTS])
def test_a_defect_is_reported_under_its_rule_with_its_place(
    schema: Schema, make_schema: MakeSchema, rule: str, change: Callable[[Schema], None], where: str, word: str
) -> None:
    change(schema)
    found = [
        problem
        for problem in check_schema("made", schema, {"other": make_schema(amount=("integer", {}))})
        if problem.rule == rule
    ]
    assert [problem.where for problem in found] == [where]
    assert word in f"{found[0].what} {found[0].mend}"
    assert found[0].mend


def test_every_rule_has_a_defect_that_shows_it() -> None:
    from summitry.tables.schema_check import _RULES

    assert {case[1] for case in DEFECTS} == {*_RULES, "malformed", "bad-foreign-key", "reference-to-no-key"}


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.sampled_from(["", "key", "string", "date", "(a+)+", "[a-z]+"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["name", "type", "enum", "x"]), inner),
    max_leaves=6,
)


@given(data=st.data())
def test_whatever_a_schema_holds_the_check_answers(make_schema: MakeSchema, data: st.DataObject) -> None:
    schema = make_schema(
        amount=("integer", {"minimum": 0, "enum": [1]}), note=("string", {"pattern": "[a-z]+", "minLength": 1})
    )
    refer("note", "made", "key")(schema)
    for _ in range(data.draw(st.integers(1, 3))):
        place: Any = schema
        while True:
            step = data.draw(st.sampled_from(sorted(place) if isinstance(place, dict) else range(len(place))))
            if not isinstance(place[step], dict | list) or not place[step] or data.draw(st.booleans()):
                break
            place = place[step]
        place[step] = data.draw(JSON)
    for problem in check_schema("made", schema, {}):
        assert str(problem).startswith("schema of made")


def test_all_defects_of_a_schema_are_reported_at_once(schema: Schema) -> None:
    for change in (put("fields", 1, "origin", value="x"), put("fields", 2, "type", value="y"), drop("title")):
        change(schema)
    assert {problem.rule for problem in check_schema("made", schema, {})} == {
        "unknown-origin",
        "unknown-type",
        "missing-text",
    }


def test_a_constraint_is_called_enforced_only_where_frictionless_enforces_it() -> None:
    for name, types in ENFORCED.items():
        for type_ in types:
            field = frictionless.Field.from_descriptor({"name": "cell", "type": type_})
            # A unique column is checked by frictionless beside the constraints of the type.
            assert name == "unique" or name in field.supported_constraints, (name, type_)


def test_the_schemas_of_this_package_are_sound() -> None:
    assert check_schemas(read_schemas(schemas_folder())) == []


def test_the_schemas_of_the_vocabulary_are_sound_and_named_by_their_path() -> None:
    contracts = load_contracts(vocabulary_schemas_folder())
    assert contracts["names/people"].foreign_keys[0].table == "people"


def test_each_table_has_a_schema_and_comes_after_those_that_it_refers_to() -> None:
    contracts = load_contracts()
    assert tuple(contracts) == TABLES
    for number, name in enumerate(TABLES):
        assert {key.table for key in contracts[name].foreign_keys} <= set(TABLES[:number])


def test_evidence_may_be_given_for_every_table_but_itself_and_the_sources() -> None:
    allowed = load_contract("evidence").field("table").constraints.enum
    assert set(allowed) == set(TABLES) - {"sources", "evidence"}


def test_an_unsound_schema_is_not_loaded(tmp_path: Path, schema: Schema) -> None:
    schema["fields"][1]["origin"] = "guessed"
    (tmp_path / "made.json").write_text(json.dumps(schema), "utf-8")
    with pytest.raises(ContractError, match="schema of made, field amount: the origin 'guessed' is unknown"):
        load_contract("made", tmp_path)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "this is not JSON"),
        ("[]", "one JSON object"),
        ('{"fields": [], "fields": []}', "stands twice"),
        ('{"fields": [{"example": NaN}]}', "NaN"),
        ("[" * 100_000, "nested too deeply"),
        ('{"title": ', "line 1"),
    ],
)
def test_a_schema_that_is_no_proper_json_is_refused_with_its_file(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "made.json").write_text(text, "utf-8")
    with pytest.raises(ContractError, match=message) as caught:
        load_contracts(tmp_path)
    assert "made.json" in str(caught.value)


def test_a_schema_that_is_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(ContractError, match=r"made\.json"):
        load_contract("made", tmp_path)


def test_a_contract_knows_its_fields_and_row_keys(contracts: Mapping[str, Any]) -> None:
    parties = contracts["agreement_parties"]
    assert parties.columns == ("agreement_id", "place_id")
    assert parties.field("place_id").origin == "source"
    assert parties.row_id({"agreement_id": "kaz-usa-2025-energy", "place_id": "KAZ"}) == "kaz-usa-2025-energy/KAZ"
    with pytest.raises(LookupError, match="there is no column 'party'"):
        parties.field("party")
