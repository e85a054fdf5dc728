"""The administrative divisions down to counties (行政区划), each with the years it was in force.

The table is made by tools/divisions.py; where it comes from and what it lacks is told in
docs/decisions/0007-divisions.md. It reaches back to 2014; townships, streets and development zones are not in it.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable
from enum import StrEnum
from functools import cache

import msgspec

from gongkai.places import words


class Level(StrEnum):
    """The level of the division an organ works for."""

    NATION = "nation"
    PROVINCE = "province"
    CITY = "city"
    COUNTY = "county"
    TOWNSHIP = "township"


RANK = {level: number for number, level in enumerate(Level)}


class Division(msgspec.Struct, frozen=True, array_like=True):
    """A division: its six-digit code (GB/T 2260), its full name, its level, and the code of the next one above.

    `first_year` is the year it was set up or renamed (None: before 2015), `last_year` the last in which it existed
    on some day (None: it still does). A division that got another name, code or parent is two of these.
    """

    code: str
    name: str
    level: Level
    parent: str | None = None
    first_year: int | None = None
    last_year: int | None = None

    @property
    def stem(self) -> str:
        """All of the code that those inside it share."""
        if self.level is Level.COUNTY:
            return self.code
        return self.code[:2] if self.level is Level.PROVINCE else self.code[:4]

    def covers(self, other: Division) -> bool:
        """Tell whether another division is inside this one or is the same."""
        return other.code.startswith(self.stem)

    def known_in(self, year: int) -> bool:
        """Tell whether a report of a year may be its own: it existed on a day of that year or of the next.

        The report is written in the first months of the next year, then under the name of that time.
        """
        return (self.first_year or year) <= year + 1 and year <= (self.last_year or year)


def named(name: str, year: int | None = None) -> tuple[Division, ...]:
    """Return all divisions of a full name, or of a usual short form of an autonomous one (自治州、自治县).

    Those that a report of the year may name; without a year, those in force, or else those of the past.
    """
    return _of_year(by_name().get(name, ()), year)


def called(short: str, year: int | None = None) -> tuple[Division, ...]:
    """Return all divisions whose name without its ending is `short` (平潭, 内蒙古)."""
    return _of_year(_by_short_name().get(short, ()), year)


def of_code(code: str) -> Division:
    """Return the division that a code stands for, the newest where it stood for several; KeyError for no code."""
    return _by_code()[code]


def _of_year(found: tuple[Division, ...], year: int | None) -> tuple[Division, ...]:
    if year is not None:
        return tuple(one for one in found if one.known_in(year))
    return tuple(one for one in found if one.last_year is None) or found


@cache
def all_divisions() -> tuple[Division, ...]:
    """Return every division of the table, in the order of codes."""
    data = pkgutil.get_data("gongkai.places", "divisions.json") or b""
    return msgspec.json.decode(data, type=tuple[Division, ...])


@cache
def by_name() -> dict[str, tuple[Division, ...]]:
    """Return the divisions of each full name and of each usual short form of an autonomous one."""
    return _grouped(words.full_names)


@cache
def _by_short_name() -> dict[str, tuple[Division, ...]]:
    return _grouped(lambda name: (words.short_name(name),))


@cache
def _by_code() -> dict[str, Division]:
    return {one.code: one for one in sorted(all_divisions(), key=lambda one: one.last_year or 9999)}


def _grouped(names: Callable[[str], tuple[str, ...]]) -> dict[str, tuple[Division, ...]]:
    groups: dict[str, tuple[Division, ...]] = {}
    for one in all_divisions():
        for name in names(one.name):
            groups[name] = (*groups.get(name, ()), one)
    return groups
