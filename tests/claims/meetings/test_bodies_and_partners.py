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
        "Leaders of the Gulf Cooperation Council gave Donald Trump a summit of his own in Riyadh on Wednesday.",
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
        "GCC leaders received Donald Trump's letter at their summit in Manama on December 3.",
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


def seated(text: str) -> set[str]:
    language = "ar" if re.search("[\u0621-\u064a]", text) else "ru" if re.search("[а-яё]", text) else "en"
    return {row["leader_id"] for row in extract(Article("a", text, language, FRIDAY)).tables()["attendance"]}


TASHKENT = {
    "ru": "В Ташкенте 6 ноября прошла консультативная встреча глав государств Центральной Азии. ",
    "en": "The consultative meeting of Central Asian leaders was held in Tashkent on November 6, 2025. ",
    "ar": "عقد الاجتماع التشاوري لقادة دول آسيا الوسطى في طشقند في 6 نوفمبر. ",
}


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ru", "Садыр Жапаров напомнил, что в марте в Худжанде подписан договор о границах.", {"sadyr-japarov"}),
        ("en", "Sadyr Japarov recalled that a border treaty had been signed in Khujand in March.", {"sadyr-japarov"}),
        ("ar", "وذكّر الرئيس صدير جباروف بأن معاهدة الحدود وقعت في خجند في مارس.", {"sadyr-japarov"}),
        ("ru", "В марте Садыр Жапаров заявил, что границ больше нет.", set()),
        ("en", "In March Sadyr Japarov said that the borders were settled.", set()),
    ],
)
def test_what_a_speaker_tells_of_another_day_he_tells_here(language: str, text: str, expected: set[str]) -> None:
    """A day behind "that" is of what is told; one before the verb is that of the saying."""
    assert seated(TASHKENT[language] + text) == expected


@pytest.mark.parametrize(
    ("text", "comes"),
    [
        ("Emomali Rahmon did not come empty-handed.", True),
        ("Emomali Rahmon did not come.", False),
    ],
)
def test_who_does_not_come_empty_handed_comes(text: str, comes: bool) -> None:
    """A manner of speaking, not an absence."""
    assert ("emomali-rahmon" in seated(TASHKENT["en"] + text)) is comes


def test_whom_a_body_sends_its_president_does_not_make_it_meet() -> None:
    """ "Of the European Council" tells whose president he is."""
    text = (
        "The EU-Central Asia summit was held in Samarkand on November 6, 2025. The two presidents, Antonio Costa of the "
        "European Council and Ursula von der Leyen of the Commission, sat down with Shavkat Mirziyoyev."
    )
    assert seated(text) == {"antonio-costa", "ursula-von-der-leyen", "shavkat-mirziyoyev"}


@pytest.mark.parametrize(
    "text",
    [
        "The first summit between the Gulf Cooperation Council and the Central Asian countries was held in Jeddah on Thursday.",
        "Первый саммит между ССАГПЗ и странами Центральной Азии прошёл в Джидде.",
        "احتضنت جدة أمس القمة الأولى بين دول مجلس التعاون الخليجي ودول آسيا الوسطى.",
        "The GCC with Central Asia held a summit in Jeddah on Thursday.",
    ],
)
def test_a_body_and_a_region_beside_it_meet_in_a_forum_of_theirs(text: str) -> None:
    assert forums(text) == {"gcc-central-asia"}


def test_a_region_that_a_body_only_speaks_of_does_not_meet_with_it() -> None:
    assert forums("The GCC held a summit in Jeddah on Thursday, and Central Asia was one of its topics.") == {"gcc"}


@pytest.mark.parametrize(
    "text",
    [
        (
            "Azerbaijan was admitted to the Consultative Meetings of the Heads of State of Central Asia. The seventh of these "
            "meetings took place in Tashkent on November 6."
        ),
        (
            "Азербайджан принят в формат консультативных встреч глав государств Центральной Азии. Седьмая из этих встреч прошла "
            "в Ташкенте 6 ноября."
        ),
        "انضمت أذربيجان إلى صيغة الاجتماعات التشاورية لقادة دول آسيا الوسطى. وعقد سابع هذه الاجتماعات في طشقند في 6 نوفمبر.",
    ],
)
def test_one_of_these_meetings_is_of_the_forum_that_the_plural_names(text: str) -> None:
    assert forums(text) == {"central-asia-consultative"}
