"""When messages may leave the house."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from gongkai.law.calendar.days import NATIONAL
from gongkai_office.notices.quiet import next_time

pytestmark = pytest.mark.django_db
CHINA = ZoneInfo("Asia/Shanghai")


def at(said: str) -> dt.datetime:
    return dt.datetime.fromisoformat(said).replace(tzinfo=CHINA)


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        ("2026-11-23 10:00", "2026-11-23 10:00"),  # a Monday
        ("2026-11-23 07:59", "2026-11-23 08:00"),
        ("2026-11-23 08:00", "2026-11-23 08:00"),
        ("2026-11-23 20:59", "2026-11-23 20:59"),
        ("2026-11-23 21:00", "2026-11-24 08:00"),
        ("2026-11-27 22:00", "2026-11-30 08:00"),  # a Friday night
        ("2026-11-28 10:00", "2026-11-30 08:00"),  # a Saturday
        ("2026-10-01 10:00", "2026-10-08 08:00"),  # National Day
        ("2026-10-10 10:00", "2026-10-10 10:00"),  # a Saturday that is worked
        ("2026-02-16 09:00", "2026-02-24 08:00"),  # Spring Festival
    ],
)
def test_messages_wait_for_the_morning_of_a_day_that_is_worked(moment, expected):
    assert next_time(at(moment), urgent=False) == at(expected)


def test_urgent_ones_go_at_once_unless_the_settings_say_otherwise(settings):
    night = at("2026-11-28 23:00")
    assert next_time(night, urgent=True) == night
    settings.NOTICES = {**settings.NOTICES, "URGENT_AT_ANY_TIME": False}
    assert next_time(night, urgent=True) == at("2026-11-30 08:00")


def test_days_off_count_only_where_the_settings_say_so(settings):
    settings.NOTICES = {**settings.NOTICES, "WORKING_DAYS_ONLY": False}
    assert next_time(at("2026-11-28 10:00"), urgent=False) == at("2026-11-28 10:00")
    assert next_time(at("2026-11-28 22:00"), urgent=False) == at("2026-11-29 08:00")


@pytest.mark.parametrize(
    ("begins", "ends", "moment", "expected"),
    [
        ("12:00", "14:00", "2026-11-23 11:59", "2026-11-23 11:59"),
        ("12:00", "14:00", "2026-11-23 12:00", "2026-11-23 14:00"),
        ("12:00", "14:00", "2026-11-23 14:00", "2026-11-23 14:00"),
        ("12:00", "14:00", "2026-11-23 23:30", "2026-11-23 23:30"),
        ("12:00", "14:00", "2026-11-28 10:00", "2026-11-30 00:00"),  # a Saturday; the window is not of that hour
        ("00:00", "07:00", "2026-11-23 06:59", "2026-11-23 07:00"),
        ("00:00", "07:00", "2026-11-23 22:00", "2026-11-23 22:00"),
        ("00:00", "07:00", "2026-11-28 10:00", "2026-11-30 07:00"),
        ("22:00", "00:00", "2026-11-23 22:00", "2026-11-24 00:00"),
    ],
)
def test_a_window_may_lie_within_the_day(settings, begins, ends, moment, expected):
    times = {"QUIET_FROM": dt.time.fromisoformat(begins), "QUIET_TO": dt.time.fromisoformat(ends)}
    settings.NOTICES = {**settings.NOTICES, **times}
    assert next_time(at(moment), urgent=False) == at(expected)


def test_years_without_a_calendar_have_weekends(settings):
    assert next_time(at("2101-01-01 10:00"), urgent=False) == at("2101-01-03 08:00")


moments = st.integers(0, 1_500_000).map(lambda minutes: at("2024-01-01 00:00") + dt.timedelta(minutes=minutes))


@given(moments)
def test_the_time_found_is_never_before_and_always_allowed(moment):
    found = timezone.localtime(next_time(moment, urgent=False))
    assert found >= moment
    assert dt.time(8) <= found.time() < dt.time(21)
    assert NATIONAL.is_working(found.date())
    assert next_time(found, urgent=False) == found
