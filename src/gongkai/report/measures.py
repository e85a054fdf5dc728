"""What reports are compared by (比较指标): sums and shares of cells, with the same key in both editions.

Table 2 counts other things in the two editions, so that its cells are compared within one edition only. In tables 3
and 4 everything has its counterpart, the other endings (其他处理) as a sum. Source: facts B.9, the two notices.
"""

from __future__ import annotations

from functools import cache

import msgspec

from gongkai.report.cells import CellKey
from gongkai.report.editions import APPLICANT_COLUMNS, DISPUTE_COLUMNS, EDITIONS, Edition

REQUESTS, APPLICANTS, DISPUTES, DISCLOSURE = "requests", "applicants", "disputes", "disclosure"
REQUEST_CELLS, DISPUTE_CELLS = "request_cells", "dispute_cells"
KEY_SECTIONS = (REQUESTS, APPLICANTS, DISPUTES, DISCLOSURE)
ALL_SECTIONS = (*KEY_SECTIONS, REQUEST_CELLS, DISPUTE_CELLS)

# The six kinds of results of table 3, by the row or the group of rows that counts them.
RESULTS = {
    "granted": "3.1",
    "partly_granted": "3.2",
    "denied": "3.3",
    "unavailable": "3.4",
    "not_handled": "3.5",
    "otherwise": "3.6",
}
RECEIVED, CARRIED_IN, CLOSED, CARRIED_OUT = "received", "carried_in", "closed", "carried_out"
_TOTALS = {RECEIVED: "1", CARRIED_IN: "2", CLOSED: "3.7", CARRIED_OUT: "4"}
_TOTAL = "total"
_LEGAL = tuple(column.key for column in APPLICANT_COLUMNS if column.key not in {"natural", _TOTAL})
_DISPUTE_ROWS = {
    "reconsideration": ("reconsideration",),
    "litigation": ("litigation_direct", "litigation_after"),
}
_CONCLUDED = ("upheld", "corrected", "other")


class Measure(msgspec.Struct, frozen=True):
    """Something that reports are compared by: the sum of some cells, or that sum in percent of others (`over`).

    `key` is the same in both editions; for a cell of the form it is table, row and column with strokes between.
    `signed`: it may be less than nothing.
    """

    key: str
    section: str
    cells: tuple[CellKey, ...]
    over: tuple[CellKey, ...] = ()
    signed: bool = False


@cache
def measures(edition_key: str) -> tuple[Measure, ...]:
    """Return everything that a report of an edition can be compared by, section by section."""
    edition = EDITIONS[edition_key]
    return (
        *_requests(edition),
        *_applicants(),
        *_disputes(),
        *_cells(edition, "2", DISCLOSURE),
        *_request_cells(edition),
        *_cells(edition, "4", DISPUTE_CELLS),
    )


def in_group(row: str, group: str) -> bool:
    """Say whether a row of table 3 is a group of results, or one of its rows."""
    return row == group or row.startswith(group + ".")


def _requests(edition: Edition) -> list[Measure]:
    rows = [row.key for row in edition.table("3").rows]
    results = [
        Measure(key, REQUESTS, tuple(("3", row, _TOTAL) for row in rows if in_group(row, group)))
        for key, group in RESULTS.items()
    ]
    totals = [Measure(key, REQUESTS, (("3", row, _TOTAL),)) for key, row in _TOTALS.items()]
    return [*totals[:2], *results, *totals[2:]]


def _applicants() -> list[Measure]:
    natural, legal = (("3", "1", "natural"),), tuple(("3", "1", column) for column in _LEGAL)
    everybody = (("3", "1", _TOTAL),)
    return [
        Measure("natural", APPLICANTS, natural),
        Measure("natural_share", APPLICANTS, natural, everybody),
        Measure("legal", APPLICANTS, legal),
        Measure("legal_share", APPLICANTS, legal, everybody),
    ]


def _disputes() -> list[Measure]:
    found: list[Measure] = []
    for name, rows in _DISPUTE_ROWS.items():
        for column in DISPUTE_COLUMNS:
            found.append(Measure(f"{name}.{column.key}", DISPUTES, tuple(("4", row, column.key) for row in rows)))
        concluded = tuple(("4", row, column) for row in rows for column in _CONCLUDED)
        corrected = tuple(("4", row, "corrected") for row in rows)
        found.append(Measure(f"{name}.corrected_rate", DISPUTES, corrected, concluded))
    return found


def _request_cells(edition: Edition) -> list[Measure]:
    """Return the cells of table 3; the other endings of the newer edition also as the one row of the older."""
    found = _cells(edition, "3", REQUEST_CELLS)
    if all(measure.key != "3/3.6/total" for measure in found):
        rows = [row.key for row in edition.table("3").rows if in_group(row.key, "3.6")]
        at = next(number for number, measure in enumerate(found) if measure.cells[0][1] == rows[0])
        found[at:at] = [
            Measure(f"3/3.6/{column.key}", REQUEST_CELLS, tuple(("3", row, column.key) for row in rows))
            for column in APPLICANT_COLUMNS
        ]
    return found


def _cells(edition: Edition, table: str, section: str) -> list[Measure]:
    return [
        Measure(f"{table}/{row.key}/{column.key}", section, ((table, row.key, column.key),), signed=column.signed)
        for row in edition.table(table).rows
        for column in row.columns
    ]
