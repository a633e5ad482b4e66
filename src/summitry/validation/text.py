"""The layer of bytes and text: what an editor, a spreadsheet or a careless converter leaves behind, and nobody sees.

A whole file is first searched for anything odd at all, which is quick. Only where something is, its cells are looked at one
by one, to name line and column. Columns that hold an article's own words are left as the article has them.
"""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from summitry.validation import checks
from summitry.validation.findings import Check, Finding, Place
from summitry.validation.subject import Subject

# Columns that hold an article's own words, which nobody may change.
QUOTING: Final = frozenset(("quote", "text", "magnitude", "corrected_to", "value"))

_BYTE_ORDER_MARK: Final = b"\xef\xbb\xbf"
_WIDE_MARKS: Final = (b"\xff\xfe", b"\xfe\xff")
_VISIBLE_ASCII: Final = bytes([*range(0x20, 0x7F), ord("\n"), ord("\r")])
_BEYOND_ASCII: Final = bytes(range(0x80, 0x100))
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
_FORMULA_SIGNS: Final = tuple(
    before + sign for sign in (b"=", b"@", b"+", b"-") for before in (b",", b"\n", b',"', b'\n"')
)
_SPACE_SIGNS: Final = (b", ", b" ,", b" \n", b"\n ", b'" ', b' "')


def check_text(subject: Subject) -> Iterator[Finding]:
    """Everything that is wrong with the bytes and characters of the descriptor, the schemas and the tables."""
    for path in _json_files(subject):
        yield from _check_plain(path.relative_to(subject.folder).as_posix(), path.read_bytes())
    for name, file in subject.files.items():
        resource = next(item for item in subject.descriptor["resources"] if item["name"] == name)
        encoding = str(resource.get("encoding", "utf-8")).lower()
        if file.suffix.lower() in (".csv", ".tsv", ".txt") and (subject.is_ours or encoding in ("utf-8", "utf8")):
            yield from _check_table(subject, file)


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


def _check_table(subject: Subject, file: Path) -> Iterator[Finding]:
    name, data = file.relative_to(subject.folder).as_posix(), file.read_bytes()
    yield from _check_bytes(name, data)
    if data.startswith(_WIDE_MARKS):
        return
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        value = f"{data[error.start]:#04x}"
        yield checks.ENCODING.found(Place(name, max(line - 1, 0) or None, line), "the line is not UTF-8.", value=value)
        return
    if _is_odd(data, text):
        exempt = QUOTING if subject.is_ours else frozenset[str]()
        yield from _check_cells(name, text.removeprefix("\ufeff"), exempt)


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


def _is_odd(data: bytes, text: str) -> bool:
    """Whether a look at each cell is called for; a false alarm costs time, and nothing else."""
    leftover = data.translate(None, _VISIBLE_ASCII)
    if leftover.translate(None, _BEYOND_ASCII):
        return True
    if leftover and (_is_decomposed(text) or any(odd.search(text) for odd in (_HIDDEN, _PRINTED, _ODD_SPACES, _MIXED))):
        return True
    if data.startswith((b"=", b"@", b"+", b"-", b" ", b'"')):
        return True
    return any(sign in data for sign in (*_FORMULA_SIGNS, *_SPACE_SIGNS))


def _check_cells(name: str, text: str, exempt: frozenset[str]) -> Iterator[Finding]:
    reader = csv.reader(io.StringIO(text, newline=""))
    header: list[str] = []
    start = 1
    try:
        for number, cells in enumerate(reader):
            if number == 0:
                header = cells
            for position, cell in enumerate(cells):
                column = header[position] if position < len(header) else None
                if cell and (number == 0 or column not in exempt):
                    place = Place(name, number or None, start, column)
                    yield from (check.found(place, what, value=cell) for check, what in _oddities(cell))
            start = reader.line_num + 1
    except csv.Error:
        return  # the table cannot be read, which is told where it is


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
