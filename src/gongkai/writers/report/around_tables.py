"""Which prose of a section stands before its table and which behind it (表前表后)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from gongkai.report import AnnualReport, BlockPlace, PagePlace, Paragraph, Place, Section, SheetPlace, TextPlace
from gongkai.writers import words


def around_table(report: AnnualReport, section: Section) -> tuple[tuple[Paragraph, ...], tuple[Paragraph, ...]]:
    """Return a section's paragraphs before its table, and those behind it: notes, where no place tells."""
    key = str(section.number)
    table = next((cell.place for cell in report.cells if cell.table == key and cell.place), None)
    split = _gap(section) if table else None
    if split is None and table:
        split = sum(_is_before(one.place, table) for one in section.paragraphs)
    elif split is None:
        notes = (n for n, one in enumerate(section.paragraphs) if one.text.startswith(words.NOTES))
        split = next(notes, len(section.paragraphs))
    return section.paragraphs[:split], section.paragraphs[split:]


def _is_before(place: Place | None, table: Place | None) -> bool:
    """Say whether a paragraph stands before a table: so does one whose place does not tell."""
    if isinstance(place, TextPlace) and isinstance(table, TextPlace):
        return (place.line, place.start) < (table.line, table.start)
    if isinstance(place, BlockPlace) and isinstance(table, BlockPlace):
        return place.block < table.block
    if isinstance(place, SheetPlace) and isinstance(table, SheetPlace) and place.sheet == table.sheet:
        return place.row < table.row
    if isinstance(place, PagePlace) and isinstance(table, PagePlace):
        return (place.page, place.top) < (table.page, table.top)
    return True


def _gap(section: Section) -> int | None:
    """Return before which paragraph the first block is that is none: a table is counted among the blocks."""
    blocks = _blocks([section.heading_place, *(one.place for one in section.paragraphs)])
    return next((n for n, (one, other) in enumerate(pairwise(blocks)) if other > one + 1), None)


def _blocks(places: Sequence[Place | None]) -> list[int]:
    found = [place.block for place in places if isinstance(place, BlockPlace)]
    return found if len(found) == len(places) else []
