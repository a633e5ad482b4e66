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
