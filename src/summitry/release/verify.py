"""Is this release what was released? Every byte, row and schema of an archive or of the folder it was unpacked to.

SHA256SUMS says what each file is, and datapackage.json what each table is: its bytes, its rows, and a digest of its
content that no file format changes. A package as a build writes it has no SHA256SUMS; there the tables alone are checked.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from summitry.errors import CallError, ReleaseError, SummitryError
from summitry.release.archive import read_archive
from summitry.release.checksums import CHECKSUMS, read_checksums, sha256
from summitry.tables.archives import unpack_zip
from summitry.tables.digest import bytes_hash, content_digest
from summitry.tables.files import read_csv, read_parquet
from summitry.tables.package import Package, inner_path, read_package

DESCRIPTOR: Final = "datapackage.json"


@dataclass(frozen=True, slots=True)
class Problem:
    """A file that is not as released, and in what way."""

    file: str
    what: str

    def __str__(self) -> str:
        return f"{self.file}: {self.what}"


@dataclass(frozen=True, slots=True)
class Verification:
    """What was checked, and what was found wrong; at most one problem for each file."""

    version: str
    files: int
    tables: int
    rows: int
    problems: tuple[Problem, ...]

    @property
    def passed(self) -> bool:
        """Whether everything is as released."""
        return not self.problems

    def as_json(self) -> dict[str, Any]:
        """The verification as plain JSON values."""
        problems = [{"file": problem.file, "what": problem.what} for problem in self.problems]
        counts = {"version": self.version, "files": self.files, "tables": self.tables, "rows": self.rows}
        return {"passed": self.passed, **counts, "problems": problems}


def verify(path: Path) -> Verification:
    """Check an archive, an unpacked release, the folder of a release's artefacts, or a package as a build writes it.

    Where a SHA256SUMS stands beside an archive and lists it, the archive must be that one. Raises CallError where
    there is nothing of the kind at the path, PackageError for an archive that would write outside its folder.
    """
    if path.name == DESCRIPTOR:
        path = path.parent
    if path.is_file():
        return _verify_archive(path)
    if not path.is_dir():
        raise CallError("there is no archive and no folder.", where=str(path), mend="Name a release.")
    archives = sorted(path.glob("*.zip"))
    if not (path / DESCRIPTOR).exists() and (path / CHECKSUMS).is_file() and len(archives) == 1:
        return _verify_artefacts(path, archives[0])
    files = _files_of_release(path)
    return _verify_package(path, len(files), _checksum_problems(files) if files else ())


def require_intact(folder: Path) -> None:
    """Refuse a folder whose files are not byte for byte those that it lists: the quick part of `verify`.

    Raises ReleaseError that names the first such file, PackageError where there is no package.
    """
    files = _files_of_release(folder)
    _refuse(folder, [*(_checksum_problems(files) if files else ())] or [*_table_file_problems(folder)])


def unpack_intact(archive: Path, folder: Path) -> None:
    """Unpack a release's archive into a folder. Raises ReleaseError where any byte of it is not as released, PackageError
    where it would write elsewhere.
    """
    contents = read_archive(archive.read_bytes())
    _refuse(archive, _damages(archive, contents.damaged) or [*_checksum_problems(contents.files)])
    unpack_zip(archive, folder)


def _refuse(path: Path, problems: list[Problem]) -> None:
    if problems:
        first, *others = _one_for_each_file(problems)
        more = f" ({len(others)} more differ.)" if others else ""
        mend = f"Fetch it again, or run summitry verify to see all.{more}"
        raise ReleaseError(first.what, where=f"{path}, {first.file}", mend=mend)


# Archives and folders


def _verify_archive(path: Path) -> Verification:
    contents = read_archive(path.read_bytes())
    damages = _damages(path, contents.damaged)
    if damages:
        return Verification("", len(contents.files), 0, 0, _one_for_each_file(damages))
    problems = list(_checksum_problems(contents.files))
    if CHECKSUMS not in contents.files:
        return Verification("", len(contents.files), 0, 0, tuple(problems))
    with tempfile.TemporaryDirectory(prefix="summitry-") as name:
        unpack_zip(path, Path(name))
        found = _verify_package(Path(name), len(contents.files), problems)
    if found.passed and (other := _other_than_published(path)) is not None:
        return Verification(found.version, found.files, found.tables, found.rows, (other,))
    return found


def _damages(path: Path, damaged: Iterable[str]) -> list[Problem]:
    altered = "its bytes in the archive were altered."
    no_archive = "the archive's own directory was altered, or it is cut, continued, or was not made by a release."
    return [Problem(name, altered) if name else Problem(path.name, no_archive) for name in damaged]


def _other_than_published(archive: Path) -> Problem | None:
    """An archive that is sound, and yet not the one that the SHA256SUMS beside it speaks of."""
    beside = archive.parent / CHECKSUMS
    stated = (read_checksums(beside.read_bytes()) or {}) if beside.is_file() else {}
    if stated.get(archive.name, sha256(archive.read_bytes())) == sha256(archive.read_bytes()):
        return None
    return Problem(archive.name, f"it is sound in itself, but not the archive that {CHECKSUMS} beside it lists.")


def _verify_artefacts(folder: Path, archive: Path) -> Verification:
    files = _files_of_release(folder)
    inner = _verify_archive(archive)
    problems = [*inner.problems, *(found for found in _checksum_problems(files) if found.file != archive.name)]
    return Verification(inner.version, len(files), inner.tables, inner.rows, _one_for_each_file(problems))


def _files_of_release(folder: Path) -> dict[str, bytes]:
    """The files of an unpacked release; what is hidden (.DS_Store) is not part of it. Empty where it is no release."""
    if not (folder / CHECKSUMS).is_file():
        return {}
    found = {}
    for path in sorted(folder.rglob("*")):
        relative = path.relative_to(folder)
        if path.is_file() and not any(part.startswith(".") for part in relative.parts):
            found[relative.as_posix()] = path.read_bytes()
    return found


def _one_for_each_file(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    first: dict[str, Problem] = {}
    for problem in problems:
        first.setdefault(problem.file, problem)
    return tuple(first.values())


# Checksums


def _checksum_problems(files: Mapping[str, bytes]) -> Iterator[Problem]:
    """Files that are not those of the SHA256SUMS among them."""
    if CHECKSUMS not in files:
        yield Problem(CHECKSUMS, "it is missing, so nothing says what the files should be.")
        return
    stated = read_checksums(files[CHECKSUMS])
    if stated is None:
        yield Problem(CHECKSUMS, "it was altered: its last line is not the checksum of the lines above.")
        return
    for name in sorted((stated.keys() | files.keys()) - {CHECKSUMS}):
        if name not in files:
            yield Problem(name, "the file is missing.")
        elif name not in stated:
            yield Problem(name, f"the file is no part of the release: {CHECKSUMS} does not list it.")
        elif (found := sha256(files[name])) != stated[name]:
            yield Problem(name, f"the file was altered: its SHA-256 is {found}, and {stated[name]} was released.")


# The package


def _verify_package(folder: Path, files: int, problems: Iterable[Problem]) -> Verification:
    """The tables, where no checksum has told already which files are at fault: a table that does not fit its altered
    schema is not to blame for it.
    """
    found = list(problems)
    if any(problem.file != CHECKSUMS for problem in found):
        return Verification("", files, 0, 0, _one_for_each_file(found))
    try:
        package = read_package(folder)
    except SummitryError as error:
        file = Path(error.where).name if error.where.endswith(".json") else DESCRIPTOR
        return Verification("", files, 0, 0, _one_for_each_file([*found, Problem(file, error.what)]))
    rows = 0
    for name in package.contracts:
        problem, count = _verify_table(package, name)
        found += problem
        rows += count
    files = files or sum(len(_entries(package.resource(name))) + 1 for name in package.contracts) + 1
    version = str(package.descriptor.get("version", ""))
    return Verification(version, files, len(package.contracts), rows, _one_for_each_file(found))


def _table_file_problems(folder: Path) -> Iterator[Problem]:
    package = read_package(folder)
    for resource in package.descriptor["resources"]:
        for entry in _entries(resource):
            problem = _file_problem(package, entry)
            if problem is not None:
                yield problem


def _entries(resource: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """What the descriptor says of each file of a table: of the CSV, and of the Parquet file where there is one."""
    return [resource, *([resource["parquet"]] if "parquet" in resource else [])]


def _file_problem(package: Package, entry: Mapping[str, Any]) -> Problem | None:
    try:
        data = inner_path(package.folder, entry["path"]).read_bytes()
    except OSError:
        return Problem(entry["path"], "the file is missing.")
    except SummitryError as error:
        return Problem(DESCRIPTOR, error.what)
    stated = entry.get("bytes"), entry.get("hash")
    if stated != (len(data), bytes_hash(data)):
        return Problem(entry["path"], f"the file was altered: {DESCRIPTOR} states another size or checksum.")
    return None


def _verify_table(package: Package, name: str) -> tuple[list[Problem], int]:
    """What is wrong with the files of a table, and its number of rows."""
    resource, contract = package.resource(name), package.contracts[name]
    entries = _entries(resource)
    problems = [problem for entry in entries if (problem := _file_problem(package, entry)) is not None]
    if problems:
        return problems, 0
    rows = 0
    for entry, read in zip(entries, (read_csv, read_parquet), strict=False):
        file = entry["path"]
        try:
            table = read(inner_path(package.folder, file), contract)
        except SummitryError as error:
            problems.append(Problem(file, f"it is not what its schema says: {error.what}"))
            continue
        rows = table.num_rows
        stated = resource.get("rows")
        if rows != stated:
            problems.append(Problem(file, f"it has {rows} rows, and {DESCRIPTOR} states {stated}."))
        elif content_digest(table) != resource.get("contentDigest"):
            problems.append(Problem(file, f"its content is not the one whose digest {DESCRIPTOR} states."))
    return problems, rows
