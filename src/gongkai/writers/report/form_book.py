"""A report as a workbook (表格文件): the form on one sheet that prints on A4, and the same as data behind it."""

from __future__ import annotations

import io
from collections.abc import Iterable

import openpyxl
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from gongkai.layout import page
from gongkai.layout.blocks import UNITS, Grid, Manuscript
from gongkai.layout.packages import without_time
from gongkai.terms import marks
from gongkai.writers import words
from gongkai.writers.report.form_cells import UNIT, FormCells
from gongkai.writers.report.long_book import long_sheet
from gongkai.writers.report.long_form import Reports
from gongkai.writers.spreadsheet import Sheet, add_sheet, storable

_INCH = 25.4
_A4 = 9
# Columns are as wide as so many digits of the book's own font, which must be one that every machine has.
_FONT, _FONT_SIZE = "Arial", 10
_DIGIT = 5.25
_NUMBER = "— &P —"


def form_book(manuscript: Manuscript, reports: Reports) -> bytes:
    """Return a workbook: what people read and fill in, then the long form of the reports it shows."""
    return form_before(manuscript, [long_sheet(reports)])


def form_before(manuscript: Manuscript, sheets: Iterable[Sheet]) -> bytes:
    """Return a workbook that begins with the form, and goes on with sheets of data."""
    book = openpyxl.Workbook()
    book.properties.title = storable(manuscript.title)
    book.properties.keywords = storable(", ".join(manuscript.keywords))
    book.properties.creator = words.AUTHOR
    # The library has no public name for the style that all cells begin with.
    book._named_styles["Normal"].font = Font(name=_FONT, size=_FONT_SIZE)  # noqa: SLF001  # see above
    sheet = book.active
    sheet.title = marks.FORM_SHEET
    _lay_out(sheet)
    form = FormCells(sheet)
    for block in manuscript.blocks:
        if isinstance(block, Grid):
            form.grid(block)
        else:
            form.line(block)
    for data in sheets:
        add_sheet(book, data)
        _on_its_side(book.worksheets[-1])
    buffer = io.BytesIO()
    book.save(buffer)
    return without_time(buffer.getvalue())


def _lay_out(sheet: Worksheet) -> None:
    """Make the sheet a page of an official document."""
    for number in range(1, UNITS + 1):
        sheet.column_dimensions[get_column_letter(number)].width = UNIT / _DIGIT
    sheet.sheet_view.showGridLines = False
    _as_wide_as_paper(sheet, "portrait")
    sheet.print_options.horizontalCentered = True
    margins = sheet.page_margins
    margins.top, margins.bottom = page.MARGIN_TOP / _INCH, page.MARGIN_BOTTOM / _INCH
    margins.left, margins.right = page.MARGIN_LEFT / _INCH, page.MARGIN_RIGHT / _INCH
    margins.footer = (page.MARGIN_BOTTOM - page.NUMBER_DROP) / _INCH / 2
    sheet.HeaderFooter.differentOddEven = True
    sheet.oddFooter.right.text = sheet.evenFooter.left.text = _NUMBER
    sheet.oddFooter.right.size = sheet.evenFooter.left.size = page.NUMBER_SIZE


def _on_its_side(sheet: Worksheet) -> None:
    """Let a sheet of data be printed, small as it is, with its head on every page."""
    _as_wide_as_paper(sheet, "landscape")
    sheet.print_title_rows = "1:1"


def _as_wide_as_paper(sheet: Worksheet, orientation: str) -> None:
    sheet.page_setup.paperSize, sheet.page_setup.orientation = _A4, orientation
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
