"""One table of a tape: its rows, their second copies, figures without a label, doubts, and its cells (单张表格)."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from gongkai.readers.tables.doubts import TableReading, doubts, shows_something
from gongkai.readers.tables.figures import Reading
from gongkai.readers.tables.habits import Rows
from gongkai.readers.tables.locate import Located
from gongkai.readers.tables.row_reading import RowReading
from gongkai.readers.tables.rows import read_rows
from gongkai.readers.tables.settle import settle
from gongkai.readers.tables.slots import Slot, slots
from gongkai.readers.tape import Tape
from gongkai.report import Cell, Column, Leftover, State, Table, Value

# After how many cells of a row a sum stands; table 4 prints its three rows of five side by side.
_GROUPS = {"2": 0, "3": 7, "4": 5}


class OneTable(msgspec.Struct, frozen=True):
    """The cells of a table, the leftovers inside it, and where it ends on the tape."""

    cells: tuple[Cell, ...]
    leftovers: tuple[Leftover, ...]
    end: int


class Found(msgspec.Struct, frozen=True):
    """A table found on the tape: where it begins, the slots of its rows and of rows printed twice.

    `others` are the rows of the document's other tables, `elsewhere` further copies of the whole table.
    `sound` says that no cell can have slipped from its place.
    """

    located: Located
    begin: int
    slots: Sequence[Slot]
    again: Sequence[Slot]
    others: Sequence[Rows]
    elsewhere: Sequence[Located]
    sound: bool = False


def read_table(tape: Tape, table: Table, place: Found) -> OneTable:
    """Read a table that was found."""
    columns, group, below = columns_of(table), _GROUPS[table.key], table.key == "4"

    def read(some: Sequence[Slot]) -> list[RowReading]:
        return read_rows(tape, some, columns, group, below=below, others=place.others) if some else []

    found = read(place.slots)
    copies = read(place.again)
    for other in place.elsewhere:
        copies += read(slots(tape, other, len(tape.text))[0])
    rows: list[RowReading | None] = [None] * len(columns)
    for row in found:
        rows[row.row] = row
    _fill_from_copies(rows, copies)
    rows = [_unsettled(row) if row and _beside_a_gap(rows, n) else row for n, row in enumerate(rows)]
    reading = TableReading(tape, place.located, tuple(place.slots), tuple(rows), group, place.begin)
    doubted = {} if place.sound else doubts(reading, copies)
    leftovers = [*_strays(tape, place.slots), *_place_orphans(tape, rows, found, columns)]
    cells = settle(tape, *_by_group(table, rows[0])) if below else settle(tape, table, rows)
    return OneTable(tuple(_doubted(cells, doubted, columns)), tuple(leftovers), _end(found))


def columns_of(table: Table) -> list[Sequence[Column]]:
    """Return the columns of each printed row."""
    if table.key == "4":
        return [[column for row in table.rows for column in row.columns]]
    return [row.columns for row in table.rows]


def _beside_a_gap(rows: Sequence[RowReading | None], number: int) -> bool:
    return None in rows[max(0, number - 1) : number + 2]


def _unsettled(row: RowReading) -> RowReading:
    """Return a row beside a lost one without the certainty of sums: some of its figures may be the other's."""
    if row.cells or not row.rows:
        return row
    options = zip(*row.rows, strict=True)
    loose = row.loose or [()] * len(row.rows[0])
    merged = tuple(tuple(dict.fromkeys((*some, *more, None))) for some, more in zip(loose, options, strict=True))
    return msgspec.structs.replace(row, rows=(), loose=merged)


def _fill_from_copies(rows: list[RowReading | None], copies: Sequence[RowReading]) -> None:
    """Use a row's second copy where the first shows nothing."""
    for copy in copies:
        first = rows[copy.row]
        if shows_something(copy) and (first is None or not shows_something(first)):
            rows[copy.row] = copy


def _strays(tape: Tape, own: Sequence[Slot]) -> list[Leftover]:
    return [
        Leftover(tape.raw[start:end].strip(), "words between figures", tape.place(start, end))
        for slot in own
        for start, end in slot.strays
    ]


def _place_orphans(
    tape: Tape, rows: list[RowReading | None], found: Sequence[RowReading], columns: list[Sequence[Column]]
) -> list[Leftover]:
    """Give figures without a label to the rows whose labels are missing there, as candidates only."""
    leftovers: list[Leftover] = []
    for row in found:
        missing: list[int] = []
        while (after := row.row + 1 + len(missing)) < len(rows) and rows[after] is None:
            missing.append(after)
        fitting = [orphan for orphan in row.orphans if missing and len(orphan) == len(columns[missing[0]])]
        if missing and len(fitting) == len(row.orphans) == len(missing):
            for number, orphan in zip(missing, fitting, strict=True):
                rows[number] = _as_candidates(row, number, orphan)
        else:
            leftovers += [_leftover(tape, orphan) for orphan in row.orphans]
    return leftovers


def _as_candidates(row: RowReading, number: int, orphan: tuple[Reading, ...]) -> RowReading:
    return RowReading(
        number,
        row.slot,
        loose=tuple((cell.value, None) for cell in orphan),
        text=" ".join(cell.text for cell in orphan),
        span=(orphan[0].start, orphan[-1].end),
    )


def _leftover(tape: Tape, orphan: tuple[Reading, ...]) -> Leftover:
    text = " ".join(cell.text for cell in orphan)
    return Leftover(text, "figures without a label", tape.place(orphan[0].start, orphan[-1].end))


def _by_group(table: Table, reading: RowReading | None) -> tuple[Table, list[RowReading | None]]:
    """Cut the one printed row of table 4 into its three rows."""
    if reading is None:
        return table, [None] * len(table.rows)
    parts: list[RowReading | None] = []
    for number in range(len(table.rows)):
        cut = slice(5 * number, 5 * number + 5)
        parts.append(
            msgspec.structs.replace(
                reading,
                cells=reading.cells[cut],
                rows=tuple(dict.fromkeys(row[cut] for row in reading.rows)),
                loose=reading.loose[cut],
            )
        )
    return table, parts


def _doubted(
    cells: list[Cell], doubted: dict[tuple[int, int], tuple[Value | None, ...]], columns: list[Sequence[Column]]
) -> list[Cell]:
    """Return the cells with the doubtful ones open: what they print is one candidate among others."""
    if not doubted:
        return cells
    places = [(row, column) for row, some in enumerate(columns) for column in range(len(some))]
    return [
        _opened(cell, doubted[place]) if place in doubted and cell.state is not State.ABSENT else cell
        for cell, place in zip(cells, places, strict=True)
    ]


def _opened(cell: Cell, others: tuple[Value | None, ...]) -> Cell:
    own = () if cell.state in {State.AMBIGUOUS, State.UNREADABLE} else (cell.value,)
    candidates = tuple(dict.fromkeys((*own, *cell.candidates, *others)))
    return msgspec.structs.replace(cell, value=None, state=State.AMBIGUOUS, candidates=candidates)


def _end(rows: list[RowReading]) -> int:
    ends = [cell.end for row in rows for cell in row.cells] + [row.span[1] for row in rows]
    return max(ends, default=0)
