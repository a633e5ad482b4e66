"""Uniting: which tellings, in one article or many, are of the same meeting, deal, person or fact."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Mapping, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summitry.claims.model import Value
from summitry.tables.resolve import Source
from summitry.tables.unite import United, drafts_of, unite

Cells = Mapping[str, Value]
Tell = Callable[..., Source]


def united_rows(sources: Iterable[Source]) -> list[United]:
    return unite([draft for source in sources for draft in drafts_of(source.article, source.claims)])


def keys_of(united: Sequence[United], table: str) -> list[str]:
    return sorted("/".join(map(str, one.key.values())) for one in united if one.table == table)


def told_by(united: Sequence[United], table: str) -> dict[str, list[str]]:
    """Which sources tell each row of a table."""
    return {
        "/".join(map(str, one.key.values())): sorted({draft.article.source_id for draft in one.drafts})
        for one in united
        if one.table == table
    }


def summit(held_on: str, forum: str = "c5plus1", level: str = "heads_of_state") -> Cells:
    return {"forum_id": forum, "level": level, **({"held_on": held_on} if held_on else {})}


# --- meetings ---


def test_the_same_summit_in_five_articles_is_one_row_told_by_five(tell: Tell) -> None:
    days = ["2025-11-06", "2025-11-07", "2025-11", "2025", "2025-11-08"]
    sources = [tell(f"paper-{i}", f"2025-11-0{i + 5}", ("summits", "summits/0", summit(d))) for i, d in enumerate(days)]
    assert told_by(united_rows(sources), "summits") == {"c5plus1-2025": [f"paper-{i}" for i in range(5)]}


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (summit("2025-11-06"), summit("2024-11-06")),
        (summit("2025-11-06"), summit("2025-06-06")),
        (summit("2025-11-06"), summit("2025-11-06", forum="ots")),
        (summit("2025-11-06"), summit("2025-11-06", level="foreign_ministers")),
        (summit("2025-11-06"), summit("2025-06")),
        (summit("2025-11-06"), summit("")),
    ],
)
@pytest.mark.parametrize("together", [True, False])
def test_another_year_day_forum_or_level_is_another_meeting(
    tell: Tell, left: Cells, right: Cells, together: bool
) -> None:
    if together:
        sources = [tell("a", "2025-11-07", ("summits", "summits/0", left), ("summits", "summits/1", right))]
    else:
        sources = [
            tell(name, "2025-11-07", ("summits", "summits/0", cells)) for name, cells in (("a", left), ("b", right))
        ]
    assert len(keys_of(united_rows(sources), "summits")) == 2


def test_meetings_of_one_year_are_numbered_by_their_days_whoever_tells_them(tell: Tell) -> None:
    spring, autumn = summit("2025-04-04"), summit("2025-10-10")
    for first, second in ((spring, autumn), (autumn, spring)):
        sources = [
            tell("a", "2025-11-07", ("summits", "summits/0", first)),
            tell("b", "2025-11-08", ("summits", "summits/0", second)),
        ]
        united = united_rows(sources)
        named = {one.key["summit_id"]: one.drafts[0].text("held_on") for one in united}
        assert named == {"c5plus1-2025": "2025-04-04", "c5plus1-2025-2": "2025-10-10"}


def test_what_belongs_to_a_meeting_follows_it_to_its_key(tell: Tell) -> None:
    def came(who: str, role: str) -> tuple[tuple[str, str, Cells], ...]:
        return (
            ("summits", "summits/0", summit("2025-11-06")),
            ("attendance", f"attendance/0/{who}", {"summit_id": "summits/0", "leader_id": who, "role": role}),
            ("statements", "statements/0", {"summit_id": "summits/0", "leader_id": who, "act": "thank", "text": "x"}),
        )

    sources = [
        tell("a", "2025-11-07", ("summits", "summits/9", summit("2015")), *came("donald-trump", "host")),
        tell("b", "2025-11-07", *came("donald-trump", "host")),
        tell("c", "2025-11-07", *came("sadyr-japarov", "participant")),
    ]
    united = united_rows(sources)
    assert told_by(united, "attendance") == {
        "c5plus1-2025/donald-trump": ["a", "b"],
        "c5plus1-2025/sadyr-japarov": ["c"],
    }
    links = {draft.text("summit_id") for one in united if one.table == "statements" for draft in one.drafts}
    assert links == {"c5plus1-2025"}


def test_a_link_to_a_row_that_nobody_tells_is_left_out(tell: Tell) -> None:
    cells: Cells = {"summit_id": "summits/7", "leader_id": "donald-trump", "act": "thank", "text": "x"}
    (one,) = united_rows([tell("a", "2025-11-07", ("statements", "statements/0", cells))])
    assert one.drafts[0].value("summit_id") is None


# --- agreements ---


def deal(
    name: str, parties: Sequence[str], amount: int | None = None, sectors: Sequence[str] = (), kind: str = "deal"
) -> list[tuple[str, str, Cells]]:
    """The rows of an agreement as one article tells it."""
    row = f"agreements/{name}"
    money: Cells = {} if amount is None else {"value_amount": amount, "value_currency": "USD"}
    return [
        ("agreements", row, {"kind": kind, "status": "signed", **money}),
        *(("agreement_parties", f"{row}/{p}", {"agreement_id": row, "place_id": p}) for p in parties),
        *(("agreement_sectors", f"{row}/{s}", {"agreement_id": row, "sector": s}) for s in sectors),
    ]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (deal("0", ["USA", "KAZ"]), deal("0", ["KAZ", "USA"])),
        (deal("0", ["USA", "KAZ"], 17), deal("3", ["KAZ", "USA"], 17)),
        (deal("0", ["USA", "KAZ"], 17, ["energy"]), deal("0", ["KAZ", "USA"])),
        (deal("0", ["USA", "KAZ"], None, ["energy"]), deal("0", ["KAZ", "USA"], 17, ["energy", "mining"])),
    ],
)
def test_a_deal_of_the_same_parties_that_nothing_tells_apart_is_one(
    tell: Tell, left: list[tuple[str, str, Cells]], right: list[tuple[str, str, Cells]]
) -> None:
    united = united_rows([tell("a", "2025-11-07", *left), tell("b", "2025-11-08", *right)])
    assert told_by(united, "agreements") == {"kaz-usa-deal-2025": ["a", "b"]}
    assert keys_of(united, "agreement_parties") == ["kaz-usa-deal-2025/KAZ", "kaz-usa-deal-2025/USA"]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (deal("0", ["USA", "KAZ"]), deal("0", ["USA", "UZB"])),
        (deal("0", ["USA", "KAZ"]), deal("0", ["USA", "KAZ", "UZB"])),
        (deal("0", ["USA", "KAZ"]), deal("0", ["USA", "KAZ"], kind="memorandum")),
        (deal("0", ["USA", "KAZ"], 17), deal("0", ["USA", "KAZ"], 4)),
        (deal("0", ["USA", "KAZ"], None, ["energy"]), deal("0", ["USA", "KAZ"], None, ["education"])),
    ],
)
def test_other_parties_another_kind_sum_or_sector_is_another_deal(
    tell: Tell, left: list[tuple[str, str, Cells]], right: list[tuple[str, str, Cells]]
) -> None:
    united = united_rows([tell("a", "2025-11-07", *left), tell("b", "2025-11-08", *right)])
    assert len(keys_of(united, "agreements")) == 2


def test_a_later_article_does_not_take_the_number_of_a_deal_told_before_it(tell: Tell) -> None:
    earlier = tell("z", "2025-11-07", *deal("0", ["USA", "KAZ"], 17))
    later = tell("a", "2025-11-08", *deal("0", ["USA", "KAZ"], 18))
    united = united_rows([later, earlier])
    assert told_by(united, "agreements") == {"kaz-usa-deal-2025": ["z"], "kaz-usa-deal-2025-2": ["a"]}


def test_an_article_that_tells_of_two_deals_means_two(tell: Tell) -> None:
    rows = [*deal("0", ["USA", "KAZ"], 17, ["energy"]), *deal("1", ["USA", "KAZ"], None, ["mining"])]
    united = united_rows([tell("a", "2025-11-07", *rows), tell("b", "2025-11-07", *rows)])
    assert told_by(united, "agreements") == {"kaz-usa-deal-2025": ["a", "b"], "kaz-usa-deal-2025-2": ["a", "b"]}
    assert keys_of(united, "agreement_sectors") == ["kaz-usa-deal-2025-2/mining", "kaz-usa-deal-2025/energy"]


# --- other rows ---


@pytest.mark.parametrize(
    ("table", "cells", "key"),
    [
        ("leaders", {"leader_id": "donald-trump"}, "donald-trump"),
        ("resources", {"place_id": "KAZ", "commodity_id": "uranium", "claim": "production"}, "kaz-uranium-production"),
        (
            "resources",
            {"place_id": "central-asia", "commodity_id": "crude_oil", "claim": "endowment"},
            "central-asia-crude-oil-endowment",
        ),
        ("forum_milestones", {"forum_id": "c5plus1", "milestone": "founded", "happened_on": "2015"}, "c5plus1/founded"),
    ],
)
def test_a_row_told_twice_is_one(tell: Tell, table: str, cells: Cells, key: str) -> None:
    sources = [tell(name, "2025-11-07", (table, f"{table}/{name}", cells)) for name in ("a", "b")]
    assert told_by(united_rows(sources), table) == {key: ["a", "b"]}


def test_a_statement_is_named_by_its_words_and_not_by_its_place_in_the_article(tell: Tell) -> None:
    said: Cells = {"leader_id": "donald-trump", "act": "praise", "text": "a great region"}
    other: Cells = {**said, "text": "a great road"}
    alone = united_rows([tell("a", "2025-11-07", ("statements", "statements/0", said))])
    behind = [("statements", "statements/0", other), ("statements", "statements/1", said)]
    both = united_rows([tell("a", "2025-11-07", *behind)])
    (key,) = keys_of(alone, "statements")
    assert key.startswith("donald-trump-praise-2025-11-07-")
    assert key in keys_of(both, "statements")
    assert len(keys_of(both, "statements")) == 2


def test_a_table_that_no_rule_reads_is_a_defect_of_ours(tell: Tell) -> None:
    with pytest.raises(ValueError, match="evidence"):
        united_rows([tell("a", "2025-11-07", ("evidence", "evidence/0", {"value": "x"}))])


# --- any order ---

DAYS = st.sampled_from(["", "2025", "2025-11", "2025-11-02", "2025-11-06", "2025-11-09", "2025-06-01", "2024-11-06"])
DEALS = st.tuples(
    st.sampled_from([("USA", "KAZ"), ("USA", "UZB")]),
    st.sampled_from([None, 4, 17]),
    st.sampled_from([(), ("energy",), ("mining",), ("energy", "mining")]),
)


@given(st.data())
def test_the_order_in_which_articles_come_changes_nothing(tell: Tell, data: st.DataObject) -> None:
    sources = []
    for i in range(data.draw(st.integers(1, 6))):
        rows: list[tuple[str, str, Cells]] = []
        for n, held_on in enumerate(data.draw(st.lists(DAYS, max_size=2))):
            rows.append(("summits", f"summits/{n}", summit(held_on)))
        for n, (parties, amount, sectors) in enumerate(data.draw(st.lists(DEALS, max_size=2))):
            rows += deal(str(n), parties, amount, sectors)
        sources.append(tell(f"paper-{i}", data.draw(st.sampled_from(["2025-11-07", "2025-11-08"])), *rows))
    shuffled = sources.copy()
    random.Random(data.draw(st.integers())).shuffle(shuffled)
    left, right = united_rows(sources), united_rows(shuffled)
    for table in ("summits", "agreements", "agreement_parties", "agreement_sectors"):
        assert told_by(left, table) == told_by(right, table)
