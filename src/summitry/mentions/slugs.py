"""A readable id for a person of no list, from the name as it is written in any of the three scripts."""

from __future__ import annotations

import re

from summitry.text.folding import fold

_LATIN = {
    **dict(
        zip(
            "абвгдезийклмнопрстуфхцчшщъыьэюяё",
            [
                "a",
                "b",
                "v",
                "g",
                "d",
                "e",
                "z",
                "i",
                "y",
                "k",
                "l",
                "m",
                "n",
                "o",
                "p",
                "r",
                "s",
                "t",
                "u",
                "f",
                "kh",
                "ts",
                "ch",
                "sh",
                "shch",
                "_",
                "y",
                "_",
                "e",
                "yu",
                "ya",
                "e",
            ],
            strict=False,
        )
    ),
    "ж": "zh",
    **dict(
        zip(
            "ابتثجحخدذرزسشصضطظعغفقكلمنهوي",
            [
                "a",
                "b",
                "t",
                "th",
                "j",
                "h",
                "kh",
                "d",
                "dh",
                "r",
                "z",
                "s",
                "sh",
                "s",
                "d",
                "t",
                "z",
                "a",
                "gh",
                "f",
                "q",
                "k",
                "l",
                "m",
                "n",
                "h",
                "w",
                "y",
            ],
            strict=False,
        )
    ),
    "ء": "",
    "_": "",
}


# Folded (й is и, ё is е). Behind a surname's suffix any ending is one; elsewhere -им, and -ом or -ем behind a short rest, may
# be the name's own (Карим, Артём).
_RU_CASE = re.compile(
    r"(?<=ов|ев|ин|ын|ск|цк)(?:ым|им|ом|ого|ому|ии|ыи|ая|ую|ои|а|у|е|ы)$"
    r"|(?<=\w{3})(?:[иеа]ем|[иеа]и|[иеа]я|[иеа]ю|[иеа]е|ием|иеи|ои|ою|ею|а|у|е|ы|и|я|ю|ь)$"
    r"|(?<=\w{4})(?:ом|ем)$"
)


def leader_slug(language: str, words: list[str]) -> str:
    """A readable id for a person of no list: the name in Latin letters; Russian names without their case endings."""
    parts = []
    for word in words:
        folded = fold(word)
        if language == "ru":
            folded = _RU_CASE.sub("", folded)
        latin = "".join(_LATIN.get(letter, letter) for letter in folded).replace("_", "")
        parts.append("".join(letter for letter in latin if letter.isascii() and letter.isalnum()))
    return "-".join(part for part in parts if part) or "unnamed"
