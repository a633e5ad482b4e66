"""Keys: readable, made from content alone, and the same whatever the order."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summitry.tables.keys import agreement_key, digest, evidence_key, numbered, slug, summit_key

EVIDENCE = {"table": "summits", "row_id": "c5plus1-2025", "column": "city", "value": "Baku", "start": 3, "end": 7}


@pytest.mark.parametrize(
    ("forum", "held_on", "level", "key"),
    [
        ("c5plus1", "2025-11-06", "heads_of_state", "c5plus1-2025"),
        ("c5plus1", "2023", "heads_of_state", "c5plus1-2023"),
        ("c5plus1", "2015-11-01", "foreign_ministers", "c5plus1-2015-ministers"),
        ("ots", "", "other", "ots-undated-other"),
    ],
)
def test_a_summit_is_named_by_forum_year_and_level(forum: str, held_on: str, level: str, key: str) -> None:
    assert summit_key(forum, held_on, level) == key


@pytest.mark.parametrize(
    ("parties", "year", "key"),
    [
        (["USA", "KAZ"], "2025", "kaz-usa-deal-2025"),
        (["KAZ", "USA"], "2025", "kaz-usa-deal-2025"),
        (["UZB", "central-asia"], "", "uzb-central-asia-deal-undated"),
        (list("HGFEDCBA"), "2024", "a-b-c-d-e-f-and-2-more-deal-2024"),
    ],
)
def test_an_agreement_is_named_by_parties_kind_and_year(parties: list[str], year: str, key: str) -> None:
    assert agreement_key(parties, "deal", year) == key


@given(st.lists(st.text(), min_size=1))
def test_a_slug_holds_only_what_a_key_may_and_is_its_own_slug(parts: list[str]) -> None:
    made = slug(*parts)
    assert re.fullmatch(r"([a-z0-9]+(-[a-z0-9]+)*)?", made)
    assert slug(made) == made


@given(st.lists(st.text(), max_size=4), st.lists(st.text(), max_size=4))
def test_a_digest_knows_where_one_part_ends(left: list[str], right: list[str]) -> None:
    separator = "\x1f"
    same = separator.join(left) == separator.join(right)
    assert (digest(*left) == digest(*right)) == same


@given(st.lists(st.sampled_from(["a", "b", "c"])))
def test_numbered_keys_are_unique_and_the_first_keeps_its_name(keys: list[str]) -> None:
    made = numbered(keys)
    assert len(set(made)) == len(keys)
    assert [key for i, key in enumerate(made) if keys[i] not in keys[:i]] == list(dict.fromkeys(keys))


def test_evidence_is_named_by_its_source_and_everything_it_says() -> None:
    key = evidence_key("trend", EVIDENCE)
    assert re.fullmatch(r"trend-[0-9a-f]{12}", key)
    others = [
        evidence_key("trend", {**EVIDENCE, name: "other" if isinstance(value, str) else 99})
        for name, value in EVIDENCE.items()
    ]
    assert len({key, evidence_key("tass", EVIDENCE), *others}) == len(EVIDENCE) + 2


def test_keys_are_what_they_were_when_they_were_first_given_out() -> None:
    # Ids are promises: a change here changes every key that was ever released.
    assert digest("a", 1) == "839e11a4"
    assert evidence_key("trend", EVIDENCE) == "trend-7d6cabef7b77"
