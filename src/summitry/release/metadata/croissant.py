"""croissant.json: Croissant 1.1, from which tools for machine learning load the tables with their types and keys.

https://docs.mlcommons.org/croissant/docs/croissant-spec-1.1.html

The records are read from the Parquet files: a CSV has no types, and readers that guess them take the code NA for nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from summitry.citation import cite
from summitry.release.metadata.json_file import json_file
from summitry.release.metadata.released import PARQUET, Released, ReleasedFile, ReleasedTable
from summitry.tables.cells import FieldType
from summitry.tables.contract import Field

NAME: Final = "croissant.json"

_DATA_TYPES: Final[dict[FieldType, str]] = {
    "string": "sc:Text",
    "integer": "cr:Int64",
    "number": "sc:Float",
    "boolean": "sc:Boolean",
    "date": "sc:Date",
}
# Parquet's name from before it was registered, which is the one that mlcroissant knows.
_OTHER_NAMES: Final = {PARQUET: ("application/x-parquet",)}
# The context of the specification, word for word: tools warn of any other.
_CONTEXT: Final = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "arrayShape": "cr:arrayShape",
    "citeAs": "cr:citeAs",
    "column": "cr:column",
    "conformsTo": "dct:conformsTo",
    "containedIn": "cr:containedIn",
    "cr": "http://mlcommons.org/croissant/",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "dct": "http://purl.org/dc/terms/",
    "description": {"@container": "@language"},
    "equivalentProperty": "cr:equivalentProperty",
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "extract": "cr:extract",
    "field": "cr:field",
    "fileObject": "cr:fileObject",
    "fileProperty": "cr:fileProperty",
    "fileSet": "cr:fileSet",
    "format": "cr:format",
    "includes": "cr:includes",
    "isArray": "cr:isArray",
    "isLiveDataset": "cr:isLiveDataset",
    "jsonPath": "cr:jsonPath",
    "key": "cr:key",
    "md5": "cr:md5",
    "name": {"@container": "@language"},
    "parentField": "cr:parentField",
    "path": "cr:path",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "recordSet": "cr:recordSet",
    "references": "cr:references",
    "regex": "cr:regex",
    "repeated": "cr:repeated",
    "replace": "cr:replace",
    "samplingRate": "cr:samplingRate",
    "sc": "https://schema.org/",
    "separator": "cr:separator",
    "source": "cr:source",
    "subField": "cr:subField",
    "transform": "cr:transform",
}


def croissant_json(release: Released) -> bytes:
    """The file, to stand at the root of the package: its addresses of files are paths from there."""
    metadata = release.metadata
    document: dict[str, Any] = {
        "@context": _CONTEXT,
        "@type": "sc:Dataset",
        "conformsTo": "http://mlcommons.org/croissant/1.1",
        "name": {"en": metadata.title, "ar": metadata.title_ar},
        "description": {"en": metadata.description, "ar": metadata.description_ar},
        "version": metadata.version,
        "datePublished": release.released_on.isoformat(),
        "license": [item.path for item in metadata.licenses],
        "creator": [{"@type": "sc:Organization", "name": author} for author in metadata.authors],
        "keywords": list(metadata.keywords),
        "citeAs": cite(release.citation, "bibtex"),
    }
    if release.citation.url:
        document["url"] = release.citation.url
    if metadata.publisher:
        document["publisher"] = {"@type": "sc:Organization", "name": metadata.publisher}
    sources = {table.contract.name: table.parquet.path for table in release.tables}
    return json_file(
        document
        | {
            "distribution": [_file(file) for table in release.tables for file in table.files],
            "recordSet": [_record_set(table, sources) for table in release.tables],
        }
    )


def _file(file: ReleasedFile) -> dict[str, Any]:
    return {
        "@type": "cr:FileObject",
        "@id": file.path,
        "name": file.path.rpartition("/")[2],
        "contentUrl": file.path,
        "contentSize": f"{file.bytes} B",
        "encodingFormat": [file.media_type, *_OTHER_NAMES.get(file.media_type, ())],
        "sha256": file.sha256,
    }


def _record_set(table: ReleasedTable, sources: Mapping[str, str]) -> dict[str, Any]:
    """A table. `sources` are the files that the tables are read from, by the tables' names."""
    contract = table.contract
    references = {
        column: _column(sources[key.table], target)
        for key in contract.foreign_keys
        for column, target in zip(key.fields, key.reference, strict=True)
    }
    return {
        "@type": "cr:RecordSet",
        "@id": contract.name,
        "name": {"en": contract.title, "ar": contract.title_ar},
        "description": {"en": contract.description, "ar": contract.description_ar},
        "key": [{"@id": _field_id(contract.name, column)} for column in contract.primary_key],
        "field": [
            _field(contract.name, field, _column(table.parquet.path, field.name))
            # A column of the file and not a field of its records: mlcroissant follows more than one reference so alone.
            | ({"references": references[field.name]} if field.name in references else {})
            for field in contract.fields
        ],
    }


def _field(table: str, field: Field, source: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "@type": "cr:Field",
        "@id": _field_id(table, field.name),
        "name": {"en": field.title, "ar": field.title_ar},
        "description": {"en": field.description, "ar": field.description_ar},
        "dataType": _DATA_TYPES[field.type],
        "source": source,
    }


def _column(file: str, column: str) -> dict[str, Any]:
    return {"fileObject": {"@id": file}, "extract": {"column": column}}


def _field_id(table: str, column: str) -> str:
    return f"{table}/{column}"
