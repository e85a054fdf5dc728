"""One figure of a comparison (可比数值): a sum or share of cells that is known, bounded or unknown, and why."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from fractions import Fraction

import msgspec

from gongkai.report.annual_report import AnnualReport
from gongkai.report.bounds import least
from gongkai.report.cells import Cell, Method, State, Value
from gongkai.report.measures import Measure

# A report, and a measure as its edition has it.
Said = tuple[AnnualReport, Measure]

# From the surest way to reach a value to the least sure.
_METHODS = (Method.DIRECT, Method.SPLIT, Method.PROVED, Method.OCR)


class Figure(msgspec.Struct, frozen=True, kw_only=True):
    """What a report says for a measure: its value, or why there is none.

    `value` is a count, an amount, or a percentage with one decimal. Where a cell is missing there is no value:
    `states` are the states of such cells, each once, and `missing` is their number. `low` and `high` bound the
    unknown value as far as the source does; a blank bounds nothing from above and is never 0. A share of nothing
    has neither value nor states. `method` is the least sure way in which one of its values was read.
    """

    value: Value | None = None
    low: Value | None = None
    high: Value | None = None
    states: tuple[State, ...] = ()
    missing: int = 0
    method: Method = Method.DIRECT

    @property
    def known(self) -> bool:
        return self.value is not None


class Change(msgspec.Struct, frozen=True):
    """How a figure changed since the year before it that is at hand (增减).

    `percent` is None where there was nothing to change. Shares change by percentage points, and have no `percent`.
    """

    since: int
    difference: Value
    percent: Decimal | None = None


def figure(*of: Said) -> Figure:
    """Return what a report says for a measure; of several, the sum, or the share in their sum."""
    parts, wholes = _cells(of)
    if not wholes:
        return _total(parts, signed=any(measure.signed for _, measure in of))
    counted = {cell.key for cell in wholes}
    cells = [*wholes, *(cell for cell in parts if cell.key not in counted)]
    share = _exact(parts, wholes)
    if share is None:
        missing = [cell for cell in cells if cell.value is None]
        return Figure(states=_states(missing), missing=len(missing))
    return Figure(value=rounded(share * 100), method=least_sure(cells))


def change(before: Said, after: Said) -> Change | None:
    """Return how a measure changed from one report to a later one; None where either is unknown."""
    old, new = _exact(*_cells([before])), _exact(*_cells([after]))
    since = before[0].year
    if old is None or new is None or since is None:
        return None
    if before[1].over:
        return Change(since, rounded((new - old) * 100))
    difference = (_added(_cells([after])[0]) or 0) - (_added(_cells([before])[0]) or 0)
    return Change(since, difference, rounded((new - old) / old * 100) if old > 0 else None)


def rounded(number: Fraction, decimals: int = 1) -> Decimal:
    """Return a number with so many decimals, halves away from zero, however large it is."""
    units = (abs(number.numerator) * 2 * 10**decimals + number.denominator) // (2 * number.denominator)
    digits = str(units).zfill(decimals + 1)
    whole = len(digits) - decimals
    sign = "-" if number < 0 and units else ""
    return Decimal(f"{sign}{digits[:whole]}.{digits[whole:]}" if decimals else f"{sign}{digits}")


def _cells(of: Sequence[Said]) -> tuple[list[Cell], list[Cell]]:
    parts = [report.cell(*key) for report, measure in of for key in measure.cells]
    return parts, [report.cell(*key) for report, measure in of for key in measure.over]


def _total(cells: list[Cell], *, signed: bool) -> Figure:
    missing = [cell for cell in cells if cell.value is None]
    if not missing:
        return Figure(value=_added(cells), method=least_sure(cells))
    # Of several counts, one that is unknown is no less than nothing.
    floor = 0 if len(cells) > 1 and not signed else None
    lowest, highest = zip(*(_bounds(cell, floor) for cell in cells), strict=True)
    low, high = _sum(lowest), _sum(highest)
    useful = low is not None and (low > 0 or high is not None or signed)
    return Figure(low=low if useful else None, high=high, states=_states(missing), missing=len(missing))


def _bounds(cell: Cell, floor: int | None) -> tuple[Value | None, Value | None]:
    if cell.value is not None:
        return cell.value, cell.value
    if (low := least(cell)) is not None:
        return low, None
    open_values = [value for value in cell.candidates if value is not None]
    if not open_values or None in cell.candidates:
        return floor, None
    return min(open_values), max(open_values)


def _exact(parts: list[Cell], wholes: list[Cell]) -> Fraction | None:
    """Return a sum without rounding, or the part it is of another; None where that is unknown or of nothing."""
    if any(cell.value is None for cell in (*parts, *wholes)):
        return None
    part, whole = (sum((Fraction(cell.value or 0) for cell in some), Fraction(0)) for some in (parts, wholes))
    if not wholes:
        return part
    return part / whole if whole else None


def _added(cells: list[Cell]) -> Value | None:
    return _sum([cell.value for cell in cells])


def _sum(values: Sequence[Value | None]) -> Value | None:
    known = [value for value in values if value is not None]
    return sum(known, start=0) if len(known) == len(values) else None


def _states(cells: Iterable[Cell]) -> tuple[State, ...]:
    return tuple(dict.fromkeys(cell.state for cell in cells))


def least_sure(cells: Iterable[Cell]) -> Method:
    """Return the least sure way in which one of some values was read."""
    return max((cell.method for cell in cells), key=_METHODS.index, default=Method.DIRECT)
