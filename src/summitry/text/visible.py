"""Text of others as a terminal or a page may show it: on one line, and with nothing hidden in it."""

from __future__ import annotations

import re
import unicodedata

_FIRST_STRONG_ISOLATE, _POP_ISOLATE = "\u2068", "\u2069"
_RIGHT_TO_LEFT = ("R", "AL")
_HIDING = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")


def visible(text: str) -> str:
    """The text with every control, format and unassigned character written out as its code point, as Python writes it.

    So no cell can move the cursor of a terminal, turn the direction of what follows it, or hide letters.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(_written_out(letter) if unicodedata.category(letter) in _HIDING else letter for letter in text)


def isolated(text: str) -> str:
    """The text, visible; where it runs from right to left, in an isolate, so that what stands around it keeps its place."""
    shown = visible(text)
    if any(unicodedata.bidirectional(letter) in _RIGHT_TO_LEFT for letter in shown):
        return f"{_FIRST_STRONG_ISOLATE}{shown}{_POP_ISOLATE}"
    return shown


def _written_out(letter: str) -> str:
    code = ord(letter)
    return {"\n": "\\n", "\t": "\\t", "\r": "\\r"}.get(letter) or (
        f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
    )


_ARABIC = "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]"
# From one such letter to the last before Latin words go on, with a number that leads to it.
_RIGHT_TO_LEFT_RUN = re.compile(f"(?:[0-9][0-9.,%]* )?{_ARABIC}(?:[^A-Za-z]*{_ARABIC})?")


def sentence(text: str) -> str:
    """A sentence of ours that quotes text of others: on one line, visible, each run from right to left in an isolate."""
    shown = visible(" ".join(text.split()))
    return _RIGHT_TO_LEFT_RUN.sub(f"{_FIRST_STRONG_ISOLATE}\\g<0>{_POP_ISOLATE}", shown)
