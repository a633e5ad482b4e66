"""Readable, stable keys, made from what a row says: never random, never from the order in which sources came."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from operator import itemgetter

_MAX_PARTIES = 6
_CONTENT = itemgetter("table", "row_id", "column", "value", "start", "end")
_UNFIT = re.compile(r"[^a-z0-9]+")


def slug(*parts: object) -> str:
    """The parts in lower case, joined by hyphens; anything but a-z and 0-9 becomes a hyphen."""
    return "-".join(filter(None, map(_cleaned, map(str, parts))))


@lru_cache(maxsize=50_000)
def _cleaned(part: str) -> str:
    return _UNFIT.sub("-", part.lower()).strip("-")


def digest(*parts: object, length: int = 8) -> str:
    """The first hexadecimal digits of the SHA-256 of the parts, joined by a character that no part holds."""
    return hashlib.sha256("\x1f".join(map(str, parts)).encode("utf-8")).hexdigest()[:length]


def summit_key(forum_id: str, held_on: str, level: str) -> str:
    """`c5plus1-2025`; a meeting of ministers says so, one whose year no source tells is `undated`."""
    suffix = {"foreign_ministers": "ministers", "other": "other"}.get(level, "")
    return slug(forum_id, held_on[:4] or "undated", suffix)


def agreement_key(parties: Iterable[str], kind: str, year: str) -> str:
    """`kaz-usa-agreement-2025`; of many parties the first six, and how many more."""
    names = sorted(parties)
    more = [f"and-{len(names) - _MAX_PARTIES}-more"] if len(names) > _MAX_PARTIES else []
    return slug(*names[:_MAX_PARTIES], *more, kind, year or "undated")


def numbered(keys: Sequence[str]) -> list[str]:
    """The keys with `-2`, `-3` … behind the second and later rows of one key."""
    seen: dict[str, int] = {}
    result = []
    for key in keys:
        seen[key] = seen.get(key, 0) + 1
        result.append(key if seen[key] == 1 else f"{key}-{seen[key]}")
    return result


def evidence_key(source_id: str, row: Mapping[str, object]) -> str:
    """A key made from the content of an evidence row."""
    content = digest(*_CONTENT(row), length=12)
    return f"{_cleaned(source_id)}-{content}"
