"""Rows → a workbook (工作簿): texts stay texts, values are numbers, and the same rows give the same bytes."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from decimal import Decimal

import msgspec
import openpyxl
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from gongkai.layout.characters import in_xml
from gongkai.layout.packages import without_time
from gongkai.report import Value
from gongkai.report.long_table import in_full

LONGEST_TEXT = 32_767
_DIGITS = 15


class Sheet(msgspec.Struct, frozen=True, kw_only=True):
    """A sheet: its name, the names and widths of its columns, and its rows.

    `wraps`: long texts take many lines. What stands above and to the left of `moving` stays in sight.
    """

    name: str
    columns: Sequence[str]
    widths: Sequence[float]
    rows: Iterable[Sequence[Value | str | None]]
    wraps: bool = False
    moving: str = "A2"


def workbook_of(sheets: Iterable[Sheet]) -> bytes:
    """Return a workbook: each sheet has its head in sight and a filter on every column."""
    book = openpyxl.Workbook(write_only=True)
    for sheet in sheets:
        add_sheet(book, sheet)
    buffer = io.BytesIO()
    book.save(buffer)
    return without_time(buffer.getvalue())


def fits(value: Value) -> bool:
    """Say whether a spreadsheet keeps all digits of a number."""
    return len(Decimal(value).normalize().as_tuple().digits) <= _DIGITS


def storable(text: str) -> str:
    """Return a text as far as a cell can hold it; characters that no workbook holds are shown as lost."""
    return in_xml(text)[:LONGEST_TEXT]


def add_sheet(book: openpyxl.Workbook, sheet: Sheet) -> None:
    """Put a sheet behind those that a workbook has."""
    page, rows = book.create_sheet(sheet.name), list(sheet.rows)
    page.freeze_panes = sheet.moving
    for number, width in enumerate(sheet.widths, 1):
        page.column_dimensions[get_column_letter(number)].width = width
    page.auto_filter.ref = f"A1:{get_column_letter(len(sheet.columns))}{len(rows) + 1}"
    page.append([_head(page, column) for column in sheet.columns])
    for row in rows:
        page.append([_written(page, value, wraps=sheet.wraps) for value in row])


def _head(page: WriteOnlyWorksheet, text: str) -> WriteOnlyCell:
    cell = _written(page, text)
    cell.font = Font(bold=True)
    return cell


def _written(page: WriteOnlyWorksheet, value: Value | str | None, *, wraps: bool = False) -> WriteOnlyCell:
    """Return a cell to be written; a text that begins like a formula is none, nor is a number cut short."""
    if isinstance(value, str) or not (value is None or fits(value)):
        cell = WriteOnlyCell(page, storable(value if isinstance(value, str) else in_full(value)))
        cell.data_type = "s"
    else:
        cell = WriteOnlyCell(page, value)
    if wraps:
        cell.alignment = Alignment(wrap_text=isinstance(value, str), vertical="top")
    return cell
