"""Who only reports what others agree on: "Kazakh President X said that …"."""

from __future__ import annotations

from summitry.mentions.document import Document, Mention

_HAILED_REACH = 8


def only_speaks(document: Document, person: Mention) -> bool:
    """Whether a person stands right beside a verb of saying: he reports, and does not sign."""
    cues = document.of("break", (person.first - 6, person.last + 2))
    return any(
        cue.value == "speech" and _beside(document, person, cue) and not _hails_a_deal(document, cue) for cue in cues
    )


def _hails_a_deal(document: Document, cue: Mention) -> bool:
    """As in "Trump hailed an incredible trade deal with X": who praises a deal that he has made is a party to it."""
    hails = document.has("hail", (cue.first, cue.last)) and document.has("act", (cue.first, cue.last))
    deals = document.of("instrument", (cue.last, cue.last + _HAILED_REACH)) if hails else []
    return any(document.has("link", (m.last, m.last + 1), "with") for m in deals)


def _beside(document: Document, person: Mention, cue: Mention) -> bool:
    between = (person.last, cue.first) if person.first < cue.first else (cue.last, person.first)
    if between[1] - between[0] > (1 if person.first < cue.first else 5):
        return False
    return not document.has_any(("break", "act", "give", "instrument", "person"), between)
