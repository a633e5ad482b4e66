"""From sources/ to the tables: what `make build` does, as functions.

`data/` is a function of sources/, vocabulary/ and this code: nothing else is looked at, not the clock, not the machine.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa

from summitry.articles import read_article, read_source_details
from summitry.errors import ArticleError
from summitry.lexicon.vocabulary import Vocabulary, load_vocabulary
from summitry.reader import Reading, extract
from summitry.review import reviewed
from summitry.tables.arrow import table_from_rows
from summitry.tables.contract import load_contracts
from summitry.tables.resolve import Source, resolve


@dataclass(frozen=True, slots=True)
class Build:
    """The readings of all sources, and the tables made from them."""

    readings: tuple[Reading, ...]
    tables: dict[str, pa.Table]


def build(root: Path) -> Build:
    """Read every article of `<root>/sources` and make the tables.

    Raises ArticleError for a source that cannot be read, lacks its day of publication, or differs from its checksum.
    """
    vocabulary = load_vocabulary(root / "vocabulary")
    readings = tuple(read_source(folder, vocabulary) for folder in source_folders(root))
    sources = [Source(reading.article, reading.claims) for reading in readings]
    return Build(readings, arrow_tables(resolve(sources, vocabulary)))


def build_tables(root: Path) -> dict[str, pa.Table]:
    """The tables that a fresh build of a repository gives, by name."""
    return build(root).tables


def source_folders(root: Path) -> list[Path]:
    """The folders of the sources, sorted by name: those in `<root>/sources` that are not hidden."""
    folder = root / "sources"
    return sorted(path for path in folder.iterdir() if path.is_dir() and path.name[0] != ".") if folder.is_dir() else []


def read_source(folder: Path, vocabulary: Vocabulary) -> Reading:
    """Read `<folder>/article.txt` with its source.json, and correct the reading by a review.json where there is one.

    Raises ArticleError where the folder's name is not the source's id, the day of publication is in neither the
    metadata nor the article's heading, or the text's SHA-256 is not the stated one; ReviewError where a decision cannot
    be applied.
    """
    path = folder / "article.txt"
    article = read_article(path)
    stated = read_stated_checksum(folder)
    if article.source_id != folder.name:
        raise ArticleError(
            f"The folder is named {folder.name!r}, but source.json says source_id {article.source_id!r}.",
            where=str(folder / "source.json"),
            mend="Name both alike.",
        )
    if article.published_on is None:
        raise ArticleError(
            "The day of publication is missing.",
            where=str(folder / "source.json"),
            mend="Add published_on as YYYY-MM-DD.",
        )
    if stated and stated != article.sha256:
        raise ArticleError(
            f"The text's SHA-256 is {article.sha256}, not the stated {stated}.",
            where=str(path),
            mend="Restore the text; if it was meant to change, state the new checksum in source.json.",
        )
    return reviewed(extract(article, vocabulary), folder / "review.json")


def read_stated_checksum(folder: Path) -> str | None:
    """The text_sha256 of a source.json, or None where it states none."""
    return read_source_details(folder / "source.json").get("text_sha256")


def arrow_tables(rows: dict[str, list[dict[str, Any]]]) -> dict[str, pa.Table]:
    """Typed tables from the rows of each table."""
    contracts = load_contracts()
    return {name: table_from_rows(contract, rows[name]) for name, contract in contracts.items()}
