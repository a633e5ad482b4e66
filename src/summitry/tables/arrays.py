"""Arrow arrays from Python and numpy values, and back, without pandas: `pa.array` imports it, which takes a third of a second."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

# What numpy.typing.NDArray stands for; to import that takes as long as to look at a hundred thousand cells.
Indices = np.ndarray[tuple[int, ...], np.dtype[np.int64]]
Mask = np.ndarray[tuple[int, ...], np.dtype[np.bool_]]
Codes = np.ndarray[tuple[int, ...], np.dtype[np.int32]]
Bytes = np.ndarray[tuple[int, ...], np.dtype[np.uint8]]


def texts_array(texts: Sequence[str | None]) -> pa.Array:
    """A string array, None being null."""
    encoded = [b"" if text is None else text.encode("utf-8", "surrogatepass") for text in texts]
    offsets = np.zeros(len(texts) + 1, np.int32)
    np.cumsum([len(text) for text in encoded], out=offsets[1:])
    valid = mask_array(np.array([text is not None for text in texts], bool)).buffers()[1]
    buffers = [valid, pa.py_buffer(offsets.tobytes()), pa.py_buffer(b"".join(encoded))]
    return pa.Array.from_buffers(pa.string(), len(texts), buffers)


def mask_array(mask: Mask) -> pa.Array:
    """A boolean array without nulls."""
    packed = np.packbits(mask, bitorder="little").tobytes()
    return pa.Array.from_buffers(pa.bool_(), len(mask), [None, pa.py_buffer(packed)])


def indices_array(indices: Indices) -> pa.Array:
    """A whole-number array without nulls."""
    return pa.Array.from_buffers(
        pa.int64(), len(indices), [None, pa.py_buffer(np.ascontiguousarray(indices, np.int64))]
    )


def as_mask(values: pa.Array | pa.ChunkedArray, null: bool = False) -> Mask:
    """A boolean column as a numpy mask, its nulls as `null`."""
    filled: Any = pc.fill_null(values, flag(null)) if values.null_count else values
    chunks = filled.chunks if isinstance(filled, pa.ChunkedArray) else [filled]
    parts = [_bits(chunk) for chunk in chunks]
    return np.concatenate(parts) if parts else np.zeros(0, bool)


def _bits(values: pa.Array) -> Mask:
    packed = np.frombuffer(values.buffers()[1] or b"", np.uint8)
    return np.unpackbits(packed, bitorder="little")[values.offset : values.offset + len(values)].astype(bool)


def codes_of(coded: pa.DictionaryArray) -> Codes:
    """The codes of a dictionary-encoded column without nulls."""
    indices = coded.indices
    return np.frombuffer(indices.buffers()[1] or b"", np.int32)[indices.offset : indices.offset + len(indices)]


def text_bytes(texts: pa.Array) -> tuple[Codes, Bytes]:
    """Where each text begins, with the end of the last one, and the bytes that these positions are in."""
    _, offsets, content = texts.buffers()
    ends = np.frombuffer(offsets or b"\0\0\0\0", np.int32)[texts.offset : texts.offset + len(texts) + 1]
    return ends, np.frombuffer(content or b"", np.uint8)


def where(mask: Mask) -> Indices:
    """The positions at which a mask is set."""
    return np.flatnonzero(mask).astype(np.int64)


# Scalars


def text(value: str) -> pa.Scalar:
    """One text."""
    return texts_array([value])[0]


def flag(value: bool) -> pa.Scalar:
    """One truth."""
    return mask_array(np.array([value]))[0]


def number(value: int | float) -> pa.Scalar:
    """One 64-bit number, whole or not as the value is."""
    kind, form = (pa.int64(), np.int64) if isinstance(value, int) else (pa.float64(), np.float64)
    return pa.Array.from_buffers(kind, 1, [None, pa.py_buffer(np.array([value], form))])[0]


def no_text() -> pa.Scalar:
    """The empty cell of a column of texts."""
    return pa.nulls(1, pa.string())[0]
