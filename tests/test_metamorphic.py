"""Change an article, and the rows must change in exactly that way; type it differently, and nothing may change."""

from __future__ import annotations

import datetime as dt
import json
import re
import textwrap
import unicodedata
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from summitry.articles import Article, make_article
from summitry.reader import extract
from summitry.text.folding import fold

ROOT = Path(__file__).parent.parent
SEED = (ROOT / "sources" / "shorouk-2025-11-07-c5plus1" / "article.txt").read_text("utf-8")
TEXTS = ROOT / "tests" / "articles" / "texts"
GOLD = ROOT / "tests" / "articles" / "gold"

Fact = tuple[Any, ...]
BILLION = 1_000_000_000


def facts(article: Article) -> set[Fact]:
    """What an article says, without keys, offsets and the letters in which it says it."""
    tables = extract(article).tables()
    forums = {row["summit_id"]: row["forum_id"] for row in tables["summits"]}
    parts: dict[tuple[str, str], list[str]] = defaultdict(list)
    for row in tables["agreement_parties"]:
        parts["parties", row["agreement_id"]].append(row["place_id"])
    for row in tables["agreement_sectors"]:
        parts["sectors", row["agreement_id"]].append(row["sector"])

    def some(row: dict[str, Any], *columns: str) -> Fact:
        return tuple(row[column] for column in columns)

    found = {("leaders", *some(row, "leader_id", "place_id", "office")) for row in tables["leaders"]}
    for row in tables["summits"]:
        where = ("host_place_id", "city", "venue", "level")
        found.add(("summits", *some(row, "forum_id", "held_on", "held_on_precision", *where)))
    for row in tables["attendance"]:
        found.add(("attendance", forums[row["summit_id"]], *some(row, "leader_id", "role")))
    for row in tables["agreements"]:
        parties, sectors = (tuple(sorted(parts[name, row["agreement_id"]])) for name in ("parties", "sectors"))
        found.add(("agreements", parties, *some(row, "kind", "status", "value_amount", "value_currency"), sectors))
    for row in tables["resources"]:
        magnitude = " ".join(map(fold, (row["magnitude"] or "").split()))
        found.add(("resources", *some(row, "place_id", "commodity_id", "claim", "world_rank"), magnitude))
    for row in tables["forum_milestones"]:
        found.add(("forum_milestones", *some(row, "forum_id", "milestone", "level", "happened_on", "precision")))
    for row in tables["statements"]:
        about = ("about_place_id", "about_leader_id", "is_quotation")
        found.add(("statements", *some(row, "leader_id", "act", *about)))
    return found


def seed_facts(text: str = SEED) -> set[Fact]:
    return facts(make_article(text, "seed"))


def edited(*edits: tuple[str, str]) -> str:
    """The seed article with words replaced; each must be there."""
    text = SEED
    for old, new in edits:
        assert old in text
        text = text.replace(old, new)
    return text


def deal(
    parties: tuple[str, ...] = ("KAZ", "USA"), amount: int | None = 17 * BILLION, currency: str | None = "USD"
) -> Fact:
    return ("agreements", parties, "agreement", "signed", amount, currency, ("critical_minerals", "energy"))


def summit(**changed: str) -> Fact:
    cells = {
        "forum": "c5plus1",
        "held_on": "2025-11-07",
        "precision": "report_date",
        "host": "USA",
        "city": None,
        "venue": "White House",
        "level": "heads_of_state",
    } | changed
    return ("summits", *cells.values())


def without_statements(found: set[Fact]) -> set[Fact]:
    return {fact for fact in found if fact[0] != "statements"}


# --- what is changed in the article is changed in the rows, and nothing else ---

GOLD_OF_UZBEKISTAN = ("resources", "UZB", "gold", "reserves", None, "هايله")
GAS_OF_TURKMENISTAN = ("resources", "TKM", "natural_gas", "production", None, "")
ABOUT_KAZAKHSTAN = ("statements", "donald-trump", "assert", "KAZ", None, False)
URANIUM_OF_KAZAKHSTAN = ("resources", "KAZ", "uranium", "production", 1, "")

CHANGES: dict[str, tuple[list[tuple[str, str]], set[Fact], set[Fact]]] = {
    "another amount, in Arabic digits": (
        [("17 مليار دولار", "٢٣ مليارا دولار")],
        {deal()},
        {deal(amount=23 * BILLION)},
    ),
    "another amount, in Persian digits": (
        [("17 مليار دولار", "۲۳ مليار دولار")],
        {deal()},
        {deal(amount=23 * BILLION)},
    ),
    "another amount, the currency in the plural": (
        [("17 مليار دولار", "٢٣ مليارا من الدولارات")],
        {deal()},
        {deal(amount=23 * BILLION)},
    ),
    "another currency": (
        [("17 مليار دولار", "3.5 مليارات يورو")],
        {deal()},
        {deal(amount=3_500_000_000, currency="EUR")},
    ),
    "millions": ([("17 مليار دولار", "500 مليون دولار")], {deal()}, {deal(amount=500_000_000)}),
    "no amount": (
        [(" بقيمة إجمالية تبلغ 17 مليار دولار", "")],
        {deal()},
        {deal(amount=None, currency=None)},
    ),
    "another country in the agreement": (
        [("مع كازاخستان بقيمة", "مع أوزبكستان بقيمة")],
        {deal(), ABOUT_KAZAKHSTAN},
        {deal(("USA", "UZB")), ("statements", "donald-trump", "assert", "UZB", None, False)},
    ),
    "a country of another region in the agreement": (
        [("مع كازاخستان بقيمة", "مع اليابان بقيمة")],
        {deal(), ABOUT_KAZAKHSTAN},
        {deal(("JPN", "USA")), ("statements", "donald-trump", "assert", "JPN", None, False)},
    ),
    "a memorandum of other sectors": (
        [("وقعت اتفاقية للطاقة والمعادن النادرة", "وقعت مذكرة تفاهم في مجال التعليم")],
        {deal()},
        {("agreements", ("KAZ", "USA"), "memorandum", "signed", 17 * BILLION, "USD", ("education",))},
    ),
    "a second agreement": (
        [
            (
                "دون تحديد تاريخ للزيارة.",
                "دون تحديد تاريخ للزيارة. كما وقعت اليابان وأوزبكستان مذكرة تفاهم في مجال التعليم.",
            )
        ],
        set(),
        {("agreements", ("JPN", "UZB"), "memorandum", "signed", None, None, ("education",))},
    ),
    "gold for uranium and uranium for gold": (
        [("منتج لليورانيوم", "منتج للذهب"), ("هائلة من الذهب", "هائلة من اليورانيوم")],
        {GOLD_OF_UZBEKISTAN, URANIUM_OF_KAZAKHSTAN},
        {
            ("resources", "UZB", "uranium", "reserves", None, "هايله"),
            ("resources", "KAZ", "gold", "production", 1, ""),
        },
    ),
    "the countries of two resources swapped": (
        [
            ("تجدر الإشارة إلى أن كازاخستان", "تجدر الإشارة إلى أن قرغيزستان"),
            ("فيما تمتلك أوزبكستان", "فيما تمتلك أفغانستان"),
        ],
        {GOLD_OF_UZBEKISTAN, URANIUM_OF_KAZAKHSTAN, ("resources", "KAZ", "rare_earths", "reserves", None, "")},
        {
            ("resources", "AFG", "gold", "reserves", None, "هايله"),
            ("resources", "KGZ", "uranium", "production", 1, ""),
            ("resources", "KGZ", "rare_earths", "reserves", None, ""),
        },
    ),
    "the second largest producer": (
        [("تعتبر أكبر منتج", "تعتبر ثاني أكبر منتج")],
        {URANIUM_OF_KAZAKHSTAN},
        {("resources", "KAZ", "uranium", "production", 2, "")},
    ),
    "the day of the report": (
        [("date 2025-11-07", "date 2026-02-03")],
        {summit()},
        {summit(held_on="2026-02-03")},
    ),
    "the day of the meeting told": (
        [("في إطار قمة C5+1 بالبيت الأبيض", "في إطار قمة C5+1 بالبيت الأبيض أمس الخميس")],
        {summit()},
        {summit(held_on="2025-11-06", precision="day")},
    ),
    "another venue": (
        [("بالبيت الأبيض", "في مارالاغو"), ("عبر عقده في البيت الأبيض", "عبر عقده")],
        {summit()},
        {summit(venue="Mar-a-Lago")},
    ),
    "the day on which the forum was raised": (
        [("20 سبتمبر 2023", "5 مارس 2022")],
        {("forum_milestones", "c5plus1", "raised", "heads_of_state", "2023-09-20", "day")},
        {("forum_milestones", "c5plus1", "raised", "heads_of_state", "2022-03-05", "day")},
    ),
    "the year in which the forum was founded": (
        [("لأول مرة عام 2015", "لأول مرة عام ٢٠١١")],
        {("forum_milestones", "c5plus1", "founded", "foreign_ministers", "2015", "year")},
        {("forum_milestones", "c5plus1", "founded", "foreign_ministers", "2011", "year")},
    ),
}


@pytest.mark.parametrize("change", CHANGES)
def test_the_rows_follow_the_article_and_nothing_else_changes(change: str) -> None:
    edits, lost, gained = CHANGES[change]
    before, after = seed_facts(), seed_facts(edited(*edits))
    if change == "a second agreement":
        before, after = without_statements(before), without_statements(after)
    assert (before - after, after - before) == (lost, gained)


def test_an_unknown_president_takes_the_place_of_the_known_one_throughout() -> None:
    after = seed_facts(edited(("شوكت ميرضيائيف", "كريم جوراييف"), ("وأعرب ميرضيائيف", "وأعرب جوراييف")))

    def renamed(fact: Fact) -> Fact:
        return tuple("krym-jwrayyf" if part == "shavkat-mirziyoyev" else part for part in fact)

    assert after == {renamed(fact) for fact in seed_facts()}


def test_a_forum_put_in_the_place_of_another_changes_the_forum_alone() -> None:
    after = seed_facts(edited(("C5+1", "مجموعة العشرين")))

    def of_another(fact: Fact) -> Fact:
        return tuple("g20" if part == "c5plus1" else part for part in fact)

    # The history of the forum names the two sides of C5+1, so that it is no history of another forum.
    told = {of_another(fact) for fact in seed_facts()}
    assert {fact for fact in after if fact[0] != "forum_milestones"} == {
        fact for fact in told if fact[0] != "forum_milestones"
    }


@pytest.mark.parametrize(
    "edit",
    [
        ("وأشار إلى أن بلاده وقعت اتفاقية", "وأشار إلى أن بلاده لم توقع اتفاقية"),
        ("وأشار إلى أن بلاده وقعت اتفاقية", "ونفى أن تكون بلاده وقعت اتفاقية"),
        ("وأشار إلى أن بلاده وقعت اتفاقية", "وأشار إلى أن بلاده لن توقع أي اتفاقية"),
        ("وأشار إلى أن بلاده وقعت اتفاقية", "وأشار إلى أن بلاده ترفض توقيع اتفاقية"),
    ],
)
def test_a_denied_agreement_is_none(edit: tuple[str, str]) -> None:
    before, after = without_statements(seed_facts()), without_statements(seed_facts(edited(edit)))
    assert (before - after, after - before) == ({deal()}, set())


@pytest.mark.parametrize(
    ("edit", "lost"),
    [
        (("فيما تمتلك أوزبكستان احتياطيات هائلة من الذهب", "فيما لا تمتلك أوزبكستان احتياطيات من الذهب"), {GOLD_OF_UZBEKISTAN}),
        (("النادرة تعتبر أكبر منتج", "النادرة لا تعتبر أكبر منتج"), {URANIUM_OF_KAZAKHSTAN}),
        # A denial reaches to the end of its sentence.
        (("فيما تمتلك أوزبكستان", "فيما نفى الوزير أن تمتلك أوزبكستان"), {GOLD_OF_UZBEKISTAN, GAS_OF_TURKMENISTAN}),
    ],
)  # fmt: skip
def test_a_denied_resource_is_none(edit: tuple[str, str], lost: set[Fact]) -> None:
    before, after = seed_facts(), seed_facts(edited(edit))
    assert (before - after, after - before) == (lost, set())


REMOVED: dict[str, tuple[str, str, set[str]]] = {
    "the agreement": ("وأشار إلى أن بلاده وقعت", "تاريخ للزيارة.", {"agreements"}),
    "the region's riches": ("وأكد الرئيس الأمريكي أن المنطقة غنية", 'وإمكانات هائلة".', {"resources"}),
    "the countries' riches": ("تجدر الإشارة", "الغاز الطبيعي.", {"resources"}),
    "the forum's history": ("وتأسس منتدى", "20 سبتمبر 2023.", {"forum_milestones"}),
    "the rivalry": ("مع اشتداد المنافسة", "دول آسيا الوسطى.", set()),
    "the war": ("وتأتي هذه القمة في وقت", "الموارد الضخمة.", set()),
    "the predecessor": ("وفي كلمة خلال مأدبة", "منطقة آسيا الوسطى.", {"leaders"}),
}


@pytest.mark.parametrize("what", REMOVED)
def test_what_a_sentence_says_goes_with_the_sentence(what: str) -> None:
    first, last, tables = REMOVED[what]
    start = SEED.index(first)
    end = SEED.index(last, start) + len(last)
    before, after = without_statements(seed_facts()), without_statements(seed_facts(SEED[:start] + SEED[end:]))
    assert after - before == set()
    assert {fact[0] for fact in before - after} == tables
    if what == "the predecessor":
        assert before - after == {("leaders", "joe-biden", "USA", "president")}


@pytest.mark.parametrize(("moved", "before"), [(-1, 3), (-3, 2), (-2, 1), (2, -1)])
def test_a_paragraph_that_stands_for_itself_may_stand_anywhere(moved: int, before: int) -> None:
    paragraphs = SEED.split("\n\n")
    target = paragraphs[before]
    paragraph = paragraphs.pop(moved)
    paragraphs.insert(paragraphs.index(target), paragraph)
    assert seed_facts("\n\n".join(paragraphs)) == seed_facts()


# --- how it is typed changes nothing ---

QUOTES = str.maketrans('"“”„«»', "'" * 6)
DIGITS = "0123456789"


def wrapped(text: str) -> str:
    """Every paragraph filled to lines of 70 characters."""
    return "\n\n".join(
        textwrap.fill(paragraph, 70, break_long_words=False, break_on_hyphens=False) for paragraph in text.split("\n\n")
    )


def angled(text: str) -> str:
    """Straight quotation marks in pairs as guillemets, and the other way round."""
    if '"' in text:
        return re.sub(r'"([^"\n]*)"', r"«\1»", text)
    return text.translate(str.maketrans("«»“”„", '"' * 5))


TYPINGS: dict[str, Callable[[str], str]] = {
    "NFC": lambda text: unicodedata.normalize("NFC", text),
    "NFD": lambda text: unicodedata.normalize("NFD", text),
    "Arabic digits": lambda text: text.translate(str.maketrans(DIGITS, "٠١٢٣٤٥٦٧٨٩")),
    "Persian digits": lambda text: text.translate(str.maketrans(DIGITS, "۰۱۲۳۴۵۶۷۸۹")),
    "bare alef and Persian yeh and kaf": lambda text: text.translate(str.maketrans("أإآىيك", "اااییک")),
    "final yeh without dots": lambda text: re.sub(r"ي\b", "ى", text),
    "heh for teh marbuta": lambda text: text.replace("ة", "ه"),
    "diacritics": lambda text: re.sub(r"([بتثدرسنل])(?=[ء-ي])", "\\1\u064e", text),
    "shadda": lambda text: re.sub(r"([مقعو])(?=[ء-ي])", "\\1\u0651", text),
    "tatweel": lambda text: re.sub(r"([بتسمنه])(?=[ء-ي])", "\\1ـ", text),
    "е for ё": lambda text: text.replace("ё", "е").replace("Ё", "Е"),
    "bidi marks": lambda text: re.sub(r"(?<= )(?=\w)", "\u200f", text),
    "hard spaces": lambda text: text.replace(" ", "\u00a0"),
    "two spaces": lambda text: text.replace(" ", "  "),
    "lines of 70 characters": wrapped,
    "Windows line ends": lambda text: text.replace("\n", "\r\n"),
    "other quotation marks": angled,
    "typewriter apostrophes": lambda text: text.replace("’", "'"),
    "typographic apostrophes": lambda text: text.replace("'", "’"),
}


def own_articles() -> list[Article]:
    found = []
    for path in sorted(TEXTS.glob("*.txt")):
        gold = json.loads((GOLD / f"{path.stem}.json").read_text("utf-8"))
        day = dt.date.fromisoformat(gold["published_on"]) if gold.get("published_on") else None
        found.append(make_article(path.read_text("utf-8"), path.stem, published_on=day))
    return found


ARTICLES = [make_article(SEED, "seed"), *own_articles()]


def retyped(article: Article, typing: Callable[[str], str]) -> Article:
    heading, body = article.text[: article.body_start], article.text[article.body_start :]
    text = heading + typing(body)
    return make_article(text, article.source_id, language=article.language, published_on=article.published_on)


@pytest.mark.parametrize("typing", TYPINGS)
def test_the_rows_are_the_same_however_the_article_is_typed(typing: str) -> None:
    changed = {}
    for article in ARTICLES:
        before, after = facts(article), facts(retyped(article, TYPINGS[typing]))
        if before != after:
            changed[article.source_id] = {"lost": before - after, "gained": after - before}
    assert changed == {}
