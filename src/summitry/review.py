"""A person has the last word: the decisions of a review.json, applied to the claims of one article.

Rows go by the keys that the article alone gives them, as `summitry extract` prints them: what another article says
never changes what a decision means. All decisions are about the reading as the reader left it, so their order does not
matter, and one that does not match the reading is an error: it is wrong, or the reader has learnt and it can go.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from summitry.claims.model import Claim, Value
from summitry.decisions import Assertion, Decision, is_open, read_decisions
from summitry.reader import Reading
from summitry.rereading import supports
from summitry.tables.cells import cell_text
from summitry.tables.contract import ForeignKey, Origin, TableContract, load_contracts
from summitry.tables.keys import digest
from summitry.tables.unite import United, drafts_of, unite

_CAN_GO = "If the reading is right as it is, the decision can go: remove it."
_ADD_CELLS = (
    "Add the cells: what the article says with its quote, what is derived (a link, is_quotation) with its value alone."
)
_SHOWN_ROWS = 12

Row = tuple[str, str]  # a table, and the name or the key of one of its rows
CellName = tuple[str, str, str]  # a table, the name of one of its rows, and a column


def reviewed(reading: Reading, path: Path) -> Reading:
    """The reading after the decisions in the review.json at `path`; the same reading where there is no such file.

    Raises ReviewError, naming the file, the decision and what to do, where a decision cannot be applied.
    """
    if not path.exists():
        return reading
    contracts = load_contracts()
    decisions = read_decisions(path, reading.article.text, contracts)
    return replace(reading, claims=apply_decisions(reading, decisions, contracts))


def apply_decisions(
    reading: Reading, decisions: Sequence[Decision], contracts: Mapping[str, TableContract]
) -> tuple[Claim, ...]:
    """The claims of a reading after the decisions, whatever their order. Raises ReviewError as `reviewed` does."""
    review = _Review(reading, contracts, _rows(reading, reading.claims, contracts))
    for decision in decisions:
        review.take(decision)
    review.refuse_contradictions(decisions)
    for decision in decisions:
        review.put(decision)
    claims = tuple(claim for claim in reading.claims if not review.is_gone(claim)) + review.new_claims()
    _Outcome(reading, contracts, _rows(reading, claims, contracts), review).check(decisions)
    return claims


def _rows(reading: Reading, claims: Sequence[Claim], contracts: Mapping[str, TableContract]) -> dict[Row, United]:
    united = unite(drafts_of(reading.article, claims))
    return {(row.table, contracts[row.table].row_id(row.key)): row for row in united}


@dataclass
class _Review:
    """The decisions on their way into the claims: what goes, and what comes."""

    reading: Reading
    contracts: Mapping[str, TableContract]
    rows: Mapping[Row, United]
    gone_rows: dict[Row, list[Decision]] = field(default_factory=lambda: defaultdict(list))
    gone_cells: dict[CellName, Decision] = field(default_factory=dict)
    loose_links: set[CellName] = field(default_factory=set)  # to rows that are gone
    added: dict[Row, Decision] = field(default_factory=dict)
    claims: list[Claim] = field(default_factory=list)

    # --- what goes ------------------------------------------------------------------------------------------------

    def take(self, decision: Decision) -> None:
        """Find what a decision is about, and note the rows and cells that it removes or names."""
        if decision.action == "add":
            self._name(decision)
            return
        row = self._target(decision)
        if not decision.column:
            self._remove(row, decision)
            return
        self._refuse_listed(decision, decision.column, str(row.key.get("leader_id", "")))
        held = [draft.value(decision.column) for draft in row.drafts]
        if decision.action == "reject":
            self._refuse_rejecting(decision, held)
        elif {*held} == {decision.cells[0].value}:
            raise decision.error(
                f"the reader gives {decision.cells[0].value!r} for {decision.column} itself by now.",
                "The decision can go: remove it.",
            )
        for draft in row.drafts:
            other = self.gone_cells.setdefault((row.table, draft.row, decision.column), decision)
            if other is not decision:
                raise decision.error(
                    f"decision {other.number} is about the same cell.",
                    "Keep the one that is right, and remove the other.",
                )

    def _name(self, decision: Decision) -> None:
        """Give a row to add a name of its own: that in the file, or one made from what it says."""
        if (decision.table, decision.row) in self.rows:
            raise decision.error(
                f"{decision.row!r} is a row of {decision.table} that the reader claims.",
                "Amend its cells, or choose another name for the new row.",
            )
        other = self.added.setdefault((decision.table, _local_name(decision)), decision)
        if other is not decision:
            raise decision.error(
                f"decision {other.number} adds {'a row of the same name' if decision.row else 'the same row'}.",
                "Remove one of them, or name them differently.",
            )

    def _target(self, decision: Decision) -> United:
        row = self.rows.get((decision.table, decision.row))
        if row is None:
            raise decision.error(
                f"in this article the reader claims no row {decision.row!r} of {decision.table}.",
                f"{self._known(decision.table)} {_CAN_GO}",
            )
        return row

    def _known(self, table: str) -> str:
        keys = sorted(key for name, key in self.rows if name == table)
        more = f" and {len(keys) - _SHOWN_ROWS} more" if len(keys) > _SHOWN_ROWS else ""
        return (
            f"The rows that it claims are {', '.join(keys[:_SHOWN_ROWS])}{more}." if keys else "It claims none there."
        )

    def _refuse_rejecting(self, decision: Decision, held: Sequence[Value | None]) -> None:
        name = f"{decision.table}.{decision.column}"
        if all(value is None for value in held):
            raise decision.error(f"the reader claims nothing for {name} of {decision.row!r}.", _CAN_GO)
        if self.contracts[decision.table].field(decision.column).required:
            raise decision.error(
                f"{name} may not be empty.", "Amend it, or reject the row: leave column out of the decision."
            )

    def _refuse_listed(self, decision: Decision, column: str, leader_id: str) -> None:
        """What the vocabulary says about a person it knows is corrected there, for all articles."""
        field_ = self.contracts[decision.table].field(column)
        if field_.origin is Origin.VOCABULARY and leader_id in self.reading.document.vocabulary.people:
            raise decision.error(
                f"{decision.table}.{column} of {leader_id} comes from the vocabulary.",
                "Correct vocabulary/people.csv or vocabulary/terms.csv.",
            )

    def _remove(self, row: United, decision: Decision) -> None:
        """Remove a row, with the rows that cannot be without it and the links of those that can."""
        pending, seen = [row], set[tuple[str, tuple[Value, ...]]]()
        while pending:
            gone = pending.pop()
            name = (gone.table, tuple(gone.key.values()))
            if name in seen:
                continue
            seen.add(name)
            for draft in gone.drafts:
                self.gone_rows[gone.table, draft.row].append(decision)
            for other, link in self._referring(gone):
                column = link.fields[0]
                if self.contracts[other.table].field(column).required:
                    pending.append(other)
                else:
                    self.loose_links.update((other.table, draft.row, column) for draft in other.drafts)

    def _referring(self, target: United) -> Iterator[tuple[United, ForeignKey]]:
        key = tuple(target.key.values())
        for row in self.rows.values():
            for link in self.contracts[row.table].foreign_keys:
                if link.table == target.table and any((draft.value(link.fields[0]),) == key for draft in row.drafts):
                    yield row, link

    def refuse_contradictions(self, decisions: Sequence[Decision]) -> None:
        """No decision may be about a row that another one removes."""
        for decision in decisions:
            if decision.action == "add":
                continue
            for draft in self._target(decision).drafts:
                others = [other for other in self.gone_rows.get((decision.table, draft.row), ()) if other != decision]
                if others:
                    raise decision.error(
                        f"decision {others[0].number} removes this row already.", "Remove one of the two decisions."
                    )

    def is_gone(self, claim: Claim) -> bool:
        """Whether a claim of the reader is removed or replaced."""
        name = (claim.table, claim.row)
        cell = (*name, claim.column)
        return name in self.gone_rows or cell in self.gone_cells or cell in self.loose_links

    # --- what comes -----------------------------------------------------------------------------------------------

    def put(self, decision: Decision) -> None:
        """Add the claims that a decision makes."""
        if decision.action == "amend":
            row = self._target(decision)
            cells = decision.cells + self._precision(decision, row)
            for draft in row.drafts:
                self.claims += [self._claim(decision, draft.row, cell) for cell in cells]
        elif decision.action == "add":
            leader_id = str(next((cell.value for cell in decision.cells if cell.column == "leader_id"), ""))
            for cell in decision.cells:
                if decision.table == "leaders":
                    self._refuse_listed(decision, cell.column, leader_id)
            cells = (*decision.cells, *self._implied(decision, leader_id))
            self._refuse_incomplete(decision, {cell.column for cell in cells})
            self.claims += [self._claim(decision, _local_name(decision), cell) for cell in cells]

    def _precision(self, decision: Decision, row: United) -> tuple[Assertion, ...]:
        """A day that is amended brings its precision with it, unless that is decided too."""
        if (decision.table, decision.column) != ("summits", "held_on"):
            return ()
        names = [(row.table, draft.row, "held_on_precision") for draft in row.drafts]
        if any(name in self.gone_cells for name in names):
            return ()
        self.gone_cells.update(dict.fromkeys(names, decision))
        return (_precision_of(decision.cells[0]),)

    def _implied(self, decision: Decision, leader_id: str) -> Iterator[Assertion]:
        """What the given cells of a new row settle: how precise its day is, and the office of a person of the lists."""
        given = {cell.column: cell for cell in decision.cells}
        if decision.table == "summits" and "held_on" in given and "held_on_precision" not in given:
            yield _precision_of(given["held_on"])
        term = self.reading.document.vocabulary.term_on(leader_id, self.reading.document.today)
        if decision.table in ("leaders", "attendance") and term:
            if "office" not in given:
                yield Assertion("office", term.office)
            if decision.table == "leaders" and term.place_id:
                yield Assertion("place_id", term.place_id)

    def _refuse_incomplete(self, decision: Decision, columns: set[str]) -> None:
        contract = self.contracts[decision.table]
        wanted = [field_.name for field_ in contract.fields if field_.required and is_open(contract, field_)]
        missing = [name for name in wanted if name not in columns]
        if missing:
            raise decision.error(f"the new row of {decision.table} has no {', '.join(missing)}.", _ADD_CELLS)

    def _claim(self, decision: Decision, row: str, cell: Assertion) -> Claim:
        """The claim of one cell, with its link followed or its words read again."""
        value = self._linked(decision, cell)
        self._refuse_unlisted(decision, cell)
        if cell.start >= 0:
            self._refuse_unsupported(decision, cell)
        rule = f"review/{decision.action}"
        return Claim(decision.table, row, cell.column, value, cell.start, cell.end, rule, cell.reads_as)

    def _linked(self, decision: Decision, cell: Assertion) -> Value:
        """The value, or for a link to a summit or an agreement the name that the row has within this article."""
        link = _link(self.contracts[decision.table], cell.column)
        if link is None or link.table not in ("summits", "agreements"):
            return cell.value
        added = (link.table, f"{link.table}/review/{cell.value}")
        if added in self.added:
            return added[1]
        row = self.rows.get((link.table, str(cell.value)))
        if row is None or (link.table, row.drafts[0].row) in self.gone_rows:
            raise decision.error(
                f"{cell.column} links to {cell.value!r}, which is no row of {link.table}.",
                f"{self._known(link.table)} A row that another decision adds goes by the name in its property row.",
            )
        return row.drafts[0].row

    def _refuse_unlisted(self, decision: Decision, cell: Assertion) -> None:
        link = _link(self.contracts[decision.table], cell.column)
        if link is not None and link.table in ("places", "forums", "commodities"):
            known: Mapping[str, object] = getattr(self.reading.document.vocabulary, link.table)
            if cell.value not in known:
                raise decision.error(
                    f"{cell.column}: vocabulary/{link.table}.csv has no {cell.value!r}.",
                    "Use an id of that file, or add the entry to it.",
                )

    def _refuse_unsupported(self, decision: Decision, cell: Assertion) -> None:
        article = self.reading.article
        quote = cell.reads_as or article.text[cell.start : cell.end]
        value = cell_text(cell.value)
        day = article.published_on
        if not supports(decision.table, cell.column, value, quote, language=article.language, published_on=day):
            raise decision.error(
                f"read again, the words “{quote}” do not give {value!r} for {cell.column}.",
                "Quote the words that say so; or add their spelling to vocabulary/; or give, as reads_as, other words"
                " of the article's language that mean the same and that the reader knows.",
            )

    def new_claims(self) -> tuple[Claim, ...]:
        """The claims that come in, in an order that does not depend on that of the decisions."""
        return tuple(sorted(self.claims, key=lambda c: (c.table, c.row, c.column, c.start, str(c.value))))


@dataclass(frozen=True, slots=True)
class _Outcome:
    """The rows after the review, and whether they can stand beside one another."""

    reading: Reading
    contracts: Mapping[str, TableContract]
    rows: Mapping[Row, United]
    review: _Review

    def check(self, decisions: Sequence[Decision]) -> None:
        """Raise ReviewError where a new row is there already, or a row speaks of a leader who is no longer there."""
        for (_, key), row in self.rows.items():
            self._refuse_known(key, row)
            self._refuse_unknown_leader(key, row, decisions)

    def _refuse_known(self, key: str, row: United) -> None:
        names = sorted(draft.row for draft in row.drafts)
        added = [self.review.added[row.table, name] for name in names if (row.table, name) in self.review.added]
        if added and len(names) > 1:
            raise added[0].error(
                f"the row it adds, {key!r} of {row.table}, is there already.",
                f"Amend that row where it is wrong. {_CAN_GO}",
            )
        if added and row.table == "agreements" and self._has_twin(row):
            raise added[0].error("the reader finds the agreement that it adds itself by now.", _CAN_GO)

    def _has_twin(self, row: United) -> bool:
        told = self._terms(row)
        return any(
            other is not row and other.table == "agreements" and self._terms(other) == told
            for other in self.rows.values()
        )

    def _terms(self, row: United) -> tuple[object, ...]:
        """What tells one agreement from another."""
        key = row.key["agreement_id"]
        parts = {
            (other.table, *other.key.values())
            for other in self.rows.values()
            if other.table != "agreements" and other.key.get("agreement_id") == key
        }
        cells = tuple(row.drafts[0].value(name) for name in ("kind", "value_amount", "value_currency"))
        return (*cells, frozenset((table, value) for table, _, value in parts))

    def _refuse_unknown_leader(self, key: str, row: United, decisions: Sequence[Decision]) -> None:
        for link in self.contracts[row.table].foreign_keys:
            if link.table != "leaders":
                continue
            for draft in row.drafts:
                leader_id = draft.value(link.fields[0])
                if leader_id is None or ("leaders", str(leader_id)) in self.rows:
                    continue
                for decision in decisions:
                    if decision.row == leader_id or any(cell.value == leader_id for cell in decision.cells):
                        raise decision.error(
                            f"the row {key!r} of {row.table} speaks of {leader_id!r}, who is no row of leaders.",
                            "Add that leader in a decision of its own, or amend or reject the row.",
                        )


def _link(contract: TableContract, column: str) -> ForeignKey | None:
    return next((link for link in contract.foreign_keys if link.fields == (column,)), None)


def _precision_of(day: Assertion) -> Assertion:
    return Assertion("held_on_precision", {4: "year", 7: "month"}.get(len(str(day.value)), "day"))


def _local_name(decision: Decision) -> str:
    """What a new row is called within its article: by its own name, else by what it says."""
    cells = [(cell.column, cell.value, cell.start) for cell in decision.cells]
    return f"{decision.table}/review/{decision.row or digest(cells)}"
