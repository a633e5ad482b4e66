"""Whose meeting it is: a region's leaders at home, a body with a partner, a body that somebody only wants to enter."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from summitry.articles import Article
from summitry.reader import extract

FRIDAY = dt.date(2025, 11, 7)


def forums(text: str) -> set[str]:
    language = "ar" if re.search("[\u0621-\u064a]", text) else "ru" if re.search("[а-яё]", text) else "en"
    return {row["forum_id"] for row in extract(Article("a", text, language, FRIDAY)).tables()["summits"]}


@pytest.mark.parametrize(
    "text",
    [
        "Central Asian leaders gathered in Tashkent on Sunday and took in Azerbaijan.",
        "В Ташкенте в воскресенье встретились главы государств Центральной Азии.",
        "Седьмая консультативная встреча глав государств Центральной Азии прошла в Ташкенте 16 ноября.",
        "اجتمع رؤساء دول آسيا الوسطى في طشقند الأحد في لقائهم التشاوري السابع.",
    ],
)
def test_a_regions_leaders_who_meet_at_home_hold_their_own_meeting(text: str) -> None:
    """Without a partner, in a city of one of them."""
    assert forums(text) == {"central-asia-consultative"}


@pytest.mark.parametrize(
    "text",
    [
        "Central Asian leaders gathered in New York on Sunday.",
        "Главы МИД стран Центральной Азии встретились в Ташкенте.",
        "Главы государств Центральной Азии собрались в Ташкенте. Об этом Путин узнал в Москве.",
        (
            "The leaders of the five Central Asian states met in Samarkand with EU "
            "officials, and Ursula von der Leyen promised money."
        ),
    ],
)
def test_not_abroad_nor_where_somebody_speaks_who_meets_with_them(text: str) -> None:
    """A city of another country, ministers, or the leader of a partner in the article."""
    assert "central-asia-consultative" not in forums(text)


@pytest.mark.parametrize(
    "text",
    [
        (
            "The Russia-Central Asia summit was held in Dushanbe on October 9. "
            "Tajikistan's entry into the EAEU was not discussed at the summit."
        ),
        (
            "В Душанбе 9 октября прошел саммит «Россия — Центральная Азия». О "
            "вступлении Таджикистана в ЕАЭС речь на саммите не шла."
        ),
        (
            "عقدت قمة روسيا وآسيا الوسطى في دوشنبه في 9 أكتوبر. ولم تبحث القمة "
            "انضمام طاجيكستان إلى الاتحاد الاقتصادي الأوراسي."
        ),
    ],
)
def test_a_body_that_somebody_may_enter_does_not_meet(text: str) -> None:
    """The accession is spoken of at another's summit."""
    assert forums(text) == {"russia-central-asia"}


@pytest.mark.parametrize(
    "text",
    [
        "Leaders of the Gulf Cooperation Council met Donald Trump for a summit in Riyadh on May 14, 2025.",
        "Лидеры стран ССАГПЗ провели в Эр-Рияде саммит с президентом США Дональдом Трампом.",
        "عقد قادة دول مجلس التعاون قمة مع الرئيس دونالد ترامب في الرياض يوم الأربعاء.",
    ],
)
def test_a_body_that_meets_a_countrys_head_is_no_meeting_of_its_own(text: str) -> None:
    """It is that of the format with the country, which the tables may not cover."""
    assert forums(text) == set()


@pytest.mark.parametrize(
    "text",
    [
        "At the GCC summit in Manama on December 3, leaders welcomed Donald Trump's plan.",
        "GCC leaders met in Manama on December 3 and thanked Donald Trump.",
        "رحب قادة مجلس التعاون في قمتهم بالمنامة في 3 ديسمبر بجهود الرئيس دونالد ترامب.",
    ],
)
def test_a_head_who_is_only_thanked_or_hailed_was_not_met(text: str) -> None:
    """The body's own summit, at which somebody is spoken of."""
    assert forums(text) == {"gcc"}


@pytest.mark.parametrize(
    "text",
    [
        (
            "Foreign ministers of the Gulf Cooperation Council and Central Asia held the "
            "third session of their strategic dialogue in Kuwait on Wednesday."
        ),
        (
            "Министры иностранных дел стран Совета сотрудничества арабских государств Персидского залива и "
            "Центральной Азии провели в среду в Эль-Кувейте третье заседание стратегического диалога."
        ),
        "عقد وزراء خارجية دول مجلس التعاون ودول آسيا الوسطى الاجتماع الثالث للحوار الاستراتيجي في الكويت يوم الأربعاء.",
    ],
)
def test_ministers_of_a_body_and_a_region_meet_in_their_format(text: str) -> None:
    """The day and the city between the verb and the word for meeting part nothing."""
    assert forums(text) == {"gcc-central-asia"}
