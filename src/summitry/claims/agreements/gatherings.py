"""Who has met: the members of a forum that an article tells of, all of them or those who were there."""

from __future__ import annotations

from summitry.mentions.document import Document, Mention

Places = tuple[tuple[str, Mention], ...]

SMALL = 12
"""The most members that a forum may have to stand for every one of them."""


class Gatherings:
    """Resolves the forums of one document into their members."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.vocabulary = document.vocabulary
        self._named = self._first_namings()

    def members_of(self, place_id: str) -> tuple[str, ...]:
        """A country itself, the EU itself, a region's countries; nothing for a region whose countries nobody lists."""
        if self.vocabulary.places[place_id]["kind"] != "region":
            return (place_id,)
        return tuple(sorted(self.vocabulary.place_members.get(place_id, ())))

    def signatories(self, forum: Mention) -> Places:
        """An organisation stands for its members only where the article names every one of them."""
        members = self._members(forum)
        if self.vocabulary.forums[forum.value]["kind"] != "organisation" or not members <= self._named.keys():
            return ()
        return tuple((place, self._named[place]) for place in sorted(members)) if len(members) <= SMALL else ()

    def participants(self, at: int) -> Places:
        """The members of the article's forum of a region and a partner ("C5+1"); of no other are all sure to sign.

        Nobody is meant by "the participants" at word `at` where only other forums have been told of.
        """
        if self._met_elsewhere(at):
            return ()
        # A forum that is only named later ("a summit with Japan will not go ahead") is not whose participants are meant.
        for forum in self.document.of("forum", (0, at)) or self.document.of("forum"):
            if self._has_partner(forum):
                members = self.vocabulary.forum_members[forum.value]
                if len(members) <= SMALL:
                    return tuple((place, self._named.get(place, forum)) for place in sorted(members))
        return ()

    def assembled(self) -> dict[str, Mention]:
        """The members of the article's first forum whose people it names, where they are most of its members."""
        forum = next(iter(self.document.of("forum")), None)
        return self._seated(forum, 1, 2) if forum is not None else {}

    def gathered(self, at: int) -> Places:
        """Who has met, for a declaration that "the leaders" adopt at word `at`: the members of the forum told of last.

        All of them where it is one of a region and a partner or the article names every one, else those whose people it names,
        where these are three in four.
        """
        told = self.document.of("forum", (0, at)) or self.document.of("forum")[:1]
        if not told:
            return ()
        forum = told[-1]
        members = self._members(forum)
        if self._has_partner(forum) and len(members) <= SMALL:
            return tuple((place, self._named.get(place, forum)) for place in sorted(members))
        for region in self.document.of("place", (forum.first, forum.last)):
            if self.members_of(region.value) and set(self.members_of(region.value)) <= members:
                return tuple(
                    sorted(
                        {**dict.fromkeys(self.members_of(region.value), region), **self._seated(forum, 0, 1)}.items()
                    )
                )
        return self.signatories(forum) or tuple(sorted(self._seated(forum, 3, 4).items()))

    def _seated(self, forum: Mention, share: int, of: int) -> dict[str, Mention]:
        """The members of a forum whose people the article names, where they are more than such a share of all."""
        members = self._members(forum)
        found: dict[str, Mention] = {}
        for mention in self.document.of("person"):
            person = self.document.people.get(mention.value)
            if person is not None and person.place_id in members:
                found.setdefault(person.place_id, mention)
        return found if of * len(found) > share * len(members) else {}

    def _met_elsewhere(self, at: int) -> bool:
        """Whether a passage up to word `at` is about another forum than that of the region and its partner."""
        told = self.document.of("forum", (0, at))
        return bool(told) and not any(self._has_partner(forum) for forum in told)

    def _has_partner(self, forum: Mention) -> bool:
        """Whether a forum is one of a region and a partner, as C5+1 is."""
        return self.vocabulary.forums[forum.value]["kind"] == "C+1"

    def _members(self, forum: Mention) -> frozenset[str]:
        """The members of a forum on the day of the article."""
        return self.vocabulary.members_on(forum.value, self.document.article.published_on)

    def _first_namings(self) -> dict[str, Mention]:
        named: dict[str, Mention] = {}
        for place in self.document.of("place"):
            named.setdefault(place.value, place)
        return named
