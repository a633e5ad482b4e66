"""ro-crate-metadata.json: RO-Crate 1.2, which describes a folder of research data file by file.

https://www.researchobject.org/ro-crate/specification/1.2/
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final
from urllib.parse import quote

from summitry.citation import cite
from summitry.release.metadata.json_file import json_file
from summitry.release.metadata.released import Released, ReleasedFile, ReleasedTable

NAME: Final = "ro-crate-metadata.json"
_SPECIFICATION: Final = "https://w3id.org/ro/crate/1.2"


def ro_crate_json(release: Released) -> bytes:
    """The file, to stand at the root of the package, which is the crate."""
    parts = [_descriptor(file, release) for file in release.descriptors]
    parts += [_table_file(file, table) for table in release.tables for file in table.files]
    return json_file(
        {
            "@context": [f"{_SPECIFICATION}/context", {"sha256": "https://schema.org/sha256"}],
            "@graph": [
                {
                    "@id": NAME,
                    "@type": "CreativeWork",
                    "about": {"@id": "./"},
                    "conformsTo": {"@id": _SPECIFICATION},
                },
                _root(release, parts),
                *_organizations(release),
                *_licenses(release),
                *parts,
            ],
        }
    )


def _root(release: Released, parts: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    metadata = release.metadata
    root: dict[str, Any] = {
        "@id": "./",
        "@type": "Dataset",
        "name": metadata.title,
        "alternateName": metadata.title_ar,
        "description": metadata.description,
        "version": metadata.version,
        "datePublished": release.released_on.isoformat(),
        "license": _one_or_many([{"@id": item.path} for item in metadata.licenses]),
        "author": _one_or_many([{"@id": _organization_id(author)} for author in metadata.authors]),
        "keywords": list(metadata.keywords),
        "creditText": cite(release.citation),
    }
    if metadata.publisher:
        root["publisher"] = {"@id": _organization_id(metadata.publisher)}
    if release.citation.url:
        root["url"] = release.citation.url
    return root | {"hasPart": [{"@id": part["@id"]} for part in parts]}


def _organizations(release: Released) -> list[dict[str, Any]]:
    metadata = release.metadata
    names = dict.fromkeys([*metadata.authors, *([metadata.publisher] if metadata.publisher else [])])
    return [{"@id": _organization_id(name), "@type": "Organization", "name": name} for name in names]


def _organization_id(name: str) -> str:
    """An identifier within the crate: no address is known that names the group."""
    return f"#{quote(name, safe='')}"


def _licenses(release: Released) -> list[dict[str, Any]]:
    return [
        {
            "@id": item.path,
            "@type": "CreativeWork",
            "name": item.title,
            "identifier": item.name,
            "description": f"The tables may be used under {item.title} ({item.name}).",
        }
        for item in release.metadata.licenses
    ]


def _descriptor(file: ReleasedFile, release: Released) -> dict[str, Any]:
    """datapackage.json, or the schema of a table."""
    title = {f"schemas/{table.contract.name}.json": table.contract.title for table in release.tables}.get(file.path)
    described = (
        "what the columns mean and demand, as a Table Schema"
        if title
        else "the tables with their checksums, as a Data Package"
    )
    return _data(file, f"{title} (schema)" if title else "Data package", f"{release.metadata.title}: {described}.")


def _table_file(file: ReleasedFile, table: ReleasedTable) -> dict[str, Any]:
    contract = table.contract
    name = f"{contract.title} ({file.path.rpartition('.')[2]})"
    return _data(file, name, contract.description) | {"alternateName": contract.title_ar}


def _data(file: ReleasedFile, name: str, description: str) -> dict[str, Any]:
    return {
        "@id": file.path,
        "@type": "File",
        "name": name,
        "description": description,
        "encodingFormat": file.media_type,
        "contentSize": str(file.bytes),
        "sha256": file.sha256,
    }


def _one_or_many(items: Sequence[Any]) -> Any:
    """A single value stands alone, not in a list, as the specification asks."""
    return items[0] if len(items) == 1 else list(items)
