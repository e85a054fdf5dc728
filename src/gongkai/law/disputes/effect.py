"""When a suit is closed, and by which judgment (生效裁判).

A first judgment closes a suit when the time for an appeal has run out: fifteen days from service, ten for a ruling
(行政诉讼法 85); a judgment on appeal at once. A retrial does not open a suit again that is closed.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from itertools import takewhile
from typing import NamedTuple

import msgspec

from gongkai.law.calendar.days import NATIONAL, Calendar
from gongkai.law.calendar.periods import days_after
from gongkai.law.conventions import DEFAULT, Conventions
from gongkai.law.disputes.dispute import OF_JUDGMENTS, Because, Instance, Stage, Suit, SuitResult

# The days from service within which an appeal may be brought against a ruling, and against a judgment.
RULING_DAYS, JUDGMENT_DAYS = 10, 15
_RULINGS = (SuitResult.SUIT_DISMISSED, SuitResult.NOT_FILED)
_NO_APPEAL = (SuitResult.WITHDRAWN, SuitResult.CLOSED, SuitResult.TRANSFERRED)


class Judgment(NamedTuple):
    """A result of a suit, its stage, and why the suit ended without a decision, where it did and that is known."""

    result: SuitResult
    stage: Stage
    because: Because | None


class Closing(msgspec.Struct, frozen=True):
    """The day a suit is closed on, the day of the decision that closes it, and the judgment that holds."""

    on: dt.date
    decided_on: dt.date
    judgment: Judgment


def closing_of(suit: Suit, *, calendar: Calendar = NATIONAL, conventions: Conventions = DEFAULT) -> Closing | None:
    """Return how a suit is closed; None where it is not, as after a judgment that was set aside for a new one."""
    before_retrial = tuple(takewhile(lambda one: one.stage is not Stage.RETRIAL, suit.instances))
    last = before_retrial[-1]
    if last.decided_on is None or last.result is SuitResult.REMANDED:
        return None
    on = _effect(last, last.decided_on, calendar, conventions)
    retried = [one for one in suit.instances[len(before_retrial) :] if _changes(one, on.year)]
    return Closing(on, last.decided_on, standing(retried or before_retrial))


def effective_on(
    instance: Instance, *, calendar: Calendar = NATIONAL, conventions: Conventions = DEFAULT
) -> dt.date | None:
    """Return the day from which a decision has effect if nobody appeals; None where nothing is decided."""
    if instance.decided_on is None:
        return None
    return _effect(instance, instance.decided_on, calendar, conventions)


def _effect(instance: Instance, decided_on: dt.date, calendar: Calendar, conventions: Conventions) -> dt.date:
    if instance.effective_on is not None:
        return instance.effective_on
    if instance.stage is not Stage.FIRST or instance.result in _NO_APPEAL:
        return decided_on
    days = RULING_DAYS if instance.result in _RULINGS else JUDGMENT_DAYS
    served = instance.served_on or decided_on
    return days_after(served, days, calendar=calendar, conventions=conventions).last + dt.timedelta(days=1)


def standing(instances: Sequence[Instance]) -> Judgment:
    """Return what holds after the last of several instances: an appeal that fails leaves the judgment before it."""
    return [
        Judgment(one.result, one.stage, one.because)
        for one in instances
        if one.result is not None and one.result not in OF_JUDGMENTS
    ][-1]


def _changes(retrial: Instance, year: int) -> bool:
    """Tell whether a retrial put another result in the place of the one that closed the suit, in the same year."""
    decided = retrial.decided_on
    return decided is not None and decided.year == year and retrial.result not in OF_JUDGMENTS
