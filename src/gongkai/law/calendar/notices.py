"""What a notice or a place says about days: free although a weekday, worked although a weekend (放假调休).

Free days are named in runs, as the notices name them: «10月1日至7日放假调休，共7天». All days are of Asia/Shanghai.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import NamedTuple

import msgspec

from gongkai.law.calendar.words.days import STATUTORY

ONE_DAY = dt.timedelta(days=1)


class NamedDay(NamedTuple):
    """A day that some source names: whether it is free, of which holiday, and which source it is."""

    on: dt.date
    free: bool
    name: str
    source: str


class DaysOff(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A holiday as a run of free days (放假): weekends inside the run are named with it.

    `last` is the run's last day; None where it is a single day.
    """

    name: str
    first: dt.date
    last: dt.date | None = None

    def __iter__(self) -> Iterator[dt.date]:
        """Yield every day of the run."""
        for ahead in range(((self.last or self.first) - self.first).days + 1):
            yield self.first + dt.timedelta(days=ahead)


class DayWorked(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A day of a weekend that is worked (调休上班), and the holiday that it makes up for."""

    on: dt.date
    name: str = ""


class HolidayNotice(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A notice of the State Council on the holidays of a year (关于某年部分节假日安排的通知).

    It may name days of the December before. A notice that does not name every statutory holiday corrects another
    one for the days it names, and does not fix the year.
    """

    number: str
    issued: dt.date
    year: int
    off: tuple[DaysOff, ...]
    on: tuple[DayWorked, ...] = ()

    @property
    def missing(self) -> tuple[str, ...]:
        """The statutory holidays (放假办法 article 2) that the notice does not name."""
        named = "".join(run.name for run in self.off)
        return tuple(name for root, name in STATUTORY.items() if root not in named)

    def days(self) -> Iterator[NamedDay]:
        """Yield every day the notice names; a day that it names as worked comes last and counts."""
        yield from _named(self.off, self.on, self.number)


class LocalHoliday(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A holiday of a place (地方节日, 放假办法 article 4), which may move weekends as the national ones do.

    `division` is a code of six digits (行政区划代码); the holiday is kept there and in everything below: the pairs
    of zeros at its end stand for any digits.
    """

    division: str
    off: tuple[DaysOff, ...]
    on: tuple[DayWorked, ...] = ()
    source: str

    def holds_in(self, division: str) -> bool:
        """Tell whether a division, or the division that a longer code lies in, keeps the holiday."""
        return division.startswith(self.prefix)

    @property
    def prefix(self) -> str:
        """The digits that the codes of all divisions begin with that keep the holiday."""
        if self.division.endswith("0000"):
            return self.division[:2]
        return self.division[:4] if self.division.endswith("00") else self.division

    def days(self) -> Iterator[NamedDay]:
        """Yield every day the holiday names; a day that it names as worked comes last and counts."""
        yield from _named(self.off, self.on, self.source)


def _named(off: tuple[DaysOff, ...], on: tuple[DayWorked, ...], source: str) -> Iterator[NamedDay]:
    for run in off:
        yield from (NamedDay(day, True, run.name, source) for day in run)
    yield from (NamedDay(worked.on, False, worked.name, source) for worked in on)
