"""Whether a person is the subject, by the case of the name («Рахмон», not «с Рахмоном») or by what leads to it ("with X")."""

from __future__ import annotations

from summitry.mentions.document import Document, Mention
from summitry.text.folding import fold

_OBLIQUE = ("ом", "ем", "ым", "им", "а", "я", "у", "ю", "е", "ы", "и", "ои", "еи")
_LAST_LETTERS = 2
_TITLE_REACH = 6


def is_oblique(document: Document, person: Mention) -> bool:
    """Whether somebody stands in a case, or behind a word, in which nobody speaks."""
    if document.article.language == "ru":
        return _in_another_case(document, person)
    if document.article.language == "en":
        return _led_to(document, person)
    return False


def _in_another_case(document: Document, person: Mention) -> bool:
    """A name ends as it does in the vocabulary where it is the subject; of a title the noun tells («главой Казахстана»)."""
    if person.form == "title":
        return not document.has_word("title_as_subject", (person.first, person.last))
    known = document.vocabulary.people.get(person.value)
    if known is None or not known["name_ru"]:
        return False
    name, written = fold(known["name_ru"]), document.words.folded[person.last - 1]
    return not written.endswith(name[-_LAST_LETTERS:]) and written.endswith(_OBLIQUE)


def _led_to(document: Document, person: Mention) -> bool:
    """As in "with (the Russian president Vladimir) Putin"."""
    first = person.first
    for beside in reversed(document.any_of(("title", "place", "honorific"), (max(first - _TITLE_REACH, 0), first))):
        first = beside.first if beside.last == first else first
    first -= document.is_word(first - 1, "article")
    return document.is_word(first - 1, "with_whom")
