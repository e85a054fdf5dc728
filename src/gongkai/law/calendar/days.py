"""Which days are worked (工作日): the State Council's notices, local holidays, and what is expected beyond them.

A day is worked if it is a weekday that nobody made free, or a day of a weekend that somebody made worked.
"""

from __future__ import annotations

import datetime as dt
from functools import cached_property

import msgspec

from gongkai.errors import NoCalendar
from gongkai.law.calendar import expected, published
from gongkai.law.calendar.day import Day, DayKind
from gongkai.law.calendar.notices import HolidayNotice, LocalHoliday
from gongkai.law.calendar.words.days import NO_CALENDAR
from gongkai.law.calendar.year import Year, is_published, reckoned

__all__ = ["NATIONAL", "Calendar", "Day", "DayKind"]


class Calendar(msgspec.Struct, frozen=True, dict=True):
    """Working days and days off, from 2004 to 2099 (工作日历).

    `notices` go before what is published, for the days they name; of two for one day the later issued one counts.
    `local` are the holidays of any places; those count that `division` keeps, and none where it is empty.
    A day outside raises NoCalendar.
    """

    notices: tuple[HolidayNotice, ...] = ()
    local: tuple[LocalHoliday, ...] = ()
    division: str = ""

    def for_division(self, division: str) -> Calendar:
        """Return the calendar of a division by its code: six digits, or a longer code that begins with them."""
        # Places without a holiday of their own share one calendar, and with it the years that it has reckoned.
        kept = division if any(holiday.holds_in(division) for holiday in self.local) else ""
        if kept == self.division:
            return self
        if kept not in self._divisions:
            self._divisions[kept] = msgspec.structs.replace(self, division=kept)
        return self._divisions[kept]

    def day(self, on: dt.date) -> Day:
        """Return what a day is."""
        year = self._year(on.year)
        return year.days[on.toordinal() - year.start]

    def is_working(self, on: dt.date) -> bool:
        """Tell whether a day is worked."""
        return self.day(on).is_working

    def is_published(self, year: int) -> bool:
        """Tell whether a notice has fixed a year."""
        return is_published(year, self.notices)

    def after(self, on: dt.date, count: int) -> dt.date:
        """Return the count-th working day after a day, which is not counted itself; the day itself for 0."""
        if count < 0:
            raise ValueError(f"no number of working days: {count}")
        if count == 0:
            return on
        number, place = on.year, self._worked_until(on) + count
        while place > len(self._year(number).worked):
            place -= len(self._year(number).worked)
            number += 1
        return self._year(number).worked[place - 1]

    def count(self, after: dt.date, until: dt.date) -> int:
        """Return how many working days lie after a day, up to and including another; 0 where that is not later."""
        if until <= after:
            return 0
        whole = sum(len(self._year(number).worked) for number in range(after.year, until.year))
        return whole + self._worked_until(until) - self._worked_until(after)

    def next_working(self, on: dt.date) -> dt.date:
        """Return the day itself if it is worked, else the next day that is."""
        return on if self.is_working(on) else self.after(on, 1)

    def last_working(self, on: dt.date) -> dt.date:
        """Return the day itself if it is worked, else the last day before it that is."""
        place = self._worked_until(on)
        if place:
            return self._year(on.year).worked[place - 1]
        return self._year(on.year - 1).worked[-1]

    def is_provisional(self, first: dt.date, last: dt.date) -> bool:
        """Tell whether some day from the first to the last, both included, is not fixed by a notice (暂定)."""
        return any(self._is_provisional(number, first, last) for number in range(first.year, last.year + 1))

    def _is_provisional(self, number: int, first: dt.date, last: dt.date) -> bool:
        year = self._year(number)
        before = max(first.toordinal() - year.start, 0)
        until = min(last.toordinal() - year.start + 1, len(year.days))
        return year.provisional_of[until] > year.provisional_of[before]

    def _worked_until(self, on: dt.date) -> int:
        year = self._year(on.year)
        return year.worked_of[on.toordinal() - year.start + 1]

    @cached_property
    def _divisions(self) -> dict[str, Calendar]:
        return {}

    @cached_property
    def _years(self) -> dict[int, Year]:
        return {}

    def _year(self, number: int) -> Year:
        # Two threads may reckon the same year: both are right, and keeping one is a single step.
        year = self._years.get(number)
        if year is None:
            if not published.FIRST <= number <= expected.LAST:
                raise NoCalendar(NO_CALENDAR.format(year=number, first=published.FIRST, last=expected.LAST))
            year = self._years[number] = reckoned(number, self.notices, self._kept())
        return year

    def _kept(self) -> list[LocalHoliday]:
        """Return the local holidays of the division, the nearest place last."""
        kept = [holiday for holiday in self.local if self.division and holiday.holds_in(self.division)]
        return sorted(kept, key=lambda holiday: len(holiday.prefix))


NATIONAL = Calendar()
