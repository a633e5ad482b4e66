"""Titles with their countries: whose office it is, and whether it is held, former, nested or anybody's."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from summitry.articles import Article
from summitry.mentions.document import Document
from summitry.mentions.reading import read_mentions
from summitry.mentions.titles import TitleGroup, find_title_groups


def read(text: str) -> Document:
    language = "ar" if re.search("[\u0621-\u064a]", text) else "ru" if re.search("[а-яё]", text) else "en"
    return read_mentions(Article("a", text, language, dt.date(2025, 11, 7)), part=True)


def groups(text: str) -> list[TitleGroup]:
    return find_title_groups(read(text))


@pytest.mark.parametrize(
    ("text", "office", "place"),
    [
        ("the president of Kazakhstan", "president", "KAZ"),
        ("Kazakhstan's president", "president", "KAZ"),
        ("the Kazakh President", "president", "KAZ"),
        ("Italian Prime Minister", "prime_minister", "ITA"),
        ("the foreign minister of the United States", "foreign_minister", "USA"),
        ("the king of Jordan", "monarch", "JOR"),
        ("президент Казахстана", "president", "KAZ"),
        ("казахстанский президент", "president", "KAZ"),
        ("премьер-министра Италии", "prime_minister", "ITA"),
        ("министром иностранных дел России", "foreign_minister", "RUS"),
        ("رئيس كازاخستان", "president", "KAZ"),
        ("الرئيس الكازاخي", "president", "KAZ"),
        ("رئيس الوزراء الإيطالي", "prime_minister", "ITA"),
        ("وزير الخارجية الروسي", "foreign_minister", "RUS"),
        ("ملك الأردن", "monarch", "JOR"),
        ("the president of the European Commission", "european_commission_president", "EUE"),
        ("председатель КНР", "president", "CHN"),
    ],
)
def test_a_title_has_its_office_and_country(text: str, office: str, place: str) -> None:
    found = [(group.office, group.place_id, group.plural) for group in groups(text)]
    assert (office, place, False) in found


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("the presidents of Kazakhstan and Uzbekistan", "president"),
        ("главы государств Центральной Азии", "president"),
        ("وزراء خارجية الدول الخمس", "foreign_minister"),
        ("the leaders of the five states", "leader"),
    ],
)
def test_a_plural_title_is_a_group(text: str, office: str) -> None:
    assert {group.office for group in groups(text) if group.plural} - {"none"} == {office}


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("the former president of Kazakhstan", "former"),
        ("бывший президент Киргизии", "former"),
        ("الرئيس الأوزبكي السابق", "former"),
        ("a president of Uzbekistan", "becoming"),
        ("the administration of the president of Kazakhstan", "of_office"),
        ("пресс-секретарь президента России", "nested"),
    ],
)
def test_a_former_an_indefinite_and_a_nested_title_are_marked(text: str, mark: str) -> None:
    (group,) = [group for group in groups(text) if group.place_id]
    assert getattr(group, mark)


@pytest.mark.parametrize(
    "text", ["the president of Kazakhstan", "президент Киргизии", "الرئيس الأوزبكي", "Kazakhstan's president"]
)
def test_a_plain_title_is_marked_as_nothing(text: str) -> None:
    (group,) = groups(text)
    marks = ("former", "becoming", "nested", "of_office", "plural")
    assert [mark for mark in marks if getattr(group, mark)] == []


@pytest.mark.parametrize(
    ("text", "place", "office"),
    [
        ("President Trump met his Kazakh counterpart", "KAZ", "president"),
        ("The prime minister received his Italian counterpart", "ITA", "prime_minister"),
        ("Президент принял своего узбекского коллегу", "UZB", "president"),
        ("والتقى وزير الخارجية نظيره الروسي", "RUS", "foreign_minister"),
    ],
)
def test_a_counterpart_has_the_office_of_the_one_named_before(text: str, place: str, office: str) -> None:
    assert (groups(text)[-1].place_id, groups(text)[-1].office) == (place, office)


def test_several_counterparts_are_one_group_each() -> None:
    found = groups("والتقى الرئيس نظراءه الكازاخي والقرغيزي والطاجيكي")
    assert [group.place_id for group in found if group.place_id] == ["KAZ", "KGZ", "TJK"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("President of Slovenia Janez Novak", "Janez"),
        ("the Kazakh President Mr. Arman Serikov", "Arman"),
        ("رئيس أوزبكستان السيد كريم جوراييف", "كريم"),
        ("президент Узбекистана Карим Джураев", "Карим"),
    ],
)
def test_the_name_begins_behind_title_country_and_honorific(text: str, name: str) -> None:
    document = read(text)
    (group,) = find_title_groups(document)
    assert document.words.forms[group.name_slot] == name
