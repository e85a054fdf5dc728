"""When jobs run by themselves."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai_office.jobs.rhythm import Rhythm

CHINA = ZoneInfo("Asia/Shanghai")
FIRST, LAST = dt.datetime(2024, 1, 1), dt.datetime(2027, 12, 31)  # noqa: DTZ001  # hypothesis adds the zone
moments = st.datetimes(FIRST, LAST, timezones=st.sampled_from([dt.UTC, CHINA]))
times = st.times().map(lambda time: time.strftime("%H:%M"))


def rhythm(at: str = "", every: int = 0, weekday: int | None = None, day: int | None = None) -> Rhythm:
    """Read a rhythm as `scheduled` is told it."""
    return Rhythm.read(at=at, every=every, weekday=weekday, day=day)


@pytest.mark.parametrize(
    ("said", "now", "then", "words"),
    [
        (rhythm(at="02:30"), "2026-11-22 02:29", "2026-11-22 02:30", "每天 02:30"),
        (rhythm(at="02:30"), "2026-11-22 02:30", "2026-11-23 02:30", "每天 02:30"),
        (rhythm(every=10), "2026-11-22 09:09", "2026-11-22 09:10", "每10分钟"),
        (rhythm(every=7), "2026-11-22 23:59", "2026-11-23 00:00", "每7分钟"),
        (rhythm(at="08:00", weekday=1), "2026-11-22 09:00", "2026-11-23 08:00", "每周一 08:00"),
        (rhythm(at="08:00", weekday=7), "2026-11-22 09:00", "2026-11-29 08:00", "每周日 08:00"),
        (rhythm(at="08:00", day=1), "2026-11-22 09:00", "2026-12-01 08:00", "每月1日 08:00"),
    ],
)
def test_the_next_time_is_in_china_and_strictly_later(said: Rhythm, now: str, then: str, words: str) -> None:
    moment = dt.datetime.fromisoformat(now).replace(tzinfo=CHINA)
    assert said.after(moment.astimezone(dt.UTC)) == dt.datetime.fromisoformat(then).replace(tzinfo=CHINA)
    assert str(said) == words


@given(moment=moments, at=times, weekday=st.none() | st.integers(1, 7))
def test_no_time_is_left_out_and_none_comes_twice(moment: dt.datetime, at: str, weekday: int | None) -> None:
    said = rhythm(at=at, weekday=weekday)
    first = said.after(moment)
    step = dt.timedelta(days=7 if weekday else 1)
    assert moment < first <= moment + step
    assert said.after(first) == first + step
    assert said.after(first - dt.timedelta(microseconds=1)) == first


@given(moment=moments, day=st.integers(1, 28))
def test_a_day_of_the_month_comes_once_a_month(moment: dt.datetime, day: int) -> None:
    said = rhythm(at="08:00", day=day)
    first = said.after(moment)
    second = said.after(first)
    assert first.day == second.day == day
    assert (second.year * 12 + second.month) - (first.year * 12 + first.month) == 1


WRONG: list[dict[str, int | str]] = [
    {},
    {"at": "02:30", "every": 5},
    {"every": -1},
    {"every": 1441},
    {"every": 5, "day": 3},
    {"at": "25:00"},
    {"at": "08:00", "day": 31},
    {"at": "08:00", "weekday": 0},
]


@pytest.mark.parametrize("wrong", WRONG)
def test_what_cannot_be_is_refused_when_the_site_starts(wrong: dict[str, int | str]) -> None:
    with pytest.raises(ValueError):
        rhythm(**wrong)  # type: ignore[arg-type]  # wrong on purpose
