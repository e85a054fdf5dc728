"""Long form in a workbook → its tables (长表工作簿), where it holds nothing else."""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Sequence
from typing import Any

from gongkai.errors import UnknownKind
from gongkai.readers.documents import reasons
from gongkai.readers.documents.limits import MAX_PART_BYTES
from gongkai.readers.documents.package import Package
from gongkai.readers.documents.workbook import loaded, value_text
from gongkai.readers.records.long_rows import Table
from gongkai.report.long_table import COLUMNS, is_head

_BOOK, _PARTS = "xl/workbook.xml", ("xl/sharedstrings.xml", "xl/worksheets/")
# How the name of a column stands in a sheet, whoever wrote it.
_SIGN = b">edition<"
# More columns than the long form has, and than anybody adds to it.
_WIDEST = 2 * len(COLUMNS)


def tables_of_workbook(data: bytes) -> list[Table] | None:
    """Return the tables of a workbook that holds nothing but tables in long form; None of any other."""
    package = Package(data)
    if not package.has_below(_BOOK):
        return None
    parts = [name for part in _PARTS for name in package.below(part)]
    if not any(_SIGN in package.read(name) for name in parts):
        return None
    package.check(MAX_PART_BYTES)
    tables = []
    for sheet in loaded(data, read_only=True).worksheets:
        rows = _rows(sheet)
        head = next(rows, ())
        if not is_head(head):
            if any(head) or any(map(any, rows)):
                return None
            continue
        tables.append(Table(head, rows, sheet.title))
    return tables or None


def _rows(sheet: Any) -> Iterator[Sequence[str]]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            for row in sheet.iter_rows(max_col=_WIDEST, values_only=True):
                yield [value if isinstance(value, str) else value_text(value) for value in row]
    except Exception as error:
        # The library reads on while rows are taken, and raises of any kind what a damaged part makes it raise.
        raise UnknownKind(reasons.BROKEN_PACKAGE) from error
