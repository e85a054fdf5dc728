"""The three statutory tables as the form prints them (法定表格): boxes of heads and of figures, some merged."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from gongkai.report import CellKey, Row, Table
from gongkai.terms import form


class Box(NamedTuple):
    """One printed cell: its label, or the key of the figure it holds, and how many columns and rows it covers.

    `scope` is what a label stands over: "col", "colgroup", "row", "rowgroup"; "" where it stands over nothing.
    """

    label: str = ""
    key: CellKey | None = None
    across: int = 1
    down: int = 1
    scope: str = ""


Printed = list[list[Box]]


def printed(table: Table) -> Printed:
    """Return a table of either edition as rows of boxes."""
    return list(_PRINTERS[table.key](table))


def head_rows(table: Table) -> int:
    """Return how many rows of the printed table are its head, to be repeated on every page."""
    return {"2": 0, "3": 3, "4": 3}[table.key]


def _disclosed(table: Table) -> Iterator[list[Box]]:
    """Yield table 2: under the head of each item of the article, its columns, then a row for each content."""
    width = max(len(row.columns) for row in table.rows)
    heads: tuple[str, ...] = ()
    for row in table.rows:
        labels = (row.labels[0], *(column.label for column in row.columns))
        spans = _spans(len(row.columns), width)
        if labels != heads:
            if labels[:1] != heads[:1]:
                yield [Box(row.labels[0], across=1 + width, scope="colgroup")]
            heads = labels
            over = (Box(label, across=n, scope="col") for label, n in zip(labels[1:], spans, strict=True))
            yield [Box(form.CONTENT, scope="col"), *over]
        figures = zip(_keys(table, row), spans, strict=True)
        yield [Box(row.label, scope="row"), *(Box(key=key, across=n) for key, n in figures)]


def _requests(table: Table) -> Iterator[list[Box]]:
    """Yield table 3: applicants above, and to the left the outcomes in groups."""
    first, *organisations, total = table.rows[0].columns
    yield [Box(form.BALANCE_NOTE, across=3, down=3), Box(form.APPLICANTS, across=7, scope="colgroup")]
    yield [
        Box(first.label, down=2, scope="col"),
        Box(form.LEGAL_PERSONS, across=len(organisations), scope="colgroup"),
        Box(total.label, down=2, scope="col"),
    ]
    yield [Box(column.label, scope="col") for column in organisations]
    open_groups: tuple[str, ...] = ()
    for row in table.rows:
        groups = [
            Box(label, down=_below(table, row.labels[:depth]), scope="rowgroup")
            for depth, label in enumerate(row.labels[:-1], 1)
            if row.labels[:depth] != open_groups[:depth]
        ]
        open_groups = row.labels[:-1]
        label = Box(row.label, across=4 - len(row.labels), scope="row")
        yield [*groups, label, *(Box(key=key) for key in _keys(table, row))]


def _disputes(table: Table) -> Iterator[list[Box]]:
    """Yield table 4: reconsideration and the two ways to court side by side, in one row of figures."""
    reconsideration, *litigation = table.rows
    five = len(reconsideration.columns)
    yield [
        Box(form.RECONSIDERATION, across=five, scope="colgroup"),
        Box(form.LITIGATION, across=five * len(litigation), scope="colgroup"),
    ]
    yield [
        *(Box(column.label, down=2, scope="col") for column in reconsideration.columns),
        *(Box(row.label, across=five, scope="colgroup") for row in litigation),
    ]
    yield [Box(column.label, scope="col") for row in litigation for column in row.columns]
    yield [Box(key=key) for row in table.rows for key in _keys(table, row)]


_PRINTERS = {"2": _disclosed, "3": _requests, "4": _disputes}


def _keys(table: Table, row: Row) -> list[CellKey]:
    return [(table.key, row.key, column.key) for column in row.columns]


def _spans(columns: int, width: int) -> list[int]:
    """Return how many columns of the grid each column of a row covers: the last takes what is left."""
    return [*[1] * (columns - 1), width - columns + 1]


def _below(table: Table, labels: tuple[str, ...]) -> int:
    return sum(row.labels[: len(labels)] == labels for row in table.rows)
