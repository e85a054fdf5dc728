"""The words of handling a request (依申请公开工作用语): channels, parties, roles, stages, events.

Sources: 条例 29 to 45; 国办公开办函〔2015〕207号; 国办函〔2020〕109号.
"""

from __future__ import annotations

# Article 31, by the way in which a request came.
CHANNELS = {
    "counter": "当面",
    "signed_mail": "邮寄（签收）",
    "plain_mail": "平信（无需签收）",
    "internet": "互联网",
    "fax": "传真",
    "oral": "口头代填",
}
# Articles 32 to 34: who is asked for an opinion.
PARTIES = {"third_party": "第三方", "co_producer": "共同制作机关", "other_organ": "其他机关"}
# How a letter reaches its addressee (送达).
SERVICES = {"handed": "直接送达", "posted": "邮寄送达", "electronic": "电子送达"}

# Article 45: the stages of a request's handling.
STAGES = {
    "registration": "登记",
    "review": "审核",
    "handling": "办理",
    "reply": "答复",
    "archive": "归档",
}

# Who acts: of the organ, of the authority above it, and outside.
ROLES = {
    "officer": "承办人",
    "reviewer": "审核人",
    "secrecy_reviewer": "保密审查员",
    "legal_reviewer": "法制审核员",
    "unit_head": "工作机构负责人",
    "leader": "分管领导",
    "liaison": "联络员",
    "supervisor": "主管部门监督员",
    "applicant": "申请人",
    "third_party": "第三方",
    "other_organ": "其他机关",
    "authority": "复议机关或者人民法院",
    "system": "系统",
}

# What happens to a request, on a day.
EVENTS = {
    "submitted": "提交申请",
    "arrived": "签收或者实际收到",
    "confirmed": "与申请人确认",
    "correction_asked": "补正告知",
    "correction_notice_served": "补正告知书送达",
    "correction_received": "收到补正",
    "reason_asked": "要求说明理由",
    "reason_given": "收到说明理由",
    "delay_set": "确定延迟答复期限",
    "consulted": "征求意见",
    "consultation_delivered": "征求意见书送达",
    "consultation_answered": "收到意见",
    "extended": "延期告知",
    "fee_asked": "收费通知",
    "fee_notice_served": "收费通知送达",
    "fee_paid": "缴费完成",
    "answered": "作出答复",
    "served": "答复送达",
    "withdrawn": "撤回申请",
    "lapsed": "视为放弃",
    "reopened": "责令重新答复",
}
