"""Reports in long form as a workbook of one sheet (工作簿)."""

from __future__ import annotations

import io

import openpyxl
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from gongkai.cli import messages
from gongkai.cli.long_form import COLUMNS, Reports, rows_of
from gongkai.report import Value

_WIDTHS = (28, 28, 7, 8, 12, 6, 24, 14, 36, 18, 14, 12, 12, 9, 14, 20, 10)


def workbook(reports: Reports) -> bytes:
    """Return the cells of some reports as a workbook of one sheet: texts stay texts, and values are numbers."""
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet(messages.CELLS_SHEET)
    sheet.freeze_panes = "A2"
    for number, width in enumerate(_WIDTHS, 1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    count = sum(len(report.cells) for _, report in reports)
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(COLUMNS))}{count + 1}"
    sheet.append([_written(sheet, column) for column in COLUMNS])
    for row in rows_of(reports):
        sheet.append([_written(sheet, value) for value in row])
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _written(sheet: WriteOnlyWorksheet, value: Value | str | None) -> WriteOnlyCell:
    """Return a cell to be written; a text that begins like a formula is none."""
    if not isinstance(value, str):
        return WriteOnlyCell(sheet, value)
    cell = WriteOnlyCell(sheet, ILLEGAL_CHARACTERS_RE.sub("\ufffd", value))
    cell.data_type = "s"
    return cell
