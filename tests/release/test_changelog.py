"""The changelog's entry for a release: what was noted, and for each table whether you need to update."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pyarrow as pa
import pytest

from summitry.errors import ReleaseError
from summitry.release.changelog import advice, data_entry, has_entry, with_release
from summitry.release.diff.model import CHANGED_CELLS, Change, PackageDiff, RowChanges, TableDiff
from summitry.release.versions import Step, Version

DAY = date(2026, 4, 1)


def changed(*cells: tuple[str, str]) -> pa.Table:
    rows = [{"row_id": row_id, "column": column, "before": "a", "after": "b"} for row_id, column in cells]
    return pa.Table.from_pylist(rows, schema=CHANGED_CELLS)


ADVICE: dict[str, tuple[TableDiff, str]] = {
    "rows added": (TableDiff("t", 1, 2, RowChanges(added=["b"])), "for the new rows alone"),
    "cells corrected": (
        TableDiff("t", 2, 2, RowChanges(changed=changed(("a", "held_on"), ("b", "held_on"), ("b", "city")))),
        "yes, if you use `city`, `held_on`",
    ),
    "an id gone": (TableDiff("t", 1, 0, RowChanges(removed=["kaz-usa-2025"])), "yes, if you refer to `kaz-usa-2025`"),
    "a column renamed": (
        TableDiff("t", 1, 1, schema=(Change("renamed", Step.MAJOR, "t.venue", "it is now called building"),)),
        "yes, in your code: `t.venue`",
    ),
    "a description reworded": (
        TableDiff("t", 1, 1, schema=(Change("text", Step.PATCH, "t.venue", "description was rewritten"),)),
        "no: nothing that you could have read from it changed",
    ),
    "quotes read anew": (
        TableDiff("evidence", 1, 1, RowChanges(replaced=1), promised=False),
        "if you quote it: quotes were read anew",
    ),
    "all at once": (
        TableDiff("t", 2, 2, RowChanges(added=["c"], removed=["a"], changed=changed(("b", "city")))),
        "yes, if you refer to `a`; yes, if you use `city`; for the new rows alone",
    ),
}


@pytest.mark.parametrize("name", ADVICE)
def test_each_change_of_a_table_says_whether_to_update(name: str) -> None:
    table, sentence = ADVICE[name]
    assert advice(table) == sentence


def test_the_entry_lists_the_tables_that_changed_and_no_other() -> None:
    tables = (TableDiff("places", 3, 3), TableDiff("summits", 1, 2, RowChanges(added=["c5plus1-2026"])))
    entry = data_entry(PackageDiff("1.2.3", "1.2.3", (), tables), Version(1, 2, 3))
    assert "| `summits` | 1 → 2 | 1 row added | for the new rows alone |" in entry
    assert "places" not in entry
    assert "What worked with 1.2.3 works on" in entry


def test_a_hostile_name_stays_in_its_cell() -> None:
    table = TableDiff("t", 1, 0, RowChanges(removed=["a | <img> \u202e`b"]))
    assert advice(table) == "yes, if you refer to a \\| \\<img\\> \\\\u202e\\`b"


TEXTS = {
    "nothing noted": ("# C\n\n## [Unreleased]\n", "# C\n\n## [Unreleased]\n\n## [1.1.0] - 2026-04-01\n\nDATA\n"),
    "something noted": (
        "# C\n\n## [Unreleased]\n\n- New.\n",
        "# C\n\n## [Unreleased]\n\n## [1.1.0] - 2026-04-01\n\n- New.\n\nDATA\n",
    ),
    "after an earlier release": (
        "# C\n\n## [Unreleased]\n\n- New.\n\n## [1.0.0] - 2026-01-01\n\n- Old.\n",
        "# C\n\n## [Unreleased]\n\n## [1.1.0] - 2026-04-01\n\n- New.\n\nDATA\n\n## [1.0.0] - 2026-01-01\n\n- Old.\n",
    ),
}


@pytest.mark.parametrize("name", TEXTS)
def test_what_was_unreleased_becomes_the_entry_of_the_version(name: str) -> None:
    before, after = TEXTS[name]
    assert with_release(before, Version(1, 1, 0), DAY, "DATA\n") == after
    assert has_entry(after, Version(1, 1, 0))
    assert not has_entry(before, Version(1, 1, 0))


def test_a_changelog_without_a_part_for_what_is_unreleased_is_refused() -> None:
    with pytest.raises(ReleaseError, match="Unreleased"):
        with_release("# Changelog\n\n## [1.0.0] - 2026-01-01\n", Version(1, 1, 0), DAY, "")


def test_the_projects_own_changelog_can_take_a_release() -> None:
    text = (Path(__file__).resolve().parents[2] / "CHANGELOG.md").read_text("utf-8")
    assert has_entry(with_release(text, Version(99, 0, 0), DAY, "DATA"), Version(99, 0, 0))
