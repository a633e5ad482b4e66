"""What a resource claim is of: the commodity beside its word, the list that it begins, or the one just spoken of."""

from __future__ import annotations

from summitry.claims.resources_reach import STOPS, plain_words, signs_between
from summitry.mentions.document import Document, Mention
from summitry.text.folding import fold
from summitry.text.sentences import Sentence

_REACH = {"stock": 4, "output": 4, "maker": 4, "makes": 4, "rich": 3, "made_in": 0, "ownership": 3, "has": 2}
_HEADS = ("stock", "output", "maker", "rich", "wealth", "makes", "not_raw", "company")
_BEHIND_NOUN = frozenset((
    "and", "or", "but", "while", "whereas", "which", "that", "in", "as", "too", "also", "under", "beneath", "for",
    "though", "although", "yet", ",", "among"
))  # fmt: skip
_BEFORE_VERB = frozenset((
    "which", "that", "it", "and", "also", "now", "still", "already", "currently", "who", "they", "today", "mainly",
    "together", "jointly", "alone", "itself", "each", "both"
))  # fmt: skip
_NOUN_OR_VERB = frozenset(["exports", "export", "mines", "mine", "supplies", "harvests", "produce"])
_BEHIND_BARE = frozenset((
    "in", "and", "after", "behind", "on", "within", "among", "в", "во", "после", "среди", "и", "на",
    "في", "بعد", "على", "بين", "داخل", "ضمن", "وراء",
))  # fmt: skip
_NAMED = ("commodity", "of_commodity")
_GROUPS = ("minerals", "critical_minerals", "rare_earths")
_BACK = {"made_in": 14, "makes": 2}
_JOINING = frozenset(
    ("and", "or", "и", "или", "а", "также", "as", "well", "both", "the", "of", "in", "its", "также", "او", "كذلك", "من")
)
_LIST_WORDS = 3
_SAME_REACH = 7
_FARTHEST = 16


def bound_commodities(
    document: Document, number: int, cue: Mention, cues: list[Mention], last: Mention | None
) -> list[Mention]:
    """The commodities of a claim, in the order of the text; none where the cue speaks of something else.

    `number` is the sentence's, `cues` all claiming words of the sentence, `last` the commodity of the claim before.
    """
    sentence = document.sentences[number]
    if cue.kind == "has":
        return _had(document, cue, sentence.last)
    if cue.kind == "makes" and _is_noun(document, cue):
        return []
    if cue.kind == "ownership":
        return _owned(document, cue, cues, sentence.last)
    same = [m for m in document.of("commodity", (cue.first, cue.last)) if m.last <= cue.last]
    if same and cue.kind == "stock":
        return same[:1] if not _raw_blocked(document, same[0]) else []
    found = (
        _attributes(document, cue, sentence)
        or _mainstay(document, cue, sentence)
        or _before(document, cue)
        or _behind(document, cue, cues, sentence.last)
        or _back(document, cue, sentence.first)
    )
    found = [m for m in found if not _same_word(document, m)]
    if found:
        return [m for m in _without_groups(document, found) if not _raw_blocked(document, m)]
    return _spoken_of(document, number, cue, last)


def _had(document: Document, cue: Mention, end: int) -> list[Mention]:
    """As in "X has gold": what is had is the commodity itself.

    Not a thing named by it ("has gas stations", "has oil reserves").
    """
    for commodity in document.of("commodity", (cue.last, min(cue.last + _FARTHEST, end))):
        places = {i for m in document.of("place", (cue.last, commodity.first)) for i in range(m.first, m.last)}
        heads = document.any_of(_HEADS, (cue.last, min(commodity.first + _REACH["has"], end)))
        if set(plain_words(document, cue.last, commodity.first)) - places or heads:
            return []
        found = _list_forward(document, commodity, end)
        last = found[-1].last
        if document.any_of(_HEADS, (commodity.first, min(last + 2, end))) or not _ends_there(document, last, end):
            return []
        return [m for m in found if not _raw_blocked(document, m)]
    return []


def _ends_there(document: Document, last: int, end: int) -> bool:
    """Whether a group of words ends before a word: in English a noun may follow, and then that is what is spoken of."""
    if document.article.language != "en" or last >= end or document.words.gaps[last].strip():
        return True
    return document.words.forms[last].lower() in _BEHIND_NOUN


def _is_noun(document: Document, cue: Mention) -> bool:
    """Whether "exports", "mines" is a noun here: "curbed exports of", unlike "Kazakhstan exports oil"."""
    forms = document.words.forms
    if document.article.language != "en" or forms[cue.first].lower() not in _NOUN_OR_VERB:
        return False
    before = forms[cue.first - 1].lower() if cue.first else ""
    behind = forms[cue.last].lower() if cue.last < len(forms) else ""
    subject = (
        before in _BEFORE_VERB
        or before.endswith("ly")
        or any(
            m.last == cue.first
            for m in document.any_of(
                ("place", "country_noun", "region_noun", "own_country", "states"), (max(cue.first - 5, 0), cue.first)
            )
        )
    )
    if "," in document.words.gaps[cue.first]:  # "Angola, which relies on oil, exports crude"
        subject = subject or document.has("place", (max(cue.first - 12, 0), cue.first))
    return behind == "of" or bool(document.words.gaps[cue.first].strip(" ,")) or not subject


def _owned(document: Document, cue: Mention, cues: list[Mention], end: int) -> list[Mention]:
    """As in "The region's rare earths": minerals as a group belong to whom the text gives them.

    Other goods ("Russia's grain") may only be traded.
    """
    found = _behind(document, cue, cues, end)
    if (
        not found
        or found[0].value not in _GROUPS
        or document.any_of(("stock", "output", "maker"), (cue.last, found[0].last + 1))
    ):
        return []
    return [m for m in _without_groups(document, found) if not _raw_blocked(document, m)]


def _without_groups(document: Document, found: list[Mention]) -> list[Mention]:
    """As in "Strategic minerals, uranium and gold among them": the minerals named, in place of the group."""
    behind = (found[0].last, found[-1].last + 3)
    if len(found) > 1 and document.has("name_of", behind):
        return [m for m in found if m.value not in ("minerals", "critical_minerals")]
    return found


def _same_word(document: Document, commodity: Mention) -> bool:
    """Whether the words only point back ("this metal")."""
    return any(
        m.last >= commodity.last for m in document.of("same_commodity", (max(commodity.first - 2, 0), commodity.last))
    )


def _attributes(document: Document, cue: Mention, sentence: Sentence) -> list[Mention]:
    """As in «нефтяные и газовые запасы», احتياطياته النفطية المؤكدة: commodities told by adjectives of the noun."""
    if cue.kind not in ("stock", "output", "maker"):
        return []
    behind = document.article.language == "ar"
    around = (cue.last, min(cue.last + _FARTHEST, sentence.last)) if behind else (sentence.first, cue.first)
    found: list[Mention] = []
    edge = cue.last if behind else cue.first
    for mention in document.of("of_commodity", around)[:: 1 if behind else -1]:
        low, high = (edge, mention.first) if behind else (mention.last, edge)
        if not _attributive(document, low, high, listed=bool(found)):
            break
        found.append(mention)
        edge = mention.last if behind else mention.first
    return sorted(found, key=lambda mention: mention.first)


def _mainstay(document: Document, cue: Mention, sentence: Sentence) -> list[Mention]:
    """As in "Gas makes up 90 percent of its exports", يشكل الذهب عماد صادراتها: what the exports are made of."""
    if cue.value != "exports" or cue.kind != "output":
        return []
    parts = document.any_of(("share", "mainstay"), (max(cue.first - _FARTHEST // 2, sentence.first), cue.first))
    if not parts or document.has("commodity", (parts[0].last, min(cue.last + 2, sentence.last))):
        return []
    verbs = document.of("holds", (max(parts[0].first - _FARTHEST, sentence.first), parts[0].first))
    found = document.of("commodity", (max(parts[0].first - _FARTHEST // 2, sentence.first), parts[0].first))
    if not verbs or not found or any(sign in signs_between(document, found[-1].last, cue.first) for sign in ",،;؛"):
        return []
    return _list_back(document, found[-1])


def _attributive(document: Document, low: int, high: int, *, listed: bool) -> bool:
    """Whether nothing but an owner, another adjective or, in a list, "and" stands between an adjective and its noun."""
    owners = {i for m in document.any_of(("place", "country_noun"), (low, high)) for i in range(m.first, m.last)}
    other = [i for i in plain_words(document, low, high) if i not in owners]
    signs = signs_between(document, low, high).strip()
    return len(other) <= 1 and (not signs or (listed and signs == ","))


def _before(document: Document, cue: Mention) -> list[Mention]:
    """As in "Oil and gas reserves", "oil-rich": commodities that stand right before, in English."""
    if document.article.language != "en" or cue.kind in ("makes", "made_in"):
        return []
    attributive = cue.kind == "rich"
    found = [m for m in document.of("commodity", (max(cue.first - 4, 0), cue.first)) if m.last == cue.first]
    if not found or (attributive and document.words.gaps[cue.first] not in ("-", "‑", "–", " ")):
        return []
    return _list_back(document, found[0])


def _behind(document: Document, cue: Mention, cues: list[Mention], end: int) -> list[Mention]:
    """As in "Reserves of oil, gas and gold": the first commodity behind the cue, and the list that it begins."""
    if cue.kind == "rich" and cue.last - cue.first == 1 and document.article.language == "en":
        return []
    for commodity in document.of("commodity", (cue.last, min(cue.last + _FARTHEST, end))):
        plain = plain_words(document, cue.last, commodity.first)
        signs = signs_between(document, cue.last, commodity.first)
        if len(plain) > _REACH[cue.kind] or any(sign in signs for sign in STOPS + ",،()—–"):
            return []
        if any(cue.last <= other.first < commodity.first and _cuts(cue, other) for other in cues):
            return []
        return _list_forward(document, commodity, end)
    return []


def _cuts(cue: Mention, other: Mention) -> bool:
    """Whether a second claiming word takes what follows for itself; nouns in a row ("mining output") do not."""
    return other.kind in ("makes", "made_in", "rich", "maker") or cue.kind == "ownership"


def _back(document: Document, cue: Mention, start: int) -> list[Mention]:
    """What is made, where it stands before the verb: "uranium is mined in", «хлопка выращивает»."""
    reach = _BACK.get(cue.kind, 0)
    if not reach or (cue.kind == "makes" and document.article.language != "ru"):
        return []
    found = document.of("commodity", (max(cue.first - reach, start), cue.first))
    return _list_back(document, found[-1]) if found else []


def _list_forward(document: Document, first: Mention, end: int) -> list[Mention]:
    found = [first]
    for commodity in document.of("commodity", (first.last, end)):
        if commodity.first < found[-1].last:
            continue
        if not _listed(document, found[-1], commodity):
            break
        found.append(commodity)
    return found


def _list_back(document: Document, last: Mention) -> list[Mention]:
    found = [last]
    for commodity in reversed(document.of("commodity", (max(last.first - 12, 0), last.first))):
        if commodity.last > found[0].first or not _listed(document, commodity, found[0]):
            break
        found.insert(0, commodity)
    return found


def _listed(document: Document, left: Mention, right: Mention) -> bool:
    """Whether two commodities stand in one list: a comma or "and" between them, and few other words."""
    words = document.words
    gaps = "".join(words.gaps[left.last : right.first + 1])
    if any(sign in gaps for sign in STOPS) or document.has("place", (left.last, right.first)):
        return False
    between = [fold(words.forms[i]) for i in range(left.last, right.first)]
    conjunction = words.forms[right.first].startswith("و") and document.article.language == "ar"
    joined = "," in gaps or "،" in gaps or conjunction or bool({"and", "or", "и", "или", "also"} & set(between))
    joined = joined or (any(word.startswith("و") for word in between) and document.article.language == "ar")
    shares = sum(m.last - m.first for m in document.of("share", (left.last, right.first)))
    others = [word for word in between if word not in _JOINING and not word[0].isdigit()]
    return (
        joined
        and len(others) - shares <= (1 if document.article.language != "ar" else 2)
        and len(between) <= _LIST_WORDS + 2
    )


def _raw_blocked(document: Document, commodity: Mention) -> bool:
    """Whether a commodity only names a trade: "gas pipelines", «рынок нефти», قطاع الغاز."""
    if document.article.language == "en":
        after = document.of("not_raw", (commodity.last, commodity.last + 1))
        return any(document.words.gaps[m.first].strip("-‑ \n") == "" for m in after)
    before = document.of("not_raw", (max(commodity.first - 2, 0), commodity.first))
    return any(m.last == commodity.first and document.words.gaps[commodity.first].strip() == "" for m in before)


def _spoken_of(document: Document, number: int, cue: Mention, last: Mention | None) -> list[Mention]:
    """As in "This metal", "it", «их экспортёр»: the commodity of the claim before, or the one that heads the paragraph.

    A heading is a commodity that stands alone: «Уран. На Казахстан …».
    """
    sentence = document.sentences[number]
    head = _heading(document, number)
    here = next(reversed(document.any_of(_NAMED, (sentence.first, cue.first))), None)
    meant = head or here or last or _named_before(document, number)
    near = document.of("same_commodity", (cue.last, min(cue.last + _SAME_REACH, sentence.last)))
    near = [m for m in near if m.value != "which" or m.first == cue.last]
    if document.article.language == "ru" and cue.kind in ("maker", "stock", "output"):
        near += document.of("same_commodity", (max(cue.first - 1, sentence.first), cue.first))
    if near and meant is not None and cue.kind != "rich":
        return [meant]
    if head is not None and cue.kind in ("stock", "output"):
        return [head]
    left_out = last if cue.kind == "maker" else here
    return [left_out] if left_out is not None and _stands_bare(document, cue, sentence) else []


def _named_before(document: Document, number: int) -> Mention | None:
    """The commodity that the sentence before names last."""
    return next(reversed(document.any_of(_NAMED, document.sentences[number - 1])), None) if number else None


def _stands_bare(document: Document, cue: Mention, sentence: Sentence) -> bool:
    """Whether a superlative goes with a noun alone ("is its top producer", ثاني أكبر المنتجين في): of what, was said."""
    if cue.kind not in ("maker", "stock") or not document.of("rank", (max(cue.first - 3, sentence.first), cue.first)):
        return False
    if not any(
        m.last == cue.first for m in document.any_of(("rank", "magnitude", "world"), (cue.first - 3, cue.first))
    ):
        return False
    if cue.last >= sentence.last or document.words.gaps[cue.last].strip():
        return True
    return fold(document.words.forms[cue.last]) in _BEHIND_BARE or document.has("world", (cue.last, cue.last + 1))


def _heading(document: Document, number: int) -> Mention | None:
    """A commodity that stands alone before its paragraph, ended by a full stop or a colon."""
    sentence = document.sentences[number]
    first = next(
        (i for i in range(number, -1, -1) if i == 0 or document.sentences[i - 1].paragraph != sentence.paragraph),
        number,
    )
    opening = document.sentences[first]
    heads = document.of("commodity", (opening.first, opening.first + 3))
    if not heads:
        return None
    gap = document.words.gaps[heads[0].last]
    alone = heads[0].last == opening.last or ":" in gap
    return heads[0] if alone and heads[0].first == opening.first else None
