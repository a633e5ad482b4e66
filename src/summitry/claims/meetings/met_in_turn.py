"""Summits told by whom a region's leaders met in turn: "have met Xi in Astana, Putin in Dushanbe and Trump in Washington"."""

from __future__ import annotations

from typing import NamedTuple

from summitry.claims.meetings.anchors import days_in
from summitry.claims.meetings.groups import counts_things, regions_with_a_format
from summitry.claims.meetings.spots import Spot
from summitry.mentions.document import Day, Document, Mention
from summitry.text.sentences import Sentence

_LEADERS = ("president", "leader")
_HEADS = ("president", "prime_minister", "monarch")
_FEWEST = 2
_REACH = 6


class Met(NamedTuple):
    """One meeting of several: the forum that a region has with a leader's country, the verb, where it was, and when."""

    forum: Mention
    verb: Mention
    spot: Spot
    day: Day | None


def met_in_turn(document: Document, sentence: Sentence) -> list[Met]:
    """The meetings of a sentence in which a region's leaders meet two leaders or more, each in a city or house of its own."""
    verb = next(iter(document.of("meet", sentence)), None)
    people = [m for m in document.of("person", sentence) if document.people[m.value].office in _HEADS]
    if verb is None or len(people) < _FEWEST or not _have_leaders(document, sentence):
        return []
    region = _region_meant(document, sentence)
    if region is None:
        return []
    ends = [*(m.first for m in people[1:]), sentence.last]
    told = [_met(document, region, verb, person, end) for person, end in zip(people, ends, strict=True)]
    found = [met for met in told if met is not None]
    return found if len(found) >= _FEWEST and len(found) == len(told) else []


def _have_leaders(document: Document, sentence: Sentence) -> bool:
    leaders = any(m.value in _LEADERS for m in document.of("titles", sentence))
    return leaders or any(not counts_things(document, m) for m in document.of("five", sentence))


def _region_meant(document: Document, sentence: Sentence) -> Mention | None:
    """The region with a partner that was named last, in the sentence or before it."""
    regions = regions_with_a_format(document)
    named = [m for m in document.of("place", (0, sentence.last)) if m.value in regions]
    return named[-1] if named else None


def _met(document: Document, region: Mention, verb: Mention, person: Mention, end: int) -> Met | None:
    """The meeting with one of them: in the first city or house behind his name; None where no forum joins the two."""
    both = regions_with_a_format(document)[region.value] | {document.people[person.value].place_id}
    vocabulary = document.vocabulary
    forum_id = next(
        (
            f
            for f, members in vocabulary.forum_members.items()
            if members == both and vocabulary.forums[f]["kind"] == "C+1"
        ),
        None,
    )
    behind = (person.last, min(person.last + _REACH, end))
    house = next(iter(document.any_of(("venue", "city"), behind)), None)
    if forum_id is None or house is None or person.first < verb.first:
        return None
    spot = Spot(venue=house) if house.kind == "venue" else Spot(city=house)
    day = next(iter(days_in(document, (house.last, end))), None)
    return Met(region._replace(kind="forum", value=forum_id, form="described"), verb, spot, day)
