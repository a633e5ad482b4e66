"""Validation as one meets it: what a package goes through, and what the command says of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.validation.copies import RELEASED, Copy
from tests.validation.mutations import described, forged, put

from summitry.cli import main
from summitry.validation.checks import CHECKS
from summitry.validation.validate import MAX_ALIKE, validate


@pytest.fixture
def package(tmp_path: Path) -> Copy:
    """The package as released, without its sources and vocabulary."""
    return Copy(tmp_path / "package", RELEASED)


def test_a_repeated_key_is_named_with_the_row_that_has_it_already(package: Copy) -> None:
    package.rewrite("places", lambda rows: rows.append(dict(rows[0])))
    assert [finding.what for finding in package.found("key")] == ["the key KAZ stands in row 1 already."]


def test_a_package_of_another_profile_is_spared_our_rules(package: Copy) -> None:
    described(lambda descriptor: descriptor.pop("summitry"))(package)
    forged("agreements", value_currency=None)(package)
    assert package.found("amount-currency") == []


def test_of_a_thousand_findings_alike_the_rest_is_counted(package: Copy) -> None:
    put("forum_members", lambda text: text + "c5plus1, KAZ\n" * (MAX_ALIKE + 500))(package)
    report = validate(package.folder)
    assert len([finding for finding in report.findings if finding.code == "text-space"]) == MAX_ALIKE
    assert report.errors >= MAX_ALIKE + 500


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as left:
        main([str(argument) for argument in arguments])
    out, err = capsys.readouterr()
    return int(left.value.code or 0), out, err


def test_the_command_says_where_what_and_how_to_mend_it(package: Copy, capsys: pytest.CaptureFixture[str]) -> None:
    forged("agreements", value_currency=None)(package)
    code, out, _ = run(capsys, "validate", package.folder, "--only", "amount-currency")
    assert code == 1
    for words in (
        "data/agreements.csv",
        "row 1",
        "line 2",
        "value_currency",
        "An amount has a currency",
        "→ Complete",
        "Not valid",
    ):
        assert words in out
    assert "Traceback" not in out


def test_the_report_comes_as_json_markdown_and_annotations(package: Copy, capsys: pytest.CaptureFixture[str]) -> None:
    forged("agreements", value_currency=None)(package)
    _, out, _ = run(capsys, "validate", package.folder, "--format", "json")
    report = json.loads(out)
    assert report["valid"] is False
    assert {"code", "severity", "file", "row", "line", "column", "value", "what", "rule", "mend"} <= set(
        report["findings"][0]
    )
    _, out, _ = run(capsys, "validate", package.folder, "--format", "markdown")
    assert out.startswith("## ❌ Not valid")
    _, out, _ = run(capsys, "validate", package.folder, "--format", "github", "--max", 1)
    assert out.startswith("::error file=")
    assert len(out.splitlines()) == 1


def test_quiet_says_nothing_of_a_valid_package(package: Copy, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "validate", package.folder, "--quiet") == (0, "", "")


@pytest.mark.parametrize("arguments", [("nowhere",), (".", "--only", "no-such-check")])
def test_a_wrong_call_is_said_to_be_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]
) -> None:
    code, _, err = run(capsys, "validate", tmp_path / arguments[0], *arguments[1:])
    assert code == 2
    assert err.startswith("error:")


def test_every_code_is_one_checks() -> None:
    codes = [check.code for check in CHECKS]
    assert len(codes) == len(set(codes))
