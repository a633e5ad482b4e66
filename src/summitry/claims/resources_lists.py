"""Commodities as words: lists of them, and where a commodity only names a trade, a group or what was said before."""

from __future__ import annotations

from summitry.claims.resources_reach import STOPS, plain_words
from summitry.mentions.document import Document, Mention
from summitry.text.folding import fold

_LIST_WORDS = 3
_SUCH_AS = "كال"
_PARTING = ("place", "makes", "has", "made_in", "goes", "rank")


def list_forward(document: Document, first: Mention, end: int) -> list[Mention]:
    """A commodity, and those that go on its list."""
    found = [first]
    for commodity in document.of("commodity", (first.last, end)):
        if commodity.first < found[-1].last:
            continue
        if not _listed(document, found[-1], commodity):
            break
        found.append(commodity)
    return found


def list_back(document: Document, last: Mention) -> list[Mention]:
    """A commodity, and those before it that are on its list."""
    found = [last]
    for commodity in reversed(document.of("commodity", (max(last.first - 12, 0), last.first))):
        if commodity.last > found[0].first or not _listed(document, commodity, found[0]):
            break
        found.insert(0, commodity)
    return found


def _listed(document: Document, left: Mention, right: Mention) -> bool:
    """Whether two commodities stand in one list: a comma or "and" between them, and few other words."""
    words = document.words
    gaps = "".join(words.gaps[left.last : right.first + 1])
    if any(sign in gaps for sign in STOPS) or document.any_of(_PARTING, (left.last, right.first)):
        return False
    between = [fold(words.forms[i]) for i in range(left.last, right.first)]
    conjunction = words.forms[right.first].startswith("و") and document.article.language == "ar"
    conjunction = conjunction or _begins_examples(document, right)
    joined = "," in gaps or "،" in gaps or conjunction or bool({"and", "or", "и", "или", "also"} & set(between))
    joined = joined or (any(word.startswith("و") for word in between) and document.article.language == "ar")
    plain = [fold(words.forms[i]) for i in plain_words(document, left.last, right.first)]
    others = [word for word in plain if word not in document.function_words["within_list"]]
    return joined and len(others) <= (1 if document.article.language != "ar" else 2) and len(plain) <= _LIST_WORDS + 2


def ends_there(document: Document, last: int, end: int) -> bool:
    """Whether a group of words ends before a word: in English a noun may follow, and then that is what is spoken of."""
    if document.article.language != "en" or last >= end or document.words.gaps[last].strip():
        return True
    return document.is_word(last, "behind_noun")


def raw_blocked(document: Document, commodity: Mention) -> bool:
    """Whether a commodity only names a trade: "gas pipelines", «рынок нефти», قطاع الغاز."""
    if document.article.language == "en":
        after = document.of("not_raw", (commodity.last, commodity.last + 1))
        return any(document.words.gaps[m.first].strip("-‑ \n") == "" for m in after)
    before = document.of("not_raw", (max(commodity.first - 2, 0), commodity.first))
    return any(m.last == commodity.first and document.words.gaps[commodity.first].strip() == "" for m in before)


def without_groups(document: Document, found: list[Mention]) -> list[Mention]:
    """As in "Strategic minerals, uranium and gold among them": the minerals named, in place of the group."""
    behind = (found[-1].last, found[-1].last + 3)
    exemplified = document.has("name_of", behind) or any(_begins_examples(document, m) for m in found[1:])
    if len(found) > 1 and exemplified:
        return [m for m in found if m.value not in ("minerals", "critical_minerals")]
    return found


def _begins_examples(document: Document, commodity: Mention) -> bool:
    """As in كاليورانيوم والنحاس: the Arabic "such as" is written onto the first example."""
    return document.article.language == "ar" and document.words.folded[commodity.first].startswith(_SUCH_AS)


def same_word(document: Document, commodity: Mention) -> bool:
    """Whether the words only point back ("this metal"); "mineral- and energy-rich" names what there is."""
    return commodity.kind != "suspended" and any(
        m.last >= commodity.last for m in document.of("same_commodity", (max(commodity.first - 2, 0), commodity.last))
    )
