"""Table 4 where it is not printed in the form's one line: a row or a table a group, a row a result (其他排法)."""

from __future__ import annotations

from gongkai.readers.labels import dispute_arrangements
from gongkai.readers.tables.figures import Reading
from gongkai.readers.tables.locate import locate
from gongkai.readers.tables.row_reading import sums_hold
from gongkai.readers.tables.rows import read_rows
from gongkai.readers.tables.settle import read_directly
from gongkai.readers.tables.slots import slots
from gongkai.readers.tape import Tape
from gongkai.report import Cell, State, Table

_RESULTS = 5


def rearranged(tape: Tape, table: Table, span: tuple[int, int]) -> list[Cell] | None:
    """Return table 4's cells in another arrangement, if one holds all 15 figures and all three sums.

    `span` is where on the tape to look. Nothing less is believed: what stands in the form's one line is read so.
    """
    low, high = tape.in_han(span[0]), tape.in_han(span[1])
    for arrangement in dispute_arrangements():
        located = locate(tape, arrangement.skeleton, low, high)
        if len(located.hits) < len(arrangement.skeleton.labels):
            continue
        own, _ = slots(tape, located, span[1])
        columns = [[table.rows[row].columns[column] for row, column in cells] for cells in arrangement.rows]
        found: dict[tuple[int, int], Reading] = {}
        for read in read_rows(tape, own, columns, 0, below=arrangement.below):
            found |= zip(arrangement.rows[read.row], read.cells, strict=False)
        if cells := _cells(tape, table, found):
            return cells
    return None


def _cells(tape: Tape, table: Table, found: dict[tuple[int, int], Reading]) -> list[Cell] | None:
    cells: list[Cell] = []
    for number, row in enumerate(table.rows):
        read = [found.get((number, column)) for column in range(_RESULTS)]
        known = [cell for cell in read if cell and cell.state is State.PRINTED]
        if len(known) < _RESULTS or not sums_hold([cell.value for cell in known], _RESULTS):
            return None
        cells += [
            read_directly(tape, (table.key, row.key, column.key), cell)
            for column, cell in zip(row.columns, known, strict=True)
        ]
    return cells
