"""What may still be done with a request, and until when (可以采取的步骤), as far as its time decides."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import msgspec
from msgspec.structs import replace

from gongkai.law.clock.case import Case
from gongkai.law.clock.closing import may_lapse_since
from gongkai.law.clock.correction import correct_by, notice_by
from gongkai.law.clock.deadlines import confirm_by
from gongkai.law.clock.extension import extension_by
from gongkai.law.clock.payment import pay_by
from gongkai.law.clock.period import Period, period_of
from gongkai.law.clock.reasons import reasons_by
from gongkai.law.clock.receipt import needs_confirmation, waits_since
from gongkai.law.clock.rules import LONGEST_EXTENSION, Rules
from gongkai.law.clock.words.sources import SOURCES
from gongkai.terms import requests


class Option(msgspec.Struct, frozen=True, kw_only=True):
    """An event that may lawfully come next: its kind in `terms.requests.EVENTS`, and the article.

    since:  the first day for it; None where it may come today.
    until:  the last day for it; None where no day is set. A day that is past is one that was missed.
    due:    for an extension, the last day of the period if it is extended in full.
    is_provisional: holidays of a year that these days lie in are not fixed yet.
    """

    event: str
    source: str
    since: dt.date | None = None
    until: dt.date | None = None
    due: dt.date | None = None
    is_provisional: bool = False

    @property
    def label(self) -> str:
        return requests.EVENTS[self.event]


def options_of(case: Case, period: Period | None, today: dt.date, rules: Rules) -> tuple[Option, ...]:
    """Return what may come next, in the order of a procedure; nothing where the request has ended."""
    if case.submission is None or case.closed:
        return ()
    if case.begun is None:
        found = (*_to_be_received(case, rules), _option("withdrawn"))
    else:
        found = _to_be_answered(case, period, today, rules)
    return tuple(_marked(option, case, rules) for option in found)


def _to_be_answered(case: Case, period: Period | None, today: dt.date, rules: Rules) -> tuple[Option, ...]:
    return (
        *_of_correction(case, today, rules),
        *(_within_the_period(case, period, today, rules) if period and today <= period.due else ()),
        *_of_the_applicant(case, rules),
        _option("answered", until=period.due if period else None),
        *((_option("lapsed", since=since),) if (since := may_lapse_since(case, rules)) else ()),
        _option("withdrawn"),
    )


def _option(event: str, *, since: dt.date | None = None, until: dt.date | None = None) -> Option:
    return Option(event=event, source=SOURCES[event], since=since, until=until)


def _marked(option: Option, case: Case, rules: Rules) -> Option:
    days = [day for day in (option.since, option.until, option.due) if day]
    provisional = any(rules.calendar.is_provisional(case.begun or day, day) for day in days)
    return replace(option, is_provisional=provisional)


def _to_be_received(case: Case, rules: Rules) -> Iterator[Option]:
    if case.submission and (waits_since(case, rules.conventions) is None):
        yield _option("arrived")
    if case.submission and needs_confirmation(case.submission, rules.conventions):
        yield _option("confirmed", until=confirm_by(case, rules))


def _of_correction(case: Case, today: dt.date, rules: Rules) -> Iterator[Option]:
    by = notice_by(case, rules)
    if case.correction is None and not case.ordered and by and today <= by:
        yield _option("correction_asked", until=by)


def _within_the_period(case: Case, period: Period, today: dt.date, rules: Rules) -> Iterator[Option]:
    """Yield what asks for a running period."""
    if case.reasons is None:
        yield _option("reason_asked", until=period.due)
    elif case.reasons.given and not case.delay and not case.ordered:
        yield _option("delay_set", until=period.due)
    yield _option("consulted", until=period.due)
    if case.ordered:
        return
    by = extension_by(period, rules)
    if case.granted is None and today <= by:
        longest = period_of(replace(case, granted=LONGEST_EXTENSION), today, rules, closing=False)
        if longest:
            yield replace(_option("extended", until=by), due=longest.due)
    if case.fee is None and rules.conventions.charge_fees:
        yield _option("fee_asked", until=period.due)


def _of_the_applicant(case: Case, rules: Rules) -> Iterator[Option]:
    if case.correction and case.correction.received is None:
        yield _option("correction_received", until=correct_by(case, rules))
    if case.reasons and case.reasons.given is None:
        yield _option("reason_given", until=reasons_by(case, rules))
    if case.awaits_payment:
        yield _option("fee_paid", until=pay_by(case, rules))
