"""What is told of somebody's return, election or inauguration: neither that person nor the house is of the meeting.

"The first summit since Donald Trump returned to the White House" is not held there, and he need not have come.
"""

from __future__ import annotations

from summitry.mentions.document import Document, Mention

_NEAR = 8
_BESIDE = 3
_SIGNS = frozenset(".,،;؛:!?؟")


def is_of_a_homecoming(document: Document, mention: Mention) -> bool:
    """Whether a person or place stands in a clause that only says since when: behind or before a word for coming (back) to
    power, and behind "since" or "after".
    """
    if "homecoming" not in document.kinds:
        return False
    first = document.sentence_of(mention).first
    for cue in document.of("homecoming", (max(mention.first - _NEAR, first), mention.last + _BESIDE)):
        low, high = (cue, mention) if cue.first < mention.first else (mention, cue)
        begin = max(low.first - _BESIDE - (mention.last - mention.first), first)
        if _is_time(document, (begin, low.first + 1)) and not _parted(document, low, high):
            return True
    return False


def _is_time(document: Document, stretch: tuple[int, int]) -> bool:
    return document.has("since", stretch) or document.has("sidelines", stretch, "apart")


def _parted(document: Document, low: Mention, high: Mention) -> bool:
    between = (low.last, high.first)
    return bool(_SIGNS & set(document.text_of(low.end, high.start))) or document.has("meeting", between)
