"""What a spreadsheet program writes around the cells of a report (电子表格的标记)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from gongkai.samples.packing import packed

BREAK = "\f"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_NUMBER = re.compile(r"-?(?:0|[1-9]\d{0,14})(?:\.\d+)?", re.ASCII)


def start(hidden_column: int | None) -> str:
    """Return what stands before a sheet's rows."""
    column = (
        "" if hidden_column is None else f'<col min="{hidden_column + 1}" max="{hidden_column + 1}" hidden="1"/>'
    )
    columns = f"<cols>{column}</cols>" if column else ""
    return f'{_XML}<worksheet xmlns="{_MAIN}">{columns}<sheetData>'


def end(merged: Iterable[str]) -> str:
    """Return what stands behind a sheet's rows."""
    cells = "".join(f'<mergeCell ref="{span}"/>' for span in merged)
    return f"</sheetData>{f'<mergeCells>{cells}</mergeCells>' if cells else ''}</worksheet>"


def name(row: int, column: int) -> str:
    """Return the name of a cell; rows count from 1, columns from 0."""
    return f"{chr(ord('A') + column)}{row}"


def span(row: int, column: int, down: int, across: int) -> str:
    """Return the name of a range."""
    return f"{name(row, column)}:{name(row + down - 1, column + across - 1)}"


def text_cell(row: int, column: int) -> str:
    """Return the beginning of a cell that holds text."""
    return f'<c r="{name(row, column)}" t="inlineStr"><is><t xml:space="preserve">'


def number_start(row: int, column: int, formula: str = "") -> str:
    """Return the beginning of a cell that holds a number."""
    return f'<c r="{name(row, column)}">{formula}<v>'


def number_cell(row: int, column: int, number: str) -> str:
    """Return a whole cell that holds a number."""
    return f"{number_start(row, column)}{number}</v></c>"


def is_number(text: str) -> bool:
    """Tell whether a program keeps a text as a number."""
    return _NUMBER.fullmatch(text) is not None


def packed_book(text: str) -> bytes:
    """Return the bytes of a workbook of some sheets, and a hidden one."""
    sheets = [*text.split(BREAK), f"{start(None)}<row r='1'>{number_cell(1, 0, '5')}</row>{end(())}"]
    numbers = range(1, len(sheets) + 1)
    names = [f'name="Sheet{n}" sheetId="{n}" r:id="r{n}"' for n in numbers]
    listed = "".join(f"<sheet {name}/>" for name in names[:-1]) + f'<sheet {names[-1]} state="hidden"/>'
    related = "".join(
        f'<Relationship Id="r{n}" Type="{_RELATIONS}/worksheet" Target="worksheets/sheet{n}.xml"/>' for n in numbers
    )
    return packed(
        "xl/workbook.xml",
        {
            "xl/workbook.xml": (
                f'{_XML}<workbook xmlns="{_MAIN}" xmlns:r="{_RELATIONS}"><sheets>{listed}</sheets></workbook>'
            ),
            "xl/_rels/workbook.xml.rels": related,
            **{f"xl/worksheets/sheet{n}.xml": sheet for n, sheet in enumerate(sheets, 1)},
        },
    )
