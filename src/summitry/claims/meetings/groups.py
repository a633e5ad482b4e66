"""Forums told by their members: a region's leaders with a partner, or most of a region's countries by name."""

from __future__ import annotations

from pathlib import Path

from summitry.claims.meetings.under_one_roof import are_under_one_roof
from summitry.mentions.document import Document, Mention
from summitry.text.sentences import Sentence

_MEETING_CUES = ("host", "meet", "meeting", "attend")
_MOST = 0.75
_FEWEST = 4
_NEAR = 6
_CLOSE = 5
_TAKEN_IN = 1  # a country that the region's body has taken in
_COUNT = 5  # what the cue `five` counts

_REGIONS: dict[Path, dict[str, frozenset[str]]] = {}


def described_forum(document: Document, sentence: Sentence) -> Mention | None:
    """The forum of a sentence that names none but brings a region's leaders together with its one partner.

    The mention has the forum's id and the span of the words that describe the region's side; its `form` is `described`, or
    `listed` where the countries are named one by one, with the partner's id behind it.
    """
    if not (document.has_any(_MEETING_CUES, sentence) or are_together(document, sentence)):
        return None
    side = _region_side(document, sentence)
    if side is None:
        return None
    region, words = side
    members = document.vocabulary.place_members[region]
    for partner, partner_members in _partners(document, sentence, members):
        for forum_id, forum_members in document.vocabulary.forum_members.items():
            if forum_members == members | partner_members and document.vocabulary.forums[forum_id]["kind"] == "C+1":
                return words._replace(kind="forum", value=forum_id, form=f"{words.form} {partner}")
    return _among_themselves(document, sentence, members, words)


def are_together(document: Document, sentence: Sentence) -> bool:
    """Whether a sentence without a word for a meeting brings leaders together all the same: to sign, or in one house."""
    return _sign_together(document, sentence) or are_under_one_roof(document, sentence)


def _sign_together(document: Document, sentence: Sentence) -> bool:
    """Whether many leaders, each by name, sign or adopt something in a city: "In Astana on Tuesday Xi, A, B, C and D signed"."""
    many = len({m.value for m in document.of("person", sentence)}) > _FEWEST
    return many and document.has("act", sentence) and document.has_any(("city", "venue"), sentence)


def _among_themselves(
    document: Document, sentence: Sentence, members: frozenset[str], words: Mention
) -> Mention | None:
    """The body in which a region's leaders meet at home, without a partner: "Central Asian leaders gathered in Tashkent".

    Not where the article speaks of a format that they have with somebody, or of the leader of one who has such a format.
    """
    vocabulary = document.vocabulary
    own = (f for f, found in vocabulary.forum_members.items() if members <= found and len(found - members) <= _TAKEN_IN)
    forum_id = next((f for f in own if vocabulary.covers(f) and vocabulary.forums[f]["kind"] != "C+1"), None)
    titles = {title.value for title in document.of("titles", sentence)}
    cities = {vocabulary.place_of_city(city.value) for city in document.of("city", sentence)}
    if forum_id is None or not titles & {"president", "leader"} or not cities or not cities <= members:
        return None
    formats = [f for f in vocabulary.forum_members if vocabulary.forums[f]["kind"] == "C+1"]
    partners = frozenset().union(*(vocabulary.forum_members[f] for f in formats)) - members
    if document.has_word("consultative", (sentence.first, sentence.last)):
        return words._replace(kind="forum", value=forum_id, form="consultative")
    spoken_of = {document.people[m.value].place_id for m in document.of("person")}
    if spoken_of & partners or any(m.value != forum_id for m in document.of("forum")):
        return None
    return words._replace(kind="forum", value=forum_id, form=words.form)


def partner_and_region(document: Document, sentence: Sentence) -> Mention | None:
    """The forum of a summit that a leader speaks at in an article's opening, which has named a region that meets with his
    country: «Китай поможет странам Центральной Азии. Об этом Си Цзиньпин объявил на саммите».
    """
    regions = regions_with_a_format(document)
    named = [m for m in document.of("place", (0, sentence.last)) if m.value in regions]
    for person in document.of("person", sentence) if named else ():
        region = named[-1]
        both = regions[region.value] | {document.people[person.value].place_id}
        for forum_id, members in document.vocabulary.forum_members.items():
            if members == both and document.vocabulary.forums[forum_id]["kind"] == "C+1":
                partner = document.people[person.value].place_id
                return region._replace(kind="forum", value=forum_id, form=f"described {partner}")
    return None


def leaders_group(document: Document, sentence: Sentence, forum_id: str) -> frozenset[str]:
    """The member countries whose leaders a sentence says, as a group or by a list, to take part in a forum's meeting."""
    members = document.vocabulary.forum_members.get(forum_id, frozenset())
    titles = document.of("titles", sentence)
    if not titles or not members:
        return frozenset()
    region = _region_side(document, sentence)
    group = document.vocabulary.place_members[region[0]] if region else frozenset()
    listed = {place.value for place in document.of("place", (titles[0].first, sentence.last)) if place.form == "name"}
    return (group | listed) & members if region or len(listed & members) > 1 else frozenset()


def _region_side(document: Document, sentence: Sentence) -> tuple[str, Mention] | None:
    """The region whose leaders the sentence speaks of, and the words: its name beside a word for leaders, or its countries."""
    regions = regions_with_a_format(document)
    titles = document.of("titles", sentence)
    people = document.any_of(("titles", "five"), sentence)
    places = document.of("place", sentence)
    for place in places:
        if place.value in regions:
            if _summit_with(document, place):
                return place.value, place._replace(form="described")
            near = [m for m in people if _stands_by(m, place)]
            near += _joined_at_summit(document, place, len(regions[place.value]))
            near += [m for m in people if _leads_both(document, sentence, m, place)]
            near = [] if _some_of_them(document, place, near, len(regions[place.value])) else near
            if near and (titles or document.has("group", sentence)):
                return place.value, place._replace(form="described")
    counted = [m for m in document.of("five", sentence) if not counts_things(document, m)]
    if counted and (titles or document.has("group", sentence)):
        earlier = [
            m
            for m in document.of("place", (0, sentence.first))
            if m.value in regions and len(regions[m.value]) == _COUNT
        ]
        if earlier:
            return earlier[-1].value, counted[0]._replace(form="described")
    named = {document.people[m.value].place_id for m in document.of("person", sentence)}
    if len(places) + len(named) < _FEWEST:
        return None
    for region, members in regions.items():
        inside = [place for place in places if place.value in members and place.form == "name"]
        told = {place.value for place in inside} | named & members
        inside = inside or [m for m in document.of("person", sentence) if document.people[m.value].place_id in members]
        if inside and len(told) >= max(_MOST * len(members), _FEWEST) and len(named - members) <= 1:
            first, last = inside[0], inside[-1]
            return region, first._replace(last=last.last, end=last.end, form="listed")
    return None


def counts_things(document: Document, five: Mention) -> bool:
    """Whether a bare number has no word for states or leaders beside it: "outlining five key areas"."""
    if five.last - five.first > 1 or not document.has("count", (five.first, five.last)):
        return False
    around = ((max(five.first - 2, 0), five.first), (five.last, five.last + 2))
    return not any(document.has_any(("states", "titles", "group"), beside) for beside in around)


def _stands_by(people: Mention, region: Mention) -> bool:
    """Whether a word for leaders, or for all five of them, stands by a region's name: before it, or right behind."""
    if people.first < region.last:
        return region.first - people.last <= _NEAR
    return people.first - region.last <= (_NEAR if people.kind == "titles" else 1)


def _leads_both(document: Document, sentence: Sentence, people: Mention, region: Mention) -> bool:
    """Whether a word for leaders leads a body that an "and" joins to a region: "ministers of the GCC and Central Asia"."""
    attached = document.has_and_joined(region.first)
    end = region.first - (not attached and document.is_word(region.first - 1, "conjunction"))
    if end == region.first and not attached:
        return False
    bodies = (m for m in document.of("forum", (sentence.first, end)) if m.last == end)
    return any(0 <= body.first - people.last <= _NEAR for body in bodies)


def _joined_at_summit(document: Document, region: Mention, size: int) -> list[Mention]:
    """The word for summit, or for the number of all its states, that a region's states stand close behind: "the summit of the
    Gulf states and the states of Central Asia", "the European Union and five countries of Central Asia".
    """
    begin = next((body.first for body in document.of("forum", (region.first - _CLOSE, region.first))), region.first)
    before = (max(begin - _CLOSE, 0), region.first + 1)
    counted = [m for m in document.of("count", before, str(size)) if document.has("states", (m.first, region.last))]
    states = document.has("states", (region.first - 1, region.first + 1))
    return counted or (document.of("meeting", before, "summit") if states else [])


def _summit_with(document: Document, region: Mention) -> bool:
    """As in "Japan hosted its first summit with Central Asia"."""
    leads = [m for m in document.of("link", (max(region.first - 2, 0), region.first)) if m.value == "with"]
    return bool(leads) and any(
        m.last == leads[0].first for m in document.of("meeting", (region.first - _CLOSE, region.first))
    )


def _some_of_them(document: Document, region: Mention, people: list[Mention], size: int) -> bool:
    """Whether only some of a region's leaders are counted: "two Central Asian presidents", «трое лидеров Центральной Азии»."""
    if document.has("five", (max(region.first - _NEAR, 0), region.last + _NEAR)):
        return False
    heads = {region.first, *(m.first for m in people)}
    counted = [first - 1 for first in heads if first > 0 and document.is_word(first - 1, "count_of_countries")]
    return any(not _makes(document, i, size) for i in counted)


def _makes(document: Document, i: int, size: int) -> bool:
    """Whether the number at word i is that of a whole region, or of the others of it: "Tokayev and four other leaders"."""
    others = document.has_word("other", (max(i - 2, 0), i + 4))
    return document.has("count", (i, i + 1), str(size - 1 if others else size))


def regions_with_a_format(document: Document) -> dict[str, frozenset[str]]:
    """The regions that meet with a partner: those whose countries are the larger part of a forum of the kind C+1."""
    vocabulary = document.vocabulary
    if vocabulary.folder not in _REGIONS:
        formats = [m for forum, m in vocabulary.forum_members.items() if vocabulary.forums[forum]["kind"] == "C+1"]
        _REGIONS[vocabulary.folder] = {
            region: members
            for region, members in vocabulary.place_members.items()
            if any(members < found and 2 * len(members) >= len(found) for found in formats)
        }
    return _REGIONS[vocabulary.folder]


def _partners(document: Document, sentence: Sentence, members: frozenset[str]) -> list[tuple[str, frozenset[str]]]:
    """What the sentence names beside the region, with its members: other groups first, then countries outside the region
    that it names, by name, by a leader, by a capital or a venue, the likeliest first.
    """
    vocabulary = document.vocabulary
    groups = [(m.value, vocabulary.forum_members.get(m.value, frozenset())) for m in document.of("forum", sentence)]
    regions = [(m.value, vocabulary.place_members.get(m.value, frozenset())) for m in document.of("place", sentence)]
    people = [document.people[m.value].place_id for m in document.of("person", sentence)]
    venues = [vocabulary.venues[m.value]["city_id"] for m in document.of("venue", sentence)]
    capitals = [m.value for m in document.of("city", sentence) if vocabulary.cities[m.value]["is_capital"] == "true"]
    houses = [vocabulary.place_of_city(city) for city in (*venues, *capitals)]
    places = [m.value for m in document.of("place", sentence)]
    countries = dict.fromkeys([*people, *places, *houses])
    outside = [(place, frozenset((place,))) for place in countries if place and place not in members]
    return [(name, found) for name, found in (*groups, *regions) if found and not found & members] + outside
