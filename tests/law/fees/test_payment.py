"""Paying the fee: by when, and what follows."""

from __future__ import annotations

import datetime as dt

import pytest

from gongkai.law.calendar.days import NATIONAL, Calendar
from gongkai.law.fees.payment import PayBy, PaymentState, doubts_of_notice, pay_by, payment_state
from gongkai.law.steps import Doubt, Step

SERVED, LAST = dt.date(2026, 6, 12), dt.date(2026, 7, 13)


def test_twenty_working_days_are_counted_from_the_day_after_the_notice() -> None:
    text = "收费通知于2026年6月12日收到，自次日起20个工作日内缴纳，最晚2026年7月13日。"
    assert pay_by(SERVED) == PayBy(LAST, False, Step(text, LAST, "国办函〔2020〕109号第七条"))
    assert NATIONAL.count(SERVED, LAST) == 20


def test_beyond_the_published_calendar_the_last_day_is_provisional() -> None:
    found = pay_by(dt.date(2026, 12, 15))
    assert found.provisional
    assert found.step.text.startswith("收费通知于2026年12月15日收到，自次日起20个工作日内缴纳，最晚2027年1月")
    assert found.step.text.endswith("其中有放假安排尚未公布的日子，期限暂定。")


def test_the_day_of_the_notice_itself_makes_nothing_provisional() -> None:
    assert not pay_by(dt.date(2025, 12, 31)).provisional


class Strict(Calendar, frozen=True, dict=True):
    """A calendar that knows every day but the first of the period."""

    def is_provisional(self, first: dt.date, last: dt.date) -> bool:
        return (first, last) != (dt.date(2026, 6, 13), LAST)


def test_the_period_that_must_be_known_begins_on_the_day_after_the_notice() -> None:
    assert not pay_by(SERVED, Strict()).provisional


class OneHolidayMore(Calendar, frozen=True, dict=True):
    """A calendar of a place with one day off more."""

    def after(self, on: dt.date, count: int) -> dt.date:
        return NATIONAL.after(on, count + 1)


def test_a_place_with_a_holiday_of_its_own_has_more_time_to_pay() -> None:
    calendar = OneHolidayMore()
    later = dt.date(2026, 7, 14)
    assert pay_by(SERVED, calendar).last == later
    assert payment_state(SERVED, later, calendar=calendar) is PaymentState.AWAITED
    assert payment_state(SERVED, later) is PaymentState.LAPSED


@pytest.mark.parametrize(
    ("today", "paid", "state"),
    [
        (SERVED, None, PaymentState.AWAITED),
        (LAST, None, PaymentState.AWAITED),
        (dt.date(2026, 7, 14), None, PaymentState.LAPSED),
        (LAST, LAST, PaymentState.PAID),
        (dt.date(2026, 8, 1), dt.date(2026, 6, 25), PaymentState.PAID),
        (dt.date(2026, 8, 1), dt.date(2026, 7, 14), PaymentState.PAID_LATE),
        # A day that has not come yet is no payment.
        (dt.date(2026, 6, 20), dt.date(2026, 6, 25), PaymentState.AWAITED),
    ],
)
def test_a_fee_stands_as_its_last_day_and_its_payment_say(today: dt.date, paid, state: PaymentState) -> None:
    assert payment_state(SERVED, today, paid) is state


def test_a_state_has_its_official_word() -> None:
    assert [state.label for state in PaymentState] == ["等待缴费", "已按期缴费", "逾期缴费", "逾期未缴费"]


def test_a_notice_must_be_sent_within_the_period_for_the_reply() -> None:
    due = dt.date(2026, 6, 30)
    assert doubts_of_notice(due, due) == ()
    late = dt.date(2026, 7, 1)
    text = "收费通知于2026年7月1日发出，晚于答复期限届满日2026年6月30日；收费决定应当在处理期限内作出。"
    assert doubts_of_notice(late, due) == (Doubt("fees.late_notice", text, late, "国办函〔2020〕109号第六条"),)
