"""The wait for a fee (等待缴费): 109号 articles 6 and 7. What the fee is, is for `law.fees` to say.

The notice must be sent inside the period of article 33, also where article 35 set a later day for the reply. The
wait does not count; convention `after_payment` says whether the period then begins anew or goes on.
"""

from __future__ import annotations

import datetime as dt

from msgspec.structs import replace

from gongkai.law.clock.case import Case, Fee, doubted, told
from gongkai.law.clock.effects import Effect
from gongkai.law.clock.extension import after_restart
from gongkai.law.clock.period import period_of
from gongkai.law.clock.rules import Rules
from gongkai.law.clock.words.doubts import doubt_about
from gongkai.law.conventions import AfterPayment
from gongkai.law.events import TO_PAY, FeeAsked, FeeNoticeServed, FeePaid
from gongkai.law.steps import Doubt


def pay_by(case: Case, rules: Rules) -> dt.date | None:
    """Return the applicant's last day for the payment; None until the notice is served."""
    return rules.calendar.after(case.fee.served, TO_PAY) if case.fee and case.fee.served else None


def fee_asked(case: Case, event: FeeAsked, rules: Rules) -> Case:
    """Stop the period until the fee is paid; a notice that is sent too late does nothing."""
    if case.fee:
        return doubted(case, "fee.twice", event, first=case.fee.asked)
    if case.ordered:
        return doubted(case, "order.fixed_period", event)
    period = period_of(case, event.on, rules)
    if period is None:
        return doubted(case, "fee.nothing_runs", event)
    if event.on > period.last:
        return doubted(case, "fee.late", event, due=period.last)
    return told(case, Effect.FEE_ASKED, event, fee=Fee(event.on))


def fee_notice_served(case: Case, event: FeeNoticeServed, rules: Rules) -> Case:
    """Let the applicant's time for the payment begin."""
    if case.fee is None:
        return doubted(case, "fee.not_asked", event)
    if case.fee.served:
        return doubted(case, "fee.served_twice", event, first=case.fee.served)
    if case.fee.paid:
        return doubted(case, "fee.served_after", event, paid=case.fee.paid)
    case = replace(case, fee=replace(case.fee, served=event.on))
    return told(case, Effect.FEE_SERVED, event, pay_by(case, rules))


def fee_paid(case: Case, event: FeePaid, rules: Rules) -> Case:
    """Let the period begin anew on the day after the payment, or go on."""
    fee = case.fee
    if fee is None:
        return doubted(case, "fee.not_asked", event)
    if fee.paid:
        return doubted(case, "fee.paid_twice", event, first=fee.paid)
    by = pay_by(case, rules)
    if by and event.on > by:
        case = doubted(case, "fee.paid_late", event, by=by)
    fee = replace(fee, paid=event.on)
    if rules.conventions.after_payment is AfterPayment.RESUME:
        return told(case, Effect.PAID_RESUMES, event, fee=fee)
    return told(case, Effect.PAID_RESTARTS, event, fee=fee, start=event.on, granted=after_restart(case, rules))


def missing_service(case: Case, today: dt.date, rules: Rules) -> tuple[Doubt, ...]:
    """Return a doubt where nobody recorded the service of a notice whose days would be over by now."""
    fee = case.fee
    if fee is None or fee.served or fee.paid or case.closed or today <= rules.calendar.after(fee.asked, TO_PAY):
        return ()
    return (doubt_about("fee.service_missing", FeeAsked(on=fee.asked)),)
