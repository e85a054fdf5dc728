"""What bounds a cell whose value is open (单元格的上下界), as far as the source says."""

from __future__ import annotations

from gongkai.report.cells import Cell, State, Value
from gongkai.terms import marks

AT_LEAST = marks.AT_LEAST.format(low="")


def least(cell: Cell) -> Value | None:
    """Return the value that a cell is printed to be no less than (≥103); None where it says no such thing."""
    if cell.state is not State.AMBIGUOUS or not cell.text.strip().startswith(AT_LEAST):
        return None
    return next((value for value in cell.candidates if value is not None), None)


def bounds(cell: Cell, floor: Value | None) -> tuple[Value | None, Value | None]:
    """Return the least and the greatest value that a cell without a sure one may have; None for no bound.

    `floor` is what no value of its kind is less than. One candidate alone is no bound: it is what the source
    hints at, not what it leaves open. A repaired value is not the source's either.
    """
    if (low := least(cell)) is not None:
        return low, None
    values = [value for value in cell.candidates if value is not None]
    if cell.state is not State.AMBIGUOUS or len(values) < 2 or None in cell.candidates or cell.repair:
        return floor, None
    return min(values), max(values)
