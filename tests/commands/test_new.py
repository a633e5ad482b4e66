"""`summitry new` takes an article into sources/, byte for byte, and shows what was read in it."""

from __future__ import annotations

import datetime as dt
import io
import json
import os
import pty
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from summitry import contributing
from summitry.articles import MAX_CHARACTERS, make_article
from summitry.build import read_source
from summitry.cli import main
from summitry.lexicon.vocabulary import load_vocabulary
from summitry.reader import extract
from summitry.repository import schemas_folder, vocabulary_folder

TEXT = (
    "ASTANA - Kazakh President Kassym-Jomart Tokayev hosted the leaders of Kyrgyzstan, Tajikistan and Uzbekistan at the"
    " consultative meeting of the heads of state of Central Asia in Astana on 9 August 2024. Kazakhstan is the world's"
    " largest producer of uranium, he said, and Uzbek President Shavkat Mirziyoyev thanked him.\r\n"
)
HEADED = "date 2024-08-10 " + TEXT
KNOWN = ["--publisher", "Central Wire", "--published-on", "2024-08-10"]


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository without sources; the command runs in its folder."""
    folder = tmp_path / "repository"
    folder.mkdir()
    (folder / "vocabulary").symlink_to(vocabulary_folder())
    (folder / "schemas").symlink_to(schemas_folder())
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def article(tmp_path: Path) -> Callable[[str | bytes], str]:
    """A file with an article, outside the repository."""

    def write(content: str | bytes) -> str:
        path = tmp_path / "incoming.txt"
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return str(path)

    return write


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as left:
        main(["new", *arguments])
    return int(left.value.code or 0)


def sources(root: Path) -> list[str]:
    return sorted(path.name for path in root.glob("sources/*"))


def test_the_article_is_kept_to_the_byte_with_what_is_known_about_it(
    root: Path, article: Callable[[str | bytes], str]
) -> None:
    raw = "\ufeff".encode() + TEXT.encode()
    assert run(article(raw), *KNOWN, "--url", "https://www.example.org/1", "--id", "central-wire-1") == 0
    folder = root / "sources" / "central-wire-1"
    assert (folder / "article.txt").read_bytes() == raw
    details = json.loads((folder / "source.json").read_text("utf-8"))
    assert list(details.items())[:-1] == [
        ("source_id", "central-wire-1"),
        ("publisher", "Central Wire"),
        ("url", "https://www.example.org/1"),
        ("language", "en"),
        ("published_on", "2024-08-10"),
    ]
    assert sorted(path.name for path in folder.iterdir()) == ["article.txt", "source.json"]


def test_what_it_makes_is_a_source_that_the_build_reads(root: Path, article: Callable[[str | bytes], str]) -> None:
    assert run(article(TEXT), *KNOWN, "--id", "made") == 0
    reading = read_source(root / "sources" / "made", load_vocabulary())
    assert reading.article.published_on == dt.date(2024, 8, 10)
    assert reading.claims


def test_it_shows_rows_with_their_words_and_says_what_comes_next(
    root: Path, article: Callable[[str | bytes], str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(article(TEXT), *KNOWN, "--id", "shown") == 0
    shown = capsys.readouterr().out
    for part in ("Kassym-Jomart Tokayev", "Kazakhstan is the world's", "sources/shown/review.json", "make build"):
        assert part in " ".join(shown.split())


def test_an_article_can_come_through_a_pipe_and_say_its_day_itself(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(HEADED.encode())))
    assert run("--publisher", "Central Wire") == 0
    (folder,) = sources(root)
    assert folder.startswith("central-wire-2024-08-10-")


@pytest.mark.parametrize(
    ("publisher", "expected"),
    [
        ("Reuters", "reuters-2024-08-10-article"),
        ("Al-Shorouk (الشروق)", "al-shorouk-2024-08-10-article"),
        ("الشروق", "2024-08-10-article"),
        ("x" * 300, "x" * 40 + "-2024-08-10-article"),
    ],
)
def test_the_proposed_id_says_who_and_when(publisher: str, expected: str) -> None:
    text = "The weather will be fine in the north and in the south of the country, and it will rain in the east."
    article = make_article(text, "x", published_on=dt.date(2024, 8, 10), details={"publisher": publisher})
    assert contributing.propose_id(extract(article)) == expected


@pytest.mark.parametrize(
    "hostile",
    [
        "../up",
        "a/b",
        "/etc",
        "..",
        ".",
        "",
        "Reuters",
        "a--b",
        "-a",
        "a b",
        "é",
        "а",
        "con",
        "com1",
        "a" * 81,
        "a\nb",
        "a.b",
    ],
)
def test_an_id_that_is_no_plain_name_is_refused(
    root: Path, article: Callable[[str | bytes], str], hostile: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(article(TEXT), *KNOWN, f"--id={hostile}") == 2
    assert "→" in capsys.readouterr().err
    assert sources(root) == []


def test_nothing_is_overwritten(root: Path, article: Callable[[str | bytes], str]) -> None:
    assert run(article(TEXT), *KNOWN, "--id", "taken") == 0
    assert run(article(TEXT + "More."), *KNOWN, "--id", "taken") == 2
    assert (root / "sources/taken/article.txt").read_bytes() == TEXT.encode()


def test_a_link_that_leads_out_of_the_repository_is_not_followed(
    root: Path, article: Callable[[str | bytes], str], tmp_path: Path
) -> None:
    (root / "sources").mkdir()
    (root / "sources" / "link").symlink_to(tmp_path / "elsewhere")
    assert run(article(TEXT), *KNOWN, "--id", "link") == 2
    assert not (tmp_path / "elsewhere").exists()


def test_the_same_article_is_not_added_twice(
    root: Path, article: Callable[[str | bytes], str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(article(TEXT), *KNOWN, "--id", "first") == 0
    assert run(article(TEXT), *KNOWN, "--id", "second") == 2
    assert "'first' has this very text" in capsys.readouterr().err
    assert sources(root) == ["first"]


REFUSED: dict[str, tuple[str | bytes, list[str], int, str]] = {
    "no publisher": (TEXT, ["--published-on", "2024-08-10"], 2, "--publisher is missing"),
    "no day": (TEXT, ["--publisher", "Wire"], 2, "--published-on is missing"),
    "a day of another form": (TEXT, ["--publisher", "Wire", "--published-on", "10.08.2024"], 2, "YYYY-MM-DD"),
    "a day that does not exist": (TEXT, ["--publisher", "Wire", "--published-on", "2024-02-30"], 2, "is no date"),
    "a day before newspapers were read here": (
        TEXT,
        ["--publisher", "Wire", "--published-on", "1024-08-10"],
        2,
        "cannot",
    ),
    "a publisher of two lines": (TEXT, [*KNOWN[2:], "--publisher", "Wire\nService"], 2, "cannot stand in source.json"),
    "a publisher without a name": (TEXT, [*KNOWN[2:], "--publisher", ""], 2, "cannot stand in source.json"),
    "an address that is none": (TEXT, [*KNOWN, "--url", "javascript:alert(1)"], 2, "cannot stand in source.json"),
    "another language": (TEXT, [*KNOWN, "--language", "fr"], 2, "Use one of ar, en, ru"),
    "no text": (b"\xff\xfe\x00\x01", KNOWN, 1, "no text"),
    "text in another encoding": ("Саммит".encode("cp1251"), KNOWN, 1, "no UTF-8 text"),
    "nothing": ("", KNOWN, 1, "The article is empty"),
    "a control character": (TEXT + "\x1b[31m", KNOWN, 1, "control character (U+001B)"),
    "a book": ("a " * MAX_CHARACTERS, KNOWN, 1, "the limit is 1,000,000"),
    "a library": (b"a" * 4 * (MAX_CHARACTERS + 1), KNOWN, 1, "more than 4,000,000 bytes"),
    "an unknown tongue": ("Lorem ipsum dolor sit amet. " * 20, KNOWN, 1, "language"),
}


@pytest.mark.parametrize(("content", "options", "code", "message"), REFUSED.values(), ids=REFUSED.keys())
def test_what_cannot_be_a_source_is_refused_and_leaves_nothing_behind(
    root: Path,
    article: Callable[[str | bytes], str],
    capsys: pytest.CaptureFixture[str],
    content: str | bytes,
    options: list[str],
    code: int,
    message: str,
) -> None:
    assert run(article(content), *options) == code
    said = capsys.readouterr()
    assert message in said.err
    assert (said.out, sources(root)) == ("", [])


@pytest.mark.parametrize("path", ["no-such-file.txt", "."])
def test_a_path_that_is_no_file_is_a_wrong_call(root: Path, path: str) -> None:
    assert run(path, *KNOWN) == 2


def test_outside_a_repository_nothing_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, article: Callable[[str | bytes], str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(article(TEXT), *KNOWN) == 2
    assert not (tmp_path / "sources").exists()


def test_half_a_source_is_never_left(
    root: Path, article: Callable[[str | bytes], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: object) -> str:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(contributing, "source_json", full)
    assert run(article(TEXT), *KNOWN, "--id", "half") == 2
    assert sources(root) == []


def test_in_a_terminal_it_asks_for_what_is_missing_until_the_answer_will_do(
    root: Path, article: Callable[[str | bytes], str]
) -> None:
    person, terminal = pty.openpty()
    command = [sys.executable, "-m", "summitry", "new", article(HEADED)]
    with subprocess.Popen(command, cwd=root, stdin=terminal, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as asked:
        answers = ["Central Wire", "ftp://nowhere", "", "", "../up", "told"]
        os.write(person, "".join(answer + "\n" for answer in answers).encode())
        _, questions = asked.communicate(timeout=120)
    os.close(terminal)
    os.close(person)
    assert asked.returncode == 0, questions.decode()
    details = json.loads((root / "sources/told/source.json").read_text("utf-8"))
    assert (details["publisher"], details["published_on"], "url" in details) == ("Central Wire", "2024-08-10", False)
    assert "'../up' is no id of a source" in questions.decode()


def test_a_first_line_with_another_date_and_people_of_no_list_are_pointed_at(
    root: Path, article: Callable[[str | bytes], str], capsys: pytest.CaptureFixture[str]
) -> None:
    text = HEADED.replace("Kazakh President Kassym-Jomart Tokayev", "Kazakh President Nobody Everknown")
    assert run(article(text), "--publisher", "Wire", "--published-on", "2024-08-01", "--id", "odd") == 0
    shown = " ".join(capsys.readouterr().out.split())
    assert "first line is dated 2024-08-10, and source.json says 2024-08-01" in shown
    assert "Nobody Everknown" in shown
    assert "vocabulary/names/people.csv" in shown
