"""Check a package, ours or any of Table Schema: bytes and text, files, schemas, tables, keys.

In a package of ours also the rules of the field, the evidence, whether data/ is what the build makes, and whether an id is
gone that the last release had.

Leaves with 0 where nothing worse than a warning was found, with 1 where the package is not valid.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

if TYPE_CHECKING:
    from summitry.release.diff.model import PackageDiff
    from summitry.validation.validate import Report

_LISTED = 20  # rows or cells of a table, where the comment says what changed


def validate(
    package: Annotated[
        Path, typer.Argument(help="A folder with a datapackage.json, that file, or a zip archive.")
    ] = Path(),
    output: Annotated[
        Literal["text", "json", "markdown", "github"], typer.Option("--format", help="How to report.")
    ] = "text",
    only: Annotated[list[str] | None, typer.Option(help="Report only findings of this code; may be repeated.")] = None,
    most: Annotated[int | None, typer.Option("--max", min=1, help="Report at most so many findings.")] = None,
    since: Annotated[
        str | None,
        typer.Option(help="A release that it follows: an archive, a folder or a git revision (the last tag v…)."),
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing where the package is valid.")] = False,
) -> int:
    """See the module's docstring."""
    from rich.console import Console

    from summitry.commands.reporting import show_report
    from summitry.errors import CallError
    from summitry.validation.checks import CHECKS
    from summitry.validation.report import as_github, as_json, as_markdown, in_order

    unknown = sorted(set(only or ()) - {check.code for check in CHECKS})
    if unknown:
        known = ", ".join(check.code for check in CHECKS)
        raise CallError(f"There is no check {', '.join(unknown)}.", mend=f"The checks are {known}.")
    report, diff = _examined(package, since)
    findings = in_order([finding for finding in report.findings if not only or finding.code in only])[:most]
    if quiet and report.valid:
        return 0
    if output == "text":
        show_report(Console(highlight=False), report, findings)
    else:
        forms = {"json": as_json, "markdown": as_markdown}
        if output in forms:
            typer.echo(forms[output](report, findings))
            if output == "markdown" and since and diff is not None:
                from summitry.release.diff.rendering import diff_markdown

                typer.echo("\n" + diff_markdown(diff, _LISTED), nl=False)
        elif findings:
            typer.echo(as_github(findings, _prefix(package)))
    return 0 if report.valid else 1


def _examined(package: Path, since: str | None) -> tuple[Report, PackageDiff | None]:
    """The report, also on what was lost since a release: the one that is named, or the last of a repository."""
    from summitry.release.promises import compared, last_release
    from summitry.validation.validate import validate as examine

    report = examine(package)
    within = package.parent if package.suffix == ".json" else package
    release = since or (last_release(within) if within.is_dir() else None)
    return compared(report, within, release) if release is not None else (report, None)


def _prefix(package: Path) -> str:
    """What leads from the repository, in which the command runs, to the files of the package."""
    folder = package if package.is_dir() else package.parent
    return "" if folder == Path() else f"{folder.as_posix()}/"
