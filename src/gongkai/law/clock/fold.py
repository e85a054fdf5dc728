"""Events one after another → the state of the case (时限的推算), with a doubt for those that cannot be there."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from functools import partial, reduce
from typing import Any

from gongkai.law import events as happened
from gongkai.law.clock import (
    closing,
    consultations,
    correction,
    extension,
    orders,
    payment,
    reasons,
    receipt,
)
from gongkai.law.clock.case import Case, doubted
from gongkai.law.clock.rules import Rules
from gongkai.law.events import AnyEvent

_TAKE: dict[type[AnyEvent], Callable[[Case, Any, Rules], Case]] = {
    happened.Submitted: receipt.submitted,
    happened.Arrived: receipt.arrived,
    happened.Confirmed: receipt.confirmed,
    happened.CorrectionAsked: correction.correction_asked,
    happened.CorrectionNoticeServed: correction.correction_notice_served,
    happened.CorrectionReceived: correction.correction_received,
    happened.ReasonAsked: reasons.reason_asked,
    happened.ReasonGiven: reasons.reason_given,
    happened.DelaySet: reasons.delay_set,
    happened.Consulted: consultations.consulted,
    happened.ConsultationDelivered: consultations.consultation_delivered,
    happened.ConsultationAnswered: consultations.consultation_answered,
    happened.Extended: extension.extended,
    happened.FeeAsked: payment.fee_asked,
    happened.FeeNoticeServed: payment.fee_notice_served,
    happened.FeePaid: payment.fee_paid,
    happened.Answered: closing.answered,
    happened.Served: closing.served,
    happened.Withdrawn: closing.withdrawn,
    happened.Lapsed: closing.lapsed,
    happened.Reopened: orders.reopened,
}
# What may come before the day of receipt is known, and what after the end.
_BEFORE_RECEIPT = (
    happened.Submitted,
    happened.Arrived,
    happened.Confirmed,
    happened.Consulted,
    happened.ConsultationDelivered,
    happened.ConsultationAnswered,
    happened.Answered,
    happened.Withdrawn,
    happened.Reopened,
)
_AFTER_CLOSING = (happened.Served, happened.Reopened)


def folded(events: Sequence[AnyEvent], rules: Rules) -> Case:
    """Return the state of a case after its events, which are in order.

    They are gone through twice: how long a consultation pauses the period depends on the delivery of its letter,
    which may come after what is to be in time, such as an extension.
    """
    known = reduce(partial(_after, rules), events, Case())
    return reduce(partial(_after, rules._replace(deliveries=_deliveries(known))), events, Case())


def _deliveries(case: Case) -> dict[tuple[str, dt.date], dt.date]:
    """Return the deliveries that counted, by the name of the consultation and the day its letter was sent."""
    sent: dict[str, dt.date] = {}
    delivered = {}
    for turn in case.turns:
        match turn.event:
            case happened.Consulted(on=on, consultation=name):
                sent[name] = on
            case happened.ConsultationDelivered(on=on, consultation=name):
                delivered[name, sent[name]] = on
    return delivered


def _after(rules: Rules, case: Case, event: AnyEvent) -> Case:
    if case.submission is None and not isinstance(event, happened.Submitted):
        return doubted(case, "history.before_submission", event)
    if case.closed and not isinstance(event, _AFTER_CLOSING):
        return doubted(case, "history.after_closing", event, closed=case.closed.on, phase=case.closed.phase.label)
    if case.start is None and not case.closed and not isinstance(event, _BEFORE_RECEIPT):
        return doubted(case, "history.before_receipt", event)
    return _TAKE[type(event)](case, event, rules)
