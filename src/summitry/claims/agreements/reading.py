"""Agreements: what was signed, announced, pledged or planned between whom, for how much and about what.

An agreement needs parties that can be identified: two of them, or one that accedes. The same deal told twice
(headline, then body) is one row. Cues: vocabulary/phrases/<language>/agreements.csv, sectors.csv and polarity.csv.
"""

from __future__ import annotations

from summitry.claims.agreements.accessions import find_accessions
from summitry.claims.agreements.admissions import find_admissions
from summitry.claims.agreements.agreed import find_agreed
from summitry.claims.agreements.described import find_described
from summitry.claims.agreements.details import currency_of
from summitry.claims.agreements.events import Event, Scene, is_plural, sentences_for
from summitry.claims.agreements.lists import find_listed
from summitry.claims.agreements.partnerships import find_partnerships
from summitry.claims.agreements.pledges import find_pledges
from summitry.claims.agreements.purchases import find_purchases, find_works
from summitry.claims.agreements.sequels import find_put_names_to
from summitry.claims.agreements.signings import find_signings
from summitry.claims.agreements.standing import find_standing
from summitry.claims.agreements.ventures import find_ventures
from summitry.claims.model import Cell, Claim, cell, row_claims
from summitry.mentions.document import Document, Mention
from summitry.text.signs import has_sign

_CUES = frozenset(
    (
        *("instrument", "papers", "signable", "statement_paper", "agree", "give", "offer", "intended"),
        *("buy", "sell", "works", "join", "admit", "club", "venture"),
    )
)
_FINDERS = (
    find_listed,
    find_signings,
    find_put_names_to,
    find_pledges,
    find_purchases,
    find_works,
    find_ventures,
    find_accessions,
    find_admissions,
    find_partnerships,
    find_agreed,
    find_standing,
    find_described,
)
_DEFINITE = ("planned", "announced", "pledged", "signed")
_JUST_TOLD = 2
_PAIR = 2
_ROUNDED = 0.01
_EXPLAINING = ":—–("
_SUMMED_REACH = 5
_DEALS = ("deal", "agreement")
_LOOSE = "agreements/agreed"
_LISTED = "agreements/listed"
_TRADED = "agreements/purchase"


def find_agreements(document: Document) -> list[Claim]:
    """The claims of the tables agreements, agreement_parties and agreement_sectors that an article supports."""
    if not document.kinds & _CUES or not document.kinds & {"place", "city", "person", "firm", "forum"}:
        return []
    rows: list[Event] = []
    events = _events(document)
    for event in events:
        if _is_told_by_items(document, event, events) or _is_their_total(event, events):
            continue
        same = next((row for row in rows if _is_one(document, row, event)), None)
        if same is None:
            rows.append(event)
        elif _sums_up(document, same, event):
            same.kind, same.kind_at, same.rule = event.kind, event.kind_at, event.rule
            same.amount, same.sectors = event.amount, event.sectors
        else:
            _unite(same, event)
    return [claim for number, row in enumerate(rows) for claim in _claims(document, number, row)]


def _events(document: Document) -> list[Event]:
    scene = Scene(document)
    finders = [(find, sentences_for(document, find)) for find in _FINDERS]
    for number, sentence in enumerate(document.sentences):
        for find, numbers in finders:
            if number in numbers:
                scene.events += find(scene, number, sentence)
    return scene.events


def _is_one(document: Document, row: Event, event: Event) -> bool:
    """Whether two tellings are of one deal."""
    told_again = _same_deal(row, event) and not (
        _one_of_many(document, row, event)
        or _listed_besides(document, row, event)
        or _promised_besides(document, row, event)
        or _still_to_come(row, event)
    )
    return told_again or _tells_its_terms(document, row, event) or _sums_up(document, row, event)


def _promised_besides(document: Document, row: Event, event: Event) -> bool:
    """As in "signed a memorandum on minerals and pledged $5 billion for power": about another matter, and behind no colon."""
    if (
        event.kind != "pledge"
        or row.kind == "pledge"
        or not (row.sectors and event.sectors)
        or _sum(row) == _sum(event)
    ):
        return False
    between = (row.kind_at.last, event.kind_at.first)
    signs = "".join(document.words.gaps[between[0] : between[1] + 1])
    explained = document.has("frame", between) or has_sign(signs, _EXPLAINING)
    return not explained and not row.sectors.keys() & event.sectors.keys()


def _still_to_come(row: Event, event: Event) -> bool:
    """As in "signed a treaty. They intend to conclude an agreement on gas": planned behind what is signed, and no "the"."""
    return event.status == "planned" and row.status == "signed" and event.number > row.number and not event.again


def _is_told_by_items(document: Document, event: Event, events: list[Event]) -> bool:
    """As in "finalized accords on energy, arms and chips. They signed a nuclear agreement and an arms pact": no third deal."""
    if event.kind not in _DEALS or event.amount is not None or not is_plural(document, event.kind_at):
        return False
    items = [
        other
        for other in events
        if 0 < other.number - event.number <= _JUST_TOLD
        and other.kind in (*_DEALS, "memorandum")
        and other.parties.keys() == event.parties.keys()
        and other.sectors.keys() & event.sectors.keys()
        and not is_plural(document, other.kind_at)
    ]
    return len(event.sectors) > 1 and len({item.kind_at for item in items}) > 1


def _is_their_total(event: Event, events: list[Event]) -> bool:
    """As in "X and Y ink $8.5bn accords. They signed memoranda worth $7bn and agreements valued at $1.54bn": no third deal."""
    if event.amount is None or event.kind not in _DEALS:
        return False
    parts = [
        other.amount.value
        for other in events
        if other.amount is not None
        and 0 < other.number - event.number <= _JUST_TOLD
        and other.parties.keys() == event.parties.keys()
        and other.amount.currency == event.amount.currency
    ]
    return len(parts) >= _PAIR and abs(sum(parts) - event.amount.value) <= event.amount.value * _ROUNDED


def _sums_up(document: Document, row: Event, event: Event) -> bool:
    """As in "clinched $12 billion in trade deals with X and Y. X agreed to buy 22 jets": the second is one of the first."""
    if row.kind not in _DEALS or event.kind not in _DEALS or not 0 < event.number - row.number <= _SUMMED_REACH:
        return False
    several = row.is_general and row.parties.keys() == event.parties.keys() and is_plural(document, row.kind_at)
    return several and event.amount is not None and not is_plural(document, event.kind_at)


def _tells_its_terms(document: Document, row: Event, event: Event) -> bool:
    """As in "A and B struck a deal of $135 billion. Under its terms B will invest 35 billion": no sum beside the first.

    So too where a deal was told without one: "announced a trade deal with B. It will invest 35 billion".
    """
    behind = 0 < event.number - row.number <= _JUST_TOLD
    if not behind or event.amount is None or row.parties.keys() != event.parties.keys():
        return False
    terms = document.has_any(("terms", "frame"), document.sentence_of(event.amount.mention))
    if row.amount is not None and row.kind in ("deal", "agreement"):
        return terms and row.amount.currency == event.amount.currency and event.amount.value <= row.amount.value
    general = row.is_general and len(row.parties) == _PAIR and not is_plural(document, row.kind_at)
    sentences = document.sentences
    general = general and sentences[row.number].paragraph == sentences[event.number].paragraph
    return event.kind == "pledge" and general and (terms or event.number - row.number == 1)


def _same_deal(row: Event, event: Event) -> bool:
    """Whether two tellings may be one deal: the same parties, a like kind, and nothing that sets them apart."""
    same_sum = _sum(row) is not None and _sum(row) == _sum(event)
    if row.kind == event.kind == "accession":
        return row.parties.keys() <= event.parties.keys() or event.parties.keys() <= row.parties.keys()
    if _money_of_instrument(row, event) or _paper_of_accession(row, event):
        return True
    if same_sum and (row.parties.keys() <= event.parties.keys() or event.parties.keys() <= row.parties.keys()):
        return row.number != event.number or row.rule != event.rule or row.kind == event.kind == "pledge"
    if _agreed_purchase(row, event) or _agreed_purchase(event, row):
        return True
    if row.parties.keys() != event.parties.keys() or (_sum(row) and _sum(event)):
        return False
    if event.again and 0 < event.number - row.number <= _JUST_TOLD and row.kind not in ("pledge", "accession"):
        return True
    if row.kind != event.kind and not (row.number != event.number and _LOOSE in (row.rule, event.rule)):
        return False
    if row.kind != event.kind and ("declaration" in (row.kind, event.kind) or _is_whole(row) or _is_whole(event)):
        return False
    if row.kind == "pledge" or _of_one_list(row, event):
        return False
    apart = row.sectors and event.sectors and not row.sectors.keys() & event.sectors.keys()
    return not apart or row.kind == "declaration"


def _agreed_purchase(bought: Event, agreed: Event) -> bool:
    """As in "the airlines of A and B agreed to buy Boeing jets": what they agree on is to buy from whoever sells."""
    if (bought.rule, bought.number) != (_TRADED, agreed.number) or agreed.rule == _TRADED:
        return False
    told = agreed.rule == _LOOSE or (agreed.kind == bought.kind and agreed.status == "announced")
    return told and agreed.parties.keys() <= bought.parties.keys()


def _one_of_many(document: Document, row: Event, event: Event) -> bool:
    """As in "will sign twenty agreements worth $29 billion, and a partnership document, too": the sum is not that one's."""
    many, one = (row, event) if is_plural(document, row.kind_at) else (event, row)
    apart = row.number != event.number and many.kind == one.kind != "pledge" and is_plural(document, many.kind_at)
    return apart and many.amount is not None and one.amount is None and not is_plural(document, one.kind_at)


def _listed_besides(document: Document, row: Event, event: Event) -> bool:
    """As in "signed a treaty of alliance. Other papers: an agreement on water; …": an item of a list is no treaty before it."""
    if event.rule != _LISTED or row.rule == _LISTED or row.number == event.number or not event.sectors:
        return False
    return not row.sectors.keys() & event.sectors.keys() and not is_plural(document, row.kind_at)


def _is_whole(event: Event) -> bool:
    """Whether what two have agreed on is told with its matter and its sum: no other paper is needed to know it."""
    return event.rule == _LOOSE and event.amount is not None and bool(event.sectors)


def _of_one_list(row: Event, event: Event) -> bool:
    """As in "an agreement on water, an agreement on drills and one on trade": each is a deal of its own."""
    if row.rule == event.rule == _LISTED:
        return True
    listed = row.rule == event.rule == "agreements/signing" and row.number == event.number
    return listed and row.kind_at != event.kind_at and row.status_at == event.status_at


def _money_of_instrument(row: Event, event: Event) -> bool:
    """As in "Will invest $5 billion under an agreement signed in May": one deal, whose kind is the instrument's.

    So too "will buy 20 jets under a letter of intent".
    """
    if (
        (event.kind != "pledge" and event.rule != _TRADED)
        or row.kind in ("pledge", "declaration", "accession")
        or row.number != event.number
    ):
        return False
    return row.parties.keys() == event.parties.keys() and _sum(row) in (None, _sum(event))


def _sum(event: Event) -> tuple[int, str] | None:
    return (event.amount.value, event.amount.currency) if event.amount else None


def _paper_of_accession(row: Event, event: Event) -> bool:
    """As in "A and B joined the zone: their presidents signed its agreement": the paper is that of their accession."""
    if {row.kind, event.kind} != {"agreement", "accession"} or row.parties.keys() != event.parties.keys():
        return False
    paper = row if row.kind == "agreement" else event
    return abs(row.number - event.number) <= 1 and paper.amount is None and not paper.sectors


def _unite(row: Event, event: Event) -> None:
    """Keep what the more definite telling says, and everything that either adds."""
    if event.kind == "accession" or (row.rule == _LOOSE and event.rule != _LOOSE):
        row.kind, row.kind_at, row.rule = event.kind, event.kind_at, event.rule
    promised = event.kind == "pledge" and row.kind != "pledge"
    if not promised and _DEFINITE.index(event.status) > _DEFINITE.index(row.status):
        row.status, row.status_at = event.status, event.status_at
    row.parties = {**event.parties, **row.parties}
    row.amount = row.amount or event.amount
    row.sectors = {**event.sectors, **row.sectors}


def _matters(document: Document, event: Event) -> dict[str, Mention]:
    """The sectors of a deal; a loan or a grant for something is about that thing, not about finance."""
    finance = event.sectors.get("finance")
    if finance is None or len(event.sectors) == 1:
        return event.sectors
    form_only = document.any_of(("money", "give", "instrument"), (finance.first - 1, finance.last))
    if not any(m.first <= finance.first < m.last for m in form_only):
        return event.sectors
    return {sector: mention for sector, mention in event.sectors.items() if sector != "finance"}


def _claims(document: Document, number: int, event: Event) -> list[Claim]:
    row = f"agreements/{number}"
    cells = [("kind", cell(event.kind_at, event.kind)), ("status", Cell(event.status, *event.status_at))]
    if event.amount is not None:
        mention = event.amount.mention
        cells.append(("value_amount", Cell(event.amount.value, mention.start, mention.end)))
        _, named = currency_of(document, event.amount)
        cells.append(("value_currency", Cell(event.amount.currency, named.start, named.end)))
    claims = row_claims("agreements", row, event.rule, cells)
    for n, (place, mention) in enumerate(sorted(event.parties.items())):
        party = [("agreement_id", Cell(row)), ("place_id", cell(mention, place))]
        claims += row_claims("agreement_parties", f"agreement_parties/{number}.{n}", event.rule, party)
    for n, (sector, mention) in enumerate(sorted(_matters(document, event).items())):
        about = [("agreement_id", Cell(row)), ("sector", cell(mention, sector))]
        claims += row_claims("agreement_sectors", f"agreement_sectors/{number}.{n}", event.rule, about)
    return claims
