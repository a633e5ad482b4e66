"""Who an article names: under any spelling, behind a title, in a list, by surname, by title alone; who is nobody."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from summitry.articles import Article
from summitry.mentions.document import Document
from summitry.mentions.reading import read_mentions
from summitry.mentions.slugs import leader_slug

DAY = dt.date(2025, 11, 7)


def read(text: str, day: dt.date | None = DAY) -> Document:
    script = {"ar": "[\u0621-\u064a]", "ru": "[а-яё]"}
    language = next((name for name, letters in script.items() if re.search(letters, text)), "en")
    return read_mentions(Article("a", text, language, day), part=True)


def named(document: Document) -> list[tuple[str, str]]:
    """Each naming in the order of the text: the words, and the person's id."""
    return [(document.text_of(m.start, m.end), m.value) for m in document.of("person")]


def people(document: Document) -> set[str]:
    return {mention.value for mention in document.of("person")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kassym-Jomart Tokayev arrived.", [("Kassym-Jomart Tokayev", "kassym-jomart-tokayev")]),
        ("«Касым-Жомартом Токаевым» назван", [("Касым-Жомартом Токаевым", "kassym-jomart-tokayev")]),
        ("ووصل قاسم جومارت توكاييف", [("قاسم جومارت توكاييف", "kassym-jomart-tokayev")]),
        ("استقبل شوكت ميرضيائيف الوفد", [("شوكت ميرضيائيف", "shavkat-mirziyoyev")]),
        ("استقبل شافكات ميرزيوييف الوفد", [("شافكات ميرزيوييف", "shavkat-mirziyoyev")]),
        ("Приехал Эмомали Рахмон.", [("Эмомали Рахмон", "emomali-rahmon")]),
        ("SERDAR BERDIMUHAMEDOW LEFT", [("SERDAR BERDIMUHAMEDOW", "serdar-berdimuhamedow")]),
    ],
)
def test_listed_people_are_named_under_their_spellings(text: str, expected: list[tuple[str, str]]) -> None:
    assert named(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("President Shavkat Mirziyaev spoke.", ("Shavkat Mirziyaev", "shavkat-mirziyoyev")),
        ("Kasym Zhomart Tokaiev spoke.", ("Kasym Zhomart Tokaiev", "kassym-jomart-tokayev")),
        ("Выступил Шавкат Мирзияев.", ("Шавкат Мирзияев", "shavkat-mirziyoyev")),
        ("وتحدث صادير جباروف أمام الوفود", ("صادير جباروف", "sadyr-japarov")),
    ],
)
def test_a_spelling_of_no_list_is_united_with_its_person(text: str, expected: tuple[str, str]) -> None:
    assert expected in named(read(text))


@pytest.mark.parametrize(
    ("text", "person", "name", "place", "office"),
    [
        ("قال رئيس أوزبكستان كريم جوراييف إن بلاده مستعدة.", "krym-jwrayyf", "كريم جوراييف", "UZB", "president"),
        ("Italian Prime Minister Luca Bianchi arrived.", "luca-bianchi", "Luca Bianchi", "ITA", "prime_minister"),
        ("Uzbekistan's President Karim Juraev arrived.", "karim-juraev", "Karim Juraev", "UZB", "president"),
        ("The president of Slovenia, Janez Novak, arrived.", "janez-novak", "Janez Novak", "SVN", "president"),
        (
            "Janez Novak, the prime minister of Slovenia, arrived.",
            "janez-novak",
            "Janez Novak",
            "SVN",
            "prime_minister",
        ),
        ("Премьер-министр Италии Лука Бьянки прибыл в Астану.", "luk-byank", "Лука Бьянки", "ITA", "prime_minister"),
        ("وزير الخارجية الفنلندي ميكا لاهتينن وصل أمس.", "myka-lahtynn", "ميكا لاهتينن", "FIN", "foreign_minister"),
        (
            "Министр иностранных дел Финляндии Мика Лахтинен выступил.",
            "mik-lakhtinen",
            "Мика Лахтинен",
            "FIN",
            "foreign_minister",
        ),
    ],
)
def test_a_name_of_no_list_beside_a_title_is_a_person_of_the_article(
    text: str, person: str, name: str, place: str, office: str
) -> None:
    document = read(text)
    assert people(document) == {person}
    found = document.people[person]
    assert (found.known, found.name, found.place_id, found.office) == (False, name, place, office)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "The presidents of Kazakhstan, Arman Serikov, of Uzbekistan, Karim Juraev, and Tajikistan, "
                "Emomali Rahmon, met."
            ),
            {"arman-serikov", "karim-juraev", "emomali-rahmon"},
        ),
        (
            "واجتمع رؤساء كازاخستان أرمان سيريكوف، وأوزبكستان كريم جوراييف، وطاجيكستان إمام علي رحمان.",
            {"arman-syrykwf", "krym-jwrayyf", "emomali-rahmon"},
        ),
        (
            "Встретились президенты Казахстана Арман Сериков, Узбекистана Карим Джураев и Таджикистана Эмомали Рахмон.",
            {"arman-serikov", "karim-dzhuraev", "emomali-rahmon"},
        ),
    ],
)
def test_a_list_gives_each_country_its_own_person(text: str, expected: set[str]) -> None:
    assert people(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "surnames"),
    [
        ("Donald Trump met Sadyr Japarov. Trump praised Japarov.", ["donald-trump", "sadyr-japarov"]),
        ("Дональд Трамп принял Садыра Жапарова. Трамп поблагодарил Жапарова.", ["donald-trump", "sadyr-japarov"]),
        ("التقى دونالد ترامب صدر جاباروف. وشكر ترامب جاباروف.", ["donald-trump", "sadyr-japarov"]),
        ("Luca Bianchi, the prime minister of Italy, left. Bianchi waved.", ["luca-bianchi"]),
    ],
)
def test_a_surname_means_the_one_who_was_named_in_full(text: str, surnames: list[str]) -> None:
    namings = [value for _, value in named(read(text))]
    assert namings == surnames * 2


def test_a_surname_that_two_people_bear_means_neither() -> None:
    text = "Gurbanguly Berdimuhamedow and Serdar Berdimuhamedow met. Berdimuhamedow left early."
    assert [words for words, _ in named(read(text))] == ["Gurbanguly Berdimuhamedow", "Serdar Berdimuhamedow"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Uzbek president thanked him.", "shavkat-mirziyoyev"),
        ("The president of Kazakhstan left.", "kassym-jomart-tokayev"),
        ("Президент Таджикистана прибыл.", "emomali-rahmon"),
        ("Казахстанский лидер прибыл.", "kassym-jomart-tokayev"),
        ("صرح الرئيس الأوزبكي بذلك", "shavkat-mirziyoyev"),
        ("صرح الرئيس الفرغيزي بذلك", "sadyr-japarov"),
        ("صرح رئيس قرغيزستان بذلك", "sadyr-japarov"),
        ("President Donald Trump met his Kazakh counterpart.", "kassym-jomart-tokayev"),
        ("Президент Дональд Трамп встретился со своим казахстанским коллегой.", "kassym-jomart-tokayev"),
        ("التقى الرئيس دونالد ترامب نظيره الكازاخي", "kassym-jomart-tokayev"),
    ],
)
def test_a_title_alone_means_the_holder_of_the_office(text: str, expected: str) -> None:
    assert named(read(text))[-1][1] == expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (dt.date(2025, 11, 7), ["donald-trump"]),
        (dt.date(2023, 9, 20), ["joe-biden"]),
        (dt.date(2019, 5, 1), ["donald-trump"]),
        (None, []),
    ],
)
def test_a_title_alone_is_read_on_the_day_of_the_article(day: dt.date | None, expected: list[str]) -> None:
    assert [value for _, value in named(read("The US president spoke.", day))] == expected


@pytest.mark.parametrize(
    "text",
    [
        "The former president of Kazakhstan spoke.",
        "A president of Uzbekistan must be a citizen.",
        "The office of the president of Kazakhstan said so.",
        "Бывший президент Киргизии выступил.",
        "تحدث الرئيس الأوزبكي السابق",
        "The presidents spoke.",
        "The president of the company spoke.",
        "قال رئيس الشركة إن الأرباح ارتفعت",
    ],
)
def test_a_former_an_indefinite_or_a_mere_title_means_nobody(text: str) -> None:
    assert named(read(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Kazakhstan President Hotel opened on Friday.",
        "Президент Казахстана Вчера прибыл.",
        "قال رئيس أوزبكستان إن القمة ناجحة.",
        "وأكد رئيس أوزبكستان أهمية التعاون بين البلدين.",
        "شارك رئيس كازاخستان في القمة أمس.",
        "The prime minister of Italy Friday left.",
    ],
)
def test_running_text_behind_a_title_is_no_name(text: str) -> None:
    assert [person for person in read(text).people.values() if not person.known] == []


def test_the_office_is_the_one_that_the_article_gives_where_the_vocabulary_knows_it() -> None:
    document = read("Former president and now Chairman of the Halk Maslahaty Gurbanguly Berdimuhamedow spoke.")
    assert document.people["gurbanguly-berdimuhamedow"].place_id == "TKM"
    document = read("Boris Johnson spoke.", dt.date(2020, 3, 1))
    assert document.people["boris-johnson"].office == "prime_minister"
    document = read("Then Foreign Secretary Boris Johnson spoke.", dt.date(2020, 3, 1))
    assert document.people["boris-johnson"].office == "foreign_minister"


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("ru", ["Карим Джураев", "Карима Джураева", "Каримом Джураевым", "Кариму Джураеву"]),
        ("ru", ["Артём Сериков", "Артема Серикова", "Артёмом Сериковым", "АРТЁМУ СЕРИКОВУ"]),
        ("ru", ["Дмитрий Козак", "Дмитрия Козака", "Дмитрием Козаком"]),
        ("ru", ["Николай Быстрицкий", "Николая Быстрицкого", "Николаем Быстрицким"]),
        ("ru", ["Игорь Сергеевич", "Игоря Сергеевича", "Игорем Сергеевичем"]),
        ("ru", ["Валентина Орлова", "Валентины Орловой", "Валентиной Орловой"]),
        ("ru", ["Лука Бьянки", "Луки Бьянки", "Лукой Бьянки"]),
        ("en", ["Karim Juraev", "KARIM JURAEV"]),
        ("ar", ["كريم جوراييف", "كريم جورايّيف"]),
    ],
)
def test_a_person_of_no_list_has_one_id_in_every_form_of_the_name(language: str, forms: list[str]) -> None:
    ids = {leader_slug(language, form.split()) for form in forms}
    assert len(ids) == 1
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)+", ids.pop())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The presidents of Uzbekistan and Kazakhstan spoke.", {"shavkat-mirziyoyev", "kassym-jomart-tokayev"}),
        ("He received the Kyrgyz and Kazakh presidents.", {"sadyr-japarov", "kassym-jomart-tokayev"}),
        ("Выступили президенты Узбекистана и Киргизии.", {"shavkat-mirziyoyev", "sadyr-japarov"}),
        ("وغاب الرئيسان الصيني والروسي عن الاجتماع", {"xi-jinping", "vladimir-putin"}),
    ],
)
def test_a_title_that_countries_share_means_each_ones_holder(text: str, expected: set[str]) -> None:
    assert people(read(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "مع رئيس كازاخستان قاسم جومارت. وتوكاييف هو من زار واشنطن",
        "President of Kazakhstan Kassym-Jomart spoke first",
    ],
)
def test_given_names_alone_behind_title_and_country_are_the_holder(text: str) -> None:
    assert people(read(text)) == {"kassym-jomart-tokayev"}


def test_an_arabic_name_whose_first_word_is_also_a_preposition_is_read_without_its_middle_name() -> None:
    assert people(read("ونظيره الطاجيكستاني إمام رحمان")) == {"emomali-rahmon"}


def test_a_listed_name_behind_son_of_is_only_the_fathers() -> None:
    text = "وصل إلى جدة الشيخ ناصر بن حمد بن عيسى آل خليفة للمشاركة في القمة الخليجية."
    assert "hamad-bin-isa-al-khalifa" not in {m.value for m in read_mentions(Article("a", text, "ar")).of("person")}
    text = "وصل إلى جدة الملك حمد بن عيسى آل خليفة للمشاركة في القمة الخليجية."
    assert "hamad-bin-isa-al-khalifa" in {m.value for m in read_mentions(Article("a", text, "ar")).of("person")}


def test_a_country_far_behind_a_word_for_leaders_brings_no_name() -> None:
    text = (
        "التقى ترامب أربعة زعماء من آسيا الوسطى في البيت الأبيض يوم الخميس، في منطقة لطالما هيمنت عليها روسيا وتتقرب إليها "
        "الصين."
    )
    assert {m.value for m in read(text).of("person")} == {"donald-trump"}


def test_a_country_that_is_no_item_of_an_arabic_list_brings_no_name() -> None:
    text = "شكل أول اجتماع لرؤساء الدول في إطار آلية تعاون آسيا الوسطى مع الصين أساس قوي لصياغة نمط جديد."
    assert not read(text).of("person")


def test_heads_of_several_countries_in_an_oblique_case_are_no_one_person() -> None:
    text = "Трамп направил главам Кыргызстана, Казахстана и Таджикистана приглашения и принял глав Узбекистана и Туркменистана."
    assert {m.value for m in read(text).of("person")} == {"donald-trump"}
