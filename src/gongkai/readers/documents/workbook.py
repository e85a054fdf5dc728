"""Spreadsheets of any program → their sheets as sparse cells (电子表格文件), with what is merged or hidden."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import msgspec
import openpyxl
import python_calamine
from lxml import etree
from openpyxl.utils import column_index_from_string
from openpyxl.worksheet.cell_range import CellRange
from openpyxl.worksheet.worksheet import Worksheet

from gongkai.errors import InputTooLarge, UnknownKind
from gongkai.readers.documents import reasons
from gongkai.readers.documents.limits import MAX_SHEET_BYTES, MAX_TABLE_CELLS
from gongkai.readers.documents.package import Package, parsed

_SHEETS = "xl/worksheets/"
_CONTENT = "content.xml"
_TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
_MACROS = ("vbaproject.bin", "xl/macrosheets/")
_FORMULA = b"<f"
# Excel shows no more digits than these, and keeps some that are noise behind them.
_DIGITS = 15

Span = tuple[int, int, int, int]


class Sheet(msgspec.Struct, frozen=True, kw_only=True):
    """One sheet: the texts of its filled cells by row and column from 0, and what is merged or hidden.

    `merged` are the first and last row and column of each merged range.
    """

    name: str
    cells: dict[tuple[int, int], str]
    merged: tuple[Span, ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    visible: bool = True


def sheets_of_package(data: bytes, package: Package) -> list[Sheet]:
    """Return the sheets of an Excel workbook; formulas show the result that was saved, or themselves."""
    if package.has(_MACROS[0]) or package.has_below(_MACROS[1]):
        raise UnknownKind(reasons.MACROS)
    package.check(MAX_SHEET_BYTES)
    values = loaded(data)
    with_formulas = any(_FORMULA in package.read(name) for name in package.below(_SHEETS))
    formulas = loaded(data, formulas=True) if with_formulas else None
    found = []
    for sheet in values.worksheets:
        cells = dict(_filled(sheet))
        if formulas is not None:
            cells = dict(_filled(formulas[sheet.title])) | cells
        found.append(_sheet(sheet, cells))
    return found


def sheets_of_open_document(data: bytes, package: Package) -> list[Sheet]:
    """Return the sheets of an OpenDocument workbook."""
    package.check(MAX_SHEET_BYTES)
    cells = 0
    # A cell or row may stand for any number of equal ones, and the library would make them all.
    for row in parsed(package.read(_CONTENT)).iter(f"{{{_TABLE}}}table-row"):
        filled = [cell for cell in row if len(cell)]
        cells += _repeats(row, "rows") * sum(_repeats(cell, "columns") for cell in filled)
        if cells > MAX_TABLE_CELLS:
            raise InputTooLarge(reasons.TOO_MANY_CELLS.format(limit=MAX_TABLE_CELLS))
    return sheets_of_old_workbook(data)


def _repeats(element: etree._Element, what: str) -> int:
    value = str(element.get(f"{{{_TABLE}}}number-{what}-repeated", "1"))
    return int(value) if value.isdecimal() and len(value) < _DIGITS else 1


def sheets_of_old_workbook(data: bytes) -> list[Sheet]:
    """Return the sheets of a workbook of Excel before 2007."""
    try:
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
        found = []
        for told in book.sheets_metadata:
            if told.typ is not python_calamine.SheetTypeEnum.WorkSheet:
                continue
            sheet = book.get_sheet_by_name(told.name)
            rows = sheet.to_python(skip_empty_area=False)
            cells = {
                (row, column): text
                for row, values in enumerate(rows)
                for column, value in enumerate(values)
                if (text := value_text(value))
            }
            spans = tuple((*first, *last) for first, last in sheet.merged_cell_ranges or ())
            visible = told.visible is python_calamine.SheetVisibleEnum.Visible
            found.append(Sheet(name=told.name, cells=_bounded(cells), merged=spans, visible=visible))
    except python_calamine.CalamineError as error:
        raise UnknownKind(reasons.BROKEN_PACKAGE) from error
    return found


def loaded(data: bytes, *, formulas: bool = False, read_only: bool = False) -> openpyxl.Workbook:
    """Return an Excel workbook, with formulas or their results; UnknownKind where it cannot be opened."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return openpyxl.load_workbook(io.BytesIO(data), data_only=not formulas, read_only=read_only)
    except Exception as error:
        # What a damaged part makes the library raise is of any kind.
        raise UnknownKind(reasons.BROKEN_PACKAGE) from error


def _filled(sheet: Worksheet) -> Iterator[tuple[tuple[int, int], str]]:
    # What is public walks over the whole rectangle up to the last cell, which may be the last there can be.
    cells = sheet._cells  # noqa: SLF001  # the filled cells alone
    for (row, column), cell in cells.items():
        if text := value_text(cell.value):
            yield (row - 1, column - 1), text


def _sheet(sheet: Worksheet, cells: dict[tuple[int, int], str]) -> Sheet:
    hidden_columns: set[int] = set()
    for letter, dimension in sheet.column_dimensions.items():
        if dimension.hidden:
            first = dimension.min or column_index_from_string(letter)
            hidden_columns.update(range(first - 1, dimension.max or first))
    return Sheet(
        name=sheet.title,
        cells=_bounded(cells),
        merged=tuple(_span(merged) for merged in sheet.merged_cells.ranges),
        hidden_rows=frozenset(row - 1 for row, dimension in sheet.row_dimensions.items() if dimension.hidden),
        hidden_columns=frozenset(hidden_columns),
        visible=sheet.sheet_state == "visible",
    )


def _span(merged: CellRange) -> Span:
    return merged.min_row - 1, merged.min_col - 1, merged.max_row - 1, merged.max_col - 1


def _bounded(cells: dict[tuple[int, int], str]) -> dict[tuple[int, int], str]:
    if len(cells) > MAX_TABLE_CELLS:
        raise InputTooLarge(reasons.TOO_MANY_CELLS.format(limit=MAX_TABLE_CELLS))
    return cells


def value_text(value: Any) -> str:
    """Return a cell's value as the program shows it without a format."""
    if value is None:
        return ""
    if isinstance(value, float):
        shown = format(value, f".{_DIGITS}g") if abs(value) < 10**_DIGITS else format(value, ".0f")
        return format(Decimal(shown), "f") if "e" in shown else shown
    return str(value).strip()
