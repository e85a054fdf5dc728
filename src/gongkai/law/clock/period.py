"""The period for the reply (答复期限): its first and last day, its working days, and those that are not counted."""

from __future__ import annotations

import datetime as dt

import msgspec

from gongkai.law.calendar.days import Calendar
from gongkai.law.clock.case import Case
from gongkai.law.clock.pauses import ONE_DAY, Pause, merged, runs_of
from gongkai.law.clock.rules import Rules
from gongkai.law.conventions import AfterPayment


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
    return None if case.awaits_payment else standing_period(case, as_of, rules, closing=closing)


def standing_period(case: Case, as_of: dt.date, rules: Rules, *, closing: bool = False) -> Period | None:
    """Return the period that runs on a day, or that goes on when the fee that is waited for is paid.

    None before receipt, while the applicant is to correct, and where a payment lets the period begin anew.
    """
    begins_anew = case.awaits_payment and rules.conventions.after_payment is AfterPayment.RESTART
    if case.start is None or case.awaits_correction or begins_anew:
        return None
    if case.ends:
        return Period(case.start, case.days, (), case.ends.last, case.ends.last, False)
    days = case.days + (case.granted or 0)
    runs = runs_of(case, as_of, rules, closing=closing)
    pauses = merged(runs, rules.calendar)
    last = _last_day(case.start, days, pauses, rules.calendar)
    effective = tuple(pause for pause in pauses if pause.first < last)
    expected = any(run.is_open and run.first <= last for run in runs)
    return Period(case.start, days, effective, last, max(last, case.delay or last), expected)


def is_provisional(case: Case, first: dt.date, last: dt.date, rules: Rules) -> bool:
    """Tell whether a last day that is reckoned from a first one rests on holidays that are not fixed (暂定)."""
    if case.ends and case.ends.last == last:
        return case.ends.provisional
    return rules.calendar.is_provisional(first, last)


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
