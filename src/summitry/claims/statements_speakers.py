"""Who speaks: the person beside a verb of speaking, or whoever a pronoun, a participle or a bare verb goes on with."""

from __future__ import annotations

from summitry.mentions.document import Document, Mention
from summitry.text.folding import fold

_BACK = 5
_AHEAD = 6
_APPOSITION = 20
_QUIET = (
    "title",
    "titles",
    "place",
    "honorific",
    "former",
    "of",
    "forum",
    "city",
    "weekday",
    "date",
    "linking",
    "counterpart",
    "leads_to",
)


def find_speaker(
    document: Document, number: int, cue: Mention, last: Mention | None, *, barred: bool = False
) -> Mention | None:
    """The person mention that a speaking word belongs to.

    `last` is who spoke last, for what only goes on; `barred` where somebody else spoke last in this sentence.
    """
    sentence = document.sentences[number]
    if cue.kind == "according":
        return _right_after(document, cue, sentence.last) or (last if _says_his(document, cue) else None)
    if cue.kind == "saying":
        return None if barred else _same_subject(document, number, cue, last)
    if document.article.language == "ar":
        direct = _right_after(document, cue, sentence.last) or _right_before(document, cue, sentence.first)
    else:
        direct = _right_before(document, cue, sentence.first) or _right_after(document, cue, sentence.last)
    direct = direct or _apposition_before(document, cue, sentence.first)
    if direct is not None or barred:
        return direct
    return _pronoun(document, number, cue, last) or _goes_on(document, number, cue, last)


def _same_subject(document: Document, number: int, cue: Mention, last: Mention | None) -> Mention | None:
    """As in "…, adding that": who speaks in the sentence so far, else whom it begins with, else who spoke last."""
    sentence = document.sentences[number]
    if last is not None and last.first >= sentence.first:
        return last
    return next(iter(document.of("person", (sentence.first, cue.first))), last)


def _person_ending(document: Document, last: int) -> Mention | None:
    found = [m for m in document.of("person", (max(last - 6, 0), last)) if m.last == last]
    return found[-1] if found else None


def _right_before(document: Document, cue: Mention, start: int) -> Mention | None:
    """As in "X said", "X also said", «X вчера заявил», توكاييف قال."""
    i = _past_adverbs(document, cue.first, start)
    person = _person_ending(document, i)
    return person if person is not None and person.first >= start else None


def _past_adverbs(document: Document, i: int, start: int) -> int:
    """The word behind which a subject would end, past days and adverbs before the verb."""
    for _ in range(_BACK):
        if _person_ending(document, i) is not None:
            return i
        days = [m for kind in ("date", "weekday") for m in document.of(kind, (max(i - 4, start), i)) if m.last == i]
        word = fold(document.words.forms[i - 1]) if i > start else ""
        if days:
            i = days[0].first
        elif word in document.function_words["adverb_of_saying"] or (word.endswith("ly") and word.isascii()):
            i -= 1
        else:
            return i
    return i


def _apposition_before(document: Document, cue: Mention, start: int) -> Mention | None:
    """As in "X, the host of the talks, said": the person named before what stands between two commas."""
    i = _past_adverbs(document, cue.first, start)
    if i <= start or document.article.language == "ru" or not any(sign in document.words.gaps[i] for sign in ",،—–"):
        return None
    persons = document.of("person", (max(i - _APPOSITION, start), i))
    named = [m for m in persons if any(sign in document.words.gaps[m.last] for sign in ",،—–")]
    return named[0] if named and not _inner_comma(document, named[0].last, i) else None


def _inner_comma(document: Document, first: int, last: int) -> bool:
    """Whether more than an apposition stands between two commas: a quotation or a sentence's end."""
    return any(sign in gap for gap in document.words.gaps[first + 1 : last] for sign in '.;:"«»“”')


def _right_after(document: Document, cue: Mention, end: int) -> Mention | None:
    """As in "Said X", «сказал президент Казахстана X», وقال الرئيس الكازاخي.

    Only titles and countries may stand between.
    """
    if cue.kind in ("says_of", "calls") and document.article.language == "en":
        return None
    if document.article.language == "en" and cue.kind == "says" and not _after_content(document, cue):
        return None
    for person in document.of("person", (cue.last, min(cue.last + _AHEAD, end))):
        between = document.any_of(_QUIET, (cue.last, person.first))
        quiet = {i for m in between for i in range(m.first, m.last)}
        small = {
            i
            for i in range(cue.last, person.first)
            if document.is_word(i, "within_apposition") or document.is_word(i, "adverb_of_saying")
        }
        addressed = document.is_word(cue.last, "opens_hearer") and _after_content(document, cue)
        if _office_of(document, person):
            return None
        if (addressed or quiet | small >= set(range(cue.last, person.first))) and not _cut(
            document, cue.last, person.first
        ):
            return person
        return None
    return None


def _office_of(document: Document, person: Mention) -> bool:
    """As in "Said the president's office": not the person speaks."""
    i = person.last
    return i < len(document.words.forms) and document.words.forms[i] == "s" and document.words.gaps[i] in ("'", "’")


def _cut(document: Document, first: int, last: int) -> bool:
    return any(sign in gap for gap in document.words.gaps[first : last + 1] for sign in '.;:،,()"«“„')


def _after_content(document: Document, cue: Mention) -> bool:
    """Whether a verb stands behind what was said, so that its subject may follow it ("…," said X)."""
    gap = document.words.gaps[cue.first]
    return any(sign in gap for sign in ',"”»“-–—') or cue.first == 0


def _pronoun(document: Document, number: int, cue: Mention, last: Mention | None) -> Mention | None:
    """As in "He said", «сказал он»: who spoke last, else whom the sentence before begins with."""
    sentence = document.sentences[number]
    i = _past_adverbs(document, cue.first, sentence.first)
    before = i > sentence.first and document.is_word(i - 1, "subject_pronoun")
    after = cue.last < sentence.last and document.is_word(cue.last, "subject_pronoun")
    return _meant(document, number, cue, last) if before or after else None


def _meant(document: Document, number: int, cue: Mention, last: Mention | None) -> Mention | None:
    sentence = document.sentences[number]
    here = document.of("person", (sentence.first, cue.first))
    previous = document.sentences[number - 1] if number else sentence
    if here and here[0].first - sentence.first <= _BACK and not (last is not None and last.first >= sentence.first):
        return here[0]
    if last is not None and last.first >= previous.first:
        return last
    before = document.of("person", previous) if number else []
    return here[0] if here else before[0] if before else None


def _goes_on(document: Document, number: int, cue: Mention, last: Mention | None) -> Mention | None:
    """A verb without a subject: "… and added", «и добавил, что», وأكد أن."""
    sentence = document.sentences[number]
    word = fold(document.words.forms[cue.first - 1]) if cue.first > sentence.first else ""
    here = document.of("person", (sentence.first, cue.first))
    if document.article.language == "ar":
        behind = document.words.forms[cue.last] if cue.last < sentence.last else ""
        bare = bool(document.any_of(("that", "leads_to"), (cue.last, cue.last + 1))) or fold(behind).startswith(
            ("ب", "ل")
        )
        bare = bare or any(sign in document.words.gaps[cue.last] for sign in ':"«“')
        opens = cue.first == sentence.first or document.words.forms[cue.first].startswith(("و", "ف")) or bool(here)
        return _meant(document, number, cue, last) if bare and opens else None
    if word in document.function_words["goes_on_saying"]:
        return last if last is not None and last.first >= sentence.first else here[-1] if here else None
    if document.article.language == "ru" and cue.first == sentence.first:
        following = document.has("that", (cue.last, cue.last + 1)) or ":" in document.words.gaps[cue.last]
        return _meant(document, number, cue, last) if following else None
    return None


def _says_his(document: Document, cue: Mention) -> bool:
    """«По его словам»: the words of whoever spoke last."""
    return cue.last - cue.first == 3 and document.article.language == "ru"
