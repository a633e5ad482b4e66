"""Slips of the pen: read as what was meant where the words around leave one reading, and told as corrected."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from summitry.articles import Article
from summitry.mentions.document import Mention
from summitry.mentions.reading import read_mentions


def corrected(text: str) -> list[Mention]:
    language = "ar" if re.search("[\u0621-\u064a]", text) else "ru" if re.search("[а-яё]", text) else "en"
    document = read_mentions(Article("a", text, language, dt.date(2025, 11, 7)), part=True)
    return [mention for mention in document.mentions if mention.corrected_to]


@pytest.mark.parametrize(
    ("text", "words", "kind", "value", "meant"),
    [
        ("غنية بالمعادة النادرة", "بالمعادة النادرة", "commodity", "rare_earths", "معادن نادرة"),
        ("أكد الرئيس الفرغيزي ذلك", "الفرغيزي", "place", "KGZ", "قرغيزي"),
        ("صرح الرئيس الكازخي بذلك", "الكازخي", "place", "KAZ", "كازاخي"),
        ("The Uzebk president spoke", "Uzebk", "place", "UZB", "Uzbek"),
        (
            "запасы редкоземелных металлов",
            "редкоземелных металлов",
            "commodity",
            "rare_earths",
            "редкоземельный металл",
        ),
        ("талантливый таджиский президент", "таджиский", "place", "TJK", "таджикский"),
    ],
)
def test_a_slip_is_read_as_what_was_meant_and_the_text_stays(
    text: str, words: str, kind: str, value: str, meant: str
) -> None:
    (mention,) = corrected(text)
    assert (mention.kind, mention.value, mention.corrected_to) == (kind, value, meant)
    assert text[mention.start : mention.end] == words


@pytest.mark.parametrize(
    "text",
    [
        "أكد الرئيس القرغيزي ذلك",
        "غنية بالمعادن النادرة",
        "أكد الرئيس الفخري ذلك",
        "أكد الرئيس السلوفاني ذلك",
        "The Slovak president and the Slovenian president spoke",
        "The honorary president spoke",
        "The Uzebk singer sang",
        "Почётный президент выступил",
    ],
)
def test_a_right_spelling_another_word_and_a_slip_that_nothing_holds_are_left_alone(text: str) -> None:
    assert corrected(text) == []
