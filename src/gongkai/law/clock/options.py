"""What may still be done with a request, and until when (可以采取的步骤), as far as its time decides."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import msgspec
from msgspec.structs import replace

from gongkai.law.clock.case import Case
from gongkai.law.clock.closing import lapses
from gongkai.law.clock.correction import correct_by, notice_by
from gongkai.law.clock.deadlines import confirm_by, confirmation_source
from gongkai.law.clock.extension import extension_by
from gongkai.law.clock.payment import pay_by
from gongkai.law.clock.period import Period, is_provisional, standing_period
from gongkai.law.clock.reasons import reasons_by
from gongkai.law.clock.receipt import needs_confirmation, waits_since
from gongkai.law.clock.rules import LONGEST_EXTENSION, Rules
from gongkai.law.clock.words.sources import SOURCES
from gongkai.terms import requests


class Option(msgspec.Struct, frozen=True, kw_only=True):
    """An event that may lawfully come next: its kind in `terms.requests.EVENTS`, and the article.

    since:  the first day for it; None where it may come today.
    until:  the last day for it; None where no day is set. `is_over` tells that it is past and was missed.
    due:    for an extension, the last day of the period if it is extended in full.
    is_expected: `until` and `due` rest on a pause that is not over.
    is_provisional: holidays of a year that these days lie in are not fixed yet.
    """

    event: str
    source: str
    since: dt.date | None = None
    until: dt.date | None = None
    due: dt.date | None = None
    is_over: bool = False
    is_expected: bool = False
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
    return tuple(_marked(option, case, today, rules) for option in found)


def _to_be_answered(case: Case, period: Period | None, today: dt.date, rules: Rules) -> tuple[Option, ...]:
    standing = standing_period(case, today, rules)
    return (
        *_of_correction(case, today, rules),
        *(_within_the_period(case, standing, today, rules) if standing and today <= standing.due else ()),
        *_of_the_applicant(case, rules),
        _in_the_period("answered", period, period.due) if period else _option("answered"),
        *_lapse(case, rules),
        _option("withdrawn"),
    )


def _option(event: str, *, since: dt.date | None = None, until: dt.date | None = None, source: str = "") -> Option:
    return Option(event=event, source=source or SOURCES[event], since=since, until=until)


def _in_the_period(event: str, period: Period, until: dt.date) -> Option:
    return replace(_option(event, until=until), is_expected=period.is_expected)


def _lapse(case: Case, rules: Rules) -> Iterator[Option]:
    """Yield the lapse that comes first, of a request that was not corrected or not paid for."""
    for since, why in sorted(lapses(case, rules))[:1]:
        yield _option("lapsed", since=since, source=SOURCES[why.value])


def _marked(option: Option, case: Case, today: dt.date, rules: Rules) -> Option:
    days = [day for day in (option.since, option.until, option.due) if day]
    provisional = any(is_provisional(case, case.begun or day, day, rules) for day in days)
    over = option.until is not None and option.until < today
    return replace(option, is_provisional=provisional, is_over=over)


def _to_be_received(case: Case, rules: Rules) -> Iterator[Option]:
    if case.submission and (waits_since(case, rules.conventions) is None):
        yield _option("arrived")
    if case.submission and needs_confirmation(case.submission, rules.conventions):
        yield _option("confirmed", until=confirm_by(case, rules), source=confirmation_source(case))


def _of_correction(case: Case, today: dt.date, rules: Rules) -> Iterator[Option]:
    by = notice_by(case, rules)
    if case.correction is None and not case.ordered and by and today <= by:
        yield _option("correction_asked", until=by)


def _within_the_period(case: Case, period: Period, today: dt.date, rules: Rules) -> Iterator[Option]:
    """Yield what asks for a period that runs, or goes on with a payment."""
    if case.reasons is None:
        yield _in_the_period("reason_asked", period, period.due)
    elif case.reasons.given and not case.delay and not case.ordered:
        yield _in_the_period("delay_set", period, period.due)
    yield _in_the_period("consulted", period, period.due)
    if case.ordered:
        return
    by = extension_by(period, rules)
    if case.granted is None and today <= by:
        longest = standing_period(replace(case, granted=LONGEST_EXTENSION), today, rules)
        if longest:
            yield replace(_in_the_period("extended", period, by), due=longest.due)
    if case.fee is None and today <= period.last and rules.conventions.charge_fees:
        yield _in_the_period("fee_asked", period, period.last)


def _of_the_applicant(case: Case, rules: Rules) -> Iterator[Option]:
    if case.correction and case.correction.received is None:
        yield _option("correction_received", until=correct_by(case, rules))
    if case.reasons and case.reasons.given is None:
        yield _option("reason_given", until=reasons_by(case, rules))
    if case.awaits_payment:
        yield _option("fee_paid", until=pay_by(case, rules))
