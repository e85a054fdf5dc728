"""What may be wrong with recorded events (存疑事项): a sentence for each code, and the article it rests on.

Each sentence says whether and how the event was counted. `{on}` is its day, `{event}` what it is called.
"""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from gongkai.law.clock.words.sources import PERIODS
from gongkai.law.events import AnyEvent
from gongkai.law.identifiers.dates import printed
from gongkai.law.steps import Doubt


class Words(NamedTuple):
    """The sentence of a doubt and the source of the rule; no source where it is a matter of recording."""

    text: str
    source: str = ""


_RECEIPT, _MAIL = "条例第三十一条", "条例第三十一条第二项"
_CORRECTION, _PERIOD, _PAUSE = "条例第三十条", "条例第三十三条第二款", "条例第三十三条第三款"
_ORDER = PERIODS["reopened"]
_REASONS, _PAYMENT = "条例第三十五条", "国办函〔2020〕109号第七条"

DOUBTS: dict[str, Words] = {
    # What is recorded, and in which order.
    "history.duplicate": Words("{on}的“{event}”登记了不止一次，只计一次。"),
    "history.after_today": Words("{on}的“{event}”在计算日{today}之后，没有计入。"),
    "history.before_submission": Words(
        "{on}的“{event}”之前没有登记申请的提交，没有计入；请补登提交的日期和方式。", _RECEIPT
    ),
    "history.before_receipt": Words(
        "{on}的“{event}”时，收到申请之日还没有确定，没有计入；请核对签收或者确认的日期。", _RECEIPT
    ),
    "history.after_closing": Words("{on}的“{event}”在{closed}办结（{phase}）之后，没有计入。"),
    "history.no_days": Words("{on}的“{event}”写的是{days}个工作日，按1个工作日计；请核对。"),
    # The day of receipt.
    "receipt.submitted_twice": Words(
        "申请已于{first}提交，{on}的“{event}”没有计入；另一件申请请另行登记。", _RECEIPT
    ),
    "receipt.arrived_twice": Words("邮件已于{first}签收或者收到，{on}的“{event}”没有计入。", _MAIL),
    "receipt.confirmed_twice": Words("已于{first}与申请人确认，{on}的“{event}”没有计入。", _RECEIPT),
    "receipt.not_needed": Words(
        "当面或者口头提出的，以提出之日为收到申请之日，{on}的“{event}”没有计入。", _RECEIPT
    ),
    "receipt.confirmed_before_arrival": Words(
        "已于{confirmed}与申请人确认，{on}才签收或者收到，先后有误；收到申请之日按{received}计，请核对。", _MAIL
    ),
    "receipt.confirmed_late": Words(
        "{arrived}收到邮件，{on}才与申请人确认，应当在收到当日确认；收到申请之日按确认之日计。", _MAIL
    ),
    "receipt.arrival_missing": Words(
        "{on}与申请人确认，但没有登记签收的日期，收到申请之日不能确定；请补登签收日期。", _MAIL
    ),
    # Correction.
    "correction.twice": Words(
        "已于{first}告知补正，补正只能一次性告知，{on}的“{event}”没有计入；"
        "补正后仍不明确的，请作出“补正后仍不明确”的答复。",
        _CORRECTION,
    ),
    "correction.notice_late": Words("补正告知最晚应当在{by}作出，{on}已经逾期；{effect}", _CORRECTION),
    "correction.too_long": Words(
        "{on}告知的补正期限为{days}个工作日，超过{longest}个工作日；按{days}个工作日计。", _CORRECTION
    ),
    "correction.not_asked": Words("{on}的“{event}”之前没有登记补正告知，没有计入。", _CORRECTION),
    "correction.served_twice": Words("补正告知书已于{first}送达，{on}的“{event}”没有计入。", _CORRECTION),
    "correction.served_after": Words("{received}已收到补正，{on}的“{event}”没有计入；请核对日期。", _CORRECTION),
    "correction.received_twice": Words(
        "已于{first}收到补正，{on}的“{event}”没有计入，期限不再重新计算。", _CORRECTION
    ),
    "correction.received_late": Words(
        "补正期限到{by}为止，{on}才收到补正；有无正当理由由本机关判断，仍按收到补正计。", _CORRECTION
    ),
    "correction.service_missing": Words(
        "{on}的“{event}”没有登记送达；补正期限自送达之日起计算，送达之前不能视为放弃申请，请补登送达日期。",
        _CORRECTION,
    ),
    # Consultation.
    "consultation.twice": Words(
        "征求意见书（{name}）已于{first}发出，{on}的“{event}”没有计入；再次征求意见的，请另用名称登记。", _PAUSE
    ),
    "consultation.before_receipt": Words(
        "{on}征求意见（{name}）时，收到申请之日还没有确定；自收到申请之日的次日起才扣除征求意见的时间，请核对。",
        _PAUSE,
    ),
    "consultation.last_day": Words(
        "{due}是按工作日计算的答复期限的最后一日，当日才征求意见（{name}），没有可以扣除的时间。", _PAUSE
    ),
    "consultation.late": Words(
        "按工作日计算的答复期限已于{due}届满，{on}才征求意见（{name}），不能扣除时间。", _PAUSE
    ),
    "consultation.delivered_late": Words(
        "征求意见书（{name}）到{on}才送达，按工作日计算的答复期限到{due}为止，不能扣除时间。", _PAUSE
    ),
    "consultation.unknown": Words("{on}的“{event}”（{name}）之前没有登记发出征求意见书，没有计入。", _PAUSE),
    "consultation.delivered_twice": Words("征求意见书（{name}）已于{first}送达，{on}的“{event}”没有计入。", _PAUSE),
    "consultation.delivered_after": Words(
        "{answered}已收到{name}的意见，{on}的“{event}”没有计入；请核对日期。", _PAUSE
    ),
    "consultation.answered_twice": Words("已于{first}收到{name}的意见，{on}的“{event}”没有计入。", _PAUSE),
    "consultation.delivery_missing": Words(
        "{on}收到{name}的意见，但没有登记征求意见书的送达；{effect}请补登送达日期。", _PAUSE
    ),
    # Extension.
    "extension.twice": Words("答复期限只能延长一次，{on}的“{event}”没有计入。", _PERIOD),
    "extension.too_long": Words(
        "{on}告知延长{days}个工作日，最长不得超过{longest}个工作日；按{longest}个工作日计。", _PERIOD
    ),
    "extension.no_days": Words("{on}告知延长的工作日写的是{days}，没有计入；请核对。", _PERIOD),
    "extension.late": Words("延期最晚应当在{by}告知申请人，{on}已经逾期，没有计入，到期日仍为{due}。", _PERIOD),
    "extension.nothing_runs": Words("{on}没有正在计算的答复期限，“{event}”没有计入。", _PERIOD),
    # Reasons and a later day for the reply.
    "reasons.twice": Words("已于{first}要求说明理由，{on}的“{event}”没有计入。", _REASONS),
    "reasons.not_asked": Words("{on}的“{event}”之前没有登记要求说明理由，没有计入。", _REASONS),
    "reasons.given_twice": Words("申请人已于{first}说明理由，{on}的“{event}”没有计入。", _REASONS),
    "delay.without_reasons": Words(
        "{on}的“{event}”之前没有登记收到说明理由；理由合理才能确定延迟答复的期限，没有计入。", _REASONS
    ),
    "delay.twice": Words("延迟答复的期限已确定为{first}，{on}的“{event}”没有计入。", _REASONS),
    "delay.nothing_runs": Words("{on}没有正在计算的答复期限，“{event}”没有计入。", _REASONS),
    "delay.late": Words("答复期限已于{due}届满，{on}的“{event}”没有计入。", _REASONS),
    "delay.not_later": Words("{on}确定的延迟答复期限{until}不晚于到期日{due}，没有计入。", _REASONS),
    # Fee.
    "fee.twice": Words("收费通知已于{first}发出，{on}的“{event}”没有计入。", _PAYMENT),
    "fee.nothing_runs": Words("{on}没有正在计算的答复期限，“{event}”没有计入。", "国办函〔2020〕109号第六条"),
    "fee.late": Words("收费通知最晚应当在{due}发出，{on}已经逾期，没有计入。", "国办函〔2020〕109号第六条"),
    "fee.not_asked": Words("{on}的“{event}”之前没有登记收费通知，没有计入。", _PAYMENT),
    "fee.served_twice": Words("收费通知已于{first}送达，{on}的“{event}”没有计入。", _PAYMENT),
    "fee.served_after": Words("{paid}已缴费，{on}的“{event}”没有计入；请核对日期。", _PAYMENT),
    "fee.paid_twice": Words("已于{first}缴费，{on}的“{event}”没有计入。", _PAYMENT),
    "fee.paid_late": Words("最晚应当在{by}缴费，{on}才缴费；本机关没有按放弃申请处理的，仍按缴费计。", _PAYMENT),
    "fee.service_missing": Words(
        "{on}的“{event}”没有登记送达；缴费期限自收到收费通知的次日起计算，送达之前不能视为放弃申请，请补登送达日期。",
        _PAYMENT,
    ),
    # The end, and an order for a new reply.
    "reply.before_receipt": Words(
        "{on}作出答复时，收到申请之日还没有确定；按已答复计，是否按期不能核对，请补登签收或者确认的日期。", _RECEIPT
    ),
    "reply.while_waiting": Words("{on}作出答复时，申请人还没有{awaited}，没有正在计算的答复期限；按期限内答复计。"),
    "served.without_reply": Words("{on}的“{event}”之前没有登记答复，没有计入。"),
    "served.twice": Words("答复已于{first}送达，{on}的“{event}”没有计入。"),
    "served.handed_late": Words(
        "直接送达的，以签收之日为准：{on}签收，晚于到期日{due}；答复仍按登记的日期计，请核对送达方式和日期。",
        "国办公开办函〔2016〕235号",
    ),
    "lapse.not_due": Words(
        "{on}还不能视为放弃申请：须补正告知书或者收费通知已经送达，并且期限已满；没有计入，期限照常计算。",
        f"{_CORRECTION}；{_PAYMENT}",
    ),
    "order.too_early": Words(
        "{on}的“{event}”时，按现有登记，申请尚未办结，答复期限尚未届满；按决定、判决确定的期限计，请核对此前的登记。",
        _PERIOD,
    ),
    "order.no_calendar_days": Words("{on}的“{event}”写的是{days}日，按1日计；请核对。"),
    "order.day_past": Words("{on}收到的决定、判决要求在{until}前答复，收到时这一日已过；请核对两个日期。", _ORDER),
    "order.several": Words(
        "{on}的“{event}”写了不止一种期限，按最早届满的{last}计；请按决定、判决的原文核对。", _ORDER
    ),
    "order.fixed_period": Words("责令重新答复的期限以决定、判决为准，{on}的“{event}”不影响到期日。", _ORDER),
}
# What a doubt's sentence goes on with, where it depends on a convention or on what is known.
NOTICE_LATE = {
    False: "期限不重新计算，仍按原申请的到期日计。",
    True: "期限仍自收到补正之日起重新计算。",
}
DELIVERY_MISSING = {
    False: "期满之日暂按发出当日送达推算。",
    True: "征求意见的时间没有扣除。",
}
AWAITED = {"awaiting_correction": "补正", "awaiting_payment": "缴费"}


def doubt_about(code: str, event: AnyEvent, **values: dt.date | str | int) -> Doubt:
    """Return the doubt of a code about an event; days among the values are written out."""
    written = {key: printed(one) if isinstance(one, dt.date) else one for key, one in values.items()}
    text = DOUBTS[code].text.format(on=printed(event.on), event=event.label, **written)
    return Doubt(code, text, event.on, DOUBTS[code].source)
