"""Who speaks: the person beside a verb of speaking, or whoever a pronoun, a participle or a bare verb goes on with."""

from __future__ import annotations

from summitry.claims.statements.cases import is_oblique
from summitry.mentions.document import Document, Mention
from summitry.text.folding import fold
from summitry.text.signs import has_sign

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
    "aside",
)
_WHEN = ("date", "weekday", "aside")
_AGAIN_REACH = 60
_HEADS = ("president", "monarch", "prime_minister")


def find_speaker(
    document: Document, number: int, cue: Mention, last: Mention | None, *, spoken_at: int = -1, barred: bool = False
) -> Mention | None:
    """The person mention that a speaking word belongs to.

    `last` is who spoke last, at the word `spoken_at`, for what only goes on; `barred` where somebody else spoke last in
    this sentence.
    """
    last = last._replace(first=max(spoken_at, last.first)) if last is not None else None
    found = _find(document, number, cue, last, barred=barred)
    if found is None or last is None or found != last:
        return found
    return next(m for m in document.of("person") if m[:3] == last[:3] and m.start == last.start)


def _find(document: Document, number: int, cue: Mention, last: Mention | None, *, barred: bool) -> Mention | None:
    """As find_speaker; `last` stands where he last spoke."""
    sentence = document.sentences[number]
    if cue.kind == "according_to_him":
        return _meant(document, number, cue, last)
    if cue.kind == "according":
        behind = _right_after(document, cue, sentence.last)
        return behind or _again(document, number, cue, last, _past_adverbs(document, cue.first, sentence.first))
    if cue.kind == "passive" or _is_passive(document, cue):
        return _agent(document, cue, sentence.last)
    if cue.kind == "saying":
        return None if barred else _same_subject(document, number, cue, last)
    subject_end = _past_adverbs(document, cue.first, sentence.first)
    if document.article.language == "ar":
        direct = _right_after(document, cue, sentence.last)
        goes_on = _goes_on_with_and(document, cue)
        direct = direct or (None if goes_on else _right_before(document, subject_end, sentence.first))
    else:
        direct = _right_before(document, subject_end, sentence.first) or _right_after(document, cue, sentence.last)
        goes_on = False
    direct = direct or (None if goes_on else _apposition_before(document, cue, subject_end, sentence.first))
    if direct is not None and _spoken_for(document, direct):
        return None
    if direct is not None or barred:
        return direct
    return (
        _pronoun(document, number, cue, last, subject_end)
        or _again(document, number, cue, last, subject_end)
        or _goes_on(document, number, cue, last)
    )


def _goes_on_with_and(document: Document, cue: Mention) -> bool:
    """As in التقى فلان نظيره وأعرب: the "and" written onto a verb parts it from the person right before (not أما فلان فأعرب)."""
    return document.words.folded[cue.first].startswith("و") and not document.is_word(cue.first, "verb_in_waw")


def subject_behind_comma(document: Document, cue: Mention, end: int, last: Mention | None) -> Mention | None:
    """As in "Hailing the talks, (the host) X flew home": whom the clause behind an opening participle begins with."""
    gaps = document.words.gaps
    for comma in (i for i in range(cue.last, end) if has_sign(gaps[i], ",،")):
        if document.is_word(comma, "subject_pronoun"):
            return last
        for person in document.of("person", (comma, min(comma + _AHEAD, end)))[:1]:
            if _is_subject(document, comma, person) and not _cut(document, comma + 1, person.first):
                return None if _spoken_for(document, person) or _office_of(document, person) else person
    return None


def joint_speakers(document: Document, speaker: Mention, cue: Mention) -> list[Mention]:
    """Everybody who says it: "X and Y said" and «заявили X и Y» have two speakers, each with a title or without."""
    near = document.of("person", (max(cue.first - _APPOSITION, 0), cue.last + _APPOSITION))
    if speaker not in near:
        return [speaker]
    at = near.index(speaker)
    step = -1 if speaker.first < cue.first else 1
    speakers = [speaker]
    edge = speaker
    for other in near[at + step :: step] if at + step >= 0 else []:
        low, high = sorted((other, edge), key=lambda mention: mention.first)
        edge = other
        if other.value == speakers[-1].value and high.first <= low.last:
            continue
        if not _are_joined(document, low.last, high.first):
            break
        if other.value not in {person.value for person in speakers}:
            speakers.append(other)
    return speakers[::step]


def _are_joined(document: Document, first: int, last: int) -> bool:
    """Whether two people are joined by "and", with nothing but titles and countries between."""
    forms = document.words.folded
    beside = document.any_of(("title", "titles", "place", "honorific"), (first, last))
    quiet = {i for m in beside for i in range(m.first, m.last)}
    rest = [i for i in range(first, last) if i not in quiet]
    if has_sign("".join(document.words.gaps[first : last + 1]), '.;:"«“»”—–('):
        return False
    if document.article.language == "ar":
        return not rest and forms[min(first, len(forms) - 1)].startswith("و")
    return any(document.is_word(i, "conjunction") for i in rest) and all(
        document.is_word(i, "conjunction") or document.is_word(i, "within_apposition") for i in rest
    )


def _is_passive(document: Document, cue: Mention) -> bool:
    """As in "It was stressed by X that", "X was praised": what stands before the verb does not speak."""
    if document.article.language != "en" or cue.kind == "saying" or not document.words.folded[cue.first].endswith("ed"):
        return False
    i = cue.first
    while i > 0 and (document.words.folded[i - 1].endswith("ly") or document.is_word(i - 1, "adverb_of_saying")):
        i -= 1
    return i > 0 and document.is_word(i - 1, "passive_auxiliary")


def _agent(document: Document, cue: Mention, end: int) -> Mention | None:
    """As in "stressed by X", «отмечено президентом»: who stands behind a passive."""
    led = cue._replace(last=cue.last + 1) if document.is_word(cue.last, "leads_to_agent") else cue
    if led is cue and document.article.language == "en":
        return None
    return _right_after(document, led._replace(kind="agent"), end)


def _again(document: Document, number: int, cue: Mention, last: Mention | None, i: int) -> Mention | None:
    """A bare title beside the verb ("the president said", «подчеркнул глава государства», وأضاف الرئيس), up to word i.

    It is whoever spoke last, else whoever was named last, of those who hold such an office.
    """
    sentence = document.sentences[number]
    before = [m for m in document.of("speaker_again", (max(i - 4, sentence.first), i)) if m.last == i]
    behind = [
        m for m in document.of("speaker_again", (cue.last, cue.last + 1)) if _stands_alone(document, m, sentence.last)
    ]
    if cue.kind == "according" or document.article.language == "ar":
        before = [m for m in before if cue.kind != "according" and m.first <= sentence.first + 1]
    title = next(iter(before or behind), None)
    if title is None or document.has("person", (title.first, title.last)):
        return None
    start = title.first - _AGAIN_REACH
    named = [last] if last is not None and last.first >= start else []
    named += reversed(document.of("person", (max(start, 0), title.first)))
    return next((m for m in named if _holds(document, m, title.value)), None)


def _stands_alone(document: Document, title: Mention, end: int) -> bool:
    """Whether a bare title is not the beginning of a longer one ("the president of the bank")."""
    i = title.last
    return (
        i >= end
        or (document.article.language == "ar" and title.value == "any")
        or bool(document.words.gaps[i].strip())
        or document.has_any(("that", "governed", "leads_to", "date", "weekday", "aside"), (i, i + 1))
        or document.is_word(i, "opens_hearer")
        or document.is_word(i, "behind_saying")
    )


def _holds(document: Document, person: Mention, title: str) -> bool:
    office = document.people[person.value].office
    return title == "any" or office == title or (title == "head" and office in _HEADS)


def _same_subject(document: Document, number: int, cue: Mention, last: Mention | None) -> Mention | None:
    """As in "…, adding that": who speaks in the sentence so far, else whom it begins with, else who spoke last."""
    sentence = document.sentences[number]
    if last is not None and last.first >= sentence.first:
        return last
    return next(iter(document.of("person", (sentence.first, cue.first))), last)


def _person_ending(document: Document, last: int) -> Mention | None:
    found = [m for m in document.of("person", (max(last - 6, 0), last)) if m.last == last]
    return found[-1] if found else None


def _right_before(document: Document, i: int, start: int) -> Mention | None:
    """As in "X said", "X also said", «X вчера заявил», توكاييف قال: who ends before word i."""
    person = _person_ending(document, i)
    if person is None or person.first < start:
        return None
    return _before_phrase(document, person, start) if is_oblique(document, person) else person


def _before_phrase(document: Document, person: Mention, start: int) -> Mention | None:
    """As in «X на встрече с Y заявил», "X after talks with Y said": who stands before a phrase, with no comma between."""
    before = reversed(document.of("person", (max(person.first - _APPOSITION, start), person.first)))
    subject = next((m for m in before if m.last <= person.first and not is_oblique(document, m)), None)
    return None if subject is None or _cut(document, subject.last, person.first) else subject


def _past_adverbs(document: Document, i: int, start: int) -> int:
    """The word behind which a subject would end, past days and adverbs before the verb."""
    for _ in range(_BACK):
        if _person_ending(document, i) is not None:
            return i
        near = (max(i - 5, start), i)
        told = start < i and document.has_any(_WHEN, near)
        days = [m for kind in _WHEN for m in document.of(kind, near) if m.last == i] if told else []
        word = fold(document.words.forms[i - 1]) if i > start else ""
        if days:
            i = days[0].first
        elif word in document.function_words["adverb_of_saying"] or (word.endswith("ly") and word.isascii()):
            i -= 1
        else:
            return i
    return i


def _apposition_before(document: Document, cue: Mention, i: int, start: int) -> Mention | None:
    """As in "X, the host of the talks, said": the person named before what stands between two commas, up to word i."""
    if has_sign(document.words.gaps[cue.first], ",،—–"):
        i = cue.first
    if i <= start or not has_sign(document.words.gaps[i], ",،—–"):
        return None
    persons = document.of("person", (max(i - _APPOSITION, start), i))
    named = [m for m in persons if has_sign(document.words.gaps[m.last], ",،—–")]
    return named[0] if named and not _inner_comma(document, named[0].last, i) else None


def _inner_comma(document: Document, first: int, last: int) -> bool:
    """Whether more than an apposition stands between two commas: a quotation or a sentence's end."""
    gaps = document.words.gaps
    quoted = has_sign("".join(gaps[first : last + 1]), '"«»“”')
    return quoted or has_sign("".join(gaps[first + 1 : last]), ".;:")


def _right_after(document: Document, cue: Mention, end: int) -> Mention | None:
    """As in "Said X", «сказал президент Казахстана X», وقال الرئيس الكازاخي.

    Only titles and countries may stand between.
    """
    if cue.kind in ("says_of", "calls") and document.article.language == "en":
        return None
    if document.article.language == "en" and cue.kind == "says" and not _after_content(document, cue):
        return None
    start = _past_participle(document, cue.last, end)
    for person in document.of("person", (start, min(start + _AHEAD, end))):
        between = document.any_of(_QUIET, (start, person.first))
        quiet = {i for m in between for i in range(m.first, m.last)}
        small = {
            i
            for i in range(start, person.first)
            if document.is_word(i, "within_apposition")
            or document.is_word(i, "adverb_of_saying")
            or document.words.folded[i].startswith("لل")
        }
        addressed = document.is_word(cue.last, "opens_hearer") and _after_content(document, cue)
        if _office_of(document, person):
            return None
        if (addressed or quiet | small >= set(range(start, person.first))) and not _cut(
            document, start + (start > cue.last), person.first
        ):
            return person
        return None
    return None


def _past_participle(document: Document, first: int, end: int) -> int:
    """Past what stands between two commas before the subject: «заявил, открывая заседание, президент»."""
    gaps = document.words.gaps
    if document.article.language != "ru" or "," not in gaps[first]:
        return first
    return next((i for i in range(first + 1, min(first + _AHEAD, end)) if "," in gaps[i]), first)


def _spoken_for(document: Document, person: Mention) -> bool:
    """As in "a spokesman for X", «пресс-секретарь X», متحدث باسم X: not the person speaks."""
    first = person.first
    for title in reversed(document.any_of(("title", "place", "honorific"), (max(first - _AHEAD, 0), first))):
        first = title.first if title.last == first and title.value != "none" else first
    for office in document.of("office_of", (max(first - _AHEAD, 0), first)):
        articled = document.words.folded[office.first].lstrip("و").startswith("ال") and office.last - office.first == 1
        titled = any(m.value != "none" for m in document.of("title", (office.first - 1, office.last)))
        if office.last == first and not articled and not titled:
            return True
    return False


def _office_of(document: Document, person: Mention) -> bool:
    """As in "Said the president's office": not the person speaks."""
    i = person.last
    return i < len(document.words.forms) and document.words.forms[i] == "s" and document.words.gaps[i] in ("'", "’")


def _cut(document: Document, first: int, last: int) -> bool:
    return has_sign("".join(document.words.gaps[first : last + 1]), '.;:،,()"«“„')


def _after_content(document: Document, cue: Mention) -> bool:
    """Whether a verb stands behind what was said, so that its subject may follow it ("…," said X)."""
    gap = document.words.gaps[cue.first]
    return has_sign(gap, ',"”»“-–—') or cue.first == 0


def _pronoun(document: Document, number: int, cue: Mention, last: Mention | None, i: int) -> Mention | None:
    """As in "He said", «сказал он», the pronoun up to word i: who spoke last, else whom the sentence before begins with."""
    sentence = document.sentences[number]
    before = i > sentence.first and document.is_word(i - 1, "subject_pronoun")
    after = cue.last < sentence.last and document.is_word(cue.last, "subject_pronoun")
    return _meant(document, number, cue, last) if before or after else None


def _meant(document: Document, number: int, cue: Mention, last: Mention | None) -> Mention | None:
    sentence = document.sentences[number]
    here = document.of("person", (sentence.first, cue.first))
    previous = document.sentences[number - 1] if number else sentence
    if (
        here
        and _is_subject(document, sentence.first, here[0])
        and not (last is not None and last.first >= sentence.first)
    ):
        return here[0]
    if last is not None and last.first >= previous.first:
        return last
    before = [m for m in document.of("person", previous) if not _spoken_for(document, m)] if number else []
    if here or before:
        return (here or before)[0]
    return last if last is not None and last.first >= cue.first - _AGAIN_REACH else None


def _is_subject(document: Document, start: int, person: Mention) -> bool:
    """Whether a sentence begins with a person: titles and countries before, but no "with", «на», في."""
    quiet = {i for m in document.any_of(_QUIET, (start, person.first)) for i in range(m.first, m.last)}
    rest = [i for i in range(start, person.first) if i not in quiet]
    led = document.is_word(person.first - 1, "behind_saying") or document.is_word(start, "behind_saying")
    return len(rest) <= _BACK and not led and not document.has("counterpart", (start, person.last))


def _goes_on(document: Document, number: int, cue: Mention, last: Mention | None) -> Mention | None:
    """A verb without a subject: "… and added", «и добавил, что», وأكد أن."""
    sentence = document.sentences[number]
    word = fold(document.words.forms[cue.first - 1]) if cue.first > sentence.first else ""
    here = document.of("person", (sentence.first, cue.first))
    if document.article.language == "ar":
        behind = document.words.forms[cue.last] if cue.last < sentence.last else ""
        takes_object = cue.kind == "says_of" or document.has("says_of", (cue.first, cue.first + 1))
        bare = bool(document.any_of(("that", "leads_to", "governed"), (cue.last, cue.last + 1))) or (
            takes_object and fold(behind).startswith(("بال", "لل"))
        )
        bare = bare or has_sign(document.words.gaps[cue.last], ':"«“')
        bare = bare or (cue.value in ("propose", "pledge") and document.is_word(cue.last, "proposed_deed"))
        bare = bare or _said_to_somebody(document, cue, sentence.last)
        opens = cue.first == sentence.first or document.words.forms[cue.first].startswith(("و", "ف")) or bool(here)
        return _meant(document, number, cue, last) if bare and opens else None
    if word in document.function_words["goes_on_saying"]:
        if last is not None and last.first >= sentence.first:
            return last
        return next((m for m in here if not is_oblique(document, m) and not _office_of(document, m)), None)
    if document.article.language == "ru" and cue.first == sentence.first:
        following = document.has("that", (cue.last, cue.last + 1)) or ":" in document.words.gaps[cue.last]
        return _meant(document, number, cue, last) if following else None
    return None


def _said_to_somebody(document: Document, cue: Mention, end: int) -> bool:
    """As in إذ قال لقناة «الجزيرة» إن: a preposition leads to who hears it, so that no subject stands behind the verb."""
    if (
        cue.last >= end
        or not document.words.folded[cue.last].startswith("ل")
        or document.is_word(cue.last, "name_in_lam")
    ):
        return False
    behind = document.of("that", (cue.last + 1, min(cue.last + _AHEAD, end)))
    return bool(behind) and not any(
        sign in gap for gap in document.words.gaps[cue.last : behind[0].first] for sign in "،:."
    )
