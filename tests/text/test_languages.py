"""Which language an article is in: one of the three, or a clear refusal."""

from __future__ import annotations

import pytest

from summitry.errors import ArticleError
from summitry.text.languages import detect_language

ENGLISH = "The presidents of the five Central Asian states met in Astana on Friday and agreed to build a railway."
RUSSIAN = "Президенты пяти государств Центральной Азии встретились в Астане в пятницу и договорились о дороге."
ARABIC = "التقى رؤساء دول آسيا الوسطى الخمس في أستانا يوم الجمعة واتفقوا على إنشاء خط للسكك الحديدية بين بلدانهم."


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (ENGLISH, "en"),
        (RUSSIAN, "ru"),
        (ARABIC, "ar"),
        (ENGLISH.upper(), "en"),
        ("Саммит ОТГ", "ru"),
        ("قمة C5+1 في البيت الأبيض", "ar"),
        ("يفتح الرئيس الأمريكي دونالد ترامب غدا أبواب البيت الأبيض لرؤساء دول آسيا الوسطى الخمس.", "ar"),
        ("OTS summit", "en"),
        ("Саммит «C5+1» (Central Asia plus the United States): " + RUSSIAN, "ru"),
        ("قال البيت الأبيض (White House) إن قمة C5+1 ستعقد غدا. " + ARABIC, "ar"),
    ],
)
def test_the_language_is_told_from_the_text(text: str, language: str) -> None:
    assert detect_language(text) == language


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "Ukrainian",
            "Президент України та прем'єр-міністр Польщі зустрілися у Києві, щоб підписати угоду про те, що є.",
        ),
        ("Kazakh", "Орталық Азия мен АҚШ басшылары бүгін кездесіп, сауда және көлік үшін маңызды келісімге қол қойды."),
        ("Persian", "رئیس جمهور ایران گفت که این نشست برای همکاری کشورها است و بیانیه پایانی را امضا کرد و باز شد."),
        ("Urdu", "وسطی ایشیا کے پانچ ممالک کے صدور نے آستانہ میں ملاقات کی اور تجارت کو بڑھانے کے لیے معاہدہ کیا ہے۔"),
        (
            "French",
            "Les présidents des cinq pays d'Asie centrale se sont réunis et ont signé une déclaration sur le climat.",
        ),
        ("German", "Die Präsidenten der fünf Staaten trafen sich in Astana, und das Abkommen ist der erste Schritt."),
        (
            "Spanish",
            "Los presidentes de los cinco países se reunieron en la capital y firmaron el acuerdo que esperaban.",
        ),
        (
            "Turkish",
            "Türk Devletleri Teşkilatı liderleri bugün Gebele kentinde bir araya geldi, ortak bildiri imzaladı.",
        ),
    ],
)
def test_a_neighbour_in_the_same_script_is_refused(language: str, text: str) -> None:
    with pytest.raises(ArticleError) as refused:
        detect_language(text)
    assert "--language" in refused.value.mend


@pytest.mark.parametrize("text", ["", "2025 … 11:07", "中亚五国元首会晤在西安举行", "🙂🙂"])
def test_a_text_without_words_of_the_three_scripts_is_refused(text: str) -> None:
    with pytest.raises(ArticleError, match="no Arabic, Russian or English words"):
        detect_language(text)


@pytest.mark.parametrize("noise", [" 123,456.78 " * 50, "\n\n— … —\n" * 50])
def test_figures_and_punctuation_do_not_blur_the_language(noise: str) -> None:
    assert detect_language(noise + RUSSIAN) == "ru"
