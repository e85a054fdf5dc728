"""What the clock tells the life cycle (时限与流程): which periods are over today, and what is still in time."""

from __future__ import annotations

import datetime as dt

from msgspec.structs import replace

from gongkai.law.clock.clock import Clock
from gongkai.law.clock.correction import correct_by
from gongkai.law.clock.pauses import opinion_by
from gongkai.law.clock.payment import pay_by
from gongkai.law.clock.reasons import reasons_by
from gongkai.law.clock.rules import Rules
from gongkai.law.life_cycle.docket import Docket, Side
from gongkai.law.life_cycle.happenings import Happening
from gongkai.law.life_cycle.procedures import CONSULTATIONS, Procedure

_OF_THE_APPLICANT = {
    Procedure.CORRECTION: correct_by,
    Procedure.REASONS: reasons_by,
    Procedure.FEE: pay_by,
}


def on_the_clock(docket: Docket, clock: Clock) -> Docket:
    """Return the case with what its clock says today; consultations go by the same names in both."""
    return replace(
        docket,
        sides=tuple(replace(side, period_over=_is_over(side, clock)) for side in docket.sides),
        is_received=clock.received_on is not None or clock.started_on is not None,
        is_overdue=clock.is_overdue,
        may_be_extended=any(option.event == Happening.EXTENDED for option in clock.options),
        is_ordered=clock.case.ordered,
    )


def _is_over(side: Side, clock: Clock) -> bool:
    by = _last_day(side, clock)
    return side.is_open and by is not None and by < clock.today


def _last_day(side: Side, clock: Clock) -> dt.date | None:
    """Return the last day that somebody was given; None where it has not begun or there is none."""
    rules = Rules(clock.calendar, clock.conventions)
    if side.procedure in _OF_THE_APPLICANT:
        return _OF_THE_APPLICANT[side.procedure](clock.case, rules)
    asked = clock.case.consultation(side.name) if side.procedure in CONSULTATIONS else None
    return opinion_by(asked, rules) if asked and asked.delivered else None
