"""Take an article into sources/: what is known about it, under which id, and what in its reading deserves a look."""

from __future__ import annotations

import contextlib
import datetime as dt
import json
import re
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from summitry.articles import MAX_CHARACTERS, Article, decode, parse_day, slug
from summitry.build import source_folders
from summitry.errors import ArticleError, CallError
from summitry.reader import Reading
from summitry.tables.constraints import violations
from summitry.tables.contract import load_contract
from summitry.text.languages import LANGUAGES

LONGEST_ID = 80
MAX_BYTES = 4 * MAX_CHARACTERS  # no code point takes more in UTF-8

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
# Names that Windows keeps for devices: a folder of this name could not be checked out there.
_DEVICES = re.compile(r"con|prn|aux|nul|com[0-9]|lpt[0-9]")
_STATED = ("publisher", "url", "language", "published_on", "retrieved_on")


@dataclass(frozen=True, slots=True)
class Notice:
    """Something in a reading to look at: the words it is about, if any, what it is, and what to do if it is wrong."""

    subject: str
    what: str
    mend: str


def read_article_file(path: Path) -> tuple[bytes, str]:
    """An article's bytes, as they are, and its text; the path `-` is standard input.

    Raises ArticleError where the bytes are too many or no UTF-8 text, OSError where the file cannot be opened.
    """
    name = "standard input" if path == Path("-") else str(path)
    with contextlib.ExitStack() as stack:
        stream = sys.stdin.buffer if path == Path("-") else stack.enter_context(path.open("rb"))
        raw = stream.read(MAX_BYTES + 1)
    try:
        if len(raw) > MAX_BYTES:
            raise ArticleError(f"There are more than {MAX_BYTES:,} bytes.", mend="Give one article, as plain text.")
        return raw, decode(raw)
    except ArticleError as error:
        raise ArticleError(error.what, where=name, mend=error.mend) from error


def check_language(code: str | None) -> str | None:
    """The language of an article, where it is given. Raises CallError where it is none that can be read."""
    if code is not None and code not in LANGUAGES:
        raise CallError(f"{code[:20]!r} is no language that can be read.", mend=f"Use one of {', '.join(LANGUAGES)}.")
    return code


def check_root(root: Path) -> Path:
    """The repository's folder. Raises CallError where it is none."""
    if not (root / "vocabulary").is_dir() or not (root / "schemas").is_dir():
        raise CallError(
            "This is no checkout of the repository: it has no vocabulary/ and no schemas/.",
            where=str(root),
            mend="Run the command in the repository's folder, and nowhere else.",
        )
    return root


def check_id(source_id: str, root: Path) -> str:
    """An id that can name a new source. Raises CallError where it is none, or is taken."""
    mend = "Use small letters a-z, digits and single hyphens, such as shorouk-2025-11-07-c5plus1."
    if not _ID.fullmatch(source_id):
        raise CallError(f"{source_id[:LONGEST_ID]!r} is no id of a source.", mend=mend)
    if len(source_id) > LONGEST_ID:
        raise CallError(
            f"The id has {len(source_id)} characters; the limit is {LONGEST_ID}.", mend="Choose a shorter one."
        )
    if _DEVICES.fullmatch(source_id):
        raise CallError(f"{source_id!r} is the name of a device on Windows.", mend="Choose another id.")
    taken = root / "sources" / source_id
    if taken.exists() or taken.is_symlink():
        raise CallError(
            f"There is a source {source_id!r} already; nothing was written.",
            where=str(taken),
            mend="Choose another id with --id. A source that is there is corrected by hand, or by its review.json.",
        )
    return source_id


def check_detail(name: str, value: str) -> str:
    """A value of source.json as the contract of the table `sources` wants it. Raises CallError where it is not."""
    field = load_contract("sources").field(name)
    option = "--" + name.replace("_", "-")
    broken = not value.isprintable() or value != value.strip() or len(value) > 2000
    if field.type == "date":
        try:
            broken = broken or bool([*violations(parse_day(value, option), field.constraints)])
        except ArticleError as error:
            raise CallError(error.what, mend=error.mend) from error
    elif not value or [*violations(value, field.constraints)]:
        broken = True
    if broken:
        raise CallError(f"{option} {value[:80]!r} cannot stand in source.json.", mend=f"Write it like {field.example}.")
    return value


def propose_id(reading: Reading) -> str:
    """An id for an article: its publisher, its day, and the forum it tells of, as far as they are known.

    A publisher's name in another script than Latin is left out.
    """
    article = reading.article
    summits = reading.tables()["summits"]
    latin = slug(article.publisher)[:40].strip("-") if re.search("[A-Za-z0-9]", article.publisher) else ""
    topic = summits[0]["forum_id"] if summits else "article"
    return "-".join(part for part in (latin, str(article.published_on or ""), topic) if part)


def refuse_known_text(raw: bytes, root: Path) -> None:
    """Raise CallError where one of the repository's sources has the same text."""
    for folder in source_folders(root):
        path = folder / "article.txt"
        if path.is_file() and path.read_bytes() == raw:
            raise CallError(
                f"The source {folder.name!r} has this very text; nothing was written.",
                where=str(path),
                mend="An article is added once.",
            )


def write_source(root: Path, article: Article, raw: bytes) -> Path:
    """Make sources/<id>/ with the article, byte for byte, and its source.json; gives the folder.

    Raises CallError where the id is taken. Where writing fails, nothing is left behind.
    """
    folder = root / "sources" / check_id(article.source_id, root)
    folder.mkdir(parents=True)
    try:
        (folder / "article.txt").write_bytes(raw)
        (folder / "source.json").write_text(source_json(article), encoding="utf-8", newline="\n")
    except BaseException:
        shutil.rmtree(folder)
        raise
    return folder


def source_json(article: Article) -> str:
    """What is known about an article, as source.json has it: no field that is empty, and the checksum of the text."""
    known = {name: getattr(article, name) for name in _STATED}
    stated = {name: str(value) for name, value in known.items() if value}
    fields = {"source_id": article.source_id, **stated, "text_sha256": article.sha256}
    return json.dumps(fields, ensure_ascii=False, indent=2) + "\n"


def notices(reading: Reading, heading: dt.date | None) -> Iterator[Notice]:
    """What deserves a look in a fresh reading; `heading` is the date in the article's first line, where it has one."""
    article = reading.article
    if heading and heading != article.published_on:
        yield Notice(
            "",
            f"The article's first line is dated {heading}, and source.json says {article.published_on}.",
            "Weekdays, report dates and titles without a name are read by source.json's day: see that it is right.",
        )
    if not reading.tables()["summits"]:
        yield Notice(
            "",
            "No summit was read.",
            "Where the article tells of one, its forum may be missing in vocabulary/forums.csv, or its spelling in"
            " vocabulary/names/forums.csv.",
        )
    for person in reading.document.people.values():
        if not person.known:
            yield Notice(
                person.name,
                f"is in no list, and became {person.leader_id}.",
                "A new spelling of somebody listed belongs in vocabulary/names/people.csv; a new person in"
                " vocabulary/people.csv and vocabulary/terms.csv, too.",
            )
    slips = {(m.start, m.end): m for m in reading.document.mentions if m.corrected_to}
    for (start, end), mention in sorted(slips.items()):
        yield Notice(
            article.text[start:end],
            f"was taken for \u2068{mention.corrected_to}\u2069 ({mention.value}).",
            "Where it is another word, reject what was read from it, in review.json.",
        )
