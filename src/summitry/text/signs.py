"""The signs that stand between words."""

from __future__ import annotations

from collections.abc import Iterable


def has_sign(gap: str, signs: Iterable[str]) -> bool:
    """Whether one of some signs stands in a gap between words, or in several gaps joined. A blank is none of them."""
    return gap != " " and not set(gap).isdisjoint(signs)
