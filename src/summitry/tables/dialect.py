"""How a CSV file is written, where a package says so: Table Dialect 2.0 (https://datapackage.org/standard/table-dialect/)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

# What a dialect may set, and what anything else is refused for: the properties of Table Dialect 2.0 with their defaults.
_DEFAULTS: Final[Mapping[str, object]] = {
    "header": True,
    "headerRows": [1],
    "lineTerminator": None,
    "doubleQuote": True,
    "skipInitialSpace": False,
    "caseSensitiveHeader": False,
}


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a CSV file is written: what stands between cells, and around a cell that holds it."""

    delimiter: str = ","
    quote: str = '"'


def read_dialect(resource: Mapping[str, Any]) -> Dialect:
    """The dialect of a resource. Raises ValueError, with a sentence, for one whose files cannot be split."""
    given = resource.get("dialect", {})
    if not isinstance(given, dict):
        raise ValueError("the dialect is no object.")
    nested = given.get("csv")  # where frictionless 5 writes it
    given = {**given, **nested} if isinstance(nested, dict) else given
    is_tsv = resource.get("format") == "tsv" or str(resource.get("path", "")).endswith(".tsv")
    delimiter, quote = given.get("delimiter", "\t" if is_tsv else ","), given.get("quoteChar", '"')
    for name, value in (("delimiter", delimiter), ("quoteChar", quote)):
        if not isinstance(value, str) or len(value) != 1 or value in "\r\n\0" or not value.isascii():
            raise ValueError(f"the dialect's {name} is {str(value)[:20]!r}, and must be one character.")
    for name in sorted(given.keys() & _DEFAULTS.keys()):
        if given[name] != _DEFAULTS[name] and name not in ("lineTerminator", "caseSensitiveHeader"):
            raise ValueError(f"the dialect's {name} is {str(given[name])[:40]!r}, which is not supported.")
    for name in ("commentChar", "commentRows", "escapeChar", "nullSequence", "headerJoin"):
        if name in given:
            raise ValueError(f"the dialect's {name} is not supported.")
    return Dialect(delimiter, quote)
