"""Every doubt, by a history that raises it and no other, and its sentence word for word (存疑事项)."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

import pytest

from gongkai.law.clock.words.doubts import DOUBTS
from gongkai.law.events import AnyEvent, Channel, Party, Service
from tests.law.clock.histories import at, clock, codes, counter, delivered, opinion, sent


class Example(NamedTuple):
    """Events, the sentence, what the request is due on in spite of it, and the day of looking."""

    events: list[AnyEvent]
    sentence: str
    due: str | None = "2026-03-30"
    today: str = "2026-06-30"
    conventions: dict[str, Any] | None = None


# Received on 2 March 2026: the 7th working day is the 11th, the 20th the 30th.
RECEIVED = counter("2026-03-02")
LETTER = at("2026-02-26", "submitted", channel=Channel.SIGNED_MAIL)
PLAIN = at("2026-02-26", "submitted", channel=Channel.PLAIN_MAIL)
INTERNET = at("2026-03-02", "submitted", channel=Channel.INTERNET)
ASKED = at("2026-03-10", "correction_asked", days=10)
SERVED = at("2026-03-11", "correction_notice_served")
CORRECTED = at("2026-03-16", "correction_received")
REASONS = [at("2026-03-05", "reason_asked", days=5), at("2026-03-09", "reason_given")]
FEE = [at("2026-03-05", "fee_asked"), at("2026-03-06", "fee_notice_served")]
ANSWERED = at("2026-03-20", "answered")
ORGAN = Party.OTHER_ORGAN

EXAMPLES: dict[str, Example] = {
    "history.duplicate": Example(
        [RECEIVED, counter("2026-03-02")], "2026年3月2日的“提交申请”登记了不止一次，只计一次。"
    ),
    "history.after_today": Example(
        [RECEIVED, at("2026-03-12", "extended", days=20)],
        "2026年3月12日的“延期告知”在计算日2026年3月11日之后，没有计入。",
        today="2026-03-11",
    ),
    "history.before_submission": Example(
        [at("2026-03-01", "confirmed"), RECEIVED],
        "2026年3月1日的“与申请人确认”之前没有登记申请的提交，没有计入；请补登提交的日期和方式。",
    ),
    "history.before_receipt": Example(
        [INTERNET, at("2026-03-04", "extended")],
        "2026年3月4日的“延期告知”时，收到申请之日还没有确定，没有计入；请核对签收或者确认的日期。",
        due=None,
    ),
    "history.after_closing": Example(
        [RECEIVED, ANSWERED, at("2026-03-23", "withdrawn")],
        "2026年3月23日的“撤回申请”在2026年3月20日办结（已答复）之后，没有计入。",
    ),
    "history.no_days": Example(
        [RECEIVED, at("2026-03-05", "reason_asked", days=0)],
        "2026年3月5日的“要求说明理由”写的是0个工作日，按1个工作日计；请核对。",
    ),
    "receipt.submitted_twice": Example(
        [RECEIVED, at("2026-03-03", "submitted", channel=Channel.FAX)],
        "申请已于2026年3月2日提交，2026年3月3日的“提交申请”没有计入；另一件申请请另行登记。",
    ),
    "receipt.arrived_twice": Example(
        [LETTER, at("2026-03-02", "arrived"), at("2026-03-03", "arrived")],
        "邮件已于2026年3月2日签收或者收到，2026年3月3日的“签收或者实际收到”没有计入。",
    ),
    "receipt.confirmed_twice": Example(
        [INTERNET, at("2026-03-02", "confirmed"), at("2026-03-04", "confirmed")],
        "已于2026年3月2日与申请人确认，2026年3月4日的“与申请人确认”没有计入。",
    ),
    "receipt.not_needed": Example(
        [RECEIVED, at("2026-03-03", "arrived")],
        "当面或者口头提出的，以提出之日为收到申请之日，2026年3月3日的“签收或者实际收到”没有计入。",
    ),
    "receipt.confirmed_before_arrival": Example(
        [PLAIN, at("2026-03-02", "confirmed"), at("2026-03-04", "arrived")],
        "已于2026年3月2日与申请人确认，2026年3月4日才签收或者收到，先后有误；收到申请之日按2026年3月2日计，请核对。",
    ),
    "receipt.confirmed_late": Example(
        [PLAIN, at("2026-02-27", "arrived"), at("2026-03-02", "confirmed")],
        "2026年2月27日收到邮件，2026年3月2日才与申请人确认，应当在收到当日确认；收到申请之日按确认之日计。",
    ),
    "receipt.arrival_missing": Example(
        [LETTER, at("2026-03-02", "confirmed")],
        "2026年3月2日与申请人确认，但没有登记签收的日期，收到申请之日不能确定；请补登签收日期。",
        due=None,
    ),
    "correction.twice": Example(
        [RECEIVED, ASKED, at("2026-03-11", "correction_asked", days=10)],
        "已于2026年3月10日告知补正，补正只能一次性告知，2026年3月11日的“补正告知”没有计入；"
        "补正后仍不明确的，请作出“补正后仍不明确”的答复。",
        due=None,
        today="2026-03-24",
    ),
    "correction.notice_late": Example(
        [RECEIVED, at("2026-03-12", "correction_asked", days=10)],
        "补正告知最晚应当在2026年3月11日作出，2026年3月12日已经逾期；期限不重新计算，仍按原申请的到期日计。",
    ),
    "correction.too_long": Example(
        [RECEIVED, at("2026-03-10", "correction_asked", days=16)],
        "2026年3月10日告知的补正期限为16个工作日，超过15个工作日；按16个工作日计。",
        due=None,
        today="2026-03-24",
    ),
    "correction.not_asked": Example(
        [RECEIVED, CORRECTED], "2026年3月16日的“收到补正”之前没有登记补正告知，没有计入。"
    ),
    "correction.served_twice": Example(
        [RECEIVED, ASKED, SERVED, at("2026-03-12", "correction_notice_served")],
        "补正告知书已于2026年3月11日送达，2026年3月12日的“补正告知书送达”没有计入。",
        due=None,
    ),
    "correction.served_after": Example(
        [RECEIVED, ASKED, at("2026-03-10", "correction_received"), SERVED],
        "2026年3月10日已收到补正，2026年3月11日的“补正告知书送达”没有计入；请核对日期。",
        due="2026-04-08",
    ),
    "correction.received_twice": Example(
        [RECEIVED, ASKED, SERVED, CORRECTED, at("2026-03-17", "correction_received")],
        "已于2026年3月16日收到补正，2026年3月17日的“收到补正”没有计入，期限不再重新计算。",
        due="2026-04-14",
    ),
    "correction.received_late": Example(
        [RECEIVED, ASKED, SERVED, at("2026-03-26", "correction_received")],
        "补正期限到2026年3月25日为止，2026年3月26日才收到补正；有无正当理由由本机关判断，仍按收到补正计。",
        due="2026-04-24",
    ),
    "correction.service_missing": Example(
        # Ten working days after the 10th end on the 24th.
        [RECEIVED, ASKED],
        "2026年3月10日的“补正告知”没有登记送达；补正期限自送达之日起计算，送达之前不能视为放弃申请，请补登送达日期。",
        due=None,
        today="2026-03-25",
    ),
    "consultation.twice": Example(
        [
            RECEIVED,
            sent("2026-03-06", "乙局", ORGAN),
            sent("2026-03-09", "乙局", ORGAN),
            opinion("2026-03-10", "乙局"),
        ],
        "征求意见书（乙局）已于2026年3月6日发出，2026年3月9日的“征求意见”没有计入；再次征求意见的，请另用名称登记。",
        due="2026-04-01",
    ),
    "consultation.before_receipt": Example(
        # The five working days from the 10th on are not counted.
        [
            INTERNET,
            sent("2026-03-05", "乙局", ORGAN),
            at("2026-03-09", "confirmed"),
        ],
        "2026年3月5日征求意见（乙局）时，收到申请之日还没有确定；自收到申请之日的次日起才扣除征求意见的时间，请核对。",
        due="2026-04-14",
        today="2026-03-16",
    ),
    "consultation.last_day": Example(
        [RECEIVED, sent("2026-03-30", "乙局", ORGAN)],
        "2026年3月30日是按工作日计算的答复期限的最后一日，当日才征求意见（乙局），没有可以扣除的时间。",
    ),
    "consultation.late": Example(
        [RECEIVED, sent("2026-03-31", "乙局", ORGAN)],
        "按工作日计算的答复期限已于2026年3月30日届满，2026年3月31日才征求意见（乙局），不能扣除时间。",
    ),
    "consultation.delivered_late": Example(
        [RECEIVED, sent("2026-03-20", "乙局", ORGAN), delivered("2026-03-30", "乙局")],
        "征求意见书（乙局）到2026年3月30日才送达，按工作日计算的答复期限到2026年3月30日为止，不能扣除时间。",
        conventions={"pause_starts": "day_after_delivery"},
    ),
    "consultation.unknown": Example(
        [RECEIVED, opinion("2026-03-10")],
        "2026年3月10日的“收到意见”（甲公司）之前没有登记发出征求意见书，没有计入。",
    ),
    "consultation.delivered_twice": Example(
        [RECEIVED, sent("2026-03-06"), delivered("2026-03-09"), delivered("2026-03-10"), opinion("2026-03-11")],
        "征求意见书（甲公司）已于2026年3月9日送达，2026年3月10日的“征求意见书送达”没有计入。",
        due="2026-04-02",
    ),
    "consultation.delivered_after": Example(
        [RECEIVED, sent("2026-03-06"), opinion("2026-03-09"), delivered("2026-03-10")],
        "2026年3月9日已收到甲公司的意见，2026年3月10日的“征求意见书送达”没有计入；请核对日期。",
        due="2026-03-31",
    ),
    "consultation.answered_twice": Example(
        [RECEIVED, sent("2026-03-06"), delivered("2026-03-06"), opinion("2026-03-09"), opinion("2026-03-10")],
        "已于2026年3月9日收到甲公司的意见，2026年3月10日的“收到意见”没有计入。",
        due="2026-03-31",
    ),
    "consultation.delivery_missing": Example(
        # Fifteen working days after the 6th end on the 27th.
        [RECEIVED, sent("2026-03-06"), opinion("2026-03-30")],
        "2026年3月30日收到甲公司的意见，但没有登记征求意见书的送达；期满之日暂按发出当日送达推算。请补登送达日期。",
        due="2026-04-21",
    ),
    "extension.twice": Example(
        [RECEIVED, at("2026-03-12", "extended", days=10), at("2026-03-13", "extended", days=10)],
        "答复期限只能延长一次，2026年3月13日的“延期告知”没有计入。",
        due="2026-04-14",
    ),
    "extension.too_long": Example(
        [RECEIVED, at("2026-03-12", "extended", days=21)],
        "2026年3月12日告知延长21个工作日，最长不得超过20个工作日；按20个工作日计。",
        due="2026-04-28",
    ),
    "extension.no_days": Example(
        [RECEIVED, at("2026-03-12", "extended", days=0)], "2026年3月12日告知延长的工作日写的是0，没有计入；请核对。"
    ),
    "extension.late": Example(
        [RECEIVED, at("2026-03-31", "extended", days=20)],
        "延期最晚应当在2026年3月30日告知申请人，2026年3月31日已经逾期，没有计入，到期日仍为2026年3月30日。",
    ),
    "extension.nothing_runs": Example(
        [RECEIVED, ASKED, at("2026-03-11", "extended", days=20)],
        "2026年3月11日没有正在计算的答复期限，“延期告知”没有计入。",
        due=None,
        today="2026-03-24",
    ),
    "reasons.twice": Example(
        [RECEIVED, *REASONS, at("2026-03-10", "reason_asked", days=5)],
        "已于2026年3月5日要求说明理由，2026年3月10日的“要求说明理由”没有计入。",
    ),
    "reasons.not_asked": Example(
        [RECEIVED, at("2026-03-09", "reason_given")],
        "2026年3月9日的“收到说明理由”之前没有登记要求说明理由，没有计入。",
    ),
    "reasons.given_twice": Example(
        [RECEIVED, *REASONS, at("2026-03-10", "reason_given")],
        "申请人已于2026年3月9日说明理由，2026年3月10日的“收到说明理由”没有计入。",
    ),
    "delay.without_reasons": Example(
        [RECEIVED, REASONS[0], at("2026-03-10", "delay_set", until=counter("2026-05-29").on)],
        "2026年3月10日的“确定延迟答复期限”之前没有登记收到说明理由；理由合理才能确定延迟答复的期限，没有计入。",
    ),
    "delay.twice": Example(
        [
            RECEIVED,
            *REASONS,
            at("2026-03-10", "delay_set", until=counter("2026-05-29").on),
            at("2026-03-11", "delay_set", until=counter("2026-06-30").on),
        ],
        "延迟答复的期限已确定为2026年5月29日，2026年3月11日的“确定延迟答复期限”没有计入。",
        due="2026-05-29",
    ),
    "delay.nothing_runs": Example(
        [RECEIVED, *REASONS, ASKED, at("2026-03-11", "delay_set", until=counter("2026-05-29").on)],
        "2026年3月11日没有正在计算的答复期限，“确定延迟答复期限”没有计入。",
        due=None,
        today="2026-03-24",
    ),
    "delay.late": Example(
        [RECEIVED, *REASONS, at("2026-03-31", "delay_set", until=counter("2026-05-29").on)],
        "答复期限已于2026年3月30日届满，2026年3月31日的“确定延迟答复期限”没有计入。",
    ),
    "delay.not_later": Example(
        [RECEIVED, *REASONS, at("2026-03-11", "delay_set", until=counter("2026-03-30").on)],
        "2026年3月11日确定的延迟答复期限2026年3月30日不晚于到期日2026年3月30日，没有计入。",
    ),
    "fee.twice": Example(
        [RECEIVED, *FEE, at("2026-03-09", "fee_asked")],
        "收费通知已于2026年3月5日发出，2026年3月9日的“收费通知”没有计入。",
        due=None,
    ),
    "fee.nothing_runs": Example(
        [RECEIVED, ASKED, at("2026-03-11", "fee_asked")],
        "2026年3月11日没有正在计算的答复期限，“收费通知”没有计入。",
        due=None,
        today="2026-03-24",
    ),
    "fee.late": Example(
        [RECEIVED, at("2026-03-31", "fee_asked")],
        "收费通知最晚应当在2026年3月30日发出，2026年3月31日已经逾期，没有计入。",
    ),
    "fee.not_asked": Example(
        [RECEIVED, at("2026-03-09", "fee_paid")], "2026年3月9日的“缴费完成”之前没有登记收费通知，没有计入。"
    ),
    "fee.served_twice": Example(
        [RECEIVED, *FEE, at("2026-03-09", "fee_notice_served")],
        "收费通知已于2026年3月6日送达，2026年3月9日的“收费通知送达”没有计入。",
        due=None,
    ),
    "fee.served_after": Example(
        [RECEIVED, FEE[0], at("2026-03-06", "fee_paid"), at("2026-03-09", "fee_notice_served")],
        "2026年3月6日已缴费，2026年3月9日的“收费通知送达”没有计入；请核对日期。",
        due="2026-04-03",
    ),
    "fee.paid_twice": Example(
        [RECEIVED, *FEE, at("2026-03-09", "fee_paid"), at("2026-03-10", "fee_paid")],
        "已于2026年3月9日缴费，2026年3月10日的“缴费完成”没有计入。",
        due="2026-04-07",
    ),
    "fee.paid_late": Example(
        # Twenty working days after the 6th end on 3 April.
        [RECEIVED, *FEE, at("2026-04-07", "fee_paid")],
        "最晚应当在2026年4月3日缴费，2026年4月7日才缴费；本机关没有按放弃申请处理的，仍按缴费计。",
        due="2026-05-08",
    ),
    "fee.service_missing": Example(
        # Twenty working days after the 5th end on 2 April.
        [RECEIVED, FEE[0]],
        "2026年3月5日的“收费通知”没有登记送达；"
        "缴费期限自收到收费通知的次日起计算，送达之前不能视为放弃申请，请补登送达日期。",
        due=None,
        today="2026-04-03",
    ),
    "reply.before_receipt": Example(
        [INTERNET, at("2026-03-04", "answered")],
        "2026年3月4日作出答复时，收到申请之日还没有确定；按已答复计，是否按期不能核对，请补登签收或者确认的日期。",
        due=None,
    ),
    "reply.while_waiting": Example(
        [RECEIVED, ASKED, ANSWERED],
        "2026年3月20日作出答复时，申请人还没有补正，没有正在计算的答复期限；按期限内答复计。",
        due=None,
        today="2026-03-24",
    ),
    "served.without_reply": Example(
        [RECEIVED, at("2026-03-12", "served")], "2026年3月12日的“答复送达”之前没有登记答复，没有计入。"
    ),
    "served.twice": Example(
        [RECEIVED, ANSWERED, at("2026-03-23", "served"), at("2026-03-24", "served")],
        "答复已于2026年3月23日送达，2026年3月24日的“答复送达”没有计入。",
    ),
    "served.handed_late": Example(
        [RECEIVED, at("2026-03-30", "answered", service=Service.HANDED), at("2026-03-31", "served")],
        "直接送达的，以签收之日为准：2026年3月31日签收，晚于到期日2026年3月30日；"
        "答复仍按登记的日期计，请核对送达方式和日期。",
    ),
    "lapse.not_due": Example(
        [RECEIVED, ASKED, SERVED, at("2026-03-25", "lapsed")],
        "2026年3月25日还不能视为放弃申请：须补正告知书或者收费通知已经送达，并且期限已满；没有计入，期限照常计算。",
        due=None,
    ),
    "order.too_early": Example(
        [RECEIVED, at("2026-03-30", "reopened", days=20)],
        "2026年3月30日的“责令重新答复”时，按现有登记，申请尚未办结，答复期限尚未届满；"
        "按决定、判决确定的期限计，请核对此前的登记。",
        due="2026-04-28",
    ),
    "order.no_calendar_days": Example(
        [RECEIVED, ANSWERED, at("2026-06-12", "reopened", calendar_days=0)],
        "2026年6月12日的“责令重新答复”写的是0日，按1日计；请核对。",
        due="2026-06-15",
    ),
    "order.day_past": Example(
        [RECEIVED, ANSWERED, at("2026-06-12", "reopened", until=counter("2026-06-11").on)],
        "2026年6月12日收到的决定、判决要求在2026年6月11日前答复，收到时这一日已过；请核对两个日期。",
        due="2026-06-11",
    ),
    "order.several": Example(
        [RECEIVED, ANSWERED, at("2026-06-12", "reopened", days=5, calendar_days=5)],
        "2026年6月12日的“责令重新答复”写了不止一种期限，按最早届满的2026年6月17日计；请按决定、判决的原文核对。",
        due="2026-06-17",
    ),
    "order.fixed_period": Example(
        [RECEIVED, ANSWERED, at("2026-06-12", "reopened", days=5), at("2026-06-15", "extended", days=20)],
        "责令重新答复的期限以决定、判决为准，2026年6月15日的“延期告知”不影响到期日。",
        due="2026-06-22",
    ),
}


def test_every_doubt_has_its_example() -> None:
    assert list(EXAMPLES) == list(DOUBTS)


@pytest.mark.parametrize("code", EXAMPLES)
def test_a_doubt_is_raised_alone_and_said_in_full(code) -> None:
    example = EXAMPLES[code]
    found = clock(example.events, example.today, **(example.conventions or {}))
    assert codes(found) == [code]
    (doubt,) = found.doubts
    assert (doubt.text, doubt.source) == (example.sentence, DOUBTS[code].source)
    assert doubt.on in {event.on for event in example.events}
    assert str(found.due or None) == str(example.due)


@pytest.mark.parametrize("code", EXAMPLES)
def test_without_the_doubtful_event_there_is_no_doubt(code) -> None:
    example = EXAMPLES[code]
    (doubt,) = clock(example.events, example.today, **(example.conventions or {})).doubts
    others = [event for event in example.events if event.on != doubt.on]
    assert codes(clock(others, example.today, **(example.conventions or {}))) == []


@pytest.mark.parametrize("code", DOUBTS)
def test_a_code_is_a_subject_and_what_is_wrong(code) -> None:
    assert re.fullmatch(r"[a-z]+\.[a-z]+(_[a-z]+)*", code)
    assert DOUBTS[code].text.endswith(("。", "；{effect}"))


SECOND_SENTENCES = [
    (
        [RECEIVED, at("2026-03-12", "correction_asked", days=10)],
        {"late_correction_notice": "restart"},
        "补正告知最晚应当在2026年3月11日作出，2026年3月12日已经逾期；期限仍自收到补正之日起重新计算。",
        None,
    ),
    (
        [RECEIVED, sent("2026-03-06"), opinion("2026-03-10")],
        {"pause_starts": "day_after_delivery"},
        "2026年3月10日收到甲公司的意见，但没有登记征求意见书的送达；征求意见的时间没有扣除。请补登送达日期。",
        "2026-03-30",
    ),
    (
        [RECEIVED, *FEE, ANSWERED],
        {},
        "2026年3月20日作出答复时，申请人还没有缴费，没有正在计算的答复期限；按期限内答复计。",
        None,
    ),
    (
        [RECEIVED, at("2026-03-30", "extended", days=20)],
        {"extension_notice": "before_due_day"},
        "延期最晚应当在2026年3月27日告知申请人，2026年3月30日已经逾期，没有计入，到期日仍为2026年3月30日。",
        "2026-03-30",
    ),
    (
        [LETTER, at("2026-02-27", "confirmed"), at("2026-03-02", "arrived")],
        {},
        "已于2026年2月27日与申请人确认，2026年3月2日才签收或者收到，先后有误；收到申请之日按2026年3月2日计，请核对。",
        "2026-03-30",
    ),
    (
        [RECEIVED, at("2026-03-10", "correction_asked", days=11)],
        {"longest_correction_days": 10},
        "2026年3月10日告知的补正期限为11个工作日，超过10个工作日；按11个工作日计。",
        None,
    ),
    (
        [RECEIVED, at("2026-03-10", "correction_asked", days=0), SERVED],
        {},
        "2026年3月10日的“补正告知”写的是0个工作日，按1个工作日计；请核对。",
        None,
    ),
    (
        [RECEIVED, ANSWERED, at("2026-06-12", "reopened", days=-2)],
        {},
        "2026年6月12日的“责令重新答复”写的是-2个工作日，按1个工作日计；请核对。",
        "2026-06-15",
    ),
    ([LETTER, at("2026-03-02", "confirmed"), at("2026-03-02", "arrived")], {}, None, "2026-03-30"),
    ([RECEIVED, at("2026-03-10", "correction_asked", days=15)], {}, None, None),
    ([RECEIVED, at("2026-03-11", "correction_asked", days=1), SERVED], {}, None, None),
    ([RECEIVED, *FEE, at("2026-04-03", "fee_paid")], {}, None, "2026-05-07"),
    ([RECEIVED, ASKED, SERVED, at("2026-03-25", "correction_received")], {}, None, "2026-04-23"),
    (
        [RECEIVED, sent("2026-03-30", "乙局", ORGAN), opinion("2026-04-09", "乙局")],
        {"pause_starts": "dispatch_day"},
        None,
        "2026-04-10",
    ),
    ([RECEIVED, sent("2026-03-06"), opinion("2026-03-27")], {}, None, "2026-04-21"),
]


@pytest.mark.parametrize(("events", "conventions", "sentence", "due"), SECOND_SENTENCES)
def test_a_doubt_says_what_the_case_and_the_conventions_make_of_it(events, conventions, sentence, due) -> None:
    found = clock(events, max("2026-03-20", str(max(event.on for event in events))), **conventions)
    assert [doubt.text for doubt in found.doubts] == ([sentence] if sentence else [])
    assert str(found.due) == str(due)


def test_what_was_asked_under_an_order_for_a_new_reply_is_each_in_doubt() -> None:
    order = [RECEIVED, ANSWERED, at("2026-06-01", "reopened", days=20)]
    for event in (
        at("2026-06-02", "correction_asked", days=5),
        sent("2026-06-02"),
        at("2026-06-02", "fee_asked"),
        at("2026-06-02", "delay_set", until=counter("2026-09-30").on),
        at("2026-06-02", "extended", days=5),
    ):
        found = clock([*order, event])
        assert codes(found) == ["order.fixed_period"]
        assert str(found.due) == "2026-06-30"
    allowed = [*order, at("2026-06-02", "reason_asked", days=5), at("2026-06-03", "reason_given")]
    assert codes(clock(allowed)) == []


def test_doubts_stand_in_the_order_of_days() -> None:
    events = [at("2026-03-09", "fee_paid"), at("2026-02-27", "confirmed"), RECEIVED, at("2026-03-09", "served")]
    assert codes(clock(events)) == ["history.before_submission", "fee.not_asked", "served.without_reply"]
