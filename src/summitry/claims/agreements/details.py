"""What an instrument is worth: its sum, from the words that belong to it."""

from __future__ import annotations

from summitry.mentions.document import Amount, Document, Mention
from summitry.text.sentences import Sentence
from summitry.text.signs import has_sign

_NOT_A_VALUE = frozenset(("price", "equivalent"))
_CONTEXT = 6
_ATTRIBUTE = 2
_ATTRIBUTES = 6
_PARTING = ("link", "act", "break", "part", "give", "plan", "works", "person")
_JOINING = ("and", "with")
_GIVEN_REACH = 3
_MEASURED_REACH = 2
_OPENING = 6
_YEARS_REACH = 6
_OTHER_DEALS = ("instrument", "give", "buy", "sell", "amount")


def sum_of(document: Document, zone: tuple[int, int], head: Mention) -> Amount | None:
    """The sum of the instrument (or verb) `head` among the words of `zone`: the total if one is named, else the first.

    A sum right before the head is its own ("a $2 billion deal"). Parts, prices, conversions, trade are left out.
    """
    told = [amount for amount in document.amounts if zone[0] <= amount.mention.first < zone[1]]
    borrowed = [amount._replace(currency=currency_of(document, amount)[0]) for amount in told]
    for amounts in (told, borrowed):
        fit = [a for a in amounts if _is_value(document, a) and not _of_the_main_clause(document, a, head)]
        if fit:
            best = _best(document, fit, head)
            return _over_longest(document, best) if best is not None else None
    return None


def _over_longest(document: Document, amount: Amount) -> Amount:
    """As in "$35 billion over three years and more than 100 billion in ten": the sum over the longer time is the whole."""
    sentence = document.sentence_of(amount.mention)
    wider = [
        a
        for a in document.amounts
        if amount.mention.first < a.mention.first < sentence.last and a.value > amount.value
        if currency_of(document, a)[0] == amount.currency
        and not document.has_any(_OTHER_DEALS[:-1], (amount.mention.last, a.mention.first))
    ]
    timed = wider and all(_has_years(document, a) for a in (amount, wider[0]))
    return wider[0]._replace(currency=amount.currency) if timed else amount


def _has_years(document: Document, amount: Amount) -> bool:
    """Whether a number of years stands close to a sum, behind it or before."""
    first, last = amount.mention.first, amount.mention.last
    around = (*range(first - 3, first), *range(last, last + _YEARS_REACH))
    return any(document.is_word(i, "length_in_years") for i in around)


def attribute_of(document: Document, zone: tuple[int, int]) -> Amount | None:
    """The sum that stands before the word behind `zone` as its attribute: "a nearly $2 billion US-Qatari arms deal"."""
    if document.article.language == "ar":
        return None  # what describes a noun stands behind it
    for amount in reversed([a for a in document.amounts if zone[0] <= a.mention.first < zone[1]]):
        between = (amount.mention.last, zone[1])
        if between[1] - between[0] > _ATTRIBUTES or document.has_word("conjunction", between):
            return None
        signs = "".join(document.words.gaps[between[0] : between[1] + 1])
        parted = document.has_any(_PARTING, between) or has_sign(signs, ",،;؛:()")
        return amount if amount.currency and not parted and _is_value(document, amount) else None
    return None


def phrase_opens(document: Document, instrument: Mention) -> int:
    """The word that opens an instrument's phrase: its sum, if that stands before it and no preposition brings it under another.

    So in "a memorandum on health and a $2 billion contract", but not in "an agreement on a $2 billion contract".
    """
    low = max(instrument.first - _ATTRIBUTES - _ATTRIBUTE, document.sentence_of(instrument).first)
    attribute = attribute_of(document, (low, instrument.first))
    if attribute is None:
        return _behind_joint(document, instrument)
    opens = attribute.mention.first
    links = document.of("link", (opens - _ATTRIBUTE, opens))
    governed = any(link.value not in _JOINING for link in links)
    return instrument.first if governed else opens


def _behind_joint(document: Document, instrument: Mention) -> int:
    """As in "a memorandum on health, a railway agreement", "… and a new gas deal": the words behind what joins it on."""
    for i in range(instrument.first, max(instrument.first - _ATTRIBUTE - 1, 0), -1):
        if "," in document.words.gaps[i] or document.is_word(i - 1, "conjunction"):
            return i
    return instrument.first


def _best(document: Document, fit: list[Amount], head: Mention) -> Amount | None:
    """The total if one is named, a sum right before the head, the first behind it, the last before it."""
    whole = [amount for amount in fit if _is_total(document, amount)]
    attributive = [a for a in fit if 0 <= head.first - a.mention.last <= _ATTRIBUTE and not _parts(document, a, head)]
    behind = [amount for amount in fit if amount.mention.first >= head.first and not _is_part(document, amount, head)]
    before = [amount for amount in fit if amount.mention.last <= head.first]
    return next(iter((*whole, *attributive, *behind, *reversed(before))), None)


def _parts(document: Document, amount: Amount, head: Mention) -> bool:
    """Whether a comma or an "including" stands between a sum and what follows: "worth $6 billion, including deals"."""
    between = (amount.mention.last, head.first)
    commas = has_sign("".join(document.words.gaps[between[0] : between[1] + 1]), ",،")
    return commas or document.has("part", between)


def currency_of(document: Document, amount: Amount) -> tuple[str, Mention]:
    """A sum's currency and the words that name it: its own, else that of the sum before it in the sentence.

    As in "15 billion dollars with China and 4.6 billion with Russia".
    """
    if amount.mention.value.endswith(amount.currency) and amount.mention.value != str(amount.value):
        return amount.currency, amount.mention
    sentence = document.sentence_of(amount.mention)
    before = [a for a in document.amounts if sentence.first <= a.mention.first < amount.mention.first and a.currency]
    return (before[-1].currency, before[-1].mention) if before else ("", amount.mention)


def cost_told_next(document: Document, number: int) -> Amount | None:
    """The sum that the sentence behind number `number` opens with as the cost ("Its cost: $1.1 billion").

    The sentence behind that may do so, too, where it names the deal ("The value of the deal is …") and nothing comes between.
    """
    following = document.sentences[number + 1 : number + 3]
    told = _cost_in(document, following[0]) if following else None
    if told is not None or len(following) < 2 or document.has_any(_OTHER_DEALS, following[0]):
        return told
    if document.has("act", following[0], "signed"):
        return None
    opening = (following[1].first, min(following[1].first + _OPENING, following[1].last))
    sure = _is_of_a_deal(document, opening) or _opens_with_cost(document, following[1])
    return _cost_in(document, following[1]) if sure else None


def _opens_with_cost(document: Document, sentence: Sentence) -> bool:
    """As in "Cost: about $1.1 billion", "The price tag is …"; "its cost" may be that of what was named last."""
    for cue in document.of("cost", (sentence.first, sentence.first + 1)):
        told = (
            document.is_word(cue.last, "passive")
            or document.has("cost", (cue.last, cue.last + 1))
            or document.words.gaps[cue.last].strip().startswith((":", "—", "–"))
        )
        if told and cue.value != "project" and not document.is_word(sentence.first, "whose_own"):
            return True
    return False


def _is_of_a_deal(document: Document, opening: tuple[int, int]) -> bool:
    """As in "the value of the deal", «стоимость контракта»: what costs so much is a deal."""
    costs = document.of("cost", opening)
    return any(cue.value == "deal" or document.has("instrument", (cue.last, cue.last + 3)) for cue in costs)


def _cost_in(document: Document, sentence: Sentence) -> Amount | None:
    """The sum that a sentence opens with as the cost."""
    opening = (sentence.first, min(sentence.first + _OPENING, sentence.last))
    if not document.has("cost", opening) or document.has("negation", sentence):
        return None
    if document.has("act", sentence) or document.has("give", opening):
        return None
    amounts = [a for a in document.amounts if sentence.first <= a.mention.first < sentence.last]
    return next((a for a in amounts if _is_value(document, a)), None)


def _is_value(document: Document, amount: Amount) -> bool:
    mention = amount.mention
    if mention.form in _NOT_A_VALUE or not amount.currency:
        return False
    if document.has("past", (mention.last, mention.last + _GIVEN_REACH)):
        return False  # "aid that has reached $175 billion since the war began"
    if document.has_word("measured", (mention.last, mention.last + _MEASURED_REACH)):
        return False  # "its $123 billion trade surplus"
    low = max(mention.first - _CONTEXT, document.sentence_of(mention).first)
    reach = (_clause_start(document, mention.first, low), mention.first)
    other = [cue for cue in document.of("not_sum", reach) if not _of_instrument(document, cue, mention)]
    return not other


def _of_instrument(document: Document, cue: Mention, amount: Mention) -> bool:
    """As in "A trade deal worth …": the word describes the instrument whose sum follows; or it is what is given."""
    given = document.of("give", (max(cue.first - _GIVEN_REACH, 0), cue.first))
    if any(cue.first - give.last < _GIVEN_REACH for give in given):
        return True
    return document.has("instrument", (cue.first - 1, amount.first)) and not document.has(
        "break", (cue.last, amount.first)
    )


def _of_the_main_clause(document: Document, amount: Amount, head: Mention) -> bool:
    """As in "Trade with X, which signed a treaty, was $27 billion": the sum belongs to what the sentence began with."""
    between = (head.last, amount.mention.first)
    if between[0] >= between[1] or document.has("cost", between):
        return False
    sentence = document.sentence_of(head)
    parted = has_sign("".join(document.words.gaps[between[0] : between[1] + 1]), ",،")
    return parted and document.has("not_sum", (sentence.first, head.first - 1))


def _clause_start(document: Document, first: int, low: int) -> int:
    while first > low and not has_sign(document.words.gaps[first], ",،;؛:("):
        first -= 1
    return first


def _is_total(document: Document, amount: Amount) -> bool:
    return document.has("total", (max(amount.mention.first - 4, 0), amount.mention.first))


def _is_part(document: Document, amount: Amount, head: Mention) -> bool:
    return document.has("part", (head.last, amount.mention.first))
