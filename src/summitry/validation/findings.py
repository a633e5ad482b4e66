"""What a check is, and what it finds."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, Literal

Severity = Literal["error", "warning"]

_LONGEST_VALUE = 1_000
_LONGEST_SENTENCE = 500


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is: a file relative to the package, a data row (from 1), a line (the header is 1), a column."""

    file: str
    row: int | None = None
    line: int | None = None
    column: str | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One breach of a check: what is wrong, where, the value at fault, the rule that it breaks, and how to mend it."""

    code: str
    severity: Severity
    place: Place
    what: str
    value: str | None
    rule: str
    mend: str

    def as_json(self) -> dict[str, Any]:
        """The finding as plain data, its place flattened."""
        flat = asdict(self)
        place = flat.pop("place")
        return {"code": flat.pop("code"), "severity": flat.pop("severity"), **place, **flat}


@dataclass(frozen=True, slots=True)
class Check:
    """One property that a package must have: a stable code, one sentence, and how to mend a breach."""

    code: str
    sentence: str
    mend: str
    severity: Severity = "error"

    def found(
        self, place: Place, what: str, *, value: object = None, mend: str = "", severity: Severity | None = None
    ) -> Finding:
        """A breach of this check; `mend` replaces the general advice, `severity` the usual one.

        What a package says itself is cut where it is long: a report is for reading.
        """
        text = None if value is None else _cut(str(value), _LONGEST_VALUE)
        told = _cut(what, _LONGEST_SENTENCE)
        return Finding(self.code, severity or self.severity, place, told, text, self.sentence, mend or self.mend)


@dataclass(frozen=True, slots=True)
class More:
    """Further breaches of a check, which were counted and not kept: a million findings help nobody."""

    check: Check
    count: int


def _cut(text: str, length: int) -> str:
    return text if len(text) <= length else text[: length - 1] + "…"
