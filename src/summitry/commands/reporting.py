"""Show a validation's report in a terminal: by file, and in each file by rule, so that nothing is said twice."""

from __future__ import annotations

from itertools import groupby

from rich.console import Console
from rich.text import Text

from summitry.text.visible import isolated, sentence, visible
from summitry.validation.findings import Finding
from summitry.validation.report import by_file, in_order, shown_value, verdict, where
from summitry.validation.validate import Report

_COLOURS = {"error": "red", "warning": "yellow"}
_MARKS = {"error": "✗", "warning": "!"}
_ALIKE = 20  # findings of one rule in one file that are shown; the JSON form has the rest
_WIDEST = 100


def show_report(console: Console, report: Report, findings: list[Finding]) -> None:
    """The findings grouped by file and rule, each with its place and mend; the verdict last."""
    console.width = min(console.width, _WIDEST)
    for file, found in by_file(in_order(findings)):
        _line(console, Text(f"\n{visible(file)}", style="bold"), 0)
        by_rule = sorted(found, key=lambda finding: [other.code for other in found].index(finding.code))
        for _, alike in groupby(by_rule, key=lambda finding: finding.code):
            _show(console, list(alike))
    hidden = report.errors + report.warnings - len(findings)
    if hidden:
        _line(console, Text(f"\n{hidden:,} more findings are not shown.", style="dim"), 0)
    style = "bold green" if report.valid else "bold red"
    _line(console, Text(("\n" if findings or hidden else "") + verdict(report), style=style), 0)


def _show(console: Console, alike: list[Finding]) -> None:
    """The findings of one rule in one file: the rule, each place with what is wrong there, and the mend once."""
    first, colour = alike[0], _COLOURS[alike[0].severity]
    rule = Text.assemble(
        (f"{_MARKS[first.severity]} ", colour), (first.code, f"bold {colour}"), (f"  {first.rule}", "dim")
    )
    _line(console, rule, 2)
    for finding, following in zip(alike[:_ALIKE], [*alike[1:_ALIKE], None], strict=True):
        _line(console, _told(finding), 4)
        if following is None or following.mend != finding.mend:
            _line(console, Text.assemble(("→ ", "cyan"), sentence(finding.mend)), 4)
    if len(alike) > _ALIKE:
        _line(console, Text(f"… and {len(alike) - _ALIKE:,} more of {first.code}", style="dim"), 4)


def _told(finding: Finding) -> Text:
    place, value = where(finding), shown_value(finding)
    told = Text.assemble((f"{visible(place)}: " if place else "", "bold"), sentence(finding.what))
    if value and value not in finding.what:
        told.append(f"  {isolated(value)}", style="magenta")
    return told


def _line(console: Console, text: Text, indent: int) -> None:
    """Wrapped to the width of the terminal, without blanks at the ends of lines."""
    for line in text.wrap(console, console.width - indent):
        line.rstrip()
        console.print(Text(" " * indent).append_text(line), no_wrap=True, overflow="ignore", crop=False)
