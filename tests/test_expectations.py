"""Tables that shrink or swell between one look and the next are noticed."""

from __future__ import annotations

from pathlib import Path

import pytest

from summitry.errors import VocabularyError
from summitry.expectations import FILE, read_expected_rows, surprises, write_expected_rows
from summitry.repository import vocabulary_folder
from summitry.tables.contract import TABLES


@pytest.mark.parametrize(
    ("expected", "found", "fewer"),
    [
        (40, 40, None),
        (40, 39, True),
        (40, 0, True),
        (0, 0, None),
        (40, 90, None),
        (40, 91, False),
        (1000, 2000, None),
        (1000, 2001, False),
        (0, 51, False),
    ],
)
def test_fewer_rows_than_expected_are_an_error_and_many_more_a_warning(
    expected: int, found: int, fewer: bool | None
) -> None:
    noticed = list(surprises({"agreements": found}, {"agreements": expected}))
    assert [surprise.fewer for surprise in noticed] == ([] if fewer is None else [fewer])


def test_a_surprise_says_what_to_write_where_it_is_none() -> None:
    (surprise,) = surprises({"agreements": 12}, {"agreements": 40})
    assert surprise.what == "agreements has 12 rows, and 40 were expected."
    assert surprise.mend.endswith("set its number in vocabulary/expected_rows.csv to 12.")


def test_a_table_that_is_gone_has_lost_all_its_rows() -> None:
    assert [surprise.found for surprise in surprises({}, {"agreements": 1})] == [0]


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    rows = {table: number for number, table in enumerate(TABLES)}
    write_expected_rows(tmp_path, rows)
    assert read_expected_rows(tmp_path) == rows


def test_the_repository_expects_something_of_every_table_in_order() -> None:
    expected = read_expected_rows(vocabulary_folder())
    assert list(expected) == sorted(TABLES)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("agreements,3", "agreements,three", "'three' is not a whole number"),
        ("agreements,3", "agreements,-1", "no line of this list"),
        ("agreements,3", "agreements,", "no line of this list"),
        ("agreements,3", "treaties,3", "'treaties' with 3 rows"),
        ("agreements,3", "summits,3", "'summits' with 3 rows"),
        ("agreements,3\n", "", "The table agreements is missing"),
        ("agreements,3", "agreements", "not as many cells"),
        ("table,rows", "name,rows", "no line of this list"),
    ],
)
def test_a_list_that_is_torn_is_refused(tmp_path: Path, old: str, new: str, message: str) -> None:
    write_expected_rows(tmp_path, dict.fromkeys(TABLES, 3))
    path = tmp_path / FILE
    path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")
    with pytest.raises(VocabularyError, match="expected_rows") as refused:
        read_expected_rows(tmp_path)
    assert message in str(refused.value)
