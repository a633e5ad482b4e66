"""Show the figures of an evaluation in a terminal."""

from __future__ import annotations

import json

from rich.console import Console
from rich.table import Table
from rich.text import Text

from summitry.evaluation import TABLES, Count, Evaluation


def show_evaluation(console: Console, evaluation: Evaluation) -> None:
    """Precision, recall and F1 by language and table, then the columns of matched rows."""
    table = Table(
        title=f"{evaluation.articles} articles", title_justify="left", box=None, padding=(0, 2), pad_edge=False
    )
    table.add_column("language", style="cyan")
    table.add_column("table")
    for heading in ("precision", "recall", "F1", "gold", "found"):
        table.add_column(heading, justify="right")
    for language in evaluation.languages:
        for name in TABLES:
            _add(table, language, name, evaluation.counts.get((language, name), Count()), style="")
        _add(table, language, "all rows", evaluation.rows(language), style="bold")
    console.print(table)
    columns = Table(title="columns of matched rows", title_justify="left", box=None, padding=(0, 2), pad_edge=False)
    columns.add_column("column", style="cyan")
    columns.add_column("right", justify="right")
    columns.add_column("share", justify="right")
    for (name, column), (right, compared) in sorted(evaluation.columns.items()):
        columns.add_row(f"{name}.{column}", f"{right} of {compared}", f"{right / compared:.3f}")
    console.print()
    console.print(columns)


def _add(table: Table, language: str, name: str, count: Count, *, style: str) -> None:
    shares = ["–" if share is None else f"{share:.3f}" for share in (count.precision, count.recall, count.f1)]
    found = [str(count.right + count.missed), str(count.right + count.spurious)]
    table.add_row(language, name, *shares, *found, style=style)


def show_misses(console: Console, evaluation: Evaluation) -> None:
    """Each row missed, found wrongly or with a wrong cell, a line each."""
    console.print()
    for miss in evaluation.misses:
        told = {
            name: value
            for name, value in miss.row.items()
            if value not in (None, [], "") and not name.startswith("name_")
        }
        verdict = ("wrong", "red") if miss.found else ("missed", "yellow")
        if miss.column:
            read = json.dumps(miss.read, ensure_ascii=False, default=str)
            verdict = (f"{miss.column} read as \u2068{read}\u2069", "magenta")
        line = json.dumps(told, ensure_ascii=False, default=str)
        console.print(Text.assemble((f"{miss.article:8}", "cyan"), verdict, f" {miss.table} \u2068{line}\u2069"))
