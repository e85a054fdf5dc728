"""How a request ends (办结), and how an order for a new reply opens it again."""

from __future__ import annotations

import pytest

from gongkai.law.clock.case import Phase
from gongkai.law.clock.deadlines import DeadlineKind
from gongkai.law.events import Channel, Party, Service
from tests.law.clock.histories import asked_organ, at, clock, codes, counter, day, opinion, sent

# The 20th working day after 2 March 2026 is Monday the 30th.
RECEIVED = counter("2026-03-02")


@pytest.mark.parametrize("service", Service)
@pytest.mark.parametrize(
    ("on", "late"),
    [
        ("2026-03-02", 0),
        ("2026-03-30", 0),
        ("2026-03-31", 1),
        ("2026-04-03", 4),
        ("2026-04-04", 5),
        ("2026-04-07", 5),
    ],
)
def test_a_reply_is_in_time_on_the_last_day_however_it_goes_out(service, on, late) -> None:
    found = clock([RECEIVED, at(on, "answered", service=service)])
    assert (found.phase, found.ended_on, found.due) == (Phase.ANSWERED, day(on), day("2026-03-30"))
    assert (found.in_time, found.days_late, found.days_overdue, found.is_overdue) == (late == 0, late, 0, False)
    assert (found.is_open, found.days_left) == (False, None)
    assert found.case.closed is not None
    assert found.case.closed.service is service


@pytest.mark.parametrize(
    ("today", "used", "left", "overdue"),
    [
        ("2026-03-02", 0, 20, 0),
        ("2026-03-27", 19, 1, 0),
        ("2026-03-28", 19, 1, 0),
        ("2026-03-30", 20, 0, 0),
        ("2026-03-31", 20, 0, 1),
        ("2026-04-04", 20, 0, 5),
        ("2026-04-07", 20, 0, 5),
    ],
)
def test_an_open_request_counts_its_days(today, used, left, overdue) -> None:
    found = clock([RECEIVED], today)
    assert (found.days_used, found.days_left, found.days_overdue) == (used, left, overdue)
    assert (found.is_overdue, found.in_time, found.days_late, found.is_open) == (overdue > 0, None, 0, True)
    assert (found.ended_on, found.served_on, found.days_granted) == (None, None, 20)


def test_a_day_off_after_the_last_day_is_already_too_late() -> None:
    # Received on 6 March, due on Friday 3 April; Saturday to Monday are a holiday.
    found = clock([counter("2026-03-06"), at("2026-04-04", "answered")])
    assert (found.due, found.in_time, found.days_late) == (day("2026-04-03"), False, 1)
    assert clock([counter("2026-03-06")], "2026-04-04").days_overdue == 1


def test_days_used_stop_with_the_reply() -> None:
    assert clock([RECEIVED, at("2026-03-12", "answered")]).days_used == 8
    assert clock([RECEIVED, at("2026-04-15", "answered")]).days_used == 20


def test_when_a_reply_is_served_does_not_matter_for_the_period() -> None:
    events = [RECEIVED, at("2026-03-30", "answered", service=Service.POSTED), at("2026-04-02", "served")]
    found = clock(events)
    assert (found.in_time, found.served_on, found.doubts) == (True, day("2026-04-02"), ())


@pytest.mark.parametrize(
    ("service", "on", "served_on", "doubts"),
    [
        (Service.HANDED, "2026-03-30", "2026-03-31", ["served.handed_late"]),
        (Service.HANDED, "2026-03-27", "2026-03-30", []),
        # Late anyway, which is said without a doubt.
        (Service.HANDED, "2026-03-31", "2026-04-01", []),
        (Service.POSTED, "2026-03-30", "2026-03-31", []),
        (None, "2026-03-30", "2026-03-31", []),
    ],
)
def test_what_was_handed_over_after_the_last_day_is_in_doubt(service, on, served_on, doubts) -> None:
    found = clock([RECEIVED, at(on, "answered", service=service), at(served_on, "served")])
    assert (codes(found), found.served_on) == (doubts, day(served_on))


def test_a_reply_says_nothing_of_its_service_unless_it_was_recorded() -> None:
    events = [RECEIVED, at("2026-03-12", "answered"), at("2026-03-12", "answered", service=Service.HANDED)]
    for history in (events, events[::-1]):
        found = clock(history)
        assert codes(found) == ["history.after_closing"]
        assert found.case.closed is not None
        assert found.case.closed.service is None


@pytest.mark.parametrize(("on", "in_time", "late"), [("2026-03-20", True, 0), ("2026-04-01", False, 2)])
def test_a_request_that_was_withdrawn_is_measured_too(on, in_time, late) -> None:
    found = clock([RECEIVED, at(on, "withdrawn")])
    assert (found.phase, found.in_time, found.days_late, found.due) == (
        Phase.WITHDRAWN,
        in_time,
        late,
        day("2026-03-30"),
    )


def test_a_notice_of_lapse_is_served_and_a_withdrawal_is_not() -> None:
    asked = [at("2026-03-10", "correction_asked", days=5), at("2026-03-11", "correction_notice_served")]
    events = [RECEIVED, *asked, at("2026-03-19", "lapsed"), at("2026-03-20", "served")]
    found = clock(events)
    assert (found.phase, found.served_on, found.doubts) == (Phase.LAPSED, day("2026-03-20"), ())
    other = clock([RECEIVED, at("2026-03-19", "withdrawn"), at("2026-03-20", "served")])
    assert (other.served_on, codes(other)) == (None, ["served.without_reply"])


def test_only_the_first_reply_counts() -> None:
    found = clock([RECEIVED, at("2026-03-20", "answered"), at("2026-04-20", "answered")])
    assert (found.ended_on, found.in_time, codes(found)) == (day("2026-03-20"), True, ["history.after_closing"])


def test_a_reply_while_the_applicant_is_waited_for_is_in_time() -> None:
    found = clock([RECEIVED, at("2026-03-06", "fee_asked"), at("2026-06-12", "answered")])
    assert (found.due, found.in_time, codes(found)) == (None, True, ["reply.while_waiting"])


REPLY = at("2026-04-01", "answered", service=Service.POSTED)
ORDER = at("2026-06-01", "reopened", days=20)


def test_an_order_for_a_new_reply_begins_its_own_period_and_leaves_the_old_verdict() -> None:
    found = clock([RECEIVED, REPLY, at("2026-04-03", "served"), ORDER], "2026-06-02")
    assert (found.phase, found.received_on, found.started_on) == (
        Phase.RUNNING,
        day("2026-03-02"),
        day("2026-06-01"),
    )
    assert (found.due, found.days_used, found.days_left, found.in_time) == (day("2026-06-30"), 1, 19, None)
    (verdict,) = found.earlier
    assert (verdict.phase, verdict.on, verdict.due) == (Phase.ANSWERED, day("2026-04-01"), day("2026-03-30"))
    assert (verdict.in_time, verdict.days_late, verdict.served) == (False, 2, day("2026-04-03"))
    assert (verdict.service, found.ended_on, found.served_on) == (Service.POSTED, None, None)
    assert found.doubts == ()


@pytest.mark.parametrize(("on", "late"), [("2026-06-15", 0), ("2026-06-16", 1)])
def test_the_new_reply_is_measured_by_the_order(on, late) -> None:
    events = [RECEIVED, REPLY, at("2026-06-01", "reopened", days=10), at(on, "answered")]
    found = clock(events)
    assert (found.due, found.in_time, found.days_late) == (day("2026-06-15"), late == 0, late)
    assert len(found.earlier) == 1


def test_a_new_reply_may_go_out_on_the_day_of_the_order() -> None:
    found = clock([RECEIVED, REPLY, ORDER, at("2026-06-01", "answered"), at("2026-06-02", "served")])
    assert (found.ended_on, found.served_on, found.in_time, found.doubts) == (
        day("2026-06-01"),
        day("2026-06-02"),
        True,
        (),
    )


def test_an_order_may_follow_silence() -> None:
    found = clock([RECEIVED, ORDER], "2026-06-02")
    assert (found.due, found.doubts) == (day("2026-06-30"), ())
    (verdict,) = found.earlier
    # 31 March to 1 June.
    assert (verdict.phase, verdict.on, verdict.due, verdict.days_late) == (
        Phase.RUNNING,
        day("2026-06-01"),
        day("2026-03-30"),
        42,
    )
    assert not verdict.in_time


@pytest.mark.parametrize(("on", "is_over"), [("2026-03-30", False), ("2026-03-31", True)])
def test_an_order_before_the_period_is_over_is_obeyed_and_in_doubt(on, is_over) -> None:
    found = clock([RECEIVED, at(on, "reopened", days=2)], "2026-04-01")
    assert [one.in_time for one in found.earlier] == [not is_over]
    assert codes(found) == ([] if is_over else ["order.too_early"])
    assert found.due == day("2026-04-02" if is_over else "2026-04-01")


def test_an_order_ends_what_was_open() -> None:
    found = clock([RECEIVED, sent("2026-03-06", "乙局", Party.OTHER_ORGAN), ORDER], "2026-06-02")
    assert (found.due, found.is_expected, codes(found)) == (day("2026-06-30"), False, ["order.too_early"])
    # As if answered on the day of the order: 16 of the 20 days were left.
    assert [(one.due, one.in_time) for one in found.earlier] == [(day("2026-06-24"), True)]


def test_an_order_for_a_request_that_was_not_confirmed_begins_a_period() -> None:
    events = [at("2026-03-02", "submitted", channel=Channel.INTERNET), ORDER]
    found = clock(events, "2026-06-02")
    assert (found.received_on, found.phase, found.due) == (None, Phase.RUNNING, day("2026-06-30"))
    assert (found.unconfirmed_days, found.needs_confirming, codes(found)) == (None, False, ["order.too_early"])
    assert [one.kind for one in found.deadlines] == [DeadlineKind.REPLY]
    letter = [at("2026-03-02", "submitted", channel=Channel.SIGNED_MAIL), at("2026-03-03", "confirmed"), ORDER]
    assert codes(clock(letter, "2026-06-02")) == ["order.too_early"]


def test_an_order_may_follow_a_withdrawal_and_another_order() -> None:
    events = [RECEIVED, at("2026-03-12", "withdrawn"), at("2026-04-01", "reopened", days=5), ORDER]
    found = clock(events, "2026-06-02")
    assert [(one.phase, one.due) for one in found.earlier] == [
        (Phase.WITHDRAWN, day("2026-03-30")),
        (Phase.RUNNING, day("2026-04-09")),
    ]


ASKED_AGAIN = asked_organ("2026-06-03", "2026-06-05")


def test_the_period_of_an_order_is_neither_paused_nor_extended() -> None:
    events = [RECEIVED, REPLY, ORDER, *ASKED_AGAIN, at("2026-06-08", "extended", days=10)]
    found = clock(events, "2026-06-09")
    assert (found.due, found.pauses, found.phase) == (day("2026-06-30"), (), Phase.RUNNING)
    assert codes(found) == ["order.fixed_period", "order.fixed_period"]
    assert [one.kind for one in found.deadlines] == [DeadlineKind.REPLY]


def test_by_convention_it_is_a_period_like_any_other() -> None:
    events = [RECEIVED, REPLY, ORDER, *ASKED_AGAIN, at("2026-06-08", "extended", days=10)]
    found = clock(events, "2026-06-09", ordered_period="statutory")
    # Two days are not counted; thirty others end on 16 July.
    assert (found.due, [one.working_days for one in found.pauses]) == (day("2026-07-16"), [2])
    assert (found.days_granted, found.doubts) == (30, ())
    again = [RECEIVED, REPLY, ORDER, at("2026-06-10", "correction_asked", days=5)]
    assert clock(again, "2026-06-10", ordered_period="statutory").phase is Phase.AWAITING_CORRECTION


def test_what_was_open_before_an_order_is_over() -> None:
    events = [
        RECEIVED,
        sent("2026-03-04", "乙局", Party.OTHER_ORGAN),
        at("2026-03-05", "extended", days=20),
        at("2026-03-06", "fee_asked"),
        at("2026-04-01", "answered"),
        ORDER,
        opinion("2026-06-03", "乙局"),
    ]
    found = clock(events, "2026-06-04", ordered_period="statutory")
    assert (found.due, found.pauses, found.phase) == (day("2026-06-30"), (), Phase.RUNNING)
    assert codes(found) == ["reply.while_waiting", "consultation.unknown"]
    assert (found.case.granted, found.case.fee, found.case.consultations) == (None, None, ())


def test_a_verdict_keeps_the_day_that_was_due_when_open_pauses_ended_with_it() -> None:
    events = [RECEIVED, sent("2026-03-06"), at("2026-03-20", "answered")]
    found = clock([*events, ORDER], "2026-06-02")
    # Ten working days of the pause until the 20th, not the fifteen that were expected.
    assert [verdict.due for verdict in found.earlier] == [day("2026-04-14")]
    still_open = clock(
        [RECEIVED, sent("2026-03-06", "乙局", Party.OTHER_ORGAN), at("2026-03-20", "answered"), ORDER]
    )
    assert [verdict.due for verdict in still_open.earlier] == [day("2026-04-14")]


def test_what_came_before_an_order_is_still_known() -> None:
    letter = at("2026-02-27", "submitted", channel=Channel.SIGNED_MAIL)
    events = [letter, at("2026-03-02", "arrived"), at("2026-03-03", "confirmed"), REPLY, ORDER]
    again = [
        at("2026-06-02", "arrived"),
        at("2026-06-03", "confirmed"),
        at("2026-06-04", "submitted", channel=Channel.FAX),
    ]
    found = clock([*events, *again], "2026-06-05")
    assert codes(found) == ["receipt.arrived_twice", "receipt.confirmed_twice", "receipt.submitted_twice"]


def test_an_order_may_leave_a_single_day() -> None:
    found = clock([RECEIVED, REPLY, at("2026-06-01", "reopened", days=1)], "2026-06-01")
    assert (found.due, found.doubts) == (day("2026-06-02"), ())
