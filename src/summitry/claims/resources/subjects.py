"""Whose a resource is where its clause names nobody: "it", or an Arabic verb alone (كما تملك ثالث أكبر احتياطي)."""

from __future__ import annotations

from summitry.claims.resources.holders import Owner, candidates
from summitry.claims.resources.reach import signs_between
from summitry.claims.resources.reckoned import reckoned_at
from summitry.mentions.document import Document, Mention
from summitry.text.folding import fold
from summitry.text.sentences import Sentence

_VERBS = ("holds", "has", "has_part", "has_share", "makes")
_LED_TO = ("rank", "magnitude", "among", "share", "stock", "output", "maker", "commodity", "rich", "tonnage")
_JOINTS = ("و", "ف")
_HERS = "ها"
_OPENING_WORDS = 3
_OPENING_REACH = 12
_PARTICIPLES = {"en": "ing", "ru": "я"}


def meant_subject(
    document: Document, number: int, cue: Mention, core: tuple[int, int], previous: Owner | None
) -> Owner | None:
    """Whom a claim goes on to speak of: the subject of its clause or sentence, the one of the claim before it, else of the
    sentence before; None where the claim has an owner of its own.
    """
    sentence = document.sentences[number]
    lone = _lone_verb(document, sentence, cue, core)
    told_on = document.has("it", (sentence.first, core[0])) or reckoned_at(document, cue, sentence) is not None
    told_on = told_on or _told_of_its_own(document, sentence, cue)
    if lone is None and not told_on:
        return None
    subject = _of_clause(document, sentence, core[0]) or previous or _of_sentence_before(document, number)
    if subject is None or (lone is not None and not told_on and not _agrees(document, lone, subject)):
        return None
    return subject


def _told_of_its_own(document: Document, sentence: Sentence, cue: Mention) -> bool:
    """As in ويبلغ احتياطيها من الغاز, أبرز محاصيلها التي تباع في الخارج: an Arabic pronoun on the noun, and nobody else named.

    Or "In the north lies one of the largest deposits": a part of the country that is spoken of.
    """
    if document.has_any(("place", "company", "person"), sentence):
        return False
    opening = range(sentence.first, min(sentence.first + _OPENING_WORDS + 1, cue.first))
    if cue.kind == "stock" and any(document.is_word(i, "part_of_country") for i in opening):
        return True
    if document.article.language != "ar":
        return False
    folded = document.words.folded
    if cue.kind == "stock":
        return folded[cue.first].endswith(_HERS)
    near = range(max(cue.first - 3, sentence.first), cue.last)
    return (cue.kind, cue.value) == ("output", "exports") and any(folded[i].endswith(_HERS) for i in near)


def behind_participle(document: Document, sentence: Sentence, cue: Mention, core: tuple[int, int]) -> list[Owner]:
    """Whose an opening participle is: "Holding vast reserves of gas, Qatar …", "Rich in gas, …", «Добывая уран, Казахстан …»."""
    rich = cue.kind == "rich" and cue.first == sentence.first
    if core[0] - sentence.first > _OPENING_REACH or not (rich or _opens_with_participle(document, sentence)):
        return []
    behind = (core[1], min(core[1] + _OPENING_REACH, sentence.last))
    for owner in candidates(document, sentence, behind, directed=True):
        the = document.words.forms[owner.at - 1].lower() == "the"
        if "," in document.words.gaps[owner.at - the]:
            return [] if owner.mention.form == "adjective" and not owner.resolved else [owner]
    return []


def _opens_with_participle(document: Document, sentence: Sentence) -> bool:
    first = sentence.first
    ending = _PARTICIPLES.get(document.article.language)
    opens = any(m.first == first for m in document.any_of(_VERBS, (first, first + 1)))
    return ending is not None and opens and document.words.folded[first].endswith(ending)


def _of_clause(document: Document, sentence: Sentence, first: int) -> Owner | None:
    """The country that opens the sentence, where "it" stands behind a semicolon ("Malaysia promised …; it sits on")."""
    opening = candidates(document, sentence, (sentence.first, min(sentence.first + 2, first)))
    for owner in opening:
        gaps = document.words.gaps[owner.at + 1 : first + 1]
        if owner.mention.form != "adjective" and any(sign in gap for gap in gaps for sign in ";؛"):
            return owner._replace(resolved=True)
    return None


def _of_sentence_before(document: Document, number: int) -> Owner | None:
    """The country with which the sentence before opens; else the last one that it speaks of."""
    if not number:
        return None
    sentence = document.sentences[number - 1]
    found = [
        o for o in candidates(document, sentence, (sentence.first, sentence.last)) if o.mention.form != "adjective"
    ]
    if not found or document.has("company", sentence):
        return None
    opens = found[0].at < sentence.first + _OPENING_WORDS and not found[0].possessive
    return (found[0] if opens else found[-1])._replace(resolved=True)


def _lone_verb(document: Document, sentence: Sentence, cue: Mention, core: tuple[int, int]) -> int | None:
    """The Arabic verb that opens a clause and has no subject behind it: وتعد غنية, كما تملك, ولديها."""
    if document.article.language != "ar":
        return None
    last = max(core[0], cue.first + 1)
    ends = {m.first: m.last for m in document.any_of(_VERBS, (sentence.first, last))}
    ends |= {i: i + 1 for i in range(sentence.first, last) if document.is_word(i, "counting_as")}
    if not ends:
        return None
    verb = max(ends)
    if document.has_any(("place", "company"), (sentence.first, core[0])) or not _opens_clause(document, sentence, verb):
        return None
    if cue.kind == "makes" and not _ends_behind(document, core[1], sentence.last):
        return None
    return verb if ends[verb] == core[0] or _leads_on(document, ends[verb]) else None


def _ends_behind(document: Document, at: int, end: int) -> bool:
    """Whether the goods end the clause; تصدر الذهب جدول الأعمال says that gold heads the agenda."""
    stops = at >= end or bool(document.words.gaps[at].strip())
    return stops or document.is_word(at, "behind_bare_claim") or document.has_any(("world", "aside"), (at, at + 1))


def _opens_clause(document: Document, sentence: Sentence, i: int) -> bool:
    return (
        i == sentence.first
        or document.words.folded[i].startswith(_JOINTS)
        or document.is_word(i - 1, "before_lone_verb")
        or "،" in signs_between(document, i, i)
    )


def _leads_on(document: Document, i: int) -> bool:
    """Whether what is had or made follows at once, so that no subject stands behind the verb."""
    return (
        document.has_any(_LED_TO, (i, i + 1))
        or any(document.is_word(i, words) for words in ("in_quantity", "gapped", "landscape", "rounding"))
        or document.words.forms[i][:1].isdecimal()
    )


def _agrees(document: Document, verb: int, subject: Owner) -> bool:
    """Whether a verb in the masculine has one of the few countries for its subject that are masculine (العراق)."""
    form = document.words.folded[verb].lstrip("".join(_JOINTS))
    masculine = form.startswith("ي") or form.endswith("ه")
    name = fold(document.vocabulary.places[subject.place_id]["name_ar"]).split()[-1]
    return masculine == (name in document.function_words["masculine_country"])
