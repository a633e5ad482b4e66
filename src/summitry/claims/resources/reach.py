"""How far a claiming word reaches: what stands between two words of a claim, and how much of it counts.

A quantity ("some 1.8 million barrels of", "more than half of the world's") parts nothing, however long it is, and a sign
inside a number ("1.8", "21,000") is no comma.
"""

from __future__ import annotations

from summitry.mentions.document import Document, Mention

STOPS = ".;:!?؛؟"
_QUANTITIES = ("magnitude", "share", "world", "tonnage", "rank", "scale", "scale_one", "scaled", "month")


def signs_between(document: Document, last: int, first: int) -> str:
    """The signs between word `last` - 1 and word `first`, without those inside a number."""
    forms, gaps = document.words.forms, document.words.gaps
    return "".join([gaps[i] for i in document.words.signs(last, first + 1) if not _inside_number(forms, gaps, i)])


def _inside_number(forms: list[str], gaps: list[str], i: int) -> bool:
    return 0 < i < len(forms) and len(gaps[i]) == 1 and forms[i - 1].isdecimal() and forms[i].isdecimal()


def plain_words(document: Document, last: int, first: int) -> list[int]:
    """The words from `last` up to `first` (exclusive) that belong to no quantity."""
    taken = {i for mention in document.any_of(_QUANTITIES, (last, first)) for i in range(mention.first, mention.last)}
    return [i for i in range(last, first) if i not in taken and not _counts(document, i)]


def _counts(document: Document, i: int) -> bool:
    return document.words.forms[i][0].isdecimal() or document.is_word(i, "in_quantity")


def tells_part(document: Document, words: tuple[int, int]) -> bool:
    """Whether some words tell a part of the whole."""
    gaps = document.words.gaps
    return document.has("share", words) or any(gaps[i + 1].strip()[:1] in ("%", "٪") for i in range(*words))


def are_twins(document: Document, left: Mention, right: Mention) -> bool:
    """Whether two claiming nouns are joined, of one thing: "producer and exporter of", أكبر منتج ومصدر."""
    if left.first > right.first:
        left, right = right, left
    if left.kind != "maker" or right.kind != "maker" or document.words.gaps[right.first].strip():
        return False
    if document.article.language == "ar":
        return right.first == left.last and document.words.forms[right.first].startswith("و")
    return right.first == left.last + 1 and document.is_word(left.last, "conjunction")
