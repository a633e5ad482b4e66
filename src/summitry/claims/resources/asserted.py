"""Whether a text says that there is a resource, or only mentions it."""

from __future__ import annotations

from summitry.claims.resources.measure import belongs
from summitry.claims.resources.reach import plain_words
from summitry.claims.resources.reckoned import reckoned_at
from summitry.claims.resources.span import SIGNS, Span, owner_start
from summitry.mentions.document import Document, Mention

_NEAR = 4


def is_asserted(span: Span, ranked: bool) -> bool:
    """A maker, a verb and plenty claim by themselves; a stock must be had, an output be counted or ranked."""
    if span.cue.kind not in ("stock", "output"):
        return True
    document, core = span.document, span.core
    around = (max(core[0] - _NEAR - 2, span.sentence.first), min(core[1] + _NEAR, span.sentence.last))
    if document.has("among", around, "top") or document.has("rival", around, "only") or _is_mainstay(span):
        return True
    if ranked or document.has("share", around) or _percent(span, around) or _among_the_first(span) or _counted(span):
        return True
    if reckoned_at(document, span.cue, span.sentence) is not None:
        return True
    if is_presupposed(span) or lives_on(span) or _is_there(span) or _goes_on_there(span):
        return True
    start = owner_start(span)
    verbs = document.of("holds", (max(min(start, core[0]) - 2, span.sentence.first), core[0]))
    if not verbs and span.owner.at >= core[1]:  # "Sitting on vast reserves, Uzbekistan …"
        opening = document.of("holds", (span.sentence.first, span.sentence.first + 1))
        verbs = [verb for verb in opening if not span.has_sign(verb.last, core[0], SIGNS)]
    if span.cue.kind == "output":
        leads = document.has("leads", (max(min(start, core[0] - 2), span.sentence.first), core[0]))
        return leads or _known_for(span) or any(document.has("magnitude", (verb.last, core[0])) for verb in verbs)
    owned = span.owner.possessive and not document.is_word(span.cue.last - 1, "working")  # "invest in X's gold mines"
    return bool(verbs) or document.has("holds", (core[1], min(core[1] + 3, span.sentence.last))) or owned


def is_presupposed(span: Span) -> bool:
    """As in "rivals for the region's vast mineral wealth", الموارد المعدنية الهائلة في: riches of a size told are there."""
    riches = span.cue.kind == "stock" and span.cue.value == "endowment"
    return riches and _sized(span) and _within_owner(span)


def lives_on(span: Span) -> bool:
    """As in "Kazakhstan's economy relies on oil exports", يعتمد اقتصادها على تصدير الغاز: what is relied on is exported."""
    document, first = span.document, max(span.core[0] - 2 * _NEAR, span.sentence.first)
    told = range(first, span.core[0])
    return (
        (span.cue.kind, span.cue.value) == ("output", "exports")
        and not document.has("aside", (span.core[1], span.core[1] + 1), "from")
        and any(document.is_word(i, "economy") for i in told)
        and any(document.is_word(i, "living_on") for i in told)
    )


def _is_there(span: Span) -> bool:
    """As in «В Казахстане огромные запасы урана», وفي كازاخستان احتياطيات: a stock in a place, with no verb at all."""
    document, owner = span.document, span.owner
    if span.cue.kind != "stock" or owner.resolved or document.article.language == "en":
        return False
    opens = owner.at - 1 == span.sentence.first and document.is_word(owner.at - 1, "in_there")
    return opens and not plain_words(document, owner.mention.last, span.core[0])


def _known_for(span: Span) -> bool:
    """As in "famous for its production of cotton", «славится добычей золота»."""
    core = span.core
    near = span.document.of("rich", (max(core[0] - _NEAR, span.sentence.first), core[0]))
    return any(not plain_words(span.document, m.last, core[0]) or m.last >= core[0] - 1 for m in near[-1:])


def _goes_on_there(span: Span) -> bool:
    """As in يتم استخراج الذهب في طاجيكستان, «в Киргизии ведётся добыча золота»: digging that goes on in a place."""
    document, cue = span.document, span.cue
    if (cue.kind, cue.value) != ("output", "production") or not _lies_in(span):
        return False
    around = (cue.first - 1, span.core[1], span.owner.mention.last)
    return any(document.is_word(i, "goes_on_now") for i in around)


def _sized(span: Span) -> bool:
    sized = span.document.of("magnitude", (max(span.core[0] - 1, span.sentence.first), span.core[1] + 1))
    return any(not span.has_sign(m.last, span.core[0]) and not span.has_sign(span.core[1], m.first) for m in sized)


def _within_owner(span: Span) -> bool:
    """Whether the owner stands right behind the riches, or as a possessor before them."""
    document, at = span.document, span.owner.at
    if at < span.core[1]:
        return span.owner.possessive
    behind = range(span.core[1], at)
    return (
        len(behind) <= _NEAR
        and not span.has_sign(span.core[1], at, SIGNS)
        and all(
            document.is_word(i, "locating") or document.has_any(("magnitude", "region_noun", "states"), (i, i + 1))
            for i in behind
        )
    )


def _is_mainstay(span: Span) -> bool:
    """As in "Gas is the mainstay of its exports", "its main exports are oil and gas"."""
    if span.cue.value != "exports" or span.cue.kind != "output":
        return False
    document, core = span.document, span.core
    near = (max(span.cue.first - _NEAR - 1, span.sentence.first), span.cue.last)
    if document.has_any(("mainstay", "among"), near) or document.has_word("heading", near):
        return True
    being = [i for i in range(span.cue.last, max(core[1], span.cue.last + _NEAR)) if document.is_word(i, "being")]
    return any(i < core[1] or document.has("commodity", (i + 1, i + 2)) for i in being)


def _counted(span: Span) -> bool:
    """As in "Russia's gas exports reached (or: exports,) 120 billion cubic metres": in tonnes, barrels, cubic metres.

    Not one that is only expected.
    """
    document, sentence, core = span.document, span.sentence, span.core
    behind = (core[0] if document.article.language != "ar" else core[1], min(core[1] + 3 * _NEAR, sentence.last))
    verbs = [
        *document.of("amounts_to", (max(core[0] - 2, sentence.first), core[0])),
        *document.of("amounts_to", behind),
    ]
    comma = next(
        (i for i in range(core[1], min(core[1] + _NEAR, sentence.last)) if document.words.gaps[i][:1] == ","), None
    )
    if (
        (span.owner.possessive or span.owner.resolved)
        and comma is not None
        and document.has("tonnage", (comma, comma + _NEAR))
    ):
        return True
    for verb in verbs:
        before = document.any_of(("not_claimed", "plan", "hope"), (max(verb.first - 2, sentence.first), verb.first))
        if any(m.value != "verb" or m.last == verb.first for m in before):  # "that Uzbekistan raised" is no "to raise"
            continue
        if document.has("tonnage", (verb.last, min(max(verb.last, core[1]) + 3 * _NEAR, sentence.last))):
            return True
    return False


def _percent(span: Span, around: tuple[int, int]) -> bool:
    return any("%" in gap or "٪" in gap for gap in span.document.words.gaps[around[0] : around[1] + 1])


def _among_the_first(span: Span) -> bool:
    """As in "Which counts among the biggest in the world", "one of the largest": no rank, but a claim."""
    return bool(_firsts(span, _NEAR + 2))


def _firsts(span: Span, reach: int) -> list[Mention]:
    """The words that tell the claim as one among the first; من أكبر is one phrase, so that its superlative is no rank."""
    around = (max(span.core[0] - reach, span.sentence.first), min(span.core[1] + 2 * _NEAR, span.sentence.last))
    among = span.document.of("among", around)
    if any(belongs(span, rank) for rank in span.document.of("rank", around)):
        return among
    return [m for m in among if span.document.is_word(m.last - 1, "superlative") and belongs(span, m)]


def is_great_deposit(span: Span) -> bool:
    """As in "one of the world's largest deposits, in X": it lies there, whoever digs it or means to."""
    if span.cue.kind != "stock" or span.cue.value != "reserves":
        return False
    document, core = span.document, span.core
    around = (max(core[0] - 2 * _NEAR, span.sentence.first), min(core[1] + 3 * _NEAR, span.sentence.last))
    if not document.has("world", around):
        return False
    firsts = _firsts(span, 2 * _NEAR)
    return any(m.first < core[0] or not _goes_on(document, m) for m in firsts) and _lies_in(span)


def _goes_on(document: Document, among: Mention) -> bool:
    """Whether "and" brings up something else that is among the first: "a deposit and one of the largest banks"."""
    first = document.words.folded[among.first]
    joined = document.article.language == "ar" and first.startswith("و") and first.removeprefix("و")[:1] == "و"
    return joined or document.is_word(among.first - 1, "conjunction")


def _lies_in(span: Span) -> bool:
    """Whether the place is told as where something lies ("in X", بكازاخستان), not as whose it is."""
    document, owner = span.document, span.owner
    if owner.possessive:
        return False
    return document.is_word(owner.at - 1, "locating") or document.has("at", (owner.at - 1, owner.at + 1))
