"""A report as text for a terminal, JSON, markdown for a pull request, or annotations for GitHub."""

from __future__ import annotations

import json
from collections import defaultdict

from summitry.validation.findings import Finding
from summitry.validation.validate import Report

_SHOWN_VALUE = 60


def as_json(report: Report, findings: list[Finding]) -> str:
    """The report as JSON: `package`, `valid`, `errors`, `warnings`, `rows` by table, and `findings`."""
    content = {
        "package": report.package,
        "valid": report.valid,
        "errors": report.errors,
        "warnings": len(report.findings) - report.errors,
        "rows": report.rows,
        "findings": [finding.as_json() for finding in findings],
    }
    return json.dumps(content, ensure_ascii=False, indent=2)


def as_markdown(report: Report, findings: list[Finding]) -> str:
    """The report as one comment for a pull request: the verdict, then the findings by file."""
    lines = [f"## {verdict(report)}", ""]
    for file, found in _by_file(findings).items():
        lines += [f"### `{file}`", ""]
        lines += [
            f"- **{finding.code}** {_escaped(where(finding))} {_escaped(finding.what)} *{finding.mend}*"
            for finding in found
        ]
        lines.append("")
    lines += ["| table | rows |", "| --- | ---: |", *(f"| {name} | {rows} |" for name, rows in report.rows.items())]
    return "\n".join(lines)


def as_github(findings: list[Finding]) -> str:
    """The findings as GitHub's workflow commands, one annotation a line."""
    return "\n".join(
        f"::{finding.severity} file={_property(finding.place.file)},line={finding.place.line or 1},"
        f"title={_property(finding.code)}::{_data(f'{where(finding)} {finding.what} {finding.mend}'.strip())}"
        for finding in findings
    )


def verdict(report: Report) -> str:
    """One line: valid or not, and how many findings."""
    warnings = len(report.findings) - report.errors
    counted = f"{report.errors} error{'s' * (report.errors != 1)}, {warnings} warning{'s' * (warnings != 1)}"
    read = f"{sum(report.rows.values()):,} rows in {len(report.rows)} tables"
    return f"{'Valid' if report.valid else 'Not valid'}: {counted}, {read}"


def where(finding: Finding) -> str:
    """The place within the file, as a person reads it."""
    place = finding.place
    parts = [f"row {place.row}" if place.row else "", f"line {place.line}" if place.line else "", place.column or ""]
    return ", ".join(part for part in parts if part)


def shown_value(finding: Finding) -> str:
    """The value at fault on one line, cut, in an isolate of its own direction."""
    text = " ".join((finding.value or "").split())
    return f"\u2068{text[:_SHOWN_VALUE]}{'…' * (len(text) > _SHOWN_VALUE)}\u2069" if text else ""


def _by_file(findings: list[Finding]) -> dict[str, list[Finding]]:
    grouped: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        grouped[finding.place.file].append(finding)
    return grouped


def _escaped(text: str) -> str:
    """Text that markdown and HTML take for nothing but text."""
    for sign in "\\`*_[]<>|#":
        text = text.replace(sign, f"\\{sign}")
    return " ".join(text.split())


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
