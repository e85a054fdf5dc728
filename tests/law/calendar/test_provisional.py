"""Years that no notice has fixed: statutory holidays only, and every day says that it may change."""

from __future__ import annotations

import datetime as dt

import pytest

from gongkai.law.calendar.days import NATIONAL, Calendar, Day, DayKind
from gongkai.law.calendar.notice_text import read_notice
from gongkai.law.calendar.notices import DaysOff, DayWorked, HolidayNotice
from tests.law.calendar.state_council import INVENTED_2027
from tests.law.calendar.test_days import day, days_of

STATUTE = "全国年节及纪念日放假办法第二条"
# 全国年节及纪念日放假办法 article 2 (2024), by the lunar calendar of 2027: new year on 6 February.
HOLIDAYS_2027 = {
    "2027-01-01": "元旦",
    "2027-02-05": "春节",
    "2027-02-06": "春节",
    "2027-02-07": "春节",
    "2027-02-08": "春节",
    "2027-04-05": "清明节",
    "2027-05-01": "劳动节",
    "2027-05-02": "劳动节",
    "2027-06-09": "端午节",
    "2027-09-15": "中秋节",
    "2027-10-01": "国庆节",
    "2027-10-02": "国庆节",
    "2027-10-03": "国庆节",
}
IMPORTED = Calendar(notices=(read_notice(INVENTED_2027),))
MOVED = "12月31日（周四）至1月3日（周日）放假调休，共4天。12月26日（周六）上班"
SUPPLEMENT = HolidayNotice(
    number="国办发明电〔2027〕98号",
    issued=day("2027-03-01"),
    year=2027,
    off=(DaysOff("劳动节", day("2027-05-03"), day("2027-05-04")),),
)


def test_every_day_of_2027_is_as_the_statute_alone_has_it_and_says_that_it_is_provisional():
    weekend = "国务院关于职工工作时间的规定第七条"
    for on in days_of(2027):
        if name := HOLIDAYS_2027.get(on.isoformat()):
            expected = Day(on, DayKind.HOLIDAY, name, STATUTE, provisional=True)
        elif on.weekday() > 4:
            expected = Day(on, DayKind.WEEKEND, source=weekend, provisional=True)
        else:
            expected = Day(on, DayKind.WORKING, provisional=True)
        assert NATIONAL.day(on) == expected


def test_no_weekend_is_worked_in_a_year_without_a_notice():
    # 261 days from Monday to Friday, less the seven statutory ones among them.
    assert NATIONAL.count(day("2026-12-31"), day("2027-12-31")) == 254


def test_holidays_on_one_day_are_both_named():
    # The fifteenth of the eighth lunar month is 3 October 2028, 1 October 2031 and 2 October 2039.
    both = [one for year in range(2028, 2045) for one in days_of(year) if "、" in NATIONAL.day(one).name]
    assert list(map(str, both)) == ["2028-10-03", "2031-10-01", "2039-10-02"]
    assert {NATIONAL.day(one).name for one in both} == {"中秋节、国庆节"}


@pytest.mark.parametrize(("year", "published"), [(2003, False), (2004, True), (2026, True), (2027, False)])
def test_a_year_is_published_that_a_notice_fixed(year, published):
    assert NATIONAL.is_published(year) is published


def test_an_imported_notice_fixes_its_year():
    assert IMPORTED.is_published(2027)
    assert not IMPORTED.is_published(2028)
    assert not any(IMPORTED.day(on).provisional for on in days_of(2027) if (on.month, on.day) < (12, 29))
    assert not IMPORTED.is_provisional(day("2026-01-01"), day("2027-12-28"))
    assert IMPORTED.day(day("2027-05-08")) == Day(
        day("2027-05-08"), DayKind.MAKE_UP, "劳动节", "国办发明电〔2026〕99号"
    )


def test_a_notice_of_some_holidays_does_not_fix_the_year_but_the_days_it_names():
    calendar = Calendar(notices=(SUPPLEMENT,))
    assert not calendar.is_published(2027)
    named = Day(day("2027-05-03"), DayKind.HOLIDAY, "劳动节", "国办发明电〔2027〕98号")
    assert calendar.day(day("2027-05-03")) == named
    assert calendar.day(day("2027-05-05")).provisional
    assert calendar.day(day("2027-10-01")) == Day(day("2027-10-01"), DayKind.HOLIDAY, "国庆节", STATUTE, True)


@pytest.mark.parametrize(
    ("on", "provisional"),
    [
        ("2026-12-28", False),
        ("2026-12-29", True),
        ("2026-12-31", True),
        ("2025-12-31", False),
        ("2027-01-01", True),
    ],
)
def test_the_last_days_of_december_wait_for_the_next_notice_which_may_move_them(on, provisional):
    assert NATIONAL.day(day(on)).provisional is provisional
    assert not IMPORTED.day(day(on)).provisional


@pytest.mark.parametrize(
    ("first", "last", "provisional"),
    [
        ("2026-01-01", "2026-12-28", False),
        ("2026-12-28", "2026-12-29", True),
        ("2026-12-30", "2026-12-30", True),
        ("2027-01-01", "2027-01-01", True),
        ("2025-06-01", "2027-01-01", True),
        ("2027-06-01", "2029-06-01", True),
        ("2019-12-29", "2020-01-02", False),
        ("2026-12-31", "2026-12-30", False),
        ("2027-12-31", "2026-12-30", False),
    ],
)
def test_a_range_is_provisional_that_holds_a_provisional_day(first, last, provisional):
    assert NATIONAL.is_provisional(day(first), day(last)) is provisional


def test_a_range_is_judged_by_its_own_days_only():
    fixed_between = Calendar(notices=(SUPPLEMENT,))
    assert not fixed_between.is_provisional(day("2027-05-03"), day("2027-05-04"))
    assert fixed_between.is_provisional(day("2027-05-02"), day("2027-05-03"))
    assert fixed_between.is_provisional(day("2027-05-04"), day("2027-05-05"))


def test_a_due_date_beyond_the_last_notice_moves_when_the_notice_comes():
    # D.4 row 19: received on 20 November 2026; forty working days need 2027.
    received = day("2026-11-20")
    assert (NATIONAL.after(received, 20), NATIONAL.after(received, 40)) == (day("2026-12-18"), day("2027-01-18"))
    assert not NATIONAL.is_provisional(received, day("2026-12-18"))
    assert NATIONAL.is_provisional(received, day("2027-01-18"))
    # 1 to 4, 9 to 12, 15 to 19, 22 and 23 February; by the invented notice Sunday 31 January, 1 to 4, Saturday 13,
    # 15 to 19 and 22 to 25 February.
    assert NATIONAL.after(day("2027-01-29"), 15) == day("2027-02-23")
    assert IMPORTED.after(day("2027-01-29"), 15) == day("2027-02-25")
    assert IMPORTED.after(day("2027-01-29"), 1) == day("2027-01-31")


def test_a_notice_beats_what_is_published_for_the_days_it_names():
    correction = HolidayNotice(
        number="国办发明电〔2026〕98号",
        issued=day("2026-08-03"),
        year=2026,
        off=(DaysOff("中秋节", day("2026-09-24"), day("2026-09-27")),),
    )
    calendar = Calendar(notices=(correction,))
    assert calendar.day(day("2026-09-24")) == Day(
        day("2026-09-24"), DayKind.HOLIDAY, "中秋节", "国办发明电〔2026〕98号"
    )
    assert calendar.day(day("2026-10-01")).source == "国办发明电〔2025〕7号"
    assert calendar.after(day("2026-09-21"), 20) == NATIONAL.after(day("2026-09-21"), 21) == day("2026-10-27")


def test_the_notice_of_next_year_moves_days_of_december():
    notice = read_notice(INVENTED_2027.replace("1月1日（周五）至3日（周日）放假，共3天", MOVED))
    calendar = Calendar(notices=(notice,))
    assert calendar.day(day("2026-12-31")) == Day(
        day("2026-12-31"), DayKind.HOLIDAY, "元旦", "国办发明电〔2026〕99号"
    )
    assert calendar.day(day("2026-12-26")).kind is DayKind.MAKE_UP
    assert calendar.after(day("2026-12-25"), 4) == day("2026-12-30")
    assert NATIONAL.after(day("2026-12-25"), 4) == day("2026-12-31")


def test_a_correction_counts_whenever_it_was_imported():
    for notices in ((*IMPORTED.notices, SUPPLEMENT), (SUPPLEMENT, *IMPORTED.notices)):
        calendar = Calendar(notices=notices)
        assert calendar.day(day("2027-05-03")).source == "国办发明电〔2027〕98号"
        assert calendar.day(day("2027-05-05")).source == "国办发明电〔2026〕99号"


def test_an_old_notice_does_not_undo_a_later_one_that_is_published():
    # 国办发明电〔2019〕16号 had the first of February worked; 国办发明电〔2020〕1号 made it free.
    old = HolidayNotice(
        number="国办发明电〔2019〕16号",
        issued=dt.date(2019, 11, 21),
        year=2020,
        off=(DaysOff("春节", day("2020-01-24"), day("2020-01-30")),),
        on=(DayWorked(day("2020-02-01"), "春节"),),
    )
    extended = Day(day("2020-02-01"), DayKind.HOLIDAY, "春节", "国办发明电〔2020〕1号")
    assert Calendar(notices=(old,)).day(day("2020-02-01")) == extended
