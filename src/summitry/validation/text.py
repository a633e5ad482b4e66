"""The layer of bytes and text: what an editor, a spreadsheet or a careless converter leaves behind, and nobody sees.

Whole columns are first searched for cells that could be odd at all, which is quick, and these are then looked at one by
one. Columns that hold an article's own words are left as the article has them.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from summitry.tables.arrays import Indices, as_mask, indices_array, text_bytes, where
from summitry.tables.csv_text import split_csv
from summitry.tables.dialect import Dialect, read_dialect
from summitry.validation import checks
from summitry.validation.findings import Check, Finding, More, Place
from summitry.validation.subject import Subject

# Columns that hold an article's own words, which nobody may change.
QUOTING: Final = frozenset(("quote", "text", "magnitude", "corrected_to", "value"))

_BYTE_ORDER_MARK: Final = b"\xef\xbb\xbf"
_KEPT: Final = 1_000  # findings of one kind in one column; further ones are counted
_WIDE_MARKS: Final = (b"\xff\xfe", b"\xfe\xff")
# Controls, soft hyphen, marks and overrides of direction, zero-width characters, line separators, variation selectors,
# private use, non-characters, tags. (Unicode 15, general categories Cc, Cf, Co, Zl, Zp, and what draws nothing.)
_HIDDEN: Final = re.compile(
    "[\u0000-\u0008\u0009\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\ue000-\uf8ff\ufdd0-\ufdef"
    "\ufffe\uffff\U000e0000-\U000e0fff\U000f0000-\U0010ffff]"
)
# Letters as a page prints them, not as they are written: Arabic and Latin presentation forms, full-width letters. The
# ornate brackets and the honorific signs among them (U+FD3E, U+FD3F, U+FDF0 on) have no other form.
_PRINTED: Final = re.compile("[\ufb00-\ufb4f\ufb50-\ufd3d\ufd50-\ufdcf\ufe70-\ufefc\uff01-\uff5e]")
_ODD_SPACES: Final = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_MIXED: Final = re.compile("[A-Za-z][\u0370-\u03ff\u0400-\u052f]|[\u0370-\u03ff\u0400-\u052f][A-Za-z]")
# A cell that a spreadsheet would run. A number may have its sign.
_FORMULA: Final = re.compile(r"[=@]|[+-](?![0-9]+(?:\.[0-9]+)?\Z)(?=.)", re.DOTALL)
# Where a cell that begins or ends with such a byte is worth a look.
_VISIBLE_ASCII: Final = bytes(range(0x20, 0x7F)) + b"\r\n"
_ODD_FIRST: Final = np.isin(np.arange(256), [*range(33), *b"=@+-"])
_ODD_LAST: Final = np.isin(np.arange(256), [*range(33)])
_ODD_ANYWHERE: Final = "|".join(odd.pattern for odd in (_HIDDEN, _PRINTED, _ODD_SPACES, _MIXED))


def check_text(subject: Subject) -> Iterator[Finding | More]:
    """Everything that is wrong with the bytes and characters of the descriptor, the schemas and the tables."""
    for path in _json_files(subject):
        yield from _check_plain(path.relative_to(subject.folder).as_posix(), path.read_bytes())
    for name, file in subject.files.items():
        resource = next(item for item in subject.descriptor["resources"] if item["name"] == name)
        encoding = str(resource.get("encoding", "utf-8")).lower()
        if subject.is_ours or (file.suffix.lower() in (".csv", ".tsv", ".txt") and encoding in ("utf-8", "utf8")):
            yield from _check_table(subject, name, file)


def _json_files(subject: Subject) -> Iterator[Path]:
    for path in (subject.folder / "datapackage.json", *sorted((subject.folder / "schemas").glob("*.json"))):
        if path.is_file() and not path.is_symlink():
            yield path


def _check_plain(name: str, data: bytes) -> Iterator[Finding]:
    """A file that is read as a whole: its first hidden character, and its first letter in two code points."""
    text = data.decode("utf-8", "replace")  # what is no UTF-8 is told by whoever reads the file
    hidden = _HIDDEN.search(text.replace("\t", " "))
    if hidden:
        line = text.count("\n", 0, hidden.start()) + 1
        yield checks.TEXT_CHARACTERS.found(Place(name, line=line), _hidden_sentence(hidden.group()))
    if not unicodedata.is_normalized("NFC", text):
        lines = (number for number, line in enumerate(text.split("\n"), start=1) if _is_decomposed(line))
        yield checks.TEXT_FORM.found(Place(name, line=next(lines, 1)), "the text is not in the form NFC.")


def _check_table(subject: Subject, table: str, file: Path) -> Iterator[Finding | More]:
    """Look at the bytes of a table, split it into the subject, and look at its cells."""
    name, data = subject.file(table), file.read_bytes()
    yield from _check_bytes(name, data)
    if data.startswith(_WIDE_MARKS):
        return
    try:
        dialect = Dialect() if subject.is_ours else read_dialect(subject.resource(table))
    except ValueError:
        return  # a file that nobody here can split, which the layer of schemas tells
    split = split_csv(data, dialect.delimiter, dialect.quote)
    if split.encoding_fault is not None:
        line = split.encoding_fault
        yield checks.ENCODING.found(Place(name, max(line - 1, 0) or None, line), "the line is not UTF-8.")
        return
    subject.texts[table] = split
    is_plain = not data.translate(None, _VISIBLE_ASCII)
    del data  # which is as large as the columns that are looked at now
    for column in split.header:
        for check, what in _oddities(column) if column else ():
            yield check.found(Place(name, None, 1, column), what, value=column)
    for number, column in enumerate(split.header):
        if not (subject.is_ours and column in QUOTING):
            yield from _check_column(subject, table, number, column, is_plain)


def _check_bytes(name: str, data: bytes) -> Iterator[Finding]:
    if data.startswith(_WIDE_MARKS):
        yield checks.ENCODING.found(Place(name, line=1), "the file is UTF-16.")
        return
    if data.startswith(_BYTE_ORDER_MARK):
        yield checks.BYTE_ORDER_MARK.found(Place(name, line=1), "the file begins with a byte order mark.")
    if b"\r" in data:
        line = data[: data.index(b"\r")].count(b"\n") + 1
        what = f"there are {data.count(bytes([13])):,} carriage returns, here the first."
        yield checks.LINE_ENDS.found(Place(name, max(line - 1, 0) or None, line), what)


def _check_column(subject: Subject, table: str, number: int, column: str, is_plain: bool) -> Iterator[Finding | More]:
    counted: Counter[Check] = Counter()
    before = 0
    for texts in subject.texts[table].cells.column(number).chunks:
        for index in odd_cells(texts, is_plain):
            cell = texts[int(index)].as_py()
            for check, what in _oddities(cell):
                counted[check] += 1
                if counted[check] <= _KEPT:
                    yield check.found(subject.at(table, before + int(index), column), what, value=cell)
        before += len(texts)
    for check, count in counted.items():
        if count > _KEPT:
            yield More(check, count - _KEPT)


def odd_cells(texts: pa.StringArray, is_plain: bool = False) -> Indices:
    """The cells that may be odd: no odd one is left out, and a false alarm costs time and nothing else.

    In a `plain` file, of visible ASCII alone, only the ends of a cell can be odd.
    """
    ends, content = text_bytes(texts)
    filled = ends[1:] > ends[:-1]
    starts, stops = ends[:-1], ends[1:] - 1
    if not filled.all():
        starts, stops = starts[filled], stops[filled]
    odd = np.zeros(len(texts), bool)
    odd[filled] = _ODD_FIRST[content[starts]] | _ODD_LAST[content[stops]]
    if is_plain:
        return where(odd)
    beyond = where(as_mask(pc.match_substring_regex(texts, "[^ -~]")))
    strange = texts.take(indices_array(beyond))
    mixed = as_mask(pc.match_substring_regex(strange, _ODD_ANYWHERE))
    odd[beyond] |= mixed | as_mask(pc.not_equal(pc.utf8_normalize(strange, "NFC"), strange))
    return where(odd)


def _oddities(cell: str) -> Iterator[tuple[Check, str]]:
    if cell[0] in "=@+-" and _FORMULA.match(cell):
        yield checks.FORMULA, f"the cell begins with {cell[0]}, as a spreadsheet's formula does."
    if cell[0].isspace() or cell[-1].isspace():
        yield checks.TEXT_SPACE, "the cell begins or ends with a space."
    if cell.isascii() and cell.isprintable():
        return
    odd_space, hidden, printed, mixed = (odd.search(cell) for odd in (_ODD_SPACES, _HIDDEN, _PRINTED, _MIXED))
    if odd_space:
        yield checks.TEXT_SPACE, f"there is a space of another kind, U+{ord(odd_space.group()):04X}."
    if hidden:
        yield checks.TEXT_CHARACTERS, _hidden_sentence(hidden.group())
    if printed:
        what = f"U+{ord(printed.group()):04X} is a letter in the form of a printed page."
        yield checks.TEXT_FORM, what
    elif _is_decomposed(cell):
        yield checks.TEXT_FORM, "the text is not in the form NFC."
    if mixed:
        yield checks.LOOKALIKE, f"one word mixes alphabets, at {mixed.group()!r}."


def _is_decomposed(text: str) -> bool:
    return not unicodedata.is_normalized("NFC", text)


def _hidden_sentence(character: str) -> str:
    name = unicodedata.name(character, "a character that shows nothing").lower()
    return f"there is a hidden character, U+{ord(character):04X} ({name})."
