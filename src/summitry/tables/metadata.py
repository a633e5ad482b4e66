"""What describes the package as a whole: title, version, licence, authors, sources.

It is written once, in pyproject.toml: `[project]` holds what Python packaging also needs, `[tool.summitry]` the rest.
The version stands in `summitry._version`, its day in the heading of CHANGELOG.md. Every other place where these facts
appear is generated from here.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from summitry._version import __version__
from summitry.errors import PackageError

_TOOL_KEYS = {"title", "title_ar", "description_ar", "homepage", "publisher", "doi", "licenses", "sources"}
_DOI = re.compile(r"10\.[0-9]{4,9}/\S+")


@dataclass(frozen=True, slots=True)
class License:
    """A licence of the data: its SPDX identifier, its title, and the address of its text."""

    name: str
    title: str
    path: str


@dataclass(frozen=True, slots=True)
class Contributor:
    """A group behind the package, and in which roles: author, publisher.

    A name is taken as it is written, never split into a person's given and family name.
    """

    title: str
    roles: tuple[str, ...] = ("author",)


@dataclass(frozen=True, slots=True)
class SourceReference:
    """A work that the package draws on, and its address where it has one."""

    title: str
    path: str | None = None


@dataclass(frozen=True, slots=True)
class PackageMetadata:
    """What describes the package as a whole, in English and (`_ar`) in Arabic.

    `released_on` is None while the version is not released. `doi` is the one of all versions, as 10.5281/zenodo.1234.
    """

    name: str
    version: str
    title: str
    title_ar: str
    description: str
    description_ar: str
    licenses: tuple[License, ...]
    contributors: tuple[Contributor, ...]
    keywords: tuple[str, ...] = ()
    sources: tuple[SourceReference, ...] = ()
    homepage: str | None = None
    doi: str | None = None
    released_on: date | None = None

    @property
    def authors(self) -> tuple[str, ...]:
        """The names of those whose work the package is, in their order."""
        return tuple(item.title for item in self.contributors if "author" in item.roles)

    @property
    def publisher(self) -> str | None:
        """The name of who makes the package available for good, where one is named."""
        return next((item.title for item in self.contributors if "publisher" in item.roles), None)


def read_metadata(root: Path) -> PackageMetadata:
    """The metadata in `<root>/pyproject.toml`, with the day of the version from `<root>/CHANGELOG.md`.

    Raises PackageError where the file or one of its entries is missing, or [tool.summitry] holds an entry that nobody
    reads.
    """
    path = root / "pyproject.toml"
    try:
        document = tomllib.loads(path.read_text("utf-8"))
    except OSError as cause:
        raise PackageError(f"the file cannot be read: {cause.strerror}.", where=str(path)) from cause
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as cause:
        raise PackageError(f"the file is not TOML: {cause}.", where=str(path)) from cause
    try:
        return _metadata(document["project"], document["tool"]["summitry"], release_day(root, __version__))
    except KeyError as missing:
        raise PackageError(f"the entry {missing} is missing.", where=str(path), mend="Add it.") from missing
    except (TypeError, ValueError) as cause:
        raise PackageError(f"an entry of [tool.summitry] is wrong: {cause}.", where=str(path)) from cause


def release_day(root: Path, version: str) -> date | None:
    """The day that the version's heading in `<root>/CHANGELOG.md` gives (`## [1.0.0] - 2026-01-31`), or None.

    A date that is told, not looked up: the clock has no part in what the build writes. Raises PackageError where it is
    no day of the calendar.
    """
    path = root / "CHANGELOG.md"
    text = path.read_text("utf-8") if path.is_file() else ""
    heading = re.search(rf"^## \[{re.escape(version)}\] - (\d{{4}}-\d{{2}}-\d{{2}})[ \t]*$", text, re.MULTILINE)
    try:
        return date.fromisoformat(heading.group(1)) if heading else None
    except ValueError as cause:
        raise PackageError(f"the day of version {version} is wrong: {cause}.", where=str(path)) from cause


def _metadata(project: Mapping[str, Any], tool: Mapping[str, Any], released_on: date | None) -> PackageMetadata:
    strange = sorted(tool.keys() - _TOOL_KEYS)
    if strange:
        raise ValueError(f"{', '.join(strange)} is unknown; known are {', '.join(sorted(_TOOL_KEYS))}")
    doi = tool.get("doi")
    if doi is not None and not _DOI.fullmatch(doi):
        raise ValueError(f"doi {doi!r} is not one; write it as 10.5281/zenodo.1234")
    authors = [Contributor(author["name"]) for author in project["authors"]]
    publishers = [Contributor(tool["publisher"], ("publisher",))] if "publisher" in tool else []
    return PackageMetadata(
        name=project["name"],
        version=__version__,
        title=tool["title"],
        title_ar=tool["title_ar"],
        description=project["description"],
        description_ar=tool["description_ar"],
        licenses=tuple(License(**entry) for entry in tool["licenses"]),
        contributors=(*authors, *publishers),
        keywords=tuple(project["keywords"]),
        sources=tuple(SourceReference(**entry) for entry in tool["sources"]),
        homepage=tool.get("homepage"),
        doi=doi,
        released_on=released_on,
    )
