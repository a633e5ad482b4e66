"""Goods named as examples of a general word.

"Resources, including gold and copper", «такими ископаемыми, как медь», ثروات بما فيها الذهب.
"""

from __future__ import annotations

from summitry.claims.resources.lists import list_forward
from summitry.claims.resources.reach import plain_words, signs_between
from summitry.mentions.document import Document, Mention

_GROUPS = ("minerals", "critical_minerals", "rare_earths", "hydrocarbons")
_REPLACED = ("minerals", "critical_minerals")
_GENERAL_WORDS = {"rich": 3, "stock": 1}
_OPENING = ",،—–(-"
_SUCH_REACH = 6
_ATTRIBUTE = 10


def example_start(document: Document, cue: Mention, commodity: Mention) -> int:
    """The word behind "such as", where a general word stands between a claiming word and the goods; else 0.

    As in "rich in natural resources, including gold", ثروات طبيعية كبيرة، منها الذهب.
    """
    words = _GENERAL_WORDS.get(cue.kind)
    if words is None:
        return 0
    for lead in _leads(document, cue.last, commodity.first):
        general = plain_words(document, cue.last, lead[0])
        if len(general) <= words and not document.has("place", (cue.last, lead[0])):
            return lead[1]
    return 0


def with_examples(document: Document, found: list[Mention], end: int) -> list[Mention]:
    """A list of goods, with those that follow as examples of its last one ("minerals such as lithium and gold")."""
    last = found[-1]
    if last.value not in _GROUPS:
        return found
    told = _end_of_attribute(document, last.last, end)
    for commodity in document.of("commodity", (told, min(told + _SUCH_REACH, end)))[:1]:
        for first, behind in _leads(document, told, commodity.first):
            if first - told <= 1 and behind:
                listed = [m for m in found if m.value not in _REPLACED]
                return listed + list_forward(document, commodity, end)
    return found


def _end_of_attribute(document: Document, at: int, end: int) -> int:
    """The word behind what tells whose or for what the goods are: "minerals (vital to its security), including".

    As in الثروة المعدنية الهائلة (في آسيا الوسطى)، التي تشمل; the same word where nothing does.
    """
    words = document.words
    comma = next((i for i in range(at + 1, min(at + _ATTRIBUTE, end)) if words.gaps[i].strip() in (",", "،")), at)
    if document.is_word(at, "serving_for") and document.is_word(at + 1, "opens_purpose"):
        return comma
    located = {i for m in document.any_of(("place", "magnitude"), (at, comma)) for i in range(m.first, m.last)}
    return comma if all(i in located or document.is_word(i, "locating") for i in range(at, comma)) else at


def _leads(document: Document, low: int, high: int) -> list[tuple[int, int]]:
    """Where "such as" stands right before word `high`, from word `low` on: its words (first, last exclusive)."""
    found = [(m.first, m.last) for m in document.of("name_of", (low, high))]
    if document.article.language == "ru" and _such_as(document, high):
        found.append((high - 1, high))
    return [
        (first, last)
        for first, last in found
        if not plain_words(document, last, high)
        and not signs_between(document, last, high).strip()
        and not signs_between(document, low, first).strip().strip(_OPENING)
        and not signs_between(document, low, first - 1).strip()
    ]


def _such_as(document: Document, at: int) -> bool:
    """As in «такими ископаемыми, как медь»: the two halves of the phrase stand apart."""
    return document.words.forms[at - 1] == "как" and document.has_word("such", (max(at - _SUCH_REACH, 0), at - 1))
