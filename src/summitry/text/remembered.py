"""What is worked out from a word, remembered: a few thousand words make up most of any text."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

Known = TypeVar("Known")


class Remembered(dict[str, Known]):
    """A text → what is worked out from it; filled as texts come by, emptied when it is full.

    To ask for many, `map(remembered.__getitem__, words)` takes no call of a Python function for those that are known.
    """

    def __init__(self, work_out: Callable[[str], Known], limit: int = 200_000) -> None:
        self._work_out = work_out
        self._limit = limit

    def __missing__(self, text: str) -> Known:
        if len(self) >= self._limit:
            self.clear()
        found = self[text] = self._work_out(text)
        return found
