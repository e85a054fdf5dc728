"""A workbook or a text of commas (XLSX, CSV) as rows of texts, with the numbers of their lines."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from gongkai.errors import UnreadableInput
from gongkai.readers.documents.charset import decode
from gongkai.readers.documents.package import Package
from gongkai.readers.documents.workbook import loaded
from gongkai_office.accounts import people_words as words
from gongkai_office.accounts.errors import Refused
from gongkai_office.organs.sheets.harmless import unarmed

MAX_BYTES, MAX_PART, MAX_ROWS, MAX_COLUMNS, MAX_CELL = 5 << 20, 64 << 20, 2_000, 50, 300
_PACKAGE = b"PK\x03\x04"


class Row(NamedTuple):
    """A line of a file: its number as spreadsheets show it, from 1, and the texts of its cells."""

    number: int
    texts: list[str]


def rows_of(data: bytes) -> list[Row]:
    """Return the lines of the first sheet that say something. Raises Refused where it is no sheet, or too much."""
    if len(data) > MAX_BYTES:
        raise Refused(words.SHEET_TOO_LARGE.format(limit=MAX_BYTES >> 20), field="file")
    try:
        cells = _of_book(data) if data.startswith(_PACKAGE) else _of_text(data)
        rows = [Row(number, texts) for number, texts in enumerate(cells, 1) if any(texts)]
    except (UnreadableInput, csv.Error) as error:
        raise Refused(words.NO_SHEET, field="file") from error
    if len(rows) > MAX_ROWS + 1:
        raise Refused(words.SHEET_TOO_LONG.format(limit=MAX_ROWS), field="file")
    return rows


def _of_book(data: bytes) -> Iterator[list[str]]:
    Package(data).check(MAX_PART)
    book = loaded(data, read_only=True)
    sheet = next((one for one in book.worksheets if one.sheet_state == "visible"), None)
    if sheet is None:
        raise Refused(words.NO_SHEET, field="file")
    for row in sheet.iter_rows(max_row=10 * MAX_ROWS, max_col=MAX_COLUMNS, values_only=True):
        yield [_text(cell) for cell in row]


def _of_text(data: bytes) -> Iterator[list[str]]:
    if b"\x00" in data[:4096] and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise Refused(words.NO_SHEET, field="file")
    text = decode(data)
    first = text.partition("\n")[0]
    delimiter = max(",\t;", key=first.count)
    reader: Iterable[list[str]] = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    for row in reader:
        yield [unarmed(cell).strip()[:MAX_CELL] for cell in row[:MAX_COLUMNS]]


def _text(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, dt.datetime):
        return cell.date().isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()[:MAX_CELL]
