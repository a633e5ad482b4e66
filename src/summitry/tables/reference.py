"""The tables that the vocabulary fills: those places, forums and commodities that the read tables speak of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from summitry.lexicon.vocabulary import Vocabulary

Row = dict[str, Any]

_PLACE_COLUMNS = (
    ("leaders", "place_id"),
    ("summits", "host_place_id"),
    ("agreement_parties", "place_id"),
    ("resources", "place_id"),
    ("statements", "about_place_id"),
)


def reference_rows(rows: Mapping[str, Sequence[Row]], vocabulary: Vocabulary) -> dict[str, list[Row]]:
    """The rows of places, forums, forum_members and commodities that the given rows refer to, or that are members."""
    forums = {row["forum_id"] for table in ("summits", "forum_milestones") for row in rows[table]}
    members = [(forum, place) for forum in sorted(forums) for place in sorted(vocabulary.forum_members.get(forum, ()))]
    named = {row.get(column) for table, column in _PLACE_COLUMNS for row in rows[table]}
    places = {place for place in named if place} | {place for _, place in members}
    commodities = {row["commodity_id"] for row in rows["resources"]}
    return {
        "places": [_row(vocabulary.places[place]) for place in sorted(places)],
        "forums": [_row(vocabulary.forums[forum]) for forum in sorted(forums)],
        "forum_members": [{"forum_id": forum, "place_id": place} for forum, place in members],
        "commodities": [_row(vocabulary.commodities[commodity]) for commodity in sorted(commodities)],
    }


def _row(entry: Mapping[str, str]) -> Row:
    return {name: value or None for name, value in entry.items()}
