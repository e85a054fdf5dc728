"""The day of receipt by channel (收到申请之日)."""

from __future__ import annotations

import pytest

from gongkai.law.clock.case import Phase
from gongkai.law.clock.deadlines import DeadlineKind
from gongkai.law.events import AnyEvent, Channel, Party
from tests.law.clock.histories import at, clock, codes, counter, day


def submitted(channel: Channel, on: str = "2026-03-06", **fields) -> AnyEvent:
    return at(on, "submitted", channel=channel, **fields)


ARRIVED, CONFIRMED = at("2026-03-09", "arrived"), at("2026-03-10", "confirmed")
# The 20th working days after the 6th, the 9th and the 10th of March 2026, with 6 April off.
DUE = {"2026-03-06": "2026-04-03", "2026-03-09": "2026-04-07", "2026-03-10": "2026-04-08"}


@pytest.mark.parametrize(
    ("channel", "received"),
    [
        (Channel.COUNTER, "2026-03-06"),
        (Channel.ORAL, "2026-03-06"),
        (Channel.SIGNED_MAIL, "2026-03-09"),
        (Channel.PLAIN_MAIL, "2026-03-10"),
        (Channel.INTERNET, "2026-03-10"),
        (Channel.FAX, "2026-03-10"),
    ],
)
def test_each_channel_has_its_day_of_receipt(channel, received) -> None:
    found = clock([submitted(channel), ARRIVED, CONFIRMED], "2026-03-20")
    assert (found.received_on, found.due) == (day(received), day(DUE[received]))
    assert found.phase is Phase.RUNNING
    assert (found.unconfirmed_days, found.needs_confirming) == (None, False)


@pytest.mark.parametrize(("choice", "received"), [("signed", "2026-03-09"), ("confirmed", "2026-03-10")])
def test_a_letter_to_another_is_received_by_convention(choice, received) -> None:
    letter = submitted(Channel.SIGNED_MAIL, to_another=True)
    found = clock([letter, ARRIVED, CONFIRMED], "2026-03-20", mail_to_another=choice)
    assert found.received_on == day(received)


@pytest.mark.parametrize("to_another", [True, False])
def test_only_a_signed_letter_to_another_waits_for_confirmation(to_another) -> None:
    events = [submitted(Channel.SIGNED_MAIL, to_another=to_another), ARRIVED]
    found = clock(events, "2026-03-10", mail_to_another="confirmed")
    assert (found.received_on is None) == to_another
    assert (found.phase is Phase.UNCONFIRMED) == to_another
    other = clock([submitted(Channel.COUNTER, to_another=True)], "2026-03-10", mail_to_another="confirmed")
    assert other.received_on == day("2026-03-06")


@pytest.mark.parametrize(
    ("today", "days", "alarm"),
    [("2026-03-06", 0, False), ("2026-03-08", 0, False), ("2026-03-09", 1, True), ("2026-03-10", 2, True)],
)
def test_a_request_from_the_internet_raises_the_alarm_after_a_working_day(today, days, alarm) -> None:
    found = clock([submitted(Channel.INTERNET)], today)
    assert (found.phase, found.received_on, found.due) == (Phase.UNCONFIRMED, None, None)
    assert (found.unconfirmed_days, found.needs_confirming) == (days, alarm)
    assert [(one.kind, one.by) for one in found.deadlines] == [(DeadlineKind.CONFIRMATION, day("2026-03-09"))]


@pytest.mark.parametrize(("today", "alarm"), [("2026-03-10", False), ("2026-03-11", True)])
def test_the_alarm_comes_after_as_many_days_as_the_convention_says(today, alarm) -> None:
    found = clock([submitted(Channel.FAX)], today, confirmation_alarm_days=3)
    assert found.needs_confirming is alarm
    assert [one.by for one in found.deadlines] == [day("2026-03-11")]


def test_a_plain_letter_is_to_be_confirmed_on_the_day_it_comes() -> None:
    post = clock([submitted(Channel.PLAIN_MAIL)], "2026-03-20")
    assert (post.phase, post.unconfirmed_days, post.deadlines) == (Phase.NOT_RECEIVED, None, ())
    found = clock([submitted(Channel.PLAIN_MAIL), ARRIVED], "2026-03-11")
    assert (found.phase, found.unconfirmed_days, found.needs_confirming) == (Phase.UNCONFIRMED, 2, True)
    assert [(one.kind, one.by) for one in found.deadlines] == [(DeadlineKind.CONFIRMATION, day("2026-03-09"))]
    same_day = clock([submitted(Channel.PLAIN_MAIL), ARRIVED, at("2026-03-09", "confirmed")], "2026-03-11")
    assert (same_day.received_on, same_day.doubts) == (day("2026-03-09"), ())


def test_a_plain_letter_that_was_confirmed_needs_no_day_of_arrival() -> None:
    found = clock([submitted(Channel.PLAIN_MAIL), CONFIRMED], "2026-03-11")
    assert (found.received_on, found.doubts) == (day("2026-03-10"), ())


def test_a_letter_in_the_post_is_not_received() -> None:
    found = clock([submitted(Channel.SIGNED_MAIL)], "2026-03-20")
    assert (found.phase, found.received_on, found.due, found.doubts) == (Phase.NOT_RECEIVED, None, None, ())


def test_nothing_recorded_is_nothing_received() -> None:
    found = clock([], "2026-03-20")
    assert (found.phase, found.received_on, found.due, found.options) == (Phase.NOT_RECEIVED, None, None, ())


def test_a_signed_letter_may_be_confirmed_besides() -> None:
    found = clock([submitted(Channel.SIGNED_MAIL), ARRIVED, CONFIRMED], "2026-03-20")
    assert (found.received_on, found.doubts) == (day("2026-03-09"), ())


@pytest.mark.parametrize("channel", [Channel.INTERNET, Channel.FAX])
def test_when_a_message_came_in_does_not_matter(channel) -> None:
    late = [submitted(channel), CONFIRMED, at("2026-03-11", "arrived")]
    found = clock(late, "2026-03-20")
    assert (found.received_on, found.doubts) == (day("2026-03-10"), ())


@pytest.mark.parametrize("kind", ["arrived", "confirmed"])
def test_what_is_handed_in_needs_neither_arrival_nor_confirmation(kind) -> None:
    found = clock([counter("2026-03-06"), at("2026-03-09", kind)], "2026-03-20")
    assert (found.received_on, codes(found)) == (day("2026-03-06"), ["receipt.not_needed"])


def test_a_request_that_came_on_a_day_off_begins_with_the_next_working_day() -> None:
    found = clock([counter("2026-03-07")], "2026-03-09")
    assert (found.received_on, found.due, found.days_used) == (day("2026-03-07"), day("2026-04-03"), 1)


def test_an_unconfirmed_request_may_be_withdrawn() -> None:
    found = clock([submitted(Channel.INTERNET), at("2026-03-09", "withdrawn")], "2026-03-20")
    assert (found.phase, found.received_on, found.in_time) == (Phase.WITHDRAWN, None, True)
    assert (found.unconfirmed_days, found.needs_confirming, found.doubts) == (None, False, ())


def test_a_reply_before_receipt_is_known_ends_the_request() -> None:
    events = [submitted(Channel.INTERNET), at("2026-03-09", "answered"), at("2026-03-12", "served")]
    found = clock(events, "2026-04-20")
    assert (found.phase, found.ended_on, found.served_on) == (Phase.ANSWERED, day("2026-03-09"), day("2026-03-12"))
    assert (found.due, found.in_time, found.is_open, found.needs_confirming) == (None, True, False, False)
    assert (codes(found), found.options, found.deadlines) == (["reply.before_receipt"], (), ())


def test_a_consultation_before_receipt_pauses_from_receipt_on() -> None:
    events = [
        submitted(Channel.INTERNET),
        at("2026-03-06", "consulted", consultation="乙局", party=Party.OTHER_ORGAN),
        at("2026-03-06", "consultation_delivered", consultation="乙局"),
        CONFIRMED,
        at("2026-03-12", "consultation_answered", consultation="乙局"),
    ]
    found = clock(events, "2026-03-13")
    # Two working days, the 11th and the 12th, do not count: two more than 8 April.
    assert (found.due, codes(found)) == (day("2026-04-10"), ["consultation.before_receipt"])
    answered = [*events[:3], at("2026-03-09", "consultation_answered", consultation="乙局"), CONFIRMED]
    assert clock(answered, "2026-03-13").due == day("2026-04-08")
    assert clock(events[:3], "2026-03-09").phase is Phase.UNCONFIRMED


@pytest.mark.parametrize(("today", "alarm"), [("2026-03-09", False), ("2026-03-10", True)])
def test_a_plain_letter_does_not_wait_for_the_alarm(today, alarm) -> None:
    events = [submitted(Channel.PLAIN_MAIL), ARRIVED]
    assert clock(events, today, confirmation_alarm_days=5).needs_confirming is alarm


def test_a_letter_that_was_confirmed_and_withdrawn_misses_no_arrival() -> None:
    events = [submitted(Channel.SIGNED_MAIL), at("2026-03-09", "confirmed"), at("2026-03-10", "withdrawn")]
    assert clock(events, "2026-03-20").doubts == ()


def test_a_confirmation_after_an_order_for_a_reply_leaves_the_orders_period() -> None:
    events = [
        submitted(Channel.INTERNET),
        at("2026-03-09", "withdrawn"),
        at("2026-06-01", "reopened", days=20),
        at("2026-06-03", "confirmed"),
    ]
    found = clock(events, "2026-06-10")
    assert (found.received_on, found.started_on) == (day("2026-06-03"), day("2026-06-01"))
    assert (found.due, found.phase) == (day("2026-06-30"), Phase.RUNNING)
