"""What an instrument is about: its sectors, from the words that belong to it and not to the rest of the sentence.

Cues: vocabulary/phrases/<language>/sectors.csv. A word of cue `sector` shows one; of cue `yields` shows it only where no
other stands in its phrase ("digital schools" are schools); behind one of cue `means`, or as a `site` behind `at`, it is
a way or a place and no matter ("supplies through the port"), and behind one of cue `occasion` it is told of something else
("signed it after talks on trade").
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from summitry.mentions.document import Document, Mention
from summitry.text.sentences import Sentence
from summitry.text.signs import has_sign

Matter = tuple[str, Mention]
"""A sector, and the words that show it."""

_MATTERS = ("sector", "goods", "commodity", "of_commodity")
_OPENING = 6
_HEADING = 4
_PHRASE = 3
_WAY_REACH = 2
_TITLE = 8
_TITLED = 14
_ENDS = ":;؛"
_PARTING = ",،()—–" + _ENDS
_FORMS_OF_MONEY = frozenset(("investment", "finance"))
_SECTOR_OF = {
    "energy": "energy",
    "critical_mineral": "critical_minerals",
    "base_metal": "mining",
    "precious_metal": "mining",
    "agricultural": "agriculture",
}


def sectors_of(document: Document, sentence: Sentence, zone: tuple[int, int]) -> Iterator[Matter]:
    """The sectors of the words in `zone`, each with the mention that shows it; a ministry's name shows none."""
    heading = list(_told(document, sentence, (sentence.first, _heading_end(document, sentence))))
    matters = [matter for matter in _matters(document, sentence, zone) if matter not in heading]
    found = [*heading, *_of_the_phrase(document, matters)]
    yield from _firsts(found or _told_next(document, sentence, zone))


def purpose_told_next(document: Document, number: int) -> Iterator[Matter]:
    """The sectors of the sentence behind number `number` where it says what the money is for ("Of this sum, …")."""
    if number + 1 >= len(document.sentences):
        return
    sentence = document.sentences[number + 1]
    opening = (sentence.first, min(sentence.first + _OPENING, sentence.last))
    shares = [a for a in document.amounts if opening[0] <= a.mention.first < opening[1]]
    if (shares or document.has("purpose", opening)) and not document.has("act", sentence):
        yield from _firsts(_matters(document, sentence, (sentence.first, sentence.last)))


def _firsts(matters: list[Matter]) -> Iterator[Matter]:
    seen: set[str] = set()
    for sector, mention in matters:
        if sector not in seen:
            seen.add(sector)
            yield sector, mention


def _matters(document: Document, sentence: Sentence, zone: tuple[int, int]) -> list[Matter]:
    """What the words of `zone` tell, without what only qualifies another word, or tells the way where more is told."""
    told = list(_told(document, sentence, zone))
    matters = [matter for matter in told if not _yields(document, matter, told)]
    return [matter for matter in matters if not _is_way(document, matter[1])] or matters


def _heading_end(document: Document, sentence: Sentence) -> int:
    """The word behind the heading that a sentence begins with ("Energy: the two signed …"); its first word where none."""
    for i in range(sentence.first + 1, min(sentence.first + _HEADING, sentence.last)):
        if document.words.gaps[i].startswith(":"):
            return i
    return sentence.first


def _told_next(document: Document, sentence: Sentence, zone: tuple[int, int]) -> list[Matter]:
    """What the next sentence says that the paper covers ("The document concerns …"), where the sentence names one only."""
    number = document.sentences.index(sentence) + 1
    papers = [m for m in document.of("instrument", sentence) if m.value != "pledge"]
    if number >= len(document.sentences) or len(papers) != 1 or not zone[0] <= papers[0].first < zone[1]:
        return []
    following = document.sentences[number]
    for verb in document.of("covers", (following.first, following.first + _OPENING)):
        opening = (following.first, min(following.first + _OPENING, following.last))
        if document.has_any(("instrument", "papers", "it"), opening) and not document.has("negation", opening):
            start = verb.last if document.article.language != "ar" else following.first
            return _of_the_phrase(document, list(_told(document, following, (start, following.last))))
    return []


def _told(document: Document, sentence: Sentence, zone: tuple[int, int]) -> Iterator[Matter]:
    longest = (zone[0], zone[0])
    for mention in sorted(document.any_of(_MATTERS, zone), key=_longest_first):
        span = (mention.first, mention.last)
        if mention.last <= longest[1] and span != longest:  # the iron of an Arabic railway
            continue
        longest = span
        sector = _sector(document, mention)
        if sector and not (
            _in_a_name(document, sentence, mention) or _of_an_occasion(document, sentence, mention, zone[0])
        ):
            yield sector, mention


def _longest_first(mention: Mention) -> tuple[int, int]:
    return mention.first, -mention.last


def _sector(document: Document, mention: Mention) -> str:
    if mention.kind in ("commodity", "of_commodity"):
        return _SECTOR_OF.get(document.vocabulary.commodities[mention.value]["category"], "")
    return mention.value


def _yields(document: Document, matter: Matter, told: list[Matter]) -> bool:
    """Whether a word only qualifies another of its phrase ("electric trains", "exports of grain")."""
    sector, mention = matter
    to = {cue.value for cue in document.of("yields", (mention.first, mention.first + 1)) if cue.last == mention.last}
    if not to:
        return False
    return any(
        other != sector
        and (other in to or "any" in to)
        and not document.has("yields", (beside.first, beside.first + 1))
        and _in_one_phrase(document, *sorted((mention, beside), key=lambda m: m.first))
        for other, beside in told
    )


def _in_one_phrase(document: Document, left: Mention, right: Mention) -> bool:
    """Whether no sign and no "and" parts two words that stand close together."""
    words = document.words
    if right.first - left.last > _PHRASE or document.has_and_joined(right.first):
        return False
    if document.has_word("conjunction", (left.last, right.first)):
        return False
    return not has_sign("".join(words.gaps[left.last : right.first + 1]), _PARTING)


def _is_way(document: Document, mention: Mention) -> bool:
    """Whether a word tells by what way, or at what place ("through the port", "at the airport of")."""
    reach = (max(mention.first - _WAY_REACH - 1, 0), mention.first)
    for way in document.of("means", reach):
        between = (way.last, mention.first)
        if mention.first - way.last <= _WAY_REACH and not document.has_any(("works", "act", "sector"), between):
            return True
    if not document.has("site", (mention.first, mention.last)):
        return False
    first = mention.first - (
        document.is_word(mention.first - 1, "article") or document.has("city", (reach[0], mention.first))
    )
    return any(at.last == first for at in document.of("at", reach))


def _of_an_occasion(document: Document, sentence: Sentence, mention: Mention, start: int) -> bool:
    """Whether a word is told of another event: "signed after talks on trade", "at an investment forum"."""
    occasions = [cue for cue in document.of("occasion", (start, mention.first)) if not _is_period(document, cue)]
    if occasions and not document.has("instrument", (occasions[-1].last, mention.first)):
        return True
    around = (max(mention.first - 2, sentence.first), min(mention.last + 1, sentence.last))
    meetings = document.any_of(("gathering", "talks"), around)
    meetings = [m for m in meetings if m.last <= mention.first or m.first >= mention.last]
    return any(_in_one_phrase(document, *sorted((mention, m), key=lambda m: m.first)) for m in meetings)


def _is_period(document: Document, cue: Mention) -> bool:
    """As in «خلال ثلاث سنوات»: how long something takes is no other event."""
    forms = document.words.forms
    counts = document.of("count", (cue.last, cue.last + 1))
    return cue.last < len(forms) and (forms[cue.last][0].isdecimal() or any(int(count.value) > 2 for count in counts))


def _of_the_phrase(document: Document, matters: list[Matter]) -> list[Matter]:
    """The matters up to where a clause of its own begins behind one: "a pact on trade: one side lowers tariffs on grain".

    Where all before it only say that money is given, and what follows shares it out, all of them.
    """
    for n, ((_, left), (_, right)) in enumerate(pairwise(matters), start=1):
        if _parted(document, left, right):
            own, rest = {sector for sector, _ in matters[:n]}, {sector for sector, _ in matters[n:]}
            return matters if own <= _FORMS_OF_MONEY and len(rest - own) > 1 else matters[:n]
    return matters


def _parted(document: Document, left: Mention, right: Mention) -> bool:
    between = (left.last, right.first)
    if has_sign("".join(document.words.gaps[left.last : right.first + 1]), _ENDS):
        return True
    if document.has("part", between) and any(between[0] <= a.mention.first < right.last for a in document.amounts):
        return True
    # "A deal on a road, in a bid to secure supplies of minerals": behind the comma it says what the deal is to bring.
    if any(
        "," in document.words.gaps[aim.first] or "،" in document.words.gaps[aim.first]
        for aim in document.of("aim", between)
    ):
        return True
    # What somebody will put money into under a deal is what the deal is about.
    framed = document.has("frame", between, "relative") and not document.has("give", (left.first, right.first))
    opened = document.has("break", between) or framed
    return opened and not (document.has("covers", between) or _goes_on(document, right))


def _goes_on(document: Document, right: Mention) -> bool:
    """Whether a list goes on behind a clause between commas ("routes that bypass X, and artificial intelligence")."""
    i = right.first - 1
    return document.is_word(i, "conjunction") and "," in document.words.gaps[i]


def _in_a_name(document: Document, sentence: Sentence, mention: Mention) -> bool:
    """Whether the word is part of an organ's name: "the energy ministry"."""
    form = document.words.forms[mention.first]
    named = form[0].isupper() and not form.isupper() and mention.first > sentence.first
    if mention.kind == "sector" and document.article.language == "en" and named:
        return not _is_papers_title(document, mention)
    beside = (mention.first - 1, mention.last + 1)
    # "The energy ministry", but «министерство энергетики», وزارة الطاقة: what stands before an organ is English's name for it.
    behind = document.article.language == "en"
    organs = [
        m for m in document.of("partner", beside) if m.last == mention.first or (behind and m.first == mention.last)
    ]
    gaps = document.words.gaps
    if document.article.language == "ru" and form.endswith("ую"):
        return False  # «открыть покупателям кредитную линию»: an organ's name has no accusative in it
    return any(gaps[max(m.first, mention.first)].strip() == "" for m in organs)


def _is_papers_title(document: Document, mention: Mention) -> bool:
    """Whether a word with a capital is of a paper's own title.

    As in "a memorandum regarding an Energy Security Partnership", "the Strategic Defense Agreement".
    """
    papers = document.of("instrument", (mention.first, mention.last + _PHRASE))
    if papers and _in_capitals(document, (mention.last, papers[0].last)):
        return True
    links = [cue for cue in document.of("link", (mention.first - _TITLE, mention.first)) if cue.value == "on"]
    if not links or not document.has("instrument", (max(links[-1].first - _TITLED, 0), links[-1].first)):
        return False
    return _in_capitals(document, (links[-1].last, mention.first))


def _in_capitals(document: Document, stretch: tuple[int, int]) -> bool:
    """Whether all words of a stretch have a capital, but for "of", "and" and articles."""
    classes = ("article", "determiner", "conjunction", "of")
    return all(
        document.words.forms[i][0].isupper() or any(document.is_word(i, c) for c in classes) for i in range(*stretch)
    )
