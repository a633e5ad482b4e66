"""Which words belong to a verb: how far its clause reaches to the left and to the right."""

from __future__ import annotations

from typing import NamedTuple

from summitry.mentions.document import Document, Mention
from summitry.text.sentences import Sentence

VERBS = ("act", "agree", "give", "buy", "join", "works")
_SUBJECT_REACH = 3
_HARD = ";؛:"


class Clause(NamedTuple):
    """A verb's words: from `left` to `right` (exclusive), and the conjunction or pronoun that opens the clause, if one does."""

    left: int
    right: int
    opener: Mention | None


def clause_around(document: Document, sentence: Sentence, verb: Mention) -> Clause:
    """The clause of a verb: back to a conjunction, a semicolon or another verb's object, on to the next verb or conjunction."""
    left, opener = _left_end(document, sentence, verb)
    return Clause(left, _right_end(document, sentence, verb), opener)


def detail_end(document: Document, sentence: Sentence, at: int, heads: list[Mention]) -> int:
    """Where the words about what was agreed end: at the next instrument or verb with its own, a contrast, or the sentence's end."""
    stops = [head.first for head in heads if head.first > at]
    stops += [cue.first for cue in document.of("break", (at + 1, sentence.last)) if cue.value in ("contrast", "speech")]
    for i in range(at + 1, sentence.last):
        if any(sign in document.words.gaps[i] for sign in ";؛") and not document.has("cost", (i, i + 3)):
            stops.append(i)
            break
    return min([*stops, sentence.last])


def _left_end(document: Document, sentence: Sentence, verb: Mention) -> tuple[int, Mention | None]:
    gaps = document.words.gaps
    breaks = {cue.last: cue for cue in document.of("break", (sentence.first, verb.first))}
    i = verb.first
    while i > sentence.first:
        if any(sign in gaps[i] for sign in _HARD):
            return i, None
        cue = breaks.get(i)
        if cue is not None:
            if not _closed(document, cue, verb):
                return i, cue
            i = cue.first
            continue
        i -= 1
    return i, None


def _closed(document: Document, cue: Mention, verb: Mention) -> bool:
    """Whether a comma right before the verb ends the clause that a pronoun or conjunction opened before it."""
    if cue.first == 0 or not any(sign in "".join(document.words.gaps[max(cue.first - 1, 0) : cue.first + 1]) for sign in ",،—–"):
        return False
    near = range(max(cue.last + 1, verb.first - _SUBJECT_REACH), verb.first + 1)
    return any(sign in document.words.gaps[k] for k in near for sign in ",،—–")


def _right_end(document: Document, sentence: Sentence, verb: Mention) -> int:
    stops = [cue.first for cue in document.of("break", (verb.last, sentence.last))]
    stops += [m.first for kind in VERBS for m in document.of(kind, (verb.last, sentence.last)) if m.first > verb.last]
    for i in range(verb.last, sentence.last):
        if any(sign in document.words.gaps[i] for sign in ";؛"):
            stops.append(i)
            break
    return min([*stops, sentence.last])
