"""Tables as pandas DataFrames whose columns keep their types: what a researcher and the checks of pandera work on."""

from __future__ import annotations

from typing import Any, Final

import pandas as pd
import pyarrow as pa

from summitry.tables.arrow import ARROW_TYPES
from summitry.tables.contract import Field, TableContract

# Nullable types of pandas for the types of Table Schema: an empty cell never turns a number into a float or a truth
# into an object.
PANDAS_TYPES: Final[dict[str, Any]] = {
    "string": pd.StringDtype("pyarrow"),
    "integer": pd.Int64Dtype(),
    "number": pd.Float64Dtype(),
    "boolean": pd.BooleanDtype(),
    "date": "datetime64[s]",
}

_FROM_ARROW: Final = {ARROW_TYPES[name]: dtype for name, dtype in PANDAS_TYPES.items() if name != "date"}


def frame_from_table(table: pa.Table, contract: TableContract) -> pd.DataFrame:
    """The table as a DataFrame with nullable types; dates are datetime64[s].

    The texts of the contract are in `.attrs`: of the table under title and description (and title_ar,
    description_ar), of its columns under `columns`, by name, with their origin.
    """
    frame: pd.DataFrame = table.to_pandas(types_mapper=_FROM_ARROW.get, date_as_object=False, ignore_metadata=True)
    dates = {field.name: PANDAS_TYPES["date"] for field in contract.fields if field.type == "date"}
    frame = frame.astype(dates)
    frame.attrs = {
        "name": contract.name,
        "title": contract.title,
        "title_ar": contract.title_ar,
        "description": contract.description,
        "description_ar": contract.description_ar,
        "columns": {field.name: _column_texts(field) for field in contract.fields},
    }
    return frame


def _column_texts(field: Field) -> dict[str, str]:
    return {
        "title": field.title,
        "title_ar": field.title_ar,
        "description": field.description,
        "description_ar": field.description_ar,
        "origin": str(field.origin),
    }
