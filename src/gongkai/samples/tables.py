"""The statutory tables as lines of spots (法定表格), the way the form prints them."""

from __future__ import annotations

import random

from gongkai.report import Column, Row, Table
from gongkai.samples.content import Group, Line, PrintedTable, Role, Spot
from gongkai.samples.style import Style
from gongkai.terms import form

_WIDTHS = {"2": 4, "3": 10, "4": 15}
_LABEL_COLUMNS = 3
# (三)不予公开 is broken before its last two characters.
_LONG_GROUP, _BREAK = 7, 5


def printed_table(table: Table, style: Style, rng: random.Random) -> PrintedTable:
    """Return one of the three tables as its author prints it."""
    builders = {"2": _table_2, "3": _table_3, "4": _table_4}
    lines, head_lines = builders[table.key](table, style, rng)
    return PrintedTable(table.key, _WIDTHS[table.key], tuple(lines), head_lines)


def _head(text: str, style: Style, rng: random.Random, across: int = 1, down: int = 1) -> Spot:
    """Return a column's head, sometimes broken in two where it has four characters."""
    text = style.typeset(text)
    broken = len(text) == 4 and rng.random() < style.split_heads
    return Spot(Role.HEAD, (text[:2], text[2:]) if broken else (text,), None, across, down)


def _values(table: str, row: Row, spans: tuple[int, ...] = ()) -> tuple[Spot, ...]:
    spans = spans or (1,) * len(row.columns)
    return tuple(
        Spot(Role.VALUE, (), (table, row.key, column.key), across)
        for column, across in zip(row.columns, spans, strict=True)
    )


def _spans(columns: tuple[Column, ...]) -> tuple[int, ...]:
    return {1: (3,), 2: (1, 2), 3: (1, 1, 1)}[len(columns)]


def _table_2(table: Table, style: Style, rng: random.Random) -> tuple[list[Line], int]:
    lines: list[Line] = []
    item = None
    for row in table.rows:
        spans = _spans(row.columns)
        if row.labels[0] != item:
            item = row.labels[0]
            heads = (_head(c.label, style, rng, s) for c, s in zip(row.columns, spans, strict=True))
            lines.append(Line((Spot(Role.BANNER, (style.typeset(item),), None, 4),)))
            lines.append(Line((_head(form.CONTENT, style, rng), *heads)))
        label = Spot(Role.LABEL, (style.label(row.label),))
        lines.append(Line((label, *_values("2", row, spans)), ("2", row.key)))
    return lines, 0


def _table_3(table: Table, style: Style, rng: random.Random) -> tuple[list[Line], int]:
    note = Spot(Role.BANNER, (style.typeset(form.BALANCE_NOTE),), None, _LABEL_COLUMNS, 3)
    natural, *legal, total = (column.label for column in table.rows[0].columns)
    lines = [
        Line((note, _head(form.APPLICANTS, style, rng, 7))),
        Line(
            (
                _head(natural, style, rng, 1, 2),
                _head(form.LEGAL_PERSONS, style, rng, 5),
                _head(total, style, rng, 1, 2),
            )
        ),
        Line(tuple(_head(label, style, rng) for label in legal)),
    ]
    for row in table.rows:
        *above, own = row.labels
        groups = tuple(_group(row.key, depth, text, style) for depth, text in enumerate(above, 1))
        label = Spot(Role.LABEL, (style.label(own),), None, _LABEL_COLUMNS - len(above))
        lines.append(Line((label, *_values("3", row)), ("3", row.key), groups))
    return lines, 3


def _group(row_key: str, depth: int, text: str, style: Style) -> Group:
    key = ".".join(row_key.split(".")[:depth])
    text = style.label(text)
    parts = (text[:_BREAK], text[_BREAK:]) if style.split_groups and len(text) == _LONG_GROUP else (text,)
    return Group(key, Spot(Role.GROUP, parts))


def _table_4(table: Table, style: Style, rng: random.Random) -> tuple[list[Line], int]:
    reconsideration, direct, after = table.rows
    lines = [
        Line((_head(form.RECONSIDERATION, style, rng, 5), _head(form.LITIGATION, style, rng, 10))),
        Line(
            (
                *(_head(column.label, style, rng, 1, 2) for column in reconsideration.columns),
                _head(form.LITIGATION_DIRECT, style, rng, 5),
                _head(form.LITIGATION_AFTER, style, rng, 5),
            )
        ),
        Line(tuple(_head(c.label, style, rng) for row in (direct, after) for c in row.columns)),
    ]
    values = tuple(spot for row in table.rows for spot in _values("4", row))
    return [*lines, Line(values, ("4", ""))], 3
