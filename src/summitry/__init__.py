"""Summitry: articles about summits, read into validated tables, every cell of which can be traced to its words.

    import summitry

    db = summitry.load()
    db.summits

The names below are imported when they are first used, so that importing the package costs nothing.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

from summitry._version import __version__

if TYPE_CHECKING:
    from summitry import errors
    from summitry.articles import Article, read_article
    from summitry.dataset import Dataset, load
    from summitry.reader import extract

__all__ = ["Article", "Dataset", "__version__", "errors", "extract", "load", "read_article"]

_ROOMS = {
    "Article": "summitry.articles",
    "Dataset": "summitry.dataset",
    "extract": "summitry.reader",
    "load": "summitry.dataset",
    "read_article": "summitry.articles",
}


def __getattr__(name: str) -> object:
    if name == "errors":
        return importlib.import_module("summitry.errors")
    if name not in _ROOMS:
        raise AttributeError(f"module 'summitry' has no attribute {name!r}")
    return getattr(importlib.import_module(_ROOMS[name]), name)


def __dir__() -> list[str]:
    return __all__
