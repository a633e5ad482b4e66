"""Compare two packages: schemas, rows by key, cells, and the version step that the difference calls for.

Each is a folder, a zip archive, or a git revision of the repository in the current folder.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer


def diff(
    old: Annotated[str, typer.Argument(help="The earlier package.", show_default=False)],
    new: Annotated[str, typer.Argument(help="The later package.")] = ".",
    output: Annotated[Literal["text", "json", "markdown"], typer.Option("--format", help="How to report.")] = "text",
    most: Annotated[int, typer.Option("--max", min=0, help="List at most so many rows or cells of a table.")] = 20,
) -> int:
    """See the module's docstring."""
    from summitry.release.diff.packages import compare_packages
    from summitry.release.diff.rendering import RENDERERS
    from summitry.release.opening import open_package

    with open_package(old, Path.cwd()) as before, open_package(new, Path.cwd()) as after:
        typer.echo(RENDERERS[output](compare_packages(before, after), most), nl=False)
    return 0
