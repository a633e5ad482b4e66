"""Fold a word to the form in which words are compared.

Folding happens word by word and never touches the article, so an offset into the article needs no map: a word keeps the
place where it stands, its folded form is only a key. Folded away are letter case, Latin diacritics, the forms of alef,
yeh, kaf and teh marbuta, hamza carriers, Arabic diacritics and tatweel, presentation forms, е/ё, native digits, and the
invisible characters (bidi marks, joiners, soft hyphens) that web pages leave in words.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

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
