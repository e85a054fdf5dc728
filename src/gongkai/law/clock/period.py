"""The period for the reply (答复期限): its first and last day, its working days, and those that are not counted."""

from __future__ import annotations

import datetime as dt

import msgspec

from gongkai.law.calendar.days import Calendar
from gongkai.law.clock.case import Case
from gongkai.law.clock.pauses import ONE_DAY, Pause, merged, runs_of
from gongkai.law.clock.rules import Rules


class Period(msgspec.Struct, frozen=True):
    """A period of working days after `start`, which is not counted itself (民事诉讼法 85 ¶2, by analogy).

    `last` is the last of them; `due` the last day for the reply, the same or the later day set under article 35.
    `pauses` are those that move `last`. `is_expected` tells that it rests on one that is not over.
    """

    start: dt.date
    days: int
    pauses: tuple[Pause, ...]
    last: dt.date
    due: dt.date
    is_expected: bool

    def counted(self, after: dt.date, until: dt.date, calendar: Calendar) -> int:
        """Return how many working days are counted after a day, up to and including another."""
        begin, end = max(after, self.start), min(until, self.due)
        paused = (calendar.count(max(one.first - ONE_DAY, begin), min(one.last, end)) for one in self.pauses)
        return calendar.count(begin, end) - sum(paused)


def period_of(case: Case, as_of: dt.date, rules: Rules, *, closing: bool = False) -> Period | None:
    """Return the period that runs on a day; None before receipt and while the applicant is to correct or to pay.

    `closing` tells that the request is answered or ended on that day, and with it what is still open.
    """
    if case.start is None or case.awaits_correction or case.awaits_payment:
        return None
    days = case.days + (case.granted or 0)
    runs = runs_of(case, as_of, rules, closing=closing)
    pauses = merged(runs, rules.calendar)
    last = _last_day(case.start, days, pauses, rules.calendar)
    effective = tuple(pause for pause in pauses if pause.first < last)
    expected = any(run.is_open and run.first <= last for run in runs)
    return Period(case.start, days, effective, last, max(last, case.delay or last), expected)


def _last_day(start: dt.date, days: int, pauses: tuple[Pause, ...], calendar: Calendar) -> dt.date:
    """Return the last of so many working days after a day, without those of the pauses."""
    reached, left = start, days
    for pause in pauses:
        before = calendar.count(reached, pause.first - ONE_DAY)
        if before >= left:
            break
        left -= before
        reached = pause.last
    return calendar.after(reached, left)
