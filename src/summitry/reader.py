"""Read one article: text → mentions → claims → rows. One article, a folder and a cluster all call `extract`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from summitry.articles import Article
from summitry.claims.model import Claim
from summitry.claims.reading import read_claims
from summitry.lexicon.vocabulary import Vocabulary, load_vocabulary
from summitry.mentions.document import Document
from summitry.mentions.reading import read_mentions
from summitry.tables.resolve import Source, resolve


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read in an article: its claims, and the document they were read from."""

    article: Article
    document: Document
    claims: tuple[Claim, ...]

    def tables(self) -> dict[str, list[dict[str, Any]]]:
        """The rows of every table of the design, evidence among them, in the order of their keys."""
        return resolve([Source(self.article, self.claims)], self.document.vocabulary)


def extract(article: Article, vocabulary: Vocabulary | None = None) -> Reading:
    """Read an article. The same article always gives the same reading; nothing but the vocabulary is looked up."""
    document = read_mentions(article, vocabulary or load_vocabulary())
    return Reading(article, document, tuple(read_claims(document)))
