"""Words that look like an absence, an arrival or a boycott and are none."""

from __future__ import annotations

import datetime as dt

import pytest

from summitry.articles import Article
from summitry.reader import extract

DAY = dt.date(2025, 5, 17)


def seated(text: str) -> set[str]:
    return {row["leader_id"] for row in extract(Article("a", text, "ar", DAY)).tables()["attendance"]}


@pytest.mark.parametrize("manner", ["رفض مصر القاطع للتهجير", "بشكل قاطع أن القضية مركزية", "رفضا قاطعا للتهجير"])
def test_what_is_categorical_keeps_nobody_away(manner: str) -> None:
    text = f"انطلقت القمة العربية في بغداد السبت. وأكد الرئيس المصري عبد الفتاح السيسي {manner}."
    assert seated(text) == {"abdel-fattah-el-sisi"}


def test_a_verb_of_the_same_root_does() -> None:
    text = "انطلقت القمة العربية في بغداد السبت. وقاطع الرئيس المصري عبد الفتاح السيسي القمة."
    assert seated(text) == set()


def test_a_chinese_province_is_no_boycott() -> None:
    text = "افتتح الرئيس الصيني شي جين بينغ قمة الصين وآسيا الوسطى في شيآن بمقاطعة شنشي الصينية."
    assert seated(text) == {"xi-jinping"}


def test_what_a_sum_reaches_is_no_arrival() -> None:
    text = (
        "افتتح أنطونيو كوستا قمة الاتحاد الأوروبي وآسيا الوسطى. وتوقع ما يصل إلى 22 مليار يورو كما قدر ألكسندر فوتشيتش."
    )
    assert seated(text) == {"antonio-costa"}


def test_who_stayed_away_for_years_is_back() -> None:
    text = "انطلقت القمة العربية في بغداد بحضور الرئيس المصري عبد الفتاح السيسي الذي غاب عن هذا اللقاء اثني عشر عاما."
    assert seated(text) == {"abdel-fattah-el-sisi"}


def test_who_sent_his_minister_is_absent_and_the_minister_is_there() -> None:
    text = "انطلقت القمة العربية في بغداد. وغاب الرئيس المصري عبد الفتاح السيسي الذي أوفد وزير خارجيته بدر عبد العاطي."
    assert seated(text) == {"badr-abdelatty"}


@pytest.mark.parametrize(
    "text",
    [
        "استضافت بغداد القمة العربية. ومن خارج العرب تكلم الأمين العام للأمم المتحدة أنطونيو غوتيريش.",
        "استضافت بغداد القمة العربية. ويلقي الأمين العام للأمم المتحدة أنطونيو غوتيريش كلمته في ختام القمة.",
    ],
)
def test_whoever_speaks_at_the_summit_has_come(text: str) -> None:
    assert seated(text) == {"antonio-guterres"}


def test_the_chair_of_a_bodys_commission_sits_at_its_table() -> None:
    text = "انطلقت قمة الاتحاد الأفريقي في أديس أبابا. وتحدث رئيس مفوضية الاتحاد محمود علي يوسف عن المناخ."
    assert seated(text) == {"mahamoud-ali-youssouf"}


def test_who_says_that_he_will_attend_another_summit_is_seated_there() -> None:
    text = (
        "زار عبد الفتاح السيسي أنقرة. وتأتي الزيارة قبل أسابيع من القمة العربية المقررة في المنامة في 25 مايو والتي قال "
        "السيسي إنه سيحضرها."
    )
    assert "abdel-fattah-el-sisi" in seated(text)


def test_the_year_of_a_date_is_no_length_of_absence() -> None:
    text = "Саммит ОТГ прошёл в Габале. Реджеп Тайип Эрдоган не приехал на встречу 7 октября 2025 года. Там был Ильхам Алиев."
    rows = extract(Article("a", text, "ru", dt.date(2025, 10, 8))).tables()["attendance"]
    assert {row["leader_id"] for row in rows} == {"ilham-aliyev"}


@pytest.mark.parametrize(
    "text",
    [
        "Саммит ЛАГ прошел в Багдаде в субботу. Не приехал и президент переходного периода Сирии Ахмед аш-Шараа.",
        "Саммит ЛАГ прошел в Багдаде в субботу. Махмуд Аббас и Абдель Фаттах ас-Сиси остались дома.",
    ],
)
def test_who_did_not_come_though_a_long_title_parts_him_from_the_verb(text: str) -> None:
    assert extract(Article("a", text, "ru", DAY)).tables()["attendance"] == []


def test_those_who_are_hosted_at_a_meeting_only_spoken_of_were_there() -> None:
    text = (
        "Pakistan and China signed memorandums in Beijing on Saturday. The premier had flown in for the summit of the Shanghai "
        "Cooperation Organisation in Tianjin, where Xi Jinping played host to, among others, Russia's Vladimir Putin and Indian "
        "Prime Minister Narendra Modi."
    )
    rows = extract(Article("a", text, "en", DAY)).tables()["attendance"]
    assert {row["leader_id"] for row in rows} == {"xi-jinping", "vladimir-putin", "narendra-modi"}


def test_who_presides_over_another_body_sits_at_this_table_and_so_do_those_named_with_him() -> None:
    text = (
        "At the first summit of the European Union and Central Asia, held in Samarkand on Friday, Ursula von der Leyen spoke. "
        "António Costa, who presides over the European Council, sat beside her; opposite them were the host, Shavkat Mirziyoyev, "
        "and the presidents Sadyr Japarov and Emomali Rahmon."
    )
    rows = extract(Article("a", text, "en", DAY)).tables()["attendance"]
    assert {(row["leader_id"], row["role"]) for row in rows} == {
        ("ursula-von-der-leyen", "participant"),
        ("antonio-costa", "participant"),
        ("shavkat-mirziyoyev", "host"),
        ("sadyr-japarov", "participant"),
        ("emomali-rahmon", "participant"),
    }


@pytest.mark.parametrize(
    "absent",
    [
        "وغاب الرئيس المصري عبد الفتاح السيسي والرئيس التونسي قيس سعيد",
        "وغاب عن القمة عبد الفتاح السيسي وقيس سعيد",
    ],
)
def test_an_and_written_onto_the_next_name_goes_on_with_who_stayed_away(absent: str) -> None:
    text = f"انطلقت القمة العربية في بغداد السبت بحضور الملك عبد الله الثاني. {absent}."
    assert seated(text) == {"abdullah-ii-of-jordan"}


def test_who_sent_his_own_prime_minister_is_the_one_who_stayed_away() -> None:
    text = "عُقدت قمة مجموعة العشرين. وغاب الرئيس الإيطالي سيرجو ماتاريلا، وأوفد رئيسة وزرائه جورجا ميلوني."
    assert seated(text) == {"giorgia-meloni"}
