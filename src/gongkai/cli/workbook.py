"""Reports in long form as a workbook of one sheet (工作簿)."""

from __future__ import annotations

from gongkai.cli import messages
from gongkai.cli.long_form import COLUMNS, Reports, rows_of
from gongkai.writers.spreadsheet import Sheet, workbook_of

_WIDTHS = (28, 28, 7, 8, 12, 6, 24, 14, 36, 18, 14, 12, 12, 9, 14, 20, 10)


def workbook(reports: Reports) -> bytes:
    """Return the cells of some reports as a workbook of one sheet."""
    sheet = Sheet(name=messages.CELLS_SHEET, columns=COLUMNS, widths=_WIDTHS, rows=list(rows_of(reports)))
    return workbook_of((sheet,))
