"""Which meetings an article tells of: forum, day, place and level, the earlier and the later ones, and none at all."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

import pytest

from summitry.articles import Article
from summitry.claims.meetings.reading import compatible_days
from summitry.reader import extract

FRIDAY = dt.date(2025, 11, 7)


def summits(text: str, day: dt.date | None = FRIDAY) -> list[dict[str, Any]]:
    language = "ar" if re.search("[\u0621-\u064a]", text) else "ru" if re.search("[а-яё]", text) else "en"
    return extract(Article("a", text, language, day)).tables()["summits"]


def told(text: str, *columns: str) -> set[tuple[Any, ...]]:
    return {tuple(row[column] for column in columns) for row in summits(text)}


@pytest.mark.parametrize(
    ("text", "forum"),
    [
        ("The C5+1 summit opened in Washington on Thursday.", "c5plus1"),
        ("Leaders of the SCO met in Tianjin on Monday for their annual summit.", "sco"),
        ("The BRICS summit was held in Rio de Janeiro.", "brics"),
        ("The leaders of the five Central Asian states met US President Donald Trump at the White House.", "c5plus1"),
        ("Chinese President Xi Jinping hosted the leaders of the five Central Asian countries.", "china-central-asia"),
        ("Саммит ОТГ прошёл в Габале.", "ots"),
        ("В Астане состоялся саммит «Центральная Азия – Россия».", "russia-central-asia"),
        ("Лидеры стран «Большой семёрки» провели саммит в Кананаскисе.", "g7"),
        ("Главы государств Центральной Азии встретились с президентом США Дональдом Трампом.", "c5plus1"),
        ("انطلقت في واشنطن قمة سي 5+1.", "c5plus1"),
        ("عقدت قمة منظمة شنغهاي للتعاون في تيانجين.", "sco"),
        ("عقد قادة مجلس التعاون الخليجي قمتهم في الكويت.", "gcc"),
        ("Donald Trump received the leaders of the five former Soviet republics in Washington.", "c5plus1"),
        ("Дональд Трамп принял в Вашингтоне лидеров пяти бывших советских республик.", "c5plus1"),
        ("أشاد ترامب بآسيا الوسطى خلال استقباله في واشنطن قادة الجمهوريات السوفياتية السابقة الخمس.", "c5plus1"),
        ("التقى قادة دول آسيا الوسطى الخمس رئيس الوزراء الياباني في طوكيو في قمة مشتركة.", "japan-central-asia"),
    ],
)
def test_a_meeting_is_told_by_its_forums_name_acronym_or_members(text: str, forum: str) -> None:
    assert told(text, "forum_id") == {(forum,)}


@pytest.mark.parametrize(
    ("text", "held_on", "precision"),
    [
        ("The C5+1 summit was held in Washington on November 6, 2025.", "2025-11-06", "day"),
        ("The C5+1 summit opened in Washington on Thursday.", "2025-11-06", "day"),
        ("The C5+1 summit opened in Washington yesterday.", "2025-11-06", "day"),
        ("The C5+1 summit was held in Washington in November 2025.", "2025-11", "month"),
        ("The C5+1 summit opened in Washington.", "2025-11-07", "report_date"),
        ("Саммит «С5+1» прошёл в Вашингтоне 6 ноября 2025 года.", "2025-11-06", "day"),
        ("Саммит «С5+1» прошёл в Вашингтоне в четверг.", "2025-11-06", "day"),
        ("Саммит «С5+1» открылся в Вашингтоне.", "2025-11-07", "report_date"),
        ("Накануне в Белом доме прошёл саммит «С5+1».", "2025-11-06", "day"),
        ("Токаев прибыл в Вашингтон 5 ноября. Он примет участие в саммите «С5+1».", "2025-11-07", "report_date"),
        ("Tokayev arrived in Washington on November 5. He will attend the C5+1 summit.", "2025-11-07", "report_date"),
        ("Визит Токаева продлится с 4 по 7 ноября. Он участвует в саммите «С5+1».", "2025-11-07", "report_date"),
        ("عقدت قمة C5+1 في واشنطن في 6 نوفمبر 2025.", "2025-11-06", "day"),
        ("عقدت قمة C5+1 في واشنطن في السادس من تشرين الثاني 2025.", "2025-11-06", "day"),
        ("عقدت قمة C5+1 في واشنطن أمس الخميس.", "2025-11-06", "day"),
        ("انطلقت قمة C5+1 في واشنطن.", "2025-11-07", "report_date"),
    ],
)
def test_the_day_is_the_one_told_else_that_of_the_report(text: str, held_on: str, precision: str) -> None:
    assert told(text, "held_on", "held_on_precision") == {(held_on, precision)}


@pytest.mark.parametrize(
    ("text", "host", "city", "venue"),
    [
        ("The C5+1 summit was held at the White House on November 6.", "USA", None, "White House"),
        ("The OTS summit was held in Gabala on October 7.", "AZE", "Gabala", None),
        ("Azerbaijan hosted the OTS summit on October 7.", "AZE", None, None),
        ("BISHKEK - The OTS summit ended on Thursday with a declaration.", "KGZ", "Bishkek", None),
        ("Саммит ОТГ прошёл в Бишкеке 6 ноября.", "KGZ", "Bishkek", None),
        ("Саммит «С5+1» прошёл в Белом доме 6 ноября.", "USA", None, "White House"),
        ("عقدت قمة C5+1 في البيت الأبيض في 6 نوفمبر.", "USA", None, "White House"),
        ("عقدت قمة منظمة الدول التركية في بيشكك في 6 نوفمبر.", "KGZ", "Bishkek", None),
        ("استضافت أذربيجان قمة منظمة الدول التركية في 6 نوفمبر.", "AZE", None, None),
        ("The Uzbek president invited Trump to Uzbekistan during the C5+1 summit on November 6.", None, None, None),
        ("Мирзиёев пригласил Трампа в Узбекистан в ходе саммита «С5+1» 6 ноября.", None, None, None),
        ("Trump invited the five leaders to Washington for the C5+1 summit on November 6.", "USA", "Washington", None),
        ("The US ambassador to India came to the C5+1 summit on November 6.", None, None, None),
        ("Посол США в Индии прибыл на саммит «С5+1» 6 ноября.", None, None, None),
    ],
)
def test_a_meeting_is_where_the_words_put_it(text: str, host: str, city: str | None, venue: str | None) -> None:
    assert told(text, "host_place_id", "city", "venue") == {(host, city, venue)}


def test_two_countries_that_somebody_visited_before_host_nothing() -> None:
    text = (
        "Президент США Дональд Трамп сегодня в Вашингтоне проведет переговоры с главами Казахстана, Киргизии, "
        "Таджикистана, Туркменистана и Узбекистана.\nНа прошлой неделе Казахстан и Узбекистан посетили Кристофер Ландау и "
        "Серджио Гор, чтобы подготовить соглашения, о которых будет объявлено во время сегодняшней встречи."
    )
    assert told(text, "host_place_id") == {("USA",)}


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("The C5+1 summit was held in Washington on November 6.", "heads_of_state"),
        ("Foreign ministers of the SCO met in Tianjin on November 6.", "foreign_ministers"),
        ("Министры иностранных дел стран ОТГ провели заседание в Баку 6 ноября.", "foreign_ministers"),
        ("عقد وزراء خارجية منظمة شنغهاي للتعاون اجتماعا في طشقند في 6 نوفمبر.", "foreign_ministers"),
    ],
)
def test_ministers_meet_on_their_own_level(text: str, level: str) -> None:
    assert told(text, "level") == {(level,)}


@pytest.mark.parametrize(
    "text",
    [
        "The C5+1 summit opened in Washington on Thursday. The previous summit was held in New York in September 2023.",
        "Саммит «С5+1» открылся в Вашингтоне в четверг. Предыдущий саммит прошёл в Нью-Йорке в сентябре 2023 года.",
        "انطلقت قمة C5+1 في واشنطن أمس الخميس. وعقدت القمة السابقة في نيويورك في سبتمبر 2023.",
    ],
)
def test_an_earlier_meeting_of_the_same_article_is_a_row_of_its_own(text: str) -> None:
    assert told(text, "summit_id", "held_on", "host_place_id", "city") == {
        ("c5plus1-2025", "2025-11-06", "USA", "Washington"),
        ("c5plus1-2023", "2023-09", "USA", "New York"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "The OTS summit opened in Gabala on Thursday. The next summit will be held in Türkiye in 2026.",
        "Саммит ОТГ открылся в Габале в четверг. Следующий саммит пройдёт в Турции в 2026 году.",
        "انطلقت قمة منظمة الدول التركية في غابالا أمس الخميس. وستعقد القمة المقبلة في تركيا عام 2026.",
    ],
)
def test_a_later_meeting_is_a_row_where_its_day_or_place_is_told(text: str) -> None:
    assert told(text, "summit_id", "held_on", "host_place_id") == {
        ("ots-2025", "2025-11-06", "AZE"),
        ("ots-2026", "2026", "TUR"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "The OTS summit opened in Gabala on Thursday. The summit will discuss trade. Leaders gathered for the summit.",
        "Саммит ОТГ открылся в Габале в четверг. На саммите обсудят торговлю. Участники саммита прибыли.",
        "انطلقت قمة منظمة الدول التركية في غابالا أمس الخميس. وتبحث القمة التجارة. ووصل المشاركون في القمة.",
    ],
)
def test_the_summit_of_the_next_sentence_is_the_same(text: str) -> None:
    assert told(text, "summit_id", "city") == {("ots-2025", "Gabala")}


@pytest.mark.parametrize(
    "text",
    [
        "The C5+1 format was founded in 2015 by the United States and the Central Asian states.",
        "Kazakhstan proposed holding a summit of the OTS in Turkistan.",
        "The SCO summit in Tashkent was cancelled.",
        "Kazakhstan is a member of the OTS and of the SCO.",
        "Trade within the SCO grew by 5 percent, President Kassym-Jomart Tokayev said.",
        "Президент Казахстана предложил провести саммит ОТГ в Туркестане.",
        "Kazakhstan hopes to hold an OTS summit in Turkistan.",
        "Токаев предложил в следующем году провести саммит ОТГ в Туркестане.",
        "Саммит ШОС в Ташкенте отменён.",
        "Формат «С5+1» создан в 2015 году по инициативе США.",
        "اقترح رئيس كازاخستان عقد قمة لمنظمة الدول التركية في تركستان.",
        "ألغيت قمة منظمة شنغهاي للتعاون في طشقند.",
        "تأسس منتدى C5+1 عام 2015 بين الولايات المتحدة ودول آسيا الوسطى.",
        "The president of Kazakhstan met the president of Uzbekistan in Astana.",
        "The company held its summit in Dubai, Kazakhstan's minister said.",
        "Учения стран ОТГ пройдут в Азербайджане в 2026 году.",
        "OTS drills will be held in Azerbaijan in 2026.",
        "ستجرى مناورات منظمة الدول التركية في أذربيجان عام 2026.",
    ],
)
def test_a_founding_a_proposal_a_cancelled_meeting_and_mere_membership_are_no_summit(text: str) -> None:
    assert summits(text) == []


def test_two_forums_of_one_article_are_two_rows() -> None:
    text = (
        "The SCO summit was held in Tianjin on September 1, 2025. "
        "The OTS summit was held in Gabala on October 7, 2025, and Kazakhstan attended both."
    )
    assert told(text, "forum_id", "held_on", "city") == {
        ("sco", "2025-09-01", "Tianjin"),
        ("ots", "2025-10-07", "Gabala"),
    }


@pytest.mark.parametrize(
    ("left", "right", "together"),
    [
        ("2025-11-06", "2025-11-08", True),
        ("2025-11-06", "2025-11-10", True),
        ("2025-11-06", "2025-11-11", False),
        ("2025", "2025-11-06", True),
        ("2025-11", "2025-11-06", True),
        ("2025-11", "2025-10-31", False),
        ("2024", "2025", False),
        ("2025-12-31", "2026-01-01", True),
    ],
)
def test_days_of_one_meeting_are_near_or_hold_each_other(left: str, right: str, together: bool) -> None:
    assert compatible_days(left, right) is together
    assert compatible_days(right, left) is together


def test_two_meetings_of_one_article_in_a_year_are_two_rows() -> None:
    text = (
        "BISHKEK - The OTS summit ended on Thursday. An informal summit will be held in Hungary in 2026, "
        "the next summit will be held in Türkiye in 2026."
    )
    assert {(day, host) for day, host in told(text, "held_on", "host_place_id")} == {
        ("2025-11-06", "KGZ"),
        ("2026", "HUN"),
        ("2026", "TUR"),
    }


def test_the_day_that_heads_a_report_counts_where_publication_is_not_known() -> None:
    text = "Ashgabat, 28 March 2025\n\nThe ministerial meeting European Union - Central Asia took place here yesterday."
    assert [(row["held_on"], row["level"]) for row in summits(text, None)] == [("2025-03-27", "foreign_ministers")]


@pytest.mark.parametrize(
    ("text", "forum"),
    [
        (
            (
                "The leaders of the Pacific Rim ended their summit in Gyeongju on Saturday. They smiled for the cameras. "
                "The members of APEC also adopted papers on artificial intelligence."
            ),
            "apec",
        ),
        (
            "Китай предоставит странам Центральной Азии 26 млрд юаней. Об этом Си Цзиньпин объявил в пятницу в Сиане на саммите.",
            "china-central-asia",
        ),
        ("The Group of Seven packed up in Kananaskis on Tuesday evening, after two days of talks.", "g7"),
    ],
)
def test_an_article_may_open_with_a_meeting_whose_forum_it_does_not_name_there(text: str, forum: str) -> None:
    assert [row["forum_id"] for row in summits(text)] == [forum]


@pytest.mark.parametrize(
    "text",
    [
        "Two Central Asian presidents met US President Donald Trump in New York this week.",
        "Трое лидеров Центральной Азии встретились с президентом США Дональдом Трампом.",
    ],
)
def test_some_of_a_regions_leaders_are_not_its_forum(text: str) -> None:
    assert summits(text) == []


def test_one_side_of_a_wider_forum_in_plain_words_is_no_meeting_of_its_own() -> None:
    assert summits("يجتمع ترامب اليوم في الرياض بقادة دول الخليج في القمة الخليجية الأميركية.") == []


def test_a_date_to_come_is_of_the_coming_year_that_its_sentence_names() -> None:
    text = (
        "Саммит СНГ прошёл 10 октября в Душанбе. Председательство в СНГ в 2026 году перейдёт к Туркмении, следующая встреча "
        "глав государств намечена на 9 октября в Ашхабаде."
    )
    found = summits(text, dt.date(2025, 10, 10))
    assert {(row["held_on"], row["city"]) for row in found} == {("2025-10-10", "Dushanbe"), ("2026-10-09", "Ashgabat")}


def test_a_deal_struck_after_other_talks_is_not_the_day_of_the_summit() -> None:
    text = (
        "The C5+1 summit was held in Washington on November 6. The summit praised the truce following Donald Trump's meeting "
        "with Xi Jinping in late October."
    )
    assert told(text, "held_on") == {("2025-11-06",)}


@pytest.mark.parametrize(
    "text",
    [
        (
            "BAKU, Azerbaijan, November 7. Today, Astana once again takes center stage in regional diplomacy as it hosts the "
            "second summit in the Central Asia-China format."
        ),
        "تستضيف مدينة أستانا، غدا الأربعاء، قمة منظمة شنغهاي للتعاون، والقمة الأولى للصين مع دول آسيا الوسطى.",
    ],
)
def test_the_city_that_hosts_is_the_place_of_all_it_hosts(text: str) -> None:
    assert {(row["host_place_id"], row["city"]) for row in summits(text)} == {("KAZ", "Astana")}


def test_two_meetings_that_one_city_hosts_are_both_there() -> None:
    text = (
        "تستضيف مدينة جدة، غدا الأربعاء، اللقاء التشاوري لقادة مجلس التعاون، والقمة الأولى الخليجية مع دول آسيا الوسطى."
    )
    assert told(text, "forum_id", "city") == {("gcc", "Jeddah"), ("gcc-central-asia", "Jeddah")}


def test_a_summit_of_last_week_in_the_house_just_named_is_the_same() -> None:
    text = (
        "Donald Trump hosted the C5+1 summit in the White House on November 6. The recent White House meeting differed from "
        "prior summits."
    )
    assert told(text, "held_on", "venue") == {("2025-11-06", "White House")}


@pytest.mark.parametrize(
    ("text", "held_on", "city"),
    [
        (
            (
                "يعتزم الرئيس الأميركي دعوة نظيره الكازاخي لحضور قمة مجموعة العشرين. "
                "وستستضيف الولايات المتحدة قمة مجموعة العشرين العام المقبل في مدينة ميامي."
            ),
            "2026",
            "Miami",
        ),
        (
            (
                "Trump plans to invite the Kazakh president to the G20 summit. "
                "The United States will host the G20 summit in Miami in December 2026."
            ),
            "2026-12",
            "Miami",
        ),
    ],
)
def test_a_summit_that_somebody_is_to_be_invited_to_is_the_one_to_come(text: str, held_on: str, city: str) -> None:
    assert told(text, "forum_id", "held_on", "city") == {("g20", held_on, city)}


@pytest.mark.parametrize(
    "text",
    [
        (
            "На саммите ОТГ в Габале, открывшемся 6 ноября, выступил президент Азербайджана Ильхам Алиев. "
            "В ходе саммита лидеры приветствовали декларацию Баку и Еревана, подписанную в августе в Вашингтоне."
        ),
        (
            "President Ilham Aliyev of Azerbaijan spoke at the OTS summit in Gabala on November 6. "
            "Addressing the summit, he thanked Uzbekistan, which last month acceded to the Nakhchivan Agreement."
        ),
    ],
)
def test_the_day_of_a_paper_or_an_accession_is_not_that_of_the_summit_where_it_is_praised(text: str) -> None:
    assert told(text, "held_on", "city") == {("2025-11-06", "Gabala")}


def test_a_day_in_an_aside_about_the_members_is_no_meeting() -> None:
    text = (
        "Trump hosted the leaders of five Central Asian countries at the White House on Thursday. "
        "The five nations, which gained independence from Moscow in 1991, have put on a united front."
    )
    assert told(text, "forum_id", "held_on") == {("c5plus1", "2025-11-06")}


def test_the_city_behind_the_word_for_meeting_goes_before_one_that_somebody_left() -> None:
    text = (
        "Seen in West Palm Beach before he flew back, Trump will host a summit with the leaders of five Central Asian "
        "countries in Washington on Friday."
    )
    assert told(text, "city") == {("Washington",)}


def test_a_date_may_stand_between_the_place_that_heads_a_report_and_the_agency() -> None:
    text = "أستانا 7 نوفمبر 2025 (شينخوا) ألقى الرئيس الصيني شي جين بينغ كلمة أمام قمة الصين-آسيا الوسطى."
    assert told(text, "host_place_id", "city") == {("KAZ", "Astana")}


def test_guests_invited_from_two_countries_do_not_make_either_the_place() -> None:
    text = "سيوجه ترامب الدعوات إلى كازاخستان وأوزبكستان لحضور قمة مجموعة العشرين التي تستضيفها الولايات المتحدة العام المقبل."
    assert told(text, "host_place_id") == {("USA",)}


def test_a_russian_city_behind_its_abbreviation_is_the_place() -> None:
    text = "Президент Кыргызстана Садыр Жапаров сегодня в г. Габала принял участие в саммите ОТГ."
    assert told(text, "city") == {("Gabala",)}


@pytest.mark.parametrize(
    ("text", "venue", "host"),
    [
        ("10 октября в Душанбе во Дворце нации прошёл саммит СНГ.", "Palace of the Nation", "TJK"),
        ("Саммит СНГ прошёл 10 октября в Душанбе. Заседание прошло во Дворце Наций.", "Palace of the Nation", "TJK"),
        ("В Женеве во Дворце Наций прошёл саммит «Большой двадцатки».", "Palais des Nations", "CHE"),
        ("Во Дворце Наций прошёл саммит «Большой двадцатки».", None, None),
    ],
)
def test_of_two_venues_of_one_name_the_city_tells_which(text: str, venue: str | None, host: str | None) -> None:
    assert told(text, "venue", "host_place_id") == {(venue, host)}


def test_a_session_that_took_place_is_not_a_past_session() -> None:
    text = "Саммит ОТГ прошёл 6 ноября в Габале. Заседание прошло в узком составе в городе Габала."
    assert told(text, "forum_id", "held_on") == {("ots", "2025-11-06")}
    text = "Саммит ОТГ прошёл 6 ноября в Габале. Прошлый саммит состоялся в Бишкеке в 2024 году."
    assert told(text, "held_on") == {("2025-11-06",), ("2024",)}


@pytest.mark.parametrize(
    ("text", "forum"),
    [
        ("عقد قادة الاتحاد الأوروبي وخمس دول آسيا الوسطى قمة يوم الجمعة في سمرقند.", "eu-central-asia"),
        (
            "The leaders of five Central Asian states and of the European Union held a summit in Samarkand.",
            "eu-central-asia",
        ),
        ("The leaders of three Central Asian states and of the European Union held a meeting in Samarkand.", ""),
        ("انعقد أول اجتماع رفيع المستوى بين الاتحاد الأوروبي وآسيا الوسطى في سمرقند.", "eu-central-asia"),
        (
            "В Самарканде прошла первая встреча на высшем уровне между Евросоюзом и Центральной Азией.",
            "eu-central-asia",
        ),
        ("ناقش الاجتماع تعزيز التعاون بين الاتحاد الأوروبي وآسيا الوسطى.", ""),
    ],
)
def test_a_region_whose_states_are_all_counted_meets_as_a_whole_whatever_the_level(text: str, forum: str) -> None:
    assert {row["forum_id"] for row in summits(text)} == ({forum} if forum else set())


def test_former_republics_have_no_former_summit() -> None:
    text = (
        "اجتمع قادة دول آسيا الوسطى والاتحاد الأوروبي في قمة سمرقند. "
        "وشارك قادة الجمهوريات السوفيتية الخمس السابقة في آسيا الوسطى، يوم الجمعة، في قمة مع الاتحاد الأوروبي في سمرقند."
    )
    assert told(text, "forum_id", "held_on") == {("eu-central-asia", "2025-11-07")}


def test_a_summit_told_in_the_present_and_then_dated_ahead_is_one() -> None:
    text = (
        "تُعقد في سمرقند أول قمة بين الاتحاد الأوروبي ودول آسيا الوسطى. "
        "وتستضيف القمة أوزبكستان، وتنطلق في 14 نوفمبر بمشاركة أنطونيو كوستا."
    )
    assert told(text, "forum_id", "held_on") == {("eu-central-asia", "2025-11-14")}


@pytest.mark.parametrize(
    "text",
    [
        "Путин прибыл в Душанбе 8 октября. На следующий день состоялся саммит «Центральная Азия – Россия».",
        "Putin arrived in Dushanbe on October 8. The next day the Russia-Central Asia summit took place.",
        "وصل بوتين إلى دوشنبه في 8 أكتوبر. وفي اليوم التالي عقدت قمة روسيا وآسيا الوسطى.",
    ],
)
def test_a_day_counted_from_the_one_before_dates_the_meeting(text: str) -> None:
    assert told(text, "forum_id", "held_on") == {("russia-central-asia", "2025-10-09")}


@pytest.mark.parametrize(
    ("text", "host"),
    [
        (
            "In 2023 Joe Biden, U.S. president at the time, met the leaders of the Central Asian countries.",
            None,
        ),
        ("In 2023 the leaders of the Central Asian countries met Joe Biden, United States, New York.", "USA"),
    ],
)
def test_a_country_that_only_tells_whose_president_somebody_is_is_no_place_of_a_meeting(
    text: str, host: str | None
) -> None:
    assert told(text, "forum_id", "host_place_id") == {("c5plus1", host)}


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (
            (
                "تستضيف الصين قمة منظمة شنغهاي للتعاون في مدينة تيانجين، في أول قمة تعقد منذ عودة الرئيس الأميركي "
                "دونالد ترامب إلى البيت الأبيض."
            ),
            {("CHN", "Tianjin", None)},
        ),
        (
            "В Тяньцзине открылся саммит ШОС, первый после возвращения президента США Дональда Трампа в Белый дом.",
            {("CHN", "Tianjin", None)},
        ),
        (
            "Donald Trump hosted the C5+1 summit in Washington, the first since his return to the White House.",
            {("USA", "Washington", None)},
        ),
        (
            "Donald Trump returned to Washington and hosted the C5+1 summit in the White House on Thursday.",
            {("USA", None, "White House")},
        ),
    ],
)
def test_the_house_that_somebody_came_back_to_is_not_where_they_meet(text: str, places: set[tuple[str, ...]]) -> None:
    found = told(text, "host_place_id", "city", "venue")
    assert {(host, city if venue is None else None, venue) for host, city, venue in found} == places


def test_a_body_that_a_guest_only_heads_is_not_the_forum_that_meets() -> None:
    text = (
        "The leaders held a summit in Samarkand on Friday. It was attended by European Council President António Costa."
    )
    assert summits(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The leaders of the European Union and five countries of Central Asia are holding their first summit in Samarkand.",
        "انطلقت أعمال قمة مجلس التعاون الخليجي وخمس دول من آسيا الوسطى في مدينة جدة.",
        "أعلن ولي العهد السعودي اعتماد القرارات الصادرة عن القمة الخليجية مع دول آسيا الوسطى.",
    ],
)
def test_a_partner_and_the_states_of_a_region_meet_together(text: str) -> None:
    assert {row["forum_id"].endswith("central-asia") for row in summits(text)} == {True}


def test_a_bare_number_of_things_is_no_group_of_leaders() -> None:
    text = (
        "The EU-Central Asia summit opens in Samarkand on November 14. "
        "In October 2023 the sides adopted a roadmap with five key areas and held a dialogue of their nations."
    )
    assert told(text, "held_on") == {("2025-11-14",)}


def test_a_period_is_no_day_of_a_meeting() -> None:
    text = "Саммит ОТГ прошёл 6 ноября в Габале. На заседании одобрили план действий на 2027–2028 годы."
    assert told(text, "held_on") == {("2025-11-06",)}


def test_the_day_of_other_talks_with_the_leaders_is_not_the_summits() -> None:
    text = (
        "Ursula von der Leyen will attend the EU-Central Asia summit in Samarkand on Friday, November 14. "
        "She will meet the leaders of the five Central Asian countries on Thursday, November 13."
    )
    assert told(text, "held_on") == {("2025-11-14",)}


@pytest.mark.parametrize(
    "text",
    [
        "شارك وزير الخارجية الكويتي في الاجتماع الوزاري الثالث للحوار الاستراتيجي بين مجلس التعاون الخليجي ودول آسيا الوسطى.",
        "The ministers' meeting of the EU and Central Asia took place in Ashgabat.",
    ],
)
def test_a_ministerial_meeting_is_of_ministers_whatever_word_its_forum_stands_with(text: str) -> None:
    assert {row["level"] for row in summits(text)} == {"foreign_ministers"}


@pytest.mark.parametrize(
    "text",
    [
        "Саммит ОТГ прошёл в пятницу в столице Узбекистана Ташкенте.",
        "The OTS summit was held on Friday in the capital of Uzbekistan, Tashkent.",
        "عقدت قمة منظمة الدول التركية الجمعة في عاصمة أوزبكستان طشقند.",
    ],
)
def test_a_capital_told_by_its_country_and_by_name_is_the_city(text: str) -> None:
    assert told(text, "host_place_id", "city") == {("UZB", "Tashkent")}


@pytest.mark.parametrize(
    "text",
    [
        "Президент Азербайджана примет участие в саммите ОТГ. Он пройдёт 16 ноября в Ташкенте.",
        "The president of Azerbaijan will attend the OTS summit. It will be held in Tashkent on November 16.",
        "يشارك الرئيس الأذربيجاني في قمة منظمة الدول التركية. وستعقد في 16 نوفمبر في طشقند.",
    ],
)
def test_a_sentence_with_only_a_pronoun_goes_on_about_the_meeting(text: str) -> None:
    assert told(text, "held_on", "host_place_id", "city") == {("2025-11-16", "UZB", "Tashkent")}


@pytest.mark.parametrize(
    "text",
    [
        "Kazakhstan said Thursday it will open talks. Donald Trump hosted the C5+1 summit on Thursday.",
        "Kazakhstan said Thursday it will join the Abraham Accords. The C5+1 summit was hosted by Donald Trump.",
    ],
)
def test_the_day_of_a_saying_about_the_future_is_not_ahead(text: str) -> None:
    assert told(text, "forum_id", "held_on") == {("c5plus1", "2025-11-06")}


@pytest.mark.parametrize(
    "text",
    [
        "والتقى ترامب بتوكاييف إلى جانب أربعة زعماء آخرين من آسيا الوسطى في البيت الأبيض يوم الخميس.",
        "Trump met Tokayev and the other four Central Asian leaders in the White House on Thursday.",
        "В четверг Трамп принял в Белом доме Токаева и четырёх других лидеров Центральной Азии.",
    ],
)
def test_one_leader_and_all_the_others_are_a_whole_region(text: str) -> None:
    assert told(text, "forum_id", "held_on", "venue") == {("c5plus1", "2025-11-06", "White House")}


@pytest.mark.parametrize(
    "text",
    [
        (
            "ورغم عدم صدور تعليق من البيت الأبيض، فإن الزيارة تأتي بالتزامن مع القمة المقررة في السادس من نوفمبر بواشنطن، "
            "والتي ستجمع الرئيس الأمريكي بقادة دول آسيا الوسطى."
        ),
        (
            "The summit of Donald Trump with the leaders of the Central Asian states will be held in Washington on Nov. 6, a "
            "spokesman of the White House said."
        ),
    ],
)
def test_those_who_speak_for_a_house_are_no_venue(text: str) -> None:
    assert told(text, "city", "venue") == {("Washington", None)}


def test_of_a_house_and_a_city_elsewhere_the_nearer_one_is_the_place() -> None:
    text = (
        "Подводят итоги встречи Дональда Трампа с президентами пяти центральноазиатских стран в Белом доме, а руководитель "
        "Казахстана Касым-Жомарт Токаев совершил визит в Москву."
    )
    assert told(text, "city", "venue") == {(None, "White House")}


def test_the_day_of_what_came_after_a_summit_is_not_the_summits() -> None:
    text = (
        "Аналитики обсуждают итоги встречи Дональда Трампа с президентами пяти центральноазиатских стран в Белом доме. "
        "4 ноября, через шесть дней после вашингтонского саммита, Токаев и Путин поужинали."
    )
    assert {row["held_on_precision"] for row in summits(text)} == {"report_date"}


@pytest.mark.parametrize(
    "text",
    [
        (
            "استضافت أستانا في 17 يونيو 2025، القمة الثانية لرؤساء دول آسيا الوسطى والصين، والتي تأتي بعد القمة الأولى التي "
            "عقدت في مايو 2023 في مدينة شيآن."
        ),
        (
            "Astana hosted, on June 17, 2025, the second China-Central Asia summit, which follows the first summit held in "
            "May 2023 in Xi'an."
        ),
    ],
)
def test_the_meeting_hosted_and_the_one_before_it_have_a_day_each(text: str) -> None:
    assert told(text, "held_on") == {("2025-06-17",), ("2023-05",)}


@pytest.mark.parametrize(
    "text",
    [
        "The C5+1 summit comes as Russia remains consumed by its war in Ukraine.",
        "Саммит С5+1 проходит на фоне войны в Украине.",
        "تأتي قمة سي 5+1 في وقت تستمر فيه الحرب في أوكرانيا.",
    ],
)
def test_the_place_of_a_war_is_not_the_meetings(text: str) -> None:
    assert told(text, "forum_id", "host_place_id") == {("c5plus1", None)}


def test_a_word_for_summit_belongs_to_the_forum_on_the_side_of_its_language() -> None:
    assert told("III Игры СНГ Саммит ОТГ в Габале", "forum_id") == {("ots",)}


def test_a_format_launched_in_a_year_did_not_meet_then() -> None:
    text = (
        "يستضيف ترامب زعماء خمس دول من آسيا الوسطى في البيت الأبيض اليوم. وجمعت منصة سي5+1، التي جرى إطلاقها عام 2015، "
        "الولايات المتحدة وخمس دول من آسيا الوسطى."
    )
    assert told(text, "held_on") == {("2025-11-07",)}


@pytest.mark.parametrize(
    "text",
    [
        "Саммит С5+1 прошёл в Вашингтоне 6 ноября. В 2023 году на полях Генассамблеи ООН прошла встреча лидеров.",
        (
            "The C5+1 summit took place in Washington on November 6. The leaders met on the sidelines of the UN General Assembly "
            "in 2023."
        ),
    ],
)
def test_a_body_beside_whose_session_others_meet_does_not_meet_itself(text: str) -> None:
    assert told(text, "forum_id") == {("c5plus1",)}


def test_a_house_before_a_participle_is_still_the_place() -> None:
    text = "Trump hosted the leaders of five Central Asian nations at the White House, emphasizing his efforts."
    assert told(text, "venue") == {("White House",)}
