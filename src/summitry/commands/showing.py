"""Show readings and tables in a terminal. Text of an article stands in Unicode isolates, so that Arabic runs its own way."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import pyarrow as pa
from rich.console import Console
from rich.table import Table
from rich.text import Text

from summitry.reader import Reading

_FIRST_STRONG_ISOLATE, _POP_ISOLATE = "\u2068", "\u2069"
_QUOTE_WIDTH = 48


def isolated(text: str, width: int = _QUOTE_WIDTH) -> str:
    """A piece of an article on one line, cut to a width, in an isolate of its own direction."""
    line = " ".join(text.split())
    cut = line if len(line) <= width else line[: width - 1] + "…"
    return f"{_FIRST_STRONG_ISOLATE}{cut}{_POP_ISOLATE}"


def show_reading(console: Console, reading: Reading) -> None:
    """What an article says, a line for each row: the row, the words behind it, and where they stand."""
    article = reading.article
    console.print(Text.assemble(("\n" + article.source_id, "bold"), f"  {article.language}, {article.published_on}"))
    rows = reading.tables()
    spans = {(e["table"], e["row_id"]): e for e in sorted(rows["evidence"], key=lambda e: -e["start"])}
    table = Table(box=None, pad_edge=False, show_header=False, padding=(0, 1))
    table.add_column(style="cyan", no_wrap=True)
    table.add_column(ratio=3, overflow="fold")
    table.add_column(ratio=3, overflow="ellipsis", no_wrap=True, style="dim")
    for name, title, line in _lines(rows):
        evidence = spans.get((name, line[0]))
        quote = f"{isolated(evidence['quote'], 34)} {evidence['start']}–{evidence['end']}" if evidence else ""
        table.add_row(title, Text(line[1]), Text(quote))
    console.print(table)


def _lines(rows: Mapping[str, list[dict[str, Any]]]) -> Iterable[tuple[str, str, tuple[str, str]]]:
    people = {
        row["leader_id"]: row["name_en"] or row["name_ar"] or row["name_ru"] or row["leader_id"]
        for row in rows["leaders"]
    }
    for row in rows["summits"]:
        when = f"{row['held_on']} ({row['held_on_precision']})" if row["held_on"] else "no day"
        where = ", ".join(filter(None, (row["venue"], row["city"], row["host_place_id"])))
        yield "summits", "summit", (row["summit_id"], f"{row['forum_id']}, {when}, {where or 'no place'}")
    for row in rows["attendance"]:
        key = f"{row['summit_id']}/{row['leader_id']}"
        yield "attendance", row["role"], (key, f"{isolated(people[row['leader_id']])}, {row['office']}")
    for row in rows["agreements"]:
        amount = f", {row['value_amount']:,} {row['value_currency'] or ''}" if row["value_amount"] else ""
        yield "agreements", row["kind"], (row["agreement_id"], f"{row['title_en']}, {row['status']}{amount}")
    for row in rows["resources"]:
        rank = f", rank {row['world_rank']}" if row["world_rank"] else ""
        yield "resources", row["claim"], (row["resource_id"], f"{row['place_id']}: {row['commodity_id']}{rank}")
    for row in rows["forum_milestones"]:
        key = f"{row['forum_id']}/{row['milestone']}"
        yield "forum_milestones", row["milestone"], (key, f"{row['forum_id']}, {row['happened_on']}, {row['level']}")
    for row in rows["statements"]:
        who = isolated(people.get(row["leader_id"], row["leader_id"]))
        yield "statements", row["act"], (row["statement_id"], f"{who}: {isolated(row['text'], 40)}")


def show_tables(console: Console, tables: Mapping[str, pa.Table]) -> None:
    """The tables with their numbers of rows and columns."""
    shown = Table(title="data/", title_justify="left", box=None, pad_edge=False, padding=(0, 2))
    shown.add_column("table", style="cyan")
    shown.add_column("rows", justify="right")
    shown.add_column("columns", justify="right", style="dim")
    for name, table in tables.items():
        shown.add_row(name, f"{table.num_rows:,}", str(table.num_columns))
    console.print()
    console.print(shown)
