"""A year of the calendar as a page shows it: months of weeks of days, each with its letter."""

from __future__ import annotations

import calendar as weeks
import datetime as dt
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from gongkai.law.calendar.days import Calendar, Day, DayKind
from gongkai_office.administration.calendar import words

LETTERS = {DayKind.HOLIDAY: words.OFF, DayKind.LOCAL: words.LOCAL, DayKind.MAKE_UP: words.MADE_UP}


class Cell(NamedTuple):
    """A day in a month's table."""

    day: Day
    letter: str

    @property
    def css(self) -> str:
        """Return the classes of the cell."""
        return f"day-{self.day.kind.value.replace('_', '-')}{' provisional' if self.day.provisional else ''}"


class Month(NamedTuple):
    """A month: its number, its weeks, in which days of other months are None, and how many days are worked."""

    number: int
    weeks: list[list[Cell | None]]
    worked: int


class Named(NamedTuple):
    """A run of days that a holiday makes free, or a day that it makes worked, for the list below the months."""

    name: str
    days: list[Day]
    source: str

    @property
    def worked(self) -> bool:
        """Tell whether the days are worked."""
        return self.days[0].is_working


def months_of(calendar: Calendar, year: int) -> list[Month]:
    """Return the twelve months of a year."""
    return [_month(calendar, year, number) for number in range(1, 13)]


def _month(calendar: Calendar, year: int, number: int) -> Month:
    grid = weeks.Calendar().monthdatescalendar(year, number)
    shown = [[_cell(calendar, day) if day.month == number else None for day in week] for week in grid]
    worked = sum(cell.day.is_working for week in shown for cell in week if cell)
    return Month(number, shown, worked)


def _cell(calendar: Calendar, on: dt.date) -> Cell:
    day = calendar.day(on)
    return Cell(day, LETTERS.get(day.kind, ""))


def holidays_of(calendar: Calendar, year: int) -> Iterator[Named]:
    """Yield the holidays of a year in the order of their days, and the days that are worked for them."""
    days = [calendar.day(dt.date(year, 1, 1) + dt.timedelta(ahead)) for ahead in range(365 + weeks.isleap(year))]
    named = [day for day in days if day.kind in LETTERS]
    for (name, source, _), found in groupby(named, key=lambda day: (day.name, day.source, day.is_working)):
        yield Named(name, list(found), source)
