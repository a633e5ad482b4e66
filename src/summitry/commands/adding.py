"""What `summitry new` asks, and what it shows of a new source."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import typer
from rich.console import Console
from rich.text import Text

from summitry.commands.explaining import explain_reading
from summitry.commands.showing import isolated, show_reading
from summitry.contributing import check_detail, check_id, notices
from summitry.errors import CallError
from summitry.reader import Reading


@dataclass(frozen=True, slots=True)
class Answers:
    """What is known about an article: from options, else asked for in a terminal, else what can be told without."""

    from_terminal: bool

    @property
    def asks(self) -> bool:
        """Whether there is somebody to ask: the article does not come from where the answers would."""
        return self.from_terminal and sys.stdin.isatty()

    def required(self, name: str, given: str | None, question: str, told: dt.date | None = None) -> str:
        """A field of source.json that must be there; `told` is what the article itself says. Raises CallError."""
        if given is None and self.asks:
            return _ask(question, lambda answer: check_detail(name, answer), str(told) if told else None)
        if given is None and told is None:
            option = "--" + name.replace("_", "-")
            raise CallError(f"{option} is missing, and nobody can be asked.", mend=f"Give {option}.")
        return check_detail(name, given if given is not None else str(told))

    def optional(self, name: str, given: str | None, question: str) -> str | None:
        """A field of source.json that may be left out; an empty answer leaves it out. Raises CallError."""
        if given is not None:
            return check_detail(name, given)
        if not self.asks:
            return None
        return _ask(question, lambda answer: answer and check_detail(name, answer), "") or None

    def source_id(self, given: str | None, proposed: str, root: Path) -> str:
        """The id of the new source, by default the one proposed. Raises CallError where it is none or is taken."""
        if given is None and self.asks:
            return _ask("Its id, which names its folder", lambda answer: check_id(answer, root), proposed)
        return check_id(given if given is not None else proposed, root)


def _ask(question: str, check: Callable[[str], str], default: str | None) -> str:
    """Ask until the answer passes the check."""

    def checked(answer: str) -> str:
        try:
            return check(answer.strip())
        except CallError as error:
            raise typer.BadParameter(f"{error.what} {error.mend}") from error

    return str(typer.prompt(question, default=default, value_proc=checked, err=True, show_default=bool(default)))


def show_new_source(console: Console, reading: Reading, folder: Path, heading: dt.date | None) -> None:
    """What was read, first in the article's words, then row by row; what deserves a look; and what comes next."""
    explain_reading(console, reading)
    show_reading(console, reading)
    found = list(notices(reading, heading))
    if found:
        console.print(Text("\nLook at", style="bold"))
    for notice in found:
        subject = f"{isolated(notice.subject)} " if notice.subject else ""
        console.print(Text.assemble(("  ! ", "yellow"), subject, notice.what))
        console.print(Text.assemble(("    → ", "cyan"), notice.mend))
    console.print(Text.assemble("\n", (f"{folder}/", "bold"), " is there: article.txt, source.json. Next:"))
    for step in (
        "compare the rows above with the article;",
        f"where they are wrong, correct vocabulary/ or write {folder}/review.json (docs/review.md);",
        "make build, make check; git diff --stat shows which tables grew;",
        f"commit {folder}/ together with data/ and datapackage.json.",
    ):
        console.print(Text.assemble(("  · ", "cyan"), step))
