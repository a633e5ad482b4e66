"""A report as JSON, as Markdown for a pull request, or as annotations for GitHub; and what every form has in common.

A finding may quote a package of anybody's. Each form shows such text as it is, and lets it do nothing.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import groupby

from summitry._version import __version__
from summitry.text.markup import code_span, escaped
from summitry.text.visible import visible
from summitry.validation.findings import Finding
from summitry.validation.validate import Report

FORMAT = 1
"""The version of the JSON form, which docs/report.schema.json describes."""

_MOST_IN_A_COMMENT = 100  # findings; a comment may have 65,536 characters
_UNFOLDED = 10


def as_json(report: Report, findings: Sequence[Finding]) -> str:
    """The report as JSON in the form of docs/report.schema.json."""
    content = {
        "format": FORMAT,
        "summitry": __version__,
        "package": report.package,
        "valid": report.valid,
        "errors": report.errors,
        "warnings": report.warnings,
        "rows": report.rows,
        "findings": [finding.as_json() for finding in findings],
    }
    # Half a character in the name of a folder is no text that UTF-8 could hold.
    return json.dumps(content, ensure_ascii=False, indent=2).encode("utf-8", "backslashreplace").decode("utf-8")


def as_markdown(report: Report, findings: Sequence[Finding]) -> str:
    """The report as one comment for a pull request: the verdict, the findings by file, the tables."""
    shown = in_order(findings)[:_MOST_IN_A_COMMENT]
    lines = [f"## {'✅' if report.valid else '❌'} {verdict(report)}", ""]
    for file, found in by_file(shown):
        lines += [*_folded(code_span(file), [_bullet(finding) for finding in found]), ""]
    hidden = report.errors + report.warnings - len(shown)
    if hidden:
        lines += [f"*{hidden:,} more findings are not shown; `summitry validate` lists them.*", ""]
    if report.rows:
        table = ["| table | rows |", "| --- | ---: |"]
        table += [f"| {escaped(name)} | {rows:,} |" for name, rows in report.rows.items()]
        lines += _details(_size(report), table)
    return "\n".join(lines)


def _bullet(finding: Finding) -> str:
    mark = "❌" if finding.severity == "error" else "⚠️"
    place = f" {escaped(where(finding))}:" if where(finding) else ""
    value = f" {code_span(shown_value(finding))}" if shown_value(finding) else ""
    return f"- {mark} **{finding.code}**{place} {escaped(finding.what)}{value} *{escaped(finding.mend)}*"


def _folded(title: str, bullets: list[str]) -> list[str]:
    if len(bullets) <= _UNFOLDED:
        return [f"### {title}", "", *bullets]
    rest = _details(f"{len(bullets) - _UNFOLDED} more", bullets[_UNFOLDED:])
    return [f"### {title}", "", *bullets[:_UNFOLDED], "", *rest]


def _details(summary: str, lines: list[str]) -> list[str]:
    return [f"<details><summary>{summary}</summary>", "", *lines, "", "</details>"]


def as_github(findings: Sequence[Finding], prefix: str = "") -> str:
    """The findings as GitHub's workflow commands, one annotation a line; `prefix` leads to the package's folder."""
    return "\n".join(
        f"::{finding.severity} file={_property(prefix + finding.place.file)},line={finding.place.line or 1},"
        f"title={_property(finding.code)}::{_data(_message(finding))}"
        for finding in in_order(findings)
    )


def _message(finding: Finding) -> str:
    value = f" ({shown_value(finding)})" if shown_value(finding) else ""
    return visible(" ".join(f"{where(finding)} {finding.what}{value} {finding.mend}".split()))


# What the forms have in common


def in_order(findings: Sequence[Finding]) -> list[Finding]:
    """Errors before warnings, and otherwise as the layers found them."""
    return sorted(findings, key=lambda finding: finding.severity)


def by_file(findings: Sequence[Finding]) -> Iterator[tuple[str, list[Finding]]]:
    """The findings of each file, the files in the order of their first finding."""
    first: dict[str, int] = {}
    for finding in findings:
        first.setdefault(finding.place.file, len(first))
    ordered = sorted(findings, key=lambda finding: first[finding.place.file])
    for file, group in groupby(ordered, key=lambda finding: finding.place.file):
        yield file, list(group)


def verdict(report: Report) -> str:
    """One line: valid or not, and how many findings."""
    errors, warnings = report.errors, report.warnings
    counted = f"{_counted(errors, 'error')}, {_counted(warnings, 'warning')}"
    return f"{'Valid' if report.valid else 'Not valid'}: {counted}, {_size(report)}"


def _size(report: Report) -> str:
    return f"{_counted(sum(report.rows.values()), 'row')} in {_counted(len(report.rows), 'table')}"


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'s' * (number != 1)}"


def where(finding: Finding) -> str:
    """The place within the file, as a person reads it."""
    place = finding.place
    parts = [f"row {place.row}" if place.row else "", f"line {place.line}" if place.line else "", place.column or ""]
    return ", ".join(part for part in parts if part)


def shown_value(finding: Finding, width: int = 60) -> str:
    """The value at fault on one line, visible, and cut."""
    text = visible(" ".join((finding.value or "").split()))
    return text if len(text) <= width else text[: width - 1] + "…"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(visible(text)).replace(":", "%3A").replace(",", "%2C")
