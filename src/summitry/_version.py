"""The version of the package, code and data alike. It is written here and nowhere else."""

from __future__ import annotations

__version__ = "0.1.0"
