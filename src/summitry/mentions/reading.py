"""From an article to everything it mentions: the one entrance to this room."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import takewhile

from summitry.articles import Article
from summitry.lexicon.gazetteer import Entry, Gazetteer, Hit
from summitry.lexicon.vocabulary import Vocabulary, load_gazetteer, load_vocabulary
from summitry.mentions.amounts import find_amounts
from summitry.mentions.dates import find_days
from summitry.mentions.document import Document, Mention, in_order
from summitry.mentions.people import find_people
from summitry.mentions.slips import find_slips
from summitry.text.folding import fold
from summitry.text.sentences import split_sentences
from summitry.text.words import Words, split_words

_MEMO_LIMIT = 100_000
_TELLING = frozenset(("person", "forum"))
_TELLING_WITH_PLACE = frozenset(
    ("title", "titles", "counterpart", "commodity", "of_commodity", "instrument", "join", "give", "buy")
)
_WITHIN_NAMES = frozenset(("meeting", "title", "titles"))
_INNER_KINDS = frozenset(("meeting", "title", "titles", "meet", "held", "host"))
# What these phrases say is the contrary of their words, or another thing.
_CLOSED_KINDS = frozenset(("absent", "cancelled", "proposed", "negation", "denial", "remote", "comparison"))


def read_mentions(article: Article, vocabulary: Vocabulary | None = None, *, part: bool = False) -> Document:
    """The document of an article: words, sentences, and all names, titles, dates, amounts and cue phrases in it.

    An article that cannot give a row is not looked into; a `part` of one, such as a quote, always is.
    """
    known = vocabulary or load_vocabulary()
    gazetteer = load_gazetteer(known.folder, article.language)
    words = split_words(article.text)
    if not part and not may_matter(gazetteer.kinds_begun(words)):
        return Document(article, known, words, [], [])
    mentions = find_mentions(words, gazetteer)
    sentences = split_sentences(words) if words.forms else []
    document = Document(article, known, words, sentences, mentions)
    if not mentions and not part:
        return document
    merge(document, _places_within_forums(document, gazetteer))
    document.days = find_days(document)
    document.amounts = find_amounts(document)
    _without_names_of_money(document)
    merge(document, [day.mention for day in document.days] + [amount.mention for amount in document.amounts])
    merge(document, find_slips(document, gazetteer))
    merge(document, find_people(document))
    return document


def may_matter(begun: Iterable[frozenset[str]]) -> bool:
    """Whether a text can give a row at all in which phrases of these kinds may begin, told word by word.

    Every row has a person, a forum or a place; a place alone tells nothing without a title, a commodity or an agreement.
    """
    place, told = False, False
    for kinds in begun:
        if not kinds.isdisjoint(_TELLING):
            return True
        place = place or "place" in kinds
        told = told or not kinds.isdisjoint(_TELLING_WITH_PLACE)
        if place and told:
            return True
    return False


def find_mentions(words: Words, gazetteer: Gazetteer) -> list[Mention]:
    """The listed names and phrases of a text, one mention for each thing that a phrase may be, in order."""
    mentions: list[Mention] = []
    starts, ends = words.starts, words.ends
    name_end = 0
    for hit in gazetteer.find(words):
        first, last, entries, _ = hit
        named = entries[0].form != "phrase"
        if named and last - first > 1:
            name_end = last
        within_name = not named and last <= name_end
        for kind, value, form, begin, end in _roles(words, gazetteer, hit):
            # A name's own words are no cues ("Shanghai Cooperation Organisation"), but for what a name may say of itself.
            if not within_name or kind in _WITHIN_NAMES:
                begin, end = first + begin, first + end
                mentions.append(Mention(kind, value, form, begin, end, starts[begin], ends[end - 1]))
    return mentions


Role = tuple[str, str, str, int, int]
"""Kind, value and form of a mention, and its words, counted from the first of the phrase it was found in."""


def _roles(words: Words, gazetteer: Gazetteer, hit: Hit) -> tuple[Role, ...]:
    """What a hit says, remembered by its words as they are written: one role for each kind and id, a name before an
    adjective, and the words inside a longer phrase that rules look for ("at the summit" names a summit too).
    """
    first, last, entries, layer = hit
    key = (layer, words.form(first) if last - first == 1 else words.text[words.starts[first] : words.ends[last - 1]])
    known = gazetteer.readings.get(key)
    if known is None:
        if len(gazetteer.readings) >= _MEMO_LIMIT:
            gazetteer.readings.clear()
        if last - first == 1:
            entries = _nearest_places(entries, fold(words.forms[first]))
        own = _own_roles(entries, 0, last - first)
        kinds = {role[0] for role in own}
        inner: list[Role] = []
        if last - first > 1 and not kinds & _CLOSED_KINDS:
            for found in gazetteer.find_within(words, first, last, layer):
                inner += _own_roles(found.entries, found.first - first, found.last - first)
        known = (*own, *(role for role in inner if role[0] in _INNER_KINDS - kinds))
        gazetteer.readings[key] = known
    return known


def _own_roles(entries: tuple[Entry, ...], begin: int, end: int) -> list[Role]:
    forms: dict[tuple[str, str], str] = {}
    for entry in sorted(entries, key=_adjectives_last):
        forms.setdefault((entry.kind, entry.value), entry.form)
    return [(kind, value, form, begin, end) for (kind, value), form in forms.items()]


def _nearest_places(entries: tuple[Entry, ...], word: str) -> tuple[Entry, ...]:
    """The entries without the places that another is nearer to: «Нигерии» has the stem of «Нигер», but is Nigeria."""
    nearness: dict[str, tuple[int, int]] = {}
    for entry in entries:
        if entry.kind == "place":
            listed = fold(entry.text)
            shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(listed, word, strict=False)))
            nearness[entry.value] = max(nearness.get(entry.value, (0, -len(listed))), (shared, -len(listed)))
    if len(nearness) < 2:
        return entries
    best = max(nearness.values())
    return tuple(entry for entry in entries if entry.kind != "place" or nearness[entry.value] == best)


def _adjectives_last(entry: Entry) -> bool:
    return entry.form == "adjective"


def _without_names_of_money(document: Document) -> None:
    """ "US dollars" names a currency: what lies inside a sum of money is no place."""
    spans = [(amount.mention.first, amount.mention.last) for amount in document.amounts]
    if spans:
        document.mentions = [
            m
            for m in document.mentions
            if m.kind != "place" or not any(first <= m.first and m.last <= last for first, last in spans)
        ]
        document.forget_index()


def _places_within_forums(document: Document, gazetteer: Gazetteer) -> list[Mention]:
    """The two sides of a forum that is named by them ("the United States and Central Asia"), as places."""
    found = []
    for forum in document.of("forum"):
        if forum.last - forum.first > 1 and document.vocabulary.forums[forum.value]["kind"] == "C+1":
            inner = gazetteer.find_within(document.words, forum.first, forum.last)
            for hit in inner:
                span = document.words.starts[hit.first], document.words.ends[hit.last - 1]
                roles = (role for role in _own_roles(hit.entries, hit.first, hit.last) if role[0] == "place")
                found += [Mention(*role, *span) for role in roles]
    return found


def merge(document: Document, found: list[Mention]) -> None:
    """Add mentions to a document, in the order of the text."""
    if found:
        document.mentions = sorted([*document.mentions, *found], key=in_order)
        document.forget_index()
