"""How a clock came to its dates, line by line (时限说明)."""

from __future__ import annotations

from typing import Any

import pytest

from gongkai.law.calendar.days import Calendar
from gongkai.law.calendar.notices import DaysOff, LocalHoliday
from gongkai.law.clock.effects import Effect
from gongkai.law.clock.explain import explain
from gongkai.law.clock.reckon import reckon
from gongkai.law.clock.words.steps import EFFECTS
from gongkai.law.convention_words import CONVENTIONS
from gongkai.law.events import AnyEvent, Channel, Party, Service
from tests.law.clock.histories import asked_organ, at, clock, counter, day, delivered, opinion, sent

RECEIVED = counter("2026-03-02")
BEGINS = "2026年3月2日当天不计，自次日起计算20个工作日；期间不暂停、不延长的，2026年3月30日届满。"
COUNTER = "2026年3月2日，申请人当面提交申请，提交之日为收到申请之日。"


def said(events: list[AnyEvent], today: str, **conventions: Any) -> list[str]:
    return [step.text for step in explain(clock(events, today, **conventions))]


def chosen_line(key: str, value: str) -> str:
    told = CONVENTIONS[key]
    return f"本机关口径（{told.question.removesuffix('？')}）：{told.values.get(value, value)}。"


def test_a_request_before_the_spring_festival_of_2025() -> None:
    found = explain(clock([counter("2025-01-13")], "2025-01-20"))
    assert [(step.text, step.source) for step in found] == [
        ("2025年1月13日，申请人当面提交申请，提交之日为收到申请之日。", "条例第三十一条第一项"),
        (
            "2025年1月13日当天不计，自次日起计算20个工作日；期间不暂停、不延长的，2025年2月14日届满。",
            "条例第三十三条第二款",
        ),
        ("其间放假：春节2025年1月28日至2025年2月4日。", "国办发明电〔2024〕12号"),
        (
            "其间周末调休上班，计入工作日：2025年1月26日（星期日）、2025年2月8日（星期六）。",
            "国办发明电〔2024〕12号",
        ),
        ("到期日为2025年2月14日，即第20个工作日。", "条例第三十三条第二款"),
        ("截至2025年1月20日，已用5个工作日，还剩15个工作日。", ""),
    ]
    assert [step.on for step in found] == [day("2025-01-13"), day("2025-01-13"), None, None, None, None]


def test_a_third_party_that_says_nothing() -> None:
    events = [RECEIVED, sent("2026-03-06"), delivered("2026-03-09")]
    found = explain(clock(events, "2026-04-01"))
    assert [step.text for step in found] == [
        COUNTER,
        BEGINS,
        "2026年3月6日，书面征求第三方意见（甲公司），所需时间不计入答复期限。",
        "2026年3月9日，征求意见书（甲公司）送达，最晚2026年3月30日提出意见。",
        "2026年3月30日，第三方（甲公司）逾期未提出意见，由行政机关依照条例的规定决定是否公开。",
        "2026年3月7日至2026年3月30日不计入答复期限（征求意见），其中16个工作日。",
        "其间放假：清明节2026年4月4日至2026年4月6日。",
        "到期日为2026年4月22日，即第20个工作日。",
        "截至2026年4月1日，已用6个工作日，还剩14个工作日。",
    ]
    assert [(step.on and str(step.on), step.convention) for step in found[2:6]] == [
        ("2026-03-06", "pause_starts"),
        ("2026-03-09", ""),
        ("2026-03-30", "pause_ends"),
        (None, ""),
    ]


def test_a_co_producer_that_says_nothing_agrees() -> None:
    events = [RECEIVED, sent("2026-03-06", "丙厅", Party.CO_PRODUCER), delivered("2026-03-09", "丙厅")]
    silence = "2026年3月30日，共同制作机关（丙厅）逾期未提出意见，视为同意公开。"
    assert silence in said(events, "2026-03-31")
    assert silence not in said(events, "2026-03-30")
    assert silence in said([*events, opinion("2026-03-31", "丙厅")], "2026-04-01")
    assert silence not in said([*events, opinion("2026-03-30", "丙厅")], "2026-04-01")
    assert silence not in said([*events, at("2026-03-30", "answered")], "2026-04-01")
    assert silence not in said([RECEIVED, events[1]], "2026-04-10")


def test_what_is_not_over_is_said_to_be_expected() -> None:
    events = [
        RECEIVED,
        sent("2026-03-04", "甲公司"),
        delivered("2026-03-05", "甲公司"),
        sent("2026-03-05", "丙厅", Party.CO_PRODUCER),
        sent("2026-03-06", "乙局", Party.OTHER_ORGAN),
    ]
    assert said(events, "2026-03-10")[-8:] == [
        "甲公司的意见还没有收到，暂按到2026年3月26日期满推算。",
        "征求意见书（丙厅）没有登记送达，暂按2026年3月5日发出当日送达推算，期满之日为2026年3月26日。",
        "其他机关（乙局）还没有答复，暂按不计入的时间到2026年3月10日为止推算。",
        "2026年3月5日至2026年3月26日不计入答复期限（征求意见），其中16个工作日。",
        "其间放假：清明节2026年4月4日至2026年4月6日。",
        "到期日为2026年4月22日，即第20个工作日。",
        "到期日是预计的：不计入的时间还没有结束，结束之后才能确定。",
        "截至2026年3月10日，已用2个工作日，还剩18个工作日。",
    ]


def test_a_letter_whose_delivery_starts_the_pause_is_waited_for() -> None:
    found = said([RECEIVED, sent("2026-03-06")], "2026-03-10", pause_starts="day_after_delivery")
    assert found[-3:] == [
        "到期日为2026年3月30日，即第20个工作日。",
        "截至2026年3月10日，已用6个工作日，还剩14个工作日。",
        chosen_line("pause_starts", "day_after_delivery"),
    ]
    assert "征求意见书（甲公司）没有登记送达，答复期限照常计算。" in found
    waiting = clock([RECEIVED, sent("2026-03-06")], "2026-03-10", pause_starts="day_after_delivery")
    assert not waiting.is_expected


def test_what_can_no_longer_pause_is_not_assumed_to() -> None:
    assert [line for line in said([RECEIVED, sent("2026-03-30")], "2026-03-30") if "暂按" in line] == []
    late = said([RECEIVED, sent("2026-03-31", "乙局", Party.OTHER_ORGAN)], "2026-04-01")
    assert late[2:] == [
        "2026年3月31日，征求意见（乙局），到期日不变。",
        "到期日为2026年3月30日，即第20个工作日。",
        "截至2026年4月1日，已逾期2个工作日。",
    ]


def test_reasons_that_pause_are_awaited() -> None:
    events = [RECEIVED, at("2026-03-05", "reason_asked", days=5)]
    found = said(events, "2026-03-10", reasons_pause_clock=True)
    assert found[2:5] == [
        "2026年3月5日，要求申请人说明理由（最晚2026年3月12日），所需时间不计入答复期限。",
        "申请人还没有说明理由，暂按到2026年3月12日期满推算。",
        "2026年3月6日至2026年3月12日不计入答复期限（说明理由），其中5个工作日。",
    ]
    assert found[-1] == chosen_line("reasons_pause_clock", "true")
    given = said([*events, at("2026-03-09", "reason_given")], "2026-03-10", reasons_pause_clock=True)
    assert [line for line in given if "暂按" in line] == []
    source = [one.source for one in explain(clock(events, "2026-03-10", reasons_pause_clock=True))]
    assert source[4] == "条例第三十五条"


def test_a_correction_line_by_line() -> None:
    events = [
        RECEIVED,
        at("2026-03-10", "correction_asked", days=10),
        at("2026-03-11", "correction_notice_served"),
        at("2026-03-18", "correction_received"),
    ]
    asked = (
        "2026年3月10日，一次性告知申请人补正（最晚2026年3月11日告知），"
        "补正期限10个工作日；收到补正之后重新计算答复期限。"
    )
    served = "2026年3月11日，补正告知书送达申请人，最晚2026年3月25日补正。"
    assert said(events[:3], "2026-03-12") == [
        COUNTER,
        BEGINS,
        asked,
        served,
        "等待申请人补正，没有正在计算的答复期限。",
    ]
    assert said(events, "2026-03-19")[2:6] == [
        asked,
        served,
        "2026年3月18日，收到补正，答复期限自次日起重新计算。",
        "2026年3月18日当天不计，自次日起计算20个工作日；期间不暂停、不延长的，2026年4月16日届满。",
    ]


def test_an_extension_and_a_payment_line_by_line() -> None:
    events = [
        RECEIVED,
        at("2026-03-05", "extended", days=5),
        at("2026-03-06", "fee_asked"),
        at("2026-03-09", "fee_notice_served"),
        at("2026-03-18", "fee_paid"),
        at("2026-04-24", "answered", service=Service.POSTED),
        at("2026-04-27", "served"),
    ]
    assert said(events[:4], "2026-03-12")[-1] == "等待申请人缴费，没有正在计算的答复期限。"
    assert said(events, "2026-05-01")[2:] == [
        "2026年3月5日，经工作机构负责人同意并告知申请人，答复期限延长5个工作日。",
        "2026年3月6日，发出收费通知；缴费之前的时间不计入答复期限。",
        "2026年3月9日，收费通知送达申请人，最晚2026年4月7日缴费。",
        "2026年3月18日，申请人缴费完成，答复期限自次日起重新计算。",
        "2026年3月18日当天不计，自次日起计算20个工作日；期间不暂停、不延长的，2026年4月16日届满。",
        "此前延长的5个工作日属于原期限，重新计算后不再计入。",
        "2026年4月24日，作出答复（邮寄送达），超过到期日2026年4月16日，逾期6个工作日。",
        "2026年4月27日，送达申请人，申请复议、提起诉讼的期限自此起算。",
        "其间放假：清明节2026年4月4日至2026年4月6日。",
        "到期日为2026年4月16日，即第20个工作日。",
    ]
    kept = said(events, "2026-05-01", extension_after_restart="kept")
    assert kept[6:9] == [
        "2026年3月18日当天不计，自次日起计算25个工作日；期间不暂停、不延长的，2026年4月23日届满。",
        "此前延长的5个工作日仍然计入。",
        "2026年4月24日，作出答复（邮寄送达），超过到期日2026年4月23日，逾期1个工作日。",
    ]
    assert kept[-2:] == [
        "到期日为2026年4月23日，即第25个工作日（原20个，延长5个）。",
        chosen_line("extension_after_restart", "kept"),
    ]
    resumed = said(events[:5], "2026-03-19", after_payment="resume")
    assert resumed[5:7] == [
        "2026年3月18日，申请人缴费完成，答复期限自次日起继续计算。",
        "2026年3月7日至2026年3月18日不计入答复期限（等待缴费），其中8个工作日。",
    ]
    assert resumed[-1] == chosen_line("after_payment", "resume")


def test_a_delay_line_by_line() -> None:
    reasons = [at("2026-03-05", "reason_asked", days=5), at("2026-03-09", "reason_given")]
    rolled = said([RECEIVED, *reasons, at("2026-03-10", "delay_set", until=day("2026-05-16"))], "2026-03-11")
    assert rolled[2:5] == [
        "2026年3月5日，要求申请人说明理由（最晚2026年3月12日），答复期限照常计算。",
        "2026年3月9日，申请人说明理由。",
        "2026年3月10日，确定延迟答复的期限为2026年5月16日，当天不上班，顺延至2026年5月18日。",
    ]
    assert rolled[-2:] == [
        "到期日为2026年5月18日：延迟答复的期限晚于按工作日计算的到期日。",
        "截至2026年3月11日，已用7个工作日，还剩45个工作日。",
    ]
    plain = said([RECEIVED, *reasons, at("2026-03-10", "delay_set", until=day("2026-05-18"))], "2026-03-11")
    assert plain[4] == "2026年3月10日，确定延迟答复的期限为2026年5月18日。"


def test_an_order_for_a_new_reply_line_by_line() -> None:
    events = [
        RECEIVED,
        at("2026-03-12", "answered"),
        at("2026-06-01", "reopened", days=10),
        sent("2026-06-03", "乙局", Party.OTHER_ORGAN),
    ]
    assert said(events, "2026-06-04")[2:] == [
        "2026年3月12日，作出答复（送达方式未登记），在期限内。",
        "2026年6月1日，收到责令重新答复的决定或者判决，应当在10个工作日内答复。",
        "2026年6月1日当天不计，自次日起计算10个工作日；期间不暂停、不延长的，2026年6月15日届满。",
        "2026年6月3日，征求意见（乙局），到期日不变。",
        "到期日为2026年6月15日，即第10个工作日。",
        "截至2026年6月4日，已用3个工作日，还剩7个工作日。",
    ]


def test_an_unconfirmed_request_says_since_when() -> None:
    internet = at("2026-03-06", "submitted", channel=Channel.INTERNET)
    found = explain(clock([internet], "2026-03-10", confirmation_alarm_days=2))
    assert [(step.text, step.convention) for step in found] == [
        ("2026年3月6日，申请人以互联网方式提交申请。", ""),
        (
            "截至2026年3月10日已满2个工作日尚未与申请人确认，收到申请之日不能确定，答复期限尚未起算。",
            "confirmation_alarm_days",
        ),
        (chosen_line("confirmation_alarm_days", "2个工作日"), "confirmation_alarm_days"),
    ]
    assert said([], "2026-03-10") == ["还没有收到申请的记录，没有到期日。"]


# An event that had each effect, and its line.
LETTER = at("2026-02-27", "submitted", channel=Channel.SIGNED_MAIL)
OTHERS = at("2026-02-27", "submitted", channel=Channel.SIGNED_MAIL, to_another=True)
PLAIN = at("2026-02-27", "submitted", channel=Channel.PLAIN_MAIL)
FAX = at("2026-02-27", "submitted", channel=Channel.FAX)
ARRIVED, CONFIRMED = at("2026-03-02", "arrived"), at("2026-03-02", "confirmed")
LATE = [RECEIVED, at("2026-03-12", "correction_asked", days=10)]
FEE = [RECEIVED, at("2026-03-05", "fee_asked"), at("2026-03-06", "fee_notice_served")]
ASKED = [
    RECEIVED,
    at("2026-03-10", "correction_asked", days=10),
    at("2026-03-11", "correction_notice_served"),
]
RESTART = {"late_correction_notice": "restart"}
LINES: list[tuple[Effect, list[AnyEvent], dict[str, Any], str]] = [
    (Effect.SUBMITTED, [PLAIN], {}, "2026年2月27日，申请人以平信（无需签收）方式提交申请。"),
    (
        Effect.RECEIVED_ORALLY,
        [at("2026-03-02", "submitted", channel=Channel.ORAL)],
        {},
        "2026年3月2日，申请人口头提出、由工作机构代为填写申请，按当面提交计，当天为收到申请之日。",
    ),
    (
        Effect.RECEIVED_BY_MAIL,
        [LETTER, ARRIVED],
        {},
        "2026年3月2日，本机关签收邮件，签收之日为收到申请之日。",
    ),
    (Effect.ARRIVED, [PLAIN, ARRIVED], {}, "2026年3月2日，收到申请，以与申请人确认之日为收到申请之日。"),
    (
        Effect.ARRIVED_FOR_ANOTHER,
        [OTHERS, ARRIVED],
        {"mail_to_another": "confirmed"},
        "2026年3月2日，本机关签收寄给其他机构或者个人的邮件，以与申请人确认之日为收到申请之日。",
    ),
    (
        Effect.RECEIVED_ON_CONFIRMATION,
        [FAX, CONFIRMED],
        {},
        "2026年3月2日，与申请人确认，双方确认之日为收到申请之日。",
    ),
    (
        Effect.RECEIVED_ON_CONFIRMATION_OF_MAIL,
        [PLAIN, CONFIRMED],
        {},
        "2026年3月2日，与申请人确认，确认之日为收到申请之日。",
    ),
    (Effect.CONFIRMED, [LETTER, ARRIVED, CONFIRMED], {}, "2026年3月2日，与申请人确认；收到申请之日以签收为准。"),
    (
        Effect.CORRECTION_ASKED_LATE,
        LATE,
        {},
        "2026年3月12日，告知申请人补正，晚于2026年3月11日；答复期限不停止，收到补正之后也不重新计算。",
    ),
    (
        Effect.CORRECTION_ASKED_LATE_RESTARTS,
        LATE,
        RESTART,
        "2026年3月12日，告知申请人补正，晚于2026年3月11日；收到补正之后仍重新计算答复期限。",
    ),
    (
        Effect.CORRECTED_WITHOUT_RESTART,
        [*LATE, at("2026-03-18", "correction_received")],
        {},
        "2026年3月18日，收到补正；补正告知逾期，答复期限不重新计算。",
    ),
    (
        Effect.CONSULTED_CO_PRODUCER,
        [RECEIVED, sent("2026-03-06", "丙厅", Party.CO_PRODUCER)],
        {},
        "2026年3月6日，征求共同制作机关意见（丙厅），所需时间不计入答复期限。",
    ),
    (
        Effect.CONSULTED_OTHER_ORGAN,
        [RECEIVED, sent("2026-03-06", "乙局", Party.OTHER_ORGAN)],
        {},
        "2026年3月6日，征求其他机关意见（乙局），所需时间不计入答复期限。",
    ),
    (
        Effect.DELIVERED_WITHOUT_PERIOD,
        [RECEIVED, sent("2026-03-06", "乙局", Party.OTHER_ORGAN), delivered("2026-03-09", "乙局")],
        {},
        "2026年3月9日，征求意见书（乙局）送达。",
    ),
    (Effect.OPINION, [RECEIVED, *asked_organ("2026-03-06", "2026-03-09")], {}, "2026年3月9日，收到乙局的意见。"),
    (
        Effect.OPINION_LATE,
        [RECEIVED, sent("2026-03-06"), delivered("2026-03-09"), opinion("2026-03-31")],
        {},
        "2026年3月31日，收到甲公司的意见，晚于2026年3月30日，不计入的时间不因此延长。",
    ),
    (
        Effect.EXTENDED,
        [RECEIVED, at("2026-03-12", "extended", days=30)],
        {},
        "2026年3月12日，经工作机构负责人同意并告知申请人，答复期限延长20个工作日。",
    ),
    (
        Effect.ANSWERED,
        [RECEIVED, at("2026-03-12", "answered", service=Service.ELECTRONIC)],
        {},
        "2026年3月12日，作出答复（电子送达），在期限内。",
    ),
    (Effect.WITHDRAWN, [RECEIVED, at("2026-03-12", "withdrawn")], {}, "2026年3月12日，申请人撤回申请，不再办理。"),
    (
        Effect.LAPSED_UNCORRECTED,
        [*ASKED, at("2026-03-27", "lapsed")],
        {},
        "2026年3月27日，补正期限2026年3月25日届满，申请人无正当理由逾期不补正，视为放弃申请，不再处理该申请。",
    ),
    (
        Effect.LAPSED_UNPAID,
        [*FEE, at("2026-04-10", "lapsed")],
        {},
        "2026年4月10日，缴费期限2026年4月3日届满，申请人逾期未缴费，视为放弃申请，不再处理该申请。",
    ),
]


@pytest.mark.parametrize(
    ("effect", "events", "conventions", "line"), LINES, ids=lambda one: getattr(one, "value", "")
)
def test_what_an_event_did_is_said_in_full(effect, events, conventions, line) -> None:
    found = clock(events, "2026-04-12", **conventions)
    assert effect in [turn.effect for turn in found.case.turns]
    (step,) = [step for step in explain(found) if step.text == line]
    assert (step.source, step.convention) == (EFFECTS[effect.value].source, EFFECTS[effect.value].convention)
    assert step.on in {event.on for event in events}


def test_every_effect_has_its_sentence_and_every_convention_in_it_exists() -> None:
    assert {*Effect, "delayed_rolled", "reopened_until", "reopened_for_calendar_days"} == set(EFFECTS)
    assert {told.convention for told in EFFECTS.values()} - {""} <= set(CONVENTIONS)


def test_days_off_of_several_holidays_are_told_apart() -> None:
    found = said([counter("2026-09-18")], "2026-09-18")
    assert found[2:4] == [
        "其间放假：中秋节2026年9月25日至2026年9月27日、国庆节2026年10月1日至2026年10月7日。",
        "其间周末调休上班，计入工作日：2026年9月20日（星期日）、2026年10月10日（星期六）。",
    ]


def test_a_pause_of_one_day_is_one_day() -> None:
    found = said([RECEIVED, *asked_organ("2026-03-05", "2026-03-06")], "2026-03-09")
    assert "2026年3月6日不计入答复期限（征求意见），其中1个工作日。" in found


def test_only_conventions_that_were_chosen_and_decided_are_quoted() -> None:
    events = [RECEIVED, *asked_organ("2026-03-05", "2026-03-06")]
    choices = {"pause_ends": "day_before_answer", "extension_notice": "before_due_day"}
    quoted = [step.convention for step in explain(clock(events, "2026-03-09", **choices)) if "口径" in step.text]
    assert quoted == ["pause_ends"]
    (step,) = [step for step in explain(clock(events, "2026-03-09", **choices)) if "口径" in step.text]
    assert step.source == CONVENTIONS["pause_ends"].source
    assert [line for line in said(events, "2026-03-09") if "口径" in line] == []


def test_on_the_first_day_nothing_is_used_and_on_the_last_nothing_left() -> None:
    assert said([RECEIVED], "2026-03-02")[-1] == "截至2026年3月2日，已用0个工作日，还剩20个工作日。"
    assert said([RECEIVED], "2026-03-30")[-1] == "截至2026年3月30日，已用20个工作日，今天是答复期限的最后一日。"


def test_only_days_after_the_first_and_up_to_the_last_are_between() -> None:
    order = [RECEIVED, at("2026-03-12", "answered")]

    def between(received: str, days: int) -> list[str]:
        found = said([*order, at(received, "reopened", days=days)], received)
        return [line for line in found if line.startswith("其间")]

    # 1 to 5 May 2026 are free, the 9th is worked.
    assert between("2026-05-05", 1) == []
    assert between("2026-04-30", 1) == ["其间放假：劳动节2026年5月1日至2026年5月5日。"]
    assert between("2026-04-29", 1) == []
    assert between("2026-05-08", 1) == ["其间周末调休上班，计入工作日：2026年5月9日（星期六）。"]
    assert between("2026-05-09", 1) == []


def test_a_local_holiday_is_told_with_its_source() -> None:
    local = LocalHoliday(
        division="990000",
        off=(DaysOff("萤火节", day("2026-03-05"), day("2026-03-06")),),
        source="砚政发〔2026〕1号",
    )
    calendar = Calendar(local=(local,), division="990100")
    found = reckon([RECEIVED], day("2026-03-02"), calendar=calendar)
    assert found.due == day("2026-04-01")
    assert [(step.text, step.source) for step in explain(found)][2] == (
        "其间放假：萤火节2026年3月5日至2026年3月6日。",
        "砚政发〔2026〕1号",
    )


def test_a_confirmation_after_an_order_is_told_without_a_new_period() -> None:
    events = [
        at("2026-02-27", "submitted", channel=Channel.FAX),
        at("2026-03-02", "withdrawn"),
        at("2026-06-01", "reopened", days=20),
        at("2026-06-03", "confirmed"),
    ]
    lines = said(events, "2026-06-04")
    assert lines[4:6] == [
        "2026年6月3日，与申请人确认，双方确认之日为收到申请之日。",
        "其间放假：端午节2026年6月19日至2026年6月21日。",
    ]


def test_an_order_of_one_day_says_so() -> None:
    events = [RECEIVED, at("2026-03-12", "answered"), at("2026-06-01", "reopened", days=1)]
    assert "2026年6月1日，收到责令重新答复的决定或者判决，应当在1个工作日内答复。" in said(events, "2026-06-01")


def test_of_an_open_consultation_and_reasons_only_what_pauses_is_assumed() -> None:
    events = [RECEIVED, at("2026-03-05", "reason_asked", days=5), sent("2026-03-06", "乙局", Party.OTHER_ORGAN)]
    waiting = "申请人还没有说明理由，暂按到2026年3月12日期满推算。"
    assert waiting not in said(events, "2026-03-10")
    assert waiting in said(events, "2026-03-10", reasons_pause_clock=True)
    assert waiting not in said(events, "2026-03-12", reasons_pause_clock=True)
    assert waiting not in said([*events, at("2026-03-11", "answered")], "2026-03-11", reasons_pause_clock=True)
    assert [line for line in said([*events, at("2026-03-11", "answered")], "2026-03-11") if "暂按" in line] == []


def test_while_a_correction_is_awaited_nothing_is_assumed_of_consultations() -> None:
    events = [RECEIVED, sent("2026-03-06"), at("2026-03-10", "correction_asked", days=10)]
    assert [line for line in said(events, "2026-03-11") if "暂按" in line] == []


def test_a_letter_that_was_sent_the_day_before_the_last_one_is_assumed_to_pause() -> None:
    events = [RECEIVED, sent("2026-03-29", "乙局", Party.OTHER_ORGAN)]
    assert "其他机关（乙局）还没有答复，暂按不计入的时间到2026年3月29日为止推算。" in said(events, "2026-03-29")
