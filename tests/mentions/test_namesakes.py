"""Which of two countries that share a word a text means."""

from __future__ import annotations

import pytest

from summitry.articles import make_article
from summitry.mentions.reading import read_mentions


def places(text: str, language: str) -> list[str]:
    """The countries that a text mentions, in its order."""
    return [m.value for m in read_mentions(make_article(text, "a", language=language)).of("place")]


@pytest.mark.parametrize(
    ("language", "text", "meant"),
    [
        ("en", "Congo mines cobalt.", ["COD"]),
        ("ru", "Конго добывает кобальт.", ["COD"]),
        ("ar", "تنتج الكونغو الكوبالت.", ["COD"]),
    ],
)
def test_the_press_means_the_larger_congo_where_nothing_else_is_said(
    language: str, text: str, meant: list[str]
) -> None:
    assert places(text, language) == meant


@pytest.mark.parametrize(
    ("language", "text", "meant"),
    [
        ("en", "In Brazzaville nobody spoke of it: Congo sells oil.", ["COG"]),
        ("en", "Republic of Congo sells oil. Congo has little else.", ["COG", "COG"]),
        ("en", "Denis Sassou Nguesso came late. Congo sells oil.", ["COG"]),
        ("en", "Congolese oil is dear, they say in Kinshasa.", ["COD"]),
        ("ru", "Дени Сассу-Нгессо опоздал. Конго продаёт нефть.", ["COG"]),
        ("ar", "عقد اللقاء في برازافيل. وتصدر الكونغو النفط.", ["COG"]),
    ],
)
def test_a_city_a_full_name_or_a_leader_tells_which_congo_is_meant(language: str, text: str, meant: list[str]) -> None:
    assert places(text, language) == meant


def test_where_both_are_named_a_bare_name_is_the_larger_one_and_an_adjective_either() -> None:
    text = "Kinshasa and Brazzaville lie on one river. Congo is large. Congolese music is loved."
    assert places(text, "en") == ["COD", "COD", "COG"]
