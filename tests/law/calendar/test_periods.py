"""Periods by hand: what is counted, where months end, and when a last day goes on to the next."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.errors import NoCalendar
from gongkai.law.calendar.days import NATIONAL, Calendar
from gongkai.law.calendar.notice_text import read_notice
from gongkai.law.calendar.notices import ONE_DAY, DaysOff, HolidayNotice
from gongkai.law.calendar.periods import Period, days_after, months_after, working_days_after, years_after
from gongkai.law.conventions import Conventions, RollOver
from gongkai.law.steps import Step
from tests.law.calendar.state_council import INVENTED_2027
from tests.law.calendar.test_days import DAYS, day

IMPORTED = Calendar(notices=(read_notice(INVENTED_2027),))
WEEKENDS_TOO = Conventions(roll_over=RollOver.WEEKEND_OR_DAY_OFF)
NEVER = Conventions(roll_over=RollOver.NEVER)
BEGINNING = "民事诉讼法第八十五条第二款"
ROLLING = "民事诉讼法第八十五条第三款"


def ends(period: Period) -> tuple[str, str | None, bool]:
    return str(period.last), str(period.rolled_from) if period.rolled_from else None, period.provisional


@pytest.mark.parametrize(
    ("on", "count", "last", "rolled_from"),
    [
        # 21 days of March, 30 of April, 9 of May: a Saturday that is worked (D.4 row 18).
        ("2026-03-10", 60, "2026-05-09", None),
        ("2026-03-11", 60, "2026-05-11", "2026-05-10"),
        # The second day of the Spring Festival.
        ("2026-01-29", 20, "2026-02-24", "2026-02-18"),
        ("2026-09-16", 15, "2026-10-08", "2026-10-01"),
        # A day off, and then a Sunday, or a Saturday, that is worked.
        ("2025-12-19", 15, "2026-01-04", "2026-01-03"),
        ("2022-09-22", 15, "2022-10-08", "2022-10-07"),
        ("2026-03-02", 1, "2026-03-03", None),
        ("2025-12-31", 5, "2026-01-05", None),
    ],
)
def test_a_period_of_days_ends_on_a_day_that_is_worked(on, count, last, rolled_from):
    assert ends(days_after(day(on), count)) == (last, rolled_from, False)


@pytest.mark.parametrize(
    ("on", "count", "last", "rolled_from"),
    [
        ("2026-03-10", 60, "2026-05-11", "2026-05-09"),
        ("2025-12-19", 15, "2026-01-05", "2026-01-03"),
        ("2022-09-22", 15, "2022-10-10", "2022-10-07"),
        ("2026-01-29", 20, "2026-02-24", "2026-02-18"),
        ("2026-03-02", 1, "2026-03-03", None),
    ],
)
def test_by_another_convention_it_goes_on_over_weekends_that_are_worked(on, count, last, rolled_from):
    assert ends(days_after(day(on), count, conventions=WEEKENDS_TOO)) == (last, rolled_from, False)


@pytest.mark.parametrize(
    ("on", "count", "last"), [("2026-01-29", 20, "2026-02-18"), ("2026-12-01", 60, "2027-01-30")]
)
def test_by_a_third_one_it_ends_where_it_ends(on, count, last):
    assert ends(days_after(day(on), count, conventions=NEVER)) == (last, None, False)


@pytest.mark.parametrize(
    ("on", "count", "last", "rolled_from"),
    [
        ("2026-03-10", 6, "2026-09-10", None),
        # No thirty-first of February; in 2026 the 28th is a Saturday that is worked.
        ("2025-08-31", 6, "2026-02-28", None),
        ("2023-08-31", 6, "2024-02-29", None),
        ("2024-08-31", 6, "2025-02-28", None),
        ("2024-08-29", 6, "2025-02-28", None),
        ("2025-04-05", 6, "2025-10-09", "2025-10-05"),
        ("2025-12-31", 1, "2026-02-02", "2026-01-31"),
        ("2025-11-30", 3, "2026-02-28", None),
        ("2025-12-15", 12, "2026-12-15", None),
        ("2025-06-15", 6, "2025-12-15", None),
    ],
)
def test_a_period_of_months_ends_on_the_same_day_or_the_last_of_the_month(on, count, last, rolled_from):
    assert ends(months_after(day(on), count)) == (last, rolled_from, False)


@pytest.mark.parametrize(
    ("on", "count", "last", "rolled_from"),
    [
        ("2021-05-20", 5, "2026-05-20", None),
        ("2024-02-29", 1, "2025-02-28", None),
        ("2020-02-29", 4, "2024-02-29", None),
        ("2024-10-05", 2, "2026-10-08", "2026-10-05"),
    ],
)
def test_a_period_of_years_ends_on_the_same_day(on, count, last, rolled_from):
    assert ends(years_after(day(on), count)) == (last, rolled_from, False)


def test_months_and_years_keep_the_convention_and_the_calendar_too():
    assert ends(months_after(day("2025-08-31"), 6, conventions=WEEKENDS_TOO)) == ("2026-03-02", "2026-02-28", False)
    assert ends(years_after(day("2024-10-05"), 2, conventions=NEVER)) == ("2026-10-05", None, False)
    assert ends(months_after(day("2026-12-30"), 1)) == ("2027-02-01", "2027-01-30", True)
    assert ends(months_after(day("2026-12-30"), 1, calendar=IMPORTED)) == ("2027-01-31", "2027-01-30", False)
    assert ends(years_after(day("2026-01-30"), 1)) == ("2027-02-01", "2027-01-30", True)
    assert ends(years_after(day("2026-01-30"), 1, calendar=IMPORTED)) == ("2027-01-31", "2027-01-30", False)


def test_a_last_day_that_no_notice_has_fixed_is_provisional():
    assert ends(days_after(day("2026-12-01"), 60)) == ("2027-02-01", "2027-01-30", True)
    assert ends(days_after(day("2026-12-01"), 60, calendar=IMPORTED)) == ("2027-01-31", "2027-01-30", False)
    # A working day by now, but the next notice may move it.
    assert ends(days_after(day("2026-11-01"), 60)) == ("2026-12-31", None, True)
    assert ends(days_after(day("2026-11-01"), 57)) == ("2026-12-28", None, False)


@pytest.mark.parametrize(
    ("on", "count", "last", "provisional"),
    [
        ("2026-03-09", 15, "2026-03-30", False),
        ("2026-11-20", 20, "2026-12-18", False),
        ("2026-11-20", 40, "2027-01-18", True),
    ],
)
def test_a_period_of_working_days_never_rolls_over(on, count, last, provisional):
    assert ends(working_days_after(day(on), count)) == (last, None, provisional)


def test_a_period_of_working_days_is_not_provisional_for_the_day_it_begins_with():
    assert not working_days_after(day("2026-12-31"), 5, calendar=IMPORTED).provisional
    assert working_days_after(day("2026-12-31"), 5).provisional
    # A notice for 2028 came, and none for 2027.
    names = ("元旦", "春节", "清明节", "劳动节", "端午节", "中秋节", "国庆节")
    off = tuple(DaysOff(name, dt.date(2028, month, 1)) for month, name in enumerate(names, 1))
    notice = HolidayNotice(number="国办发明电〔2027〕9号", issued=day("2027-11-01"), year=2028, off=off)
    calendar = Calendar(notices=(notice,))
    assert not working_days_after(day("2027-12-31"), 5, calendar=calendar).provisional
    assert working_days_after(day("2027-12-30"), 5, calendar=calendar).provisional


def test_a_period_tells_how_it_was_reckoned():
    assert days_after(day("2026-01-29"), 20).steps == (
        Step("自2026年1月29日（周四）的次日起计算，开始的当日不计入", day("2026-01-29"), BEGINNING),
        Step("第20日为2026年2月18日（周三）", day("2026-02-18")),
        Step("2026年2月18日（周三）不上班，顺延至2026年2月24日（周二）", day("2026-02-24"), ROLLING, "roll_over"),
    )
    assert days_after(day("2026-03-10"), 60, conventions=WEEKENDS_TOO).steps[2:] == (
        Step(
            "2026年5月9日（周六）是周末，虽然调休上班，按本地口径顺延至2026年5月11日（周一）",
            day("2026-05-11"),
            ROLLING,
            "roll_over",
        ),
    )
    assert days_after(day("2026-12-01"), 60).steps[2:] == (
        Step("2027年1月30日（周六）不上班，顺延至2027年2月1日（周一）", day("2027-02-01"), ROLLING, "roll_over"),
        Step("所涉日期的放假安排尚未公布，此日期为暂定", day("2027-02-01")),
    )
    assert [one.text for one in days_after(day("2026-01-29"), 20, conventions=NEVER).steps] == [
        "自2026年1月29日（周四）的次日起计算，开始的当日不计入",
        "第20日为2026年2月18日（周三）",
    ]
    assert months_after(day("2026-03-10"), 6).steps[1:] == (
        Step("满6个月的最后一日为2026年9月10日（周四）", day("2026-09-10"), "民法典第二百零二条"),
    )
    assert years_after(day("2021-05-20"), 5).steps[1:] == (
        Step("满5年的最后一日为2026年5月20日（周三）", day("2026-05-20"), "民法典第二百零二条"),
    )
    assert working_days_after(day("2026-11-20"), 40).steps == (
        Step("自2026年11月20日（周五）的次日起计算，开始的当日不计入", day("2026-11-20"), BEGINNING),
        Step("第40个工作日为2027年1月18日（周一）", day("2027-01-18")),
        Step("所涉日期的放假安排尚未公布，此日期为暂定", day("2027-01-18")),
    )
    assert len(working_days_after(day("2026-11-20"), 20).steps) == 2
    assert months_after(day("2026-03-10"), 6).steps[0] == Step(
        "自2026年3月10日（周二）的次日起计算，开始的当日不计入", day("2026-03-10"), BEGINNING
    )


@pytest.mark.parametrize("reckon", [working_days_after, days_after, months_after, years_after])
def test_a_period_has_a_length(reckon):
    with pytest.raises(ValueError, match="0"):
        reckon(day("2026-03-10"), 0)
    assert reckon(day("2026-03-10"), 1).last > day("2026-03-10")


def test_a_period_beyond_the_calendar_is_refused():
    with pytest.raises(NoCalendar):
        years_after(day("2026-03-10"), 100)
    assert years_after(day("2026-03-10"), 100, conventions=NEVER).last == day("2126-03-10")


@given(DAYS, st.integers(1, 365))
def test_a_period_of_days_ends_on_or_after_its_day_and_no_worked_day_is_passed(on, count):
    period = days_after(on, count)
    would_end = on + count * ONE_DAY
    assert period.rolled_from == (None if period.last == would_end else would_end)
    passed = [would_end + n * ONE_DAY for n in range((period.last - would_end).days)]
    assert NATIONAL.is_working(period.last)
    assert not any(map(NATIONAL.is_working, passed))


@given(DAYS, st.integers(1, 24))
def test_months_are_the_same_counted_at_once_or_one_by_one_but_for_short_months(on, count):
    first = on.replace(day=min(on.day, 28))
    period = months_after(first, count, conventions=NEVER)
    walked = first
    for _ in range(count):
        walked = months_after(walked, 1, conventions=NEVER).last
    assert period.last == walked
    assert period.last.day == first.day
