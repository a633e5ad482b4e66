"""The vocabulary as it stands: sound, complete where that can be stated, and good for what the reader asks of it."""

from __future__ import annotations

import csv
import re
import shutil
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from summitry.errors import ContractError, VocabularyError
from summitry.lexicon.audit import check_vocabulary
from summitry.lexicon.vocabulary import load_vocabulary
from summitry.repository import vocabulary_folder, vocabulary_schemas_folder
from summitry.strict_json import read_json_object
from summitry.tables.cells import parse_cell
from summitry.tables.constraints import violations
from summitry.tables.contract import TableContract, contract_from_schema
from summitry.tables.schema_check import check_schemas

LANGUAGES = ("ar", "en", "ru")
CENTRAL_ASIA = {"KAZ", "KGZ", "TJK", "TKM", "UZB"}


def rows(name: str) -> list[dict[str, str]]:
    with (vocabulary_folder() / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def schemas() -> dict[str, dict[str, object]]:
    folder = vocabulary_schemas_folder()
    paths = sorted(folder.glob("**/*.json"))
    return {
        path.relative_to(folder).with_suffix("").as_posix(): read_json_object(path, ContractError) for path in paths
    }


def schema_of(path: Path) -> str:
    """The phrases of all languages share one schema; every other file has its own."""
    name = path.relative_to(vocabulary_folder()).with_suffix("").as_posix()
    return "phrases" if name.startswith(("phrases/", "particles/")) else name


FILES = sorted(vocabulary_folder().glob("**/*.csv"))


def test_nothing_is_wrong_with_the_vocabulary() -> None:
    assert [str(problem) for problem in check_vocabulary(vocabulary_folder())] == []


def test_the_schemas_are_ones_that_can_be_enforced() -> None:
    assert [str(problem) for problem in check_schemas(schemas())] == []


def test_every_file_has_a_schema_and_every_schema_a_file() -> None:
    assert {schema_of(path) for path in FILES} == set(schemas())


@pytest.mark.parametrize("path", FILES, ids=[path.relative_to(vocabulary_folder()).as_posix() for path in FILES])
def test_a_file_fits_its_schema(path: Path) -> None:
    name = schema_of(path)
    contract = contract_from_schema(name, schemas()[name])
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        assert tuple(reader.fieldnames or ()) == contract.columns
        assert [breach for row in reader for breach in breaches(contract, row, reader.line_num)] == []


def breaches(contract: TableContract, row: dict[str, str], line: int) -> Iterator[str]:
    for field in contract.fields:
        for constraint in violations(parse_cell(row[field.name], field.type), field.constraints):
            yield f"line {line}, {field.name}: {row[field.name]!r} breaks {constraint}"


@pytest.mark.parametrize("path", FILES, ids=[path.relative_to(vocabulary_folder()).as_posix() for path in FILES])
def test_a_file_is_plain_utf8_with_unix_line_ends(path: Path) -> None:
    data = path.read_bytes()
    assert not data.startswith(b"\xef\xbb\xbf")
    assert b"\r" not in data
    assert data.endswith(b"\n")
    data.decode("utf-8")


def test_all_member_states_of_the_united_nations_and_more_are_countries() -> None:
    countries = [row for row in rows("places") if row["kind"] == "country"]
    assert len(countries) >= 249
    assert len({row["iso2"] for row in countries}) == len(countries)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_country_that_a_forum_has_can_be_said_as_an_adjective(language: str) -> None:
    named = {row["id"] for row in rows("names/places") if (row["language"], row["form"]) == (language, "adjective")}
    members = {row["place_id"] for row in rows("forum_members")}
    # “European” is the continent's; “مالي” is the name of Mali itself, and the word for “financial”.
    assert members - named <= {"EUE", "MLI"}


def test_every_member_of_a_forum_has_a_capital_unless_it_has_none() -> None:
    with_capital = {row["place_id"] for row in rows("cities") if row["is_capital"] == "true"}
    members = {row["place_id"] for row in rows("forum_members")}
    # A union, a city, and an island whose capital was abandoned.
    assert members - with_capital == {"EUE", "HKG", "MSR"}


@pytest.mark.parametrize(
    ("place", "office", "day", "person"),
    [
        ("UZB", "president", date(2025, 11, 7), "shavkat-mirziyoyev"),
        ("UZB", "president", date(2016, 8, 1), "islam-karimov"),
        ("KAZ", "president", date(2018, 3, 15), "nursultan-nazarbayev"),
        ("KAZ", "president", date(2019, 3, 21), "kassym-jomart-tokayev"),
        ("KGZ", "president", date(2022, 7, 21), "sadyr-japarov"),
        ("TJK", "president", date(2023, 9, 19), "emomali-rahmon"),
        ("TKM", "president", date(2021, 8, 6), "gurbanguly-berdimuhamedow"),
        ("TKM", "president", date(2025, 11, 7), "serdar-berdimuhamedow"),
        ("USA", "president", date(2023, 9, 19), "joe-biden"),
        ("USA", "president", date(2025, 11, 7), "donald-trump"),
        ("USA", "foreign_minister", date(2016, 8, 3), "john-kerry"),
        ("DEU", "prime_minister", date(2024, 9, 17), "olaf-scholz"),
        ("EUE", "european_council_president", date(2025, 4, 4), "antonio-costa"),
        ("EUE", "european_commission_president", date(2025, 4, 4), "ursula-von-der-leyen"),
        ("SAU", "monarch", date(2023, 7, 19), "salman-bin-abdulaziz-al-saud"),
        ("trnc", "president", date(2025, 10, 7), "ersin-tatar"),
        ("GBR", "prime_minister", date(2022, 12, 1), "rishi-sunak"),
        ("BRA", "president", date(2019, 6, 28), "jair-bolsonaro"),
        ("KAZ", "president", date(1990, 1, 1), None),
    ],
)
def test_a_title_and_a_date_tell_who_is_meant(place: str, office: str, day: date, person: str | None) -> None:
    assert load_vocabulary().holder(place, office, day) == person


@pytest.mark.parametrize("family", ["berdimuhamedow", "japarov", "khamenei"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_people_of_one_family_name_have_no_short_form(family: str, language: str) -> None:
    people = [row for row in rows("names/people") if family in row["id"] and row["language"] == language]
    assert len({row["id"] for row in people}) == 2
    assert {row["form"] for row in people} == {"full"}


@pytest.mark.parametrize("partner", sorted(row["forum_id"] for row in rows("forums") if row["kind"] == "C+1"))
def test_a_format_of_central_asia_and_a_partner_has_the_five_and_one_more(partner: str) -> None:
    members = {row["place_id"] for row in rows("forum_members") if row["forum_id"] == partner}
    assert members >= CENTRAL_ASIA
    assert members - CENTRAL_ASIA


@pytest.mark.parametrize(
    ("language", "separators"),
    [("en", ("–", "-", "and", "+")), ("ar", ("-", "–", "و")), ("ru", ("–", "—", "-", "и"))],
)
def test_a_format_is_listed_with_the_region_first_and_last(language: str, separators: tuple[str, ...]) -> None:
    region = {"en": "Central Asia", "ar": "آسيا الوسطى", "ru": "Центральная Азия"}[language]
    spellings: dict[str, set[str]] = defaultdict(set)
    for row in rows("names/forums"):
        if row["language"] == language:
            spellings[row["id"]].add(row["text"])
    for forum in ("china-central-asia", "eu-central-asia", "russia-central-asia", "japan-central-asia"):
        listed = spellings[forum]
        for separator in separators:
            assert any(separator in text and text.startswith(region) for text in listed), (forum, separator)
            assert any(separator in text and text.endswith(region) for text in listed), (forum, separator)


@pytest.mark.parametrize("text", ["China and Central Asia", "الصين وآسيا الوسطى", "Китай и Центральная Азия"])
def test_a_format_whose_name_is_also_plain_words_is_weak(text: str) -> None:
    assert {row["form"] for row in rows("names/forums") if row["text"] == text} == {"weak"}


def test_a_bare_word_for_crude_is_no_oil() -> None:
    assert not [row for row in rows("names/commodities") if row["text"] in ("خام", "الخام")]


def test_no_release_has_retired_an_id_that_still_stands() -> None:
    standing = {
        next(iter(row.values())) for name in ("places", "people", "forums", "commodities") for row in rows(name)
    }
    assert not [row for row in rows("retired_ids") if row["id"] in standing]


def test_the_rules_ask_for_the_classes_of_function_words_that_are_listed_and_for_no_others() -> None:
    source = Path(__file__).resolve().parents[2] / "src" / "summitry"
    code = "\n".join(path.read_text("utf-8") for path in source.glob("**/*.py"))
    patterns = (r'is_word\([^"]+"(\w+)"\s*\)', r'(?:has|last)_word\(\s*"(\w+)"', r'function_words\["(\w+)"\]')
    asked = {word_class for pattern in patterns for word_class in re.findall(pattern, code)}
    assert asked == {row["word_class"] for row in rows("function_words")}


def test_a_function_word_that_is_added_is_known_in_its_language_alone(tmp_path: Path) -> None:
    folder = shutil.copytree(vocabulary_folder(), tmp_path / "vocabulary")
    with (folder / "function_words.csv").open("a", encoding="utf-8") as file:
        file.write("ru,conjunction,да\nru,conjunction,ещё\n".replace("\n", ",\n"))
    known = load_vocabulary(folder).function_words
    assert {"да", "еще"} <= known["ru"]["conjunction"]
    assert "да" not in known["en"]["conjunction"] | known["ar"]["conjunction"]


def test_a_function_word_of_a_language_that_is_not_read_is_refused_by_name(tmp_path: Path) -> None:
    folder = shutil.copytree(vocabulary_folder(), tmp_path / "vocabulary")
    with (folder / "function_words.csv").open("a", encoding="utf-8") as file:
        file.write("uz,conjunction,va,\n")
    with pytest.raises(VocabularyError, match="'va' is of the language 'uz'"):
        load_vocabulary(folder)
