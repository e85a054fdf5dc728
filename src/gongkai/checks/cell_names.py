"""What rows, columns and cells are called in messages (单元格名称): the form's own words, without its notes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from gongkai.report import EDITIONS, CellKey, Row, Value, plain
from gongkai.terms import form

TABLE_NAMES = {"2": "表二", "3": "表三", "4": "表四"}
MOST_NAMED = 3
_INNER_QUOTES = str.maketrans("“”", "‘’")
_GROUPS = frozenset({form.DENIED, form.UNAVAILABLE, form.NOT_HANDLED, form.OTHERWISE_HANDLED})


class CellName(NamedTuple):
    """The names of a cell's table, row and column."""

    table: str
    row: str
    column: str

    def __str__(self) -> str:
        return f"{self.table}“{self.row}”行“{self.column}”列"


@cache
def cell_names(edition_key: str) -> Mapping[CellKey, CellName]:
    """Return what every cell of an edition is called."""
    return {
        (table.key, row.key, column.key): CellName(
            TABLE_NAMES[table.key], _row_name(row), _without_note(column.label)
        )
        for table in EDITIONS[edition_key].tables
        for row in table.rows
        for column in row.columns
    }


def sum_name(edition_key: str, keys: Sequence[CellKey]) -> str:
    """Return what is called what some cells count together: a cell, the rows of a group, or several columns."""
    names = [cell_names(edition_key)[key] for key in keys]
    first = names[0]
    if len(names) == 1:
        return str(first)
    rows, columns = {name.row for name in names}, {name.column for name in names}
    if len(rows) == 1:
        return f"{first.table}“{first.row}”行{listed((f'“{name.column}”' for name in names), len(names))}各列之和"
    if len(columns) == 1:
        group = _group_of(edition_key, keys)
        shown = f"“{group}”各行" if group else listed((f"“{name.row}”" for name in names), len(names)) + "各行"
        return f"{first.table}{shown}“{first.column}”列之和"
    return listed(map(str, names)) + "之和"


def _group_of(edition_key: str, keys: Sequence[CellKey]) -> str | None:
    """Return the group of results whose rows some cells are, all of them."""
    rows = {row.key: row for row in EDITIONS[edition_key].table(keys[0][0]).rows}
    groups = {label for key in keys for label in rows[key[1]].labels[:-1] if label in _GROUPS}
    group = groups.pop() if len(groups) == 1 else None
    whole = [row.key for row in rows.values() if group in row.labels[:-1]]
    return _without_note(group) if group and whole == [key[1] for key in keys] else None


def listed(names: Iterable[str], most: int = MOST_NAMED) -> str:
    """Return the first names of a list, and whether there are more."""
    found = list(names)
    return "、".join(found[:most]) + ("等" if len(found) > most else "")


def added(values: Iterable[Value]) -> str:
    """Return a sum as it is written down, without the noughts."""
    return "+".join(plain(value) for value in values if value) or "0"


def _row_name(row: Row) -> str:
    """Return a row's label behind that of its group, without which “3.其他” says little."""
    group = [label for label in row.labels[:-1] if label in _GROUPS]
    return "".join(_without_note(label) for label in (*group, row.label))


def _without_note(label: str) -> str:
    """Return a label without the note in brackets behind it, or the second half of a long one."""
    start = label.find("（", 1)
    short = label[:start] if start > 0 else label
    return short.partition("、行政机关")[0].translate(_INNER_QUOTES)
