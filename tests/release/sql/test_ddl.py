"""The order and the form of the statements that make tables."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from summitry.errors import ReleaseError
from summitry.release.sql.ddl import create_statements, in_order_of_reference
from summitry.release.sql.dialects import POSTGRESQL, SQLITE
from summitry.tables.contract import ForeignKey, TableContract

if TYPE_CHECKING:
    from collections.abc import Callable


def referring(contract: TableContract, name: str, *targets: str) -> TableContract:
    keys = tuple(ForeignKey(("key",), target, ("key",)) for target in targets)
    return replace(contract, name=name, foreign_keys=keys)


def test_tables_come_after_those_they_refer_to(make_contract: Callable[..., TableContract]) -> None:
    made = make_contract()
    tables = [referring(made, "a", "b", "c"), referring(made, "b", "c"), referring(made, "c", "c")]
    ordered = in_order_of_reference({table.name: table for table in tables})
    assert [table.name for table in ordered] == ["c", "b", "a"]


def test_tables_in_a_circle_are_refused(make_contract: Callable[..., TableContract]) -> None:
    made = make_contract()
    tables = [referring(made, "a", "b"), referring(made, "b", "a"), referring(made, "c")]
    with pytest.raises(ReleaseError, match="the tables a, b refer to each other in a circle"):
        in_order_of_reference({table.name: table for table in tables})


def test_a_column_that_others_refer_to_is_unique(make_contract: Callable[..., TableContract]) -> None:
    made = make_contract(code=("string", {"required": True}))
    target = replace(made, name="target")
    other = replace(made, name="other", foreign_keys=(ForeignKey(("code",), "target", ("code",)),))
    statements = create_statements({"target": target, "other": other}, SQLITE)
    assert 'UNIQUE ("code")' in statements[0]
    assert 'FOREIGN KEY ("code") REFERENCES "target" ("code") DEFERRABLE INITIALLY DEFERRED' in statements[1]


def test_every_constraint_of_a_schema_is_a_named_check(make_contract: Callable[..., TableContract]) -> None:
    made = make_contract(
        code=("string", {"pattern": "[A-Z]{3}", "minLength": 3, "maxLength": 3}),
        rank=("integer", {"minimum": 1, "maximum": 9, "unique": True}),
        open=("boolean", {"enum": [True]}),
        day=("date", {"minimum": "1990-01-01"}),
    )
    statement = create_statements({"made": made}, POSTGRESQL)[0]
    for part in (
        """CONSTRAINT "made_code_pattern" CHECK ("code" ~ '^(?:[A-Z]{3})$')""",
        """CONSTRAINT "made_code_minLength" CHECK (length("code") >= 3)""",
        """CONSTRAINT "made_code_maxLength" CHECK (length("code") <= 3)""",
        """"rank" BIGINT UNIQUE CONSTRAINT "made_rank_minimum" CHECK ("rank" >= 1)""",
        """CONSTRAINT "made_open_enum" CHECK ("open" IN (TRUE))""",
        """CONSTRAINT "made_day_minimum" CHECK ("day" >= DATE '1990-01-01')""",
    ):
        assert part in statement
