"""The layouts of spreadsheets (电子表格版式): the report on one sheet or on several."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from html import escape

import msgspec

from gongkai.report import CellKey
from gongkai.samples import sheet_words
from gongkai.samples.content import Block, Content, Paragraph, PrintedTable, Role, Spot
from gongkai.samples.grid import Row, rows
from gongkai.samples.ink import Ink, Rendered

# Columns of the widest table: what is hidden stands behind them.
_WIDEST = 15

Layout = Callable[[Content, random.Random], Rendered]


class SheetStyle(msgspec.Struct, frozen=True, kw_only=True):
    """How a workbook is filled. `apart`: each table has a sheet; `hidden`: with hidden rows, columns and a sheet.

    `as_text`: figures are texts; `left` and `top` say where on a sheet its first cell stands.
    """

    apart: bool = False
    hidden: bool = False
    as_text: bool = False
    left: int = 0
    top: int = 0


def xlsx_sheet(content: Content, rng: random.Random) -> Rendered:
    """Print everything on one sheet, with merged cells as the form has them."""
    return _print(content, SheetStyle(as_text=rng.random() < 0.3, left=rng.choice((0, 0, 1))), rng)


def xlsx_sheets(content: Content, rng: random.Random) -> Rendered:
    """Print the words on the first sheet and each table on one of its own."""
    return _print(content, SheetStyle(apart=True, top=rng.choice((0, 2))), rng)


def xlsx_hidden(content: Content, rng: random.Random) -> Rendered:
    """Print one sheet that hides rows and a column of other figures, beside a hidden sheet; sums are formulas."""
    return _print(content, SheetStyle(hidden=True, as_text=rng.random() < 0.3), rng)


def _print(content: Content, style: SheetStyle, rng: random.Random) -> Rendered:
    ink = Ink()
    book = _Book(ink, content, style, rng)
    blocks = content.blocks
    words = [block for block in blocks if isinstance(block, Paragraph)]
    tables = [block for block in blocks if isinstance(block, PrintedTable)]
    groups: list[Sequence[Block]] = [words, *([table] for table in tables)] if style.apart else [list(blocks)]
    for number, group in enumerate(groups):
        ink.gap(sheet_words.BREAK if number else "")
        book.sheet(group)
    return ink.dry(content, suffix="xlsx")


class _Book:
    """Prints sheets, keeping count of the row and of what is merged."""

    def __init__(self, ink: Ink, content: Content, style: SheetStyle, rng: random.Random) -> None:
        self.ink, self.content, self.style, self.rng = ink, content, style, rng
        self.row = 0
        self.merged: list[str] = []

    def sheet(self, blocks: Sequence[Block]) -> None:
        self.row, self.merged = self.style.top, []
        hidden_column = self.style.left + _WIDEST
        self.ink.gap(sheet_words.start(hidden_column if self.style.hidden else None))
        before: Paragraph | None = None
        for block in blocks:
            if isinstance(block, PrintedTable):
                self._close(before)
                before = None
                self._table(block, hidden_column)
            else:
                self._paragraph(block, before)
                before = block
        self._close(before)
        self.ink.gap(sheet_words.end(self.merged))

    def _paragraph(self, block: Paragraph, before: Paragraph | None) -> None:
        if before is None or not before.runs_on:
            self._close(before)
            self.row += 1
            self.ink.gap(f'<row r="{self.row}">{sheet_words.text_cell(self.row, self.style.left)}')
        self.ink.put(escape(block.text, quote=False), block.role)

    def _close(self, before: Paragraph | None) -> None:
        if before is not None:
            self.ink.gap("</t></is></c></row>")

    def _table(self, table: PrintedTable, hidden_column: int) -> None:
        self.row += 1
        for row in rows(table, cut=True):
            if row.breaks or row.is_furniture:
                self.row += 1
            self.row += 1
            self.ink.gap(f'<row r="{self.row}">')
            if row.is_furniture:
                self._text(row.spots[0].text, Role.FURNITURE, self.style.left)
            else:
                self._cells(row)
            if self.style.hidden and row.row:
                self.ink.gap(sheet_words.number_cell(self.row, hidden_column, str(self.rng.randint(0, 99))))
            self.ink.gap("</row>")
            if self.style.hidden and row.row and self.rng.random() < 0.1:
                self.row += 1
                cells = (sheet_words.number_cell(self.row, self.style.left + n, "7") for n in range(1, 9))
                self.ink.gap(f'<row r="{self.row}" hidden="1">{"".join(cells)}</row>')
        self.row += 1

    def _cells(self, row: Row) -> None:
        for at, spot in enumerate(row.columns):
            if spot is None:
                continue
            column = self.style.left + at
            if spot.across > 1 or spot.down > 1:
                self.merged.append(sheet_words.span(self.row, column, spot.down, spot.across))
            if spot.key is None:
                self._text("\n".join(spot.parts), spot.role, column, row)
            else:
                self._value(spot, spot.key, row, column)

    def _text(self, text: str, role: Role, column: int, row: Row | None = None, spot: Spot | None = None) -> None:
        self.ink.gap(sheet_words.text_cell(self.row, column))
        self.ink.put(escape(text, quote=False), role, spot.key if spot else None, row.row if row else None)
        self.ink.gap("</t></is></c>")

    def _value(self, spot: Spot, key: CellKey, row: Row, column: int) -> None:
        text = self.content.shown[key].text
        if self.style.as_text or not sheet_words.is_number(text):
            if text:
                self._text(text, spot.role, column, row, spot)
            return
        formula = "<f>SUM(A1:A2)</f>" if self.style.hidden and key[2] == "total" else ""
        self.ink.gap(sheet_words.number_start(self.row, column, formula))
        self.ink.put(text, spot.role, key, row.row)
        self.ink.gap("</v></c>")


SHEET_LAYOUTS: dict[str, Layout] = {layout.__name__: layout for layout in (xlsx_sheet, xlsx_sheets, xlsx_hidden)}
