"""Whose a resource is: the place before the claim, behind it, or meant by "the region".

"the country", "his country".
"""

from __future__ import annotations

import re
from typing import NamedTuple

from summitry.mentions.document import Document, Mention
from summitry.text.folding import fold
from summitry.text.sentences import Sentence

_REACH = 30
_BEHIND = 5
_COMMA = ",،"
_LOCATING = frozenset(("in", "of", "the", "that", "this", "в", "на", "территории", "недрах", "في", "ب"))
_OWN_ENDING = re.compile("(?:ها|هم|هما|اته|ييه|انه|نا)$")


class Owner(NamedTuple):
    """A place that has something: its id, and the mention that names it.

    `possessive` where it stands as an owner ("X's"), `resolved` where a noun stands for it ("the region"); `at` is the
    word at which it, or that noun, stands.
    """

    place_id: str
    mention: Mention
    possessive: bool = False
    resolved: bool = False
    at: int = -1


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
            o for o in _candidates(document, sentence, (max(cue.first - 4, sentence.first), cue.first)) if o.possessive
        ]
    right = _right_behind(document, sentence, cue, core)
    if right is not None:
        return [right]
    before = _candidates(document, sentence, (max(sentence.first, core[0] - _REACH), core[0]))
    before = [o for o in before if not _parted(document, o.at, core[0]) and (cue.kind != "maker" or not o.possessive)]
    located = _located(document, sentence, cue, core)
    if located is not None and not (before and document.has("holds", (before[-1].at, core[0]))):
        return [located]
    if before:
        owners = _with_list(document, before)
        return [o._replace(possessive=True) for o in owners] if _owned_by_ending(document, cue) else owners
    if document.has("it", (sentence.first, core[0])):
        subject = previous or _subject_before(document, number)
        if subject is not None:
            return [subject]
    behind = _candidates(
        document, sentence, (core[1], min(core[1] + 2 * _BEHIND, sentence.last)), source=cue.value == "exports"
    )
    behind = [o for o in behind if not _parted(document, core[1], o.at)]
    if cue.kind == "rich":
        behind = [o for o in behind if o.at == core[1]]
    if behind and cue.kind in ("maker", "stock", "output", "makes", "rich"):
        return [behind[0]]
    return [previous] if previous is not None and document.has("same_commodity", sentence) else []


def _owned_by_ending(document: Document, cue: Mention) -> bool:
    """Whether an Arabic noun carries its owner as a pronoun (احتياطياتها)."""
    return (
        document.article.language == "ar"
        and cue.kind == "stock"
        and bool(_OWN_ENDING.search(fold(document.words.forms[cue.first])))
    )


def _parted(document: Document, first: int, last: int) -> bool:
    return any(sign in gap for gap in document.words.gaps[first + 1 : last + 1] for sign in ";؛")


def _subject_before(document: Document, number: int) -> Owner | None:
    """The country that "it" means: the last one that the sentence before speaks of."""
    if not number:
        return None
    sentence = document.sentences[number - 1]
    found = [
        o for o in _candidates(document, sentence, (sentence.first, sentence.last)) if o.mention.form != "adjective"
    ]
    return found[-1]._replace(resolved=True) if found and not document.has("company", sentence) else None


def _right_behind(document: Document, sentence: Sentence, cue: Mention, core: tuple[int, int]) -> Owner | None:
    """A place right behind the claiming word.

    "mined in X", "oil-rich X", تنتج كازاخستان, احتياطيات كازاخستان, «запасы урана в X».
    """
    language = document.article.language
    if cue.kind == "made_in":
        return next(
            iter(_candidates(document, sentence, (cue.last, min(cue.last + 3, sentence.last)), directed=True)), None
        )
    if cue.kind == "rich" and core[1] == cue.last:
        found = _candidates(document, sentence, (cue.last, min(cue.last + 2, sentence.last)), adjectives=True)
        return found[0] if found else None
    if language == "ar" and cue.kind in ("makes", "stock", "output", "has"):
        found = [
            o
            for o in _candidates(document, sentence, (cue.last, min(cue.last + 1, sentence.last)))
            if not _clitic(document, o)
        ]
        if found:
            return found[0]._replace(possessive=True)
    if language == "ru" and cue.kind == "makes":
        found = [
            o for o in _candidates(document, sentence, (cue.last, min(cue.last + 1, sentence.last))) if o.at == cue.last
        ]
        return found[0] if found else None
    return None


def _located(document: Document, sentence: Sentence, cue: Mention, core: tuple[int, int]) -> Owner | None:
    """As in "The deposits in X", «запасы урана Казахстана».

    Behind a superlative a place is a scope ("the largest in Europe").
    """
    if cue.kind not in ("stock", "output") or document.has("rank", (max(core[0] - _BEHIND, sentence.first), core[0])):
        return None
    found = _candidates(document, sentence, (core[1], min(core[1] + 3, sentence.last)))
    if not found or any(sign in gap for gap in document.words.gaps[core[1] : found[0].at + 1] for sign in ",،;(:—–"):
        return None
    between = [fold(form) for form in document.words.forms[core[1] : found[0].at]]
    return found[0] if set(between) <= _LOCATING and (between or document.article.language != "en") else None


def _clitic(document: Document, owner: Owner) -> bool:
    return fold(document.words.forms[owner.mention.first]).startswith("ل") and owner.place_id not in (
        "LBN",
        "LBY",
        "LTU",
        "LVA",
        "LUX",
    )


def _candidates(
    document: Document,
    sentence: Sentence,
    within: tuple[int, int],
    *,
    directed: bool = False,
    adjectives: bool = False,
    source: bool = False,
) -> list[Owner]:
    """The places in some words that can own something, in order, with the nouns that stand for one ("the region").

    `directed` takes directions ("to China") as well, `source` only where something comes from, `adjectives` those too.
    """
    found: list[Owner] = []
    aside = False
    for mention in document.any_of(("place", "region_noun", "country_noun", "own_country"), within):
        if any(o.at <= mention.first < o.mention.last for o in found if not o.resolved):
            continue
        if not directed:
            way = _aside(document, sentence, mention)
            aside = (bool(way) and not (source and way == "from")) or (aside and _joined_to_last(document, mention))
            if aside:
                continue
        owner = _owner(document, mention, adjectives=adjectives)
        if owner is not None:
            found.append(owner)
    return found


def _owner(document: Document, mention: Mention, *, adjectives: bool) -> Owner | None:
    if mention.kind == "own_country" and mention.value != "own":
        return None
    if mention.kind == "place":
        if mention.form != "adjective":
            return Owner(mention.value, mention, _possessive(document, mention), at=mention.first)
        nouns = document.any_of(("country_noun", "states", "region_noun"), (mention.last, mention.last + 2))
        owned = ("stock", "commodity", "magnitude") if document.article.language != "ar" else ()
        stock = document.any_of(owned, (mention.last, mention.last + 1))
        if nouns or stock or adjectives:
            return Owner(mention.value, mention, bool(stock), at=mention.first)
        return None
    meant = _meant(document, mention)
    if meant is None:
        return None
    return Owner(meant.value, meant, _possessive(document, mention), True, mention.first)


def _possessive(document: Document, mention: Mention) -> bool:
    """As in "Kazakhstan's": the owner of what follows."""
    i = mention.last
    return i < len(document.words.forms) and document.words.forms[i] == "s" and document.words.gaps[i] in ("'", "’")


def _meant(document: Document, noun: Mention) -> Mention | None:
    """The place that "the region", "the country" or "his country" means: the nearest of its sort before."""
    places = document.vocabulary.places
    if noun.kind == "region_noun":
        regions = [
            m for m in document.of("place") if places[m.value]["kind"] == "region" and not _also_commodity(document, m)
        ]
        before = [m for m in regions if m.first < noun.first]
        named = [m for m in before if m.form != "adjective"]
        return next(reversed(named or before), None) or next(iter(regions), None)
    if noun.kind == "own_country":
        speakers = [
            m for m in document.of("person", (max(noun.first - 60, 0), noun.first)) if document.people[m.value].place_id
        ]
        if not speakers:
            return None
        own = document.of("place", value=document.people[speakers[-1].value].place_id)
        before = [m for m in own if m.first < noun.first]
        return before[-1] if before else own[0] if own else None
    near = document.of("place", (max(noun.first - 60, 0), noun.first))
    countries = [m for m in near if places[m.value]["kind"] == "country"]
    told = [m for i, m in enumerate(countries) if not _beside_the_point(document, countries[: i + 1])]
    named = [m for m in told if m.form != "adjective"]
    return next(reversed(named or told), None)


def _beside_the_point(document: Document, countries: list[Mention]) -> bool:
    """Whether the last of some countries is only a direction or a comparison, or goes on a list that is."""
    last = countries[-1]
    if _aside(document, document.sentence_of(last), last) == "compare":
        return True
    return (
        len(countries) > 1
        and last.first - countries[-2].last <= 1
        and _joined_to_last(document, last)
        and _beside_the_point(document, countries[:-1])
    )


def _also_commodity(document: Document, mention: Mention) -> bool:
    """Whether the word is a commodity as well: «газ» is no Gaza."""
    return any(m.first == mention.first for m in document.of("commodity", (mention.first, mention.last)))


def _aside(document: Document, sentence: Sentence, mention: Mention) -> str:
    """How a place is only a direction or a comparison ("to China".

    "after China") of which nothing is said behind; or nothing.
    """
    low = max(mention.first - 2, sentence.first)
    the = mention.first - 1 if document.words.forms[mention.first - 1].lower() == "the" else mention.first
    asides = [m for m in document.of("aside", (low, mention.first)) if m.last == the]
    gap = document.words.gaps[mention.last]
    if asides and (asides[-1].value == "compare" or not any(sign in gap for sign in ",،—–-(")):
        return asides[-1].value
    return "to" if document.article.language == "ru" and _ru_direction(document, mention) else ""


def _ru_direction(document: Document, mention: Mention) -> bool:
    """«В Китай», «в Россию»: the accusative tells a direction from a place («в Китае»)."""
    if not mention.first or fold(document.words.forms[mention.first - 1]) != "в":
        return False
    return document.words.forms[mention.last - 1][-1].lower() in "бвгджзйклмнпрстфхцчшщую"


def _joined_to_last(document: Document, mention: Mention) -> bool:
    """Whether a place only goes on a list ("after Libya and Azerbaijan")."""
    word = fold(document.words.forms[mention.first - 1]) if mention.first else ""
    return word in ("and", "и") or (
        document.article.language == "ar" and document.words.forms[mention.first].startswith("و")
    )


def _with_list(document: Document, before: list[Owner]) -> list[Owner]:
    """The last place before the claim, with those that stand in one list with it ("Kazakhstan and Uzbekistan hold")."""
    owners = [before[-1]]
    nearest = before[-1]
    gap = document.words.gaps[nearest.mention.last] if nearest.mention.last < len(document.words.gaps) else ""
    if nearest.resolved or any(sign in gap for sign in ",،(—–"):
        return owners
    for owner in reversed(before[:-1]):
        left, right = owner.mention, owners[0].mention
        between = document.words.forms[left.last : right.first]
        gaps = "".join(document.words.gaps[left.last : right.first + 1])
        joined = any(fold(word) in ("and", "и", "و") for word in between) or any(s in gaps for s in _COMMA)
        joined = joined or (document.article.language == "ar" and document.words.forms[right.first].startswith("و"))
        if owner.resolved or len(between) > 1 or not joined or any(s in gaps for s in ".;:؛"):
            break
        owners.insert(0, owner)
    return owners


def gapped_pairs(document: Document, sentence: Sentence, last: Mention) -> list[tuple[Owner, Mention]]:
    """As in "…, Turkmenistan in gas", «…, Туркменистан — газом», وتركمانستان بالغاز.

    A place with its commodity, the verb left out.
    """
    pairs = []
    for place in document.of("place", (last.last, sentence.last)):
        if place.form == "adjective" or place.first - last.last > 2:
            break
        commodity = next(iter(document.of("commodity", (place.last, min(place.last + 2, sentence.last)))), None)
        gap = "".join(document.words.gaps[last.last : place.first + 1])
        if commodity is None or not (
            any(sign in gap for sign in ",،;؛") or place.first > last.last or document.article.language == "ar"
        ):
            break
        if document.any_of(("makes", "maker", "stock", "output", "rich", "holds"), (place.last, commodity.first)):
            break
        after = document.words.gaps[commodity.last]
        if commodity.last < sentence.last and not any(sign in after for sign in ",،;؛—–."):
            break
        pairs.append((Owner(place.value, place, at=place.first), commodity))
        last = commodity
    return pairs
