"""A package as a zip archive, unpacked with suspicion: it may come from anybody."""

from __future__ import annotations

import unicodedata
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from summitry.errors import PackageError

MAX_ENTRIES: Final = 10_000
MAX_UNPACKED: Final = 4 * 1024**3
MAX_RATIO: Final = 1_000
"""Text with much repetition shrinks to a hundredth; what shrinks further than a thousandth is made to fill a disk."""

_HARMLESS_RATIO_BYTES: Final = 16 * 1024**2  # so little is unpacked whatever its ratio
_CHUNK: Final = 1024**2
_MEND: Final = "Do not use this archive; ask for one that holds plain files under plain names."


def unpack_zip(archive: Path, folder: Path) -> None:
    """Unpack an archive into the folder.

    Raises PackageError, before anything is written, for an archive that is damaged or encrypted, names a file twice (also
    in other capitals), reaches out of the folder, holds a link, or unpacks to more than MAX_UNPACKED bytes.
    """
    try:
        with zipfile.ZipFile(archive) as opened:
            for what in _refusals(opened.infolist()):
                raise PackageError(what, where=str(archive), mend=_MEND)
            for item in opened.infolist():
                if not item.is_dir():
                    _write(opened, item, folder / item.filename)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, ValueError, OSError, zlib.error) as cause:
        raise PackageError(f"the archive cannot be read: {cause}.", where=str(archive), mend=_MEND) from cause


def _refusals(items: list[zipfile.ZipInfo]) -> Iterator[str]:
    if len(items) > MAX_ENTRIES:
        yield f"the archive has {len(items):,} entries, more than {MAX_ENTRIES:,}."
    total = sum(item.file_size for item in items)
    if total > MAX_UNPACKED:
        yield f"the archive unpacks to {total:,} bytes, more than {MAX_UNPACKED:,}."
    seen: set[str] = set()
    for item in items:
        name = unicodedata.normalize("NFC", item.filename).casefold().rstrip("/")
        if name in seen:
            yield f"the archive names {item.filename[:80]!r} twice."
        seen.add(name)
        yield from _unsafe(item)


def _unsafe(item: zipfile.ZipInfo) -> Iterator[str]:
    name, shown = item.filename, repr(item.filename[:80])
    parts = name.split("/")
    strays = ".." in parts or "." in parts or "" in parts[:-1]
    if strays or "\\" in name or ":" in name or not name.isprintable():
        yield f"the entry {shown} would not stay inside the folder it is unpacked to."
    # What unix wrote says what kind of file it is: a plain one, a folder, or, for other systems, nothing.
    if (item.external_attr >> 16) & 0o170000 not in (0, 0o100000, 0o040000):
        yield f"the entry {shown} is a link or a device; it would not stay inside the folder it is unpacked to."
    if item.flag_bits & 1:
        yield f"the entry {shown} is encrypted."
    if item.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        yield f"the entry {shown} is compressed in another way than deflated."
    if item.file_size > max(_HARMLESS_RATIO_BYTES, item.compress_size * MAX_RATIO):
        yield f"the entry {shown} unpacks to {item.file_size:,} bytes from {item.compress_size:,}."


def _write(opened: zipfile.ZipFile, item: zipfile.ZipInfo, target: Path) -> None:
    """One file, in pieces; the module checks its checksum. A size that was stated too low ends the reading there."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with opened.open(item) as packed, target.open("xb") as file:
        while piece := packed.read(_CHUNK):
            file.write(piece)
