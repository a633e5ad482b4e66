"""Which words belong to a verb: how far its clause reaches to the left and to the right."""

from __future__ import annotations

from typing import NamedTuple

from summitry.claims.agreements.details import phrase_opens
from summitry.mentions.document import Document, Mention
from summitry.text.sentences import Sentence
from summitry.text.signs import has_sign

VERBS = ("act", "agree", "give", "buy", "join", "works", "ties")
_SUBJECT_REACH = 3
_PUT_IN = 14
_SEMICOLONS = frozenset(";؛")
_HARD = frozenset(";؛:")
_COMMAS = frozenset(",،—–")


class Clause(NamedTuple):
    """A verb's words: from `left` to `right` (exclusive) without what is put in between (`holes`).

    `opener` is the conjunction or pronoun that opens the clause, if one does.
    """

    left: int
    right: int
    opener: Mention | None
    holes: tuple[tuple[int, int], ...] = ()

    def holds(self, first: int) -> bool:
        """Whether a word is of this clause."""
        return self.left <= first < self.right and not any(low <= first < high for low, high in self.holes)


def clause_around(document: Document, sentence: Sentence, verb: Mention) -> Clause:
    """The clause of a verb: back to a conjunction or another verb's object, on to the next verb or conjunction."""
    left, opener, holes = _left_end(document, sentence, verb)
    return Clause(left, _right_end(document, sentence, verb), opener, holes)


def detail_end(document: Document, sentence: Sentence, at: int, heads: list[Mention]) -> int:
    """Where the words about what was agreed end: at the next instrument or verb, a contrast, the sentence's end."""
    stops = [opens for head in heads if head.first > at and (opens := _opens(document, head)) > at]
    stops += [cue.first for cue in document.of("break", (at + 1, sentence.last)) if cue.value in ("contrast", "speech")]
    for i in document.words.signs(at + 1, sentence.last):
        if not _SEMICOLONS.isdisjoint(document.words.gaps[i]) and not document.has_any(("cost", "part"), (i, i + 3)):
            stops.append(i)
            break
    return min([*stops, sentence.last])


def _opens(document: Document, head: Mention) -> int:
    return phrase_opens(document, head) if head.kind == "instrument" else head.first


def _left_end(
    document: Document, sentence: Sentence, verb: Mention
) -> tuple[int, Mention | None, tuple[tuple[int, int], ...]]:
    gaps = document.words.gaps
    breaks = {cue.last: cue for cue in _openers(document, (sentence.first, verb.first))}
    verbs = {
        other.last: other for other in document.any_of(VERBS, (sentence.first, verb.first)) if other.last <= verb.first
    }
    hard = {k for k in document.words.signs(sentence.first + 1, verb.first + 1) if not _HARD.isdisjoint(gaps[k])}
    holes: list[tuple[int, int]] = []
    end = verb.first
    for i in sorted({*hard, *verbs, *breaks}, reverse=True):
        if not sentence.first < i <= end:
            continue
        if i in hard:
            return i, None, tuple(holes)
        other, cue = verbs.get(i), breaks.get(i)
        if other is not None and _has_own_object(document, other, verb):
            return _behind_comma(document, other, verb), other, tuple(holes)
        if cue is not None:
            close = _closing_comma(document, cue, verb)
            around = _enclosing(document, breaks, cue, verb) if close is None else None
            if around is not None:
                cue, close = around, _closing_comma(document, around, verb)
            if close is None:
                return i, cue, tuple(holes)
            holes.append((cue.first, close))
            end = cue.first
    return min(sentence.first, verb.first), None, tuple(holes)


def _enclosing(document: Document, breaks: dict[int, Mention], cue: Mention, verb: Mention) -> Mention | None:
    """As in "X, which sells the oil that Y burns, is to join": the clause between commas in which a lesser one stands."""
    if cue.value != "relative":
        return None
    before = [other for last, other in breaks.items() if last <= cue.first and other.value == "relative"]
    around = max(before, key=lambda other: other.first, default=None)
    if around is None or _closing_comma(document, around, verb) is None:
        return None
    gaps = document.words.gaps
    inside = [k for k in document.words.signs(around.last, verb.first + 1) if has_sign(gaps[k], _COMMAS)]
    return around if len(inside) == 1 and inside[0] > cue.last else None


def _openers(document: Document, stretch: tuple[int, int]) -> list[Mention]:
    """The conjunctions and pronouns that open a clause: "until it", but not "until 2027"."""
    breaks = document.of("break", stretch)
    if all(cue.value != "clause" for cue in breaks):
        return breaks
    dates = {mention.first for mention in document.any_of(("date", "month"), stretch)}
    forms = document.words.forms
    return [
        cue
        for cue in breaks
        if cue.value != "clause" or not (cue.last in dates or forms[min(cue.last, len(forms) - 1)][0].isdecimal())
    ]


def _has_own_object(document: Document, other: Mention, verb: Mention) -> bool:
    between = (other.last, verb.first)
    return document.has("instrument", between) or (other.kind == "give" and document.has("amount", between))


def _behind_comma(document: Document, other: Mention, verb: Mention) -> int:
    """The word behind the last comma between two verbs, or right behind the first verb where there is none."""
    for k in range(verb.first, other.last, -1):
        if not _COMMAS.isdisjoint(document.words.gaps[k]):
            return k
    return other.last


def _closing_comma(document: Document, cue: Mention, verb: Mention) -> int | None:
    """The word behind the comma that, right before the verb, ends what a pronoun or conjunction opened before it."""
    opening = "".join(document.words.gaps[max(cue.first - 1, 0) : cue.first + 1])
    if cue.first == 0 or _COMMAS.isdisjoint(opening):
        return None
    commas = [
        k for k in document.words.signs(cue.last, verb.first + 1) if not _COMMAS.isdisjoint(document.words.gaps[k])
    ]
    subject = verb.first
    while commas and _lists_countries(document, commas[-1]):
        subject = commas.pop() - 1
    if not commas or _unnamed_words(document, commas[-1], subject) > _SUBJECT_REACH:
        return None
    # "When its leaders, gathered in Minsk, signed": two commas belong to each other, and the clause is still open.
    return commas[-1] if cue.value == "relative" or len(commas) % 2 else None


def _unnamed_words(document: Document, first: int, last: int) -> int:
    """How many words of a stretch belong to no name: those of a subject may be many."""
    named = {i for m in document.any_of(("person", "place"), (first, last)) for i in range(m.first, m.last)}
    return sum(i not in named for i in range(first, last))


def _lists_countries(document: Document, comma: int) -> bool:
    """Whether a comma stands between the names of two countries, as in a list of those who sign."""
    before = document.of("place", (comma - 1, comma))
    return bool(before) and document.has("place", (comma, comma + 1))


def _right_end(document: Document, sentence: Sentence, verb: Mention) -> int:
    stops = [cue.first for cue in _openers(document, (verb.last, sentence.last)) if not _put_in(document, verb, cue)]
    following = [v for v in document.any_of(VERBS, (verb.last, sentence.last)) if _is_next(document, verb, v)]
    stops += [_comma_before(document, verb, v) if v.value == "signed" else v.first for v in following]
    for i in document.words.signs(verb.last, sentence.last):
        if not _SEMICOLONS.isdisjoint(document.words.gaps[i]):
            stops.append(i)
            break
    return min([*stops, sentence.last])


def _comma_before(document: Document, verb: Mention, other: Mention) -> int:
    """Where the clause of the next verb begins: behind the last comma before it, if the first verb has its object by then."""
    for k in range(other.first, verb.last, -1):
        if not _COMMAS.isdisjoint(document.words.gaps[k]):
            return k if document.has("instrument", (verb.last, k)) else other.first
    return other.first


def _put_in(document: Document, verb: Mention, cue: Mention) -> bool:
    """Whether a clause between commas parts a verb from its instrument ("signed, as they had promised, a treaty")."""
    gaps = document.words.gaps
    if document.has("instrument", (verb.last, cue.first)) or _COMMAS.isdisjoint(gaps[cue.first]):
        return False
    for k in range(cue.last + 1, min(cue.last + _PUT_IN, len(gaps) - 1)):
        if not _COMMAS.isdisjoint(gaps[k]):
            return document.has("instrument", (k, k + _SUBJECT_REACH))
    return False


def _is_next(document: Document, verb: Mention, other: Mention) -> bool:
    """Whether a verb behind another has a clause of its own: the first has its object, or a comma stands between."""
    between = (verb.last, other.first)
    if other.kind == "join" and other.value in ("noun", "member"):
        return False
    if other.kind != "act" or document.has("instrument", between) or other.first == verb.last:
        return other.first > verb.last
    return any(not _COMMAS.isdisjoint(document.words.gaps[k]) for k in range(verb.last, other.first + 1))
