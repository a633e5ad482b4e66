"""When a forum was founded and raised: sentences in three languages, and the milestones that they claim."""

from __future__ import annotations

import datetime as dt

import pytest

from summitry.articles import make_article
from summitry.claims.milestones import find_milestones
from summitry.mentions.reading import read_mentions

Row = tuple[str, str, str | None, str]
MINISTERS, LEADERS = "foreign_ministers", "heads_of_state"


def rows(text: str, language: str) -> list[Row]:
    """(forum, milestone, level, day) of every milestone that a text claims."""
    article = make_article(text, "a", language=language, published_on=dt.date(2025, 11, 7))
    found: dict[str, dict[str, object]] = {}
    for claim in find_milestones(read_mentions(article)):
        found.setdefault(claim.row, {})[claim.column] = claim.value
    return [(r["forum_id"], r["milestone"], r.get("level"), r["happened_on"]) for r in found.values()]  # type: ignore[misc]


# ruff: noqa: E501, ISC004
CASES: list[tuple[str, str, list[Row]]] = [
    ("en", "The C5+1 format was founded in 2015 at the level of foreign ministers.", [("c5plus1", "founded", MINISTERS, "2015")]),
    ("en", "C5+1, which was launched in 2015 at the level of foreign ministers, was raised to the level of heads of state on "
     "20 September 2023.", [("c5plus1", "founded", MINISTERS, "2015"), ("c5plus1", "raised", LEADERS, "2023-09-20")]),
    ("en", "The leaders met within C5+1. It was established in September 2015 and upgraded to the presidential level in 2023.",
     [("c5plus1", "founded", None, "2015-09"), ("c5plus1", "raised", LEADERS, "2023")]),
    ("en", "Founded in 2001, the Shanghai Cooperation Organisation has ten members.", [("sco", "founded", None, "2001")]),
    ("en", "The Organization of Turkic States dates back to 2009.", [("ots", "founded", None, "2009")]),
    ("en", "BRICS, set up in 2006, met in Kazan.", [("brics", "founded", None, "2006")]),
    ("en", "In 2015 the United States and the five states launched the C5+1 format.", [("c5plus1", "founded", None, "2015")]),
    # A year other than the vocabulary's is taken at its word close by; far away something else was founded.
    ("en", "Founded in 1996, the Shanghai Cooperation Organisation has ten members.", [("sco", "founded", None, "1996")]),
    ("en", "The leaders of the Shanghai Cooperation Organisation were received by students of the university, which was founded in 1921.", []),
    ("en", "The leaders of the Shanghai Cooperation Organisation spoke of the treaty by which it came into being and which was launched in 2001.", [("sco", "founded", None, "2001")]),
    ("en", "The SCO Development Bank was founded in 2025.", []),
    ("en", "The OTS investment fund was established in 2022.", []),
    ("en", "The C5+1 was founded ten years ago.", []),
    ("en", "The C5+1 summit was held in 2023.", []),
    ("en", "At the C5+1 summit the leaders launched a council on critical minerals on 6 November 2025.", []),
    ("en", "The C5+1 was not founded in 2014.", []),
    ("en", "Gazprom, founded in 1989, sent nobody to the SCO.", []),
    ("en", "The EU and Central Asia raised their relations to a strategic partnership in 2025.", []),
    ("ru", "Формат «С5+1» был создан в 2015 году на уровне министров иностранных дел.", [("c5plus1", "founded", MINISTERS, "2015")]),
    ("ru", "Формат С5+1 запущен в 2015 году на уровне глав МИД, а 20 сентября 2023 года поднят до уровня глав государств.",
     [("c5plus1", "founded", MINISTERS, "2015"), ("c5plus1", "raised", LEADERS, "2023-09-20")]),
    ("ru", "Лидеры встретились в формате С5+1. Он существует с 2015 года.", [("c5plus1", "founded", None, "2015")]),
    ("ru", "ШОС основана в 2001 году.", [("sco", "founded", None, "2001")]),
    ("ru", "Созданная в 2009 году Организация тюркских государств объединяет пять стран.", [("ots", "founded", None, "2009")]),
    ("ru", "В 2023 году формат C5+1 был повышен до уровня глав государств.", [("c5plus1", "raised", LEADERS, "2023")]),
    ("ru", "Инвестиционный фонд ОТГ создан в 2022 году.", []),
    ("ru", "Саммит С5+1 прошёл в 2023 году.", []),
    ("ru", "Формат С5+1 создан десять лет назад.", []),
    ("ar", "تأسس منتدى C5+1 عام 2015 على مستوى وزراء الخارجية، وتم رفعه إلى مستوى رؤساء الدول في 20 سبتمبر 2023.",
     [("c5plus1", "founded", MINISTERS, "2015"), ("c5plus1", "raised", LEADERS, "2023-09-20")]),
    ("ar", "وقد تأسست منظمة شنغهاي للتعاون عام ٢٠٠١.", [("sco", "founded", None, "2001")]),
    ("ar", "اجتمع القادة في إطار C5+1. وأطلقت هذه الصيغة عام 2015.", [("c5plus1", "founded", None, "2015")]),
    ("ar", "أنشئت منظمة الدول التركية في أكتوبر 2009.", [("ots", "founded", None, "2009-10")]),
    ("ar", "ارتقت صيغة C5+1 إلى مستوى القمة عام 2023.", [("c5plus1", "raised", LEADERS, "2023")]),
    ("ar", "تأسس صندوق منظمة الدول التركية عام 2022.", []),
    ("ar", "عقدت قمة C5+1 عام 2023.", []),
    ("ar", "تحتفل صيغة C5+1 بمرور عشر سنوات على تأسيسها.", []),
    ("ar", "شركة غازبروم التي تأسست عام 1989 غابت عن قمة شنغهاي.", []),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "expected"), CASES, ids=[text[:50] for _, text, _ in CASES])
def test_a_text_claims_these_milestones_and_no_others(language: str, text: str, expected: list[Row]) -> None:
    assert rows(text, language) == expected


def test_a_milestone_has_the_words_that_say_so() -> None:
    text = "C5+1 was raised to the level of heads of state on 20 September 2023."
    quotes = {c.column: text[c.start : c.end] for c in find_milestones(read_mentions(make_article(text, "a")))}
    assert quotes["forum_id"] == "C5+1"
    assert quotes["happened_on"] == "20 September 2023"
    assert "raised" in quotes["milestone"]
    assert "heads of state" in quotes["level"]
