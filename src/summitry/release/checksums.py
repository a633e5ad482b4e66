"""SHA256SUMS: what every file of a release is, in the form that `sha256sum --check` reads.

The last line is a comment, which that program skips, with the checksum of the lines above it. So a damaged list is
known to be damaged, and no file is blamed for what its line has become.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from typing import Final

CHECKSUMS: Final = "SHA256SUMS"
_LINE: Final = re.compile(r"([0-9a-f]{64})  ([^\0\r\n]+)")
_SEAL: Final = "# {}  the lines above\n"


def sha256(data: bytes) -> str:
    """The SHA-256 of the bytes, in lower-case hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def write_checksums(sums: Mapping[str, str]) -> bytes:
    """The file SHA256SUMS for these files, given as name → SHA-256."""
    lines = "".join(f"{value}  {name}\n" for name, value in sorted(sums.items()))
    return (lines + _SEAL.format(sha256(lines.encode()))).encode()


def checksums_of(files: Mapping[str, bytes]) -> bytes:
    """The file SHA256SUMS for these files, given as name → content."""
    return write_checksums({name: sha256(data) for name, data in files.items()})


def read_checksums(data: bytes) -> dict[str, str] | None:
    """SHA-256 by name, or None where the file is not, byte for byte, one that was written here."""
    try:
        lines = data.decode("utf-8").split("\n")
    except UnicodeDecodeError:
        return None
    matches = [_LINE.fullmatch(line) for line in lines]
    found = {match[2]: match[1] for match in matches if match is not None}
    return found if write_checksums(found) == data else None
