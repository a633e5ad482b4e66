"""An example of each check: a few words of the package as they are, and as they must not be.

The pages in docs/checks/ are made from these, and a test puts each of them into a copy of the package.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal


@dataclass(frozen=True, slots=True)
class Example:
    """A change to one file of a package, which makes it break one check.

    Where `good` is None the file is not there before, where `bad` is None not after; with both, `good` stands in the file,
    and `bad` in its stead. A byte that is no UTF-8 is written as Python's surrogateescape does. Most packages are as in this
    repository; one that is `released` is compared with what it was before, one that is `elsewhere` declares no profile, and
    one that is an `archive` is a zip file. `why` says what the check is good for.
    """

    file: str
    good: str | None
    bad: str | None
    why: str
    package: Literal["repository", "released", "elsewhere", "archive"] = "repository"


_DESCRIPTOR, _PLACES, _EVIDENCE = "datapackage.json", "data/places.csv", "data/evidence.csv"
_AGREEMENTS, _SUMMITS, _LEADERS = "data/agreements.csv", "data/summits.csv", "data/leaders.csv"
_ATTENDANCE, _MILESTONES = "data/attendance.csv", "data/forum_milestones.csv"
_KAZAKHSTAN = "KAZ,country,KZ,Kazakhstan,"
_ARTICLE = "sources/shorouk-2025-11-07-c5plus1/article.txt"

EXAMPLES: Final[Mapping[str, Example]] = {
    "archive": Example(
        "../places.csv",
        None,
        "place_id\n",
        "An archive may come from anybody. Unpacked carelessly, it writes where it likes.",
        "archive",
    ),
    "descriptor": Example(
        _DESCRIPTOR,
        '"summitry": {',
        '"name": "summitry",\n  "summitry": {',
        "JSON that names a key twice means one thing to one program and another to the next.",
    ),
    "path": Example(
        _DESCRIPTOR,
        '"data/places.csv"',
        '"https://example.org/places.csv"',
        "A package is what lies in its folder. A path out of it, a link, or an address would let it read, or fetch, anything.",
    ),
    "file-missing": Example(
        _PLACES,
        "place_id,kind",
        None,
        "A table that is listed and not there fails only later, in somebody's analysis.",
    ),
    "file-unlisted": Example(
        "data/old_places.csv",
        None,
        "place_id\nKAZ\n",
        "A file that no resource lists is checked by nobody, and used by somebody.",
    ),
    "file-size": Example(
        _AGREEMENTS,
        "17000000000",
        "17",
        "A download that broke off, or an edit that was not told, shows in the size.",
    ),
    "file-hash": Example(
        _AGREEMENTS,
        "17000000000",
        "71000000000",
        "The checksum shows that a file is the one that the package was made with.",
    ),
    "encoding": Example(
        _PLACES,
        "KZ,Kazakhstan,",
        "KZ,Kazakhst\udce1n,",
        "Text in another encoding is read as other letters, or not at all.",
    ),
    "byte-order-mark": Example(
        _PLACES,
        "place_id,kind",
        "\ufeffplace_id,kind",
        "Some editors put it there unseen; it becomes part of the first column's name.",
    ),
    "line-ends": Example(
        _PLACES,
        "place_id,kind,iso2,name_en,name_ar,name_ru,wikidata_id\n",
        "place_id,kind,iso2,name_en,name_ar,name_ru,wikidata_id\r\n",
        "The same table with other line ends has another checksum, and some programs keep the carriage return in the last cell.",
    ),
    "text-characters": Example(
        _PLACES,
        "Kazakhstan",
        "Kazakh\u202estan",
        "What nobody sees makes two equal words unequal, hides words, or turns the direction of what follows.",
    ),
    "text-form": Example(
        _PLACES,
        "كازاخستان",
        "ﻛازاخستان",
        "The same word in two spellings of Unicode is two words for every program that compares.",
    ),
    "text-space": Example(
        _PLACES,
        "KZ,Kazakhstan,",
        "KZ,Kazakhstan ,",
        "A space at the end is invisible, and no join finds the row.",
    ),
    "lookalike": Example(
        _PLACES,
        "KZ,Kazakhstan,",
        "KZ,K\u0430zakhstan,",
        "A Cyrillic а looks like a Latin a, and is none.",
    ),
    "formula": Example(
        _PLACES,
        "KZ,Kazakhstan,",
        "KZ,=1+1,",
        "A spreadsheet runs what begins like a formula, whoever wrote it.",
    ),
    "schema": Example(
        "schemas/agreements.json",
        '"minimum": 1',
        '"minumum": 1',
        "A misspelt constraint is no error for most validators: they enforce nothing, and say so to nobody.",
    ),
    "schema-changed": Example(
        "schemas/agreements.json",
        '"value_currency",\n      "type": "string",\n      "origin": "source"',
        '"value_currency",\n      "type": "string",\n      "origin": "derived"',
        "A package could otherwise be made valid by asking less of it.",
    ),
    "not-examined": Example(
        _DESCRIPTOR,
        '"type": "date"',
        '"type": "geojson"',
        "What cannot be checked here is said, so that nobody takes silence for a yes.",
        "elsewhere",
    ),
    "table-shape": Example(
        _SUMMITS,
        "summit_id,forum_id,held_on",
        "summit_id,forum,held_on",
        "A missing or renamed column is one clear finding, not a hundred about the cells below it.",
    ),
    "csv-form": Example(
        _AGREEMENTS,
        ",17000000000,",
        ",+17000000000,",
        "Where every value has exactly one text, equal tables are equal to the byte.",
    ),
    "type": Example(
        _AGREEMENTS, ",17000000000,", ",١٧٠٠٠٠٠٠٠٠٠,", "Python reads these digits as a number; databases do not."
    ),
    "constraint": Example(
        _AGREEMENTS,
        ",agreement,signed,",
        ",treaty,signed,",
        "Who groups by a column relies on the values that its schema lists.",
    ),
    "key": Example(
        _PLACES, "KGZ,country,KG,", "KAZ,country,KG,", "A join on a repeated key doubles rows, and sums with them."
    ),
    "foreign-key": Example(
        "data/agreement_parties.csv",
        "agreement-2025,USA",
        "agreement-2025,USB",
        "A reference to nothing loses rows in every join.",
    ),
    "rows": Example(
        "data/agreement_parties.csv",
        "kaz-usa-agreement-2025,USA\n",
        "",
        "A table cut between two rows is a valid table: only the number of its rows tells.",
    ),
    "digest": Example(
        _AGREEMENTS,
        "17000000000",
        "71000000000",
        "It is made from what the table says, not from its bytes, and so holds for CSV and Parquet alike.",
    ),
    "parquet": Example(
        _AGREEMENTS,
        "17000000000",
        "71000000000",
        "Most people read the Parquet file, most validators the CSV file.",
    ),
    "host-attends": Example(
        _ATTENDANCE,
        "donald-trump,host",
        "donald-trump,participant",
        "It is likely that the reader missed who received whom.",
    ),
    "one-host": Example(_ATTENDANCE, "emomali-rahmon,participant", "emomali-rahmon,host", "One of the two is a guest."),
    "amount-currency": Example(
        _AGREEMENTS,
        "17000000000,USD",
        "17000000000,",
        "Seventeen milliards of what? A sum without its currency adds up with others' to nonsense.",
    ),
    "currency": Example(_AGREEMENTS, "17000000000,USD", "17000000000,XYZ", "Three capitals are not yet a currency."),
    "parties": Example(
        "data/agreement_parties.csv",
        "kaz-usa-agreement-2025,USA\n",
        "",
        "Whoever agrees, agrees with somebody.",
    ),
    "leader-term": Example(
        _LEADERS,
        "TJK,president",
        "TJK,monarch",
        "Either the article errs, or the reader took one person for another.",
    ),
    "milestone-order": Example(
        _MILESTONES,
        "founded,foreign_ministers,2015,",
        "founded,foreign_ministers,2001,",
        "A date that was read in the wrong sentence often precedes what it should follow.",
    ),
    "precision": Example(
        _MILESTONES,
        "2023-09-20,day",
        "2023-09-20,year",
        "Who needs days filters by precision, and would lose or gain this row.",
    ),
    "report-date": Example(
        _SUMMITS,
        "2025-11-07,report_date",
        "2025-11-06,report_date",
        "That precision promises the day of a source, and no other.",
    ),
    "about-speaker": Example(
        "data/statements.csv",
        ",kassym-jomart-tokayev,thank,,donald-trump,",
        ",kassym-jomart-tokayev,thank,,kassym-jomart-tokayev,",
        "Nobody thanks himself: “he” was somebody else.",
    ),
    "member-attends": Example(
        _LEADERS,
        "Эмомали Рахмон,TJK",
        "Эмомали Рахмон,RUS",
        "A guest is possible; a person taken for another is likelier.",
    ),
    "member-listed": Example(
        "data/forum_members.csv",
        "c5plus1,KGZ",
        "c5plus1,RUS",
        "Membership is a matter of record, not of reading.",
    ),
    "title": Example(
        _AGREEMENTS,
        "Kazakhstan – United States agreement (",
        "Kazakhstan and the United States (",
        "A title that was typed no longer changes with its row.",
    ),
    "announced": Example(
        _AGREEMENTS,
        "USD,2025-11-07",
        "USD,2031-11-07",
        "No article tells of what is announced after it appeared.",
    ),
    "evidence-missing": Example(
        _LEADERS,
        "donald-trump,Donald Trump",
        "donald-j-trump,Donald Trump",
        "A value that no words support may be right, and nobody can check it.",
    ),
    "evidence-value": Example(
        _AGREEMENTS,
        ",agreement,signed,",
        ",agreement,planned,",
        "The cell and the words that are quoted for it tell two stories.",
    ),
    "evidence-row": Example(
        _EVIDENCE,
        ",agreements,kaz-usa-agreement-2025,value_amount,",
        ",agreements,kaz-usa-deal-2025,value_amount,",
        "Evidence that points nowhere supports nothing.",
    ),
    "evidence-key": Example(
        _EVIDENCE,
        ",value_amount,17000000000,",
        ",value_amount,71000000000,",
        "The id is made from what the row says, so an edited row betrays itself.",
    ),
    "evidence-quote": Example(
        _EVIDENCE,
        ",17 مليار دولار",
        ",71 مليار دولار",
        "Offsets and quote must agree with the article to the letter.",
    ),
    "evidence-reading": Example(
        _EVIDENCE,
        ",value_amount,17000000000,",
        ",value_amount,71000000000,",
        "It is not enough that some words are quoted: they must say this.",
    ),
    "article": Example(
        _ARTICLE, "17", "71", "Everything rests on the articles; one that was edited supports what its editor likes."
    ),
    "vocabulary-cell": Example(
        _PLACES,
        _KAZAKHSTAN,
        "KAZ,country,KZ,Kazakstan,",
        "Names and codes have one home, the vocabulary; a second spelling is a slip.",
    ),
    "vocabulary": Example(
        "vocabulary/names/places.csv",
        "UZB,ar,name,أوزبكستان,",
        "UZB,ar,name,كازاخستان,",
        "A name that two entries own would be read now as the one, now as the other.",
    ),
    "expected-rows": Example(
        "vocabulary/expected_rows.csv",
        "agreements,1\n",
        "agreements,2\n",
        "A change to a rule can silently lose rows that nobody looks for.",
    ),
    "retired-id": Example(
        "vocabulary/retired_ids.csv",
        "table,id,replaced_by,retired_in,reason\n",
        "table,id,replaced_by,retired_in,reason\nleaders,joe-biden,,1.0.0,a second spelling\n",
        "Whoever follows the list from an old id must arrive somewhere.",
    ),
    "id-lost": Example(
        "data/leaders.csv",
        "joe-biden,Joe Biden,",
        "joe-r-biden,Joe Biden,",
        "Notebooks, papers and other data sets cite ids; a new spelling of one breaks them all.",
        "released",
    ),
    "build": Example(
        "data/statements.csv",
        ",sadyr-japarov,assert,,,false,",
        ",sadyr-japarov,assert,,,true,",
        "What was typed into data/ is gone with the next build.",
    ),
}
