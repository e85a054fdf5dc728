"""Reports in long form, one line a cell (长表), and as CSV."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence

from gongkai.report import AnnualReport, Cell, Value

Reports = Sequence[tuple[str, AnnualReport]]

COLUMNS = (
    *("source", "organ", "year", "edition", "scope"),
    *("table", "row", "column", "row_label", "column_label"),
    *("text", "value", "state", "method", "place", "candidates", "repair"),
)
# What a spreadsheet would run as a formula; a signed number is none.
_FORMULA = re.compile(r"[=@\t\r]|[-+](?![\d.,]+[ %\u4e00-\u9fff]{0,4}$)")


def csv_text(reports: Reports) -> str:
    """Return the cells of some reports as CSV with a head line. A blank is empty, never 0."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(COLUMNS)
    for row in rows_of(reports):
        writer.writerow(
            [_safe(value) if isinstance(value, str) else "" if value is None else value for value in row]
        )
    return buffer.getvalue()


def rows_of(reports: Reports) -> Iterator[tuple[Value | str | None, ...]]:
    """Yield a row for every cell, in the order of `COLUMNS`; None where there is nothing."""
    for source, report in reports:
        labels = {
            (t.key, r.key, c.key): (r.label, c.label) for t in report.form.tables for r in t.rows for c in r.columns
        }
        head = (source, report.organ or "", report.year, report.edition, report.scope.value)
        for cell in report.cells:
            yield (*head, *cell.key, *labels[cell.key], *_values(cell))


def _values(cell: Cell) -> tuple[Value | str | None, ...]:
    candidates = "|".join("" if value is None else str(value) for value in cell.candidates)
    repair = cell.repair.value if cell.repair else None
    return cell.text, cell.value, cell.state.value, cell.method.value, str(cell.place or ""), candidates, repair


def _safe(text: str) -> str:
    # Some readers of CSV end a line at a lone carriage return, even inside quotes.
    text = text.replace("\r", " ")
    return "'" + text if _FORMULA.match(text) else text
