"""What the reader makes of every test article, taken together, is a valid package: rows, keys, rules, evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summitry.validation.validate import validate

if TYPE_CHECKING:
    from summitry.tables.package import Package


def test_all_test_articles_together_make_a_valid_package(articles_package: Package) -> None:
    report = validate(articles_package.folder)
    assert [
        f"{finding.code} {finding.place} {finding.what}" for finding in report.findings if finding.severity == "error"
    ] == []
    assert report.rows["evidence"] > 3_000
