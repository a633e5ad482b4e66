"""Each check has an example that really breaks it, and a page that says what the code says."""

from __future__ import annotations

from pathlib import Path

import pytest

from check_pages import FOLDER, index_page, page, try_example
from summitry.validation import checks
from summitry.validation.checks import CHECKS
from summitry.validation.examples import EXAMPLES
from summitry.validation.findings import Check


def test_every_check_stands_in_a_layer_and_has_an_example() -> None:
    written = [value for value in vars(checks).values() if isinstance(value, Check)]
    assert {check.code for check in written} == {check.code for check in CHECKS} == set(EXAMPLES)
    assert len(written) == len(CHECKS) == len({check.code for check in CHECKS})


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.code)
def test_its_example_breaks_a_check(check: Check, tmp_path: Path) -> None:
    assert try_example(check.code, tmp_path)


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.code)
def test_its_page_says_what_the_code_says(check: Check) -> None:
    assert (FOLDER / f"{check.code}.md").read_text("utf-8") == page(check), "run scripts/check_pages.py"


def test_the_list_of_checks_is_current_and_complete() -> None:
    assert (FOLDER / "README.md").read_text("utf-8") == index_page(), "run scripts/check_pages.py"
    assert {path.stem for path in FOLDER.glob("*.md")} == {"README", *EXAMPLES}
