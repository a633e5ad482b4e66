"""How words change in a text: which keys a word of a text may match, and under which keys a listed phrase is kept.

A phrase is listed once, in its base form. Each language has an `Inflection`: `text_keys` gives the keys of a word found in
a text, `phrase_keys` the sequences of keys under which a phrase is entered. Keys are folded words; a key that starts with
`~` is a stem, so that stems never meet whole words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Protocol

from summitry.text.folding import fold


class Inflection(Protocol):
    """One language's rules; see the module's docstring."""

    def text_keys(self, word: str) -> tuple[str, ...]:
        """The keys that a folded word of a text may match, the likeliest first."""

    def phrase_keys(self, words: list[str], inflection: str) -> Iterable[tuple[str, ...]]:
        """The key sequences under which a phrase, given as its words, is entered."""


# --- Arabic -----------------------------------------------------------------------------------------------------------

_AR_CONJUNCTIONS = frozenset("وف")
_AR_PREPOSITIONS = frozenset("بلك")
_AR_SHORTEST = 3
_AR_SHORT_WORDS = frozenset(("لم", "لن", "لا", "ما", "في", "من", "مع", "لو", "ان", "قد", "اذ"))
"""Words of two letters that a conjunction is written onto: «وفي حال», «ومن المحتمل», «ولو»."""

_AR_NISBA = ("", "ه", "ين", "ون", "ان", "تان", "تين", "ات", "ا")
_AR_NOUN = ("", "ه", "ها", "هما", "هم", "نا", "ات", "ين", "ان", "ا")
_AR_PAST = ("", "ت", "ا", "تا", "وا", "ه", "ها", "ته", "تها")
_AR_PRESENT_ENDINGS = ("", "ان", "ون", "وا", "ها", "ه")


class ArabicInflection:
    """Arabic: clitics are cut from the words of the text; the article and the endings are added to listed phrases."""

    def text_keys(self, word: str) -> tuple[str, ...]:
        """The word, and the word without و ف ب ل ك in front, as far as three letters or a short word remain."""
        first = word[:1]
        if first in _AR_PREPOSITIONS:
            return (word, *_ar_behind_preposition(word))
        if first in _AR_CONJUNCTIONS:
            rest = word[1:]
            kept = len(rest) >= _AR_SHORTEST or rest in _AR_SHORT_WORDS
            return (word, *((rest,) if kept else ()), *_ar_behind_preposition(rest))
        return (word,)

    def phrase_keys(self, words: list[str], inflection: str) -> Iterable[tuple[str, ...]]:
        """The phrase with and without the article on its words, and with the endings of its class on the last (or first)."""
        base = [fold(word) for word in words]
        yield tuple(base)
        if inflection in ("name", "fixed"):
            return
        if inflection == "past":
            yield from ((base[0] + ending, *base[1:]) for ending in _AR_PAST)
            return
        if inflection == "present":
            yield from _ar_present(base)
            return
        indefinite = [_without_article(word) for word in words]
        definite = ["ال" + word for word in indefinite]
        if inflection == "adjective":
            for bare in (indefinite, definite):
                for ending in _AR_NISBA:
                    yield (*(word + ("ه" if ending == "ه" else "") for word in bare[:-1]), bare[-1] + ending)
                    yield (*bare[:-1], bare[-1] + ending)
            return
        for ending in _AR_NOUN:
            yield (*indefinite[:-1], _joined(indefinite[-1], ending))
            yield (*definite[:-1], _joined(definite[-1], ending))
            yield (_joined(indefinite[0], ending), *base[1:])
            if len(base) > 1:
                yield (*indefinite[:-1], _joined(definite[-1], ending))
                yield (_joined(definite[0], ending), *definite[1:])
                yield (_joined(indefinite[0], ending), *indefinite[1:-1], definite[-1])


def _ar_behind_preposition(word: str) -> Iterator[str]:
    """What is left of a word behind ب ل ك; لل is a preposition before the article."""
    if word[:1] in _AR_PREPOSITIONS:
        rest = word[1:]
        if word.startswith("لل"):
            yield "ا" + rest
        if len(rest) >= _AR_SHORTEST:
            yield rest


def _joined(word: str, ending: str) -> str:
    """A noun with an ending: a final teh marbuta (folded to ه) opens to ت, or gives way to the plural ات."""
    if not ending or not word.endswith("ه"):
        return word + ending
    if ending == "ات":
        return word[:-1] + "ات"
    return word if ending == "ه" else word[:-1] + "ت" + ending


def _ar_present(base: list[str]) -> Iterable[tuple[str, ...]]:
    for prefix in ("ي", "ت", "ن", "سي", "ست", "سن"):
        for ending in _AR_PRESENT_ENDINGS:
            yield (prefix + base[0][1:] + ending, *base[1:])


def _without_article(word: str) -> str:
    """A listed word, folded, without the article; what only begins like it is kept (إلكتروني, ألياف)."""
    folded = fold(word)
    return folded[2:] if word.startswith("ال") and len(folded) > 4 else folded


# --- Russian ----------------------------------------------------------------------------------------------------------

# Case, number and gender endings of nouns, adjectives and participles, folded (й is folded to и, ё to е).
_RU_ENDINGS = frozenset(
    [
        "иями",
        "ями",
        "ами",
        "ием",
        "ией",
        "иеи",
        "ией",
        "иям",
        "иях",
        "ого",
        "его",
        "ому",
        "ему",
        "ыми",
        "ими",
        "ие",
        "ии",
        "ия",
        "ию",
        "ее",
        "еи",
        "ое",
        "ые",
        "ая",
        "яя",
        "ую",
        "юю",
        "ыи",
        "ои",
        "их",
        "ых",
        "им",
        "ым",
        "ом",
        "ем",
        "ов",
        "ев",
        "ам",
        "ям",
        "ах",
        "ях",
        "ою",
        "ею",
        "ью",
        "а",
        "я",
        "о",
        "е",
        "у",
        "ю",
        "ы",
        "и",
        "ь",
    ]
)
_RU_LONGEST_ENDING = max(map(len, _RU_ENDINGS))
_RU_NOMINATIVE = ("ия", "ие", "ии", "ыи", "ои", "ая", "яя", "ое", "ее", "ые", "а", "я", "о", "е", "ы", "и", "ь")
_RU_INDECLINABLE = ("о", "у", "и", "е", "э", "ю", "оа")
_RU_MIN_STEM = 3
_RU_FLEETING = re.compile(r"(?<=[^аеиоуыэюя~])[ео](?=[^аеиоуыэюя]$)")
_RU_PAST = ("л", "ла", "ло", "ли", "в", "ть", "н", "на", "но", "ны")


class RussianInflection:
    """Russian: nouns, adjectives and names meet by their stem; verbs are entered in the forms of their class."""

    def text_keys(self, word: str) -> tuple[str, ...]:
        """The word, and what is left of it without each ending that it may have."""
        whole = "~" + word
        longest = min(_RU_LONGEST_ENDING, len(word) - _RU_MIN_STEM)
        return (word, whole, *(whole[:-n] for n in range(1, longest + 1) if word[-n:] in _RU_ENDINGS))

    def phrase_keys(self, words: list[str], inflection: str) -> Iterable[tuple[str, ...]]:
        """Stems for what declines; whole words for what does not; the past tense, participles and infinitive of a verb."""
        if inflection == "fixed":
            yield tuple(fold(word) for word in words)
        elif inflection == "verb":
            rest = tuple(_ru_key(word, name=False) for word in words[1:])
            yield from ((form, *rest) for form in _ru_verb(fold(words[0])))
        else:
            keys = tuple(_ru_key(word, name=inflection == "name") for word in words)
            yield keys
            fleeting = re.sub(_RU_FLEETING, "", keys[-1])
            if fleeting != keys[-1]:
                yield (*keys[:-1], fleeting)
            if len(keys) > 1 and keys[0].endswith("ец"):
                yield (re.sub(_RU_FLEETING, "", keys[0]), *keys[1:])  # «во Дворце конгрессов»


def _ru_key(word: str, *, name: bool) -> str:
    """The key of a word in its base form: without its nominative ending; a name in -о, -у, -и does not decline."""
    folded = fold(word)
    declines = word[-1] in "йь" or not (
        name and folded.endswith(_RU_INDECLINABLE) and not folded.endswith(("ие", "ое", "ые"))
    )
    if (word.isupper() and len(word) > 1) or not declines:
        return folded
    for ending in _RU_NOMINATIVE:
        if folded.endswith(ending) and len(folded) - len(ending) >= _RU_MIN_STEM:
            return "~" + folded[: -len(ending)]
    return "~" + folded


def _ru_verb(infinitive: str) -> Iterable[str]:
    reflexive = infinitive.endswith(("тся", "ться"))
    stem = re.sub(r"ть(ся)?$", "", infinitive)
    for ending in _RU_PAST:
        form = stem + ending
        yield form + ("сь" if form[-1] in "аоиы" else "ся") if reflexive else form
    if not reflexive:
        yield "~" + stem + "нн"
        yield "~" + stem + "вш"


# --- English ----------------------------------------------------------------------------------------------------------


class EnglishInflection:
    """English: plurals of nouns and the regular forms of verbs; names stay as they are (the possessive is a word of its own)."""

    def text_keys(self, word: str) -> tuple[str, ...]:
        """The word."""
        return (word,)

    def phrase_keys(self, words: list[str], inflection: str) -> Iterable[tuple[str, ...]]:
        """The phrase, with the plural of its last word for nouns and adjectives, and -s, -ed, -ing on a verb's first word."""
        base = [fold(word) for word in words]
        yield tuple(base)
        if inflection in ("noun", "adjective"):
            yield (*base[:-1], _english_plural(base[-1]))
        elif inflection == "verb":
            yield from ((form, *base[1:]) for form in _english_verb(base[0]))


def _english_plural(word: str) -> str:
    if re.search(r"(s|x|z|ch|sh)$", word):
        return word + "es"
    return word[:-1] + "ies" if re.search(r"[^aeiou]y$", word) else word + "s"


def _english_verb(word: str) -> Iterable[str]:
    yield _english_plural(word)
    stem = word[:-1] if word.endswith("e") else word
    if re.search(r"[^aeiou]y$", word):
        yield word[:-1] + "ied"
        yield word + "ing"
        return
    yield stem + "ed"
    yield stem + "ing"


INFLECTIONS: dict[str, Inflection] = {"ar": ArabicInflection(), "en": EnglishInflection(), "ru": RussianInflection()}


_AR_FUTURE = ("سي", "ست")
_AR_FUTURE_LENGTH = 5
# Nouns and names that begin like a verb of the future: politics, tourism, sovereignty, cars, context, control, scenario …
_AR_NO_FUTURE = (
    *(
        "سياس",
        "سياح",
        "سياد",
        "سيار",
        "سياق",
        "سيطر",
        "سينا",
        "سينم",
        "سيول",
        "سيبير",
        "سيري",
        "سيرغ",
        "سيرج",
        "سيرد",
        "سيلف",
    ),
    *("سيليك", "سيدن", "ستمايه", "ستون", "ستوك", "ستار", "ستيف", "ستراتيج", "ستالين", "ستوديو"),
)


def is_arabic_future(word: str) -> bool:
    """Whether a folded Arabic word is a verb of the future: سـ before a verb of the present, as in سيزور, وستلتقي."""
    verb = word.removeprefix("و").removeprefix("ف")
    return len(verb) >= _AR_FUTURE_LENGTH and verb.startswith(_AR_FUTURE) and not verb.startswith(_AR_NO_FUTURE)
