"""Dates of three languages, read from whole texts: written out, counted from publication, and none at all."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summitry.articles import Article
from summitry.mentions.dates import find_days
from summitry.mentions.document import Day
from summitry.mentions.reading import read_mentions

FRIDAY = dt.date(2025, 11, 7)
SCRIPTS = ("0123456789", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹")
MONTHS = {
    "en": [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    "ru": [
        "января",
        "февраля",
        "марта",
        "апреля",
        "мая",
        "июня",
        "июля",
        "августа",
        "сентября",
        "октября",
        "ноября",
        "декабря",
    ],
    "ar": [
        "يناير",
        "فبراير",
        "مارس",
        "أبريل",
        "مايو",
        "يونيو",
        "يوليو",
        "أغسطس",
        "سبتمبر",
        "أكتوبر",
        "نوفمبر",
        "ديسمبر",
    ],
}


def days_of(text: str, language: str, published_on: dt.date | None = FRIDAY) -> list[Day]:
    return read_mentions(Article("a", text, language, published_on), part=True).days


def read(text: str, language: str, published_on: dt.date | None = FRIDAY) -> list[tuple[str, str]]:
    """Each date as (ISO date, the words it stands in)."""
    return [(day.iso, text[day.mention.start : day.mention.end]) for day in days_of(text, language, published_on)]


@pytest.mark.parametrize(
    ("language", "text", "iso", "words"),
    [
        ("en", "The summit of 6 November 2025 in Washington", "2025-11-06", "6 November 2025"),
        ("en", "On November 6, 2025, they met", "2025-11-06", "November 6, 2025"),
        ("en", "It began on Nov. 6th, 2025 in Astana", "2025-11-06", "Nov. 6th, 2025"),
        ("en", "on the 6th of November 2025", "2025-11-06", "6th of November 2025"),
        ("en", "on the sixth of November 2025", "2025-11-06", "sixth of November 2025"),
        ("en", "signed 2025-11-06 in Astana", "2025-11-06", "2025-11-06"),
        ("en", "signed 06.11.2025 in Astana", "2025-11-06", "06.11.2025"),
        ("en", "signed 25/11/2025 in Astana", "2025-11-25", "25/11/2025"),
        ("en", "signed 11/25/2025 in Astana", "2025-11-25", "11/25/2025"),
        ("en", "signed 06/11/2025 in Astana", "2025", "06/11/2025"),
        ("en", "held 6-7 October 2025", "2025-10-06", "6-7 October 2025"),
        ("en", "held October 6–7, 2025", "2025-10-06", "October 6–7, 2025"),
        ("en", "held on 6 and 7 October 2025", "2025-10-06", "6 and 7 October 2025"),
        ("en", "held on October 6 and 7, 2025", "2025-10-06", "October 6 and 7, 2025"),
        ("en", "from April 30 to May 1, 2025", "2025-04-30", "April 30 to May 1, 2025"),
        ("en", "from 30 December to 2 January 2026", "2025-12-30", "30 December to 2 January 2026"),
        ("en", "They met in November 2025.", "2025-11", "November 2025"),
        ("en", "They met in 2023.", "2023", "2023"),
        ("en", "the summit in Samarkand (2022)", "2022", "2022"),
        ("en", "the 2023 summit in New York", "2023", "2023"),
        ("en", "the plan for 2025-2030", "2025", "2025-2030"),
        ("ru", "Саммит прошёл 6 ноября 2025 года в Вашингтоне", "2025-11-06", "6 ноября 2025 года"),
        ("ru", "Встреча состоялась в ноябре 2025 г. в Астане", "2025-11", "ноябре 2025 г"),
        ("ru", "Встреча прошла 3–4 апреля 2025 года", "2025-04-03", "3–4 апреля 2025 года"),
        ("ru", "Встреча прошла с 6 по 7 октября 2025 года", "2025-10-06", "6 по 7 октября 2025 года"),
        ("ru", "с 30 апреля по 1 мая 2025 года", "2025-04-30", "30 апреля по 1 мая 2025 года"),
        ("ru", "Встреча прошла шестого ноября 2025 года", "2025-11-06", "шестого ноября 2025 года"),
        ("ru", "Встреча прошла 6-го ноября 2025-го", "2025-11-06", "6-го ноября 2025-го"),
        ("ru", "САМАРКАНД, 11.11.2022. Открылся саммит", "2022-11-11", "11.11.2022"),
        ("ru", "Они виделись в 2023 году", "2023", "2023 году"),
        ("ru", "переговоры идут с 2019-го", "2019", "2019-го"),
        ("ru", "план действий на 2025–2027 годы", "2025", "2025–2027 годы"),
        ("ar", "عقدت القمة في 6 نوفمبر 2025 بواشنطن", "2025-11-06", "6 نوفمبر 2025"),
        ("ar", "عقدت القمة في 6 تشرين الثاني 2025", "2025-11-06", "6 تشرين الثاني 2025"),
        ("ar", "عقدت القمة في ٦ نوفمبر/تشرين الثاني ٢٠٢٥", "2025-11-06", "٦ نوفمبر/تشرين الثاني ٢٠٢٥"),
        ("ar", "عقدت القمة في 6 نوفمبر (تشرين الثاني) 2025", "2025-11-06", "6 نوفمبر (تشرين الثاني) 2025"),
        ("ar", "في السادس من نوفمبر 2025", "2025-11-06", "السادس من نوفمبر 2025"),
        ("ar", "في الحادي والعشرين من أيار 2025", "2025-05-21", "الحادي والعشرين من أيار 2025"),
        ("ar", "يومي 6 و7 أكتوبر 2025 في غابالا", "2025-10-06", "6 و7 أكتوبر 2025"),
        ("ar", "من 30 أبريل إلى 1 مايو 2025", "2025-04-30", "30 أبريل إلى 1 مايو 2025"),
        ("ar", "في الـ6 من نوفمبر من عام 2025", "2025-11-06", "6 من نوفمبر من عام 2025"),
        ("ar", "انعقدت في جويلية 2024 بالجزائر", "2024-07", "جويلية 2024"),
        ("ar", "انعقدت في غشت 2024 بالرباط", "2024-08", "غشت 2024"),
        ("ar", "تأسس المنتدى عام 2015", "2015", "عام 2015"),
        ("ar", "وقعت بتاريخ 2025/11/06 مذكرة", "2025-11-06", "2025/11/06"),
    ],
)
def test_a_written_date_needs_no_day_of_publication(language: str, text: str, iso: str, words: str) -> None:
    assert read(text, language, None) == [(iso, words)]
    assert not days_of(text, language)[0].relative


@pytest.mark.parametrize(
    ("language", "text", "iso", "words"),
    [
        ("en", "They met on November 6 in Washington", "2025-11-06", "November 6"),
        ("en", "They met in March in Astana", "2025-03", "March"),
        ("en", "They will meet in March in Astana", "2026-03", "March"),
        ("en", "They signed it in late October.", "2025-10", "October"),
        ("en", "They met in mid-October.", "2025-10", "October"),
        ("en", "They met last November.", "2024-11", "last November"),
        ("en", "They met in November last year.", "2024-11", "November last year"),
        ("en", "Trump received them on Thursday in Washington", "2025-11-06", "Thursday"),
        ("en", "Trump said on Thursday that he will come", "2025-11-06", "Thursday"),
        ("en", "The leaders will meet on Thursday in Astana", "2025-11-13", "Thursday"),
        ("en", "On Thursday the leaders will meet in Astana", "2025-11-13", "Thursday"),
        ("en", "The leaders will meet in Washington, D.C. on Thursday", "2025-11-13", "Thursday"),
        ("en", "The leaders of Qatar, Oman — and Kuwait — will meet on Thursday", "2025-11-13", "Thursday"),
        ("en", "They met in Washington, D.C. on Thursday", "2025-11-06", "Thursday"),
        ("en", "Putin will receive the leaders in St. Petersburg on Thursday", "2025-11-13", "Thursday"),
        ("en", "They meet next Thursday", "2025-11-13", "next Thursday"),
        ("en", "They met last Friday", "2025-10-31", "last Friday"),
        ("en", "They met yesterday in Astana", "2025-11-06", "yesterday"),
        ("en", "They met yesterday, Thursday, in Astana", "2025-11-06", "yesterday, Thursday"),
        ("en", "They meet tomorrow in Astana", "2025-11-08", "tomorrow"),
        ("en", "They met last month in Astana", "2025-10", "last month"),
        ("en", "on the 6th of this month", "2025-11-06", "6th of this month"),
        ("en", "They met this year in Astana", "2025", "this year"),
        ("ru", "Саммит прошёл 6 ноября в Вашингтоне", "2025-11-06", "6 ноября"),
        ("ru", "Трамп принял их в четверг вечером", "2025-11-06", "четверг"),
        ("ru", "Саммит состоится в четверг", "2025-11-13", "четверг"),
        ("ru", "В четверг лидеры встретятся в Астане", "2025-11-13", "четверг"),
        ("ru", "в прошлый вторник они прибыли", "2025-11-04", "прошлый вторник"),
        ("ru", "в следующий вторник они прибудут", "2025-11-11", "следующий вторник"),
        ("ru", "Вчера они подписали меморандум", "2025-11-06", "Вчера"),
        ("ru", "вчера, в четверг, они подписали меморандум", "2025-11-06", "вчера, в четверг"),
        ("ru", "в прошлом месяце они подписали меморандум", "2025-10", "прошлом месяце"),
        ("ru", "в прошлом году они подписали меморандум", "2024", "прошлом году"),
        ("ru", "в ноябре прошлого года они встретились", "2024-11", "ноябре прошлого года"),
        ("ru", "В мае Филиппины принимают саммит", "2026-05", "мае"),
        ("ar", "استقبلهم ترامب يوم الخميس في البيت الأبيض", "2025-11-06", "الخميس"),
        ("ar", "استقبلهم ترامب اليوم الجمعة", "2025-11-07", "اليوم الجمعة"),
        ("ar", "استقبلهم ترامب أمس الخميس", "2025-11-06", "أمس الخميس"),
        ("ar", "ستعقد القمة يوم الخميس في أستانا", "2025-11-13", "الخميس"),
        ("ar", "تعقد القمة يوم الخميس المقبل", "2025-11-13", "الخميس المقبل"),
        ("ar", "عقدت القمة يوم الثلاثاء الماضي", "2025-11-04", "الثلاثاء الماضي"),
        ("ar", "وضعت الصين الشهر الماضي عوائق", "2025-10", "الشهر الماضي"),
        ("ar", "عقدت القمة في أكتوبر الماضي", "2025-10", "أكتوبر الماضي"),
        ("ar", "في السادس من الشهر الجاري", "2025-11-06", "السادس من الشهر الجاري"),
        ("ar", "في 6 نوفمبر من العام الماضي", "2024-11-06", "6 نوفمبر من العام الماضي"),
        ("ar", "وقعت أول أمس مذكرة تفاهم", "2025-11-05", "أول أمس"),
        ("ar", "القمة التي عقدت العام الماضي", "2024", "العام الماضي"),
    ],
)
def test_what_a_date_leaves_open_is_counted_from_publication(language: str, text: str, iso: str, words: str) -> None:
    assert read(text, language) == [(iso, words)]
    assert days_of(text, language)[0].relative


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The C5+1 leaders march on, and they may come again."),
        ("en", "A group of 2000 soldiers and 37 aircraft"),
        ("en", "It cost 2025 dollars, or 5 percent of the price"),
        ("en", "Theresa May and President Mar-a-Lago at 16:30"),
        ("en", "The resolution of 31 November 2025 does not exist"),
        ("en", "Version 1.2.2025.3 of the treaty"),
        ("ru", "Защита окружающей среды; 2000 человек, 25 млн тонн"),
        ("ru", "На сегодняшний день в формате «С5+1» шесть стран"),
        ("ru", "Стратегия «Узбекистан – 2030» и 12 документов"),
        ("ar", "في 15 جمادى الأولى 1447 هـ"),
        ("ar", "في اليوم التالي من القمة الثانية عشرة"),
        ("ar", "اليوم الأول من القمة"),
        ("ar", "قالت رئيسة الوزراء تيريزا ماي إن الخلاف بين الاثنين كبير"),
        ("ar", "وقّعت 12 وثيقة وجمعت 2000 مشارك في إطار C5+1"),
    ],
)
def test_what_is_no_date_gives_no_day(language: str, text: str) -> None:
    assert read(text, language) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "On Thursday they met; yesterday they flew home, last month they signed."),
        ("en", "They met on November 6 in Washington."),
        ("ru", "Вчера и в четверг они встречались, а 6 ноября подписали договор."),
        ("ar", "التقوا يوم الخميس وأمس ووقعوا في 6 نوفمبر مذكرة."),
    ],
)
def test_nothing_is_counted_where_the_day_of_publication_is_unknown(language: str, text: str) -> None:
    assert read(text, language, None) == []


def test_a_full_date_in_the_text_gives_an_unpublished_weekday_its_month() -> None:
    text = "They meet on Thursday. The picture of November 2, 2025 shows him. On October 30 he was in Seoul."
    assert read(text, "en", None) == [
        ("2025-11", "Thursday"),
        ("2025-11-02", "November 2, 2025"),
        ("2025-10-30", "October 30"),
    ]


def test_a_full_date_long_before_the_report_dates_nothing_else() -> None:
    text = "Founded on June 15, 2001, it met on Thursday, after the summit of 2024."
    assert read(text, "en", None) == [("2001-06-15", "June 15, 2001"), ("2024", "2024")]


def test_a_weekday_beside_its_date_is_one_date() -> None:
    assert read("They met on Thursday, November 6, in Washington", "en") == [("2025-11-06", "November 6")]
    assert read("Они встретились в четверг, 6 ноября", "ru") == [("2025-11-06", "6 ноября")]
    assert read("التقوا يوم الخميس 6 نوفمبر", "ar") == [("2025-11-06", "6 نوفمبر")]


def test_a_year_named_in_the_same_clause_counts_more_than_publication() -> None:
    assert read("In 2023, on September 19, they met", "en")[-1] == ("2023-09-19", "September 19")
    assert read("on April 30 and May 1, 2024", "en")[0] == ("2024-04-30", "April 30")
    text = "Last year's meeting was held in Dushanbe on October 10"
    assert read(text, "en")[-1] == ("2024-10-10", "October 10")


def test_a_year_that_opens_the_sentence_holds_for_its_dates() -> None:
    text = "Last year's summit was held in Kazan, Russia, in October"
    assert read(text, "en")[-1] == ("2024-10", "October")
    text = "Trade grew last year, and on October 10 they met"
    assert read(text, "en")[-1] == ("2025-10-10", "October 10")


@pytest.mark.parametrize(
    ("language", "text", "isos"),
    [
        ("en", "between October 30 and November 2", ["2025-10-30"]),
        ("en", "in September and October", ["2025-09", "2025-10"]),
        ("en", "in 2023 and 2024", ["2023", "2024"]),
        ("ru", "в 2024 и 2025 годах", ["2024", "2025"]),
        ("ar", "في عامي 2024 و2025", ["2024", "2025"]),
        ("ar", "يومي الخميس والجمعة", ["2025-11-06"]),  # two days of one meeting
    ],
)
def test_of_several_dates_a_range_is_one_and_a_list_is_many(language: str, text: str, isos: list[str]) -> None:
    assert [day.iso for day in days_of(f"Astana: {text}" if language == "en" else text, language)] == isos


def test_the_heading_with_the_day_of_publication_is_no_date_of_the_text() -> None:
    text = "date 2025-11-07 The leaders met on November 6, 2025."
    document = read_mentions(Article("a", text, "en", FRIDAY, body_start=15), part=True)
    assert [day.iso for day in document.days] == ["2025-11-06"]


def test_reading_days_twice_gives_the_same() -> None:
    document = read_mentions(
        Article("a", "They met on Thursday, after the talks of May 2024.", "en", FRIDAY), part=True
    )
    assert find_days(document) == document.days


@given(st.dates(dt.date(1991, 1, 1), dt.date(2099, 12, 31)), st.sampled_from(SCRIPTS), st.sampled_from(sorted(MONTHS)))
def test_digits_of_any_script_give_the_same_day(day: dt.date, script: str, language: str) -> None:
    written = f"{day.day} {MONTHS[language][day.month - 1]} {day.year}".translate(
        dict(zip(map(ord, SCRIPTS[0]), script, strict=True))
    )
    assert read(written, language, None) == [(day.isoformat(), written)]


@given(st.dates(dt.date(1991, 1, 1), dt.date(2099, 12, 31)), st.dates(dt.date(1991, 1, 1), dt.date(2099, 12, 31)))
def test_a_full_date_does_not_depend_on_publication(day: dt.date, published_on: dt.date) -> None:
    text = f"The leaders met on {MONTHS['en'][day.month - 1]} {day.day}, {day.year}, in Astana."
    assert [found.iso for found in days_of(text, "en", published_on)] == [day.isoformat()]


@given(st.dates(dt.date(1992, 1, 1), dt.date(2098, 12, 31)), st.integers(-45, 0))
def test_a_day_without_a_year_is_the_nearest_one(published_on: dt.date, distance: int) -> None:
    day = published_on + dt.timedelta(days=distance)
    text = f"The leaders met on {day.day} {MONTHS['en'][day.month - 1]} in Astana."
    # A 29 February has no like in the years around it, and is still that day.
    assert [found.iso for found in days_of(text, "en", published_on)] == [day.isoformat()]


@given(st.dates(dt.date(1992, 1, 1), dt.date(2098, 12, 31)), st.integers(0, 6))
def test_a_weekday_is_the_day_of_publication_or_the_last_one_before(published_on: dt.date, distance: int) -> None:
    day = published_on - dt.timedelta(days=distance)
    names = ["понедельник", "вторник", "среду", "четверг", "пятницу", "субботу", "воскресенье"]
    text = f"Президенты встретились в {names[day.weekday()]} в Астане."
    assert [found.iso for found in days_of(text, "ru", published_on)] == [day.isoformat()]


@pytest.mark.parametrize(
    ("language", "text", "isos"),
    [
        ("en", "They met on October 8, 2025. A day later the summit opened.", ["2025-10-08", "2025-10-09"]),
        ("en", "They met on October 8, 2025 and, the same day, signed.", ["2025-10-08", "2025-10-08"]),
        ("en", "They met in October 2025. The next day they signed.", ["2025-10"]),
        ("en", "They met on October 8, 2025. He spoke. She spoke. All left. The next day they signed.", ["2025-10-08"]),
        ("ru", "Они встретились 8 октября 2025 года. Днём ранее он прилетел.", ["2025-10-08", "2025-10-07"]),
        ("ru", "Встреча была 8 октября 2025 года. На следующий день после матча он улетел.", ["2025-10-08"]),
        ("ar", "وصل في 8 أكتوبر 2025، وفي اليوم التالي التقى نظيره.", ["2025-10-08", "2025-10-09"]),
        ("ar", "التقيا في 8 أكتوبر 2025. وفي اليوم نفسه وقعا الاتفاق.", ["2025-10-08", "2025-10-08"]),
    ],
)
def test_the_next_day_is_counted_from_the_full_day_told_just_before(language: str, text: str, isos: list[str]) -> None:
    assert [iso for iso, _ in read(text, language)] == isos
