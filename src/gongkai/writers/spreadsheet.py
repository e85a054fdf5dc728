"""Rows → a workbook (工作簿): texts stay texts, values are numbers, and the same rows give the same bytes."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence

import msgspec
import openpyxl
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from gongkai.report import Value
from gongkai.writers.packages import without_time

_LONGEST_TEXT = 32_767


class Sheet(msgspec.Struct, frozen=True, kw_only=True):
    """A sheet: its name, the names and widths of its columns, and its rows. `wraps`: long texts take many lines."""

    name: str
    columns: Sequence[str]
    widths: Sequence[float]
    rows: Iterable[Sequence[Value | str | None]]
    wraps: bool = False


def workbook_of(sheets: Iterable[Sheet]) -> bytes:
    """Return a workbook: each sheet has its head in sight and a filter on every column."""
    book = openpyxl.Workbook(write_only=True)
    for sheet in sheets:
        _add(book.create_sheet(sheet.name), sheet)
    buffer = io.BytesIO()
    book.save(buffer)
    return without_time(buffer.getvalue())


def _add(page: WriteOnlyWorksheet, sheet: Sheet) -> None:
    rows = list(sheet.rows)
    page.freeze_panes = "A2"
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
    """Return a cell to be written; a text that begins like a formula is none."""
    if isinstance(value, str):
        cell = WriteOnlyCell(page, ILLEGAL_CHARACTERS_RE.sub("\ufffd", value)[:_LONGEST_TEXT])
        cell.data_type = "s"
    else:
        cell = WriteOnlyCell(page, value)
    if wraps:
        cell.alignment = Alignment(wrap_text=isinstance(value, str), vertical="top")
    return cell
