from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import summitry
from summitry.citation import Citation, citation_from_descriptor, citation_of, cite
from summitry.errors import UnknownNameError
from summitry.tables.metadata import PackageMetadata
from summitry.tables.package import write_package

SUMMITS = Citation(
    name="summits",
    version="1.4.0",
    title="Summits & statements",
    title_ar="القمم والتصريحات",
    authors=("Summits maintainers",),
    publisher="Zenodo",
    released_on=date(2026, 1, 31),
    doi="10.5281/zenodo.1234",
)


@pytest.mark.parametrize(
    ("citation", "text"),
    [
        (
            SUMMITS,
            (
                "Summits maintainers. (2026). Summits & statements (Version 1.4.0) [Data set]. Zenodo."
                " https://doi.org/10.5281/zenodo.1234"
            ),
        ),
        (
            replace(SUMMITS, publisher=None, released_on=None, doi=None),
            "Summits maintainers. (n.d.). Summits & statements (Version 1.4.0) [Data set].",
        ),
        (
            replace(SUMMITS, doi=None, homepage="https://www.example.org/summits"),
            (
                "Summits maintainers. (2026). Summits & statements (Version 1.4.0) [Data set]. Zenodo."
                " https://www.example.org/summits"
            ),
        ),
        # The publisher is not named again where it is the author.
        (
            replace(SUMMITS, publisher="Summits maintainers", doi=None),
            "Summits maintainers. (2026). Summits & statements (Version 1.4.0) [Data set].",
        ),
        (
            replace(SUMMITS, authors=(), doi=None),
            "Summits & statements (Version 1.4.0) [Data set]. (2026). Zenodo.",
        ),
        (
            replace(SUMMITS, authors=("A Group", "B Group"), doi=None),
            "A Group & B Group. (2026). Summits & statements (Version 1.4.0) [Data set]. Zenodo.",
        ),
        (
            replace(SUMMITS, authors=("A", "B", "C et al."), doi=None),
            "A, B, & C et al. (2026). Summits & statements (Version 1.4.0) [Data set]. Zenodo.",
        ),
    ],
)
def test_apa_names_author_year_title_version_publisher_and_address(citation: Citation, text: str) -> None:
    assert cite(citation) == text


def test_apa_names_the_first_nineteen_of_many_authors_and_the_last() -> None:
    text = cite(replace(SUMMITS, authors=tuple(f"G{number}" for number in range(1, 22))))
    assert text.startswith("G1, G2, ")
    assert "G19, . . . G21. (2026)." in text
    assert "G20" not in text


def test_in_arabic_the_title_and_the_words_around_it_are_arabic() -> None:
    text = cite(SUMMITS, "apa", "ar")
    assert text == (
        "Summits maintainers. (2026). القمم والتصريحات (الإصدار 1.4.0) [مجموعة بيانات]. Zenodo."
        " https://doi.org/10.5281/zenodo.1234"
    )


def test_bibtex_is_one_entry_that_every_style_can_print() -> None:
    assert cite(SUMMITS, "bibtex") == (
        "@misc{summits-1.4.0,\n"
        "  author = {{Summits maintainers}},\n"
        "  title = {{Summits \\& statements}},\n"
        "  year = {2026},\n"
        "  month = {1},\n"
        "  publisher = {Zenodo},\n"
        "  version = {1.4.0},\n"
        "  note = {Data set, Version 1.4.0},\n"
        "  doi = {10.5281/zenodo.1234},\n"
        "  url = {https://doi.org/10.5281/zenodo.1234},\n"
        "  langid = {english},\n"
        "}"
    )


def test_bibtex_keeps_arabic_as_it_is_and_says_that_it_is_arabic() -> None:
    text = cite(SUMMITS, "bibtex", "ar")
    assert "title = {{القمم والتصريحات}}" in text
    assert "note = {مجموعة بيانات، الإصدار 1.4.0}" in text
    assert "langid = {arabic}" in text


@pytest.mark.parametrize(
    ("title", "written"),
    [
        ("100 % of $5", r"100 \% of \$5"),
        ("a_b#c^d~e", r"a\_b\#c\textasciicircum{}d\textasciitilde{}e"),
        (r"\input{passwd}", r"\textbackslash{}input\textbraceleft{}passwd\textbraceright{}"),
        ("} @misc{another,", r"\textbraceright{} @misc\textbraceleft{}another,"),
    ],
)
def test_bibtex_takes_no_sign_of_a_title_for_a_command(title: str, written: str) -> None:
    assert f"  title = {{{{{written}}}}},\n" in cite(replace(SUMMITS, title=title), "bibtex")


# A package from anywhere is cited, so its texts may be anything.
anything = st.text()


@given(anything, anything, anything)
def test_bibtex_of_any_texts_is_one_entry_with_balanced_braces(title: str, author: str, address: str) -> None:
    descriptor = {
        "name": title,
        "title": title,
        "version": author,
        "homepage": address,
        "contributors": [{"title": author, "roles": ["author"]}],
    }
    text = cite(citation_from_descriptor(descriptor), "bibtex")
    depth = 0
    for place, sign in enumerate(text):
        depth += {"{": 1, "}": -1}.get(sign, 0)
        assert (depth > 0) == (text.index("{") <= place < len(text) - 1)
    assert len(re.findall(r"^@", text, re.MULTILINE)) == 1
    assert all(line.startswith(("@misc{", "  ", "}")) for line in text.split("\n"))


def test_csl_json_gives_reference_managers_every_fact() -> None:
    (item,) = json.loads(cite(SUMMITS, "csl-json"))
    assert item == {
        "id": "summits-1.4.0",
        "type": "dataset",
        "title": "Summits & statements",
        "author": [{"literal": "Summits maintainers"}],
        "issued": {"date-parts": [[2026, 1, 31]]},
        "version": "1.4.0",
        "publisher": "Zenodo",
        "DOI": "10.5281/zenodo.1234",
        "URL": "https://doi.org/10.5281/zenodo.1234",
        "language": "en",
    }


def test_marks_that_turn_the_text_around_them_are_not_cited() -> None:
    descriptor = {"title": "Summits \u202etsil\u202c\nand\x00more", "version": "1.0.0"}
    assert cite(citation_from_descriptor(descriptor)) == "Summits tsil and more (Version 1.0.0) [Data set]. (n.d.)."


@pytest.mark.parametrize(
    "descriptor",
    [
        {},
        {"title": 5, "version": None, "contributors": "nobody", "created": 2026, "id": ["10.1/2"]},
        {"contributors": [None, "x", {}, {"title": 3, "roles": ["author"]}, {"title": "y", "roles": 7}]},
        {"created": "the last day of January"},
    ],
)
def test_what_is_malformed_in_a_package_is_left_out(descriptor: dict[str, object]) -> None:
    assert cite(citation_from_descriptor(descriptor)).endswith("[Data set]. (n.d.).")


def test_a_package_is_cited_as_its_metadata_is(tmp_path: Path, metadata: PackageMetadata) -> None:
    known = replace(metadata, released_on=date(2026, 1, 31), doi="10.5281/zenodo.1234")
    write_package({}, tmp_path, known)
    db = summitry.load(tmp_path)
    assert db.cite() == cite(citation_of(known))
    assert db.cite("bibtex", language="ar") == cite(citation_of(known), "bibtex", "ar")
    assert "(Version 1.2.3)" in db.cite()


def test_an_unknown_style_says_which_there_are() -> None:
    with pytest.raises(UnknownNameError, match=r"no citation style 'mla'\. The styles are apa, bibtex, csl-json"):
        summitry.load().cite("mla")


def test_an_unknown_language_says_which_there_are() -> None:
    with pytest.raises(UnknownNameError, match=r"in the language 'ru'\. The languages are en, ar"):
        cite(SUMMITS, "apa", "ru")  # type: ignore[arg-type]
