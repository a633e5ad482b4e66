"""Write docs/checks/: a page for each code of `summitry validate`, from its check and its example."""

from __future__ import annotations

import json
import shutil
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

from summitry.release.promises import compared
from summitry.text.visible import visible
from summitry.validation.checks import CHECKS, LAYERS
from summitry.validation.examples import EXAMPLES, Example
from summitry.validation.findings import Check, Finding
from summitry.validation.validate import validate

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "docs" / "checks"
_RELEASED, _REPOSITORY = ("data", "schemas"), ("data", "schemas", "sources", "vocabulary")

_ELSEWHERE = {
    "name": "elsewhere",
    "resources": [
        {
            "name": "forums",
            "path": "forums.csv",
            "schema": {"fields": [{"name": "forum"}, {"name": "founded", "type": "date"}]},
        }
    ],
}


def main() -> int:
    """Write every page; remove the pages of codes that are gone."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for old in FOLDER.glob("*.md"):
        old.unlink()
    for check in CHECKS:
        (FOLDER / f"{check.code}.md").write_text(page(check), "utf-8")
    (FOLDER / "README.md").write_text(index_page(), "utf-8")
    print(f"{len(CHECKS)} pages in {FOLDER.relative_to(ROOT)}")
    return 0


# Trying an example


def try_example(code: str, folder: Path) -> list[Finding]:
    """Put the example of a check into a package in an empty folder, and give the findings of that code."""
    example = EXAMPLES[code]
    package = _package(code, example, folder / "package")
    before = folder / "before"
    if example.package == "released":
        shutil.copytree(package, before)
    if example.package != "archive":
        _change(package, example)
    report = validate(package)
    if example.package == "released":
        _without_parquet(package)
        report, _ = compared(report, package, str(before))
    return [finding for finding in report.findings if finding.code == code]


def _package(code: str, example: Example, folder: Path) -> Path:
    folder.mkdir()
    if example.package == "archive":
        archive = folder / "package.zip"
        with zipfile.ZipFile(archive, "w") as made:
            made.writestr("datapackage.json", json.dumps(_ELSEWHERE))
            made.writestr(example.file, example.bad or "")
        return archive
    if example.package == "elsewhere":
        (folder / "datapackage.json").write_text(json.dumps(_ELSEWHERE, indent=2), "utf-8")
        (folder / "forums.csv").write_text("forum,founded\nC5+1,2015-11-01\n", "utf-8")
        return folder
    # Only what looks at sources and vocabulary needs them, and the build that they call for.
    whole = code in ("article", "evidence-quote") or code in {check.code for check in LAYERS["State of the repository"]}
    for name in _REPOSITORY if whole else _RELEASED:
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "datapackage.json", folder)
    return folder


def _change(package: Path, example: Example) -> None:
    file = package / example.file
    if example.bad is None:
        file.unlink()
        return
    text = "" if example.good is None else file.read_bytes().decode("utf-8")
    if example.good is not None and example.good not in text:
        raise ValueError(f"{example.file} does not have the example's {example.good!r}")
    changed = example.bad if example.good is None else text.replace(example.good, example.bad, 1)
    file.write_bytes(changed.encode("utf-8", "surrogateescape"))


def _without_parquet(package: Path) -> None:
    """An example changes the CSV file of a table; without a Parquet file that is what is compared."""
    file = package / "datapackage.json"
    descriptor = json.loads(file.read_text("utf-8"))
    for resource in descriptor["resources"]:
        resource.pop("parquet")
    file.write_text(json.dumps(descriptor), "utf-8")


# The pages


def page(check: Check) -> str:
    """The page of a check."""
    return "\n".join(_page_lines(check, EXAMPLES[check.code])) + "\n"


def _page_lines(check: Check, example: Example) -> Iterator[str]:
    yield f"# `{check.code}`"
    yield ""
    yield "*Written by `python scripts/check_pages.py` from the check itself.*"
    yield ""
    yield f"{check.sentence} {example.why} A breach is {'an error' if check.severity == 'error' else 'a warning'}."
    yield ""
    yield "## An example"
    yield ""
    yield f"In `{example.file}`{_SETTING[example.package]}, as it should be (−) and as it is found (+):"
    yield ""
    yield "```diff"
    yield from _difference(example)
    yield "```"
    yield ""
    yield "## How to mend it"
    yield ""
    yield check.mend
    yield ""
    yield f"`summitry validate --only {check.code}` reports findings of this code alone. [All checks](README.md)"


_SETTING = {
    "repository": "",
    "released": ", in a package that is validated with `--since` its last release",
    "elsewhere": " of a package that does not declare our profile",
    "archive": ", an entry of a zip archive",
}


def _difference(example: Example) -> Iterator[str]:
    if example.good is not None:
        yield from (f"- {_shown(line)}" for line in example.good.splitlines(keepends=True))
    if example.bad is None:
        yield "  (the file is not there)"
    elif example.bad == "":
        yield "  (the row is not there)"
    else:
        yield from (f"+ {_shown(line)}" for line in example.bad.splitlines(keepends=True))


def _shown(line: str) -> str:
    return visible(line.removesuffix("\n"))


def index_page() -> str:
    """The list of all checks, by layer."""
    return "\n".join(_index_lines()) + "\n"


def _index_lines() -> Iterator[str]:
    yield "# Checks"
    yield ""
    yield "*Written by `python scripts/check_pages.py` from the checks themselves.*"
    yield ""
    yield "`summitry validate` looks at a package layer by layer, each as far as it can, and collects every finding. Each has"
    yield "one of these codes, which do not change. The rules of the field, and what follows them, apply to packages that"
    yield "declare our profile; in others, matters of style are warnings."
    for layer, checks in LAYERS.items():
        yield ""
        yield f"## {layer}"
        yield ""
        yield "| code | what must hold | otherwise |"
        yield "| --- | --- | --- |"
        yield from (f"| [`{check.code}`]({check.code}.md) | {check.sentence} | {check.severity} |" for check in checks)


if __name__ == "__main__":
    sys.exit(main())
