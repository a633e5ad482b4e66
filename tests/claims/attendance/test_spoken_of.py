"""Who is only spoken of where a meeting is told: asked about, received in another year, called, or telling of others."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

import pytest

from summitry.articles import Article
from summitry.reader import extract

MONDAY = dt.date(2025, 10, 27)


def tables(text: str) -> dict[str, list[dict[str, Any]]]:
    language = "ar" if re.search("[\u0621-\u064a]", text) else "ru" if re.search("[а-яё]", text) else "en"
    return extract(Article("a", text, language, MONDAY)).tables()


def met(text: str) -> list[tuple[Any, ...]]:
    return sorted((row["held_on"], row["forum_id"], row["venue"]) for row in tables(text)["summits"])


def seated(text: str) -> set[str]:
    return {row["leader_id"] for row in tables(text)["attendance"]}


EN = "The C5+1 summit takes place in Washington on November 6. "
RU = "Саммит C5+1 пройдет в Вашингтоне 6 ноября. "
AR = "تعقد قمة سي 5+1 في واشنطن يوم 6 نوفمبر. "


@pytest.mark.parametrize(
    ("text", "leaders"),
    [
        (EN + "The Tajik press service has not said whether President Emomali Rahmon will attend.", set()),
        (RU + "Пока неизвестно, приедет ли Эмомали Рахмон.", set()),
        (AR + "ولم يتضح بعد ما إذا كان الرئيس إمام علي رحمان سيشارك فيها.", set()),
        (EN + "The Tajik press service has said that President Emomali Rahmon will attend.", {"emomali-rahmon"}),
        (RU + "Известно, что приедет Эмомали Рахмон.", {"emomali-rahmon"}),
        (AR + "واتضح أن الرئيس إمام علي رحمان سيشارك فيها.", {"emomali-rahmon"}),
    ],
)
def test_of_whom_it_is_asked_whether_he_comes_is_not_seated(text: str, leaders: set[str]) -> None:
    assert seated(text) == leaders


@pytest.mark.parametrize(
    "text",
    [
        EN
        + "Uzbek President Shavkat Mirziyoyev is the only one received at the White House for a working visit in 2018.",
        RU + "Шавкат Мирзиёев был единственным, кого приняли в Белом доме с рабочим визитом в 2018 году.",
        AR + "وكان شوكت ميرضيائيف الوحيد الذي استقبل في البيت الأبيض في زيارة عمل عام 2018.",
    ],
)
def test_a_visit_of_another_year_seats_nobody_and_lends_the_summit_no_house(text: str) -> None:
    assert seated(text) == set()
    assert met(text) == [("2025-11-06", "c5plus1", None)]


@pytest.mark.parametrize(
    "text",
    [
        EN
        + "Tokayev praised the preparations for the summit and promised to work with all states of the region and in the SCO.",
        RU
        + "Токаев похвалил подготовку к саммиту и пообещал работать со всеми странами региона, в том числе в рамках ШОС.",
        AR + "وثمن توكاييف التحضير للقمة وأكد الاستعداد للعمل مع دول المنطقة، وكذلك داخل منظمة شنغهاي للتعاون.",
    ],
)
def test_a_body_named_far_from_the_word_summit_does_not_meet(text: str) -> None:
    assert [forum for _, forum, _ in met(text)] == ["c5plus1"]


@pytest.mark.parametrize(
    "text",
    [
        (
            "The SCO summit opened in Astana, attended by Xi Jinping, Vladimir Putin and Recep Tayyip Erdogan. Turkish Foreign "
            "Minister Hakan Fidan said that Erdogan would meet Putin and Xi."
        ),
        (
            "В Астане открылся саммит ШОС, в нем участвуют Си Цзиньпин, Владимир Путин и Реджеп Тайип Эрдоган. Глава МИД Турции "
            "Хакан Фидан сообщил, что Эрдоган встретится с Путиным и Си Цзиньпином."
        ),
        (
            "افتتحت قمة منظمة شنغهاي للتعاون في أستانا بحضور شي جين بينغ وفلاديمير بوتين ورجب طيب أردوغان. وقال وزير الخارجية "
            "التركي هاكان فيدان إن أردوغان سيلتقي بوتين وشي."
        ),
    ],
)
def test_a_minister_who_tells_of_others_is_no_item_of_their_list(text: str) -> None:
    assert seated(text) == {"recep-tayyip-erdogan", "vladimir-putin", "xi-jinping"}


def test_who_is_called_before_a_summit_is_not_at_it() -> None:
    text = "After a telephone call with Benjamin Netanyahu, Donald Trump received Kassym-Jomart Tokayev at the C5+1 summit."
    assert seated(text) == {"donald-trump", "kassym-jomart-tokayev"}


@pytest.mark.parametrize(
    "text",
    [
        EN + "It is the second C5+1 summit of presidents, after a 2023 gathering with then-U.S. President Joe Biden.",
        EN + "This is the second C5+1 summit, the first having taken place in 2023 in New York with Joe Biden.",
        EN
        + "Following a meeting with then-US President Joe Biden in 2023, this is the second presidential C5+1 summit.",
    ],
)
def test_a_meeting_with_the_president_of_the_time_is_told_with_him(text: str) -> None:
    assert [day for day, _, _ in met(text)] == ["2023", "2025-11-06"]


@pytest.mark.parametrize(
    "text",
    [
        EN
        + "The first C5+1 summit was held in New York in 2023. Kassym-Jomart Tokayev accepted an invitation to the summit.",
        RU + "Первый саммит C5+1 прошел в Нью-Йорке в 2023 году. Касым-Жомарт Токаев принял приглашение на саммит.",
        AR + "وعقدت أول قمة سي 5+1 في نيويورك عام 2023. وقبل قاسم جومارت توكاييف الدعوة لحضور القمة.",
    ],
)
def test_the_summit_is_the_one_to_come_though_a_past_one_was_told_of_since(text: str) -> None:
    assert {row["summit_id"] for row in tables(text)["attendance"]} == {"c5plus1-2025"}
    assert len(met(text)) == 2


@pytest.mark.parametrize(
    ("text", "leaders"),
    [
        ("افتتحت القمة العربية في جدة. ومثل الوزير الأول نذير العرباوي الرئيس الجزائري عبد المجيد تبون.", set()),
        ("افتتحت القمة العربية في جدة. ومثل الجزائر الرئيس عبد المجيد تبون.", {"abdelmadjid-tebboune"}),
        (
            "Саммит ШОС прошел в Астане. Индию представлял глава МИД Субраманьям Джайшанкар вместо Нарендры Моди.",
            {"s-jaishankar"},
        ),
        ("Vladimir Putin will not go to the BRICS summit in Rio de Janeiro.", set()),
        ("لن يذهب فلاديمير بوتين إلى قمة بريكس في ريو دي جانيرو.", set()),
    ],
)
def test_who_is_represented_or_does_not_go_is_not_seated(text: str, leaders: set[str]) -> None:
    assert seated(text) == leaders


def test_a_meeting_with_others_from_a_bodys_countries_is_none_of_the_body() -> None:
    text = "Vladimir Putin will not go to the G20 summit. He said so at a meeting with media executives from BRICS."
    assert [forum for _, forum, _ in met(text)] == ["g20"]
    assert [forum for _, forum, _ in met("Vladimir Putin held a meeting with the leaders of BRICS in Kazan.")] == [
        "brics"
    ]


@pytest.mark.parametrize(
    "text",
    [
        (
            "The GCC-Central Asia summit was held in Jeddah. Before it the Gulf Cooperation Council held a consultative summit. "
            "Uzbekistan will host the second summit in Samarkand in 2027."
        ),
        (
            "اختتمت في جدة قمة مجلس التعاون الخليجي ودول آسيا الوسطى. وقبلها عقد مجلس التعاون الخليجي قمة تشاورية. ومن المقرر أن "
            "تستضيف أوزبكستان القمة الثانية في سمرقند عام 2027."
        ),
    ],
)
def test_a_host_outside_a_body_hosts_the_format_that_it_belongs_to(text: str) -> None:
    rows = {(row["forum_id"], row["host_place_id"]) for row in tables(text)["summits"]}
    assert ("gcc-central-asia", "UZB") in rows
    assert ("gcc", "UZB") not in rows


def test_meetings_listed_by_their_countries_and_a_ministerial_one_that_prepares_a_summit() -> None:
    text = (
        "The EU-Central Asia summit will be held in Samarkand. Two leaders' meetings were held in October 2022 in Kazakhstan "
        "and June 2023 in the Kyrgyz Republic. The EU-Central Asia ministerial meeting on October 4 prepared the summit."
    )
    rows = sorted((row["held_on"], row["host_place_id"] or "", row["level"]) for row in tables(text)["summits"])
    assert ("2022-10", "KAZ", "heads_of_state") in rows
    assert ("2023-06", "KGZ", "heads_of_state") in rows
    assert ("2025-10-04", "foreign_ministers") in {(day, level) for day, _, level in rows}


@pytest.mark.parametrize(
    ("text", "caller"),
    [
        (
            "The OTS summit was held in Gabala. Ursula von der Leyen joined the leaders by telephone.",
            "ursula-von-der-leyen",
        ),
        ("Саммит ОТГ прошёл во вторник в Габале. Владимир Путин присоединился к ним по телефону.", "vladimir-putin"),
        ("عقدت قمة منظمة الدول التركية في غابالا يوم الثلاثاء. وشارك فيها فلاديمير بوتين هاتفيا.", "vladimir-putin"),
    ],
)
def test_who_joins_by_telephone_is_not_at_the_table(text: str, caller: str) -> None:
    assert caller not in seated(text)


def test_leaders_who_close_ranks_have_closed_no_meeting() -> None:
    text = "RIYADH: Gulf leaders closed ranks on Wednesday. The last stop is Abu Dhabi, where he will be received."
    assert tables(text)["summits"] == []
