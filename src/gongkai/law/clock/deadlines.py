"""By when somebody must do something (各项期限): the applicant, those who are asked, the organ."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from enum import StrEnum

import msgspec
from msgspec.structs import replace

from gongkai.law.clock.case import Case
from gongkai.law.clock.correction import correct_by, notice_by
from gongkai.law.clock.extension import extension_by
from gongkai.law.clock.pauses import opinion_by
from gongkai.law.clock.payment import pay_by
from gongkai.law.clock.period import Period, is_provisional, standing_period
from gongkai.law.clock.reasons import reasons_by
from gongkai.law.clock.receipt import waits_since
from gongkai.law.clock.rules import Rules
from gongkai.law.clock.words.labels import DEADLINES
from gongkai.law.clock.words.sources import CONFIRMATIONS, SOURCES
from gongkai.law.events import Channel


class DeadlineKind(StrEnum):
    """What is to be done by a day."""

    CONFIRMATION = "confirmation"
    CORRECTION_NOTICE = "correction_notice"
    CORRECTION = "correction"
    REASONS = "reasons"
    OPINION = "opinion"
    EXTENSION_NOTICE = "extension_notice"
    PAYMENT = "payment"
    REPLY = "reply"

    @property
    def label(self) -> str:
        return DEADLINES[self.value]


class Deadline(msgspec.Struct, frozen=True, kw_only=True):
    """The last day for something that is still to be done; it may be past.

    `consultation` names the consultation that an opinion is for. `is_expected` tells that the day rests on a pause
    that is not over or on a delivery that nobody recorded, `is_provisional` that holidays of it are not yet fixed,
    `is_over` that it is past.
    """

    kind: DeadlineKind
    by: dt.date
    source: str
    consultation: str = ""
    is_expected: bool = False
    is_provisional: bool = False
    is_over: bool = False


def deadlines_of(case: Case, period: Period | None, today: dt.date, rules: Rules) -> tuple[Deadline, ...]:
    """Return what is still to be done, the earliest first; nothing where the request has ended.

    A notice that can no longer be given in time is not among it.
    """
    if case.closed:
        return ()
    found = (
        *_of_the_applicant(case, rules),
        *_of_opinions(case, today, rules),
        *_of_the_organ(case, period, rules),
        *_of_the_extension(case, standing_period(case, today, rules), rules),
    )
    passing = (DeadlineKind.CORRECTION_NOTICE, DeadlineKind.EXTENSION_NOTICE)
    dated = (replace(one, is_over=one.by < today) for one in found)
    still = (one for one in dated if one.kind not in passing or not one.is_over)
    return tuple(sorted(still, key=lambda one: (one.by, one.kind, one.consultation)))


def confirm_by(case: Case, rules: Rules) -> dt.date | None:
    """Return the day to confirm by: for plain letters the day they came (article 31(2)), else that of the alarm."""
    since = waits_since(case, rules.conventions)
    if since is None or case.submission is None:
        return None
    if case.submission.channel is Channel.PLAIN_MAIL:
        return since
    return rules.calendar.after(since, rules.conventions.confirmation_alarm_days)


def confirmation_source(case: Case) -> str:
    """Return where the day to confirm by comes from."""
    return CONFIRMATIONS[case.submission.channel.value] if case.submission else ""


def _of_the_applicant(case: Case, rules: Rules) -> Iterator[Deadline]:
    correction, reasons, payment = correct_by(case, rules), reasons_by(case, rules), pay_by(case, rules)
    if correction and case.correction and case.correction.received is None:
        yield _deadline(DeadlineKind.CORRECTION, correction, case, rules)
    if reasons and case.reasons and case.reasons.given is None:
        yield _deadline(DeadlineKind.REASONS, reasons, case, rules)
    if payment and case.awaits_payment:
        yield _deadline(DeadlineKind.PAYMENT, payment, case, rules)


def _of_opinions(case: Case, today: dt.date, rules: Rules) -> Iterator[Deadline]:
    for one in case.consultations:
        by = opinion_by(one, rules)
        if by and one.answered is None and (today <= by or one.delivered is None):
            expected = one.delivered is None
            yield _deadline(DeadlineKind.OPINION, by, case, rules, consultation=one.name, is_expected=expected)


def _of_the_organ(case: Case, period: Period | None, rules: Rules) -> Iterator[Deadline]:
    confirmation, correction = confirm_by(case, rules), notice_by(case, rules)
    if confirmation:
        yield _deadline(DeadlineKind.CONFIRMATION, confirmation, case, rules, source=confirmation_source(case))
    if correction and case.correction is None and not case.ordered:
        yield _deadline(DeadlineKind.CORRECTION_NOTICE, correction, case, rules)
    if period:
        source = case.period_source if period.due == period.last else SOURCES["delay_set"]
        yield _deadline(DeadlineKind.REPLY, period.due, case, rules, source=source, is_expected=period.is_expected)


def _of_the_extension(case: Case, period: Period | None, rules: Rules) -> Iterator[Deadline]:
    if period and case.granted is None and not case.ordered:
        by, expected = extension_by(period, rules), period.is_expected
        yield _deadline(DeadlineKind.EXTENSION_NOTICE, by, case, rules, is_expected=expected)


def _deadline(
    kind: DeadlineKind,
    by: dt.date,
    case: Case,
    rules: Rules,
    *,
    source: str = "",
    consultation: str = "",
    is_expected: bool = False,
) -> Deadline:
    return Deadline(
        kind=kind,
        by=by,
        source=source or SOURCES[kind.value],
        consultation=consultation,
        is_expected=is_expected,
        is_provisional=is_provisional(case, case.begun or by, by, rules),
    )
