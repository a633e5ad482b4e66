"""Validate a package: the layers in order, each as far as it can, all findings collected."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from summitry.errors import CallError, PackageError
from summitry.validation import checks
from summitry.validation.files import DESCRIPTOR_FILE, check_files
from summitry.validation.findings import Finding, More, Place
from summitry.validation.schemas import check_schemas
from summitry.validation.subject import Subject
from summitry.validation.tables import check_foreign_keys, check_tables
from summitry.validation.text import check_text

Layer = Callable[[Subject], Iterator[Finding | More]] | Callable[[Subject], Iterator[Finding]]

MAX_ALIKE: Final = 1_000
"""So many findings of one code in one file are kept; of the rest only the number."""

# Bytes and text, package and schema, tables, keys across tables, rules of the field, evidence, state of the repository.
_STRUCTURE: Final[tuple[Layer, ...]] = (check_files, check_text, check_schemas, check_tables, check_foreign_keys)
# What the standard leaves to taste: an error in a package of ours, a warning in anybody else's.
_HOUSE_STYLE: Final = frozenset(
    check.code
    for check in (
        checks.BYTE_ORDER_MARK,
        checks.LINE_ENDS,
        checks.TEXT_CHARACTERS,
        checks.TEXT_FORM,
        checks.TEXT_SPACE,
        checks.LOOKALIKE,
        checks.FORMULA,
        checks.FILE_UNLISTED,
        checks.CSV_FORM,
    )
)


@dataclass(frozen=True, slots=True)
class Report:
    """What a validation found, in the order of the layers, and how many rows each table has.

    `beyond` counts, by severity, the findings that were too many alike to be kept.
    """

    package: str
    findings: tuple[Finding, ...]
    rows: dict[str, int]
    beyond: Counter[str] = field(default_factory=Counter)

    @property
    def errors(self) -> int:
        """How many findings keep the package from being valid."""
        return self.beyond["error"] + sum(finding.severity == "error" for finding in self.findings)

    @property
    def warnings(self) -> int:
        """How many findings are worth a look."""
        return self.beyond["warning"] + sum(finding.severity == "warning" for finding in self.findings)

    @property
    def valid(self) -> bool:
        """Whether nothing worse than a warning was found."""
        return self.errors == 0


def validate(path: Path) -> Report:
    """Examine a package, given as its folder, its datapackage.json or a zip archive.

    Raises CallError where there is none; everything that is wrong inside it is a finding.
    """
    if path.suffix.lower() == ".zip" and path.is_file():
        with tempfile.TemporaryDirectory(prefix="summitry-") as name:
            return _validate_archive(path, Path(name))
    folder = path if path.is_dir() else path.parent
    if not (folder / DESCRIPTOR_FILE).is_file() or (path != folder and path.name != DESCRIPTOR_FILE):
        raise CallError(
            "There is no data package.",
            where=str(path),
            mend="Name a folder that holds a datapackage.json, that file, or a zip archive of the folder.",
        )
    return _examine(folder, str(path))


def _validate_archive(archive: Path, folder: Path) -> Report:
    """The descriptor of an archive stands at its top, or in the one folder that holds everything."""
    from summitry.tables.archives import unpack_zip

    try:
        unpack_zip(archive, folder)
    except PackageError as error:
        return Report(str(archive), (checks.ARCHIVE.found(Place(archive.name), error.what, mend=error.mend),), {})
    inside = list(folder.iterdir())
    top = inside[0] if len(inside) == 1 and inside[0].is_dir() else folder
    if not (top / DESCRIPTOR_FILE).is_file():
        what = f"there is no {DESCRIPTOR_FILE} at the top of the archive."
        return Report(str(archive), (checks.ARCHIVE.found(Place(archive.name), what),), {})
    return _examine(top, str(archive))


def _examine(folder: Path, name: str) -> Report:
    subject = Subject(folder)
    found = _Collected()
    for layer in _STRUCTURE:
        found.add(layer(subject))
    for layer in _meaning() if subject.is_ours else ():
        found.add(layer(subject))
    findings = found.kept if subject.is_ours else [_lenient(finding) for finding in found.kept]
    return Report(name, tuple(findings), {table: read.rows for table, read in subject.readings.items()}, found.beyond)


def _meaning() -> tuple[Layer, ...]:
    """The layers for our own tables alone. They need the reader and the vocabulary, which take time to import."""
    from summitry.validation.evidence import check_evidence
    from summitry.validation.repository_state import check_repository
    from summitry.validation.rules import check_rules

    return check_rules, check_evidence, check_repository


def _lenient(finding: Finding) -> Finding:
    return replace(finding, severity="warning") if finding.code in _HOUSE_STYLE else finding


@dataclass(slots=True)
class _Collected:
    """Findings as they come in, of each kind in each file no more than a person would read."""

    kept: list[Finding] = field(default_factory=list)
    beyond: Counter[str] = field(default_factory=Counter)
    _alike: Counter[tuple[str, str]] = field(default_factory=Counter)

    def add(self, findings: Iterable[Finding | More]) -> None:
        for finding in findings:
            if isinstance(finding, More):
                self.beyond[finding.check.severity] += finding.count
                continue
            kind = (finding.code, finding.place.file)
            self._alike[kind] += 1
            if self._alike[kind] <= MAX_ALIKE:
                self.kept.append(finding)
            else:
                self.beyond[finding.severity] += 1
