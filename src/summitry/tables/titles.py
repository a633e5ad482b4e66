"""English titles of agreements, made from their rows, so that a table can be read at a glance."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

_SHOWN = 3


def agreement_title(kind: str, parties: Iterable[str], sectors: Iterable[str], names: Mapping[str, str]) -> str:
    """For example "Kazakhstan – United States agreement (critical minerals, energy)"."""
    named = [names.get(party, party) for party in sorted(parties)]
    shown = " – ".join(named[:_SHOWN]) + (f" and {len(named) - _SHOWN} more" if len(named) > _SHOWN else "")
    topics = ", ".join(sector.replace("_", " ") for sector in sorted(sectors))
    return f"{shown} {kind}" + (f" ({topics})" if topics else "")
