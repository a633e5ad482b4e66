"""Whose meeting it is: leaders' or ministers'."""

from __future__ import annotations

import datetime as dt

from summitry.articles import Article
from summitry.reader import extract


def test_a_ministerial_council_that_a_head_of_state_speaks_of_does_not_make_his_summit_one_of_ministers() -> None:
    text = (
        "استضاف ملك البحرين حمد بن عيسى آل خليفة الأربعاء قادة مجلس التعاون الخليجي في المنامة. وأشاد أمير الكويت مشعل "
        "الأحمد الجابر الصباح بعمل الاجتماع الوزاري لمجلس التعاون."
    )
    tables = extract(Article("a", text, "ar", dt.date(2025, 12, 4))).tables()
    assert {row["level"] for row in tables["summits"]} == {"heads_of_state"}
    assert {row["leader_id"] for row in tables["attendance"]} >= {"hamad-bin-isa-al-khalifa"}
