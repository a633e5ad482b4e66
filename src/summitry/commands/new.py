"""Add an article: make sources/ID/ from a file or standard input, and show what was read in it.

What the options leave open is asked for where FILE is given and the command runs in a terminal. The language is told
from the text, the day of publication from a first line `date YYYY-MM-DD`, and an id is proposed. Nothing that is there
is overwritten.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def new(
    file: Annotated[Path, typer.Argument(help="The article as UTF-8 text; - is standard input.")] = Path("-"),
    source_id: Annotated[str | None, typer.Option("--id", help="Name of the new folder in sources/.")] = None,
    publisher: Annotated[str | None, typer.Option(help="Who published it, such as Reuters.")] = None,
    url: Annotated[str | None, typer.Option(help="Where it was published.")] = None,
    published_on: Annotated[str | None, typer.Option(help="Day of publication, YYYY-MM-DD.")] = None,
    language: Annotated[str | None, typer.Option(help="ar, en or ru; else told from the text.")] = None,
) -> None:
    """See the module's docstring."""
    from dataclasses import replace

    from rich.console import Console

    from summitry import contributing
    from summitry.articles import make_article, parse_day
    from summitry.commands.adding import Answers, show_new_source
    from summitry.lexicon.vocabulary import load_vocabulary
    from summitry.reader import extract

    root = contributing.check_root(Path.cwd())
    raw, text = contributing.read_article_file(file)
    contributing.refuse_known_text(raw, root)
    told = make_article(text, "article", language=contributing.check_language(language))
    answers = Answers(from_terminal=file != Path("-"))
    details = {
        "publisher": answers.required("publisher", publisher, "Who published it?"),
        "url": answers.optional("url", url, "Its address, if it has one"),
    }
    day = answers.required("published_on", published_on, "When was it published (YYYY-MM-DD)?", told.published_on)
    article = make_article(
        text, "article", language=told.language, published_on=parse_day(day, "--published-on"), details=details
    )
    reading = extract(article, load_vocabulary(root / "vocabulary"))
    article = replace(
        article,
        source_id=answers.source_id(source_id, contributing.propose_id(reading), root),
    )
    folder = contributing.write_source(root, article, raw)
    console = Console(highlight=False, emoji=False)
    show_new_source(console, replace(reading, article=article), folder.relative_to(root), told.published_on)
