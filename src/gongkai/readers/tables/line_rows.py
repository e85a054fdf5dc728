"""Rows whose cells stand on lines of their own, or are parted by blanks or nothing (逐行与粘连)."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from gongkai.readers.tables.fields import TOKEN
from gongkai.readers.tables.figures import LOST, Reading
from gongkai.readers.tables.habits import Habits, line_ends
from gongkai.readers.tables.row_reading import (
    Pieces,
    RowReading,
    blank_row,
    placed,
    read_piece,
    read_pieces,
    span_of,
    sums_hold,
)
from gongkai.readers.tables.slots import Slot
from gongkai.readers.tables.split import split
from gongkai.readers.tape import Tape
from gongkai.report import Column, State

_LINE = re.compile(r"[^\s\x00](?:[^\n]*[^\s\x00])?")
_PAGE_NUMBER = re.compile(r"(?<![^\s|])- ?\d{1,3} ?-(?![^\s|])")


def line_row(tape: Tape, slot: Slot, columns: Sequence[Column], group: int, habits: Habits) -> RowReading:
    """Read a row on several lines; blank cells show, if at all, as more line ends than usual."""
    width = len(columns)
    lines = [(match.start(), match[0]) for match in _LINE.finditer(slot.text)]
    first = TOKEN.findall(lines[0][1])
    if not habits.stacked and len(first) > 1:
        return _first_line(tape, slot, columns, group, habits, lines)
    if habits.glued and width > 1:
        return soft_row(tape, slot, columns, group, habits, (0, slot.text))
    if len(lines) == width:
        return RowReading(slot.row, slot, read_pieces(tape, slot, lines, columns))
    if len(lines) > width > 1 and len(lines) % width == 0:
        own, *rest = (lines[n : n + width] for n in range(0, len(lines), width))
        orphans = tuple(read_pieces(tape, slot, part, columns) for part in rest)
        return RowReading(slot.row, slot, read_pieces(tape, slot, own, columns), orphans=orphans, crowded=True)
    if len(lines) < width and not slot.dirty and (places := _by_line_ends(slot, lines, width, habits)):
        return RowReading(slot.row, slot, _with_blanks(tape, slot, lines, places, columns))
    return placed(tape, slot, lines, columns, group)


def _first_line(
    tape: Tape, slot: Slot, columns: Sequence[Column], group: int, habits: Habits, lines: Pieces
) -> RowReading:
    """Read a row printed on one line; figures on further lines belong to no label."""
    own = soft_row(tape, slot, columns, group, habits, lines[0])
    orphans = []
    for at, line in lines[1:]:
        pieces = [(at + match.start(), match[0]) for match in TOKEN.finditer(line)]
        if len(pieces) == len(columns):
            orphans.append(read_pieces(tape, slot, pieces, columns))
    return msgspec.structs.replace(own, orphans=tuple(orphans))


def _by_line_ends(slot: Slot, found: Pieces, width: int, habits: Habits) -> list[int] | None:
    """Return the columns of the figures by the line ends around them, if those tell exactly the blanks."""
    if not habits.gap:
        return None
    counts = line_ends(slot.text, [(at, at + len(piece)) for at, piece in found])
    usual = [habits.lead, *[habits.gap] * (len(found) - 1), habits.tail]
    more = [count - base for count, base in zip(counts, usual, strict=True)]
    if slot.last and sum(counts) != (width + 1) * habits.gap:
        # How many line ends part a table from what follows it, no row tells.
        more[-1] = 0
    if min(more) < 0:
        return None
    for unit in dict.fromkeys((habits.gap, 1)):
        blanks = [extra // unit for extra in more]
        if not any(extra % unit for extra in more) and sum(blanks) == width - len(found):
            return [sum(blanks[: number + 1]) + number for number in range(len(found))]
    return None


def _with_blanks(
    tape: Tape, slot: Slot, found: Pieces, places: list[int], columns: Sequence[Column]
) -> tuple[Reading, ...]:
    at = dict(zip(places, found, strict=True))
    last = slot.start
    cells = []
    for number, column in enumerate(columns):
        if number in at:
            cell = read_piece(tape, slot, *at[number], column)
            last = cell.end
        else:
            cell = Reading("", State.BLANK, None, last, last)
        cells.append(cell)
    return tuple(cells)


def soft_row(
    tape: Tape, slot: Slot, columns: Sequence[Column], group: int, habits: Habits, line: tuple[int, str]
) -> RowReading:
    """Read the figures of one line, which only blanks or nothing part."""
    offset, text = line
    found = [(offset + match.start(), match[0]) for match in TOKEN.finditer(text)]
    if len(found) > len(columns) and _PAGE_NUMBER.search(text):
        hidden = _PAGE_NUMBER.sub(lambda match: "\x00" * len(match[0]), text)
        return soft_row(tape, slot, columns, group, habits, (offset, hidden))
    if not found:
        return blank_row(slot, len(columns))
    if len(found) == len(columns):
        cells = read_pieces(tape, slot, found, columns)
        if all(c.state is not State.UNREADABLE or LOST.search(c.text) for c in cells) and _is_parted(
            cells, group, habits
        ):
            return RowReading(slot.row, slot, cells)
    if not habits.glued and not LOST.search(text):
        return placed(tape, slot, found, columns, group)
    parts = split(text.replace("\x00", " ").strip(), tuple(columns), group)
    if not parts.rows and not any(parts.loose):
        return placed(tape, slot, found, columns, group)
    span = span_of(slot, found)
    return RowReading(
        slot.row,
        slot,
        rows=parts.rows,
        loose=parts.loose,
        text=tape.raw[span[0] : span[1]].strip(),
        span=span,
        lost=parts.lost,
    )


def _is_parted(cells: tuple[Reading, ...], group: int, habits: Habits) -> bool:
    """Say whether as many figures as cells are the cells: not where this source glues some of them."""
    if len(cells) == 1 or not habits.glued:
        return True
    return bool(group) and sums_hold([cell.value for cell in cells], group)
