"""How to cite a version of the data: as APA writes it, as BibTeX, and as CSL-JSON for reference managers.

A citation names the version, so that others can get the same bytes. What is not known is left out, never invented: a
version that is not released has no date and no publisher.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any, Final, Literal

from summitry.errors import UnknownNameError
from summitry.tables.metadata import PackageMetadata
from summitry.text.folding import INVISIBLE

Language = Literal["en", "ar"]

_DOI_RESOLVER: Final = "https://doi.org/"
_INVISIBLE: Final = re.compile(f"[{INVISIBLE}]")
_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Citation:
    """What a citation says. `released_on` is None for a version that is not released, `doi` where there is none."""

    name: str
    version: str
    title: str
    title_ar: str
    authors: tuple[str, ...]
    publisher: str | None = None
    released_on: date | None = None
    doi: str | None = None
    homepage: str | None = None

    @property
    def url(self) -> str | None:
        """Where the data is: the address that its DOI leads to, or else its homepage."""
        return f"{_DOI_RESOLVER}{self.doi}" if self.doi else self.homepage


def citation_of(metadata: PackageMetadata) -> Citation:
    """How to cite the package that the metadata describes."""
    return Citation(
        name=metadata.name,
        version=metadata.version,
        title=metadata.title,
        title_ar=metadata.title_ar,
        authors=metadata.authors,
        publisher=metadata.publisher if metadata.released_on else None,
        released_on=metadata.released_on,
        doi=metadata.doi,
        homepage=metadata.homepage,
    )


def citation_from_descriptor(descriptor: Mapping[str, Any]) -> Citation:
    """How to cite a package by its datapackage.json, which anyone may have written: what is malformed is left out."""
    texts = {key: _plain(descriptor.get(key)) for key in ("name", "version", "title", "title_ar", "homepage")}
    contributors = descriptor.get("contributors")
    listed = [item for item in contributors if isinstance(item, dict)] if isinstance(contributors, list) else []
    released_on = _day(descriptor.get("created"))
    publishers = _titles(listed, "publisher")
    identifier = _plain(descriptor.get("id"))
    return Citation(
        name=texts["name"],
        version=texts["version"],
        title=texts["title"] or texts["name"],
        title_ar=texts["title_ar"],
        authors=_titles(listed, "author"),
        publisher=publishers[0] if publishers and released_on else None,
        released_on=released_on,
        doi=identifier.removeprefix(_DOI_RESOLVER) if identifier.startswith(f"{_DOI_RESOLVER}10.") else None,
        homepage=texts["homepage"] or None,
    )


def _titles(contributors: Sequence[Mapping[str, Any]], role: str) -> tuple[str, ...]:
    having = [item for item in contributors if isinstance(item.get("roles"), list) and role in item["roles"]]
    return tuple(title for item in having if (title := _plain(item.get("title"))))


def _day(created: object) -> date | None:
    try:
        return date.fromisoformat(created[:10]) if isinstance(created, str) else None
    except ValueError:
        return None


def _plain(value: object) -> str:
    """A text on one line, without what nobody sees: control characters, and marks that turn the text around them."""
    text = value if isinstance(value, str) else ""
    return " ".join(_CONTROL.sub(" ", _INVISIBLE.sub("", text)).split())


def cite(citation: Citation, style: str = "apa", language: Language = "en") -> str:
    """The citation in a style: apa, bibtex or csl-json; with the English or the Arabic title.

    Raises UnknownNameError for another style or language.
    """
    if style not in STYLES:
        raise UnknownNameError(f"there is no citation style {style!r}.", mend=f"The styles are {', '.join(STYLES)}.")
    if language not in _WORDS:
        mend = f"The languages are {', '.join(_WORDS)}."
        raise UnknownNameError(f"there is no citation in the language {language!r}.", mend=mend)
    return STYLES[style](citation, language)


@dataclass(frozen=True, slots=True)
class _Words:
    version: str
    data_set: str
    no_date: str
    comma: str


_WORDS: Final[Mapping[str, _Words]] = {
    "en": _Words(version="Version", data_set="Data set", no_date="n.d.", comma=","),
    "ar": _Words(version="الإصدار", data_set="مجموعة بيانات", no_date="د.ت.", comma="،"),
}


def _title(citation: Citation, language: Language) -> str:
    return citation.title_ar if language == "ar" and citation.title_ar else citation.title


# APA, seventh edition, section 10.9: Author. (Year). Title (Version) [Data set]. Publisher. URL


def _apa(citation: Citation, language: Language) -> str:
    words = _WORDS[language]
    year = str(citation.released_on.year) if citation.released_on else words.no_date
    version = f" ({words.version} {citation.version})" if citation.version else ""
    title = f"{_title(citation, language)}{version} [{words.data_set}]"
    authors = _apa_authors(citation.authors)
    # Without an author the title moves to the author's place, and a publisher who is the author is not named twice.
    head = [_ended(authors), f"({year}).", f"{title}."] if authors else [f"{title}.", f"({year})."]
    if citation.publisher and citation.authors != (citation.publisher,):
        head.append(_ended(citation.publisher))
    return " ".join([*head, *([citation.url] if citation.url else [])])


def _apa_authors(authors: Sequence[str]) -> str:
    if len(authors) > 20:
        return ", ".join(authors[:19]) + f", . . . {authors[-1]}"
    if len(authors) > 2:
        return ", ".join(authors[:-1]) + f", & {authors[-1]}"
    return " & ".join(authors)


def _ended(text: str) -> str:
    return text if text.endswith(".") else f"{text}."


# BibTeX. @misc, because plain BibTeX knows no @dataset; what kind of work it is stands in the note.

# BibTeX counts braces even behind a backslash, so that an escaped one would unbalance the entry.
_TEX: Final = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{sign: f"\\{sign}" for sign in "$&%#_"},
    }
)
# An address is printed as it is; what would end the field is written in the percent-encoding of addresses.
_IN_ADDRESS: Final = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C", " ": "%20"})


def _tex(text: str) -> str:
    return text.translate(_TEX)


def _bibtex(citation: Citation, language: Language) -> str:
    words = _WORDS[language]
    day = citation.released_on
    fields = {
        # Double braces keep the name of a group in one piece, and the capitals of the title as they are.
        "author": " and ".join(f"{{{_tex(author)}}}" for author in citation.authors),
        "title": f"{{{_tex(_title(citation, language))}}}",
        "year": str(day.year) if day else "",
        "month": str(day.month) if day else "",
        "publisher": _tex(citation.publisher or ""),
        "version": _tex(citation.version),
        "note": f"{words.data_set}{words.comma} {words.version} {_tex(citation.version)}"
        if citation.version
        else words.data_set,
        "doi": (citation.doi or "").translate(_IN_ADDRESS),
        "url": (citation.url or "").translate(_IN_ADDRESS),
        "langid": "arabic" if language == "ar" else "english",
    }
    key = re.sub(r"[^A-Za-z0-9._-]+", "-", f"{citation.name}-{citation.version}").strip("-") or "data"
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@misc{{{key},", *lines, "}"])


# CSL-JSON 1.0.2, which Zotero, pandoc and the citation processors read.


def _csl_json(citation: Citation, language: Language) -> str:
    day = citation.released_on
    item = {
        "id": f"{citation.name}-{citation.version}",
        "type": "dataset",
        "title": _title(citation, language),
        "author": [{"literal": author} for author in citation.authors],
        "issued": {"date-parts": [[day.year, day.month, day.day]]} if day else None,
        "version": citation.version,
        "publisher": citation.publisher,
        "DOI": citation.doi,
        "URL": citation.url,
        "language": language,
    }
    return json.dumps([{key: value for key, value in item.items() if value}], ensure_ascii=False, indent=2)


STYLES: Final[Mapping[str, Callable[[Citation, Language], str]]] = MappingProxyType(
    {"apa": _apa, "bibtex": _bibtex, "csl-json": _csl_json}
)
