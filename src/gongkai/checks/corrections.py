"""What a single cell would have to say for the sums to hold (改正建议): offered with its proof, never applied.

A correction counts only if it is the only one: several cells that could each be the wrong one are named as such.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from gongkai.checks.cell_names import added, cell_names
from gongkai.checks.sums import BrokenSum, Values, broken_sum, sums_touching
from gongkai.report import Cell, CellKey, Identity, Value, plain

# One sum alone can be mended in any of its cells.
_LEAST_SUMS = 2


class Correction(msgspec.Struct, frozen=True):
    """Another value of one cell, the broken sums it mends (all that the cell stands in), and what is printed."""

    key: CellKey
    printed: Value
    value: Value
    sums: tuple[BrokenSum, ...]


def solutions(edition_key: str, values: Values, broken: Sequence[BrokenSum]) -> tuple[Correction, ...]:
    """Return every change of a single cell that mends all sums it stands in, in the order of the broken sums.

    A change is left out where another one mends the same sums and more.
    """
    complete = {one.identity: one for one in broken if one.complete}
    keys = dict.fromkeys(key for one in complete.values() for key in one.cells)
    found = [one for key in keys if (one := _change(edition_key, values, key, complete)) is not None]
    mended = [frozenset(sum_.identity for sum_ in one.sums) for one in found]
    return tuple(one for one, sums in zip(found, mended, strict=True) if not any(sums < other for other in mended))


def corrections(found: Sequence[Correction]) -> tuple[Correction, ...]:
    """Return the solutions that are the only ones of at least two broken sums."""
    return tuple(
        one
        for one in found
        if len(one.sums) >= _LEAST_SUMS
        and not any(other is not one and _share(one.sums, other.sums) for other in found)
    )


def fitting(edition_key: str, values: Values, cell: Cell) -> tuple[Value, ...]:
    """Return the candidates of an unread cell that all its sums allow; none where the sums say nothing about it.

    They say nothing of a cell that may be blank, nor where they leave all candidates and none of them is known but
    for this cell.
    """
    candidates = [value for value in cell.candidates if value is not None]
    if not candidates or len(candidates) < len(cell.candidates):
        return ()
    left = tuple(value for value in candidates if _holds_with(edition_key, values, cell.key, value))
    touching = sums_touching(edition_key).get(cell.key, ())
    told = len(left) < len(candidates) or any(_is_known(one, values, but=cell.key) for one in touching)
    return left if told else ()


def proof(edition_key: str, values: Values, key: CellKey, value: Value) -> str | None:
    """Return the sums that hold with a value in a cell, written out; None where there are none."""
    trial = {**values, key: value}
    known = [one for one in sums_touching(edition_key).get(key, ()) if _is_known(one, values, but=key)]
    return "；".join(_equation(one, trial) for one in known if not broken_sum(one, trial)) or None


def told(found: Iterable[Correction], edition_key: str) -> Iterator[str]:
    """Yield each change in words: the cell, and what it would have to say."""
    names = cell_names(edition_key)
    for one in found:
        name = names[one.key]
        yield f"“{name.row}”行“{name.column}”列改为 {plain(one.value)}"


def _change(
    edition_key: str, values: Values, key: CellKey, complete: dict[Identity, BrokenSum]
) -> Correction | None:
    """Return the change of one cell after which every sum it stands in holds, if there is one."""
    touched = sums_touching(edition_key)[key]
    broken = tuple(complete[one] for one in touched if one in complete)
    lack = broken[0].lack if key in broken[0].identity.left else -broken[0].lack
    value = values[key] + lack
    if value < 0 or not _holds_with(edition_key, values, key, value):
        return None
    return Correction(key, values[key], value, broken)


def _holds_with(edition_key: str, values: Values, key: CellKey, value: Value) -> bool:
    trial = {**values, key: value}
    return not any(broken_sum(one, trial) for one in sums_touching(edition_key).get(key, ()))


def _is_known(identity: Identity, values: Values, *, but: CellKey) -> bool:
    return all(key in values or key == but for key in (*identity.left, *identity.right))


def _share(one: tuple[BrokenSum, ...], other: tuple[BrokenSum, ...]) -> bool:
    return any(sum_ in other for sum_ in one)


def _equation(identity: Identity, values: Values) -> str:
    left, right = (added(values[key] for key in side) for side in (identity.left, identity.right))
    return f"{left}={right}"
