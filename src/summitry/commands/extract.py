"""Read articles and print their tables as JSON, or write them as CSV and Parquet.

With several articles the tables are those of all of them together. Nothing but the JSON goes to standard output.
"""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Annotated

import typer


def extract(
    articles: Annotated[list[Path], typer.Argument(help="Text files in UTF-8.", show_default=False)],
    published_on: Annotated[
        str | None, typer.Option(help="Day of publication, YYYY-MM-DD; else source.json or the heading gives it.")
    ] = None,
    language: Annotated[str | None, typer.Option(help="ar, en or ru; else told from the text.")] = None,
    to: Annotated[Path | None, typer.Option(help="Write CSV and Parquet files into this folder.")] = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Show each row with its sentence, rule, and what was rejected.")
    ] = False,
) -> int:
    """See the module's docstring."""
    from summitry.articles import parse_day, read_article
    from summitry.errors import ArticleError, CallError
    from summitry.lexicon.vocabulary import load_vocabulary
    from summitry.reader import extract as read
    from summitry.tables.resolve import Source, resolve

    try:
        day = parse_day(published_on, "--published-on") if published_on else None
    except ArticleError as error:
        raise CallError(error.what, mend=error.mend) from error
    vocabulary = load_vocabulary()
    readings = [read(read_article(path, language=language, published_on=day), vocabulary) for path in articles]
    for path, reading in zip(articles, readings, strict=True):
        if reading.article.published_on is None:
            typer.echo(_undated(path), err=True)
    if explain:
        from rich.console import Console

        from summitry.commands.explaining import explain_reading

        for reading in readings:
            explain_reading(Console(highlight=False), reading)
        return 0
    rows = resolve([Source(reading.article, reading.claims) for reading in readings], vocabulary)
    if to is not None:
        _write(rows, to)
        return 0
    typer.echo(json.dumps(rows, ensure_ascii=False, indent=2, default=_iso))
    return 0


def _undated(path: Path) -> str:
    return (
        f"{path}: the day of publication is not known: weekdays, and titles without a name, stay unread. "
        "Give it with --published-on YYYY-MM-DD."
    )


def _iso(value: object) -> str:
    if isinstance(value, dt.date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no form in JSON")


def _write(rows: dict[str, list[dict[str, object]]], folder: Path) -> None:
    from summitry.build import arrow_tables
    from summitry.errors import CallError
    from summitry.tables.contract import load_contracts
    from summitry.tables.files import write_csv, write_parquet

    undated = [row["source_id"] for row in rows["sources"] if row["published_on"] is None]
    if undated:
        raise CallError(
            f"The day of publication of {', '.join(map(str, undated))} is missing; tables need it.",
            mend="Give it with --published-on YYYY-MM-DD.",
        )
    contracts = load_contracts()
    folder.mkdir(parents=True, exist_ok=True)
    for name, table in arrow_tables(rows).items():
        write_csv(table, contracts[name], folder / f"{name}.csv")
        write_parquet(table, contracts[name], folder / f"{name}.parquet")
    typer.echo(f"{len(contracts)} tables written to {folder}, as CSV and Parquet.", err=True)
