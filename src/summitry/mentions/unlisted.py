"""Names of no list: which words beside a title are a name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from summitry.mentions.document import Document, Mention
from summitry.mentions.titles import TitleGroup
from summitry.text.folding import fold

_MAX_WORDS = 4
# A word of a headline is capitalised too: what is one of these is no part of a name.
_NO_NAMES = (
    *("place", "city", "forum", "commodity", "title", "titles", "month", "weekday", "locative", "linking", "rank"),
    *("earlier", "meeting", "held", "attend", "meet", "host", "former", "act", "instrument"),
)
_NAME_GAPS = (" ", "-", "’", "'", "‑", "\n")


def name_behind(document: Document, group: TitleGroup, named: Mapping[int, Mention]) -> tuple[int, int] | None:
    """The words (first, last exclusive) right behind a title group that are a name, or None."""
    slot = group.name_slot
    if slot >= len(document.words.forms):
        return None
    gap = document.words.gaps[slot].strip()
    if gap not in ("", ",", "،", "-", "–", "—", '"'):
        return None
    if gap and document.article.language == "ar":
        return None
    return _name_from(document, slot, named)


def name_before(document: Document, group: TitleGroup, named: Mapping[int, Mention]) -> tuple[int, int] | None:
    """A name right before a title group that explains it ("Robert Golob, the prime minister of Slovenia"), or None."""
    if document.article.language == "ar" or not group.place_id:
        return None
    end = group.first
    while end and document.words.gaps[end] == " " and _leads_to_title(document, end - 1):
        end -= 1
    if not end or document.words.gaps[end].strip() != ",":
        return None
    first = end
    while first > 0 and end - first < _MAX_WORDS and _is_name_word(document, first - 1, named):
        if first < end and not _joins_name(document, first):
            break
        first -= 1
    return (first, end) if end - first >= 2 else None


def _leads_to_title(document: Document, i: int) -> bool:
    """Whether a word stands between a name's comma and the title that explains it: an article, "former"."""
    return document.words.forms[i].lower() in ("the", "then", "a", "an") or document.has("former", (i, i + 1))


def names_of_list(
    document: Document, group: TitleGroup, named: Mapping[int, Mention]
) -> Iterator[tuple[Mention, int, int]]:
    """The countries of a list behind a plural title, each with the name of no list that follows it."""
    sentence = document.sentence_of(group.title)
    for place in document.of("place", (group.title.last, sentence.last)):
        slot = place.last
        if document.vocabulary.places[place.value]["kind"] != "country":
            continue
        if slot >= sentence.last or document.words.gaps[slot].strip() not in ("", ",", "("):
            continue
        if document.article.language == "ar" and document.words.gaps[slot].strip():
            continue
        span = _name_from(document, slot, named)
        if span is not None and span[1] - span[0] >= 2 and span[1] <= sentence.last:
            yield place, *span


def _name_from(document: Document, slot: int, named: Mapping[int, Mention]) -> tuple[int, int] | None:
    last = slot
    while last < len(document.words.forms) and last - slot < _MAX_WORDS:
        if last > slot and not _joins_name(document, last):
            break
        if not _is_name_word(document, last, named):
            break
        last += 1
    if document.article.language == "ar":
        last = _arabic_end(document, slot, last)
    return (slot, last) if last > slot else None


def _joins_name(document: Document, i: int) -> bool:
    """Whether the gap before word i may stand within a name; a full stop only behind an initial."""
    gap = document.words.gaps[i]
    return gap in _NAME_GAPS or (gap.rstrip() == "." and len(document.words.forms[i - 1]) <= 2)


def _arabic_end(document: Document, slot: int, last: int) -> int:
    """Arabic has no capitals: two words are a name, more only where a particle joins them or the clause ends behind them."""
    end = min(last, slot + 2)
    while end < last and (document.of("particle", (end - 1, end)) or document.of("particle", (end, end + 1))):
        end += 1
    if end < last and end - slot < 3 and last - slot == 3 and document.words.gaps[last].strip():
        return last
    return end


def _is_name_word(document: Document, i: int, named: Mapping[int, Mention]) -> bool:
    form = document.words.forms[i]
    if i in named or form[0].isdigit():
        return False
    if document.of("particle", (i, i + 1)):
        return True
    if document.article.language != "ar":
        return form[0].isupper() and not document.has_any(_NO_NAMES, (i, i + 1))
    return not document.starts_known(i) and not _arabic_running_word(form, document.words.forms[i - 1] if i else "")


_AR_RUNNING = re.compile(r"^(?:[وفبكل]?ال|لل)|^(?:[يت]|س[يت])\w{3,}|(?:ها|هم|نا|ته|اته)$")
_AR_SURNAME = re.compile(r"^ال\w{3,}$")
_AR_FAMILY = re.compile(r"^\w{2,}(?:وف|ييف|وفا|ييفا|سكي|فيتش|نكو|سون)$")


def _arabic_running_word(form: str, before: str) -> bool:
    """Whether a word looks like running text: definite, with a clitic or a pronoun, or in the present tense.

    A family name may be definite (السيسي) or begin as a verb does (سيريكوف), but only right behind a given name.
    """
    folded = fold(form)
    if _AR_FAMILY.match(folded) and before:
        return False
    if _AR_SURNAME.match(folded) and before and not fold(before).startswith("ال"):
        return False
    return bool(_AR_RUNNING.search(folded)) or len(folded) < 2
