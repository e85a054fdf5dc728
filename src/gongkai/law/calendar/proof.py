"""What a notice of holidays must not say (放假安排的核对): one Chinese sentence a problem."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from gongkai.law.calendar import expected, published
from gongkai.law.calendar.notices import DaysOff, DayWorked, HolidayNotice, LocalHoliday
from gongkai.law.calendar.words import notices as words
from gongkai.law.calendar.words.days import COMMA, day_told, days_told
from gongkai.law.calendar.words.patterns import WHOLE_NUMBER
from gongkai.law.calendar.year import is_published

_SATURDAY = 5
# The longest of all years had 9 days; ten days and a weekend at either side are beyond any plan.
_LONGEST = 14
_DIVISIONS = range(110000, 830000)


def problems_of(notice: HolidayNotice, known: Iterable[HolidayNotice] = ()) -> tuple[str, ...]:
    """Return what keeps a notice out, none where it may be taken in.

    `known` are the notices that were imported before: where one of them, or the package, fixed the year, the notice
    may name some of the holidays only.
    """
    return tuple(_problems(notice, known))


def local_problems_of(holiday: LocalHoliday) -> tuple[str, ...]:
    """Return what keeps a local holiday out, none where it may be taken in."""
    return tuple(_local_problems(holiday))


def _problems(notice: HolidayNotice, known: Iterable[HolidayNotice]) -> Iterator[str]:
    yield from _document(notice)
    if not published.FIRST <= notice.year <= expected.LAST:
        yield words.YEAR_OUTSIDE.format(year=notice.year, first=published.FIRST, last=expected.LAST)
    yield from _runs(notice.off)
    yield from _worked(notice.off, notice.on)
    for day in (*_free(notice.off), *(worked.on for worked in notice.on)):
        if day.year != notice.year and (day.year, day.month) != (notice.year - 1, 12):
            yield words.OUTSIDE_YEAR.format(day=day_told(day), year=notice.year)
    if notice.missing and not is_published(notice.year, known):
        yield words.MISSING.format(names=COMMA.join(notice.missing), year=notice.year)


def _document(notice: HolidayNotice) -> Iterator[str]:
    issued = day_told(notice.issued)
    number = WHOLE_NUMBER.fullmatch(notice.number)
    if not number:
        yield words.BAD_NUMBER.format(number=notice.number)
    elif int(number[1]) != notice.issued.year:
        yield words.NUMBER_OF_OTHER_YEAR.format(number=notice.number, issued=issued)
    if notice.issued.year not in (notice.year - 1, notice.year):
        yield words.ISSUED_IN_OTHER_YEAR.format(year=notice.year, issued=issued)


def _local_problems(holiday: LocalHoliday) -> Iterator[str]:
    code = holiday.division
    if not (len(code) == 6 and code.isascii() and code.isdecimal() and int(code) in _DIVISIONS):
        yield words.BAD_DIVISION.format(division=code)
    if not holiday.source.strip():
        yield words.NO_SOURCE.format(days=days_told(run.first for run in holiday.off))
    yield from _runs(holiday.off)
    yield from _worked(holiday.off, holiday.on)


def _runs(off: tuple[DaysOff, ...]) -> Iterator[str]:
    if not off:
        yield words.EMPTY
    names: dict[dt.date, str] = {}
    for run in off:
        last = run.last or run.first
        told = {"name": run.name, "first": day_told(run.first), "last": day_told(last)}
        if not run.name.strip():
            yield words.NO_NAME.format(days=day_told(run.first))
        if last < run.first:
            yield words.ENDS_BEFORE_IT_BEGINS.format(**told)
        elif (count := (last - run.first).days + 1) > _LONGEST:
            yield words.TOO_LONG.format(**told, count=count, longest=_LONGEST)
            continue
        for day in run:
            if day in names:
                yield words.NAMED_TWICE.format(day=day_told(day), first=names[day], second=run.name)
            names[day] = run.name


def _worked(off: tuple[DaysOff, ...], on: tuple[DayWorked, ...]) -> Iterator[str]:
    free, seen = set(_free(off)), set[dt.date]()
    for day in (worked.on for worked in on):
        if day.weekday() < _SATURDAY:
            yield words.WORKED_NO_WEEKEND.format(day=day_told(day))
        if day in free:
            yield words.OFF_AND_WORKED.format(day=day_told(day))
        if day in seen:
            yield words.WORKED_TWICE.format(day=day_told(day))
        seen.add(day)


def _free(off: tuple[DaysOff, ...]) -> Iterator[dt.date]:
    for run in off:
        if ((run.last or run.first) - run.first).days < _LONGEST:
            yield from run
