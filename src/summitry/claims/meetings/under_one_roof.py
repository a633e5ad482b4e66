"""Leaders who are told to be in one house on one day, without any word for a meeting: "the five presidents were Trump's guests at
the White House on Thursday", «в четверг пятеро лидеров — гости Белого дома».
"""

from __future__ import annotations

from summitry.mentions.document import Document, Mention
from summitry.text.sentences import Sentence

_ELSEWHERE = ("remote", "cancelled", "proposed", "absent", "comparison", "negation", "denial")
_HEADS = ("president", "prime_minister", "monarch")


def are_under_one_roof(document: Document, sentence: Sentence) -> bool:
    """Whether a sentence has several leaders, and a head of state or government by name, come, sit or eat together on a day, in
    a venue or a city of that head's country, in one clause.
    """
    come = document.has_any(("together", "attend"), sentence)
    if not (come and document.has("titles", sentence) and document.has("date", sentence)):
        return False
    heads = [m for m in document.of("person", sentence) if document.people[m.value].office in _HEADS]
    if not heads or document.has_any(_ELSEWHERE, sentence):
        return False
    countries = {document.people[m.value].place_id for m in heads}
    houses = [m for m in document.any_of(("venue", "city"), sentence) if _country_of(document, m) in countries]
    leaders = [m for m in document.of("titles", sentence) if m.value in ("president", "leader")]
    return any(not document.has("break", _between(group, house)) for group in leaders for house in houses)


def _country_of(document: Document, house: Mention) -> str:
    """The country of a venue or a city."""
    vocabulary = document.vocabulary
    return vocabulary.place_of_city(vocabulary.venues[house.value]["city_id"] if house.kind == "venue" else house.value)


def _between(left: Mention, right: Mention) -> tuple[int, int]:
    return (left.last, right.first) if left.first < right.first else (right.last, left.first)
