"""`python -m summitry` is the command line."""

from __future__ import annotations

from summitry.cli import main

main()
