"""What `check_vocabulary` finds: one defect at a time, put into a small vocabulary that has none."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from summitry.errors import VocabularyError
from summitry.lexicon.audit import check_vocabulary, comparison_form, earliest, latest

NAMES = "id,language,form,text,citation_url,note\n"
SOUND: Mapping[str, str] = {
    "places.csv": """place_id,kind,name_en,name_ar,name_ru,citation_url,note
JOR,country,Jordan,الأردن,Иордания,https://cldr.unicode.org,
OMN,country,Oman,عُمان,Оман,https://cldr.unicode.org,
""",
    "place_members.csv": "place_id,member_id,citation_url,note\n",
    "given_names.csv": "place_id,citation_url,note\n",
    "cities.csv": """city_id,place_id,is_capital,name_en,name_ar,name_ru,citation_url,note
muscat,OMN,true,Muscat,مسقط,Маскат,,own knowledge
""",
    "venues.csv": "venue_id,city_id,name_en,name_ar,name_ru,citation_url,note\n",
    "people.csv": """leader_id,name_en,name_ar,name_ru,citation_url,note
haitham,Haitham bin Tariq,هيثم بن طارق,Хейсам бен Тарик,https://example.org/oman,
qaboos,Qaboos bin Said,قابوس بن سعيد,Кабус бен Саид,https://example.org/oman,
""",
    "terms.csv": """leader_id,office,place_id,forum_id,term_start,term_end,citation_url,note
haitham,monarch,OMN,,2020-01-11,,https://example.org/oman,
qaboos,monarch,OMN,,1970,2020-01-10,https://example.org/oman,
""",
    "forums.csv": """forum_id,name_en,name_ar,name_ru,kind,citation_url,note
gcc,GCC,مجلس التعاون الخليجي,ССАГПЗ,organisation,https://example.org/gcc,
""",
    "forum_members.csv": "forum_id,place_id,citation_url,note\ngcc,OMN,https://example.org/gcc,\n",
    "forum_accessions.csv": "forum_id,place_id,joined_on,citation_url,note\n",
    "forum_meetings.csv": "forum_id,level,held_on,city_id,citation_url,note\n",
    "commodities.csv": """commodity_id,name_en,name_ar,name_ru,category,citation_url,note
crude_oil,Oil,النفط,нефть,energy,https://example.org/oil,
""",
    "currencies.csv": "currency,citation_url,note\nOMR,https://example.org/money,\n",
    "world_facts.csv": "place_id,commodity_id,claim,world_rank,share_percent,year,citation_url\n",
    "retired_ids.csv": "table,id,replaced_by,retired_in,reason\n",
    "function_words.csv": "language,word_class,word,note\nen,conjunction,and,\n",
    "names/places.csv": NAMES
    + """JOR,ar,name,الأردن,,own knowledge
JOR,en,name,Jordan,,own knowledge
JOR,ru,name,Иордания,,own knowledge
OMN,ar,adjective,عماني,,own knowledge
OMN,ar,name,عُمان,,own knowledge
OMN,en,name,Oman,,own knowledge
OMN,ru,name,Оман,,own knowledge
""",
    "names/cities.csv": NAMES
    + """muscat,ar,name,مسقط,,own knowledge
muscat,en,name,Muscat,,own knowledge
muscat,ru,name,Маскат,,own knowledge
""",
    "names/venues.csv": NAMES,
    "names/people.csv": NAMES
    + """haitham,ar,full,هيثم بن طارق,,own knowledge
haitham,en,full,Haitham bin Tariq,,own knowledge
haitham,en,short,Haitham,,own knowledge
haitham,ru,full,Хейсам бен Тарик,,own knowledge
qaboos,ar,full,قابوس بن سعيد,,own knowledge
qaboos,en,full,Qaboos bin Said,,own knowledge
qaboos,ru,full,Кабус бен Саид,,own knowledge
""",
    "names/forums.csv": NAMES
    + """gcc,ar,name,مجلس التعاون الخليجي,,own knowledge
gcc,en,name,GCC,,own knowledge
gcc,ru,name,ССАГПЗ,,own knowledge
""",
    "names/commodities.csv": NAMES
    + """crude_oil,ar,name,النفط,,own knowledge
crude_oil,en,name,oil,,own knowledge
crude_oil,ru,name,нефть,,own knowledge
""",
    "phrases/en/people.csv": "phrase,cue,value,inflection,note\nacting president,title,president,noun,\n",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in SOUND.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def edit(folder: Path, name: str, old: str, new: str) -> None:
    text = (folder / name).read_text(encoding="utf-8")
    assert old in text
    (folder / name).write_text(text.replace(old, new, 1), encoding="utf-8")


def findings(folder: Path) -> list[tuple[str, int, str]]:
    return [(problem.file, problem.line, problem.what) for problem in check_vocabulary(folder)]


def test_a_sound_vocabulary_has_no_problems(folder: Path) -> None:
    assert findings(folder) == []


OMAN_EN = "OMN,en,name,Oman,,own knowledge\n"
LAST_OMAN = "OMN,ru,name,Оман,,own knowledge\n"
LAST_CITY = "muscat,ru,name,Маскат,,own knowledge\n"
LAST_PERSON = "qaboos,ru,full,Кабус бен Саид,,own knowledge\n"
QABOOS = "1970,2020-01-10,https://example.org/oman,"


@pytest.mark.parametrize(
    ("file", "old", "new", "line", "what"),
    [
        pytest.param("names/places.csv", OMAN_EN, OMAN_EN * 2, 8, "stands twice", id="the same spelling twice"),
        pytest.param("names/places.csv", OMAN_EN, "", 3, "name_en 'Oman' is not in", id="a name that is not listed"),
        pytest.param("places.csv", "JOR,country", "ZZZ,country", 3, "out of order", id="rows out of order"),
        pytest.param("cities.csv", "muscat,OMN", "muscat,OMM", 2, "place_id 'OMM' is not in", id="an unknown place"),
        pytest.param("forum_members.csv", "gcc,OMN", "gcc,QAT", 2, "place_id 'QAT' is not in", id="an unknown member"),
        pytest.param("names/people.csv", "qaboos,ar", "nobody,ar", 6, "id 'nobody' is not in", id="an unknown person"),
        pytest.param("terms.csv", "OMN,,2020", "OMN,asean,2020", 2, "forum_id 'asean'", id="an unknown organisation"),
        pytest.param(
            "terms.csv", QABOOS, "2021,2020-01-10,https://example.org/oman,", 3, "before it begins", id="dates"
        ),
        pytest.param("terms.csv", QABOOS, "1970,2020-02-01,https://example.org/oman,", 3, "at one time", id="overlap"),
        pytest.param("terms.csv", QABOOS, "1970,,https://example.org/oman,", 3, "at one time", id="two open terms"),
        pytest.param("terms.csv", "qaboos,monarch", "haitham,other", 3, "no term of office", id="no term of office"),
        pytest.param("forums.csv", "https://example.org/gcc,", ",", 2, "no citation", id="no citation, no word of it"),
        pytest.param("names/cities.csv", ",own knowledge", ",old", 2, "no citation", id="a note of something else"),
        pytest.param("people.csv", "Haitham bin", "Haitham\u200f bin", 2, "U+200F", id="a bidi mark"),
        pytest.param("people.csv", "Haitham bin", "Haitham\u200bbin", 2, "U+200B", id="a zero-width space"),
        pytest.param("people.csv", "Haitham bin", "Haitham\x07bin", 2, "U+0007", id="a control character"),
        pytest.param("people.csv", "Haitham bin", "Haitham\u00a0bin", 2, "space", id="a no-break space"),
        pytest.param("people.csv", "Haitham bin", "Haitham  bin", 2, "space too many", id="two spaces"),
        pytest.param("people.csv", "Хейсам", "Хеи\u0306сам", 2, "NFC", id="a decomposed letter"),
        pytest.param("cities.csv", "own knowledge", "=1+1 own knowledge", 2, "formula", id="a formula"),
        pytest.param("phrases/en/people.csv", "acting", "@acting", 2, "formula", id="a formula in a phrase"),
        pytest.param("phrases/en/people.csv", "acting", "acting " * 12, 2, "94 characters", id="a long phrase"),
    ],
)
def test_a_defect_is_reported_with_its_line(folder: Path, file: str, old: str, new: str, line: int, what: str) -> None:
    edit(folder, file, old, new)
    found = [(number, text) for _, number, text in findings(folder) if what in text]
    assert line in [number for number, _ in found], findings(folder)


@pytest.mark.parametrize("spelling", ["عمان", "عُمان", "عمـان", "العمان"])
def test_a_spelling_of_two_owners_is_reported_at_both_with_the_other_s_line(folder: Path, spelling: str) -> None:
    edit(
        folder, "names/cities.csv", "muscat,ar,name,مسقط,,own knowledge\n", f"muscat,ar,name,{spelling},,no citation\n"
    )
    edit(folder, "cities.csv", "مسقط", spelling)
    found = [problem for problem in check_vocabulary(folder) if "is claimed by" in problem.what]
    assert [(problem.file, problem.line) for problem in found] == [("names/cities.csv", 2), ("names/places.csv", 6)]
    assert "OMN (names/places.csv:6)" in found[0].what
    assert "muscat (names/cities.csv:2)" in found[1].what


def test_a_spelling_of_two_owners_is_fine_where_both_say_so(folder: Path) -> None:
    edit(folder, "names/cities.csv", LAST_CITY, LAST_CITY + "muscat,ru,name,Оман,,ambiguous: own knowledge\n")
    assert [what for _, _, what in findings(folder)] == ["'Оман' of OMN is claimed by muscat (names/cities.csv:5) too."]
    edit(folder, "names/places.csv", LAST_OMAN, "OMN,ru,name,Оман,,ambiguous: own knowledge\n")
    assert findings(folder) == []


def test_letters_that_the_reader_takes_for_one_do_not_part_owners(folder: Path) -> None:
    edit(folder, "names/cities.csv", LAST_CITY, LAST_CITY + "muscat,ru,name,ОМАН,,own knowledge\n")
    files = sorted(file for file, _, what in findings(folder) if "is claimed by" in what)
    assert files == ["names/cities.csv", "names/places.csv"]


def test_a_spelling_may_belong_to_two_entries_of_different_languages(folder: Path) -> None:
    edit(folder, "names/cities.csv", LAST_CITY, "muscat,ru,name,Oman,,own knowledge\n" + LAST_CITY)
    assert findings(folder) == []


def test_a_surname_that_two_people_have_is_no_short_form(folder: Path) -> None:
    edit(
        folder,
        "names/people.csv",
        LAST_PERSON,
        LAST_PERSON + "qaboos,ru,short,Тарик,,no citation\n",
    )
    assert findings(folder) == [("names/people.csv", 9, "'Тарик' is part of the name of haitham too.")]


def test_a_term_may_begin_on_the_day_on_which_another_ends(folder: Path) -> None:
    edit(folder, "terms.csv", QABOOS, "1970,2020-01-11,https://example.org/oman,")
    assert findings(folder) == []


def test_a_year_alone_is_no_proof_of_an_overlap(folder: Path) -> None:
    edit(folder, "terms.csv", QABOOS, "1970,2020,https://example.org/oman,")
    assert findings(folder) == []


def test_sources_that_disagree_by_a_day_are_fine_where_both_rows_say_so(folder: Path) -> None:
    edit(folder, "terms.csv", QABOOS, "1970,2020-02-01,https://example.org/oman,overlap: sources differ")
    assert len(findings(folder)) == 1
    edit(
        folder, "terms.csv", "2020-01-11,,https://example.org/oman,", "2020-01-11,,https://example.org/oman,overlap: …"
    )
    assert findings(folder) == []


def test_a_negative_number_is_no_formula(folder: Path) -> None:
    edit(folder, "phrases/en/people.csv", "title,president", "day_relative,-1")
    assert findings(folder) == []


def test_a_problem_reads_as_one_line_with_its_place_and_its_mend(folder: Path) -> None:
    edit(folder, "cities.csv", "muscat,OMN", "muscat,OMM")
    assert [str(problem) for problem in check_vocabulary(folder)] == [
        "cities.csv:2: place_id 'OMM' is not in places.csv. Add it to places.csv, or correct it here."
    ]


def test_a_missing_file_is_an_error_that_names_it(folder: Path) -> None:
    (folder / "terms.csv").unlink()
    with pytest.raises(VocabularyError, match=r"terms\.csv"):
        check_vocabulary(folder)


def test_a_missing_column_is_an_error_that_names_it(folder: Path) -> None:
    edit(folder, "terms.csv", "leader_id,office", "leader,office")
    with pytest.raises(VocabularyError, match="leader_id"):
        check_vocabulary(folder)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Кишинёв", "кишинев"),
        ("أوزبكستان", "اوزبكستان"),
        ("السعودية", "سعودية"),
        ("Central Asia – US", "central asia-us"),
        ("Erdoğan", "Erdogan"),
        ("قرغيزيـــا", "قرغيزيا"),
    ],
)
def test_spellings_are_compared_as_the_reader_compares_them(one: str, other: str) -> None:
    assert comparison_form(one) == comparison_form(other)


@pytest.mark.parametrize(("one", "other"), [("Nigeria", "Niger"), ("مالي", "مالطا"), ("Иран", "Ирак")])
def test_different_names_stay_apart(one: str, other: str) -> None:
    assert comparison_form(one) != comparison_form(other)


@pytest.mark.parametrize(
    ("date", "first", "last"),
    [
        ("2020", "2020-01-01", "2020-12-31"),
        ("2020-02", "2020-02-01", "2020-02-31"),
        ("2020-02-29", "2020-02-29", "2020-02-29"),
    ],
)
def test_a_partial_date_spans_all_that_it_can_mean(date: str, first: str, last: str) -> None:
    assert (earliest(date), latest(date)) == (first, last)
