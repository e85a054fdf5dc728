"""Grid → the table of a Word document (Word 表格): merged cells, lines, and a head on every page."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from lxml import etree

from gongkai.layout import page
from gongkai.layout.blocks import UNITS, Box, Grid
from gongkai.layout.characters import in_xml
from gongkai.layout.setting import in_box, least_height, padding, stands_left, table_size
from gongkai.layout.word_styles import FORM_TABLE, GRID, TABLE, TABLE_LINE, WIDE_TABLE, size
from gongkai.layout.word_xml import element, paragraph, run, twips, twips_of

_UNBREAKABLE = re.compile(r"[!-~]+")
# How wide figures are, in their height, and a little room.
_FIGURE = 0.52
# In twentieths of a point: Word knows no higher row.
_HIGHEST = 31_680
_ROOM = page.TEXT_HEIGHT * page.POINTS - 2 * page.LINE_PITCH


class _Slot(NamedTuple):
    """What a row has at a column: a box that begins there, or one that reaches down from a row above."""

    box: Box
    column: int
    across: int
    goes_on: bool = False


class _Look(NamedTuple):
    """How a table is printed: its size and its figures'."""

    grid: Grid
    size: float
    figures: float


def table(grid: Grid) -> etree._Element:
    """Return a table as wide as the text; it stays on one page where it has room there."""
    rows = _rows(grid)
    look = _look(grid, rows)
    heights = _heights(look, rows)
    is_whole = sum(heights) <= _ROOM
    return element(
        "tbl",
        _properties(grid),
        element("tblGrid", *(element("gridCol", w=_wide(grid, at, 1)) for at in range(len(grid.widths)))),
        *(
            element(
                "tr",
                element("trPr", *_row_properties(height, is_head=number <= grid.head_rows)),
                *(_cell(look, slot, keep=number < len(rows) and (is_whole or _stands_over(row))) for slot in row),
            )
            for number, (row, height) in enumerate(zip(rows, heights, strict=True), 1)
        ),
    )


def _look(grid: Grid, rows: Sequence[Sequence[_Slot]]) -> _Look:
    """Return a table's look: the widest figure decides their size, but for giants."""
    usual = table_size(grid)
    sizes = (_fitting(grid, slot, usual) for row in rows for slot in row if _is_figure(slot))
    return _Look(grid, usual, max(page.LEAST_SIZE, min(sizes, default=usual)))


def _row_properties(height: float, *, is_head: bool) -> list[etree._Element]:
    """Return what a row is: at least so high, and whole where it has room on a page."""
    whole = [element("cantSplit")] if height <= _ROOM else []
    least = element("trHeight", val=min(_HIGHEST, twips_of(height)), hRule="atLeast")
    return [*whole, least, *([element("tblHeader")] if is_head else [])]


def _stands_over(row: Sequence[_Slot]) -> bool:
    """Say whether a row is of heads, which would be left alone at a page's end."""
    return any(slot.box.scope in ("col", "colgroup") for slot in row)


def _properties(grid: Grid) -> etree._Element:
    return element(
        "tblPr",
        element("tblStyle", val=GRID),
        element("tblW", w=_wide(grid, 0, len(grid.widths)), type="dxa"),
        element("jc", val="center"),
        element("tblLayout", type="fixed"),
        _padding(grid) if grid.form else None,
        element("tblCaption", val=in_xml(grid.label)) if grid.label else None,
        element("tblDescription", val=in_xml(grid.label)) if grid.label else None,
    )


def _padding(grid: Grid) -> etree._Element:
    wide = twips_of(padding(grid))
    return element("tblCellMar", element("left", w=wide, type="dxa"), element("right", w=wide, type="dxa"))


def _cell(look: _Look, slot: _Slot, *, keep: bool) -> etree._Element:
    """Return a cell; an empty one has its paragraph's mark in the size that a figure would have."""
    box = slot.box
    points = _size(look, slot)
    is_smaller = points < look.size
    place = element(
        "pPr",
        element("pStyle", val=_style(look.grid)),
        element("keepNext") if keep else None,
        element("jc", val="left") if stands_left(look.grid, box.scope) else None,
        element("rPr", *size(points)) if is_smaller else None,
    )
    text = None if slot.goes_on else run(_wrapped(look, slot), *(size(points) if is_smaller else ()))
    return element(
        "tc",
        element(
            "tcPr",
            element("tcW", w=_wide(look.grid, slot.column, slot.across), type="dxa"),
            element("gridSpan", val=slot.across) if slot.across > 1 else None,
            element("vMerge", val="continue" if slot.goes_on else "restart") if box.down > 1 else None,
            element("vAlign", val="center"),
        ),
        paragraph(place, text),
    )


def _style(grid: Grid) -> str:
    if grid.form:
        return FORM_TABLE
    return WIDE_TABLE if table_size(grid) == page.WIDE_TABLE_SIZE else TABLE


def _wrapped(look: _Look, slot: _Slot) -> str:
    text = slot.box.text
    return in_box(slot.box.scope, text, is_wide=_ems(text) * look.size > _room(look.grid, slot))


def _rows(grid: Grid) -> list[list[_Slot]]:
    """Return every row with a slot at each of its columns; where no box stands, an empty one."""
    rows: list[list[_Slot]] = []
    reaching: dict[int, tuple[_Slot, int]] = {}
    for number, boxes in enumerate(grid.rows):
        row: list[_Slot] = []
        waiting = iter(boxes)
        column = 0
        while column < len(grid.widths):
            above, last = reaching.get(column, (None, -1))
            if above is not None and last >= number:
                slot = above._replace(goes_on=True)
            else:
                box = next(waiting, Box())
                slot = _Slot(box, column, min(box.across, _free(grid, reaching, column, number)))
                reaching[column] = slot, number + box.down - 1
            row.append(slot)
            column += slot.across
        rows.append(row)
    return rows


def _free(grid: Grid, reaching: dict[int, tuple[_Slot, int]], column: int, number: int) -> int:
    """Return how many columns of a row are free from one on."""
    taken = (at for at, (_, last) in reaching.items() if at > column and last >= number)
    return min(taken, default=len(grid.widths)) - column


def _heights(look: _Look, rows: Sequence[Sequence[_Slot]]) -> list[float]:
    """Return the least heights of rows, in points: the roomiest at which the table fits below a page's heading."""
    texts = [max((_text_height(look, slot) for slot in row), default=0) for row in rows]
    heights: list[float] = []
    for inset in page.INSETS:
        heights = [
            max(text + 2 * inset + page.RULE, least_height(look.grid, row)) for row, text in enumerate(texts)
        ]
        if sum(heights) <= _ROOM:
            break
    return heights


def _text_height(look: _Look, slot: _Slot) -> float:
    """Return how high a box's text is, in points; one that covers several rows has room in them."""
    if slot.box.down > 1:
        return TABLE_LINE * look.size
    lines = (_ems(line) * _size(look, slot) / _room(look.grid, slot) for line in slot.box.text.split("\n"))
    return TABLE_LINE * look.size * sum(max(1, math.ceil(line)) for line in lines)


def _ems(text: str) -> float:
    return sum(_FIGURE if character.isascii() else 1 for character in text)


def _size(look: _Look, slot: _Slot) -> float:
    """Return the size of a box's text, or of what will be typed into it."""
    if slot.box.scope or look.grid.form:
        return look.size
    return _fitting(look.grid, slot, look.figures if _is_figure(slot) else look.size)


def _is_figure(slot: _Slot) -> bool:
    """Say whether a box is a figure, or the empty place of one, and no remark."""
    return not slot.box.scope and slot.box.text.isascii()


def _fitting(grid: Grid, slot: _Slot, most: float) -> float:
    """Return the size, in half points and at most so much, at which no figure of a box is cut by its line's end."""
    longest = max((_ems(word) for word in _UNBREAKABLE.findall(slot.box.text)), default=0)
    if not longest:
        return most
    return min(most, max(1, math.floor(2 * _room(grid, slot) / longest) / 2))


def _room(grid: Grid, slot: _Slot) -> float:
    return _wide(grid, slot.column, slot.across) / 20 - 2 * padding(grid)


def _wide(grid: Grid, column: int, across: int) -> int:
    """Return the width of columns in twentieths of a point; those of all columns add up to the text's."""
    edges = [round(twips(page.TEXT_WIDTH) * units / UNITS) for units in accumulate(grid.widths, initial=0)]
    return edges[min(column + across, len(grid.widths))] - edges[column]
