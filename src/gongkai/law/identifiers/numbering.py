"""Numbers given one after the other, by organ and year (编号): the next one, and what is missing or double."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

import msgspec

from gongkai.errors import BrokenIdentifier
from gongkai.law.identifiers import words
from gongkai.law.identifiers.patterns import LETTERS, Number, Pattern
from gongkai.law.identifiers.slips import shown
from gongkai.law.steps import Doubt


class Register(msgspec.Struct, frozen=True):
    """The numbers of a series in a year (编号登记): which serials are used, and what is wrong with them.

    `gaps` are spans, first and last included. Miswritten numbers that leave no doubt are counted and told; others
    are told and not counted.
    """

    serials: tuple[int, ...] = ()
    gaps: tuple[tuple[int, int], ...] = ()
    duplicates: tuple[int, ...] = ()
    doubts: tuple[Doubt, ...] = ()

    @property
    def next(self) -> int:
        """The serial after the last one; gaps are not filled, for their numbers may have been given out."""
        return self.serials[-1] + 1 if self.serials else 1


def next_number(used: Iterable[str], prefix: str, year: int, pattern: Pattern = LETTERS) -> str:
    """Return the number that follows those of a series in a year; those of other series and years do not count."""
    return pattern.write(Number(prefix, year, register_of(used, prefix, year, pattern).next))


def register_of(used: Iterable[str], prefix: str, year: int, pattern: Pattern = LETTERS) -> Register:
    """Return the register of a series in a year, from numbers in any order, of any series."""
    counts: Counter[int] = Counter()
    doubts: list[Doubt] = []
    for text in used:
        number, doubt = _read(text, pattern)
        own = number is not None and (number.prefix, number.year) == (prefix, year)
        if number and own:
            counts[number.serial] += 1
        if doubt and (own or number is None):
            doubts.append(doubt)
    serials = tuple(sorted(counts))
    gaps = tuple((last + 1, first - 1) for last, first in pairwise((0, *serials)) if first - last > 1)
    doubts += _doubts_of(counts, gaps, lambda serial: pattern.write(Number(prefix, year, serial)))
    return Register(serials, gaps, tuple(serial for serial in serials if counts[serial] > 1), tuple(doubts))


def _read(text: str, pattern: Pattern) -> tuple[Number | None, Doubt | None]:
    try:
        return pattern.read(text), None
    except BrokenIdentifier as broken:
        if broken.suggestion:
            told = words.MISWRITTEN.format(text=shown(text), number=broken.suggestion, reason=broken.reason)
            return pattern.read(broken.suggestion), Doubt("numbers.miswritten", told)
        told = words.UNREADABLE.format(text=shown(text), reason=broken.reason)
        return None, Doubt("numbers.unreadable", told)


def _doubts_of(
    counts: Counter[int], gaps: tuple[tuple[int, int], ...], written: Callable[[int], str]
) -> Iterator[Doubt]:
    for first, last in gaps:
        if first == last:
            yield Doubt("numbers.gap", words.GAP.format(number=written(first)))
        else:
            told = words.GAPS.format(first=written(first), last=written(last), count=last - first + 1)
            yield Doubt("numbers.gap", told)
    for serial in sorted(counts):
        if counts[serial] > 1:
            yield Doubt("numbers.duplicate", words.DUPLICATE.format(number=written(serial), count=counts[serial]))
