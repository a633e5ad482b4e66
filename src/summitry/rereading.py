"""Read a quote again: what the words of a piece of evidence, taken alone, may say for a column.

Validation asks of every evidence row whether its quote `supports` its value. What the words alone leave open (a surname that
two people bear, a weekday without a year) is all in the answer; the day of publication narrows it as it did when reading.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from functools import lru_cache

from summitry.articles import Article
from summitry.claims.agreements.sectors import sectors_of
from summitry.claims.meetings.several_days import days_before
from summitry.claims.polarity import Stance, stance
from summitry.lexicon.inflection import INFLECTIONS
from summitry.lexicon.vocabulary import load_vocabulary
from summitry.mentions.document import Document
from summitry.mentions.numerals import read_number_words
from summitry.mentions.particles import load_particles
from summitry.mentions.people import name_index
from summitry.mentions.reading import read_mentions
from summitry.mentions.slugs import leader_slug
from summitry.text.folding import fold
from summitry.text.words import split_words

_LEVELS = {"foreign_minister": "foreign_ministers", "president": "heads_of_state", "leader": "heads_of_state"}
_FIRST_YEAR = 1900
_LAST_DAY = 31
_TELLING = ("attend", "sent", "meet", "host", "titles", "held", "meeting", "at_meeting")


def supports(table: str, column: str, value: str, quote: str, *, language: str, published_on: dt.date | None) -> bool:
    """Whether a quote, read alone, may give a value (the canonical text of the cell) for a column."""
    if value in readings(table, column, quote, language, published_on):
        return True
    if column in ("leader_id", "about_leader_id"):
        # A person of no list: the id is made from the name, which the quote spells whole or in its last part.
        name = leader_slug(language, split_words(quote).forms)
        return value == name or value.endswith("-" + name)
    return column in ("held_on", "happened_on") and _may_be_day(_document(quote, language, published_on), value)


@lru_cache(maxsize=20_000)
def readings(table: str, column: str, quote: str, language: str, published_on: dt.date | None) -> frozenset[str]:
    """All values, as canonical cell texts, that the words of a quote may say for a column of a table."""
    if column in ("text", "magnitude") or column.startswith("name_"):
        return frozenset((quote, " ".join(quote.split())))
    document = read_mentions(Article("quote", quote, language, published_on), load_vocabulary(), part=True)
    reader = _READERS.get((table, column)) or _READERS.get(("", column)) or _cue_values
    return frozenset(reader(document))


def _document(quote: str, language: str, published_on: dt.date | None) -> Document:
    return read_mentions(Article("quote", quote, language, published_on), load_vocabulary(), part=True)


def _cue_values(document: Document) -> Iterable[str]:
    return (mention.value for mention in document.mentions)


def _places(document: Document) -> Iterable[str]:
    vocabulary = document.vocabulary
    yield from (mention.value for mention in document.of("place"))
    yield from (person.place_id for person in document.people.values() if person.place_id)
    bearers = set(_bearers(document))
    for (place, _), terms in vocabulary.holders.items() if bearers else ():
        if any(term.leader_id in bearers for term in terms):
            yield place
    yield from (vocabulary.place_of_city(mention.value) for mention in document.of("city"))
    if document.has("city", value="brussels"):
        yield "EUE"  # the seat of its institutions stands for the Union where the article names it
    yield from (
        vocabulary.place_of_city(vocabulary.venues[mention.value]["city_id"]) for mention in document.of("venue")
    )
    yield from (mention.value for mention in document.of("firm"))
    # A group stands for its members: "the five Central Asian states" are parties one by one.
    for mention in document.of("place"):
        yield from vocabulary.place_members.get(mention.value, ())
    for mention in document.of("forum"):
        yield from vocabulary.forum_members.get(mention.value, ())
        yield vocabulary.region_of_forum(mention.value)
    yield from (mention.value for mention in document.of("holder_group"))


def _people(document: Document) -> Iterable[str]:
    vocabulary = document.vocabulary
    yield from document.people
    yield from _bearers(document)
    # "Their Kazakh and Uzbek counterparts": a country stands for whoever holds an office of it on that day.
    day = document.today.isoformat() if document.today else ""
    for place in {mention.value for mention in document.of("place")}:
        for (held_in, _), terms in vocabulary.holders.items():
            if held_in == place:
                yield from (term.leader_id for term in terms if not day or term.holds(day))
    # "The president of the European Commission": an office that is one place's alone.
    told = {mention.value for mention in document.of("title")}
    for office in told:
        held = [terms for (_, known), terms in vocabulary.holders.items() if known == office]
        if len(held) == 1:
            yield from (term.leader_id for term in held[0] if not day or term.holds(day))


def _bearers(document: Document) -> Iterable[str]:
    """Everybody whom a word alone may name, also with what Arabic writes in front of it («ورحمان»)."""
    index, inflection = name_index(document), INFLECTIONS[document.article.language]
    for form in document.words.forms:
        for spelled in (form, *inflection.text_keys(fold(form))):
            yield from index.called(spelled)


def _forums(document: Document) -> Iterable[str]:
    yield from (mention.value for mention in document.of("forum"))
    # A forum told by its members ("the leaders of Central Asia and Japan"): every forum that the region takes part in.
    regions = {mention.value for mention in document.of("place")} & set(document.vocabulary.place_members)
    # A body that meets somebody does so in a forum of its own: "the Gulf leaders", where the article names with whom.
    bodies = [document.vocabulary.forum_members.get(mention.value, frozenset()) for mention in document.of("forum")]
    named = {mention.value for mention in document.of("place")} | {p.place_id for p in document.people.values()}
    counted = document.has("five")  # "the five" of a region that the article named before
    for forum_id, members in document.vocabulary.forum_members.items():
        if counted and document.vocabulary.forums[forum_id]["kind"] == "C+1":
            yield forum_id
        inside = any(document.vocabulary.place_members[region] <= members for region in regions)
        inside = inside or any(body and body <= members for body in bodies)
        if inside or len(named & members) > 1:
            yield forum_id


def _cities(document: Document) -> Iterable[str]:
    return (document.vocabulary.cities[mention.value]["name_en"] for mention in document.of("city"))


def _venues(document: Document) -> Iterable[str]:
    return (document.vocabulary.venues[mention.value]["name_en"] for mention in document.of("venue"))


def _days(document: Document) -> Iterable[str]:
    yield from (day.iso for day in document.days)
    whole = [day.iso for day in document.days if len(day.iso) == len("YYYY-MM-DD")]
    yield from (days_before(iso, length) for iso in whole for length in document.of("days_long"))
    if document.article.published_on and not document.days:
        # A date that is only that of the report: the quote is the page's heading, or the words that name the meeting.
        yield document.article.published_on.isoformat()


def _roles(document: Document) -> Iterable[str]:
    if any(document.has(kind) for kind in _TELLING):
        yield "participant"
    if document.has("host") or any(document.has(kind) for kind in ("city", "venue", "place")):
        yield "host"


def _may_be_day(document: Document, value: str) -> bool:
    """Whether a quote that leaves part of a date open ("February", "October 10", "2027", "Thursday") agrees with it in all
    that it says.
    """
    year, month, day = (*value.split("-"), "", "")[:3]
    numbers = [int(form) for form in map(fold, document.words.forms) if form.isdecimal()]
    years = [number for number in numbers if number >= _FIRST_YEAR]
    days = [number for number in numbers if number <= _LAST_DAY]
    months = [int(mention.value) for mention in document.any_of(("month", "month_short", "month_adjective"))]
    weekdays = [mention.value for mention in document.of("weekday")]
    if not (years or months or weekdays):
        return False
    agrees = not years or int(year) in years
    agrees = agrees and (not months or (bool(month) and int(month) in months))
    agrees = agrees and (not day or not days or int(day) in days)
    return agrees and (not weekdays or len(value) == len("YYYY-MM-DD"))


def _levels(document: Document) -> Iterable[str]:
    yield from (_LEVELS[title.value] for title in document.of("titles") if title.value in _LEVELS)
    yield from (level.value for level in document.of("forum_level"))


def _offices(document: Document) -> Iterable[str]:
    """Offices named, held by whom the words name, or meant by a title such as "head", which any of them may bear."""
    yield from _cue_values(document)
    yield from (person.office for person in document.people.values())
    if document.has("title"):
        yield "other"
    if document.has("title", value="leader"):
        yield from (office for _, office in document.vocabulary.holders)


def _ranks(document: Document) -> Iterable[str]:
    """Ranks named, and those counted from them: "second only to X" says that X is first."""
    ranks = [int(mention.value) for mention in document.of("rank")]
    yield from map(str, ranks)
    if document.has("rival"):
        yield from (str(rank - 1) for rank in ranks if rank > 1)
        yield from (str(rank + behind) for rank in ranks for behind in range(1, _RIVALS + 1))


def _kinds(document: Document) -> Iterable[str]:
    yield from (mention.value for mention in document.any_of(("instrument", "papers", "signable", "statement_paper")))
    yield from (kind for cue, (kind, _) in _VERBS.items() if document.has(cue))


def _statuses(document: Document) -> Iterable[str]:
    # A word for the act itself, for works begun ("are to build") or for what ties ("links them in a pact").
    yield from (mention.value for mention in document.any_of(("act", "works", "ties")))
    yield from (status for cue, (_, status) in _VERBS.items() if document.has(cue))
    if document.has("join") or document.has("admit"):
        yield from ("signed", "planned")
    if document.has("instrument"):
        yield from ("announced", "pledged")
    for mention in document.any_of(("act", "join", "instrument", "starts")):
        if stance(document, document.sentence_of(mention), mention) is Stance.PLANNED:
            yield "planned"


def _amounts(document: Document) -> Iterable[str]:
    yield from (str(amount.value) for amount in document.amounts)
    if not document.amounts:
        # A sum whose currency was named before it: "15 billion dollars with China and 4.6 billion with Russia".
        with_currency = _document(f"{document.words.text} USD", document.article.language, None)
        yield from (str(amount.value) for amount in with_currency.amounts)
    # Either end of a range: "500 and 700 million".
    scales = [int(mention.value) for mention in document.any_of(("scale", "scale_one"))]
    numbers = [int(form) for form in map(fold, document.words.forms) if form.isdecimal()]
    particles = load_particles(document.vocabulary.folder, document.article.language)
    spelled = (read_number_words(document.words, i, particles) for i in range(len(document.words.forms)))
    numbers += [int(number.value) for number in spelled if number is not None]
    yield from (str(number * scale) for number in numbers for scale in scales)


def _currencies(document: Document) -> Iterable[str]:
    yield from (amount.currency for amount in document.amounts if amount.currency)
    yield from (mention.value for mention in document.of("currency"))


def _sectors(document: Document) -> Iterable[str]:
    for sentence in document.sentences:
        yield from (sector for sector, _ in sectors_of(document, sentence, (sentence.first, sentence.last)))


_RIVALS = 4
"""As many as may be told to follow somebody: "followed by W, X, Y and Z"."""

# What a verb alone tells of an agreement: its kind and its status.
_VERBS = {
    **dict.fromkeys(("give", "offer", "intended"), ("pledge", "pledged")),
    **dict.fromkeys(("buy", "sell", "works", "founds", "venture"), ("deal", "announced")),
    "agree": ("agreement", "announced"),
    **dict.fromkeys(("join", "club", "admit"), ("accession", "announced")),
}

_READERS: dict[tuple[str, str], Callable[[Document], Iterable[str]]] = {
    ("", "leader_id"): _people,
    ("", "about_leader_id"): _people,
    ("", "place_id"): _places,
    ("", "about_place_id"): _places,
    ("", "host_place_id"): _places,
    ("", "forum_id"): _forums,
    ("", "city"): _cities,
    ("", "venue"): _venues,
    ("", "held_on"): _days,
    ("", "happened_on"): _days,
    ("", "role"): _roles,
    ("", "value_amount"): _amounts,
    ("", "value_currency"): _currencies,
    ("", "sector"): _sectors,
    ("resources", "world_rank"): _ranks,
    ("leaders", "office"): _offices,
    ("forum_milestones", "level"): _levels,
    ("agreements", "kind"): _kinds,
    ("agreements", "status"): _statuses,
}
