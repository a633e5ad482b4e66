"""Every check, in the order in which the layers make them. The code that looks for breaches is beside this file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from summitry.validation.findings import Check

_RESTORE = "Restore the file; where the change is meant, state what it now is. In the repository, make build does both."
_BUILD = "Nobody types into data/: run make build and commit what it writes."

ARCHIVE = Check(
    "archive",
    "A zip archive holds plain files under plain names, each once, and unpacks to what it says.",
    "Make the archive anew from the package's folder.",
)
DESCRIPTOR = Check(
    "descriptor",
    "datapackage.json is one JSON object that lists the tables.",
    "Correct the file; in the repository, make build writes it.",
)
PATH = Check(
    "path",
    "Every path is an ordinary file inside the package; nothing is fetched.",
    "Use a relative path to a file of the package.",
)
FILE_MISSING = Check(
    "file-missing", "Every file that the package lists is there.", "Put the file there, or take it off the list."
)
FILE_UNLISTED = Check("file-unlisted", "data/ holds only files that the package lists.", "Remove the file, or list it.")
FILE_SIZE = Check("file-size", "A file has as many bytes as the package says.", _RESTORE)
FILE_HASH = Check("file-hash", "A file has the checksum that the package says.", _RESTORE)
SCHEMA = Check(
    "schema", "A schema is sound: known properties, enforced constraints, keys that are there.", "Correct the schema."
)
SCHEMA_CHANGED = Check(
    "schema-changed", "A schema of ours is the one that was released with its version.", "Restore the schema."
)
NOT_EXAMINED = Check(
    "not-examined",
    "Everything that a package says of its tables can be held against them.",
    "See the message.",
    "warning",
)
ENCODING = Check("encoding", "A table is UTF-8 text.", "Save the file as UTF-8.")
BYTE_ORDER_MARK = Check("byte-order-mark", "No byte order mark stands before a table.", "Save the file without one.")
LINE_ENDS = Check("line-ends", "Lines end in a line feed alone.", "Save the file with the line ends of Unix (LF).")
TEXT_CHARACTERS = Check(
    "text-characters",
    "Text has no control, zero-width, private or direction-changing characters (an article's own words excepted).",
    "Remove the character.",
)
TEXT_FORM = Check(
    "text-form",
    "Text is in the form NFC, without letters in the forms of a printed page (an article's own words excepted).",
    "Write the plain letter.",
)
TEXT_SPACE = Check(
    "text-space",
    "No cell begins or ends with a space, and spaces are plain ones (an article's own words excepted).",
    "Remove the space.",
)
LOOKALIKE = Check(
    "lookalike",
    "No word mixes Latin with Cyrillic or Greek letters that look alike (an article's own words excepted).",
    "Write the whole word in one alphabet.",
)
FORMULA = Check(
    "formula", "No cell begins as a spreadsheet's formula (an article's own words excepted).", "Change the value."
)
TABLE_SHAPE = Check(
    "table-shape",
    "A table is CSV with the header of its schema, a cell for every column, and no empty row.",
    "Write the header as the schema has it, and in every row a cell for each column.",
)
CSV_FORM = Check(
    "csv-form", "A table of ours has its rows in order, and every value in its one canonical form.", _BUILD
)
TYPE = Check("type", "Every cell is a value of its column's type.", "Write a value of that type.")
CONSTRAINT = Check("constraint", "Every cell keeps to the constraints of its column.", "Correct the value.")
KEY = Check("key", "No two rows of a table have the same key.", "Remove or correct one of them.")
FOREIGN_KEY = Check("foreign-key", "What a row refers to is there.", "Add the missing row, or correct the reference.")
ROWS = Check("rows", "A table has as many rows as the package says.", _RESTORE)
DIGEST = Check("digest", "A table's content has the digest that the package says.", _RESTORE)
PARQUET = Check("parquet", "The Parquet file of a table holds exactly what its CSV file holds.", _RESTORE)

HOST_ATTENDS = Check(
    "host-attends",
    "The host's country, where one of its leaders attends, provides the host.",
    "Look at the roles.",
    "warning",
)
ONE_HOST = Check("one-host", "A summit has at most one host.", "Correct the roles in review.json.")
AMOUNT_CURRENCY = Check(
    "amount-currency", "An amount has a currency, and a currency an amount.", "Complete the pair in review.json."
)
CURRENCY = Check("currency", "A currency is one of ISO 4217.", "Use the three-letter code.")
PARTIES = Check(
    "parties",
    "An agreement has two parties or more; an accession or a pledge one or more.",
    "Add the party in review.json.",
)
LEADER_TERM = Check(
    "leader-term",
    "A leader's country and office agree with the vocabulary at some time of theirs.",
    "Correct vocabulary/terms.csv.",
)
MILESTONE_ORDER = Check(
    "milestone-order", "A forum is not raised before it is founded.", "Correct the dates in review.json."
)
PRECISION = Check(
    "precision", "A date is as long as its precision says, and has one exactly where it has the other.", _BUILD
)
REPORT_DATE = Check("report-date", "A date that is that of the report is the day on which a source appeared.", _BUILD)
ABOUT_SPEAKER = Check("about-speaker", "A statement is not about its own speaker.", "Correct it in review.json.")
MEMBER_ATTENDS = Check(
    "member-attends",
    "Those who attend come from members of the forum, or are guests.",
    "Look whether it is so.",
    "warning",
)
MEMBER_LISTED = Check("member-listed", "A forum's members are those that the vocabulary gives it.", _BUILD)
TITLE = Check("title", "An agreement's title is the one made from its kind, parties and sectors.", _BUILD)
ANNOUNCED = Check("announced", "Nothing is announced after the last source that tells of it.", _BUILD)

EVIDENCE_MISSING = Check("evidence-missing", "Every cell that comes from a source has evidence.", _BUILD)
EVIDENCE_VALUE = Check("evidence-value", "Evidence for a cell gives the value of the cell.", _BUILD)
EVIDENCE_ROW = Check("evidence-row", "The row and column that evidence speaks of are there.", _BUILD)
EVIDENCE_KEY = Check("evidence-key", "The id of evidence is the one made from what it says.", _BUILD)
EVIDENCE_QUOTE = Check("evidence-quote", "The quote stands in the article at its offsets.", _BUILD)
EVIDENCE_READING = Check("evidence-reading", "Reading the quote again gives the value.", _BUILD)
ARTICLE = Check("article", "An article is the one that was read, to the byte.", "Restore the article.")
VOCABULARY_CELL = Check("vocabulary-cell", "A cell from a list has the value that the list gives for its key.", _BUILD)
VOCABULARY = Check("vocabulary", "The vocabulary's lists are sound and agree with each other.", "Correct the list.")
EXPECTED_ROWS = Check("expected-rows", "No table shrinks or swells unexpectedly.", "Find out why.")
RETIRED_ID = Check(
    "retired-id",
    "An id that was retired is gone, and what replaced it is there.",
    "Correct the line of vocabulary/retired_ids.csv.",
)
ID_LOST = Check(
    "id-lost",
    "An id that a release had is there still, or is retired.",
    "Bring it back, or add a line to vocabulary/retired_ids.csv that says what replaced it, in which version, and why.",
)
BUILD = Check("build", "data/ is what the build makes of the sources and the vocabulary, to the byte.", _BUILD)

# By layer, in the order of the examination.
LAYERS: Final[Mapping[str, tuple[Check, ...]]] = {
    "Bytes and text": (
        ARCHIVE, ENCODING, BYTE_ORDER_MARK, LINE_ENDS, TEXT_CHARACTERS, TEXT_FORM, TEXT_SPACE, LOOKALIKE, FORMULA,
    ),
    "Package and schemas": (
        DESCRIPTOR, PATH, FILE_MISSING, FILE_UNLISTED, FILE_SIZE, FILE_HASH, SCHEMA, SCHEMA_CHANGED, NOT_EXAMINED,
    ),
    "Tables": (TABLE_SHAPE, CSV_FORM, TYPE, CONSTRAINT, ROWS, DIGEST, PARQUET),
    "Keys": (KEY, FOREIGN_KEY),
    "Rules of the field": (
        AMOUNT_CURRENCY, CURRENCY, PARTIES, ONE_HOST, HOST_ATTENDS, MEMBER_ATTENDS, MEMBER_LISTED, TITLE, LEADER_TERM,
        MILESTONE_ORDER, PRECISION, REPORT_DATE, ABOUT_SPEAKER, ANNOUNCED, VOCABULARY_CELL,
    ),
    "Evidence": (
        EVIDENCE_MISSING, EVIDENCE_VALUE, EVIDENCE_ROW, EVIDENCE_KEY, EVIDENCE_QUOTE, EVIDENCE_READING, ARTICLE,
    ),
    "State of the repository": (VOCABULARY, EXPECTED_ROWS, RETIRED_ID, ID_LOST, BUILD),
}  # fmt: skip
CHECKS: Final[tuple[Check, ...]] = tuple(check for checks in LAYERS.values() for check in checks)
