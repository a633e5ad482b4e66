"""What looks like another meeting, another place or another guest in a telling, and is none."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

import pytest

from summitry.articles import Article
from summitry.reader import extract

TUESDAY = dt.date(2025, 10, 7)


def tables(text: str) -> dict[str, list[dict[str, Any]]]:
    language = "ar" if re.search("[\u0621-\u064a]", text) else "ru" if re.search("[а-яё]", text) else "en"
    return extract(Article("a", text, language, TUESDAY)).tables()


def met(text: str) -> list[tuple[Any, ...]]:
    return [(row["forum_id"], row["held_on"], row["host_place_id"]) for row in tables(text)["summits"]]


def seated(text: str) -> set[str]:
    return {row["leader_id"] for row in tables(text)["attendance"]}


@pytest.mark.parametrize(
    "text",
    [
        "The OTS summit ended in Gabala on Tuesday. At the summit earlier on Tuesday, Erdogan spoke of stability in Syria.",
        "Саммит ОТГ завершился в Габале во вторник. Эрдоган ранее во вторник говорил на саммите о стабильности в Сирии.",
        "اختتمت القمة في غابالا لمنظمة الدول التركية اليوم. وأكد أردوغان خلال القمة في وقت سابق اليوم أن استقرار سوريا ضروري.",
    ],
)
def test_earlier_today_is_the_same_meeting(text: str) -> None:
    assert met(text) == [("ots", "2025-10-07", "AZE")]


def test_bodies_that_are_invited_to_a_summit_hold_none() -> None:
    text = (
        "انطلقت في تيانجين اليوم قمة منظمة شنغهاي للتعاون. ووصل أردوغان للمشاركة في القمة التي وجهت الدعوة إليها إلى رؤساء "
        "منظمات دولية، إلى جانب رابطة الدول المستقلة، الاتحاد الاقتصادي الأوراسي، رابطة دول جنوب شرق آسيا، وجامعة الدول العربية."
    )
    assert met(text) == [("sco", "2025-10-07", "CHN")]


@pytest.mark.parametrize(
    "text",
    [
        "The OTS summit opened in Gabala on Tuesday. Its leaders praised the trilateral summit held in Baku on October 3.",
        "Саммит ОТГ открылся в Габале во вторник. Участники одобрили итоги трёхсторонней встречи, прошедшей в Баку 3 октября.",
        "افتتحت قمة منظمة الدول التركية في غابالا اليوم. وأشاد القادة بالاجتماع الثلاثي الذي عقد في باكو في 3 أكتوبر.",
    ],
)
def test_a_meeting_of_three_is_not_the_summit(text: str) -> None:
    assert [row[:2] for row in met(text)] == [("ots", "2025-10-07")]


def test_talks_after_the_meetings_are_not_the_summit() -> None:
    text = (
        "افتتح شي جين بينغ اليوم قمة منظمة شنغهاي للتعاون في تيانجين. ويرتقب أن يواصل بوتين محادثاته مع نظيره الصيني الجمعة "
        "بعد سلسلة لقاءات مع القادة."
    )
    assert met(text) == [("sco", "2025-10-07", "CHN")]


@pytest.mark.parametrize(
    "text",
    [
        "The ministry announced in Brussels that the OTS summit would take place on Tuesday in Gabala.",
        "According to the ministry in Brussels, the OTS summit takes place on Tuesday. It will be held in Gabala.",
        "МИД сообщил в Брюсселе, что саммит ОТГ пройдёт во вторник в Габале.",
        "أعلنت الوزارة في بروكسل أن قمة منظمة الدول التركية تعقد اليوم في غابالا.",
    ],
)
def test_the_city_in_which_a_summit_is_announced_is_not_its_place(text: str) -> None:
    assert met(text) == [("ots", "2025-10-07", "AZE")]


@pytest.mark.parametrize(
    "text",
    [
        "Итоги Консультативной встречи глав государств Центральной Азии: план с 2026 по 2028 год. Встреча прошла в Ташкенте.",
        "The Consultative Meeting of Central Asian Heads of State in Tashkent adopted measures for between 2026 and 2028.",
        "اعتمد الاجتماع الاستشاري السابع لقادة دول آسيا الوسطى في طشقند تدابير للفترة بين عامي 2026 و2028.",
    ],
)
def test_a_period_to_come_dates_no_meeting(text: str) -> None:
    assert met(text) == [("central-asia-consultative", "2025-10-07", "UZB")]


def test_who_is_called_or_joined_in_a_treaty_is_not_seated() -> None:
    text = (
        "أعلن ترامب أن كازاخستان ستنضم إلى اتفاقات أبراهام. وأجرى اتصالا مع الإسرائيلي بنيامين نتنياهو. وجاء الإعلان "
        "خلال استضافة ترامب لقادة خمس دول من آسيا الوسطى في البيت الأبيض."
    )
    assert seated(text) == {"donald-trump"}


def test_an_announcement_that_comes_is_no_arrival() -> None:
    text = (
        "استضاف ترامب قادة آسيا الوسطى في البيت الأبيض. وجاء الإعلان بعد محادثات. وشكر رئيس الوزراء الإسرائيلي بنيامين نتنياهو "
        "كازاخستان."
    )
    assert seated(text) == {"donald-trump"}


def test_who_acted_in_another_year_is_not_seated() -> None:
    text = "اختتمت قمة منظمة الدول التركية في غابالا اليوم. وفي عام 2021 أعلن أردوغان تغيير اسم المنظمة. وشارك إلهام علييف."
    assert seated(text) == {"ilham-aliyev"}


def test_an_arabic_name_with_a_slip_in_it_is_the_office_holders() -> None:
    text = "عقد الاجتماع التشاوري لقادة دول آسيا الوسطى في طشقند. وشدد رئيس كازاخستان قاسك جومارت توكايف على التعاون."
    assert {row["leader_id"] for row in tables(text)["leaders"]} == {"kassym-jomart-tokayev"}


@pytest.mark.parametrize(
    "text",
    [
        "The OTS summit opened in Gabala on Tuesday. The first was held in 2009 in Nakhchivan.",
        "Саммит ОТГ открылся в Габале во вторник. Первый проходил в 2009 году в Нахичевани.",
    ],
)
def test_an_ordinal_alone_tells_of_another_meeting(text: str) -> None:
    assert {row[1] for row in met(text)} == {"2009", "2025-10-07"}


def test_summits_that_the_guests_held_before_with_others_seat_nobody_here() -> None:
    text = (
        "Donald Trump hosted all five Central Asian leaders on Monday, a few months after they held separate summits with "
        "Russia 's Vladimir Putin and China 's Xi Jinping."
    )
    assert seated(text) == {"donald-trump"}


@pytest.mark.parametrize(
    "text",
    [
        "On October 1, the president's office disclosed the information about the OTS summit. It takes place on October 7.",
        "The news of the OTS summit was broken on October 1 in a post. The summit takes place on October 7.",
        "1 октября Алиев сообщил о саммите ОТГ. Саммит пройдёт 7 октября.",
        "في 1 أكتوبر أعلن علييف عن قمة منظمة الدول التركية. وتعقد القمة في 7 أكتوبر.",
    ],
)
def test_the_day_of_the_news_of_a_summit_is_not_its_day(text: str) -> None:
    assert [row[1] for row in met(text)] == ["2025-10-07"]


def test_the_year_of_a_visit_is_not_that_of_a_meeting() -> None:
    text = (
        "The OTS leaders meet in Gabala on Tuesday at their summit. Shavkat Mirziyoyev is the only OTS leader to have "
        "been received in the White House for a working visit in 2018."
    )
    assert [row[1] for row in met(text)] == ["2025-10-07"]


@pytest.mark.parametrize(
    ("text", "held_on"),
    [
        ("Erdogan will hold talks before the OTS summit on Friday. The summit is in Gabala.", "2025-10-10"),
        ("Erdogan arrived in Azerbaijan ahead of Friday's OTS summit.", "2025-10-10"),
        ("Erdogan spoke at Friday's OTS summit.", "2025-10-03"),
    ],
)
def test_the_day_right_beside_the_summit_is_its_own(text: str, held_on: str) -> None:
    assert [row[1] for row in met(text)] == [held_on]


def test_a_city_that_hosted_before_is_not_the_place() -> None:
    text = "The leaders will be in Gabala for the OTS summit on Friday, a year after the city of Bishkek hosted the last one."
    assert ("ots", "2025-10-10", "AZE") in met(text)


@pytest.mark.parametrize(
    "text",
    [
        "Путин выступил на саммите ОТГ, передает Кремль. Саммит идёт в Габале.",
        "Как уточнили в Кремле, саммит ОТГ начался. Он проходит в Габале.",
        "The OTS summit has begun, the Kremlin said. The summit is being held in Gabala.",
        "The OTS summit has begun, citing the Kremlin, an agency wrote. The summit is being held in Gabala.",
        "Со ссылкой на Кремль агентство сообщает, что саммит ОТГ начался. Он проходит в Габале.",
    ],
)
def test_a_house_that_says_something_is_no_venue(text: str) -> None:
    assert [row[2] for row in met(text)] == ["AZE"]


def test_who_is_spoken_of_behind_a_list_of_guests_is_not_one_of_them() -> None:
    text = (
        "В саммите ОТГ примут участие Ильхам Алиев и Реджеп Тайип Эрдоган. Внимание привлекает недавнее заявление министра "
        "иностранных дел России Сергея Лаврова."
    )
    assert seated(text) == {"ilham-aliyev", "recep-tayyip-erdogan"}


def test_a_summit_that_somebody_is_urged_to_host_is_none() -> None:
    text = (
        "The OTS summit takes place on Tuesday in Gabala. Lawmakers wrote, urging him to host the C5+1 summit in Miami."
    )
    assert [row[0] for row in met(text)] == ["ots"]


@pytest.mark.parametrize(
    "text",
    [
        "The OTS summit opens in Gabala on Friday. The previous summit was held in 2024. At that summit Erdogan spoke of Syria.",
        "Саммит ОТГ откроется в Габале в пятницу. Прошлый саммит прошёл в Бишкеке в 2024 году. На том саммите выступил Эрдоган.",
    ],
)
def test_that_summit_is_the_one_told_just_before(text: str) -> None:
    rows = tables(text)["attendance"]
    assert {(row["summit_id"], row["leader_id"]) for row in rows} == {("ots-2024", "recep-tayyip-erdogan")}


def test_a_body_in_brackets_behind_its_officers_title_holds_no_meeting() -> None:
    text = (
        "Ilham Aliyev met with Secretary General of the Organization of Turkic States (OTS) Kubanychbek Omuraliev in Gabala on "
        "October 6. They spoke of the August 8 meeting hosted by Donald Trump in Washington."
    )
    assert met(text) == []


def test_a_year_in_the_name_of_a_paper_is_no_meetings() -> None:
    text = "The EU-Central Asia summit opens on Friday. This summit is part of efforts outlined in the 2019 EU strategy on it."
    assert [row[1] for row in met(text)] == ["2025-10-10"]


def test_a_journey_to_come_dates_the_summit_that_no_other_day_does() -> None:
    text = "Erdogan will travel to Azerbaijan on Friday at the invitation of Ilham Aliyev to attend the OTS summit."
    assert [row[1] for row in met(text)] == ["2025-10-10"]


def test_the_last_meeting_of_two_presidents_is_not_the_bodys() -> None:
    text = "وصل بوتين إلى أستانا لحضور قمة منظمة شنغهاي للتعاون. ويعود آخر لقاء بين الرئيسين إلى أيلول 2023 في سوتشي."
    assert [row[2] for row in met(text)] == ["KAZ"]


def test_bodies_whose_officers_attend_a_summit_hold_none() -> None:
    text = (
        "انطلقت اليوم في بغداد أعمال القمة العربية بمشاركة القادة إلى جانب ممثلين عن منظمات، من بينها جامعة الدول العربية، منظمة "
        "التعاون الإسلامي، الأمم المتحدة، ومجلس التعاون الخليجي."
    )
    assert met(text) == [("arab-league", "2025-10-07", "IRQ")]


def test_an_arabic_number_behind_the_verb_is_a_meeting_to_come() -> None:
    text = "عقد الاجتماع التشاوري لقادة دول آسيا الوسطى في طشقند اليوم. ومن المقرر أن يعقد الثامن في قرغيزستان في 2026."
    assert {row[1:] for row in met(text)} == {("2025-10-07", "UZB"), ("2026", "KGZ")}


def test_a_country_that_says_it_will_host_is_the_place() -> None:
    text = "اختتمت القمة العربية في الجزائر اليوم. وأعلنت السعودية أنها ستستضيف القمة المقبلة."
    assert {row[2] for row in met(text)} == {"DZA", "SAU"}


def test_the_day_between_commas_behind_a_verb_is_past() -> None:
    text = "تعهدت رئيسة الوزراء اليابانية، يوم السبت، أن تصل الاستثمارات إلى تريليون في قمة طوكيو مع قادة آسيا الوسطى."
    assert [row[1] for row in met(text)] == ["2025-10-04"]


def test_a_summit_between_the_two_sides_of_a_format_is_its_meeting() -> None:
    text = "انطلقت في سمرقند اليوم قمة الاتحاد الأوروبي وآسيا الوسطى. وهي القمة الأولى بين الجانبين وتعقد في سمرقند."
    assert met(text) == [("eu-central-asia", "2025-10-07", "UZB")]
    alone = "التقى قادة الاتحاد الأوروبي وآسيا الوسطى. وعقدت القمة بين الجانبين في سمرقند اليوم."
    assert met(alone) == [("eu-central-asia", "2025-10-07", "UZB")]


def test_a_leader_quoted_as_coming_is_seated() -> None:
    text = (
        "تعقد قمة منظمة الدول التركية في غابالا اليوم. ونقل مكتب الرئيس الكازاخي قاسم جومارت توكاييف عن الرئيس قوله إنه سيشارك "
        "في القمة."
    )
    assert seated(text) == {"kassym-jomart-tokayev"}
    told_of_another = (
        "تعقد قمة منظمة الدول التركية في غابالا اليوم. وقال مكتب الرئيس الكازاخي قاسم جومارت توكاييف إن القمة مهمة."
    )
    assert seated(told_of_another) == set()


def test_the_charter_of_one_side_of_a_format_is_no_meeting_of_it() -> None:
    text = (
        "انطلقت اليوم في جدة قمة مجلس التعاون الخليجي وآسيا الوسطى. وتهدف القمة إلى تعزيز التعاون على أساس الأهداف المنصوص عليها "
        "في ميثاق مجلس التعاون الخليجي لعام 1981."
    )
    assert [row[0] for row in met(text)] == ["gcc-central-asia"]


def test_the_day_on_which_guests_begin_to_arrive_is_not_the_summits() -> None:
    text = "قرارات القمة الخليجية مع دول آسيا الوسطى\nبدأ مساء الأحد توافد القادة على جدة.\nوانطلقت القمة مساء الاثنين."
    assert {row[1] for row in met(text)} == {"2025-10-06"}


@pytest.mark.parametrize(
    "text",
    [
        "The ASEAN summit opened in Kuala Lumpur on Tuesday. Its trade with the United States last year came to $450 billion.",
        "The ASEAN summit opened in Kuala Lumpur on Tuesday. Its host spoke of aid to Lebanon, ruined in last year's war.",
        "The ASEAN summit opened in Kuala Lumpur on Tuesday. Cambodia was the last to join, in 1999.",
        "Саммит АСЕАН открылся в Куала-Лумпуре во вторник. До этого ассоциация расширялась в 1999 году, приняв Камбоджу.",
    ],
)
def test_a_year_of_something_else_dates_no_other_meeting(text: str) -> None:
    assert met(text) == [("asean", "2025-10-07", "MYS")]


@pytest.mark.parametrize(
    ("text", "later"),
    [
        (
            (
                "The EAEU met in Minsk on Tuesday. The next meeting of the Supreme Eurasian Economic Council will take place in "
                "St. Petersburg in December."
            ),
            ("eaeu", "2025-12", "RUS"),
        ),
        (
            (
                "African Union leaders ended a summit in Addis Ababa on Tuesday. The leaders are due to meet again for the AU's "
                "mid-year summit in Malabo, Equatorial Guinea, in December."
            ),
            ("african-union", "2025-12", "GNQ"),
        ),
        (
            (
                "The ASEAN summit opened in Kuala Lumpur on Tuesday. The Philippines takes over the chair in January and is to "
                "host the next leaders' summit in Cebu in May 2026."
            ),
            ("asean", "2026-05", "PHL"),
        ),
    ],
)
def test_signs_within_the_name_of_a_place_do_not_part_a_meeting_from_its_future(
    text: str, later: tuple[Any, ...]
) -> None:
    assert met(text)[-1] == later


def test_of_namesake_palaces_the_one_in_the_city_of_the_report_is_meant() -> None:
    text = "MINSK, October 7. The heads of the EAEU member states met at the Palace of Independence on Tuesday."
    assert met(text) == [("eaeu", "2025-10-07", "BLR")]


def test_a_country_that_is_spoken_of_is_not_where_the_capital_is() -> None:
    text = (
        "ADDIS ABABA - African Union leaders ended a summit in the Ethiopian capital on Tuesday with appeals for a ceasefire in "
        "the Democratic Republic of Congo."
    )
    assert met(text) == [("african-union", "2025-10-07", "ETH")]


def test_leaders_of_a_part_of_a_body_hold_no_summit_of_it() -> None:
    text = (
        "В столице Ирака во вторник состоялся саммит Лиги арабских государств. Ранее Трамп встретился в Эр-Рияде с "
        "руководителями стран Персидского залива."
    )
    assert met(text) == [("arab-league", "2025-10-07", "IRQ")]


@pytest.mark.parametrize(
    "text",
    [
        "Представим, что завтра лидеры пяти республик Центральной Азии слетятся в Вашингтон на саммит с США.",
        "Imagine that tomorrow the leaders of the five Central Asian states fly to Washington for a C5+1 summit.",
    ],
)
def test_a_meeting_that_is_only_imagined_is_none(text: str) -> None:
    assert met(text) == []


def test_the_leaders_of_a_body_without_countries_of_its_own_are_nobody() -> None:
    text = "The leaders of the Asia-Pacific Economic Cooperation (APEC) forum ended a summit in Gyeongju on Tuesday."
    assert tables(text)["leaders"] == []


@pytest.mark.parametrize(
    "text",
    [
        (
            "The first summit of the European Union and Central Asia was held in Samarkand on Tuesday. Charles Michel had met "
            "the region's leaders twice, in Astana in October 2022 and in Cholpon-Ata, Kyrgyzstan, in June 2023, but then alone."
        ),
        (
            "عقدت في سمرقند الثلاثاء أول قمة للاتحاد الأوروبي وآسيا الوسطى. وقد سبق للطرفين أن اجتمعا في أستانا في أكتوبر 2022 "
            "وفي تشولبون آتا القرغيزية في يونيو 2023."
        ),
    ],
)
def test_meetings_before_are_listed_with_their_cities_and_days(text: str) -> None:
    assert met(text) == [
        ("eu-central-asia", "2022-10", "KAZ"),
        ("eu-central-asia", "2023-06", "KGZ"),
        ("eu-central-asia", "2025-10-07", "UZB"),
    ]


def test_a_day_by_which_something_had_been_signed_is_not_the_summits() -> None:
    signed = "had signed on Monday a memorandum with Boeing"
    for text in (
        f"Kazakh President Kassym-Jomart Tokayev, who attended the C5+1 summit at the White House, {signed}.",
        f"Kassym-Jomart Tokayev attended the C5+1 summit at the White House. He {signed}.",
        f"Donald Trump hosted the C5+1 summit on Tuesday. Kassym-Jomart Tokayev, who attended the summit, {signed}.",
    ):
        assert [day for _, day, _ in met(text)] == [TUESDAY.isoformat()]


def test_where_a_body_was_founded_is_not_where_it_meets() -> None:
    text = (
        "Leaders of the Association of Southeast Asian Nations met on Tuesday. "
        "At their summit they recalled that it was founded in Bangkok in 1967, and admitted a new member."
    )
    assert [host for _, _, host in met(text)] == [None]
