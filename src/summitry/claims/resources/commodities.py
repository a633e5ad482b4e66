"""What a resource claim is of: the commodity beside its word, the list that it begins, or the one just spoken of."""

from __future__ import annotations

from summitry.claims.resources.examples import example_start, with_examples
from summitry.claims.resources.left_out import measured_of_it, of_the_topic, spoken_of
from summitry.claims.resources.lists import (
    ends_there,
    list_back,
    list_forward,
    raw_blocked,
    same_word,
    unknown_before,
    without_groups,
)
from summitry.claims.resources.mainstay import mainstay
from summitry.claims.resources.origin import goods_coming
from summitry.claims.resources.reach import STOPS, are_twins, plain_words, signs_between, tells_part
from summitry.claims.resources.reckoned import reckoned_at
from summitry.mentions.document import Document, Mention
from summitry.text.sentences import Sentence
from summitry.text.signs import has_sign

_REACH = {"stock": 4, "output": 4, "maker": 4, "makes": 4, "rich": 3, "made_in": 0, "ownership": 3, "has": 2}
_HEADS = ("stock", "output", "maker", "rich", "wealth", "makes", "not_raw", "company")
_STANDING_FOR_ONE = ("own_country", "country_noun", "region_noun")
_GROUPS = ("minerals", "critical_minerals", "rare_earths")
_BACK = {"made_in": 14, "makes": 2}
_FARTHEST = 16
_PARTICIPLE = "ing"
_HYPHENS = ("-", "‑", "–")


def bound_commodities(
    document: Document, number: int, cue: Mention, cues: list[Mention], last: Mention | None
) -> list[Mention]:
    """The commodities of a claim, in the order of the text; none where the cue speaks of something else.

    `number` is the sentence's, `cues` all claiming words of the sentence, `last` the commodity of the claim before.
    """
    sentence = document.sentences[number]
    if cue.kind in ("has", "has_part", "has_share"):
        return _had(document, cue, sentence.last) or measured_of_it(document, number, cue, last)
    if cue.kind in ("comes", "lies", "goes"):
        return _moved(document, cue, sentence)
    if cue.kind == "rich" and (_rich_stock(document, cue, sentence.last) or _known_for_output(document, cue)):
        return []
    if cue.kind == "makes" and (_is_noun(document, cue) or _of_the_world(document, cue)):
        return []
    if cue.kind == "ownership":
        return _owned(document, cue, cues, sentence.last)
    same = [m for m in document.of("commodity", (cue.first, cue.last)) if m.last <= cue.last or m.first == cue.first]
    if same and cue.kind == "rich":  # "mineral-rich"
        return [*_suspended(document, cue.first), *same[:1]]
    if cue.kind == "stock" and _mines_give(document, cue, sentence):
        return []
    told = same[:1] if cue.kind == "stock" else []
    told = told or _attributes(document, cue, sentence)
    found = (
        _named_minerals(document, cue, cues, told, sentence.last)
        or told
        or mainstay(document, cue, sentence)
        or _before(document, cue)
        or _behind(document, cue, cues, sentence.last)
        or _back(document, cue, sentence.first)
    )
    found = [m for m in found if not same_word(document, m)]
    if found:
        found = with_examples(document, found, sentence.last)
        return [m for m in without_groups(document, found) if not raw_blocked(document, m)]
    reckoned = reckoned_at(document, cue, sentence)
    if reckoned is not None:
        return [reckoned]
    return spoken_of(document, number, cue, last) or of_the_topic(document, number, cue)


def _moved(document: Document, cue: Mention, sentence: Sentence) -> list[Mention]:
    """What comes from a place, lies there or goes from it."""
    if cue.kind == "comes":
        return goods_coming(document, cue, sentence)
    return _lying(document, cue, sentence.first) if cue.kind == "lies" else _sent(document, cue, sentence)


def _had(document: Document, cue: Mention, end: int) -> list[Mention]:
    """As in "X has gold": what is had is the commodity itself.

    Not a thing named by it ("has gas stations", "has oil reserves").
    """
    for commodity in document.of("commodity", (cue.last, min(cue.last + _FARTHEST, end))):
        holders = document.any_of(("place", *_STANDING_FOR_ONE), (cue.last, commodity.first))
        places = {i for m in holders for i in range(m.first, m.last)}
        close = document.words.gaps[commodity.last].strip()
        heads = document.any_of(
            _HEADS, (cue.last, commodity.last if close else min(commodity.first + _REACH["has"], end))
        )
        heads = [m for m in heads if not document.is_word(m.first, "landscape")]
        plain = set(plain_words(document, cue.last, commodity.first)) - places
        if heads or any(not (document.is_word(i, "such") or document.is_word(i, "landscape")) for i in plain):
            return []
        if cue.kind != "has" and not _part(document, cue, commodity):
            return []
        found = list_forward(document, commodity, end)
        last = found[-1].last
        beyond = last if document.words.gaps[last].strip() else min(last + 2, end)
        if document.any_of(_HEADS, (commodity.first, beyond)) or not ends_there(document, last, end):
            return []
        return [m for m in with_examples(document, found, end) if not raw_blocked(document, m)]
    return []


def _part(document: Document, cue: Mention, commodity: Mention) -> bool:
    """Whether what is had is told as a share of the world's, or in tonnes ("sits atop 17 percent of the world's gas")."""
    between = (cue.last, commodity.first)
    share = document.has("share", between) or "%" in signs_between(document, *between).replace("٪", "%")
    around = (cue.last, commodity.last + 2)
    if share and document.has("world", around) is (cue.value != "exports"):
        return True
    return cue.kind != "has_share" and document.has("tonnage", between)


def _of_the_world(document: Document, cue: Mention) -> bool:
    """Whether a share of the world's is supplied: that is told of the output, not of exports."""
    behind = (cue.last, cue.last + _FARTHEST // 2 + 2)
    return document.has("has_share", (cue.first, cue.last), "production") and (
        document.has("share", behind) and document.has("world", behind)
    )


def _sent(document: Document, cue: Mention, sentence: Sentence) -> list[Mention]:
    """As in "Kazakh grain goes to Iran": what an owner's name or adjective stands right before."""
    if document.article.language == "ar":
        return _sent_behind(document, cue, sentence)
    found = document.of("commodity", (max(cue.first - 4, sentence.first), cue.first))
    if not found or signs_between(document, found[-1].last, cue.first).strip():
        return []
    listed = list_back(document, found[-1])
    owned = any(m.last in (listed[0].first, listed[0].first - 1) for m in document.of("place", (0, listed[0].first)))
    return listed if owned else []


def _sent_behind(document: Document, cue: Mention, sentence: Sentence) -> list[Mention]:
    """As in يصل الغاز الأذربيجاني إلى عشر دول: the verb stands first, and an adjective tells whose it is."""
    for goods in document.of("commodity", (cue.last, min(cue.last + 1, sentence.last))):
        owned = [m for m in document.of("place", (goods.last, goods.last + 1)) if m.form == "adjective"]
        if owned and document.has("aside", (owned[0].last, min(owned[0].last + 2, sentence.last)), "to"):
            return [goods]
    return []


def _is_noun(document: Document, cue: Mention) -> bool:
    """Whether "exports", "mines" is a noun here: "curbed exports of", unlike "Kazakhstan exports oil"."""
    forms = document.words.forms
    if forms[cue.first].lower().endswith(_PARTICIPLE):
        return not _opens_participle(document, cue)
    if not document.is_word(cue.first, "noun_or_verb"):
        return False
    before = forms[cue.first - 1].lower() if cue.first else ""
    behind = forms[cue.last].lower() if cue.last < len(forms) else ""
    subject = (
        before in document.function_words["before_verb"]
        or before.endswith("ly")
        or any(
            m.last == cue.first
            for m in document.any_of(
                ("place", "country_noun", "region_noun", "own_country", "states"), (max(cue.first - 5, 0), cue.first)
            )
        )
    )
    if "," in document.words.gaps[cue.first]:  # "Angola, which relies on oil, exports crude"
        subject = subject or document.has("place", (max(cue.first - 12, 0), cue.first))
    return behind == "of" or bool(document.words.gaps[cue.first].strip(" ,")) or not subject


def _opens_participle(document: Document, cue: Mention) -> bool:
    """As in "Central Asia, producing half of", "Exporting gas, Qatar …", "with Kazakhstan producing": a verb of that place.

    Not in "oil-producing states", "trade, exporting firms", "ways of producing gas".
    """
    if document.has_any(("states", "country_noun", "company"), (cue.last, cue.last + 1)):
        return False
    sentence = document.sentence_of(cue)
    if cue.first == sentence.first or (
        document.is_word(cue.first - 1, "conjunction") and _goes_on_participle(document, cue)
    ):
        return True
    before = document.any_of(("place", *_STANDING_FOR_ONE), (max(cue.first - 5, 0), cue.first))
    return any(m.last == cue.first and m.form != "adjective" for m in before)


def _goes_on_participle(document: Document, cue: Mention) -> bool:
    """As in "with X holding deep reserves and producing half of": a second participle of the same place."""
    before = document.any_of(("holds", "makes"), (document.sentence_of(cue).first, cue.first))
    return any(document.words.folded[m.first].endswith(_PARTICIPLE) for m in before)


def _owned(document: Document, cue: Mention, cues: list[Mention], end: int) -> list[Mention]:
    """As in "The region's rare earths": minerals as a group belong to whom the text gives them.

    Other goods ("Russia's grain") may only be traded.
    """
    found = _behind(document, cue, cues, end)
    if (
        not found
        or found[0].value not in _GROUPS
        or document.any_of(("stock", "output", "maker"), (cue.last, found[0].last + 1))
        or document.any_of(("has", "holds", "makes"), (cue.last, found[0].first))
        or _in_a_paper(document, cue)
    ):
        return []
    return [m for m in without_groups(document, found) if not raw_blocked(document, m)]


def _in_a_paper(document: Document, cue: Mention) -> bool:
    """As in "the accord on Ukraine's minerals": what a paper or a talk is about is mentioned, not claimed."""
    owners = document.any_of(("place", *_STANDING_FOR_ONE), (max(cue.first - 4, 0), cue.first))
    if not owners:
        return False
    about = owners[-1].first - 1
    about -= document.is_word(about, "article")
    papers = range(max(about - 3, 0), about)
    return document.is_word(about, "about_what") and any(document.is_word(i, "paper_or_talks") for i in papers)


def _attributes(document: Document, cue: Mention, sentence: Sentence) -> list[Mention]:
    """As in «нефтяные и газовые запасы», احتياطياته النفطية المؤكدة: commodities told by adjectives of the noun."""
    if cue.kind not in ("stock", "output", "maker"):
        return []
    behind = document.article.language == "ar"
    around = (cue.last, min(cue.last + _FARTHEST, sentence.last)) if behind else (sentence.first, cue.first)
    found: list[Mention] = []
    edge = cue.last if behind else cue.first
    for mention in document.of("of_commodity", around)[:: 1 if behind else -1]:
        low, high = (edge, mention.first) if behind else (mention.last, edge)
        if not _attributive(document, low, high, listed=bool(found)):
            break
        found.append(mention)
        edge = mention.last if behind else mention.first
    return sorted(found, key=lambda mention: mention.first)


def _named_minerals(
    document: Document, cue: Mention, cues: list[Mention], told: list[Mention], end: int
) -> list[Mention]:
    """As in ثرواتها المعدنية من الليثيوم والنحاس, "mineral wealth of lithium and copper": which minerals a stock is of."""
    if cue.kind != "stock" or {m.value for m in told} != {"minerals"}:
        return []
    last = max(cue.last, told[-1].last)
    named = _behind(document, cue, cues, end)
    of = bool(named) and (document.is_word(last, "of") or document.article.language != "en")
    return named if of and named[0].first - last <= 2 and named[0].first >= last else []


def _mines_give(document: Document, cue: Mention, sentence: Sentence) -> bool:
    """As in تخرج من مناجم كازاخستان 40 في المئة من اليورانيوم: a share of the world's is what mines give, not what they hold."""
    if not document.is_word(cue.first, "mine"):
        return False
    for commodity in document.of("commodity", (cue.last, min(cue.last + _FARTHEST, sentence.last)))[:1]:
        return tells_part(document, (cue.last, commodity.first))
    return False


def _rich_stock(document: Document, cue: Mention, end: int) -> bool:
    """As in «богатые залежи меди», أغنى الدول من حيث مخزون: a stock is rich, and claims for itself."""
    large = "magnitude" if document.article.language != "ar" else "rank"  # an Arabic adjective stands behind its noun
    if not document.any_of((large, "rank", "among"), (cue.first, cue.last)) or document.is_word(
        cue.first, "predicative"
    ):
        return False
    behind = (cue.last, min(cue.last + _FARTHEST // 2, end))
    return any(not document.has("commodity", (cue.last, stock.first)) for stock in document.of("stock", behind)[:1])


def _known_for_output(document: Document, cue: Mention) -> bool:
    """As in "famous for its production of cotton", تشتهر بإنتاج القطن: what is made claims for itself."""
    outputs = document.of("output", (cue.last, cue.last + _REACH["rich"]))
    return bool(outputs) and not document.has("commodity", (cue.last, outputs[0].first))


def _attributive(document: Document, low: int, high: int, *, listed: bool) -> bool:
    """Whether nothing but an owner, another adjective or, in a list, "and" stands between an adjective and its noun."""
    owners = {i for m in document.any_of(("place", "country_noun"), (low, high)) for i in range(m.first, m.last)}
    other = [i for i in plain_words(document, low, high) if i not in owners]
    signs = signs_between(document, low, high).strip()
    return len(other) <= 1 and (not signs or (listed and signs == ","))


def _before(document: Document, cue: Mention) -> list[Mention]:
    """As in "Oil and gas reserves", "oil-rich": commodities that stand right before, in English."""
    if document.article.language != "en" or cue.kind in ("makes", "made_in"):
        return []
    attributive = cue.kind == "rich"
    found = [m for m in document.of("commodity", (max(cue.first - 4, 0), cue.first)) if m.last == cue.first]
    if attributive and document.words.gaps[cue.first] in _HYPHENS:
        end = found[0].first if found else cue.first - 1
        hanging = _suspended(document, end)
        if hanging:
            return [*hanging, *found]
    if not found or (attributive and document.words.gaps[cue.first] not in (*_HYPHENS, " ")):
        return []
    return list_back(document, found[0])


def _suspended(document: Document, end: int) -> list[Mention]:
    """As in "mineral- and (energy-rich)", "oil-, gas- and": goods whose "-rich" stands further on; `end` is its word."""
    found: list[Mention] = []
    edge = end - document.is_word(end - 1, "conjunction")
    while edge > 0 and document.words.gaps[edge][:1] in _HYPHENS and len(document.words.gaps[edge]) > 1:
        goods = document.any_of(("commodity", "suspended"), (max(edge - 3, 0), edge))
        hanging = next((m for m in goods if m.last == edge), None)
        if hanging is None:
            break
        found.insert(0, hanging)
        edge = hanging.first
    return found


def _behind(document: Document, cue: Mention, cues: list[Mention], end: int) -> list[Mention]:
    """As in "Reserves of oil, gas and gold": the first commodity behind the cue, and the list that it begins."""
    if cue.kind == "rich" and cue.last - cue.first == 1 and document.article.language == "en":
        return []
    if cue.kind == "made_in" and document.any_of(("commodity", "of_commodity"), (cue.last, cue.last + 1)):
        return []
    twin = next((other for other in cues if other.first >= cue.last and are_twins(document, cue, other)), None)
    if twin is not None:
        return _behind(document, twin, cues, end)
    for commodity in document.of("commodity", (cue.last, min(cue.last + _FARTHEST, end))):
        aside = _set_apart(document, cue, commodity, end) or example_start(document, cue, commodity)
        if commodity.first < aside:
            continue
        plain = plain_words(document, max(aside, cue.last), commodity.first)
        signs = signs_between(document, max(aside, cue.last), commodity.first)
        if cue.kind == "makes" and unknown_before(document, cue.last, commodity, end):
            return list_forward(document, commodity, end)
        if len(plain) > _REACH[cue.kind] or has_sign(signs, STOPS + ",،()—–"):
            return []
        between = [other for other in cues if max(aside, cue.last) <= other.first < commodity.first]
        if any(_cuts(cue, other) and not _made_of(cue, other, commodity) for other in between):
            return []
        return with_examples(document, list_forward(document, commodity, end), end)
    return []


def _set_apart(document: Document, cue: Mention, commodity: Mention, end: int) -> int:
    """The word behind an attribute of the subject, in Arabic (تصدر أذربيجان الغنية بالنفط الغاز); 0 where there is none."""
    if document.article.language != "ar" or cue.kind not in ("makes", "has"):
        return 0
    attributes = document.of("rich", (cue.last, commodity.first))
    goods = document.of("commodity", (attributes[0].last, attributes[0].last + 2)) if attributes else []
    return list_forward(document, goods[0], end)[-1].last if goods else 0


def _cuts(cue: Mention, other: Mention) -> bool:
    """Whether a second claiming word takes what follows for itself; nouns in a row ("mining output") do not."""
    return other.kind in ("makes", "made_in", "rich", "maker") or cue.kind == "ownership"


def _made_of(cue: Mention, other: Mention, commodity: Mention) -> bool:
    """As in "export revenue comes from oil": what exports come from is what they are made of, not where."""
    return cue.value == "exports" and other.kind == "made_in" and other.last == commodity.first


def _back(document: Document, cue: Mention, start: int) -> list[Mention]:
    """What is made, where it stands before the verb: "uranium is mined in", «хлопка выращивает»."""
    reach = _BACK.get(cue.kind, 0)
    if not reach or (cue.kind == "makes" and document.article.language != "ru"):
        return []
    found = document.of("commodity", (max(cue.first - reach, start), cue.first))
    return list_back(document, found[-1]) if found else []


def _lying(document: Document, cue: Mention, start: int) -> list[Mention]:
    """As in "five percent of the world's critical minerals lie in": of the world's a share, and of the goods themselves."""
    low = max(cue.first - _FARTHEST + 2, start)
    found = document.of("commodity", (low, cue.first))
    share = document.has("share", (low, cue.first)) or "%" in signs_between(document, low, cue.first).replace("٪", "%")
    if (
        not found
        or not share
        or not document.has("world", (low, cue.first))
        or document.has_any(_HEADS, (low, cue.first))
    ):
        return []
    return [m for m in list_back(document, found[-1]) if not raw_blocked(document, m)]
