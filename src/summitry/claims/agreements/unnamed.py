"""Papers of which nobody says who signed them: it is those who have met."""

from __future__ import annotations

from summitry.claims.agreements.clauses import Clause
from summitry.claims.agreements.events import Parties, Scene
from summitry.claims.agreements.parties import deals_before, he_and_another, is_of_intent, parties_of
from summitry.claims.agreements.talks import met_as_many, names_a_circle, pair_in_talks
from summitry.claims.agreements.voice import is_impersonal, is_unilateral
from summitry.mentions.document import Mention

_SUBJECT_REACH = 5


def by_the_talks(scene: Scene, number: int, told: list[tuple[Mention, Clause]], instrument: Mention) -> Parties:
    """Those who have met, where papers are signed and no more than one of them is named beside the verb.

    A declaration must be a joint one: many are those of a summit, whose participants nobody lists.
    """
    joint = scene.document.has_word("joint", (instrument.first, instrument.last))
    summit = scene.document.has("meeting", scene.document.sentences[number], "summit")
    if instrument.value == "declaration" and (summit or not joint):
        return {}
    for verb, clause in told:
        since = scene.document.has("past", (max(clause.left - 1, 0), verb.first))
        if (
            since
            or verb.kind not in ("act", "agree")
            or is_unilateral(scene.document, clause)
            or not _leaves_out_who(scene, verb, clause, instrument)
        ):
            continue
        known = parties_of(scene, number, verb, clause, instrument)
        if he_and_another(scene.document, clause) and not scene.chains(number, clause):
            continue  # whose name says nothing is none of those who have met
        pair = pair_in_talks(scene, number, known)
        before = [deal for deal in deals_before(scene, number) if len(deal) == 2] if known else []
        # Behind deals of one pair, "with X a treaty was signed" is nobody's whom only the talks suggest.
        if pair and (not before or any(pair.keys() == parties.keys() for parties in before)):
            return pair
    return {}


def by_the_summit(scene: Scene, number: int, told: list[tuple[Mention, Clause]], instrument: Mention) -> Parties:
    """Those who have met at a summit of many, where "the leaders" or nobody at all is said to adopt its declaration."""
    if instrument.value != "declaration" or is_of_intent(scene, instrument):
        return {}
    document = scene.document
    sentence = document.sentences[number]
    if document.has("negation", sentence):
        return {}
    for verb, clause in told:
        since = document.has("past", (max(clause.left - 1, 0), verb.first))
        if since or verb.kind not in ("act", "agree") or is_unilateral(document, clause):
            continue
        named = any(chain.actors[0].kind not in ("group", "forum") for chain in scene.chains(number, clause))
        circle = names_a_circle(document, sentence) or met_as_many(document, number)
        if circle and not named and _leaves_out_who(scene, verb, clause, instrument):
            return dict(scene.finder.groups.gathered(verb.first))
    return {}


def _leaves_out_who(scene: Scene, verb: Mention, clause: Clause, instrument: Mention) -> bool:
    """Whether nobody is said to sign ("was signed", "signed on Sunday"), or only a title or an organ ("ministers signed").

    So too where the other side has no name: "signed with its neighbour".
    """
    document = scene.document
    other_side = document.has_word("other_side", (clause.left, clause.right))
    if other_side or is_impersonal(document, verb) or not _has_subject(scene, verb, clause, instrument):
        return True
    arabic = document.article.language == "ar"
    subject = (verb.last, min(verb.last + _SUBJECT_REACH, clause.right)) if arabic else (clause.left, verb.first)
    if verb.value == "announced":
        return document.has("states", subject)
    if document.article.language == "en" and document.has_word("party_pronoun", subject):
        return True
    return document.has_any(("states", "partner", "titles", "title", "person"), subject)


def _has_subject(scene: Scene, verb: Mention, clause: Clause, instrument: Mention) -> bool:
    """Whether words that may be a subject stand where it stands.

    An Arabic verb right before what is signed is the passive, which is written as the active; an object before a verb of
    English or Russian leaves room for a subject only between the two.
    """
    document = scene.document
    if document.article.language == "ar":
        between = instrument.first - verb.last
        return not (
            0 <= between <= 1 or (0 < between <= _SUBJECT_REACH and document.has("link", (verb.last, verb.last + 1)))
        )
    if instrument.last <= verb.first:
        return any(
            c.first >= instrument.last and not c.link
            for c in scene.chains(scene.document.sentence_index(verb), clause)
            if c.last <= verb.first
        )
    return True
