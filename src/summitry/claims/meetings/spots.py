"""Where a meeting is: the venue, city and country that a stretch of words puts it in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from summitry.claims.homecomings import is_of_a_homecoming
from summitry.mentions.document import Document, Mention
from summitry.text.folding import fold
from summitry.text.sentences import Sentence

_HEADLINE_WORDS = 4
_HEADS = 3
_TO_VERB = 5
_POST_REACH = 5
_INVITED_REACH = 10
_FOUNDED_REACH = 4
_YEAR_REACH = 2
_LEADING_TO_A_CITY = ("locative", "meeting", "meet", "date", "at")
_PARTING = frozenset(",،;؛:—–(.'’")


class Spot(NamedTuple):
    """Venue, city and country mentions, as far as they are told."""

    venue: Mention | None = None
    city: Mention | None = None
    place: Mention | None = None

    def __bool__(self) -> bool:
        return self.venue is not None or self.city is not None or self.place is not None


def find_spot(document: Document, stretch: tuple[int, int], *, anywhere: bool, anchor: int = 0) -> Spot:
    """The spot told in a stretch of words: behind a word such as "in", or, with `anywhere`, any city or country by name.

    The first city behind word `anchor` goes before those in front of it.
    """
    venues = [m for m in document.of("venue", stretch) if _is_house(document, m)]
    venue = next((m for m in venues if not _of_a_meeting_of_few(document, m)), venues[0] if venues else None)
    begin = max(stretch[0], anchor)
    city = _first(document, "city", (begin, stretch[1]))
    city = city or _first(document, "city", (stretch[0], min(begin, stretch[1])))
    place = (
        _country_of_capital(document, stretch) or _first(document, "place", stretch) or _of_its_own(document, stretch)
    )
    if not (venue or city or place):
        city = _receiving_city(document, stretch)
    if anywhere and not (venue or city or place):
        city = next((city for city in _candidates(document, "city", stretch) if not _acts(document, city)), None)
        places = (place for place in _candidates(document, "place", stretch) if not _of_title(document, place))
        place = next(places, None) if city is None else None
    if venue is not None and city is not None and document.vocabulary.venues[venue.value]["city_id"] != city.value:
        # "They met in the White House, and he flew to Moscow": what is told nearer to the meeting.
        near = abs(venue.first - anchor) <= abs(city.first - anchor)
        venue, city = (venue, None) if near else (None, city)
    return Spot(venue, city, place)


def _is_house(document: Document, venue: Mention) -> bool:
    """Whether a venue is the house itself: not those who speak for it ("a comment from the White House"), nor one that
    somebody only came back to.
    """
    office = document.any_of(("office_of", "aide"), (max(venue.first - 3, 0), venue.first))
    spoken_for = any(
        m.last >= venue.first - 1 - document.is_word(venue.first - 1, "definite")
        and not document.has("locative", (m.first - 1, m.first))  # «в резиденции «Ала-Арча»»
        for m in office
    )
    commented = document.has_word("comment", (max(venue.first - 4, 0), venue.first))
    visited = document.of("visit", (venue.last, venue.last + _TO_VERB))
    if visited and not document.has("meeting", (venue.last, visited[0].last + 2)):
        return False  # "received at the White House for a working visit"
    return not (_speaks(document, venue) or spoken_for or commented or is_of_a_homecoming(document, venue))


def _of_a_meeting_of_few(document: Document, venue: Mention) -> bool:
    """Whether a house is only that of talks of two or three: "convened for bilateral meetings in the Oval Office"."""
    few = document.last_word("of_few", (venue.first - _TO_VERB, venue.first))
    return few is not None and _PARTING.isdisjoint(document.text_of(document.words.starts[few], venue.start))


def _speaks(document: Document, venue: Mention) -> bool:
    """Whether a house only says something: "the Kremlin said", «уточнили в Кремле», "learned from the Kremlin"."""
    if document.has_any(("says", "saying", "according"), (max(venue.first - 1, 0), venue.first)):
        return True
    if document.has_word("names_a_source", (venue.first - 2, venue.first)):
        return True
    behind = document.has_any(("says", "saying", "aide", "office_of"), (venue.last, venue.last + 1))
    if behind and not document.words.gaps[venue.last].strip():
        return True
    if document.is_word(venue.first - 1, "they_said"):
        return True
    return document.is_word(venue.first - 2, "they_said") and document.has("locative", (venue.first - 1, venue.first))


def _receiving_city(document: Document, stretch: tuple[int, int]) -> Mention | None:
    """The city that is said to host ("Astana takes centre stage as it hosts the summit"), with nobody named between."""
    for host in document.of("host", stretch, "host"):
        before = list(_candidates(document, "city", (stretch[0], host.first)))
        if before and not document.has_any(("person", "place"), (before[-1].last, host.first)):
            return before[-1]
    return None


def dateline(document: Document) -> Mention | None:
    """The city that heads a report ("MINSK - …", «طشقند/ …», "Астана. 17 июня. …"), or None."""
    for sentence in _heads_of_paragraphs(document):
        for city in document.of("city", (sentence.first, min(sentence.first + _HEADLINE_WORDS, sentence.last))):
            sign = document.words.gaps[_behind_date(document, city)].strip()
            heads = city.first == sentence.first or document.words.starts[city.first] == sentence.start
            if (heads and sign and sign[0] in "-–—:/,(.") or (
                heads and document.text_of(city.start, city.end).isupper()
            ):
                return city
    return None


def _heads_of_paragraphs(document: Document) -> Iterator[Sentence]:
    """The first sentences of an article, and, behind a heading of several, those that open a paragraph."""
    paragraph = -1
    for number, sentence in enumerate(document.sentences[: 2 * _HEADS]):
        if number < _HEADS or sentence.paragraph != paragraph:
            yield sentence
        paragraph = sentence.paragraph


def _behind_date(document: Document, city: Mention) -> int:
    """The word behind a city, or behind the date that stands there: "ASTANA 17 June 2025 (Agency) ..."."""
    if document.dateline is not None and 0 <= document.dateline[0] - city.last <= 1:
        return document.dateline[1]
    if document.words.gaps[city.last].strip():
        return city.last
    return next((day.mention.last for day in document.days if day.mention.first == city.last), city.last)


def _first(document: Document, kind: str, stretch: tuple[int, int]) -> Mention | None:
    return next((m for m in _candidates(document, kind, stretch) if _behind_locative(document, m)), None)


def _candidates(document: Document, kind: str, stretch: tuple[int, int]) -> Iterator[Mention]:
    return (mention for mention in document.of(kind, stretch) if _is_spot(document, mention))


def _is_spot(document: Document, mention: Mention) -> bool:
    """Whether a mention may be a location: no adjective, no region, and no part of a forum's or a title's name."""
    if document.of("forum", (mention.first, mention.last)) or document.of("person", (mention.first, mention.last)):
        return False
    if is_of_a_homecoming(document, mention):
        return False
    if any(is_elsewhere(document, mention) for is_elsewhere in (_of_a_war, _of_a_post, _of_a_founding, _invited_to)):
        return False
    behind = mention.last + document.is_word(mention.last, "possessive")
    if behind > mention.last and document.any_of(("person", "title"), (behind, behind + 1)):
        return False  # "handed the gavel to Brazil's president"
    if mention.kind == "city":
        return True
    country = mention.form == "name" and document.vocabulary.places[mention.value]["kind"] == "country"
    return country and not _is_one_of_two(document, mention)


def _acts(document: Document, city: Mention) -> bool:
    """Whether a capital stands for its government: "Washington's interest", «интерес Вашингтона», اهتمام واشنطن."""
    if document.vocabulary.cities[city.value]["is_capital"] != "true" or not city.first:
        return False
    if document.is_word(city.last, "possessive"):
        return not document.has("meeting", (city.last, city.last + 2))
    if document.article.language == "en" or document.words.gaps[city.first].strip():
        return False
    if document.has_any(("held", "host"), (max(city.first - _TO_VERB - 3, 0), city.first)):
        return False
    beside = document.any_of(_LEADING_TO_A_CITY, (max(city.first - 3, 0), city.first + 1))
    return not any(m.last >= city.first for m in beside)


def _of_a_war(document: Document, place: Mention) -> bool:
    """Whether a place only tells which war or crisis is meant: "Russia remains consumed by its war in Ukraine"."""
    return document.has_word("conflict", (place.first - 2, place.first))


def _of_a_post(document: Document, place: Mention) -> bool:
    """Whether a place only tells where an envoy serves: "the US ambassador to India", «посол США в Индии»."""
    post = document.last_word("envoy_noun", (place.first - _POST_REACH, place.first))
    return post is not None and _PARTING.isdisjoint(document.text_of(document.words.starts[post], place.start))


def _of_a_founding(document: Document, place: Mention) -> bool:
    """Whether a place is where a body was founded, in a year told right behind it: "It was founded in Bangkok in 1967, and …"."""
    if not document.has("founding", (max(place.first - _FOUNDED_REACH, 0), place.first)):
        return False
    behind = document.words.forms[place.last : place.last + _YEAR_REACH]
    return any(form.isdecimal() and len(form) == len("YYYY") for form in behind)


def _invited_to(document: Document, place: Mention) -> bool:
    """Whether a place is where one is asked to while the meeting is elsewhere: "invited X to Uzbekistan during the summit"."""
    asked = document.has_word("inviting", (place.first - _INVITED_REACH, place.first))
    return asked and document.has_word("in_the_course", (place.last, place.last + 2))


def _of_title(document: Document, place: Mention) -> bool:
    """Whether a country only tells whose officer somebody is: "Joe Biden, U.S. president at the time"."""
    return any(
        title.first <= place.last and place.first <= title.last
        for title in document.any_of(("title", "titles"), (max(place.first - 3, 0), place.last + 1))
    )


def _is_one_of_two(document: Document, place: Mention) -> bool:
    """Whether a country is joined to another ("invitations to Kazakhstan and Uzbekistan"): nobody meets in both."""
    pairs = [(place, other) for other in document.of("place", (place.last, place.last + 2))]
    pairs += [(other, place) for other in document.of("place", (place.first - 2, place.first))]
    return any(left.form == right.form == "name" and _are_joined(document, left, right) for left, right in pairs)


def _are_joined(document: Document, left: Mention, right: Mention) -> bool:
    """Whether nothing but an "and" stands between two names."""
    attached = right.first == left.last and document.words.forms[right.first].startswith("و")
    joined = right.first == left.last + 1 and document.is_word(left.last, "conjunction")
    return (attached or joined) and not set(document.text_of(left.end, right.start)) & _PARTING


def _behind_locative(document: Document, mention: Mention) -> bool:
    before = document.of("locative", (max(mention.first - 4, 0), mention.first))
    adjectives = [
        m.first for m in document.of("place", (max(mention.first - 2, 0), mention.first)) if m.form == "adjective"
    ]
    if any(m.last in (mention.first, *adjectives) for m in before):
        return True
    if document.article.language == "ar" and _has_preposition(document, mention):
        return True
    told = (_in_capital, _names_the_meeting, _where)
    if mention.kind == "city" and any(is_told(document, mention) for is_told in told):
        return True
    sentence = document.sentence_of(mention)
    if mention.kind == "city" and mention.first == sentence.first and document.has("meeting", sentence):
        # "Gabala was the venue of the summit": a city that opens the sentence and is no dateline.
        return document.words.gaps[mention.last] == " "
    if document.article.language == "ar" and document.is_word(mention.last, "himself"):
        # «أعلنت السعودية أنها ستستضيف القمة»
        return document.has("host", (mention.last + 1, mention.last + 2))
    hosts = document.of("host", (max(mention.first - 2, 0), mention.first))
    hosted = document.of("host", (mention.last, mention.last + _TO_VERB))
    if document.article.language == "ar":
        follows = bool(hosts) and hosts[-1].last == mention.first
        follows = follows or (mention.kind == "city" and _saw_a_meeting(document, mention))
        return follows or (mention.kind == "city" and bool(hosted) and hosted[0].first - mention.last <= 1)
    if _hosts(document, mention, hosted):
        return True
    if document.article.language == "ru" and hosts and hosts[-1].last == mention.first and hosts[-1].value == "host":
        return True  # «следующий саммит примет Ангола»
    if mention.kind == "place":
        before = document.of("city", (max(mention.first - 3, 0), mention.first))
        return bool(before) and mention.first - before[-1].last <= 1 and _behind_locative(document, before[-1])
    return False


def _in_capital(document: Document, city: Mention) -> bool:
    """«В столице Узбекистана Ташкенте», "in the capital of Uzbekistan, Tashkent": the capital by its country, then by name."""
    for capital in document.of("capital", (max(city.first - 4, 0), city.first)):
        places = document.of("place", (capital.last, city.first))
        if document.vocabulary.place_of_city(city.value) in {place.value for place in places}:
            return any(
                m.last >= capital.first - 2 for m in document.of("locative", (max(capital.first - 3, 0), capital.first))
            )
    return False


def _saw_a_meeting(document: Document, city: Mention) -> bool:
    """As in شهدت آستانا قمة: the city is the subject of an Arabic verb of holding, the meeting its object."""
    verbs = document.of("held", (max(city.first - 1, 0), city.first))
    behind = document.of("meeting", (city.last, city.last + 3 * _TO_VERB))
    return bool(verbs) and any(not set(document.text_of(city.end, m.start)) & _PARTING for m in behind)


def _hosts(document: Document, mention: Mention, hosted: list[Mention]) -> bool:
    """Whether a place is the subject of a verb for hosting: "Kenya is preparing to host the summit"."""
    if not hosted or hosted[0].value != "host" or document.is_word(hosted[0].first - 1, "definite"):
        return False
    parted = document.text_of(mention.end, hosted[0].start).strip(" \n")
    between = (mention.last, hosted[0].first)
    return not set(parted) & _PARTING and not document.any_of(("place", "city", "person"), between)


def _names_the_meeting(document: Document, city: Mention) -> bool:
    """ "The Samarkand summit", قمة باكو: the city's name joined to the word for meeting."""
    if document.article.language == "ar":
        return any(m.last == city.first for m in document.of("meeting", (max(city.first - 2, 0), city.first)))
    return any(m.first == city.last for m in document.of("meeting", (city.last, city.last + 1), "summit"))


def _where(document: Document, city: Mention) -> bool:
    """ "He came from Astana, where he took part in the summit": a city that the next clause tells of."""
    return document.is_word(city.last, "where") and document.words.gaps[city.last].strip() in (",", "،", "")


def _has_preposition(document: Document, mention: Mention) -> bool:
    """Whether an Arabic name is written with the preposition ب in front: its own name does not begin so."""
    form = fold(document.words.forms[mention.first])
    entries = document.vocabulary.cities if mention.kind == "city" else document.vocabulary.places
    return form[0] == "ب" and not fold(entries[mention.value]["name_ar"]).startswith(form[:3])


def _country_of_capital(document: Document, stretch: tuple[int, int]) -> Mention | None:
    """ "In the Kazakh capital", «в столице Таджикистана», «العاصمة اليابانية»: the country."""
    for capital in document.of("capital", stretch):
        for place in document.of("place", (max(capital.first - 2, stretch[0]), capital.last + 3)):
            touches = place.last == capital.first or 0 <= place.first - capital.last <= 2
            if touches and document.vocabulary.places[place.value]["kind"] == "country":
                return place
    return None


def _of_its_own(document: Document, stretch: tuple[int, int]) -> Mention | None:
    """ "In the Kazakh resort", «в южнокорейском Кёнчжу»: the country by its adjective, before a word for a place or a name."""
    for place in document.of("place", stretch):
        if place.form != "adjective" or document.vocabulary.places[place.value]["kind"] != "country":
            continue
        if document.article.language == "ar" and _of_title(document, place):
            continue  # يشارك الرئيس الأذربيجاني في القمة
        if any(
            m.first == place.last and m.last - m.first == 1
            for m in document.of("locative", (place.last, place.last + 1))
        ):
            return place
        named = place.last < len(document.words.forms) and document.words.forms[place.last][0].isupper()
        lead = max(place.first - 2, 0)
        if (
            named
            and document.has("locative", (lead, place.first))
            and not document.of("title", (place.last, place.last + 1))
        ):
            return place
    return None


def spots_in_order(spots: Iterator[Spot]) -> Iterator[Mention]:
    """Venues first, then cities, then countries, of all spots told."""
    told = list(spots)
    for index in range(3):
        yield from (spot[index] for spot in told if spot[index] is not None)  # type: ignore[misc]
