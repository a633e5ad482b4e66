"""Make a release of the last commit: version, changelog entry, archive, checksums, databases, metadata, wheel.

The version is the one that the difference to the last release calls for. Everything is built twice, compared, and checked
as users will get it, before the first file is put into its place; --dry-run stops there, and writes nothing.
"""

from __future__ import annotations

import argparse
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "src"))  # This repository's code, whichever one is installed.

try:
    from rich.console import Console
    from rich.markdown import Markdown
    from rich.padding import Padding
    from rich.table import Table
    from rich.text import Text

    from summitry.errors import SummitryError
    from summitry.release import swap
except ImportError as missing:
    print(f"{missing}. Say make release, which sets everything up first.", file=sys.stderr)
    sys.exit(2)

if TYPE_CHECKING:
    from summitry.release.planning import Plan
    from summitry.release.releasing import Outcome


def main() -> int:
    """Make the release, say what was made, and return the exit code: 0 fine, 1 not fit for a release, 2 wrong call."""
    options = _options()
    console = Console(highlight=False, emoji=False)
    signal.signal(signal.SIGTERM, _stop)
    if swap.waiting(ROOT):
        return _finish_interrupted(console, dry_run=options.dry_run)
    from summitry.release.planning import Wish
    from summitry.release.releasing import release, uncommitted

    if options.dry_run and uncommitted(ROOT):
        console.print(Text("What is not committed is left out: a release is made of the last commit.", style="yellow"))
    try:
        wish = Wish(options.version, options.since)
        outcome = release(ROOT, wish, lambda stage, what: _tell(console, stage, what), dry_run=options.dry_run)
    except SummitryError as error:
        Console(stderr=True, highlight=False).print(str(error), style="red", markup=False, soft_wrap=True)
        return error.exit_code
    except KeyboardInterrupt:
        console.print("Interrupted. Nothing was released.", style="yellow")
        return 130
    _show(console, outcome, dry_run=options.dry_run)
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--version", help="the version to make; never less than the difference calls for")
    parser.add_argument("--since", help="what to compare with: an archive, a folder or a git revision (the last tag)")
    parser.add_argument("--dry-run", action="store_true", help="do everything, show everything, write nothing")
    return parser.parse_args()


def _stop(_number: int, _frame: object) -> NoReturn:
    raise KeyboardInterrupt


def _finish_interrupted(console: Console, *, dry_run: bool) -> int:
    if dry_run:
        console.print(
            "A release was interrupted while its files were put into their places. Run this without --dry-run."
        )
        return 1
    for path in swap.carry_out(ROOT):
        console.print(f"put into place: {path}", markup=False)
    console.print("A release that was interrupted is complete now. Look at git status, then commit and tag it.")
    return 0


def _tell(console: Console, stage: str, what: str) -> None:
    console.print(Text.assemble((f"{stage:<10}", "bold cyan"), what))


# What was made


def _show(console: Console, outcome: Outcome, *, dry_run: bool) -> None:
    plan = outcome.plan
    console.print()
    console.print(Text(_headline(plan), style="bold"))
    if not plan.prepared:
        console.print(Padding(Markdown(_entry(plan)), (1, 2)))
    _show_artefacts(console, outcome)
    _show_changes(console, outcome)
    console.print()
    if dry_run:
        console.print(Text("This was a dry run: nothing was written.", style="bold yellow"))
    else:
        _show_next_steps(console, outcome)


def _headline(plan: Plan) -> str:
    if plan.prepared:
        return f"{plan.version} of {plan.day}, made again: this commit is its release."
    if plan.previous is None or plan.step is None:
        return f"{plan.version} of {plan.day}, the first release."
    return f"{plan.previous} → {plan.version} of {plan.day}: the difference calls for {plan.step.label}."


def _entry(plan: Plan) -> str:
    """The version's own part of the changelog."""
    text = plan.texts["CHANGELOG.md"].decode()
    start = text.index(f"## [{plan.version}]")
    following = text.find("\n## [", start + 1)
    return text[start : following if following > 0 else len(text)]


def _show_artefacts(console: Console, outcome: Outcome) -> None:
    table = Table(title=f"dist/{outcome.plan.version}/", title_justify="left", box=None, pad_edge=False, padding=(0, 2))
    table.add_column("file", style="cyan", no_wrap=True)
    table.add_column("bytes", justify="right")
    table.add_column("SHA-256", style="dim", no_wrap=True)
    for artefact in outcome.artefacts:
        table.add_row(artefact.name, f"{artefact.bytes:,}", f"{artefact.sha256[:16]}…")
    console.print(table)
    (archive,) = (artefact for artefact in outcome.artefacts if artefact.name.endswith(".zip"))
    console.print(f"\n{archive.sha256}  {archive.name}", soft_wrap=True)


def _show_changes(console: Console, outcome: Outcome) -> None:
    console.print(Text("\nIn the work tree", style="italic"))
    for path in dict.fromkeys(_shown_path(path) for path in outcome.changes):
        console.print(f"  {path}", markup=False)


def _shown_path(path: str) -> str:
    """A file, or of the schemas as they were released their whole folder."""
    return f"{path.rpartition('/')[0]}/" if path.startswith("schemas/released/") else path


def _show_next_steps(console: Console, outcome: Outcome) -> None:
    version = outcome.plan.version
    console.print(Text(f"Version {version} is in dist/{version}/.", style="bold green"))
    if not outcome.plan.prepared:
        console.print("Look at git diff; then this makes it public:")
        for command in ("git add --all", f'git commit -m "Release {version}"', f"git tag -a v{version} -m {version}"):
            console.print(f"  {command}", markup=False)
        console.print("  git push --follow-tags", markup=False)


if __name__ == "__main__":
    sys.exit(main())
