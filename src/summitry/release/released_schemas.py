"""The schemas as they were released, which never change: `schemas/released/<version>/<table>.json`.

A version's schemas have the address of the first release that had them: of 1.0.0 as long as no schema changes, of 2.0.0
once one does. The address stands in each as `$id`, so that a schema which is met alone says which one it is. It is that
of the file in the repository, relative where the package has no homepage.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from summitry.errors import ReleaseError
from summitry.release.checksums import CHECKSUMS, checksums_of, read_checksums, sha256
from summitry.release.versions import Version
from summitry.tables.contract import TABLES

RELEASED = "schemas/released"


def released_schemas(root: Path, version: Version, homepage: str | None) -> tuple[str, dict[str, bytes]]:
    """The folder, below the root, of the schemas that a release has, and its files by name, their checksums among them.

    It is the latest released folder where no schema has changed since, and one for this version otherwise. Raises
    ReleaseError where a released schema is not as it was.
    """
    refuse_altered(root)
    latest = max(_versions(root), default=None)
    if latest is not None:
        folder = f"{RELEASED}/{latest}"
        released = {path.name: path.read_bytes() for path in sorted((root / folder).iterdir())}
        if _same_but_for_ids(_schemas(root, folder, homepage), released):
            return folder, released
        if latest >= version:
            raise _refusal(f"schemas, which {folder} has otherwise")
    folder = f"{RELEASED}/{version}"
    schemas = _schemas(root, folder, homepage)
    return folder, schemas | {CHECKSUMS: checksums_of(schemas)}


def refuse_altered(root: Path, earlier: Path | None = None) -> None:
    """Refuse schemas that changed after their release: against their own checksums and, where the folder of an `earlier`
    release is at hand, against those that it has.
    """
    for file in _altered(root / RELEASED):
        raise _refusal(file)
    if earlier is not None:
        for path in sorted((earlier / RELEASED).rglob("*")):
            file = path.relative_to(earlier).as_posix()
            if path.is_file() and (not (root / file).is_file() or (root / file).read_bytes() != path.read_bytes()):
                raise _refusal(file)


def _refusal(file: str) -> ReleaseError:
    mend = "Restore it from the release; a schema that changes becomes part of the next version."
    return ReleaseError("a released schema was altered.", where=file, mend=mend)


def _altered(folder: Path) -> Iterator[str]:
    for version in sorted(path for path in folder.glob("*") if path.is_dir()):
        files = {path.name: path.read_bytes() for path in version.iterdir()}
        place = f"{RELEASED}/{version.name}"
        stated = read_checksums(files.pop(CHECKSUMS, b""))
        if stated is None:
            yield f"{place}/{CHECKSUMS}"
            continue
        for name in sorted(stated.keys() | files.keys()):
            if name not in files or sha256(files[name]) != stated.get(name):
                yield f"{place}/{name}"


def _versions(root: Path) -> list[Version]:
    return [Version.parse(path.name) for path in (root / RELEASED).glob("*") if path.is_dir()]


def _schemas(root: Path, folder: str, homepage: str | None) -> dict[str, bytes]:
    return {f"{name}.json": _with_id(root, name, folder, homepage) for name in TABLES}


def _with_id(root: Path, name: str, folder: str, homepage: str | None) -> bytes:
    schema = json.loads((root / "schemas" / f"{name}.json").read_text("utf-8"))
    base = f"{homepage.rstrip('/')}/" if homepage else ""
    identified = {"$schema": schema.pop("$schema"), "$id": f"{base}{folder}/{name}.json", **schema}
    return (json.dumps(identified, ensure_ascii=False, indent=2) + "\n").encode()


def _same_but_for_ids(schemas: Mapping[str, bytes], released: Mapping[str, bytes]) -> bool:
    return schemas.keys() == released.keys() - {CHECKSUMS} and all(
        _without_id(data) == _without_id(released[name]) for name, data in schemas.items()
    )


def _without_id(data: bytes) -> dict[str, object]:
    schema: dict[str, object] = json.loads(data)
    return {key: value for key, value in schema.items() if key != "$id"}
