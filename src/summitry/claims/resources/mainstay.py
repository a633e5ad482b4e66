"""What a country's exports are made of: "Gas makes up 90 percent of its exports", "Gold is its main export"."""

from __future__ import annotations

from summitry.claims.resources.lists import list_back, list_forward
from summitry.claims.resources.reach import plain_words, signs_between, tells_part
from summitry.mentions.document import Document, Mention
from summitry.text.sentences import Sentence
from summitry.text.signs import has_sign

_STANDING_FOR_ONE = ("own_country", "country_noun", "region_noun")
_FARTHEST = 16
_QUOTES = " \n'’"
_MAIN = ("mainstay", "among", "1")


def mainstay(document: Document, cue: Mention, sentence: Sentence) -> list[Mention]:
    """As in "Gas makes up 90 percent of its exports", يشكل الذهب عماد صادراتها: what the exports are made of."""
    if cue.kind == "output" and cue.value == "production":
        return _part_of_world_output(document, cue, sentence)
    if cue.value != "exports" or cue.kind != "output":
        return []
    called = _called(document, cue, sentence)
    if called:
        return called
    near = range(max(cue.first - _FARTHEST // 2, sentence.first), cue.first)
    parts = [m.first for m in document.any_of(("share", "mainstay"), (near.start, near.stop))]
    parts += [i for i in near if "%" in document.words.gaps[i + 1] or "٪" in document.words.gaps[i + 1]]
    if not parts or document.has("commodity", (min(parts) + 1, min(cue.last + 2, sentence.last))):
        return _equated(document, cue, sentence.last) if parts else []
    before = (max(min(parts) - _FARTHEST // 2, sentence.first), min(parts))
    verbs, found = document.of("holds", before), document.of("commodity", before)
    if not verbs or not found or has_sign(signs_between(document, found[-1].last, cue.first), ",،;؛"):
        return []
    return list_back(document, found[-1])


def _called(document: Document, cue: Mention, sentence: Sentence) -> list[Mention]:
    """As in الذهب أهم صادرات قرغيزستان, "Gold is its main export", "Gas tops its exports": what is called the main export."""
    for first, last in reversed(_mains(document, cue, sentence)):
        verb_first = document.article.language == "ar" and document.is_word(first, "heading")
        around = (last, cue.first) if verb_first else (max(first - 5, sentence.first), first)
        goods = document.of("commodity", around)
        if not goods:
            continue
        low, high = (goods[-1].last, cue.first) if verb_first else (last, cue.first)
        between = _but_owners(document, goods[-1].last, last if verb_first else first)
        being = all(document.is_word(i, "being") or document.is_word(i, "in_quantity") for i in between)
        signs = signs_between(document, goods[-1].last, max(first, goods[-1].last)).strip(_QUOTES)
        relative = signs == "," and any(document.is_word(i, "which_is") for i in between)
        if ((being and signs in ("", "—", "–")) or relative) and _of_goods(document, low, high):
            alone = relative or document.is_word(goods[-1].last, "is_one")
            return goods[-1:] if alone else list_back(document, goods[-1])
    return []


def _mains(document: Document, cue: Mention, sentence: Sentence) -> list[tuple[int, int]]:
    """The words before exports that call something the main one of them."""
    near = (max(cue.first - 5, sentence.first), cue.first)
    found = [(m.first, m.last) for m in document.any_of(("mainstay", "among", "rank"), near) if m.value in _MAIN]
    found += [(i, i + 1) for i in range(*near) if document.is_word(i, "heading")]
    return sorted(found)


def _of_goods(document: Document, low: int, high: int) -> bool:
    """Whether only words for goods stand there: "the main (crop Ukraine) sells abroad", "the first item (among its) exports"."""
    plain = set(plain_words(document, low, high))
    return all(document.is_word(i, "goods_noun") for i in _but_owners(document, low, high) if i in plain)


def _but_owners(document: Document, low: int, high: int) -> list[int]:
    """The words of a stretch that name no owner."""
    owners = document.any_of(("place", "ownership", *_STANDING_FOR_ONE), (low, high))
    named = {i for m in owners for i in range(m.first, m.last)}
    return [i for i in range(low, high) if i not in named]


def _equated(document: Document, cue: Mention, end: int) -> list[Mention]:
    """As in «Главная статья экспорта Туркмении — газ»: a dash is the verb."""
    for commodity in document.of("commodity", (cue.last, min(cue.last + 4, end)))[:1]:
        owners = {i for m in document.of("place", (cue.last, commodity.first)) for i in range(m.first, m.last)}
        alone = all(i in owners for i in range(cue.last, commodity.first))
        if alone and document.words.gaps[commodity.first].strip() in ("—", "–"):
            return list_forward(document, commodity, end)
    return []


def _part_of_world_output(document: Document, cue: Mention, sentence: Sentence) -> list[Mention]:
    """As in "Kazakh uranium makes up 40 percent of world output", يشكل اليورانيوم الكازاخي 40 بالمئة من الإنتاج العالمي."""
    low = max(cue.first - _FARTHEST, sentence.first)
    goods = document.of("commodity", (low, cue.first))
    if not goods or not document.has("world", (cue.first - 1, min(cue.last + 1, sentence.last))):
        return []
    at = goods[-1].last if document.article.language == "ar" else goods[-1].first - 1
    owned = any(m.form == "adjective" and at in (m.first, m.last - 1) for m in document.of("place", (low, at + 1)))
    between = (goods[-1].last, cue.first)
    equal = document.has("holds", (low, cue.first)) or has_sign(signs_between(document, *between), "—–")
    return goods[-1:] if owned and equal and tells_part(document, between) else []
