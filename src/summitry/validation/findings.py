"""What a check is, and what it finds."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, Literal

Severity = Literal["error", "warning"]


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

    def found(self, place: Place, what: str, *, value: object = None, mend: str = "") -> Finding:
        """A breach of this check; `mend` replaces the general advice."""
        text = None if value is None else str(value)
        return Finding(self.code, self.severity, place, what, text, self.sentence, mend or self.mend)
