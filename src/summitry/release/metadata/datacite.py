"""datacite.json and datacite.xml: the DataCite Metadata Schema 4.5, from which registries of DOIs build their catalogues.

https://datacite-metadata-schema.readthedocs.io/en/4.5/
"""

from __future__ import annotations

from typing import Any, Final

from summitry.release.metadata.json_file import json_file
from summitry.release.metadata.released import CSV, PARQUET, Released

JSON_NAME: Final = "datacite.json"
XML_NAME: Final = "datacite.xml"
# The DOI of a version is given when it is deposited, after its files are made. The schema's word for "to be assigned".
_TO_BE_ASSIGNED: Final = "(:tba)"


def datacite_json(release: Released) -> bytes:
    """The metadata as JSON."""
    return json_file(_record(release))


def datacite_xml(release: Released) -> bytes:
    """The same as XML. It must have an identifier, which says that the version's DOI is yet to be assigned."""
    from datacite import schema45

    text: str = schema45.tostring(_record(release) | {"doi": _TO_BE_ASSIGNED})
    return text.encode()


def _record(release: Released) -> dict[str, Any]:
    metadata = release.metadata
    return {
        "schemaVersion": "http://datacite.org/schema/kernel-4",
        "types": {"resourceType": "Data package", "resourceTypeGeneral": "Dataset"},
        "creators": [{"name": author, "nameType": "Organizational"} for author in metadata.authors],
        "titles": [
            {"title": metadata.title, "lang": "en"},
            {"title": metadata.title_ar, "titleType": "TranslatedTitle", "lang": "ar"},
        ],
        "publisher": {"name": metadata.publisher or ", ".join(metadata.authors)},
        "publicationYear": str(release.released_on.year),
        "dates": [{"date": release.released_on.isoformat(), "dateType": "Issued"}],
        "language": "en",
        "version": metadata.version,
        "subjects": [{"subject": keyword, "lang": "en"} for keyword in metadata.keywords],
        "sizes": [f"{len(release.tables)} tables", f"{sum(table.rows for table in release.tables)} rows"],
        "formats": [CSV, PARQUET],
        "rightsList": [
            {
                "rights": item.title,
                "rightsUri": item.path,
                "rightsIdentifier": item.name,
                "rightsIdentifierScheme": "SPDX",
                "schemeUri": "https://spdx.org/licenses/",
            }
            for item in metadata.licenses
        ],
        "descriptions": [
            {"description": metadata.description, "descriptionType": "Abstract", "lang": "en"},
            {"description": metadata.description_ar, "descriptionType": "Abstract", "lang": "ar"},
        ],
        "relatedIdentifiers": _related(release),
    }


def _related(release: Released) -> list[dict[str, str]]:
    """The works that the vocabulary draws on, and the DOI of all versions. Articles are rows of the table of sources."""
    works = [
        {"relatedIdentifier": item.path, "relatedIdentifierType": "URL", "relationType": "IsDerivedFrom"}
        for item in release.metadata.sources
        if item.path
    ]
    doi = release.metadata.doi
    if doi is None:
        return works
    return [{"relatedIdentifier": doi, "relatedIdentifierType": "DOI", "relationType": "IsVersionOf"}, *works]
