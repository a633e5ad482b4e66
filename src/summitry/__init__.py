"""Summitry: articles about summits, read into validated tables, every cell of which can be traced to its words."""

from __future__ import annotations

from summitry._version import __version__

__all__ = ["__version__"]
