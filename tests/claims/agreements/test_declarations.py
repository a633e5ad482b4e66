"""Who adopts a declaration of a summit of many, where the sentence only says "the leaders" or names nobody at all."""

from __future__ import annotations

import datetime as dt

import pytest

from summitry.articles import make_article
from summitry.claims.agreements.reading import find_agreements
from summitry.mentions.reading import read_mentions

_SUMMIT = {
    "ru": (
        "Саммит ШОС прошёл в Циндао. В заседании участвовали Си Цзиньпин, Владимир Путин, Нарендра Моди, президент "
        "Пакистана Мамнун Хусейн, Нурсултан Назарбаев, Сооронбай Жээнбеков, Эмомали Рахмон и Шавкат Мирзиёев. "
        "Иран представлял Хасан Роухани."
    ),
    "en": (
        "The SCO summit was held in Qingdao. It was attended by Xi Jinping, Vladimir Putin, Narendra Modi, Pakistan's "
        "President Mamnoon Hussain, Nursultan Nazarbayev, Sooronbay Jeenbekov, Emomali Rahmon and Shavkat Mirziyoyev. "
        "Iran was represented by Hassan Rouhani."
    ),
    "ar": (
        "عقدت قمة منظمة شنغهاي للتعاون في تشينغداو بمشاركة شي جين بينغ وفلاديمير بوتين وناريندرا مودي والرئيس الباكستاني "
        "ممنون حسين ونور سلطان نزارباييف وسورونباي جينبيكوف وإمام علي رحمن وشوكت ميرضيائيف. ومثل إيران حسن روحاني."
    ),
}
_MEMBERS = "CHN+IND+KAZ+KGZ+PAK+RUS+TJK+UZB"


def parties(text: str, language: str, day: dt.date) -> list[str]:
    article = make_article(text, "a", language=language, published_on=day)
    claims = find_agreements(read_mentions(article, part=True))
    rows = {claim.row: claim.value for claim in claims if claim.column == "agreement_id"}
    found: dict[object, set[str]] = {}
    for claim in claims:
        if claim.column == "place_id":
            found.setdefault(rows[claim.row], set()).add(str(claim.value))
    return sorted("+".join(sorted(places)) for places in found.values())


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Участники подписали Циндаоскую декларацию."),
        ("ru", "По итогам принята декларация."),
        ("ru", "По итогам саммита была подписана декларация о торговле."),
        ("ru", "Главы государств утвердили совместное коммюнике."),
        ("en", "The participants signed the Qingdao Declaration."),
        ("en", "A declaration was adopted at the end."),
        ("en", "The summit ended with the signing of a declaration on trade."),
        ("ar", "ووقع المشاركون إعلان تشينغداو."),
        ("ar", "واعتمد القادة إعلانا مشتركا."),
        ("ar", "واختتمت القمة بتوقيع إعلان حول التجارة."),
    ],
)
def test_the_leaders_who_adopt_a_declaration_are_the_members_of_that_day_who_have_met(language: str, text: str) -> None:
    assert parties(f"{_SUMMIT[language]} {text}", language, dt.date(2018, 6, 10)) == [_MEMBERS]


def test_who_has_joined_since_is_one_of_those_who_adopt() -> None:
    text = f"{_SUMMIT['ru']} Приехал и Александр Лукашенко. Участники подписали декларацию."
    assert parties(text, "ru", dt.date(2024, 7, 4)) == ["BLR+CHN+IND+IRN+KAZ+KGZ+PAK+RUS+TJK+UZB"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Участники не приняли декларацию."),
        ("en", "The participants did not adopt a declaration."),
        ("ar", "ولم يعتمد المشاركون إعلانا."),
        ("en", "The organisers said a declaration of intent was signed by two companies."),
    ],
)
def test_a_declaration_that_nobody_adopts_or_two_firms_sign_is_not_theirs(language: str, text: str) -> None:
    assert parties(f"{_SUMMIT[language]} {text}", language, dt.date(2018, 6, 10)) == []


def test_where_only_a_few_of_a_bodys_leaders_are_named_nobody_can_say_who_adopts() -> None:
    text = (
        "The SCO summit was held in Qingdao. Xi Jinping and Vladimir Putin attended. The leaders adopted a declaration."
    )
    assert parties(text, "en", dt.date(2018, 6, 10)) == []
