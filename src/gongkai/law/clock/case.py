"""What is known of a request's time after some of its events (案件的时限状态): the state that the clock folds.

Nothing in it depends on today, nor on an event that has not happened yet.
"""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Any

import msgspec
from msgspec.structs import replace

from gongkai.law.calendar import periods
from gongkai.law.clock.effects import Effect
from gongkai.law.clock.words.doubts import doubt_about
from gongkai.law.clock.words.labels import PHASES
from gongkai.law.clock.words.sources import PERIODS, SOURCES
from gongkai.law.events import AnyEvent, Party, Service, Submitted
from gongkai.law.steps import Doubt


class Phase(StrEnum):
    """How a request stands with its period on a day (时限状态)."""

    NOT_RECEIVED = "not_received"
    UNCONFIRMED = "unconfirmed"
    RUNNING = "running"
    PAUSED = "paused"
    AWAITING_CORRECTION = "awaiting_correction"
    AWAITING_PAYMENT = "awaiting_payment"
    ANSWERED = "answered"
    WITHDRAWN = "withdrawn"
    LAPSED = "lapsed"

    @property
    def label(self) -> str:
        return PHASES[self.value]


class Correction(msgspec.Struct, frozen=True):
    """A notice of correction (补正), `days` working days from service; `restarts`: the period then begins anew."""

    asked: dt.date
    days: int
    restarts: bool
    served: dt.date | None = None
    received: dt.date | None = None


class Consultation(msgspec.Struct, frozen=True):
    """A consultation (征求意见) by the days on which its letter was sent, delivered and answered."""

    name: str
    party: Party
    sent: dt.date
    delivered: dt.date | None = None
    answered: dt.date | None = None


class Reasons(msgspec.Struct, frozen=True):
    """A demand for reasons (说明理由), with so many working days for it."""

    asked: dt.date
    days: int
    given: dt.date | None = None


class Fee(msgspec.Struct, frozen=True):
    """A notice of a fee (收费通知) by the days on which it was sent, served and paid."""

    asked: dt.date
    served: dt.date | None = None
    paid: dt.date | None = None


class Verdict(msgspec.Struct, frozen=True, kw_only=True):
    """How a period ended (办结): on which day, by what, and whether in time.

    `phase` is RUNNING where an order for a new reply ended it. `due` is None where no period ran. `days_late`
    counts working days; a day off after the due day is as late as the working day that follows it.
    """

    phase: Phase
    on: dt.date
    due: dt.date | None
    days_late: int = 0
    service: Service | None = None
    served: dt.date | None = None

    @property
    def in_time(self) -> bool:
        return self.days_late == 0


class Turn(msgspec.Struct, frozen=True):
    """What an event did to the case, for the explanation.

    `by` is a day it set, such as the last one to answer; `days` the length of the period that it let begin, and
    `extended` by how many working days the period before that was extended. `ends` is how that period ends where an
    order does not leave working days.
    """

    effect: Effect
    event: AnyEvent
    by: dt.date | None = None
    days: int | None = None
    extended: int | None = None
    ends: periods.Period | None = None

    @property
    def source(self) -> str:
        """The article behind the period that it let begin."""
        return PERIODS.get(self.effect.value, SOURCES["reply"])


class Case(msgspec.Struct, frozen=True, kw_only=True):
    """The state of a request.

    received:  the day of receipt, article 31; it stays whatever happens later.
    begun:     the day on which the request, or an order for a new reply, came.
    start:     the day after which the period now running counts: `begun`, or what made it begin anew.
    days:      its working days without extension.
    granted:   by how many working days it was extended; None if it was not.
    delay:     the later day for the reply that was set under article 35, a working day.
    ordered:   the period is that of an order for a new reply, which is neither extended nor paused.
    ends:      its last day, where it names that day or leaves calendar days; None where working days are counted.
    earlier:   how periods ended before an order for a new reply.
    """

    submission: Submitted | None = None
    arrived: dt.date | None = None
    confirmed: dt.date | None = None
    received: dt.date | None = None
    begun: dt.date | None = None
    start: dt.date | None = None
    days: int = 0
    granted: int | None = None
    delay: dt.date | None = None
    ordered: bool = False
    ends: periods.Period | None = None
    correction: Correction | None = None
    consultations: tuple[Consultation, ...] = ()
    reasons: Reasons | None = None
    fee: Fee | None = None
    closed: Verdict | None = None
    earlier: tuple[Verdict, ...] = ()
    turns: tuple[Turn, ...] = ()
    doubts: tuple[Doubt, ...] = ()

    @property
    def awaits_correction(self) -> bool:
        """No period runs because the applicant is to correct the request."""
        return self.correction is not None and self.correction.restarts and self.correction.received is None

    @property
    def awaits_payment(self) -> bool:
        """No period runs because the applicant is to pay."""
        return self.fee is not None and self.fee.paid is None

    @property
    def period_source(self) -> str:
        """The article behind the period that runs, which is another one after an order, a correction, a payment."""
        return next((turn.source for turn in reversed(self.turns) if turn.days is not None), SOURCES["reply"])

    def consultation(self, name: str) -> Consultation | None:
        """Return the consultation of a name, if its letter was sent."""
        return next((one for one in self.consultations if one.name == name), None)


def told(case: Case, effect: Effect, event: AnyEvent, by: dt.date | None = None, **changes: Any) -> Case:
    """Return the case as an event changed it, with a turn for the explanation; a new `start` begins a period."""
    changed = replace(case, **changes)
    turn = Turn(effect, event, by)
    if "start" in changes:
        turn = Turn(effect, event, by, changed.days + (changed.granted or 0), case.granted, changed.ends)
    return replace(changed, turns=(*case.turns, turn))


def doubted(case: Case, code: str, event: AnyEvent, **values: dt.date | str | int) -> Case:
    """Return the case with a doubt about an event; see `words.doubts` for the codes and what they quote."""
    return replace(case, doubts=(*case.doubts, doubt_about(code, event, **values)))
