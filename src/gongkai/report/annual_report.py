"""The annual report on disclosure work (政府信息公开工作年度报告) as a frozen value."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

import msgspec

from gongkai.report.cells import Cell
from gongkai.report.editions import EDITIONS, Edition
from gongkai.report.places import Place
from gongkai.report.prose import CLOSING, PREFACE, Paragraph, Passage


class Scope(StrEnum):
    """Whose work the report counts: one organ's own, or a government's with all below it."""

    OWN = "own"
    CONSOLIDATED = "consolidated"
    UNKNOWN = "unknown"


class Section(msgspec.Struct, frozen=True):
    """One of the six sections: its heading as printed (None where it is not found) and its prose.

    `place` is that of the whole section, tables and all; `heading_place` that of its heading alone.
    """

    number: int
    heading: str | None
    paragraphs: tuple[Paragraph, ...] = ()
    place: Place | None = None
    heading_place: Place | None = None


class Leftover(msgspec.Struct, frozen=True):
    """Text inside a table that belongs to no cell. `reason` is a stable English word."""

    text: str
    reason: str
    place: Place | None = None


class Damage(msgspec.Struct, frozen=True):
    """What a scrape did to the text: the kind of damage, the text seen, and its repair where it is proved."""

    kind: str
    text: str
    place: Place | None = None
    repaired: str | None = None


class AnnualReport(msgspec.Struct, frozen=True, kw_only=True):
    """A report as read, written by an office, or consolidated.

    `organ` is the organ's name as printed; `unit` the unit that signs or issues it, where another is printed.
    `edition` is "2019" or "2021". `cells` are all cells of the edition, in the order of the form.
    `preface` is what stands before the first heading, page head and title with it; `closing` what follows the
    last section: signature, date, page foot.
    """

    organ: str | None
    unit: str | None = None
    year: int | None
    edition: str
    scope: Scope = Scope.UNKNOWN
    preface: tuple[Paragraph, ...] = ()
    sections: tuple[Section, ...] = ()
    closing: tuple[Paragraph, ...] = ()
    cells: tuple[Cell, ...]
    leftovers: tuple[Leftover, ...] = ()
    damage: tuple[Damage, ...] = ()

    def __repr__(self) -> str:
        return f"<AnnualReport {self.organ!r} {self.year} edition {self.edition}>"

    @property
    def form(self) -> Edition:
        return EDITIONS[self.edition]

    def cell(self, table: str, row: str, column: str) -> Cell:
        """Return one cell by its key; KeyError where the edition has no such cell."""
        return self.cells[self.form.positions[table, row, column]]

    def passages(self) -> Iterator[Passage]:
        """Yield all prose in reading order: what stands before, headings and paragraphs, what follows."""
        yield from _numbered(PREFACE, self.preface)
        for section in self.sections:
            if section.heading is not None:
                yield Passage(str(section.number), 0, section.heading, section.heading_place)
            yield from _numbered(str(section.number), section.paragraphs)
        yield from _numbered(CLOSING, self.closing)

    def marked(self) -> Iterator[Cell]:
        """Yield every cell that is not a printed value read directly."""
        return (cell for cell in self.cells if cell.marked)


def _numbered(part: str, paragraphs: tuple[Paragraph, ...]) -> Iterator[Passage]:
    return (Passage(part, number, one.text, one.place) for number, one in enumerate(paragraphs, 1))
