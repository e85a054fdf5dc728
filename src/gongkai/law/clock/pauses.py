"""Time that is not counted (不计入期限的时间): runs of days, and their union where they overlap.

Article 33 ¶3 leaves open from which day to which: conventions `pause_starts` and `pause_ends`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple

import msgspec

from gongkai.law.calendar.days import Calendar
from gongkai.law.clock.case import Case, Consultation
from gongkai.law.clock.rules import OPINION, WITH_PERIOD, Rules
from gongkai.law.clock.words.labels import CAUSES
from gongkai.law.conventions import AfterPayment, PauseEnd, PauseStart

ONE_DAY = dt.timedelta(days=1)


class Cause(StrEnum):
    """Why time is not counted."""

    CONSULTATION = "consultation"
    REASONS = "reasons"
    PAYMENT = "payment"

    @property
    def label(self) -> str:
        return CAUSES[self.value]


class Pause(msgspec.Struct, frozen=True):
    """Days that are not counted, from the first to the last, both included, and how many of them are worked.

    `is_open` tells that the pause is not over yet and its last day expected. `consultations` names those in it.
    """

    first: dt.date
    last: dt.date
    working_days: int
    is_open: bool
    causes: tuple[Cause, ...]
    consultations: tuple[str, ...]


class Run(NamedTuple):
    """Days that one consultation, demand or notice takes; none where the last is before the first."""

    first: dt.date
    last: dt.date
    is_open: bool
    cause: Cause
    consultation: str = ""


def runs_of(case: Case, as_of: dt.date, rules: Rules, *, closing: bool = False) -> list[Run]:
    """Return the runs of days that a case does not count, as far as is known on a day, in order.

    Where the request is answered or ended on that day, `closing`, so is what is still open.
    """
    if case.ordered or case.start is None:
        return []
    runs: Iterable[Run] = _runs(case, as_of, rules)
    if closing:
        runs = (run._replace(last=min(run.last, as_of), is_open=False) for run in runs)
    after = case.start + ONE_DAY
    return sorted(run._replace(first=max(run.first, after)) for run in runs)


def opinion_by(consultation: Consultation, rules: Rules) -> dt.date | None:
    """Return the last day for an opinion (articles 32 and 34); None for other organs, which have no period.

    A letter whose delivery is not known counts as delivered when it was sent.
    """
    if consultation.party not in WITH_PERIOD:
        return None
    known = rules.deliveries.get((consultation.name, consultation.sent), consultation.sent)
    return rules.calendar.after(consultation.delivered or known, OPINION)


def is_open(consultation: Consultation, as_of: dt.date, rules: Rules) -> bool:
    """Tell whether an opinion, or the letter's delivery, may still change how long a consultation takes."""
    if consultation.answered:
        return False
    by = opinion_by(consultation, rules)
    return by is None or as_of < by or consultation.delivered is None


def first_day(consultation: Consultation, rules: Rules) -> dt.date | None:
    """Return the first day of a consultation that is not counted; None where that is not known yet."""
    match rules.conventions.pause_starts:
        case PauseStart.DISPATCH_DAY:
            return consultation.sent
        case PauseStart.DAY_AFTER_DISPATCH:
            return consultation.sent + ONE_DAY
        case PauseStart.DAY_AFTER_DELIVERY:
            return consultation.delivered and consultation.delivered + ONE_DAY


def _runs(case: Case, as_of: dt.date, rules: Rules) -> Iterator[Run]:
    for one in case.consultations:
        if first := first_day(one, rules):
            last = _last_day(one, as_of, rules)
            yield Run(first, last, is_open(one, as_of, rules), Cause.CONSULTATION, one.name)
    if case.reasons and rules.conventions.reasons_pause_clock:
        asked, given = case.reasons.asked, case.reasons.given
        by = rules.calendar.after(asked, case.reasons.days)
        yield Run(asked + ONE_DAY, min(given or by, by), given is None and as_of < by, Cause.REASONS)
    if case.fee and rules.conventions.after_payment is AfterPayment.RESUME:
        yield Run(case.fee.asked + ONE_DAY, case.fee.paid or as_of, case.awaits_payment, Cause.PAYMENT)


def _last_day(consultation: Consultation, as_of: dt.date, rules: Rules) -> dt.date:
    by = opinion_by(consultation, rules)
    if consultation.answered is None and by is None:
        return as_of
    ended = min(day for day in (consultation.answered, by) if day)
    return ended - ONE_DAY if rules.conventions.pause_ends is PauseEnd.DAY_BEFORE_ANSWER else ended


def merged(runs: list[Run], calendar: Calendar) -> tuple[Pause, ...]:
    """Return the union of runs that are in order; those that overlap, or touch, become one pause."""
    together: list[list[Run]] = []
    reached = dt.date.min
    for run in runs:
        if run.last < run.first:
            continue
        if not together or run.first > reached + ONE_DAY:
            together.append([])
        together[-1].append(run)
        reached = max(reached, run.last)
    return tuple(_pause(joined, calendar) for joined in together)


def _pause(runs: list[Run], calendar: Calendar) -> Pause:
    first, last = runs[0].first, max(run.last for run in runs)
    return Pause(
        first=first,
        last=last,
        working_days=calendar.count(first - ONE_DAY, last),
        is_open=any(run.is_open for run in runs),
        causes=tuple(dict.fromkeys(run.cause for run in runs)),
        consultations=tuple(run.consultation for run in runs if run.consultation),
    )
