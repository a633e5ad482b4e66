"""Every error that summitry raises on purpose: one family, one form.

A message says what is wrong, where, and what to do. The command line prints it and leaves with `exit_code`:
1 where the data falls short, 2 where the call is wrong. Code that calls the library catches `SummitryError`.
"""

from __future__ import annotations

from typing import ClassVar


class SummitryError(Exception):
    """What is wrong (`what`), where (`where`: a file, a line, a row, a column), and what to do about it (`mend`)."""

    exit_code: ClassVar[int] = 1

    def __init__(self, what: str, *, where: str = "", mend: str = "") -> None:
        super().__init__(what, where, mend)
        self.what = what
        self.where = where
        self.mend = mend

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        remedy = f" {self.mend}" if self.mend else ""
        return f"{place}{self.what}{remedy}"

    def __reduce__(self) -> tuple[object, ...]:
        # Keyword-only arguments do not survive the default pickling, and errors cross process borders on a cluster.
        return (_rebuild, (type(self), self.what, self.where, self.mend))


def _rebuild(kind: type[SummitryError], what: str, where: str, mend: str) -> SummitryError:
    return kind(what, where=where, mend=mend)


class CallError(SummitryError, ValueError):
    """The call itself is wrong: a file that is not there, an option that does not exist, a missing date."""

    exit_code = 2


class ArticleError(SummitryError):
    """An article cannot be read: it is empty, it is no text, its metadata contradicts it."""


class VocabularyError(SummitryError):
    """A vocabulary file breaks its schema, or two of its entries claim the same name."""


class ContractError(SummitryError):
    """A table schema is not one that this package can enforce."""


class TableError(SummitryError):
    """Rows, or a CSV or Parquet file, are not what the contract of their table says."""


class PackageError(SummitryError):
    """A data package as a whole is unsound: a missing file, a wrong checksum, a path that leads out of it."""


class ReviewError(SummitryError):
    """A review.json holds a decision that cannot be applied."""


class ReleaseError(SummitryError):
    """A release cannot be made, or does not verify."""


class UnknownNameError(SummitryError, LookupError):
    """A table, row or column was asked for that the dataset does not have."""

    exit_code = 2
