"""Check that a release is what was released: every byte, row counts, digests of the content, and schemas.

Takes an archive, the folder that it was unpacked to, or a folder with a package. Leaves with 0 where everything is as
released, with 1 where something differs, and names each file that does.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

if TYPE_CHECKING:
    from rich.console import Console

    from summitry.release.verify import Verification


def verify(
    release: Annotated[Path, typer.Argument(help="An archive, or a folder.", show_default=False)],
    output: Annotated[Literal["text", "json"], typer.Option("--format", help="How to report.")] = "text",
) -> int:
    """See the module's docstring."""
    import json

    from rich.console import Console

    from summitry.release.verify import verify as examine

    found = examine(release)
    if output == "json":
        typer.echo(json.dumps(found.as_json(), ensure_ascii=False, indent=2))
    else:
        _show(Console(highlight=False, emoji=False), release, found)
    return 0 if found.passed else 1


def _show(console: Console, release: Path, found: Verification) -> None:
    from rich.text import Text

    from summitry.text.visible import visible

    for problem in found.problems:
        console.print(Text.assemble((visible(problem.file), "bold"), f": {visible(problem.what)}"), soft_wrap=True)
    counted = f"{found.files} files, {found.tables} tables, {found.rows:,} rows"
    if found.passed:
        verdict = Text(f"{release.name or release}: version {found.version}, {counted}: all as released.", "bold green")
    else:
        differ = f"{len(found.problems)} of {found.files} files" if found.files else "the archive"
        verdict = Text(f"{release.name or release}: {differ} not as released.", "bold red")
    console.print(verdict, soft_wrap=True)
