"""Mutations of single cells: types, constraints, keys and references."""

from __future__ import annotations

import datetime as dt
from typing import Any

from tests.validation.mutations import Mutation, added, derived, forged, group, has, removed, row_of, typed

_type, _constraint, _key = group("types"), group("constraints"), group("keys")

# Texts that a lenient reader takes for a value, and that are not its one canonical text.
# Some are another value's text in a longer form; most are no value's at all.
_FORMS = ("a plus sign", "a leading zero", "minus nothing", "more than 64 bits", "capitals", "a capital", "one")
_TEXTS: dict[tuple[str, str], dict[str, str]] = {
    ("agreements", "value_amount"): {
        "Arabic-Indic digits": "١٧",
        "Persian digits": "۱۷",
        "full-width digits": "１７",
        "a plus sign": "+17",
        "an underscore": "1_0",
        "a leading zero": "017",
        "a decimal point": "17.0",
        "an exponent": "17e9",
        "a thousands separator": "17,000",
        "a typographic minus": "\u221217",
        "hexadecimal": "0x11",
        "minus nothing": "-0",
        "a word": "many",
        "a unit": "17bn",
        "NaN": "NaN",
        "NULL": "NULL",
        "more than 64 bits": "99999999999999999999",
    },
    ("statements", "is_quotation"): {
        "capitals": "TRUE",
        "a capital": "False",
        "one": "1",
        "yes": "yes",
        "an Arabic yes": "نعم",
        "a letter": "f",
    },
    ("sources", "published_on"): {
        "no padding": "2025-11-7",
        "slashes": "2025/11/07",
        "day first": "07/11/2025",
        "no hyphens": "20251107",
        "a time": "2025-11-07T00:00:00",
        "Arabic-Indic digits": "٢٠٢٥-١١-٠٧",
        "a thirteenth month": "2025-13-07",
        "the 30th of February": "2025-02-30",
        "two digits": "25-11-07",
        "a word": "yesterday",
        "a week": "2025-W45-5",
    },
    ("evidence", "start"): {"a leading zero": "00", "a word": "start", "a fraction": "1.5"},
    ("evidence", "end"): {"Arabic-Indic digits": "٢٧٣"},
    ("resources", "world_rank"): {"an ordinal": "1st", "a roman numeral": "I"},
}
_REQUIRED = (
    ("sources", "publisher"), ("sources", "published_on"), ("sources", "text_sha256"), ("places", "name_ar"),
    ("forums", "name_en"), ("forum_milestones", "happened_on"), ("leaders", "office"), ("summits", "forum_id"),
    ("attendance", "role"), ("agreements", "kind"), ("agreements", "title_en"), ("agreement_parties", "place_id"),
    ("commodities", "category"), ("resources", "claim"), ("statements", "text"), ("statements", "is_quotation"),
    ("evidence", "quote"), ("evidence", "start"),
)  # fmt: skip

TYPES: tuple[Mutation, ...] = (
    *(
        _type(f"{table}.{column}: {name}", "csv-form" if name in _FORMS else "type", typed(table, column, text))
        for (table, column), texts in _TEXTS.items()
        for name, text in texts.items()
    ),
    *(_type(f"{table}.{column}: empty", "constraint", typed(table, column, "")) for table, column in _REQUIRED),
)

_NOT_LISTED = {
    ("sources", "language"): "fa",
    ("places", "kind"): "planet",
    ("forum_milestones", "milestone"): "dissolved",
    ("forum_milestones", "level"): "kings",
    ("forum_milestones", "precision"): "week",
    ("leaders", "office"): "tsar",
    ("summits", "level"): "Heads_of_state",
    ("summits", "held_on_precision"): "hour",
    ("attendance", "role"): "guest",
    ("attendance", "office"): "President",
    ("agreements", "kind"): "treaty",
    ("agreements", "status"): "done",
    ("agreement_sectors", "sector"): "magic",
    ("commodities", "category"): "jewels",
    ("resources", "claim"): "wishes",
    ("statements", "act"): "shout",
    ("evidence", "table"): "sources",
}
_NO_MATCH = {
    ("sources", "url"): "ftp://example.org/",
    ("sources", "text_sha256"): "abc",
    ("places", "iso2"): "kz",
    ("leaders", "wikidata_id"): "22686",
    ("forums", "citation_url"): "javascript:alert(1)",
    ("forum_milestones", "happened_on"): "2023-9",
    ("summits", "held_on"): "2025-13-01",
    ("agreements", "agreement_id"): "KAZ-USA",
    ("agreements", "value_currency"): "usd",
    ("commodities", "hs_code"): "27.9",
    ("resources", "resource_id"): "kaz_uranium",
    ("statements", "statement_id"): "trump--assert",
    ("evidence", "evidence_id"): "UPPER",
    ("evidence", "row_id"): "a//b",
    ("evidence", "column"): "Value",
}
_OUT_OF_RANGE: dict[tuple[str, str], tuple[Any, ...]] = {
    ("agreements", "value_amount"): (0, -17_000_000_000),
    ("resources", "world_rank"): (0, -1),
    ("evidence", "start"): (-1,),
    ("evidence", "end"): (0,),
    ("sources", "characters"): (0,),
    ("sources", "published_on"): (dt.date(1899, 12, 31),),
    ("agreements", "announced_on"): (dt.date(1, 1, 1),),
}

CONSTRAINTS: tuple[Mutation, ...] = (
    *(
        _constraint(f"{table}.{column}: not in its list", "constraint", forged(table, **{column: value}))
        for (table, column), value in _NOT_LISTED.items()
    ),
    *(
        _constraint(f"{table}.{column}: against its pattern", "constraint", forged(table, **{column: value}))
        for (table, column), value in _NO_MATCH.items()
    ),
    *(
        _constraint(f"{table}.{column}: {value}", "constraint", forged(table, place=None, **{column: value}))
        for (table, column), values in _OUT_OF_RANGE.items()
        for value in values
    ),
)

_TABLES = (
    "sources", "places", "forums", "forum_members", "forum_milestones", "leaders", "summits", "attendance", "agreements",
    "agreement_parties", "agreement_sectors", "commodities", "resources", "statements", "evidence",
)  # fmt: skip
_REFERENCES = (
    ("forum_members", "forum_id"), ("forum_members", "place_id"), ("forum_milestones", "forum_id"),
    ("leaders", "place_id"), ("summits", "forum_id"), ("summits", "host_place_id"), ("attendance", "summit_id"),
    ("attendance", "leader_id"), ("agreements", "summit_id"), ("agreement_parties", "agreement_id"),
    ("agreement_parties", "place_id"), ("agreement_sectors", "agreement_id"), ("resources", "place_id"),
    ("resources", "commodity_id"), ("statements", "summit_id"), ("statements", "leader_id"),
    ("statements", "about_place_id"), ("statements", "about_leader_id"), ("evidence", "source_id"),
)  # fmt: skip

KEYS: tuple[Mutation, ...] = (
    *(_key(f"{table}: a row twice", "key", added(table)) for table in _TABLES),
    _key("places: a key twice with other cells", "key", added("places", {"name_en": "Qazaqstan"})),
    *(
        _key(f"{table}.{column}: refers to nothing", "foreign-key", forged(table, **{column: "nowhere"}))
        for table, column in _REFERENCES
    ),
    _key(
        "leaders: a key in other capitals, which its references do not have",
        "foreign-key",
        forged("attendance", has(leader_id="donald-trump"), leader_id="Donald-Trump"),
    ),
    _key("attendance: a space behind a reference", "foreign-key", derived("attendance", "leader_id", lambda v: f"{v} ")),
    *(
        _key(f"{table}: a row taken out that others refer to", "foreign-key", removed(table, pick, found))
        for table, pick, found in (
            ("places", has(place_id="KAZ"), row_of("leaders", has(place_id="KAZ"), "place_id")),
            ("leaders", has(leader_id="joe-biden"), row_of("statements", has(about_leader_id="joe-biden"), "about_leader_id")),
            ("summits", lambda row: True, row_of("attendance", lambda row: True, "summit_id")),
            ("forums", lambda row: True, row_of("summits", lambda row: True, "forum_id")),
            ("commodities", has(commodity_id="gold"), row_of("resources", has(commodity_id="gold"), "commodity_id")),
            ("agreements", lambda row: True, row_of("agreement_sectors", lambda row: True, "agreement_id")),
            ("sources", lambda row: True, row_of("evidence", lambda row: True, "source_id")),
        )
    ),
)  # fmt: skip
