"""Published years: every day against the official arrangement, and the arithmetic against plain walking."""

from __future__ import annotations

import datetime as dt

import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.errors import NoCalendar
from gongkai.law.calendar.days import NATIONAL, Calendar, Day, DayKind
from gongkai.law.calendar.expected import expected_days
from gongkai.law.calendar.notices import ONE_DAY
from gongkai.law.calendar.published import published_days

# The official arrangements of 2019 to 2026: weekdays that are free, days of weekends that are worked.
OFF = {
    2019: "01-01 02-04 02-05 02-06 02-07 02-08 04-05 05-01 05-02 05-03 06-07 09-13 10-01 10-02 10-03 10-04 10-07",
    2020: "01-01 01-24 01-27 01-28 01-29 01-30 01-31 04-06 05-01 05-04 05-05 06-25 06-26 10-01 10-02 10-05 10-06 "
    "10-07 10-08",
    2021: "01-01 02-11 02-12 02-15 02-16 02-17 04-05 05-03 05-04 05-05 06-14 09-20 09-21 10-01 10-04 10-05 10-06 "
    "10-07",
    2022: "01-03 01-31 02-01 02-02 02-03 02-04 04-04 04-05 05-02 05-03 05-04 06-03 09-12 10-03 10-04 10-05 10-06 "
    "10-07",
    2023: "01-02 01-23 01-24 01-25 01-26 01-27 04-05 05-01 05-02 05-03 06-22 06-23 09-29 10-02 10-03 10-04 10-05 "
    "10-06",
    2024: "01-01 02-12 02-13 02-14 02-15 02-16 04-04 04-05 05-01 05-02 05-03 06-10 09-16 09-17 10-01 10-02 10-03 "
    "10-04 10-07",
    2025: "01-01 01-28 01-29 01-30 01-31 02-03 02-04 04-04 05-01 05-02 05-05 06-02 10-01 10-02 10-03 10-06 10-07 "
    "10-08",
    2026: "01-01 01-02 02-16 02-17 02-18 02-19 02-20 02-23 04-06 05-01 05-04 05-05 06-19 09-25 10-01 10-02 10-05 "
    "10-06 10-07",
}
ON = {
    2019: "02-02 02-03 04-28 05-05 09-29 10-12",
    2020: "01-19 04-26 05-09 06-28 09-27 10-10",
    2021: "02-07 02-20 04-25 05-08 09-18 09-26 10-09",
    2022: "01-29 01-30 04-02 04-24 05-07 10-08 10-09",
    2023: "01-28 01-29 04-23 05-06 06-25 10-07 10-08",
    2024: "02-04 02-18 04-07 04-28 05-11 09-14 09-29 10-12",
    2025: "01-26 02-08 04-27 09-28 10-11",
    2026: "01-04 02-14 02-28 05-09 09-20 10-10",
}
WORKING_DAYS = {2019: 250, 2020: 249, 2021: 250, 2022: 249, 2023: 249, 2024: 251, 2025: 248, 2026: 248}
STATUTORY = {"元旦", "春节", "农历除夕", "清明节", "劳动节", "端午节", "中秋节", "国庆节"}
WEEKEND = "国务院关于职工工作时间的规定第七条"
DAYS = st.dates(dt.date(2016, 1, 1), dt.date(2026, 12, 31))


def days_of(year: int) -> list[dt.date]:
    return [dt.date(year, 1, 1) + n * ONE_DAY for n in range((dt.date(year + 1, 1, 1) - dt.date(year, 1, 1)).days)]


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def weekdays_after(on: dt.date, count: int) -> dt.date:
    """The count that knows no holidays."""
    while count:
        on += ONE_DAY
        count -= on.weekday() < 5
    return on


@pytest.mark.parametrize("year", OFF)
def test_every_day_of_the_year_is_as_the_official_arrangement_has_it(year):
    off, on = OFF[year].split(), ON[year].split()
    assert {f"{one:%m-%d}" for one in days_of(year) if one.weekday() < 5 and not NATIONAL.is_working(one)} == set(
        off
    )
    assert {f"{one:%m-%d}" for one in days_of(year) if one.weekday() > 4 and NATIONAL.is_working(one)} == set(on)


@pytest.mark.parametrize(("year", "count"), WORKING_DAYS.items())
def test_the_year_has_as_many_working_days_as_were_published(year, count):
    assert sum(map(NATIONAL.is_working, days_of(year))) == count
    assert NATIONAL.count(dt.date(year - 1, 12, 31), dt.date(year, 12, 31)) == count


@pytest.mark.parametrize("year", OFF)
def test_no_statutory_holiday_by_another_library_is_a_working_day(year):
    named = holidays.country_holidays("CN", years=year, observed=False, language="zh_CN")
    statutory = [on for on, name in named.items() if set(name.split("; ")) & STATUTORY]
    assert len(statutory) >= 10
    assert [on for on in statutory if NATIONAL.is_working(on)] == []
    assert {NATIONAL.day(on).kind for on in statutory} == {DayKind.HOLIDAY}


@pytest.mark.parametrize(
    ("on", "kind", "name", "source"),
    [
        ("2026-05-08", DayKind.WORKING, "", ""),
        ("2026-05-09", DayKind.MAKE_UP, "劳动节", "国办发明电〔2025〕7号"),
        ("2026-05-10", DayKind.WEEKEND, "", "国务院关于职工工作时间的规定第七条"),
        ("2026-10-03", DayKind.HOLIDAY, "国庆节", "国办发明电〔2025〕7号"),
        ("2026-04-06", DayKind.HOLIDAY, "清明节", "国办发明电〔2025〕7号"),
        ("2026-06-19", DayKind.HOLIDAY, "端午节", "国办发明电〔2025〕7号"),
        ("2025-01-28", DayKind.HOLIDAY, "春节", "国办发明电〔2024〕12号"),
        ("2024-09-14", DayKind.MAKE_UP, "中秋节", "国办发明电〔2023〕7号"),
        # The notice of the next year.
        ("2018-12-31", DayKind.HOLIDAY, "元旦", "国办发明电〔2018〕15号"),
        ("2018-12-29", DayKind.MAKE_UP, "元旦", "国办发明电〔2018〕15号"),
        ("2011-12-31", DayKind.MAKE_UP, "元旦", "国办发明电〔2011〕45号"),
        # Notices for one occasion.
        (
            "2015-09-04",
            DayKind.HOLIDAY,
            "中国人民抗日战争暨世界反法西斯战争胜利70周年纪念日",
            "国发明电〔2015〕1号",
        ),
        (
            "2015-09-06",
            DayKind.MAKE_UP,
            "中国人民抗日战争暨世界反法西斯战争胜利70周年纪念日",
            "国发明电〔2015〕1号",
        ),
        ("2019-05-05", DayKind.MAKE_UP, "劳动节", "国办发明电〔2019〕3号"),
        ("2020-01-30", DayKind.HOLIDAY, "春节", "国办发明电〔2019〕16号"),
        ("2020-02-01", DayKind.HOLIDAY, "春节", "国办发明电〔2020〕1号"),
        # «12月31日（星期六）上班», which the package has left out.
        ("2005-12-31", DayKind.MAKE_UP, "元旦", "国办发明电〔2005〕35号"),
        # The notice of this year could not be found.
        ("2004-05-08", DayKind.MAKE_UP, "劳动节", ""),
    ],
)
def test_a_day_says_what_it_is_and_who_says_so(on, kind, name, source):
    assert NATIONAL.day(day(on)) == Day(day(on), kind, name, source)


@pytest.mark.parametrize(
    ("on", "told"),
    [
        ("2026-05-08", "2026年5月8日（周五）：工作日"),
        ("2026-05-09", "2026年5月9日（周六）：调休上班（劳动节），依据国办发明电〔2025〕7号"),
        ("2026-05-10", "2026年5月10日（周日）：周休息日，依据国务院关于职工工作时间的规定第七条"),
        ("2027-02-10", "2027年2月10日（周三）：工作日；暂定，有关放假安排公布后可能变动"),
    ],
)
def test_a_day_is_told_in_one_line(on, told):
    assert NATIONAL.day(day(on)).told == told


def test_every_kind_of_day_has_its_chinese_name():
    assert [kind.label for kind in DayKind] == ["工作日", "周休息日", "放假", "调休上班", "地方节日放假"]


# Received, and the last of so many working days; reckoned by hand on the arrangements above.
VECTORS = [
    ("2025-01-13", 20, "2025-02-14"),
    ("2025-01-13", 40, "2025-03-14"),
    ("2025-01-13", 7, "2025-01-22"),
    ("2025-09-26", 20, "2025-10-30"),
    ("2025-09-28", 20, "2025-10-31"),
    ("2026-02-09", 20, "2026-03-13"),
    ("2026-09-21", 20, "2026-10-26"),
    ("2024-01-30", 20, "2024-03-01"),
    ("2024-01-30", 7, "2024-02-07"),
    ("2024-01-30", 40, "2024-03-29"),
    ("2024-09-27", 7, "2024-10-12"),
    ("2024-09-27", 20, "2024-10-30"),
    ("2025-04-25", 20, "2025-05-27"),
    ("2025-12-31", 7, "2026-01-12"),
    ("2025-12-31", 20, "2026-01-29"),
    ("2025-12-31", 40, "2026-03-04"),
    ("2026-04-15", 20, "2026-05-15"),
    ("2026-04-13", 40, "2026-06-10"),
    ("2026-06-25", 20, "2026-07-23"),
    ("2026-06-12", 20, "2026-07-13"),
    ("2026-01-30", 20, "2026-03-05"),
    ("2025-12-15", 20, "2026-01-13"),
    ("2026-09-18", 7, "2026-09-29"),
    ("2026-10-10", 40, "2026-12-04"),
    ("2026-11-20", 20, "2026-12-18"),
    ("2026-03-09", 15, "2026-03-30"),
    ("2025-09-26", 15, "2025-10-23"),
    ("2026-02-13", 15, "2026-03-12"),
    ("2019-12-27", 20, "2020-02-03"),
]


@pytest.mark.parametrize(("on", "count", "last"), VECTORS)
def test_the_last_of_so_many_working_days_is_the_one_reckoned_by_hand(on, count, last):
    assert NATIONAL.after(day(on), count) == day(last)
    assert NATIONAL.count(day(on), day(last)) == count


@pytest.mark.parametrize(
    ("on", "wrong", "right"),
    [
        ("2025-01-13", "2025-02-10", "2025-02-14"),
        ("2025-09-26", "2025-10-24", "2025-10-30"),
        ("2026-02-09", "2026-03-09", "2026-03-13"),
        ("2026-09-21", "2026-10-19", "2026-10-26"),
        ("2019-12-27", "2020-01-24", "2020-02-03"),
    ],
)
def test_a_count_of_mondays_to_fridays_goes_wrong(on, wrong, right):
    assert weekdays_after(day(on), 20) == day(wrong)
    assert NATIONAL.after(day(on), 20) == day(right)


def test_a_count_of_mondays_to_fridays_is_off_by_up_to_ten_days():
    received = [one for year in range(2019, 2026) for one in days_of(year)]
    off = {one: (NATIONAL.after(one, 20) - weekdays_after(one, 20)).days for one in received}
    assert max(off.values()) == off[day("2019-12-27")] == 10
    # Days of weekends that are worked bring the right day forward, too.
    assert min(off.values()) < 0


def test_no_working_day_is_reckoned_backwards():
    with pytest.raises(ValueError, match="-1"):
        NATIONAL.after(day("2026-03-02"), -1)


def test_the_day_itself_ends_a_period_of_no_working_day():
    assert NATIONAL.after(day("2026-05-10"), 0) == day("2026-05-10")


def test_a_working_day_is_not_counted_from_itself():
    assert NATIONAL.count(day("2026-05-08"), day("2026-05-08")) == 0
    assert NATIONAL.count(day("2026-05-08"), day("2026-05-09")) == 1
    assert NATIONAL.count(day("2026-05-09"), day("2026-05-08")) == 0


def test_working_days_are_counted_over_the_end_of_years():
    # 31 December 2025; 248 of 2026 by the list above; 5 to 8 January 2027.
    assert NATIONAL.count(day("2025-12-30"), day("2027-01-08")) == 1 + 248 + 5
    assert NATIONAL.after(day("2025-12-30"), 1 + 248 + 5) == day("2027-01-08")


def test_the_next_and_the_last_working_day_may_be_in_another_year():
    assert NATIONAL.next_working(day("2022-12-31")) == day("2023-01-03")
    assert NATIONAL.last_working(day("2023-01-02")) == day("2022-12-30")
    assert NATIONAL.last_working(day("2026-01-04")) == day("2026-01-04")
    assert NATIONAL.last_working(day("2025-01-31")) == day("2025-01-27")


@given(DAYS, st.integers(1, 90))
def test_counting_undoes_reckoning(on, count):
    last = NATIONAL.after(on, count)
    assert NATIONAL.is_working(last)
    assert NATIONAL.count(on, last) == count
    assert NATIONAL.count(on, last - ONE_DAY) == count - 1


@given(DAYS, st.integers(1, 60))
def test_reckoning_finds_what_walking_finds(on, count):
    walked = on
    for _ in range(count):
        walked += ONE_DAY
        while not NATIONAL.is_working(walked):
            walked += ONE_DAY
    assert NATIONAL.after(on, count) == walked


@given(DAYS, DAYS, st.integers(0, 60))
def test_who_begins_later_does_not_end_earlier(one, other, count):
    first, second = sorted((one, other))
    assert NATIONAL.after(first, count) <= NATIONAL.after(second, count)


@given(st.lists(DAYS, min_size=3, max_size=3))
def test_counts_add_up(days):
    first, second, third = sorted(days)
    assert NATIONAL.count(first, third) == NATIONAL.count(first, second) + NATIONAL.count(second, third)


@given(DAYS)
def test_the_next_working_day_is_worked_and_none_lies_between(on):
    later, earlier = NATIONAL.next_working(on), NATIONAL.last_working(on)
    assert NATIONAL.is_working(later)
    assert NATIONAL.is_working(earlier)
    assert earlier <= on <= later
    between = [earlier + n * ONE_DAY for n in range(1, (later - earlier).days)]
    assert not any(map(NATIONAL.is_working, between))
    assert (earlier == on) == (later == on) == NATIONAL.is_working(on)


@pytest.mark.parametrize("on", ["2003-12-31", "2100-01-01"])
def test_a_year_without_a_calendar_is_refused(on):
    asked = [NATIONAL.day, NATIONAL.is_working, NATIONAL.next_working, lambda one: NATIONAL.after(one, 1)]
    for ask in asked:
        with pytest.raises(NoCalendar) as refused:
            ask(day(on))
        assert refused.value.reason == f"没有{on[:4]}年的工作日历，只能计算2004年至2099年的工作日"


def test_the_first_and_the_last_year_with_a_calendar_are_reckoned():
    assert NATIONAL.day(day("2004-01-01")).name == "元旦"
    assert NATIONAL.day(day("2099-10-01")).name == "国庆节"
    with pytest.raises(NoCalendar):
        NATIONAL.last_working(day("2004-01-01"))


@pytest.mark.parametrize("year", [2004, 2018, 2020, 2026, 2099])
def test_a_new_calendar_reckons_a_year_as_the_old_one_did(year):
    published_days.cache_clear()
    expected_days.cache_clear()
    new = Calendar()
    assert [new.day(on) for on in days_of(year)] == [NATIONAL.day(on) for on in days_of(year)]
    assert new.count(dt.date(year, 1, 1), dt.date(year, 12, 31)) == sum(map(NATIONAL.is_working, days_of(year)[1:]))
    assert new.day(dt.date(year, 12, 31)).provisional is (year >= 2026)
    assert not any(new.day(on).provisional for on in days_of(year)[:-3]) or year == 2099
    assert {new.day(on).source for on in days_of(year)} == {NATIONAL.day(on).source for on in days_of(year)}


def test_a_new_calendar_names_the_sources_of_2018():
    published_days.cache_clear()
    new = Calendar()
    sources = {new.day(on).source for on in days_of(2018)}
    assert sources == {"", WEEKEND, "国办发明电〔2017〕12号", "国办发明电〔2018〕15号"}
    assert new.day(day("2018-12-31")) == Day(day("2018-12-31"), DayKind.HOLIDAY, "元旦", "国办发明电〔2018〕15号")
    assert new.day(day("2018-11-25")) == Day(day("2018-11-25"), DayKind.WEEKEND, source=WEEKEND)
    assert {new.day(on).source for on in days_of(2004)} == {"", WEEKEND}
    assert [str(on) for on in days_of(2026) if new.day(on).provisional] == [
        "2026-12-29",
        "2026-12-30",
        "2026-12-31",
    ]


def test_two_calendars_of_the_same_notices_are_the_same():
    assert Calendar() == NATIONAL
    assert hash(Calendar()) == hash(NATIONAL)
