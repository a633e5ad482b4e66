"""Where the contract, the vocabulary and the data are: inside the installed wheel, or in a checkout of the repository.

Both have the same layout below one folder: datapackage.json, data/, schemas/, vocabulary/.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from summitry.errors import PackageError

_HERE = Path(__file__).resolve().parent


@cache
def home() -> Path:
    """The folder that holds datapackage.json, data/, schemas/ and vocabulary/.

    Raises PackageError where neither the wheel's copy nor a checkout surrounds this module.
    """
    shipped, checkout = _HERE / "_package", _HERE.parent.parent
    for folder in (shipped, checkout):
        if (folder / "schemas").is_dir():
            return folder
    raise PackageError(
        "the table schemas are missing.",
        where=str(_HERE),
        mend="Install summitry from its wheel, or run it from a complete checkout of the repository.",
    )


def schemas_folder() -> Path:
    """The folder of the table schemas, `<table>.json`."""
    return home() / "schemas"


def vocabulary_folder() -> Path:
    """The folder of the vocabulary's CSV files."""
    return home() / "vocabulary"


def vocabulary_schemas_folder() -> Path:
    """The folder of the vocabulary's own schemas, one per file of the vocabulary."""
    return schemas_folder() / "vocabulary"
