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
from summitry.reader import extract

REPORTS = json.loads((Path(__file__).parent / "reports_gold.json").read_text("utf-8"))


@pytest.mark.parametrize("report", REPORTS, ids=lambda report: report["text"][:40])
def test_a_report_gives_its_meetings_and_their_tables(report: dict[str, Any]) -> None:
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
