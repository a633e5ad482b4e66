"""Who said it, in every order: verbs of saying × quotation marks × speakers, and the sayings of which nothing may be read."""

from __future__ import annotations

import datetime as dt
from itertools import product

import pytest

from summitry.articles import make_article
from summitry.claims.statements.reading import find_statements
from summitry.mentions.reading import read_mentions

TOKAYEV, PUTIN = "kassym-jomart-tokayev", "vladimir-putin"
MARKS = {"en": ('"{}"', "“{}”", "‘{}’"), "ru": ("«{}»", "„{}“", '"{}"'), "ar": ("«{}»", "“{}”", '"{}"')}
SAID = {"en": "We will build the road", "ru": "Мы построим дорогу", "ar": "سنبني الطريق معا"}
VERBS = {
    "en": ("said", "added", "stressed", "warned", "noted", "explained", "insisted", "cautioned", "recalled", "stated"),
    "ru": (
        "сказал",
        "добавил",
        "подчеркнул",
        "предупредил",
        "отметил",
        "пояснил",
        "возразил",
        "заметил",
        "уточнил",
        "напомнил",
    ),
    "ar": ("قال", "أضاف", "أكد", "أوضح", "صرح", "ذكر", "تابع", "أردف", "استطرد", "شدد"),
}
INTRODUCED = {
    "en": "Kazakh President Kassym-Jomart Tokayev opened the summit. ",
    "ru": "Саммит открыл президент Казахстана Касым-Жомарт Токаев. ",
    "ar": "افتتح الرئيس الكازاخي قاسم جومرت توكاييف القمة. ",
}
QUOTED = {
    "en": ("{q}, Tokayev {v}.", "Tokayev {v}: {q}.", "{q}, the president {v}.", "{q}, he {v}.", "{q}, {v} Tokayev."),
    "ru": ("{q}, — {v} Токаев.", "Токаев {v}: {q}.", "{q}, — {v} глава государства.", "{q}, — {v} он."),
    "ar": ("و{v} توكاييف: {q}.", "و{v} الرئيس: {q}.", "و{v}: {q}."),
}
REPORTED = {
    "en": ("Tokayev {v} that {s}.", "The president {v} that {s}."),
    "ru": ("Токаев {v}, что {s}.", "Президент {v}, что {s}.", "Он {v}, что {s}.", "Как {v} Токаев, {s}."),
    "ar": ("و{v} توكاييف أن {s}.", "و{v} الرئيس أن {s}.", "و{v} أن {s}."),
}
CLAUSE = {"en": "the road is open", "ru": "дорога открыта", "ar": "الطريق مفتوح"}


def said(language: str, text: str) -> list[tuple[str, str, str, bool]]:
    """The statements of a text: speaker, act, words, and whether they are quoted."""
    rows: dict[str, dict[str, object]] = {}
    article = make_article(text, "a", language=language, published_on=dt.date(2025, 11, 7))
    for claim in find_statements(read_mentions(article)):
        rows.setdefault(claim.row, {})[claim.column] = claim.value
    return [(str(r["leader_id"]), str(r["act"]), str(r["text"]), bool(r["is_quotation"])) for r in rows.values()]


QUOTED_CASES = [case for lang in VERBS for case in product([lang], QUOTED[lang], VERBS[lang], MARKS[lang])]
REPORTED_CASES = [case for lang in VERBS for case in product([lang], REPORTED[lang], VERBS[lang])]


@pytest.mark.parametrize(("language", "frame", "verb", "mark"), QUOTED_CASES)
def test_a_quotation_has_the_speaker_beside_its_verb(language: str, frame: str, verb: str, mark: str) -> None:
    text = INTRODUCED[language] + frame.format(q=mark.format(SAID[language]), v=verb)
    assert said(language, text) == [(TOKAYEV, "assert", SAID[language], True)]


@pytest.mark.parametrize(("language", "frame", "verb"), REPORTED_CASES)
def test_a_report_has_the_speaker_beside_its_verb(language: str, frame: str, verb: str) -> None:
    text = INTRODUCED[language] + frame.format(s=CLAUSE[language], v=verb)
    assert said(language, text) == [(TOKAYEV, "assert", CLAUSE[language], False)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A spokesman for Tokayev said that the road is open."),
        ("en", "A spokesman for Tokayev said that more would follow. He said that the road is open."),
        ("en", "Tokayev's office said the road is open."),
        ("en", '"The road is open," an aide to Tokayev said.'),
        ("en", "Tokayev did not say that the road is open."),
        ("en", "If Tokayev said that the road is open, few would believe it."),
        ("en", "Tokayev will say that the road is open."),
        ("en", "Tokayev said nothing about the road."),
        ("en", 'Tokayev came to see the film "The Road Is Open".'),
        ("en", "Tokayev was praised for the open road."),
        ("ru", "Пресс-секретарь Токаева сообщил, что дорога открыта."),
        ("ru", "Токаев не сказал, что дорога открыта."),
        ("ru", "Если бы Токаев сказал, что дорога открыта, ему бы не поверили."),
        ("ru", "Неизвестно, сказал ли Токаев, что дорога открыта."),
        ("ru", "Токаев посетил выставку «Дорога открыта всем»."),
        ("ar", "وقال متحدث باسم توكاييف إن الطريق مفتوح."),
        ("ar", "ولم يقل توكاييف إن الطريق مفتوح."),
        ("ar", "وسيقول توكاييف إن الطريق مفتوح."),
        ("ar", "وزار توكاييف معرض «الطريق مفتوح للجميع»."),
    ],
)
def test_nobody_said_it(language: str, text: str) -> None:
    assert said(language, INTRODUCED[language] + text) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "It was stressed by Tokayev that the road is open."),
        ("ru", "Было подчёркнуто Токаевым, что дорога открыта."),
    ],
)
def test_a_passive_is_said_by_its_agent(language: str, text: str) -> None:
    assert said(language, INTRODUCED[language] + text) == [(TOKAYEV, "assert", CLAUSE[language], False)]


def test_two_who_say_it_together_both_say_it() -> None:
    text = "Presidents Vladimir Putin and Kassym-Jomart Tokayev said that the road is open."
    assert [(row[0], row[2]) for row in said("en", text)] == [
        (PUTIN, "the road is open"),
        (TOKAYEV, "the road is open"),
    ]


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en", '"The road is open," Tokayev said. "It is ours."', ["The road is open", "It is ours"]),
        ("en", '"The road," the president said, "is open."', ['The road," the president said, "is open']),
        ("en", "“The road is open.\n\n“It is ours,” Tokayev said.", ["The road is open", "It is ours"]),
        ("ru", "«Дорога открыта, — сказал Токаев. — Она наша».", ["Дорога открыта", "Она наша"]),
        ("ru", "— Дорога открыта, — сказал Токаев. — Она наша.", ["Дорога открыта", "Она наша"]),
        ("ru", "«Дорога, — сказал Токаев, — открыта».", ["Дорога, — сказал Токаев, — открыта"]),
        ("ar", 'وقال توكاييف: "الطريق مفتوح". "وهو لنا جميعا".', ["الطريق مفتوح", "وهو لنا جميعا"]),
    ],
)
def test_a_quotation_that_is_interrupted_or_goes_on_keeps_its_speaker(
    language: str, text: str, words: list[str]
) -> None:
    found = said(language, INTRODUCED[language] + "\n\n" + text)
    assert [row[2] for row in found] == words
    assert {(row[0], row[3]) for row in found} == {(TOKAYEV, True)}


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en", "Tokayev denied that the road is closed.", "denied that the road is closed"),
        ("ru", "Токаев опроверг, что дорога закрыта.", "опроверг, что дорога закрыта"),
        ("ar", "ونفى توكاييف أن الطريق مغلق.", "ونفى توكاييف أن الطريق مغلق"),
    ],
)
def test_a_denial_begins_with_the_verb_that_denies(language: str, text: str, words: str) -> None:
    assert said(language, INTRODUCED[language] + text) == [(TOKAYEV, "assert", words, False)]


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en", "Tokayev said the region was rich in uranium.", ["the region was rich in uranium"]),
        ("en", "Tokayev, the host of the talks, said that the road was open.", ["the road was open"]),
        ("en", "“The road is open,” in the words of Tokayev.", ["The road is open"]),
        ("ar", "«الطريق مفتوح»، على حد قول توكاييف.", ["الطريق مفتوح"]),
        ("en", "The road, Tokayev said, is open to all.", ["The road, Tokayev said, is open to all"]),
        ("ar", "«الطريق مفتوح»، على حد قول الرئيس توكاييف الذي استضاف القمة.", ["الطريق مفتوح"]),
        (
            "en",
            "Tokayev said that the road was open, and he urged Putin to wait.",
            ["the road was open", "Putin to wait"],
        ),
        ("en", "The Chinese ambassador said that trade grew. He added that no road had been built.", []),
        ("en", "“The road is open.” Officials cheered. Tokayev said on Friday.", []),
        ("en", "A spokesman for Tokayev said: “The road is open.” He added that trade grew.", []),
    ],
)
def test_the_words_said_are_those_around_the_verb_whoever_explains_the_speaker(
    language: str, text: str, words: list[str]
) -> None:
    assert [found[2] for found in said(language, INTRODUCED[language] + text)] == words


SPOKE_BEFORE = {
    "en": "Donald Trump said that the deal was near. ",
    "ru": "Дональд Трамп заявил, что сделка близка. ",
    "ar": "قال دونالد ترامب إن الصفقة قريبة. ",
}


@pytest.mark.parametrize(
    ("language", "text", "goes_on"),
    [
        ("ar", "وقال خبير إن الأرقام غير صحيحة. وأضاف أن الطريق مغلق.", []),
        ("en", "Farmers praised the deal. He added that the road was open.", ["the road was open"]),
        ("ru", "Фермеры поддержали сделку. Он добавил, что дорога открыта.", ["дорога открыта"]),
        ("ar", "ورحب المزارعون بالصفقة. وأضاف أن الطريق مفتوح.", ["الطريق مفتوح"]),
    ],
)
def test_only_a_stranger_whose_words_are_told_takes_the_floor(language: str, text: str, goes_on: list[str]) -> None:
    found = said(language, SPOKE_BEFORE[language] + text)
    assert [row[2] for row in found[1:]] == goes_on


def test_who_is_named_within_the_words_behind_a_colon_does_not_say_them() -> None:
    found = said("ar", SPOKE_BEFORE["ar"] + "وأضاف: «الرئيس قاسم جومارت توكاييف صديق عظيم لنا».")
    assert [row[0] for row in found] == ["donald-trump", "donald-trump"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "قال توكاييف إن القادة الذين وصف ترامب بلدانهم سيأتون إلى القمة.",
            ["القادة الذين وصف ترامب بلدانهم سيأتون إلى القمة"],
        ),
        ("قال توكاييف إن ما وعد به بوتين سيتحقق قريبا.", ["ما وعد به بوتين سيتحقق قريبا"]),
        ("قال توكاييف إن القمة ناجحة وأضاف أن الطريق مفتوح.", ["القمة ناجحة", "الطريق مفتوح"]),
        ("قال توكاييف إن القمة ناجحة فأكد بوتين أن الطريق مفتوح.", ["القمة ناجحة", "الطريق مفتوح"]),
    ],
)
def test_an_arabic_verb_ends_what_was_said_by_its_and_not_by_a_root_that_begins_so(text: str, words: list[str]) -> None:
    assert [row[2] for row in said("ar", INTRODUCED["ar"] + text)] == words


@pytest.mark.parametrize(
    ("language", "text", "rows"),
    [
        (
            "en",
            "Tokayev promised to work for a ceasefire: “We have no other way.”",
            [("work for a ceasefire", False), ("We have no other way", True)],
        ),
        (
            "ru",
            "Токаев предложил создать фонд: «Другого пути нет».",
            [("создать фонд", False), ("Другого пути нет", True)],
        ),
        ("ru", "«Не ходите по льду», — посоветовал Токаев.", [("Не ходите по льду", True)]),
        ("ar", "وحذر توكاييف من سلام «هو في الحقيقة استسلام».", [("هو في الحقيقة استسلام", True)]),
    ],
)
def test_a_quotation_is_beside_what_a_verb_has_for_an_object_or_in_its_place(
    language: str, text: str, rows: list[tuple[str, bool]]
) -> None:
    assert [row[2:] for row in said(language, INTRODUCED[language] + text)] == rows


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Kassym-Jomart Tokayev, the host of the talks, said that the road was open.", ["the road was open"]),
        ("They dined with Kassym-Jomart Tokayev, “a good man,” said the cook.", []),
        ("The guests met Kassym-Jomart Tokayev, “a good man”, said that the road was open.", []),
        ("The cook spoke of Kassym-Jomart Tokayev, of roads: of trade, said the guest.", []),
    ],
)
def test_an_apposition_between_commas_holds_no_quotation_and_no_colon(text: str, words: list[str]) -> None:
    assert [row[2] for row in said("en", text)] == words


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("en", "On the phone with Kassym-Jomart Tokayev he said that trade would grow.", "donald-trump"),
        ("ru", "В беседе с Касым-Жомартом Токаевым он отметил, что торговля растёт.", "donald-trump"),
        ("en", "Kassym-Jomart Tokayev came late, and he said that trade would grow.", TOKAYEV),
        ("ru", "Касым-Жомарт Токаев опоздал, и он отметил, что торговля растёт.", TOKAYEV),
    ],
)
def test_he_is_whom_the_sentence_begins_with_and_not_somebody_beside_him(
    language: str, text: str, speaker: str
) -> None:
    assert said(language, SPOKE_BEFORE[language] + text)[1][0] == speaker


@pytest.mark.parametrize(
    ("language", "text", "row"),
    [
        (
            "en",
            "“Putin said that the deal is near, and I believe him,” Tokayev said.",
            ("Putin said that the deal is near, and I believe him", True),
        ),
        (
            "en",
            "Tokayev said that “the road is open; trade is free” and nothing else.",
            ("the road is open; trade is free” and nothing else", False),
        ),
        ("en", "Tokayev said that “the road is open”.", ("the road is open", True)),
        (
            "ru",
            "Токаев заявил, что «дорога открыта; торговля свободна».",
            ("дорога открыта; торговля свободна", True),
        ),
        (
            "ar",
            "قال توكاييف إن «الطريق مفتوح، فيما التجارة حرة» اليوم.",
            ("الطريق مفتوح، فيما التجارة حرة", True),
        ),
    ],
)
def test_nothing_within_a_quotation_speaks_or_ends_it(language: str, text: str, row: tuple[str, bool]) -> None:
    assert [found[2:] for found in said(language, INTRODUCED[language] + text)] == [row]


@pytest.mark.parametrize(
    ("language", "text", "rows"),
    [
        ("ru", "По словам главы государства, дорога открыта для всех.", [("assert", "дорога открыта для всех", False)]),
        ("en", "According to the president, the road is open.", [("assert", "the road is open", False)]),
        ("en", "According to Tokayev, “the road is open”.", [("assert", "the road is open", True)]),
        ("ar", "وبحسب الرئيس، الطريق مفتوح للجميع.", [("assert", "الطريق مفتوح للجميع", False)]),
        ("ar", "وبحسب توكاييف، فإن الطريق مفتوح للجميع.", [("assert", "الطريق مفتوح للجميع", False)]),
        ("ar", "وعلى حد قول توكاييف فإن «الطريق مفتوح للجميع».", [("assert", "الطريق مفتوح للجميع", True)]),
    ],
)
def test_the_words_behind_according_to_are_neither_the_title_nor_what_leads_to_them(
    language: str, text: str, rows: list[tuple[str, str, bool]]
) -> None:
    assert [row[1:] for row in said(language, INTRODUCED[language] + text)] == rows


@pytest.mark.parametrize(
    ("language", "text", "rows"),
    [
        ("ru", "Президент заявил: товарооборот двух стран вырос.", ["товарооборот двух стран вырос"]),
        ("en", "Tokayev said: the road is open to all.", ["the road is open to all"]),
        ("ar", "وقال توكاييف: الطريق مفتوح للجميع.", ["الطريق مفتوح للجميع"]),
        ("ru", "Токаев сказал: нет.", []),
    ],
)
def test_a_colon_leads_to_a_report_without_marks(language: str, text: str, rows: list[str]) -> None:
    assert [row[2] for row in said(language, INTRODUCED[language] + text)] == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("ودعا توكاييف، مضيف القمة، إلى زيادة الضغط على روسيا.", [("propose", "زيادة الضغط على روسيا")]),
        ("ودعا توكاييف القادة إلى العمل معا.", [("propose", "العمل معا")]),
        (
            "وحذر توكاييف من عواقب الرسوم الجمركية، داعيا إلى مواصلة الحوار.",
            [("assert", "عواقب الرسوم الجمركية"), ("propose", "مواصلة الحوار")],
        ),
        ("شكر توكاييف بكين على دعمها.", [("thank", "دعمها")]),
        (
            "قال توكاييف إن القمة ناجحة، قبل أن يضيف أن الطريق مفتوح.",
            [("assert", "القمة ناجحة"), ("assert", "الطريق مفتوح")],
        ),
        ("وأعرب توكاييف عن استعداد بلاده لتعزيز الشراكة.", [("pledge", "بلاده لتعزيز الشراكة")]),
    ],
)
def test_an_arabic_object_begins_behind_its_preposition_and_ends_with_its_clause(
    text: str, rows: list[tuple[str, str]]
) -> None:
    assert [row[1:3] for row in said("ar", INTRODUCED["ar"] + text)] == rows


RAHMON = "emomali-rahmon"
BOTH = {
    "en": "Kazakh President Kassym-Jomart Tokayev met Tajik President Emomali Rahmon. ",
    "ru": "Президент Казахстана Касым-Жомарт Токаев встретился с президентом Таджикистана Эмомали Рахмоном. ",
    "ar": "التقى الرئيس الكازاخي قاسم جومرت توكاييف الرئيس الطاجيكي إمام علي رحمن. ",
}


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ru", "Токаев на встрече с Рахмоном заявил, что дорога открыта.", [(TOKAYEV, "assert", "дорога открыта")]),
        ("ru", "Токаев после выступления Рахмона сказал, что согласен.", [(TOKAYEV, "assert", "согласен")]),
        ("ru", "После переговоров Рахмон сказал, что согласен.", [(RAHMON, "assert", "согласен")]),
        ("ru", "В интервью президент Таджикистана сказал, что согласен.", [(RAHMON, "assert", "согласен")]),
        ("ru", "Переговоры с президентом Таджикистана показали, что дорога открыта.", []),
        ("en", "Tokayev after talks with Rahmon said that the road was open.", [(TOKAYEV, "assert", "the road was open")]),
        ("en", "Tokayev accepted Rahmon's invitation and expressed support for the talks.", [(TOKAYEV, "assert", "the talks")]),
        ("ar", "استقبل توكاييف رحمن وأعرب عن دعمه لبناء الطريق.", [(TOKAYEV, "assert", "لبناء الطريق")]),
        ("ar", "شكر توكاييف رحمن على الدعم واقترح بناء الطريق.",
         [(TOKAYEV, "thank", "الدعم"), (TOKAYEV, "propose", "بناء الطريق")]),
        ("ar", "شكر توكاييف رحمن على الدعم واقترح وزير النقل بناء الطريق.", [(TOKAYEV, "thank", "الدعم")]),
        ("ar", "رحمن وصف القمة بأنها تاريخية.", [(RAHMON, "praise", "القمة بأنها تاريخية")]),
    ],
)  # fmt: skip
def test_who_stands_right_before_the_verb_speaks_only_as_its_subject(
    language: str, text: str, expected: list[tuple[str, str, str]]
) -> None:
    assert [found[:3] for found in said(language, BOTH[language] + text)] == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Noting that the road was open, Rahmon proposed a bridge.",
         [("assert", "the road was open"), ("propose", "a bridge")]),
        ("en", "Hailing the talks as historic, Rahmon said that the road was open.",
         [("praise", "the talks as historic"), ("assert", "the road was open")]),
        ("ru", "Отметив, что дорога открыта, Рахмон предложил построить мост.",
         [("assert", "дорога открыта"), ("propose", "построить мост")]),
        ("ar", "مشيرا إلى أن الطريق مفتوح، دعا رحمن إلى بناء جسر.", [("assert", "الطريق مفتوح"), ("propose", "بناء جسر")]),
        ("ar", "واصفا القمة بأنها تاريخية، قال رحمن إن الطريق مفتوح.",
         [("praise", "القمة بأنها تاريخية"), ("assert", "الطريق مفتوح")]),
    ],
)  # fmt: skip
def test_an_opening_participle_has_the_subject_that_follows_it(
    language: str, text: str, expected: list[tuple[str, str]]
) -> None:
    spoke = SPOKE_BEFORE[language] + BOTH[language]
    assert [found[:3] for found in said(language, spoke + text)][1:] == [(RAHMON, *rest) for rest in expected]


def test_an_opening_participle_of_somebody_unknown_is_nobody_elses() -> None:
    text = SPOKE_BEFORE["en"] + "Noting that the road was open, the ambassador left."
    assert [found[2] for found in said("en", text)] == ["the deal was near"]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Hailing the new road, Rahmon flew home.", [RAHMON]),
        ("Hailing the new road, he flew home.", ["donald-trump"]),
        ("Hailing the new road, Rahmon's minister flew home.", []),
        ("Hailing the new road, a spokesman for Rahmon flew home.", []),
    ],
)
def test_an_opening_participle_without_a_verb_of_saying_is_of_whom_the_clause_begins_with(
    text: str, speakers: list[str]
) -> None:
    found = said("en", BOTH["en"] + SPOKE_BEFORE["en"] + text)
    assert [speaker for speaker, *_ in found[1:]] == speakers


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("ru", "Токаев отметил, что ничего не изменилось. По его словам, дорога открыта.",
         ["ничего не изменилось", "дорога открыта"]),
        ("ar", "قال توكاييف إن الطريق لم يتغير ولن يتغير. وأضاف أن الجسر جاهز.", ["الطريق لم يتغير ولن يتغير", "الجسر جاهز"]),
        ("en", "Tokayev did not add that the road was open.", []),
        ("en", "Tokayev reaffirmed the importance of the road: “We will build it.”", ["We will build it"]),
        ("en", "Tokayev reaffirmed that the road was open: “We built it,” said the Kazakh leader.",
         ["the road was open", "We built it"]),
        ("en", "Tokayev asked for support of a new road.", ["support of a new road"]),
        ("ru", "Токаев обратился с просьбой не закрывать дорогу.", ["не закрывать дорогу"]),
    ],
)  # fmt: skip
def test_a_sentence_before_denies_nothing_and_a_colon_ends_what_was_reported(
    language: str, text: str, words: list[str]
) -> None:
    assert [found[2] for found in said(language, INTRODUCED[language] + text)] == words


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en", "Tokayev proposed a centre that would collect data.", ["a centre that would collect data"]),
        ("en", "Tokayev proposed that a centre collect data.", ["a centre collect data"]),
        ("en", "Tokayev proposed an “Agro-Express” to the north.", ["an “Agro-Express” to the north"]),
        ("en", "Tokayev announced on Friday.", []),
        ("ru", "Токаев приветствовал декларацию, которую подписали в Баку.", ["декларацию, которую подписали в Баку"]),
        ("ru", "Токаев поздравил Путина со вступлением.", ["вступлением"]),
        ("ru", "Токаев поблагодарил Путина за мудрое председательство: с января оно переходит к Астане.",
         ["мудрое председательство"]),
        ("ar", "قال توكاييف لقناة «الجزيرة» إن الطريق مفتوح.", ["الطريق مفتوح"]),
        ("ar", "بدأ توكاييف زيارته إذ قال لقناة «الجزيرة» إن الطريق مفتوح.", ["الطريق مفتوح"]),
        ("ar", "بدأ توكاييف زيارته إذ قال وزير لقناة «الجزيرة» إن الطريق مفتوح.", []),
        ("ar", "استقبل توكاييف ضيفه فلاديمير بوتين، وأكد البيان الختامي أهمية الطريق.", []),
        ("ar", "أما توكاييف، فوعد بإنجاز الطريق في موعده.", ["بإنجاز الطريق في موعده"]),
        ("ar", "تساءل توكاييف: «لماذا ننتظر هنا؟»، قبل أن يضيف أن الطريق مفتوح.", ["لماذا ننتظر هنا", "الطريق مفتوح"]),
        ("ar", "أقام توكاييف علاقات كاملة مع موسكو منذ أعوام.", []),
    ],
)  # fmt: skip
def test_an_object_goes_as_far_as_what_tells_which_one_and_no_farther(
    language: str, text: str, words: list[str]
) -> None:
    assert [found[2] for found in said(language, INTRODUCED[language] + text)] == words


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en", "Tokayev announced the decision on Thursday, after a call.", ["the decision"]),
        ("en", "Tokayev announced talks on Thursday.", ["talks on Thursday"]),
        ("en", "Tokayev proposed a new union in a lecture at a university.", ["a new union"]),
        ("en", "Tokayev proposed a new union at the next summit.", ["a new union at the next summit"]),
        ("en", "Tokayev proposed a seat for Africa in the G20.", ["a seat for Africa in the G20"]),
        ("en", "Tokayev praised the decision before a photograph was taken.", ["the decision"]),
        ("en", "Tokayev announced ten new plants, which few believe will be built.", ["ten new plants"]),
        ("en", "Any country, Tokayev warned in a post, will be charged more.",
         ["Any country, Tokayev warned in a post, will be charged more"]),
        ("en", "Kazakhstan is “the first” of many, Tokayev wrote.", ["Kazakhstan is “the first” of many"]),
        ("en", "After the new summit, Tokayev wrote a book.", []),
        ("ru", "Токаев предложил создать фонд в своём выступлении.", ["создать фонд"]),
        ("ru", "Токаев предложил создать фонд в Алматы.", ["создать фонд в Алматы"]),
        ("ar", "اقترح توكاييف إنشاء صندوق خلال القمة.", ["إنشاء صندوق"]),
        ("ar", "اقترح توكاييف إنشاء صندوق خلال القمة المقبلة.", ["إنشاء صندوق خلال القمة المقبلة"]),
        ("ar", "اقترح توكاييف تطبيق الخطة التي أقرت في القمة الأولى.", ["تطبيق الخطة التي أقرت في القمة الأولى"]),
    ],
)  # fmt: skip
def test_where_and_when_something_was_said_is_no_part_of_it(language: str, text: str, words: list[str]) -> None:
    assert [found[2] for found in said(language, INTRODUCED[language] + text)] == words
