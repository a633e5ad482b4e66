"""Tell the language of an article: Arabic, English or Russian, or none of them."""

from __future__ import annotations

import re

from summitry.errors import ArticleError
from summitry.text.folding import fold

LANGUAGES = ("ar", "en", "ru")

_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 20_000
_MIN_WORDS = 12
_MIN_SHARE = 0.05

_SCRIPTS = {
    "ar": re.compile(r"[\u0621-\u064a\u066e-\u06d3\ufb50-\ufdff\ufe70-\ufefc]"),
    "ru": re.compile(r"[\u0400-\u04ff]"),
    "en": re.compile(r"[A-Za-z]"),
}

# The commonest words of running text; they tell a language from its neighbours in the same script.
_COMMON = {
    "ar": "في من على الى ان التي الذي مع عن هذا هذه بين كما بعد خلال وقد وفي قد كان او ولم ما لا",
    "ru": "и в на с по что не из для от за о до к как при его это а их году был также но",
    "en": "the of and to in a for on that with by at as is was from said has it an its will were be",
}
_NEIGHBOURS = {
    "ar": {"Persian": "را است که این برای شد کرد های", "Urdu": "ہے کے کی میں اور کو سے نے"},
    "ru": {
        "Ukrainian": "і та що у від до є це який",
        "Kazakh": "және мен бұл үшін деп",
        "Bulgarian": "на да се е от за са",
    },
    "en": {
        "French": "le la les des du et est une",
        "German": "der die und das den ist",
        "Spanish": "el la los de que y del",
    },
}
_ARTICLE = ("ال", "وال", "بال", "لل")
_LEAST_WITH_ARTICLE = 4
_EXCLUSIVE = {"ru": re.compile(r"[іїєґқғүұңһөјљњћђў]", re.IGNORECASE), "ar": re.compile(r"[ٹڈڑےںہ]")}


def detect_language(text: str) -> str:
    """`ar`, `en` or `ru`, from the script and the commonest words of the text's beginning.

    Raises ArticleError where the text is in another language, or has too few words to tell.
    """
    sample = text[:_SAMPLE]
    letters = {language: len(script.findall(sample)) for language, script in _SCRIPTS.items()}
    language = max(letters, key=lambda name: letters[name])
    if not letters[language]:
        raise ArticleError(
            "The article holds no Arabic, Russian or English words.", mend="Give the text of an article."
        )
    words = [fold(word) for word in _WORD.findall(sample)]
    own = _share(words, _COMMON[language])
    if language == "ar":
        own = max(own, _articles(words))
    rival, share = _strongest_neighbour(words, language)
    exclusive = _EXCLUSIVE.get(language)
    foreign = len(exclusive.findall(sample)) / letters[language] if exclusive else 0.0
    if len(words) >= _MIN_WORDS and (own < _MIN_SHARE or share > own or foreign > 0.02):
        raise ArticleError(
            f"The article is in no language the reader knows{f' (it looks {rival})' if share > own else ''}.",
            mend="Summitry reads Arabic (ar), English (en) and Russian (ru); name the language with --language if this is one.",
        )
    return language


def _share(words: list[str], common: str) -> float:
    known = {fold(word) for word in common.split()}
    return sum(word in known for word in words) / len(words) if words else 0.0


def _articles(words: list[str]) -> float:
    """The share of words with the Arabic article: a short report may have few of the commonest words, never few of these."""
    return (
        sum(len(word) > _LEAST_WITH_ARTICLE and word.startswith(_ARTICLE) for word in words) / len(words)
        if words
        else 0.0
    )


def _strongest_neighbour(words: list[str], language: str) -> tuple[str, float]:
    own = {fold(word) for word in _COMMON[language].split()}
    shares = {
        name: _share([word for word in words if word not in own], common)
        for name, common in _NEIGHBOURS[language].items()
    }
    name = max(shares, key=lambda key: shares[key])
    return name, shares[name]
