"""A letter's days held against the calendar; every day here is reckoned by hand from the notice for 2026.

Off on weekdays: 6 April, 1, 4 and 5 May; worked on a Saturday: 9 May.
"""

from __future__ import annotations

import datetime as dt

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.law.calendar.days import Calendar
from gongkai.law.calendar.notices import DaysOff, LocalHoliday
from gongkai.law.conventions import DEFAULT, ExtensionAfterRestart, LateCorrectionNotice
from gongkai.law.documents import Document
from gongkai.law.outcomes.outcome import Outcome
from gongkai.letters import Answer, Wordings, compose, compose_reply
from gongkai.letters.catalogue import LETTERS
from gongkai.letters.compose import Composed
from gongkai.letters.examples import example_reply, example_values

CHECK = "；有征求意见、等待缴费等不计入期限的时间，或者责令重新答复的，请核对。"
LATE = f"{CHECK}没有的，已经逾期。"
RESTARTING = msgspec.structs.replace(DEFAULT, late_correction_notice=LateCorrectionNotice.RESTART)
ANEW, AS_BEFORE = "答复期限自本机关收到补正的申请之日起计算", "答复期限仍自收到申请之日起计算"
DAYS = st.dates(dt.date(1949, 1, 1), dt.date(2099, 12, 31))


def of(document: Document, **more: object) -> Composed:
    return compose(document, {**example_values(document), **more})


def reply(outcome: Outcome, conventions=DEFAULT, **more: object) -> Composed:
    answers, values = example_reply(outcome)
    own = [Answer(answers[0].item, {**answers[0].values, **more})]
    return compose_reply(own, {**values, **more}, conventions=conventions)


def told(composed: Composed) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    problems, remarks = ([(one.code, one.text) for one in some] for some in (composed.problems, composed.remarks))
    return problems, remarks


def text_of(composed: Composed) -> str:
    return "\n".join(getattr(block, "text", "") for block in composed.manuscript.blocks)


@pytest.mark.parametrize(
    ("new_due", "written"),
    [("2026-05-20", "2026年5月20日"), ("2026-04-29", "2026年4月29日"), ("2026-04-27", "2026年4月27日")],
)
def test_an_extension_ends_so_many_working_days_after_the_first_period(new_due: str, written: str) -> None:
    composed = of(Document.L05, 延长后的期限=new_due)
    text = f"“延长后的期限”写的是{written}，自2026年3月30日起延长20个工作日应为2026年4月28日。"
    assert told(composed) == ([("period.extension", text)], [])
    assert composed.problems[0].source == "条例第三十三条第二款"
    assert composed.problems[0].on == dt.date.fromisoformat(new_due)
    assert not composed.is_whole


def test_an_extension_may_be_shorter() -> None:
    # 31 March, 1 to 3, 7 to 10 and 13 and 14 April.
    assert told(of(Document.L05, 延长天数=10, 延长后的期限="2026-04-14")) == ([], [])
    [(code, text)], _ = told(of(Document.L05, 延长天数=10, 延长后的期限="2026-04-28"))
    assert code == "period.extension"
    assert text.endswith("，自2026年3月30日起延长10个工作日应为2026年4月14日。")


def test_an_extension_of_a_period_that_is_not_told_is_reckoned_from_the_receipt() -> None:
    assert told(of(Document.L05, 答复期限=None)) == ([], [])
    text = f"“延长后的期限”写的是2026年4月29日，收到申请之日（2026年3月2日）起第40个工作日是2026年4月28日{CHECK}"
    assert told(of(Document.L05, 答复期限=None, 延长后的期限="2026-04-29")) == ([], [("period.extension", text)])
    assert told(of(Document.L05, 答复期限=None, 收到日期=None, 延长后的期限="2026-04-29")) == ([], [])


def test_a_delay_of_article_35_is_of_any_length() -> None:
    assert told(of(Document.L05, 延期情形="延迟答复", 延长后的期限="2026-05-20")) == ([], [])


def test_what_rests_on_holidays_that_nobody_has_fixed_is_only_remarked() -> None:
    # 28 to 31 December; 1 January 2027 is a Friday; 4 to 8, 11 to 15, 18 to 22 and 25 January.
    days = {
        "收到日期": "2026-11-27",
        "答复期限": "2026-12-25",
        "成文日期": "2026-12-24",
        "延期审批日期": "2026-12-24",
    }
    assert told(of(Document.L05, **days, 延长后的期限="2027-01-25")) == ([], [])
    text = (
        "“延长后的期限”写的是2027年1月26日，自2026年12月25日起延长20个工作日应为2027年1月25日。"
        "其中有放假安排尚未公布的日子，这一日期是暂定的。"
    )
    composed = of(Document.L05, **days, 延长后的期限="2027-01-26")
    assert told(composed) == ([], [("period.extension", text)])
    assert composed.is_whole


@pytest.mark.parametrize("due", ["2026-03-05", "2026-03-27", "2026-03-31"])
def test_a_receipt_promises_the_reply_by_the_twentieth_working_day(due: str) -> None:
    day = dt.date.fromisoformat(due)
    text = f"“答复期限”写的是2026年3月{day.day}日，收到申请之日（2026年3月2日）起第20个工作日是2026年3月30日{CHECK}"
    composed = of(Document.L02, 答复期限=due)
    assert told(composed) == ([], [("period.due", text)])
    assert (composed.remarks[0].on, composed.remarks[0].source) == (day, "条例第三十三条第二款")
    assert told(of(Document.L01, 答复期限=due)) == ([], [("period.due", text)])
    assert told(of(Document.L02, 答复期限="2026-03-30")) == ([], [])


def test_a_consultation_may_have_put_off_the_day_that_a_reply_is_due() -> None:
    # 13 to 17, 20 to 24 and 27 to 30 April, 6 to 9, 11 and 12 May.
    later = {"答复期限": "2026-04-10", "延长后的期限": "2026-05-12"}
    assert [code for code, _ in told(of(Document.L05, **later))[1]] == ["period.due"]
    assert told(of(Document.L05, **later, 征求意见日期="2026-03-06")) == ([], [])
    earlier = {"答复期限": "2026-03-27", "延长后的期限": "2026-04-27", "征求意见日期": "2026-03-06"}
    assert [code for code, _ in told(of(Document.L05, **earlier))[1]] == ["period.due"]


def test_an_extension_is_told_within_the_period_that_nobody_wrote_down() -> None:
    days = {"答复期限": None, "延期审批日期": "2026-03-26"}
    assert told(of(Document.L05, **days, 成文日期="2026-03-30")) == ([], [])
    text = f"成文日期2026年3月31日晚于收到申请之日（2026年3月2日）起第20个工作日（2026年3月30日）{LATE}"
    composed = of(Document.L05, **days, 成文日期="2026-03-31")
    assert told(composed) == ([], [("date.extension_late", text)])
    assert composed.remarks[0].source == "条例第三十三条第二款、第三款"


def test_a_correction_is_asked_for_by_the_seventh_working_day() -> None:
    in_time = of(Document.L03, 成文日期="2026-03-11")
    assert told(in_time) == ([], [])
    assert ANEW in text_of(in_time)
    late = of(Document.L03, 成文日期="2026-03-12")
    text = (
        "成文日期2026年3月12日晚于收到申请之日（2026年3月2日）起第7个工作日（2026年3月11日），告知补正已经逾期。"
        "按本地口径（late_correction_notice），答复期限不重新计算，仍自收到申请之日起计算。"
    )
    assert told(late) == ([], [("date.correction_late", text)])
    assert (late.remarks[0].on, late.remarks[0].source) == (dt.date(2026, 3, 12), "条例第三十条")
    assert late.is_whole
    assert ANEW not in text_of(late)
    assert f"。{AS_BEFORE}。" in text_of(late)


@pytest.mark.parametrize(
    ("date", "effect", "words"),
    [
        ("2026-03-30", "按本地口径（late_correction_notice），答复期限仍自收到补正之日起重新计算。", ANEW),
        ("2026-03-31", "答复期限已经届满，收到补正之后不重新计算。", AS_BEFORE),
    ],
)
def test_a_late_notice_restarts_a_running_period_where_the_convention_says_so(
    date: str, effect: str, words: str
) -> None:
    late = compose(Document.L03, {**example_values(Document.L03), "成文日期": date}, conventions=RESTARTING)
    [(_, text)] = told(late)[1]
    assert text.endswith(f"告知补正已经逾期。{effect}")
    assert words in text_of(late)


def test_a_notice_of_unknown_lateness_says_what_the_law_says() -> None:
    for name in ("收到日期", "成文日期"):
        composed = of(Document.L03, **{"成文日期": "2026-03-20", name: None})
        assert ANEW in text_of(composed)
        assert composed.remarks == ()


def test_an_office_that_leaves_out_what_becomes_of_the_period_is_told_in_either_case() -> None:
    text = LETTERS[Document.L03].text.replace("{重新起算}。", "")
    lost = Wordings(letters={Document.L03: text})
    for date in ("2026-03-11", "2026-03-12"):
        values = {**example_values(Document.L03), "成文日期": date}
        assert [one.element.value for one in compose(Document.L03, values, wordings=lost).missing] == ["restart"]


def test_a_request_is_not_given_up_before_the_time_to_pay_is_over() -> None:
    # The notice came on 12 March: 13, 16 to 20, 23 to 27, 30 and 31 March, 1 to 3 and 7 to 10 April.
    assert told(reply(Outcome.FEE_UNPAID)) == ([], [])
    early = reply(Outcome.FEE_UNPAID, 缴费期限届满日="2026-03-18", 成文日期="2026-03-20")
    text = (
        "“缴费期限届满日”（2026年3月18日）早于收到收费通知之日（2026年3月12日）起第20个工作日（2026年4月10日），"
        "还不能视为放弃。"
    )
    assert told(early) == ([("period.payment", text)], [])
    assert (early.problems[0].on, early.problems[0].source) == (dt.date(2026, 3, 18), "国办函〔2020〕109号第七条")
    assert [code for code, _ in told(reply(Outcome.FEE_UNPAID, 缴费期限届满日="2026-04-09"))[0]] == [
        "period.payment"
    ]


def test_a_request_is_not_given_up_before_the_time_to_correct_it_is_over() -> None:
    # The notice came on 6 March: 9 to 13 and 16 to 20 March are ten working days.
    assert told(reply(Outcome.NOT_CORRECTED, 补正天数=10)) == ([], [])
    early = reply(Outcome.NOT_CORRECTED, 补正天数=11)
    text = (
        "“补正期限届满日”（2026年3月20日）早于收到补正告知书之日（2026年3月6日）起第11个工作日（2026年3月23日），"
        "还不能视为放弃。"
    )
    assert told(early) == ([("period.correction", text)], [])
    assert (early.problems[0].on, early.problems[0].source) == (dt.date(2026, 3, 20), "条例第三十条")
    [(code, _)] = told(reply(Outcome.NOT_CORRECTED, 成文日期="2026-03-20"))[0]
    assert code == "date.order"


def test_days_that_an_answer_does_not_tell_are_not_held_against_it() -> None:
    unpaid = {"收费通知书收到日期": "2026-03-12", "缴费期限届满日": "2026-03-18"}
    uncorrected = {"补正告知书收到日期": "2026-03-06", "补正期限届满日": "2026-03-09", "补正天数": 10}
    assert told(reply(Outcome.GRANTED, **unpaid, **uncorrected)) == ([], [])
    assert told(of(Document.L03, 延长天数=20, 延长后的期限="2026-09-01", 答复期限="2026-03-30")) == ([], [])


def late(since: str, days: int, last: str, date: str) -> list[tuple[str, str]]:
    return [("date.reply_late", f"成文日期{date}晚于{since}起第{days}个工作日（{last}）{LATE}")]


def test_a_reply_after_the_twentieth_working_day_is_remarked() -> None:
    assert told(reply(Outcome.GRANTED, 成文日期="2026-03-30")) == ([], [])
    composed = reply(Outcome.GRANTED, 成文日期="2026-03-31")
    received = "收到申请之日（2026年3月2日）"
    assert told(composed) == ([], late(received, 20, "2026年3月30日", "2026年3月31日"))
    assert composed.is_whole
    # 6, 9 to 13, 16 to 20, 23 to 27, 30 and 31 March, 1 and 2 April.
    trial = reply(Outcome.GRANTED, 收到日期="2026-03-05", 成文日期="2026-06-30")
    assert told(trial)[1] == late("收到申请之日（2026年3月5日）", 20, "2026年4月2日", "2026年6月30日")


def test_a_reply_may_use_an_extension_that_was_told() -> None:
    extended, received = {"延期告知日期": "2026-03-26"}, "收到申请之日（2026年3月2日）"
    assert told(reply(Outcome.GRANTED, **extended, 成文日期="2026-04-28")) == ([], [])
    composed = reply(Outcome.GRANTED, **extended, 成文日期="2026-04-29")
    assert told(composed)[1] == late(received, 40, "2026年4月28日", "2026年4月29日")
    assert told(reply(Outcome.GRANTED, **extended, 延长天数=10, 成文日期="2026-04-14")) == ([], [])
    composed = reply(Outcome.GRANTED, **extended, 延长天数=10, 成文日期="2026-04-15")
    assert told(composed)[1] == late(received, 30, "2026年4月14日", "2026年4月15日")


def test_an_extension_told_before_a_correction_goes_with_the_old_period() -> None:
    """Twenty working days after 13 March end on 13 April (the 6th is off), thirty on the 27th."""
    corrected = {"补正告知日期": "2026-03-09", "收到补正日期": "2026-03-13", "延长天数": 10}
    since, kept = "收到补正之日（2026年3月13日）", ExtensionAfterRestart.KEPT
    before = {**corrected, "延期告知日期": "2026-03-12"}
    keeping = msgspec.structs.replace(DEFAULT, extension_after_restart=kept)
    assert told(reply(Outcome.GRANTED, **before, 成文日期="2026-04-13")) == ([], [])
    composed = reply(Outcome.GRANTED, **before, 成文日期="2026-04-14")
    assert told(composed)[1] == late(since, 20, "2026年4月13日", "2026年4月14日")
    assert told(reply(Outcome.GRANTED, keeping, **before, 成文日期="2026-04-27")) == ([], [])
    for in_the_new in ("2026-03-13", "2026-03-26"):
        values = {**corrected, "延期告知日期": in_the_new}
        assert told(reply(Outcome.GRANTED, **values, 成文日期="2026-04-27")) == ([], [])
        composed = reply(Outcome.GRANTED, **values, 成文日期="2026-04-28")
        assert told(composed)[1] == late(since, 30, "2026年4月27日", "2026年4月28日")


def test_a_reply_whose_due_day_is_known_is_held_to_that_day() -> None:
    assert told(reply(Outcome.GRANTED, 答复期限="2026-06-30", 成文日期="2026-06-30")) == ([], [])
    assert told(reply(Outcome.GRANTED, 延长后的期限="2026-06-30", 成文日期="2026-06-30")) == ([], [])
    [(code, _)] = told(reply(Outcome.GRANTED, 答复期限="2026-06-30", 成文日期="2026-07-01"))[1]
    assert code == "date.late"


@pytest.mark.parametrize(
    ("asked", "conventions", "since"),
    [
        ("2026-03-11", DEFAULT, "2026-03-13"),
        ("2026-03-12", DEFAULT, None),
        ("2026-03-12", RESTARTING, "2026-03-13"),
    ],
)
def test_a_reply_to_a_corrected_request_has_the_whole_period_again(asked: str, conventions, since) -> None:
    days = {"补正告知日期": asked, "收到补正日期": "2026-03-13"}
    # 16 to 20, 23 to 27, 30 and 31 March, 1 to 3, 7 to 10 and 13 April.
    composed = reply(Outcome.GRANTED, conventions, **days, 成文日期="2026-04-13")
    received = late("收到申请之日（2026年3月2日）", 20, "2026年3月30日", "2026年4月13日")
    assert told(composed)[1] == ([] if since else received)
    composed = reply(Outcome.GRANTED, conventions, **days, 成文日期="2026-04-14")
    corrected = late("收到补正之日（2026年3月13日）", 20, "2026年4月13日", "2026年4月14日")
    assert [one for one in told(composed)[1] if one in corrected] == (corrected if since else [])
    assert len(composed.remarks) == 1


def test_a_correction_that_only_one_answer_tells_of_counts_for_the_letter() -> None:
    answers, values = example_reply(Outcome.GRANTED, Outcome.STILL_UNCLEAR)
    dated = {**values, "成文日期": "2026-04-10"}
    assert told(compose_reply(answers, dated)) == ([], [])
    remarks = told(compose_reply(answers, {**dated, "成文日期": "2026-04-13"}))[1]
    assert remarks == late("收到补正之日（2026年3月12日）", 20, "2026年4月10日", "2026年4月13日")


def test_a_reply_that_gives_up_one_item_waited_for_it() -> None:
    answers, values = example_reply(Outcome.GRANTED, Outcome.FEE_UNPAID)
    assert told(compose_reply(answers, values)) == ([], [])


def test_the_calendar_of_the_place_decides() -> None:
    off = (DaysOff(name="萤火节", first=dt.date(2026, 3, 4), last=dt.date(2026, 3, 4)),)
    holiday = LocalHoliday(division="459900", source="虚构的通知", off=off)
    local = Calendar(local=(holiday,), division="459900")
    [remark] = compose(Document.L02, example_values(Document.L02), calendar=local).remarks
    assert "第20个工作日是2026年3月31日" in remark.text
    answers, values = example_reply(Outcome.GRANTED)
    dated = {**values, "成文日期": "2026-03-31"}
    assert compose_reply(answers, dated, calendar=local).remarks == ()
    assert [one.code for one in compose_reply(answers, dated).remarks] == ["date.reply_late"]


def test_days_that_no_calendar_has_are_told() -> None:
    days = {"提交日期": "2003-03-01", "收到日期": "2003-03-03", "答复期限": "2003-03-31", "成文日期": "2003-03-03"}
    text = "没有2003年的工作日历，只能计算2004年至2099年的工作日，没有核对这份文书的期限。"
    assert told(of(Document.L02, **days)) == ([], [("calendar.none", text)])
    late_notice = of(
        Document.L03, 提交日期=None, 收到日期="2003-03-03", 成文日期="2003-06-03", 文号="砚补〔2003〕1号"
    )
    assert told(late_notice) == ([], [("calendar.none", text)])
    assert ANEW in text_of(late_notice)


@given(DAYS, DAYS, DAYS, DAYS)
def test_any_days_make_a_letter(received: dt.date, due: dt.date, new_due: dt.date, date: dt.date) -> None:
    days = {"收到日期": received, "答复期限": due, "延长后的期限": new_due, "成文日期": date}
    for document in (Document.L02, Document.L03, Document.L05):
        composed = of(document, **days)
        assert {one.text[-1] for one in (*composed.problems, *composed.remarks)} <= {"。"}
