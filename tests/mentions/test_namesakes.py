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


@pytest.mark.parametrize(
    ("text", "person", "city"),
    [
        ("قال شي إن الصين مستعدة لقمة آسيا الوسطى.", True, False),
        ("وأضاف شي أن القمة ناجحة.", True, False),
        ("عقدت قمة الصين وآسيا الوسطى في شي آن في مايو 2023.", False, True),
    ],
)
def test_xi_who_says_that_is_no_city(text: str, person: bool, city: bool) -> None:
    """The name and the "that" behind it spell Xi'an only once folding has taken the marks off their letters."""
    document = read_mentions(make_article(text, "a", language="ar"))
    assert bool(document.of("person", value="xi-jinping")) is person
    assert bool(document.of("city", value="xian")) is city


def test_xi_is_known_behind_an_and() -> None:
    """وشي: the conjunction is written onto a name of two letters."""
    document = read_mentions(make_article("عقب لقاء ترامب وشي في كوريا الجنوبية.", "a", language="ar"))
    assert [mention.value for mention in document.of("person")] == ["donald-trump", "xi-jinping"]
