"""The two whose talks a passage tells of: where papers are signed and nobody is named, it is those who have met."""

from __future__ import annotations

from summitry.claims.agreements.events import Parties, Scene
from summitry.mentions.document import Document, Mention
from summitry.text.sentences import Sentence

_REACH = 6
_BESIDE = 3
_TWO = 2


def pair_in_talks(scene: Scene, number: int, known: Parties) -> Parties:
    """The two countries that sentence `number` and those right before it are about, `known` among them.

    Nothing where a third one comes between, where the sentence names a forum, or where the article never names the two
    in one breath.
    """
    document = scene.document
    if names_a_circle(document, document.sentences[number]) or ends_a_summit(document, number):
        return {}
    told: Parties = dict(known)
    for n in range(number, max(number - _REACH, -1), -1):
        found = _widest_pair(document, document.sentences[n], told, own=n == number)
        if found is None:
            return {}
        told = found
        if len(told) == 2:
            return told if _named_together(document, told) else {}
    return {}


def ends_a_summit(document: Document, number: int) -> bool:
    """As in "At the end of the meeting a plan was adopted", "the leaders adopted …": the meeting told of last is that of many."""
    sentence = document.sentences[number]
    return (document.has("meeting", sentence) or _names_many(document, sentence)) and met_as_many(document, number)


def met_as_many(document: Document, number: int) -> bool:
    """Whether the meeting told of last before sentence `number` is that of more than two."""
    for sentence in reversed(document.sentences[max(number - _REACH, 0) : number]):
        if document.has_any(("meeting", "meet"), sentence):
            many = len(_countries(document, sentence, ("place", "person", "city"))) > _TWO
            return many or (names_a_circle(document, sentence) and not document.has("sidelines", sentence))
    return False


def _names_many(document: Document, sentence: Sentence) -> bool:
    """Whether a sentence is about "the leaders", "the participants", and no more than two of them ("both leaders")."""
    crowd = [m for m in document.of("states", sentence) if m.value in ("states", "all")]
    return any(not document.of("count", (max(m.first - 2, 0), m.last)) for m in crowd)


def names_a_circle(document: Document, sentence: Sentence) -> bool:
    """Whether a sentence names a forum, a region or a summit: what is signed may be that of all who met."""
    if _is_of_two(document, sentence):
        return False
    places = document.vocabulary.places
    region = any(places[m.value]["kind"] == "region" for m in document.of("place", sentence))
    return region or document.has("forum", sentence) or document.has("meeting", sentence, "summit")


def _is_of_two(document: Document, sentence: Sentence) -> bool:
    """As in القمة السعودية الصينية, «российско-китайский саммит»: a summit of two, whose adjectives stand beside the word."""
    for meeting in document.of("meeting", sentence, "summit"):
        for near in ((meeting.last, meeting.last + 2), (max(meeting.first - 2, 0), meeting.first)):
            pair = [m for m in document.of("place", near) if m.last - m.first == 1]
            if len({m.value for m in pair}) == 2 and not document.has("forum", near):
                return all(document.vocabulary.places[m.value]["kind"] != "region" for m in pair)
    return False


def _widest_pair(document: Document, sentence: Sentence, told: Parties, *, own: bool) -> Parties | None:
    """What was told with the countries of a sentence, two at most: all of them, else its people's; None for too many."""
    for kinds in (("place", "person", "city"), ("place", "person"), ("person",)):
        both = {**_countries(document, sentence, kinds), **told}
        if len(both) <= 2:
            return both
        if own:
            break
    return None


def keep_to(document: Document, sentence: Sentence, pair: Parties) -> bool:
    """Whether a sentence names no country beside a pair, nor anything that many belong to."""
    here = _countries(document, sentence, ("place", "person"))
    return here.keys() <= pair.keys() and not names_a_circle(document, sentence)


def _named_together(document: Document, pair: Parties) -> bool:
    everybody = ("place", "person", "city")
    return any(pair.keys() <= _countries(document, s, everybody).keys() for s in document.sentences)


def _countries(document: Document, sentence: Sentence, kinds: tuple[str, ...]) -> Parties:
    """The countries that a sentence names by name, by a person or by a capital, but for the city that somebody comes from."""
    found: Parties = {}
    told = document.any_of(kinds, sentence)
    if "place" not in kinds:
        told = [*told, *_counterparts(document, sentence)]
    for mention in told:
        place = _country(document, mention)
        if place:
            found.setdefault(place, mention)
    return found


def _counterparts(document: Document, sentence: Sentence) -> list[Mention]:
    """The adjectives of people who are not named: "his Kazakh and Turkmen counterparts"."""
    adjectives = [m for m in document.of("place", sentence) if m.form == "adjective"]
    around = [
        (m.first - _BESIDE, m.first) if document.article.language == "ar" else (m.last, m.last + _BESIDE)
        for m in adjectives
    ]
    return [m for m, near in zip(adjectives, around, strict=True) if document.has("counterpart", near)]


def _country(document: Document, mention: Mention) -> str:
    vocabulary = document.vocabulary
    if mention.kind == "person":
        place = document.people[mention.value].place_id if mention.value in document.people else ""
    elif mention.kind == "city":
        away = mention.first > 0 and document.is_word(mention.first - 1, "from_where")
        capital = vocabulary.cities[mention.value]["is_capital"] == "true" and not away
        place = vocabulary.place_of_city(mention.value) if capital else ""
    else:
        place = mention.value
    known = place in vocabulary.places and vocabulary.places[place]["kind"] != "region"
    return place if known else ""
