"""A list of people as rows of texts, with the numbers of their lines (XLSX, CSV)."""

from __future__ import annotations

from typing import NamedTuple

from gongkai_office.accounts import people_words as words
from gongkai_office.accounts.errors import Refused
from gongkai_office.organs.errors import NoRows
from gongkai_office.organs.sheets.rows import sheets_of, text_of

MAX_BYTES, MAX_ROWS, MAX_COLUMNS, MAX_CELL = 5 << 20, 2_000, 50, 300


class Row(NamedTuple):
    """A line of a file: its number as spreadsheets show it, from 1, and the texts of its cells."""

    number: int
    texts: list[str]


def rows_of(data: bytes) -> list[Row]:
    """Return the lines of the first sheet that say something. Raises Refused where it is no sheet, or too much."""
    if len(data) > MAX_BYTES:
        raise Refused(words.SHEET_TOO_LARGE.format(limit=MAX_BYTES >> 20), field="file")
    try:
        first, *_ = sheets_of(data, rows=10 * MAX_ROWS, columns=MAX_COLUMNS) or [[]]
    except NoRows as error:
        raise Refused(words.NO_SHEET, field="file") from error
    texts = ([text_of(cell, MAX_CELL) for cell in row] for row in first)
    rows = [Row(number, one) for number, one in enumerate(texts, 1) if any(one)]
    if len(rows) > MAX_ROWS + 1:
        raise Refused(words.SHEET_TOO_LONG.format(limit=MAX_ROWS), field="file")
    return rows
