"""Rows of the long form → reports (长表读回): every row is understood, or the file refused."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from gongkai.errors import InputTooLarge, UnknownKind
from gongkai.readers.documents.limits import MAX_DATA_ROWS
from gongkai.readers.records import reasons
from gongkai.readers.records.gathered import Gathered, Line, cut
from gongkai.report import AnnualReport
from gongkai.report.long_table import COLUMNS, NEEDED

# A report with the name of the file that it was once read from.
Named = tuple[str | None, AnnualReport]


class Table(NamedTuple):
    """A table in long form: the names of its columns, and its rows below; `sheet` where a file has several."""

    head: Sequence[str]
    rows: Iterable[Sequence[str]]
    sheet: str = ""


def reports_of(tables: Iterable[Table]) -> tuple[Named, ...]:
    """Return the reports of tables in long form, each with the source that it names.

    Rows may come in any order. UnknownKind where one is not understood, InputTooLarge where they are too many.
    """
    tables = list(tables)
    if lacking := missing([name for table in tables for name in table.head]):
        raise UnknownKind(reasons.NO_COLUMN.format(columns=", ".join(lacking)))
    found: dict[tuple[str, ...], Gathered] = {}
    count = 0
    for table in tables:
        places = _places(table.head)
        for number, values in enumerate(table.rows, 2):
            count += 1
            if count > MAX_DATA_ROWS:
                raise InputTooLarge(reasons.TOO_MANY_ROWS.format(limit=MAX_DATA_ROWS))
            line = Line(*(values[at] if at < len(values) else "" for at in places))
            if not any(line):
                continue
            try:
                # What a report is known by.
                key = line[:5]
                if key not in found:
                    found[key] = Gathered(line)
                found[key].add(line)
            except UnknownKind as error:
                raise UnknownKind(_at(table, number, error.reason)) from error
    if not found:
        raise UnknownKind(reasons.NO_ROWS)
    return tuple((gathered.source, gathered.report()) for gathered in found.values())


def missing(names: Iterable[str]) -> list[str]:
    """Return the columns that the long form needs and that are not among some names."""
    found = {name.strip() for name in names}
    return [name for name in NEEDED if name not in found]


def _places(head: Sequence[str]) -> list[int]:
    """Return where each of `COLUMNS` stands in a table; beyond its end where it does not."""
    names = [name.strip() for name in head]
    if twice := [name for name in COLUMNS if names.count(name) > 1]:
        raise UnknownKind(reasons.COLUMN_TWICE.format(column=twice[0]))
    return [names.index(name) if name in names else len(names) + MAX_DATA_ROWS for name in COLUMNS]


def _at(table: Table, row: int, reason: str) -> str:
    if table.sheet:
        return reasons.SHEET_ROW.format(sheet=cut(table.sheet), row=row, reason=reason)
    return reasons.ROW.format(row=row, reason=reason)
