"""From an article to everything it mentions: the one entrance to this room."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import partial
from itertools import takewhile

from summitry.articles import Article
from summitry.lexicon.gazetteer import Gazetteer, Hit
from summitry.lexicon.senses import Entry
from summitry.lexicon.vocabulary import Vocabulary, load_gazetteer, load_vocabulary
from summitry.mentions.amounts import find_amounts
from summitry.mentions.dates import find_days
from summitry.mentions.document import Document, Mention
from summitry.mentions.namesakes import without_cities_that_say, without_namesakes
from summitry.mentions.people import find_people
from summitry.mentions.slips import find_slips
from summitry.text.folding import fold
from summitry.text.sentences import join_lines, split_sentences
from summitry.text.words import AllWords, Words, split_words

_MEMO_LIMIT = 100_000
_OBJECT = 3
_TELLING = frozenset(("person", "forum"))
_TELLING_WITH_PLACE = frozenset(
    ("title", "titles", "counterpart", "commodity", "of_commodity", "instrument", "join", "give", "buy")
)
_WITHIN_NAMES = frozenset(("meeting", "title", "titles"))
_INNER_KINDS = frozenset(("meeting", "title", "titles", "meet", "held", "host"))
# What these phrases say is the contrary of their words, or another thing.
_CLOSED_KINDS = frozenset(("absent", "cancelled", "proposed", "negation", "denial", "remote", "comparison", "idiom"))


def read_mentions(article: Article, vocabulary: Vocabulary | None = None, *, part: bool = False) -> Document:
    """The document of an article: words, sentences, and all names, titles, dates, amounts and cue phrases in it.

    An article that cannot give a row is not looked into; a `part` of one, such as a quote, always is.
    """
    known = vocabulary or load_vocabulary()
    gazetteer = load_gazetteer(known.folder, article.language)
    words = split_words(article.text)
    if not part and not may_matter(gazetteer.kinds_begun(words)):
        return Document(article, known, words, [], [])
    words = AllWords(words)
    sentences = split_sentences(words) if words.forms else []
    join_lines(words, sentences)
    document = Document(article, known, words, sentences, find_mentions(words, gazetteer))
    if not document.kinds and not part:
        return document
    document.add(_places_within_forums(document, gazetteer))
    without_namesakes(document)
    without_cities_that_say(document)
    document.days = find_days(document)
    document.amounts = find_amounts(document)
    _without_names_of_money(document)
    document.add([day.mention for day in document.days] + [amount.mention for amount in document.amounts])
    document.add(find_slips(document, gazetteer))
    if not part:  # a quote leaves open what the article around it tells
        _one_of_namesakes(document)
    _without_fathers(document)
    _without_joining_clubs(document)
    document.add(find_people(document))
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
    starts, ends, folded = words.starts, words.ends, words.folded
    name_end = 0
    for hit in gazetteer.find(words):
        first, last, sense = hit
        named = sense.named
        if last - first == 1:
            roles = sense.roles
            if roles is None:
                roles = sense.roles = _own_roles(_nearest_places(sense.entries, folded[first]))
            for kind, value, form in roles:
                if named or first >= name_end or kind in _WITHIN_NAMES:
                    mentions.append(_mention((kind, value, form, first, last, starts[first], ends[first], "")))
            continue
        if named:
            name_end = last
        # A name's own words are no cues ("Shanghai Cooperation Organisation"), but for what a name may say of itself.
        within_name = not named and last <= name_end
        for kind, value, form, begin, end in _roles_of_phrase(words, gazetteer, hit):
            if not within_name or kind in _WITHIN_NAMES:
                begin, end = first + begin, first + end
                mentions.append(_mention((kind, value, form, begin, end, starts[begin], ends[end - 1], "")))
    return mentions


# Some hundred mentions an article: without the call of a Python function for each.
_mention: partial[Mention] = partial(tuple.__new__, Mention)


Role = tuple[str, str, str]
"""Kind, value and form of a mention."""


def _roles_of_phrase(words: Words, gazetteer: Gazetteer, hit: Hit) -> tuple[tuple[str, str, str, int, int], ...]:
    """What a phrase of several words says, remembered by its words as they are written: its own roles, and those of the
    words inside it that rules look for ("at the summit" names a summit too).

    With each role its words, counted from the first of the phrase.
    """
    first, last, sense = hit
    key = (sense.layer, words.text[words.starts[first] : words.ends[last - 1]])
    known = gazetteer.readings.get(key)
    if known is None:
        if len(gazetteer.readings) >= _MEMO_LIMIT:
            gazetteer.readings.clear()
        own = _own_roles(sense.entries)
        kinds = {kind for kind, _, _ in own}
        inner = gazetteer.find_within(words, first, last, sense.layer) if not kinds & _CLOSED_KINDS else ()
        # Who «примет участие» receives nobody, though «примет» alone says so.
        hidden = kinds | {"host"} if "attend" in kinds else kinds
        known = (
            *((*role, 0, last - first) for role in own),
            *(
                (*role, begin - first, end - first)
                for begin, end, entries in inner
                for role in _own_roles(entries)
                if role[0] in _INNER_KINDS - hidden
            ),
        )
        gazetteer.readings[key] = known
    return known


def _own_roles(entries: tuple[Entry, ...]) -> tuple[Role, ...]:
    """One role for each kind and id, a name before an adjective."""
    forms: dict[tuple[str, str], str] = {}
    for entry in sorted(entries, key=_adjectives_last):
        forms.setdefault((entry.kind, entry.value), entry.form)
    return tuple((kind, value, form) for (kind, value), form in forms.items())


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
    document.leave_out([place for span in spans for place in document.of("place", span) if place.last <= span[1]])


def _one_of_namesakes(document: Document) -> None:
    """Of venues of one name, the one in a city that the sentence names, or the article; none where no city tells."""
    spans = Counter((venue.first, venue.last) for venue in document.of("venue"))
    shared = [venue for venue in document.of("venue") if spans[venue.first, venue.last] > 1]
    if not shared:
        return
    known: set[Mention] = set()
    for first, last in {(venue.first, venue.last) for venue in shared}:
        namesakes = {
            document.vocabulary.venues[v.value]["city_id"]: v for v in shared if (v.first, v.last) == (first, last)
        }
        for stretch in (document.sentence_of(next(iter(namesakes.values()))), None):
            told = {city.value for city in document.of("city", stretch)} & namesakes.keys()
            if told:
                known.update(namesakes[city] for city in told if len(told) == 1)
                break
    document.leave_out([venue for venue in shared if venue not in known])


def _without_fathers(document: Document) -> None:
    """A listed name behind "son of" is only a part of another's: الشيخ ناصر بن حمد بن عيسى آل خليفة."""
    people = document.of("person")
    document.leave_out([person for person in people if document.is_word(person.first - 1, "patronymic")])


def _without_joining_clubs(document: Document) -> None:
    """Who joins an accord or a union comes to no meeting: "to join the Abraham Accords", «присоединится к союзу»."""
    joined: set[Mention] = set()
    for verb in document.of("join"):
        near = (verb.last, verb.last + _OBJECT)
        clubs = document.of("club", near)
        if clubs and not document.has("gathering", (verb.last, clubs[0].first + 1)):
            joined.update(m for m in document.any_of(("attend", "meet"), (verb.first, verb.last)))
    document.leave_out(joined)


def _places_within_forums(document: Document, gazetteer: Gazetteer) -> list[Mention]:
    """The two sides of a forum that is named by them ("the United States and Central Asia"), as places.

    Of the meeting of a region ("the consultative meeting of Central Asia") the region; not what only describes a body's work
    ("the Asia-Pacific Economic Cooperation").
    """
    found = []
    places = document.vocabulary.places
    for forum in document.of("forum"):
        kind = document.vocabulary.forums[forum.value]["kind"]
        if forum.last - forum.first > 1 and kind in ("C+1", "multilateral"):
            for first, last, entries in gazetteer.find_within(document.words, forum.first, forum.last):
                span = document.words.starts[first], document.words.ends[last - 1]
                describes = forum.last - last > 1
                roles = (role for role in _own_roles(entries) if role[0] == "place")
                roles = (
                    role for role in roles if kind == "C+1" or (places[role[1]]["kind"] == "region" and not describes)
                )
                found += [Mention(*role, first, last, *span) for role in roles]
    return found
