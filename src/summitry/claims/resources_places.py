"""Whose a resource is: the place before the claim, behind it, or meant by "the region", "the country", "his country"."""

from __future__ import annotations

from typing import NamedTuple

from summitry.mentions.document import Document, Mention
from summitry.text.folding import fold
from summitry.text.sentences import Sentence

_REACH = 30
_BEHIND = 5
_COMMA = ",،"


class Owner(NamedTuple):
    """A place that has something: its id, the mention that names it, whether it stands as an owner ("X's", "its"),
    and whether a noun stood for it ("the region")."""

    place_id: str
    mention: Mention
    possessive: bool = False
    resolved: bool = False
    at: int = -1


def find_owners(
    document: Document, number: int, cue: Mention, core: tuple[int, int], previous: Owner | None
) -> list[Owner]:
    """The places that a claim is about; words core[0] to core[1] (exclusive) are the claiming word with its commodities."""
    sentence = document.sentences[number]
    right = _right_behind(document, sentence, cue, core)
    if right is not None:
        return [right]
    before = _candidates(document, sentence, max(sentence.first, core[0] - _REACH), core[0])
    if before:
        return _with_list(document, before)
    behind = _candidates(document, sentence, core[1], min(core[1] + 2 * _BEHIND, sentence.last))
    if behind and cue.kind in ("maker", "stock", "output", "makes"):
        return [behind[0]]
    if previous is not None and (document.has("it", (sentence.first, core[0])) or document.has("same_commodity", sentence)):
        return [previous]
    return []


def _right_behind(document: Document, sentence: Sentence, cue: Mention, core: tuple[int, int]) -> Owner | None:
    """A place right behind the claiming word: "mined in X", "oil-rich X", تنتج كازاخستان, احتياطيات كازاخستان, «запасы урана в X»."""
    language = document.article.language
    if cue.kind == "made_in":
        return next(iter(_candidates(document, sentence, cue.last, min(cue.last + 3, sentence.last), directed=True)), None)
    if cue.kind == "rich" and core[1] == cue.last:
        found = _candidates(document, sentence, cue.last, min(cue.last + 2, sentence.last), adjectives=True)
        return found[0] if found else None
    if language == "ar" and cue.kind in ("makes", "stock", "output"):
        found = [o for o in _candidates(document, sentence, cue.last, min(cue.last + 1, sentence.last)) if not _clitic(document, o)]
        if found:
            return found[0]._replace(possessive=True)
    if language == "ru" and cue.kind == "makes":
        found = [o for o in _candidates(document, sentence, cue.last, min(cue.last + 1, sentence.last)) if o.at == cue.last]
        return found[0] if found else None
    return None


def _clitic(document: Document, owner: Owner) -> bool:
    return fold(document.words.forms[owner.mention.first]).startswith("ل") and owner.place_id not in ("LBN", "LBY", "LTU", "LVA", "LUX")


def _candidates(
    document: Document, sentence: Sentence, first: int, last: int, *, directed: bool = False, adjectives: bool = False
) -> list[Owner]:
    """The places within words first to last (exclusive) that can own something, in order, nouns that stand for one among them."""
    found: list[Owner] = []
    for mention in document.any_of(("place", "region_noun", "country_noun", "own_country"), (first, last)):
        if any(o.at <= mention.first < o.mention.last for o in found if not o.resolved):
            continue
        if not directed and _aside(document, sentence, mention):
            continue
        owner = _owner(document, mention, adjectives=adjectives)
        if owner is not None:
            found.append(owner)
    return found


def _owner(document: Document, mention: Mention, *, adjectives: bool) -> Owner | None:
    if mention.kind == "place":
        if mention.form != "adjective":
            return Owner(mention.value, mention, _possessive(document, mention), at=mention.first)
        nouns = document.any_of(("country_noun", "states", "region_noun"), (mention.last, mention.last + 2))
        stock = document.any_of(("stock", "commodity", "magnitude", "rich"), (mention.last, mention.last + 2))
        if nouns or stock or adjectives:
            return Owner(mention.value, mention, bool(stock), at=mention.first)
        return None
    meant = _meant(document, mention)
    if meant is None:
        return None
    return Owner(meant.value, meant, _possessive(document, mention), True, mention.first)


def _possessive(document: Document, mention: Mention) -> bool:
    """ "Kazakhstan's": the owner of what follows."""
    i = mention.last
    return i < len(document.words.forms) and document.words.forms[i] == "s" and document.words.gaps[i] in ("'", "’")


def _meant(document: Document, noun: Mention) -> Mention | None:
    """The place that "the region", "the country" or "his country" means: the nearest of its sort before."""
    places = document.vocabulary.places
    if noun.kind == "region_noun":
        regions = [m for m in document.of("place") if places[m.value]["kind"] == "region"]
        before = [m for m in regions if m.first < noun.first]
        return before[-1] if before else regions[0] if regions else None
    if noun.kind == "own_country":
        speakers = [m for m in document.of("person", (max(noun.first - 60, 0), noun.first)) if document.people[m.value].place_id]
        if not speakers:
            return None
        own = document.of("place", value=document.people[speakers[-1].value].place_id)
        before = [m for m in own if m.first < noun.first]
        return before[-1] if before else own[0] if own else None
    countries = [m for m in document.of("place", (max(noun.first - 60, 0), noun.first)) if places[m.value]["kind"] == "country"]
    return countries[-1] if countries else None


def _aside(document: Document, sentence: Sentence, mention: Mention) -> bool:
    """Whether a place is only a direction or a comparison ("to China", "after China"), and nothing is said of it behind."""
    low = max(mention.first - 3, sentence.first)
    asides = [m for m in document.of("aside", (low, mention.first)) if m.last >= mention.first - 1]
    if not asides:
        return False
    gap = document.words.gaps[mention.last] if mention.last < len(document.words.gaps) else ""
    comparing = asides[-1].value == "compare"
    return comparing or not any(sign in gap for sign in ",،—–-(")


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
        joined = joined or document.article.language == "ar" and document.words.forms[right.first].startswith("و")
        if owner.resolved or len(between) > 1 or not joined or any(s in gaps for s in ".;:؛"):
            break
        owners.insert(0, owner)
    return owners


def gapped_pairs(document: Document, sentence: Sentence, last: Mention) -> list[tuple[Owner, Mention]]:
    """ "…, Turkmenistan in gas", «…, Туркменистан — газом», وتركمانستان بالغاز: a place with its commodity, the verb left out."""
    pairs = []
    for place in document.of("place", (last.last, sentence.last)):
        if place.form == "adjective" or place.first - last.last > 2:
            break
        commodity = next(iter(document.of("commodity", (place.last, min(place.last + 2, sentence.last)))), None)
        gap = "".join(document.words.gaps[last.last : place.first + 1])
        if commodity is None or not (any(sign in gap for sign in ",،;؛") or place.first > last.last or document.article.language == "ar"):
            break
        if document.any_of(("makes", "maker", "stock", "output", "rich", "holds"), (place.last, commodity.first)):
            break
        after = document.words.gaps[commodity.last]
        if commodity.last < sentence.last and not any(sign in after for sign in ",،;؛—–."):
            break
        pairs.append((Owner(place.value, place, at=place.first), commodity))
        last = commodity
    return pairs
