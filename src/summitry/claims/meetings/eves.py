"""Ministers who meet on the eve of their leaders' summit: "hosted the foreign ministers of the five a day before the summit"."""

from __future__ import annotations

from summitry.mentions.document import Document, Mention

_TOLD = ("host", "meet", "held", "meeting")
_GOVERNED = 8


def ministers_on_the_eve(
    document: Document, anchor: Mention, stretch: tuple[int, int]
) -> tuple[Mention, Mention] | None:
    """The word by which foreign ministers met, and the "before" that leads on to the summit that `anchor` names, or None."""
    if anchor.value != "summit":
        return None
    apart = document.of("sidelines", (max(anchor.first - _GOVERNED, stretch[0]), anchor.first), "apart")
    if not apart:
        return None
    before = (stretch[0], apart[0].first)
    met = [m for m in document.any_of(_TOLD, before) if m.value not in ("summit", "talks")]
    ministers = document.has("titles", before, "foreign_minister")
    return (met[0], apart[0]) if met and ministers and not document.has("meeting", before, "summit") else None
