"""Checksums: of a file's bytes, and of a table's content whatever file format or library version holds it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from summitry.tables.arrays import as_mask, indices_array, mask_array, text, text_bytes, texts_array, where
from summitry.tables.arrow import ARROW_TYPES, text_column

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
    header = [(field.name, _TYPE_NAMES[field.type]) for field in table.schema]
    return texts_digest(header, [text_column(column) for column in table.columns])


def texts_digest(header: Sequence[tuple[str, str]], columns: Sequence[pa.ChunkedArray]) -> str:
    """The same checksum, from (name, type) pairs and columns that hold the canonical texts already."""
    digest = hashlib.sha256(_line([list(pair) for pair in header]))
    table = pa.Table.from_arrays([_json_texts(column) for column in columns], [str(n) for n in range(len(columns))])
    rows = pc.binary_join_element_wise(*table.combine_chunks().columns, text(","))
    lines = pc.binary_join_element_wise(text("["), rows, text("]\n"), text("")).combine_chunks()
    if pc.any(pc.less(lines[1:], lines[:-1])).as_py():
        lines = lines.take(pc.sort_indices(lines))
    ends, content = text_bytes(lines)
    digest.update(content[ends[0] : ends[-1]])  # type: ignore[arg-type]  # numpy's arrays are buffers
    return f"sha256:{digest.hexdigest()}"


def _json_texts(column: pa.ChunkedArray) -> pa.ChunkedArray:
    """Each text as JSON writes it, null included."""
    quoted = pc.binary_join_element_wise(text('"'), column, text('"'), text(""))
    odd = where(as_mask(pc.match_substring_regex(column, r'["\\\x00-\x1f]')))
    if len(odd):
        written = [json.dumps(cell, ensure_ascii=False) for cell in column.take(indices_array(odd)).to_pylist()]
        mask = np.zeros(len(column), bool)
        mask[odd] = True
        flat = quoted.combine_chunks()
        quoted = pa.chunked_array([pc.replace_with_mask(flat, mask_array(mask), texts_array(written))])
    return pc.fill_null(quoted, text("null"))


def _line(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n").encode()
