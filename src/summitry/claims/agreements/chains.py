"""Actors joined by commas and conjunctions into one naming of parties: "Belarus, Kyrgyzstan and Tajikistan"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from summitry.claims.agreements.links import STOP
from summitry.mentions.document import Document, Mention
from summitry.text.signs import has_sign

_APPOSITION = re.compile(r"[—–:(]|\s-\s")
_CHAIN_REACH = 8


class Actor(NamedTuple):
    """A naming of places in words `first` to `last` (exclusive), each with the mention that shows it, and the link."""

    first: int
    last: int
    places: tuple[tuple[str, Mention], ...]
    link: str
    kind: str


class Chain(NamedTuple):
    """Actors joined by commas and conjunctions; the link is that of the first."""

    first: int
    last: int
    link: str
    actors: tuple[Actor, ...]

    @property
    def places(self) -> dict[str, Mention]:
        """The places of the chain, each with the mention that shows it."""
        return {place: mention for actor in self.actors for place, mention in reversed(actor.places)}

    def kept(self, holds: Callable[[int], bool]) -> Chain | None:
        """The chain without the actors whose first word `holds` refuses, or None where nobody is left."""
        actors = tuple(actor for actor in self.actors if holds(actor.first))
        if len(actors) == len(self.actors):
            return self
        return Chain(actors[0].first, max(a.last for a in actors), actors[0].link, actors) if actors else None


def join(document: Document, actors: Iterable[Actor]) -> Iterator[Chain]:
    """The chains that the actors of a sentence form, in order."""
    run: list[Actor] = []
    closed = False
    found = list(actors)
    for number, actor in enumerate(found):
        parted = closed or (run and run[0].link and not actor.link and _opens_clause(document, run, found[number:]))
        if run and not (_joined(document, run[-1], actor) and not (parted and _only_comma(document, run[-1], actor))):
            yield Chain(run[0].first, max(a.last for a in run), run[0].link, tuple(run))
            run, closed = [], False
        if run:
            closed = _and_between(document, run[-1].last, actor.first) or (
                closed and not _apposed(document, run[-1], actor)
            )
        run.append(actor)
    if run:
        yield Chain(run[0].first, max(a.last for a in run), run[0].link, tuple(run))


def _opens_clause(document: Document, run: list[Actor], behind: list[Actor]) -> bool:
    """As in "At lunch with X, Y promised": behind a preposition's name and a comma, unless a list goes on to its "and"."""
    actor = behind[0]
    if dict(actor.places).keys() <= {place for member in run for place, _ in member.places}:
        return False
    for left, right in pairwise((run[-1], *behind)):
        if not _joined(document, left, right):
            return True
        if _and_between(document, left.last, right.first):
            return False
    return True


def _apposed(document: Document, left: Actor, right: Actor) -> bool:
    """Whether a dash, colon or bracket behind a group opens the list of who belongs to it."""
    gaps = "".join(document.words.gaps[left.last : right.first + 1])
    group = left.kind in ("group", "forum")
    region = len(left.places) > 1 and dict(right.places).keys() <= dict(left.places).keys()
    return (group or region) and bool(_APPOSITION.search(gaps))


def _only_comma(document: Document, left: Actor, right: Actor) -> bool:
    """Whether two actors are joined by a comma alone: behind "A and B" that goes on no list."""
    gaps = "".join(document.words.gaps[left.last : right.first + 1])
    return has_sign(gaps, ",،") and not _and_between(document, left.last, right.first)


def _and_between(document: Document, first: int, last: int) -> bool:
    forms = document.words.forms[first : last + 1]
    if document.has_word("conjunction", (first, last)):
        return True
    if document.of("link", (first, last), "and"):
        return True
    return document.article.language == "ar" and any(form.startswith("و") and len(form) > 2 for form in forms)


def _joined(document: Document, left: Actor, right: Actor) -> bool:
    if right.first < left.last or _same_naming(document, left, right) or _whose_leader(document, left, right):
        return True
    if document.words.forms[left.last : right.first] == ["s"] and right.kind in ("firm", "person"):
        return True
    if _whose_firm(document, left, right):
        return True
    linked = right.link == left.link or not right.link or (right.link == "by" and not left.link)
    if right.first - left.last > _CHAIN_REACH or not linked:
        return False
    if _blocked(document, left.last, right.first):
        return False
    if right.first == left.last and document.words.gaps[right.first].strip() in ("", "-", "–", "'", "’", "("):
        apposed = (
            left.kind in ("adjective", "group") or right.kind == "person" or document.words.gaps[right.first] != " "
        )
        return apposed or _has_joint(document, left, right)
    beside = right.kind == "person" and not STOP.search("".join(document.words.gaps[left.last : right.first + 1]))
    return beside or _has_joint(document, left, right)


def _same_naming(document: Document, left: Actor, right: Actor) -> bool:
    """As in "the five countries of the union": a group and whose it is."""
    if left.kind != "group":
        return False
    between = range(left.last, right.first)
    links = {i for cue in document.of("link", (left.last, right.first)) for i in range(cue.first, cue.last)}
    gaps = "".join(document.words.gaps[left.last : right.first + 1])
    told = bool(links) and not gaps.strip()
    return told and all(i in links or document.is_word(i, "determiner") for i in between)


def _whose_leader(document: Document, left: Actor, right: Actor) -> bool:
    """As in "X of Kyrgyzstan": a person and the country that follows the name."""
    if left.kind != "person" or right.kind != "place" or right.first - left.last != 1:
        return False
    gaps = "".join(document.words.gaps[left.last : right.first + 1])
    return not gaps.strip() and dict(left.places).keys() == dict(right.places).keys()


def _whose_firm(document: Document, left: Actor, right: Actor) -> bool:
    """As in "the American fund Cove Capital", «казахстанским холдингом „Тау-Кен“»: an adjective and the firm's name."""
    if left.kind != "adjective" or right.kind != "firm" or dict(left.places).keys() != dict(right.places).keys():
        return False
    gaps = "".join(document.words.gaps[left.last : right.first + 1])
    return document.has("partner", (left.last, right.first)) and not STOP.search(gaps)


def _has_joint(document: Document, left: Actor, right: Actor) -> bool:
    first, last = left.last, right.first
    gaps = "".join(document.words.gaps[first : last + 1])
    if has_sign(gaps, ",،") or _apposed(document, left, right):
        return ":" not in gaps or left.kind == "group"
    return _and_between(document, first, last)


def _blocked(document: Document, first: int, last: int) -> bool:
    gaps = "".join(document.words.gaps[first : last + 1])
    if ";" in gaps or "؛" in gaps:
        return True
    kinds = ("break", "act", "give", "join", "instrument", "same_sum", "again", "amount")
    return document.has_any(kinds, (first, last))
