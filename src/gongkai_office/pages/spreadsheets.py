"""What spreadsheets are given (电子表格): texts that none of them runs as a formula, in CSV and in workbooks."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence

from openpyxl.cell.cell import Cell

from gongkai.writers.spreadsheet import storable

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CSV = "text/csv; charset=utf-8"

# What begins a formula in some spreadsheet, in half and full width, and what may hide it.
_FORMULA = re.compile("'*[=+\\-@\t\r\uff1d\uff0b\uff0d\uff20]")
_ARMED = re.compile("'+[=+\\-@\t\r\uff1d\uff0b\uff0d\uff20]")
_SHIELD = "'"


def harmless(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula: one that looks so gets an apostrophe before it."""
    return _SHIELD + text if _FORMULA.match(text) else text


def unarmed(text: str) -> str:
    """Return a text as it was before `harmless`."""
    return text[1:] if _ARMED.match(text) else text


def put(cell: Cell, text: str) -> None:
    """Write a text into a cell of a workbook, where it stays one; what no cell can hold is shown as lost."""
    cell.value = storable(text)
    cell.data_type = "s"
    cell.quotePrefix = harmless(text) != text


def csv_lines(rows: Iterable[Sequence[str | int]]) -> Iterator[bytes]:
    """Yield rows as comma-separated values, UTF-8 after the mark by which Excel knows it."""
    yield b"\xef\xbb\xbf"
    for row in rows:
        line = io.StringIO(newline="")
        csv.writer(line).writerow([harmless(value) if isinstance(value, str) else value for value in row])
        yield line.getvalue().encode()
