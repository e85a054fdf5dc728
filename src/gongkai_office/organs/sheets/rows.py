"""A file's bytes → rows of cells, whatever they say: of a workbook (XLSX), or of a text of commas (CSV)."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Callable, Sequence

from gongkai.errors import UnreadableInput
from gongkai.readers.documents.charset import decode
from gongkai.readers.documents.package import Package
from gongkai.readers.documents.workbook import loaded
from gongkai_office.organs.errors import BrokenBook, BrokenText, NoTable
from gongkai_office.pages.spreadsheets import unarmed

MAX_PART = 64 * 1024 * 1024
_PACKAGE = b"PK\x03\x04"
_DELIMITERS = (",", "\t", ";")
_MIDNIGHT = dt.time()

Row = Sequence[object]


def sheets_of(data: bytes, *, rows: int, columns: int, is_head: Callable[[str], bool] = bool) -> list[list[Row]]:
    """Return the first rows of each sheet that is shown; a text is one sheet.

    `is_head` tells the line by which a text shows what sets its cells apart.
    Raises NoTable, BrokenBook, BrokenText.
    """
    if data.startswith(_PACKAGE):
        return _of_book(data, rows, columns)
    if b"\x00" in data[:4096] and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise NoTable
    return [_of_text(decode(data), rows, columns, is_head)]


def _of_book(data: bytes, rows: int, columns: int) -> list[list[Row]]:
    """Read as a stream, for a far cell must not fill the memory."""
    try:
        Package(data).check(MAX_PART)
        book = loaded(data, read_only=True)
    except UnreadableInput as error:
        raise BrokenBook from error
    shown = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    return [list(sheet.iter_rows(max_row=rows, max_col=columns, values_only=True)) for sheet in shown]


def _of_text(text: str, rows: int, columns: int, is_head: Callable[[str], bool]) -> list[Row]:
    first = next((line for line in text.splitlines() if is_head(line)), "")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(_DELIMITERS, key=first.count), strict=True)
    found: list[Row] = []
    try:
        for row in reader:
            found.append([unarmed(cell) for cell in row[:columns]])
            if len(found) >= rows:
                break
    except csv.Error as error:
        raise BrokenText(len(found) + 1) from error
    return found


def text_of(cell: object, longest: int) -> str:
    """Return what a cell shows: numbers without a point that says nothing, dates as data holds them."""
    if cell is None:
        return ""
    if isinstance(cell, dt.datetime):
        return cell.date().isoformat() if cell.time() == _MIDNIGHT else cell.isoformat(" ")
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e21 else str(cell)
    return str(cell).strip()[:longest]
