"""Versions of the data, and the step from one to the next that a difference calls for.

The rule is that of the Data Package recipe "Data Package Version" (https://datapackage.org/recipes/data-package-version/):
the step is computed from the difference and never chosen.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from summitry.errors import CallError

_VERSION: Final = re.compile(r"(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)")


class Step(IntEnum):
    """How much a version promises to have changed; the larger step contains the smaller ones."""

    NONE = 0  # the same to every user
    PATCH = 1  # corrected values and descriptions
    MINOR = 2  # new rows or tables, a loosened constraint: what worked goes on working
    MAJOR = 3  # a column or an id that somebody may rely on is gone or means something else

    @property
    def label(self) -> str:
        """The step as a person reads it: none, PATCH, MINOR, MAJOR."""
        return self.name if self else "none"


@dataclass(frozen=True, slots=True, order=True)
class Version:
    """MAJOR.MINOR.PATCH."""

    major: int
    minor: int
    patch: int

    @classmethod
    def parse(cls, text: str) -> Version:
        """The version that a text such as 1.4.0 or v1.4.0 names. Raises CallError for anything else."""
        match = _VERSION.fullmatch(text.removeprefix("v"))
        if match is None:
            raise CallError(f"{text!r} is no version.", mend="Write it as MAJOR.MINOR.PATCH, such as 1.4.0.")
        return cls(*(int(part) for part in match.groups()))

    def __str__(self) -> str:
        return f"{self.major}.{self.minor}.{self.patch}"

    def after(self, step: Step) -> Version:
        """The next version that takes the step."""
        match step:
            case Step.MAJOR:
                return Version(self.major + 1, 0, 0)
            case Step.MINOR:
                return Version(self.major, self.minor + 1, 0)
            case Step.PATCH:
                return Version(self.major, self.minor, self.patch + 1)
            case Step.NONE:
                return self

    def step_from(self, earlier: Version) -> Step:
        """The step that this version promises to a user of the earlier one. Raises CallError where it is not later."""
        if self <= earlier:
            raise CallError(f"version {self} does not come after {earlier}.", mend="Name a later one.")
        if self.major > earlier.major:
            return Step.MAJOR
        return Step.MINOR if self.minor > earlier.minor else Step.PATCH


FIRST_RELEASE: Final = Version(1, 0, 0)
