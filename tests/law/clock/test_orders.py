"""An order for a new reply (责令重新答复) and the time that it leaves; every day reckoned by hand.

Notice for 2024: off 4 and 5 April, 1 to 3 May; worked Sunday 28 April and Saturday 11 May. March has no holiday.
"""

from __future__ import annotations

import pytest

from gongkai.law.calendar.days import Calendar
from gongkai.law.calendar.notices import DaysOff, LocalHoliday
from gongkai.law.clock.case import Phase
from gongkai.law.clock.counted_days import Mark, counted_days
from gongkai.law.clock.deadlines import DeadlineKind
from gongkai.law.clock.explain import explain
from gongkai.law.clock.reckon import reckon
from gongkai.law.events import AnyEvent
from tests.law.clock.histories import asked_organ, at, clock, codes, counter, day

REPLIED = [counter("2024-01-02"), at("2024-01-10", "answered")]
LAW = "行政复议法第六十四条、第六十六条；行政诉讼法第七十条、第七十二条"
PERIOD, ROLLED = "民事诉讼法第八十五条第二款", "民事诉讼法第八十五条第三款"
UNTIL = at("2024-02-26", "reopened", until=day("2024-03-15"))


def order(on: str, **left: object) -> list[AnyEvent]:
    return [*REPLIED, at(on, "reopened", **left)]


def test_an_order_that_names_a_day_is_due_on_that_day() -> None:
    """Received on Monday 26 February: 1 March is the 4th working day, 8 March the 9th, 15 March the 14th."""
    found = clock([*REPLIED, UNTIL], "2024-02-27")
    assert (found.due, found.days_granted, found.days_used, found.days_left) == (day("2024-03-15"), 14, 1, 13)
    assert (found.phase, found.is_expected, found.is_provisional) == (Phase.RUNNING, False, False)
    assert (found.started_on, found.pauses, found.doubts) == (day("2024-02-26"), (), ())
    assert [(one.kind, one.by, one.source) for one in found.deadlines] == [
        (DeadlineKind.REPLY, day("2024-03-15"), LAW)
    ]


@pytest.mark.parametrize(
    ("on", "late"), [("2024-03-15", 0), ("2024-03-16", 1), ("2024-03-18", 1), ("2024-03-19", 2)]
)
def test_the_reply_is_measured_by_the_day_that_the_order_names(on, late) -> None:
    found = clock([*REPLIED, UNTIL, at(on, "answered")], "2024-04-01")
    assert (found.due, found.in_time, found.days_late) == (day("2024-03-15"), late == 0, late)


@pytest.mark.parametrize(("on", "late"), [("2024-03-16", 0), ("2024-03-17", 1), ("2024-03-18", 1)])
def test_a_named_day_that_is_not_worked_stays_as_it_is(on, late) -> None:
    """16 March 2024 is a Saturday; Monday the 18th is the first working day after it."""
    events = order("2024-02-26", until=day("2024-03-16"))
    found = clock([*events, at(on, "answered")], "2024-04-01")
    assert (found.due, found.days_late, found.days_granted) == (day("2024-03-16"), late, 14)
    running = clock(events, "2024-03-15")
    assert (running.days_left, running.is_overdue, running.doubts) == (0, False, ())
    assert counted_days(running)[-1].mark is Mark.OFF
    assert clock(events, "2024-03-17").days_overdue == 1


@pytest.mark.parametrize(
    ("on", "days", "due", "granted"),
    [
        # 26 February and 15 days: 29 February is the 3rd, 12 March the 15th, a Tuesday, and the 11th working day.
        ("2024-02-26", 15, "2024-03-12", 11),
        # 16 March is a Saturday; the working days are 4 to 8, 11 to 15 and 18 March.
        ("2024-03-01", 15, "2024-03-18", 11),
        # 4 May is a Saturday after the holiday of 1 to 5 May; 22 to 26, 28 to 30 April and 6 May.
        ("2024-04-19", 15, "2024-05-06", 9),
        # 11 May is a Saturday that is worked; 28 to 30 April, 6 to 11 May.
        ("2024-04-26", 15, "2024-05-11", 9),
        ("2024-02-26", 1, "2024-02-27", 1),
    ],
)
def test_calendar_days_are_all_counted_and_roll_over_at_their_end(on, days, due, granted) -> None:
    found = clock(order(on, calendar_days=days), on)
    assert (found.due, found.days_granted, found.doubts) == (day(due), granted, ())


@pytest.mark.parametrize(
    ("convention", "on", "due"),
    [
        ("never", "2024-03-01", "2024-03-16"),
        ("never", "2024-04-26", "2024-05-11"),
        ("weekend_or_day_off", "2024-03-01", "2024-03-18"),
        ("weekend_or_day_off", "2024-04-26", "2024-05-13"),
    ],
)
def test_how_calendar_days_roll_over_is_a_convention(convention, on, due) -> None:
    assert clock(order(on, calendar_days=15), on, roll_over=convention).due == day(due)


def test_no_roll_over_puts_off_a_named_day() -> None:
    for convention in ("day_off", "weekend_or_day_off", "never"):
        found = clock(order("2024-02-26", until=day("2024-03-16")), "2024-02-27", roll_over=convention)
        assert found.due == day("2024-03-16")


def test_an_order_that_says_nothing_leaves_the_twenty_working_days_of_a_reply() -> None:
    """1 March 4, 8th 9, 15th 14, 22nd 19, 25 March 20."""
    for left in ({}, {"days": 20}):
        found = clock(order("2024-02-26", **left), "2024-02-27")
        assert (found.due, found.days_granted) == (day("2024-03-25"), 20)


@pytest.mark.parametrize("left", [{"until": day("2024-03-15")}, {"calendar_days": 18}])
@pytest.mark.parametrize("convention", ["fixed", "statutory"])
def test_a_last_day_of_its_own_is_neither_extended_nor_paused_by_any_convention(left, convention) -> None:
    """18 days after 26 February end on 15 March, too."""
    asked = asked_organ("2024-02-27", "2024-03-05")
    events = [*order("2024-02-26", **left), *asked, at("2024-03-06", "extended", days=10)]
    found = clock(events, "2024-03-07", ordered_period=convention, charge_fees=True)
    assert (found.due, found.pauses, found.days_granted) == (day("2024-03-15"), (), 14)
    assert codes(found) == ["order.fixed_period", "order.fixed_period"]
    assert [one.event for one in found.options] == ["reason_asked", "consulted", "answered", "withdrawn"]


@pytest.mark.parametrize(
    ("left", "due", "told"),
    [
        ({"days": 10, "until": day("2024-03-15")}, "2024-03-11", "2024年3月11日"),
        ({"days": 15, "until": day("2024-03-15")}, "2024-03-15", "2024年3月15日"),
        ({"days": 10, "calendar_days": 10}, "2024-03-07", "2024年3月7日"),
        ({"calendar_days": 10, "until": day("2024-03-05")}, "2024-03-05", "2024年3月5日"),
    ],
)
def test_of_several_times_the_one_that_ends_first_counts(left, due, told) -> None:
    """Ten working days after 26 February end on 11 March, fifteen on the 18th, ten days on 7 March."""
    found = clock(order("2024-02-26", **left), "2024-02-27")
    assert found.due == day(due)
    assert [(one.code, one.text, one.source) for one in found.doubts] == [
        (
            "order.several",
            f"2024年2月26日的“责令重新答复”写了不止一种期限，按最早届满的{told}计；请按决定、判决的原文核对。",
            LAW,
        )
    ]


@pytest.mark.parametrize(("until", "past", "late"), [("2024-02-26", False, 0), ("2024-02-25", True, 1)])
def test_a_day_that_was_past_when_the_order_came_is_in_doubt_and_stays(until, past, late) -> None:
    found = clock(order("2024-02-26", until=day(until)), "2024-02-26")
    assert (found.due, found.days_overdue, found.days_granted, found.days_left) == (day(until), late, 0, 0)
    assert codes(found) == (["order.day_past"] if past else [])
    assert len(counted_days(found)) == (0 if past else 1)


def test_the_calendar_of_the_place_decides() -> None:
    """A holiday on Tuesday 12 March, where 15 days end; fifteen working days then end on 19 March, not the 18th."""
    off = (DaysOff(name="萤火节", first=day("2024-03-12"), last=day("2024-03-12")),)
    holiday = LocalHoliday(division="459900", source="虚构的通知", off=off)
    local = Calendar(local=(holiday,), division="459900")
    for left, due in (
        ({"calendar_days": 15}, "2024-03-13"),
        ({"days": 15}, "2024-03-19"),
        ({"until": day("2024-03-12")}, "2024-03-12"),
    ):
        found = reckon(order("2024-02-26", **left), day("2024-02-27"), calendar=local)
        assert found.due == day(due)
    assert any("此前最后一个工作日是2024年3月11日" in step.text for step in explain(found))


def test_only_calendar_days_rest_on_holidays_that_are_not_fixed() -> None:
    """15 days after 21 December 2026 end on Tuesday 5 January 2027, for which there is no notice."""
    replied = [counter("2026-11-02"), at("2026-11-03", "answered")]
    by_day = at("2026-12-21", "reopened", until=day("2027-01-05"))
    by_days = at("2026-12-21", "reopened", calendar_days=15)
    for event, provisional in ((by_day, False), (by_days, True)):
        found = clock([*replied, event], "2026-12-21")
        assert (found.due, found.is_provisional) == (day("2027-01-05"), provisional)
        assert [one.is_provisional for one in found.deadlines] == [provisional]
        assert [one.is_provisional for one in found.options if one.event == "answered"] == [provisional]


def told(events: list[AnyEvent], today: str, **conventions: object) -> list[tuple[str, str, str]]:
    """Return what is explained from the order on."""
    steps = explain(clock(events, today, **conventions))
    first = next(number for number, step in enumerate(steps) if "责令重新答复" in step.text)
    return [(step.text, step.source, step.convention) for step in steps[first:]]


def test_an_order_that_names_a_day_is_explained() -> None:
    assert told([*REPLIED, UNTIL], "2024-02-27") == [
        (
            "2024年2月26日，收到责令重新答复的决定或者判决，应当在2024年3月15日前（含当日）答复，不延期，不扣除。",
            LAW,
            "",
        ),
        ("到期日为2024年3月15日，以决定、判决为准。", LAW, ""),
        ("截至2024年2月27日，已用1个工作日，还剩13个工作日。", "", ""),
    ]


def test_a_named_day_off_is_told_with_the_working_day_before_it() -> None:
    assert told(order("2024-02-26", until=day("2024-05-04")), "2024-02-27")[1:3] == [
        ("2024年5月4日不上班，决定、判决写明的日期不因此顺延；此前最后一个工作日是2024年4月30日。", LAW, ""),
        ("到期日为2024年5月4日，以决定、判决为准。", LAW, ""),
    ]


def test_calendar_days_are_explained_with_their_roll_over() -> None:
    assert told(order("2024-03-01", calendar_days=15), "2024-03-04")[:-1] == [
        (
            "2024年3月1日，收到责令重新答复的决定或者判决，应当在15日内答复，按日历日计算，不延期，不扣除。",
            LAW,
            "",
        ),
        ("自2024年3月1日（周五）的次日起计算，开始的当日不计入。", PERIOD, ""),
        ("第15日为2024年3月16日（周六）。", "", ""),
        ("2024年3月16日（周六）不上班，顺延至2024年3月18日（周一）。", ROLLED, "roll_over"),
        ("到期日为2024年3月18日，以决定、判决为准。", LAW, ""),
    ]
    text, _, convention = told(order("2024-04-26", calendar_days=15), "2024-04-28", roll_over="weekend_or_day_off")[
        -1
    ]
    assert (text[:6], convention) == ("本机关口径（", "roll_over")


def test_no_order_leaves_less_than_a_day() -> None:
    for days in (0, 1):
        found = order("2024-02-26", calendar_days=days)
        assert clock(found, "2024-02-26").due == day("2024-02-27")
        assert "应当在1日内答复" in told(found, "2024-02-26")[0][0]


def test_working_days_are_explained_as_those_of_a_reply() -> None:
    assert told(order("2024-02-26", days=15), "2024-02-27")[:3] == [
        ("2024年2月26日，收到责令重新答复的决定或者判决，应当在15个工作日内答复。", LAW, "ordered_period"),
        ("2024年2月26日当天不计，自次日起计算15个工作日；期间不暂停、不延长的，2024年3月18日届满。", LAW, ""),
        ("到期日为2024年3月18日，即第15个工作日。", LAW, ""),
    ]
    several = order("2024-02-26", days=5, calendar_days=15, until=day("2024-03-15"))
    assert told(several, "2024-02-27")[0][0].endswith("，应当在5个工作日内答复。")
    by_days = order("2024-02-26", days=15, calendar_days=5, until=day("2024-03-15"))
    assert "应当在5日内答复" in told(by_days, "2024-02-27")[0][0]


def test_orders_of_one_day_are_taken_in_one_order_however_they_are_recorded() -> None:
    several = [at("2024-02-26", "reopened", **left) for left in ({}, {"days": 5}, {"until": day("2024-03-15")})]
    found = [clock([*REPLIED, *some], "2024-02-27") for some in (several, several[::-1])]
    assert found[0] == found[1]
    assert len(found[0].earlier) == 3
