"""Deposit a release on Zenodo: the files that scripts/release.py made, described, checked, and published once.

The access token is taken from the environment: ZENODO_TOKEN, or ZENODO_SANDBOX_TOKEN with --sandbox. A run that fails or is
interrupted is run again: it takes up what it finds on Zenodo. docs/publishing.md says how a release becomes public.
"""

from __future__ import annotations

import argparse
import os
import sys
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console

from summitry._version import __version__
from summitry.errors import CallError, SummitryError
from summitry.release.publishing.client import Client
from summitry.release.publishing.deposit import Deposit, read_deposit
from summitry.release.publishing.holdings import Held
from summitry.release.publishing.steps import Draft, Published, deposit_release, find
from summitry.tables.metadata import read_metadata

ROOT = Path(__file__).resolve().parent.parent
ZENODO = "https://zenodo.org/api"
SANDBOX = "https://sandbox.zenodo.org/api"
_TOKENS = {False: "ZENODO_TOKEN", True: "ZENODO_SANDBOX_TOKEN"}


@dataclass(frozen=True, slots=True)
class Server:
    """Where to deposit, and the environment's name for the token that is needed there."""

    api: str
    token_name: str

    def client(self) -> Client:
        """The client of its API. Raises CallError where the environment has no token for it."""
        token = os.environ.get(self.token_name, "").strip()
        if not token:
            mend = "Make one on Zenodo, with the scopes deposit:write and deposit:actions."
            raise CallError(f"the environment has no {self.token_name}.", mend=mend)
        return Client(self.api, token)


def main() -> int:
    """Deposit the release, say what was done, and return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", default=ROOT / "dist" / __version__, help="the release")
    parser.add_argument("--sandbox", action="store_true", help="use sandbox.zenodo.org, where nothing is for good")
    parser.add_argument("--api", help="the address of another server's API")
    parser.add_argument("--dry-run", action="store_true", help="say what would be done, and change nothing anywhere")
    options = parser.parse_args()
    console = Console(highlight=False, markup=False, emoji=False, soft_wrap=True)
    try:
        server = Server(options.api or (SANDBOX if options.sandbox else ZENODO), _TOKENS[options.sandbox])
        # The sandbox has numbers of its own, so the DOI of all versions says nothing there.
        deposit = read_deposit(options.folder, None if options.sandbox else read_metadata(ROOT).doi)
        _show(console, deposit)
        if options.dry_run:
            _say_what_would_be_done(console, deposit, server)
            return 0
        published = deposit_release(server.client(), deposit, console.print)
    except SummitryError as error:
        Console(stderr=True, highlight=False).print(str(error), style="red", markup=False, soft_wrap=True)
        return error.exit_code
    console.print(f"version {published.version} is public: https://doi.org/{published.doi}")
    if published.concept_doi:
        console.print(f'all versions: put doi = "{published.concept_doi}" under [tool.summitry] in pyproject.toml')
    return 0


def _show(console: Console, deposit: Deposit) -> None:
    console.print(f"{deposit.title}, version {deposit.version}")
    for file in deposit.files:
        console.print(f"  {file.bytes:>12,}  {file.name}")


def _say_what_would_be_done(console: Console, deposit: Deposit, server: Server) -> None:
    if not os.environ.get(server.token_name):
        console.print(f"Without {server.token_name} nobody can look what is on Zenodo. Nothing was done.")
        return
    match find(server.client(), deposit):
        case None:
            would = "make a new deposit"
        case Draft(id=number):
            would = f"go on with the draft {number}"
        case Held(id=number, version=version):
            would = f"make a new version after {version} ({number})"
        case Published(doi=doi):
            would = f"do nothing: this version is public, https://doi.org/{doi}"
    console.print(f"This would {would}. Nothing was done.")


if __name__ == "__main__":
    sys.exit(main())
