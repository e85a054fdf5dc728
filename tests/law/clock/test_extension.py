"""Extension (延期): once, in time, by at most twenty working days."""

from __future__ import annotations

import pytest

from gongkai.law.clock.case import Phase
from gongkai.law.clock.deadlines import DeadlineKind
from gongkai.law.events import Party
from tests.law.clock.histories import at, clock, codes, counter, day, delivered, sent

# The 20th working day after 2 March 2026 is Monday the 30th.
RECEIVED = counter("2026-03-02")


@pytest.mark.parametrize(
    ("days", "due"), [(1, "2026-03-31"), (10, "2026-04-14"), (20, "2026-04-28"), (30, "2026-04-28")]
)
def test_an_extension_adds_its_working_days_up_to_twenty(days, due) -> None:
    found = clock([RECEIVED, at("2026-03-30", "extended", days=days)], "2026-03-30")
    assert (found.due, found.days_granted) == (day(due), 20 + min(days, 20))
    assert (found.days_used, found.days_left) == (20, min(days, 20))


@pytest.mark.parametrize(
    ("choice", "on", "in_time"),
    [
        ("due_day", "2026-03-30", True),
        ("due_day", "2026-03-31", False),
        ("before_due_day", "2026-03-29", True),
        ("before_due_day", "2026-03-30", False),
        ("before_due_day", "2026-03-31", False),
    ],
)
def test_an_extension_must_be_told_in_time(choice, on, in_time) -> None:
    found = clock([RECEIVED, at(on, "extended", days=20)], "2026-04-01", extension_notice=choice)
    assert found.due == day("2026-04-28" if in_time else "2026-03-30")
    assert codes(found) == ([] if in_time else ["extension.late"])


@pytest.mark.parametrize(("choice", "by"), [("due_day", "2026-03-30"), ("before_due_day", "2026-03-27")])
def test_the_last_day_for_it_is_a_working_day(choice, by) -> None:
    found = clock([RECEIVED], "2026-03-20", extension_notice=choice)
    kinds = {one.kind: one.by for one in found.deadlines}
    assert kinds[DeadlineKind.EXTENSION_NOTICE] == day(by)
    assert [one.until for one in found.options if one.event == "extended"] == [day(by)]


def test_a_pause_moves_the_last_day_for_it() -> None:
    events = [RECEIVED, sent("2026-03-06"), delivered("2026-03-09"), at("2026-04-22", "extended", days=5)]
    # 22 April is the 36th working day, 29 April the 41st.
    assert clock(events, "2026-04-22").due == day("2026-04-29")


def test_an_extension_may_be_told_while_the_time_is_paused() -> None:
    events = [RECEIVED, sent("2026-03-30", party=Party.OTHER_ORGAN), at("2026-03-31", "extended", days=20)]
    # Sent on the last day the letter pauses nothing more.
    assert codes(clock(events, "2026-04-01")) == ["consultation.last_day", "extension.late"]
    earlier = [RECEIVED, sent("2026-03-27", party=Party.OTHER_ORGAN), at("2026-04-10", "extended", days=20)]
    found = clock(earlier, "2026-04-10")
    assert (found.phase, found.days_left, found.doubts) == (Phase.PAUSED, 21, ())


TOLD = at("2026-04-23", "extended", days=20)


@pytest.mark.parametrize("recorded", [1, -1])
def test_an_extension_is_judged_by_a_delivery_that_came_after_it(recorded) -> None:
    """Sent on 6 March, the 4th day; as if delivered then, the 15 days end on 27 March, the period on 21 April.

    Delivered on 24 April they end on 19 May: 30 April 4, 9 May (worked) 8, 15th 13, 19th 15. Sixteen are left of
    the period, 36 of the extended one: 22 May 3, 29th 8, 5 June 13, 12th 18, 18th (the 19th is off) 22, 26th 27,
    3 July 32, 9 July 36.
    """
    events = [RECEIVED, sent("2026-03-06"), TOLD, delivered("2026-04-24")][::recorded]
    found = clock(events, "2026-05-20")
    assert (found.due, found.days_granted, found.doubts) == (day("2026-07-09"), 40, ())
    # Until the delivery nothing but the day of dispatch is known.
    before = clock(events, "2026-04-23")
    assert before.due == day("2026-04-21")
    assert codes(before) == ["extension.late", "history.after_today"]


def test_what_else_is_to_be_in_time_is_judged_by_a_delivery_that_came_after_it() -> None:
    events = [RECEIVED, sent("2026-03-06"), at("2026-04-23", "fee_asked"), delivered("2026-04-24")]
    found = clock(events, "2026-04-27")
    assert (found.phase, found.doubts) == (Phase.AWAITING_PAYMENT, ())
    other = clock(
        [RECEIVED, sent("2026-03-06"), sent("2026-04-23", "乙局", Party.OTHER_ORGAN), delivered("2026-04-24")]
    )
    assert other.doubts == ()


def test_a_delivery_that_does_not_count_judges_nothing() -> None:
    answered = [at("2026-04-24", "answered"), delivered("2026-04-27")]
    found = clock([RECEIVED, sent("2026-03-06"), TOLD, *answered])
    assert (found.due, found.days_late) == (day("2026-04-21"), 3)
    assert codes(found) == ["extension.late", "history.after_closing"]
    twice = [delivered("2026-03-09"), delivered("2026-04-24")]
    assert codes(clock([RECEIVED, sent("2026-03-06"), TOLD, *twice])) == [
        "extension.late",
        "consultation.delivered_twice",
    ]


def test_the_delivery_of_another_letter_judges_nothing() -> None:
    """Delivered on 9 March its 15 days end on 30 March; of the other letter nothing is known."""
    other = [sent("2026-03-06", "丁公司"), delivered("2026-04-24", "丁公司")]
    found = clock([RECEIVED, sent("2026-03-06"), delivered("2026-03-09"), TOLD])
    assert codes(found) == ["extension.late"]
    assert codes(clock([RECEIVED, sent("2026-03-06"), TOLD, *other])) == []
    again = [
        at("2026-04-24", "answered"),
        at("2026-06-01", "reopened"),
        sent("2026-06-02"),
        delivered("2026-06-03"),
    ]
    reopened = clock([RECEIVED, sent("2026-03-06"), TOLD, *again], ordered_period="statutory")
    assert codes(reopened) == ["extension.late"]
    assert [one.due for one in reopened.earlier] == [day("2026-04-21")]


def test_a_refused_extension_does_not_use_up_the_one_there_is() -> None:
    events = [RECEIVED, at("2026-03-12", "extended", days=0), at("2026-03-13", "extended", days=10)]
    found = clock(events, "2026-04-01")
    assert (found.due, codes(found)) == (day("2026-04-14"), ["extension.no_days"])


def test_of_two_extensions_on_one_day_the_shorter_counts() -> None:
    events = [RECEIVED, at("2026-03-12", "extended", days=20), at("2026-03-12", "extended", days=5)]
    found = clock(events, "2026-04-01")
    assert (found.due, codes(found)) == (day("2026-04-07"), ["extension.twice"])
