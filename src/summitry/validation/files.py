"""The descriptor, and the files that it lists: safe paths, there, of the stated size and checksum, and none besides.

Nothing is opened before its path is known to be an ordinary file inside the package, and nothing is ever fetched.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from summitry.errors import PackageError, SummitryError
from summitry.strict_json import read_json_object
from summitry.tables.contract import TABLES
from summitry.tables.package import SUMMITRY_PROFILE, inner_path
from summitry.validation import checks
from summitry.validation.findings import Finding, Place
from summitry.validation.subject import Subject

DESCRIPTOR_FILE: Final = "datapackage.json"
_HERE: Final = Place(DESCRIPTOR_FILE)
_HASHES: Final = ("md5", "sha1", "sha256", "sha512")
# What a resource of ours must say of its files, so that nobody can take it out.
_STATED: Final = ("path", "schema", "rows", "bytes", "hash", "contentDigest", "parquet")
_STATED_OF_PARQUET: Final = ("path", "bytes", "hash")
_NAME: Final = re.compile(r"[a-z0-9][a-z0-9._/-]*")


def check_files(subject: Subject) -> Iterator[Finding]:
    """Read the descriptor into the subject, find the files; everything that is wrong with either."""
    try:
        subject.descriptor = read_json_object(subject.folder / DESCRIPTOR_FILE, PackageError)
    except SummitryError as error:
        yield checks.DESCRIPTOR.found(_HERE, error.what, mend=error.mend)
        return
    resources = subject.descriptor.get("resources")
    if not isinstance(resources, list) or not resources:
        yield checks.DESCRIPTOR.found(Place(DESCRIPTOR_FILE, column="resources"), "there is no list of tables.")
        subject.descriptor["resources"] = []
        return
    yield from _check_profile(subject)
    listed: dict[Path, str] = {}
    for number, resource in enumerate(resources):
        yield from _check_resource(subject, f"resources/{number}", resource, listed)
    # The layers below meet resources that are objects with a name of their own, and no others.
    subject.descriptor["resources"] = [item for item in resources if isinstance(item, dict) and _has_name(item)]
    yield from _check_names(subject)
    yield from _unlisted(subject, listed)


def _has_name(resource: dict[str, Any]) -> bool:
    return isinstance(resource.get("name"), str) and bool(resource["name"])


def _check_profile(subject: Subject) -> Iterator[Finding]:
    place = Place(DESCRIPTOR_FILE, column="summitry")
    declared = subject.descriptor.get("summitry")
    if declared is None:
        if subject.is_repository:
            what = "the package does not declare our profile, so that its rules would be passed over."
            yield checks.DESCRIPTOR.found(place, what)
    elif not isinstance(declared, dict) or declared.get("profile") != SUMMITRY_PROFILE:
        what = f"{str(declared)[:60]} is no profile that this version knows."
        yield checks.DESCRIPTOR.found(place, what, mend=f'Write {{"profile": {SUMMITRY_PROFILE}}}.')


def _check_names(subject: Subject) -> Iterator[Finding]:
    names = [resource["name"] for resource in subject.descriptor["resources"]]
    for name, count in Counter(names).items():
        if count > 1:
            yield checks.DESCRIPTOR.found(_HERE, f"{count} resources are named {name[:60]!r}.", value=name)
        if not _NAME.fullmatch(name):
            what = f"the name {name[:60]!r} is not made of lower-case letters, digits, hyphens and underscores."
            yield checks.DESCRIPTOR.found(_HERE, what, value=name)
    if not subject.is_ours:
        return
    for name in sorted(set(TABLES) - set(names)):
        yield checks.DESCRIPTOR.found(_HERE, f"the table {name} is not listed.", value=name)
    for name in sorted(set(names) - set(TABLES)):
        yield checks.DESCRIPTOR.found(_HERE, f"{name[:60]} is no table of this profile.", value=name)


def _check_resource(subject: Subject, where: str, resource: Any, listed: dict[Path, str]) -> Iterator[Finding]:
    place = Place(DESCRIPTOR_FILE, column=where)
    if not isinstance(resource, dict) or not _has_name(resource):
        yield checks.DESCRIPTOR.found(place, "the resource is no object with a name.")
        return
    if subject.is_ours:
        yield from _check_stated(where, resource)
    if isinstance(resource.get("path"), list) or ("data" in resource and "path" not in resource):
        yield from _check_other_form(subject, where, resource)
        return
    found = safe_file(subject, resource.get("path"), Place(DESCRIPTOR_FILE, column=f"{where}/path"))
    if isinstance(found, Finding):
        yield found
    else:
        yield from _check_file(subject, found, resource, where, listed)
        subject.files.setdefault(resource["name"], found)
    parquet = resource.get("parquet")
    if isinstance(parquet, dict) and subject.is_ours:
        there = safe_file(subject, parquet.get("path"), Place(DESCRIPTOR_FILE, column=f"{where}/parquet/path"))
        if isinstance(there, Finding):
            yield there
            resource.pop("parquet")
        else:
            yield from _check_file(subject, there, parquet, f"{where}/parquet", listed)


def _check_other_form(subject: Subject, where: str, resource: dict[str, Any]) -> Iterator[Finding]:
    """A table in several files or inside the descriptor: the standard has it, and our engine does not read it."""
    for path in resource.get("path", ()):
        found = safe_file(subject, path, Place(DESCRIPTOR_FILE, column=f"{where}/path"))
        if isinstance(found, Finding):
            yield found
    form = "data inside the descriptor" if "path" not in resource else "a table in several files"
    place = Place(DESCRIPTOR_FILE, column=where)
    yield checks.NOT_EXAMINED.found(place, f"{resource['name'][:60]} is {form}.", value=resource["name"])


def _check_stated(where: str, resource: dict[str, Any]) -> Iterator[Finding]:
    parquet = resource.get("parquet")
    entries: list[tuple[str, dict[str, Any], tuple[str, ...]]] = [(where, resource, _STATED)]
    if isinstance(parquet, dict):
        entries.append((f"{where}/parquet", parquet, _STATED_OF_PARQUET))
    for place, entry, names in entries:
        for name in names:
            if name not in entry:
                at = Place(DESCRIPTOR_FILE, column=f"{place}/{name}")
                yield checks.DESCRIPTOR.found(at, f"{name} is missing, so that nothing could be held against it.")
    for name, usual in (("format", "csv"), ("encoding", "utf-8"), ("type", "table")):
        if resource.get(name, usual) != usual:
            at = Place(DESCRIPTOR_FILE, column=f"{where}/{name}")
            yield checks.DESCRIPTOR.found(at, f"{name} is not {usual!r}.", value=resource[name])
    for name in ("dialect", "data", "scheme", "compression"):
        if name in resource:
            at = Place(DESCRIPTOR_FILE, column=f"{where}/{name}")
            yield checks.DESCRIPTOR.found(at, f"{name} has no place in a table of this profile.")


def safe_file(subject: Subject, path: object, place: Place) -> Path | Finding:
    """The ordinary file inside the package that a path names, or what keeps it from being opened."""
    if not isinstance(path, str):
        return checks.PATH.found(place, "the path is no text.", value=path)
    try:
        found = inner_path(subject.folder, path)
        steps = [found, *found.parents][: len(Path(path).parts)]
        if any(step.is_symlink() for step in steps):
            return checks.PATH.found(place, f"the path {path!r} goes through a symbolic link.", value=path)
        if found.exists() and not found.is_file():
            return checks.PATH.found(place, f"{path} is no ordinary file.", value=path)
        return found if found.is_file() else checks.FILE_MISSING.found(place, f"there is no file {path}.", value=path)
    except PackageError as error:
        return checks.PATH.found(place, error.what, value=path, mend=error.mend)
    except OSError as error:
        return checks.PATH.found(place, f"the path cannot be followed: {error.strerror}.", value=path)


def _check_file(
    subject: Subject, file: Path, stated: dict[str, Any], where: str, listed: dict[Path, str]
) -> Iterator[Finding]:
    place = Place(file.relative_to(subject.folder).as_posix())
    if file in listed:
        at = Place(DESCRIPTOR_FILE, column=f"{where}/path")
        yield checks.PATH.found(at, f"{listed[file]} has this file already.", value=place.file)
    listed.setdefault(file, where)
    size = file.stat().st_size
    if "bytes" in stated and (type(stated["bytes"]) is not int or stated["bytes"] != size):
        what = f"the file has {size:,} bytes, and the package says {str(stated['bytes'])[:40]}."
        yield checks.FILE_SIZE.found(place, what, value=size)
    if "hash" in stated:
        yield from _check_hash(file, place, stated["hash"])


def _check_hash(file: Path, place: Place, stated: object) -> Iterator[Finding]:
    """The checksum in the form of Data Package: `sha256:` and hexadecimal; without an algorithm it is MD5."""
    algorithm, _, digits = str(stated).rpartition(":")
    algorithm = algorithm or "md5"
    if not isinstance(stated, str) or algorithm not in _HASHES:
        what = f"the package states a checksum of an unknown kind, {str(stated)[:40]!r}."
        yield checks.FILE_HASH.found(place, what, mend="Write sha256: and the digits.")
        return
    with file.open("rb") as opened:
        found = hashlib.file_digest(opened, lambda: hashlib.new(algorithm, usedforsecurity=False)).hexdigest()
    if found != digits:
        what = "the file is not the one that the package was made with."
        yield checks.FILE_HASH.found(place, what, value=f"{algorithm}:{found}")


def _unlisted(subject: Subject, listed: dict[Path, str]) -> Iterator[Finding]:
    """Files beside the listed ones: in the folders of tables below the package's own, and schemas of no table."""
    folders = {path.parent for path in listed} - {subject.folder}
    folders |= {subject.folder / "data"} if subject.is_ours else set()
    for folder in sorted(folders):
        for path in sorted(folder.rglob("*")) if folder.is_dir() and not folder.is_symlink() else ():
            place = Place(path.relative_to(subject.folder).as_posix())
            if path.is_symlink():
                yield checks.PATH.found(place, "it is a symbolic link.", mend="Put the file itself there.")
            elif path not in listed and not path.is_dir():
                yield checks.FILE_UNLISTED.found(place, "no resource lists this file.")
