"""What a cell's text means in a column of any Table Schema type: the exact reading, one text at a time.

The forms are those of Table Schema 2.0 (https://datapackage.org/standard/table-schema/), narrower than what lenient
readers take: digits are 0-9, a date has all its digits, a JSON cell is JSON. Each value has one canonical text, so that
values can be compared as texts. Formats without a fixed meaning (`any`, for dates) are not read at all.
"""

from __future__ import annotations

import base64
import binascii
import datetime as dt
import json
import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any, Final, NoReturn

from summitry.tables.column import Column

TRUE_VALUES: Final = ("true", "True", "TRUE", "1")
FALSE_VALUES: Final = ("false", "False", "FALSE", "0")
ITEM_TYPES: Final = ("string", "integer", "number", "boolean", "date", "datetime", "time")
_LONGEST_NUMBER = 4000  # digits; Python refuses integers of more than 4,300 digits, against slow conversions
_LARGEST_PLAIN_EXPONENT = 400  # a number beyond it keeps its exponent: written out it could fill the memory

_INTEGER = re.compile(r"[+-]?[0-9]+")
_NUMBER = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]{1,9})?")
_SPECIAL_NUMBERS = {"NaN": "NaN", "INF": "Infinity", "-INF": "-Infinity"}
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_ZONE = r"(?:Z|[+-][0-9]{2}:[0-9]{2})?"
_TIME = re.compile(rf"[0-9]{{2}}:[0-9]{{2}}:[0-9]{{2}}(?:\.[0-9]{{1,6}})?{_ZONE}")
_DATETIME = re.compile(rf"[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}T[0-9]{{2}}:[0-9]{{2}}:[0-9]{{2}}(?:\.[0-9]{{1,6}})?{_ZONE}")
_YEAR = re.compile(r"[0-9]{4}")
_YEARMONTH = re.compile(r"[0-9]{4}-(?:0[1-9]|1[0-2])")
_DURATION = re.compile(
    r"(-?)P(?=[0-9T])(?:([0-9]{1,18})Y)?(?:([0-9]{1,18})M)?(?:([0-9]{1,18})D)?"
    r"(?:T(?=[0-9])(?:([0-9]{1,18})H)?(?:([0-9]{1,18})M)?(?:([0-9]{1,18}(?:\.[0-9]{1,18})?)S)?)?"
)
# An address as RFC 5321 writes it without quotes, a URI as RFC 3986 does, a UUID as RFC 9562 does.
_ATOM = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
_EMAIL = re.compile(rf"{_ATOM}(?:\.{_ATOM})*@(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z][A-Za-z0-9-]+")
_URI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:(?:[A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})*")
_UUID = re.compile(r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")

FORMATS: Final[Mapping[str, frozenset[str]]] = {
    "string": frozenset(["default", "email", "uri", "uuid", "binary"]),
    "geopoint": frozenset(["default", "array", "object"]),
}
PATTERNED: Final = frozenset(["date", "time", "datetime"])  # types whose format may be a pattern of strptime


def read_text(text: str, column: Column) -> Any:
    """The value of a text that is not a missing one: str, int, Decimal, bool, date, time, datetime, tuple, list or dict.

    Raises ValueError, with a sentence for a person, where the text is no value of the column's type.
    """
    return _READERS[column.type](text, column)


def value_text(value: Any) -> str:
    """The canonical text of a value, the same for two values exactly where they are equal."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return _number_text(value)
    if isinstance(value, dt.date | dt.time):
        return str(comparable(value).isoformat())
    if isinstance(value, list | dict):
        return json.dumps(value, ensure_ascii=False, sort_keys=True, default=value_text)
    if isinstance(value, tuple):
        return ",".join(value_text(part) for part in value)
    return str(value)


def comparable(value: Any) -> Any:
    """A value that can be compared with every other one of its type: times of day and dates without a zone are UTC's."""
    if isinstance(value, dt.datetime):
        return _in_utc(value)
    if isinstance(value, dt.time):
        return _in_utc(dt.datetime.combine(dt.date(2000, 1, 2), value))
    return value


def _in_utc(value: dt.datetime) -> dt.datetime:
    if value.tzinfo is None:
        return value
    try:
        return value.astimezone(dt.UTC).replace(tzinfo=None)
    except OverflowError:  # in the first or the last hours of the calendar
        return value.replace(tzinfo=None)


def _number_text(value: Decimal) -> str:
    if not value.is_finite():
        return str(value)
    sign, digits, exponent = value.as_tuple()
    assert isinstance(exponent, int)
    plain = "".join(map(str, digits)).lstrip("0")
    exponent += len(plain) - len(plain := plain.rstrip("0"))
    if not plain:
        return "0"
    mark = "-" if sign else ""
    if abs(exponent) > _LARGEST_PLAIN_EXPONENT:
        return f"{mark}{plain}e{exponent}"
    if exponent >= 0:
        return mark + plain + "0" * exponent
    whole, part = plain[:exponent] or "0", plain[exponent:]
    return f"{mark}{whole}.{part.rjust(-exponent, '0')}"


def _refuse(text: str, what: str) -> NoReturn:
    raise ValueError(f"{text[:60]!r} is {what}")


def _digits(text: str, column: Column) -> str:
    """The text without what the column lets stand around and between the digits."""
    if not column.spelling.get("bareNumber", True):
        text = re.sub(r"\D*\Z", "", re.sub(r"\A[^\d.+-]*", "", text))
    return text.replace(column.spelling.get("groupChar") or "\0", "")


def _integer(text: str, column: Column) -> int:
    digits = _digits(text, column)
    if not _INTEGER.fullmatch(digits):
        _refuse(text, "not a whole number in the digits 0-9")
    if len(digits) > _LONGEST_NUMBER:
        _refuse(text, "too long for a number")
    return int(digits)


def _number(text: str, column: Column) -> Decimal:
    if text in _SPECIAL_NUMBERS:
        return Decimal(_SPECIAL_NUMBERS[text])
    digits, point = _digits(text, column), column.spelling.get("decimalChar", ".")
    if point != ".":
        digits = digits.replace(".", "?").replace(point, ".")
    if not _NUMBER.fullmatch(digits) or len(digits) > _LONGEST_NUMBER:
        _refuse(text, "not a number")
    return Decimal(digits)


def _boolean(text: str, column: Column) -> bool:
    trues = column.spelling.get("trueValues", TRUE_VALUES)
    falses = column.spelling.get("falseValues", FALSE_VALUES)
    if text not in trues and text not in falses:
        _refuse(text, f"neither {trues[0] if trues else 'true'} nor {falses[0] if falses else 'false'}")
    return text in trues


def _date(text: str, column: Column) -> dt.date:
    if column.format != "default":
        return _by_pattern(text, column).date()
    if not _DATE.fullmatch(text):
        _refuse(text, "not a date written YYYY-MM-DD")
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        _refuse(text, "not a day of the calendar")


def _datetime(text: str, column: Column) -> dt.datetime:
    if column.format != "default":
        return _by_pattern(text, column)
    try:
        return dt.datetime.fromisoformat(text) if _DATETIME.fullmatch(text) else _refuse(text, "")
    except ValueError:
        _refuse(text, "not a time written YYYY-MM-DDThh:mm:ss")


def _time(text: str, column: Column) -> dt.time:
    if column.format != "default":
        return _by_pattern(text, column).timetz()
    try:
        return dt.time.fromisoformat(text) if _TIME.fullmatch(text) else _refuse(text, "")
    except ValueError:
        _refuse(text, "not a time of day written hh:mm:ss")


def _by_pattern(text: str, column: Column) -> dt.datetime:
    try:
        return dt.datetime.strptime(text, column.format)  # noqa: DTZ007  # whether there is a zone is the schema's to say
    except (ValueError, OverflowError):
        _refuse(text, f"not written {column.format}")


def _year(text: str, _: Column) -> int:
    return int(text) if _YEAR.fullmatch(text) else _refuse(text, "not a year of four digits")


def _yearmonth(text: str, _: Column) -> str:
    return text if _YEARMONTH.fullmatch(text) else _refuse(text, "not a month written YYYY-MM")


def _duration(text: str, _: Column) -> tuple[int, Decimal]:
    """Months and seconds: how long a month is nobody can say."""
    match = _DURATION.fullmatch(text)
    if not match:
        _refuse(text, "not a duration such as P1Y2M3DT4H5M6S")
    sign = -1 if match[1] else 1
    years, months, days, hours, minutes = (int(part or 0) for part in match.groups()[1:6])
    seconds = Decimal(match[7] or 0) + ((days * 24 + hours) * 60 + minutes) * 60
    return sign * (years * 12 + months), sign * seconds


def _string(text: str, column: Column) -> str:
    if column.format == "email" and (len(text) > 320 or not _EMAIL.fullmatch(text)):
        _refuse(text, "not an email address")
    if column.format == "uri" and not _URI.fullmatch(text):
        _refuse(text, "not a URI with its scheme")
    if column.format == "uuid" and not _UUID.fullmatch(text):
        _refuse(text, "not a UUID")
    if column.format == "binary":
        try:
            base64.b64decode(text, validate=True)
        except (binascii.Error, ValueError):
            _refuse(text, "not base64")
    return text


def _json(text: str, kind: type, name: str) -> Any:
    try:
        value = json.loads(text, parse_constant=lambda word: _refuse(word, ""))
    except (ValueError, RecursionError):
        _refuse(text, f"not a JSON {name}")
    return value if isinstance(value, kind) else _refuse(text, f"not a JSON {name}")


def _array(text: str, _: Column) -> list[Any]:
    found: list[Any] = _json(text, list, "array")
    return found


def _object(text: str, _: Column) -> dict[str, Any]:
    found: dict[str, Any] = _json(text, dict, "object")
    return found


def _list(text: str, column: Column) -> list[Any]:
    item = Column(column.name, column.spelling.get("itemType", "string"))
    return [read_text(part, item) for part in text.split(column.spelling.get("delimiter", ","))]


def _geopoint(text: str, column: Column) -> tuple[Decimal, Decimal]:
    what = "not a point: a longitude from -180 to 180 and a latitude from -90 to 90"
    parts: list[Any]
    if column.format == "default":
        parts = [part.strip() for part in text.split(",")]
    elif column.format == "array":
        parts = _array(text, column)
    else:
        point = _object(text, column)
        parts = [point.get("lon"), point.get("lat")] if len(point) == 2 else []
    texts = [str(part) for part in parts if type(part) in (str, int, float)]
    if len(texts) != 2 or len(parts) != 2 or not all(_NUMBER.fullmatch(part) for part in texts):
        _refuse(text, what)
    longitude, latitude = (Decimal(part) for part in texts)
    return (longitude, latitude) if abs(longitude) <= 180 and abs(latitude) <= 90 else _refuse(text, what)


def _any(text: str, _: Column) -> str:
    return text


_READERS: Final[Mapping[str, Callable[[str, Column], Any]]] = {
    "string": _string,
    "integer": _integer,
    "number": _number,
    "boolean": _boolean,
    "date": _date,
    "datetime": _datetime,
    "time": _time,
    "year": _year,
    "yearmonth": _yearmonth,
    "duration": _duration,
    "list": _list,
    "array": _array,
    "object": _object,
    "geopoint": _geopoint,
    "any": _any,
}
TYPES: Final = tuple(_READERS)
