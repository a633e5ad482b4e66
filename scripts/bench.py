"""Measure speed, each figure as a ratio to a peer in the same run: the reader, the mention finder, validation.

Absolute figures say as much about the machine as about the code; the ratios are what to compare. `--json FILE` keeps them.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from rich.console import Console
from rich.progress import track
from rich.table import Table

from summitry.articles import Article, make_article
from summitry.lexicon.vocabulary import load_gazetteer, load_vocabulary
from summitry.mentions.reading import find_mentions
from summitry.reader import extract
from summitry.text.words import split_words

ROOT = Path(__file__).resolve().parent.parent
LENGTH = 2000
ROUNDS = 5
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
    parser.add_argument("--only", choices=("reader", "finder", "validation"), help="measure one thing")
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
    if options.only in (None, "validation"):
        subprocess.run([sys.executable, ROOT / "scripts" / "bench_validation.py"], check=True)
    if options.json:
        options.json.write_text(json.dumps(figures, indent=2) + "\n", "utf-8")
    return 0


# --- the reader ---


def measure_reader() -> dict[str, float]:
    """Articles a second on one core, relevant ones and ones of other topics, all cut or filled to 2,000 characters."""
    relevant = test_articles()
    irrelevant = [make_article(padded(text), f"other-{name}", language=name) for name, text in IRRELEVANT.items()] * 20
    return {
        "relevant articles a second (2,000 characters)": rate(lambda a: extract(a).tables(), relevant),
        "irrelevant articles a second (2,000 characters)": rate(lambda a: extract(a).tables(), irrelevant),
    }


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
    """The mention finder (words, folding, edges and inflection included) against spaCy's PhraseMatcher (blank pipeline) and
    the bare scan of ahocorasick_rs, over the same names and texts, a language at a time; then with 10,000 more aliases.
    """
    import ahocorasick_rs
    import spacy
    from spacy.matcher import PhraseMatcher

    vocabulary = load_vocabulary()
    ours, peer, floor, more = [], [], [], []
    for language in ("ar", "en", "ru"):
        texts = [article for article in test_articles() if article.language == language]
        names = sorted(
            {row["text"] for rows in vocabulary.names.values() for row in rows if row["language"] == language}
        )
        gazetteer = load_gazetteer(vocabulary.folder, language)
        pipeline = spacy.blank(language)
        matcher = PhraseMatcher(pipeline.vocab, attr="LOWER")
        matcher.add("name", list(pipeline.pipe(names)))
        automaton = ahocorasick_rs.AhoCorasick(names, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)
        ours.append(rate(lambda a, g=gazetteer: find_mentions(split_words(a.text), g), texts))  # type: ignore[misc]
        peer.append(rate(lambda a, m=matcher, p=pipeline: m(p.make_doc(a.text)), texts))  # type: ignore[misc]
        floor.append(rate(lambda a, s=automaton: s.find_matches_as_indexes(a.text), texts))  # type: ignore[misc]
        for number in range(EXTRA_ALIASES):
            gazetteer.add(f"Zq{number}name Family{number}", "person", f"extra-{number}")
        more.append(rate(lambda a, g=gazetteer: find_mentions(split_words(a.text), g), texts))  # type: ignore[misc]
    figures: dict[str, float] = {}
    for place, language in enumerate(("ar", "en", "ru")):
        figures |= {
            f"{language}: mention finder, articles a second": ours[place],
            f"{language}: mention finder / spaCy PhraseMatcher": ours[place] / peer[place],
            f"{language}: bare automaton / mention finder": floor[place] / ours[place],
            f"{language}: speed kept with {EXTRA_ALIASES:,} more aliases": more[place] / ours[place],
        }
    return figures


if __name__ == "__main__":
    sys.exit(main())
