"""Reading JSON that people wrote: what the standard parser lets pass in silence is an error here."""

from __future__ import annotations

import json
from pathlib import Path
from typing import NoReturn

from summitry.errors import SummitryError


def read_json_object(path: Path, error: type[SummitryError]) -> dict[str, object]:
    """The one JSON object in the file at `path`.

    Raises `error` for a file that is missing, is not UTF-8, is not JSON (RFC 8259, so no NaN), names a key twice, or
    holds anything but an object.
    """
    try:
        data = path.read_bytes()
    except OSError as cause:
        raise error(f"the file cannot be read: {cause.strerror}.", where=str(path)) from cause
    return parse_json_object(data, str(path), error)


def parse_json_object(data: bytes, where: str, error: type[SummitryError]) -> dict[str, object]:
    """The one JSON object in `data`; `where` names its origin in the message of the `error` that may be raised."""
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
        raise error(f"this is not acceptable JSON: {cause}.", where=where) from cause
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


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON number")
