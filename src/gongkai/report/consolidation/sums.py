"""Cells of one place in the form → their sum (合计): a value, a range, or a bound, never more than is known.

Counts and amounts are added exactly; amounts in the form's unit (万元), also where a text names another.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Context, Decimal, Inexact, localcontext
from functools import cache

import msgspec

from gongkai.report.bounds import bounds
from gongkai.report.cells import Cell, CellKey, Method, State, Value, plain
from gongkai.report.consolidation import words
from gongkai.report.editions import EDITIONS, Column
from gongkai.report.figure import least_sure
from gongkai.terms import marks

# Sums of amounts of the longest kind that are read, over as many organs as there may be, fit in so many digits.
EXACT = Context(prec=120, traps=[Inexact])
_NOTHING = (State.BLANK, State.NOT_APPLICABLE)


@cache
def columns(edition: str) -> tuple[tuple[CellKey, Column], ...]:
    """Return every cell of an edition with the column it stands in, in the order of the form."""
    return tuple(
        ((table.key, row.key, column.key), column)
        for table in EDITIONS[edition].tables
        for row in table.rows
        for column in row.columns
    )


def sums(edition: str, reports: Sequence[Sequence[Cell]], *, missing: int, blank_is_zero: bool) -> tuple[Cell, ...]:
    """Return the cells of a form that some others add up to; `missing` others are not at hand."""
    places = columns(edition)
    if not reports:
        return tuple(Cell(table=key[0], row=key[1], column=key[2]) for key, _ in places)
    with localcontext(EXACT):
        return tuple(
            _sum(key, column, cells, missing=bool(missing), zero=blank_is_zero)
            for (key, column), cells in zip(places, zip(*reports, strict=True), strict=True)
        )


def amount(cell: Cell, column: Column, *, blank_is_zero: bool = False) -> Value | None:
    """Return what a cell adds to a sum, in the form's unit; None where that is not known."""
    if cell.state is State.PRINTED:
        return _in_the_form_s_unit(cell) if column.money else cell.value
    return _zero(column) if blank_is_zero and cell.state in _NOTHING else None


def in_other_unit(cell: Cell) -> bool:
    """Say whether a printed amount names another unit than the form's."""
    return cell.value is not None and bool(words.YUAN.search(cell.text) or words.HUNDRED_MILLIONS.search(cell.text))


def _in_the_form_s_unit(cell: Cell) -> Value | None:
    if cell.value is None or not in_other_unit(cell):
        return cell.value
    return Decimal(cell.value).scaleb(-4 if words.YUAN.search(cell.text) else 4, context=EXACT)


def _sum(key: CellKey, column: Column, cells: tuple[Cell, ...], *, missing: bool, zero: bool) -> Cell:
    table, row, name = key
    known = [amount(cell, column, blank_is_zero=zero) for cell in cells]
    if not missing and None not in known:
        value = sum((one for one in known if one is not None), start=_zero(column))
        return Cell(
            table=table,
            row=row,
            column=name,
            text=plain(value),
            # Without the noughts that a change of unit leaves behind.
            value=Decimal(plain(value)) if column.money else value,
            state=State.PRINTED,
            method=least_sure(cells),
        )
    states = {cell.state for cell in cells}
    if not missing and len(states) == 1 and (same := states.pop()) in (*_NOTHING, State.ABSENT):
        # Where nobody has anything to say of a cell, neither has the sum.
        text = marks.NOT_APPLICABLE if same is State.NOT_APPLICABLE else ""
        return Cell(table=table, row=row, column=name, text=text, state=same)
    text, candidates = _open(column, zip(cells, known, strict=True), missing=missing)
    return Cell(table=table, row=row, column=name, text=text, state=State.AMBIGUOUS, candidates=candidates)


def _open(
    column: Column, cells: Iterable[tuple[Cell, Value | None]], *, missing: bool
) -> tuple[str, tuple[Value, ...]]:
    """Return what bounds a sum that is not known, in words and as values."""
    floor = None if column.signed else _zero(column)
    low: Value | None = _zero(column) if floor is not None or not missing else None
    high: Value | None = None if missing else _zero(column)
    for cell, value in cells:
        least, most = bounds(cell, floor) if value is None else (value, value)
        low = None if low is None or least is None else low + least
        high = None if high is None or most is None else high + most
    if low is None:
        return marks.OPEN, ()
    if high is None:
        return marks.AT_LEAST.format(low=plain(low)), (low,)
    return marks.BETWEEN.format(low=plain(low), high=plain(high)), (low, high)


def _zero(column: Column) -> Value:
    return Decimal(0) if column.money else 0


def replaced(cell: Cell, candidates: Sequence[Value | None]) -> Cell:
    """Return a cell of which several reports say different things."""
    known = [value for value in candidates if value is not None]
    text = marks.BETWEEN.format(low=plain(min(known)), high=plain(max(known))) if len(known) > 1 else marks.OPEN
    return msgspec.structs.replace(
        cell,
        text=text,
        value=None,
        state=State.AMBIGUOUS,
        method=Method.DIRECT,
        place=None,
        candidates=tuple(candidates),
        repair=None,
    )
