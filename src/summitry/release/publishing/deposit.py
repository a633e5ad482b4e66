"""What is to be deposited: the files of a release, as its SHA256SUMS lists them, and what they are described with."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from summitry.errors import ReleaseError
from summitry.release.checksums import CHECKSUMS, read_checksums, sha256
from summitry.release.metadata import zenodo
from summitry.strict_json import parse_json_object

_DESCRIBED_BY: Final = ("title", "version")


@dataclass(frozen=True, slots=True)
class DepositFile:
    """A file of the release: where it is, how large, and its MD5, which is what Zenodo tells of the files it has."""

    path: Path
    bytes: int
    md5: str

    @property
    def name(self) -> str:
        """The name that it has in the deposit."""
        return self.path.name


@dataclass(frozen=True, slots=True)
class Deposit:
    """The files of a version with their description. `concept` is Zenodo's number for all versions together, or None."""

    title: str
    version: str
    metadata: dict[str, Any]
    files: tuple[DepositFile, ...]
    concept: str | None = None


def read_deposit(folder: Path, doi: str | None = None) -> Deposit:
    """What is to be deposited from the folder that a release was made in. `doi` is that of all versions, if there is one.

    Raises ReleaseError where a file is missing, is not as SHA256SUMS says, or is not listed there, and where the
    description is unusable.
    """
    listed = folder / CHECKSUMS
    sums = read_checksums(listed.read_bytes()) if listed.is_file() else None
    if sums is None:
        mend = "Name the folder that scripts/release.py made."
        raise ReleaseError(f"there is no {CHECKSUMS} of a release.", where=str(folder), mend=mend)
    strays = sorted({path.name for path in folder.iterdir()} - sums.keys() - {CHECKSUMS})
    if strays:
        raise ReleaseError(f"{strays[0]} is not part of the release.", where=str(folder), mend="Move it elsewhere.")
    files = [_file(folder / name, expected) for name, expected in sorted(sums.items())]
    metadata = parse_json_object(_description(folder), str(folder / zenodo.NAME), ReleaseError)
    title, version = (metadata.get(key) for key in _DESCRIBED_BY)
    if not isinstance(title, str) or not isinstance(version, str):
        raise ReleaseError("the title or the version is missing.", where=str(folder / zenodo.NAME))
    everything = (*files, _file(listed, sha256(listed.read_bytes())))
    return Deposit(title, version, metadata, everything, concept_of(doi) if doi else None)


def _description(folder: Path) -> bytes:
    path = folder / zenodo.NAME
    if not path.is_file():
        raise ReleaseError("the description for Zenodo is missing.", where=str(path), mend="Make the release anew.")
    return path.read_bytes()


def _file(path: Path, expected: str) -> DepositFile:
    if not path.is_file() or path.is_symlink():
        raise ReleaseError("the file is missing.", where=str(path), mend="Make the release anew.")
    data = path.read_bytes()
    if sha256(data) != expected:
        raise ReleaseError(f"the file is not the one of {CHECKSUMS}.", where=str(path), mend="Make the release anew.")
    return DepositFile(path, len(data), hashlib.md5(data, usedforsecurity=False).hexdigest())


def concept_of(doi: str) -> str:
    """Zenodo's number in one of its DOIs. Raises ReleaseError where the DOI is not one of Zenodo's."""
    prefix, _, number = doi.rpartition("/zenodo.")
    if not prefix.startswith("10.") or not number.isdecimal():
        mend = "The entry doi in pyproject.toml must be the one that Zenodo gave for all versions."
        raise ReleaseError(f"{doi} is not a DOI of Zenodo.", mend=mend)
    return number
