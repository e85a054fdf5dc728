"""Reasons and a later day for the reply (说明理由、延迟答复)."""

from __future__ import annotations

import pytest

from gongkai.law.clock.deadlines import DeadlineKind
from gongkai.law.clock.explain import explain
from gongkai.law.clock.pauses import Cause
from gongkai.law.events import Party
from tests.law.clock.histories import asked_organ, at, clock, codes, counter, day, delivered, opinion, sent

RECEIVED = counter("2026-03-02")
# Five working days after the 5th end on the 12th.
ASKED, GIVEN = at("2026-03-05", "reason_asked", days=5), at("2026-03-10", "reason_given")
PAUSES = {"reasons_pause_clock": True}


def delay(on: str, until: str):
    return at(on, "delay_set", until=day(until))


def test_asking_for_reasons_stops_nothing() -> None:
    found = clock([RECEIVED, ASKED], "2026-03-10")
    assert (found.due, found.is_expected, found.pauses) == (day("2026-03-30"), False, ())
    assert (DeadlineKind.REASONS, day("2026-03-12")) in [(one.kind, one.by) for one in found.deadlines]
    given = clock([RECEIVED, ASKED, GIVEN], "2026-03-10")
    assert DeadlineKind.REASONS not in [one.kind for one in given.deadlines]


@pytest.mark.parametrize(
    ("given", "today", "due", "last", "is_open"),
    [
        (None, "2026-03-11", "2026-04-07", "2026-03-12", True),
        (None, "2026-03-12", "2026-04-07", "2026-03-12", False),
        ("2026-03-10", "2026-03-20", "2026-04-02", "2026-03-10", False),
        ("2026-03-20", "2026-03-20", "2026-04-07", "2026-03-12", False),
    ],
)
def test_by_convention_the_wait_for_reasons_is_not_counted(given, today, due, last, is_open) -> None:
    events = [RECEIVED, ASKED, *([at(given, "reason_given")] if given else [])]
    found = clock(events, today, **PAUSES)
    assert (found.due, found.is_expected) == (day(due), is_open)
    assert [(one.first, one.last, one.causes, one.consultations) for one in found.pauses] == [
        (day("2026-03-06"), day(last), (Cause.REASONS,), ())
    ]


def test_a_wait_for_reasons_and_a_consultation_count_once() -> None:
    found = clock([RECEIVED, ASKED, sent("2026-03-06", party=Party.OTHER_ORGAN)], "2026-03-11", **PAUSES)
    assert [(one.first, one.last, one.causes) for one in found.pauses] == [
        (day("2026-03-06"), day("2026-03-12"), (Cause.REASONS, Cause.CONSULTATION))
    ]


def test_reasons_that_come_late_are_taken_in() -> None:
    found = clock([RECEIVED, ASKED, at("2026-03-20", "reason_given")], "2026-03-23")
    assert (found.doubts, found.due) == ((), day("2026-03-30"))


@pytest.mark.parametrize(
    ("until", "due"),
    [
        ("2026-05-29", "2026-05-29"),
        # A Saturday that is worked, and one that is not.
        ("2026-05-09", "2026-05-09"),
        ("2026-05-16", "2026-05-18"),
        ("2026-05-01", "2026-05-06"),
        ("2026-03-31", "2026-03-31"),
    ],
)
def test_a_delay_sets_the_day_or_the_working_day_after_it(until, due) -> None:
    found = clock([RECEIVED, ASKED, GIVEN, delay("2026-03-30", until)], "2026-03-30")
    assert (found.due, found.doubts) == (day(due), ())
    assert found.days_used == 20


@pytest.mark.parametrize(("until", "doubts"), [("2026-03-27", ["delay.not_later"]), ("2026-03-31", [])])
def test_a_delay_must_be_later_than_the_period(until, doubts) -> None:
    assert codes(clock([RECEIVED, ASKED, GIVEN, delay("2026-03-11", until)], "2026-04-01")) == doubts


def test_a_delay_before_a_day_that_is_only_expected_is_kept() -> None:
    # Due on 22 April while the third party may still speak; its early opinion leaves 3 April, and the delay.
    events = [
        RECEIVED,
        at("2026-03-03", "reason_asked", days=5),
        at("2026-03-04", "reason_given"),
        sent("2026-03-06"),
        delivered("2026-03-09"),
        delay("2026-03-10", "2026-04-15"),
    ]
    waiting = clock(events, "2026-03-11")
    assert (waiting.due, waiting.doubts) == (day("2026-04-22"), ())
    found = clock([*events, opinion("2026-03-12")], "2026-03-13")
    assert (found.due, found.doubts) == (day("2026-04-15"), ())
    assert clock([*events[:5], opinion("2026-03-12")], "2026-03-13").due == day("2026-04-03")


def test_a_day_off_after_the_last_day_is_later() -> None:
    # 28 March is a Saturday; the working day after it is the last day itself.
    early = clock([RECEIVED, ASKED, GIVEN, delay("2026-03-11", "2026-03-28")], "2026-04-01")
    assert (early.due, codes(early)) == (day("2026-03-30"), ["delay.not_later"])


def test_days_left_go_on_to_the_delayed_day() -> None:
    found = clock([RECEIVED, ASKED, GIVEN, delay("2026-03-11", "2026-04-14")], "2026-04-01")
    # 1 April is the 22nd, 14 April the 30th working day.
    assert (found.days_used, found.days_left, found.days_granted) == (22, 8, 20)


def test_a_delay_and_an_extension_the_later_day_counts() -> None:
    events = [RECEIVED, ASKED, GIVEN, delay("2026-03-11", "2026-04-14"), at("2026-03-12", "extended", days=20)]
    assert clock(events, "2026-04-01").due == day("2026-04-28")
    shorter = [*events[:4], at("2026-03-12", "extended", days=5)]
    assert clock(shorter, "2026-04-01").due == day("2026-04-14")


def test_a_consultation_after_the_period_does_not_move_a_delayed_day() -> None:
    events = [
        RECEIVED,
        ASKED,
        GIVEN,
        delay("2026-03-11", "2026-04-30"),
        sent("2026-04-07", party=Party.OTHER_ORGAN),
    ]
    found = clock(events, "2026-04-13")
    assert (found.due, found.is_expected, found.pauses) == (day("2026-04-30"), False, ())
    assert codes(found) == ["consultation.late"]
    lines = [step.text for step in explain(found)]
    assert "2026年4月7日，征求意见（甲公司），到期日不变。" in lines
    assert [line for line in lines if "暂按" in line] == []


@pytest.mark.parametrize(("on", "doubts"), [("2026-03-30", []), ("2026-03-31", ["extension.late"])])
def test_an_extension_must_be_told_inside_the_period_that_it_extends(on, doubts) -> None:
    events = [RECEIVED, ASKED, GIVEN, delay("2026-03-11", "2026-04-15"), at(on, "extended", days=20)]
    found = clock(events, "2026-04-01")
    assert (codes(found), found.due) == (doubts, day("2026-04-15" if doubts else "2026-04-28"))
    offered = [one.until for one in clock(events[:4], on).options if one.event == "extended"]
    assert offered == ([] if doubts else [day("2026-03-30")])


def test_a_delay_stays_when_the_period_begins_anew() -> None:
    events = [
        RECEIVED,
        ASKED,
        GIVEN,
        delay("2026-03-11", "2026-06-30"),
        at("2026-03-12", "fee_asked"),
        at("2026-03-16", "fee_paid"),
    ]
    assert clock(events, "2026-04-01").due == day("2026-06-30")


@pytest.mark.parametrize(("days", "by", "doubts"), [(1, "2026-03-06", []), (0, "2026-03-06", ["history.no_days"])])
def test_the_shortest_time_for_reasons_is_a_day(days, by, doubts) -> None:
    found = clock([RECEIVED, at("2026-03-05", "reason_asked", days=days)], "2026-03-05")
    assert [one.by for one in found.deadlines if one.kind is DeadlineKind.REASONS] == [day(by)]
    assert codes(found) == doubts


def test_a_delay_is_measured_by_the_period_as_it_stands_on_that_day() -> None:
    # Ten working days of waiting by the 20th: the 30th after 2 March is 14 April.
    answered = [RECEIVED, ASKED, GIVEN, *asked_organ("2026-03-06", "2026-03-20")]
    (doubt,) = clock([*answered, delay("2026-03-20", "2026-04-13")], "2026-03-20").doubts
    assert doubt.text == "2026年3月20日确定的延迟答复期限2026年4月13日不晚于到期日2026年4月14日，没有计入。"
    # Nobody knows yet whether the organ's answer will leave the day that was set the later one.
    waiting = [*answered[:4], delay("2026-03-20", "2026-04-13")]
    found = clock(waiting, "2026-03-20")
    assert (found.due, found.case.delay, found.doubts) == (day("2026-04-14"), day("2026-04-13"), ())
