"""Who is only spoken of: former holders of an office, and those of whom the article says that they did not come."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from summitry.claims.attendance.envoys import is_ones_own, sender, sends
from summitry.mentions.document import Document, Mention

_NEAR = 10
_BEHIND = 8
_RIGHT_BEHIND = 4
_DENIED = 4
_AUXILIARY = 1
_ASKED = 6
_REPRESENTED = 14
_NAME = 2
_STOPS = tuple(";.,،؛:")
_APART = frozenset(".;؛:!?؟")
_TITLE = ("title", "titles", "place", "honorific", "linking")


def is_former(document: Document, mention: Mention, *, in_office_then: bool = False) -> bool:
    """Whether a person is only spoken of as former, or as the one before; "then" does not say so of what was then."""
    near = document.of("former", (max(mention.first - 3, 0), mention.last + 2))
    for cue in near:
        if in_office_then and cue.value == "then":
            continue
        low, high = (cue, mention) if cue.first < mention.first else (mention, cue)
        parted = "," in document.text_of(low.end, high.start) or document.has("break", (low.last, high.first))
        if not parted and (cue.last <= mention.first or document.article.language == "ar"):
            return True
    return False


def find_absent(document: Document, forum_id: str) -> frozenset[str]:
    """The people of whom the article says that they did not come to a forum's meeting, or that somebody else sat there."""
    absent: set[str] = set()
    for cue in document.of("absent"):
        if document.has("sent", (cue.first, cue.first + 1)) and sends(document, cue):
            continue  # "Turkmenistan sent X": a country is told for, not somebody who stays at home
        named = document.of("forum", (cue.last, min(cue.last + _NEAR, document.sentence_of(cue).last)))
        if named and all(forum.value != forum_id for forum in named):
            continue  # "… who had stayed away from the CIS summit"
        if _lasted_years(document, cue):
            continue
        absent.update(mention.value for mention in _whom(document, cue))
    absent.update(_represented(document))
    for country in _boycotting(document):
        absent.update(leader_id for leader_id, person in document.people.items() if person.place_id == country)
    absent.update(person.value for cue in document.of("sent") if (person := sender(document, cue)) is not None)
    for cue in document.of("negation"):
        # "… also attended. Donald Trump did not; he had left."
        if document.words.gaps[cue.last].strip()[:1] in _STOPS:
            people = document.of("person", (max(cue.first - _DENIED, 0), cue.first))
            absent.update(m.value for m in people if cue.first - m.last <= _AUXILIARY)
    return frozenset(absent)


def _represented(document: Document) -> Iterator[str]:
    """The heads whom others are said to represent, by their titles and names: «مثل الوزير الأول فلان الرئيس تبون»."""
    if document.article.language != "ar":
        return
    for cue in (m for m in document.of("attend") if document.is_word(m.last - 1, "represents")):
        if document.has_any(("place", "city"), (cue.last, cue.last + 1)):
            continue  # «مثل السعودية ولي العهد …»
        people = document.of("person", (cue.last, min(cue.last + _REPRESENTED, document.sentence_of(cue).last)))
        for person in people[:2]:
            titles = [m for m in document.of("title", (cue.last, person.first)) if m.last <= person.first]
            named = len(titles) > 1 and titles[-1].first - titles[0].last >= _NAME
            joined = named and document.words.forms[titles[-1].first].startswith("و")
            if named and not joined and not set(_STOPS) & set(document.text_of(cue.end, person.start)):
                yield person.value


def _boycotting(document: Document) -> Iterator[str]:
    """The countries that are said to boycott a meeting: "the United States boycotted it", «مقاطعة أميركية», «бойкот США»."""
    for cue in document.of("boycott"):
        before = (max(cue.first - _NEAR, document.sentence_of(cue).first), cue.first)
        if document.has_any(("negation", "hope"), (max(cue.first - _DENIED, before[0]), cue.first)):
            continue
        owners = [m for m in document.of("place", (cue.last, cue.last + 2)) if m.first - cue.last <= 1]
        for mention in (owners or document.any_of(("place", "city", "person"), before)[-1:])[:1]:
            if mention.kind != "person":
                of_city = mention.kind == "city"
                yield document.vocabulary.place_of_city(mention.value) if of_city else mention.value


def _whom(document: Document, cue: Mention) -> list[Mention]:
    """The people whom a word for absence is about.

    The cue's value is `behind` or `before` where the word itself tells the side ("stood in for", مثله); elsewhere they stand
    behind it in Arabic, and before it in the other languages, unless there is nobody on that side.
    """
    people = document.of("person", document.sentence_of(cue))
    before = [m for m in people if m.last <= cue.first and cue.first - m.last <= _NEAR]
    behind = [m for m in people if m.first >= cue.last and m.first - cue.last <= _NEAR]
    if cue.value == "behind":
        near = [m for m in behind if m.first - cue.last <= _BEHIND]
        return [m for m in near[:1] if not _APART & set(document.text_of(cue.end, m.start))]
    if cue.value == "before":
        return before[-1:]
    if cue.value == "in_place":  # ناب فلان عن فلان
        return [other for one, other in itertools.pairwise(behind) if _for(document, one, other)][:1]
    if (
        document.article.language == "ar"
        and before
        and (_turns_back(document, before[-1], cue) or is_ones_own(document, cue))
    ):
        return before[-1:]
    if document.article.language == "ar":
        return [*behind[:1], *_joined(document, behind)] or before[-1:]
    if len(before) > 1 and document.has("break", (before[-1].last, cue.first), "speech"):
        return before[:1]  # "Pashinyan rang Japarov and said that he would not come": who says so stays away
    opens = cue.first - document.sentence_of(cue).first <= 1  # «Не приехал и президент переходного периода Сирии …»
    reach = _BEHIND if opens else _RIGHT_BEHIND
    return [*before[-1:], *_joined(document, before[::-1])] or [m for m in behind if m.first - cue.last <= reach][:1]


def _turns_back(document: Document, person: Mention, cue: Mention) -> bool:
    """Whether an Arabic verb's subject stands right before it: «أما مودي فلم يأت، وأوفد وزيره», «الشرع الذي أوفد وزيره»."""
    if person.last == cue.first:
        return document.words.forms[cue.first].startswith("ف")
    return person.last == cue.first - 1 and document.has("break", (person.last, cue.first), "relative")


def _lasted_years(document: Document, cue: Mention) -> bool:
    """Whether somebody stayed away for years, which are over: «الذي غاب عن هذا اللقاء اثني عشر عاما»."""
    end = min(cue.last + _BEHIND, document.sentence_of(cue).last)
    return document.has_word("years", (cue.last, end))


def _for(document: Document, deputy: Mention, absent: Mention) -> bool:
    """Whether "for" stands between a deputy and the one who is absent."""
    return document.has_word("in_place_of", (deputy.last, absent.first))


def _joined(document: Document, people: list[Mention]) -> Iterator[Mention]:
    """Those who are named with the first of these by no more than an "and", with their titles."""
    for one, other in itertools.pairwise(people):
        low, high = (one, other) if one.first < other.first else (other, one)
        if high.first < low.last:  # "the presidents of China and Russia": two who share a title
            yield other
            continue
        between = range(low.last, high.first)
        forms = document.words.folded[low.last : high.first + 1]
        linked = document.has_word("conjunction", (low.last, high.first + 1)) or (
            document.article.language == "ar" and any(_has_and(document, form) for form in forms)
        )
        told = {i for kind in _TITLE for m in document.of(kind, (low.last, high.first)) for i in range(m.first, m.last)}
        strange = [i for i in between if i not in told and not document.is_word(i, "conjunction")]
        if not linked or strange or _APART & set(document.text_of(low.end, high.start)):
            return
        yield other


def _has_and(document: Document, form: str) -> bool:
    """Whether a folded Arabic word begins with "and"; وزير and ولي only look so."""
    return form.startswith("و") and not form.startswith(tuple(document.function_words["title_in_waw"]))


def is_asked_about(document: Document, mention: Mention) -> bool:
    """Whether it is open whether a person comes: "has not confirmed whether Rahmon …", «приедет ли Путин», ما إذا كان بوتين."""
    asked = document.last_word("whether", (mention.first - _ASKED, mention.first))
    return asked is not None and not set(_STOPS) & set(document.text_of(document.words.starts[asked], mention.start))
