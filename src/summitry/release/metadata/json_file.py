"""JSON as every metadata file is written: readable, in the order of its making, the same bytes every time."""

from __future__ import annotations

import json


def json_file(value: object) -> bytes:
    """The value as an indented JSON document in UTF-8, ended by a line feed."""
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()
