"""Numbers as the press writes them: digits of any script with the separators of each language, and number words."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from summitry.mentions.particles import Particle, Particles
from summitry.text.folding import fold
from summitry.text.remembered import Remembered
from summitry.text.words import Words

_DIGITS = re.compile(r"([^\d]*)(\d+)([^\d]*)")
_MOST_DIGITS = 15
_MOST_GROUPS = 6

_SPACES = frozenset(" \u00a0\u2009\u202f")
_DECIMAL_ONLY = "\u066b"
_GROUP_ONLY = frozenset("\u066c'’")
_EITHER = frozenset(".,،")
_BILLION = 10**9


class Digits(NamedTuple):
    """A word that holds a number: what is written before and behind the digits (folded), and the digits in ASCII.

    `start` and `end` are the offsets of the digits themselves, in the text.
    """

    before: str
    digits: str
    behind: str
    start: int
    end: int


class Number(NamedTuple):
    """A number in words `first` to `last` (exclusive), offsets `start` to `end`.

    `before` and `behind` are what its first word begins and its last word goes on with (folded): و17, 900m.
    """

    value: Decimal
    first: int
    last: int
    start: int
    end: int
    before: str = ""
    behind: str = ""


def read_digits(words: Words, i: int) -> Digits | None:
    """The number within a word (7, 7th, و7, 900m); None where there is none, more than one, or an endless one."""
    if i >= len(words.forms):
        return None
    found = _WITHIN[words.forms[i]]
    if found is None:
        return None
    start = words.starts[i]
    return Digits(found.before, found.digits, found.behind, start + found.start, start + found.end)


def _digits_within(word: str) -> Digits | None:
    """The number within a word, its offsets counted from where the word begins."""
    match = _DIGITS.fullmatch(word)
    if match is None or len(match[2]) > _MOST_DIGITS:
        return None
    return Digits(fold(match[1]), fold(match[2]), fold(match[3]), match.start(2), match.end(2))


_WITHIN = Remembered(_digits_within)


def read_number(words: Words, i: int, language: str, scale: int = 1) -> Number | None:
    """The number in digits that begins at a word, with its thousands and decimals; None where it is none (1.2.3).

    The same sign parts thousands in one language and decimals in another; where the language leaves it open, three
    digits behind a single sign are thousands, unless a `scale` (1_000_000_000 for a billion) follows the number.
    """
    groups, separators = _groups(words, i, language)
    if not groups:
        return None
    whole, part = _parted([group.digits for group in groups], separators, language, scale)
    if not whole:
        return None
    value = Decimal(f"{whole}.{part}" if part else whole)
    last = groups[-1]
    return Number(value, i, i + len(groups), groups[0].start, last.end, groups[0].before, last.behind)


def number_end(words: Words, i: int, language: str) -> int:
    """The word behind the number in digits that begins at a word."""
    return i + max(len(_groups(words, i, language)[0]), 1)


def _groups(words: Words, i: int, language: str) -> tuple[list[Digits], list[str]]:
    first = read_digits(words, i)
    if first is None:
        return [], []
    groups, separators = [first], []
    while len(groups) < _MOST_GROUPS and not groups[-1].behind:
        gap = words.gaps[i + len(groups)]
        following = read_digits(words, i + len(groups)) if len(gap) == 1 else None
        if following is None or following.before or not _separates(gap, groups, following, language):
            break
        groups.append(following)
        separators.append("" if gap in _SPACES or gap in _GROUP_ONLY else gap)
    return groups, separators


def _separates(gap: str, groups: list[Digits], following: Digits, language: str) -> bool:
    if gap in _EITHER or gap == _DECIMAL_ONLY:
        return True
    if len(following.digits) != 3 or len(groups[0].digits) > 3:
        return False
    # A plain space parts thousands in Russian only: elsewhere "C5+1 200" are two numbers.
    return gap in _GROUP_ONLY or (gap in _SPACES and (gap != " " or language == "ru" or len(groups) > 1))


def _parted(digits: list[str], separators: list[str], language: str, scale: int) -> tuple[str, str]:
    """Whole part and decimals of groups of digits, empty where they do not fit; a separator "" parts thousands."""
    whole, part = digits, ""
    if separators and separators[-1] and _is_decimal(digits, separators, language, scale):
        whole, part, separators = digits[:-1], digits[-1], separators[:-1]
    if len(set(separators)) > 1 or _DECIMAL_ONLY in separators or not _are_thousands(whole):
        return "", ""
    return "".join(whole), part


def _is_decimal(digits: list[str], separators: list[str], language: str, scale: int) -> bool:
    sign = separators[-1]
    if sign == _DECIMAL_ONLY or len(digits[-1]) != 3 or digits[0] == "0":
        return True
    if len(separators) > 1:
        return separators[-2] != sign
    if language == "en":
        return sign == "."
    return scale > 1 and (sign == "." or language == "ru" or scale >= _BILLION)


def _are_thousands(groups: list[str]) -> bool:
    """Whether groups of digits are one whole number: 1 200 000, or 12 00 000 as lakhs and crores are written."""
    if len(groups) == 1:
        return True
    middle = {len(group) for group in groups[1:-1]}
    return len(groups[0]) <= 3 and len(groups[-1]) == 3 and middle in (set(), {3}, {2})


def read_number_words(words: Words, i: int, particles: Particles) -> Number | None:
    """The number in words that begins at a word: twenty-five, two hundred and fifty, خمسة وعشرين, двести пятьдесят."""
    found = particles.at(words, i).get("number")
    if found is None:
        return None
    total, last = int(found.value), found.last
    while (step := _next_number(words, last, total, particles)) is not None:
        total = total * 100 if step.value == "100" else total + int(step.value)
        last = step.last
    return Number(Decimal(total), i, last, words.starts[i], words.ends[last - 1])


def _next_number(words: Words, i: int, total: int, particles: Particles) -> Particle | None:
    """The number word that goes on with a number, at a word or behind the "and" of "two hundred and fifty"."""
    if i >= len(words.forms) or words.gaps[i].strip(" \u00a0\n-‐‑"):
        return None
    here = particles.at(words, i)
    joined = words.forms[i].startswith("و")
    if "and" in here and "number" not in here and total % 100 == 0 and not words.gaps[i + 1].strip():
        here = particles.at(words, i + 1)
    found = here.get("number")
    return found if found is not None and _goes_on(total, int(found.value), joined=joined) else None


def _goes_on(total: int, value: int, *, joined: bool) -> bool:
    """Whether a number word is part of the number before it; `joined` by the Arabic "and", which two numbers have too.

    Units follow tens, both follow hundreds; "hundred" itself multiplies. Arabic says the unit first: سبعة عشر.
    """
    if value == 100:
        return 0 < total < 20 and not joined
    if 0 < total % 100 < 10 and value % 10 == 0:
        return (value == 10 and not joined) or (20 <= value < 100 and joined)
    room = 100 if total % 100 == 0 else 10 if total % 10 == 0 and total % 100 >= 20 else 0
    return value < room
