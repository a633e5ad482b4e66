"""Each kind of defect, put into a copy of the package by hand, is reported under its code, at its place."""

from __future__ import annotations

import json
import shutil
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from summitry.cli import main
from summitry.tables.arrow import table_from_rows
from summitry.tables.contract import load_contracts
from summitry.tables.digest import bytes_hash, content_digest
from summitry.tables.files import csv_bytes, parquet_bytes, read_csv
from summitry.validation.checks import CHECKS
from summitry.validation.findings import Finding
from summitry.validation.validate import validate

ROOT = Path(__file__).resolve().parents[2]
Rows = list[dict[str, Any]]


class Copy:
    """A package in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def replace(self, path: str, old: str, new: str) -> None:
        """Change a file's text without telling anybody. The old text must be there."""
        file = self.folder / path
        text = file.read_bytes().decode("utf-8")
        assert old in text
        file.write_bytes(text.replace(old, new, 1).encode("utf-8"))

    def rewrite(self, table: str, change: Callable[[Rows], object]) -> None:
        """Change a table's rows and make CSV, Parquet and descriptor agree again, as a careful forger would."""
        contract = load_contracts()[table]
        rows = read_csv(self.folder / "data" / f"{table}.csv", contract).to_pylist()
        change(rows)
        made = table_from_rows(contract, rows)
        data, parquet = csv_bytes(made, contract), parquet_bytes(made, contract)
        (self.folder / "data" / f"{table}.csv").write_bytes(data)
        (self.folder / "data" / f"{table}.parquet").write_bytes(parquet)
        stated = {
            "bytes": len(data),
            "hash": bytes_hash(data),
            "rows": made.num_rows,
            "contentDigest": content_digest(made),
        }
        self.restate(table, {**stated, "parquet": {"bytes": len(parquet), "hash": bytes_hash(parquet)}})

    def restate(self, table: str, stated: dict[str, Any]) -> None:
        """Change what the descriptor says of a table."""
        file = self.folder / "datapackage.json"
        descriptor = json.loads(file.read_text("utf-8"))
        resource = next(item for item in descriptor["resources"] if item["name"] == table)
        resource["parquet"].update(stated.pop("parquet", {}))
        resource.update(stated)
        file.write_text(json.dumps(descriptor, ensure_ascii=False), "utf-8")

    def found(self, code: str) -> list[Finding]:
        """The findings of a code."""
        return [finding for finding in validate(self.folder).findings if finding.code == code]


@pytest.fixture
def package(tmp_path: Path) -> Copy:
    """The package as built, with its sources and vocabulary."""
    for name in ("data", "schemas", "sources", "vocabulary"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / "datapackage.json", tmp_path)
    return Copy(tmp_path)


def test_the_package_as_built_is_valid(package: Copy) -> None:
    assert validate(package.folder).findings == ()


def test_a_package_without_its_sources_is_valid_too(package: Copy) -> None:
    for name in ("sources", "vocabulary"):
        (package.folder / name).rename(package.folder.parent / f"{package.folder.name}-{name}")
    assert validate(package.folder).findings == ()


def edit(**values: Any) -> Callable[[Rows], object]:
    return lambda rows: rows[0].update(values)


def everywhere(**values: Any) -> Callable[[Rows], object]:
    return lambda rows: [row.update(values) for row in rows]


def _drop_evidence(column: str) -> Callable[[Rows], object]:
    def change(rows: Rows) -> None:
        rows[:] = [row for row in rows if row["column"] != column]

    return change


def _edit_evidence(column: str, **values: Any) -> Callable[[Rows], object]:
    return lambda rows: next(row for row in rows if row["column"] == column).update(values)


# What a forger with a good tool would leave: bytes, digests and Parquet all agree with the changed rows.
FORGED: dict[str, tuple[str, Callable[[Rows], object], str, str | None]] = {
    "an amount without currency": ("agreements", edit(value_currency=None), "amount-currency", "value_currency"),
    "a currency without amount": ("agreements", edit(value_amount=None), "amount-currency", "value_amount"),
    "a currency that is none": ("agreements", edit(value_currency="XYZ"), "currency", "value_currency"),
    "a kind that is not listed": ("agreements", edit(kind="treaty"), "constraint", "kind"),
    "an agreement of one party": ("agreement_parties", lambda rows: rows.pop(), "parties", "agreement_id"),
    "a party that is no place": ("agreement_parties", edit(place_id="ZZZ"), "foreign-key", "place_id"),
    "a leader of another country": ("leaders", everywhere(place_id="USA"), "leader-term", "office"),
    "an office never held": ("leaders", edit(office="monarch"), "leader-term", "office"),
    "a second host": ("attendance", everywhere(role="host"), "one-host", "role"),
    "no host": ("attendance", everywhere(role="participant"), "host-attends", "host_place_id"),
    "a raising before the founding": (
        "forum_milestones",
        lambda rows: next(r for r in rows if r["milestone"] == "raised").update(happened_on="2001", precision="year"),
        "milestone-order",
        "happened_on",
    ),
    "a day of the precision month": ("summits", edit(held_on_precision="month"), "precision", "held_on_precision"),
    "a report's date that is none": ("summits", edit(held_on="2024-01-01"), "report-date", "held_on"),
    "a speaker about himself": (
        "statements",
        lambda rows: rows[0].update(about_leader_id=rows[0]["leader_id"]),
        "about-speaker",
        "about_leader_id",
    ),
    "a cell without evidence": ("evidence", _drop_evidence("value_amount"), "evidence-missing", "value_amount"),
    "evidence for another value": ("agreements", edit(value_amount=18), "evidence-value", "value_amount"),
    "evidence of a row that is not there": (
        "evidence",
        _edit_evidence("value_amount", row_id="nobody"),
        "evidence-row",
        "row_id",
    ),
    "a quote that does not stand there": (
        "evidence",
        _edit_evidence("value_amount", quote="18 مليار دولار"),
        "evidence-quote",
        "quote",
    ),
    "a quote that says something else": (
        "evidence",
        _edit_evidence("value_amount", value="18000000000"),
        "evidence-reading",
        "value",
    ),
    "a name that the list does not give": ("places", edit(name_en="Kazakstan"), "vocabulary-cell", "name_en"),
    "a rank that is none": ("resources", edit(world_rank=0), "constraint", "world_rank"),
}


@pytest.mark.parametrize("name", FORGED)
def test_a_forged_table_is_found_out(package: Copy, name: str) -> None:
    table, change, code, column = FORGED[name]
    package.rewrite(table, change)
    found = package.found(code)
    assert found, {finding.code for finding in validate(package.folder).findings}
    assert found[0].place.column == column
    assert found[0].place.row is not None
    assert found[0].rule
    assert found[0].mend
    assert package.found("build"), "and data/ is no longer what the build makes"


AMOUNT = "17000000000"

# Small changes to files, of which nobody told the descriptor.
EDITED: dict[str, tuple[str, str, str, str]] = {
    "a value": ("data/agreements.csv", AMOUNT, "18000000000", "file-hash"),
    "a value of another length": ("data/agreements.csv", AMOUNT, "1", "file-size"),
    "a value that Parquet does not have": ("data/agreements.csv", AMOUNT, "18000000000", "parquet"),
    "a value against the digest": ("data/agreements.csv", AMOUNT, "18000000000", "digest"),
    "digits of another script": ("data/agreements.csv", AMOUNT, "١٧", "type"),
    "a plus sign": ("data/agreements.csv", AMOUNT, "+17", "csv-form"),
    "a word for a number": ("data/agreements.csv", AMOUNT, "many", "type"),
    "another header": ("data/summits.csv", "forum_id", "forum", "table-shape"),
    "a space in the header": ("data/summits.csv", "forum_id", "forum_id ", "table-shape"),
    "a carriage return": ("data/places.csv", "\n", "\r\n", "line-ends"),
    "a byte order mark": ("data/places.csv", "place_id", "\ufeffplace_id", "byte-order-mark"),
    "a bidi override": ("data/places.csv", "Kazakhstan", "Kazakh\u202estan", "text-characters"),
    "a zero-width space": ("data/places.csv", "Kazakhstan", "Kazakh\u200bstan", "text-characters"),
    "a letter in two code points": ("data/forums.csv", "C5+1", "C5+1e\u0301", "text-form"),
    "a formula": ("data/places.csv", "Kazakhstan", "=1+1", "formula"),
    "a misspelt property of a schema": ("schemas/places.json", '"constraints"', '"constraint"', "schema"),
    "a foreign key to nowhere": ("schemas/leaders.json", '"resource": "places"', '"resource": "planets"', "schema"),
    "a duplicate key in JSON": ("datapackage.json", '"name"', '"name": "x", "name"', "descriptor"),
    "JSON cut short": ("datapackage.json", "}", "", "descriptor"),
    "a remote path": ("datapackage.json", "data/places.csv", "https://example.org/places.csv", "path"),
    "a path that leads out": ("datapackage.json", "data/places.csv", "../places.csv", "path"),
    "a file that is not there": ("datapackage.json", "data/places.csv", "data/plaices.csv", "file-missing"),
    "the article": ("sources/shorouk-2025-11-07-c5plus1/article.txt", "17", "18", "article"),
}


@pytest.mark.parametrize("name", EDITED)
def test_an_edited_file_is_found_out(package: Copy, name: str) -> None:
    path, old, new, code = EDITED[name]
    package.replace(path, old, new)
    found = package.found(code)
    assert found, {finding.code for finding in validate(package.folder).findings}
    assert all(finding.mend for finding in found)


def test_a_repeated_key_is_named_with_the_row_that_has_it_already(package: Copy) -> None:
    package.rewrite("places", lambda rows: rows.append(dict(rows[0])))
    assert [finding.what for finding in package.found("key")] == ["the key KAZ stands in row 1 already."]


def test_a_table_that_shrank_unexpectedly_is_found_out(package: Copy) -> None:
    file = package.folder / "vocabulary" / "expected_rows.csv"
    file.write_text(file.read_text("utf-8").replace("agreements,1", "agreements,2"), "utf-8")
    assert [finding.place.file for finding in package.found("expected-rows")] == ["data/agreements.csv"]


def test_a_spelling_that_two_entries_own_is_found_out(package: Copy) -> None:
    package.replace("vocabulary/names/places.csv", "UZB,ar,name,أوزبكستان,", "UZB,ar,name,كازاخستان,")
    assert any("KAZ" in finding.what or "KAZ" in finding.mend for finding in package.found("vocabulary"))


@pytest.mark.parametrize("kept", [1, 2])
def test_a_table_that_was_cut_or_emptied_is_found_out(package: Copy, kept: int) -> None:
    file = package.folder / "data" / "places.csv"
    file.write_text("".join(file.read_text("utf-8").splitlines(keepends=True)[:kept]), "utf-8")
    assert package.found("rows")


def test_a_file_that_nobody_lists_is_found_out(package: Copy) -> None:
    (package.folder / "data" / "old.csv").write_text("a\n1\n", "utf-8")
    assert [finding.place.file for finding in package.found("file-unlisted")] == ["data/old.csv"]


def test_a_symbolic_link_is_refused(package: Copy, tmp_path_factory: pytest.TempPathFactory) -> None:
    file = package.folder / "data" / "places.csv"
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "places.csv"
    file.rename(elsewhere)
    file.symlink_to(elsewhere)
    assert package.found("path")


def test_nothing_is_fetched(package: Copy, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("the validation asked for the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    package.replace("datapackage.json", "data/places.csv", "http://127.0.0.1:9/places.csv")
    assert package.found("path")


def test_a_package_of_another_profile_is_spared_our_rules(package: Copy) -> None:
    file = package.folder / "datapackage.json"
    descriptor = json.loads(file.read_text("utf-8"))
    del descriptor["summitry"]
    file.write_text(json.dumps(descriptor), "utf-8")
    package.rewrite("agreements", edit(value_currency=None))
    assert not package.found("amount-currency")


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as left:
        main([str(argument) for argument in arguments])
    out, err = capsys.readouterr()
    return int(left.value.code or 0), out, err


def test_the_command_says_where_what_and_how_to_mend_it(package: Copy, capsys: pytest.CaptureFixture[str]) -> None:
    package.rewrite("agreements", edit(value_currency=None))
    code, out, _ = run(capsys, "validate", package.folder, "--only", "amount-currency")
    assert code == 1
    for words in ("data/agreements.csv", "row 1", "line 2", "value_currency", "rule:", "mend:", "Not valid"):
        assert words in out
    assert "Traceback" not in out


def test_the_report_comes_as_json_markdown_and_annotations(package: Copy, capsys: pytest.CaptureFixture[str]) -> None:
    package.rewrite("agreements", edit(value_currency=None))
    _, out, _ = run(capsys, "validate", package.folder, "--format", "json")
    report = json.loads(out)
    assert report["valid"] is False
    assert {"code", "severity", "file", "row", "line", "column", "value", "what", "rule", "mend"} <= set(
        report["findings"][0]
    )
    _, out, _ = run(capsys, "validate", package.folder, "--format", "markdown")
    assert out.startswith("## Not valid")
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
