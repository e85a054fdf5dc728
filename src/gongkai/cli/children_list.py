"""A file with a list of organs → the list (名单文件): a text of any charset, or the first sheet of a workbook."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

from gongkai.cli import consolidation_messages as messages
from gongkai.cli.failures import WrongUse
from gongkai.cli.inputs import display_name, load
from gongkai.errors import BrokenChildren, UnreadableInput
from gongkai.readers.documents.charset import decode
from gongkai.readers.documents.kind import check_bytes, is_old_workbook, is_package
from gongkai.report.consolidation.children import (
    Children,
    Row,
    children_of_rows,
    children_of_text,
    has_head,
)


def children_in(path: Path) -> Children:
    """Return the list in a file; WrongUse where it cannot be read or understood."""
    try:
        data = load(str(path))
        check_bytes(data)
        if is_package(data) or is_old_workbook(data):
            return children_of_rows(_rows(data))
        return children_of_text(decode(data))
    except (BrokenChildren, UnreadableInput) as error:
        raise WrongUse(messages.BROKEN_LIST.format(source=display_name(str(path)), reason=error.reason)) from error


def _rows(data: bytes) -> list[Row]:
    """Return the rows of the first sheet with heads of a list, or with anything, numbered as people see them."""
    from gongkai.readers.documents import package, workbook

    if is_old_workbook(data):
        sheets = workbook.sheets_of_old_workbook(data)
    else:
        opened = package.Package(data)
        is_excel = opened.has_below("xl/workbook.xml")
        sheets = (workbook.sheets_of_package if is_excel else workbook.sheets_of_open_document)(data, opened)
    lists = [_rows_of(sheet.cells) for sheet in sheets if sheet.visible and sheet.cells]
    return next(filter(has_head, lists), lists[0] if lists else [])


def _rows_of(cells: Mapping[tuple[int, int], str]) -> list[Row]:
    rows: defaultdict[int, dict[int, str]] = defaultdict(dict)
    for (row, column), text in cells.items():
        rows[row][column] = text
    return [(number + 1, [row.get(at, "") for at in range(max(row) + 1)]) for number, row in sorted(rows.items())]
