"""The frames in which the press names somebody of no list beside an office, and whose names are no leader's."""

from __future__ import annotations

import datetime as dt
import itertools

import pytest

from summitry.articles import Article
from summitry.mentions.document import Document
from summitry.mentions.reading import read_mentions

DAY = dt.date(2025, 11, 26)

ENGLISH = (
    ("Arvid Lindqvist", "Sweden", "Swedish", "prime minister", ("SWE", "prime_minister")),
    ("Maria Fernanda Duarte", "Peru", "Peruvian", "president", ("PER", "president")),
    ("Bert van der Hoek", "the Netherlands", "Dutch", "foreign minister", ("NLD", "foreign_minister")),
)
ENGLISH_FRAMES = (
    "{adj} {Title} {name} said so.",
    "{country}'s new {title}, {name}, said so.",
    "{country}'s newly elected {title} {name} said so.",
    "{country}'s first female {title}, {name}, said so.",
    "{country}'s former {title} {name} said so.",
    "The outgoing {adj} {title}, {name}, said so.",
    "{name}, {country}'s long-serving {title}, said so.",
    "H.E. {name}, {title} of {country}, said so.",
    "{Title} {name} of {country} said so.",
    "{name}, who has been {title} of {country} since May, said so.",
    "{name} was elected {title} of {country} in May.",
    "Guests came from {country}. Its {title}, {name}, said so.",
)
RUSSIAN = (
    ("Арвид Линдквист", "Швеции", "премьер-министр", "премьер-министром", ("SWE", "prime_minister")),
    ("Мария Фернанда Дуарте", "Перу", "президент", "президентом", ("PER", "president")),
)
RUSSIAN_FRAMES = (
    "Новый {title} {country} {name} сказал об этом.",
    "Об этом сказал {name} ({title} {country}).",
    "{name} избран новым {by} {country}.",
    "Приехала и делегация {country}. Её {title} {name} сказал об этом.",
)
ARABIC = (
    ("أرفيد ليندكفيست", "السويد", "السويدي", "رئيس الوزراء", "رئيس وزراء", ("SWE", "prime_minister")),
    ("توماس أوكيلو", "أوغندا", "الأوغندي", "الرئيس", "رئيس", ("UGA", "president")),
    ("سليم بن يوسف", "تونس", "التونسي", "رئيس الحكومة", "رئيس حكومة", ("TUN", "prime_minister")),
)
ARABIC_FRAMES = (
    "وقال {title} {adj} {name} ذلك.",
    "وقال {title} {adj} الجديد {name} ذلك.",
    "وقال {title} {adj} المنتخب {name} ذلك.",
    "وقال {title} {adj} بالإنابة {name} ذلك.",
    "وقال {title} {adj} السابق {name} ذلك.",
    "وقال {name}، {of} {country}، ذلك.",
    "والتقى الرئيس الفرنسي إيمانويل ماكرون و{of} {country} {name}.",
    "والتقى ب{of} {country} {name}.",
)


def read(text: str, language: str) -> Document:
    return read_mentions(Article("a", text, language, DAY), part=True)


def unlisted(document: Document) -> list[tuple[str, str, str]]:
    return [(p.name, p.place_id, p.office) for p in document.people.values() if not p.known]


@pytest.mark.parametrize(("frame", "person"), list(itertools.product(ENGLISH_FRAMES, ENGLISH)))
def test_an_english_frame_names_whoever_stands_in_it(
    frame: str, person: tuple[str, str, str, str, tuple[str, str]]
) -> None:
    name, country, adjective, title, held = person
    text = frame.format(name=name, country=country, adj=adjective, title=title, Title=title.title())
    assert unlisted(read(text[0].upper() + text[1:], "en")) == [(name, *held)]


@pytest.mark.parametrize(("frame", "person"), list(itertools.product(RUSSIAN_FRAMES, RUSSIAN)))
def test_a_russian_frame_names_whoever_stands_in_it(
    frame: str, person: tuple[str, str, str, str, tuple[str, str]]
) -> None:
    name, country, title, by, held = person
    assert unlisted(read(frame.format(name=name, country=country, title=title, by=by), "ru")) == [(name, *held)]


@pytest.mark.parametrize(("frame", "person"), list(itertools.product(ARABIC_FRAMES, ARABIC)))
def test_an_arabic_frame_names_whoever_stands_in_it(
    frame: str, person: tuple[str, str, str, str, str, tuple[str, str]]
) -> None:
    name, country, adjective, title, of, held = person
    text = frame.format(name=name, country=country, adj=adjective, title=title, of=of)
    assert unlisted(read(text, "ar")) == [(name, *held)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Arvid Lindqvist, president of Kenya Airways, spoke."),
        ("en", "The Bank of Kenya's president Arvid Lindqvist spoke."),
        ("en", "Arvid Lindqvist, leader of the Kenyan delegation, spoke."),
        ("en", "The wife of the Kenyan president Maria Duarte spoke."),
        ("ru", "Супруга президента Кении Мария Дуарте выступила."),
        ("ru", "Кандидат в президенты Кении Арвид Линдквист выступил."),
        ("ar", "وقالت زوجة الرئيس الكيني ماريا دوارتي ذلك."),
        ("ar", "وقال مدير مكتب الرئيس الكيني أرفيد ليندكفيست ذلك."),
        ("ar", "الرئيس الكيني يزور باريس غدا."),
        ("ar", "قال إن الرئيس الكيني يعتزم زيارة المدينة."),
        ("ar", "وحضر حفل رسمي، رئيس كينيا ووزير دفاعها."),
        ("ar", "وقال الرئيس الكيني، بلهجة حازمة، ذلك."),
        ("ar", "وأدى الرئيس الكيني يمين الولاء أمام البرلمان."),
    ],
)
def test_a_name_beside_a_body_a_wife_or_an_aide_is_no_leader(language: str, text: str) -> None:
    assert unlisted(read(text, language)) == []


@pytest.mark.parametrize(
    "text",
    ["A newcomer was elected president of Peru.", "Она избрана президентом Перу.", "They want a president of Peru."],
)
def test_an_office_that_somebody_takes_is_not_its_last_holder(text: str) -> None:
    assert not read(text, "ru" if text[0] == "О" else "en").people
