"""Show why a reading is what it is: for each row its sentence with the span marked, its rule, and what was rejected."""

from __future__ import annotations

from collections import defaultdict

from rich.console import Console
from rich.text import Text

from summitry.claims.model import Claim
from summitry.mentions.document import Document, Rejection
from summitry.reader import Reading


def explain_reading(console: Console, reading: Reading) -> None:
    """Print every row of a reading with its evidence in context, then the rejected candidates."""
    grouped: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in reading.claims:
        grouped[claim.table, claim.row].append(claim)
    console.print(Text(reading.article.source_id, style="bold"))
    for (table, _), claims in grouped.items():
        values = ", ".join(f"{claim.column}={claim.value}" for claim in claims if claim.column != "text")
        console.print(Text.assemble("\n", (table, "cyan"), "  ", values))
        for claim in _distinct_spans(claims):
            console.print(Text.assemble(("  " + claim.rule, "dim"), "  ", (claim.column, "green")))
            console.print(_in_context(reading.document, claim.start, claim.end, claim.corrected_to))
    if reading.document.rejections:
        console.print(Text("\nconsidered and rejected", style="bold"))
    for rejection in reading.document.rejections:
        _show_rejection(console, reading.document, rejection)


def _distinct_spans(claims: list[Claim]) -> list[Claim]:
    spans: dict[tuple[int, int], Claim] = {}
    for claim in claims:
        if claim.start >= 0:
            spans.setdefault((claim.start, claim.end), claim)
    return list(spans.values())


def _show_rejection(console: Console, document: Document, rejection: Rejection) -> None:
    console.print(Text.assemble(("  " + rejection.rule, "dim"), "  ", (rejection.why, "yellow")))
    console.print(_in_context(document, rejection.start, rejection.end))


def _in_context(document: Document, start: int, end: int, corrected_to: str = "") -> Text:
    """The sentence of a span with the span marked, in an isolate so that it runs in its own direction."""
    sentence = next((s for s in document.sentences if s.start <= start < s.end), None)
    low, high = (sentence.start, max(sentence.end, end)) if sentence else (start, end)
    text = Text("    \u2068")
    text.append(_line(document.text_of(low, start)))
    text.append(f"⟦{_line(document.text_of(start, end))}⟧", style="bold reverse")
    text.append(_line(document.text_of(end, high)) + "\u2069")
    if corrected_to:
        text.append(f"  (read as \u2068{corrected_to}\u2069)", style="yellow")
    return text


def _line(text: str) -> str:
    return text.replace("\n", " ")
