"""Sums of money of three languages: value in units, currency, what qualifies it, and what is no sum at all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summitry.articles import Article
from summitry.mentions.document import Amount
from summitry.mentions.reading import read_mentions

SCRIPTS = ("0123456789", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹")
SCALES = {
    "en": ("million dollars", "billion dollars", "trillion dollars"),
    "ru": ("млн долларов", "миллиардов долларов", "трлн долларов"),
    "ar": ("مليون دولار", "مليار دولار", "تريليون دولار"),
}


def amounts_of(text: str, language: str) -> list[Amount]:
    return read_mentions(Article("a", text, language), part=True).amounts


def read(text: str, language: str) -> list[tuple[int, str, str, str]]:
    """Each sum as (value, currency, form, the words it stands in)."""
    return [
        (found.value, found.currency, found.mention.form, text[found.mention.start : found.mention.end])
        for found in amounts_of(text, language)
    ]


@pytest.mark.parametrize(
    ("language", "text", "value", "currency", "words"),
    [
        ("en", "a deal of 17 billion dollars with Astana", 17 * 10**9, "USD", "17 billion dollars"),
        ("en", "a deal of $1.1 billion with Astana", 1_100_000_000, "USD", "$1.1 billion"),
        ("en", "a loan of $900m for rail", 900_000_000, "USD", "$900m"),
        ("en", "a loan of €12bn for rail", 12 * 10**9, "EUR", "€12bn"),
        ("en", "a loan of US$ 2.5bn for rail", 2_500_000_000, "USD", "US$ 2.5bn"),
        ("en", "a loan of USD 17 billion for rail", 17 * 10**9, "USD", "USD 17 billion"),
        ("en", "a loan of 17 billion USD for rail", 17 * 10**9, "USD", "17 billion USD"),
        ("en", "a loan of EUR12bn for rail", 12 * 10**9, "EUR", "EUR12bn"),
        ("en", "a loan of $1,200,000 for rail", 1_200_000, "USD", "$1,200,000"),
        ("en", "a loan of 1.200.000 dollars for rail", 1_200_000, "USD", "1.200.000 dollars"),
        ("en", "a billion dollars for rail", 10**9, "USD", "a billion dollars"),
        ("en", "half a billion dollars for rail", 500_000_000, "USD", "half a billion dollars"),
        ("en", "two and a half billion euros for rail", 2_500_000_000, "EUR", "two and a half billion euros"),
        ("en", "twenty-five million dollars for rail", 25_000_000, "USD", "twenty-five million dollars"),
        ("en", "two hundred and fifty million dollars", 250_000_000, "USD", "two hundred and fifty million dollars"),
        ("en", "1 billion 200 million dollars for rail", 1_200_000_000, "USD", "1 billion 200 million dollars"),
        ("en", "a 17-billion-dollar deal with Astana", 17 * 10**9, "USD", "17-billion-dollar"),
        ("en", "Canada pledged C$2 billion to Kyiv", 2 * 10**9, "CAD", "C$2 billion"),
        ("en", "5 billion Hong Kong dollars for rail", 5 * 10**9, "HKD", "5 billion Hong Kong dollars"),
        ("en", "5 billion Australian dollars for rail", 5 * 10**9, "AUD", "5 billion Australian dollars"),
        ("en", "600 billion tenge for rail", 600 * 10**9, "KZT", "600 billion tenge"),
        ("en", "Japan put 3 trillion yen into it", 3 * 10**12, "JPY", "3 trillion yen"),
        ("en", "India gave Rs 1,000 crore for it", 10**10, "INR", "Rs 1,000 crore"),
        ("ru", "соглашения на 17 млрд долларов с Астаной", 17 * 10**9, "USD", "17 млрд долларов"),
        ("ru", "кредит в полтора миллиарда евро", 1_500_000_000, "EUR", "полтора миллиарда евро"),
        ("ru", "кредит в 1 200 000 долларов", 1_200_000, "USD", "1 200 000 долларов"),
        ("ru", "кредит в 1.200.000 евро", 1_200_000, "EUR", "1.200.000 евро"),
        ("ru", "кредит в 1 200,5 млн рублей", 1_200_500_000, "RUB", "1 200,5 млн рублей"),
        ("ru", "кредит в 17 млрд. долл. США на дороги", 17 * 10**9, "USD", "17 млрд. долл. США"),
        ("ru", "кредит в полмиллиарда долларов", 500_000_000, "USD", "полмиллиарда долларов"),
        ("ru", "кредит в миллиард долларов", 10**9, "USD", "миллиард долларов"),
        ("ru", "три с половиной миллиарда долларов", 3_500_000_000, "USD", "три с половиной миллиарда долларов"),
        ("ru", "кредит из двадцати пяти миллиардов юаней", 25 * 10**9, "CNY", "двадцати пяти миллиардов юаней"),
        ("ru", "двести пятьдесят миллионов рублей", 250_000_000, "RUB", "двести пятьдесят миллионов рублей"),
        ("ru", "кредит в 17млрд долларов", 17 * 10**9, "USD", "17млрд долларов"),
        ("ru", "кредит в 500 тысяч сумов", 500_000, "UZS", "500 тысяч сумов"),
        ("ru", "5 млн австралийских долларов", 5_000_000, "AUD", "5 млн австралийских долларов"),
        ("ru", "кредит в €12 млрд", 12 * 10**9, "EUR", "€12 млрд"),
        ("ru", "кредит в 12 млрд € на дороги", 12 * 10**9, "EUR", "12 млрд €"),
        ("ar", "اتفاقية بقيمة 17 مليار دولار مع كازاخستان", 17 * 10**9, "USD", "17 مليار دولار"),
        ("ar", "اتفاقية بقيمة ١٧ مليار دولار", 17 * 10**9, "USD", "١٧ مليار دولار"),
        ("ar", "قرض بقيمة ٣٫٥ مليارات يورو", 3_500_000_000, "EUR", "٣٫٥ مليارات يورو"),
        ("ar", "قرض بقيمة ١٬٢٠٠٬٠٠٠ دولار", 1_200_000, "USD", "١٬٢٠٠٬٠٠٠ دولار"),
        ("ar", "قرض بقيمة 1,200,000 دولار", 1_200_000, "USD", "1,200,000 دولار"),
        ("ar", "قرض بقيمة 1,5 مليار دولار", 1_500_000_000, "USD", "1,5 مليار دولار"),
        ("ar", "قرض بقيمة سبعة عشر مليار دولار", 17 * 10**9, "USD", "سبعة عشر مليار دولار"),
        ("ar", "قرض بقيمة خمسة وعشرين مليون دولار", 25_000_000, "USD", "خمسة وعشرين مليون دولار"),
        ("ar", "قرض بقيمة مئة وخمسين مليون درهم إماراتي", 150_000_000, "AED", "مئة وخمسين مليون درهم إماراتي"),
        ("ar", "قرض بقيمة ملياري دولار", 2 * 10**9, "USD", "ملياري دولار"),
        ("ar", "بلغت القروض مليارا دولار", 2 * 10**9, "USD", "مليارا دولار"),
        ("ar", "قرض بقيمة نصف مليار دولار", 500_000_000, "USD", "نصف مليار دولار"),
        ("ar", "قرض بقيمة مليار ونصف المليار دولار", 1_500_000_000, "USD", "مليار ونصف المليار دولار"),
        ("ar", "قرض بقيمة ملياري يورو ونصف المليار", 2_500_000_000, "EUR", "ملياري يورو ونصف المليار"),
        ("ar", "قرض بقيمة مليار و200 مليون دولار", 1_200_000_000, "USD", "مليار و200 مليون دولار"),
        ("ar", "قرض بـ17 مليار دولار أمريكي", 17 * 10**9, "USD", "17 مليار دولار أمريكي"),
        ("ar", "قرض بقيمة 5 ملايين دولار أسترالي", 5_000_000, "AUD", "5 ملايين دولار أسترالي"),
        ("ar", "قرض بقيمة ألف مليار دولار", 10**12, "USD", "ألف مليار دولار"),
        ("ar", "قرض بقيمة 5 مليارات ليرة تركية", 5 * 10**9, "TRY", "5 مليارات ليرة تركية"),
    ],
)
def test_a_sum_has_a_value_a_currency_and_its_words(
    language: str, text: str, value: int, currency: str, words: str
) -> None:
    assert read(text, language) == [(value, currency, "exact", words)]


@pytest.mark.parametrize(
    ("language", "text", "value", "form"),
    [
        ("en", "worth nearly $17 billion", 17 * 10**9, "nearly"),
        ("en", "worth more than $17 billion", 17 * 10**9, "more_than"),
        ("en", "worth at least 17 billion dollars", 17 * 10**9, "more_than"),
        ("en", "worth about $17 billion", 17 * 10**9, "about"),
        ("en", "worth up to $17 billion", 17 * 10**9, "up_to"),
        ("en", "worth less than $17 billion", 17 * 10**9, "less_than"),
        ("en", "worth $17 billion or more", 17 * 10**9, "more_than"),
        ("en", "worth between 2 and 3 billion dollars", 2 * 10**9, "range"),
        ("en", "worth $10-12 billion", 10 * 10**9, "range"),
        ("en", "worth $2 billion to $3 billion", 2 * 10**9, "exact"),
        ("en", "worth five to seven billion dollars", 5 * 10**9, "range"),
        ("en", "gold at $3,310.29 an ounce", 3310, "price"),
        ("en", "oil at $80 per barrel", 80, "price"),
        ("en", "oil at $80/barrel", 80, "price"),
        ("ru", "стоимостью почти 17 млрд долларов", 17 * 10**9, "nearly"),
        ("ru", "стоимостью почти в 17 млрд долларов", 17 * 10**9, "nearly"),
        ("ru", "стоимостью более ста миллиардов долларов", 100 * 10**9, "more_than"),
        ("ru", "стоимостью около 17 млрд долларов", 17 * 10**9, "about"),
        ("ru", "стоимостью до 17 млрд долларов", 17 * 10**9, "up_to"),
        ("ru", "стоимостью от 2 до 3 млрд долларов", 2 * 10**9, "range"),
        ("ru", "стоимостью 10–12 млрд евро", 10 * 10**9, "range"),
        ("ru", "нефть по 80 долларов за баррель", 80, "price"),
        ("ar", "بقيمة نحو 17 مليار دولار", 17 * 10**9, "about"),
        ("ar", "بقيمة أكثر من 17 مليار دولار", 17 * 10**9, "more_than"),
        ("ar", "بقيمة تقارب 17 مليار دولار", 17 * 10**9, "nearly"),
        ("ar", "بقيمة ما يصل إلى 17 مليار دولار", 17 * 10**9, "up_to"),
        ("ar", "بقيمة بين 2 و3 مليارات دولار", 2 * 10**9, "range"),
        ("ar", "بقيمة بين ثلاثة وخمسة مليارات دولار", 3 * 10**9, "range"),
        ("ar", "الذهب عند 3423.90 دولار للأونصة", 3423, "price"),
        ("ar", "النفط عند 80 دولارا للبرميل", 80, "price"),
    ],
)
def test_the_words_beside_a_sum_give_its_form(language: str, text: str, value: int, form: str) -> None:
    assert [(found.value, found.mention.form) for found in amounts_of(text, language)][:1] == [(value, form)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "17 billion cubic metres of gas, 80 million barrels and 25 million tonnes"),
        ("en", "1.4 billion people, 70 percent, 37 Boeing jets, 300 kilometres"),
        ("en", "billions of dollars and several hundred million dollars more"),
        ("en", "the C5+1 leaders of 2025"),
        ("en", "a tunnel 900m long, with a population of 38 million."),
        ("en", "three million pounds of uranium a year"),
        ("en", "worth version 1.2.3 dollars"),
        ("ru", "5 млрд кубометров газа, 20 млн человек и 25 млн тонн"),
        ("ru", "миллиарды долларов и десятки миллионов рублей"),
        ("ru", "в 2025 году в формате «С5+1», 54% и 12 документов"),
        ("ru", "несколько миллиардов долларов"),
        ("ar", "17 مليار متر مكعب من الغاز و1.4 مليار نسمة"),
        ("ar", "مليارات الدولارات وعشرات الملايين"),
        ("ar", "12 وثيقة وخمس دول و100 ألف طن في 2025"),
        ("ar", "بضعة ملايين دولار"),
        ("ar", "نحو ألف وخمسمئة مليون دولار"),
    ],
)
def test_what_counts_no_money_is_no_sum(language: str, text: str) -> None:
    assert read(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "bare"),
    [
        ("en", "Of the $17 billion, 4.2 billion goes to rail", 4_200_000_000),
        ("en", "The goal for trade of two billion, set in 2022, was missed", 2 * 10**9),
        ("ru", "Подписано на $17 млрд. Из этой суммы 4,2 млрд приходится на тепловозы", 4_200_000_000),
        ("ar", "اتفاقية بقيمة 23 مليارا", 23 * 10**9),
    ],
)
def test_a_scale_without_a_currency_is_a_sum_where_money_is_spoken_of(language: str, text: str, bare: int) -> None:
    assert [found.value for found in amounts_of(text, language) if not found.currency] == [bare]


@pytest.mark.parametrize(
    ("language", "text", "first", "second"),
    [
        ("en", "worth €12 billion ($13.2 billion)", "EUR", "USD"),
        ("en", "worth 500 million rand (about $27 million)", "ZAR", "USD"),
        ("en", "worth 17 billion dollars, or 15 billion euros", "USD", "EUR"),
        ("ru", "на 17 млрд долларов (1,3 трлн рублей)", "USD", "RUB"),
        ("ru", "на 3 трлн иен, что составляет около 19 млрд долларов", "JPY", "USD"),
        ("ar", "بقيمة 26 مليار يوان، أي ما يعادل 3.8 مليار دولار", "CNY", "USD"),
    ],
)
def test_a_sum_said_again_in_another_currency_is_an_equivalent(
    language: str, text: str, first: str, second: str
) -> None:
    found = [(amount.currency, amount.mention.form) for amount in amounts_of(text, language)]
    assert found == [(first, "exact"), (second, "equivalent")]


def test_two_sums_in_two_currencies_side_by_side_are_no_equivalents() -> None:
    found = amounts_of("Italy gave 4 billion euros and the United States 5 billion dollars", "en")
    assert [amount.mention.form for amount in found] == ["exact", "exact"]


def test_a_rise_from_one_sum_to_another_is_no_range() -> None:
    found = amounts_of("to raise trade from $2bn to $5bn by 2030", "en")
    assert [amount.value for amount in found] == [2 * 10**9, 5 * 10**9]


@pytest.mark.parametrize("gap", [" ", "\n", "\u00a0", "\u202f"])
def test_any_space_may_stand_within_a_sum(gap: str) -> None:
    assert read(gap.join(["соглашения на 17", "млрд", "долларов"]), "ru")[0][:2] == (17 * 10**9, "USD")


@given(st.integers(1, 999), st.integers(0, 2), st.sampled_from(SCRIPTS), st.sampled_from(sorted(SCALES)))
def test_digits_of_any_script_give_the_same_value(number: int, power: int, script: str, language: str) -> None:
    digits = str(number).translate(dict(zip(map(ord, SCRIPTS[0]), script, strict=True)))
    value = number * 1000 ** (power + 2)
    assert [found.value for found in amounts_of(f"{digits} {SCALES[language][power]}", language)] == [value]


@given(st.decimals(min_value="0.01", max_value=999, places=2), st.sampled_from(SCRIPTS))
def test_decimals_are_exact_to_the_unit(number: object, script: str) -> None:
    digits = str(number).translate(dict(zip(map(ord, SCRIPTS[0]), script, strict=True)))
    cents = int(str(number).replace(".", ""))
    for language, sign in (("en", "."), ("ru", ","), ("ar", "٫"), ("ar", ".")):
        text = f"{digits.replace('.', sign)} {SCALES[language][1]}"
        assert [found.value for found in amounts_of(text, language)] == [cents * 10**7]


@given(st.sampled_from(("The deal", "Later", "C5+1", "On Thursday", "1", "“", "37 jets and")), st.integers(2, 90))
def test_a_value_is_independent_of_what_stands_around(before: str, billions: int) -> None:
    for after in (".", " for rail", ", officials said", " over three years", ")", " in 2025", " and 5 percent more"):
        found = amounts_of(f"{before} ${billions} billion{after}", "en")
        assert [(amount.value, amount.currency) for amount in found] == [(billions * 10**9, "USD")]


@given(
    st.text(alphabet="0123456789٠١٢٣.,،٫٬ $€%+-–/()млрдbnمليار دولار", max_size=60), st.sampled_from(("ar", "en", "ru"))
)
def test_no_text_breaks_the_reader(text: str, language: str) -> None:
    for amount in amounts_of(text, language):
        assert amount.value >= 1
        assert text[amount.mention.start : amount.mention.end].strip()
