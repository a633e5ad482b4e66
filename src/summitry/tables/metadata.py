"""What describes the package as a whole: title, version, licence, authors, sources.

It is written once, in pyproject.toml: `[project]` holds what Python packaging also needs, `[tool.summitry]` the rest,
and the version stands in `summitry._version`. Every other place where these facts appear is generated from here.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from summitry._version import __version__
from summitry.errors import PackageError

_TOOL_KEYS = {"title", "title_ar", "description_ar", "homepage", "licenses", "sources"}


@dataclass(frozen=True, slots=True)
class License:
    """A licence of the data: its SPDX identifier, its title, and the address of its text."""

    name: str
    title: str
    path: str


@dataclass(frozen=True, slots=True)
class Contributor:
    """A person or group behind the package, and in which roles."""

    title: str
    roles: tuple[str, ...] = ("author",)


@dataclass(frozen=True, slots=True)
class SourceReference:
    """A work that the package draws on, and its address where it has one."""

    title: str
    path: str | None = None


@dataclass(frozen=True, slots=True)
class PackageMetadata:
    """What describes the package as a whole, in English and (`_ar`) in Arabic."""

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


def read_metadata(root: Path) -> PackageMetadata:
    """The metadata in `<root>/pyproject.toml`.

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
        return _metadata(document["project"], document["tool"]["summitry"])
    except KeyError as missing:
        raise PackageError(f"the entry {missing} is missing.", where=str(path), mend="Add it.") from missing
    except (TypeError, ValueError) as cause:
        raise PackageError(f"an entry of [tool.summitry] is wrong: {cause}.", where=str(path)) from cause


def _metadata(project: Mapping[str, Any], tool: Mapping[str, Any]) -> PackageMetadata:
    strange = sorted(tool.keys() - _TOOL_KEYS)
    if strange:
        raise ValueError(f"{', '.join(strange)} is unknown; known are {', '.join(sorted(_TOOL_KEYS))}")
    return PackageMetadata(
        name=project["name"],
        version=__version__,
        title=tool["title"],
        title_ar=tool["title_ar"],
        description=project["description"],
        description_ar=tool["description_ar"],
        licenses=tuple(License(**entry) for entry in tool["licenses"]),
        contributors=tuple(Contributor(author["name"]) for author in project["authors"]),
        keywords=tuple(project["keywords"]),
        sources=tuple(SourceReference(**entry) for entry in tool["sources"]),
        homepage=tool.get("homepage"),
    )
