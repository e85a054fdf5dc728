"""Lists given out as workbooks (XLSX)."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from django.http import HttpResponse
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from gongkai.writers.spreadsheet import storable
from gongkai_office.pages.downloads import attachment
from gongkai_office.pages.spreadsheets import XLSX, harmless, put

WIDEST = 60


class Sheet(NamedTuple):
    """A sheet: its title, the heads of its columns, and its rows as texts and numbers."""

    title: str
    heads: Sequence[str]
    rows: Iterable[Sequence[str | int]]


def workbook(*sheets: Sheet) -> bytes:
    """Return a workbook of sheets; a text is a text there, whatever it looks like, never a formula."""
    book = Workbook(write_only=True)
    book.properties.creator = None  # an author would be told of when the file is uploaded
    for sheet in sheets:
        page = book.create_sheet(sheet.title)
        rows = list(sheet.rows)
        page.freeze_panes = "A2"
        for place, head in enumerate(sheet.heads):
            longest = max((_width(str(row[place])) for row in rows[:500]), default=0)
            page.column_dimensions[get_column_letter(place + 1)].width = min(max(longest, _width(head)) + 3, WIDEST)
        page.append([_cell(page, head, bold=True) for head in sheet.heads])
        for row in rows:
            page.append([_cell(page, value) if isinstance(value, str) else value for value in row])
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def as_download(name: str, day: dt.date, *sheets: Sheet) -> HttpResponse:
    """Answer with a workbook to be saved under a name and a day."""
    return attachment(f"{name}-{day}.xlsx", workbook(*sheets), XLSX)


def _cell(page: object, text: str, *, bold: bool = False) -> WriteOnlyCell | str:
    """Return what goes into a cell; plain where that is enough, for a cell of its own costs much more."""
    if not bold and not text.startswith("#") and harmless(text) == text:  # "#N/A" would be an error, not a text
        return storable(text)
    cell = WriteOnlyCell(page)
    put(cell, text)
    if bold:
        cell.font = Font(bold=True)
    return cell


def _width(text: str) -> int:
    return sum(2 if ord(sign) > 0x2E80 else 1 for sign in text)
