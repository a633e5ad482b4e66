"""Text of others inside Markdown: shown as it is, and never taken for markup, a link, a mention or a reference."""

from __future__ import annotations

import re

from summitry.text.visible import visible

_MARKUP = re.compile(r"[\\`*_\[\]<>|~!&]|:(?! )|(?<=www)\.")
# What GitHub links after Markdown is done: @somebody, #1, GH-1. A word joiner, which shows nothing, parts sign and name.
_REFERENCE = re.compile(r"[@#](?=\w)|\bGH-(?=\d)")
_WORD_JOINER = "\u2060"


def escaped(text: str) -> str:
    """The text on one line, with nothing in it that Markdown, HTML or GitHub would act upon."""
    flat = visible(" ".join(text.split()))
    return _REFERENCE.sub(lambda match: match[0] + _WORD_JOINER, _MARKUP.sub(r"\\\g<0>", flat))


def code_span(text: str) -> str:
    """The text as code, within as many backticks as it takes; nothing inside is acted upon."""
    flat = visible(" ".join(text.split()))
    fence = "`" * (max((len(run) for run in re.findall("`+", flat)), default=0) + 1)
    padding = " " if flat.startswith("`") or flat.endswith("`") or not flat else ""
    return f"{fence}{padding}{flat}{padding}{fence}"
