"""How fast due days and whole clocks are reckoned, against a walk from day to day (期限)."""

from __future__ import annotations

import datetime as dt

import chinese_calendar

from benchmarks.timing import paired
from gongkai.law.calendar.days import NATIONAL
from gongkai.law.clock.explain import explain
from gongkai.law.clock.reckon import reckon
from gongkai.law.events import Channel, Confirmed, ConsultationAnswered, Consulted, Party, Submitted

TIMES, REQUESTS, DAYS = 9, 2_000, 20
FIRST = dt.date(2024, 1, 2)


def show_deadlines() -> None:
    """Print what a due day, a clock and its explanation take, and the walk that gives the bare due day."""
    received = [FIRST + dt.timedelta(days=n % 600) for n in range(REQUESTS)]
    histories = [_history(day) for day in received]
    walk, *ours = paired(
        [
            lambda: [_walked(day) for day in received],
            lambda: [NATIONAL.after(day, DAYS) for day in received],
            lambda: [reckon(history, history[0].on) for history in histories],
            lambda: [explain(reckon(history, history[0].on)) for history in histories],
        ],
        TIMES,
    )
    print(f"{'a request':44}{'us':>11}{'walk us':>11}{'walk/ours':>11}")
    for name, one in zip(("due day", "clock of four events", "clock and explanation"), ours, strict=True):
        print(f"  {name:42}{1e6 * one / REQUESTS:11.1f}{1e6 * walk / REQUESTS:11.1f}{walk / one:11.0f}")
    print()


def _history(day: dt.date) -> list[Submitted | Confirmed | Consulted | ConsultationAnswered]:
    def later(days: int) -> dt.date:
        return day + dt.timedelta(days=days)

    return [
        Submitted(on=day, channel=Channel.INTERNET),
        Confirmed(on=later(1)),
        Consulted(on=later(3), consultation="1", party=Party.THIRD_PARTY),
        ConsultationAnswered(on=later(9), consultation="1"),
    ]


def _walked(day: dt.date) -> dt.date:
    """Return a due day as the plainest program would: day by day."""
    left = DAYS
    while left:
        day += dt.timedelta(days=1)
        left -= chinese_calendar.is_workday(day)
    return day
