"""Validate a package: the layers in order, each as far as it can, all findings collected."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from summitry.errors import CallError
from summitry.validation import checks
from summitry.validation.evidence import check_evidence
from summitry.validation.files import check_files
from summitry.validation.findings import Finding
from summitry.validation.repository_state import check_repository
from summitry.validation.rules import check_rules
from summitry.validation.subject import Subject
from summitry.validation.tables import check_foreign_keys, check_tables, check_with_frictionless

Layer = Callable[[Subject], Iterator[Finding]]

_STRUCTURE: tuple[Layer, ...] = (check_files, check_tables, check_foreign_keys)
_MEANING: tuple[Layer, ...] = (check_rules, check_evidence, check_repository)
# What frictionless must not see: it follows any path, and stumbles over what is broken deeper down.
_NOT_FOR_FRICTIONLESS = frozenset(
    check.code for check in (checks.PATH, checks.DESCRIPTOR, checks.SCHEMA, checks.FILE_MISSING, checks.TEXT_BYTES)
)


@dataclass(frozen=True, slots=True)
class Report:
    """What a validation found, in the order of the layers, and how many rows each table has."""

    package: str
    findings: tuple[Finding, ...]
    rows: dict[str, int]

    @property
    def errors(self) -> int:
        """How many findings keep the package from being valid."""
        return sum(finding.severity == "error" for finding in self.findings)

    @property
    def valid(self) -> bool:
        """Whether nothing worse than a warning was found."""
        return self.errors == 0


def validate(path: Path) -> Report:
    """Examine a package, given as its folder or its datapackage.json.

    Raises CallError where there is none; everything that is wrong inside it is a finding.
    """
    folder = path if path.is_dir() else path.parent
    if not (folder / "datapackage.json").is_file():
        raise CallError(
            "There is no data package.",
            where=str(path),
            mend="Name a folder that holds a datapackage.json, or that file.",
        )
    subject = Subject(folder)
    findings = [finding for layer in _STRUCTURE for finding in layer(subject)]
    if not any(finding.code in _NOT_FOR_FRICTIONLESS for finding in findings):
        findings += check_with_frictionless(subject)
    findings += [finding for layer in _MEANING for finding in layer(subject)]
    return Report(str(path), tuple(findings), {name: table.num_rows for name, table in subject.tables.items()})
