"""Several meetings told by one word: "the summits in Samarkand and Astana", «саммиты прошли в Сиане в 2023 году и в Астане»."""

from __future__ import annotations

import itertools
from typing import NamedTuple

from summitry.claims.meetings.anchors import days_in
from summitry.mentions.document import Day, Document, Mention

_TOLD_BETWEEN = ("meeting", "person", "forum", "break")
_APART = 6
_BESIDE = 2
_BEHIND = 8


class Told(NamedTuple):
    """One of several meetings: its city, or else its country, and the day told with it."""

    house: Mention
    day: Day | None


def are_several(document: Document, anchor: Mention) -> bool:
    """Whether a word for meeting is in the plural, or a verb for it says that it was done more than once."""
    plural = document.has_word("several_meetings", (anchor.first, anchor.last))
    return plural or met_times(document, anchor)


def met_times(document: Document, anchor: Mention) -> bool:
    """Whether a verb is said to have been done twice or more: "met the region's leaders twice", «дважды встречались»."""
    around = (anchor.first - _BESIDE, anchor.last + _BEHIND)
    return anchor.kind in ("meet", "held") and document.has_word("several_times", around)


def meets_repeatedly(document: Document, mention: Mention) -> bool:
    """Whether a sentence tells how often people have met, and not of one meeting: "has met Putin twice this year"."""
    return document.sentence_index(mention) in document.once(_told_to_repeat)


def _told_to_repeat(document: Document) -> set[int]:
    """The numbers of the sentences that tell how often people have met."""
    verbs = document.any_of(("meet", "held"))
    return {document.sentence_index(verb) for verb in verbs if met_times(document, verb)}


def meetings_listed(document: Document, anchor: Mention, end: int) -> list[Told]:
    """The meetings that cities are listed for behind a plural word for them, each with the day told nearest to it."""
    houses = _houses(document, (anchor.last, end))
    told = houses and _reach(document, anchor, houses[0])
    listed = houses[:1] if told else []
    for left, right in itertools.pairwise(houses):
        apart = right.first - left.last > _APART or document.has_any(_TOLD_BETWEEN, (left.last, right.first))
        if left not in listed or apart:
            break
        listed.append(right)
    if len(listed) < 2:
        return []
    days = [
        day for day in days_in(document, (anchor.last, listed[-1].last + _APART)) if _is_of_list(document, listed, day)
    ]
    behind = (
        bool(days) and days[0].mention.first > listed[0].first
    )  # "in Samarkand in 2022", not "in 2022 in Samarkand"
    return [Told(city, _day_of(listed, i, days, behind=behind)) for i, city in enumerate(listed)]


def _reach(document: Document, anchor: Mention, house: Mention) -> bool:
    """Whether the list of houses that begins with one is that of the word: nothing else is told between, but with whom they
    met ("the meetings that the presidents had with X in A and in B").
    """
    between = (anchor.last, house.first)
    if document.has("meeting", between):
        return False
    cuts = document.of("break", between)
    theirs = bool(cuts) and cuts[0].value == "relative" and cuts[0].first == anchor.last
    return met_times(document, anchor) or theirs or not (cuts or document.has("person", between))


def _houses(document: Document, stretch: tuple[int, int]) -> list[Mention]:
    """The cities, and the countries that do not only say where a city is, that a stretch of words names."""
    found: list[Mention] = []
    for m in document.any_of(("city", "place"), stretch):
        if m.kind == "city":
            found.append(m)
        elif m.form == "name" and document.vocabulary.places[m.value]["kind"] == "country":
            near = document.of("city", (max(m.first - 2, 0), m.last + 2))
            if all(document.vocabulary.place_of_city(city.value) != m.value for city in near):
                found.append(m)
    return found


def _is_of_list(document: Document, listed: list[Mention], day: Day) -> bool:
    last, told = listed[-1].last, day.mention
    if told.first < last:
        return True
    between, behind = (last, told.first), (told.first, told.last + _BESIDE)
    return not (document.has_any(_TOLD_BETWEEN, between) or document.has_any(_TOLD_BETWEEN[:-1], behind))


def _day_of(listed: list[Mention], i: int, days: list[Day], *, behind: bool) -> Day | None:
    """The day told with the city at a place in the list: behind it, or before it where the first day stands so."""
    if behind:
        end = listed[i + 1].first if i + 1 < len(listed) else listed[i].last + _APART
        return next((day for day in days if listed[i].last <= day.mention.first < end), None)
    begin = listed[i - 1].last if i else 0
    return next((day for day in days if begin <= day.mention.first < listed[i].first), None)
