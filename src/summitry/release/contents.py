"""What is in the archive of a release: the package, what describes it, and no article.

As a program (`python -m summitry.release.contents TREE INTO`) it makes the archive in a process of its own, whose time
zone, locale and hash seed the release chooses.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from summitry.errors import ReleaseError
from summitry.release.archive import archive_bytes
from summitry.release.checksums import CHECKSUMS, checksums_of
from summitry.release.metadata import metadata_files
from summitry.release.readme import readme
from summitry.release.released_schemas import released_schemas
from summitry.release.versions import Version
from summitry.tables.metadata import PackageMetadata, read_metadata
from summitry.tables.package import read_package

_TEXTS: Final = ("LICENSE", "CHANGELOG.md")
_FOLDERS: Final = ("vocabulary", "schemas/vocabulary")
# Of an article, not even so many code points in a row may be in a release, other than as a quote that evidence gives.
LONGEST_EXTRACT: Final = 400


def make_contents(tree: Path, into: Path) -> None:
    """Make the archive of the package that stands built in `tree`, and beside it the metadata files that are in it.

    The folder of the schemas as released is written into the tree where it is a new one. Raises ReleaseError where the
    package cannot be released as it is.
    """
    metadata = read_metadata(tree)
    folder, schemas = released_schemas(tree, Version.parse(metadata.version), metadata.homepage)
    _write({f"{folder}/{name}": data for name, data in schemas.items()}, tree)
    files = _package_files(tree, schemas) | {name: (tree / name).read_bytes() for name in _TEXTS}
    described = _described(files, metadata)
    contents = files | described
    _refuse_article_text(tree, contents)
    contents[CHECKSUMS] = checksums_of(contents)
    into.mkdir(parents=True, exist_ok=True)
    (into / f"{metadata.name}-{metadata.version}.zip").write_bytes(archive_bytes(contents))
    for name, data in described.items():
        (into / name).write_bytes(data)


def _package_files(tree: Path, schemas: Mapping[str, bytes]) -> dict[str, bytes]:
    """The package with its vocabulary, which says where curated values are from and which ids were given up."""
    package = read_package(tree)
    names = ["datapackage.json"]
    for resource in package.descriptor["resources"]:
        names += [resource["path"], resource["parquet"]["path"]]
    for folder in _FOLDERS:
        names += [path.relative_to(tree).as_posix() for path in (tree / folder).rglob("*") if path.is_file()]
    files = {name: (tree / name).read_bytes() for name in names}
    return files | {f"schemas/{name}": data for name, data in schemas.items() if name != CHECKSUMS}


def _described(files: Mapping[str, bytes], metadata: PackageMetadata) -> dict[str, bytes]:
    """What describes the package, made from its files as they are in the archive."""
    with tempfile.TemporaryDirectory(prefix="summitry-") as name:
        folder = Path(name)
        _write(files, folder)
        package = read_package(folder)
        return {**metadata_files(package, metadata), "README.md": readme(package, metadata).encode()}


def _write(files: Mapping[str, bytes], folder: Path) -> None:
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)


def _refuse_article_text(tree: Path, files: Mapping[str, bytes]) -> None:
    plain = {
        name: _bare(data) for name, data in files.items() if not name.endswith(".parquet")
    }  # its CSV says the same
    for path in sorted((tree / "sources").glob("*/article.txt")):
        text = _bare(path.read_bytes()).decode()
        for name, data in plain.items():
            longest = max(_extracts(text, data), default=0)
            if longest >= LONGEST_EXTRACT:
                what = f"{longest} characters in a row are those of the article {path.parent.name}."
                raise ReleaseError(what, where=name, mend="Quote less of it: the text belongs to its publisher.")


def _bare(data: bytes) -> bytes:
    """Text without what CSV and JSON add to it."""
    return data.translate(None, b'"\\\r\n')


def _extracts(text: str, data: bytes) -> Iterator[int]:
    """How many characters of a text stand in the data in a row, wherever that might be as many as are refused."""
    half = LONGEST_EXTRACT // 2  # of pieces of this size one lies whole in any part that is twice as long
    for start in range(0, len(text) - half + 1, half):
        end = start + half
        if text[start:end].encode() in data:
            while end < len(text) and text[start : end + 1].encode() in data:
                end += 1
            while start > 0 and text[start - 1 : end].encode() in data:
                start -= 1
            yield end - start


if __name__ == "__main__":
    make_contents(Path(sys.argv[1]), Path(sys.argv[2]))
