"""The sentences of the life cycle (办理流程的文字): sources, and why a step is not open and what is."""

from __future__ import annotations

# What a clerk can look up for a step.
SOURCES = {
    "25": "条例第二十五条",
    "29_31": "条例第二十九条、第三十一条第一项",
    "30": "条例第三十条",
    "31.2": "条例第三十一条第二项",
    "32": "条例第三十二条",
    "33.1": "条例第三十三条第一款",
    "33.2": "条例第三十三条第二款",
    "33.2_36": "条例第三十三条第二款、第三十六条至第三十九条",
    "33.3": "条例第三十三条第三款",
    "34": "条例第三十四条",
    "35": "条例第三十五条",
    "36": "条例第三十六条至第三十九条",
    "36.4": "条例第三十六条第四项；法释〔2025〕8号",
    "41": "条例第四十一条",
    "42": "条例第四十二条",
    "44": "条例第四十四条",
    "45": "条例第四十五条",
    "47": "条例第四十七条",
    "secrecy": "条例第十七条；保守国家秘密法实施条例第四十二条",
    "confirmation": "条例第三十一条第二项、第三项；国办公开办函〔2015〕207号",
    "fee_notice": "国办函〔2020〕109号第六条",
    "payment": "国办函〔2020〕109号第七条",
    "lapse": "条例第三十条；国办函〔2020〕109号第七条",
    "service": "国办公开办函〔2016〕235号",
    "order": "行政复议法第六十四条、第六十六条；行政诉讼法第七十条、第七十二条",
    "transfer": "条例第二十九条、第四十五条；国办公开办函〔2015〕207号",
    "practice": "条例未规定，按工作惯例",
}

# Each condition as the page tells it.
CONDITIONS = {
    "receipt_day_known": "收到申请之日已经确定",
    "only_once": "没有办过（没有获准的，以及因期限重新计算不再计入的延期除外）",
    "none_open": "没有正在办的",
    "not_overdue": "答复期限没有届满",
    "extension_in_time": "来得及按时告知",
    "not_ordered": "不在责令的期限内",
    "period_over": "所给期限已经届满",
    "fees_charged": "本机关收费",
    "grounds_provided": "结论的前提已经具备",
    "reviews_done": "要过的审查已经通过",
    "leader_not_needed": "不须分管领导批准",
    "withdrawal_asked": "已经提出撤回",
    "reply_made": "已经作出答复",
}

# Why a condition keeps a step from being done, and what to do.
AGAINST = {
    "receipt_day_known": "收到申请之日还没有确定，请先登记签收，或者与申请人确认",
    "only_once": "“{procedure}”只能办一次，本申请已经办过",
    "none_open": "“{procedure}”正在进行，请先办结",
    "not_overdue": "答复期限已经届满，不能再“{event}”，请尽快作出答复",
    "extension_in_time": "已经来不及告知延期，请在期限内作出答复",
    "not_ordered": "复议机关或者法院责令的答复期限内不能“{event}”",
    "period_over": "所给期限还没有届满，或者没有登记送达，请等待期满",
    "fees_charged": "本机关不收取信息处理费；确需收取的，先在本地口径中改为收取",
    "leader_not_needed": "按本地口径，这一结论要由分管领导批准，请报请分管领导",
    "withdrawal_asked": "还没有登记申请人提出撤回，请先登记",
    "reply_made": "本申请没有作出过答复，没有可以更正的",
}
NOT_REVIEWED = {
    "legal_reviewed": "结论“{outcome}”还没有通过法制审核",
    "secrecy_reviewed": "结论“{outcome}”还没有通过保密审查",
}
NOT_SEARCHED = "结论“{outcome}”要以检索为前提，请先登记检索的范围、方法和时间"
NOT_PROVIDED = "结论“{outcome}”要求“{procedure}”已经是{states}，现在{now}"
NOW = "是{states}"
QUOTED = "“{word}”"
AGAINST_THIRD_PARTY = (
    "第三方的反对已经认定有合理理由，不能全部予以公开；因公共利益确需公开的，先登记“因公共利益决定公开”并告知第三方"
)
NEVER_HELD = "没有进行"
NO_OUTCOME = "还没有拟定结论"
OTHER_OUTCOME = "结论“{outcome}”不能这样办结，应当“{event}”"
SECOND_PERSON = "起草的人不能审核、批准自己的草稿，请由另一人办理；没有其他人的，报请分管领导"
NOT_DURING = "申请的状态是“{state}”，不能“{event}”；在{during}时可以"
BLOCKED = "“{procedure}”的状态是“{state}”，还不能“{event}”：{remedy}"

# What is to be done before the request may be answered, by the procedure that stands in the way.
REMEDIES = {
    "correction": "请等待申请人补正，或者期满后确认逾期",
    "reasons": "请等待申请人说明理由并作认定，或者期满后确认逾期",
    "third_party": "请登记送达，等待第三方的意见并作认定，或者等待十五个工作日期满；无法送达的，登记“无法送达”",
    "co_producer": "请登记送达，等待意见，或者等待十五个工作日期满",
    "fee": "请等待申请人缴费；逾期未缴的，告知不再处理",
    "re_reply": "应当重新答复",
}

# Refusals of the table itself.
WRONG_STATE = "“{procedure}”没有“{state}”这一状态"
WRONG_EVENT = "“{procedure}”的状态是“{state}”，不能“{event}”；现在{possible}"
WRONG_ROLE = "“{procedure}”的“{event}”应由{roles}办理，{role}不能办理；{role}现在{possible}"
POSSIBLE = "可以：{events}"
NOTHING = "没有可以办理的事项"
FOLLOWS = "“{procedure}”的“{event}”随申请自动办理，不能单独办理"
NAME_TAKEN = "本申请已经有编号为“{name}”的“{procedure}”，请另编一个号"
UNKNOWN_SIDE = "本申请没有编号为“{name}”的“{procedure}”"
AMBIGUOUS_SIDE = "本申请有几个“{procedure}”，请写明是哪一个：{names}"
OTHER_CASE = "“{case}”不办理“{procedure}”"
AND, OR, LIST = "；", "或者", "、"
