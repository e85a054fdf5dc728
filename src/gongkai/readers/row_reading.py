"""One row of a table as read, before arithmetic (行的读数)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import msgspec

from gongkai.readers.figures import Reading, reading
from gongkai.readers.slots import Slot
from gongkai.readers.split import Row
from gongkai.readers.tape import Tape
from gongkai.report import Column, State, Value

# With more figures than this beyond a row's own, no laying says anything.
_MOST_STRAYS = 3
_LONGEST_TEXT = 500
# Pieces of a slot's text, each with its offset in it.
Pieces = list[tuple[int, str]]


class RowReading(msgspec.Struct, frozen=True):
    """One row as read: its `cells` where they are certain, else its possible `rows`.

    `loose` says what each cell could be whatever the sums. `orphans` are figures behind the row that belong to no
    label, and `crowded` that no line parts them from its own. `lost` says that characters had to be restored to
    read the row at all.
    """

    row: int
    slot: Slot
    cells: tuple[Reading, ...] = ()
    rows: tuple[Row, ...] = ()
    loose: tuple[tuple[Value | None, ...], ...] = ()
    text: str = ""
    span: tuple[int, int] = (0, 0)
    lost: bool = False
    orphans: tuple[tuple[Reading, ...], ...] = ()
    crowded: bool = False


def read_piece(tape: Tape, slot: Slot, offset: int, piece: str, column: Column) -> Reading:
    """Read one cell that stands `offset` characters into the slot."""
    start = slot.start + offset
    return reading(piece, tape.raw[start : start + len(piece)], column, start)


def read_pieces(tape: Tape, slot: Slot, pieces: Pieces, columns: Sequence[Column]) -> tuple[Reading, ...]:
    """Read as many pieces as there are columns."""
    return tuple(
        read_piece(tape, slot, at, piece, column) for (at, piece), column in zip(pieces, columns, strict=True)
    )


def blank_row(slot: Slot, width: int) -> RowReading:
    """Return a row that shows nothing."""
    blank = Reading("", State.BLANK, None, slot.start, slot.start)
    return RowReading(slot.row, slot, (blank,) * width)


def span_of(slot: Slot, pieces: Pieces) -> tuple[int, int]:
    """Return the span on the tape from the first piece to the last."""
    return slot.start + pieces[0][0], slot.start + pieces[-1][0] + len(pieces[-1][1])


def placed(tape: Tape, slot: Slot, pieces: Pieces, columns: Sequence[Column], group: int) -> RowReading:
    """Keep every way to lay the pieces into the row's cells, in order, blanks or strays between them."""
    width = len(columns)
    if not pieces:
        return blank_row(slot, width)
    span = span_of(slot, pieces)
    text = tape.raw[span[0] : span[1]].strip()
    if len(pieces) > width + _MOST_STRAYS:
        return RowReading(slot.row, slot, text=text[:_LONGEST_TEXT], span=span, loose=((),) * width)
    read = [read_piece(tape, slot, at, piece, columns[-1]) for at, piece in pieces]
    values = [cell.value if cell.state is State.PRINTED else None for cell in read]
    if any(cell.state is State.UNREADABLE for cell in read):
        return RowReading(slot.row, slot, text=text, span=span, loose=((),) * width)
    rows = dict.fromkeys(_layings(values, width))
    fitting = tuple(row for row in rows if sums_hold(row, group)) if group else tuple(rows)
    loose = tuple(_spread([row[n] for row in rows]) for n in range(width))
    return RowReading(slot.row, slot, rows=fitting, loose=loose, text=text, span=span)


def _layings(values: list[Value | None], width: int) -> list[Row]:
    if len(values) > width:
        return [tuple(values[n] for n in kept) for kept in combinations(range(len(values)), width)]
    rows = []
    for places in combinations(range(width), len(values)):
        at = dict(zip(places, values, strict=True))
        rows.append(tuple(at.get(n) for n in range(width)))
    return rows


def sums_hold(row: Sequence[Value | None], group: int) -> bool:
    """Say whether every `group`-th cell is the sum of those before it; a blank counts 0, but is no sum.

    A group of blanks alone holds: a form may be left empty.
    """
    parts = (row[at : at + group] for at in range(0, len(row), group))
    return all(
        part[-1] == sum(value or 0 for value in part[:-1]) or all(value is None for value in part) for part in parts
    )


def _spread(values: list[Value | None]) -> tuple[Value | None, ...]:
    figures = sorted({value for value in values if value is not None})
    return (*figures, None) if None in values else tuple(figures)
