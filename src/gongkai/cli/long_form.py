"""Reports as CSV in long form: one line a cell (长表)."""

from __future__ import annotations

import csv
import io
import re

from gongkai.report import AnnualReport, Cell

COLUMNS = (
    *("source", "organ", "year", "edition", "scope"),
    *("table", "row", "column", "row_label", "column_label"),
    *("text", "value", "state", "method", "place", "candidates", "repair"),
)
# What a spreadsheet would run as a formula; a signed number is none.
_FORMULA = re.compile(r"[=@\t\r]|[-+](?![\d.,]+[ %\u4e00-\u9fff]{0,4}$)")


def csv_text(reports: list[tuple[str, AnnualReport]]) -> str:
    """Return the cells of some reports as CSV with a head line. A blank is empty, never 0."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(COLUMNS)
    for source, report in reports:
        labels = {
            (t.key, r.key, c.key): (r.label, c.label) for t in report.form.tables for r in t.rows for c in r.columns
        }
        head = (
            _safe(source),
            _safe(report.organ or ""),
            report.year or "",
            report.edition,
            report.scope.value,
        )
        for cell in report.cells:
            writer.writerow((*head, *cell.key, *labels[cell.key], *_values(cell)))
    return buffer.getvalue()


def _values(cell: Cell) -> tuple[object, ...]:
    candidates = "|".join("" if value is None else str(value) for value in cell.candidates)
    return (
        _safe(cell.text),
        "" if cell.value is None else cell.value,
        cell.state.value,
        cell.method.value,
        str(cell.place or ""),
        candidates,
        cell.repair.value if cell.repair else "",
    )


def _safe(text: str) -> str:
    # Some readers of CSV end a line at a lone carriage return, even inside quotes.
    text = text.replace("\r", " ")
    return "'" + text if _FORMULA.match(text) else text
