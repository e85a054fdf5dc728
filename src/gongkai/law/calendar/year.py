"""A year of the calendar reckoned (年历): its days out of all that is said about them, and the working ones."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Callable, Iterable
from itertools import accumulate
from typing import NamedTuple

import msgspec

from gongkai.law.calendar import expected, published
from gongkai.law.calendar.day import Day, DayKind
from gongkai.law.calendar.notices import ONE_DAY, HolidayNotice, LocalHoliday, NamedDay
from gongkai.law.calendar.words.days import WEEKEND_SOURCE

_SATURDAY = 5
# The notice of a year has moved days of the December before: the earliest of them was the 29th (in 2007 and 2018).
_NEXT_NOTICE_MAY_MOVE_FROM = (12, 29)


class Year(NamedTuple):
    """A year: its days and working days, and how many of its first 0, 1, 2 … days are worked, or provisional.

    `start` is the ordinal of the first of January, and with it the place of a day in `days`.
    """

    start: int
    days: tuple[Day, ...]
    worked: tuple[dt.date, ...]
    worked_of: tuple[int, ...]
    provisional_of: tuple[int, ...]


def is_published(number: int, notices: Iterable[HolidayNotice]) -> bool:
    """Tell whether a notice fixed a year: one that the package knows, or a whole one that was imported."""
    known = published.FIRST <= number <= published.LAST
    return known or any(notice.year == number and not notice.missing for notice in notices)


def in_order(notices: Iterable[HolidayNotice]) -> list[HolidayNotice]:
    """Return imported notices, and those that were published for one occasion, the later issued ones last."""
    return sorted((*published.SPECIAL, *notices), key=lambda notice: notice.issued)


def reckoned(number: int, notices: tuple[HolidayNotice, ...], local: Iterable[LocalHoliday]) -> Year:
    """Return a year, as notices and local holidays have it; what stands later in `local` goes before."""
    start = dt.date(number, 1, 1)
    length = 365 + calendar.isleap(number)
    days = {day: _plain(day) for day in (start + ahead * ONE_DAY for ahead in range(length))}
    _mark_provisional(days, number, notices)
    _name(days, _known(number, notices), _national)
    for notice in in_order(notices):
        _name(days, notice.days(), _noticed)
    for holiday in local:
        _name(days, holiday.days(), _local)
    found = tuple(days.values())
    return Year(
        start=start.toordinal(),
        days=found,
        worked=tuple(day.on for day in found if day.is_working),
        worked_of=tuple(accumulate((day.is_working for day in found), initial=0)),
        provisional_of=tuple(accumulate((day.provisional for day in found), initial=0)),
    )


def _plain(on: dt.date) -> Day:
    if on.weekday() >= _SATURDAY:
        return Day(on, DayKind.WEEKEND, source=WEEKEND_SOURCE)
    return Day(on, DayKind.WORKING)


def _mark_provisional(days: dict[dt.date, Day], number: int, notices: tuple[HolidayNotice, ...]) -> None:
    fixed, next_fixed = is_published(number, notices), is_published(number + 1, notices)
    for on, day in days.items():
        if not fixed or (not next_fixed and (on.month, on.day) >= _NEXT_NOTICE_MAY_MOVE_FROM):
            days[on] = msgspec.structs.replace(day, provisional=True)


def _known(number: int, notices: tuple[HolidayNotice, ...]) -> tuple[NamedDay, ...]:
    return published.published_days(number) if is_published(number, notices) else expected.expected_days(number)


def _name(days: dict[dt.date, Day], named: Iterable[NamedDay], become: Callable[[Day, NamedDay], Day]) -> None:
    for told in named:
        if told.on in days:
            days[told.on] = become(days[told.on], told)


def _national(day: Day, told: NamedDay) -> Day:
    kind = DayKind.HOLIDAY if told.free else _worked(day.on)
    return Day(day.on, kind, told.name, told.source, day.provisional)


def _noticed(day: Day, told: NamedDay) -> Day:
    return msgspec.structs.replace(_national(day, told), provisional=False)


def _local(day: Day, told: NamedDay) -> Day:
    if told.free and day.kind is DayKind.HOLIDAY:
        return day
    kind = DayKind.LOCAL if told.free else _worked(day.on)
    return Day(day.on, kind, told.name, told.source, day.provisional)


def _worked(on: dt.date) -> DayKind:
    return DayKind.MAKE_UP if on.weekday() >= _SATURDAY else DayKind.WORKING
