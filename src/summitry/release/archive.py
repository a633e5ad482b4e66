"""The archive of a release: a zip file that is a function of the files in it.

Members are stored, not compressed (what a compressor makes of a file differs between its versions, and Parquet is
compressed already), sorted by name, dated 1980-01-01, with one mode, and in UTF-8. So the same files are the same
archive everywhere, and every byte of an archive can be checked, its directory included: reading and writing it again
must give the same bytes. The format is that of APPNOTE.TXT 6.3.10, without its zip64 extension.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np

from summitry.errors import ReleaseError
from summitry.release.checksums import CHECKSUMS

_MEMBER: Final = struct.Struct("<4s5H3L2H")
_ENTRY: Final = struct.Struct("<4s6H3L5H2L")
_END: Final = struct.Struct("<4s4H2LH")
_MEMBER_MARK, _ENTRY_MARK, _END_MARK = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"
_VERSION, _UTF8, _STORED, _MIDNIGHT, _FIRST_OF_1980 = 20, 0x800, 0, 0, 33
_MADE_ON_UNIX = 3 << 8 | _VERSION
_PLAIN_FILE = 0o100644 << 16
_LARGEST = 0xFFFFFFFF
_MOST = 0xFFFF

_Members = list[tuple[str, bytes]]


def archive_bytes(files: Mapping[str, bytes]) -> bytes:
    """The zip archive that holds the files under their names, the same bytes on every machine.

    Raises ReleaseError where they are more or larger than a plain zip archive can hold (65,535 files, 4 GB).
    """
    members = sorted(files.items())
    size = sum(len(data) + 2 * len(_encoded(name)) + _MEMBER.size + _ENTRY.size for name, data in members)
    if len(members) > _MOST or size + _END.size > _LARGEST:
        raise ReleaseError("the files are too many or too large for one archive.", mend="Split the release.")
    return _serialise(members)


def _serialise(members: _Members) -> bytes:
    parts: list[bytes] = []
    entries: list[bytes] = []
    offset = 0
    for name, data in members:
        raw, check = _encoded(name), zlib.crc32(data)
        common = (_VERSION, _UTF8, _STORED, _MIDNIGHT, _FIRST_OF_1980, check, len(data), len(data), len(raw), 0)
        parts += [_MEMBER.pack(_MEMBER_MARK, *common), raw, data]
        entries += [_ENTRY.pack(_ENTRY_MARK, _MADE_ON_UNIX, *common, 0, 0, 0, _PLAIN_FILE, offset), raw]
        offset += _MEMBER.size + len(raw) + len(data)
    directory = b"".join(entries)
    end = _END.pack(_END_MARK, 0, 0, len(members), len(members), len(directory), offset, 0)
    return b"".join([*parts, directory, end])


def _encoded(name: str) -> bytes:
    return name.encode("utf-8", "surrogateescape")  # a damaged name is carried along, to be found unequal later


@dataclass(frozen=True, slots=True)
class Contents:
    """What an archive holds: its files, and the names of those whose bytes in the archive are not as written.

    The name "" in `damaged` stands for the archive itself: it is cut, continued, or no such archive at all.
    """

    files: Mapping[str, bytes]
    damaged: tuple[str, ...]


def read_archive(data: bytes) -> Contents:
    """The files in an archive that `archive_bytes` wrote, and which of them any altered byte belongs to.

    Every member stands in the archive twice, before its content and in the directory. Both are read, and the reading
    that accounts for more bytes is believed, so that one damaged place hides nothing else; of equals the one whose
    names the archive's own SHA256SUMS knows.
    """
    readings = [reading for reading in (_by_directory(data), _by_members(data)) if reading is not None]
    fitting = [(members, _serialise(members)) for members in readings]
    judged = [
        (_differing(data, again), _strangers(members), members) for members, again in fitting if len(again) == len(data)
    ]
    if not judged:
        return Contents(dict(readings[0]) if readings else {}, ("",))
    members = min(judged, key=lambda each: each[:2])[2]
    altered = sorted(set(_altered(data, members)))
    nothing_is_left = len(members) > 1 and len(altered) >= len(members)  # as where another program packed the files
    return Contents(dict(members), ("",) if nothing_is_left else tuple(altered))


def _differing(one: bytes, other: bytes) -> int:
    return 0 if one == other else int(np.count_nonzero(_octets(one) != _octets(other)))


def _strangers(members: _Members) -> int:
    """How many members the archive's own SHA256SUMS does not name."""
    listed = next((data for name, data in members if name == CHECKSUMS), b"")
    known = {line.partition(b"  ")[2] for line in listed.split(b"\n")}
    return sum(_encoded(name) not in known for name, _ in members)


def _octets(data: bytes) -> np.ndarray[tuple[int], np.dtype[np.uint8]]:
    return np.frombuffer(data, dtype=np.uint8)


def _by_members(data: bytes) -> _Members | None:
    """The members one after the other, from the beginning; None where the archive ends within one."""
    members, position = [], 0
    while data[position : position + 4] == _MEMBER_MARK:
        header = data[position : position + _MEMBER.size]
        if len(header) < _MEMBER.size:
            return None
        *_, size, _, length, _ = _MEMBER.unpack(header)
        start = position + _MEMBER.size + length
        name = data[position + _MEMBER.size : start].decode("utf-8", "surrogateescape")
        members.append((name, data[start : start + size]))
        position = start + size
    return members


def _by_directory(data: bytes) -> _Members | None:
    """The members that the directory at the end lists; None where there is no directory."""
    if len(data) < _END.size:
        return None
    mark, *_, count, _, position, _ = _END.unpack(data[-_END.size :])
    if mark != _END_MARK:
        return None
    members, total = [], 0
    for _ in range(count):
        entry = data[position : position + _ENTRY.size]
        if len(entry) < _ENTRY.size or entry[:4] != _ENTRY_MARK:
            return None
        fields = _ENTRY.unpack(entry)
        size, length, offset = fields[9], fields[10], fields[-1]
        name = data[position + _ENTRY.size : position + _ENTRY.size + length].decode("utf-8", "surrogateescape")
        start = offset + _MEMBER.size + length
        total += size
        if total > len(data):  # entries that share their content, to fill the memory of whoever reads them
            return None
        members.append((name, data[start : start + size]))
        position += _ENTRY.size + length
    return members


def _altered(data: bytes, members: _Members) -> Iterator[str]:
    """Whose bytes differ from those that the members call for."""
    expected = _serialise(members)
    if expected == data:
        return
    octets, wanted = _octets(data), _octets(expected)
    for name, start, end in _regions(members):
        if np.any(octets[start:end] != wanted[start:end]):
            yield name


def _regions(members: _Members) -> Iterator[tuple[str, int, int]]:
    """The ranges of bytes of an archive and the member that each belongs to; "" for the end of the directory."""
    position = 0
    for name, data in members:
        end = position + _MEMBER.size + len(_encoded(name)) + len(data)
        yield name, position, end
        position = end
    for name, _ in members:
        end = position + _ENTRY.size + len(_encoded(name))
        yield name, position, end
        position = end
    yield "", position, position + _END.size
