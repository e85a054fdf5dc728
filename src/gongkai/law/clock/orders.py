"""An order for a new reply (责令重新答复): 复议法 64 and 66, 行诉法 70 and 72; its period is what it says itself.

Working days are counted like those of a reply. Calendar days roll over (民事诉讼法 85 ¶3); a day that the order
names stays as it is, for no text puts it off. Neither is extended or paused, whatever `ordered_period` says.
"""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from gongkai.law.calendar import periods
from gongkai.law.clock.case import Case, Phase, doubted, told
from gongkai.law.clock.closing import verdict_of
from gongkai.law.clock.effects import Effect
from gongkai.law.clock.rules import REPLY, Rules
from gongkai.law.clock.words.steps import NOT_PUT_OFF
from gongkai.law.conventions import OrderedPeriod
from gongkai.law.events import Reopened
from gongkai.law.identifiers.dates import printed
from gongkai.law.steps import Step


class _Time(NamedTuple):
    """The time that an order leaves; not `counted` where it is a day or calendar days, and no working days."""

    ends: periods.Period
    counted: bool = False


def reopened(case: Case, event: Reopened, rules: Rules) -> Case:
    """Begin the period of an order for a reply, whatever was waited for; what went before keeps its verdict.

    It binds the organ also where, by what was recorded, the request had not ended nor its period run out; then
    something was not recorded as it was.
    """
    verdict = case.closed or verdict_of(case, Phase.RUNNING, event.on, rules)
    if case.closed is None and verdict.in_time:
        case = doubted(case, "order.too_early", event)
    times = _times(event, rules)
    time = min(times, key=lambda one: one.ends.last)
    case = _doubted(case, event)
    if len(times) > 1:
        case = doubted(case, "order.several", event, last=time.ends.last)
    fresh = Case(
        submission=case.submission,
        arrived=case.arrived,
        confirmed=case.confirmed,
        received=case.received,
        begun=event.on,
        days=rules.calendar.count(event.on, time.ends.last),
        ordered=not time.counted or rules.conventions.ordered_period is OrderedPeriod.FIXED,
        ends=None if time.counted else time.ends,
        earlier=(*case.earlier, verdict),
        turns=case.turns,
        doubts=case.doubts,
    )
    return told(fresh, Effect.REOPENED, event, time.ends.last, start=event.on)


def _times(event: Reopened, rules: Rules) -> list[_Time]:
    """Return what an order leaves; several only where more was recorded than one order can say."""
    calendar, conventions = rules.calendar, rules.conventions
    found = []
    if event.until:
        found.append(_Time(_until(event.until, rules)))
    if event.calendar_days is not None:
        days = max(event.calendar_days, 1)
        found.append(_Time(periods.days_after(event.on, days, calendar=calendar, conventions=conventions)))
    if event.days is not None or not found:
        days = REPLY if event.days is None else max(event.days, 1)
        found.append(_Time(periods.working_days_after(event.on, days, calendar=calendar), counted=True))
    return found


def _until(day: dt.date, rules: Rules) -> periods.Period:
    if rules.calendar.is_working(day):
        return periods.Period(day)
    text = NOT_PUT_OFF.text.format(day=printed(day), before=printed(rules.calendar.last_working(day)))
    return periods.Period(day, steps=(Step(text, day, NOT_PUT_OFF.source),))


def _doubted(case: Case, event: Reopened) -> Case:
    """Return the case with a doubt for each time that no order can leave."""
    if event.days is not None and event.days < 1:
        case = doubted(case, "history.no_days", event, days=event.days)
    if event.calendar_days is not None and event.calendar_days < 1:
        case = doubted(case, "order.no_calendar_days", event, days=event.calendar_days)
    if event.until and event.until < event.on:
        case = doubted(case, "order.day_past", event, until=event.until)
    return case
