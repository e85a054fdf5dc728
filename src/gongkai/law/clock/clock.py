"""What a clock shows (时限): how a request stands with its period on a day."""

from __future__ import annotations

import datetime as dt

import msgspec

from gongkai.law.calendar.days import Calendar
from gongkai.law.clock.case import Case, Phase, Verdict
from gongkai.law.clock.deadlines import Deadline
from gongkai.law.clock.options import Option
from gongkai.law.clock.pauses import Pause
from gongkai.law.conventions import Conventions
from gongkai.law.steps import Doubt


class Clock(msgspec.Struct, frozen=True, kw_only=True):
    """A request's time on a day; all counts are of working days.

    received_on:   the day of receipt, article 31; None before.
    due:           the last day for the reply; None before receipt, and while the applicant is to correct or to pay.
    is_expected:   `due` rests on a pause that is not over: an early answer brings it forward, a late delivery back.
    is_provisional: `due` rests on days that no notice of holidays has fixed yet (暂定).
    started_on:    the day after which the period counts; `days_granted` how many days it has, extension included.
    days_used:     how many of them are used up by today, or by the day the request ended.
    days_left:     how many remain after today until `due`, the last one included; None where no period runs.
    days_overdue:  by how many an open request is late.
    in_time:       whether the request ended in time; None while it is open. `days_late` by how many it was not.
    unconfirmed_days: since when a request waits to be confirmed; `needs_confirming` that this is too long: for a
                   plain letter more than the day it came (article 31(2)), else `confirmation_alarm_days`.
    earlier:       how periods ended before an order for a new reply.

    `case`, `calendar` and `conventions` are what the clock was reckoned from, for `explain` and `counted_days`.
    """

    today: dt.date
    phase: Phase
    received_on: dt.date | None
    started_on: dt.date | None
    days_granted: int | None
    due: dt.date | None
    is_expected: bool
    is_provisional: bool
    days_used: int | None
    days_left: int | None
    days_overdue: int
    ended_on: dt.date | None
    served_on: dt.date | None
    in_time: bool | None
    days_late: int
    unconfirmed_days: int | None
    needs_confirming: bool
    pauses: tuple[Pause, ...]
    deadlines: tuple[Deadline, ...]
    options: tuple[Option, ...]
    earlier: tuple[Verdict, ...]
    doubts: tuple[Doubt, ...]
    case: Case
    calendar: Calendar
    conventions: Conventions

    @property
    def is_overdue(self) -> bool:
        """The last day is over and the request is still open."""
        return self.days_overdue > 0

    @property
    def is_open(self) -> bool:
        """The request has not ended."""
        return self.ended_on is None
