"""What in a notice of holidays should be looked at (放假安排的疑点): slips that need not be any; contradictions.

A doubt does not keep a notice out.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from gongkai.law.calendar import expected, published
from gongkai.law.calendar.notices import HolidayNotice
from gongkai.law.calendar.words import notices as words
from gongkai.law.calendar.words.days import COMMA, STATUTE_SOURCE, STATUTORY, day_told, days_told
from gongkai.law.calendar.year import in_order, is_published
from gongkai.law.steps import Doubt

_SATURDAY = 5
# In seventeen years no day was worked more than eleven days from its holiday.
_FAR = 14
# 放假办法 article 2: the text of 2024 has two days more than the one of 2007.
_LAW_OF_2024 = 2025


def doubts_of(notice: HolidayNotice) -> tuple[Doubt, ...]:
    """Return what looks like a slip in a notice and need not be one."""
    whole = () if notice.missing else (*_statutory_worked(notice), *_unbalanced(notice))
    return (*_weekend_only(notice), *_far_away(notice), *whole)


def contradictions(notices: Iterable[HolidayNotice]) -> tuple[Doubt, ...]:
    """Return the days that one notice makes free and another makes worked; the later issued one counts.

    A published year that an imported notice changes is told in the same way.
    """
    return tuple(_contradictions(in_order(notices)))


def _weekend_only(notice: HolidayNotice) -> Iterator[Doubt]:
    for run in notice.off:
        days = tuple(run)
        beside = {run.name} & {other.name for other in notice.off if other is not run}
        if not beside and all(day.weekday() >= _SATURDAY for day in days):
            text = words.WEEKEND_ONLY.format(name=run.name, days=days_told(days))
            yield Doubt("calendar.weekend_only", text, run.first, notice.number)


def _far_away(notice: HolidayNotice) -> Iterator[Doubt]:
    for worked in notice.on:
        near = [day for run in notice.off if run.name == worked.name for day in run]
        if near and min(abs((day - worked.on).days) for day in near) > _FAR:
            text = words.FAR_AWAY.format(day=day_told(worked.on), name=worked.name)
            yield Doubt("calendar.far_away", text, worked.on, notice.number)


def _unbalanced(notice: HolidayNotice) -> Iterator[Doubt]:
    """Yield a doubt where weekdays made free are not the weekends worked and the statutory days (放假办法 6, 7)."""
    weekdays = sum(day.weekday() < _SATURDAY for run in notice.off for day in run)
    statutory = 13 if notice.year >= _LAW_OF_2024 else 11
    if weekdays - len(notice.on) != statutory:
        told = {"free": weekdays, "worked": len(notice.on), "rest": weekdays - len(notice.on), "days": statutory}
        yield Doubt("calendar.unbalanced", words.UNBALANCED.format(**told), None, STATUTE_SOURCE)


def _statutory_worked(notice: HolidayNotice) -> Iterator[Doubt]:
    free = {day for run in notice.off for day in run}
    for named in expected.expected_days(notice.year):
        # The package knows what was arranged in the past, too.
        if named.on not in free and set(named.name.split(COMMA)) <= set(STATUTORY.values()):
            text = words.STATUTORY_WORKED.format(day=day_told(named.on), name=named.name)
            yield Doubt("calendar.statutory_not_free", text, named.on, STATUTE_SOURCE)


def _contradictions(notices: list[HolidayNotice]) -> Iterator[Doubt]:
    told: dict[dt.date, tuple[bool, str]] = {}
    for notice in notices:
        for named in notice.days():
            was_free, earlier = told.get(named.on) or _published(named.on) or (named.free, "")
            if was_free != named.free:
                yield _contradiction(named.on, earlier, notice.number, named.free)
            told[named.on] = (named.free, notice.number)


def _published(on: dt.date) -> tuple[bool, str] | None:
    """Return whether a yearly notice has a day as free, and its number; None where no yearly notice is known."""
    if not is_published(on.year, ()) or any(
        named.on == on for notice in published.SPECIAL for named in notice.days()
    ):
        return None
    for named in published.published_days(on.year):
        if named.on == on:
            return named.free, named.source or words.PUBLISHED
    return on.weekday() >= _SATURDAY, words.PUBLISHED


def _contradiction(on: dt.date, earlier: str, later: str, free: bool) -> Doubt:
    was, now = (words.WORKED, words.FREE) if free else (words.FREE, words.WORKED)
    text = words.CONTRADICTION.format(day=day_told(on), earlier=earlier, later=later, was=was, now=now)
    return Doubt("calendar.contradiction", text, on, later)
