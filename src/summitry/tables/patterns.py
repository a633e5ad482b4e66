r"""Which regular expressions a schema may use: those that mean the same everywhere and that cannot be slow.

A pattern of Table Schema must match the whole cell. It is read by Python (frictionless, pandas), by RE2 (Arrow,
duckdb) and by databases, so only what they all understand alike is allowed: literals, classes, groups, alternation in
a group, repetition. `\d` and `\w` are refused because Python lets them match digits and letters of every script and
RE2 does not.

A backtracking engine is slow exactly when it can match one text in many ways. So a pattern must be unambiguous: its
position automaton (Glushkov, 1961) may have no two runs over the same text. Then the number of runs over any prefix
is at most the number of positions, and matching takes linear time (Book, Even, Greibach and Ott 1971, on ambiguity in
graphs and expressions; Weber and Seidl 1991, on degrees of ambiguity).
"""

from __future__ import annotations

import importlib
import re
import warnings
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import product
from typing import Any, TypeAlias

_MAXIMUM_LENGTH = 500
_MAXIMUM_POSITIONS = 250
_MAXIMUM_COUNT = 1000  # RE2 refuses a higher one
_MAXIMUM_COPIES = 16  # a longer counted repetition is taken as an unbounded one, which has at least as many runs
_MAXIMUM_STEPS = 200_000  # of the search for ambiguity, so that a hostile schema cannot hold up its own refusal
_END_OF_UNICODE = 0x110000

Ranges: TypeAlias = tuple[tuple[int, int], ...]  # half-open, of code points
_Pair: TypeAlias = tuple[int, int]  # of positions

# The standard library's own parser has no public name; hypothesis and others rely on it too.
_parser: Any = importlib.import_module("re._parser")

_REFUSED = {
    "AT": "it has an anchor (^, $, \\b); a pattern always matches the whole cell, so leave the anchor out",
    "ASSERT": "it looks ahead or behind, which not every engine can do",
    "ASSERT_NOT": "it looks ahead or behind, which not every engine can do",
    "GROUPREF": "it refers back to a group, which not every engine can do",
    "GROUPREF_EXISTS": "it refers back to a group, which not every engine can do",
    "ATOMIC_GROUP": "it has an atomic group, which not every engine knows",
    "POSSESSIVE_REPEAT": "it has a possessive repetition, which not every engine knows",
    "CATEGORY": "it has a shorthand such as \\d, \\w or \\s, which means other characters in other engines; "
    "write the class out, as in [0-9]",
}


class _RefusedPatternError(Exception):
    """Carries the reason out of the walk through the expression."""


@lru_cache(maxsize=1024)
def refusal(pattern: str) -> str | None:
    """Why the pattern may not be used in a schema, as the end of a sentence, or None where it may."""
    if len(pattern) > _MAXIMUM_LENGTH:
        return f"it is longer than {_MAXIMUM_LENGTH} characters"
    try:
        tree = _parse(pattern)
        if str(_parse(f"^{pattern}$")[0][0]) != "AT":
            return (
                "its alternatives stand outside a group, and some engines then anchor only the outer ones; write (a|b)"
            )
        automaton = _Automaton()
        ambiguous = automaton.has_two_runs(automaton.sequence(tree))
    except _RefusedPatternError as reason:
        return str(reason)
    except RecursionError:
        return "it is nested too deeply"
    if ambiguous:
        return (
            "it can match the same text in two ways, which makes matching slow; let one part end before the next begins"
        )
    return None


def _parse(pattern: str) -> Any:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            return _parser.parse(pattern)
    except (re.error, Warning, OverflowError, RecursionError) as cause:
        raise _RefusedPatternError(f"it is not a regular expression: {cause}") from cause


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of the expression: whether it matches the empty text, and the positions where it can begin and end."""

    nullable: bool
    first: tuple[int, ...]
    last: tuple[int, ...]


_EMPTY = _Part(True, (), ())


@dataclass(slots=True)
class _Automaton:
    """The positions of an expression, what each of them matches, and which can follow which."""

    atoms: list[Ranges] = field(default_factory=list)
    follow: list[list[int]] = field(default_factory=list)

    def sequence(self, items: Iterable[tuple[Any, Any]]) -> _Part:
        whole = _EMPTY
        for operation, argument in items:
            whole = self._concatenation(whole, self._part(str(operation), argument))
        return whole

    def _part(self, operation: str, argument: Any) -> _Part:
        if operation in _REFUSED:
            raise _RefusedPatternError(_REFUSED[operation])
        if operation in ("MAX_REPEAT", "MIN_REPEAT"):
            return self._repetition(*argument)
        if operation == "SUBPATTERN":
            _, added, removed, items = argument
            if added or removed:
                raise _RefusedPatternError("it sets a flag inside the pattern, which not every engine knows")
            return self.sequence(items)
        if operation == "BRANCH":
            return self._alternation([self.sequence(branch) for branch in argument[1]])
        return self._position(_ranges(operation, argument))

    def _position(self, ranges: Ranges) -> _Part:
        if len(self.atoms) >= _MAXIMUM_POSITIONS:
            raise _RefusedPatternError("it is too large; a shorter pattern says as much")
        self.atoms.append(ranges)
        self.follow.append([])
        here = (len(self.atoms) - 1,)
        return _Part(False, here, here)

    def _concatenation(self, left: _Part, right: _Part) -> _Part:
        self._connect(left.last, right.first)
        first = left.first + right.first if left.nullable else left.first
        last = left.last + right.last if right.nullable else right.last
        return _Part(left.nullable and right.nullable, first, last)

    def _alternation(self, branches: Sequence[_Part]) -> _Part:
        if sum(branch.nullable for branch in branches) > 1:
            raise _RefusedPatternError("two of its alternatives match the empty text")
        first = tuple(position for branch in branches for position in branch.first)
        last = tuple(position for branch in branches for position in branch.last)
        return _Part(any(branch.nullable for branch in branches), first, last)

    def _repetition(self, low: int, high: Any, items: Any) -> _Part:
        if high is not _parser.MAXREPEAT and high > _MAXIMUM_COUNT:
            raise _RefusedPatternError(f"it counts to more than {_MAXIMUM_COUNT}; use maxLength")
        unbounded = high is _parser.MAXREPEAT or high > _MAXIMUM_COPIES
        if unbounded and low > _MAXIMUM_COPIES:
            low = 1
        whole = _EMPTY
        for _ in range(low):
            whole = self._concatenation(whole, self._repeated(items))
        tail = self._loop(items) if unbounded else self._optional(items, high - low)
        return self._concatenation(whole, tail)

    def _repeated(self, items: Any) -> _Part:
        part = self.sequence(items)
        if part.nullable:
            raise _RefusedPatternError("it repeats a part that can match the empty text")
        return part

    def _loop(self, items: Any) -> _Part:
        part = self._repeated(items)
        self._connect(part.last, part.first)
        return _Part(True, part.first, part.last)

    def _optional(self, items: Any, times: int) -> _Part:
        if times <= 0:
            return _EMPTY
        part = self._concatenation(self._repeated(items), self._optional(items, times - 1))
        return _Part(True, part.first, part.last)

    def _connect(self, before: Iterable[int], after: Sequence[int]) -> None:
        for position in before:
            self.follow[position].extend(after)

    def has_two_runs(self, whole: _Part) -> bool:
        """Whether some text can be matched in two ways, by search in the product of the automaton with itself."""
        reached, before = self._reachable_pairs(whole)
        useful = [pair for pair in reached if pair[0] in whole.last and pair[1] in whole.last]
        seen = set(useful)
        while useful:
            pair = useful.pop()
            if pair[0] != pair[1]:
                return True
            fresh = [earlier for earlier in before.get(pair, ()) if earlier not in seen]
            seen.update(fresh)
            useful.extend(fresh)
        return False

    def _reachable_pairs(self, whole: _Part) -> tuple[set[_Pair], dict[_Pair, list[_Pair]]]:
        """The pairs of positions that two runs over one text can be at together, and which pairs lead to each."""
        reached = {(p, q) for p in whole.first for q in whole.first if self._meet(p, q)}
        waiting, steps = list(reached), 0
        before: dict[_Pair, list[_Pair]] = {}
        while waiting:
            pair = waiting.pop()
            steps += len(self.follow[pair[0]]) * len(self.follow[pair[1]])
            if steps > _MAXIMUM_STEPS:
                raise _RefusedPatternError("it has too many parts that can follow one another")
            for p, q in product(self.follow[pair[0]], self.follow[pair[1]]):
                if not self._meet(p, q):
                    continue
                before.setdefault((p, q), []).append(pair)
                if (p, q) not in reached:
                    reached.add((p, q))
                    waiting.append((p, q))
        return reached, before

    def _meet(self, p: int, q: int) -> bool:
        return p == q or any(a < d and c < b for a, b in self.atoms[p] for c, d in self.atoms[q])


def _ranges(operation: str, argument: Any) -> Ranges:
    """The code points that one position matches."""
    if operation == "LITERAL":
        return ((argument, argument + 1),)
    if operation == "NOT_LITERAL":
        return _complement(((argument, argument + 1),))
    if operation == "ANY":
        return _complement(((ord("\n"), ord("\n") + 1),))
    if operation != "IN":
        raise _RefusedPatternError(f"it uses {operation}, which not every engine knows")
    negated = str(argument[0][0]) == "NEGATE"
    ranges: list[tuple[int, int]] = []
    for kind, value in argument[1:] if negated else argument:
        if str(kind) in _REFUSED:
            raise _RefusedPatternError(_REFUSED[str(kind)])
        low, high = value if str(kind) == "RANGE" else (value, value)
        ranges.append((low, high + 1))
    return _complement(ranges) if negated else tuple(ranges)


def _complement(ranges: Iterable[tuple[int, int]]) -> Ranges:
    gaps, position = [], 0
    for low, high in sorted(ranges):
        if low > position:
            gaps.append((position, low))
        position = max(position, high)
    if position < _END_OF_UNICODE:
        gaps.append((position, _END_OF_UNICODE))
    return tuple(gaps)
