"""A letter in parts, a new reply that was ordered and an impossible end count as the conventions and doubts say."""

from __future__ import annotations

from gongkai.law.conventions import DEFAULT, AwaitingCorrection, Conventions, MixedRow, SplitRequest
from gongkai.law.counting.table_3 import Counting, counted
from gongkai.law.outcomes.outcome import Outcome
from gongkai.law.outcomes.rows import Reply
from gongkai.law.steps import Doubt, Step
from tests.law.counting.requests import codes, correction, day, history, part, reply, request, texts, where

O = Outcome  # noqa: E741  a short name for long tables
FORM_2021 = "国办公开办函〔2021〕30号"
WHEN_CORRECTED = Conventions(awaiting_correction_at_year_end=AwaitingCorrection.WHEN_CORRECTED)
ANEW = Conventions(counts_reopened_anew=True)
ONE_REQUEST = Conventions(split_request=SplitRequest.ONE_REQUEST)
ANEW_KEY = "counts_reopened_anew"
COLUMN = Step("申请人属于“自然人”，计入该列。", source=FORM_2021)

SPLIT = request("2025-11-20", part(reply("2025-12-18")), part(reply("2026-01-20", O.STATE_SECRET)))


def test_a_split_request_counts_by_parts_or_as_one() -> None:
    assert history(SPLIT, 2024, 2025, 2026, 2027) == ["-", "1>3.1 1>4", "2>3.3.1", "-"]
    assert history(SPLIT, 2024, 2025, 2026, 2027, chosen=ONE_REQUEST) == ["-", "1>4", "2>3.2", "-"]


def test_the_parts_of_a_split_request_are_told_by_their_number() -> None:
    counting = counted(SPLIT, 2025)
    each = "一份申请书拆分为2部分办理，按本地口径每一部分计一件。"
    assert counting.steps[0] == Step(each, None, "国办发〔2010〕5号", "split_request")
    assert texts(SPLIT, 2025)[1:] == [
        "第1部分：2025年11月20日收到申请，计入“一、本年新收政府信息公开申请数量”。",
        "第1部分：2025年12月18日办结。",
        "结果是“予以公开”，计入“（一）予以公开”。",
        "第2部分：2025年11月20日收到申请，计入“一、本年新收政府信息公开申请数量”。",
        "第2部分：2025年12月31日没有办结，计入“四、结转下年度继续办理”。",
        COLUMN.text,
    ]
    whole = counted(SPLIT, 2025, ONE_REQUEST).steps
    one = "一份申请书拆分为2部分办理，按本地口径计一件，各部分都办结后才算办结。"
    assert whole[0] == Step(one, None, "国办发〔2010〕5号", "split_request")
    assert [step.text for step in whole[1:3]] == [
        "2025年11月20日收到申请，计入“一、本年新收政府信息公开申请数量”。",
        "2025年12月31日没有办结，计入“四、结转下年度继续办理”。",
    ]


def test_as_one_request_a_split_one_ends_with_its_last_part_and_the_outcomes_of_all() -> None:
    first = Conventions(split_request=SplitRequest.ONE_REQUEST, mixed_row=MixedRow.FIRST_ITEM)
    assert where(SPLIT, 2026, first) == "2>3.1"
    turned = request("2025-11-20", *reversed(SPLIT.parts))
    assert history(turned, 2025, 2026, chosen=first) == ["1>4", "2>3.3.1"]
    assert texts(turned, 2026, first)[2] == "2026年1月20日办结。"


def test_a_split_request_waits_for_correction_while_all_its_parts_do() -> None:
    waiting = part(waits=(correction("2025-12-22"),))
    chosen = Conventions(
        split_request=SplitRequest.ONE_REQUEST,
        awaiting_correction_at_year_end=AwaitingCorrection.WHEN_CORRECTED,
    )
    assert where(request("2025-12-15", waiting, waiting), 2025, chosen) == "-"
    assert where(request("2025-12-15", waiting, part()), 2025, chosen) == "1>4"
    assert where(request("2025-12-15", waiting, part(reply("2025-12-30"))), 2025, chosen) == "1>4"
    assert where(request("2025-12-15", waiting, part()), 2025, WHEN_CORRECTED) == "1>4"


REOPENED = request(
    "2024-10-08",
    part(reply("2024-11-05", O.STATE_SECRET), reply("2026-01-08"), orders=("2025-12-09",)),
)


def test_a_new_reply_that_was_ordered_counts_not_again_or_as_a_new_request() -> None:
    years = (2023, 2024, 2025, 2026, 2027)
    assert history(REOPENED, *years) == ["-", "1>3.3.1", "-", "-", "-"]
    assert history(REOPENED, *years, chosen=ANEW) == ["-", "1>3.3.1", "1>4", "2>3.1", "-"]


def test_what_becomes_of_an_order_for_a_new_reply_is_told_in_its_year() -> None:
    ended = Step("2024年10月8日收到申请，2024年11月5日办结，不计入2025年。", day("2024-10-08"), FORM_2021)
    ordered = day("2025-12-09")
    told = "2025年12月9日收到责令重新答复的决定，按本地口径不再计，第一次的结果不变。"
    assert counted(REOPENED, 2025) == Counting((), (ended, Step(told, ordered, convention=ANEW_KEY)))
    assert len(counted(REOPENED, 2026).steps) == 1
    new = "2025年12月9日收到责令重新答复的决定，按本地口径再计一件，计入“一、本年新收政府信息公开申请数量”。"
    assert counted(REOPENED, 2025, ANEW).steps[:2] == (ended, Step(new, ordered, FORM_2021, ANEW_KEY))


def test_an_order_before_any_reply_opens_nothing_for_its_reply_is_the_first() -> None:
    silent = request("2024-10-08", part(reply("2025-04-08"), orders=("2025-03-10",)))
    for chosen in (DEFAULT, ANEW):
        assert history(silent, 2024, 2025, 2026, chosen=chosen) == ["1>4", "2>3.1", "-"]


def test_a_second_order_before_the_new_reply_opens_nothing_more() -> None:
    one = request("2024-10-08", part(reply("2024-11-05"), reply("2026-01-08"), orders=("2025-03-10", "2025-06-10")))
    assert history(one, 2024, 2025, 2026, chosen=ANEW) == ["1>3.1", "1>4", "2>3.1"]


def test_an_order_and_the_new_reply_may_come_on_one_day() -> None:
    one = request("2024-10-08", part(reply("2025-06-10"), reply("2024-11-05"), orders=("2025-06-10",)))
    assert history(one, 2024, 2025, chosen=ANEW) == ["1>3.1", "1>3.1"]
    assert codes(one, 2025) == []


def test_an_order_about_a_part_counts_besides_the_whole() -> None:
    parts = (part(reply("2024-11-05"), reply("2025-07-08"), orders=("2025-06-10",)), part(reply("2024-11-06")))
    chosen = Conventions(split_request=SplitRequest.ONE_REQUEST, counts_reopened_anew=True)
    one = request("2024-10-08", *parts)
    assert history(one, 2024, 2025, chosen=chosen) == ["1>3.1", "1>3.1"]
    assert history(one, 2024, 2025, chosen=ANEW) == ["1>3.1 1>3.1", "1>3.1"]
    assert history(one, 2024, 2025) == ["1>3.1 1>3.1", "-"]
    told = "第1部分：2025年6月10日收到责令重新答复的决定，按本地口径不再计，第一次的结果不变。"
    assert texts(one, 2025) == [
        "一份申请书拆分为2部分办理，按本地口径每一部分计一件。",
        "第1部分：2024年10月8日收到申请，2024年11月5日办结，不计入2025年。",
        told,
        "第2部分：2024年10月8日收到申请，2024年11月6日办结，不计入2025年。",
    ]


def test_an_order_about_the_first_part_leaves_the_second_its_count() -> None:
    first = part(reply("2025-03-03"), orders=("2025-06-10",))
    assert where(request("2025-02-10", first, part()), 2025) == "1>3.1 1>4"


def test_an_end_before_the_receipt_is_doubted_and_counted_on_the_day_of_receipt() -> None:
    one = request("2026-01-08", part(reply("2025-12-30")))
    assert history(one, 2025, 2026) == ["-", "1>3.1"]
    told = "2025年12月30日办结，早于收到申请之日2026年1月8日，按2026年1月8日办结计；请核对。"
    doubt = Doubt("counting.ended_before_receipt", told, day("2025-12-30"))
    assert counted(one, 2026).doubts == counted(one, 2025).doubts == (doubt,)
    assert counted(one, 2027).doubts == ()
    assert texts(one, 2026)[1] == "2026年1月8日办结。"
    assert codes(request("2026-01-08", part(reply("2026-01-08"))), 2026) == []


def test_an_order_before_the_receipt_begins_with_it() -> None:
    one = request("2026-01-08", part(reply("2025-10-09"), reply("2025-12-30"), orders=("2025-11-10",)))
    assert history(one, 2025, 2026, chosen=ANEW) == ["-", "1>3.1 1>3.1"]
    assert codes(one, 2026) == ["counting.ended_before_receipt"] * 2


def test_an_end_of_a_request_that_was_never_received_is_doubted() -> None:
    told = "2025年12月30日办结时，收到申请之日还没有确定，没有计入；请核对签收或者确认的日期。"
    doubt = Doubt("counting.ended_unreceived", told, day("2025-12-30"))
    one = request(None, part(reply("2025-12-30")))
    assert (where(one, 2025), counted(one, 2025).doubts) == ("-", (doubt,))
    assert counted(one, 2024).doubts == counted(one, 2026).doubts == ()
    assert codes(request(None, part(reply("2025-12-30", O.WITHDRAWN, O.GRANTED))), 2025) == [doubt.code]
    assert codes(request(None, part(reply("2025-12-30"), reply("2025-12-31"))), 2025) == [doubt.code] * 2


def test_an_end_without_outcome_is_doubted_and_carried_over_until_it_is_recorded() -> None:
    bare = Reply(day("2025-04-01"), ())
    one = request("2025-03-03", part(bare))
    assert history(one, 2025, 2026) == ["1>4", "2>4"]
    told = "2025年4月1日办结，没有登记办理结果，暂按没有办结计；请补登办理结果。"
    assert counted(one, 2026).doubts == (Doubt("counting.no_outcome", told, day("2025-04-01")),)
    assert codes(request(None, part(bare)), 2025) == ["counting.ended_unreceived"]


def test_a_second_end_without_an_order_is_doubted_and_not_counted() -> None:
    one = request("2025-03-03", part(reply("2026-02-03", O.STATE_SECRET), reply("2025-04-01")))
    assert history(one, 2025, 2026) == ["1>3.1", "-"]
    told = "已于2025年4月1日办结，此后没有责令重新答复，2026年2月3日的办结没有计入；请核对。"
    doubt = Doubt("counting.ended_twice", told, day("2026-02-03"))
    assert counted(one, 2025).doubts == counted(one, 2026).doubts == (doubt,)
