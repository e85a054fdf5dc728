"""Reports in long form, as CSV or a workbook: one line a cell (长表)."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence

import openpyxl
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from gongkai.cli import messages
from gongkai.report import AnnualReport, Cell, Value

Reports = Sequence[tuple[str, AnnualReport]]

COLUMNS = (
    *("source", "organ", "year", "edition", "scope"),
    *("table", "row", "column", "row_label", "column_label"),
    *("text", "value", "state", "method", "place", "candidates", "repair"),
)
_WIDTHS = (28, 28, 7, 8, 12, 6, 24, 14, 36, 18, 14, 12, 12, 9, 14, 20, 10)
# What a spreadsheet would run as a formula; a signed number is none.
_FORMULA = re.compile(r"[=@\t\r]|[-+](?![\d.,]+[ %\u4e00-\u9fff]{0,4}$)")


def csv_text(reports: Reports) -> str:
    """Return the cells of some reports as CSV with a head line. A blank is empty, never 0."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(COLUMNS)
    for row in _rows(reports):
        writer.writerow(
            [_safe(value) if isinstance(value, str) else "" if value is None else value for value in row]
        )
    return buffer.getvalue()


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
    for row in _rows(reports):
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


def _rows(reports: Reports) -> Iterator[tuple[Value | str | None, ...]]:
    for source, report in reports:
        labels = {
            (t.key, r.key, c.key): (r.label, c.label) for t in report.form.tables for r in t.rows for c in r.columns
        }
        head = (source, report.organ or "", report.year, report.edition, report.scope.value)
        for cell in report.cells:
            yield (*head, *cell.key, *labels[cell.key], *_values(cell))


def _values(cell: Cell) -> tuple[Value | str | None, ...]:
    candidates = "|".join("" if value is None else str(value) for value in cell.candidates)
    repair = cell.repair.value if cell.repair else None
    return cell.text, cell.value, cell.state.value, cell.method.value, str(cell.place or ""), candidates, repair


def _safe(text: str) -> str:
    # Some readers of CSV end a line at a lone carriage return, even inside quotes.
    text = text.replace("\r", " ")
    return "'" + text if _FORMULA.match(text) else text
