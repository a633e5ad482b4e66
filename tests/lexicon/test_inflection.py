"""Inflection: a phrase is listed once, and met in the forms that its language gives it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summitry.lexicon.inflection import INFLECTIONS
from summitry.text.folding import fold


def meets(language: str, phrase: str, inflection: str, text: str) -> bool:
    """Whether the words of a text lead through the keys of a listed phrase."""
    rules = INFLECTIONS[language]
    words = text.split()
    return any(
        len(keys) == len(words)
        and all(key in rules.text_keys(fold(word)) for key, word in zip(keys, words, strict=True))
        for keys in rules.phrase_keys(phrase.split(), inflection)
    )


@pytest.mark.parametrize(
    ("language", "inflection", "phrase", "forms"),
    [
        ("ar", "name", "كازاخستان", ["وكازاخستان", "بكازاخستان", "لكازاخستان", "ولكازاخستان", "فكازاخستان"]),
        ("ar", "name", "الصين", ["والصين", "بالصين", "للصين", "وللصين", "كالصين"]),
        ("ar", "adjective", "كازاخي", ["الكازاخي", "كازاخية", "الكازاخية", "والكازاخيين", "الكازاخيون", "كازاخيا"]),
        ("ar", "noun", "اتفاقية", ["الاتفاقية", "اتفاقيات", "الاتفاقيات", "اتفاقيتها", "بالاتفاقية", "للاتفاقيات"]),
        ("ar", "noun", "اجتماع", ["الاجتماع", "اجتماعات", "اجتماعهم", "والاجتماع"]),
        ("ar", "noun", "مذكرة تفاهم", ["مذكرة التفاهم", "بمذكرة تفاهم", "مذكرات تفاهم", "مذكرات التفاهم"]),
        ("ar", "fixed", "في حال", ["وفي حال", "ففي حال"]),
        ("ar", "fixed", "لو", ["ولو", "فلو"]),
        ("ar", "past", "وقع", ["وقعت", "وقعا", "وقعوا", "ووقع", "وقعها"]),
        ("ar", "present", "يوقع", ["توقع", "يوقعان", "يوقعون", "سيوقع", "وسيوقع", "ستوقع"]),
        ("ru", "name", "Казахстан", ["Казахстана", "Казахстану", "Казахстаном", "Казахстане", "КАЗАХСТАНА"]),
        ("ru", "name", "Дворец конгрессов", ["Дворце конгрессов", "Дворца конгрессов", "Дворцом конгрессов"]),
        ("ru", "name", "Россия", ["России", "Россию", "Россией", "РОССИЯ"]),
        ("ru", "name", "Киргизия", ["Киргизии", "Киргизией"]),
        ("ru", "adjective", "казахстанский", ["казахстанского", "казахстанская", "казахстанским", "казахстанские"]),
        ("ru", "noun", "встреча", ["встречи", "встречу", "встречей", "встрече", "встречах"]),
        ("ru", "noun", "золото", ["золота", "золоту", "золотом", "золоте"]),
        ("ru", "noun", "редкоземельный металл", ["редкоземельных металлов", "редкоземельными металлами"]),
        ("ru", "verb", "подписать", ["подписал", "подписали", "подписана", "подписано", "подписанный", "подписав"]),
        ("ru", "verb", "встретиться", ["встретился", "встретилась", "встретились", "встретиться"]),
        ("en", "noun", "summit", ["summits", "Summit", "SUMMITS"]),
        ("en", "noun", "country", ["countries"]),
        ("en", "verb", "sign", ["signs", "signed", "signing"]),
        ("en", "verb", "pledge", ["pledges", "pledged", "pledging"]),
        ("en", "verb", "ratify", ["ratifies", "ratified", "ratifying"]),
        ("en", "verb", "sign off", ["signed off", "signing off"]),
    ],
)
def test_a_phrase_is_met_in_its_inflected_forms(language: str, inflection: str, phrase: str, forms: list[str]) -> None:
    assert [form for form in [phrase, *forms] if not meets(language, phrase, inflection, form)] == []


@pytest.mark.parametrize(
    ("language", "inflection", "phrase", "others"),
    [
        ("ar", "name", "الأردن", ["أردن"]),
        ("ar", "name", "عمان", ["وعمانيا", "العمانية"]),
        ("ar", "fixed", "وقع", ["وقعت", "يوقع"]),
        ("ru", "fixed", "мир", ["мира", "миром"]),
        ("ru", "name", "ЕС", ["ест", "еси"]),
        ("ru", "name", "Баку", ["Баке", "Бак"]),
        ("ru", "name", "Мали", ["мал", "мало"]),
        ("en", "name", "China", ["Chinas", "Chin"]),
        ("en", "fixed", "host", ["hosts", "hosted"]),
    ],
)
def test_what_does_not_inflect_is_met_in_its_own_form_alone(
    language: str, inflection: str, phrase: str, others: list[str]
) -> None:
    assert meets(language, phrase, inflection, phrase)
    assert [other for other in others if meets(language, phrase, inflection, other)] == []


@pytest.mark.parametrize("word", ["ولد", "بلد", "كلب", "لجن"])
def test_an_arabic_clitic_is_cut_only_where_a_word_of_three_letters_remains(word: str) -> None:
    assert INFLECTIONS["ar"].text_keys(word) == (word,)


@given(st.sampled_from(sorted(INFLECTIONS)), st.text(min_size=1))
def test_the_folded_word_itself_is_always_the_first_key(language: str, word: str) -> None:
    keys = INFLECTIONS[language].text_keys(fold(word))
    assert keys[0] == fold(word)
    assert len(set(keys)) == len(keys)


@given(
    st.sampled_from(sorted(INFLECTIONS)),
    st.sampled_from(["name", "fixed", "noun", "adjective", "verb", "past", "present"]),
    st.lists(st.text(alphabet="абвгейя ابتوينة" + "abcdeys", min_size=1).filter(str.strip), min_size=1, max_size=3),
)
def test_every_phrase_is_met_as_it_is_listed(language: str, inflection: str, words: list[str]) -> None:
    rules = INFLECTIONS[language]
    for keys in rules.phrase_keys(words, inflection):
        assert len(keys) == len(words)
        assert all(keys)
