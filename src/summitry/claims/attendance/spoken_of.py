"""Who is only spoken of in a sentence about coming: who speaks of others, who is called or written to."""

from __future__ import annotations

from summitry.mentions.document import Document, Mention

PRESENT = ("attend", "at_meeting", "opens")
_COMING = (*PRESENT, "host", "meet")
_CLOSE = 6
_PARTING = frozenset(";؛:")


def is_far(document: Document, mention: Mention) -> bool:
    """Whether a sentence tells that a person calls, writes or is visited; what somebody only speaks of is not his own."""
    sentence = document.sentence_of(mention)
    return any(
        cue.first < mention.last or not _speaks_of(document, mention, cue) for cue in document.of("remote", sentence)
    )


def says_of_himself(document: Document, mention: Mention) -> bool:
    """Whether a person is quoted as coming: «نقل مكتب الرئيس … عن الرئيس قوله إنه سيشارك في القمة»."""
    sentence = document.sentence_of(mention)
    for cue in document.of("attend", (mention.last, sentence.last)):
        if document.is_word(cue.first - 1, "himself"):
            return not document.has("person", (mention.last, cue.first))
    return False


def tells_of_others_there(document: Document, mention: Mention) -> bool:
    """ "Minister X said that A would meet B": who speaks in front of every word for coming is no item of a list."""
    sentence = document.sentence_of(mention)
    cues = document.any_of(_COMING, (sentence.first, sentence.last))
    if not cues or cues[0].first < mention.last or not document.has("person", (mention.last, cues[0].first)):
        return False
    said = (
        (mention.first - _CLOSE, mention.first) if document.article.language == "ar" else (mention.last, cues[0].first)
    )
    return document.has("break", said, "speech")


def is_called(document: Document, mention: Mention) -> bool:
    """ "After a telephone call with Netanyahu": a guest whom a word for a call or a letter leads to."""
    calls = document.of("remote", (max(mention.first - _CLOSE, 0), mention.first))
    between = (calls[-1].last, mention.first) if calls else (0, 0)
    if not calls or document.has_any((*PRESENT, "meeting"), between):
        return False
    return not _PARTING & set(document.text_of(calls[-1].end, mention.start))


def said_between(document: Document, cue: Mention, mention: Mention) -> bool:
    """Whether a word for speaking stands between a word for coming and the person behind it, who is then spoken of."""
    if document.has("break", (cue.last, mention.first), "speech"):
        return True
    # "The secretary general said that the summit, attended by …": a clause of its own parts the speaker from the word,
    # but not where it goes on about him: "said that he will attend".
    himself = document.is_word(cue.first - 1, "himself")
    return not himself and mention.last <= cue.first and document.has("break", (mention.last, cue.first), "clause")


def _speaks_of(document: Document, mention: Mention, cue: Mention) -> bool:
    """Whether a person only speaks of what a word behind tells: "Tokayev said that he plans a phone call"."""
    said = document.of("break", (mention.last, cue.first), "speech")
    return bool(said) and document.has("break", (said[0].last, cue.first))
