"""Periods (期间): working days, and calendar days, months and years, each with its last day.

The day on which a period begins is not counted (民事诉讼法 85 ¶2). A period of working days ends on one. A period
of calendar days, months or years whose last day is not worked goes on to the next day that is (85 ¶3), as the
convention `roll_over` has it.
"""

from __future__ import annotations

import calendar as gregorian
import datetime as dt

import msgspec

from gongkai.law.calendar.days import NATIONAL, Calendar
from gongkai.law.calendar.notices import ONE_DAY
from gongkai.law.calendar.words import periods as words
from gongkai.law.calendar.words.days import day_told
from gongkai.law.conventions import DEFAULT, Conventions, RollOver
from gongkai.law.steps import Step

_SATURDAY = 5


class Period(msgspec.Struct, frozen=True):
    """The last day of a period, and how it was reckoned.

    `rolled_from` is the day on which the period would have ended, None where it did. `provisional` (暂定) tells
    that the last day hangs on days that no notice has fixed.
    """

    last: dt.date
    rolled_from: dt.date | None = None
    provisional: bool = False
    steps: tuple[Step, ...] = ()


def working_days_after(on: dt.date, count: int, *, calendar: Calendar = NATIONAL) -> Period:
    """Return the period of so many working days that begins on a day."""
    _check(count)
    last = calendar.after(on, count)
    reached = words.LAST_OF_WORKING_DAYS.format(count=count, last=day_told(last))
    steps = [_first(on), Step(reached, last)]
    provisional = calendar.is_provisional(on + ONE_DAY, last)
    if provisional:
        steps.append(Step(words.UNCERTAIN, last))
    return Period(last, None, provisional, tuple(steps))


def days_after(
    on: dt.date, count: int, *, calendar: Calendar = NATIONAL, conventions: Conventions = DEFAULT
) -> Period:
    """Return the period of so many calendar days that begins on a day."""
    _check(count)
    last = on + count * ONE_DAY
    reached = words.LAST_OF_DAYS.format(count=count, last=day_told(last))
    return _rolled((_first(on), Step(reached, last)), last, calendar, conventions)


def months_after(
    on: dt.date, count: int, *, calendar: Calendar = NATIONAL, conventions: Conventions = DEFAULT
) -> Period:
    """Return the period of so many months that begins on a day.

    It ends on the same day of the last month, or on that month's last where it has no such day (民法典 202).
    """
    _check(count)
    last = _months_later(on, count)
    reached = words.LAST_OF_MONTHS.format(count=count, last=day_told(last))
    return _rolled((_first(on), Step(reached, last, words.MONTH_SOURCE)), last, calendar, conventions)


def years_after(
    on: dt.date, count: int, *, calendar: Calendar = NATIONAL, conventions: Conventions = DEFAULT
) -> Period:
    """Return the period of so many years that begins on a day; one that begins on 29 February ends on the 28th."""
    _check(count)
    last = _months_later(on, 12 * count)
    reached = words.LAST_OF_YEARS.format(count=count, last=day_told(last))
    return _rolled((_first(on), Step(reached, last, words.MONTH_SOURCE)), last, calendar, conventions)


def _check(count: int) -> None:
    if count < 1:
        raise ValueError(f"no length of a period: {count}")


def _first(on: dt.date) -> Step:
    return Step(words.FROM_NEXT_DAY.format(on=day_told(on)), on, words.FIRST_DAY_SOURCE)


def _months_later(on: dt.date, count: int) -> dt.date:
    years, month = divmod(on.month - 1 + count, 12)
    year, month = on.year + years, month + 1
    return dt.date(year, month, min(on.day, gregorian.monthrange(year, month)[1]))


def _rolled(steps: tuple[Step, ...], would_end: dt.date, calendar: Calendar, conventions: Conventions) -> Period:
    if conventions.roll_over is RollOver.NEVER:
        return Period(would_end, None, False, steps)
    last = _next_end(would_end, calendar, conventions.roll_over)
    if last != would_end:
        sentence = words.ROLLED_OVER_WEEKEND if calendar.is_working(would_end) else words.ROLLED
        text = sentence.format(last=day_told(would_end), rolled=day_told(last))
        steps += (Step(text, last, words.ROLL_SOURCE, "roll_over"),)
    provisional = calendar.is_provisional(would_end, last)
    if provisional:
        steps += (Step(words.UNCERTAIN, last),)
    return Period(last, would_end if last != would_end else None, provisional, steps)


def _next_end(day: dt.date, calendar: Calendar, convention: RollOver) -> dt.date:
    """Return the first day from one on that a period may end on."""
    day = calendar.next_working(day)
    while convention is RollOver.WEEKEND_OR_DAY_OFF and day.weekday() >= _SATURDAY:
        day = calendar.after(day, 1)
    return day
