"""Commodities as words: lists of them, and where a commodity only names a trade, a group or what was said before."""

from __future__ import annotations

from summitry.claims.resources.reach import STOPS, plain_words, tells_part
from summitry.mentions.document import Document, Mention
from summitry.text.folding import fold
from summitry.text.signs import has_sign

_LIST_WORDS = 3
_OUTPUT_REACH = 6
_WORDS_OF_GOODS = 2
_NO_GOODS = ("place", "makes", "has", "holds", "person", "title", "not_claimed", "output", "stock", "maker", "company")
_SUCH_AS = "كال"
_PARTING = ("place", "makes", "has", "made_in", "goes", "rank", "stock", "maker", "rich")


def list_forward(document: Document, first: Mention, end: int) -> list[Mention]:
    """A commodity, and those that go on its list."""
    found = [first]
    for commodity in document.of("commodity", (first.last, end)):
        if commodity.first < found[-1].last:
            continue
        if not _listed(document, found[-1], commodity) or _opens_clause(document, commodity):
            break
        found.append(commodity)
    return found


def _opens_clause(document: Document, commodity: Mention) -> bool:
    """As in "the top producer of uranium, and gold is its main export": one thing that is something is a clause's subject."""
    if not document.is_word(commodity.last, "is_one") or document.words.gaps[commodity.last].strip():
        return False
    return document.is_word(commodity.first - 1, "conjunction")


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
    if has_sign(gaps, STOPS) or document.any_of(_PARTING, (left.last, right.first)):
        return False
    between = [fold(words.forms[i]) for i in range(left.last, right.first)]
    conjunction = words.forms[right.first].startswith("و") and document.article.language == "ar"
    conjunction = conjunction or _begins_examples(document, right)
    joined = "," in gaps or "،" in gaps or conjunction or bool({"and", "or", "и", "или", "also"} & set(between))
    joined = joined or (any(word.startswith("و") for word in between) and document.article.language == "ar")
    plain = [fold(words.forms[i]) for i in plain_words(document, left.last, right.first)]
    others = [word for word in plain if word not in document.function_words["within_list"]]
    slack = 1 if document.article.language != "ar" else 2
    if document.has("share", (left.last, right.first)):  # "mines a quarter of the copper and buys half of the coal"
        slack -= 1
    return joined and len(others) <= slack and len(plain) <= _LIST_WORDS + 2


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
    beside = [m for m in before if m.last == commodity.first and not document.words.gaps[commodity.first].strip()]
    return any(not _beside_output(document, m) for m in beside)


def _beside_output(document: Document, trade: Mention) -> bool:
    """As in «70 процентов добычи и 90 процентов переработки урана»: the output before it is of the same goods."""
    outputs = document.of("output", (max(trade.first - _OUTPUT_REACH, 0), trade.first))
    return any(tells_part(document, (output.last, trade.first)) for output in outputs)


def unknown_before(document: Document, low: int, first: Mention, end: int) -> bool:
    """As in "exports soybeans, iron ore and oil": goods of no list stand first, and those that are known end it."""
    if document.words.gaps[first.first].strip() not in (",", "،") or document.has_any(_NO_GOODS, (low, first.first)):
        return False
    word = low
    for i in range(low + 1, first.first + 1):
        gap = document.words.gaps[i].strip()
        if gap and (gap not in (",", "،") or i - word > _WORDS_OF_GOODS):
            return False
        word = i if gap else word
    last = list_forward(document, first, end)[-1]
    joined = last is not first and document.is_word(last.first - 1, "conjunction")
    joined = joined or document.has_and_joined(last.first)
    if last.last >= end or document.words.gaps[last.last].strip():
        return joined
    return joined and (
        document.is_word(last.last, "behind_bare_claim") or document.has("aside", (last.last, last.last + 1))
    )


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
