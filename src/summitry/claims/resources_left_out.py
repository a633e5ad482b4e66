"""Which commodity is meant where a claim does not name it: "this metal", "it", "is its top producer"."""

from __future__ import annotations

from summitry.mentions.document import Document, Mention
from summitry.text.sentences import Sentence

_NAMED = ("commodity", "of_commodity")
_SAME_REACH = 7


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
        near += document.of("same_commodity", (max(cue.first - 1, sentence.first), cue.first))
    if near and meant is not None and cue.kind != "rich":
        return [meant]
    if head is not None and cue.kind in ("stock", "output"):
        return [head]
    if last is not None and cue.kind == "output" and _ranked_by(document, cue):
        return [last]
    left_out = last if cue.kind == "maker" else here
    return [left_out] if left_out is not None and _stands_bare(document, cue, sentence) else []


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
