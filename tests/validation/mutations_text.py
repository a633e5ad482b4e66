"""Mutations of text: hidden characters, look-alikes, formulas, and how a CSV file is written."""

from __future__ import annotations

from tests.validation.mutations import (
    Mutation,
    forged,
    group,
    has,
    put,
)

_text = group("text")

_KAZ, _GOLD = has(place_id="KAZ"), has(commodity_id="gold")
_HIDDEN = {
    "a right-to-left override": "\u202e",
    "a left-to-right embedding": "\u202a",
    "an isolate": "\u2066",
    "the end of an isolate": "\u2069",
    "an Arabic letter mark": "\u061c",
    "a right-to-left mark": "\u200f",
    "a zero-width space": "\u200b",
    "a zero-width joiner": "\u200d",
    "a word joiner": "\u2060",
    "a soft hyphen": "\u00ad",
    "a byte order mark in a cell": "\ufeff",
    "a NUL": "\0",
    "a bell": "\a",
    "an escape sequence": "\x1b[31m",
    "a delete": "\x7f",
    "a tab": "\t",
    "a next line": "\u0085",
    "a line separator": "\u2028",
    "a private character": "\ue000",
    "a tag": "\U000e0041",
    "a variation selector": "\ufe0f",
    "a Hangul filler": "\u3164",
}

TEXT: tuple[Mutation, ...] = (
    *(
        _text(f"{name} in a name", "text-characters", forged("places", _KAZ, name_en=f"Kazakh{mark}stan"))
        for name, mark in _HIDDEN.items()
    ),
    _text("a letter in two code points", "text-form", forged("places", _KAZ, name_en="Kazakhsta\u0301n")),
    _text(
        "a Russian letter in two code points",
        "text-form",
        forged("leaders", has(leader_id="sadyr-japarov"), name_ru="Садыр Жапаров и\u0306"),
    ),
    _text("Arabic presentation forms", "text-form", forged("places", _KAZ, name_ar="ﻛﺎﺯﺍﺧﺴﺘﺎﻥ")),
    _text("an Arabic ligature", "text-form", forged("places", _KAZ, name_ar="ﻻ")),
    _text("a Latin ligature", "text-form", forged("commodities", _GOLD, name_en="ﬁne gold")),
    _text("full-width letters", "text-form", forged("commodities", _GOLD, name_en="Ｇｏｌｄ")),
    _text("a space before a name", "text-space", forged("places", _KAZ, name_en=" Kazakhstan")),
    _text("a space behind a name", "text-space", forged("places", _KAZ, name_ar="كازاخستان ")),
    _text("a no-break space", "text-space", forged("places", has(place_id="USA"), name_en="United\u00a0States")),
    _text("a thin space", "text-space", forged("places", has(place_id="USA"), name_en="United\u2009States")),
    _text("an ideographic space", "text-space", forged("places", has(place_id="USA"), name_en="United\u3000States")),
    _text("a space for nothing", "text-space", forged("leaders", has(leader_id="joe-biden"), name_ru=" ")),
    _text("a Cyrillic letter in a Latin name", "lookalike", forged("places", _KAZ, name_en="K\u0430zakhstan")),
    _text("a Latin letter in a Russian name", "lookalike", forged("places", _KAZ, name_ru="K\u0430захстан")),
    _text("a Greek letter in a Latin name", "lookalike", forged("commodities", _GOLD, name_en="G\u03bfld")),
    _text("a Cyrillic letter in a key", "lookalike", forged("places", _KAZ, place_id="K\u0410Z")),
    _text("a Cyrillic letter in a reference", "lookalike", forged("leaders", has(place_id="KAZ"), place_id="K\u0410Z")),
    _text("a formula", "formula", forged("places", _KAZ, name_en="=1+1")),
    _text(
        "a formula that calls out", "formula", forged("places", _KAZ, name_en='=HYPERLINK("http://example.org","x")')
    ),
    _text("a formula of old spreadsheets", "formula", forged("places", _KAZ, name_en="@SUM(A1)")),
    _text("a formula with a plus", "formula", forged("places", _KAZ, name_en="+cmd|' /C calc'!A0")),
    _text("a formula with a minus", "formula", forged("places", _KAZ, name_en="-2+3")),
    _text("Windows line ends", "line-ends", put("places", lambda text: text.replace("\n", "\r\n"))),
    _text("old Macintosh line ends", "line-ends", put("places", lambda text: text.replace("\n", "\r"))),
    _text(
        "one carriage return",
        "line-ends",
        put("places", lambda text: text.replace("Kazakhstan\u002c", "Kazakhstan\r,"), line=2),
    ),
    _text("a byte order mark", "byte-order-mark", put("places", lambda text: "\ufeff" + text)),
    _text(
        "Latin-1",
        "encoding",
        put("forums", lambda text: text.replace("C5+1", "C5é").encode("latin-1", "replace"), line=2),
    ),
    _text(
        "an Arabic code page", "encoding", put("places", lambda text: text.encode("windows-1256", "replace"), line=2)
    ),
    _text("UTF-16", "encoding", put("places", lambda text: text.encode("utf-16"))),
    _text(
        "a byte that is none",
        "encoding",
        put("places", lambda text: text.encode().replace(b"Kazakh", b"Kaz\xffkh"), line=2),
    ),
    _text("half a character", "encoding", put("places", lambda text: text.encode()[:-3] + b"\xd8\n", line=10)),
    _text("no line feed at the end", "csv-form", put("places", lambda text: text[:-1], line=10, row=False)),
    _text("an empty line at the end", "table-shape", put("places", lambda text: text + "\n", line=11)),
    _text("an empty line within", "table-shape", put("places", lambda text: text.replace("\n", "\n\n", 1), line=2)),
    _text(
        "quotes around a cell that needs none",
        "csv-form",
        put("places", lambda text: text.replace("KAZ", '"KAZ"', 1), line=2, row=False),
    ),
    _text(
        "quotes around every cell",
        "csv-form",
        put("places", lambda text: "".join('"' + line.replace(",", '","') + '"\n' for line in text.splitlines())),
    ),
    _text(
        "a quote that is not closed",
        "table-shape",
        put("places", lambda text: text.replace("Kazakhstan", '"Kazakhstan'), line=2),
    ),
    _text("semicolons", "table-shape", put("places", lambda text: text.replace(",", ";"))),
    _text("tabs", "table-shape", put("places", lambda text: text.replace(",", "\t"))),
    _text(
        "a space in the header",
        "text-space",
        put("summits", lambda text: text.replace("forum_id", "forum_id "), column="forum_id "),
    ),
    _text("another name in the header", "table-shape", put("summits", lambda text: text.replace("forum_id", "forum"))),
    _text("capitals in the header", "table-shape", put("summits", lambda text: text.replace("forum_id", "Forum_ID"))),
    _text(
        "two columns exchanged", "table-shape", put("summits", lambda text: text.replace("city,venue", "venue,city"))
    ),
    _text("no header", "table-shape", put("summits", lambda text: text.partition("\n")[2])),
    _text(
        "a column less",
        "table-shape",
        put("summits", lambda text: "".join(line.rpartition(",")[0] + "\n" for line in text.splitlines())),
    ),
    _text(
        "a column more",
        "table-shape",
        put("summits", lambda text: "".join(f"{line},x\n" for line in text.splitlines())),
    ),
    _text("a cell less", "table-shape", put("places", lambda text: text.replace(",KZ", ""), line=2)),
    _text("a cell more", "table-shape", put("places", lambda text: text.replace(",KZ", ",KZ,KZ"), line=2)),
    _text(
        "rows in another order",
        "csv-form",
        put(
            "places",
            lambda text: "".join(
                [text.splitlines(keepends=True)[0], *sorted(text.splitlines(keepends=True)[1:], reverse=True)]
            ),
            line=3,
        ),
    ),
)
