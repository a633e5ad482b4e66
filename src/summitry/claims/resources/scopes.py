"""Which places before a claim only bound it ("Africa's largest"), tell where its owner lies, or stand in brackets."""

from __future__ import annotations

from summitry.claims.resources.holders import Owner
from summitry.claims.resources.reach import signs_between
from summitry.mentions.document import Document, Mention
from summitry.text.sentences import Sentence
from summitry.text.signs import has_sign

_WHEREABOUTS = 4
_AND = "و"


def only_bounds(document: Document, found: list[Owner], cue: Mention, core: tuple[int, int]) -> bool:
    """Whether the last of some places before a claim is not whose it is, but one before it."""
    return (
        is_scope(document, found[-1])
        or _is_inserted(document, found, cue, core)
        or _tells_where(document, found[-2], found[-1])
        or _of_whom_it_is_one(document, found[-1])
    )


def _tells_where(document: Document, owner: Owner, region: Owner) -> bool:
    """As in "X lies in the heart of Central Asia and holds", تقع في آسيا الوسطى وتملك: the verb has the subject of the first."""
    kinds = document.vocabulary.places
    if kinds[region.place_id]["kind"] != "region" or kinds[owner.place_id]["kind"] != "country" or region.possessive:
        return False
    low, last = max(region.at - _WHEREABOUTS, owner.mention.last), region.mention.last
    within = [i for i in range(low, region.at) if document.is_word(i, "in") or document.is_word(i, "in_there")]
    if not within or document.has_any(("states", "country_noun"), (within[-1] - 1, last)):
        return False
    joint = document.is_word(last, "conjunction")
    verbs = document.any_of(("has", "holds", "makes", "has_part"), (last, last + joint + 1))
    goes_on = [m for m in verbs if m.first == last + joint]
    joint = joint or any(document.words.forms[m.first].startswith(_AND) for m in goes_on)
    return bool(goes_on) and (joint or "," in document.words.gaps[last].replace("،", ","))


def _of_whom_it_is_one(document: Document, region: Owner) -> bool:
    """As in "Namibia is one of the African countries that mine", «одна из африканских стран, добывающих»."""
    named = region.mention
    if named.form != "adjective" or document.vocabulary.places[region.place_id]["kind"] != "region":
        return False
    among = document.of("among", (max(named.first - _WHEREABOUTS - 2, 0), named.first))
    noun = named.first - 1 if document.article.language == "ar" else named.last
    return bool(among) and document.is_word(noun, "several_states")


def is_all_but_it(document: Document, sentence: Sentence, owner: Owner) -> bool:
    """As in "It has Europe's largest reserves": a region that bounds them, and the subject is a pronoun."""
    region = document.vocabulary.places[owner.place_id]["kind"] == "region"
    return region and is_scope(document, owner) and document.has("it", (sentence.first, owner.at))


def is_scope(document: Document, owner: Owner) -> bool:
    """Whether a place only bounds a superlative ("Africa's largest reserves", «крупнейший в Африке»)."""
    if owner.possessive:
        return document.has("rank", (owner.mention.last + 1, owner.mention.last + 2))
    if not (document.is_word(owner.at - 1, "in") or document.is_word(owner.at - 1, "in_there")):
        return False
    within = document.of("rank", (max(owner.at - 4, 0), owner.at))
    return any(m.last == owner.at - 1 for m in within) or _bounds_noun(document, owner)


def _bounds_noun(document: Document, owner: Owner) -> bool:
    """As in "the largest economy in Africa and a supplier of Europe": a region that bounds the noun before it."""
    if document.vocabulary.places[owner.place_id]["kind"] != "region":
        return False
    ranks = document.of("rank", (max(owner.at - 6, 0), owner.at))
    return any(not has_sign(signs_between(document, m.last, owner.at), ",،;") for m in ranks)


def _is_inserted(document: Document, owners: list[Owner], cue: Mention, core: tuple[int, int]) -> bool:
    """Whether the last place stands between commas: "Ukraine, the breadbasket of Europe, exported"."""
    if document.article.language == "ar":
        return _is_inserted_in_arabic(document, owners, core)
    last = owners[-1]
    at = _verb_behind(document, last, cue, core)
    if at is None or "," not in document.words.gaps[at]:
        return False
    return any(
        "," in document.words.gaps[left.mention.last] and last.at > left.at + 2
        for left in owners[:-1]
        if not left.possessive
    )


def _verb_behind(document: Document, owner: Owner, cue: Mention, core: tuple[int, int]) -> int | None:
    """The word at which the verb of a claim stands, behind the last place before it."""
    low = owner.mention.last
    if cue.kind in ("makes", "has") or (cue.kind == "rich" and document.is_word(cue.first, "predicative")):
        return cue.first
    held = document.of("holds", (owner.at, core[0]))[:1]
    if held:
        return held[0].first
    return next((i for i in range(low, core[0]) if document.is_word(i, "being")), None)


def _is_inserted_in_arabic(document: Document, owners: list[Owner], core: tuple[int, int]) -> bool:
    """As in تحتل كازاخستان، أكبر دول آسيا الوسطى، المرتبة الأولى: the subject stands right behind its verb."""
    left, right = owners[-2], owners[-1]
    if not _behind_its_verb(document, left) or _behind_its_verb(document, right):
        return False
    return all(
        "،" in signs_between(document, *span) for span in ((left.mention.last, right.at), (right.mention.last, core[0]))
    )


def _behind_its_verb(document: Document, owner: Owner) -> bool:
    return any(m.last == owner.at for m in document.any_of(("holds", "has"), (max(owner.at - 3, 0), owner.at)))
