"""Rows whose cells the source parts with bars, tabs or the cells of a page (表格行)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from gongkai.readers.tables.fields import (
    TOKEN,
    bars_in,
    fields_of,
    filled,
    grid_lines,
    is_stacked,
    line_of,
    pieces_of,
    shows,
    unlabelled_fields,
)
from gongkai.readers.tables.figures import Reading
from gongkai.readers.tables.habits import Habits
from gongkai.readers.tables.row_reading import Pieces, RowReading, placed, read_piece, read_pieces
from gongkai.readers.tables.slots import Slot
from gongkai.readers.tape import Tape
from gongkai.report import Column

_OPENING = re.compile(r"\s*\|\s*[\u4e00-\u9fff]")
_PADDED = re.compile(r"\|[ ]*\|$|\t\t$")


def grid_row(
    tape: Tape,
    slot: Slot,
    columns: Sequence[Column],
    group: int,
    habits: Habits,
    parting: str,
    *,
    below: bool,
) -> RowReading:
    """Read a row whose blanks show. `below`: its figures stand in the line below their labels, as in table 4."""
    width = len(columns)
    lines = grid_lines(slot.text, parting, width, cut=habits.rows_on_lines and not below)
    unlabelled = False
    if below:
        lines, unlabelled = _lines_below(lines, parting)
    offset, line = lines[0]
    if unlabelled:
        fields = unlabelled_fields(line, parting, width, framed=_frame(tape, slot))
    else:
        fields = fields_of(line, parting, keep_last=not habits.closing)
    if below and len(lines) > 1 and _numbers_its_columns(fields):
        offset, line = lines[1]
        fields = unlabelled_fields(line, parting, width, framed=_frame(tape, slot))
        lines = lines[1:]
    whole = (
        (unlabelled and len(fields) == width)
        or parting == "cells"
        or _is_whole(tape, slot, lines, len(fields), width, habits)
    )
    first = _first_cell(fields, width, whole=whole, leading=habits.leading)
    fields = [(offset + at, piece) for at, piece in fields]
    if first is None or _is_crammed(fields, width):
        if unlabelled and not fields:
            fields = [(offset + at, piece) for at, piece in pieces_of(line, parting)]
        return placed(tape, slot, _tokens(fields), columns, group)
    cells = read_pieces(tape, slot, fields[first : first + width], columns)
    rest = [fields[first + width :]]
    rest += [
        [(at + begin, piece) for begin, piece in fields_of(text, parting, keep_last=False)]
        for at, text in lines[1:]
    ]
    orphans = tuple(_orphan(tape, slot, fields, columns) for fields in rest if filled(fields))
    return RowReading(slot.row, slot, cells, orphans=orphans)


def _frame(tape: Tape, slot: Slot) -> tuple[bool | None, bool | None]:
    """Say whether bars open and close the lines of this source; None where padding hides the answer."""
    line = line_of(tape, slot).rstrip(" \n")
    opening = True if _OPENING.match(line) else None if line.lstrip(" ").startswith(("|", "\t")) else False
    return opening, None if _PADDED.search(line) else line.endswith(("|", "\t"))


def _is_crammed(fields: Pieces, width: int) -> bool:
    """Say whether a field holds the figures of several, so that the blanks of the row are not its own."""
    full = filled(fields)
    return len(full) < width and any(len(TOKEN.findall(fields[n][1])) > 1 for n in full)


def _tokens(fields: Pieces) -> Pieces:
    return [
        (at + match.start(), match[0])
        for at, piece in (fields[n] for n in filled(fields))
        for match in TOKEN.finditer(piece)
    ]


def _numbers_its_columns(fields: Pieces) -> bool:
    """Say whether a line only counts the columns, from 1 on."""
    return [piece.strip() for _, piece in fields] == [str(n) for n in range(1, len(fields) + 1)]


def _is_whole(tape: Tape, slot: Slot, lines: Pieces, count: int, width: int, habits: Habits) -> bool:
    """Say whether a row has as many fields as the other rows of its kind, so that no cell of it is lost."""
    if is_stacked(slot, lines):
        return count == habits.counts[slot.after_group]
    if habits.unpadded:
        return count == width
    return bars_in(line_of(tape, slot)) == habits.bars if habits.bars else count == habits.depths.get(slot.depth)


def _lines_below(lines: Pieces, parting: str) -> tuple[Pieces, bool]:
    """Return the lines without the rest of the head's own line, and whether there was such a line."""
    if len(lines) > 1 and not shows(lines[0][1]):
        lines = lines[1:]
    elif parting != "cells" and lines[0][0] == 0:
        head, end, rest = lines[0][1].partition("\n")
        if end and not shows(head):
            lines = [(len(head) + 1, rest), *lines[1:]]
    return lines, lines[0][0] > 0


def _first_cell(fields: Pieces, width: int, *, whole: bool, leading: bool | None) -> int | None:
    """Return where a row's cells begin among its fields, or None where a cell may be lost or put in.

    Spans leave blank fields before (`leading`) or behind a row's cells. A row whose cells are all filled shows
    itself; one with blanks is believed only if it is `whole`.
    """
    full = filled(fields)
    if width == 1 and len(full) > 1 and len({fields[n][1].strip() for n in full}) == 1:
        return full[0]
    if len(full) == width and full[-1] - full[0] == width - 1:
        return full[0]
    if not whole or len(fields) < width or (leading is None and len(fields) > width):
        return None
    first = len(fields) - width if leading else 0
    return first if not full or (first <= full[0] and full[-1] < first + width) else None


def _orphan(tape: Tape, slot: Slot, fields: Pieces, columns: Sequence[Column]) -> tuple[Reading, ...]:
    """Return the figures behind a row's own as readings."""
    full = filled(fields)
    kept = fields[full[0] : full[-1] + 1]
    last = len(columns) - 1
    return tuple(read_piece(tape, slot, at, piece, columns[min(n, last)]) for n, (at, piece) in enumerate(kept))
