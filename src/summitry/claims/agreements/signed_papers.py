"""Which papers a verb of signing is about: those behind it and joined on to them, or those before it."""

from __future__ import annotations

import re
from itertools import pairwise

from summitry.claims.agreements.clauses import VERBS, Clause
from summitry.claims.agreements.details import phrase_opens
from summitry.claims.agreements.events import Scene, is_item, is_paired
from summitry.claims.agreements.objects import deal_put_into_force
from summitry.claims.agreements.parties import own_parties
from summitry.mentions.document import Mention
from summitry.text.sentences import Sentence

_SUFFIX_AR = re.compile(r"(ه|ها|هما)$")
_PARTING = (*VERBS, "break")
_INSTRUMENT_REACH = 16
_BESIDE = 2


def papers_of_verb(
    scene: Scene, sentence: Sentence, verb: Mention, clause: Clause, among: list[Mention]
) -> list[Mention]:
    """Those of some papers that a verb brings about: behind it with all that is joined on, else before it."""
    enforced = deal_put_into_force(scene, sentence, verb)
    if enforced:
        return [m for m in enforced if m in among]
    behind = _within_reach(scene, [m for m in among if verb.last <= m.first < clause.right], verb)
    if verb.kind == "act" and verb.value == "signed":
        behind = [m for m in behind if not _is_circumstance(scene, m)]
    if behind:
        return _listed(scene, behind)
    if scene.document.is_word(verb.first - 1, "stand_in"):
        return []  # "an agreement similar to the one signed with X"
    before = [m for m in among if clause.left <= m.first and m.last <= verb.first]
    if not before and clause.opener is not None and clause.opener.value == "relative":
        before = [m for m in among if _is_antecedent(scene, m, clause.opener)]
    if not before:
        before = _among_papers(scene, sentence, verb, clause, among)
    if not before and _has_pronoun(scene, verb):
        before = [m for m in among if m.last <= verb.first]
    if not before and clause.opener is not None and clause.opener.kind != "break":
        before = [m for m in among if clause.opener.last <= m.first and m.last <= verb.first]
    if not before and scene.document.article.language == "ar":
        before = [m for m in among if 0 <= verb.first - m.last <= 3]
    return _joined(scene, before)


def _is_antecedent(scene: Scene, instrument: Mention, opener: Mention) -> bool:
    """Whether a relative clause may be about an instrument; "in the declaration", right before it only."""
    within = scene.document.has("locative", (instrument.first - _BESIDE, instrument.first))
    return 0 <= opener.first - instrument.last <= (_BESIDE if within else _INSTRUMENT_REACH)


def _among_papers(
    scene: Scene, sentence: Sentence, verb: Mention, clause: Clause, among: list[Mention]
) -> list[Mention]:
    """As in "signed nine documents, among which is an agreement on …": what the papers are said to be."""
    papers = scene.document.of("papers", (verb.last, min(_subject_end(scene, verb) + _INSTRUMENT_REACH, clause.right)))
    if not papers:
        return []
    behind = [m for m in among if m.first >= papers[0].last]
    parts = scene.document.has("part", (papers[0].last, behind[0].first)) if behind else False
    return behind[:1] if parts else []


def _has_pronoun(scene: Scene, verb: Mention) -> bool:
    """As in "the agreement: A and B intend to sign it", مذكرة ينتظر أن توقعها X: a pronoun is the verb's object."""
    document = scene.document
    if document.article.language == "ar":
        return bool(_SUFFIX_AR.search(document.words.folded[verb.last - 1]))
    return document.is_word(verb.last, "object_pronoun")


def _is_circumstance(scene: Scene, instrument: Mention) -> bool:
    """As in "signed a decree despite the treaty": a preposition makes the instrument a mere circumstance."""
    forms = scene.document.words.forms
    if scene.document.article.language == "ar" and forms[instrument.first].startswith("و"):
        return False
    cues = scene.document.of("circumstance", (instrument.first - 3, instrument.first))
    return any(
        cue.last >= instrument.first - 1 and not scene.document.has_word("conjunction", (cue.last, instrument.first))
        for cue in cues
    )


def _within_reach(scene: Scene, behind: list[Mention], verb: Mention) -> list[Mention]:
    """The instruments behind a verb up to the first that stands too far from the one before."""
    found: list[Mention] = []
    last = verb.last
    for instrument in behind:
        if instrument.first - last > _INSTRUMENT_REACH and not found:
            last = _subject_end(scene, verb)
        if instrument.first - last > _INSTRUMENT_REACH:
            break
        found.append(instrument)
        last = instrument.last
    return found


def _subject_end(scene: Scene, verb: Mention) -> int:
    """The word behind those who follow a verb right away, whose names and titles may be long, else behind the verb."""
    end = verb.last
    for chain in scene.finder.chains(scene.document.sentence_index(verb)):
        if verb.last <= chain.first <= end + _BESIDE:
            end = max(end, chain.last)
    return end


def _listed(scene: Scene, behind: list[Mention]) -> list[Mention]:
    """The first instrument behind a verb, and those that go on its list; "contracts and memoranda" are one deal."""
    joined = [n for n in range(1, len(behind)) if _coordinated(scene, behind[n])]
    last = max(joined, default=0)
    found = behind[:1]
    for n, instrument in enumerate(behind[1:], start=1):
        in_list = n in joined or (n < last and _behind_comma(scene, instrument))
        in_list = in_list or bool(own_parties(scene, scene.document.sentence_index(instrument), instrument))
        in_list = in_list or is_item(scene.document, behind[0], instrument)
        if in_list and not is_paired(scene.document, behind[n - 1], instrument):
            found.append(instrument)
    return found


def _joined(scene: Scene, before: list[Mention]) -> list[Mention]:
    """The last instrument before a verb, and those on its list: "a contract for gas and a memorandum on health were signed"."""
    found = before[-1:]
    for earlier, later in reversed(list(pairwise(before))):
        parted = scene.document.has_any(_PARTING, (earlier.last, later.first))
        listed = _coordinated(scene, later) if later is before[-1] else _behind_comma(scene, later)
        if parted or not listed or is_paired(scene.document, earlier, later):
            break
        found.insert(0, earlier)
    return found


def _behind_comma(scene: Scene, instrument: Mention) -> bool:
    """Whether a comma opens the phrase of an instrument, with at most two words between."""
    gaps, opens = scene.document.words.gaps, phrase_opens(scene.document, instrument)
    return any("," in gaps[k] or "،" in gaps[k] for k in range(max(opens - 2, 0), opens + 1))


def _coordinated(scene: Scene, instrument: Mention) -> bool:
    first = max(phrase_opens(scene.document, instrument) - 3, 0)
    partners = scene.document.of("link", (max(first - 2, 0), first + 1), "with")
    forms = scene.document.words.forms[max(first - 2, 0) if partners else first : instrument.first + 1]
    if any(form in ("and", "и", "а") or form.startswith("و") for form in forms):
        return True
    links = scene.document.of("link", (max(first - 3, 0), instrument.first + 1))
    added = (cue for cue in links if cue.value == "and" or _adds(scene, cue))
    return any(cue.last >= first - (cue.value == "with") for cue in added)


def _adds(scene: Scene, link: Mention) -> bool:
    """As in "along with", «наряду с», إلى جانب."""
    return any(scene.document.is_word(i, "adding") for i in range(link.first, link.last))
