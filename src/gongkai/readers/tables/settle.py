"""Rows as read → the cells of a table; what the text leaves open is decided by the columns' sums (定值).

A reading is accepted only where it is the only one. The author's own sums are never corrected: an identity
that fails for every reading decides nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import product

import msgspec

from gongkai.readers.tables.figures import Reading
from gongkai.readers.tables.row_reading import RowReading
from gongkai.readers.tables.split import Row
from gongkai.readers.tape import Tape
from gongkai.report import Cell, CellKey, Method, Repair, State, Table, Value

_MOST_COMBINATIONS = 40_000
_LOST = re.compile("[?\ufffd]")
_LONGEST_FIGURE = 24
_PARTED = re.compile(r"[1-9]\d*(?: +\d+)+")
_LETTER_ZERO = re.compile("[0-9]*[oO][0-9oO]*")
_LOST_FIGURE = re.compile(r"[0-9]*\?[0-9]*")


def settle(tape: Tape, table: Table, readings: Sequence[RowReading | None]) -> list[Cell]:
    """Return the cells of a table, in the order of the form; `readings` has one entry a row, None if absent."""
    chosen = [_certain(reading) for reading in readings]
    if table.key == "3":
        _by_columns(table, readings, chosen)
    cells: list[Cell] = []
    for number, row in enumerate(table.rows):
        reading = readings[number]
        if reading is None:
            cells += [Cell(table=table.key, row=row.key, column=column.key) for column in row.columns]
        elif reading.cells:
            cells += _direct(tape, table, number, reading)
        else:
            cells += _open(tape, table, number, reading, chosen[number])
    return _with_repairs(table, cells)


def _certain(reading: RowReading | None) -> Row | None:
    """Return a row's values where one reading alone remains."""
    if reading is None:
        return None
    if reading.cells:
        return tuple(0 if cell.state is State.BLANK else cell.value for cell in reading.cells)
    return reading.rows[0] if len(reading.rows) == 1 else None


def _by_columns(table: Table, readings: Sequence[RowReading | None], chosen: list[Row | None]) -> None:
    """Choose among several readings of rows the only combination that every column's sums allow."""
    open_rows = [n for n, reading in enumerate(readings) if reading and len(reading.rows) > 1]
    size = 1
    for number in open_rows:
        reading = readings[number]
        size *= len(reading.rows) if reading else 1
    if not open_rows or size > _MOST_COMBINATIONS:
        return
    keys = [row.key for row in table.rows]
    results = [n for n, key in enumerate(keys) if key.startswith("3.") and key != "3.7"]
    total, new, old, out = (keys.index(key) for key in ("3.7", "1", "2", "4"))
    sums = ((results, [total]), ([new, old], [total, out]))
    fitting = []
    for combination in product(*(reading.rows for n in open_rows if (reading := readings[n]))):
        trial = dict(zip(open_rows, combination, strict=True))
        rows = [trial.get(n, row) for n, row in enumerate(chosen)]
        verdicts = [_columns_hold(rows, left, right) for left, right in sums]
        if all(verdict is not False for verdict in verdicts) and any(verdicts):
            fitting.append(trial)
            if len(fitting) > 1:
                break
    if len(fitting) == 1:
        for number, row in fitting[0].items():
            chosen[number] = row


def _columns_hold(rows: list[Row | None], left: list[int], right: list[int]) -> bool | None:
    """Say whether sums hold in all columns that can be checked; None if none can."""
    involved = [rows[number] for number in (*left, *right)]
    if any(row is None for row in involved):
        return None
    verdict = None
    for column in range(7):
        values = [row[column] for row in involved if row]
        if None in values:
            continue
        numbers = [value for value in values if value is not None]
        if sum(numbers[: len(left)]) != sum(numbers[len(left) :]):
            return False
        verdict = True
    return verdict


def _direct(tape: Tape, table: Table, number: int, reading: RowReading) -> list[Cell]:
    row = table.rows[number]
    return [
        read_directly(tape, (table.key, row.key, column.key), cell)
        for column, cell in zip(row.columns, reading.cells, strict=True)
    ]


def read_directly(tape: Tape, key: CellKey, cell: Reading) -> Cell:
    """Return the cell that says what stands in its place, and what an unreadable figure can be."""
    table, row, column = key
    return Cell(
        table=table,
        row=row,
        column=column,
        text=cell.text,
        value=cell.value,
        state=cell.state,
        place=tape.place(cell.start, cell.end) if cell.state is not State.ABSENT else None,
        candidates=_candidates(cell.text) if cell.state is State.UNREADABLE else cell.candidates,
    )


def _candidates(text: str) -> tuple[Value, ...]:
    """Return what a figure can be that a blank parts, or that has lost one digit or a blank at a `?`."""
    if len(text) > _LONGEST_FIGURE:
        return ()
    if _PARTED.fullmatch(text):
        return (int("".join(text.split())),)
    if _LETTER_ZERO.fullmatch(text):
        return (int(text.replace("o", "0").replace("O", "0")),)
    if not _LOST_FIGURE.fullmatch(text):
        return ()
    texts = [text.replace("?", digit) for digit in ("", *"0123456789")]
    return tuple(sorted({int(t) for t in texts if t and (t == "0" or t[0] != "0")}))


def _open(tape: Tape, table: Table, number: int, reading: RowReading, chosen: Row | None) -> list[Cell]:
    row = table.rows[number]
    place = tape.place(*reading.span)
    cells = []
    for index, column in enumerate(row.columns):
        possible = list(reading.loose[index]) if reading.loose else []
        possible += [option[index] for option in reading.rows if option[index] not in possible]
        # One value in every reading of the row is certain even where the row is not.
        alike = len(possible) == 1 and bool(reading.rows) and possible[0] is not None
        only = chosen[index] if chosen else possible[0] if alike else None
        settled = chosen is not None or alike
        cell = Cell(table=table.key, row=row.key, column=column.key, text=reading.text, place=place)
        if not settled:
            cell = msgspec.structs.replace(
                cell, state=State.AMBIGUOUS if possible else State.UNREADABLE, candidates=tuple(possible)
            )
        elif only is None:
            cell = msgspec.structs.replace(cell, text="", state=State.BLANK, method=Method.SPLIT)
        elif reading.lost:
            proof = Repair(only, "restoring the lost characters gives this row alone whose sums hold")
            cell = msgspec.structs.replace(
                cell, state=State.AMBIGUOUS, method=Method.PROVED, candidates=(only,), repair=proof
            )
        else:
            cell = msgspec.structs.replace(
                cell, text=str(only), value=only, state=State.PRINTED, method=Method.SPLIT
            )
        cells.append(cell)
    return cells


def _with_repairs(table: Table, cells: list[Cell]) -> list[Cell]:
    """Offer a value for an unreadable cell where its row's sum leaves exactly one."""
    if table.key == "2":
        return cells
    width = len(table.rows[0].columns)
    fixed = list(cells)
    for start in range(0, len(cells), width):
        row = cells[start : start + width]
        broken = [n for n, cell in enumerate(row) if cell.state is State.UNREADABLE]
        others = [cell for n, cell in enumerate(row) if n not in broken]
        if len(broken) != 1 or any(cell.value is None and cell.state is not State.BLANK for cell in others):
            continue
        at = broken[0]
        parts = sum(int(cell.value or 0) for cell in row[:-1])
        value = parts if at == width - 1 else int(row[-1].value or 0) - parts
        if value >= 0 and _can_be(row[at].text, value):
            fixed[start + at] = msgspec.structs.replace(
                row[at],
                method=Method.PROVED,
                candidates=(value,),
                repair=Repair(value, "the row's sum leaves only this value"),
            )
    return fixed


def _can_be(text: str, value: int) -> bool:
    if not _LOST.search(text) or len(text) > _LONGEST_FIGURE:
        return False
    pattern = "".join({"?": "[0-9]?", "\ufffd": "[0-9]*"}.get(char, re.escape(char)) for char in text)
    return re.fullmatch(pattern, str(value)) is not None
