"""Whom countries send, who only telephones, who was in office then; the meeting before, and the city that saw a summit."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

import pytest

from summitry.articles import Article
from summitry.reader import extract

FRIDAY = dt.date(2025, 11, 7)
TWO = 2


def tables(text: str) -> dict[str, list[dict[str, Any]]]:
    language = "ar" if re.search("[\u0621-\u064a]", text) else "ru" if re.search("[а-яё]", text) else "en"
    return extract(Article("a", text, language, FRIDAY)).tables()


def roles(text: str, summit: str = "") -> dict[str, str]:
    """Person → role, at the one summit that the text tells of or at the named one."""
    found = tables(text)
    ids = {row["summit_id"] for row in found["summits"]}
    assert summit in ids or len(ids) == 1
    summit = summit or ids.pop()
    return {row["leader_id"]: row["role"] for row in found["attendance"] if row["summit_id"] == summit}


def summits(text: str) -> list[dict[str, Any]]:
    return tables(text)["summits"]


def told(text: str, *columns: str) -> set[tuple[Any, ...]]:
    return {tuple(row[column] for column in columns) for row in summits(text)}


GABALA = {
    "en": "The OTS summit was held in Gabala on October 7, 2025. ",
    "ru": "Саммит ОТГ прошёл в Габале 7 октября 2025 года. ",
    "ar": "عقدت قمة منظمة الدول التركية في غابالا في 7 أكتوبر 2025. ",
}


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            (
                "Turkmenistan sent Gurbanguly Berdimuhamedov, chairman of its People's Council, and Hungary its prime "
                "minister, Viktor Orban."
            ),
            {"gurbanguly-berdimuhamedow", "viktor-orban"},
        ),
        (
            "ru",
            "Туркмения прислала Гурбангулы Бердымухамедова, а Венгрия — премьер-министра Виктора Орбана.",
            {"gurbanguly-berdimuhamedow", "viktor-orban"},
        ),
        (
            "ar",
            "وأوفدت تركمانستان قربان قولي بردي محمدوف، والمجر رئيس وزرائها فيكتور أوربان.",
            {"gurbanguly-berdimuhamedow", "viktor-orban"},
        ),
        ("en", "Putin sent Prime Minister Mikhail Mishustin.", {"mikhail-mishustin"}),
        ("ru", "Путин прислал премьер-министра Михаила Мишустина.", {"mikhail-mishustin"}),
        ("en", "Hungary sent its greetings through Prime Minister Viktor Orban.", set()),
        ("en", "Hungary sent Viktor Orban to Brussels.", set()),
        ("ru", "Армения прислала вице-премьера, а президент Молдавии Майя Санду не приехала.", set()),
    ],
)
def test_whom_a_country_sends_comes_and_who_sends_somebody_stays(language: str, text: str, expected: set[str]) -> None:
    """The subject of the verb decides: a country is told for, a person is absent; greetings and errands bring nobody."""
    assert set(roles(GABALA[language] + text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        (
            "Trump said he set up a phone call in which Benjamin Netanyahu and Kassym-Jomart Tokayev took part. Trump was "
            "hosting the C5+1 summit at the White House."
        ),
        (
            "Трамп устроил телефонный разговор, в котором участвовали Биньямин Нетаньяху и Касым-Жомарт Токаев. Трамп "
            "принимал в Белом доме лидеров стран Центральной Азии, саммит «С5+1» посвящен энергетике."
        ),
        "رتب ترامب مكالمة هاتفية شارك فيها بنيامين نتنياهو وقاسم جومارت توكاييف. وكان ترامب يستضيف في البيت الأبيض قمة C5+1.",
    ],
)
def test_those_who_take_part_in_a_call_are_not_at_the_summit(text: str) -> None:
    """Taking part is told of the call; the one who hosts is told of again."""
    assert "benjamin-netanyahu" not in roles(text)
    assert roles(text)["donald-trump"] == "host"


@pytest.mark.parametrize(
    "text",
    [
        (
            "В 2023 году тогдашний президент США Джо Байден впервые встретился с лидерами стран Центральной Азии. Формат "
            "«C5+1» существует с 2015 года."
        ),
        (
            "In 2023 then U.S. President Joe Biden met leaders of Central Asian countries for the first time. C5+1 dates from "
            "2015."
        ),
    ],
)
def test_who_was_president_then_was_there_then(text: str) -> None:
    """ "Then" calls somebody former today, not at the meeting that is told of."""
    assert "joe-biden" in roles(text, "c5plus1-2023")


def test_who_was_president_then_does_not_sit_at_the_summit_of_today() -> None:
    """Biden founded the format; Trump hosts."""
    text = "Trump received the leaders of Central Asia at the C5+1 summit, which then President Joe Biden had raised."
    assert "joe-biden" not in roles(text)


@pytest.mark.parametrize(
    "earlier",
    [
        "It was only the second time the sides had come together, the first having been in New York in September 2023.",
        "The sides had met once before in this composition, in New York in September 2023.",
        "وهذه ثاني مرة تجتمع فيها الأطراف بهذه التشكيلة، إذ سبق أن التقت في نيويورك في سبتمبر 2023.",
        "В таком составе стороны собираются второй раз, впервые это было в Нью-Йорке в сентябре 2023 года.",
    ],
)
def test_the_time_before_is_a_meeting_of_its_own(earlier: str) -> None:
    """Told by "once before" or "the first having been", with the day and the place of that one."""
    main = {
        "e": "Trump received the leaders of Central Asia at the White House on November 6, 2025, for the C5+1 summit. ",
        "ت": "استقبل ترامب في البيت الأبيض في 6 نوفمبر 2025 قادة آسيا الوسطى في قمة C5+1. ",
        "о": "Трамп принял в Белом доме 6 ноября 2025 года лидеров Центральной Азии на саммите «С5+1». ",
    }
    lead = next(text for letter, text in main.items() if letter in earlier)
    assert ("2023-09", "New York") in told(lead + earlier, "held_on", "city")
    assert len(summits(lead + earlier)) == TWO


@pytest.mark.parametrize(
    "text",
    [
        "شهدت آستانا يوم 17 يونيو 2025 قمة الصين وآسيا الوسطى.",
        "شهدت آستانا يوم 17 يونيو 2025 قمة الصين وآسيا الوسطى. ويوضع ثقلها في مصاف منتديات زعماء العالم مثل مجموعة السبع.",
        "In Astana on 17 June 2025 a treaty was signed. It happened at the second China-Central Asia Summit.",
        "В Астане 17 июня 2025 года подписан договор. Это произошло на втором саммите «Центральная Азия — Китай».",
        "في آستانا وقعت في 17 يونيو 2025 معاهدة. وجرى ذلك خلال القمة الثانية بين الصين وآسيا الوسطى.",
    ],
)
def test_the_city_that_saw_a_summit_is_its_place(text: str) -> None:
    """The subject of an Arabic verb of holding, or the place of what happened at the summit; others are only compared."""
    assert told(text, "forum_id", "city") == {("china-central-asia", "Astana")}


def test_a_capital_that_takes_an_interest_is_no_place_of_a_meeting() -> None:
    """Washington's interest in the region, told with a meeting of an earlier year."""
    text = (
        "وفي عام 2023 التقى جو بايدن قادة دول آسيا الوسطى للمرة الأولى، وهو ما اعتبر تحولا في اهتمام واشنطن بالمنطقة. "
        "مجموعة C5+1 قائمة منذ 2015."
    )
    assert told(text, "forum_id", "city") == {("c5plus1", None)}
