"""Reports in long form, one line a cell (长表), with their words, and as CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from functools import cache

from gongkai.report import AnnualReport, Cell, CellKey, Place, Value
from gongkai.report.editions import EDITIONS
from gongkai.report.long_table import COLUMNS, DAMAGE, LEFTOVER, TEXT, harmless, in_full, joined

Reports = Sequence[tuple[str, AnnualReport]]
Row = tuple[Value | str | None, ...]
# Some readers of CSV end a line at a lone carriage return, even inside quotes, and none shows what parts cells.
_BLANKS = dict.fromkeys(map(ord, "\r\x1c\x1d\x1e\x1f"), " ")

__all__ = ["COLUMNS", "Reports", "Row", "csv_text", "lines_of", "rows_of"]


def csv_text(reports: Reports) -> str:
    """Return some reports as CSV with a head line. A blank is empty, never 0, and no text is a formula."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows([_written(value) for value in row] for row in rows_of(reports))
    return buffer.getvalue()


def rows_of(reports: Reports) -> Iterator[Row]:
    """Yield a row for every cell and every text, in the order of `COLUMNS`; None where there is nothing."""
    for source, report in reports:
        head = (source, report.organ or "", report.year, report.edition, report.scope.value)
        for line in lines_of(report):
            yield (*head, *line[:-1], report.unit or "", line[-1])


def lines_of(report: AnnualReport) -> Iterator[Row]:
    """Yield what sets the rows of one report apart: the columns from the table to the repair, and the proof."""
    labels = _labels(report.edition)
    for cell in report.cells:
        yield (*cell.key, *labels[cell.key], *_found(cell))
    for one in report.passages():
        yield _words(TEXT, one.part, one.number, one.text, one.place)
    for number, left in enumerate(report.leftovers, 1):
        yield _words(LEFTOVER, left.reason, number, left.text, left.place)
    for number, harm in enumerate(report.damage, 1):
        yield _words(DAMAGE, harm.kind, number, harm.text, harm.place, harm.repaired)


@cache
def _labels(edition: str) -> dict[CellKey, tuple[str, str]]:
    tables = EDITIONS[edition].tables
    return {(t.key, r.key, c.key): (r.label, c.label) for t in tables for r in t.rows for c in r.columns}


def _found(cell: Cell) -> Row:
    state, method, place = cell.state.value, cell.method.value, str(cell.place or "")
    repair, proof = (cell.repair.value, cell.repair.proof) if cell.repair else (None, "")
    return cell.text, cell.value, state, method, place, joined(cell.candidates), repair, proof


def _words(table: str, row: str, number: int, text: str, place: Place | None, proof: str | None = None) -> Row:
    return table, row, str(number), "", "", text, None, "", "", str(place or ""), "", None, proof or ""


def _written(value: Value | str | None) -> str:
    if value is None:
        return ""
    return harmless(value.translate(_BLANKS)) if isinstance(value, str) else in_full(value)
