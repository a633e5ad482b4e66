"""Who said what: sentences in three languages, and coded articles."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from summitry import repository
from summitry.articles import Article, make_article, read_article
from summitry.claims.statements.reading import find_statements
from summitry.mentions.reading import read_mentions

GOLD: dict[str, list[dict[str, str]]] = json.loads((Path(__file__).parent / "statements_gold.json").read_text("utf-8"))
ARTICLES = Path(__file__).parents[2] / "articles"
SOURCES = repository.vocabulary_folder().parent / "sources"

TRUMP, TOKAYEV, PUTIN, MELONI = "donald-trump", "kassym-jomart-tokayev", "vladimir-putin", "giorgia-meloni"


def statements(article: Article) -> list[dict[str, object]]:
    """The statements of an article, each as its cells."""
    found: dict[str, dict[str, object]] = {}
    for claim in find_statements(read_mentions(article)):
        found.setdefault(claim.row, {})[claim.column] = claim.value
    return list(found.values())


Said = tuple[str, str, str]
CASES: list[tuple[str, str, list[Said]]] = [
    ("en", "President Donald Trump said that the region is rich in oil.", [(TRUMP, "assert", "the region is rich in oil")]),
    ("en", '"The road to the sea is open"\nKassym-Jomart Tokayev said.', [(TOKAYEV, "assert", "The road to the sea is open")]),
    ("en", "Tokayev thanked Trump for his leadership in peace.", [(TOKAYEV, "thank", "his leadership in peace")]),
    ("en", '"We have few better friends," said Kazakhstan\'s Kassym-Jomart Tokayev.',
     [(TOKAYEV, "assert", "We have few better friends")]),
    ("en", "Vladimir Putin arrived late. He said that the talks had been useful.",
     [(PUTIN, "assert", "the talks had been useful")]),
    ("en", "Trump said that the deal was signed, adding that others would follow.",
     [(TRUMP, "assert", "the deal was signed"), (TRUMP, "assert", "others would follow")]),
    ("en", "The region, Giorgia Meloni recalled, is not far away.",
     [(MELONI, "assert", "The region, Giorgia Meloni recalled, is not far away")]),
    ("en", "Tokayev expressed hope that the summit would bring peace.", [(TOKAYEV, "expect", "the summit would bring peace")]),
    ("en", 'Tokayev called the gathering "truly historic".', [(TOKAYEV, "praise", 'the gathering "truly historic"')]),
    ("en", "According to Vladimir Putin, the trade of the two countries grew.",
     [(PUTIN, "assert", "the trade of the two countries grew")]),
    ("en", "The ministry said that Tokayev would come.", []),
    ("en", "Tokayev did not say that he would come.", []),
    ("en", "Trump called off the trip.", []),
    ("en", "The talks failed, said the Kazakh president's office.", []),
    ("ru", "Президент США Дональд Трамп заявил, что регион богат нефтью.", [(TRUMP, "assert", "регион богат нефтью")]),
    ("ru", "«Мы давно ждали», — сказал президент Казахстана Касым-Жомарт Токаев.", [(TOKAYEV, "assert", "Мы давно ждали")]),
    ("ru", "По словам Владимира Путина, товарооборот вырос.", [(PUTIN, "assert", "товарооборот вырос")]),
    ("ru", "Токаев предложил создать новый фонд.", [(TOKAYEV, "propose", "создать новый фонд")]),
    ("ru", "Токаев поблагодарил Трампа за тёплый приём.", [(TOKAYEV, "thank", "тёплый приём")]),
    ("ru", "Министерство сообщило, что Токаев приедет.", []),
    ("ar", "قال الرئيس الأميركي دونالد ترامب إن المنطقة غنية بالنفط.", [(TRUMP, "assert", "المنطقة غنية بالنفط")]),
    ("ar", "وأكد الرئيس الكازاخي قاسم جومرت توكاييف أن القمة ناجحة، مشيرا إلى أن التعاون سيتوسع.",
     [(TOKAYEV, "assert", "القمة ناجحة"), (TOKAYEV, "assert", "التعاون سيتوسع")]),
    ("ar", "وأعرب توكاييف عن أمله في أن تنجح القمة. قاسم جومرت توكاييف هو رئيس كازاخستان.",
     [(TOKAYEV, "expect", "تنجح القمة")]),
    ("ar", "وقال الرئيس دونالد ترامب: «كانت هذه الدول على طريق الحرير».",
     [(TRUMP, "assert", "كانت هذه الدول على طريق الحرير")]),
    ("ar", "وقال مسؤول في البيت الأبيض إن ترامب سيزور كازاخستان.", []),
    ("ar", "ورحب فلاديمير بوتين بنتائج القمة الأخيرة.", [(PUTIN, "welcome", "بنتائج القمة الأخيرة")]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "expected"), CASES, ids=[text[:50] for _, text, _ in CASES])
def test_a_text_holds_these_statements_and_no_others(language: str, text: str, expected: list[Said]) -> None:
    found = statements(make_article(text, "a", language=language, published_on=dt.date(2025, 11, 7)))
    assert [(row["leader_id"], row["act"], row["text"]) for row in found] == expected


def test_a_quotation_is_told_from_a_report() -> None:
    quoted = statements(make_article('Donald Trump said: "The region is rich."', "a"))
    reported = statements(make_article("Donald Trump said that the region is rich.", "a"))
    assert [row["is_quotation"] for row in quoted + reported] == [True, False]


def test_a_statement_is_about_the_first_other_leader_and_place_that_it_names() -> None:
    (row,) = statements(make_article("Donald Trump said that Kazakhstan and Tokayev had done well.", "a"))
    assert (row["about_place_id"], row.get("about_leader_id")) == ("KAZ", TOKAYEV)


def test_thanks_are_about_the_one_who_is_thanked() -> None:
    (row,) = statements(make_article("Kassym-Jomart Tokayev thanked Donald Trump for his leadership in peace.", "a"))
    assert (row["leader_id"], row["about_leader_id"]) == (TOKAYEV, TRUMP)


def _article(name: str) -> Article:
    if (SOURCES / name).exists():
        return read_article(SOURCES / name / "article.txt")
    gold = json.loads((ARTICLES / "gold" / f"{name}.json").read_text("utf-8"))
    day = dt.date.fromisoformat(gold["published_on"]) if gold.get("published_on") else None
    text = (ARTICLES / "texts" / f"{name}.txt").read_text("utf-8")
    return make_article(text, name, language=gold["language"], published_on=day)


def _plain(text: str) -> str:
    return "".join(letter for letter in text if letter.isalnum() or letter == " ")


def _same(gold: dict[str, str], row: dict[str, object]) -> bool:
    said, first = _plain(str(row["text"])), _plain(gold["first_words"])
    return row["leader_id"] == gold["speaker"] and (said.startswith(first) or first.startswith(said))


def test_statements_coded_by_hand_are_found_with_few_others() -> None:
    hits = acts = misses = others = 0
    for name, rows in GOLD.items():
        left = statements(_article(name))
        for gold in sorted(rows, key=lambda row: bool(row.get("optional"))):
            row = next((row for row in left if _same(gold, row)), None)
            if row is not None:
                left.remove(row)
            if not gold.get("optional"):
                hits, misses = hits + (row is not None), misses + (row is None)
                acts += row is not None and row["act"] == gold["act"]
        others += len(left)
    assert hits / (hits + others) >= 0.9
    assert hits / (hits + misses) >= 0.85
    assert acts / hits >= 0.9
