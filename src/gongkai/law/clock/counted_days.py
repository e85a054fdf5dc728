"""A clock → what each day between receipt and the last day was (逐日计算), for a calendar to show."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from gongkai.law.calendar.days import Day
from gongkai.law.clock.clock import Clock
from gongkai.law.clock.pauses import ONE_DAY
from gongkai.law.clock.words.labels import MARKS


class Mark(StrEnum):
    """What a day is to the period."""

    RECEIPT = "receipt"
    COUNTED = "counted"
    OFF = "off"
    PAUSED = "paused"
    WAITING = "waiting"
    SUPERSEDED = "superseded"

    @property
    def label(self) -> str:
        return MARKS[self.value]


class CountedDay(msgspec.Struct, frozen=True):
    """A day, what it is to the period, and which of its working days it is, from 1; None where it is not counted.

    `day` says what it is to everybody: a weekend, a holiday by its name, a make-up day. RECEIPT is the day after
    which the period counts; SUPERSEDED lies before it, when another period ran or the applicant was waited for.
    WAITING follows while no period runs.
    """

    day: Day
    mark: Mark
    number: int | None = None


def counted_days(clock: Clock) -> tuple[CountedDay, ...]:
    """Return the days from that of receipt, or of the order for a new reply, to the last one; none before receipt.

    While no period runs they end today, or on the day the request ended.
    """
    if clock.case.begun is None:
        return ()
    first, last = clock.case.begun, clock.due or clock.ended_on or clock.today
    found, number = [], 0
    for ahead in range((last - first).days + 1):
        day = clock.calendar.day(first + ahead * ONE_DAY)
        mark = _mark(day, clock)
        number += mark is Mark.COUNTED
        found.append(CountedDay(day, mark, number if mark is Mark.COUNTED else None))
    return tuple(found)


def _mark(day: Day, clock: Clock) -> Mark:
    start = clock.started_on
    if start is None:
        return Mark.RECEIPT if day.on == clock.case.begun else Mark.WAITING
    if day.on <= start:
        return Mark.RECEIPT if day.on == start else Mark.SUPERSEDED
    if any(pause.first <= day.on <= pause.last for pause in clock.pauses):
        return Mark.PAUSED
    return Mark.COUNTED if day.is_working else Mark.OFF
