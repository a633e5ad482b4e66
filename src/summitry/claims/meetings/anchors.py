"""Which forums a sentence names as meeting, each with the word for meeting that anchors it."""

from __future__ import annotations

from summitry.claims.meetings.groups import described_forum
from summitry.claims.meetings.partners import with_a_partner
from summitry.claims.meetings.spots import find_spot
from summitry.claims.meetings.two_sides import forum_of_two_sides
from summitry.mentions.document import Day, Document, Mention
from summitry.text.sentences import Sentence
from summitry.text.signs import has_sign

TELLING = ("held", "host", "meet", "attend")
_NEAR = 6
_OPENING = 3
_BESIDE = 2
_TITLE = 7
_SIDELINES = 3
_JOINED = 4
_OF_TIME_AND_PLACE = ("level_word", "date", "weekday", "city", "locative")
_MOST_MEETING = 2
_GOVERNED = 4
_CUT = ",،;؛:—–(."


def named_forums(document: Document, sentence: Sentence) -> list[tuple[Mention, Mention]]:
    """Forums of which the sentence, naming or describing them, tells a meeting, each with the word that anchors it."""
    found: dict[str, tuple[Mention, Mention]] = {}
    for forum in document.of("forum", sentence):
        anchor = None if _is_beside(document, sentence, forum) else _anchor(document, sentence, forum)
        if anchor is not None and forum.value not in found:
            met = with_a_partner(document, sentence, forum)
            found.setdefault(met.value, (met, anchor))
    found = {key: pair for key, pair in found.items() if not _is_anothers(document, pair, list(found.values()))}
    wider = [forum.value for forum, _ in found.values() if forum.form != "weak"]
    found = {key: pair for key, pair in found.items() if not any(is_weak_part(document, pair, name) for name in wider)}
    formats = [forum_id for forum_id in found if document.vocabulary.forums[forum_id]["kind"] == "C+1"]
    for forum_id in formats:
        found = {key: pair for key, pair in found.items() if not _is_side(document, key, forum_id, pair)}
    sides = None if formats else forum_of_two_sides(document, sentence)
    if sides is not None and all(anchor != sides[1] for _, anchor in found.values()):
        return [sides]
    described = None if formats else described_forum(document, sentence)
    if described is not None and (described.value in found or (described.form.startswith("listed") and found)):
        described = None
    if described is not None:
        # The partner of a region is no meeting of its own: "the summit of Central Asia and the GCC".
        apart = {key: pair for key, pair in found.items() if _touching(pair[0], pair[1]) and key not in described.form}
        return [(described, _word_for(document, sentence, described)), *apart.values()]
    return list(found.values())


def _is_anothers(document: Document, pair: tuple[Mention, Mention], pairs: list[tuple[Mention, Mention]]) -> bool:
    """Whether a forum's word for meeting touches another forum on the side where the language puts its name: «Игры СНГ Саммит
    ОТГ» is no summit of the CIS, "G7 summit ASEAN" none of ASEAN.
    """
    forum, anchor = pair
    behind = document.article.language != "en"
    if anchor.kind != "meeting" or (forum.first >= anchor.last) == behind:
        return False
    return any(
        other.value != forum.value and (other.first == anchor.last if behind else other.last == anchor.first)
        for other, word in pairs
        if word == anchor
    )


def _is_beside(document: Document, sentence: Sentence, forum: Mention) -> bool:
    """Whether others only meet beside a forum: "on the sidelines of the UN General Assembly the leaders met"."""
    beside = document.has("sidelines", (max(forum.first - _SIDELINES, sentence.first), forum.first), "at")
    return beside and all(distance(m, forum) for m in document.of("meeting", sentence))


def _word_for(document: Document, sentence: Sentence, described: Mention) -> Mention:
    """The word for meeting nearest to what describes a forum; where there is none, these words themselves."""
    meetings = [
        m
        for m in document.of("meeting", sentence)
        if m.value != "talks" and not _with_others_before(document, sentence, described, m)
    ]
    return min(meetings, key=lambda m: distance(m, described), default=described)


def _with_others_before(document: Document, sentence: Sentence, described: Mention, meeting: Mention) -> bool:
    """ "Hosted the five leaders, months after they had held summits with Putin": the word for meeting is of those before."""
    apart = document.has("sidelines", (described.last, meeting.first), "apart")
    return apart and document.has("person", (meeting.last, sentence.last))


def _is_side(document: Document, body: str, forum_id: str, pair: tuple[Mention, Mention]) -> bool:
    """Whether a body is only one side of a format ("the summit of the GCC and Central Asia"), not a meeting of its own."""
    members = document.vocabulary.forum_members
    inside = body != forum_id and members.get(body, frozenset("?")) < members[forum_id]
    return inside and not (pair[1].kind == "meeting" and _touching(*pair))


def is_weak_part(document: Document, pair: tuple[Mention, Mention], whole: str) -> bool:
    """Whether a body only names one side of a wider forum that meets: in plain words ("the Gulf states" at "the Gulf-US
    summit"), or some way from the word for meeting ("the summit … by the charter of the Gulf Cooperation Council").
    """
    members = document.vocabulary.forum_members
    forum, anchor = pair
    part = members.get(forum.value, frozenset("?")) < members.get(whole, frozenset())
    return part and distance(forum, anchor) > (0 if forum.form == "weak" else _NEAR)


def _touching(forum: Mention, anchor: Mention) -> bool:
    return max(forum.first - anchor.last, anchor.first - forum.last) <= 1


def _anchor(document: Document, sentence: Sentence, forum: Mention) -> Mention | None:
    """The word for meeting that belongs to a forum's name, or None where the sentence tells of no meeting of it."""
    if document.has("comparison", (max(forum.first - 3, sentence.first), forum.first)):
        document.reject("meeting", forum, "only compared")
        return None
    meetings = sorted(document.of("meeting", sentence), key=lambda m: distance(m, forum))
    touching = bool(meetings) and distance(meetings[0], forum) == 0
    chaired = document.has_word(
        "chairmanship", (forum.first - _BESIDE - 1, forum.first)
    )  # "who presides over the Council"
    if not touching and (chaired or in_title(document, sentence, forum) or _is_joined(document, sentence, forum)):
        return None  # "The summit was attended by the secretary general of the Arab League."
    weak = forum.form == "weak" and not _of_leaders(document, sentence, forum)
    reach = _BESIDE if weak else _NEAR
    near = [m for m in meetings if _apart(document, m, forum) <= reach and not _parted(document, m, forum)]
    near = [m for m in near if not _is_with_others(document, m, forum)]
    if near:
        return near[0]
    if weak or _names_no_meeting(document, sentence, forum):
        return None
    summits = [m for m in meetings if m.value == "summit"]
    if summits and len({m.value for m in document.of("forum", sentence)}) == 1:
        return summits[0]
    told = [m for m in document.any_of(TELLING, sentence) if not _is_an_office(document, m, forum)]
    if told and document.has("titles", sentence):
        return told[0]
    if (
        told
        and document.has("held", sentence)
        and has_days(document, sentence)
        and find_spot(document, sentence[:2], anywhere=False)
    ):
        return told[0]
    if told and meetings and document.vocabulary.forums[forum.value]["kind"] == "C+1":
        return meetings[0]
    people = document.of("person", sentence)
    if meetings and not people and _opens_article(document, sentence, forum):
        return meetings[0]  # "The Group of Seven packed up on Tuesday evening, after two days of talks."
    received = people and document.has("host", sentence) and has_days(document, sentence)
    return told[0] if told and _is_format(document, forum) and (len(people) > 1 or received) else None


def _is_with_others(document: Document, meeting: Mention, forum: Mention) -> bool:
    """Whether a meeting is one with people of a body who lead none: "a meeting with media executives from BRICS"."""
    between = (meeting.last, forum.first)
    if forum.first - meeting.last <= 1 + _BESIDE or not document.is_word(meeting.last, "meets_with"):
        return False
    return meeting.value != "summit" and not document.has_any(("titles", "title", "person", "states", "five"), between)


def _is_an_office(document: Document, told: Mention, forum: Mention) -> bool:
    """Whether a word for chairing is only the office in a body: "the race for the chairmanship of the African Union"."""
    chairing = document.is_word(told.first, "chairmanship") and told.last <= forum.first
    return chairing and forum.first - told.last <= _BESIDE


def _owns_another_event(document: Document, forum: Mention) -> bool:
    """Whether a forum only tells whose exercises or games are held: «учения стран ОТГ пройдут», "OTS drills"."""
    return document.has("other_event", (max(forum.first - _BESIDE - 1, 0), forum.last + 1))


def _names_no_meeting(document: Document, sentence: Sentence, forum: Mention) -> bool:
    """Whether a forum without a word for meeting beside it may be something else: two sides that talk, the holder of other
    events, or one of several bodies that were invited to a summit.
    """
    listed = len({m.value for m in document.of("forum", sentence)}) > _MOST_MEETING
    invited = listed and document.has("meeting", sentence)
    return invited or _names_two_sides(document, forum) or _owns_another_event(document, forum)


def is_of_few(document: Document, meeting: Mention) -> bool:
    """Whether a meeting is one of two or three: "the trilateral summit", «двусторонняя встреча», «آخر لقاء بين الرئيسين»."""
    if document.has_word("of_few", (meeting.first - 2, meeting.last + 1)):
        return True
    behind = range(meeting.last, meeting.last + _GOVERNED)
    return any(document.is_word(i, "of_both") and document.is_word(i - 1, "between_both") for i in behind)


def _is_joined(document: Document, sentence: Sentence, forum: Mention) -> bool:
    """Whether somebody's entry into a body is spoken of ("X's accession to the EAEU"), be it at the summit of another."""
    near = document.of("join", (max(forum.first - _JOINED, sentence.first), forum.first))
    return any(verb.value != "member" and not set(document.text_of(verb.end, forum.start)) & set(_CUT) for verb in near)


def _opens_article(document: Document, sentence: Sentence, forum: Mention) -> bool:
    """Whether the article opens with a forum and names no other in that sentence."""
    opens = sentence.first <= document.sentences[min(_OPENING, len(document.sentences)) - 1].first
    return (
        opens and len({m.value for m in document.of("forum", sentence)}) == 1 and forum.first - sentence.first <= _NEAR
    )


def in_title(document: Document, sentence: Sentence, forum: Mention) -> bool:
    """Whether a forum only tells whose officer somebody is: "the secretary general of the OTS", "the EU Council's president",
    "the secretary general of the Organization of Turkic States (OTS)".
    """
    if "(" in document.words.gaps[forum.first]:
        forum = next((m for m in document.of("forum", (sentence.first, forum.first)) if m.last == forum.first), forum)
    reach = (max(forum.first - _TITLE, sentence.first), min(forum.last + 2, sentence.last))
    titles = [m for m in document.of("title", reach) if not document.has("titles", (m.first, m.first + 1))]
    if any(person.last < forum.first and _links(document, person, forum) for person in document.of("person", reach)):
        return True  # "António Costa of the European Council"
    return any(
        (title.first < forum.last and forum.first < title.last)
        or (title.last <= forum.first and _links(document, title, forum))
        or (forum.last <= title.first and _owns(document, forum, title))
        for title in titles
    )


def _links(document: Document, title: Mention, forum: Mention) -> bool:
    """Whether nothing but "of the" stands between a title and the forum behind it."""
    stretch = (title.last, forum.first)
    linking = {i for m in document.of("linking", stretch) for i in range(m.first, m.last)}
    return linking >= set(range(*stretch)) and not _parted_by_sign(document, title, forum)


def _owns(document: Document, forum: Mention, title: Mention) -> bool:
    """ "OTS Secretary General", "the African Union's chairman"."""
    between = document.words.forms[forum.last : title.first]
    close = document.article.language == "en" and all(len(form) == 1 for form in between)
    return close and not _parted_by_sign(document, forum, title)


def _parted_by_sign(document: Document, low: Mention, high: Mention) -> bool:
    return any(sign in _CUT for sign in document.text_of(low.end, high.start))


def _of_leaders(document: Document, sentence: Sentence, forum: Mention) -> bool:
    """Whether plain words name a forum's leaders who hold a summit: "the heads of the Turkic states gathered"."""
    near = document.of("titles", (max(forum.first - _TITLE, sentence.first), forum.last + 1))
    near = [title for title in near if forum.first - title.last <= _BESIDE]
    if any(title.value == "foreign_minister" for title in near):
        return document.has("meeting", sentence, "meeting") and document.has_any(TELLING, sentence)
    return bool(near) and document.has("meeting", sentence, "summit")


def _is_format(document: Document, forum: Mention) -> bool:
    return document.vocabulary.forums[forum.value]["kind"] == "C+1"


def _parted(document: Document, meeting: Mention, forum: Mention) -> bool:
    """Whether another forum, or the end of the clause, stands between a word for meeting and a forum."""
    low, high = (meeting, forum) if meeting.first < forum.first else (forum, meeting)
    if any(other.value != forum.value for other in document.of("forum", (low.last, high.first))):
        return True
    return has_sign(document.text_of(low.end, high.start), ".!?؟;؛:")


def _names_two_sides(document: Document, forum: Mention) -> bool:
    """Whether the forum is written as its two sides ("the United States and Central Asia"), which need not be a meeting."""
    return bool(document.of("place", (forum.first, forum.last)))


def _apart(document: Document, meeting: Mention, forum: Mention) -> int:
    """The number of words between a meeting and a forum, without those that tell its level, its day or its place: "a summit at
    the highest level", «главы МИД ШОС провели в среду в Москве третье заседание».
    """
    low, high = (meeting, forum) if meeting.first < forum.first else (forum, meeting)
    between = (low.last, high.first)
    if between[1] - between[0] <= _NEAR:
        return distance(meeting, forum) - len(_covered(document, (meeting.last, forum.first), ("level_word",)))
    return distance(meeting, forum) - len(_covered(document, between, _OF_TIME_AND_PLACE))


def _covered(document: Document, stretch: tuple[int, int], kinds: tuple[str, ...]) -> set[int]:
    return {i for m in document.any_of(kinds, stretch) for i in range(m.first, min(m.last, stretch[1]))}


def distance(left: Mention, right: Mention) -> int:
    """The number of words between two mentions."""
    return max(left.first - right.last, right.first - left.last, 0)


def has_days(document: Document, stretch: tuple[int, int] | Sentence) -> bool:
    """Whether a stretch of words names a day."""
    return any(stretch[0] <= day.mention.first < stretch[1] for day in document.days)


def days_in(document: Document, stretch: tuple[int, int] | Sentence) -> list[Day]:
    """The days that a stretch of words names; a period ("the plan for 2025-2027") is none."""
    days = (day for day in document.days if stretch[0] <= day.mention.first < stretch[1])
    return [day for day in days if day.mention.form != "period"]


def is_over(document: Document, day: Day) -> bool:
    """Whether a day is of an earlier year than the report."""
    return document.today is not None and day.iso[:4] < document.today.isoformat()[:4]
