"""Cells that were recognised in pictures (识别的单元格): marked as such, and checked by the form's sums.

Recognition can take a digit for another and does not know it. Where sums fail, and one digit of one recognised cell
alone would make all of them hold, that is a candidate with its proof; the cell keeps what was read as another.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

import msgspec

from gongkai.report import Cell, CellKey, Identity, Method, PagePlace, Repair, State, Value, identities

_PROOF = "this digit alone makes every sum hold that the recognised one breaks"
_DIGITS = "0123456789"


def recognised(cells: Sequence[Cell], edition: str, pages: frozenset[int]) -> tuple[Cell, ...]:
    """Return the cells of an edition's form with those marked that stand on recognised pages."""
    if not pages:
        return tuple(cells)
    marked = {cell.key: _marked(cell) if _is_on(cell, pages) else cell for cell in cells}
    return tuple({**marked, **dict(_repaired(marked, edition))}.values())


def _is_on(cell: Cell, pages: frozenset[int]) -> bool:
    return isinstance(cell.place, PagePlace) and cell.place.page in pages


def _marked(cell: Cell) -> Cell:
    return msgspec.structs.replace(cell, method=Method.OCR) if cell.method is Method.DIRECT else cell


def _repaired(cells: Mapping[CellKey, Cell], edition: str) -> Iterator[tuple[CellKey, Cell]]:
    """Yield the recognised cell of which one other digit makes all failing sums hold, if there is only one."""
    values = {key: cell.value for key, cell in cells.items() if cell.value is not None}
    laws = [law for law in identities(edition) if _known(law, values)]
    failing = [law for law in laws if not _holds(law, values)]
    if not failing:
        return
    shared = set.intersection(*({*law.left, *law.right} for law in failing))
    fitting = []
    for key in sorted(shared):
        if cells[key].method is not Method.OCR:
            continue
        touched = [law for law in laws if key in law.left or key in law.right]
        fitting += [
            (key, value)
            for value in _others(cells[key].text)
            if all(_holds(law, {**values, key: value}) for law in touched)
        ]
    if len(fitting) == 1:
        key, value = fitting[0]
        yield (
            key,
            msgspec.structs.replace(
                cells[key],
                value=None,
                state=State.AMBIGUOUS,
                candidates=(value, cells[key].value),
                repair=Repair(value, _PROOF),
            ),
        )


def _known(law: Identity, values: Mapping[CellKey, Value]) -> bool:
    return all(key in values for key in (*law.left, *law.right))


def _holds(law: Identity, values: Mapping[CellKey, Value]) -> bool:
    return sum(Decimal(values[key]) for key in law.left) == sum(Decimal(values[key]) for key in law.right)


def _others(text: str) -> Iterator[int]:
    """Yield the figures that differ from a recognised one in one digit, or by one digit more or less."""
    if not text.isdecimal():
        return
    found = {text[:at] + digit + text[at + 1 :] for at in range(len(text)) for digit in _DIGITS}
    found |= {text[:at] + digit + text[at:] for at in range(len(text) + 1) for digit in _DIGITS}
    found |= {text[:at] + text[at + 1 :] for at in range(len(text))}
    yield from sorted({int(one) for one in found if one and (one == "0" or one[0] != "0")} - {int(text)})
