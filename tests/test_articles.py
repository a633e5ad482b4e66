"""An article as it comes in: what is taken from the file, its heading and its source.json, and what is refused."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summitry.articles import MAX_CHARACTERS, make_article, parse_day, read_article, slug
from summitry.errors import ArticleError, CallError

BODY = "The presidents of the five Central Asian states met in Astana on Friday and agreed to build a railway."


def write(folder: Path, text: str | bytes, details: object = None, name: str = "article.txt") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    if details is not None:
        (folder / "source.json").write_text(details if isinstance(details, str) else json.dumps(details), "utf-8")
    return path


@pytest.mark.parametrize(
    "heading",
    ["date 2025-11-07 ", " date 2025-11-07\n", "\ufeffDate: 2025-11-07\n\n", "DATE\t2025-11-07 - "],
)
def test_a_leading_date_is_the_day_of_publication_and_no_part_of_the_body(heading: str) -> None:
    article = make_article(heading + BODY, "a")
    assert article.published_on == dt.date(2025, 11, 7)
    assert article.text == heading + BODY
    assert "2025" not in article.text[article.body_start :]
    assert article.text[article.body_start :].endswith(BODY)


@pytest.mark.parametrize(
    "text", [BODY, "update 2025-11-07 " + BODY, BODY + " date 2025-11-07", "date 2025-11-071 " + BODY]
)
def test_a_date_elsewhere_is_no_heading(text: str) -> None:
    article = make_article(text, "a")
    assert (article.published_on, article.body_start) == (None, 0)


def test_what_the_call_gives_comes_before_the_heading() -> None:
    article = make_article("date 2025-11-07 " + BODY, "a", language="ru", published_on=dt.date(2024, 1, 2))
    assert (article.published_on, article.language) == (dt.date(2024, 1, 2), "ru")
    assert article.body_start == len("date 2025-11-07")


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("", "empty"),
        (" \n\t", "empty"),
        ("a" * (MAX_CHARACTERS + 1), "the limit is 1,000,000"),
        (BODY + "\x07", f"U\\+0007\\) at offset {len(BODY)}"),
        ("date 2025-02-30 " + BODY, "does not exist: 'date 2025-02-30'"),
        ("中亚峰会在阿斯塔纳举行", "no Arabic, Russian or English words"),
    ],
)
def test_a_text_that_is_no_article_is_refused_with_a_mend(text: str, what: str) -> None:
    with pytest.raises(ArticleError, match=what) as refused:
        make_article(text, "a")
    assert refused.value.mend


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(ArticleError, match="'fr'"):
        make_article(BODY, "a", language="fr")


def test_the_text_is_kept_to_the_byte(tmp_path: Path) -> None:
    raw = "\ufeff" + BODY + "\r\n\u200fقمة\u0301 \r"
    path = write(tmp_path, raw, name="Some Article (1).txt")
    article = read_article(path)
    assert article.text == raw
    assert article.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert article.source_id == "some-article-1"


def test_source_json_says_what_the_call_leaves_open(tmp_path: Path) -> None:
    details = {
        "source_id": "trend-2025-11-07",
        "publisher": "Trend",
        "url": "https://www.example.org/1",
        "language": "en",
        "published_on": "2025-11-07",
        "retrieved_on": "2026-01-02",
        "text_sha256": None,
    }
    path = write(tmp_path / "trend", BODY, details)
    article = read_article(path)
    assert (article.source_id, article.publisher, article.url) == (
        "trend-2025-11-07",
        "Trend",
        "https://www.example.org/1",
    )
    assert (article.published_on, article.retrieved_on) == (dt.date(2025, 11, 7), dt.date(2026, 1, 2))
    assert read_article(path, published_on=dt.date(2020, 1, 1)).published_on == dt.date(2020, 1, 1)


def test_source_json_is_of_article_txt_alone_and_its_folder_names_it(tmp_path: Path) -> None:
    write(tmp_path / "Trend 7", BODY, {"source_id": "trend"})
    assert read_article(write(tmp_path / "Trend 7", BODY, name="other.txt")).source_id == "other"
    assert read_article(write(tmp_path / "Plain 7", BODY)).source_id == "plain-7"


@pytest.mark.parametrize(
    ("details", "what"),
    [
        ("{", "no valid JSON"),
        ("[]", "one JSON object"),
        ({"publishd_on": "2025-11-07"}, "unknown fields: publishd_on"),
        ({"published_on": 20251107}, "no text: published_on"),
        ({"published_on": "7.11.2025"}, "published_on is no date"),
        ({"published_on": "2025-13-01"}, "published_on is no date"),
        ({"retrieved_on": "yesterday"}, "retrieved_on is no date"),
        ({"language": "de"}, "Unknown language 'de'"),
    ],
)
def test_a_wrong_source_json_is_refused_where_it_stands(tmp_path: Path, details: object, what: str) -> None:
    path = write(tmp_path / "a", BODY, details)
    with pytest.raises(ArticleError, match=what) as refused:
        read_article(path)
    assert str(tmp_path / "a") in refused.value.where
    assert refused.value.mend


@pytest.mark.parametrize(
    ("raw", "what"), [(b"PK\x03\x04\x00\x00", "NUL"), (b"caf\xe9 " * 9, "byte 3 is 0xe9"), (b"", "empty")]
)
def test_a_file_that_is_no_text_is_refused_by_name(tmp_path: Path, raw: bytes, what: str) -> None:
    path = write(tmp_path, raw, name="a.txt")
    with pytest.raises(ArticleError, match=what) as refused:
        read_article(path)
    assert refused.value.where == str(path)


@pytest.mark.parametrize("name", ["missing.txt", "."])
def test_a_file_that_cannot_be_opened_is_refused_by_name(tmp_path: Path, name: str) -> None:
    with pytest.raises(CallError, match="cannot be read"):
        read_article(tmp_path / name)


@given(st.text())
def test_every_name_makes_a_fit_id(name: str) -> None:
    made = slug(name)
    assert made
    assert set(made) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert slug(made) == made


@given(st.dates())
def test_a_day_is_read_as_it_is_written(day: dt.date) -> None:
    assert parse_day(day.isoformat(), "day") == day


@pytest.mark.parametrize("value", ["", "2025-1-2", "20250102", "2025-W01-1", "٢٠٢٥-٠١-٠٢", "2025-01-02T00:00"])
def test_anything_but_a_full_iso_day_is_refused(value: str) -> None:
    with pytest.raises(ArticleError, match="day is no date"):
        parse_day(value, "day")
