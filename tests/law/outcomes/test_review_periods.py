"""The periods of a reconsideration, as the organ whose act is reviewed meets them."""

from __future__ import annotations

import datetime as dt

import pytest

from gongkai.errors import NoRule
from gongkai.law.calendar.days import Calendar
from gongkai.law.calendar.notices import DaysOff, LocalHoliday
from gongkai.law.conventions import Conventions, RollOver
from gongkai.law.outcomes.review_periods import ORDINARY, SIMPLIFIED, ReviewStep, review_due, review_period
from gongkai.terms.outcomes import REVIEW_STEPS

REPLY, DECISION, OPINION = ReviewStep.REPLY, ReviewStep.DECISION, ReviewStep.OPINION_REPORT
# Step, days, article of 行政复议法: the ordinary procedure, then the simplified one.
TYPED = {
    "examination": ((5, "第三十条第一款"), (5, "第三十条第一款")),
    "correction_notice": ((5, "第三十一条第一款"), (5, "第三十一条第一款")),
    "correction": ((10, "第三十一条第二款"), (10, "第三十一条第二款")),
    "copy": ((7, "第四十八条"), (3, "第五十四条第一款")),
    "reply": ((10, "第四十八条"), (5, "第五十四条第一款")),
    "decision": ((60, "第六十二条第一款"), (30, "第六十二条第二款")),
    "opinion_report": ((60, "第七十六条"), (60, "第七十六条")),
}
BEGINS = {
    "examination": "复议机关收到复议申请",
    "correction_notice": "复议机关收到复议申请",
    "correction": "申请人收到补正通知",
    "copy": "复议申请受理",
    "reply": "被申请人收到申请书副本",
    "decision": "复议申请受理",
    "opinion_report": "有关机关收到行政复议意见书",
}


@pytest.mark.parametrize("step", ReviewStep)
def test_each_step_has_its_days_in_both_procedures(step: ReviewStep) -> None:
    ordinary, simplified = review_period(step), review_period(step, simplified=True)
    found = tuple((one.days, str(one.article).removeprefix("行政复议法")) for one in (ordinary, simplified))
    assert found == TYPED[step.value]
    assert ordinary.begins == simplified.begins == BEGINS[step.value]


def test_both_procedures_have_every_step_once() -> None:
    for periods in (ORDINARY, SIMPLIFIED):
        assert sorted(one.step for one in periods) == sorted(ReviewStep)
    assert {one.value: one.label for one in ReviewStep} == REVIEW_STEPS


@pytest.mark.parametrize(
    ("step", "began", "simplified", "last"),
    [
        # Ten working days from Friday 24 April 2026: 27 to 30 April, 6 to 8 May, Saturday 9 May worked, 11, 12 May.
        (REPLY, dt.date(2026, 4, 24), False, dt.date(2026, 5, 12)),
        # Five of them end on Wednesday 6 May.
        (REPLY, dt.date(2026, 4, 24), True, dt.date(2026, 5, 6)),
        # Seven working days from Monday 2 March 2026, and three.
        (ReviewStep.COPY, dt.date(2026, 3, 2), False, dt.date(2026, 3, 11)),
        (ReviewStep.COPY, dt.date(2026, 3, 2), True, dt.date(2026, 3, 5)),
        # Sixty days from 10 March 2026: Saturday 9 May, which is worked; thirty: 9 April.
        (DECISION, dt.date(2026, 3, 10), False, dt.date(2026, 5, 9)),
        (DECISION, dt.date(2026, 3, 10), True, dt.date(2026, 4, 9)),
        # Sixty days from 2 August 2026: 1 October, and the holiday ends on 7 October.
        (OPINION, dt.date(2026, 8, 2), False, dt.date(2026, 10, 8)),
        (ReviewStep.EXAMINATION, dt.date(2026, 3, 2), False, dt.date(2026, 3, 9)),
        (ReviewStep.CORRECTION, dt.date(2026, 3, 2), False, dt.date(2026, 3, 16)),
    ],
)
def test_three_five_seven_and_ten_days_are_working_days_and_the_others_are_not(
    step, began, simplified, last
) -> None:
    assert review_due(step, began, simplified=simplified).last == last


def test_an_ordinary_decision_may_be_prolonged_by_thirty_days() -> None:
    assert review_period(DECISION, extended_by=30).days == 90
    assert review_due(DECISION, dt.date(2026, 3, 10), extended_by=30).last == dt.date(2026, 6, 8)
    assert review_period(DECISION, extended_by=1).days == 61


@pytest.mark.parametrize(
    ("step", "simplified", "days"),
    [(DECISION, False, 31), (DECISION, True, 1), (REPLY, False, 1), (DECISION, False, -1)],
)
def test_nothing_else_is_prolonged(step: ReviewStep, simplified: bool, days: int) -> None:
    with pytest.raises(NoRule) as caught:
        review_period(step, simplified=simplified, extended_by=days)
    assert caught.value.reason == "只有普通程序作出复议决定的期限可以延长，最多30日。"


def test_these_are_the_periods_of_the_law_of_2024() -> None:
    assert review_due(REPLY, dt.date(2024, 1, 1)).last == dt.date(2024, 1, 15)
    with pytest.raises(NoRule) as caught:
        review_due(REPLY, dt.date(2023, 12, 31))
    assert caught.value.reason == "复议程序的期限按2024年1月1日起施行的行政复议法计算，不能用于2023年12月31日。"


def test_a_local_holiday_is_not_worked() -> None:
    festival = LocalHoliday(division="990000", off=(DaysOff("节", dt.date(2026, 3, 4)),), source="虚构")
    local = Calendar(local=(festival,), division="990000")
    assert review_due(REPLY, dt.date(2026, 3, 2), simplified=True).last == dt.date(2026, 3, 9)
    assert review_due(REPLY, dt.date(2026, 3, 2), simplified=True, calendar=local).last == dt.date(2026, 3, 10)


def test_a_last_day_that_is_not_worked_rolls_over_by_convention() -> None:
    never = Conventions(roll_over=RollOver.NEVER)
    assert review_due(OPINION, dt.date(2026, 8, 2), conventions=never).last == dt.date(2026, 10, 1)
