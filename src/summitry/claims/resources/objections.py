"""What speaks against a claim: that it is denied, only hoped for, past, about trade, or a company's."""

from __future__ import annotations

from summitry.claims.resources.asserted import is_asserted, is_great_deposit, is_presupposed, lives_on
from summitry.claims.resources.attributes import is_said_aside
from summitry.claims.resources.measure import find_rank
from summitry.claims.resources.reach import tells_part
from summitry.claims.resources.span import SIGNS, Span, owner_start
from summitry.mentions.document import Mention

_NEAR = 4


def why_not(span: Span, ranked: bool) -> str:
    """Why a word that could claim a resource does not; empty where it does."""
    for objection in (
        _not_said,
        _verb_not_said,
        _about_trade,
        _denied,
        _companys,
        _only_controlled,
        _used_up,
        _only_sought,
    ):
        why = objection(span)
        if why:
            return why
    return "" if is_asserted(span, ranked) or is_great_deposit(span) else "mentioned, not claimed"


def _not_said(span: Span) -> str:
    if _in_clause(span, "clause") or _was_until(span):
        return "past, or only possible"
    # What somebody is said to own is there, whatever is hoped, planned or feared for it.
    ignored = {"verb", "was"}
    if is_great_deposit(span) or lives_on(span):
        ignored |= {"both"}
    if span.owner.possessive or is_presupposed(span):
        ignored |= {"both"} if span.cue.kind == "stock" else {"both", "before"}
    denying = [m for m in span.before("not_claimed", _NEAR + _ranked_words(span)) if m.value not in ignored]
    if is_said_aside(span.document, span.cue, span.owner, span.core):
        denying = [m for m in denying if m.last == span.core[0]]
    if span.cue.kind == "maker":  # "X is the largest importer and Y the largest exporter"
        denying = [m for m in denying if m.value != "both" or not m.last <= span.owner.at < span.core[0]]
    return "negated, only intended, or about trade in it" if denying or _within(span) else ""


def _was_until(span: Span) -> bool:
    """As in "was the largest producer until 2020": what ended in a year is no more."""
    document = span.document
    behind = (span.core[1], min(span.core[1] + _NEAR + 1, span.sentence.last))
    ends = document.of("until", behind)
    if not any(document.has("date", (end.last, end.last + 2)) for end in ends):
        return False
    return document.has("was", (span.sentence.first, span.core[0]))


def _ranked_words(span: Span) -> int:
    """How many words before the claim tell its rank: "wants to become the world's largest producer"."""
    ranks = [m for m in span.before("rank", _NEAR) if span.core[0] - m.last <= 1]
    return span.core[0] - ranks[-1].first + _NEAR - 1 if ranks and span.cue.kind == "maker" else 0


def _verb_not_said(span: Span) -> str:
    document, cue = span.document, span.cue
    if cue.kind not in ("makes", "has"):
        return ""
    slack = 0 if document.article.language == "ar" else 1
    near = document.of("not_claimed", (max(cue.first - 2, span.sentence.first), cue.first))
    if document.is_word(cue.first, "having"):  # إن لدى: behind a preposition's "that" nothing is only intended
        near = [m for m in near if m.value != "verb"]
    if any(m.last >= cue.first - (1 if m.value == "was" else slack) for m in near):
        return "negated or only intended"
    if cue.kind == "has":
        return ""
    if _of_a_stranger(span):
        return "somebody's whom the vocabulary does not know"
    hardly = any(m.value == "before" for m in document.of("not_claimed", (cue.last, cue.last + 2)))
    return "hardly any of it" if hardly else ""


def _about_trade(span: Span) -> str:
    document, end = span.document, span.core[1]
    if span.cue.kind == "rich" and document.article.language == "ar":
        return ""
    behind = [m for m in document.any_of(("not_claimed", "company"), (end, end + 1)) if m.value in ("both", "company")]
    if document.article.language == "ar":  # only an adjective goes with the noun; a verb is another clause's
        behind = [m for m in behind if document.words.forms[m.first].startswith("ال")]
    near = any(document.words.gaps[m.first].strip() in ("", "-") for m in behind)
    return "about a restriction, a deal or a company" if near else ""


def _denied(span: Span) -> str:
    denied = span.cue.kind in ("stock", "output", "rich") and (_verb_denied(span) or _rank_denied(span))
    return "what is had is negated or only hoped for" if denied else ""


def _companys(span: Span) -> str:
    owner, core, start = span.owner, span.core, span.sentence.first
    if is_great_deposit(span):  # what a firm of another country digs for is where it is told to be
        beside = span.document.has("company", (owner.mention.last, owner.mention.last + 1))
        return "a company's, not a country's" if beside and owner.mention.last <= core[0] else ""
    end = owner.at + 1 if owner.resolved else owner.mention.last
    first = end if end <= core[0] else start
    firms = [m for m in span.document.of("company", (first, core[0])) if not _qualifies(span, m)]
    told = firms and not (owner.resolved and first == start)
    return "a company's, not a country's" if told or _company_of(span) else ""


def _qualifies(span: Span, firm: Mention) -> bool:
    """As in "giant gold reserves": a word for a firm that only tells how large what follows is, or that it is held."""
    if span.has_sign(firm.last, span.core[0], SIGNS):
        return False
    return span.document.has("magnitude", (firm.first, firm.last)) or _has_an_object(span, firm)


def _has_an_object(span: Span, firm: Mention) -> bool:
    """As in "holding the world's largest reserves": a verb, where what is had follows; a firm where it does not."""
    document, behind = span.document, firm.last
    if not document.has("holds", (firm.first, firm.last)) or document.words.forms[behind][0].isupper():
        return False
    verbs = document.any_of(("has", "holds", "makes"), (behind, span.core[0] + 1))
    return not any(m.first == behind for m in verbs)


def _used_up(span: Span) -> str:
    """As in "uses 12 percent of global uranium output": a share that is consumed, not given."""
    if span.cue.kind != "output":
        return ""
    near = [m for share in span.before("share", 2 * _NEAR) for m in _denying_before(span, share.first)]
    return "a share that is used, or not given" if near else ""


def _only_sought(span: Span) -> str:
    """As in "hopes to find one of the world's largest deposits in X": what is looked for need not be there."""
    low = max(span.core[0] - 2 * _NEAR, span.sentence.first)
    sought = span.cue.kind == "stock" and span.document.has_word("finding", (low, span.core[0]))
    return "only looked for" if sought else ""


def _denying_before(span: Span, first: int) -> list[Mention]:
    found = span.document.of("not_claimed", (max(first - _NEAR, span.sentence.first), first), "before")
    return [m for m in found if m.last >= first - 1]


def _only_controlled(span: Span) -> str:
    """As in "China controls most of the supply": who has a trade in hand need not dig or sell the thing."""
    document, cue = span.document, span.cue
    held = (max(owner_start(span), span.sentence.first), cue.first)
    supply = cue.kind == "output" and document.is_word(cue.first, "supply_in_hand")
    in_hand = supply and document.has_word("having_in_hand", held)
    return "a trade in hand, not an output" if in_hand else ""


def _of_a_stranger(span: Span) -> bool:
    """Whether a name of no list stands right before the verb: "Kazakhstan, where Chevron pumps oil"."""
    document, before = span.document, span.cue.first - 1
    if document.article.language == "ar" or before <= span.sentence.first or document.starts_known(before):
        return False
    return document.words.forms[before][0].isupper() and "," not in document.words.gaps[before + 1]


def _in_clause(span: Span, value: str) -> bool:
    """Whether a sign that bears on all of its clause stands before the claim ("once", «когда-то», قد تصبح)."""
    return any(
        not span.has_sign(m.last, span.core[0], ";؛") and not span.has_sign(m.last, span.core[0], "—–")
        for m in span.document.of("not_claimed", (span.sentence.first, span.core[0]), value)
    )


def _company_of(span: Span) -> bool:
    """Whether the place only tells where a company is from ("the bank of Uzbekistan sold")."""
    first = span.owner.mention.first
    if span.owner.possessive:
        return False
    near = span.document.of("company", (max(first - 3, span.sentence.first), first))
    return any(m.last >= first - 1 and not span.has_sign(m.last, first, SIGNS) for m in near)


def _within(span: Span) -> bool:
    told = [m for m in span.document.of("not_claimed", span.core) if m.value not in ("verb", "was")]
    return any(not _has_own_share(span, m) for m in told)


def _has_own_share(span: Span, trade: Mention) -> bool:
    """As in «70 процентов добычи и 90 процентов переработки урана»: what else is told has a share of its own."""
    return trade.first > span.cue.last and tells_part(span.document, (span.cue.last, trade.first))


def _verb_denied(span: Span) -> bool:
    """Whether the verb of having is negated: "has no", "hopes to hold", «не располагает»."""
    verbs = span.document.of("holds", (max(owner_start(span), span.sentence.first), span.core[0]))
    if not verbs:
        return False
    verb = verbs[-1]
    found = span.document.of("not_claimed", (max(verb.first - _NEAR + 1, span.sentence.first), verb.first))
    return any(
        m.value != "both"
        and (m.value == "before" or m.last == verb.first)
        and not span.has_sign(m.last, verb.first, SIGNS)
        for m in found
    )


def _rank_denied(span: Span) -> bool:
    """Whether a rank is only possible: "could take third place in the world by"."""
    rank = find_rank(span)
    if rank is None or rank.first >= span.core[0]:
        return False
    found = span.document.of("not_claimed", (max(rank.first - _NEAR - 2, span.sentence.first), rank.first), "before")
    return any(not span.has_sign(m.last, rank.first, SIGNS) for m in found)
