"""The report in its forms: each says where, what and how to mend it, and shows hostile text as text."""

from __future__ import annotations

import io
import json
import re
import unicodedata
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console
from tests.validation.copies import RELEASED, Copy
from tests.validation.mutations import forged, has

from summitry.commands.reporting import show_report
from summitry.validation import checks
from summitry.validation.findings import Finding, Place
from summitry.validation.report import as_github, as_json, as_markdown
from summitry.validation.validate import Report, validate

SCHEMA = json.loads((Path(__file__).resolve().parents[2] / "docs" / "report.schema.json").read_text("utf-8"))
HOSTILE = "<script>alert(1)</script> @everyone #1 [x](http://evil.example) `code` | **bold** \u202e\x1b[2J\r\n::error::x :+1: "
HOSTILE += "![i](j)"


def report_of(*findings: Finding) -> Report:
    return Report("package", findings, {"places": 9, "summits": 1})


def hostile(**where: object) -> Finding:
    place = Place("data/places.csv", 1, 2, "name_en") if not where else Place(str(where["file"]))
    return checks.CONSTRAINT.found(place, f"the value is {HOSTILE}.", value=HOSTILE)


def text_of(report: Report, width: int = 80) -> str:
    shown = io.StringIO()
    show_report(Console(width=width, file=shown, highlight=False), report, list(report.findings))
    return shown.getvalue()


@pytest.mark.parametrize("changes", [{}, {"name_en": HOSTILE.replace("\r\n", " ")}, {"kind": "planet", "name_ar": " "}])
def test_json_is_as_its_schema_says(tmp_path: Path, changes: dict[str, str]) -> None:
    copy = Copy(tmp_path / "package", RELEASED)
    if changes:
        forged("places", has(place_id="KAZ"), place=None, **changes)(copy)
    report = validate(copy.folder)
    content = json.loads(as_json(report, list(report.findings)))
    jsonschema.validate(content, SCHEMA)
    assert content["valid"] == (not changes)
    assert content["errors"] == len(content["findings"])


def test_the_schema_of_the_report_is_one_and_refuses_what_is_none() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    content = json.loads(as_json(report_of(hostile()), [hostile()]))
    changes: tuple[dict[str, object], ...] = ({"findings": [{}]}, {"format": 2}, {"errors": -1}, {"more": 1})
    for change in changes:
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate({**content, **change}, SCHEMA)


def outside_code(markdown: str) -> str:
    return re.sub(r"(`+)(?!`).*?(?<!`)\1(?!`)", "", markdown)


def test_markdown_takes_nothing_in_a_cell_for_markup() -> None:
    comment = as_markdown(report_of(hostile()), [hostile()])
    bare = outside_code(comment)
    assert "<script" not in bare.replace("\\<", "")
    for live in (
        r"(?<!\\)\[x",
        r"@everyone",
        r"#1\b",
        r"https?://",
        r"(?<!\\)!\[",
        r"(?<!\\)\|.*bold",
        r"(?<!\\):\+1:",
    ):
        assert not re.search(live, bare), live
    assert "\x1b" not in comment
    assert "\u202e" not in comment
    assert sum(line.startswith("- ") for line in comment.splitlines()) == 1


def test_an_annotation_is_one_line_whatever_a_cell_holds() -> None:
    for finding in (hostile(), hostile(file="data/a,b:c\n::error::.csv")):
        line = as_github([finding])
        assert len(line.splitlines()) == 1
        assert line.startswith("::error file=data/")
        assert line.count("::error file") == 1
    properties = as_github([hostile(file="a,b:c")]).split("::")[1]
    assert "file=a%2Cb%3Ac," in properties


def test_an_annotation_leads_to_the_file_from_the_repository() -> None:
    assert as_github([hostile()], "packages/one/").startswith("::error file=packages/one/data/places.csv,line=2,")


def test_a_terminal_is_told_nothing_but_text() -> None:
    shown = text_of(report_of(hostile()))
    allowed = {"\n", "\u2068", "\u2069"}
    assert not [letter for letter in shown if unicodedata.category(letter) in ("Cc", "Cf") and letter not in allowed]


def test_arabic_stands_in_an_isolate_so_that_the_line_around_it_keeps_its_order() -> None:
    finding = checks.EVIDENCE_READING.found(
        Place("data/evidence.csv", 3, 4, "value"), "the words 17 مليار دولار do not say 18."
    )
    assert "the words \u206817 مليار دولار\u2069 do not say 18." in text_of(report_of(finding))


@given(words=st.lists(st.text("ab @#<>`\u0627\u202e\u2069", min_size=1, max_size=30), max_size=12))
def test_every_opened_isolate_is_closed(words: list[str]) -> None:
    finding = checks.TYPE.found(Place("data/a.csv"), " ".join(words) or "x", value="".join(words))
    shown = text_of(report_of(finding))
    assert shown.count("\u2068") == shown.count("\u2069")


def test_the_text_fits_a_terminal_of_eighty_columns_and_says_each_rule_once() -> None:
    findings = [
        checks.TEXT_SPACE.found(
            Place("data/places.csv", n, n + 1, "name_en"), "the cell begins or ends with a space.", value=f" {n}"
        )
        for n in range(1, 60)
    ]
    shown = text_of(report_of(*findings))
    assert max(map(len, shown.splitlines())) <= 80
    assert shown.count(checks.TEXT_SPACE.mend) == 1
    assert shown.count("begins or ends with a space, and") == 1
    assert "39 more of text-space" in shown
    assert "row 1, line 2, name_en" in shown
    assert "Not valid: 59 errors, 0 warnings" in shown


def test_errors_come_before_warnings_and_a_long_comment_is_folded() -> None:
    warning = checks.MEMBER_ATTENDS.found(Place("data/attendance.csv", 1, 2), "it is no member.")
    errors = [checks.KEY.found(Place("data/places.csv", n, n + 1), "it stands there already.") for n in range(150)]
    comment = as_markdown(report_of(warning, *errors), [warning, *errors])
    assert comment.startswith("## ❌ Not valid: 150 errors, 1 warning")
    assert "<details><summary>90 more</summary>" in comment
    assert "51 more findings are not shown" in comment
    assert len(comment) < 65_536


def test_a_valid_package_is_said_to_be_one_in_every_form() -> None:
    report = report_of()
    assert as_markdown(report, []).startswith("## ✅ Valid: 0 errors, 0 warnings, 10 rows in 2 tables")
    assert as_github([]) == ""
    assert text_of(report).strip() == "Valid: 0 errors, 0 warnings, 10 rows in 2 tables"
