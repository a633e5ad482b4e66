"""Score the reader against hand-coded articles: a folder with texts/*.txt and gold/*.json."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer


def evaluate(
    folder: Annotated[Path, typer.Argument(help="The folder of articles.", show_default=False)],
    output: Annotated[Literal["text", "json"], typer.Option("--format", help="How to print the figures.")] = "text",
    misses: Annotated[
        bool, typer.Option("--misses", help="List every row missed, and every row or cell found wrongly.")
    ] = False,
    floor: Annotated[float | None, typer.Option(help="Leave with 1 where F1 over all rows is below this.")] = None,
) -> int:
    """See the module's docstring."""
    from rich.console import Console

    from summitry.commands.figures import show_evaluation, show_misses
    from summitry.evaluation import evaluate as score
    from summitry.evaluation import figures_json

    evaluation = score(folder)
    console = Console(highlight=False)
    if output == "json":
        typer.echo(figures_json(evaluation), nl=False)
    else:
        show_evaluation(console, evaluation)
        if misses:
            show_misses(console, evaluation)
    f1 = evaluation.rows("all").f1
    return 1 if floor is not None and (f1 is None or f1 < floor) else 0
