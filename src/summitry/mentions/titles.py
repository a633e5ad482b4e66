"""Titles with what belongs to them: the country or organisation, and whether they are plural, former or indefinite."""

from __future__ import annotations

from dataclasses import dataclass, field

from summitry.mentions.document import Document, Mention
from summitry.text.folding import fold

WHOSE_AR = ("ها", "ته", "ايه")
"""What an Arabic title ends in that is his or hers."""

_POSSESSIVE = "s"
_WITHIN_TITLE = (" ", "-", "\n")
_OWNER_REACH = 15
_MOST_QUALIFIERS = 3
_PARTING = frozenset(".,،;؛:()«»")


@dataclass
class TitleGroup:
    """A title and its country: words `first` to `last` (exclusive); `name_slot` is the word where a name would begin.

    `office` as in leaders.office, or `leader`, `chairman` (to be resolved), or `none` (no office that the tables know).
    `told_from` is the word from which on title and country are told, earlier than `first` where the country stands apart.
    `becoming` where somebody is said to hold or to take the office ("was elected president of Peru").
    `nested` where the title stands behind another that owns the name ("the spokesman of the Russian president, …").
    """

    title: Mention
    office: str
    place_id: str
    forum_id: str
    first: int
    last: int
    plural: bool = False
    former: bool = False
    of_office: bool = False
    becoming: bool = False
    nested: bool = False
    name_slot: int = -1
    told_from: int = -1
    person: Mention | None = field(default=None, compare=False)

    def start_in(self, document: Document) -> int:
        """The offset at which the group begins."""
        return document.words.starts[self.first]


def find_title_groups(document: Document) -> list[TitleGroup]:
    """The title groups of an article, in order."""
    singular = [_group(document, title, plural=False) for title in document.of("title")]
    plural = [_group(document, title, plural=True) for title in document.of("titles")]
    counterparts = [group for mention in document.of("counterpart") for group in _counterparts(document, mention)]
    groups = [group for group in (*singular, *plural, *counterparts) if group is not None]
    return sorted(groups, key=lambda group: group.first)


def _group(document: Document, title: Mention, *, plural: bool) -> TitleGroup | None:
    before, after = _place_before(document, title), _place_after(document, title)
    # "Kazakh President of …" has its country already; an Arabic title takes it from behind.
    owner = None if before or after else _place_of_owner(document, title, plural=plural)
    place = before or after or owner
    forum = None if place else _beside(document, "forum", title)
    if title.value == "leader" and not plural and place is None and not _title_is_capital(document, title):
        return None
    beside = before or after
    first = min(title.first, beside.first) if beside else title.first
    last = max(title.last, beside.last if beside else 0, forum.last if forum else 0)
    group = TitleGroup(
        title,
        _office(title.value, place, forum),
        place.value if place else _own_place(title),
        forum.value if forum else "",
        first,
        last,
        plural=plural,
        told_from=min(first, owner.first) if owner else first,
    )
    return _with_context(document, group)


def _with_context(document: Document, group: TitleGroup) -> TitleGroup:
    near = (max(group.first - 3, 0), group.last + 2)
    # A full stop, a comma or another person cut what stands around the title off from it.
    group.former = any(_joined(document, former, group) for former in document.of("former", near))
    group.of_office = any(group.first - office.last in (0, 1) for office in document.of("office_of", near))
    group.nested = any(t.last == group.first for t in document.of("title", (max(group.first - 5, 0), group.first)))
    group.becoming = _becomes(document, group)
    group.name_slot = _name_slot(document, group.last)
    return group


def _name_slot(document: Document, i: int) -> int:
    """The word behind a title where a name begins: behind "Mr", "former", السابق, المنتخب."""
    for _ in range(_MOST_QUALIFIERS):
        slot = (i, i + 1)
        if document.has("person", slot):
            break
        skipped = next((m for kind in ("former", "honorific") for m in document.of(kind, slot)), None)
        if skipped is None and not document.is_word(i, "title_qualifier"):
            break
        i = skipped.last if skipped is not None else i + 1
    return i


def _becomes(document: Document, group: TitleGroup) -> bool:
    """Whether the words before a title say that somebody takes or holds the office: "was elected president of Peru"."""
    i = group.first - 1
    if document.is_word(i, "indefinite"):
        return True
    while document.is_word(i, "title_qualifier") or document.is_word(i, "definite"):
        i -= 1
    return document.is_word(i, "becoming")


def _joined(document: Document, former: Mention, group: TitleGroup) -> bool:
    low, high = min(former.last, group.last), max(former.first, group.first)
    return _PARTING.isdisjoint("".join(document.words.gaps[low : high + 1]))


def _place_before(document: Document, title: Mention) -> Mention | None:
    """A country right before the title: "Kazakh President", "Kazakhstan's president", «казахстанский президент»."""
    if document.article.language == "ar":
        return None
    forms = document.words.forms
    i = title.first - 1
    while i >= 0 and document.is_word(i, "title_qualifier") and document.words.gaps[i + 1] in _WITHIN_TITLE:
        i -= 1
    gap = document.words.gaps[i + 1]
    while i >= 0 and fold(forms[i]) == _POSSESSIVE:
        i -= 1
    for place in document.of("place", (max(i - 3, 0), i + 1)):
        if place.last == i + 1 and (place.form == "adjective" or document.article.language == "en"):
            return place if gap.strip("'’ \n-") == "" and not _within_name(document, place) else None
    return None


def _within_name(document: Document, place: Mention) -> bool:
    """Whether a country only ends the name of a body: "the Bank of Kenya's president"."""
    i = place.first - 1
    forms = document.words.forms
    if document.article.language != "en" or i < 1 or forms[i] != "of" or document.has("forum", (i - 1, i)):
        return False
    titled = document.any_of(("title", "titles", "place", "city"), (max(i - 3, 0), i))
    return forms[i - 1][0].isupper() and not any(m.last == i for m in titled)


def _place_after(document: Document, title: Mention) -> Mention | None:
    """A country right behind the title: "president of Kazakhstan", «президент Казахстана», رئيس كازاخستان, الرئيس الكازاخي."""
    i = title.last
    link = next((m for m in document.of("linking", (i, i + 1)) if m.first == i), None)
    if link is not None:
        i = link.last
    elif document.article.language == "en":
        return None
    if document.is_word(i, "definite"):
        i += 1
    place = next((m for m in document.of("place", (i, i + 1)) if m.first == i), None)
    if place is None or document.words.gaps[title.last].strip() not in ("", '"'):
        return None
    if document.article.language in ("ru", "en") and place.form == "adjective":
        return None  # "the leader of the Kenyan delegation"
    return place


def _place_of_owner(document: Document, title: Mention, *, plural: bool) -> Mention | None:
    """ "Zambia, whose president …", "his prime minister", رئيسها, رئيس البلاد: the country named last before it."""
    if plural:
        return None
    ends = fold(document.words.forms[title.last - 1])
    owned = any(m.last == title.first for m in document.of("owner", (max(title.first - 1, 0), title.first)))
    if document.article.language == "ar":
        owned = ends.endswith(WHOSE_AR) or document.has("owner", (title.last, title.last + 1))
    if not owned:
        return None
    number = document.sentence_index(title)
    sentence = document.sentences[number]
    before = document.of("place", (max(sentence.first, title.first - _OWNER_REACH), title.first))
    if before or title.first - 1 != sentence.first or not number:
        return before[-1] if before else None
    # "Sweden came too. Its prime minister, …"
    told = {place.value: place for place in document.of("place", document.sentences[number - 1])}
    country = len(told) == 1 and document.vocabulary.places[next(iter(told))]["kind"] == "country"
    return next(iter(told.values())) if country else None


def _beside(document: Document, kind: str, title: Mention) -> Mention | None:
    behind = [m for m in document.of(kind, (title.last, title.last + 4)) if m.first - title.last <= 2]
    before = [
        m for m in document.of(kind, (max(title.first - 4, 0), title.first)) if m.last in (title.first, title.first - 1)
    ]
    return next(iter(behind), None) or next(iter(before), None)


def _counterparts(document: Document, mention: Mention) -> list[TitleGroup]:
    """ "His Kazakh counterpart", "نظراؤه الكازاخي والقرغيزي": the office is that of the person named before."""
    near = document.of("place", (max(mention.first - 2, 0), mention.last + 1))
    place = next((m for m in near if m.last == mention.first or m.first == mention.last), None)
    place = place or _place_after(document, mention)
    if place is None:
        return []
    places = [place]
    for other in document.of("place", (place.last, place.last + 12)) if place.form == "adjective" else ():
        if (
            other.form == "adjective"
            and other.first == places[-1].last
            and document.words.gaps[other.first].strip() in ("", "،")
        ):
            places.append(other)
    earlier = [title for title in document.of("title") if title.first < mention.first]
    office = earlier[-1].value if earlier else "president"
    first = min(place.first, mention.first)
    groups = [TitleGroup(mention, office, place.value, "", first, max(place.last, mention.last))]
    groups += [TitleGroup(mention, office, other.value, "", other.first, other.last) for other in places[1:]]
    return [_with_context(document, group) for group in groups]


def _office(value: str, place: Mention | None, forum: Mention | None) -> str:
    if value == "chairman":
        return "president" if place is not None and place.value == "CHN" else "none"
    if value == "president" and forum is not None and place is None:
        return "other"
    return value


def _own_place(title: Mention) -> str:
    return "EUE" if title.value in ("european_commission_president", "european_council_president") else ""


def _title_is_capital(document: Document, title: Mention) -> bool:
    return document.words.forms[title.first][0].isupper() and document.article.language == "en"
