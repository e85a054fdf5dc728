"""Correction (补正): once, in time, and what it does to the period."""

from __future__ import annotations

import pytest

from gongkai.law.clock.case import Phase
from gongkai.law.clock.deadlines import DeadlineKind
from tests.law.clock.histories import at, clock, codes, counter, day, sent

# The 7th working day after 2 March 2026 is the 11th, the 20th the 30th.
RECEIVED = counter("2026-03-02")
ASKED = at("2026-03-11", "correction_asked", days=10)
SERVED = at("2026-03-13", "correction_notice_served")
CORRECTED = at("2026-03-18", "correction_received")
LATE = at("2026-03-12", "correction_asked", days=10)


def test_no_period_runs_while_a_correction_is_awaited() -> None:
    found = clock([RECEIVED, ASKED], "2026-03-12")
    assert (found.phase, found.due, found.is_expected) == (Phase.AWAITING_CORRECTION, None, False)
    assert (found.days_used, found.days_left, found.days_granted, found.started_on) == (None, None, None, None)
    assert (found.pauses, found.doubts) == ((), ())
    # Nobody knows by when, for the notice has not been served.
    assert found.deadlines == ()


def test_the_period_for_the_correction_runs_from_service() -> None:
    found = clock([RECEIVED, ASKED, SERVED], "2026-03-16")
    assert [(one.kind, one.by) for one in found.deadlines] == [(DeadlineKind.CORRECTION, day("2026-03-27"))]


def test_the_whole_period_begins_anew_with_the_correction() -> None:
    found = clock([RECEIVED, ASKED, SERVED, CORRECTED], "2026-03-19")
    assert (found.phase, found.received_on, found.started_on) == (
        Phase.RUNNING,
        day("2026-03-02"),
        day("2026-03-18"),
    )
    # The 18th is the 12th working day after 2 March, 16 April the 32nd.
    assert (found.due, found.days_used, found.days_left) == (day("2026-04-16"), 1, 19)
    assert found.doubts == ()


def test_a_correction_needs_no_recorded_service() -> None:
    found = clock([RECEIVED, ASKED, CORRECTED], "2026-03-19")
    assert (found.due, found.doubts) == (day("2026-04-16"), ())


def test_a_late_notice_leaves_the_period_as_it_is() -> None:
    waiting = clock([RECEIVED, LATE], "2026-03-16")
    assert (waiting.phase, waiting.due, codes(waiting)) == (
        Phase.RUNNING,
        day("2026-03-30"),
        ["correction.notice_late"],
    )
    corrected = clock([RECEIVED, LATE, SERVED, CORRECTED], "2026-03-19")
    assert (corrected.due, corrected.started_on) == (day("2026-03-30"), day("2026-03-02"))


def test_by_convention_a_late_notice_restarts_the_period_too() -> None:
    waiting = clock([RECEIVED, LATE], "2026-03-16", late_correction_notice="restart")
    assert (waiting.phase, waiting.due, codes(waiting)) == (
        Phase.AWAITING_CORRECTION,
        None,
        ["correction.notice_late"],
    )
    corrected = clock([RECEIVED, LATE, CORRECTED], "2026-03-19", late_correction_notice="restart")
    assert corrected.due == day("2026-04-16")


@pytest.mark.parametrize(("on", "restarts"), [("2026-03-30", True), ("2026-03-31", False)])
def test_no_notice_brings_back_a_period_that_is_over(on, restarts) -> None:
    events = [RECEIVED, at(on, "correction_asked", days=10), at("2026-04-01", "correction_received")]
    found = clock(events, "2026-04-02", late_correction_notice="restart")
    assert (found.due == day("2026-03-30")) == (not restarts)
    assert codes(found) == ["correction.notice_late"]
    assert found.doubts[0].text.endswith("重新计算。" if restarts else "仍按原申请的到期日计。")


def test_the_convention_on_late_notices_is_for_late_ones() -> None:
    choice = {"late_correction_notice": "restart"}
    events = [RECEIVED, ASKED, CORRECTED]
    assert clock(events, "2026-03-19", **choice).due == clock(events, "2026-03-19").due


def test_an_extension_lapses_when_the_period_begins_anew_or_is_kept_by_convention() -> None:
    events = [RECEIVED, at("2026-03-10", "extended", days=5), ASKED, CORRECTED]
    found = clock(events, "2026-03-19")
    # 16 April is the 32nd working day after 2 March, 20 after the 12th; 23 April the 37th.
    assert (found.due, found.days_granted) == (day("2026-04-16"), 20)
    kept = clock(events, "2026-03-19", extension_after_restart="kept")
    assert (kept.due, kept.days_granted) == (day("2026-04-23"), 25)
    assert "extended" not in [one.event for one in kept.options]


def test_the_period_that_began_anew_may_be_extended_once_itself() -> None:
    events = [
        RECEIVED,
        at("2026-03-10", "extended", days=5),
        ASKED,
        CORRECTED,
        at("2026-03-19", "extended", days=5),
    ]
    found = clock(events, "2026-03-19")
    assert (found.due, found.days_granted, found.doubts) == (day("2026-04-23"), 25, ())
    again = clock([*events, at("2026-03-20", "extended", days=5)], "2026-03-20")
    assert codes(again) == ["extension.twice"]
    # By the other convention one extension is all there is.
    assert codes(clock(events, "2026-03-19", extension_after_restart="kept")) == ["extension.twice"]


def test_a_consultation_goes_on_over_a_restart() -> None:
    events = [RECEIVED, sent("2026-03-10"), ASKED, CORRECTED]
    found = clock(events, "2026-03-31")
    # Fifteen working days after the 10th, the 6th, end on the 31st, the 21st; from the 18th on nine of them count.
    assert [(one.first, one.last, one.working_days) for one in found.pauses] == [
        (day("2026-03-19"), day("2026-03-31"), 9)
    ]
    # 29 April is the 41st working day after 2 March: 12, 9 and 20.
    assert found.due == day("2026-04-29")


@pytest.mark.parametrize(("on", "lapses"), [("2026-03-27", False), ("2026-03-28", True)])
def test_a_request_lapses_only_when_the_time_for_its_correction_is_over(on, lapses) -> None:
    found = clock([RECEIVED, ASKED, SERVED, at(on, "lapsed")], "2026-04-01")
    assert (found.phase is Phase.LAPSED) == lapses
    assert codes(found) == ([] if lapses else ["lapse.not_due"])
    assert found.in_time is (True if lapses else None)


def test_a_request_whose_notice_was_not_served_cannot_lapse() -> None:
    found = clock([RECEIVED, ASKED, at("2026-06-01", "lapsed")], "2026-06-01")
    assert found.phase is Phase.AWAITING_CORRECTION
    assert codes(found) == ["correction.service_missing", "lapse.not_due"]


@pytest.mark.parametrize(("today", "asks"), [("2026-03-25", False), ("2026-03-26", True)])
def test_when_the_time_would_be_over_the_day_of_service_is_asked_for(today, asks) -> None:
    # Ten working days after the 11th end on the 25th.
    assert codes(clock([RECEIVED, ASKED], today)) == (["correction.service_missing"] if asks else [])
    assert codes(clock([RECEIVED, ASKED, SERVED], today)) == []
    assert codes(clock([RECEIVED, ASKED, CORRECTED], today)) == []
    assert codes(clock([RECEIVED, ASKED, at("2026-03-20", "withdrawn")], today)) == []
    # A late notice lets nobody wait.
    assert codes(clock([RECEIVED, LATE], "2026-04-20")) == ["correction.notice_late"]


@pytest.mark.parametrize(("on", "restarts"), [("2026-03-30", True), ("2026-03-31", False)])
def test_no_late_notice_brings_back_twenty_days_that_are_over_under_a_delay(on, restarts) -> None:
    events = [
        RECEIVED,
        at("2026-03-03", "reason_asked", days=5),
        at("2026-03-04", "reason_given"),
        at("2026-03-09", "delay_set", until=day("2026-04-15")),
        at(on, "correction_asked", days=10),
    ]
    found = clock(events, "2026-04-01", late_correction_notice="restart")
    assert found.due == (None if restarts else day("2026-04-15"))


def test_a_request_that_was_corrected_does_not_lapse() -> None:
    found = clock([RECEIVED, ASKED, SERVED, CORRECTED, at("2026-04-01", "lapsed")], "2026-04-01")
    assert (found.phase, codes(found)) == (Phase.RUNNING, ["lapse.not_due"])


def test_a_request_with_a_late_notice_may_lapse_and_is_measured_by_its_period() -> None:
    served = at("2026-03-16", "correction_notice_served")
    # Ten working days after the 16th end on the 30th, which is the last day for the reply as well.
    lapsed = clock([RECEIVED, LATE, served, at("2026-03-31", "lapsed")], "2026-04-01")
    assert (lapsed.phase, lapsed.due, lapsed.in_time, lapsed.days_late) == (
        Phase.LAPSED,
        day("2026-03-30"),
        False,
        1,
    )


def test_what_was_asked_before_receipt_is_not_counted() -> None:
    found = clock([at("2026-02-27", "correction_asked", days=5), RECEIVED], "2026-03-19")
    assert (found.due, codes(found)) == (day("2026-03-30"), ["history.before_submission"])


@pytest.mark.parametrize("days", [0, 1])
def test_the_shortest_time_for_a_correction_is_a_day(days) -> None:
    found = clock([RECEIVED, at("2026-03-11", "correction_asked", days=days), SERVED], "2026-03-13")
    assert [one.by for one in found.deadlines] == [day("2026-03-16")]


def test_a_correction_after_a_late_notice_is_received_all_the_same() -> None:
    events = [RECEIVED, LATE, SERVED, CORRECTED]
    found = clock([*events, at("2026-03-19", "correction_received")], "2026-03-20")
    assert codes(found) == ["correction.notice_late", "correction.received_twice"]
    assert DeadlineKind.CORRECTION not in [one.kind for one in found.deadlines]
    assert "correction_received" not in [one.event for one in found.options]
