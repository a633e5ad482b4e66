"""The command line `summitry`: a thin skin over functions that a notebook can call."""

from __future__ import annotations

import contextlib
import gc
import importlib
import io
import sys
from collections.abc import Iterator, Sequence
from typing import Annotated, NoReturn

import typer

from summitry._version import __version__
from summitry.commands import COMMANDS
from summitry.errors import CallError, SummitryError

_OBJECTS_BETWEEN_COLLECTIONS = 100_000


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run one command and leave with its exit code: 0 fine, 1 the data falls short, 2 the call is wrong.

    `arguments` are those of the process where none are given. Results go to standard output, in UTF-8 whatever the
    locale; everything else goes to standard error. Raises SystemExit, always.
    """
    _speak_utf8()
    # The vocabulary is some hundred thousand objects that all stay: to look for garbage among them takes longer than to read.
    gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS)
    try:
        with _files_are_the_callers():
            _app()(args=None if arguments is None else list(arguments), prog_name="summitry")
    except SummitryError as error:
        _report(error)
        sys.exit(error.exit_code)
    sys.exit(0)


def _app() -> typer.Typer:
    app = typer.Typer(
        callback=_options,
        result_callback=_leave,
        no_args_is_help=True,
        add_completion=False,
        rich_markup_mode="markdown",
        pretty_exceptions_enable=False,  # What is left is a defect of ours: its traceback should be plain and whole.
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    )
    for name in COMMANDS:
        module = importlib.import_module(f"summitry.commands.{name}")
        app.command(name, help=module.__doc__)(getattr(module, name))
    return app


def _print_version(asked: bool) -> None:
    if asked:
        typer.echo(f"summitry {__version__}")
        raise typer.Exit


def _options(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version and leave.", callback=_print_version, is_eager=True)
    ] = False,
) -> None:
    """Read articles about summits into validated tables, every cell of which can be traced to the words that say so."""


def _leave(code: int | None, **_options: object) -> NoReturn:
    raise typer.Exit(code or 0)


def _speak_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")


@contextlib.contextmanager
def _files_are_the_callers() -> Iterator[None]:
    """Turn a file that cannot be opened or written into a wrong call. A closed pipe is left to typer."""
    try:
        yield
    except OSError as error:
        raise CallError(
            f"{error.strerror or error}.",
            where=str(error.filename or ""),
            mend="Check the path, its permissions and the space left.",
        ) from error


def _report(error: SummitryError) -> None:
    from rich.console import Console
    from rich.text import Text

    place = f"{error.where}: " if error.where else ""
    lines = [Text.assemble(("error: ", "bold red"), (place, "bold"), error.what)]
    if error.mend:
        lines.append(Text.assemble(("  → ", "cyan"), error.mend))
    console = Console(stderr=True, highlight=False, emoji=False)
    for line in lines:
        console.print(line, soft_wrap=True)
