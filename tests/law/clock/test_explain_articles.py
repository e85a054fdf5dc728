"""Which article a line names, what it says of days that are past, late or not yet fixed (依据、逾期、暂定)."""

from __future__ import annotations

from typing import Any

import pytest

from gongkai.law.clock.explain import explain
from gongkai.law.events import AnyEvent, Channel, Service
from tests.law.clock.histories import at, clock, counter, day

RECEIVED = counter("2026-03-02")
FAX = at("2026-02-27", "submitted", channel=Channel.FAX)
FEE = [RECEIVED, at("2026-03-05", "fee_asked"), at("2026-03-06", "fee_notice_served")]
ASKED = [
    RECEIVED,
    at("2026-03-10", "correction_asked", days=10),
    at("2026-03-11", "correction_notice_served"),
]
ORDER_SOURCE = "行政复议法第六十四条、第六十六条；行政诉讼法第七十条、第七十二条"


def said(events: list[AnyEvent], today: str, **conventions: Any) -> list[str]:
    return [step.text for step in explain(clock(events, today, **conventions))]


@pytest.mark.parametrize(
    ("before", "source"),
    [
        ([], "条例第三十三条第二款"),
        ([ASKED[1], at("2026-03-16", "correction_received")], "条例第三十条、第三十三条第二款"),
        ([at("2026-03-06", "fee_asked"), at("2026-03-16", "fee_paid")], "国办函〔2020〕109号第七条"),
        ([at("2026-03-12", "answered"), at("2026-03-16", "reopened", days=20)], ORDER_SOURCE),
    ],
)
def test_a_period_is_told_with_its_own_article(before, source) -> None:
    def sources(start: str, today: str, *more: AnyEvent) -> list[str]:
        steps = explain(clock([RECEIVED, *before, *more], today))
        return [step.source for step in steps if step.text.startswith(start)]

    assert sources("到期日为", "2026-03-17") == [source]
    assert [one for one in sources("2026年3月", "2026-03-17") if one == source]
    assert sources("截至", "2026-06-01") == [source]
    assert sources("2026年3月18日，作出答复", "2026-03-18", at("2026-03-18", "answered")) == [source]
    assert sources("2026年6月1日，作出答复", "2026-06-01", at("2026-06-01", "answered")) == [source]


def test_a_period_that_was_extended_is_told_with_its_own_article() -> None:
    extended = at("2026-03-17", "extended", days=5)
    for before, source in (
        ([], "条例第三十三条第二款"),
        ([ASKED[1], at("2026-03-16", "correction_received")], "条例第三十条、第三十三条第二款"),
    ):
        steps = explain(clock([RECEIVED, *before, extended], "2026-03-18"))
        (step,) = [step for step in steps if step.text.startswith("到期日为")]
        assert step.text.endswith("即第25个工作日（原20个，延长5个）。")
        assert step.source == source


def test_the_time_that_an_applicant_let_pass_is_told() -> None:
    line = "补正期限已于2026年3月25日届满，申请人没有补正；无正当理由的，视为放弃申请，不再处理该申请。"
    assert line not in said(ASKED, "2026-03-25")
    assert said(ASKED, "2026-03-26")[-2:] == [line, "等待申请人补正，没有正在计算的答复期限。"]
    unpaid = "缴费期限已于2026年4月3日届满，申请人没有缴费，视为放弃申请，不再处理该申请。"
    assert unpaid not in said(FEE, "2026-04-03")
    assert unpaid in said(FEE, "2026-04-04")


def test_an_end_that_was_late_says_so() -> None:
    withdrawn = [RECEIVED, at("2026-04-01", "withdrawn")]
    assert said(withdrawn, "2026-04-02")[2:4] == [
        "2026年4月1日，申请人撤回申请，不再办理。",
        "办结时已超过到期日2026年3月30日，逾期2个工作日。",
    ]
    assert [one for one in said([RECEIVED, at("2026-03-30", "withdrawn")], "2026-04-02") if "逾期" in one] == []
    ordered = said([RECEIVED, at("2026-04-01", "reopened", days=20)], "2026-04-02")
    assert "此前的答复期限已于2026年3月30日届满，没有作出答复，到收到决定或者判决时已逾期2个工作日。" in ordered
    late = said([RECEIVED, at("2026-04-01", "answered")], "2026-04-02")
    assert len([one for one in late if "逾期" in one]) == 1


def test_a_reply_where_no_period_runs_is_not_said_to_be_in_time() -> None:
    waiting = said([*ASKED, at("2026-06-12", "answered", service=Service.POSTED)], "2026-06-12")
    assert waiting[-1] == "2026年6月12日，作出答复（邮寄送达），当时没有正在计算的答复期限。"
    unconfirmed = said([FAX, at("2026-03-12", "answered")], "2026-06-12")
    assert unconfirmed[-1] == "2026年3月12日，作出答复（送达方式未登记），当时没有正在计算的答复期限。"


def test_days_in_a_year_without_a_notice_are_marked_wherever_they_are_told() -> None:
    begins = said([counter("2026-12-21")], "2026-12-21")[1]
    assert begins.endswith("期间不暂停、不延长的，2027年1月19日（暂定）届满。")
    asked = [counter("2026-12-10"), at("2026-12-17", "correction_asked", days=15)]
    served = said([*asked, at("2026-12-18", "correction_notice_served")], "2026-12-20")
    assert "2026年12月18日，补正告知书送达申请人，最晚2027年1月11日（暂定）补正。" in served
    # Due on Friday 18 December 2026; the last days of the year may still be moved by the notice of the next.
    late = [counter("2026-11-20")]
    assert said(late, "2026-12-21")[-1] == "截至2026年12月21日，已逾期1个工作日。"
    assert said(late, "2027-01-05")[-1].endswith("个工作日（暂定）。")
    replied = said([*late, at("2027-01-05", "answered")], "2027-01-05")
    assert [one for one in replied if "超过到期日2026年12月18日，逾期" in one and one.endswith("（暂定）。")]
    assert [one for one in said([*late, at("2027-01-05", "withdrawn")], "2027-01-05") if one.endswith("（暂定）。")]


def test_a_period_that_a_delay_set_is_over_by_article_35() -> None:
    reasons = [at("2026-03-03", "reason_asked", days=5), at("2026-03-04", "reason_given")]
    events = [RECEIVED, *reasons, at("2026-03-09", "delay_set", until=day("2026-04-15"))]
    (step,) = [step for step in explain(clock(events, "2026-04-16")) if "已逾期" in step.text]
    assert (step.text, step.source) == ("截至2026年4月16日，已逾期1个工作日。", "条例第三十五条")


def test_on_the_day_it_came_no_working_day_has_passed_without_confirmation() -> None:
    line = "截至2026年2月27日尚未与申请人确认，收到申请之日不能确定，答复期限尚未起算。"
    assert said([FAX], "2026-02-27")[-1] == line
    assert "已满1个工作日" in said([FAX], "2026-02-28")[-1]


def test_a_date_in_a_year_without_a_notice_is_said_to_be_provisional() -> None:
    found = explain(clock([counter("2026-12-21")], "2026-12-21"))
    assert [step.text for step in found][-2] == (
        "到期日是暂定的：2027年的放假安排还没有公布，目前只扣除周休息日和法定节假日。"
    )
