"""What keeps a notice or a local holiday out, and what is only looked at."""

from __future__ import annotations

import datetime as dt
from typing import Any

import msgspec
import pytest

from gongkai.law.calendar.doubts import contradictions, doubts_of
from gongkai.law.calendar.notice_text import read_notice
from gongkai.law.calendar.notices import DaysOff, DayWorked, HolidayNotice, LocalHoliday
from gongkai.law.calendar.proof import local_problems_of, problems_of
from gongkai.law.steps import Doubt
from tests.law.calendar.state_council import INVENTED_2027, text_of
from tests.law.calendar.test_days import day

WHOLE = read_notice(INVENTED_2027)
LOCAL = LocalHoliday(
    division="150700",
    off=(DaysOff("建州纪念日", day("2026-08-03"), day("2026-08-04")),),
    on=(DayWorked(day("2026-08-08"), "建州纪念日"),),
    source="州府办发〔2026〕3号",
)


def of_year(year: int) -> HolidayNotice:
    """A notice that names the holidays of a year on its first days."""
    names = ("元旦", "春节", "清明节", "劳动节", "端午节", "中秋节", "国庆节")
    off = tuple(DaysOff(name, dt.date(year, 1, number)) for number, name in enumerate(names, 1))
    return HolidayNotice(number=f"国办发明电〔{year}〕1号", issued=dt.date(year, 1, 1), year=year, off=off)


def changed(**fields: Any) -> HolidayNotice:
    return msgspec.structs.replace(WHOLE, **fields)


def with_run(run: DaysOff) -> HolidayNotice:
    """The notice with another first holiday."""
    return changed(off=(run, *WHOLE.off[1:]))


def test_a_notice_in_order_has_no_problem():
    assert problems_of(WHOLE) == ()
    assert problems_of(changed(issued=dt.date(2027, 1, 4), number="国办发明电〔2027〕1号")) == ()


@pytest.mark.parametrize(
    ("notice", "problem"),
    [
        (changed(number=""), "文号“”不完整，应为“国办发明电〔2025〕7号”的样子"),
        (
            changed(number="国办发明电[2026]99号"),
            "文号“国办发明电[2026]99号”不完整，应为“国办发明电〔2025〕7号”的样子",
        ),
        (
            changed(number="国办发明电〔2027〕1号"),
            "文号“国办发明电〔2027〕1号”的年份与发布日期2026年11月16日（周一）不一致",
        ),
        (
            changed(number="国办发明电〔2025〕9号", issued=dt.date(2025, 12, 31)),
            "2027年放假安排的发布日期2025年12月31日（周三）不在当年或者上一年",
        ),
        (
            changed(number="国办发明电〔2028〕1号", issued=dt.date(2028, 1, 1)),
            "2027年放假安排的发布日期2028年1月1日（周六）不在当年或者上一年",
        ),
        (with_run(DaysOff("元旦", day("2026-11-30"))), "2026年11月30日（周一）不属于2027年，也不是上一年的12月"),
        (with_run(DaysOff("元旦", day("2028-01-01"))), "2028年1月1日（周六）不属于2027年，也不是上一年的12月"),
        (
            changed(on=(DayWorked(day("2028-01-08")),)),
            "2028年1月8日（周六）不属于2027年，也不是上一年的12月",
        ),
        (changed(on=(DayWorked(day("2027-03-05")),)), "2027年3月5日（周五）写了上班，但这一天不是周末"),
        (
            changed(on=(DayWorked(day("2027-03-06")), DayWorked(day("2027-03-06")))),
            "2027年3月6日（周六）上班写了两次",
        ),
        (changed(on=(DayWorked(day("2027-05-02")),)), "2027年5月2日（周日）既写了放假，又写了上班"),
        (changed(off=(*WHOLE.off, DaysOff(" ", day("2027-03-01")))), "2027年3月1日（周一）的放假没有写节日名称"),
        (
            with_run(DaysOff("元旦", day("2027-01-03"), day("2027-01-01"))),
            "元旦的最后一天2027年1月1日（周五）早于第一天2027年1月3日（周日）",
        ),
        (
            with_run(DaysOff("元旦", day("2027-01-01"), day("2027-01-15"))),
            "元旦从2027年1月1日（周五）到2027年1月15日（周五）共15天，长于14天，请核对",
        ),
        (
            changed(off=(*WHOLE.off, DaysOff("春游", day("2027-04-05")))),
            "2027年4月5日（周一）写了两次（清明节、春游）",
        ),
        (changed(off=WHOLE.off[1:]), "没有写明元旦的放假安排（2027年的放假安排尚未收录，应当完整）"),
    ],
)
def test_a_problem_keeps_a_notice_out_and_says_what_it_is(notice, problem):
    assert problems_of(notice) == (problem,)


@pytest.mark.parametrize("run", [DaysOff("元旦", day("2026-12-01")), DaysOff("元旦", day("2027-12-31"))])
def test_days_of_the_year_and_of_the_december_before_may_be_named(run):
    assert problems_of(with_run(run)) == ()


def test_a_notice_of_nothing_is_none():
    assert problems_of(changed(off=(), on=(), year=2026, issued=day("2026-01-01"))) == ("没有写明任何放假日期",)


@pytest.mark.parametrize("year", [2004, 2099])
def test_the_first_and_the_last_year_of_the_calendar_may_have_a_notice(year):
    assert problems_of(of_year(year)) == ()


def test_a_holiday_too_long_does_not_hide_what_follows():
    runs = (DaysOff("春节", day("2027-01-20"), day("2027-02-20")), DaysOff("", day("2027-03-01")))
    long = changed(off=(*WHOLE.off[:1], *runs, *WHOLE.off[2:]))
    assert problems_of(long) == (
        "春节从2027年1月20日（周三）到2027年2月20日（周六）共32天，长于14天，请核对",
        "2027年3月1日（周一）的放假没有写节日名称",
    )
    outside = with_run(DaysOff("元旦", day("2026-11-25"), day("2026-12-09")))
    assert problems_of(outside) == ("元旦从2026年11月25日（周三）到2026年12月9日（周三）共15天，长于14天，请核对",)


@pytest.mark.parametrize("year", [2003, 2100])
def test_a_year_without_a_calendar_has_no_notice(year):
    assert problems_of(of_year(year)) == (f"不能使用{year}年的放假安排，只能计算2004年至2099年的工作日",)


def test_a_notice_of_some_holidays_corrects_a_year_that_is_known():
    some = changed(off=WHOLE.off[3:4], on=())
    assert some.missing == ("元旦", "春节", "清明节", "端午节", "中秋节", "国庆节")
    assert len(problems_of(some)) == 1
    assert problems_of(some, [WHOLE]) == ()
    assert len(problems_of(some, [some])) == 1
    of_2026 = HolidayNotice(
        number="国办发明电〔2026〕5号",
        issued=day("2026-04-01"),
        year=2026,
        off=(DaysOff("劳动节", day("2026-05-06")),),
    )
    assert problems_of(of_2026) == ()


def test_a_notice_with_other_names_of_the_holidays_is_whole():
    names = ("元旦", "春节", "清明", "国际劳动节", "端午", "中秋节、国庆节")
    off = tuple(DaysOff(name, dt.date(2027, 1, number)) for number, name in enumerate(names, 1))
    assert changed(off=off).missing == ()


@pytest.mark.parametrize(
    ("holiday", "problem"),
    [
        (msgspec.structs.replace(LOCAL, division="1507"), "“1507”不是六位行政区划代码"),
        (msgspec.structs.replace(LOCAL, division="15070a"), "“15070a”不是六位行政区划代码"),
        (msgspec.structs.replace(LOCAL, division="１５０７００"), "“１５０７００”不是六位行政区划代码"),
        (msgspec.structs.replace(LOCAL, division="000000"), "“000000”不是六位行政区划代码"),
        (msgspec.structs.replace(LOCAL, division="109999"), "“109999”不是六位行政区划代码"),
        (msgspec.structs.replace(LOCAL, division="830000"), "“830000”不是六位行政区划代码"),
        (msgspec.structs.replace(LOCAL, source=" "), "2026年8月3日（周一）的地方放假没有写依据的文件"),
        (msgspec.structs.replace(LOCAL, off=()), "没有写明任何放假日期"),
        (
            msgspec.structs.replace(LOCAL, on=(DayWorked(day("2026-08-07")),)),
            "2026年8月7日（周五）写了上班，但这一天不是周末",
        ),
    ],
)
def test_a_problem_keeps_a_local_holiday_out(holiday, problem):
    assert local_problems_of(holiday) == (problem,)


@pytest.mark.parametrize("division", ["110000", "829999", "150700"])
def test_a_local_holiday_in_order_has_no_problem(division):
    assert local_problems_of(msgspec.structs.replace(LOCAL, division=division)) == ()


def test_a_notice_in_order_leaves_no_doubt():
    assert [one.code for one in doubts_of(WHOLE)] == []


def test_a_holiday_on_a_weekend_only_is_doubted():
    assert doubts_of(read_notice(text_of(2015))) == (
        Doubt(
            "calendar.weekend_only",
            "中秋节只写了周末（2015年9月27日（周日）），周末本来不上班，请核对日期是否写错",
            day("2015-09-27"),
            "国办发明电〔2014〕28号",
        ),
    )


def test_a_holiday_on_a_saturday_only_is_doubted():
    saturday = changed(off=(*WHOLE.off[:4], DaysOff("端午节", day("2027-06-12")), *WHOLE.off[5:]))
    assert [one.code for one in doubts_of(saturday)] == [
        "calendar.weekend_only",
        "calendar.statutory_not_free",
        "calendar.unbalanced",
    ]


def test_two_statutory_holidays_on_one_day_are_both_named_in_a_doubt():
    # The first of October 2031 is the fifteenth of the eighth lunar month.
    told = [one.text for one in doubts_of(of_year(2031)) if one.on == day("2031-10-01")]
    assert told == ["2031年10月1日（周三）是法定节假日（中秋节、国庆节），没有写明放假，请核对"]


def test_a_statutory_holiday_that_is_not_free_and_weekdays_that_are_not_made_up_for_are_doubted():
    # The sixteenth is not the fifteenth of the eighth lunar month, and one weekend that was worked is left out.
    off = (*WHOLE.off[:5], DaysOff("中秋节", day("2027-09-16")), WHOLE.off[6])
    assert doubts_of(changed(off=off, on=WHOLE.on[:-1])) == (
        Doubt(
            "calendar.statutory_not_free",
            "2027年9月15日（周三）是法定节假日（中秋节），没有写明放假，请核对",
            day("2027-09-15"),
            "全国年节及纪念日放假办法第二条",
        ),
        Doubt(
            "calendar.unbalanced",
            "放假的工作日共18天，调休上班4天，相差14天，而法定节假日是13天，请核对有无遗漏",
            None,
            "全国年节及纪念日放假办法第二条",
        ),
    )


def test_until_2024_the_statute_had_eleven_days():
    notice = read_notice(text_of(2024))
    fewer = msgspec.structs.replace(notice, on=notice.on[1:])
    told = "放假的工作日共19天，调休上班7天，相差12天，而法定节假日是11天，请核对有无遗漏"
    assert [one.text for one in doubts_of(fewer)] == [told]


@pytest.mark.parametrize(("on", "doubted"), [("2027-05-22", True), ("2027-05-16", False), ("2027-04-17", False)])
def test_a_worked_day_far_from_its_holiday_is_doubted(on, doubted):
    # The holiday is from the first to the fifth of May; the statute's 14 days from the 17th of April.
    on_days = (*WHOLE.on[:2], DayWorked(day(on), "劳动节"), *WHOLE.on[3:])
    expected = Doubt(
        "calendar.far_away", "2027年5月22日（周六）上班，离劳动节假期超过两周，请核对", day(on), WHOLE.number
    )
    assert doubts_of(changed(on=on_days)) == ((expected,) if doubted else ())


def test_a_notice_of_some_holidays_is_not_doubted_for_the_others():
    assert doubts_of(changed(off=WHOLE.off[3:4], on=WHOLE.on[2:3])) == ()


def test_two_notices_that_contradict_each_other_are_told_and_the_later_one_counts():
    later = HolidayNotice(
        number="国办发明电〔2027〕2号",
        issued=day("2027-04-01"),
        year=2027,
        off=(DaysOff("劳动节", day("2027-05-01"), day("2027-05-08")),),
        on=(DayWorked(day("2027-10-02"), "国庆节"),),
    )
    expected = (
        Doubt(
            "calendar.contradiction",
            "2027年5月8日（周六）：国办发明电〔2026〕99号写的是上班，国办发明电〔2027〕2号写的是放假，以后者为准",
            day("2027-05-08"),
            "国办发明电〔2027〕2号",
        ),
        Doubt(
            "calendar.contradiction",
            "2027年10月2日（周六）：国办发明电〔2026〕99号写的是放假，国办发明电〔2027〕2号写的是上班，以后者为准",
            day("2027-10-02"),
            "国办发明电〔2027〕2号",
        ),
    )
    assert contradictions([WHOLE, later]) == contradictions([later, WHOLE]) == expected
    assert contradictions([WHOLE]) == ()


def test_a_published_year_that_a_notice_changes_is_told():
    changes = HolidayNotice(
        number="国办发明电〔2026〕5号",
        issued=day("2026-04-01"),
        year=2026,
        off=(DaysOff("劳动节", day("2026-05-06")), DaysOff("劳动节", day("2026-05-09"), day("2026-05-10"))),
        on=(DayWorked(day("2026-05-16"), "劳动节"),),
    )
    assert [one.text for one in contradictions([changes])] == [
        "2026年5月6日（周三）：已收录的放假安排写的是上班，国办发明电〔2026〕5号写的是放假，以后者为准",
        "2026年5月9日（周六）：国办发明电〔2025〕7号写的是上班，国办发明电〔2026〕5号写的是放假，以后者为准",
        "2026年5月16日（周六）：已收录的放假安排写的是放假，国办发明电〔2026〕5号写的是上班，以后者为准",
    ]
    assert contradictions([read_notice(text_of(2026))]) == ()


def test_an_old_notice_is_contradicted_by_the_later_one_that_was_published():
    assert [one.text for one in contradictions([read_notice(text_of(2020))])] == [
        "2020年2月1日（周六）：国办发明电〔2019〕16号写的是上班，国办发明电〔2020〕1号写的是放假，以后者为准"
    ]
