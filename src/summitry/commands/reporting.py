"""Show a validation's report in a terminal."""

from __future__ import annotations

from itertools import groupby

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from summitry.validation.findings import Finding
from summitry.validation.report import shown_value, verdict, where
from summitry.validation.validate import Report

_COLOURS = {"error": "red", "warning": "yellow"}


def show_report(console: Console, report: Report, findings: list[Finding]) -> None:
    """The findings grouped by file, each with its place, rule and mend; the verdict last."""
    ordered = sorted(findings, key=lambda finding: finding.place.file)
    for file, group in groupby(ordered, key=lambda finding: finding.place.file):
        console.print(Text(f"\n{file}", style="bold"))
        for finding in group:
            _show(console, finding)
    hidden = len(report.findings) - len(findings)
    if hidden:
        console.print(Text(f"\n{hidden} more findings are not shown.", style="dim"))
    console.print(
        Text(("\n" if findings else "") + verdict(report), style="bold green" if report.valid else "bold red")
    )


def _show(console: Console, finding: Finding) -> None:
    head = Text.assemble(
        (finding.severity, _COLOURS[finding.severity]),
        " ",
        (finding.code, "cyan"),
        f"  {where(finding)}  {shown_value(finding)}",
    )
    console.print(Padding(head, (0, 0, 0, 2)))
    console.print(Padding(Text(finding.what), (0, 0, 0, 4)))
    console.print(Padding(Text(f"rule: {finding.rule}", style="dim"), (0, 0, 0, 4)))
    console.print(Padding(Text(f"mend: {finding.mend}"), (0, 0, 0, 4)))
