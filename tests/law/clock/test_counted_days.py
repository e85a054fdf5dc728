"""Day by day (逐日计算)."""

from __future__ import annotations

from gongkai.law.calendar.days import DayKind
from gongkai.law.clock.counted_days import Mark, counted_days
from gongkai.law.clock.words.labels import MARKS
from gongkai.law.events import Channel
from tests.law.clock.histories import asked_organ, at, clock, counter, day


def test_each_day_of_the_spring_festival_of_2025_is_told() -> None:
    days = {str(one.day.on): one for one in counted_days(clock([counter("2025-01-13")], "2025-01-20"))}
    assert (len(days), next(iter(days)), list(days)[-1]) == (33, "2025-01-13", "2025-02-14")
    told = {on: (days[on].mark, days[on].number, days[on].day.kind, days[on].day.name) for on in days}
    assert told["2025-01-13"] == (Mark.RECEIPT, None, DayKind.WORKING, "")
    assert told["2025-01-14"] == (Mark.COUNTED, 1, DayKind.WORKING, "")
    assert told["2025-01-18"] == (Mark.OFF, None, DayKind.WEEKEND, "")
    assert told["2025-01-26"] == (Mark.COUNTED, 10, DayKind.MAKE_UP, "春节")
    assert told["2025-01-28"] == (Mark.OFF, None, DayKind.HOLIDAY, "春节")
    assert told["2025-02-08"] == (Mark.COUNTED, 15, DayKind.MAKE_UP, "春节")
    assert told["2025-02-14"] == (Mark.COUNTED, 20, DayKind.WORKING, "")


def test_paused_days_have_no_number() -> None:
    found = counted_days(clock([counter("2026-03-02"), *asked_organ("2026-03-05", "2026-03-10")], "2026-03-20"))
    told = [(one.day.on.day, one.mark, one.number) for one in found[3:11]]
    assert told == [
        (5, Mark.COUNTED, 3),
        (6, Mark.PAUSED, None),
        (7, Mark.PAUSED, None),
        (8, Mark.PAUSED, None),
        (9, Mark.PAUSED, None),
        (10, Mark.PAUSED, None),
        (11, Mark.COUNTED, 4),
        (12, Mark.COUNTED, 5),
    ]


def test_what_was_counted_before_the_period_began_anew_is_superseded() -> None:
    events = [
        counter("2026-03-02"),
        at("2026-03-04", "correction_asked", days=10),
        at("2026-03-06", "correction_received"),
    ]
    found = counted_days(clock(events, "2026-03-10"))
    assert [(one.mark, one.number) for one in found[:6]] == [
        *[(Mark.SUPERSEDED, None)] * 4,
        (Mark.RECEIPT, None),
        (Mark.OFF, None),
    ]
    assert (found[-1].day.on, found[-1].number) == (day("2026-04-03"), 20)


def test_while_no_period_runs_days_are_waited_until_today_or_the_end() -> None:
    events = [counter("2026-03-02"), at("2026-03-04", "correction_asked", days=10)]
    found = counted_days(clock(events, "2026-03-05"))
    assert [one.mark for one in found] == [Mark.RECEIPT, Mark.WAITING, Mark.WAITING, Mark.WAITING]
    ended = counted_days(clock([*events, at("2026-03-04", "withdrawn")], "2026-03-20"))
    assert [one.day.on.day for one in ended] == [2, 3, 4]


def test_before_receipt_there_are_no_days() -> None:
    assert counted_days(clock([at("2026-03-02", "submitted", channel=Channel.FAX)], "2026-03-20")) == ()


def test_under_an_order_the_days_are_those_of_the_order() -> None:
    events = [counter("2026-03-02"), at("2026-03-12", "answered"), at("2026-06-01", "reopened", days=5)]
    found = counted_days(clock(events, "2026-06-02"))
    assert [(one.day.on.day, one.number) for one in found] == [
        (1, None),
        (2, 1),
        (3, 2),
        (4, 3),
        (5, 4),
        (6, None),
        (7, None),
        (8, 5),
    ]


def test_every_mark_has_its_name() -> None:
    assert {mark.value: mark.label for mark in Mark} == MARKS
