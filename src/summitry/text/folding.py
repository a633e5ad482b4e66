"""Fold a word to the form in which words are compared.

Folding happens word by word and never touches the article, so an offset into the article needs no map: a word keeps the
place where it stands, its folded form is only a key. Folded away are letter case, Latin diacritics, the forms of alef,
yeh, kaf and teh marbuta, hamza carriers, Arabic diacritics and tatweel, presentation forms, е/ё, native digits, and the
invisible characters (bidi marks, joiners, soft hyphens) that web pages leave in words.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

ARABIC_MARKS = "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed"
INVISIBLE = "\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
COMBINING = "\u0300-\u036f"

_LETTERS = {
    "أ": "ا",
    "إ": "ا",
    "آ": "ا",
    "ٱ": "ا",
    "ى": "ي",
    "ی": "ي",
    "ئ": "ي",
    "ؤ": "و",
    "ة": "ه",
    "ک": "ك",
    "گ": "غ",
    "ڤ": "ف",
    "پ": "ب",
    "چ": "تش",
    "ژ": "ج",
    "ı": "i",
    "ø": "o",
    "đ": "d",
    "ł": "l",
    "ə": "a",
    "ё": "е",
    "ў": "у",
    "ـ": "",
}


@lru_cache(maxsize=200_000)
def fold(word: str) -> str:
    """The comparison form of a word: lower case, one letter for each family of letter forms, no marks.

    Compatibility decomposition first (presentation forms, ligatures, full-width letters), then letter by letter.
    """
    if word.isascii():
        return word.lower()
    composed = unicodedata.normalize("NFC", word).translate(_TABLE).lower()
    # Lower case again: what a modifier letter decomposes to may be a capital.
    decomposed = unicodedata.normalize("NFKD", composed).lower()
    return "".join(_fold_letter(letter) for letter in decomposed if not _is_mark(letter))


def _is_mark(letter: str) -> bool:
    return unicodedata.category(letter) in ("Mn", "Cf", "Me")


def _fold_letter(letter: str) -> str:
    if letter.isdecimal():
        return str(unicodedata.decimal(letter))
    return _LETTERS.get(letter, letter)


_TABLE = str.maketrans({**_LETTERS, "İ": "i", "Ё": "е"})


# --- a whole text at once ---

VANISHED = "\2"
NO_WORD = " "
_UNKNOWN, _ALONE = 0, 1
_CODE_UNITS = 1 << 16
_NO_LETTERS = re.compile(rf"[{INVISIBLE}\ud800-\udfffΣ]")
_MARKS = re.compile(rf"[{COMBINING}{ARABIC_MARKS}]")
_FOLDED: NDArray[np.uint16] = np.zeros(_CODE_UNITS, np.uint16)
"""UTF-16 code unit → that of its folded form; filled as characters come by, since a text has some hundred of them."""


def fold_letters(text: str) -> NDArray[np.uint16] | None:
    """The folded form of a text letter by letter, as UTF-16 code units, so that offsets stay: each word is what `fold`
    gives but for VANISHED in the place of a mark, and all that belongs to no word is NO_WORD.

    None where folding cannot go by the letter: a ligature becomes two, an invisible character is in a word or in none.
    """
    units = np.frombuffer(text.encode("utf-16-le", "surrogatepass"), np.uint16)
    folded = _FOLDED.take(units)
    if (folded <= _ALONE).any():
        for unit in set(units[folded == _UNKNOWN].tolist()):
            _FOLDED[unit] = _folded_unit(chr(unit))
        folded = _FOLDED.take(units)
        return None if (folded <= _ALONE).any() else folded
    return folded


def _folded_unit(letter: str) -> int:
    """What stands in the table for a character; _ALONE for one that takes more than a look at itself."""
    if _NO_LETTERS.match(letter):
        return _ALONE
    if not (letter.isalnum() or letter == "_" or _MARKS.match(letter)):
        return ord(NO_WORD)
    folded = fold(letter)
    if not folded:
        return ord(VANISHED)
    is_one = len(folded) == 1 and (folded.isalnum() or folded == "_") and ord(folded) < _CODE_UNITS
    return ord(folded) if is_one else _ALONE
