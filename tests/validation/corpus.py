"""The whole corpus: every mutation of every group, and the valid variations."""

from __future__ import annotations

from typing import Final

from tests.validation.mutations import Mutation
from tests.validation.mutations_files import DESCRIPTOR, FILES, REPOSITORY_STATE
from tests.validation.mutations_rules import ACROSS_COLUMNS, ACROSS_TABLES, EVIDENCE
from tests.validation.mutations_schema import SCHEMA
from tests.validation.mutations_security import SECURITY
from tests.validation.mutations_text import TEXT
from tests.validation.mutations_values import CONSTRAINTS, KEYS, TYPES
from tests.validation.variations import VARIATIONS

MUTATIONS: Final[tuple[Mutation, ...]] = (
    *TYPES,
    *CONSTRAINTS,
    *KEYS,
    *ACROSS_COLUMNS,
    *ACROSS_TABLES,
    *EVIDENCE,
    *TEXT,
    *FILES,
    *DESCRIPTOR,
    *SCHEMA,
    *SECURITY,
    *REPOSITORY_STATE,
)

__all__ = ["MUTATIONS", "VARIATIONS"]
