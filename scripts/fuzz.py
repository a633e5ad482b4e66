"""Spoil packages and articles at random and see that every one ends in a report or a clean refusal.

Never in a traceback, never after more than ten seconds of work, never with a call to the network. Each case has a number,
and with the seed it can be run again alone: python scripts/fuzz.py --seed 1 --first 4711 --cases 1
"""

from __future__ import annotations

import argparse
import contextlib
import json
import random
import shutil
import signal
import socket
import sys
import tempfile
import time
import traceback
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NoReturn

from spoiling import spoil_bytes, spoil_cells, spoil_json
from summitry.articles import decode, make_article
from summitry.build import arrow_tables
from summitry.errors import SummitryError
from summitry.reader import extract
from summitry.validation.report import as_github, as_json, as_markdown
from summitry.validation.validate import Report, validate

ROOT = Path(__file__).resolve().parent.parent
LIMIT = 10
"""Seconds of processor time, so that a busy machine makes no failures."""
PATIENCE = 120
"""Seconds of waiting, for a call that sleeps."""

_STEP = 500  # cases between two lines of progress
_ARTICLE_BYTES = 1_500  # of an article that are spoiled: enough for every rule, and quick


@dataclass(frozen=True, slots=True)
class Failure:
    """A case that ended otherwise than it should: its number, what was spoiled, and how it ended."""

    number: int
    kind: str
    how: str


class TooSlowError(BaseException):
    """A case took longer than the limit. No handler of errors may catch it on the way."""


# What is spoiled


@dataclass(slots=True)
class Ground:
    """Packages in a temporary folder, and articles, to be spoiled one file at a time and restored."""

    folder: Path
    articles: list[bytes]

    @property
    def ours(self) -> Path:
        """A package of our profile, as released."""
        return self.folder / "ours"

    @property
    def repository(self) -> Path:
        """A package with its sources and vocabulary."""
        return self.folder / "repository"

    @property
    def stranger(self) -> Path:
        """A small package of somebody else's, with many types and a dialect."""
        return self.folder / "stranger"


def make_ground(folder: Path) -> Ground:
    """Write the packages, and read the articles of the tests."""
    for name, parts in (("ours", ("data", "schemas")), ("repository", ("data", "schemas", "sources", "vocabulary"))):
        for part in parts:
            shutil.copytree(ROOT / part, folder / name / part)
        shutil.copy(ROOT / "datapackage.json", folder / name)
    (folder / "stranger").mkdir()
    for file, text in _STRANGER.items():
        (folder / "stranger" / file).write_text(text, "utf-8")
    texts = [path.read_bytes() for path in sorted((ROOT / "tests" / "articles" / "texts").glob("*.txt"))]
    validate(folder / "repository")  # the vocabulary is loaded once, and is no case's work
    return Ground(folder, texts)


_TYPES = (
    "string",
    "integer",
    "number",
    "boolean",
    "date",
    "datetime",
    "time",
    "year",
    "yearmonth",
    "duration",
    "list",
    "any",
)
_STRANGER = {
    "datapackage.json": json.dumps(
        {
            "name": "elsewhere",
            "resources": [
                {"name": "kinds", "path": "kinds.csv", "schema": "kinds.json"},
                {
                    "name": "links",
                    "path": "links.csv",
                    "dialect": {"delimiter": ";"},
                    "schema": {
                        "fields": [
                            {"name": "of", "constraints": {"pattern": "[a-z]+", "minLength": 1}},
                            {"name": "to", "type": "string"},
                        ],
                        "primaryKey": ["of", "to"],
                        "foreignKeys": [{"fields": "to", "reference": {"resource": "kinds", "fields": "string"}}],
                    },
                },
            ],
        }
    ),
    "kinds.json": json.dumps(
        {
            "fields": [{"name": name, "type": name} for name in _TYPES],
            "primaryKey": "string",
            "missingValues": ["", "-"],
        }
    ),
    "kinds.csv": ",".join(_TYPES) + "\na,1,1.5,true,2025-11-07,2025-11-07T10:00:00,10:00:00,2025,2025-11,P1D,a;b,x\n"
    "b,-2,-,false,-,-,-,-,-,-,-,-\n",
    "links.csv": "of;to\nx;a\ny;b\n",
}


def run_case(ground: Ground, rng: random.Random) -> tuple[str, Callable[[], object]]:
    """One case: what is spoiled, and the call that spoils it and must end in a report or a clean refusal.

    Articles and small packages are many, since each takes a few milliseconds; a repository takes half a second.
    """
    draw = rng.random()
    if draw < 0.5:
        return "article", lambda: _article(ground, rng)
    if draw < 0.92:
        return "stranger", lambda: _package(ground.stranger, rng)
    if draw < 0.985:
        return "ours", lambda: _package(ground.ours, rng)
    if draw < 0.997:
        return "archive", lambda: _archive(ground, rng)
    return "repository", lambda: _package(ground.repository, rng)


def _article(ground: Ground, rng: random.Random) -> None:
    data = rng.choice(ground.articles)
    start = rng.randrange(max(1, len(data) - _ARTICLE_BYTES))
    if rng.random() < 0.5:
        start = 0
    spoiled = spoil_bytes(data[start : start + _ARTICLE_BYTES], rng)
    text = decode(spoiled if rng.random() < 0.3 else spoiled.decode("utf-8", "ignore").encode("utf-8"))
    language = rng.choice((None, "ar", "en", "ru"))
    arrow_tables(extract(make_article(text, "fuzzed", language=language, published_on=date(2025, 11, 7))).tables())


def _package(folder: Path, rng: random.Random) -> Report:
    """Spoil a file of a package, validate it, render the report in every form, and restore the file."""
    files = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    file = rng.choice([folder / "datapackage.json", *files] if rng.random() < 0.2 else files)
    data = file.read_bytes()
    spoil = spoil_bytes
    if file.suffix == ".json" and rng.random() < 0.6:
        spoil = spoil_json
    elif file.suffix == ".csv" and rng.random() < 0.6:
        spoil = spoil_cells
    try:
        file.write_bytes(spoil(data, rng))
        report = validate(folder)
    finally:
        file.write_bytes(data)
    findings = list(report.findings)
    for text in (as_json(report, findings), as_markdown(report, findings), as_github(findings)):
        text.encode("utf-8")
    return report


def _archive(ground: Ground, rng: random.Random) -> Report:
    archive = ground.folder / "package.zip"
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as made:
        for path in sorted(ground.stranger.iterdir()):
            made.write(path, path.name)
    archive.write_bytes(spoil_bytes(archive.read_bytes(), rng))
    return validate(archive)


# Running


def run(cases: range, seed: int, ground: Ground) -> Iterator[tuple[str, str, Failure | None]]:
    """For each case its kind, how it ended, and the failure where it is one."""
    with no_network() as calls:
        for number in cases:
            rng = random.Random(f"{seed}/{number}")
            kind, call = run_case(ground, rng)
            before = len(calls)
            end, how = _outcome(call)
            if len(calls) > before:
                end, how = "network", f"it asked for {calls[-1]}"
            yield kind, end, Failure(number, kind, how) if how else None


def _outcome(call: Callable[[], object]) -> tuple[str, str]:
    """How a call ends: "report", "refusal", or a failure with its reason."""
    signal.setitimer(signal.ITIMER_PROF, LIMIT)
    signal.setitimer(signal.ITIMER_REAL, PATIENCE)
    try:
        call()
    except SummitryError as error:
        return ("refusal", "") if error.what else ("refusal", "it says nothing")
    except TooSlowError:
        return "slow", f"it worked longer than {LIMIT} seconds, or waited longer than {PATIENCE}"
    except Exception:  # noqa: BLE001  # that is what is looked for
        return "traceback", traceback.format_exc()
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.setitimer(signal.ITIMER_REAL, 0)
    return "report", ""


@contextlib.contextmanager
def no_network() -> Iterator[list[str]]:
    """Refuse every socket and address look-up, and list what was asked for."""
    calls: list[str] = []

    def refuse(*asked: object, **_: object) -> NoReturn:
        calls.append(str(asked[-1:]))
        raise OSError("there is no network here")

    def too_slow(*_: object) -> NoReturn:
        raise TooSlowError

    kept = socket.socket.connect, socket.getaddrinfo
    handlers = [(number, signal.signal(number, too_slow)) for number in (signal.SIGALRM, signal.SIGPROF)]
    socket.socket.connect = refuse  # type: ignore[method-assign]
    socket.getaddrinfo = refuse
    try:
        yield calls
    finally:
        socket.socket.connect, socket.getaddrinfo = kept  # type: ignore[method-assign]
        for number, handler in handlers:
            signal.signal(number, handler)


def main() -> int:
    """Run the cases, print what failed, and return 1 where anything did."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cases", type=int, default=20_000, help="how many (default: 20,000)")
    parser.add_argument("--first", type=int, default=0, help="the number of the first case (default: 0)")
    parser.add_argument("--seed", type=int, default=1, help="another seed gives other cases (default: 1)")
    options = parser.parse_args()
    ends: Counter[tuple[str, str]] = Counter()
    failures: list[Failure] = []
    started = time.perf_counter()
    with tempfile.TemporaryDirectory(prefix="summitry-fuzz-") as folder:
        ground = make_ground(Path(folder))
        cases = range(options.first, options.first + options.cases)
        for done, (kind, end, failure) in enumerate(run(cases, options.seed, ground), start=1):
            ends[kind, end] += 1
            if done % _STEP == 0:
                print(f"{done:,} of {options.cases:,} cases, {len(failures)} failures", flush=True)
            if failure:
                failures.append(failure)
                print(f"\ncase {failure.number}, {failure.kind}: {failure.how}", flush=True)
    for (kind, end), count in sorted(ends.items()):
        print(f"{kind:12} {end:10} {count:7,}")
    print(
        f"{options.cases:,} cases in {time.perf_counter() - started:,.0f} s, {len(failures)} failures (seed {options.seed})"
    )
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
