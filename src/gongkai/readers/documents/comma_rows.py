"""Text with comma-separated rows → Document (逗号分隔表)."""

from __future__ import annotations

import csv

from gongkai.readers.documents.document import Document, Grid, GridCell, Line
from gongkai.readers.labels import ROW_LABELS

# Lines in which a row's label, or the last of several, is followed by a comma, before a text counts as such.
_LEAST_ROWS = 5


def has_comma_rows(lines: list[str]) -> bool:
    """Say whether rows of the form stand in a text as comma-separated values."""
    found = 0
    for line in lines:
        if line.count(",") > 1 and any(f"{label}," in line or f'{label}",' in line for label in ROW_LABELS):
            found += 1
            if found == _LEAST_ROWS:
                return True
    return False


def read_comma_rows(lines: list[str]) -> Document:
    """Return the document: lines with several values become rows of grids, others stay lines."""
    blocks: list[Line | Grid] = []
    rows: list[tuple[GridCell, ...]] = []
    for line in lines:
        values = _values(line)
        if len(values) > 1:
            cells = (GridCell(value.strip(), len(rows), column) for column, value in enumerate(values))
            rows.append(tuple(cells))
            continue
        if rows:
            blocks.append(Grid(tuple(rows)))
            rows = []
        blocks.append(Line(line.strip()))
    if rows:
        blocks.append(Grid(tuple(rows)))
    return Document("page", tuple(blocks))


def _values(line: str) -> list[str]:
    """Return the values of one line; prose, where quotes need not close, is one value."""
    if line.count('"') % 2:
        return [line]
    try:
        return next(csv.reader([line]), [])
    except csv.Error:
        return [line]
