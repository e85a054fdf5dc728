"""The last day of each remedy, reckoned by hand, and the article it comes from."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.law.calendar.days import NATIONAL, Calendar
from gongkai.law.calendar.notices import DaysOff, LocalHoliday
from gongkai.law.conventions import Conventions, RollOver, SilenceRemedy
from gongkai.law.outcomes.remedies import Remedy
from gongkai.law.outcomes.remedy_periods import (
    RemedyStep,
    remedy_deadlines,
    silence_deadlines,
    suit_after_decision,
    suit_after_no_decision,
)
from gongkai.terms.outcomes import REMEDY_STEPS

FIRST, EITHER = Remedy.RECONSIDERATION_FIRST, Remedy.EITHER
RECONSIDERATION = RemedyStep.RECONSIDERATION
NEW_YEAR = dt.date(2024, 1, 1)


def told(deadline) -> tuple[str, str, dt.date | None]:
    return deadline.step.value, deadline.source, deadline.last


def test_a_reply_served_on_10_march_2026_may_be_reviewed_until_9_may() -> None:
    """10 March and sixty days is 9 May, a Saturday that is worked."""
    first, second = remedy_deadlines(dt.date(2026, 3, 10), EITHER)
    assert told(first) == ("reconsideration", "行政复议法第二十条第一款", dt.date(2026, 5, 9))
    assert first.text == "自收到答复之日起60日内申请行政复议。"
    assert (first.rolled_from, first.provisional) == (None, False)
    assert told(second) == ("suit", "行政诉讼法第四十六条第一款", dt.date(2026, 9, 10))
    assert second.text == "自收到答复之日起六个月内提起行政诉讼。"
    assert (second.rolled_from, second.provisional) == (None, False)


def test_a_last_day_that_is_not_worked_rolls_over_by_convention() -> None:
    weekends = Conventions(roll_over=RollOver.WEEKEND_OR_DAY_OFF)
    first, _ = remedy_deadlines(dt.date(2026, 3, 10), EITHER, conventions=weekends)
    assert (first.last, first.rolled_from) == (dt.date(2026, 5, 11), dt.date(2026, 5, 9))
    # 2 August 2026 and sixty days is 1 October; the holiday ends on 7 October.
    holiday, _ = remedy_deadlines(dt.date(2026, 8, 2), EITHER)
    assert (holiday.last, holiday.rolled_from) == (dt.date(2026, 10, 8), dt.date(2026, 10, 1))
    never = Conventions(roll_over=RollOver.NEVER)
    assert remedy_deadlines(dt.date(2026, 8, 2), EITHER, conventions=never)[0].last == dt.date(2026, 10, 1)


def test_where_reconsideration_comes_first_the_suit_has_no_day_yet() -> None:
    first, second = remedy_deadlines(dt.date(2026, 3, 10), FIRST)
    assert told(first) == ("reconsideration", "行政复议法第二十条第一款", dt.date(2026, 5, 9))
    assert told(second) == ("suit_after", "行政诉讼法第四十五条", None)
    assert second.text == "对行政复议决定不服的，自收到行政复议决定书之日起15日内提起行政诉讼。"
    assert second.steps == ()


def test_no_remedy_has_no_day() -> None:
    assert remedy_deadlines(dt.date(2026, 3, 10), Remedy.NONE) == ()
    assert remedy_deadlines(dt.date(2026, 3, 10), Remedy.NONE, told=False) == ()


def test_an_applicant_who_was_not_told_has_a_year_at_most() -> None:
    first, second = remedy_deadlines(dt.date(2025, 3, 10), EITHER, told=False)
    assert told(first) == ("reconsideration", "行政复议法第二十条第三款", dt.date(2026, 3, 10))
    assert (
        first.text == "没有告知复议权利、复议机关和申请期限的，申请期限自知道或者应当知道上述事项之日起计算，"
        "最长不得超过自知道或者应当知道答复内容之日起一年。"
    )
    assert told(second) == ("suit", "法释〔2018〕1号第六十四条第一款", dt.date(2026, 3, 10))
    assert second.text == (
        "没有告知起诉期限的，起诉期限自知道或者应当知道起诉期限之日起计算，"
        "最长不得超过自知道或者应当知道答复内容之日起一年。"
    )
    first, second = remedy_deadlines(dt.date(2025, 3, 10), FIRST, told=False)
    assert [first.last, second.last] == [dt.date(2026, 3, 10), None]


def test_a_reply_before_2024_is_under_the_law_of_its_day() -> None:
    served = dt.date(2023, 12, 29)
    first, second = remedy_deadlines(served, EITHER)
    assert told(first) == ("reconsideration", "行政复议法（2017年修正）第九条第一款", dt.date(2024, 2, 27))
    assert told(second) == ("suit", "行政诉讼法第四十六条第一款", dt.date(2024, 7, 1))
    assert second.rolled_from == dt.date(2024, 6, 29)
    first, second = remedy_deadlines(served, EITHER, told=False)
    assert told(first) == ("reconsideration", "行政复议法实施条例第十五条第一款第五项", None)
    assert first.text == "没有告知的，自收到补充告知之日起60日内申请行政复议。"
    assert told(second) == ("suit", "法释〔2018〕1号第六十四条第一款", dt.date(2024, 12, 30))


@pytest.mark.parametrize(
    ("served", "source"),
    [
        (NEW_YEAR - dt.timedelta(days=1), "行政复议法（2017年修正）第九条第一款"),
        (NEW_YEAR, "行政复议法第二十条第一款"),
    ],
)
def test_the_law_changes_with_the_year_2024(served: dt.date, source: str) -> None:
    assert remedy_deadlines(served, EITHER)[0].source == source


def test_a_suit_follows_the_decision_within_fifteen_days() -> None:
    # 27 March 2026 and fifteen days is Saturday 11 April.
    deadline = suit_after_decision(dt.date(2026, 3, 27))
    assert told(deadline) == ("suit_after", "行政诉讼法第四十五条", dt.date(2026, 4, 13))
    assert deadline.rolled_from == dt.date(2026, 4, 11)
    assert deadline.text == "对行政复议决定不服的，自收到行政复议决定书之日起15日内提起行政诉讼。"
    untold = suit_after_decision(dt.date(2026, 3, 27), told=False)
    assert told(untold) == ("suit_after", "法释〔2018〕1号第六十四条第二款", dt.date(2027, 3, 29))
    assert untold.provisional
    assert (
        untold.text == "行政复议决定没有告知起诉期限的，起诉期限自知道或者应当知道起诉期限之日起计算，"
        "最长不得超过自知道或者应当知道行政复议决定内容之日起一年。"
    )


def test_a_suit_follows_a_review_without_a_decision_within_fifteen_days() -> None:
    deadline = suit_after_no_decision(dt.date(2026, 3, 31))
    assert told(deadline) == ("suit_after", "行政诉讼法第四十五条、行政复议法第三十四条", dt.date(2026, 4, 15))
    assert deadline.text == "复议机关逾期不作决定的，自行政复议期限届满之日起15日内提起行政诉讼。"
    assert suit_after_no_decision(dt.date(2023, 12, 31)).source == "行政诉讼法第四十五条"
    assert suit_after_no_decision(NEW_YEAR).source == "行政诉讼法第四十五条、行政复议法第三十四条"


def test_silence_is_reckoned_from_the_day_the_reply_was_due() -> None:
    due = dt.date(2026, 3, 13)
    first, second = silence_deadlines(due)
    assert told(first) == (
        "reconsideration",
        "行政复议法第二十条第一款、行政复议法实施条例第十六条第一款第一项",
        dt.date(2026, 5, 12),
    )
    assert first.text == "自答复期限届满之日起60日内申请行政复议。"
    assert told(second) == ("suit_after", "行政诉讼法第四十五条", None)
    either = Conventions(silence_remedy=SilenceRemedy.EITHER)
    _, second = silence_deadlines(due, conventions=either)
    assert told(second) == ("suit", "法释〔2018〕1号第六十六条", dt.date(2026, 9, 14))
    assert second.rolled_from == dt.date(2026, 9, 13)
    assert second.text == "自答复期限届满之日起六个月内提起行政诉讼。"


def test_silence_before_2024_left_both_ways_open() -> None:
    first, second = silence_deadlines(dt.date(2023, 12, 31))
    assert first.source == "行政复议法（2017年修正）第九条第一款、行政复议法实施条例第十六条第一款第一项"
    assert told(second) == ("suit", "法释〔2018〕1号第六十六条", dt.date(2024, 7, 1))
    assert silence_deadlines(NEW_YEAR)[0].source.startswith("行政复议法第二十条第一款、")


def test_a_day_beyond_the_published_years_is_provisional_and_says_so() -> None:
    first, second = remedy_deadlines(dt.date(2026, 12, 1), EITHER)
    assert first.provisional
    assert second.provisional
    assert "暂定" in first.steps[-1].text
    assert not remedy_deadlines(dt.date(2026, 6, 1), EITHER)[0].provisional


# A place where 10 to 13 March 2026 and the days after 10 September are free, and what each period ends on there.
FESTIVAL = Calendar(
    local=(
        LocalHoliday(
            division="990000",
            off=(
                DaysOff("节", dt.date(2026, 3, 10), dt.date(2026, 3, 13)),
                DaysOff("节", dt.date(2026, 9, 10), dt.date(2026, 9, 11)),
            ),
            source="虚构",
        ),
    ),
    division="990000",
)
NEVER = Conventions(roll_over=RollOver.NEVER, silence_remedy=SilenceRemedy.EITHER)


@pytest.mark.parametrize(
    ("reckon", "national", "local"),
    [
        (lambda **more: remedy_deadlines(dt.date(2026, 1, 9), EITHER, **more)[0], "2026-03-10", "2026-03-16"),
        (lambda **more: remedy_deadlines(dt.date(2026, 3, 10), EITHER, **more)[1], "2026-09-10", "2026-09-14"),
        (
            lambda **more: remedy_deadlines(dt.date(2025, 3, 10), EITHER, told=False, **more)[0],
            "2026-03-10",
            "2026-03-16",
        ),
        (
            lambda **more: remedy_deadlines(dt.date(2025, 3, 10), EITHER, told=False, **more)[1],
            "2026-03-10",
            "2026-03-16",
        ),
        (lambda **more: suit_after_decision(dt.date(2026, 2, 23), **more), "2026-03-10", "2026-03-16"),
        (lambda **more: suit_after_decision(dt.date(2025, 3, 10), told=False, **more), "2026-03-10", "2026-03-16"),
        (lambda **more: suit_after_no_decision(dt.date(2026, 2, 23), **more), "2026-03-10", "2026-03-16"),
        (lambda **more: silence_deadlines(dt.date(2026, 1, 9), **more)[0], "2026-03-10", "2026-03-16"),
        (lambda **more: silence_deadlines(dt.date(2026, 3, 10), **more)[1], "2026-09-10", "2026-09-14"),
    ],
)
def test_a_local_holiday_moves_the_last_day_and_the_convention_keeps_it(reckon, national, local) -> None:
    either = Conventions(silence_remedy=SilenceRemedy.EITHER)
    found = [
        reckon(calendar=calendar, conventions=conventions).last.isoformat()
        for calendar, conventions in ((NATIONAL, either), (FESTIVAL, either), (FESTIVAL, NEVER))
    ]
    assert found == [national, local, national]


@given(st.dates(dt.date(2019, 5, 15), dt.date(2026, 6, 30)), st.sampled_from([FIRST, EITHER]), st.booleans())
def test_a_remedy_ends_on_a_working_day_and_not_before_its_length(served, remedy, was_told) -> None:
    for deadline in remedy_deadlines(served, remedy, told=was_told):
        if deadline.last is not None:
            assert NATIONAL.is_working(deadline.last)
            shortest = 60 if deadline.step is RECONSIDERATION and was_told else 180
            assert deadline.last >= served + dt.timedelta(days=shortest)


@given(st.dates(dt.date(2024, 1, 1), dt.date(2026, 6, 30)), st.sampled_from([FIRST, EITHER]))
def test_an_applicant_who_was_not_told_never_has_less_time(served, remedy) -> None:
    pairs = zip(remedy_deadlines(served, remedy), remedy_deadlines(served, remedy, told=False), strict=True)
    assert all(untold.last is None or untold.last > known.last for known, untold in pairs)


def test_every_step_has_its_words() -> None:
    assert {one.value: one.label for one in RemedyStep} == REMEDY_STEPS
