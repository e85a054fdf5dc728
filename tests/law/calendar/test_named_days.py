"""What an imported notice names is told of the day: the holiday, and the notice."""

from __future__ import annotations

import datetime as dt

from gongkai.law.calendar.days import NATIONAL, Calendar, Day, DayKind
from gongkai.law.calendar.notices import DaysOff, DayWorked, HolidayNotice

WORKED = dt.date(2027, 2, 20)
NOTICE = HolidayNotice(
    number="国办发明电〔2026〕99号",
    issued=dt.date(2026, 11, 3),
    year=2027,
    off=(DaysOff("春节", dt.date(2027, 2, 5), dt.date(2027, 2, 11)),),
    on=(DayWorked(WORKED, "春节"),),
)


def test_a_worked_day_bears_the_holiday_it_makes_up_for_and_the_notice() -> None:
    day = Calendar(notices=(NOTICE,)).day(WORKED)
    assert day == Day(WORKED, DayKind.MAKE_UP, "春节", "国办发明电〔2026〕99号", provisional=False)


def test_the_end_of_a_year_is_fixed_once_the_next_year_is() -> None:
    assert not NATIONAL.day(dt.date(2025, 12, 30)).provisional
    assert NATIONAL.day(dt.date(2026, 12, 30)).provisional
