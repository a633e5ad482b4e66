"""From an article to everything it mentions: the one entrance to this room."""

from __future__ import annotations

from summitry.articles import Article
from summitry.lexicon.gazetteer import Entry, Gazetteer, Hit
from summitry.lexicon.vocabulary import Vocabulary, load_gazetteer, load_vocabulary
from summitry.mentions.amounts import find_amounts
from summitry.mentions.dates import find_days
from summitry.mentions.document import Document, Mention
from summitry.mentions.people import find_people
from summitry.mentions.slips import find_slips
from summitry.text.sentences import split_sentences
from summitry.text.words import Words, split_words

_WITHIN_NAMES = frozenset(("meeting", "title", "titles"))
_INNER_KINDS = frozenset(("meeting", "title", "titles", "meet", "held", "host"))
# What these phrases say is the contrary of their words, or another thing.
_CLOSED_KINDS = frozenset(("absent", "cancelled", "proposed", "negation", "denial", "remote", "comparison"))


def read_mentions(article: Article, vocabulary: Vocabulary | None = None) -> Document:
    """The document of an article: words, sentences, and all names, titles, dates, amounts and cue phrases in it."""
    known = vocabulary or load_vocabulary()
    gazetteer = load_gazetteer(known.folder, article.language)
    words = split_words(article.text)
    mentions = find_mentions(words, gazetteer)
    sentences = split_sentences(words) if words.forms else []
    document = Document(article, known, words, sentences, mentions)
    if not mentions:
        return document
    merge(document, _places_within_forums(document, gazetteer))
    document.days = find_days(document)
    document.amounts = find_amounts(document)
    merge(document, [day.mention for day in document.days] + [amount.mention for amount in document.amounts])
    merge(document, find_slips(document, gazetteer))
    merge(document, find_people(document))
    return document


def find_mentions(words: Words, gazetteer: Gazetteer) -> list[Mention]:
    """The listed names and phrases of a text, one mention for each thing that a phrase may be, in order."""
    mentions: list[Mention] = []
    name_end = 0
    for hit in gazetteer.find(words):
        named = hit.entries[0].form != "phrase"
        if named and hit.last - hit.first > 1:
            name_end = hit.last
        if named or hit.last > name_end:
            own = mentions_of(words, hit)
            mentions += own
            kinds = {mention.kind for mention in own}
            if hit.last - hit.first > 1 and not kinds & _CLOSED_KINDS:
                mentions += _words_within(words, gazetteer, hit, kinds)
        else:
            # A name's own words are no cues ("Shanghai Cooperation Organisation"), but for what a name may say of itself.
            mentions += [mention for mention in mentions_of(words, hit) if mention.kind in _WITHIN_NAMES]
    return mentions


def _words_within(words: Words, gazetteer: Gazetteer, hit: Hit, kinds: set[str]) -> list[Mention]:
    """The words inside a longer phrase that rules look for ("at the summit" tells of a speech, and names a summit)."""
    inner = [m for found in gazetteer.find_within(words, hit.first, hit.last) for m in mentions_of(words, found)]
    return [mention for mention in inner if mention.kind in _INNER_KINDS - kinds]


def mentions_of(words: Words, hit: Hit) -> list[Mention]:
    """The mentions that a hit of the gazetteer stands for: one for each kind and id, a name before an adjective."""
    first, last, entries = hit
    start, end = words.starts[first], words.ends[last - 1]
    if len(entries) == 1:
        return [Mention(entries[0].kind, entries[0].value, entries[0].form, first, last, start, end)]
    forms: dict[tuple[str, str], str] = {}
    for entry in sorted(entries, key=_adjectives_last):
        forms.setdefault((entry.kind, entry.value), entry.form)
    return [Mention(kind, value, form, first, last, start, end) for (kind, value), form in forms.items()]


def _adjectives_last(entry: Entry) -> bool:
    return entry.form == "adjective"


def _places_within_forums(document: Document, gazetteer: Gazetteer) -> list[Mention]:
    """The two sides of a forum that is named by them ("the United States and Central Asia"), as places."""
    found = []
    for forum in document.of("forum"):
        if forum.last - forum.first > 1 and document.vocabulary.forums[forum.value]["kind"] == "C+1":
            inner = gazetteer.find_within(document.words, forum.first, forum.last)
            found += [m for hit in inner for m in mentions_of(document.words, hit) if m.kind == "place"]
    return found


def merge(document: Document, found: list[Mention]) -> None:
    """Add mentions to a document, in the order of the text."""
    if found:
        document.mentions = sorted([*document.mentions, *found], key=lambda mention: (mention.first, mention.last))
        document.forget_index()
