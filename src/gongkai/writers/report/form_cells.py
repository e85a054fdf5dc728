"""Lines and tables → merged cells of one sheet (表格版面), each row as high as its text needs."""

from __future__ import annotations

import math
from collections.abc import Iterator
from decimal import Decimal
from itertools import accumulate
from typing import NamedTuple

from openpyxl.cell.cell import Cell
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.worksheet import Worksheet

from gongkai.layout import page
from gongkai.layout.blocks import UNITS, Box, Grid, Line, Style
from gongkai.layout.fonts import Role, official
from gongkai.writers import words
from gongkai.writers.spreadsheet import LONGEST_TEXT, fits, storable

# A little less than the paper allows: some programs take a digit for wider than others.
UNIT = 0.935 * page.TEXT_WIDTH * page.POINTS / UNITS
# How much higher than its type a line is, in the font that needs most.
_PITCH, _TABLE_PITCH = 1.45, 1.4
# 四号: a row that does not fit on a page leaves the more of it empty, the larger the type.
_BODY_SIZE = 14
# What stays free at the sides of a cell, and above and below its text, in points.
_SIDES, _ABOVE = 6, 3
_SPARE = 1.02
# How far an indented text stands from its border.
_STEP = 9
_PAGE = page.TEXT_HEIGHT * page.POINTS
# A paragraph of so few lines leads to the table below it.
_SHORT = 50
# No row is higher.
_HIGHEST = 400
_GAP = 6
# What is longer is words, and not shrunk to one line.
_LONGEST_FIGURE = 16
# Signs that take the width of a Chinese character begin here.
_WIDE = "\u2e80"
_WIDE_TOO = "\u2018\u2019\u201c\u201d\u2014\u2026\u3000"
_INDENT = "\u3000" * page.INDENT

_THIN = Side(style="thin")
_BORDER = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)


class _Type(NamedTuple):
    """How a line is set: its font, size and pitch, where it stands, and what comes before it."""

    role: Role
    size: float
    pitch: float
    at: str
    before: str = ""
    indent: int = 0
    bold: bool = False
    least: float = 0

    def of(self, text: str) -> tuple[float, int]:
        """Return the size and the number of lines of a text; a title that is a little too long is set smaller."""
        wide = UNITS * UNIT - _SIDES - self.indent * self.size
        size = self.size
        if self.least and self.least <= wide / _ems(text) < size:
            size = math.floor(wide / _ems(text))
        return size, _lines(text, wide / size)


_TYPES = {
    Style.TITLE: _Type(Role.TITLE, page.TITLE_SIZE, page.TITLE_PITCH, "center", bold=True, least=18),
    Style.HEADING: _Type(Role.HEADING, _BODY_SIZE, page.LINE_PITCH, "left", _INDENT),
    Style.BODY: _Type(Role.BODY, _BODY_SIZE, _PITCH * _BODY_SIZE, "left", _INDENT),
    Style.RIGHT: _Type(Role.BODY, _BODY_SIZE, page.LINE_PITCH, "right", indent=page.SIGNATURE_INDENT),
    Style.ASIDE: _Type(Role.BODY, page.ASIDE_SIZE, page.ASIDE_PITCH, "left"),
    Style.ADDRESSEE: _Type(Role.BODY, _BODY_SIZE, _PITCH * _BODY_SIZE, "left"),
}


class FormCells:
    """Fills a sheet from above, block by block."""

    def __init__(self, sheet: Worksheet) -> None:
        self._sheet, self._row = sheet, 1
        # How much of the page is full, and how much of that began with a heading that wants company.
        self._full, self._held, self._held_from = 0.0, 0.0, 0

    def line(self, line: Line) -> None:
        """Set a paragraph over the whole width; a very long one takes several rows."""
        kind = _TYPES[line.style]
        text = line.text
        longest = LONGEST_TEXT - len(kind.before)
        for start in range(0, max(1, len(text)), longest):
            part = storable(text[start : start + longest])
            size, lines = kind.of(kind.before + part)
            high = lines * kind.pitch + _ABOVE
            rows = math.ceil(high / _HIGHEST)
            self._make_room(high, holds=line.style is Style.HEADING)
            cell = self._merged((self._row, 1), rows, UNITS)
            _put(cell, kind.before + part)
            if line.lead and not start:
                cell.value = _with_lead(kind.before, part, line.lead, kind)
            cell.font = Font(name=official(kind.role), size=size, bold=kind.bold)
            upright = "top" if lines > 1 else "center"
            cell.alignment = Alignment(horizontal=kind.at, vertical=upright, wrap_text=True, indent=kind.indent)
            for row in range(self._row, self._row + rows):
                self._sheet.row_dimensions[row].height = high / rows
            self._row += rows

    def grid(self, grid: Grid) -> None:
        """Set a table between two empty rows, without which its neighbours would belong to it."""
        edges = [0, *accumulate(grid.widths)]
        placed = list(_placed(grid))
        heights = [_GAP, *_heights(placed, edges, len(grid.rows)), _GAP]
        self._make_room(sum(heights))
        for row, high in enumerate(heights, self._row):
            self._sheet.row_dimensions[row].height = high
        first = self._row + 1
        for row, column, box in placed:
            left, right = edges[column], edges[column + box.across]
            # What is merged takes the border of its first cell.
            cell = self._sheet.cell(first + row, left + 1)
            cell.border = _BORDER
            self._merged((first + row, left + 1), box.down, right - left)
            _fill(cell, box, (right - left) * UNIT)
        self._row += len(heights)

    def _make_room(self, high: float, *, holds: bool = False) -> None:
        """Begin a new page before what does not fit, with the heading above it where that fits, too."""
        if self._full + high > _PAGE >= high:
            with_heading = self._held if self._held + high <= _PAGE else 0
            first = self._held_from if with_heading else self._row
            self._sheet.row_breaks.append(Break(id=first - 1))
            self._full = with_heading
        # What is higher than a page goes on over several.
        self._full = (self._full + high) % _PAGE if high > _PAGE else self._full + high
        if holds:
            self._held, self._held_from = high, self._row
        elif self._held:
            self._held = self._held + high if high < _SHORT else 0

    def _merged(self, place: tuple[int, int], down: int, across: int) -> Cell:
        row, column = place
        if down > 1 or across > 1:
            last = (row + down - 1, column + across - 1)
            self._sheet.merge_cells(start_row=row, start_column=column, end_row=last[0], end_column=last[1])
        return self._sheet.cell(row, column)


def _put(cell: Cell, text: str) -> None:
    """Put a text into a cell; one that begins like a formula is none."""
    cell.value = text
    cell.data_type = "s"


def _with_lead(before: str, text: str, lead: int, kind: _Type) -> CellRichText:
    """Return a paragraph whose first words are set as a heading of the second level."""
    first = InlineFont(rFont=official(Role.SUBHEADING), sz=kind.size)
    rest = InlineFont(rFont=official(kind.role), sz=kind.size)
    blocks = [TextBlock(first, before + text[:lead])]
    if text[lead:]:
        blocks.append(TextBlock(rest, text[lead:]))
    return CellRichText(*blocks)


def _fill(cell: Cell, box: Box, width: float) -> None:
    """Put a box's figure or words into its cell; a figure is a number where a spreadsheet keeps all its digits."""
    figure = box.value is not None and fits(box.value)
    if figure:
        cell.value, cell.number_format = box.value, _format(box.value)
    elif box.text:
        _put(cell, storable(box.text))
    is_label = bool(box.scope) or len(box.text) > _LONGEST_FIGURE
    cell.font = Font(name=official(Role.TABLE), size=page.TABLE_SIZE)
    is_row = box.scope == "row"
    has_room = _ems(box.text) * page.TABLE_SIZE + _STEP + _SIDES < width
    cell.alignment = Alignment(
        horizontal="left" if is_row else "center",
        vertical="center",
        indent=1 if is_row and has_room else 0,
        wrap_text=is_label,
        shrink_to_fit=not is_label,
    )
    if box.note:
        cell.comment = Comment(storable(box.note), words.AUTHOR)


def _format(value: int | Decimal | None) -> str:
    exponent = Decimal(value or 0).normalize().as_tuple().exponent
    places = -exponent if isinstance(exponent, int) else 0
    return f"0.{'0' * places}" if places > 0 else "0"


def _placed(grid: Grid) -> Iterator[tuple[int, int, Box]]:
    """Yield each box with its row and column, which boxes from above push to the right."""
    taken: set[tuple[int, int]] = set()
    for row, boxes in enumerate(grid.rows):
        column = 0
        for box in boxes:
            while (row, column) in taken:
                column += 1
            taken.update((row + down, column + across) for down in range(box.down) for across in range(box.across))
            yield row, column, box
            column += box.across


def _heights(placed: list[tuple[int, int, Box]], edges: list[int], rows: int) -> list[float]:
    """Return how high each row of a table is; boxes over several rows stretch the last of them."""
    heights = [_height("", UNIT)] * rows
    for row, column, box in sorted(placed, key=lambda one: one[2].down):
        if box.scope or len(box.text) > _LONGEST_FIGURE:
            width = (edges[column + box.across] - edges[column]) * UNIT
            lacking = _height(box.text, width) - sum(heights[row : row + box.down])
            heights[row + box.down - 1] += max(0, lacking)
    return heights


def _height(text: str, width: float) -> float:
    """Return how high a text in a table's box is, with what stays free around it."""
    lines = _lines(text, (width - _SIDES) / page.TABLE_SIZE)
    return lines * page.TABLE_SIZE * _TABLE_PITCH + _ABOVE


def _lines(text: str, wide: float) -> int:
    """Return how many lines a text takes of a width in characters; nearly full lines count as full."""
    return sum(max(1, math.ceil(_ems(line) * _SPARE / max(1.0, wide))) for line in text.split("\n"))


def _ems(text: str) -> float:
    return sum(1.0 if char >= _WIDE or char in _WIDE_TOO else 0.5 for char in text)
