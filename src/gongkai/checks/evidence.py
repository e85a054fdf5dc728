"""What the rules look at (检查依据): the report, what it is held against, and what can be said of both once."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from gongkai.checks.local_rules import NATIONWIDE, LocalRules
from gongkai.claims import Claim, Group, claims_of, groups_of
from gongkai.report import AnnualReport, CellKey, Passage, Quote, State, Value


class Evidence:
    """A report with what it may be held against.

    `last_year` is the organ's report of the year before, with those of organs merged into it behind it;
    `peers` are named reports of other organs. Both may be empty: then what needs them cannot be checked.
    `rules` are what the place lays down for itself.
    """

    def __init__(
        self,
        report: AnnualReport,
        last_year: tuple[AnnualReport, ...] = (),
        peers: tuple[tuple[str, AnnualReport], ...] = (),
        rules: LocalRules = NATIONWIDE,
    ) -> None:
        self.report = report
        self.last_year = last_year
        self.peers = peers
        self.rules = rules

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """All prose in reading order."""
        return tuple(self.report.passages())

    @cached_property
    def values(self) -> dict[CellKey, Value]:
        """The cells that print a value, however it was read."""
        return {
            cell.key: cell.value
            for cell in self.report.cells
            if cell.value is not None and cell.state is State.PRINTED
        }

    def total(self, cells: Iterable[CellKey]) -> Value | None:
        """Return the sum of some cells; None where one of them prints no value."""
        total: Value = 0
        for key in cells:
            if key not in self.values:
                return None
            total += self.values[key]
        return total

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """Every count that the prose makes."""
        return claims_of(self.report)

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """Every whole that the prose lists parts of."""
        return groups_of(self.report, self.claims)

    @cached_property
    def _by_address(self) -> dict[tuple[str, int], Passage]:
        return {(passage.part, passage.number): passage for passage in self.passages}

    def passage(self, quote: Quote) -> Passage:
        """Return the passage that a quote is taken from."""
        return self._by_address[quote.part, quote.number]
