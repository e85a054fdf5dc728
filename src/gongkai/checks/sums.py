"""Which sums of tables 3 and 4 do not hold (勾稽关系), from the cells that print a value."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from gongkai.checks.cell_names import added
from gongkai.report import CellKey, Identity, Value, identities, plain

Values = Mapping[CellKey, Value]


class BrokenSum(NamedTuple):
    """An identity that cannot hold, with both its sums.

    `complete` says that all its cells are known. Where some are not, the known ones of one side alone are more than
    the whole other side, and what is not known cannot be less than nothing.
    """

    identity: Identity
    left: Value
    right: Value
    complete: bool

    @property
    def cells(self) -> tuple[CellKey, ...]:
        return (*self.identity.left, *self.identity.right)

    @property
    def lack(self) -> Value:
        """How much more the left side would have to be."""
        return self.right - self.left

    def calculation(self, values: Values) -> str:
        """Return both sides as they are added up, such as 20+7+1=28≠27."""
        left, right = (_side(side, values) for side in (self.identity.left, self.identity.right))
        sign = "≠" if self.complete else ">" if self.left > self.right else "<"
        return f"{left}{sign}{right}"


@cache
def sums_of(edition_key: str, table: str) -> tuple[Identity, ...]:
    """Return the identities of one table."""
    return tuple(one for one in identities(edition_key) if one.right[0][0] == table)


@cache
def sums_touching(edition_key: str) -> Mapping[CellKey, tuple[Identity, ...]]:
    """Return every cell's identities."""
    found: dict[CellKey, tuple[Identity, ...]] = {}
    for one in identities(edition_key):
        for key in (*one.left, *one.right):
            found[key] = (*found.get(key, ()), one)
    return found


def broken_sums(edition_key: str, table: str, values: Values) -> Iterator[BrokenSum]:
    """Yield the identities of a table that cannot hold, whatever the cells are that nobody knows."""
    return (broken for one in sums_of(edition_key, table) if (broken := broken_sum(one, values)))


def broken_sum(identity: Identity, values: Values) -> BrokenSum | None:
    """Return an identity with its sums where it cannot hold."""
    try:
        left = sum([values[key] for key in identity.left])
        right = sum([values[key] for key in identity.right])
    except KeyError:
        return _exceeding(identity, values)
    return None if left == right else BrokenSum(identity, left, right, True)


def _exceeding(identity: Identity, values: Values) -> BrokenSum | None:
    sides = (identity.left, identity.right)
    left, right = (sum(values[key] for key in side if key in values) for side in sides)
    whole = [all(key in values for key in side) for side in sides]
    if (whole[1] and left > right) or (whole[0] and right > left):
        return BrokenSum(identity, left, right, False)
    return None


def _side(keys: tuple[CellKey, ...], values: Values) -> str:
    known = [values[key] for key in keys if key in values]
    terms, total = added(known), plain(sum(known))
    return total if terms == total else f"{terms}={total}"
