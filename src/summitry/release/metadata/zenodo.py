"""zenodo.json: what a deposit on Zenodo is described with, as the field `metadata` of its REST API takes it.

https://developers.zenodo.org/#representation
"""

from __future__ import annotations

from html import escape
from typing import Any, Final

from summitry.release.metadata.json_file import json_file
from summitry.release.metadata.released import Released

NAME: Final = "zenodo.json"


def zenodo_json(release: Released) -> bytes:
    """The file. The DOI is not in it: Zenodo gives every version its own."""
    metadata = release.metadata
    document: dict[str, Any] = {
        "upload_type": "dataset",
        "publication_date": release.released_on.isoformat(),
        "title": metadata.title,
        "creators": [{"name": author} for author in metadata.authors],
        "description": _description(release),
        "access_right": "open",
        # Zenodo's names of licences are those of SPDX in small letters. A deposit has one: that of the tables.
        "license": metadata.licenses[0].name.lower(),
        "version": metadata.version,
        "language": "eng",
        "keywords": list(metadata.keywords),
        "related_identifiers": _related(release),
    }
    return json_file(document)


def _description(release: Released) -> str:
    """HTML: the Arabic text has its language and direction with it, and nothing in either is taken for markup."""
    metadata = release.metadata
    return "\n".join(
        [
            f"<p>{escape(metadata.description)}</p>",
            f'<p lang="ar" dir="rtl"><strong>{escape(metadata.title_ar)}</strong></p>',
            f'<p lang="ar" dir="rtl">{escape(metadata.description_ar)}</p>',
        ]
    )


def _related(release: Released) -> list[dict[str, str]]:
    works = [{"identifier": item.path, "relation": "isDerivedFrom"} for item in release.metadata.sources if item.path]
    homepage = release.metadata.homepage
    return [*works, *([{"identifier": homepage, "relation": "isDocumentedBy"}] if homepage else [])]
