"""A consolidated report with all it was made of (汇总结果): addends, every file and organ with its part, notes."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

import msgspec

from gongkai.report.annual_report import AnnualReport, Scope
from gongkai.report.cells import Cell, CellKey


class Status(StrEnum):
    """What part a file, or an organ without one, has in a consolidated report.

    taken: it counts. Left out as they should be: vertical, an organ led from above; excluded, the list says so;
    contained, the list says whose report contains it; total, the region's own consolidated report. Left out and to
    be looked at: missing, no report at hand; duplicate, the same figures again; differing, the same report with
    other figures, which makes ranges; overlapping, the organ lies in one whose consolidated report counts;
    wrong_year; other_edition, on the form of other years; other_scope, the report of the same organ whose scope is
    not wanted; not_listed; several_names, the name fits several of the list; no_organ; no_year.
    """

    TAKEN = "taken"
    VERTICAL = "vertical"
    EXCLUDED = "excluded"
    CONTAINED = "contained"
    TOTAL = "total"
    MISSING = "missing"
    DUPLICATE = "duplicate"
    DIFFERING = "differing"
    OVERLAPPING = "overlapping"
    WRONG_YEAR = "wrong_year"
    OTHER_EDITION = "other_edition"
    OTHER_SCOPE = "other_scope"
    NOT_LISTED = "not_listed"
    SEVERAL_NAMES = "several_names"
    NO_ORGAN = "no_organ"
    NO_YEAR = "no_year"


# Notes on what may be counted twice, which a person must settle.
DOUBTS = frozenset(("perhaps_one", "own_and_office", "perhaps_inside", "same_figures"))
AS_IT_SHOULD_BE = frozenset((Status.TAKEN, Status.VERTICAL, Status.EXCLUDED, Status.CONTAINED, Status.TOTAL))


class Member(msgspec.Struct, frozen=True, kw_only=True):
    """A file, or an organ that has none, and its part.

    `organ` is the name on the list, or as printed. `report` is what the file says. `beside` is the file, or the
    organ, that it is held against; `count` how many cells differ from it.
    """

    status: Status
    organ: str | None
    source: str | None = None
    scope: Scope = Scope.UNKNOWN
    report: AnnualReport | None = None
    beside: str | None = None
    count: int = 0


class Addend(msgspec.Struct, frozen=True, kw_only=True):
    """A child whose figures count: its files (several where they differ), and its report as it counts.

    `scope` is what the report is taken for. Where files differ, the cells they differ in are open.
    """

    organ: str
    sources: tuple[str, ...]
    scope: Scope
    report: AnnualReport


class Note(msgspec.Struct, frozen=True, kw_only=True):
    """What a reader must know of a consolidation, by a stable code, with the files and organs it speaks of.

    no_list: nothing can be missing. no_addends: nothing counts. blank_is_zero: the convention was asked for.
    scope_taken: files do not say whose work they count, and are taken for `scope`. wider_scope: only a
    consolidated report of an organ whose own was wanted, taken. name_taken: files taken for the organ of a
    longer or shorter name. perhaps_one: two organs that may be one. own_and_office: the government's own report
    and its office's both count. perhaps_inside: townships that do not say of which county they are, beside
    reports of whole counties. same_figures: organs with the same figures in every cell. vertical_taken: an
    organ led from above that the list takes in. vertical_rule: organs led from above are left out by rule.
    repaired: printed values with a repair beside them, which count as printed. not_direct: figures recognised
    in pictures, or reached in another way than by reading them. open_cells: `count` cells are no sure figure.
    other_unit: amounts in another unit were turned into the form's. unused_columns: heads of the list that say
    nothing to us. not_read: files that could not be read, as whoever read the files may add. organ_taken: the
    region's name was told by its organs. other_region: the organs' names tell of another region than the one
    that is asked for.
    """

    code: str
    sources: tuple[str, ...] = ()
    organs: tuple[str, ...] = ()
    scope: Scope = Scope.UNKNOWN
    count: int = 0


class Consolidation(msgspec.Struct, frozen=True, kw_only=True):
    """The region's report as the sum of its organs', and where every figure comes from."""

    report: AnnualReport
    addends: tuple[Addend, ...]
    members: tuple[Member, ...]
    notes: tuple[Note, ...] = ()
    blank_is_zero: bool = False

    def addends_of(self, key: CellKey) -> Iterator[tuple[Addend, Cell]]:
        """Yield each child with what its report says for a cell."""
        return ((addend, addend.report.cell(*key)) for addend in self.addends)

    def of_status(self, *statuses: Status) -> tuple[Member, ...]:
        """Return the members of some statuses."""
        return tuple(member for member in self.members if member.status in statuses)

    @property
    def complete(self) -> bool:
        """Whether every child is there once, and nothing is left to look at."""
        if any(note.code in DOUBTS for note in self.notes):
            return False
        return bool(self.addends) and all(member.status in AS_IT_SHOULD_BE for member in self.members)
