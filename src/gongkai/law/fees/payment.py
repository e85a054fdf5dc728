"""Paying the fee (缴费): by when, and what becomes of a request that is not paid for; 109号 articles 6 and 7."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

import msgspec

from gongkai.law.calendar.days import NATIONAL, Calendar
from gongkai.law.events import TO_PAY
from gongkai.law.fees import words
from gongkai.law.identifiers.dates import printed
from gongkai.law.steps import Doubt, Step


class PayBy(msgspec.Struct, frozen=True):
    """The last day to pay; `provisional` (暂定) where no notice has fixed some day of the period."""

    last: dt.date
    provisional: bool
    step: Step


class PaymentState(StrEnum):
    """How a fee that was asked for stands (缴费状态)."""

    AWAITED = "awaited"
    PAID = "paid"
    PAID_LATE = "paid_late"
    LAPSED = "lapsed"

    @property
    def label(self) -> str:
        return words.PAYMENT_STATES[self.value]


def pay_by(notice_received: dt.date, calendar: Calendar = NATIONAL) -> PayBy:
    """Return the last day to pay: the twentieth working day after the day on which the notice was received."""
    last = calendar.after(notice_received, TO_PAY)
    provisional = calendar.is_provisional(notice_received + dt.timedelta(days=1), last)
    text = words.PAY_BY.format(served=printed(notice_received), last=printed(last))
    step = Step(text + words.PROVISIONAL if provisional else text, last, words.ARTICLES["7"])
    return PayBy(last, provisional, step)


def payment_state(
    notice_received: dt.date, today: dt.date, paid: dt.date | None = None, *, calendar: Calendar = NATIONAL
) -> PaymentState:
    """Return how a fee stands today; `paid` is the day on which payment was complete.

    A request lapses only after the last day is over (视为放弃申请). Who pays late has paid, yet after giving up the
    request: what follows is for the organ to decide.
    """
    last = pay_by(notice_received, calendar).last
    if paid is not None and paid <= today:
        return PaymentState.PAID if paid <= last else PaymentState.PAID_LATE
    return PaymentState.AWAITED if today <= last else PaymentState.LAPSED


def doubts_of_notice(asked: dt.date, due: dt.date) -> tuple[Doubt, ...]:
    """Return what is wrong with the day of a notice: it must fall within the period for the reply (article 6)."""
    if asked <= due:
        return ()
    text = words.LATE.format(asked=printed(asked), due=printed(due))
    return (Doubt("fees.late_notice", text, asked, words.ARTICLES["6"]),)
