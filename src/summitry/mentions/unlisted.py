"""Names of no list: which words beside a title are a name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from summitry.mentions.document import Document, Mention
from summitry.mentions.titles import TitleGroup
from summitry.text.folding import fold

_MAX_WORDS = 4
_NEXT_ITEM = 8
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
        return _arabic_name_between_commas(document, slot, named)
    return _name_from(document, slot, named, governed=_is_governed(document, group, named))


def _is_governed(document: Document, group: TitleGroup, named: Mapping[int, Mention]) -> bool:
    """Whether an Arabic title has its verb or preposition before it, so that no verb but a name may follow it."""
    i = group.first
    if i <= document.sentence_of(group.title).first or document.words.gaps[i].strip():
        return False
    if document.words.folded[i].startswith(_AR_AND_TITLE):
        return i - 1 in named
    return not document.is_word(i - 1, "before_subject")


def name_before(document: Document, group: TitleGroup, named: Mapping[int, Mention]) -> tuple[int, int] | None:
    """A name right before a title group that explains it ("Robert Golob, the prime minister of Slovenia"), or None."""
    if not group.place_id or _goes_on(document, group):
        return None
    if document.article.language == "ar":
        return _arabic_name_before(document, group, named)
    end = group.first
    while end and document.words.gaps[end] == " " and _leads_to_title(document, end - 1):
        end -= 1
    held = group.becoming and end < group.first
    if not end or document.words.gaps[end].strip() not in (("", ",") if held else (",", "(")):
        return None
    first = end
    while first > 0 and end - first < _MAX_WORDS and _is_name_word(document, first - 1, named):
        if first < end and not _joins_name(document, first):
            break
        if any(m.last >= first for m in document.of("honorific", (max(first - 2, 0), first))):
            break
        first -= 1
    return (first, end) if end - first >= 2 else None


def place_behind_name(document: Document, last: int) -> Mention | None:
    """The country that "of" ties to a name before it: "Prime Minister Robert Golob of Slovenia"."""
    if document.article.language != "en" or not document.is_word(last, "of") or document.words.gaps[last] != " ":
        return None
    i = last + 1 + document.is_word(last + 1, "definite")
    place = next((m for m in document.of("place", (i, i + 1)) if m.form == "name"), None)
    country = place is not None and document.vocabulary.places[place.value]["kind"] == "country"
    return place if country else None


def _leads_to_title(document: Document, i: int) -> bool:
    """Whether a word stands between a name and the title that explains it: an article, "former", "who has been"."""
    article = document.is_word(i, "definite") or document.is_word(i, "indefinite")
    held = document.is_word(i, "becoming") or document.is_word(i, "before_becoming")
    return article or held or document.is_word(i, "title_qualifier") or document.has("former", (i, i + 1))


def _goes_on(document: Document, group: TitleGroup) -> bool:
    """Whether the country behind a title only begins the name of a body: "president of Kenya Airways"."""
    i = group.last
    forms = document.words.forms
    return (
        document.article.language == "en"
        and i < len(forms)
        and group.title.last < group.last
        and document.words.gaps[i] == " "
        and forms[i][0].isupper()
    )


def _arabic_name_before(document: Document, group: TitleGroup, named: Mapping[int, Mention]) -> tuple[int, int] | None:
    """Two to four words of no list between a verb and a title that explains them: «قال فلان الفلاني، رئيس وزراء السويد، …»."""
    end = group.first
    gaps = document.words.gaps
    if gaps[end].strip() not in _AR_COMMAS or gaps[group.last].strip()[:1] not in (*_AR_COMMAS, "."):
        return None
    if document.words.folded[end].startswith(_AR_ARTICLE):
        return None
    first = end
    while first > 0 and end - first < _MAX_WORDS and _is_name_word(document, first - 1, named, governed=True):
        if first < end and document.words.gaps[first] != " ":
            return None
        first -= 1
    verb = document.any_of(_AR_VERBS, (max(first - 2, 0), first))
    told = any(m.last == first and document.words.gaps[first] == " " for m in verb)
    return (first, end) if told and end - first >= 2 else None


def names_of_list(
    document: Document, group: TitleGroup, named: Mapping[int, Mention]
) -> Iterator[tuple[Mention, int, int]]:
    """The countries of a list behind a plural title, each with the name of no list that follows it, or stands before it
    ("prime ministers Robert Golob of Slovenia and …").
    """
    sentence = document.sentence_of(group.title)
    governed = _is_governed(document, group, named)
    reached = group.title.last
    for place in document.of("place", (group.title.last, sentence.last)):
        if place.first - reached > _NEXT_ITEM:
            return  # "leaders met … in a region that Russia dominates": no item of a list
        slot = reached = place.last
        before = _name_of_country(document, place, group.title.last, named)
        if before is not None:
            yield place, *before
            continue
        if document.vocabulary.places[place.value]["kind"] != "country":
            continue
        if slot >= sentence.last or document.words.gaps[slot].strip() not in ("", ",", "("):
            continue
        if document.article.language == "ar" and (
            document.words.gaps[slot].strip() or not _is_item(document, group, place)
        ):
            continue
        span = _name_from(document, slot, named, governed=governed)
        if span is not None and span[1] - span[0] >= 2 and span[1] <= sentence.last:
            yield place, *span


def _is_item(document: Document, group: TitleGroup, place: Mention) -> bool:
    """Whether an Arabic country stands behind the title, a comma or an "and": in رؤساء … مع الصين it stands in no list."""
    joined = document.words.forms[place.first].startswith("و") or document.words.gaps[place.first].strip()
    return place.first == group.title.last or bool(joined)


def _name_of_country(
    document: Document, place: Mention, start: int, named: Mapping[int, Mention]
) -> tuple[int, int] | None:
    """The name of no list, behind word `start`, to which "of" ties a country."""
    end = place.first - 1 - document.is_word(place.first - 1, "definite")
    if end <= start or place_behind_name(document, end) != place:
        return None
    first = end
    while first > start and end - first < _MAX_WORDS and _is_name_word(document, first - 1, named):
        if first < end and not _joins_name(document, first):
            break
        first -= 1
    return (first, end) if end - first >= 2 else None


def _arabic_name_between_commas(document: Document, slot: int, named: Mapping[int, Mention]) -> tuple[int, int] | None:
    """Two or three words of no list that commas set apart behind a title: «رئيس الوزراء السويدي، فلان الفلاني، …»."""
    gaps = document.words.gaps
    last = slot
    while last - slot < _MAX_WORDS and _is_name_word(document, last, named, governed=True):
        last += 1
        if gaps[last] != " ":
            break
    closed = gaps[last].strip()[:1] in _AR_COMMAS
    plain = not any(document.words.folded[i].endswith(_AR_NO_NAME_ENDINGS) for i in range(slot, last))
    return (slot, last) if closed and plain and 2 <= last - slot < _MAX_WORDS else None


def _name_from(
    document: Document, slot: int, named: Mapping[int, Mention], *, governed: bool = False
) -> tuple[int, int] | None:
    last = slot
    while last < len(document.words.forms) and last - slot < _MAX_WORDS:
        if last > slot and not _joins_name(document, last):
            break
        if not _is_name_word(document, last, named, governed=governed):
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


def _is_name_word(document: Document, i: int, named: Mapping[int, Mention], *, governed: bool = False) -> bool:
    form = document.words.forms[i]
    if i in named or form[0].isdigit():
        return False
    if document.of("particle", (i, i + 1)):
        return True
    if document.article.language != "ar":
        return form[0].isupper() and not document.has_any(_NO_NAMES, (i, i + 1))
    before = document.words.forms[i - 1] if i else ""
    return not document.starts_known(i) and not _arabic_running_word(form, before, governed=governed)


_AR_VERBS = ("says", "act", "attend", "host", "meet", "held")
_AR_COMMAS = ("،", ",")
_AR_NO_NAME_ENDINGS = ("ه", "ات", "ين", "ون")
_AR_ARTICLE = ("ال", "وال")
_AR_AND_TITLE = ("وال", "ورئيس", "وو", "وملك", "وامير", "ونظير", "وعاهل", "ومستشار")
_AR_RUNNING = re.compile(r"^(?:[وفبكل]?ال|لل)|(?:ها|هم|نا|ته|اته)$")
_AR_PRESENT = re.compile(r"^(?:[يت]|س[يت])\w{3,}")
_AR_SURNAME = re.compile(r"^ال\w{3,}$")
_AR_FAMILY = re.compile(r"^\w{2,}(?:وف|ييف|وفا|ييفا|سكي|فيتش|نكو|سون)$")


def _arabic_running_word(form: str, before: str, *, governed: bool) -> bool:
    """Whether a word looks like running text: definite, with a pronoun, or, where a verb may stand, in the present tense.

    A family name may be definite (السيسي) or begin as a verb does (سيريكوف), but only right behind a given name.
    """
    folded = fold(form)
    if _AR_FAMILY.match(folded) and before:
        return False
    if _AR_SURNAME.match(folded) and before and not fold(before).startswith("ال"):
        return False
    running = bool(_AR_RUNNING.search(folded)) or len(folded) < 2
    return running or (not governed and bool(_AR_PRESENT.match(folded)))
