"""A body that meets with somebody's leader: "the leaders of the GCC met Donald Trump" is the GCC with the United States."""

from __future__ import annotations

from summitry.mentions.document import Document, Mention
from summitry.text.sentences import Sentence

_LEAD = 6
_HEADS = ("president", "prime_minister", "monarch")
_CUT = frozenset(".;:؛؟")


def with_a_partner(document: Document, sentence: Sentence, forum: Mention) -> Mention:
    """The forum, or the one that it forms with a region beside it, or with a country whose head it is said to meet."""
    members = document.vocabulary.forum_members.get(forum.value, frozenset())
    for region in document.of("place", (forum.last, min(forum.last + _LEAD, sentence.last))) if members else ():
        beside = document.vocabulary.place_members.get(region.value, frozenset())
        found = _both(document, members, beside) if beside and _are_joined(document, forum, region) else None
        if found is not None:
            return forum._replace(value=found)
    for person in document.of("person", sentence) if members else ():
        known = document.people[person.value]
        owns = document.is_word(person.last, "possessive")
        if owns or known.office not in _HEADS or known.place_id in members:
            continue
        if not _meets(document, sentence, forum, person):
            continue
        found = _both(document, members, frozenset((known.place_id,)))
        if found is not None:
            return forum._replace(value=found)
    return forum


def _both(document: Document, members: frozenset[str], others: frozenset[str]) -> str | None:
    """The forum in which two sides meet, or None."""
    both = members | others
    return next((forum for forum, found in document.vocabulary.forum_members.items() if found == both), None)


def _are_joined(document: Document, forum: Mention, region: Mention) -> bool:
    """Whether an "and" or a "with", and at most a word for states, leads from a body to a region: "the GCC and Central Asia"."""
    if _CUT & set(document.text_of(forum.end, region.start)) or "," in document.text_of(forum.end, region.start):
        return False
    between = range(forum.last, region.first)
    attached = document.article.language == "ar" and any(
        document.words.forms[i].startswith("و") for i in range(forum.last, region.first + 1)
    )
    leads = [i for i in between if document.is_word(i, "conjunction")]
    leads += [link.first for link in document.of("link", (forum.last, region.first)) if link.value == "with"]
    return (attached or bool(leads)) and not document.has_any(("meeting", "meet", "held"), (forum.last, region.first))


def _meets(document: Document, sentence: Sentence, forum: Mention, person: Mention) -> bool:
    """Whether a "with" or a verb of meeting or giving leads from the one to the other, with no sentence's end between."""
    low, high = (forum, person) if forum.first < person.first else (person, forum)
    if _CUT & set(document.text_of(low.end, high.start)):
        return False
    between = (max(low.last, high.first - _LEAD), high.first)
    leading = between if low is forum else (low.last, min(low.last + _LEAD, high.first))
    if any(link.value == "with" for link in document.of("link", leading)) and low is forum:
        return True
    verbs = document.any_of(("meet", "give"), leading) or document.has_word("receives_partner", leading)
    in_arabic = document.article.language == "ar" and document.any_of(
        ("meet",), (max(low.first - 3, sentence.first), low.first)
    )
    return bool(verbs or in_arabic)
