"""Sheets → Document (工作表): blocks of filled rows are tables, single cells are lines; what is hidden is told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from gongkai.readers.documents.document import Aside, Document, Grid, GridCell, Line, trimmed
from gongkai.readers.documents.workbook import Sheet, Span
from gongkai.report import SheetPlace
from gongkai.report.long_table import is_head

_HIDDEN_SHEET, _HIDDEN_ROW, _HIDDEN_COLUMN = "hidden sheet", "hidden row", "hidden column"
_EXCERPT = 60


def document_of_sheets(sheets: Sequence[Sheet]) -> Document:
    """Return the document of a workbook. Hidden sheets are read only where no other holds a table.

    A sheet of data beside others, as this program writes it, says again what they say.
    """
    sheets = [sheet for sheet in sheets if not _is_data(sheet)] or sheets
    shown = [sheet for sheet in sheets if sheet.visible]
    blocks = [block for sheet in shown for block in _blocks(sheet)]
    aside = [note for sheet in shown for note in _hidden(sheet)]
    others = [sheet for sheet in sheets if not sheet.visible and sheet.cells]
    if not any(isinstance(block, Grid) for block in blocks):
        blocks += [block for sheet in others for block in _blocks(sheet)]
    aside += [_aside(sheet, sorted(sheet.cells), _HIDDEN_SHEET) for sheet in others]
    return Document("sheets", tuple(blocks), aside=tuple(aside))


def _is_data(sheet: Sheet) -> bool:
    return is_head(text for (row, _), text in sheet.cells.items() if row == 0)


def _blocks(sheet: Sheet) -> Iterator[Line | Grid]:
    shown = {
        (row, column)
        for row, column in sheet.cells
        if row not in sheet.hidden_rows and column not in sheet.hidden_columns
    }
    spans = {(span[0], span[1]): span for span in sheet.merged}
    for first, last in _runs(sorted({row for row, _ in shown})):
        cells = [place for place in shown if first <= place[0] <= last]
        filled = [sum(row == number for row, _ in cells) for number in range(first, last + 1)]
        if max(filled) > 1:
            yield _grid(sheet, cells, (first, last), spans)
        else:
            for row, column in sorted(cells):
                place = SheetPlace(sheet.name, row + 1, column + 1)
                yield from (Line(text, place) for text in trimmed(sheet.cells[row, column].splitlines()))


def _runs(rows: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Yield the first and last of each run of numbers without a gap."""
    for _, run in groupby(enumerate(rows), key=lambda pair: pair[1] - pair[0]):
        numbers = [row for _, row in run]
        yield numbers[0], numbers[-1]


def _grid(
    sheet: Sheet, filled: Sequence[tuple[int, int]], rows: tuple[int, int], spans: dict[tuple[int, int], Span]
) -> Grid:
    left = min(column for _, column in filled)
    right = max(spans.get(place, (0, 0, 0, place[1]))[3] for place in filled)
    covered: set[tuple[int, int]] = set()
    found = []
    for row in range(rows[0], rows[1] + 1):
        if row in sheet.hidden_rows:
            continue
        cells = []
        for column in range(left, right + 1):
            if (row, column) in covered or column in sheet.hidden_columns:
                continue
            _, _, bottom, end = spans.get((row, column), (row, column, row, column))
            bottom, end = min(bottom, rows[1]), min(end, right)
            covered.update((r, c) for r in range(row, bottom + 1) for c in range(column, end + 1))
            text = " ".join(sheet.cells.get((row, column), "").split())
            place = SheetPlace(sheet.name, row + 1, column + 1)
            high, wide = bottom - row + 1, end - column + 1
            cells.append(GridCell(text, row - rows[0], column - left, high, wide, place))
        found.append(tuple(cells))
    return Grid(tuple(found))


def _hidden(sheet: Sheet) -> Iterator[Aside]:
    """Yield a note for each hidden row and column that holds anything."""
    for row in sorted(sheet.hidden_rows & {row for row, _ in sheet.cells}):
        yield _aside(sheet, sorted(place for place in sheet.cells if place[0] == row), _HIDDEN_ROW)
    for column in sorted(sheet.hidden_columns & {column for _, column in sheet.cells}):
        yield _aside(sheet, sorted(place for place in sheet.cells if place[1] == column), _HIDDEN_COLUMN)


def _aside(sheet: Sheet, places: Sequence[tuple[int, int]], reason: str) -> Aside:
    text = " ".join(sheet.cells[place] for place in places)[:_EXCERPT]
    row, column = places[0]
    return Aside(text, reason, SheetPlace(sheet.name, row + 1, column + 1))
