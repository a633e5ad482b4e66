"""Reading JSON that people wrote: what the standard parser lets pass in silence is an error here."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final, NoReturn

from summitry.errors import SummitryError

MAX_BYTES: Final = 32 * 1024 * 1024
MAX_DEPTH: Final = 64


def read_json_object(path: Path, error: type[SummitryError]) -> dict[str, object]:
    """The one JSON object in the file at `path`.

    Raises `error` for a file that is missing or larger than MAX_BYTES, is not UTF-8, is not JSON (RFC 8259, so no NaN),
    names a key twice, is nested deeper than MAX_DEPTH, holds half a surrogate pair, or anything but an object.
    """
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as cause:
        raise error(f"the file cannot be read: {cause.strerror}.", where=str(path)) from cause
    return parse_json_object(data, str(path), error)


def parse_json_object(data: bytes, where: str, error: type[SummitryError]) -> dict[str, object]:
    """The one JSON object in `data`; `where` names its origin in the message of the `error` that may be raised."""
    if len(data) > MAX_BYTES:
        raise error(f"there are more than {MAX_BYTES:,} bytes of JSON.", where=where, mend="Data belongs in tables.")
    try:
        value = json.loads(
            data.decode("utf-8"), object_pairs_hook=_object_without_duplicates, parse_constant=_refuse_constant
        )
    except UnicodeDecodeError as cause:
        mend = "Save the file as UTF-8."
        raise error(f"byte {cause.start} is not UTF-8 text.", where=where, mend=mend) from cause
    except json.JSONDecodeError as cause:
        place = f"{where}, line {cause.lineno}, character {cause.colno}"
        raise error(f"this is not JSON: {cause.msg}.", where=place) from cause
    except RecursionError as cause:
        raise error("the JSON is nested too deeply to be read.", where=where) from cause
    except ValueError as cause:
        raise error(f"this is not acceptable JSON: {str(cause)[:200]}.", where=where) from cause
    _refuse_unwritable(value, where, error)
    if not isinstance(value, dict):
        raise error("the file must hold one JSON object, in braces.", where=where)
    return value


def _object_without_duplicates(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found: dict[str, object] = {}
    for key, value in pairs:
        if key in found:
            raise ValueError(f"the key {key!r} stands twice in one object")
        found[key] = value
    return found


def _refuse_unwritable(value: object, where: str, error: type[SummitryError]) -> None:
    """What the parser accepts and nobody downstream can handle: endless nesting, and text that UTF-8 cannot hold."""
    level, depth = [value], 0
    while level:
        depth += 1
        if depth > MAX_DEPTH:
            raise error(f"the JSON is nested deeper than {MAX_DEPTH} levels.", where=where)
        texts = [item for item in level if isinstance(item, str)]
        texts += [key for item in level if isinstance(item, dict) for key in item]
        if any("\ud800" <= character <= "\udfff" for text in texts if not text.isascii() for character in text):
            raise error("a text holds half a surrogate pair, which is no character.", where=where)
        level = [child for item in level for child in _children(item)]


def _children(value: object) -> list[object]:
    if isinstance(value, dict):
        return list(value.values())
    return value if isinstance(value, list) else []


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON number")
