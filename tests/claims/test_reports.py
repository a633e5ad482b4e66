"""Short reports in three languages, coded before they were read: which meetings they tell of, and who sat at each.

Who stood in for whom, who stayed away, who was only received; meetings before, after and beside; a meeting that is only named
to say when something else was.
"""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

from summitry.articles import Article
from summitry.lexicon.vocabulary import Vocabulary
from summitry.reader import extract

REPORTS = json.loads((Path(__file__).parent / "reports_gold.json").read_text("utf-8"))


@pytest.mark.parametrize("report", REPORTS, ids=lambda report: report["text"][:40])
def test_a_report_gives_its_meetings_and_their_tables(report: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Vocabulary, "covers", lambda *_: True)  # who sits where is read for every forum
    article = Article("a", report["text"], report["language"], dt.date.fromisoformat(report["published_on"]))
    tables = extract(article).tables()
    found = [
        {
            "forum_id": row["forum_id"],
            "held_on": row["held_on"],
            "host_place_id": row["host_place_id"],
            "attendance": {
                each["leader_id"]: each["role"]
                for each in tables["attendance"]
                if each["summit_id"] == row["summit_id"]
            },
        }
        for row in tables["summits"]
    ]
    assert sorted(found, key=str) == sorted(report["summits"], key=str)


@pytest.mark.parametrize(
    "text",
    [
        "The leaders of the CSTO, founded in 2002, met in Astana on 28 November 2024. Kassym-Jomart Tokayev hosted them.",
        "عقدت في الدوحة يوم 15 سبتمبر 2025 القمة العربية الإسلامية برئاسة أمير قطر الشيخ تميم بن حمد آل ثاني.",
    ],
)
def test_a_meeting_of_a_forum_that_the_tables_do_not_cover_gives_no_row_and_says_so(text: str) -> None:
    reading = extract(Article("a", text, "ar" if text.startswith("عقدت") else "en", dt.date(2025, 9, 16)))
    tables = reading.tables()
    assert [tables[name] for name in ("summits", "attendance", "forums", "forum_milestones")] == [[]] * 4
    assert tables["leaders"]
    assert "the tables do not cover this forum" in [rejection.why for rejection in reading.document.rejections]


def test_a_deal_told_in_a_report_on_an_uncovered_meeting_belongs_to_no_other_meeting() -> None:
    text = (
        "The leaders of the CSTO met in Minsk on Friday. Vladimir Putin and Alexander Lukashenko signed a memorandum on "
        "energy between Russia and Belarus there. The SCO summit had been held in Tianjin in September."
    )
    tables = extract(Article("a", text, "en", dt.date(2025, 11, 7))).tables()
    assert [row["summit_id"] for row in tables["summits"]] == ["sco-2025"]
    assert [row["summit_id"] for row in tables["agreements"]] == [None]
