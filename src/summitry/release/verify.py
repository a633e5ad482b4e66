"""Is this release what was released? Every byte, row and schema of an archive or of the folder it was unpacked to.

Three statements about a file are compared: its checksum in SHA256SUMS, the one in ro-crate-metadata.json, and for a
table those in datapackage.json. Where they contradict each other, the odd one out is named, not the file that both
others agree on.
"""

from __future__ import annotations

import hashlib
import json
import re
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from summitry.errors import CallError, ReleaseError, SummitryError
from summitry.release.archive import CHECKSUMS, read_archive
from summitry.tables.digest import bytes_hash, content_digest
from summitry.tables.files import read_csv, read_parquet
from summitry.tables.package import Package, inner_path, read_package

DESCRIPTOR: Final = "datapackage.json"
CRATE: Final = "ro-crate-metadata.json"
_CHECKSUM_LINE: Final = re.compile(r"([0-9a-f]{64})  ([^\0\n]+)")


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


def verify(path: Path) -> Verification:
    """Check an archive, an unpacked release, or a package as a build writes it (which has no SHA256SUMS).

    Raises CallError where there is nothing at the path.
    """
    if path.is_dir():
        return _verify_folder(path, _checksum_problems(_files_of_release(path)))
    if not path.is_file():
        raise CallError("there is no archive and no folder.", where=str(path), mend="Name a release.")
    contents = read_archive(path.read_bytes())
    damaged = [Problem(name or path.name, _damage(name)) for name in contents.damaged]
    if damaged:
        return Verification("", len(contents.files), 0, 0, _one_for_each_file(damaged))
    problems = list(_checksum_problems(contents.files, demanded=True))
    with tempfile.TemporaryDirectory(prefix="summitry-") as name:
        folder = Path(name)
        write_files(contents.files, folder, path)
        return _verify_folder(folder, problems)


def require_intact(path: Path) -> None:
    """Refuse a package whose files are not byte for byte those that it lists: the quick part of `verify`.

    Raises ReleaseError that names the first such file, CallError where there is nothing at the path.
    """
    if not path.exists():
        raise CallError("there is no archive and no folder.", where=str(path), mend="Name a release or a package.")
    if path.is_dir():
        problems = _one_for_each_file([*_checksum_problems(_files_of_release(path)), *_table_file_problems(path)])
    else:
        contents = read_archive(path.read_bytes())
        damaged = [Problem(name or path.name, _damage(name)) for name in contents.damaged]
        problems = tuple(damaged) or tuple(_checksum_problems(contents.files, demanded=True))
    if problems:
        more = f" ({len(problems) - 1} more files differ.)" if len(problems) > 1 else ""
        mend = f"Fetch it again, or run summitry verify to see all.{more}"
        raise ReleaseError(problems[0].what, where=f"{path}, {problems[0].file}", mend=mend)


def _damage(name: str) -> str:
    if name:
        return "its bytes in the archive were altered."
    return "the archive is cut, continued, or was not made by a release."


def write_files(files: Mapping[str, bytes], folder: Path, archive: Path) -> None:
    """Write the files of an archive below a folder. Raises ReleaseError for a name that would lead out of it."""
    for name, data in files.items():
        parts = name.split("/")
        if any(part in ("", ".", "..") or "\\" in part or ":" in part for part in parts):
            raise ReleaseError(f"the name {name!r} would not stay in the folder it is unpacked to.", where=str(archive))
        target = folder.joinpath(*parts)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)


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


# Checksums


def _checksum_problems(files: Mapping[str, bytes], *, demanded: bool = False) -> Iterator[Problem]:
    """Files that are not those of SHA256SUMS, which must be among them where it is `demanded`."""
    if CHECKSUMS not in files:
        if demanded:
            yield Problem(CHECKSUMS, "it is missing, so nothing says what the files should be.")
        return
    stated = _stated_checksums(files[CHECKSUMS])
    if stated is None:
        yield Problem(CHECKSUMS, "it is not a list of checksums in its own form, in the order of the names.")
        return
    second = _crate_checksums(files.get(CRATE, b""))
    for name in sorted((stated.keys() | files.keys()) - {CHECKSUMS}):
        problem = _checksum_problem(name, files.get(name), stated.get(name), second.get(name))
        if problem is not None:
            yield problem


def _stated_checksums(data: bytes) -> dict[str, str] | None:
    """Checksums by name, or None where the file is not exactly as it is written."""
    try:
        lines = data.decode("utf-8").splitlines(keepends=True)
    except UnicodeDecodeError:
        return None
    matches = [_CHECKSUM_LINE.fullmatch(line.removesuffix("\n")) for line in lines]
    found = {match[2]: match[1] for match in matches if match is not None}
    again = "".join(f"{value}  {name}\n" for name, value in sorted(found.items()))
    return found if again.encode() == data else None


def _crate_checksums(data: bytes) -> dict[str, str]:
    try:
        graph = json.loads(data)["@graph"]
        return {entity["@id"]: entity["sha256"] for entity in graph if "sha256" in entity}
    except (ValueError, KeyError, TypeError, UnicodeDecodeError):
        return {}  # it has a checksum of its own in SHA256SUMS, by which it is judged


def _checksum_problem(name: str, data: bytes | None, first: str | None, second: str | None) -> Problem | None:
    found = None if data is None else hashlib.sha256(data).hexdigest()
    if found == first:
        return None
    if second is not None and second == found:
        return Problem(CHECKSUMS, f"what it says of {name} is not what {CRATE} and the file itself say.")
    if found is None:
        if second is None and name != CRATE:
            return Problem(CHECKSUMS, f"it lists {name!r}, of which nothing else knows.")
        return Problem(name, "the file is missing.")
    if first is None:
        return Problem(name, f"the file is no part of the release: {CHECKSUMS} does not list it.")
    if name == CRATE and _crate_checksums(data or b""):
        return Problem(name, f"the file was altered, or its line in {CHECKSUMS}.")
    return Problem(name, f"the file was altered: its SHA-256 is {found}, and {first} was released.")


# The package


def _verify_folder(folder: Path, problems: Iterable[Problem]) -> Verification:
    found = list(problems)
    files = sum(1 for path in folder.rglob("*") if path.is_file()) if (folder / CHECKSUMS).is_file() else 0
    try:
        package = read_package(folder)
    except SummitryError as error:
        return Verification("", files, 0, 0, _one_for_each_file([*found, Problem(DESCRIPTOR, str(error))]))
    rows = 0
    for name in package.contracts:
        problem, count = _verify_table(package, name)
        found += problem
        rows += count
    files = files or 2 * len(package.contracts) + 1
    version = str(package.descriptor.get("version", ""))
    return Verification(version, files, len(package.contracts), rows, _one_for_each_file(found))


def _one_for_each_file(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    first: dict[str, Problem] = {}
    for problem in problems:
        first.setdefault(problem.file, problem)
    return tuple(first.values())


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
        return Problem(DESCRIPTOR, str(error))
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
        try:
            table = read(inner_path(package.folder, entry["path"]), contract)
        except SummitryError as error:
            problems.append(Problem(entry["path"], f"it is not what its schema says: {error}"))
            continue
        rows = table.num_rows
        if rows != resource.get("rows"):
            problems.append(
                Problem(entry["path"], f"it has {rows} rows, and {DESCRIPTOR} states {resource.get('rows')}.")
            )
        elif content_digest(table) != resource.get("contentDigest"):
            problems.append(Problem(entry["path"], f"its content is not the one whose digest {DESCRIPTOR} states."))
    return problems, rows
