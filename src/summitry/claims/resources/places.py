"""Whose a resource is: the place before the claim, behind it, or meant by "the region".

"the country", "his country".
"""

from __future__ import annotations

import re

from summitry.claims.resources.attributes import named_behind, named_right_before
from summitry.claims.resources.holders import Owner, candidates
from summitry.claims.resources.origin import coming_from
from summitry.claims.resources.scopes import is_all_but_it, only_bounds
from summitry.claims.resources.subjects import behind_participle, meant_subject
from summitry.mentions.document import Document, Mention
from summitry.text.folding import fold
from summitry.text.sentences import Sentence
from summitry.text.signs import has_sign

_REACH = 30
_BEHIND = 5
_RIVAL_REACH = 8
_RU_SEVERAL = ("ые", "ых", "ыми", "щие", "щих", "щими", "шие", "ших", "шими")
_COMMA = ",،"
_OWN_ENDING = re.compile("(?:ها|هم|هما|اته|ييه|انه|نا)$")


def find_owners(
    document: Document, number: int, cue: Mention, core: tuple[int, int], previous: Owner | None
) -> list[Owner]:
    """The places that a claim is about.

    `core` are the words (first, last exclusive) of the claiming word with its commodities; `previous` is whom the
    claim before was about.
    """
    sentence = document.sentences[number]
    if cue.kind == "ownership":
        return [
            o for o in candidates(document, sentence, (max(cue.first - 4, sentence.first), cue.first)) if o.possessive
        ]
    if cue.kind == "goes" and document.article.language == "ar":
        return candidates(document, sentence, (core[1], min(core[1] + 1, sentence.last)), adjectives=True)[:1]
    if cue.kind == "comes":
        start = coming_from(document, cue, sentence)
        return _with_list_behind(document, sentence, start) if start is not None else []
    beside = _named_beside(document, sentence, cue, core)
    if beside is not None:
        return beside
    opening = behind_participle(document, sentence, cue, core)
    if opening:
        return _with_list_behind(document, sentence, opening[0])
    before = _before(document, sentence, cue, core)
    located = _located(document, sentence, cue, core)
    verb_first = 2 if document.article.language == "ar" else 0
    if located is not None and not (before and document.has("holds", (before[-1].at - verb_first, core[0]))):
        return _with_list_behind(document, sentence, located)
    if before:
        owners = _with_list(document, before, cue)
        return [o._replace(possessive=True) for o in owners] if _owned_by_ending(document, cue) else owners
    subject = meant_subject(document, number, cue, core, previous)
    if subject is not None:
        return [subject]
    behind = _told_behind(document, sentence, cue, core)
    if behind and (cue.kind in ("maker", "stock", "output", "makes", "rich") or _is_relative(document, cue)):
        first = behind[0]._replace(possessive=behind[0].possessive or _owned_by_ending(document, cue))
        return _with_list_behind(document, sentence, first)
    told_on = document.has("same_commodity", sentence) or _told_on(document, cue)
    return [previous] if previous is not None and told_on else []


def _is_relative(document: Document, cue: Mention) -> bool:
    """As in بسبب ما تختزنه من يورانيوم، صارت آسيا الوسطى: whose it is comes afterwards."""
    return document.article.language == "ar" and cue.kind == "has" and cue.last - cue.first > 1


def _told_behind(document: Document, sentence: Sentence, cue: Mention, core: tuple[int, int]) -> list[Owner]:
    """The places behind a claim that it may be about; behind a rank a region is only its scope ("… in Europe")."""
    within = (core[1], min(core[1] + 2 * _BEHIND, sentence.last))
    behind = candidates(document, sentence, within, source=cue.value == "exports")
    behind = [o for o in behind if not _parted(document, core[1], o.at) and not _receives(document, cue, o)]
    if document.has("rank", (max(core[0] - 2, sentence.first), core[0])):
        behind = [o for o in behind if document.vocabulary.places[o.place_id]["kind"] == "country"]
    return [o for o in behind if o.at == core[1]] if cue.kind == "rich" else behind


def _named_beside(document: Document, sentence: Sentence, cue: Mention, core: tuple[int, int]) -> list[Owner] | None:
    """Those whom the claim goes with at once; None where it does not say, and the sentence has to."""
    among = _named_among(document, sentence, cue, core)
    if among is not None:
        return _listed_behind(document, sentence, among)
    attributed = named_behind(document, sentence, cue, core) if cue.kind == "rich" else None
    if attributed is not None:
        return attributed
    right = _right_behind(document, sentence, cue, core)
    return None if right is None else _with_list_behind(document, sentence, right)


def _before(document: Document, sentence: Sentence, cue: Mention, core: tuple[int, int]) -> list[Owner]:
    """The places before a claim that it may be about, without scopes ("Africa's largest") and insertions."""
    within = (max(sentence.first, core[0] - _REACH), core[0])
    found = candidates(document, sentence, within, directed=named_right_before(document, cue, core[0]))
    found = [o for o in found if not _parted(document, o.at, core[0]) and (cue.kind != "maker" or not o.possessive)]
    if found and cue.kind == "maker" and _taken_for(document, sentence, cue, found[-1]):
        return []
    while len(found) > 1 and only_bounds(document, found, cue, core):
        found.pop()
    return [] if len(found) == 1 and is_all_but_it(document, sentence, found[0]) else found


def _taken_for(document: Document, sentence: Sentence, cue: Mention, owner: Owner) -> bool:
    """As in "Europe looks to Central Asia as a supplier of", إلى آسيا الوسطى كمصدر: who is looked to may yet become one.

    Behind a rank it is no wish: "second only to Chile as a producer".
    """
    if document.has("rank", (owner.mention.last, cue.first)):
        return False
    role = document.has_word("in_the_role_of", (max(cue.first - 3, sentence.first), cue.first))
    role = role or (document.article.language == "ar" and document.words.forms[cue.first].startswith("ك"))
    return role and document.has("place", (owner.mention.last, cue.first))


def _with_list_behind(document: Document, sentence: Sentence, first: Owner) -> list[Owner]:
    """A place behind a claim, with those that go on its list ("mined in Kazakhstan and Uzbekistan").

    The place alone, where the list is the subject of something else.
    """
    owners = _listed_behind(document, sentence, first)
    end = owners[-1].mention.last
    if len(owners) == 1 or end >= sentence.last:
        return owners
    goes_on = document.any_of(("makes", "has", "holds", "not_claimed"), (end, end + 2))
    return owners[:1] if goes_on or document.words.forms[end] in ("is", "are", "s") else owners


def _listed_behind(document: Document, sentence: Sentence, first: Owner) -> list[Owner]:
    owners = [first]
    if first.resolved or first.at != first.mention.first:
        return owners
    words = document.words
    for mention in document.of("place", (first.mention.last, min(first.mention.last + 12, sentence.last))):
        last = owners[-1].mention.last
        between = [fold(form) for form in words.forms[last : mention.first]]
        joined = set(between) <= {"and", "и", "the"} and (between or words.forms[mention.first].startswith("و"))
        comma = not between and words.gaps[mention.first].strip() in (",", "،")
        if mention.form == "adjective" or not (joined or comma):
            break
        owners.append(Owner(mention.value, mention, first.possessive, at=mention.first))
    return owners


def _owned_by_ending(document: Document, cue: Mention) -> bool:
    """Whether an Arabic noun carries its owner as a pronoun (احتياطياتها)."""
    return (
        document.article.language == "ar"
        and cue.kind == "stock"
        and bool(_OWN_ENDING.search(fold(document.words.forms[cue.first])))
    )


def _parted(document: Document, first: int, last: int) -> bool:
    return has_sign("".join(document.words.gaps[first + 1 : last + 1]), ";؛")


def _named_among(document: Document, sentence: Sentence, cue: Mention, core: tuple[int, int]) -> Owner | None:
    """As in "countries rich in uranium, such as Niger", الدول الغنية بالمعادن، ومنها بلاده: one of those that are rich."""
    around = (max(core[0] - 3, sentence.first), min(core[1] + 2, sentence.last))
    if cue.kind != "rich" or not document.any_of(("states", "group"), around):
        return None
    for name_of in document.of("name_of", (core[1], min(core[1] + 2, sentence.last))):
        named = candidates(document, sentence, (name_of.last, min(name_of.last + 2, sentence.last)), directed=True)
        if named and named[0].at == name_of.last and name_of.first - core[1] <= 1:
            return named[0]
    return None


def _told_on(document: Document, cue: Mention) -> bool:
    """As in «Есть медь, есть вольфрам», «Золото даёт треть экспортной выручки»: said of whom the text has spoken of."""
    if cue.kind == "has":
        return document.is_word(cue.first, "there_is")
    return cue.kind == "output" and cue.value == "exports" and document.has("holds", (max(cue.first - 6, 0), cue.first))


def _right_behind(document: Document, sentence: Sentence, cue: Mention, core: tuple[int, int]) -> Owner | None:
    """A place right behind the claiming word.

    "mined in X", "oil-rich X", تنتج كازاخستان, احتياطيات كازاخستان, «запасы урана в X».
    """
    language = document.article.language
    if cue.kind in ("made_in", "lies"):
        return next(
            iter(candidates(document, sentence, (cue.last, min(cue.last + 3, sentence.last)), directed=True)), None
        )
    if cue.kind == "rich" and core[1] == cue.last:
        reach = 2 if not document.any_of(("states", "country_noun", "region_noun"), (cue.last, cue.last + 1)) else 4
        found = candidates(document, sentence, (cue.last, min(cue.last + reach, sentence.last)), adjectives=True)
        return found[0] if found else None
    if language == "ar" and cue.kind in ("makes", "stock", "output", "has", "has_part", "has_share"):
        over = _past_each(document, _landscape(document, cue))
        each = over > cue.last and document.is_word(over - 1, "each_of")
        found = candidates(document, sentence, (over, min(over + 1, sentence.last)), directed=each)
        found = [o for o in found if not _clitic(document, o)]
        if found:
            return found[0]._replace(possessive=True)
    if language == "ru" and cue.kind == "makes":
        found = [
            o for o in candidates(document, sentence, (cue.last, min(cue.last + 1, sentence.last))) if o.at == cue.last
        ]
        return found[0] if found else None
    return None


def _landscape(document: Document, cue: Mention) -> int:
    """The word behind those for the land that has something: تحتوي أراضي منغوليا على, يوجد في أوكرانيا."""
    over = cue.last
    while cue.kind in ("has", "has_part") and document.is_word(over, "landscape"):
        over += 1
    return over


def _past_each(document: Document, over: int) -> int:
    """The word behind "each of", as in تنتج كل من كازاخستان وأوزبكستان."""
    each = document.is_word(over, "each") and document.is_word(over + 1, "each_of")
    return over + 2 if each else over


def _located(document: Document, sentence: Sentence, cue: Mention, core: tuple[int, int]) -> Owner | None:
    """As in "The deposits in X", «запасы урана Казахстана».

    Behind a superlative a region is a scope ("the largest in Europe"); one of the largest deposits in a country is the country's.
    """
    there = cue.kind == "has" and document.is_word(cue.first, "there_is")
    if not (there or cue.kind in ("stock", "output")):
        return None
    start = _behind_the_world(document, core[1])
    found = candidates(document, sentence, (start, min(start + 3, sentence.last)))
    ranked = document.has("rank", (max(core[0] - _BEHIND, sentence.first), core[0]))
    if ranked and found and document.vocabulary.places[found[0].place_id]["kind"] == "region":
        return None
    if not found or any(sign in gap for gap in document.words.gaps[core[1] : found[0].at + 1] for sign in ",،;(:—–"):
        return None
    if found[0].at == core[1] and document.article.language == "en":
        return None
    if _receives(document, cue, found[0]):
        return None
    return found[0] if all(document.is_word(i, "locating") for i in range(start, found[0].at)) else None


def _behind_the_world(document: Document, at: int) -> int:
    """The word behind "in the world", as in "one of the largest deposits in the world in X", and else word `at`."""
    for world in document.of("world", (at, at + _BEHIND)):
        if all(document.is_word(i, "locating") for i in range(at, world.first)):
            return world.last
    return at


def _receives(document: Document, cue: Mention, owner: Owner) -> bool:
    """Whether exports go to a place, as in صادرات النفط لليابان."""
    return cue.kind == "output" and document.article.language == "ar" and _clitic(document, owner)


def _clitic(document: Document, owner: Owner) -> bool:
    """Whether the preposition ل is written onto the name, which does not begin with that letter itself (لبنان)."""
    own = document.vocabulary.places[owner.place_id]["name_ar"].startswith("ل")
    return document.words.forms[owner.mention.first].startswith("ل") and not own


def _with_list(document: Document, before: list[Owner], cue: Mention) -> list[Owner]:
    """The last place before the claim, with those that stand in one list with it ("Kazakhstan and Uzbekistan hold")."""
    owners = [before[-1]]
    nearest = before[-1]
    gap = document.words.gaps[nearest.mention.last] if nearest.mention.last < len(document.words.gaps) else ""
    parting = (
        ",،(" if document.article.language == "ru" else ",،(—–"
    )  # a dash is "are": «Россия и Казахстан — экспортёры»
    if nearest.resolved or (has_sign(gap, parting) and not _of_several(document, nearest, cue)):
        return owners
    for owner in reversed(before[:-1]):
        left, right = owner.mention, owners[0].mention
        between = document.words.forms[left.last : right.first]
        gaps = "".join(document.words.gaps[left.last : right.first + 1])
        joined = any(fold(word) in ("and", "и", "و") for word in between) or has_sign(gaps, _COMMA)
        joined = joined or document.has_and_joined(right.first)
        if (
            owner.resolved
            or not all(document.is_word(i, "between_owners") for i in range(left.last, right.first))
            or not joined
            or has_sign(gaps, ".;:؛")
            or _is_ranked_ahead(document, owner)
        ):
            break
        owners.insert(0, owner)
    return owners


def _is_ranked_ahead(document: Document, owner: Owner) -> bool:
    """As in "second only to that of China, and Turkmenistan has": who stands behind a rank is no subject of what follows."""
    for cue in document.of("rival", (max(owner.at - _RIVAL_REACH, 0), owner.at)):
        if all(document.is_word(i, "between_rivals") for i in range(cue.last, owner.at)):
            return True
    return False


def _of_several(document: Document, nearest: Owner, cue: Mention) -> bool:
    """Whether what follows a comma is said of more than one: "both rich in", «богатые», "which hold"."""
    forms = [fold(form) for form in document.words.forms[nearest.mention.last : nearest.mention.last + 2]]
    if document.article.language == "ru":
        return bool(forms) and (forms[0].endswith(_RU_SEVERAL) or forms[0] in document.function_words["several"])
    return (
        bool(document.function_words["several"] & set(forms[:1]))
        or forms == ["the", "two"]
        or (forms[:1] == ["which"] and forms[-1] in document.function_words["having_of_several"])
    )
