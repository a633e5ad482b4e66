"""Which commodity is meant where a claim does not name it: "this metal", "it", "is its top producer"."""

from __future__ import annotations

from summitry.claims.resources.reach import plain_words, signs_between
from summitry.mentions.document import Document, Mention
from summitry.text.sentences import Sentence
from summitry.text.signs import has_sign

_NAMED = ("commodity", "of_commodity")
_RELATING = ("يه", "ي")
_OF_IT = ("ه", "ها")
_SAME_REACH = 7
_FRONT = 4
_TOLD_REACH = 12


def spoken_of(document: Document, number: int, cue: Mention, last: Mention | None) -> list[Mention]:
    """As in "This metal", "it", «их экспортёр»: the commodity of the claim before, or the one that heads the paragraph.

    A heading is a commodity that stands alone: «Уран. На Казахстан …».
    """
    sentence = document.sentences[number]
    head = _heading(document, number)
    here = next(reversed(document.any_of(_NAMED, (sentence.first, cue.first))), None)
    meant = head or here or last or _named_before(document, number)
    near = document.of("same_commodity", (cue.last, min(cue.last + _SAME_REACH, sentence.last)))
    near = [m for m in near if m.value != "which" or m.first == cue.last]
    if document.article.language == "ru" and cue.kind in ("maker", "stock", "output"):
        first = next(
            (m.first for m in document.of("world", (cue.first - 1, cue.first))), cue.first
        )  # «его мировой добычи»
        near += document.of("same_commodity", (max(first - 1, sentence.first), first))
    if near and meant is not None and cue.kind != "rich" and not _of_another_kind(document, cue):
        return [meant]
    if meant is not None and _first_in_its(document, cue):
        return [meant]
    if head is not None and cue.kind in ("stock", "output"):
        return [head]
    if last is not None and cue.kind == "output" and _ranked_by(document, cue):
        return [last]
    if here is not None and (_measured_alone(document, cue, sentence) or _part_of_stock(document, cue, sentence)):
        return [here]
    fronted = _fronted(document, sentence) if cue.kind in ("maker", "stock", "output") else None
    if fronted is not None:
        return [fronted]
    left_out = last if cue.kind == "maker" else here
    return [left_out] if left_out is not None and _stands_bare(document, cue, sentence) else []


def _fronted(document: Document, sentence: Sentence) -> Mention | None:
    """As in "In antimony, X's output is second only to Y's": the goods that the sentence opens with, behind a preposition."""
    if not _within(document, sentence.first):
        return None
    for commodity in document.of("commodity", (sentence.first + 1, min(sentence.first + _FRONT, sentence.last))):
        if document.words.gaps[commodity.last].strip() in (",", "،"):
            return commodity
    return None


def _first_in_its(document: Document, cue: Mention) -> bool:
    """As in وهي الأولى عالميا في إنتاجه, "and ranks first in its production": a rank by what is dug of the goods just told."""
    low = cue.first
    if document.article.language == "ar":
        if not document.words.folded[low].endswith(_OF_IT):
            return False
    elif document.is_word(low - 1, "whose_own"):
        low -= 1
    else:
        return False
    if cue.kind not in ("stock", "output") or not _within(document, low - 1):
        return False
    ranks = document.of("rank", (max(low - _SAME_REACH, 0), low))
    return bool(ranks) and not plain_words(document, ranks[-1].last, low - 1)


def _within(document: Document, i: int) -> bool:
    return document.is_word(i, "in") or document.is_word(i, "in_there")


def _of_another_kind(document: Document, cue: Mention) -> bool:
    """As in موارد مائية … منها: an Arabic adjective says what the stock is of, and "of it" is part of that."""
    if document.article.language != "ar" or cue.kind != "stock" or cue.last >= len(document.words.forms):
        return False
    of_it = document.has_any(
        ("magnitude", "world", "share", "rank", "of_commodity", "commodity"), (cue.last, cue.last + 1)
    )
    return document.words.folded[cue.last].endswith(_RELATING) and not of_it


def _measured_alone(document: Document, cue: Mention, sentence: Sentence) -> bool:
    """As in "holds vast oil reserves and exports 3.4 million barrels a day": of what, was said in the sentence."""
    for measure in document.of("tonnage", (cue.last, min(cue.last + _SAME_REACH, sentence.last)))[:1]:
        if cue.kind != "makes" or plain_words(document, cue.last, measure.first):
            return False
        behind = measure.last
        ends = behind >= sentence.last or bool(document.words.gaps[behind].strip())
        return (ends or document.is_word(behind, "behind_measure")) and not _signs(document, cue.last, measure.first)
    return False


def _part_of_stock(document: Document, cue: Mention, sentence: Sentence) -> bool:
    """As in "mines most of the world's tungsten and holds half of the reserves", وتملك نصف احتياطياته."""
    if cue.kind != "stock" or not document.has("share", (max(cue.first - 4, sentence.first), cue.first)):
        return False
    behind = cue.last
    ends = behind >= sentence.last or bool(document.words.gaps[behind].strip())
    return ends or document.is_word(behind, "behind_bare_claim") or document.has("world", (behind, behind + 1))


def measured_of_it(document: Document, number: int, cue: Mention, last: Mention | None) -> list[Mention]:
    """As in "it sits on 16 million tonnes of them": so much of the commodity that was named before."""
    sentence = document.sentences[number]
    here = next(reversed(document.any_of(_NAMED, (sentence.first, cue.first))), None)
    meant = here or last or _named_before(document, number)
    for measure in document.of("tonnage", (cue.last, min(cue.last + _TOLD_REACH, sentence.last))):
        of_it = document.of("same_commodity", (measure.last, min(measure.last + 2, sentence.last)), "same")
        plain = plain_words(document, cue.last, measure.first)
        if meant is not None and of_it and not plain and not _signs(document, cue.last, of_it[0].first):
            return [meant]
    return []


def of_the_topic(document: Document, number: int, cue: Mention) -> list[Mention]:
    """As in "China dug 81 percent of what the world mined": a share of the world's of the paragraph's one commodity."""
    sentence = document.sentences[number]
    if cue.kind not in ("makes", "output"):
        return []
    around = (max(cue.first - _TOLD_REACH, sentence.first), min(cue.last + 1, sentence.last))
    if cue.kind == "makes":
        around = (cue.last, min(cue.last + _TOLD_REACH, sentence.last))
    share = document.has("share", around) or "%" in signs_between(document, *around).replace("٪", "%")
    if document.has("not_claimed", around) or (cue.kind == "output" and not document.has("holds", around)):
        return []
    if not share or not document.has("world", around) or document.has_any(_NAMED, sentence):
        return []
    named = [
        m
        for earlier in document.sentences[:number]
        if earlier.paragraph == sentence.paragraph
        for m in document.any_of(_NAMED, earlier)
    ]
    return named[-1:] if len({m.value for m in named}) == 1 and _all_there_is(document, cue, sentence.last) else []


def _all_there_is(document: Document, cue: Mention, end: int) -> bool:
    """Whether the share is one of all there is: "of what the world mined", "of the world's total"; not "of its books"."""
    if cue.kind == "output":
        return _whole_output(document, cue, end)
    worlds = document.of("world", (cue.last, end))
    return any(
        document.is_word(i, "all_there_is")
        for m in worlds
        for i in range(max(m.first - 1, cue.last), min(m.last + 3, end))
    )


def _whole_output(document: Document, cue: Mention, end: int) -> bool:
    """As in "world output", "the world's output", إنتاج العالم: of what stands nowhere, neither before nor behind."""
    low = cue.first - (document.words.forms[cue.first - 1] == "s")
    before = any(m.last == low for m in document.of("world", (max(low - 2, 0), low)))
    behind = next((m.last for m in document.of("world", (cue.last, min(cue.last + 1, end)))), cue.last)
    return (before or behind > cue.last) and (behind >= end or bool(document.words.gaps[behind].strip()))


def _signs(document: Document, low: int, high: int) -> bool:
    return has_sign(signs_between(document, low, high), ",،;؛:()—–")


def _ranked_by(document: Document, cue: Mention) -> bool:
    """As in "seventh by uranium reserves and fifth by production": a rank, and by what, of the commodity just told."""
    low = cue.first - (0 if document.article.language == "ar" else 1)
    gap = document.words.gaps[cue.last] if cue.last < len(document.words.gaps) else ""
    ends = cue.last >= len(document.words.forms) or bool(gap.strip())
    return ends and any(low - 1 <= m.last <= low for m in document.of("rank", (max(cue.first - 4, 0), cue.first)))


def _named_before(document: Document, number: int) -> Mention | None:
    """The commodity that the sentence before names last."""
    return next(reversed(document.any_of(_NAMED, document.sentences[number - 1])), None) if number else None


def _stands_bare(document: Document, cue: Mention, sentence: Sentence) -> bool:
    """Whether a superlative goes with a noun alone ("is its top producer", ثاني أكبر المنتجين في): of what, was said."""
    if cue.kind not in ("maker", "stock") or not document.of("rank", (max(cue.first - 3, sentence.first), cue.first)):
        return False
    if not any(
        m.last == cue.first for m in document.any_of(("rank", "magnitude", "world"), (cue.first - 3, cue.first))
    ):
        return False
    if cue.last >= sentence.last or document.words.gaps[cue.last].strip():
        return True
    return document.is_word(cue.last, "behind_bare_claim") or document.has("world", (cue.last, cue.last + 1))


def _heading(document: Document, number: int) -> Mention | None:
    """A commodity that stands alone before its paragraph, ended by a full stop or a colon."""
    sentence = document.sentences[number]
    first = next(
        (i for i in range(number, -1, -1) if i == 0 or document.sentences[i - 1].paragraph != sentence.paragraph),
        number,
    )
    opening = document.sentences[first]
    heads = document.of("commodity", (opening.first, opening.first + 3))
    if not heads:
        return None
    gap = document.words.gaps[heads[0].last]
    alone = heads[0].last == opening.last or ":" in gap
    return heads[0] if alone and heads[0].first == opening.first else None
