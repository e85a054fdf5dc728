"""The wait for a fee (等待缴费)."""

from __future__ import annotations

import pytest

from gongkai.law.clock.case import Phase
from gongkai.law.clock.deadlines import DeadlineKind
from gongkai.law.clock.pauses import Cause
from tests.law.clock.histories import at, clock, codes, counter, day, sent

# 6 March 2026 is the 4th working day after the 2nd; twenty after the 9th end on 7 April.
RECEIVED, ASKED = counter("2026-03-02"), at("2026-03-06", "fee_asked")
SERVED, PAID = at("2026-03-09", "fee_notice_served"), at("2026-03-18", "fee_paid")
RESUME = {"after_payment": "resume"}


def test_no_period_runs_while_the_fee_is_unpaid() -> None:
    found = clock([RECEIVED, ASKED], "2026-03-12")
    assert (found.phase, found.due, found.days_left, found.deadlines) == (Phase.AWAITING_PAYMENT, None, None, ())
    served = clock([RECEIVED, ASKED, SERVED], "2026-03-12")
    assert [(one.kind, one.by) for one in served.deadlines] == [(DeadlineKind.PAYMENT, day("2026-04-07"))]


def test_the_whole_period_begins_anew_with_the_payment() -> None:
    found = clock([RECEIVED, ASKED, SERVED, PAID], "2026-03-19")
    assert (found.due, found.started_on, found.received_on) == (
        day("2026-04-16"),
        day("2026-03-18"),
        day("2026-03-02"),
    )
    assert (found.days_used, found.days_left, found.pauses, found.doubts) == (1, 19, (), ())


def test_by_convention_the_period_goes_on_with_what_was_left() -> None:
    found = clock([RECEIVED, ASKED, SERVED, PAID], "2026-03-19", **RESUME)
    # Eight working days from the 9th to the 18th are not counted.
    assert (found.due, found.started_on, found.days_used) == (day("2026-04-10"), day("2026-03-02"), 5)
    assert [(one.first, one.last, one.working_days, one.is_open, one.causes) for one in found.pauses] == [
        (day("2026-03-07"), day("2026-03-18"), 8, False, (Cause.PAYMENT,))
    ]
    waiting = clock([RECEIVED, ASKED, SERVED], "2026-03-12", **RESUME)
    assert (waiting.due, waiting.phase) == (None, Phase.AWAITING_PAYMENT)


def test_a_payment_on_the_day_of_the_notice_takes_no_day() -> None:
    events = [RECEIVED, ASKED, at("2026-03-06", "fee_notice_served"), at("2026-03-06", "fee_paid")]
    assert clock(events, "2026-03-19", **RESUME).due == day("2026-03-30")
    assert clock(events, "2026-03-19").due == day("2026-04-03")


@pytest.mark.parametrize(("on", "asked"), [("2026-03-30", True), ("2026-03-31", False)])
def test_a_fee_must_be_asked_inside_the_period(on, asked) -> None:
    found = clock([RECEIVED, at(on, "fee_asked")], "2026-04-01")
    assert (found.phase is Phase.AWAITING_PAYMENT) == asked
    assert codes(found) == ([] if asked else ["fee.late"])


@pytest.mark.parametrize(("on", "lapses"), [("2026-04-07", False), ("2026-04-08", True)])
def test_an_unpaid_request_lapses_only_when_the_time_is_over(on, lapses) -> None:
    found = clock([RECEIVED, ASKED, SERVED, at(on, "lapsed")], "2026-04-10")
    assert (found.phase is Phase.LAPSED) == lapses
    assert codes(found) == ([] if lapses else ["lapse.not_due"])


def test_a_request_whose_fee_was_paid_or_whose_notice_was_not_served_does_not_lapse() -> None:
    for events in ([RECEIVED, ASKED], [RECEIVED, ASKED, SERVED, PAID]):
        assert codes(clock([*events, at("2026-06-01", "lapsed")], "2026-06-01")) == ["lapse.not_due"]


def test_an_extension_is_kept_when_the_period_begins_anew() -> None:
    events = [RECEIVED, at("2026-03-05", "extended", days=5), ASKED, PAID]
    # 23 April is the 25th working day after 18 March.
    assert clock(events, "2026-03-19").due == day("2026-04-23")


def test_a_consultation_goes_on_over_the_payment() -> None:
    events = [RECEIVED, sent("2026-03-05"), ASKED, PAID]
    # Fifteen working days after the 5th end on the 26th: from the 19th on six.
    found = clock(events, "2026-03-26")
    assert [(one.first, one.last, one.working_days) for one in found.pauses] == [
        (day("2026-03-19"), day("2026-03-26"), 6)
    ]
    assert found.due == day("2026-04-24")
