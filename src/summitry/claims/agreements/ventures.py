"""Joint ventures: what firms of two countries found, hold or share, where no paper for it is named."""

from __future__ import annotations

from collections.abc import Iterator

from summitry.claims.agreements.chains import Chain
from summitry.claims.agreements.events import REFUSED, Event, Parties, Scene, needs
from summitry.claims.polarity import stance
from summitry.mentions.document import Mention
from summitry.text.sentences import Sentence

_VERB_REACH = 14
_MOST_PARTIES = 3


@needs("venture")
def find_ventures(scene: Scene, number: int, sentence: Sentence) -> Iterator[Event]:
    """The ventures that sentence `number` says one country's firm has or founds with another's."""
    document = scene.document
    for venture in document.of("venture", sentence)[:1]:
        if _is_in_a_paper(scene, sentence, venture):
            return
        verb = _founding(scene, sentence, venture)
        if verb is None:
            return
        meant = stance(document, sentence, verb)
        if meant in REFUSED:
            document.reject("agreements/venture", venture, meant.value)
            return
        parties = _owners(scene, number, venture) or _shareholders(scene, number, venture, verb)
        if 1 < len(parties) <= _MOST_PARTIES and document.has_any(("firm", "partner"), sentence):
            event = Event("agreements/venture", number, "deal", venture, "announced", (verb.start, verb.end), parties)
            scene.detail(event, sentence, venture, verb)
            event.sectors.pop("investment", None)  # that is what every venture is
            yield event


def _is_in_a_paper(scene: Scene, sentence: Sentence, venture: Mention) -> bool:
    """Whether a paper about it is told of, which is then the deal ("signed an agreement on a joint venture")."""
    papers = scene.document.of("instrument", sentence)
    return any(paper.last <= venture.first or paper.first >= venture.last for paper in papers)


def _founding(scene: Scene, sentence: Sentence, venture: Mention) -> Mention | None:
    """The verb by which somebody founds, gets or holds the venture: the last before it, else the first behind."""
    verbs = scene.document.of("founds", (max(venture.first - _VERB_REACH, sentence.first), venture.first))
    behind = scene.document.of("founds", (venture.last, min(venture.last + _VERB_REACH, sentence.last)))
    return next(iter((*reversed(verbs), *behind)), None)


def _owners(scene: Scene, number: int, venture: Mention) -> Parties:
    """Who has a share: the subject and the one it is with; or those whom a "between" or an "and" brings together."""
    chains = [c for c in scene.finder.chains(number) if c.link in ("", "with", "between", "by", "from")]
    bare = [c for c in chains if not c.link]
    partners = [c for c in chains if c.link == "with"]
    if partners:
        subject = _nearest(bare, partners[0].first)
        return {**(subject.places if subject else {}), **partners[0].places}
    several = next((c for c in chains if len(c.places) > 1), None)
    if several is not None:
        return dict(several.places)
    before = [c for c in bare if c.last <= venture.first]
    behind = [c for c in chains if c.first >= venture.last]
    return {**before[0].places, **behind[0].places} if before and behind else {}


def _shareholders(scene: Scene, number: int, venture: Mention, verb: Mention) -> Parties:
    """Who gets a stake in what lies in another country: "a US company will acquire a controlling stake in a deposit in X"."""
    if venture.value != "stake" or verb.value == "holds":
        return {}  # who has held one for long has agreed nothing
    bare = [c for c in scene.finder.chains(number) if not c.link]
    before = [c for c in bare if c.last <= venture.first]
    sites = [a for a in scene.finder.asides(number) if a.first >= venture.last and a.link == "in" and a.kind == "place"]
    return {**before[0].places, **dict(sites[0].places)} if before and len(sites) == 1 else {}


def _nearest(bare: list[Chain], first: int) -> Chain | None:
    """The subject: the first actor of the sentence before the partner, else the one behind."""
    before = [c for c in bare if c.last <= first]
    return before[0] if before else next(iter(bare), None)
