"""An article as it comes in: its text, to the byte, and what is known about it."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import re
from dataclasses import dataclass
from pathlib import Path

from summitry.errors import ArticleError, CallError
from summitry.text.languages import LANGUAGES, detect_language

MAX_CHARACTERS = 1_000_000
"""An article longer than this is refused: no newspaper prints one, and a reader must not be kept busy by a stranger."""

_HEADING = re.compile(r"\A[\s\ufeff\u200e\u200f]{0,8}date[ \t:]{1,4}(\d{4})-(\d{2})-(\d{2})(?!\d)", re.IGNORECASE)
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_KNOWN_FIELDS = ("source_id", "publisher", "url", "language", "published_on", "retrieved_on", "text_sha256")


@dataclass(frozen=True, slots=True)
class Article:
    """An article to be read.

    `text` is the file's text as it stands (offsets count its code points from 0); `published_on` the day it appeared,
    where known; `language` one of ar, en, ru; `body_start` the offset behind a leading `date YYYY-MM-DD` line.
    """

    source_id: str
    text: str
    language: str
    published_on: dt.date | None = None
    publisher: str = ""
    url: str | None = None
    retrieved_on: dt.date | None = None
    body_start: int = 0

    @property
    def sha256(self) -> str:
        """SHA-256 of the text in UTF-8, which is that of the file."""
        return hashlib.sha256(self.text.encode("utf-8")).hexdigest()


def make_article(
    text: str,
    source_id: str,
    *,
    language: str | None = None,
    published_on: dt.date | None = None,
    details: dict[str, str | None] | None = None,
) -> Article:
    """An article from its text, with the language told and a leading `date YYYY-MM-DD` read where they are not given.

    `details` may hold publisher, url and retrieved_on. Raises ArticleError where the text is empty, too long, holds
    control characters, or is in no known language.
    """
    _check_text(text)
    if language is not None and language not in LANGUAGES:
        raise ArticleError(f"Unknown language {language!r}.", mend=f"Use one of {', '.join(LANGUAGES)}.")
    heading = _HEADING.match(text)
    rest = details or {}
    retrieved = rest.get("retrieved_on")
    return Article(
        source_id=source_id,
        text=text,
        language=language or detect_language(text[heading.end() if heading else 0 :]),
        published_on=published_on or _heading_date(heading),
        publisher=rest.get("publisher") or "",
        url=rest.get("url"),
        retrieved_on=parse_day(retrieved, "retrieved_on") if retrieved else None,
        body_start=heading.end() if heading else 0,
    )


def read_article(path: str | Path, *, language: str | None = None, published_on: dt.date | None = None) -> Article:
    """The article in a text file; a `source.json` beside a file named article.txt gives what the call leaves open.

    Raises ArticleError, with the file's name, where the file is no UTF-8 text or its metadata are wrong, CallError where
    it cannot be opened.
    """
    path = Path(path)
    try:
        text = decode(path.read_bytes())
        details = read_source_details(path.parent / "source.json") if path.name == "article.txt" else {}
        given = details.get("published_on")
        return make_article(
            text,
            details.get("source_id") or slug(path.parent.name if path.name == "article.txt" else path.stem),
            language=language or details.get("language"),
            published_on=published_on or (parse_day(given, "published_on") if given else None),
            details=details,
        )
    except ArticleError as error:
        raise ArticleError(error.what, where=error.where or str(path), mend=error.mend) from error
    except OSError as error:
        raise CallError(
            f"The article cannot be read: {error.strerror or error}.", where=str(path), mend="Check the path."
        ) from error


def read_source_details(path: Path) -> dict[str, str | None]:
    """The fields of a source.json, or none where there is no such file. Raises ArticleError where one is unknown or wrong."""
    if not path.exists():
        return {}
    try:
        raw = json.loads(path.read_text("utf-8"))
    except (ValueError, UnicodeDecodeError) as error:
        raise ArticleError(
            f"source.json is no valid JSON: {error}.", where=str(path), mend="Correct the file."
        ) from error
    if not isinstance(raw, dict):
        raise ArticleError(
            "source.json must hold one JSON object.", where=str(path), mend="See CONTRIBUTING.md for its fields."
        )
    unknown = sorted(set(raw) - set(_KNOWN_FIELDS))
    wrong = sorted(name for name, value in raw.items() if value is not None and not isinstance(value, str))
    if unknown or wrong:
        raise ArticleError(
            f"source.json has {'unknown fields' if unknown else 'values that are no text'}: {', '.join(unknown or wrong)}.",
            where=str(path),
            mend=f"Its fields are {', '.join(_KNOWN_FIELDS)}, each a text or null.",
        )
    return dict(raw)


def decode(raw: bytes) -> str:
    """The text of an article file. Raises ArticleError where the bytes are no UTF-8 text."""
    if b"\x00" in raw[:4096]:
        raise ArticleError("The file is no text (it holds NUL bytes).", mend="Save the article as UTF-8 text.")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise ArticleError(
            f"The file is no UTF-8 text: byte {error.start} is {raw[error.start]:#04x}.",
            mend="Save the article as UTF-8 text.",
        ) from error


def parse_day(value: str, name: str) -> dt.date:
    """A full ISO 8601 day. Raises ArticleError naming the field where it is none."""
    try:
        if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value, re.ASCII):
            raise ValueError(value)
        return dt.date.fromisoformat(value)
    except ValueError as error:
        raise ArticleError(f"{name} is no date: {value!r}.", mend="Write it as YYYY-MM-DD.") from error


def slug(name: str) -> str:
    """A source id from a file's name: letters a-z and digits, other characters as single hyphens."""
    cleaned = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
    return cleaned if _SLUG.fullmatch(cleaned) else "article"


def _check_text(text: str) -> None:
    if not text.strip():
        raise ArticleError("The article is empty.", mend="Give the text of an article.")
    if len(text) > MAX_CHARACTERS:
        raise ArticleError(
            f"The article has {len(text):,} characters; the limit is {MAX_CHARACTERS:,}.",
            mend="Give one article per file.",
        )
    control = _CONTROL.search(text)
    if control:
        raise ArticleError(
            f"The text has a control character (U+{ord(control.group()):04X}) at offset {control.start()}.",
            mend="Remove it: articles are plain text.",
        )


def _heading_date(heading: re.Match[str] | None) -> dt.date | None:
    if heading is None:
        return None
    try:
        return dt.date(*(int(part) for part in heading.groups()))
    except ValueError as error:
        raise ArticleError(
            f"The heading's date does not exist: {heading.group().strip()!r}.", mend="Write it as date YYYY-MM-DD."
        ) from error
