"""Write docs/validation.md: how many of the mutations in the tests our validation finds, and frictionless and pandera alone.

All three meet the same spoiled copies in one run. frictionless gets the package's descriptor; pandera, the shipped schemas
on each CSV file, as pandas reads it. Whatever either of them complains about counts as found, also where it crashes.
"""

from __future__ import annotations

import argparse
import io
import socket
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from importlib.metadata import version
from pathlib import Path
from typing import NoReturn

import frictionless
import pandas as pd
import pandera.pandas as pandera
from rich.progress import track

from summitry.tables.contract import load_contracts
from summitry.tables.pandera_schema import pandera_schema
from summitry.validation.validate import validate

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "validation.md"
sys.path.insert(0, str(ROOT))

from tests.validation.copies import Copy  # noqa: E402  # the tests are no package of ours
from tests.validation.corpus import MUTATIONS, VARIATIONS  # noqa: E402
from tests.validation.mutations import Mutation  # noqa: E402

TEMPLATE = """# What validation finds

*Written by `python scripts/compare_validators.py`.*

The tests hold mutations of the package: small, named changes, each of which makes something in it untrue or unsafe. For each,
the tests demand the code that names it and the place where it is. They hold valid variations, too, in which nothing may be found.
When this page was written there were {total} mutations and {variations} variations. The same spoiled copies
were given to frictionless {frictionless} and to pandera {pandera} alone:

{table}

Each tool counts as having found a mutation where it complains of anything at all, or crashes. `summitry validate` counts
only where it names the mutation by its code and its place. Of the {variations} valid variations it found fault with {ours_false},
frictionless with {frictionless_false}, pandera with {pandera_false}.

In most mutations the checksums were made to agree again, as whoever means well, or ill, would do: a checksum only says
that a file is the one that was stated. frictionless knows the package's own schemas and its keys across tables. pandera
sees each table by itself, with the schemas that are shipped; it has no notion of a package, its files or references.
Neither claims to judge what the package says of summits: the columns show what a package needs beside them.

A page for each code is in [checks/](checks/README.md).
"""


def ours(copy: Copy, mutation: Mutation, place: object) -> bool:
    """Whether our validation names the mutation, at its place; of a valid variation, whether it complains."""
    findings = validate(copy.folder).findings
    if not mutation.code:
        return bool(findings)
    return any(finding.code == mutation.code and finding.place == place for finding in findings)


def by_frictionless(copy: Copy) -> bool:
    """Whether frictionless complains of the package."""
    try:
        return not frictionless.validate(str(copy.folder / "datapackage.json")).valid
    except Exception:  # noqa: BLE001  # a crash is a complaint, too
        return True


def by_pandera(copy: Copy) -> bool:
    """Whether pandera, with coercion, complains of any of the tables in data/."""
    for name, contract in load_contracts().items():
        try:
            data = (copy.folder / "data" / f"{name}.csv").read_bytes()
            if data == (ROOT / "data" / f"{name}.csv").read_bytes():
                continue  # as it was, and nothing was wrong with it
            texts = {field.name: "string" for field in contract.fields if field.type == "string"}
            frame = pd.read_csv(io.BytesIO(data), keep_default_na=False, na_values=[""], dtype=texts)
            schema = pandera_schema(contract)
            schema._coerce = True  # CSV has no types; pandera's own coercion gives them
            schema.validate(frame)
        except FileNotFoundError:
            continue  # a table elsewhere: pandera has no way to know
        except (pandera.errors.SchemaError, pandera.errors.SchemaErrors, ValueError, TypeError, OSError):
            return True
    return False


def main() -> int:
    """Run the corpus through all three and write the page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.parse_args()
    refuse_network()
    found: Counter[tuple[str, str]] = Counter()
    for mutation in track((*MUTATIONS, *VARIATIONS), description="mutations"):
        with tempfile.TemporaryDirectory() as folder:
            copy = Copy(Path(folder) / "package", mutation.parts)
            place = mutation.action(copy)
            found["of", mutation.group] += 1
            found["ours", mutation.group] += ours(copy, mutation, place)
            found["frictionless", mutation.group] += by_frictionless(copy)
            found["pandera", mutation.group] += by_pandera(copy)
    PAGE.write_text(page(found), "utf-8")
    print(PAGE.relative_to(ROOT))
    return 0


def refuse_network() -> None:
    """Nothing here has to ask anybody."""

    def refuse(*_: object) -> NoReturn:
        raise OSError("no network")

    refusal: Callable[..., NoReturn] = refuse
    socket.socket.connect = refusal  # type: ignore[method-assign]
    socket.getaddrinfo = refusal


def page(found: Counter[tuple[str, str]]) -> str:
    """The page, from the numbers by tool and group."""
    return TEMPLATE.format(
        total=len(MUTATIONS),
        variations=len(VARIATIONS),
        frictionless=version("frictionless"),
        pandera=version("pandera"),
        table="\n".join(_table(found)),
        ours_false=found["ours", "valid"],
        frictionless_false=found["frictionless", "valid"],
        pandera_false=found["pandera", "valid"],
    )


def _table(found: Counter[tuple[str, str]]) -> Iterator[str]:
    groups = list(dict.fromkeys(mutation.group for mutation in MUTATIONS))
    yield "| mutations of | number | `summitry validate` | frictionless alone | pandera alone |"
    yield "| --- | ---: | ---: | ---: | ---: |"
    tools = ("of", "ours", "frictionless", "pandera")
    for group in groups:
        yield f"| {group} | " + " | ".join(str(found[tool, group]) for tool in tools) + " |"
    totals = [sum(found[tool, group] for group in groups) for tool in tools]
    yield "| **all** | " + " | ".join(f"**{total}**" for total in totals) + " |"


if __name__ == "__main__":
    sys.exit(main())
