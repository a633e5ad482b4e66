"""Small accidents to files: bytes lost and put in, JSON values replaced, cells swapped; by chance, and again by its seed."""

from __future__ import annotations

import copy
import json
import random
from collections.abc import Sequence
from typing import Any

# What has broken programs before: numbers, quotes, directions, halves of characters, and the words of our own formats.
_NASTY: Sequence[bytes] = tuple(
    text.encode("utf-8", "surrogatepass")
    for text in (
        "\0",
        "\r",
        "\r\n",
        "\n\n",
        '"',
        '""',
        ",",
        ";",
        "\t",
        "\ufeff",
        "\u202e",
        "\u2066",
        "\u200f",
        "\u0640",
        "\ud800",
        "٠١٢٣",
        "１２",
        "-",
        "+1",
        "1e999",
        "NaN",
        "-0",
        "9" * 400,
        "0.1e-400",
        "=1+1",
        "@",
        "../",
        "/etc/passwd",
        "http://127.0.0.1/",
        "{",
        "}",
        "[",
        "]",
        "[" * 300,
        '{"a":' * 90,
        "null",
        "true",
        "a" * 5000,
        "(" * 60,
        "(a+)+",
        "e\u0301",
        "ﷺ",
        "ﻻ",
        "2025-02-30",
        "9999-12-31",
        "0000-00-00",
        "وقّع",
        "سلفه",
        "رئيس ",
        "«",
        "»",
        "“",
        "C5+1",
        "17 مليار دولار",
        "млрд",
        " billion",
        "President ",
        "\u2028",
        "\U0001f469\u200d\U0001f680",
        "%s%n",
        "<script>",
        "\x1b[2J",
    )
)
_JSON_VALUES: Sequence[Any] = (
    None,
    True,
    False,
    0,
    -1,
    1e308,
    10**30,
    "",
    "a",
    "\0",
    "a" * 300,
    [],
    {},
    [[]],
    [{}],
    [None],
    {"a": None},
    ["a", 1],
    "../a.csv",
    "http://127.0.0.1:9/a.csv",
    "(a+)+b",
    "[",
    "geopoint",
    "any",
    {"delimiter": "\n"},
    {"delimiter": ""},
    "string",
    ["x"],
    7,
    "sha256:0",
    "%Y%Y",
    {"resource": "", "fields": "a"},
    "utf-16",
    "md5:",
    "default",
)


def spoil_bytes(data: bytes, rng: random.Random) -> bytes:
    """The bytes after one to four small accidents."""
    spoiled = bytearray(data)
    for _ in range(rng.randint(1, 4)):
        at = rng.randrange(len(spoiled) + 1)
        end = min(len(spoiled), at + rng.choice((1, 1, 2, 8, 64, 400)))
        match rng.randrange(7):
            case 0:
                spoiled[at:end] = b""
            case 1:
                spoiled[at:at] = rng.choice(_NASTY)
            case 2:
                spoiled[at:end] = rng.choice(_NASTY)
            case 3:
                spoiled[at:at] = spoiled[at:end] * rng.choice((1, 2, 50))
            case 4:
                spoiled[at:] = b""
            case 5:
                spoiled[at:at] = rng.randbytes(rng.choice((1, 2, 16)))
            case _:
                spoiled[at:end] = bytes(byte ^ (1 << rng.randrange(8)) for byte in spoiled[at:end])
    return bytes(spoiled)


def spoil_json(data: bytes, rng: random.Random) -> bytes:
    """A JSON document in which a value somewhere was replaced, removed or put in; still JSON."""
    content = json.loads(data)
    for _ in range(rng.randint(1, 3)):
        here = content
        while True:
            keys = list(here) if isinstance(here, dict) else list(range(len(here)))
            if not keys:
                break
            key = rng.choice(keys)
            if isinstance(here[key], dict | list) and here[key] and rng.random() < 0.8:
                here = here[key]
                continue
            _spoil_value(here, key, rng)
            break
    return json.dumps(content, ensure_ascii=rng.random() < 0.5).encode("utf-8", "surrogatepass")


def _spoil_value(here: Any, key: Any, rng: random.Random) -> None:
    match rng.randrange(4):
        case 0:
            del here[key]
        case 1 if isinstance(here, dict):
            here[str(key) + rng.choice(("s", "x", ""))] = copy.deepcopy(rng.choice(_JSON_VALUES))
        case 2 if isinstance(here, list):
            here.append(copy.deepcopy(here[key]))
        case _:
            here[key] = copy.deepcopy(rng.choice(_JSON_VALUES))


def spoil_cells(data: bytes, rng: random.Random) -> bytes:
    """A CSV file in which cells were replaced by other cells or by something nasty; still lines of cells."""
    lines = [line.split(b",") for line in data.split(b"\n")]
    for _ in range(rng.randint(1, 5)):
        line = rng.choice(lines)
        line[rng.randrange(len(line))] = rng.choice((rng.choice(_NASTY), rng.choice(rng.choice(lines)), b""))
    if rng.random() < 0.2:
        rng.shuffle(lines)
    return b"\n".join(b",".join(line) for line in lines)
