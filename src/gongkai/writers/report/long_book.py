"""Reports in long form as a workbook (长表工作簿): a sheet of cells and one of words, or one of both."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.report.long_table import COLUMNS, MORE, WORDS
from gongkai.writers import words
from gongkai.writers.report.long_form import Reports, Row, rows_of
from gongkai.writers.spreadsheet import LONGEST_TEXT, Sheet, workbook_of

_WIDTHS = (28, 28, 7, 8, 12, 6, 24, 14, 36, 18, 14, 12, 12, 9, 14, 20, 10, 20, 20)
_OF_WORDS = ("source", "organ", "year", "edition", "scope", "table", "row", "column", "text", "place", "proof")
_WORDS_WIDTHS = (28, 28, 7, 8, 12, 8, 10, 8, 90, 14, 20)
_TABLE, _COLUMN, _TEXT = (COLUMNS.index(name) for name in ("table", "column", "text"))


def long_book(reports: Reports) -> bytes:
    """Return a workbook with a sheet of cells and a sheet of words."""
    rows = list(_fitting(reports))
    cells = [row for row in rows if row[_TABLE] not in WORDS]
    places = [COLUMNS.index(name) for name in _OF_WORDS]
    told = [tuple(row[place] for place in places) for row in rows if row[_TABLE] in WORDS]
    of_words = Sheet(name=words.TEXTS_SHEET, columns=_OF_WORDS, widths=_WORDS_WIDTHS, rows=told, wraps=True)
    return workbook_of((_sheet(words.CELLS_SHEET, cells), of_words))


def long_sheet(reports: Reports) -> Sheet:
    """Return a sheet of cells and words, to stand behind another."""
    return _sheet(words.DATA_SHEET, list(_fitting(reports)))


def _sheet(name: str, rows: list[Row]) -> Sheet:
    return Sheet(name=name, columns=COLUMNS, widths=_WIDTHS, rows=rows)


def _fitting(reports: Reports) -> Iterator[Row]:
    """Yield the rows; a text that is too long for a cell goes on in further rows."""
    for row in rows_of(reports):
        text = str(row[_TEXT] or "")
        if len(text) <= LONGEST_TEXT or row[_TABLE] not in WORDS:
            yield row
            continue
        for number, start in enumerate(range(0, len(text), LONGEST_TEXT)):
            column = f"{row[_COLUMN]}{MORE * number}"
            part = text[start : start + LONGEST_TEXT]
            yield (*row[:_COLUMN], column, *row[_COLUMN + 1 : _TEXT], part, *row[_TEXT + 1 :])
