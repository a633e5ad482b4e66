"""A body that meets with somebody's leader: "the leaders of the GCC met Donald Trump" is the GCC with the United States."""

from __future__ import annotations

from summitry.mentions.document import Document, Mention
from summitry.text.sentences import Sentence

_LEAD = 6
_HEADS = ("president", "prime_minister", "monarch")
_CUT = frozenset(".;:؛؟")


def with_a_partner(document: Document, sentence: Sentence, forum: Mention) -> Mention:
    """The forum, or the one that it forms with a country whose head the sentence says that it meets."""
    members = document.vocabulary.forum_members.get(forum.value, frozenset())
    for person in document.of("person", sentence) if members else ():
        known = document.people[person.value]
        owns = document.is_word(person.last, "possessive")
        if owns or known.office not in _HEADS or known.place_id in members:
            continue
        if not _meets(document, sentence, forum, person):
            continue
        both = members | {known.place_id}
        wider = (other for other, found in document.vocabulary.forum_members.items() if found == both)
        found = next(wider, None)
        if found is not None:
            return forum._replace(value=found)
    return forum


def _meets(document: Document, sentence: Sentence, forum: Mention, person: Mention) -> bool:
    """Whether a "with" or a verb of meeting or giving leads from the one to the other, with no sentence's end between."""
    low, high = (forum, person) if forum.first < person.first else (person, forum)
    if _CUT & set(document.text_of(low.end, high.start)):
        return False
    between = (max(low.last, high.first - _LEAD), high.first)
    leading = between if low is forum else (low.last, min(low.last + _LEAD, high.first))
    if any(link.value == "with" for link in document.of("link", leading)) and low is forum:
        return True
    verbs = document.any_of(("meet", "give"), leading) or any(
        document.is_word(i, "receives_partner") for i in range(*leading)
    )
    in_arabic = document.article.language == "ar" and document.any_of(
        ("meet",), (max(low.first - 3, sentence.first), low.first)
    )
    return bool(verbs or in_arabic)
