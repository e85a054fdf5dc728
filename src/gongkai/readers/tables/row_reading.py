"""One row of a table as read, before arithmetic (行的读数)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

import msgspec

from gongkai.readers.tables.figures import Reading, number, reading
from gongkai.readers.tables.slots import Slot
from gongkai.readers.tables.split import Row, ordered
from gongkai.readers.tape import Tape
from gongkai.report import Column, State, Value

# With more figures than this beyond a row's own, no laying says anything.
_MOST_STRAYS = 3
_LONGEST_TEXT = 500
# A column that takes any figure, to read one before its column is known.
_ANY = Column("", "", money=True, signed=True)
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
    read = [read_piece(tape, slot, at, piece, _ANY) for at, piece in pieces]
    if any(cell.state in {State.UNREADABLE, State.AMBIGUOUS, State.ABSENT} for cell in read):
        return RowReading(slot.row, slot, text=text, span=span, loose=((),) * width)
    rows = tuple(dict.fromkeys(_layings(read, columns)))
    fitting = tuple(row for row in rows if sums_hold(row, group)) if group else rows
    loose = tuple(ordered([row[n] for row in rows]) for n in range(width))
    over = (tuple(read),) if len(read) > width else ()
    return RowReading(slot.row, slot, rows=fitting, loose=loose, text=text, span=span, orphans=over)


def _layings(read: list[Reading], columns: Sequence[Column]) -> Iterator[Row]:
    """Yield every way to lay figures into cells in order: blanks between them, or some of them left out."""
    width = len(columns)
    if len(read) > width:
        for kept in combinations(read, width):
            yield from _row(dict(enumerate(kept)), columns)
        if len(read) == width + 1:
            for at in range(width):
                yield from _row(dict(enumerate(_joined(read, at))), columns)
        return
    for places in combinations(range(width), len(read)):
        yield from _row(dict(zip(places, read, strict=True)), columns)


def _joined(read: list[Reading], at: int) -> list[Reading]:
    """Return the readings with two neighbours made one figure, which something put between them had parted."""
    left, right = read[at], read[at + 1]
    whole = number(f"{left.value}{right.value}", _ANY) if left.text.isdigit() and right.text.isdigit() else None
    joined = msgspec.structs.replace(left, value=whole, end=right.end)
    return [*read[:at], joined, *read[at + 2 :]]


def _row(cells: dict[int, Reading], columns: Sequence[Column]) -> Iterator[Row]:
    """Yield the row that some cells make, if each can stand in its column."""
    values: list[Value | None] = []
    for place, column in enumerate(columns):
        cell = cells.get(place)
        value = number(str(cell.value), column) if cell and cell.value is not None else None
        if cell and cell.value is not None and value is None:
            return
        values.append(value)
    yield tuple(values)


def sums_hold(row: Sequence[Value | None], group: int) -> bool:
    """Say whether every `group`-th cell is the sum of those before it; a blank counts 0, but is no sum.

    A group of blanks alone holds: a form may be left empty.
    """
    parts = (row[at : at + group] for at in range(0, len(row), group))
    return all(
        part[-1] == sum(value or 0 for value in part[:-1]) or all(value is None for value in part) for part in parts
    )
