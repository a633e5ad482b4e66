"""Where the text tells of a meeting, sentence by sentence: the forum, and the day, place, level and group told with it."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import NamedTuple

from summitry.claims.meetings.anchors import TELLING, days_in, distance, is_over, is_weak_part, named_forums
from summitry.claims.meetings.eves import ministers_on_the_eve
from summitry.claims.meetings.forums_meant import forum_meant, forum_to_come
from summitry.claims.meetings.groups import are_together, leaders_group
from summitry.claims.meetings.meant import word_meant
from summitry.claims.meetings.met_in_turn import Met, met_in_turn
from summitry.claims.meetings.other_days import is_of_another, is_of_something_else, start_of_what_is_said
from summitry.claims.meetings.parts import parts_of
from summitry.claims.meetings.several_days import first_day
from summitry.claims.meetings.several_meetings import are_several, meetings_listed, met_times
from summitry.claims.meetings.spots import Spot, find_spot
from summitry.mentions.document import Day, Document, Mention
from summitry.text.sentences import Sentence
from summitry.text.signs import has_sign

_OF_PEOPLE = ("forum", "host", "meet", "attend")
_NEAR = 6
_GOVERNED = 3
_HELD = 5
_WORDS = ("forum", "meeting", "rank", *TELLING)
_OF_MEETINGS = ("forum", "meeting", "meet", "host")
_TOGETHER = ("act", "attend", "together")
_MILESTONES = ("founding", "raising")
_HEADS = ("president", "prime_minister", "monarch")
_HOLDING = ("held", "host", "meeting")
_CUT = ",،;؛:—–("


class Sighting(NamedTuple):
    """One telling of a meeting in a sentence or a part of one.

    `anchor` is the word for meeting; `order` is earlier or later ("the previous summit"), else empty; `anaphoric` where
    the forum is only meant ("the summit"); `time` is `past` or `to_come` where the words or the day tell it; `group` the
    countries whose leaders are said to come; `loose` where a day told may be that of other talks: no meeting is named, only
    its leaders ("will meet the five presidents"), or its forum not yet ("receives guests ahead of a regional summit");
    `listed` where one word tells of several meetings.
    """

    forum: Mention
    anchor: Mention
    sentence: int
    level: str = ""
    day: Day | None = None
    spot: Spot = Spot()
    order: str = ""
    anaphoric: bool = False
    time: str = ""
    group: frozenset[str] = frozenset()
    loose: bool = False
    listed: bool = False


def find_sightings(document: Document) -> list[Sighting]:
    """All tellings of meetings, in order. "The summit" means a meeting of the forum told of last as the article's own."""
    found: list[Sighting] = []
    put_off: list[Mention] = []
    together = {n for n in document.sentences_with(_TOGETHER) if are_together(document, document.sentences[n])}
    telling = document.sentences_with(_WORDS) if not document.kinds.isdisjoint(_OF_MEETINGS) else ()
    for number in sorted({*telling, *together}):
        sentence = document.sentences[number]
        in_turn = met_in_turn(document, sentence)
        if in_turn:
            found += [_met_before(met, number) for met in in_turn]
            continue
        named = named_forums(document, sentence)
        if document.has("cancelled", sentence):
            put_off += [forum for forum, _ in named]
        named = [pair for pair in named if not _left_out(document, sentence, *pair)]
        named = [pair for pair in named if not (found and is_weak_part(document, pair, found[0].forum.value))]
        named = [pair for pair in named if not _is_spoken_of_beside(pair, found)]
        if found and len(named) == 1 and _only_resembles(document, sentence, named[0][0], found[0].forum):
            named = []
        if named:
            tellings = [
                telling
                for forum, anchor in named
                for base, stretch in _bases(
                    document,
                    Sighting(forum, anchor, number, loose=anchor.kind in _OF_PEOPLE),
                    _own_stretch(document, sentence, forum, named),
                )
                for telling in _tellings(document, base, stretch)
            ]
            tellings = _received_together(document, sentence, tellings)
            found += [_in_the_same_place(document, _where_that_happened(document, t), found) for t in tellings]
        elif not document.has("cancelled", sentence) and not document.has("proposed", sentence):
            word = word_meant(document, sentence)
            if word is None or _only_wished(document, sentence, word):
                continue
            meant = forum_meant(document, number, word, found, put_off) or forum_to_come(document, number, found)
            if meant is not None and not _of_a_part(document, sentence, meant):
                whole = (sentence.first, sentence.last)
                loose = meant.first >= sentence.last or _tells_of_people(document, sentence, word)
                base = Sighting(meant, word, number, anaphoric=bool(found or put_off), loose=loose)
                tellings = list(_tellings(document, base, whole))
                if meant.form == "partner":  # what else the sentence tells need not be with that partner
                    tellings = [t for t in tellings if not t.day or t.day.mention.first > word.first] or tellings[:1]
                found += [_in_the_same_place(document, t, found) for t in tellings]
    return found


def _met_before(met: Met, number: int) -> Sighting:
    order = "" if met.day else "earlier"
    return Sighting(met.forum, met.verb, number, "heads_of_state", met.day, met.spot, order, time="past", listed=True)


def _bases(document: Document, base: Sighting, stretch: tuple[int, int]) -> Iterator[tuple[Sighting, tuple[int, int]]]:
    """A telling and its stretch of words; two where ministers meet on the eve of the summit."""
    eve = ministers_on_the_eve(document, base.anchor, stretch)
    if eve is None:
        yield base, stretch
        return
    met, apart = eve
    yield base._replace(anchor=met, level="foreign_ministers"), (stretch[0], apart.first)
    yield base._replace(level="heads_of_state"), (apart.first, stretch[1])


def _received_together(document: Document, sentence: Sentence, tellings: list[Sighting]) -> list[Sighting]:
    """The tellings of a sentence; what is said to host stands for all meetings behind the word ("Jeddah hosts A and B")."""
    if len({t.forum.value for t in tellings}) < 2:
        return tellings
    first = min(min(t.forum.first, t.anchor.first) for t in tellings)
    spots = [t.spot for t in tellings if t.spot]
    hosts = document.of("host", (sentence.first, first), "host")
    if not hosts or len(spots) != 1:
        return tellings
    return [t if t.spot or t.order else t._replace(spot=spots[0]) for t in tellings]


def _where_that_happened(document: Document, telling: Sighting) -> Sighting:
    """As in "In Astana a treaty was signed. It happened at the summit": the place of what the sentence before tells."""
    sentence = document.sentences[telling.sentence]
    if telling.spot or not telling.sentence:
        return telling
    if not document.has("that_happened", (sentence.first, sentence.first + _GOVERNED)):
        return telling
    before = document.sentences[telling.sentence - 1]
    return telling._replace(spot=find_spot(document, (before.first, before.last), anywhere=False))


def _in_the_same_place(document: Document, telling: Sighting, found: list[Sighting]) -> Sighting:
    """As in "the CIS will meet there, too", «там же пройдет встреча СНГ», في المدينة ذاتها: where the article's meeting was."""
    if telling.spot or not document.has("same_place", document.sentences[telling.sentence]):
        return telling
    before = next((s.spot for s in found if s.spot and not s.order and s.sentence < telling.sentence), Spot())
    return telling._replace(spot=before._replace(venue=None) if before.city or before.place else before)


def _is_spoken_of_beside(pair: tuple[Mention, Mention], found: list[Sighting]) -> bool:
    """Whether the word for meeting, some way from another forum than the article's, is that of the article's meeting: "praised
    the preparations for the summit and cooperation within the SCO".
    """
    forum, anchor = pair
    if not found or anchor.kind != "meeting" or distance(forum, anchor) <= _NEAR:
        return False
    return all(forum.value != sighting.forum.value for sighting in found)


def _only_resembles(document: Document, sentence: Sentence, forum: Mention, main: Mention) -> bool:
    """Whether a forum that a later sentence does not name, but whose members it speaks of, is none of the article's: their
    countries are listed, or nobody is said to receive, meet or come.
    """
    if forum.value == main.value or forum.form.split()[0] not in ("listed", "described"):
        return False
    return forum.form.startswith("listed") or not document.any_of(("host", "meet", "attend"), sentence)


def _tells_of_people(document: Document, sentence: Sentence, word: Mention) -> bool:
    """Whether the word for a meeting is a verb whose subject or object are leaders: "She will meet the presidents"."""
    if word.kind in _OF_PEOPLE:
        return True
    return word.kind == "held" and document.has("meet", (word.first, word.last)) and document.has("titles", sentence)


def _left_out(document: Document, sentence: Sentence, forum: Mention, anchor: Mention) -> bool:
    for kind, why in (("cancelled", "not held"), ("proposed", "only proposed")):
        if document.has(kind, sentence):
            document.reject("meeting", anchor, why)
            return True
    if _only_wished(document, sentence, anchor):
        document.reject("meeting", anchor, "only proposed")
        return True
    if document.any_of(_MILESTONES, sentence) and not document.has_any(("meeting", "meet"), sentence):
        document.reject("meeting", anchor, "a founding date, no meeting")
        return True
    return False


def _of_a_part(document: Document, sentence: Sentence, forum: Mention) -> bool:
    """Whether the leaders spoken of are those of a region that is only a small part of the forum: "met the Gulf's leaders"."""
    members = document.vocabulary.forum_members.get(forum.value, frozenset())
    beside = [
        place
        for titles in document.of("titles", sentence)
        for place in document.of("place", (max(titles.first - 2, 0), titles.last + _GOVERNED))
    ]
    regions = [frozenset(document.vocabulary.place_members.get(place.value, ())) for place in beside]
    small = [region for region in regions if region and region <= members and len(region) * 2 < len(members)]
    return bool(small) and not document.has("meeting", sentence, "summit")


def _only_wished(document: Document, sentence: Sentence, anchor: Mention) -> bool:
    """Whether the words right before a meeting are a holding that somebody wishes («اقترح الرئيس عقد قمة»)."""
    holding = document.of("holding", (max(anchor.first - _HELD, sentence.first), anchor.first))
    return bool(holding) and document.has("hope", (max(holding[0].first - _NEAR, sentence.first), holding[0].first))


# --- day, place and group of a telling ---


def _own_stretch(
    document: Document, sentence: Sentence, forum: Mention, named: list[tuple[Mention, Mention]]
) -> tuple[int, int]:
    """The part of a sentence that is about one of several forums: from its name or anchor to the next one's."""
    if len(named) == 1:
        return sentence.first, sentence.last
    spans = sorted((min(f.first, a.first), max(f.last, a.last), f.value) for f, a in named)
    place = next(i for i, (_, _, value) in enumerate(spans) if value == forum.value)
    cuts = [sentence.first]
    for left, right in itertools.pairwise(spans):
        marked = [i for i in range(left[1], right[0] + 1) if has_sign(document.words.gaps[i], _CUT)]
        cuts.append(marked[0] if marked else right[0])
    cuts.append(sentence.last)
    return cuts[place], max(cuts[place + 1], cuts[place] + 1)


def _tellings(document: Document, base: Sighting, stretch: tuple[int, int]) -> Iterator[Sighting]:
    """One sighting for a stretch of words, or one for each part of it that gives a meeting its own day."""
    sentence = document.sentences[base.sentence]
    base = base._replace(
        level=base.level or _level(document, sentence, base.anchor),
        group=leaders_group(document, sentence, base.forum.value),
    )
    if base.anchor.kind == "forum":
        times = [m for m in document.any_of(("meet", "held"), stretch) if met_times(document, m)]
        base = base._replace(anchor=times[0]) if times else base
    if are_several(document, base.anchor):
        several = list(_several(document, base, stretch))
        generic = (
            base.anchor.value == "summit" and distance(base.anchor, base.forum) > 1 and not days_in(document, stretch)
        )
        if several or generic:  # "Africa needs fewer summits" tells of none
            yield from several
            return
    days = [
        day
        for day in days_in(document, stretch)
        if not is_of_something_else(document, base.anchor, day, anaphoric=base.anaphoric)
    ]
    days = [day for day in days if not any(_within(document, other, day) for other in days)]
    if not days:
        beside = document.any_of(
            ("sidelines", "at_meeting"), (max(base.anchor.first - 3, sentence.first), base.anchor.last)
        )
        spot = Spot() if base.anaphoric and beside else _spot(document, base, stretch, anywhere=False)
        time = _time(document, stretch, None)
        yield base._replace(spot=spot, order=_order(document, base, stretch), time=time)
        return
    for first, last, day in parts_of(document, base.anchor, stretch, days):
        order = _order(document, base, (first, last))
        spot = _spot(document, base, (first, last), anywhere=bool(order) or is_over(document, day))
        time = _time(document, (first, last), day)
        yield base._replace(day=first_day(document, (first, last), day), order=order, spot=spot, time=time)


def _several(document: Document, base: Sighting, stretch: tuple[int, int]) -> Iterator[Sighting]:
    """The tellings of several meetings by one word, and that of the one that is spoken of behind them."""
    listed = meetings_listed(document, base.anchor, stretch[1])
    if not listed:
        return
    for house, day in listed:
        time = _time(document, (house.first, house.last), day)
        spot = Spot(city=house) if house.kind == "city" else Spot(place=house)
        order = "" if day else "earlier"
        yield base._replace(spot=spot, day=day, order=order, time=time, group=frozenset(), listed=True)
    rest = (listed[-1].house.last, stretch[1])
    own = [m for m in document.of("meeting", rest, "summit") if not are_several(document, m)]
    if own:
        yield from _tellings(document, base._replace(anchor=own[0], anaphoric=True), rest)


def _spot(document: Document, base: Sighting, stretch: tuple[int, int], *, anywhere: bool) -> Spot:
    """Where a stretch of words puts the meeting; not where a ministry or a spokesman only tells of it."""
    begin = start_of_what_is_said(document, base.anchor)
    first = max(stretch[0], min(begin, stretch[1]))
    end = _start_of_another(document, base.anchor, stretch[1])
    spot = find_spot(document, (first, end), anywhere=anywhere, anchor=base.anchor.first)
    if spot or end == stretch[1]:
        return spot
    return find_spot(document, (first, stretch[1]), anywhere=anywhere, anchor=base.anchor.first)


def _start_of_another(document: Document, anchor: Mention, end: int) -> int:
    """Where, behind a word for meeting, another meeting is told of as before or after it ("two years after Xi'an hosted the
    first"); else the end of the stretch.
    """
    apart = document.of("sidelines", (anchor.last, end), "apart")
    others = (m for m in apart if is_of_another(document, m) or document.has_any(_HOLDING, (m.last, end)))
    return next((m.first for m in others), end)


def _within(document: Document, exact: Day, wide: Day) -> bool:
    """Whether a day is only told more exactly by another one, in the same clause: "in 2022, on 15 September"."""
    if exact.iso == wide.iso or not exact.iso.startswith(wide.iso):
        return False
    low, high = (exact, wide) if exact.mention.first < wide.mention.first else (wide, exact)
    stretch = (low.mention.last, high.mention.first)
    return not (document.has("meeting", stretch) and "," in document.text_of(low.mention.end, high.mention.start))


def _time(document: Document, stretch: tuple[int, int], day: Day | None) -> str:
    """Whether a stretch of words tells of a meeting that was or of one to come."""
    if day is not None and document.today is not None and day.iso > document.today.isoformat()[: len(day.iso)]:
        return "to_come"
    held = document.of("held", stretch)
    planned = {i for m in document.of("plan", stretch) for i in (m.last, m.last + 1)}
    if any(m.value == "to_come" or m.first in planned for m in held):
        return "to_come"
    return "past" if any(m.value == "held" for m in held) else ""


def _order(document: Document, base: Sighting, stretch: tuple[int, int]) -> str:
    """Whether the words call the meeting an earlier or a later one: beside its word, or anywhere where it is only meant."""
    reach = 3 if not base.anaphoric else 8
    near = (max(stretch[0], base.anchor.first - reach), min(stretch[1], base.anchor.last + reach))
    if not stretch[0] <= base.anchor.first < stretch[1]:
        near = stretch  # "The next will gather in 2026, and the summit of the OTS is planned for October."
    found = document.of("earlier", near if near[0] < near[1] else stretch)
    if base.anaphoric and not found:
        opening = document.sentences[base.sentence].first
        found = document.of(
            "earlier", (opening, opening + 2)
        )  # "Next year's chair wants to hold the meeting in Miami."
    if not found:
        return ""
    dated = {i for day in days_in(document, stretch) for i in range(day.mention.first, day.mention.last)}
    dated |= {m.first for m in found if _only_dates(document, m)}
    dated |= {m.first for m in document.of("held", stretch)}  # «заседание прошло» is no «прошлое заседание»
    return next((m.value for m in found if m.first not in dated), "")  # "next year" is a day, no order


def _only_dates(document: Document, order: Mention) -> bool:
    """Whether a word for earlier belongs to a day right behind it: "earlier today", «في وقت سابق اليوم», «ранее в четверг»."""
    return any(order.last <= day.mention.first <= order.last + 1 for day in document.days if len(day.iso) == 10)


def _level(document: Document, sentence: Sentence, anchor: Mention) -> str:
    titles = {mention.value for mention in document.of("titles", sentence)}
    offices = {document.people[mention.value].office for mention in document.of("person", sentence)}
    prepares = anchor.kind == "meeting" and anchor.value == "ministers"  # "the ministerial meeting prepares the summit"
    summit = document.has("meeting", sentence, "summit") and not prepares
    # "The emir praised the work of the ministerial council": where heads are spoken of, it need not be what is told.
    alone = not summit and not offices & set(_HEADS)
    if alone and document.has("meeting", sentence, "ministers"):
        return "foreign_ministers"
    if "foreign_minister" in offices and len(offices) == 1 and not titles and not summit:
        return "foreign_ministers"
    if "foreign_minister" in titles and not titles & {"president", "leader"}:
        return "foreign_ministers"
    if titles & {"president", "leader", "prime_minister"} or summit:
        return "heads_of_state"
    return "other" if "none" in titles and not document.of("person", sentence) else ""
