"""A data package wherever it is: in a folder, in a zip archive, or in a revision of a git repository."""

from __future__ import annotations

import contextlib
import csv
import io
import tarfile
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from summitry.errors import CallError, PackageError
from summitry.release.git import git
from summitry.tables.archives import unpack_zip
from summitry.tables.package import Package, read_package

# What of a repository makes a package: everything else in a revision is left where it is.
PACKAGE_PARTS: Final = ("datapackage.json", "data", "schemas", "vocabulary")
RETIRED_IDS: Final = "vocabulary/retired_ids.csv"


@contextlib.contextmanager
def open_package(where: str | Path, repository: Path | None = None) -> Iterator[Package]:
    """The package in a folder, a datapackage.json, a zip archive, or a git revision such as v1.0.0 or HEAD~3.

    A path that exists is taken as a path; anything else as a revision of the repository around the folder
    `repository` (the working directory where none is given). What is unpacked goes to a temporary folder that is
    gone when the context ends. Raises CallError where there is neither, PackageError for an unsound package.
    """
    path = Path(where)
    if path.is_dir() or path.suffix == ".json":
        yield read_package(path)
        return
    with tempfile.TemporaryDirectory(prefix="summitry-") as name:
        folder = Path(name)
        if path.is_file():
            unpack_zip(path, folder)
        else:
            _unpack_revision(str(where), folder, repository or Path.cwd())
        yield read_package(folder)


def _unpack_revision(revision: str, folder: Path, repository: Path) -> None:
    commit = git(repository, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if commit is None:
        what = f"there is no folder, archive or git revision {revision!r}."
        raise CallError(what, mend="Name a package's folder, its zip archive, or a revision of the repository here.")
    name = commit.decode().strip()
    listed = git(repository, "ls-tree", "--name-only", "--full-tree", name) or b""
    parts = [part for part in PACKAGE_PARTS if part in listed.decode().splitlines()]
    # Run at the top of the repository: git archive takes paths relative to the working directory.
    top = (git(repository, "rev-parse", "--show-toplevel") or b"").decode().strip()
    packed = git(Path(top), "archive", "--format=tar", name, "--", *parts) if "datapackage.json" in parts else None
    if packed is None:
        raise PackageError("the revision holds no data package.", where=revision, mend="Name a later one.")
    with tarfile.open(fileobj=io.BytesIO(packed)) as tar:
        tar.extractall(folder, filter="data")


def retired_ids(package: Package) -> Mapping[tuple[str, str], str]:
    """What a package says of ids that are no longer in it: (table, id) → the id that replaced it, or ""."""
    path = package.folder / RETIRED_IDS
    if not path.is_file():
        return {}
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    try:
        return {(row["table"], row["id"]): row["replaced_by"] for row in rows}
    except KeyError as missing:
        raise PackageError(f"the column {missing} is missing.", where=str(path)) from missing
