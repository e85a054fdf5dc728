"""The wait for a fee (等待缴费)."""

from __future__ import annotations

import pytest

from gongkai.law.clock.case import Phase
from gongkai.law.clock.deadlines import DeadlineKind
from gongkai.law.clock.pauses import Cause
from tests.law.clock.histories import at, clock, codes, counter, day, delivered, sent

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


EXTENDED = at("2026-03-12", "extended", days=20)
REASONS = [at("2026-03-04", "reason_asked", days=5), at("2026-03-05", "reason_given")]


def test_an_extension_told_while_the_fee_is_waited_for_counts_where_the_period_goes_on() -> None:
    """Four days are used on 6 March, 36 of 40 are left after the 18th.

    19 and 20 March are 2, to the 27th 7, 31st 9, 3 April 12, 10th 16, 17th 21, 24th 26, 30th 30, 9 May (worked) 34,
    12 May 36.
    """
    events = [RECEIVED, ASKED, EXTENDED, PAID]
    found = clock(events, "2026-03-19", **RESUME)
    assert (found.due, found.days_granted, found.doubts) == (day("2026-05-12"), 40, ())
    waiting = clock(events[:-1], "2026-03-13", **RESUME)
    assert (waiting.due, waiting.phase, waiting.doubts) == (None, Phase.AWAITING_PAYMENT, ())
    # Where the period begins anew there is none to extend.
    anew = clock(events, "2026-03-19")
    assert (anew.due, codes(anew)) == (day("2026-04-16"), ["extension.nothing_runs"])


def test_a_later_day_told_while_the_fee_is_waited_for_counts_where_the_period_goes_on() -> None:
    delayed = at("2026-03-12", "delay_set", until=day("2026-06-30"))
    events = [RECEIVED, *REASONS, ASKED, delayed, PAID]
    found = clock(events, "2026-03-19", **RESUME)
    assert (found.due, found.doubts) == (day("2026-06-30"), ())
    anew = clock(events, "2026-03-19")
    assert (anew.due, codes(anew)) == (day("2026-04-16"), ["delay.nothing_runs"])


def test_a_later_day_may_be_before_the_one_that_the_payment_leads_to() -> None:
    """On 12 March the 20th day is expected on 3 April; the payment of the 18th brings it to 10 April."""
    delayed = at("2026-03-12", "delay_set", until=day("2026-04-03"))
    found = clock([RECEIVED, *REASONS, ASKED, delayed, PAID], "2026-03-19", **RESUME)
    assert (found.due, found.doubts) == (day("2026-04-10"), ())


@pytest.mark.parametrize("notice", ["due_day", "before_due_day"])
def test_of_a_period_that_stands_still_one_day_is_left_until_the_payment(notice) -> None:
    """Asked on 27 March, the 19th day, one and twenty are left after the payment of 15 April.

    16 and 17 April are 2, to the 24th 7, 30th 11, 9 May (worked) 15, 15 May 20, 18 May 21.
    """
    events = [RECEIVED, at("2026-03-27", "fee_asked"), at("2026-04-10", "extended", days=20)]
    found = clock([*events, at("2026-04-15", "fee_paid")], "2026-04-16", extension_notice=notice, **RESUME)
    assert (found.due, found.doubts) == (day("2026-05-18"), ())


def test_a_fee_that_is_asked_on_the_last_day_leaves_nothing_to_go_on() -> None:
    """30 March is the 20th day; what is told on 1 April comes after it, whenever the fee is paid."""
    events = [RECEIVED, *REASONS, at("2026-03-30", "fee_asked")]
    for late, code in (
        (at("2026-04-01", "extended", days=5), "extension.late"),
        (at("2026-04-01", "delay_set", until=day("2026-06-30")), "delay.late"),
        (sent("2026-04-01"), "consultation.late"),
    ):
        found = clock([*events, late, at("2026-04-02", "fee_paid")], "2026-04-03", **RESUME)
        assert (found.due, codes(found)) == (day("2026-03-30"), [code])


def test_a_letter_delivered_while_a_fee_is_waited_for_that_left_no_day_is_too_late() -> None:
    events = [RECEIVED, sent("2026-03-27"), at("2026-03-30", "fee_asked"), delivered("2026-04-01")]
    found = clock(events, "2026-04-02", pause_starts="day_after_delivery", **RESUME)
    assert codes(found) == ["consultation.delivered_late"]
    assert codes(clock(events, "2026-04-02", pause_starts="day_after_delivery")) == []


@pytest.mark.parametrize(("on", "waits"), [("2026-03-27", True), ("2026-03-30", False)])
def test_a_late_notice_of_correction_brings_back_no_period_that_a_fee_only_holds_up(on, waits) -> None:
    """One day is left where the fee is asked on 27 March, none where on the 30th."""
    late = {"late_correction_notice": "restart", **RESUME}
    events = [RECEIVED, at(on, "fee_asked"), at("2026-04-01", "correction_asked", days=5)]
    found = clock([*events, at("2026-04-02", "fee_paid")], "2026-04-03", **late)
    assert (found.phase is Phase.AWAITING_CORRECTION) == waits


def test_what_may_be_done_while_the_fee_is_waited_for_is_expected_as_if_it_were_paid_today() -> None:
    """Sixteen days are left after 12 March: 13 March 1, to the 20th 6, 27th 11, 31st 13, 3 April 16.

    In full, 36: 10 April 20, 17th 25, 24th 30, 30th 34, 6 and 7 May.
    """
    found = clock([RECEIVED, ASKED], "2026-03-12", **RESUME)
    assert [(one.event, one.until, one.due, one.is_expected) for one in found.options] == [
        ("reason_asked", day("2026-04-03"), None, True),
        ("consulted", day("2026-04-03"), None, True),
        ("extended", day("2026-04-03"), day("2026-05-07"), True),
        ("fee_paid", None, None, False),
        ("answered", None, None, False),
        ("withdrawn", None, None, False),
    ]
    assert [(one.kind, one.by, one.is_expected) for one in found.deadlines] == [
        (DeadlineKind.EXTENSION_NOTICE, day("2026-04-03"), True)
    ]
    over = clock([RECEIVED, at("2026-03-30", "fee_asked")], "2026-03-31", **RESUME)
    assert [one.event for one in over.options] == ["fee_paid", "answered", "withdrawn"]
    assert over.deadlines == ()


def test_a_consultation_goes_on_over_the_payment() -> None:
    events = [RECEIVED, sent("2026-03-05"), ASKED, PAID]
    # Fifteen working days after the 5th end on the 26th: from the 19th on six.
    found = clock(events, "2026-03-26")
    assert [(one.first, one.last, one.working_days) for one in found.pauses] == [
        (day("2026-03-19"), day("2026-03-26"), 6)
    ]
    assert found.due == day("2026-04-24")
