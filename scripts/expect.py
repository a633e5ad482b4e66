"""Write how many rows the tables in data/ have into vocabulary/expected_rows.csv: from now on they are expected."""

from __future__ import annotations

import sys
from pathlib import Path

from summitry.errors import SummitryError
from summitry.expectations import write_expected_rows
from summitry.tables.package import read_package

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    """Count, write, and return the exit code."""
    try:
        tables = read_package(ROOT).tables()
        write_expected_rows(ROOT / "vocabulary", {name: table.num_rows for name, table in tables.items()})
    except SummitryError as error:
        print(error, file=sys.stderr)
        return error.exit_code
    return 0


if __name__ == "__main__":
    sys.exit(main())
