"""Does a verb of signing name who signs? The passive and the noun leave it out: "was signed", «подписано», تم توقيع."""

from __future__ import annotations

import re

from summitry.claims.agreements.clauses import Clause
from summitry.mentions.document import Document, Mention

_BEING_REACH = 3
_NOUN = {
    "en": re.compile(r"(ing|ature|ion)$"),
    "ar": re.compile(r"^[وفبلك]{0,2}(ال)?(توقيع|ابرام|اعتماد|تبادل|موقع|مبرم)"),
}
_ACTIVE_RU = re.compile(r"(л|ла|ло|ли|ут|ют|ат|ит|ет|ть)$")
_PASSIVE_VOWEL = "\u064f"


def is_impersonal(document: Document, verb: Mention) -> bool:
    """Whether a verb is a passive, a participle or the noun of its deed."""
    folded = document.words.folded
    form = folded[verb.first + document.is_word(verb.first, "determiner")]
    if document.article.language == "ru":
        return not _ACTIVE_RU.search(form)
    reach = (*range(max(verb.first - _BEING_REACH, 0), verb.first), verb.last)
    if document.article.language == "ar":
        led = document.is_word(verb.first, "passive") or document.is_word(verb.first - 1, "passive")
        return led or bool(_NOUN["ar"].search(form)) or _PASSIVE_VOWEL in document.words.forms[verb.first][:3]
    return bool(_NOUN["en"].search(form)) or any(document.is_word(i, "passive") for i in reach)


def is_unilateral(document: Document, clause: Clause) -> bool:
    """Whether a clause tells of what one side does alone: its parliament ratifies."""
    verbs = document.of("act", (clause.left, clause.right))
    return any(document.is_word(i, "ratifying") for verb in verbs for i in range(verb.first, verb.last))
