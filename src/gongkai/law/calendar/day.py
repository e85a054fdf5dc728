"""A day of the calendar (日): what it is for those who work in an office."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

import msgspec

from gongkai.law.calendar.words import days as words


class DayKind(StrEnum):
    """What a day is (日期种类)."""

    WORKING = "working"
    WEEKEND = "weekend"
    HOLIDAY = "holiday"
    MAKE_UP = "make_up"
    LOCAL = "local"

    @property
    def label(self) -> str:
        return words.DAY_KINDS[self.value]


class Day(msgspec.Struct, frozen=True):
    """A day, what it is, of which holiday, and who says so.

    A weekend inside a holiday is a HOLIDAY. MAKE_UP is a day of a weekend that is worked (调休上班); LOCAL is a
    day that is free in one place only. `provisional` (暂定) tells that no notice has fixed the day: it may yet be
    made free, or worked.
    """

    on: dt.date
    kind: DayKind
    name: str = ""
    source: str = ""
    provisional: bool = False

    @property
    def is_working(self) -> bool:
        return self.kind in (DayKind.WORKING, DayKind.MAKE_UP)

    @property
    def told(self) -> str:
        """The day in one Chinese line: date, kind, holiday, source, and whether it is provisional."""
        parts = [words.DAY.format(day=words.day_told(self.on), kind=self.kind.label)]
        if self.name:
            parts.append(words.DAY_NAME.format(name=self.name))
        if self.source:
            parts.append(words.DAY_SOURCE.format(source=self.source))
        if self.provisional:
            parts.append(words.DAY_PROVISIONAL)
        return "".join(parts)
