"""Who took part in a meeting and who was the host; who is only spoken of, stayed away, or was there another time."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from summitry.articles import Article
from summitry.reader import extract

FRIDAY = dt.date(2025, 11, 7)


def roles(text: str, summit: str = "") -> dict[str, str]:
    """Person → role, at the one summit that the text tells of or at the named one."""
    language = "ar" if re.search("[\u0621-\u064a]", text) else "ru" if re.search("[а-яё]", text) else "en"
    tables = extract(Article("a", text, language, FRIDAY)).tables()
    ids = {row["summit_id"] for row in tables["summits"]}
    assert summit in ids or len(ids) == 1
    summit = summit or ids.pop()
    return {row["leader_id"]: row["role"] for row in tables["attendance"] if row["summit_id"] == summit}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "US President Donald Trump hosted Kazakh President Kassym-Jomart Tokayev and Kyrgyz President "
                "Sadyr Japarov at the C5+1 summit in the White House."
            ),
            {"donald-trump": "host", "kassym-jomart-tokayev": "participant", "sadyr-japarov": "participant"},
        ),
        (
            (
                "The C5+1 summit was held in Washington on Thursday. It was attended by Donald Trump, Shavkat "
                "Mirziyoyev and Emomali Rahmon."
            ),
            {"donald-trump": "host", "shavkat-mirziyoyev": "participant", "emomali-rahmon": "participant"},
        ),
        (
            (
                "В Белом доме прошёл саммит «С5+1». Дональд Трамп принял президента Казахстана Касым-Жомарта "
                "Токаева и президента Киргизии Садыра Жапарова."
            ),
            {"donald-trump": "host", "kassym-jomart-tokayev": "participant", "sadyr-japarov": "participant"},
        ),
        (
            (
                "Саммит ОТГ прошёл в Бишкеке. В нём участвовали президенты Азербайджана Ильхам Алиев, Казахстана "
                "Касым-Жомарт Токаев и Узбекистана Шавкат Мирзиёев."
            ),
            {
                "ilham-aliyev": "participant",
                "kassym-jomart-tokayev": "participant",
                "shavkat-mirziyoyev": "participant",
            },
        ),
        (
            (
                "استضاف الرئيس الأميركي دونالد ترامب قمة سي 5+1 في البيت الأبيض بمشاركة الرئيس الكازاخي قاسم "
                "جومرت توكاييف ورئيس قرغيزستان صدر جاباروف."
            ),
            {"donald-trump": "host", "kassym-jomart-tokayev": "participant", "sadyr-japarov": "participant"},
        ),
        (
            (
                "عقدت في باكو قمة منظمة الدول التركية. وشارك فيها الرئيس الأذربيجاني إلهام علييف والرئيس التركي "
                "رجب طيب أردوغان."
            ),
            {"ilham-aliyev": "host", "recep-tayyip-erdogan": "participant"},
        ),
    ],
)
def test_those_who_met_take_part_and_the_one_at_home_is_the_host(text: str, expected: dict[str, str]) -> None:
    assert roles(text) == expected


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        (
            (
                "The OTS summit was held in Gabala on Thursday. Ilham Aliyev received Kassym-Jomart Tokayev. "
                "Former president Nursultan Nazarbayev founded the organisation."
            ),
            "nursultan-nazarbayev",
        ),
        (
            (
                "The C5+1 summit opened at the White House. Donald Trump said his predecessor Joe Biden had "
                "neglected the region."
            ),
            "joe-biden",
        ),
        (
            (
                "The C5+1 summit opened at the White House. Donald Trump thanked the guests and said Vladimir "
                "Putin wanted peace."
            ),
            "vladimir-putin",
        ),
        (
            (
                "The OTS summit opened in Gabala on Thursday, hosted by Ilham Aliyev. Turkish President Recep "
                "Tayyip Erdogan did not attend because of illness."
            ),
            "recep-tayyip-erdogan",
        ),
        (
            (
                "Саммит «С5+1» прошёл в Белом доме. Дональд Трамп заявил, что его предшественник Джо Байден "
                "забыл о регионе."
            ),
            "joe-biden",
        ),
        (
            "Саммит ОТГ прошёл в Бишкеке. Прибыл Ильхам Алиев. Президент Турции Реджеп Тайип Эрдоган не приехал.",
            "recep-tayyip-erdogan",
        ),
        (
            "عقدت قمة C5+1 في البيت الأبيض. وقال دونالد ترامب إن سلفه جو بايدن أهمل منطقة آسيا الوسطى.",
            "joe-biden",
        ),
        (
            "عقدت قمة منظمة الدول التركية في باكو بحضور إلهام علييف. وغاب عن القمة الرئيس التركي رجب طيب أردوغان.",
            "recep-tayyip-erdogan",
        ),
    ],
)
def test_a_predecessor_an_outsider_and_one_who_stayed_away_take_no_part(text: str, absent: str) -> None:
    found = roles(text)
    assert found
    assert absent not in found


@pytest.mark.parametrize(
    "text",
    [
        (
            "The SCO summit was held in Tianjin on Thursday. Chinese President Xi Jinping received the "
            "guests, among them UN Secretary-General António Guterres, who attended the summit."
        ),
        (
            "Саммит ШОС прошёл в Тяньцзине. Си Цзиньпин принял гостей. В саммите принял участие генеральный "
            "секретарь ООН Антониу Гутерриш."
        ),
        (
            "عقدت قمة منظمة شنغهاي للتعاون في تيانجين برئاسة شي جين بينغ. وحضر القمة الأمين العام للأمم "
            "المتحدة أنطونيو غوتيريش."
        ),
    ],
)
def test_a_guest_takes_part_where_the_words_say_that_he_came(text: str) -> None:
    assert roles(text) == {"xi-jinping": "host", "antonio-guterres": "participant"}


@pytest.mark.parametrize(
    "text",
    [
        (
            "The OTS summit was held in Bishkek on Thursday. It was attended by the presidents of "
            "Azerbaijan, Ilham Aliyev, and Kazakhstan, Arman Serikov."
        ),
        (
            "Саммит ОТГ прошёл в Бишкеке в четверг. В нём участвовали президенты Азербайджана Ильхам Алиев и "
            "Казахстана Арман Сериков."
        ),
    ],
)
def test_a_president_of_no_list_takes_part_as_any_other(text: str) -> None:
    assert roles(text) == {"ilham-aliyev": "participant", "arman-serikov": "participant"}


@pytest.mark.parametrize(
    "text",
    [
        (
            "The C5+1 summit opened at the White House on Thursday, hosted by Donald Trump. The previous "
            "summit was held in New York in September 2023, where Joe Biden received the leaders."
        ),
        (
            "Саммит «С5+1» открылся в Белом доме в четверг, гостей принял Дональд Трамп. Предыдущий саммит "
            "прошёл в Нью-Йорке в сентябре 2023 года, лидеров принимал Джо Байден."
        ),
    ],
)
def test_each_meeting_of_an_article_has_its_own_people(text: str) -> None:
    assert roles(text, "c5plus1-2025") == {"donald-trump": "host"}
    assert roles(text, "c5plus1-2023") == {"joe-biden": "host"}


@pytest.mark.parametrize(
    "text",
    [
        "Donald Trump and Vladimir Putin spoke by phone about the war in Ukraine.",
        "Президент Казахстана Касым-Жомарт Токаев выступил в парламенте.",
        "قال الرئيس الأوزبكي شوكت ميرضيائيف إن بلاده تنتج الذهب.",
    ],
)
def test_where_no_named_person_is_put_at_a_meeting_nobody_attends(text: str) -> None:
    language = "ar" if re.search("[\u0621-\u064a]", text) else "ru" if re.search("[а-яё]", text) else "en"
    assert extract(Article("a", text, language, FRIDAY)).tables()["attendance"] == []


def test_the_words_that_tell_a_role_hold_the_person_or_the_meeting() -> None:
    text = (
        "The C5+1 summit was held in Washington on Thursday. It was attended by Donald Trump and Emomali "
        "Rahmon. Rahmon left early."
    )
    rows = extract(Article("a", text, "en", FRIDAY)).tables()["evidence"]
    quotes = {row["row_id"]: row["quote"] for row in rows if (row["table"], row["column"]) == ("attendance", "role")}
    assert "attended by" in quotes["c5plus1-2025/emomali-rahmon"]
    assert "Emomali Rahmon" in quotes["c5plus1-2025/emomali-rahmon"]
    assert "held in Washington" in quotes["c5plus1-2025/donald-trump"]


@pytest.mark.parametrize(
    "text",
    [
        "The GCC summit was held in Kuwait on Thursday. Saudi Crown Prince Mohammed bin Salman called it historic.",
        "Саммит ССАГПЗ прошёл в Кувейте. Наследный принц Саудовской Аравии Мухаммед бен Салман назвал его историческим.",
        "عقدت قمة مجلس التعاون الخليجي في الكويت. ووصفها ولي العهد السعودي الأمير محمد بن سلمان بأنها تاريخية.",
    ],
)
def test_a_head_of_government_called_by_another_title_sits_there_all_the_same(text: str) -> None:
    assert roles(text) == {"mohammed-bin-salman-al-saud": "participant"}


# Ways to stay away, each put into the sentence of its language.
FRAMES = {
    "en": "The C5+1 summit was held in Astana on Friday with Sadyr Japarov and Kassym-Jomart Tokayev taking part. "
    "Emomali Rahmon {} summit.",
    "ru": "Саммит С5+1 прошёл в Астане в пятницу, в нём участвовали Садыр Жапаров и Касым-Жомарт Токаев. "
    "Эмомали Рахмон {} С5+1.",
    "ar": "عقدت قمة C5+1 في أستانا يوم الجمعة بمشاركة صدير جباروف وقاسم جومرت توكاييف. "
    "أما رئيس طاجيكستان إمام علي رحمن {} قمة C5+1.",
}
WAYS = {
    "en": (
        *("missed the", "skipped the", "snubbed the", "sat out the", "stayed away from the", "was absent from the"),
        *(
            "did not attend the",
            "will not come to the",
            "couldn't travel to the",
            "would not be able to make it to the",
        ),
        *("failed to attend the", "chose not to join the", "decided against attending the", "is not expected at the"),
    ),
    "ru": (
        *("не приехал на саммит", "не прибудет на саммит", "не поедет на саммит", "не явился на саммит"),
        *("не смог приехать на саммит", "не сможет принять участие в саммите", "не будет присутствовать на саммите"),
        *("решил не ехать на саммит", "отказался от участия в саммите", "пропустит саммит", "отсутствовал на саммите"),
    ),
    "ar": (
        *("فلم يحضر", "فلن يحضر", "فلا يحضر", "لم يشارك في", "فلن يأتي إلى", "فلم يتمكن من حضور", "فلن يستطيع حضور"),
        *("فقد غاب عن", "فتغيب عن", "فاعتذر عن حضور", "فقرر عدم حضور", "فتعذر عليه حضور", "فرفض حضور", "فقاطع"),
    ),
}


@pytest.mark.parametrize(("language", "way"), [(language, way) for language, ways in WAYS.items() for way in ways])
def test_who_stays_away_in_whatever_words_is_not_among_those_who_came(language: str, way: str) -> None:
    tables = extract(Article("a", FRAMES[language].format(way), language, FRIDAY)).tables()
    attending = {row["leader_id"] for row in tables["attendance"]}
    assert attending == {"sadyr-japarov", "kassym-jomart-tokayev"}
    assert "emomali-rahmon" in {row["leader_id"] for row in tables["leaders"]}


@pytest.mark.parametrize("way", ["would not come to", "would be unable to attend", "would miss"])
def test_who_says_of_himself_that_he_will_not_come_stays_away_and_not_the_one_he_told(way: str) -> None:
    found = roles(f"Emomali Rahmon phoned Sadyr Japarov and said that he {way} the C5+1 summit in Astana.")
    assert set(found) == {"sadyr-japarov"}


@pytest.mark.parametrize(
    "text",
    [
        (
            "Donald Trump hosted Kazakh President Kassym-Jomart Tokayev at the C5+1 summit in the White House, a few months "
            "after they held separate talks with Russian President Vladimir Putin."
        ),
        (
            "Donald Trump hosted the C5+1 summit in the White House. Kassym-Jomart Tokayev said that he would join the "
            "Abraham Accords and plans a phone call with Israeli Prime Minister Benjamin Netanyahu."
        ),
    ],
)
def test_who_is_met_before_or_only_called_does_not_sit_there(text: str) -> None:
    assert roles(text) == {"donald-trump": "host", "kassym-jomart-tokayev": "participant"}


def test_the_leaders_of_several_countries_are_no_one_in_particular() -> None:
    assert roles(
        "Donald Trump hosted the leaders of Kazakhstan and Uzbekistan at the C5+1 summit in the White House."
    ) == {"donald-trump": "host"}


def test_a_foreign_minister_hosts_ministers_and_no_leaders() -> None:
    text = (
        "The Arab League summit was held in Manama, Bahrain, on Thursday. It was attended by Bahraini Foreign Minister "
        "Abdullatif bin Rashid Al Zayani and Egyptian President Abdel Fattah el-Sisi."
    )
    assert set(roles(text).values()) == {"participant"}


@pytest.mark.parametrize(
    ("text", "at_home"),
    [
        (
            (
                "توجه الرئيس التركي رجب طيب أردوغان إلى أذربيجان للمشاركة في قمة منظمة الدول التركية في مدينة غابالا. "
                "وكان في وداع الرئيس أردوغان في مطار إسطنبول نائبه جودت يلماز."
            ),
            "cevdet-yilmaz",
        ),
        (
            (
                "Президент Турции Реджеп Тайип Эрдоган вылетел в Габалу для участия в саммите ОТГ. "
                "В аэропорту его провожал вице-президент Джевдет Йылмаз."
            ),
            "cevdet-yilmaz",
        ),
    ],
)
def test_who_sees_a_leader_off_stays_at_home(text: str, at_home: str) -> None:
    assert at_home not in roles(text)
    assert roles(text)["recep-tayyip-erdogan"] == "participant"


@pytest.mark.parametrize(
    ("text", "host"),
    [
        (
            "ألقى الرئيس الصيني شي جين بينغ كلمة في قمة الصين-آسيا الوسطى التي استضافها الرئيس الكازاخي توكاييف.",
            "kassym-jomart-tokayev",
        ),
        ("ألقى توكاييف كلمة في قمة الصين-آسيا الوسطى التي يستضيفها الرئيس الصيني شي جين بينغ.", "xi-jinping"),
    ],
)
def test_who_hosts_it_stands_behind_the_arabic_verb_with_its_object(text: str, host: str) -> None:
    assert [person for person, role in roles(text).items() if role == "host"] == [host]


def test_a_list_behind_the_second_of_two_meetings_is_of_those_who_come_there() -> None:
    text = (
        "9 ноября президенты Таджикистана, Казахстана, Кыргызстана, Туркменистана, Узбекистана и России проведут второй "
        "саммит «Центральная Азия — Россия». 10 ноября в Душанбе состоится саммит СНГ. Ожидается участие президента "
        "Азербайджана Ильхама Алиева, президента Беларуси Александра Лукашенко, президента Казахстана Касым-Жомарта Токаева, "
        "президента Кыргызстана Садыра Жапарова, президента России Владимира Путина и президента Узбекистана Шавката Мирзиёева."
    )
    assert set(roles(text, "cis-2025")) == {
        "ilham-aliyev",
        "alexander-lukashenko",
        "kassym-jomart-tokayev",
        "sadyr-japarov",
        "vladimir-putin",
        "shavkat-mirziyoyev",
    }


def test_a_list_of_others_than_the_second_forums_members_stays_at_the_meeting_that_is_reported() -> None:
    text = (
        "انطلقت قمة جامعة الدول العربية في الرياض الجمعة. وتأتي بعد أيام من قمة مجموعة السبع. "
        "ويشارك فيها عبد الفتاح السيسي وقيس سعيد والملك عبد الله الثاني."
    )
    assert {"abdel-fattah-el-sisi", "kais-saied", "abdullah-ii-of-jordan"} <= set(roles(text, "arab-league-2025"))


@pytest.mark.parametrize(
    "text",
    [
        "В Тяньцзине открылся саммит ШОС с участием Си Цзиньпина, первый после возвращения Дональда Трампа в Белый дом.",
        "The SCO summit with Xi Jinping opened in Tianjin, the first since Donald Trump returned to power.",
        "افتتح شي جين بينغ قمة منظمة شنغهاي للتعاون في تيانجين، وهي الأولى منذ عودة دونالد ترامب إلى البيت الأبيض.",
    ],
)
def test_whose_return_only_tells_since_when_is_not_there(text: str) -> None:
    assert set(roles(text)) == {"xi-jinping"}


def test_who_is_received_behind_a_preposition_is_not_the_host() -> None:
    text = (
        "ومن المقرر أن يحضر رئيس الوزراء الماليزي أنور إبراهيم قبل استضافته لترامب وقادة آسيان في قمة رابطة دول جنوب شرق "
        "آسيا في كوالالمبور."
    )
    assert roles(text)["anwar-ibrahim"] == "host"


def test_taking_part_is_not_receiving() -> None:
    assert roles("Президент Азербайджана Ильхам Алиев примет участие в саммите ОТГ.") == {"ilham-aliyev": "participant"}


@pytest.mark.parametrize(
    "text",
    [
        "The BRICS summit in Rio was boycotted by China. Lula da Silva closed it. Xi Jinping called Moscow.",
        "Саммит БРИКС в Рио прошёл на фоне бойкота Китая. Его закрыл Лула да Силва. Си Цзиньпин выступил с упрёками.",
        "أنهى لولا دا سيلفا قمة بريكس في ريو وسط مقاطعة صينية قررها الرئيس شي جين بينغ.",
        "أنهى لولا دا سيلفا قمة بريكس في ريو. فالصين التي تتولى الرئاسة المقبلة قاطعت اليومين. وانتقد شي جين بينغ البيان.",
    ],
)
def test_the_head_of_a_country_that_boycotts_a_summit_stays_away(text: str) -> None:
    assert list(roles(text)) == ["luiz-inacio-lula-da-silva"]


def test_a_boycott_that_is_denied_keeps_nobody_away() -> None:
    text = "China did not boycott the BRICS summit in Rio. Xi Jinping sat beside Lula da Silva."
    assert set(roles(text)) == {"xi-jinping", "luiz-inacio-lula-da-silva"}


def test_an_arabic_subject_right_before_the_verb_stays_away_and_whom_he_sends_comes() -> None:
    text = (
        "استضاف شي جين بينغ قمة منظمة شنغهاي للتعاون في تيانجين. أما رئيس الوزراء الهندي ناريندرا مودي فلم يأت، "
        "وأوفد وزير الخارجية سوبرامانيام جايشانكار."
    )
    assert set(roles(text)) == {"xi-jinping", "s-jaishankar"}


def test_a_guest_of_the_summit_sits_there() -> None:
    text = (
        "استضافت المنامة قمة مجلس التعاون الخليجي. وأعربت رئيسة الوزراء الإيطالية جورجيا ميلوني، ضيفة القمة، عن أملها."
    )
    assert roles(text) == {"giorgia-meloni": "participant"}


def test_who_joins_a_treaty_opens_no_list_of_guests() -> None:
    text = (
        "Kazakhstan acceded to the Abraham Accords, joining Israel's Prime Minister Benjamin Netanyahu. Donald Trump "
        "hosted the C5+1 summit in Washington."
    )
    assert roles(text) == {"donald-trump": "host"}


def test_who_is_told_of_for_next_year_is_not_at_this_years_summit() -> None:
    text = "Lula da Silva closed the BRICS summit in Rio on Thursday. Next year's chair is Narendra Modi."
    assert list(roles(text)) == ["luiz-inacio-lula-da-silva"]


@pytest.mark.parametrize(
    "text",
    [
        "افتتح الرئيس التركي رجب طيب أردوغان في إسطنبول الاجتماع الوزاري لمنظمة التعاون الإسلامي. وشارك عباس عراقجي فيه.",
        (
            "Turkish President Recep Tayyip Erdogan opened the ministerial meeting of the Organisation of Islamic Cooperation in "
            "Istanbul. Iranian Foreign Minister Abbas Araghchi took part."
        ),
        (
            "Президент Турции Реджеп Тайип Эрдоган открыл в Стамбуле министерскую встречу Организации исламского "
            "сотрудничества. Во встрече участвует глава МИД Ирана Аббас Аракчи."
        ),
    ],
)
def test_a_president_who_opens_a_ministers_meeting_is_there(text: str) -> None:
    assert set(roles(text)) == {"recep-tayyip-erdogan", "abbas-araghchi"}


def test_a_head_who_only_receives_the_ministers_who_take_part_is_not_there() -> None:
    text = (
        "استقبل أمير الكويت الشيخ مشعل الأحمد الجابر الصباح وزراء خارجية دول آسيا الوسطى المشاركين في الاجتماع الوزاري "
        "للحوار الاستراتيجي بين مجلس التعاون الخليجي ودول آسيا الوسطى."
    )
    assert roles(text) == {}


@pytest.mark.parametrize(
    "text",
    [
        (
            "Trump hosted Kassym-Jomart Tokayev and the other four Central Asian leaders at the White House. He posted on Truth "
            "Social that he, Tokayev and Benjamin Netanyahu had held a great call."
        ),
        (
            "Trump announced that Kazakhstan is preparing to join the Abraham Accords. He had a discussion with Benjamin "
            "Netanyahu, Emmanuel Macron and Kassym-Jomart Tokayev. Trump hosted Tokayev and the leaders of the Central Asian "
            "states at the White House."
        ),
    ],
)
def test_who_is_called_or_joined_in_an_accord_is_not_at_the_meeting(text: str) -> None:
    assert set(roles(text)) == {"donald-trump", "kassym-jomart-tokayev"}


def test_those_met_before_one_after_the_other_are_not_there() -> None:
    text = (
        "يستقبل ترامب اليوم في واشنطن قادة دول آسيا الوسطى الخمس، بعد أشهر على عقده لقاء مع نظيره الروسي فلاديمير بوتين، ثم لقاء "
        "مع الصيني شي جين بينغ."
    )
    assert set(roles(text)) == {"donald-trump"}
