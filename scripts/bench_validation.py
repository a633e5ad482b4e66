"""Measure the validation of large packages beside `frictionless validate`, as whole processes, and write what came out.

A package of deals is made at each size: seven columns with a key, two foreign keys to a table of places, patterns, a list and
ranges of numbers and dates, in an order that is not that of the key, the size and checksum of each file stated. Both validate
it as it is, and again with one breach of each kind put in: both must find each of them, ours at its row and column.
`--write` renews docs/validation-speed.md.
"""

from __future__ import annotations

import argparse
import datetime as dt
import hashlib
import json
import math
import os
import platform
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "validation-speed.md"
SIZES = (10_000, 100_000, 1_000_000)
KINDS = ("deal", "pledge", "treaty", "memorandum", "declaration")
HEADER = "deal_id,place_id,partner_id,kind,amount,rank,signed_on"

# What is put into the bad package: the breach, the column, what a row becomes, our code, frictionless's type of error.
Row = list[str]
BREACHES: tuple[tuple[str, str, str, str, str], ...] = (
    ("a key that stands twice", "deal_id", "=", "key", "primary-key"),
    ("a reference to nothing", "place_id", "P99999999", "foreign-key", "foreign-key"),
    ("a key against its pattern", "deal_id", "X00000000", "constraint", "constraint-error"),
    ("a kind that is not listed", "kind", "gift", "constraint", "constraint-error"),
    ("a rank beyond its range", "rank", "101", "constraint", "constraint-error"),
    ("a day that is none", "signed_on", "2025-02-30", "type", "type-error"),
    ("a number that is none", "amount", "many", "type", "type-error"),
)


@dataclass(frozen=True, slots=True)
class Run:
    """One process: wall-clock and processor seconds, its largest resident memory in megabytes, exit code, standard output."""

    seconds: float
    cpu: float
    megabytes: float
    code: int
    output: str


def main() -> int:
    """Run the measurements and print them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help=f"renew {PAGE.relative_to(ROOT)}")
    parser.add_argument("--rounds", type=int, default=3, help="how often ours is run; the median counts")
    parser.add_argument("--sizes", type=int, nargs="*", default=SIZES, help="rows of the packages")
    options = parser.parse_args()
    lines = []
    for size in options.sizes:
        with tempfile.TemporaryDirectory() as name:
            lines.append(measure(Path(name), size, options.rounds))
            print(lines[-1], flush=True)
    page = render(lines)
    print(page)
    if options.write:
        PAGE.write_text(page, "utf-8")
    return 0


def measure(folder: Path, size: int, rounds: int) -> str:
    """A line of the table: both validators on a package of a size, good and bad."""
    package = write_package(folder, size, {})
    # In turns, so that whatever else the machine does falls on both.
    theirs = [run_frictionless(package)]
    ours = [run_ours(package) for _ in range(rounds)]
    assert {run.code for run in (*ours, *theirs)} == {0}, "the good package is not valid"
    mine = sorted(ours, key=lambda run: run.seconds)[rounds // 2]
    other = theirs[0]
    bad = write_package(folder, size, spoiled_rows(size))
    expect_breaches(run_ours(bad, "--format", "json"), run_frictionless(bad, "--json"), size)
    memory = max(run.megabytes for run in ours)
    figures = (
        f"{size:,}", f"{mine.seconds:.2f}", f"{other.seconds:.2f}", f"{other.seconds / mine.seconds:.1f}",
        f"{mine.cpu:.2f}", f"{other.cpu:.2f}", f"{other.cpu / mine.cpu:.1f}",
        f"{memory:,.0f}", f"{other.megabytes:,.0f}", f"{memory / other.megabytes:.2f}",
    )  # fmt: skip
    return f"| {' | '.join(figures)} |"


def make_rows(size: int) -> Iterator[Row]:
    """The rows of the deals, the same at every run, one after the other: what this process holds, its children would inherit."""
    chance = random.Random(size)
    places, step = max(10, size // 20), size * 5 // 8 + 1
    while math.gcd(step, size) > 1:
        step += 1
    for number in range(size):
        yield [
            f"D{number * step % size:08d}",
            f"P{chance.randrange(places):08d}",
            f"P{chance.randrange(places):08d}",
            chance.choice(KINDS),
            str(chance.randrange(10**9)),
            str(chance.randrange(1, 101)),
            f"20{chance.randrange(10, 26)}-{chance.randrange(1, 13):02d}-{chance.randrange(1, 29):02d}",
        ]


def spoiled_rows(size: int) -> dict[int, tuple[str, str, str, str, str]]:
    """Where each breach goes, far apart: the index of the row → the breach."""
    step = size // (len(BREACHES) + 1)
    return {number * step: breach for number, breach in enumerate(BREACHES, start=1)}


def write_package(folder: Path, size: int, spoiled: Mapping[int, tuple[str, str, str, str, str]]) -> Path:
    """The package on disk, its files with their size and checksum."""
    names, before = HEADER.split(","), ""
    with (folder / "deals.csv").open("w", encoding="utf-8") as deals:
        deals.write(f"{HEADER}\n")
        for index, row in enumerate(make_rows(size)):
            if index in spoiled:
                _, name, value, *_ = spoiled[index]
                row[names.index(name)] = before if value == "=" else value
            before = row[0]
            deals.write(f"{','.join(row)}\n")
    with (folder / "places.csv").open("w", encoding="utf-8") as places:
        places.write("place_id,name\n")
        places.writelines(f"P{number:08d},Place {number}\n" for number in range(max(10, size // 20)))
    resources = [resource(folder / f"{name}.csv", schema) for name, schema in SCHEMAS.items()]
    descriptor = folder / "datapackage.json"
    descriptor.write_text(json.dumps({"name": "deals", "resources": resources}, indent=1), "utf-8")
    return descriptor


def resource(file: Path, schema: dict[str, Any]) -> dict[str, Any]:
    """What the descriptor says of a table."""
    with file.open("rb") as opened:
        checksum = f"sha256:{hashlib.file_digest(opened, 'sha256').hexdigest()}"
    return {
        "name": file.stem, "type": "table", "path": file.name, "format": "csv", "mediatype": "text/csv",
        "encoding": "utf-8", "bytes": file.stat().st_size, "hash": checksum, "schema": schema,
    }  # fmt: skip


def column(name: str, type_: str, **constraints: Any) -> dict[str, Any]:
    """A field of a schema."""
    return {"name": name, "type": type_, "constraints": constraints}


SCHEMAS: dict[str, dict[str, Any]] = {
    "places": {
        "fields": [column("place_id", "string", required=True), column("name", "string", required=True)],
        "primaryKey": ["place_id"],
    },
    "deals": {
        "fields": [
            column("deal_id", "string", required=True, pattern="D[0-9]{8}"),
            column("place_id", "string", required=True, pattern="P[0-9]{8}"),
            column("partner_id", "string", pattern="P[0-9]{8}"),
            column("kind", "string", required=True, enum=list(KINDS)),
            column("amount", "integer", minimum=0),
            column("rank", "integer", minimum=1, maximum=100),
            column("signed_on", "date", minimum="2000-01-01", maximum="2030-12-31"),
        ],
        "primaryKey": ["deal_id"],
        "foreignKeys": [
            {"fields": [name], "reference": {"resource": "places", "fields": ["place_id"]}}
            for name in ("place_id", "partner_id")
        ],
    },
}


def run_ours(package: Path, *more: str) -> Run:
    """`summitry validate` as a process."""
    return run([sys.executable, "-m", "summitry", "validate", str(package), *more])


def run_frictionless(package: Path, *more: str) -> Run:
    """`frictionless validate` as a process."""
    return run([sys.executable, "-m", "frictionless", "validate", str(package), *more])


def run(command: Sequence[str]) -> Run:
    """Run a process to its end; the memory is that of the largest of it and its children."""
    with tempfile.TemporaryFile() as out:
        begun = time.perf_counter()
        child = subprocess.Popen(command, stdout=out, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(child.pid, 0)
        seconds = time.perf_counter() - begun
        child.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        output = out.read().decode("utf-8")
    return Run(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, child.returncode, output)


def expect_breaches(ours: Run, theirs: Run, size: int) -> None:
    """Both call the package not valid, and both find every breach at its row; ours at its column too."""
    assert ours.code == 1
    assert theirs.code == 1
    mine = {(item["row"], item["column"], item["code"]) for item in json.loads(ours.output)["findings"]}
    tasks = json.loads(theirs.output)["tasks"]
    other = {(error.get("rowNumber"), error["type"]) for task in tasks for error in task["errors"]}
    for index, (what, name, _, code, kind) in spoiled_rows(size).items():
        assert (index + 1, name, code) in mine, f"ours does not find {what} in row {index + 1}"
        assert (index + 2, kind) in other, f"frictionless does not find {what} in row {index + 1}"


def render(lines: list[str]) -> str:
    """The page of figures."""
    return PAGE_TEXT.format(
        day=dt.datetime.now(dt.UTC).date(),
        cores=os.cpu_count(),
        python=platform.python_version(),
        frictionless=version("frictionless"),
        pyarrow=version("pyarrow"),
        breaches=", ".join(what for what, *_ in BREACHES),
        lines="\n".join(lines),
    )


PAGE_TEXT = """\
# How fast the validation is

Written by `python scripts/bench_validation.py --write`, which anybody can run; `make bench` prints it too.

* {day}, {cores} cores, Python {python}, frictionless {frictionless}, pyarrow {pyarrow}.
* A package of two tables: deals, of seven columns with a key, two foreign keys, patterns, a list and ranges of numbers and of
  dates; and the places that they refer to, a twentieth as many. The size and checksum of each file are stated, and the rows
  are in no order.
* `summitry validate` and `frictionless validate` as whole processes, one after the other in the same run. Ours looks at
  bytes and characters as well.
* With one breach of each kind put in, both say at every size that the package is not valid, and both find each breach at its
  row: {breaches}.

| rows | ours, s | frictionless, s | times faster | ours, CPU s | frictionless, CPU s | times less | ours, MB | frictionless, MB | ratio |
| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
{lines}

MB is the largest resident memory of a process. Where other work shares the machine, seconds of the processor say more than
those of the clock.
"""  # noqa: E501  # a row of a table is one line


if __name__ == "__main__":
    sys.exit(main())
