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
    for events, doubts in (
        ([RECEIVED, ASKED], ["fee.service_missing", "lapse.not_due"]),
        ([RECEIVED, ASKED, SERVED, PAID], ["lapse.not_due"]),
    ):
        assert codes(clock([*events, at("2026-06-01", "lapsed")], "2026-06-01")) == doubts


@pytest.mark.parametrize(("today", "asks"), [("2026-04-03", False), ("2026-04-04", True)])
def test_when_the_time_would_be_over_the_day_of_service_is_asked_for(today, asks) -> None:
    # Twenty working days after the 6th end on 3 April; a notice that was never served lets nobody wait unseen.
    assert codes(clock([RECEIVED, ASKED], today)) == (["fee.service_missing"] if asks else [])
    assert codes(clock([RECEIVED, ASKED, PAID], today)) == []
    assert codes(clock([RECEIVED, ASKED, at("2026-03-30", "withdrawn")], today)) == []


@pytest.mark.parametrize(("on", "doubts"), [("2026-03-30", []), ("2026-03-31", ["fee.late"])])
def test_a_delay_does_not_lengthen_the_time_for_the_notice(on, doubts) -> None:
    delayed = [
        RECEIVED,
        at("2026-03-04", "reason_asked", days=5),
        at("2026-03-05", "reason_given"),
        at("2026-03-09", "delay_set", until=day("2026-04-15")),
    ]
    found = clock([*delayed, at(on, "fee_asked")], "2026-04-01")
    assert (codes(found), found.due) == (doubts, day("2026-04-15") if doubts else None)
    offered = [one.until for one in clock(delayed, on, charge_fees=True).options if one.event == "fee_asked"]
    assert offered == ([] if doubts else [day("2026-03-30")])


def test_an_extension_lapses_when_the_period_begins_anew_and_not_where_it_goes_on() -> None:
    events = [RECEIVED, at("2026-03-05", "extended", days=5), ASKED, PAID]
    # 16 April is the 20th, 23 April the 25th working day after 18 March.
    assert clock(events, "2026-03-19").due == day("2026-04-16")
    assert clock(events, "2026-03-19", extension_after_restart="kept").due == day("2026-04-23")
    # Eight working days do not count: the 33rd after 2 March.
    assert clock(events, "2026-03-19", **RESUME).due == day("2026-04-17")


def test_a_consultation_goes_on_over_the_payment() -> None:
    events = [RECEIVED, sent("2026-03-05"), ASKED, PAID]
    # Fifteen working days after the 5th end on the 26th: from the 19th on six.
    found = clock(events, "2026-03-26")
    assert [(one.first, one.last, one.working_days) for one in found.pauses] == [
        (day("2026-03-19"), day("2026-03-26"), 6)
    ]
    assert found.due == day("2026-04-24")
