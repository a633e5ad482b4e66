"""Accessions: who joins a bloc, a treaty, the Abraham Accords; a meeting that somebody joins is none."""

from __future__ import annotations

from collections.abc import Iterator

from summitry.claims.agreements.acceding import acceding, invited
from summitry.claims.agreements.clauses import Clause, clause_around
from summitry.claims.agreements.events import REFUSED, Event, Parties, Scene, needs
from summitry.claims.polarity import Stance, stance
from summitry.mentions.document import Document, Mention
from summitry.text.sentences import Sentence

_TARGET_REACH = 12
_OBJECT_REACH = 3
_SIGNED_REACH = 6
_BY_REACH = 5
_ANNOUNCED_REACH = 7
_INTENT_REACH = 2
_LEADERS_REACH = 5
_VERB_REACH = 3
_DEEDS = ("act", "ties", "founding", "become", "held", "meet", "give")
_PAPERS = ("agreement", "memorandum", "deal", "declaration")
_PAPER_REACH = 2


@needs("join", "act")
def find_accessions(scene: Scene, number: int, sentence: Sentence) -> Iterator[Event]:
    """The accessions that sentence `number` tells or announces; the parties are those who accede."""
    for verb in scene.document.of("join", sentence):
        named = _has_target(scene, sentence, verb)
        if not named and not _targets_it(scene, number, verb):
            continue
        clause = clause_around(scene.document, sentence, _predicate(scene, sentence, verb))
        meant = stance(scene.document, sentence, verb)
        if meant is Stance.HOPED and invited(scene, number, verb) is not None:
            meant = Stance.ASSERTED  # an Arabic call is an invitation too
        if meant in REFUSED or (verb.value == "noun" and scene.document.has("negation", sentence)):
            scene.document.reject("agreements/accession", verb, meant.value)
            continue
        status = _accession_status(scene, sentence, verb, clause, meant)
        subject = acceding(scene, number, verb, clause) or _whose_announcement(scene, number, verb)
        pronoun = not named or scene.document.is_word(verb.first - 1, "target_pronoun")
        if status and subject and not (pronoun and _are_people(scene, subject)):
            yield Event("agreements/accession", number, "accession", verb, status, (verb.start, verb.end), subject)
    yield from _signed_treaties(scene, number, sentence)


def _accession_status(scene: Scene, sentence: Sentence, verb: Mention, clause: Clause, meant: Stance) -> str:
    acts = scene.document.of("act", sentence)
    if any(act.value == "signed" and _governs(scene, act, verb) for act in acts):
        return "signed"
    if verb.value == "noun" and (meant is Stance.PLANNED or scene.document.has("plan", (verb.last, clause.right))):
        return "planned"
    become = scene.document.has("become", (clause.left, clause.right))
    if verb.value == "member" and scene.document.has("plan", (verb.last, clause.right)):
        return "planned"
    if verb.value == "member" and not become:
        return ""
    told = any(act.value == "announced" for act in acts) or scene.document.has_any(
        ("outcome", "hail", "agree"), sentence
    )
    told = told or _is_approved_by_all(scene, sentence) or _announcement(scene, sentence, verb) is not None
    backed = verb.value == "noun" and scene.document.has("back", sentence)
    if verb.value == "noun" and not become and not told and (backed or not acts):
        return "planned" if backed else ""
    if told and not _is_intended(scene, verb):
        return "announced"
    planned = meant is Stance.PLANNED or verb.value == "planned" or _is_intended(scene, verb)
    return "planned" if planned else "announced"


def _is_approved_by_all(scene: Scene, sentence: Sentence) -> bool:
    """As in "the leaders unanimously approved the accession of X"; what one parliament approves is still to come."""
    approvals = scene.document.of("back", sentence, "approve")
    return any(
        scene.document.has("titles", (max(a.first - _LEADERS_REACH, sentence.first), a.last + 1)) for a in approvals
    )


def _announcement(scene: Scene, sentence: Sentence, verb: Mention) -> int | None:
    """The noun behind which an accession is told of: إعلان كازاخستان انضمامها, "Kazakhstan's announcement that it would join"."""
    near = range(max(verb.first - _ANNOUNCED_REACH, sentence.first), verb.first)
    noun = next((i for i in reversed(near) if scene.document.is_word(i, "announcing_noun")), None)
    if noun is None or scene.document.has_any((*_DEEDS, "negation"), (noun + 1, verb.first)):
        return None
    return noun


def _whose_announcement(scene: Scene, number: int, verb: Mention) -> Parties:
    """As in "Kazakhstan's announcement of its accession": whose it is, where nobody else is named on the way."""
    noun = _announcement(scene, scene.document.sentences[number], verb)
    if noun is None or scene.document.article.language != "en":
        return {}
    owners = [a for a in scene.finder.asides(number) if a.kind == "place" and 0 < noun - a.last <= _OBJECT_REACH - 1]
    others = [c for c in scene.finder.chains(number) if noun < c.first < verb.first]
    its = scene.document.has_word("its_own", (noun, verb.first))
    return dict(owners[-1].places) if owners and its and not others else {}


def _is_intended(scene: Scene, verb: Mention) -> bool:
    """As in "announced its intention to join", "said that it expects to join": nothing more than the wish is announced."""
    before = range(max(verb.first - _INTENT_REACH, 0), verb.first)
    return any(scene.document.is_word(i, "intending") for i in before)


def _governs(scene: Scene, act: Mention, verb: Mention) -> bool:
    """Whether a verb of signing has the accession as its object, and no "and" parts them ("adopt the euro and join")."""
    between = range(act.last, verb.first)
    return 0 <= verb.first - act.last <= _OBJECT_REACH and not any(
        scene.document.is_word(i, "conjunction") for i in between
    )


def _signed_treaties(scene: Scene, number: int, sentence: Sentence) -> Iterator[Event]:
    """As in "signed the Artemis Accords", "the accords were signed by X": who signs a treaty open to all accedes to it."""
    for verb in scene.document.of("act", sentence, "signed"):
        treaties = open_treaties(scene.document, (verb.last, min(verb.last + _OBJECT_REACH, sentence.last)))
        before = open_treaties(scene.document, (max(verb.first - _SIGNED_REACH, sentence.first), verb.first))
        meant = stance(scene.document, sentence, verb) if treaties or before else Stance.NEGATED
        if meant in REFUSED:
            continue
        clause = clause_around(scene.document, sentence, verb)
        subject = acceding(scene, number, verb, clause) if treaties else _signed_by(scene, number, verb)
        if subject:
            status = "planned" if meant is Stance.PLANNED else "signed"
            treaty = (treaties or before)[0]
            yield Event("agreements/accession", number, "accession", treaty, status, (verb.start, verb.end), subject)


def open_treaties(document: Document, within: tuple[int, int]) -> list[Mention]:
    """The treaties open to all that a stretch of words names, or means by "the accords" once the article has named one.

    "The accords with Israel" are signed with somebody, and nobody accedes.
    """
    named = document.of("club", within, "treaty")
    if named or not document.has("club", (0, within[0]), "treaty"):
        return named
    meant = [m for m in document.of("club", within) if document.is_word(m.first, "accords")]
    return [m for m in meant if not document.has("link", (m.last, m.last + 1), "with")]


def _signed_by(scene: Scene, number: int, verb: Mention) -> Parties:
    """Those by whom a treaty named before the verb was signed."""
    chains = (c for c in scene.finder.chains(number) if 0 <= c.first - verb.last <= _BY_REACH)
    by = next((c for c in chains if c.link == "by" or scene.document.article.language == "ru"), None)
    return {p: m for p, m in by.places.items() if p != "EUE"} if by is not None and len(by.places) else {}


def _predicate(scene: Scene, sentence: Sentence, verb: Mention) -> Mention:
    """The verb of "became the 165th member of", which stands before the word for the member."""
    if verb.value != "member":
        return verb
    gaps = scene.document.words.gaps
    ends = [i for i in scene.document.words.signs(sentence.first + 1, verb.first + 1) if ";" in gaps[i]]
    start = max([verb.first - _TARGET_REACH, sentence.first, *ends])
    verbs = scene.document.of("become", (start, verb.first))
    return verbs[-1] if verbs else verb


def _targets_it(scene: Scene, number: int, verb: Mention) -> bool:
    """As in "were admitted to it", «присоединится к документу»: the bloc, treaty or paper told before."""
    document = scene.document
    at = next((i for i in _where_a_target_stands(scene, number, verb) if _stands_for_a_target(document, i)), None)
    if at is None:
        return False
    told = scene.events[-1] if scene.events else None
    paper = told is not None and told.kind in _PAPERS and number - told.number <= _PAPER_REACH
    if document.is_word(at, "paper_noun"):
        return paper
    first = document.sentences[max(number - 1, 0)].first
    # "Them" are accords; of a bloc it means its ministers.
    several = document.is_word(at, "plural_target")
    if document.has_any(("club",) if several else ("club", "forum"), (first, verb.first)):
        return True
    return paper and not several and not document.has("gathering", (first, verb.first))


def _where_a_target_stands(scene: Scene, number: int, verb: Mention) -> list[int]:
    """The words that a verb of joining may lead to: behind it, behind an Arabic subject («ستنضم X إلى الوثيقة»), or before it.

    Only in Russian that is so: «к нему примкнёт X».
    """
    document = scene.document
    starts = [verb.last]
    if document.article.language == "ar":
        starts += [c.last for c in scene.finder.chains(number) if c.first == verb.last]
    places = []
    for at in starts:
        while at < verb.last + _TARGET_REACH and document.is_word(at, "leads_to_target") | document.is_word(
            at, "definite"
        ):
            at += 1
        places.append(at)
    fronted = document.article.language == "ru" and document.is_word(verb.first - 2, "leads_to_target")
    return [*places, verb.first - 1] if fronted else places


def _stands_for_a_target(document: Document, i: int) -> bool:
    """Whether a word is a pronoun for what is joined, or the noun for a paper with its article."""
    if document.is_word(i, "target_pronoun"):
        return True
    bare = document.article.language == "en" and not document.is_word(i - 1, "definite")
    return document.is_word(i, "paper_noun") and not bare


def _has_target(scene: Scene, sentence: Sentence, verb: Mention) -> bool:
    """Something that one can accede to, close by; a meeting that somebody joins is none, nor are the people in it."""
    if scene.document.is_word(verb.last, "company_pronoun"):
        return False
    near = (max(verb.first - _TARGET_REACH, sentence.first), min(verb.last + _TARGET_REACH, sentence.last))
    if verb.value == "member":
        near = (sentence.first, sentence.last)
    targets = [
        m for m in scene.document.any_of(("club", "forum"), near) if m.first >= verb.last or m.last <= verb.first
    ]
    targets += scene.document.of("place", near, "EUE")
    gatherings = scene.document.of("gathering", (verb.last, min(verb.last + 5, sentence.last)))
    if not targets:
        return False
    behind = [m for m in targets if m.first >= verb.last]
    people = behind and scene.document.has_any(("person", "title", "titles"), (sentence.first, behind[0].first))
    if verb.value != "noun" and people and is_meeting(scene, behind[0]):
        # A president who joins a meeting attends it, unless it is as a member that he does, or its format that he joins.
        return any(m.first >= behind[0].last for m in behind) or scene.document.has("join", sentence, "member")
    if gatherings and (not behind or gatherings[0].first <= behind[0].first + 1):
        return False
    if verb.value == "member":
        # "Became the first member of the union to visit …" tells of no entry.
        return not any(scene.document.is_word(m.last, "purpose_particle") for m in behind)
    return bool(behind) or _is_led_to(scene, verb, targets)


def is_joined(scene: Scene, instrument: Mention) -> bool:
    """As in "agreed to join the accords": a paper that somebody joins is none that he signs with others."""
    document = scene.document
    at = instrument.first - document.is_word(instrument.first - 1, "determiner")
    at -= document.is_word(at - 1, "leads_to_target")
    return any(
        verb.value != "member" and verb.last in (at, at + 1) for verb in document.of("join", (at - _VERB_REACH, at + 1))
    )


def _are_people(scene: Scene, subject: Parties) -> bool:
    """As in "then X's president joined them": people join a meeting, and a pronoun does not say whether it is one."""
    around = [(mention.first - 2, mention.last + 1) for mention in subject.values()]
    return any(scene.document.has_any(("title", "titles", "person"), stretch) for stretch in around)


def _is_led_to(scene: Scene, verb: Mention, targets: list[Mention]) -> bool:
    """As in «к формату встреч присоединился X», وإلى الاتفاقيات انضمت: a "to" before the verb leads to what is joined."""
    document = scene.document
    if document.article.language == "en":
        return False
    clubs = [m for m in targets if m.last <= verb.first and not document.words.signs(m.last, verb.first + 1)]
    if document.article.language == "ar":
        return any(m.kind == "club" and document.is_word(m.first - 1, "fronting") for m in clubs)
    return any(
        link.value == "to" and link.last == m.first
        for m in clubs
        for link in document.of("link", (m.first - 1, m.first))
    )


def is_meeting(scene: Scene, target: Mention) -> bool:
    """Whether the name of a forum, or of a club, is that of its meetings: "the Consultative Meeting of …"."""
    return scene.document.has_word("meeting_noun", (target.first, target.last))
