"""The statutory periods of publishing and the days of the annual report, by hand."""

from __future__ import annotations

import datetime as dt

import pytest

from gongkai.law.calendar.days import Calendar
from gongkai.law.calendar.notice_text import read_notice
from gongkai.law.calendar.statutory import (
    HOURS,
    LIMITS,
    Bound,
    FixedDay,
    Limit,
    Publication,
    ReportDays,
    Response,
    Statute,
    Unit,
    days_under,
    publish_by,
    report_days,
    respond_by,
    unit_under,
)
from gongkai.law.conventions import Conventions, RollOver
from gongkai.law.steps import Step
from tests.law.calendar.state_council import INVENTED_2027
from tests.law.calendar.test_days import day

IMPORTED = Calendar(notices=(read_notice(INVENTED_2027),))
NEVER = Conventions(roll_over=RollOver.NEVER)


@pytest.mark.parametrize(
    ("kind", "on", "last", "rolled_from"),
    [
        # D.4 row 16.
        ("proactive", "2026-01-30", "2026-03-05", None),
        ("enforcement", "2026-02-09", "2026-03-13", None),
        # 10 to 13, Saturday 14, 24 and 25 February.
        ("licence_or_penalty", "2026-02-09", "2026-02-25", None),
        ("government_budget", "2026-01-29", "2026-02-24", "2026-02-18"),
        ("department_budget", "2026-02-06", "2026-02-26", None),
        # Saturday 14, 24 and 25 February.
        ("penalty_withdrawn", "2026-02-13", "2026-02-25", None),
        # 6 to 8 May.
        ("interpretation", "2026-04-30", "2026-05-08", None),
        ("decision_consultation", "2026-09-01", "2026-10-08", "2026-10-01"),
        ("rules_consultation", "2026-03-02", "2026-04-01", None),
        # Seven clear days: 13 to 19 March.
        ("hearing_material", "2026-03-20", "2026-03-12", None),
        # Thirty days to 31 May, whatever is worked.
        ("regulation_in_force", "2026-05-01", "2026-06-01", None),
        ("regulation_in_force", "2026-09-01", "2026-10-02", None),
    ],
)
def test_a_statutory_period_leads_to_the_day_reckoned_by_hand(kind, on, last, rolled_from):
    period = publish_by(Publication(kind), day(on))
    assert (str(period.last), period.rolled_from) == (last, day(rolled_from) if rolled_from else None)
    assert not period.provisional


def test_the_table_is_as_the_law_has_it():
    working, days = Unit.WORKING_DAYS, Unit.DAYS
    assert {kind.value: LIMITS[kind] for kind in Publication} == {
        "proactive": Limit(20, working, Bound.LATEST),
        "enforcement": Limit(20, working, Bound.LATEST),
        "licence_or_penalty": Limit(7, working, Bound.LATEST),
        "government_budget": Limit(20, days, Bound.LATEST),
        "department_budget": Limit(20, days, Bound.LATEST),
        "penalty_withdrawn": Limit(3, working, Bound.LATEST),
        "interpretation": Limit(3, working, Bound.LATEST),
        "decision_consultation": Limit(30, days, Bound.SHORTEST),
        "rules_consultation": Limit(30, days, Bound.SHORTEST),
        "hearing_material": Limit(7, days, Bound.AHEAD),
        "regulation_in_force": Limit(30, days, Bound.EARLIEST),
    }


def test_every_period_has_a_name_a_beginning_and_a_source():
    assert Publication.PROACTIVE.label == "主动公开政府信息"
    assert Publication.PROACTIVE.begins == "政府信息形成或者变更之日"
    assert Publication.PROACTIVE.source == "条例第二十六条"
    assert all((kind.label, kind.begins, kind.source) for kind in Publication)
    assert len({kind.label for kind in Publication}) == len(Publication)


def test_a_statutory_period_keeps_the_calendar_and_the_conventions():
    assert publish_by(Publication.GOVERNMENT_BUDGET, day("2026-01-29"), conventions=NEVER).last == day("2026-02-18")
    assert publish_by(Publication.GOVERNMENT_BUDGET, day("2027-01-10")).last == day("2027-02-01")
    assert publish_by(Publication.GOVERNMENT_BUDGET, day("2027-01-11"), calendar=IMPORTED).last == day("2027-01-31")
    assert publish_by(Publication.INTERPRETATION, day("2027-01-28")).last == day("2027-02-02")
    assert publish_by(Publication.INTERPRETATION, day("2027-01-28"), calendar=IMPORTED).last == day("2027-02-01")
    assert publish_by(Publication.PROACTIVE, day("2026-12-15")).provisional


def test_periods_that_lead_backwards_or_beyond_tell_how():
    assert publish_by(Publication.HEARING_MATERIAL, day("2026-03-20")).steps == (
        Step(
            "2026年3月20日（周五）当日和2026年3月12日（周四）当日均不计入，其间满7日，最晚2026年3月12日（周四）",
            day("2026-03-12"),
            "重大行政决策程序暂行条例第十六条第三款",
        ),
    )
    assert publish_by(Publication.REGULATION_IN_FORCE, day("2026-05-01")).steps == (
        Step("满30日后，最早2026年6月1日（周一）", day("2026-06-01"), "规章制定程序条例第三十二条"),
    )
    assert [one.text for one in publish_by(Publication.PROACTIVE, day("2026-01-30")).steps] == [
        "自2026年1月30日（周五）的次日起计算，开始的当日不计入",
        "第20个工作日为2026年3月5日（周四）",
    ]


@pytest.mark.parametrize(
    ("statute", "working"),
    [(Statute.RECONSIDERATION, (3, 5, 7, 10)), (Statute.PENALTIES, (2, 3, 5, 7))],
)
def test_a_law_says_which_of_its_days_are_working_days(statute, working):
    counted = {count for count in range(1, 91) if unit_under(statute, count) is Unit.WORKING_DAYS}
    assert counted == set(working)
    assert {unit_under(statute, count) for count in (1, 15, 60)} == {Unit.DAYS}


@pytest.mark.parametrize(
    ("statute", "count", "last"),
    [
        # 28 to 30 September, 8 and 9 October.
        (Statute.RECONSIDERATION, 5, "2026-10-09"),
        # 28 to 30 September, 8, 9 and Saturday 10, 12 to 15 October.
        (Statute.RECONSIDERATION, 10, "2026-10-15"),
        (Statute.RECONSIDERATION, 60, "2026-11-23"),
        (Statute.RECONSIDERATION, 2, "2026-09-28"),
        (Statute.PENALTIES, 2, "2026-09-29"),
        (Statute.PENALTIES, 10, "2026-10-08"),
    ],
)
def test_days_are_counted_as_the_law_that_sets_them_has_it(statute, count, last):
    # 24 September 2026: the Mid-autumn Festival is from the 25th to the 27th.
    assert days_under(statute, day("2026-09-24"), count).last == day(last)


def test_days_under_a_law_keep_the_calendar_and_the_conventions():
    on = day("2026-09-24")
    assert days_under(Statute.PENALTIES, on, 10, conventions=NEVER).last == day("2026-10-04")
    assert days_under(Statute.PENALTIES, day("2027-01-29"), 2, calendar=IMPORTED).last == day("2027-02-01")
    assert days_under(Statute.PENALTIES, day("2027-01-21"), 10, calendar=IMPORTED).last == day("2027-01-31")


@pytest.mark.parametrize(
    ("kind", "hours"), [("authoritative_information", 5), ("press_conference", 24), ("response", 48)]
)
def test_what_stirs_the_public_is_answered_within_hours_on_any_day(kind, hours):
    at = dt.datetime(2026, 10, 3, 22, 30, tzinfo=dt.UTC)
    assert HOURS[Response(kind)] == hours
    assert respond_by(Response(kind), at) == at + dt.timedelta(hours=hours)


def test_every_answer_has_a_name_and_a_source():
    assert [(kind.label, kind.source) for kind in Response] == [
        ("发布权威信息", "国办发〔2016〕80号"),
        ("举行新闻发布会", "国办发〔2016〕61号"),
        ("回应其他政务舆情", "国办发〔2016〕61号"),
    ]


@pytest.mark.parametrize(
    ("year", "departments", "governments"),
    [
        # A Saturday, and a Tuesday.
        (2025, "2026-01-30", "2026-03-31"),
        # The Spring Festival from the 28th, and a Monday.
        (2024, "2025-01-27", "2025-03-31"),
        # A Wednesday, and a Sunday.
        (2023, "2024-01-31", "2024-03-29"),
    ],
)
def test_annual_reports_have_fixed_days_that_do_not_roll_over(year, departments, governments):
    assert report_days(year) == ReportDays(
        FixedDay(dt.date(year + 1, 1, 31), day(departments), "条例第四十九条"),
        FixedDay(dt.date(year + 1, 3, 31), day(governments), "条例第四十九条"),
    )


def test_the_working_day_before_a_fixed_day_may_be_provisional():
    article = "条例第四十九条"
    assert report_days(2026) == ReportDays(
        FixedDay(day("2027-01-31"), day("2027-01-29"), article, provisional=True),
        FixedDay(day("2027-03-31"), day("2027-03-31"), article, provisional=True),
    )
    # By the invented notice that Sunday is worked.
    assert report_days(2026, calendar=IMPORTED) == ReportDays(
        FixedDay(day("2027-01-31"), day("2027-01-31"), article),
        FixedDay(day("2027-03-31"), day("2027-03-31"), article),
    )
