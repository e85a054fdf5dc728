"""Dated events of a request → its clock on a day (时限计算): articles 30 to 35 and 42, 109号 article 7.

The law is in the modules of its subjects: `receipt`, `correction`, `consultations` with `pauses`, `extension`,
`reasons`, `payment`, `closing`, `orders`; each takes an event and gives the case after it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from gongkai.law.calendar.days import NATIONAL, Calendar
from gongkai.law.clock import correction, payment
from gongkai.law.clock.case import Case, Phase
from gongkai.law.clock.clock import Clock
from gongkai.law.clock.closing import awaited, days_late
from gongkai.law.clock.deadlines import confirm_by, deadlines_of
from gongkai.law.clock.fold import folded
from gongkai.law.clock.history import in_order
from gongkai.law.clock.options import options_of
from gongkai.law.clock.period import Period, is_provisional, period_of
from gongkai.law.clock.receipt import missing_arrival, waits_since
from gongkai.law.clock.rules import Rules
from gongkai.law.conventions import DEFAULT, Conventions
from gongkai.law.events import AnyEvent, Channel
from gongkai.law.steps import Doubt


def reckon(
    events: Iterable[AnyEvent],
    today: dt.date,
    *,
    calendar: Calendar = NATIONAL,
    conventions: Conventions = DEFAULT,
) -> Clock:
    """Return how a request stands on a day, by its events in any order; what came after that day does not count.

    Nothing that was recorded raises: what cannot be so is a doubt, and its sentence says how it was counted. Raises
    NoCalendar where a day lies in a year without a calendar.
    """
    rules = Rules(calendar, conventions)
    history, left_out = in_order(events, today)
    case = folded(history, rules)
    verdict = case.closed
    until = verdict.on if verdict else today
    period = period_of(case, until, rules, closing=verdict is not None)
    overdue = days_late(period.due, today, rules) if period and verdict is None else 0
    waiting = _unconfirmed_days(case, today, rules)
    return Clock(
        today=today,
        phase=_phase(case, period, today, rules),
        received_on=case.received,
        started_on=period.start if period else None,
        days_granted=period.days if period else None,
        due=period.due if period else None,
        is_expected=period is not None and period.is_expected,
        is_provisional=period is not None and is_provisional(case, period.start, period.due, rules),
        days_used=period.counted(period.start, until, calendar) if period else None,
        days_left=period.counted(today, period.due, calendar) if period and verdict is None else None,
        days_overdue=overdue,
        ended_on=verdict.on if verdict else None,
        served_on=verdict.served if verdict else None,
        in_time=verdict.in_time if verdict else None,
        days_late=verdict.days_late if verdict else 0,
        unconfirmed_days=waiting,
        needs_confirming=waiting is not None and _waits_too_long(case, waiting, today, rules),
        pauses=period.pauses if period else (),
        deadlines=deadlines_of(case, period, today, rules),
        options=options_of(case, period, today, rules),
        earlier=case.earlier,
        doubts=tuple(sorted((*left_out, *_doubts(case, today, rules)), key=lambda one: (one.on, one.code))),
        case=case,
        calendar=calendar,
        conventions=conventions,
    )


def _phase(case: Case, period: Period | None, today: dt.date, rules: Rules) -> Phase:
    if case.closed:
        return case.closed.phase
    if case.begun is None:
        return Phase.UNCONFIRMED if waits_since(case, rules.conventions) else Phase.NOT_RECEIVED
    if waiting := awaited(case):
        return waiting
    paused = period and any(pause.first <= today <= pause.last for pause in period.pauses)
    return Phase.PAUSED if paused else Phase.RUNNING


def _doubts(case: Case, today: dt.date, rules: Rules) -> Iterator[Doubt]:
    yield from case.doubts
    yield from missing_arrival(case)
    yield from correction.missing_service(case, today, rules)
    yield from payment.missing_service(case, today, rules)


def _waits_too_long(case: Case, waiting: int, today: dt.date, rules: Rules) -> bool:
    """Tell whether the day to confirm by is over for a plain letter, or has come for what the alarm is for."""
    if case.submission and case.submission.channel is Channel.PLAIN_MAIL:
        by = confirm_by(case, rules)
        return by is not None and today > by
    return waiting >= rules.conventions.confirmation_alarm_days


def _unconfirmed_days(case: Case, today: dt.date, rules: Rules) -> int | None:
    since = waits_since(case, rules.conventions)
    return rules.calendar.count(since, today) if since and not case.closed else None
