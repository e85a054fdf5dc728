"""Local holidays: they move days in their division and everything below it, and nowhere else."""

from __future__ import annotations

import pytest

from gongkai.law.calendar.days import NATIONAL, Calendar, Day, DayKind
from gongkai.law.calendar.notices import DaysOff, DayWorked, LocalHoliday
from tests.law.calendar.test_days import day

# As the regions arranged them: 广西 2017, 凉山 2011, 新疆 2025.
THIRD_OF_MARCH = LocalHoliday(
    division="450000",
    off=(DaysOff("壮族三月三", day("2017-03-30"), day("2017-04-01")),),
    on=(DayWorked(day("2017-04-08"), "壮族三月三"),),
    source="广西壮族自治区人民政府办公厅2017年2月10日通知",
)
TORCHES = LocalHoliday(
    division="513400",
    off=(
        DaysOff("火把节", day("2011-07-24"), day("2011-07-30")),
        DaysOff("国庆节、州庆", day("2011-10-01"), day("2011-10-08")),
    ),
    on=(DayWorked(day("2011-07-31"), "火把节"),),
    source="凉府办发〔2010〕31号",
)
CORBAN = LocalHoliday(
    division="650000",
    off=(DaysOff("古尔邦节", day("2025-06-06"), day("2025-06-10")),),
    source="新疆维吾尔自治区人民政府办公厅关于2025年节假日放假安排的通知",
)
PLACES = Calendar(local=(THIRD_OF_MARCH, TORCHES, CORBAN))


@pytest.mark.parametrize(
    ("division", "on", "count", "last"),
    [
        # 27 to 29 March, 5 to 7 April and Saturday the 8th; elsewhere 27 to 31 March, Saturday 1 and 5 April.
        ("450000", "2017-03-24", 7, "2017-04-08"),
        ("450103", "2017-03-24", 7, "2017-04-08"),
        ("440100", "2017-03-24", 7, "2017-04-05"),
        # 21 to 23 and 26 to 30 May, 3 to 5, 11 to 13, 16 to 20 and 23 June; elsewhere to 18 June.
        ("650000", "2025-05-20", 20, "2025-06-23"),
        ("653101", "2025-05-20", 20, "2025-06-23"),
        ("653101203000", "2025-05-20", 20, "2025-06-23"),
        ("640100", "2025-05-20", 20, "2025-06-18"),
        # 22 July, Sunday 31 July, 1 to 3 August; elsewhere 22 and 25 to 28 July.
        ("513400", "2011-07-21", 5, "2011-08-03"),
        ("513431", "2011-07-21", 5, "2011-08-03"),
        ("513300", "2011-07-21", 5, "2011-07-28"),
        ("510000", "2011-07-21", 5, "2011-07-28"),
    ],
)
def test_a_local_holiday_moves_due_dates_in_its_division_and_below_only(division, on, count, last):
    assert PLACES.for_division(division).after(day(on), count) == day(last)


def test_a_calendar_without_a_division_keeps_no_local_holiday():
    assert PLACES.after(day("2025-05-20"), 20) == NATIONAL.after(day("2025-05-20"), 20) == day("2025-06-18")


@pytest.mark.parametrize(
    ("division", "on", "expected"),
    [
        ("450000", "2017-03-30", (DayKind.LOCAL, "壮族三月三", THIRD_OF_MARCH.source)),
        # Worked everywhere else.
        ("450000", "2017-04-01", (DayKind.LOCAL, "壮族三月三", THIRD_OF_MARCH.source)),
        ("440000", "2017-04-01", (DayKind.MAKE_UP, "清明节", "国办发明电〔2016〕17号")),
        ("450000", "2017-04-08", (DayKind.MAKE_UP, "壮族三月三", THIRD_OF_MARCH.source)),
        ("513400", "2011-07-24", (DayKind.LOCAL, "火把节", "凉府办发〔2010〕31号")),
        # A national holiday stays what it is.
        ("513400", "2011-10-07", (DayKind.HOLIDAY, "国庆节", "国办发明电〔2010〕40号")),
        ("513400", "2011-10-08", (DayKind.LOCAL, "国庆节、州庆", "凉府办发〔2010〕31号")),
    ],
)
def test_a_day_of_a_local_holiday_says_so(division, on, expected):
    assert PLACES.for_division(division).day(day(on)) == Day(day(on), *expected)


@pytest.mark.parametrize(
    ("division", "prefix"), [("450000", "45"), ("513400", "5134"), ("513401", "513401"), ("451000", "4510")]
)
def test_the_zeros_at_the_end_of_a_code_stand_for_everything_below(division, prefix):
    holiday = LocalHoliday(division=division, off=(), source="县府办通知")
    assert holiday.prefix == prefix
    assert holiday.holds_in(division)
    assert not holiday.holds_in("")
    assert not holiday.holds_in("110101")


def test_the_nearest_place_counts():
    on = day("2025-06-14")
    county = LocalHoliday(division="650102", off=(DaysOff("县庆", on),), source="县府办发〔2025〕9号")
    region = LocalHoliday(division="650000", off=(), on=(DayWorked(on, "古尔邦节"),), source="新政办发〔2025〕9号")
    for local in ((county, region), (region, county)):
        calendar = Calendar(local=local)
        assert calendar.for_division("650102").day(on) == Day(on, DayKind.LOCAL, "县庆", "县府办发〔2025〕9号")
        assert calendar.for_division("650103").day(on).kind is DayKind.MAKE_UP


def test_a_weekday_that_a_nearer_place_works_is_a_working_day():
    on = day("2025-06-09")
    county = LocalHoliday(division="650102", off=(), on=(DayWorked(on, "古尔邦节"),), source="县府办发〔2025〕9号")
    assert Calendar(local=(CORBAN, county)).for_division("650102").day(on).kind is DayKind.WORKING
    assert not Calendar(local=(CORBAN, county)).for_division("650103").is_working(on)


def test_a_local_holiday_of_a_year_without_a_notice_stays_provisional():
    on = day("2027-05-17")
    holiday = LocalHoliday(division="650000", off=(DaysOff("古尔邦节", on),), source="新政办发〔2026〕9号")
    calendar = Calendar(local=(holiday,)).for_division("650100")
    assert calendar.day(on) == Day(on, DayKind.LOCAL, "古尔邦节", "新政办发〔2026〕9号", provisional=True)


def test_places_without_a_holiday_share_one_calendar():
    assert PLACES.for_division("440100") is PLACES.for_division("110000") is PLACES
    assert PLACES.for_division("450100") is PLACES.for_division("450100")
    assert PLACES.for_division("450100").for_division("450100") is PLACES.for_division("450100")
    elsewhere = PLACES.for_division("450100").for_division("650100")
    assert elsewhere == PLACES.for_division("650100")
    assert elsewhere.for_division("440100") == PLACES
