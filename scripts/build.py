"""Build the package: sources/ and vocabulary/ become data/ and datapackage.json, what describes it CITATION.cff."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from rich.console import Console

from figures import write_figures
from summitry.build import build
from summitry.commands.showing import show_reading, show_tables
from summitry.errors import SummitryError
from summitry.release import swap
from summitry.release.metadata import cff
from summitry.tables.metadata import read_metadata
from summitry.tables.package import write_package

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    """Build, say what was read and written, and return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--into", type=Path, default=ROOT, help="the folder to write to (default: this repository)")
    parser.add_argument("--quiet", action="store_true", help="print only what goes wrong")
    options = parser.parse_args()
    if swap.waiting(ROOT):
        swap.carry_out(ROOT)
        print(
            "A release that was interrupted has been put into place; building what it says.",
            file=sys.stderr,
            flush=True,
        )
        os.execv(sys.executable, [sys.executable, *sys.orig_argv[1:]])  # The version may be another one now.
    console = Console(quiet=options.quiet, highlight=False)
    try:
        built = build(ROOT)
        metadata = read_metadata(ROOT)
        write_package(built.tables, options.into, metadata)
        if options.into == ROOT:
            (ROOT / cff.NAME).write_bytes(cff.citation_cff(metadata))
            write_figures(ROOT)
    except SummitryError as error:
        Console(stderr=True, highlight=False).print(str(error), style="red", markup=False)
        return error.exit_code
    for reading in built.readings:
        show_reading(console, reading)
    show_tables(console, built.tables)
    return 0


if __name__ == "__main__":
    sys.exit(main())
