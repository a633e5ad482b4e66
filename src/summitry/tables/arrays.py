"""Arrow arrays from Python and numpy values, and back, without pandas: `pa.array` imports it, which takes a third of a second."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

Indices = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]


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
    filled: Any = pc.fill_null(values, null)
    chunks = filled.chunks if isinstance(filled, pa.ChunkedArray) else [filled]
    parts = [chunk.to_numpy(zero_copy_only=False).astype(bool) for chunk in chunks]
    return np.concatenate(parts) if parts else np.zeros(0, bool)


def where(mask: Mask) -> Indices:
    """The positions at which a mask is set."""
    return np.flatnonzero(mask).astype(np.int64)
