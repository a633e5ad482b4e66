"""Measure speed, each figure as a ratio to a peer in the same run: the reader, the mention finder.

Absolute figures say as much about the machine as about the code; the ratios are what to compare. `--json FILE` keeps them.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import random
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.progress import track
from rich.table import Table

from summitry.articles import Article, make_article
from summitry.lexicon.gazetteer import Gazetteer
from summitry.lexicon.vocabulary import load_vocabulary
from summitry.mentions.reading import find_mentions
from summitry.reader import extract
from summitry.text.words import split_words

ROOT = Path(__file__).resolve().parent.parent
LENGTH = 2000
ROUNDS = 5
FRESH = 3
EXTRA_ALIASES = 10_000
IRRELEVANT = {
    "en": "The home side won the derby after extra time, and the coach praised the young goalkeeper for two late saves. ",
    "ru": "Команда хозяев выиграла дерби в дополнительное время, и тренер похвалил молодого вратаря за два сейва. ",
    "ar": "فاز أصحاب الأرض بالمباراة بعد وقت إضافي وأشاد المدرب بالحارس الشاب الذي تصدى لكرتين في الدقائق الأخيرة. ",
}


def main() -> int:
    """Run the measurements asked for and print them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", type=Path, help="write the figures to a file as well")
    parser.add_argument("--only", choices=("reader", "finder"), help="measure one thing")
    options = parser.parse_args()
    console = Console(highlight=False)
    figures: dict[str, float] = {}
    if options.only in (None, "reader"):
        figures |= measure_reader()
    if options.only in (None, "finder"):
        figures |= measure_finder()
    table = Table(
        "figure", "value", title=f"medians of {ROUNDS} rounds, one core", title_justify="left", box=None, padding=(0, 2)
    )
    for name, value in figures.items():
        table.add_row(name, f"{value:,.2f}" if value < 100 else f"{value:,.0f}")
    console.print(table)
    if options.json:
        options.json.write_text(json.dumps(figures, indent=2) + "\n", "utf-8")
    return 0


# --- the reader ---


def measure_reader() -> dict[str, float]:
    """Articles a second on one core, relevant ones and ones of other topics, all cut or filled to 2,000 characters."""
    relevant = test_articles()
    irrelevant = [make_article(padded(text), f"other-{name}", language=name) for name, text in IRRELEVANT.items()] * 20
    strange = [strange_article(language, number) for language in IRRELEVANT for number in range(ROUNDS * 20)]
    rounds = [strange[n::ROUNDS] for n in range(ROUNDS)]

    def read(article: Article) -> object:
        return extract(article).tables()

    return {
        "relevant articles a second (2,000 characters)": rate(read, relevant),
        "irrelevant articles a second (2,000 characters)": rate(read, irrelevant),
        "irrelevant articles a second, of words never seen": statistics.median(
            len(articles) / seconds(read, articles) for articles in rounds
        ),
    }


def strange_article(language: str, number: int) -> Article:
    """Words of no language in the letters of one, others in every article."""
    chance = random.Random(f"{language}{number}")
    letters = [letter for letter in IRRELEVANT[language].lower() if letter.isalpha()]
    words = ("".join(chance.choices(letters, k=chance.randint(4, 9))) for _ in range(LENGTH // 4))
    return make_article(padded(" ".join(words)), f"strange-{language}-{number}", language=language)


def test_articles() -> list[Article]:
    """The positive articles of tests/articles, two joined where one is short, cut at 2,000 characters."""
    articles = []
    for path in sorted((ROOT / "tests" / "articles" / "gold").glob("*.json")):
        gold = json.loads(path.read_text("utf-8"))
        if not gold["summits"]:
            continue
        text = (path.parent.parent / "texts" / f"{path.stem}.txt").read_text("utf-8")
        day = dt.date.fromisoformat(gold["published_on"]) if gold["published_on"] else dt.date(2025, 11, 7)
        articles.append(make_article(padded(text + "\n\n"), path.stem, language=gold["language"], published_on=day))
    return articles


def padded(text: str) -> str:
    """A text repeated and cut to 2,000 characters."""
    return (text * (LENGTH // len(text) + 1))[:LENGTH]


def rate(work: Callable[[Article], object], articles: Sequence[Article]) -> float:
    """Articles a second: the median of several rounds after one that warms up."""
    return statistics.median(
        len(articles) / seconds(work, articles) for _ in track(range(ROUNDS), "reading", transient=True)
    )


def seconds(work: Callable[[Article], object], articles: Sequence[Article]) -> float:
    """The seconds of CPU that work on every article takes."""
    begun = time.process_time()
    for article in articles:
        work(article)
    return time.process_time() - begun


# --- the mention finder ---


def measure_finder() -> dict[str, float]:
    """The mention finder (words, folding, edges and inflection included) beside spaCy's PhraseMatcher (blank pipeline) and
    the bare scan of ahocorasick_rs, over the same names and texts, a language at a time.

    Both remember words: spaCy how it split one, we what one may begin. `first sight` is one pass with nothing remembered;
    `other texts` one over texts that are new to both, after as many others; `same texts` one after several over the same.
    """
    figures: dict[str, float] = {}
    for language in ("ar", "en", "ru"):
        texts = [article for article in test_articles() if article.language == language]
        ours, theirs = finder(language), matcher(language)
        figures |= {
            f"{language}: spans found, finder": sum(map(spans_found(language), texts)),
            f"{language}: spans found, spaCy": sum(len({match[1:] for match in theirs(article)}) for article in texts),
            f"{language}: first sight, finder / spaCy": statistics.median(
                ratio(finder(language), matcher(language), texts) for _ in range(FRESH)
            ),
            f"{language}: other texts, finder / spaCy": statistics.median(
                after_others(finder(language), matcher(language), texts) for _ in range(FRESH)
            ),
            f"{language}: same texts, finder / spaCy": steady(ours, theirs, texts),
            f"{language}: same texts, finder, articles a second": rate(ours, texts),
            f"{language}: bare automaton / finder": steady(scanner(language), ours, texts),
        }
        more = [("person", f"Zq{number}name Family{number}", "full") for number in range(EXTRA_ALIASES)]
        kept = steady(finder(language, more), ours, texts)
        figures[f"{language}: speed kept with {EXTRA_ALIASES:,} more aliases"] = kept
    return figures


Work = Callable[[Article], Any]


def ratio(ours: Work, theirs: Work, articles: Sequence[Article]) -> float:
    """How many times as fast the first is."""
    return seconds(theirs, articles) / seconds(ours, articles)


def after_others(ours: Work, theirs: Work, articles: Sequence[Article]) -> float:
    """How many times as fast the first is on every second article, after the others."""
    ratio(ours, theirs, articles[0::2])
    return ratio(ours, theirs, articles[1::2])


def steady(ours: Work, theirs: Work, articles: Sequence[Article]) -> float:
    """How many times as fast the first is on articles that both have seen: the median of several rounds, turn by turn."""
    ratio(ours, theirs, articles)
    return statistics.median(ratio(ours, theirs, [*articles] * 4) for _ in range(ROUNDS))


def names_of(language: str) -> list[tuple[str, str, str]]:
    """The listed names of a language: kind, text, form."""
    names = load_vocabulary().names
    return sorted(
        {(kind, row["text"], row["form"]) for kind in names for row in names[kind] if row["language"] == language}
    )


def gazetteer_of(language: str, more: Sequence[tuple[str, str, str]] = ()) -> Gazetteer:
    """The names of a language alone."""
    gazetteer = Gazetteer(language)
    for kind, text, form in (*names_of(language), *more):
        inflection = {"adjective": "adjective"}.get(form, "noun" if kind == "commodities" else "name")
        gazetteer.add(text, kind, text, form, inflection)
    return gazetteer


def finder(language: str, more: Sequence[tuple[str, str, str]] = ()) -> Work:
    """Our search for the names of a language, with nothing remembered yet."""
    gazetteer = gazetteer_of(language, more)
    return lambda article: find_mentions(split_words(article.text), gazetteer)


def spans_found(language: str) -> Callable[[Article], int]:
    """How many stretches of an article our search finds to be names."""
    gazetteer = gazetteer_of(language)
    return lambda article: len(gazetteer.find(split_words(article.text)))


def matcher(language: str) -> Work:
    """SpaCy's search for the same names."""
    import spacy
    from spacy.matcher import PhraseMatcher

    pipeline = spacy.blank(language)
    phrases = PhraseMatcher(pipeline.vocab, attr="LOWER")
    names = [text for _, text, _ in names_of(language)]
    # Another pipeline splits the names, so that this one has seen no word before the texts.
    other = spacy.blank(language, vocab=pipeline.vocab)
    phrases.add("name", [other.make_doc(name) for name in names])
    return lambda article: phrases(pipeline.make_doc(article.text))


def scanner(language: str) -> Work:
    """The bare scan of an automaton over the same names: no words, no edges, no inflection."""
    import ahocorasick_rs

    names = [text for _, text, _ in names_of(language)]
    automaton = ahocorasick_rs.AhoCorasick(names, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)
    return lambda article: automaton.find_matches_as_indexes(article.text)


if __name__ == "__main__":
    sys.exit(main())
