"""What is said: the clause behind "that", a quotation, the clause that the verb interrupts, or an object ("peace")."""

from __future__ import annotations

from summitry.claims.statements.clauses import Act, Content, clause_end, closed, next_speech
from summitry.claims.statements.quotes import Quote, inside
from summitry.claims.statements.settings import setting_start
from summitry.mentions.document import Document, Mention
from summitry.text.sentences import Sentence
from summitry.text.signs import has_sign

_THAT_REACH = 20
_LEAST = {"criticise": 2, "announce": 2, "welcome": 2, "praise": 2, "thank": 3, "propose": 2, "pledge": 2}
_QUOTE_REACH = 12
_MIN_INVERTED = 3
_RIGHT_BEHIND = 2
_GOVERNED = 5
_SETTING = 8
_COMMA = ",،—–"


def find_content(document: Document, sentence: Sentence, act: Act, quotes: list[Quote]) -> Content | None:
    """The words that were said; None where the speaking word has none of its own."""
    cue, kinds = act.cue, act.kinds
    if kinds & {"according", "according_to_him"}:
        return _quoted_before(document, cue.first, quotes) or _around(document, sentence, act, quotes)
    if kinds & {"says", "saying", "says_of", "replies", "passive"}:
        found = _behind_that(document, sentence, act, quotes)
        if found is not None:
            return found
    quoted = _quoted(document, sentence, act, quotes)
    if quoted is not None and kinds & {"says_of", "calls"} and _object_before(document, act, quoted):
        return _object(document, sentence, act, quotes)
    if quoted is not None and kinds & {"says", "saying", "quotes", "replies"}:
        return quoted
    told = _behind_colon(document, sentence, act, quotes) if "says" in kinds else None
    if told is not None:
        return told
    if (
        kinds & {"says_of", "calls"}
        or (cue.kind == "saying" and cue.value != "assert")
        or (cue.kind == "saying" and document.article.language == "ar")
    ):
        return _object(document, sentence, act, quotes)
    if "says" in kinds and document.article.language != "ar":
        return _without_that(document, sentence, act, quotes) or _inverted(document, sentence, act, quotes)
    if "replies" in kinds and document.article.language == "en" and _closes_clause(document, sentence, act):
        return _inverted(document, sentence, act, quotes)
    return None


def _closes_clause(document: Document, sentence: Sentence, act: Act) -> bool:
    """As in "The country is the first, he wrote.": the verb and its subject end the clause, so that it has no object."""
    low, high = _edges(document, sentence, act)
    told = "," in document.words.gaps[low]
    return told and (high >= sentence.last or "," in document.words.gaps[high])


def _quoted_before(document: Document, first: int, quotes: list[Quote]) -> Content | None:
    """As in «"كندا ستقود"، على حد قول X»: the quotation that ends right before."""
    quote = next((q for q in reversed(quotes) if 0 <= first - q.last <= _RIGHT_BEHIND), None)
    if quote is None or _sentence_between(document, quote.last, first):
        return None
    return Content(quote.first, quote.last, True)


# --- "that" and quotations --------------------------------------------------------------------------------------------


def _behind_that(document: Document, sentence: Sentence, act: Act, quotes: list[Quote]) -> Content | None:
    start = act.cue.last
    limit = min(start + _THAT_REACH, sentence.last)
    stop = next((m.first for m in act.following if m.first > start), limit)
    for that in document.of("that", (start, min(limit, stop))):
        if has_sign("".join(document.words.gaps[start + 1 : that.first]), ":;"):
            return None
        if any(start < q.first < that.first and not _names_only(q, that) for q in quotes):
            return None
        if document.article.language == "en" and "says_of" in act.kinds and _has_object(document, act, that):
            return None
        commas = [i for i in range(start, that.first) if has_sign(document.words.gaps[i], _COMMA)]
        if commas and document.article.language != "ru" and len(commas) != 2 and act.speaker.first < act.cue.first:
            return None
        if that.last >= sentence.last:
            return None
        return closed(document, that.last, clause_end(document, sentence, that.last, act, quotes), quotes)
    return None


def _names_only(quote: Quote, that: Mention) -> bool:
    """As in قال لقناة «الجزيرة» إن, «сказал газете „Известия“, что»: a quoted name, closed before what is said."""
    return quote.last <= that.first and quote.last - quote.first <= _RIGHT_BEHIND


def _has_object(document: Document, act: Act, that: Mention) -> bool:
    """As in "proposed a community with a secretariat that would move": the verb has an object, of which "that" goes on."""
    behind = range(max(act.cue.last, act.speaker.last if act.speaker.first > act.cue.first else 0), that.first)
    return any(document.is_word(i, "article") for i in behind) and not document.has(
        "person", (behind.start, behind.stop)
    )


def _behind_colon(document: Document, sentence: Sentence, act: Act, quotes: list[Quote]) -> Content | None:
    """As in «Президент заявил: товарооборот вырос»: a colon leads to a report without marks."""
    _, first = _edges(document, sentence, act)
    if first >= sentence.last or ":" not in document.words.gaps[first]:
        return None
    end = clause_end(document, sentence, first, act, quotes)
    return closed(document, first, end, quotes) if end - first >= _MIN_INVERTED else None


def _quoted(document: Document, sentence: Sentence, act: Act, quotes: list[Quote]) -> Content | None:
    """The quotation right behind the verb ("said: …"), or right before it and its subject ("…," said X)."""
    around = next((q for q in quotes if q.inserted[0] <= act.cue.first < q.inserted[1]), None)
    if around is not None:
        return Content(around.first, around.last, True)
    low, high = _edges(document, sentence, act)
    before = [
        q
        for q in quotes
        if 0 <= low - q.last <= 4 and _opens(document, sentence, q) and not _sentence_between(document, q.last, low)
    ]
    before = [] if "saying" in act.kinds else before
    behind = [
        q for q in quotes if q.first >= act.cue.last and q.first - high <= _QUOTE_REACH and q.first < sentence.last
    ]
    near = [q for q in behind if not any(act.cue.last <= m.first < q.first for m in act.following)]
    introduced = [q for q in near if has_sign(document.words.gaps[q.first], ":,")]
    near = [q for q in near if q.first - high <= _RIGHT_BEHIND or "quotes" in act.kinds]
    near = [q for q in near if not (document.is_word(q.first - 1, "indefinite") and "calls" not in act.kinds)]
    colon = [q for q in introduced if ":" in document.words.gaps[q.first]]
    chosen = colon or before or introduced or near
    if not chosen:
        return None
    quote = chosen[-1] if chosen is before else chosen[0]
    return Content(quote.first, _resumed(document, quote, high, quotes), True)


def _resumed(document: Document, quote: Quote, high: int, quotes: list[Quote]) -> int:
    """Where a quotation ends that goes on behind its verb in the same sentence: "The region," she said, "is rich."."""
    gaps = document.words.gaps
    onward = next((q for q in quotes if q.first == high and quote.last < high), None)
    if onward is None or not all(has_sign(gaps[i], ",،") for i in (quote.last, onward.first)):
        return quote.last
    return onward.last


def _edges(document: Document, sentence: Sentence, act: Act) -> tuple[int, int]:
    """The words (first, last exclusive) that a verb and its subject take: the pronoun beside it, else the person."""
    low, high = act.cue.first, act.cue.last
    if document.is_word(low - 1, "subject_pronoun") and low > sentence.first:
        return low - 1, high
    if document.is_word(high, "subject_pronoun") and high < sentence.last:
        return low, high + 1
    if sentence.first <= act.speaker.first < sentence.last:
        return min(low, act.speaker.first), max(high, act.speaker.last)
    return low, high


def _opens(document: Document, sentence: Sentence, quote: Quote) -> bool:
    """Whether a quotation begins what is said, and is no quoted word within it."""
    return quote.first <= sentence.first or any(
        sign in document.words.gaps[quote.first] for sign in (*".!?…:;—–,،", "\n\n")
    )


def _sentence_between(document: Document, first: int, last: int) -> bool:
    """Whether a sentence ends between a quotation and the words behind it (its own full stop does not count)."""
    gaps = document.words.gaps
    own = gaps[first]
    tail = own[max(own.rfind(mark) for mark in '"”»“') + 1 :] if own else ""
    return "." in tail or "\n\n" in tail or any("." in gaps[i] for i in range(first + 1, last + 1))


# --- clauses around the verb ------------------------------------------------------------------------------------------


def _around(document: Document, sentence: Sentence, act: Act, quotes: list[Quote]) -> Content | None:
    """As in "According to X, …", "…, according to X", "…, وفق X، …"."""
    end = max(act.cue.last, act.speaker.last) if act.speaker.first >= sentence.first else _past_title(document, act.cue)
    if act.cue.first - sentence.first <= 1:
        led = document.is_word(end, "leads_to_told")
        parted = has_sign(document.words.gaps[end], ",،") or led
        return closed(document, end + led, sentence.last, quotes) if parted and end + led < sentence.last else None
    if end >= sentence.last - 1:
        return Content(sentence.first, act.cue.first)
    return Content(sentence.first, sentence.last)


def _past_title(document: Document, cue: Mention) -> int:
    """Past a bare title behind "according to", where it means somebody who was named before."""
    titles = document.of("speaker_again", (cue.last, cue.last + 2))
    led = cue.last + document.is_word(cue.last, "definite")
    return next((m.last for m in titles if m.first in (cue.last, led)), cue.last)


def _without_that(document: Document, sentence: Sentence, act: Act, quotes: list[Quote]) -> Content | None:
    """As in "X said the region was rich": a clause without "that", in English."""
    cue = act.cue
    if document.article.language != "en" or cue.last >= sentence.last or act.speaker.last > cue.first:
        return None
    told = document.is_word(cue.first, "verb_with_hearer") or cue.value in ("propose", "pledge")
    if told or document.words.gaps[cue.last].strip() or document.is_word(cue.last, "opens_no_clause"):
        return None
    end = clause_end(document, sentence, cue.last, act, quotes)
    return closed(document, cue.last, setting_start(document, cue, cue.last, end, quotes), quotes)


def _inverted(document: Document, sentence: Sentence, act: Act, quotes: list[Quote]) -> Content | None:
    """As in "The talks failed, X said.", "The region, she recalled, holds …", «По запасам, напомнил он, …»."""
    low, high = act.cue.first, act.cue.last
    spoken_by = [
        i for i in (low - 1, high) if sentence.first <= i < sentence.last and document.is_word(i, "subject_pronoun")
    ]
    if spoken_by:
        low, high = min(low, *spoken_by), max(high, *(i + 1 for i in spoken_by))
    elif sentence.first <= act.speaker.first < sentence.last:
        low, high = min(low, act.speaker.first), max(high, act.speaker.last)
    for mention in reversed(document.any_of(("title", "place"), (max(low - 6, sentence.first), low))):
        if mention.last < low - 1 or document.words.gaps[low].strip(" '’"):
            break
        low = min(low, mention.first)
    comma = next(
        (i for i in range(low, max(low - 4, sentence.first), -1) if has_sign(document.words.gaps[i], _COMMA)),
        None,
    )
    if comma is None or (comma - sentence.first < _MIN_INVERTED and high >= sentence.last):
        return None
    start = _after_colon(document, sentence, comma)
    behind = document.words.gaps[high] if high < sentence.last else ""
    following = document.words.forms[high].lower() if high < sentence.last else ""
    resumed = _behind_setting(document, sentence, high)
    if resumed is not None:
        return Content(start, next_speech(document, sentence, resumed, act, quotes))
    if has_sign(behind, ",،") and following not in ("and", "but", "а", "но", "и", "who", "which"):
        return Content(start, next_speech(document, sentence, high, act, quotes))
    return Content(start, comma) if comma - start >= _MIN_INVERTED else None


def _behind_setting(document: Document, sentence: Sentence, high: int) -> int | None:
    """As in "Any country, he warned (in a post on Truth Social), will be charged": where the sentence is taken up again."""
    if high >= sentence.last or not document.is_word(high, "opens_setting") or document.words.gaps[high].strip():
        return None
    behind = range(high + 1, min(high + _SETTING, sentence.last))
    comma = next((i for i in behind if document.words.gaps[i].strip()), None)
    if comma is None or document.words.gaps[comma].strip() != ",":
        return None
    verb = document.is_word(comma, "auxiliary") or document.is_word(comma, "passive_auxiliary")
    return comma if verb else None


def _after_colon(document: Document, sentence: Sentence, end: int) -> int:
    """The word behind a colon, or behind the place that heads a report ("TOKYO -- …")."""
    for i in range(sentence.first + 1, min(sentence.first + 4, end)):
        if any(sign in document.words.gaps[i] for sign in ("--", " - ", "–", "—")):
            return i
    return next((i for i in range(end - 1, sentence.first, -1) if ":" in document.words.gaps[i]), sentence.first)


# --- objects ----------------------------------------------------------------------------------------------------------


def _object(document: Document, sentence: Sentence, act: Act, quotes: list[Quote]) -> Content | None:
    """What is praised, proposed or pledged: the words behind the verb and its subject, to the end of the clause."""
    first = (
        max(act.cue.last, act.speaker.last) if act.cue.first <= act.speaker.first < act.cue.last + 8 else act.cue.last
    )
    began = _past_apposition(document, first, sentence.last)
    if act.cue.kind == "voiced" and document.has("for_what", (began, began + 1)):  # "expressed support for"
        began += 1
    first = _past_small(document, began, sentence.last)
    if act.cue.kind != "voiced" and not document.has("governed", (began, first)):
        first = _past_hearer(document, act, first, sentence.last)
    if first >= sentence.last or _tells_when(document, first):
        return None
    end = _object_end(document, sentence, first, act, quotes)
    reason = _reason(document, act, first, end)
    first = reason[0].last if reason else first
    quote = next(
        (
            q
            for q in quotes
            if q.first == first or (first <= q.first <= first + 2 and "calls" in act.kinds and q.first - first <= 1)
        ),
        None,
    )
    if quote is not None and first <= quote.first:
        return Content(quote.first, quote.last, True)
    if end - first < (1 if reason else _LEAST.get(act.cue.value, 1)):
        return None
    return closed(document, first, end, quotes)


def _tells_when(document: Document, first: int) -> bool:
    """As in «объявил в пятницу», "announced on Friday": the day follows, and no object."""
    return document.is_word(first, "behind_saying") and document.has_any(("weekday", "date"), (first, first + 2))


def _past_hearer(document: Document, act: Act, first: int, end: int) -> int:
    """Past whom a verb is said to, and what governs its object: "called on his guests to", دعا القادة إلى."""
    for governed in document.of("governed", (first, min(first + _GOVERNED, end)))[:1]:
        told = any(m.first == governed.first for m in document.of("for_what", (first, governed.last)))
        cut = any(sign in gap for sign in _COMMA for gap in document.words.gaps[first + 1 : governed.first + 1])
        if not cut and not (told and act.cue.value == "thank"):
            return governed.last
    return first


def _reason(document: Document, act: Act, first: int, end: int) -> list[Mention]:
    """As in "thanked Trump for", "congratulated Modi on": what leads from a person to what he is thanked or praised for."""
    found = document.of("for_what", (first, end))
    if act.cue.value == "praise":
        return [m for m in found[:1] if document.has("person", (first, m.first)) and m.first - first <= _GOVERNED]
    return found if act.cue.value == "thank" else []


def _object_before(document: Document, act: Act, quoted: Content) -> bool:
    """As in "promised to work for peace: "…"": the verb has an object of its own, and the quotation stands alone."""
    high = max(act.cue.last, act.speaker.last) if act.speaker.first < quoted.first else act.cue.last
    return quoted.first - high >= _RIGHT_BEHIND and ":" in document.words.gaps[quoted.first]


def _leads_to_relative(document: Document, i: int) -> bool:
    """As in «декларацию, которую подписали в Вашингтоне»: in Russian a comma stands before whatever tells which one."""
    return document.article.language == "ru" and document.is_word(i, "relative_pronoun")


def _past_apposition(document: Document, first: int, end: int) -> int:
    """Past a title that stands behind its bearer between two commas: "X, the host," اقترح فلان، الرئيس الكازاخي، عقد."""
    gaps = document.words.gaps
    if first >= end or not has_sign(gaps[first], _COMMA):
        return first
    return next((i for i in range(first + 1, min(first + 8, end)) if has_sign(gaps[i], _COMMA)), first)


def _past_small(document: Document, first: int, end: int) -> int:
    """Past the words that only lead to the object: إلى, على, خلال الجلسة."""
    while first < end:
        led = [m for m in document.of("leads_to", (first, first + 1)) if m.first == first]
        if not led:
            return first
        first = led[-1].last
    return first


def _object_end(document: Document, sentence: Sentence, first: int, act: Act, quotes: list[Quote]) -> int:
    end = setting_start(document, act.cue, first, clause_end(document, sentence, first, act, quotes), quotes)
    for i in range(first + 1, end):
        if ":" in document.words.gaps[i] and inside(quotes, i) is None:
            return i
        if _leads_to_relative(document, i):
            continue
        if has_sign(document.words.gaps[i], _COMMA + ";؛(") and inside(quotes, i) is None:
            return i
    return end
