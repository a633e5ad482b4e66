"""Checksums: of a file's bytes, and of a table's content whatever file format or library version holds it."""

from __future__ import annotations

import hashlib
import json

import pyarrow as pa

from summitry.tables.arrow import ARROW_TYPES
from summitry.tables.cells import cell_text

_TYPE_NAMES = {arrow: name for name, arrow in ARROW_TYPES.items()}


def bytes_hash(data: bytes) -> str:
    """The checksum of a file's bytes, in the form that Data Package asks for: `sha256:` and lower-case hexadecimal."""
    return f"sha256:{hashlib.sha256(data).hexdigest()}"


def content_digest(table: pa.Table) -> str:
    """A checksum of what a table says: column names, types and cells, with the rows in any order.

    `sha256:` and hexadecimal, over UTF-8 lines that each end in a line feed: a JSON array of [name, type] pairs, then
    each row as a JSON array of its cells' canonical texts (null for an empty cell), the rows' lines sorted. Equal for
    CSV and Parquet, and for every version of pyarrow.
    """
    header = [[field.name, _TYPE_NAMES[field.type]] for field in table.schema]
    columns = [
        [None if value is None else cell_text(value) for value in column.to_pylist()] for column in table.columns
    ]
    lines = sorted(_line(list(row)) for row in zip(*columns, strict=True))
    digest = hashlib.sha256(_line(header))
    for line in lines:
        digest.update(line)
    return f"sha256:{digest.hexdigest()}"


def _line(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n").encode()
