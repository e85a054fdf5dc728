"""Slots → rows: which figure belongs to which column, by what parts the cells in the source (分列).

Cells of a page, bars and tabs show their blanks. Lines show them only as further line ends. Blanks and nothing
at all between figures show none, and then arithmetic must decide (`split`). A row whose cells are all filled and
firmly parted needs none of this, and is read first.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

import msgspec

from gongkai.readers.tables.fields import MARKS, TOKEN, kind
from gongkai.readers.tables.figures import Reading, number
from gongkai.readers.tables.grid_rows import grid_row
from gongkai.readers.tables.habits import Habits, Rows, learn
from gongkai.readers.tables.line_rows import line_row, soft_row
from gongkai.readers.tables.row_reading import RowReading, sums_hold
from gongkai.readers.tables.slots import Slot
from gongkai.readers.tape import ROW, Tape
from gongkai.report import Column, State

_FIGURE = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_LAST_DIGIT = re.compile(r"\d([\s|\x00\x1f]*)$")
# Rows at least that must end in the next label's ordinal before it is taken for one.
_LEAST_ORDINALS = 5


def read_rows(
    tape: Tape,
    slots: Sequence[Slot],
    columns: Sequence[Sequence[Column]],
    group: int,
    *,
    below: bool = False,
    others: Sequence[Rows] = (),
) -> list[RowReading]:
    """Read every slot of a table.

    `columns` gives the columns of each row, `group` the number of cells that a sum closes (0: none), `below` says
    that figures stand below their labels and not beside them.
    """
    if any(slot.next_ordinal for slot in slots):
        slots = _without_bare_ordinals(slots)
    rows = [_full_row(slot, columns[slot.row], group) for slot in slots]
    rows = _without_odd_rows(rows, slots, columns)
    if all(rows):
        return [row for row in rows if row]
    habits = learn(tape, (slots, columns), others)
    return [
        row or _read_row(tape, slot, columns[slot.row], group, habits, below=below)
        for slot, row in zip(slots, rows, strict=True)
    ]


def _full_row(slot: Slot, columns: Sequence[Column], group: int) -> RowReading | None:
    """Read a row of nothing but plain figures, as many as columns, side by side; None for any other."""
    if slot.dirty:
        return None
    found = list(TOKEN.finditer(slot.text.replace("|", " ") if "|" in slot.text else slot.text))
    if len(found) != len(columns):
        return None
    cells = []
    for match, column in zip(found, columns, strict=True):
        text = match[0]
        value = number(text, column) if _FIGURE.fullmatch(text) else None
        if value is None:
            return None
        cells.append(Reading(text, State.PRINTED, value, slot.start + match.start(), slot.start + match.end()))
    return RowReading(slot.row, slot, tuple(cells)) if _side_by_side(slot.text, cells, slot.start, group) else None


def _without_odd_rows(
    rows: list[RowReading | None], slots: Sequence[Slot], columns: Sequence[Sequence[Column]]
) -> list[RowReading | None]:
    """Drop rows on several lines from a table whose rows stand on one, and the other way round."""
    partings = [kind(slot.text) if len(columns[slot.row]) > 1 else "" for slot in slots]
    counts = Counter(parting for parting in partings if parting)
    if len(counts) < 2:
        return rows
    usual = counts.most_common(1)[0][0]
    odd = {"lines": "soft", "soft": "lines"}.get(usual)
    return [None if parting == odd else row for row, parting in zip(rows, partings, strict=True)]


def _side_by_side(text: str, cells: list[Reading], start: int, group: int) -> bool:
    """Say whether a row's figures stand in neighbouring fields of one row, or soft ones add up."""
    if len(cells) == 1:
        return True
    parting = kind(text)
    if parting == "soft":
        return bool(group) and sums_hold([cell.value for cell in cells], group)
    if parting == "lines":
        return all("\n" in text[left.end - start : right.start - start] for left, right in pairwise(cells))
    between = text[cells[0].end - start : cells[-1].start - start]
    return between.count(MARKS[parting]) == len(cells) - 1 and ROW not in between


def _read_row(
    tape: Tape, slot: Slot, columns: Sequence[Column], group: int, habits: Habits, *, below: bool
) -> RowReading:
    parting = kind(slot.text)
    if parting in MARKS:
        return grid_row(tape, slot, columns, group, habits, parting, below=below)
    if parting == "lines":
        return line_row(tape, slot, columns, group, habits)
    return soft_row(tape, slot, columns, group, habits, (0, slot.text))


def _without_bare_ordinals(slots: Sequence[Slot]) -> Sequence[Slot]:
    """Drop the ordinals of next labels that stand without a dot, where the table prints them so."""
    asked = [slot for slot in slots if slot.next_ordinal]
    tails = [(slot, _LAST_DIGIT.search(slot.text)) for slot in asked]
    alike = [tail for slot, tail in tails if tail and slot.text[tail.start()] == slot.next_ordinal]
    if len(asked) < _LEAST_ORDINALS or len(alike) < 0.8 * len(asked):
        return slots
    return [
        msgspec.structs.replace(slot, text=_LAST_DIGIT.sub(r"\1", slot.text)) if slot.next_ordinal else slot
        for slot in slots
    ]
