"""Table 4 of the annual report, counted from disputes (表四), with the reason for each.

Sources: 国办公开办函〔2021〕30号 and 国办公开办函〔2019〕60号 (rows and columns); 国办公开办函〔2016〕201号 (joint
defendants). Which disputes of which years count, and how often, are local conventions.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import msgspec

from gongkai.law.calendar.days import NATIONAL, Calendar
from gongkai.law.conventions import DEFAULT, Conventions, DisputeYear, JointDefendant
from gongkai.law.disputes import words
from gongkai.law.disputes.cases import AFTER, DIRECT, RECONSIDERATION, Case, cases_of
from gongkai.law.disputes.columns import Column
from gongkai.law.disputes.dispute import AnyDispute, OrganRole, Reconsideration
from gongkai.law.identifiers.dates import printed
from gongkai.law.steps import Step

TOTAL = "total"


class Counts(msgspec.Struct, frozen=True):
    """A row of table 4; its total cannot be anything but the sum."""

    upheld: int = 0
    corrected: int = 0
    other: int = 0
    pending: int = 0

    @property
    def total(self) -> int:
        return self.upheld + self.corrected + self.other + self.pending


class Table4(msgspec.Struct, frozen=True):
    """The three rows of table 4 (表四)."""

    reconsideration: Counts
    litigation_direct: Counts
    litigation_after: Counts

    @property
    def cells(self) -> dict[tuple[str, str], int]:
        """All fifteen figures by the keys of row and column."""
        rows = {RECONSIDERATION: self.reconsideration, DIRECT: self.litigation_direct, AFTER: self.litigation_after}
        return {(row, key): getattr(counts, key) for row, counts in rows.items() for key in (*Column, TOTAL)}


class Counting(msgspec.Struct, frozen=True):
    """Where a dispute is counted in the table of a year, by row and column, and why; nowhere, where it is not."""

    cells: tuple[tuple[str, Column], ...]
    steps: tuple[Step, ...]


def table_4(
    disputes: Iterable[AnyDispute],
    year: int,
    conventions: Conventions = DEFAULT,
    *,
    calendar: Calendar = NATIONAL,
) -> Table4:
    """Return table 4 of a year, as things are known to have stood on its last day."""
    found = Counter(
        cell for dispute in disputes for cell in counted(dispute, year, conventions, calendar=calendar).cells
    )

    def row(key: str) -> Counts:
        return Counts(**{column.value: found[key, column] for column in Column})

    return Table4(row(RECONSIDERATION), row(DIRECT), row(AFTER))


def counted(
    dispute: AnyDispute, year: int, conventions: Conventions = DEFAULT, *, calendar: Calendar = NATIONAL
) -> Counting:
    """Return where one dispute is counted in the table of a year, and why."""
    ours, steps = _is_ours(dispute, conventions)
    if not ours:
        return Counting((), steps)
    cells: list[tuple[str, Column]] = []
    for case in cases_of(dispute, conventions, calendar):
        counts, of_year = _of_year(case, year, conventions)
        steps += (of_year,)
        if counts:
            column, told = _column(case, year)
            cells.append((case.row, column))
            steps += (told,)
    return Counting(tuple(cells), steps)


def _is_ours(dispute: AnyDispute, conventions: Conventions) -> tuple[bool, tuple[Step, ...]]:
    """Tell whether this organ counts a dispute, with what is to be said of it."""
    if not dispute.about_disclosure:
        return False, (Step(words.NOT_DISCLOSURE),)
    if dispute.role is OrganRole.ORIGINAL_ORGAN:
        return True, ()
    if isinstance(dispute, Reconsideration):
        return False, (Step(words.IS_REVIEWER),)
    if dispute.joint:
        both = conventions.joint_defendant is JointDefendant.BOTH
        text = words.JOINT_BOTH if both else words.JOINT_ONLY_ORIGINAL
        return both, (Step(text, source=words.JOINT_SOURCE, convention="joint_defendant"),)
    counts = conventions.sole_defendant_counts
    text = words.SOLE_COUNTS if counts else words.SOLE_NOT
    return counts, (Step(text, source=words.SOLE_SOURCE, convention="sole_defendant_counts"),)


def _of_year(case: Case, year: int, conventions: Conventions) -> tuple[bool, Step]:
    counts, sentence = _why(case, year, conventions.dispute_year)
    text = sentence.format(
        what=case.name,
        filed=printed(case.filed_on),
        closed=printed(case.closed_on) if case.closed_on else "",
        year=year,
    )
    by_law = sentence in (words.FILED, words.NOT_YET)
    return counts, Step(text, case.filed_on, convention="" if by_law else "dispute_year")


def _why(case: Case, year: int, convention: DisputeYear) -> tuple[bool, str]:
    """Tell whether the table of a year counts a case, and the sentence that says why."""
    if case.filed_on.year >= year:
        new = case.filed_on.year == year
        return new, words.FILED if new else words.NOT_YET
    if convention is DisputeYear.FILED:
        return False, words.ONLY_FILED
    if case.closed_on is not None and case.closed_on.year < year:
        return False, words.CLOSED_BEFORE
    if convention is DisputeYear.FILED_OR_PENDING:
        return True, words.PENDING_BEFORE
    decided = case.closed_on is not None and case.closed_on.year == year
    return decided, words.DECIDED if decided else words.NOT_DECIDED


def _column(case: Case, year: int) -> tuple[Column, Step]:
    if case.step is not None and case.closed_on is not None and case.closed_on.year <= year:
        return case.column, case.step
    if case.closed_on is not None and case.decided_on is not None and case.decided_on.year <= year:
        text = words.NOT_EFFECTIVE.format(
            decided=printed(case.decided_on),
            effective=printed(case.closed_on),
            year=year,
            column=Column.PENDING.label,
        )
        return Column.PENDING, Step(text, case.closed_on, words.APPEAL_SOURCE)
    return Column.PENDING, Step(words.PENDING.format(year=year, column=Column.PENDING.label))
