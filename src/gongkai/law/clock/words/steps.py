"""The sentences of an explanation (时限说明): one for each effect, and those about the period as a whole."""

from __future__ import annotations

from typing import NamedTuple

from gongkai.law.clock.words.sources import PERIODS


class Words(NamedTuple):
    """The sentence of a step, the article behind it, and the convention that decided, where one did."""

    text: str
    source: str = ""
    convention: str = ""


_AT_ONCE, _MAIL, _CONFIRMED = "条例第三十一条第一项", "条例第三十一条第二项", "条例第三十一条第三项"
_CORRECTION, _PERIOD, _PAUSE = "条例第三十条", "条例第三十三条第二款", "条例第三十三条第三款"
_ORDER = PERIODS["reopened"]
_REASONS, _PAYMENT, _FEE_NOTICE = "条例第三十五条", "国办函〔2020〕109号第七条", "国办函〔2020〕109号第六条"

# By effect; `{on}` is the day of the event, `{by}` the day it set, and the rest are its own fields.
EFFECTS: dict[str, Words] = {
    "submitted": Words("{on}，申请人以{channel}方式提交申请。", "条例第三十一条"),
    "received_at_counter": Words("{on}，申请人当面提交申请，提交之日为收到申请之日。", _AT_ONCE),
    "received_orally": Words(
        "{on}，申请人口头提出、由工作机构代为填写申请，按当面提交计，当天为收到申请之日。",
        "条例第二十九条第一款、第三十一条第一项",
    ),
    "received_by_mail": Words("{on}，本机关签收邮件，签收之日为收到申请之日。", _MAIL),
    "arrived": Words("{on}，收到申请，以与申请人确认之日为收到申请之日。", "条例第三十一条第二项、第三项"),
    "arrived_for_another": Words(
        "{on}，本机关签收寄给其他机构或者个人的邮件，以与申请人确认之日为收到申请之日。",
        "条例第三十一条第二项；国办公开办函〔2015〕207号",
        "mail_to_another",
    ),
    "received_on_confirmation": Words("{on}，与申请人确认，双方确认之日为收到申请之日。", _CONFIRMED),
    "received_on_confirmation_of_mail": Words("{on}，与申请人确认，确认之日为收到申请之日。", _MAIL),
    "confirmed": Words("{on}，与申请人确认；收到申请之日以签收为准。", _MAIL),
    "correction_asked": Words(
        "{on}，一次性告知申请人补正（最晚{by}告知），补正期限{days}个工作日；收到补正之后重新计算答复期限。",
        _CORRECTION,
    ),
    "correction_asked_late": Words(
        "{on}，告知申请人补正，晚于{by}；答复期限不停止，收到补正之后也不重新计算。",
        _CORRECTION,
        "late_correction_notice",
    ),
    "correction_asked_late_restarts": Words(
        "{on}，告知申请人补正，晚于{by}；收到补正之后仍重新计算答复期限。", _CORRECTION, "late_correction_notice"
    ),
    "correction_served": Words("{on}，补正告知书送达申请人，最晚{by}补正。", _CORRECTION),
    "corrected": Words("{on}，收到补正，答复期限自次日起重新计算。", _CORRECTION),
    "corrected_without_restart": Words(
        "{on}，收到补正；补正告知逾期，答复期限不重新计算。", _CORRECTION, "late_correction_notice"
    ),
    "reason_asked": Words(
        "{on}，要求申请人说明理由（最晚{by}），答复期限照常计算。", _REASONS, "reasons_pause_clock"
    ),
    "reason_asked_pauses": Words(
        "{on}，要求申请人说明理由（最晚{by}），所需时间不计入答复期限。", _REASONS, "reasons_pause_clock"
    ),
    "reason_given": Words("{on}，申请人说明理由。", _REASONS),
    "delayed": Words("{on}，确定延迟答复的期限为{until}。", _REASONS),
    "delayed_rolled": Words("{on}，确定延迟答复的期限为{until}，当天不上班，顺延至{by}。", _REASONS),
    "consulted_third_party": Words(
        "{on}，书面征求第三方意见（{name}），所需时间不计入答复期限。",
        "条例第三十二条、第三十三条第三款",
        "pause_starts",
    ),
    "consulted_co_producer": Words(
        "{on}，征求共同制作机关意见（{name}），所需时间不计入答复期限。",
        "条例第三十三条第三款、第三十四条",
        "pause_starts",
    ),
    "consulted_other_organ": Words(
        "{on}，征求其他机关意见（{name}），所需时间不计入答复期限。", _PAUSE, "pause_starts"
    ),
    "consulted_until_delivery": Words(
        "{on}，征求意见（{name}），送达之前答复期限照常计算。", _PAUSE, "pause_starts"
    ),
    "consulted_without_pause": Words("{on}，征求意见（{name}），到期日不变。", _PAUSE),
    "delivered": Words("{on}，征求意见书（{name}）送达，最晚{by}提出意见。", "条例第三十二条、第三十四条"),
    "delivered_without_period": Words("{on}，征求意见书（{name}）送达。", _PAUSE),
    "opinion": Words("{on}，收到{name}的意见。", _PAUSE, "pause_ends"),
    "opinion_late": Words(
        "{on}，收到{name}的意见，晚于{by}，不计入的时间不因此延长。", "条例第三十二条、第三十四条", "pause_ends"
    ),
    "extended": Words(
        "{on}，经工作机构负责人同意并告知申请人，答复期限延长{granted}个工作日。", _PERIOD, "extension_notice"
    ),
    "fee_asked": Words("{on}，发出收费通知；缴费之前的时间不计入答复期限。", _FEE_NOTICE),
    "fee_served": Words("{on}，收费通知送达申请人，最晚{by}缴费。", _PAYMENT),
    "paid_restarts": Words("{on}，申请人缴费完成，答复期限自次日起重新计算。", _PAYMENT, "after_payment"),
    "paid_resumes": Words("{on}，申请人缴费完成，答复期限自次日起继续计算。", _PAYMENT, "after_payment"),
    "answered": Words("{on}，作出答复（{service}），在期限内。", _PERIOD),
    "answered_late": Words("{on}，作出答复（{service}），超过到期日{by}，逾期{late}个工作日{unsure}。", _PERIOD),
    "answered_without_period": Words("{on}，作出答复（{service}），当时没有正在计算的答复期限。"),
    "served": Words(
        "{on}，送达申请人，申请复议、提起诉讼的期限自此起算。", "行政复议法第二十条；行政诉讼法第四十六条"
    ),
    "withdrawn": Words("{on}，申请人撤回申请，不再办理。"),
    "lapsed_uncorrected": Words(
        "{on}，补正期限{by}届满，申请人无正当理由逾期不补正，视为放弃申请，不再处理该申请。", _CORRECTION
    ),
    "lapsed_unpaid": Words("{on}，缴费期限{by}届满，申请人逾期未缴费，视为放弃申请，不再处理该申请。", _PAYMENT),
    "reopened": Words(
        "{on}，收到责令重新答复的决定或者判决，应当在{days}个工作日内答复。", _ORDER, "ordered_period"
    ),
    "reopened_for_calendar_days": Words(
        "{on}，收到责令重新答复的决定或者判决，应当在{days}日内答复，按日历日计算，不延期，不扣除。", _ORDER
    ),
    "reopened_until": Words(
        "{on}，收到责令重新答复的决定或者判决，应当在{until}前（含当日）答复，不延期，不扣除。", _ORDER
    ),
}

# A period that begins, or begins anew.
BEGINS = Words("{on}当天不计，自次日起计算{days}个工作日；期间不暂停、不延长的，{due}届满。", _PERIOD)
EXTENSION_LAPSED = Words(
    "此前延长的{extended}个工作日属于原期限，重新计算后不再计入。", _PERIOD, "extension_after_restart"
)
EXTENSION_KEPT = Words("此前延长的{extended}个工作日仍然计入。", _PERIOD, "extension_after_restart")
# Ends that were late, and a period that ran out before an order for a new reply.
ENDED_LATE = Words("办结时已超过到期日{due}，逾期{late}个工作日{unsure}。", _PERIOD)
SILENCE_LATE = Words(
    "此前的答复期限已于{due}届满，没有作出答复，到收到决定或者判决时已逾期{late}个工作日{unsure}。", _PERIOD
)
# How consultations end without an answer.
SILENT = {
    "third_party": Words(
        "{by}，第三方（{name}）逾期未提出意见，由行政机关依照条例的规定决定是否公开。",
        "条例第三十二条",
        "pause_ends",
    ),
    "co_producer": Words(
        "{by}，共同制作机关（{name}）逾期未提出意见，视为同意公开。", "条例第三十四条", "pause_ends"
    ),
}
UNDELIVERED = Words("征求意见书（{name}）没有登记送达，暂按{sent}发出当日送达推算，期满之日为{by}。", _PAUSE)
UNDELIVERED_COUNTS = Words("征求意见书（{name}）没有登记送达，答复期限照常计算。", _PAUSE, "pause_starts")
AWAITING = Words("其他机关（{name}）还没有答复，暂按不计入的时间到{today}为止推算。", _PAUSE)
AWAITING_OPINION = Words("{name}的意见还没有收到，暂按到{by}期满推算。", "条例第三十二条、第三十四条")
AWAITING_REASONS = Words("申请人还没有说明理由，暂按到{by}期满推算。", _REASONS, "reasons_pause_clock")
PAUSE = Words("{span}不计入答复期限（{causes}），其中{days}个工作日。", _PAUSE)
# Of article 33 ¶3, article 35 and 109号 the first that is behind a pause.
PAUSE_SOURCES = {"consultation": _PAUSE, "reasons": _REASONS, "payment": _PAYMENT}
DAYS_OFF = Words("其间放假：{spans}。")
DAYS_WORKED = Words("其间周末调休上班，计入工作日：{days}。")
HOLIDAY_NOTICE = "国务院办公厅关于部分节假日安排的通知"
DUE = Words("到期日为{due}，即第{days}个工作日。", _PERIOD)
DUE_EXTENDED = Words("到期日为{due}，即第{days}个工作日（原{base}个，延长{granted}个）。", _PERIOD)
DUE_DELAYED = Words("到期日为{due}：延迟答复的期限晚于按工作日计算的到期日。", _REASONS)
DUE_ORDERED = Words("到期日为{due}，以决定、判决为准。", _ORDER)
# Of a day that an order names and that is no working day; calendar days say themselves how they end.
NOT_PUT_OFF = Words("{day}不上班，决定、判决写明的日期不因此顺延；此前最后一个工作日是{before}", _ORDER)
DUE_EXPECTED = Words("到期日是预计的：不计入的时间还没有结束，结束之后才能确定。", _PAUSE)
DUE_PROVISIONAL = Words(
    "到期日是暂定的：{year}年的放假安排还没有公布，目前只扣除周休息日和法定节假日。", HOLIDAY_NOTICE
)
NO_DUE = {
    "not_received": Words("还没有收到申请的记录，没有到期日。", "条例第三十一条"),
    "unconfirmed": Words(
        "截至{today}已满{days}个工作日尚未与申请人确认，收到申请之日不能确定，答复期限尚未起算。",
        "条例第三十一条",
        "confirmation_alarm_days",
    ),
    "unconfirmed_yet": Words(
        "截至{today}尚未与申请人确认，收到申请之日不能确定，答复期限尚未起算。", "条例第三十一条"
    ),
    "awaiting_correction": Words("等待申请人补正，没有正在计算的答复期限。", _CORRECTION),
    "awaiting_payment": Words("等待申请人缴费，没有正在计算的答复期限。", _PAYMENT),
}
LEFT = Words("截至{today}，已用{used}个工作日，还剩{left}个工作日。")
LAST_DAY = Words("截至{today}，已用{used}个工作日，今天是答复期限的最后一日。")
OVERDUE = Words("截至{today}，已逾期{overdue}个工作日{unsure}。", _PERIOD)
# What may follow where the applicant let a day pass, by the deadline.
OVER = {
    "correction": Words(
        "补正期限已于{by}届满，申请人没有补正；无正当理由的，视为放弃申请，不再处理该申请。", _CORRECTION
    ),
    "payment": Words("缴费期限已于{by}届满，申请人没有缴费，视为放弃申请，不再处理该申请。", _PAYMENT),
}
CONVENTION = Words("本机关口径（{question}）：{value}。")
QUESTION_MARK = "？"
# Behind a day, or a number of days, that rests on a year whose holidays are not fixed.
UNSURE = "（暂定）"
NO_SERVICE = "送达方式未登记"
WORKING_DAYS = "{days}个工作日"
BETWEEN, BETWEEN_SOURCES, STOP = "、", "；", "。"
# The sentence of a request that waits to be confirmed where no working day has passed.
UNCONFIRMED_YET = "unconfirmed_yet"
# The sentence of `delayed` where the day that was set is no working day.
DELAYED_ROLLED = "delayed_rolled"
# The sentences of `reopened` where an order does not leave working days.
REOPENED_UNTIL, REOPENED_FOR_CALENDAR_DAYS = "reopened_until", "reopened_for_calendar_days"
