"""Lists of those who came, which may go on over several sentences."""

from __future__ import annotations

from summitry.mentions.document import Document
from summitry.text.sentences import Sentence

_NEAR = 6
_LIST_WORDS = 16
_PARTING = frozenset(";؛:")


def goes_on_listing(document: Document, sentence: Sentence, *, listing: bool) -> bool:
    """Whether a sentence opens or continues a list of those who came."""
    if document.has("attend", sentence):
        return not _by_telephone(document, sentence)
    people = document.of("person", sentence)
    if not (listing and people):
        return False
    before = (sentence.first, people[0].first)  # "amid a recent statement by …": somebody is only spoken of
    short = sentence.last - sentence.first <= _LIST_WORDS
    short = short and not document.has_word("words_of", before)
    return short or len(people) > 2 or document.words.gaps[sentence.last].strip(". ")[:1] == ";"


def tells_of_accession(document: Document, sentence: Sentence) -> bool:
    """Whether a sentence is about who joins a treaty, and of no meeting: it opens no list of guests."""
    clubs = document.of("club", sentence)
    treaty = any(document.is_word(i, "accord") for club in clubs for i in range(club.first, club.last))
    return treaty and document.has("join", sentence) and not document.has("meeting", sentence)


def _by_telephone(document: Document, sentence: Sentence) -> bool:
    """Whether the first word for coming is said of a call or a message: "a call in which X and Y took part", "X joined them
    by telephone".
    """
    coming = document.of("attend", sentence)[0]
    means = document.of("remote", (coming.last, min(coming.last + _NEAR, sentence.last)))
    if any(document.is_word(m.first, "by_means") for m in means):
        return True
    calls = document.of("remote", (max(sentence.first, coming.first - 2 * _NEAR), coming.first))
    return any(not _PARTING & set(document.text_of(call.end, coming.start)) for call in calls)
