"""Names across spellings and scripts: what unites the variants of one name, and what keeps two people apart."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

import pytest

from summitry.lexicon.vocabulary import load_vocabulary
from summitry.mentions.names import NameIndex, alike, skeleton

INDEX = NameIndex(load_vocabulary())


@pytest.mark.parametrize(
    "spellings",
    [
        ["Tokayev", "Tokaev", "Токаев", "توكاييف", "توكايف"],
        ["Mirziyoyev", "Mirziyaev", "Мирзиёев", "Мирзиеев", "ميرضيائيف", "ميرزيوييف"],
        ["Japarov", "Zhaparov", "Жапаров", "جاباروف", "جباروف"],
        ["Lukashenko", "Лукашенко", "لوكاشينكو"],
        ["Putin", "Путин", "بوتين"],
        ["Aliyev", "Алиев", "علييف"],
        ["Khamenei", "Хаменеи", "خامنئي"],
        ["Pashinyan", "Пашинян", "باشينيان"],
        ["Rahmon", "Рахмон", "رحمون", "رحمان"],
    ],
)
def test_one_surname_has_one_skeleton_in_three_scripts(spellings: list[str]) -> None:
    assert len({skeleton(spelling) for spelling in spellings}) == 1


@pytest.mark.parametrize(
    ("left", "right"), [("Tokayev", "Nazarbayev"), ("ترامب", "بايدن"), ("Путин", "Песков"), ("Sharif", "Saif")]
)
def test_different_surnames_have_different_skeletons(left: str, right: str) -> None:
    assert skeleton(left) != skeleton(right)


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("Shavkat", "شوكت", True),
        ("Shavkat", "شافكات", True),
        ("Касым-Жомарт", "Kassym-Jomart", True),
        ("Гурбангулы", "Serdar", False),
        ("Ilham", "Heydar", False),
    ],
)
def test_first_names_may_differ_a_little(left: str, right: str, same: bool) -> None:
    assert alike(skeleton(left), skeleton(right)) is same


@pytest.mark.parametrize(
    ("words", "person"),
    [
        (("Касым", "Токаев"), "kassym-jomart-tokayev"),
        (("قاسم", "توكايف"), "kassym-jomart-tokayev"),
        (("شافكات", "ميرزيوييف"), "shavkat-mirziyoyev"),
        (("Shavkat", "Mirziyaev"), "shavkat-mirziyoyev"),
        (("Serdar", "Berdimukhamedov"), "serdar-berdimuhamedow"),
        (("Гурбангулы", "Бердымухамедов"), "gurbanguly-berdimuhamedow"),
        (("قربان", "بردي"), None),
        (("Berdimuhamedow",), None),
        (("Olena", "Tokayev"), None),
    ],
)
def test_first_and_last_name_together_tell_a_person(words: tuple[str, ...], person: str | None) -> None:
    assert INDEX.match(words) == person


def test_a_surname_alone_tells_a_person_only_among_a_few() -> None:
    family = {"serdar-berdimuhamedow", "gurbanguly-berdimuhamedow"}
    assert family <= INDEX.bearers("Бердымухамедовым")
    assert INDEX.match(("Berdymukhamedov",), ["serdar-berdimuhamedow"]) == "serdar-berdimuhamedow"
    assert INDEX.match(("Berdymukhamedov",), family) is None


@pytest.mark.parametrize(
    ("initial", "surname", "person"),
    [
        ("С", "Жапаров", "sadyr-japarov"),
        ("E", "Rahmon", "emomali-rahmon"),
        ("Г", "Бердымухамедова", "gurbanguly-berdimuhamedow"),
    ],
)
def test_an_initial_chooses_among_the_bearers_of_a_surname(initial: str, surname: str, person: str) -> None:
    assert person in INDEX.with_initial(initial, surname)
    assert INDEX.with_initial("Ж", surname) == set()


def test_every_listed_spelling_with_first_and_last_name_leads_to_its_own_person_or_to_none() -> None:
    vocabulary = load_vocabulary()
    wrong = defaultdict(set)
    for row in vocabulary.names["people"]:
        words = row["text"].split()
        if row["form"] == "full" and len(words) > 1:
            found = INDEX.match((words[0], words[-1]))
            if found not in (None, row["id"]):
                wrong[row["id"]].add((row["text"], found))
    assert wrong == {}


def test_a_given_name_alone_names_somebody_only_where_that_is_the_custom() -> None:
    vocabulary = load_vocabulary()
    assert "anwar-ibrahim" in INDEX.called("Anwar")
    assert "emmanuel-macron" in INDEX.called("Macron")
    assert "emmanuel-macron" not in INDEX.called("Emmanuel")
    elsewhere = NameIndex(replace(vocabulary, called_by_given_name=frozenset()))
    assert "anwar-ibrahim" not in elsewhere.called("Anwar")
