from __future__ import annotations

import math
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summitry.tables.cells import INTEGER_RANGE, Value, cell_text, parse_cell

VALUES = {
    "string": st.text(min_size=1),
    "integer": st.integers(INTEGER_RANGE.start, INTEGER_RANGE.stop - 1),
    "number": st.floats(allow_nan=False, allow_infinity=False).filter(
        lambda value: math.copysign(1, value) > 0 or value != 0
    ),
    "boolean": st.booleans(),
    "date": st.dates(),
}


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        ("القمة", "القمة"),
        (17_000_000_000, "17000000000"),
        (-5, "-5"),
        (True, "true"),
        (False, "false"),
        (45.0, "45"),
        (0.1, "0.1"),
        (1e21, "1000000000000000000000"),
        (-0.0, "0"),
        (date(2025, 11, 7), "2025-11-07"),
        (date(987, 1, 2), "0987-01-02"),
    ],
)
def test_a_value_has_one_text(value: Value, text: str) -> None:
    assert cell_text(value) == text


@pytest.mark.parametrize("type_", VALUES)
def test_a_text_is_read_back_as_its_value(type_: str) -> None:
    @given(VALUES[type_])
    def holds(value: Value) -> None:
        again = parse_cell(cell_text(value), type_)
        assert (again, type(again)) == (value, type(value))

    holds()


@pytest.mark.parametrize("type_", VALUES)
def test_a_text_is_either_refused_or_the_text_of_its_value(type_: str) -> None:
    @given(st.text("0123456789-+._eE٣ truefalsTRUE", max_size=12) | st.text())
    def holds(text: str) -> None:
        try:
            value = parse_cell(text, type_)
        except ValueError:
            return
        assert cell_text(value) == text

    holds()


@pytest.mark.parametrize(
    ("type_", "text"),
    [
        *(
            ("integer", text)
            for text in (
                "+10",
                "1_0",
                "007",
                "-0",
                "1.0",
                "1e3",
                " 1",
                "٣",
                "３",
                "0x1",
                "9223372036854775808",
                "9" * 5000,
            )
        ),
        *(
            ("number", text)
            for text in ("1.0", "1.50", ".5", "5.", "+1", "1e3", "NaN", "inf", "1_0", "٣.٥", " 1", "-0")
        ),
        *(("boolean", text) for text in ("TRUE", "True", "1", "0", "yes", " true", "False")),
        *(
            ("date", text)
            for text in (
                "2025-1-7",
                "2025-02-30",
                "07/11/2025",
                "20251107",
                "2025-11-07T00:00",
                "٢٠٢٥-١١-٠٧",
                "2025-W45-5",
            )
        ),
    ],
)
def test_a_second_spelling_of_a_value_is_refused(type_: str, text: str) -> None:
    with pytest.raises(ValueError, match="is"):
        parse_cell(text, type_)


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf])
def test_what_is_no_number_has_no_text(value: float) -> None:
    with pytest.raises(ValueError, match="no text"):
        cell_text(value)
