"""Who can hold a resource: places as the text names them, and the nouns and people that stand for one.

"The region", "the country", "his country", "the Central Asian nation", a capital as a subject.
"""

from __future__ import annotations

from typing import NamedTuple

from summitry.claims.resources.groups import region_of_these, the_continent
from summitry.mentions.document import Document, Mention
from summitry.text.folding import fold
from summitry.text.sentences import Sentence
from summitry.text.signs import has_sign

_OF_A_PERSON = ("own", "ours")
_HOLDERS = ("place", "city", "forum", "holder_group", "region_noun", "country_noun", "own_country")
_HAVING = ("makes", "has", "holds", "rich", "stock", "output")
_RU_WITHIN = ("ах", "ях", "ых", "их")
_RU_ACCUSATIVE = ("ую", "ии", "ыи", "ое", "ие", "ые")
_RU_SEVERAL = ("ые", "ие", "ых", "их", "ыми", "ими")
_RU_ONE = ("ая", "ое", "ои", "ую", "ого")


_PARTICIPLE = "ing"
_WHOLE_NAME = 3  # "five former Soviet republics": a description with a noun of its own
_GROUPS = {"these": region_of_these, "continent": the_continent}


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


def candidates(
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
    for mention in document.any_of(_HOLDERS, within):
        if any(o.at <= mention.first < o.mention.last for o in found if not o.resolved) or _told_apart(
            document, mention
        ):
            continue
        if not directed:
            way = _aside(document, sentence, mention) or _of_leaders(document, mention)
            way = "" if _possessive(document, mention) else way  # "competition for Central Asia's minerals"
            aside = (bool(way) and not (source and way == "from")) or (aside and joined_to_last(document, mention))
            if aside:
                continue
        owner = _owner(document, mention, adjectives=adjectives)
        if owner is not None:
            found.append(owner)
    return found


def _of_leaders(document: Document, place: Mention) -> str:
    """Whether a country only tells whose leaders somebody met ("hosted the leaders of X, focusing on minerals")."""
    if document.article.language == "ar" or place.kind != "place" or place.form != "name":
        return ""
    before = document.of("titles", (max(place.first - 4, 0), place.first))
    linking = {
        i for m in document.of("linking", (max(place.first - 2, 0), place.first)) for i in range(m.first, m.last)
    }
    led = any(all(i in linking for i in range(m.last, place.first)) for m in before)
    relative = document.has("break", (place.last, place.last + 1), "relative")
    return "led" if led and not relative else ""


def _told_apart(document: Document, noun: Mention) -> bool:
    """Whether a noun only goes with the region before it ("the Caspian nation"), which stands for it already."""
    places = document.of("place", (max(noun.first - 3, 0), noun.first)) if noun.kind == "country_noun" else []
    return any(m.last == noun.first and _is_one_country(document, m) for m in places)


def _owner(document: Document, mention: Mention, *, adjectives: bool) -> Owner | None:
    if mention.kind == "place":
        return _named(document, mention, adjectives=adjectives)
    if mention.kind == "city":
        return _capital(document, mention)
    if mention.kind == "forum":
        return _organisation(document, mention)
    if mention.kind == "holder_group":
        return Owner(mention.value, mention, _possessive(document, mention), at=mention.first)
    if mention.kind == "own_country" and mention.value not in _OF_A_PERSON:
        return None
    meant = _meant(document, mention)
    if meant is None:
        return None
    return Owner(meant[0], meant[1], _possessive(document, mention), True, mention.first)


def _named(document: Document, mention: Mention, *, adjectives: bool) -> Owner | None:
    """A place by its name, or by an adjective that goes with a noun for it or with what it owns ("Kazakh reserves")."""
    if _is_one_country(document, mention):
        meant = _meant(document, mention, document.vocabulary.place_members.get(mention.value, frozenset()))
        return Owner(*meant, _possessive(document, mention, 1), True, mention.first) if meant else None
    if mention.form != "adjective" or mention.last - mention.first >= _WHOLE_NAME:
        return Owner(mention.value, mention, _possessive(document, mention), at=mention.first)
    nouns = document.any_of(("country_noun", "states", "region_noun"), (mention.last, mention.last + 2))
    stock = _owned_beside(document, mention)
    beside = mention.first - 1 if document.article.language == "ar" else mention.last
    if nouns or stock or adjectives or document.is_word(beside, "landscape"):
        return Owner(mention.value, mention, stock, at=mention.first)
    return None


def _owned_beside(document: Document, adjective: Mention) -> bool:
    """Whether an adjective goes with what is owned: "Kazakh reserves", and in Arabic behind it, as in النفط السعودي."""
    if document.article.language != "ar":
        owned = ("stock", "commodity", "of_commodity", "magnitude")
        return bool(document.any_of(owned, (adjective.last, adjective.last + 1)))
    before = document.any_of(("stock", "output", "commodity"), (max(adjective.first - 3, 0), adjective.first))
    return any(mention.last == adjective.first for mention in before)


def _is_one_country(document: Document, region: Mention) -> bool:
    """Whether a region's name tells one country of it ("the Central Asian nation"), not all of them."""
    forms = document.words.forms
    if document.vocabulary.places[region.value]["kind"] != "region" or region.last >= len(forms):
        return False
    if document.article.language == "ru":
        noun = document.has("country_noun", (region.last, region.last + 1))
        return noun and fold(forms[region.last - 1]).endswith(_RU_ONE)
    return document.is_word(region.last, "one_country")


def _capital(document: Document, city: Mention) -> Owner | None:
    """A capital that stands for its country: the subject of a verb of having or making ("Baku exports gas")."""
    listed = document.vocabulary.cities[city.value]
    bounds = city.first > 0 and document.is_word(city.first - 1, "bounding")
    around = (city.last, city.last + 2) if document.article.language != "ar" else (city.first - 1, city.first)
    verbs = document.any_of(("makes", "has", "holds"), around)
    if listed["is_capital"] != "true" or bounds or document.of("place", (city.first, city.last)):
        return None
    own = _possessive(document, city)
    return Owner(listed["place_id"], city, own, True, city.first) if own or verbs else None


def _possessive(document: Document, mention: Mention, nouns: int = 0) -> bool:
    """As in "Kazakhstan's": the owner of what follows; some words behind may belong to its name."""
    i = mention.last + nouns
    return i < len(document.words.forms) and document.words.forms[i] == "s" and document.words.gaps[i] in ("'", "’")


def _organisation(document: Document, forum: Mention) -> Owner | None:
    """An organisation that stands for the region of its members: "the GCC states hold", تمتلك دول مجلس التعاون."""
    region = document.vocabulary.region_of_forum(forum.value)
    around = (forum.first - 2, forum.first) if document.article.language == "ar" else (forum.last, forum.last + 3)
    if not region or not document.any_of(_HAVING, (max(around[0], 0), around[1])):
        return None
    return Owner(region, forum, _possessive(document, forum), at=forum.first)


def _meant(document: Document, noun: Mention, members: frozenset[str] = frozenset()) -> tuple[str, Mention] | None:
    """The place that "the region", "the country" or "his country" means, and the words that name it.

    `members` are the countries that it may be; empty for any.
    """
    beside = _named_with(document, noun)
    if beside is not None:
        return beside.value, beside
    if noun.kind == "region_noun":
        region = _GROUPS.get(noun.value, _region)(document, noun)
        return (region.value, region) if region is not None else None
    if noun.kind == "own_country":
        return _own_country(document, noun)
    if document.article.language == "ru" and _of_several(document, noun):
        return None
    countries = _countries(document, document.of("place", (max(noun.first - 60, 0), noun.first)), members)
    told = [m for i, m in enumerate(countries) if not _beside_the_point(document, countries[: i + 1])]
    told = [m for m in told if _aside(document, document.sentence_of(m), m) != "between"]
    named = [m for m in told if m.form != "adjective"]
    found = next(reversed(named or told), None)
    if found is None:
        return _of_people(document, noun, members) or _told_behind(document, noun, members)
    return found.value, found


def _of_several(document: Document, noun: Mention) -> bool:
    """Whether an adjective in the plural makes more than one of «республики»: «бывшие советские республики»."""
    beside = noun.first > 0 and not document.words.gaps[noun.first].strip()
    return beside and fold(document.words.forms[noun.first - 1]).endswith(_RU_SEVERAL)


def _named_with(document: Document, noun: Mention) -> Mention | None:
    """The place whose name follows a noun for it: "the nation of Turkmenistan", «регион Центральной Азии»."""
    if noun.kind == "own_country":
        return None
    of = noun.last < len(document.words.forms) and document.is_word(noun.last, "of")
    named = document.of("place", (noun.last, noun.last + 1 + of))
    return next((m for m in named if m.first == noun.last + of and m.form != "adjective"), None)


def _countries(document: Document, places: list[Mention], members: frozenset[str]) -> list[Mention]:
    known = document.vocabulary.places
    return [m for m in places if known[m.value]["kind"] == "country" and (not members or m.value in members)]


def _of_people(document: Document, noun: Mention, members: frozenset[str]) -> tuple[str, Mention] | None:
    """The country of those whom the sentence and the one before speak of, where it is one only."""
    number = document.sentence_index(noun)
    first = document.sentences[max(number - 1, 0)].first
    people = {document.people[m.value].place_id: m for m in document.of("person", (first, noun.first))}
    people = {place: m for place, m in people.items() if place and (not members or place in members)}
    return next(iter(people.items())) if len(people) == 1 else None


def _told_behind(document: Document, noun: Mention, members: frozenset[str]) -> tuple[str, Mention] | None:
    """As in "The country mined more, Kazakhstan's minister said": the country is told afterwards."""
    behind = document.of("place", (noun.last, document.sentence_of(noun).last))
    found = [m for m in _countries(document, behind, members) if not _aside(document, document.sentence_of(noun), m)]
    return (found[-1].value, found[-1]) if found else None


def _region(document: Document, noun: Mention) -> Mention | None:
    places = document.vocabulary.places
    regions = [
        m
        for m in document.of("place")
        if places[m.value]["kind"] == "region" and not _also_commodity(document, m) and not _crossed(document, m)
    ]
    before = [m for m in regions if m.first < noun.first]
    names = [m.value for m in before if m.form != "adjective"]
    often = [m for m in before if names.count(m.value) > 1]
    before = often or [m for m in before if not _aside(document, document.sentence_of(m), m)] or before
    named = [m for m in before if m.form != "adjective"]
    behind = [m for m in regions if m.form != "adjective"] or regions
    return next(reversed(named or before), None) or next(iter(behind), None)


def _crossed(document: Document, region: Mention) -> bool:
    """Whether a region only names a way across it ("the Trans-Caspian route")."""
    return region.first > 0 and document.words.forms[region.first - 1].lower() == "trans"


def _own_country(document: Document, noun: Mention) -> tuple[str, Mention] | None:
    """The country of the person last spoken of; of a sentence before, whom it began with."""
    sentence = document.sentence_of(noun)
    here = [m for m in document.of("person", (sentence.first, noun.first)) if document.people[m.value].place_id]
    earlier = [m for m in document.of("person", (max(noun.first - 60, 0), noun.first)) if _has_country(document, m)]
    if not here and noun.form == "phrase" and document.has("holds", (noun.first, noun.last)):  # "we have …, X said"
        here = [m for m in document.of("person", (noun.last, sentence.last)) if _has_country(document, m)][:1]
    if not here:
        adjectives = [m for m in document.of("place", (sentence.first, noun.first)) if m.form == "adjective"]
        if adjectives:
            return adjectives[-1].value, adjectives[-1]
        if not earlier:
            return None
        last = document.sentence_of(earlier[-1])
        here = [next(m for m in earlier if m.first >= last.first)]
    own = document.people[here[-1].value].place_id
    named = document.of("place", value=own)
    before = [m for m in named if m.first < noun.first]
    return own, before[-1] if before else named[0] if named else here[-1]


def _has_country(document: Document, person: Mention) -> bool:
    return bool(document.people[person.value].place_id)


def _beside_the_point(document: Document, countries: list[Mention]) -> bool:
    """Whether the last of some countries is only a direction or a comparison, or goes on a list that is."""
    last = countries[-1]
    if _aside(document, document.sentence_of(last), last) == "compare":
        return True
    return (
        len(countries) > 1
        and last.first - countries[-2].last <= 1
        and joined_to_last(document, last)
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
    if mention.form == "adjective" and document.is_word(the - 1, "count_of_countries"):
        low, the = low - 1, the - 1
    asides = [m for m in document.of("aside", (max(low - 2, sentence.first), mention.first)) if m.last == the]
    gap = document.words.gaps[mention.last]
    if asides and _as_it_is(document, sentence, asides[-1], mention):
        return ""
    if not asides and _second_of_two(document, sentence, mention):
        return "between"
    if asides and (asides[-1].value in ("compare", "between") or not has_sign(gap, ",،—–-(")):
        return asides[-1].value
    return "to" if document.article.language == "ru" and _ru_direction(document, mention) else ""


def _second_of_two(document: Document, sentence: Sentence, place: Mention) -> bool:
    """As in "lying between Russia and China": the other of two between which something lies."""
    arabic = document.has_and_joined(place.first)
    end = place.first if arabic else place.first - 1
    if not arabic and not document.is_word(end, "conjunction"):
        return False
    before = [m for m in document.of("place", (max(end - 3, sentence.first), end)) if m.last == end]
    return bool(before) and _aside(document, sentence, before[0]) == "between"


def _as_it_is(document: Document, sentence: Sentence, aside: Mention, place: Mention) -> bool:
    """As in "With Turkmenistan sitting on gas, diplomats came", "…, with Qatar the largest exporter": what a place has or is.

    Only where "with" opens its clause; "talks with China concerning gas" are held with China.
    """
    if aside.last - aside.first > 1 or not document.is_word(aside.first, "opens_state"):
        return False
    opens = aside.first == sentence.first or "," in document.words.gaps[aside.first]
    if not opens or document.words.gaps[place.last].strip():
        return False
    form = document.words.folded[place.last]
    told = form.endswith(_PARTICIPLE) and not document.is_word(place.last, "no_participle")
    return told or document.is_word(place.last, "state_behind_place")


def _ru_direction(document: Document, mention: Mention) -> bool:
    """«В Китай», «в Россию»: the accusative tells a direction from a place («в Китае»)."""
    if not mention.first or fold(document.words.forms[mention.first - 1]) != "в":
        return False
    form = fold(document.words.forms[mention.last - 1])
    if mention.form == "adjective":
        return form.endswith(_RU_ACCUSATIVE)
    return document.words.forms[mention.last - 1][-1].lower() in "бвгджзйклмнпрстфхцчшщую" and not form.endswith(
        _RU_WITHIN
    )


def joined_to_last(document: Document, mention: Mention) -> bool:
    """Whether a place only goes on a list ("after Libya and Azerbaijan")."""
    word = fold(document.words.forms[mention.first - 1]) if mention.first else ""
    return word in ("and", "и") or document.has_and_joined(mention.first)
