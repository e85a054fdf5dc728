"""What the commands of the law say (期限、收费、文书命令的文字)."""

from __future__ import annotations

import re

SEPARATOR = "、"

# How a person types what happened.
A_DAY = re.compile(r"(\d{4})(?:-|/|\.|年)(\d{1,2})(?:-|/|\.|月)(\d{1,2})日?|(\d{4})(\d{2})(\d{2})")
SO_MANY_DAYS = re.compile(r"(\d{1,3})(?:个?工作日|日|天)?")
EVENT_WORDS: dict[str, tuple[str, dict[str, str]]] = {
    "提交申请": ("submitted", {}),
    "提交": ("submitted", {}),
    "收到": ("submitted", {"channel": "counter"}),
    "当面提交": ("submitted", {"channel": "counter"}),
    "口头申请": ("submitted", {"channel": "oral"}),
    "邮寄": ("submitted", {"channel": "signed_mail"}),
    "平信": ("submitted", {"channel": "plain_mail"}),
    "互联网提交": ("submitted", {"channel": "internet"}),
    "传真提交": ("submitted", {"channel": "fax"}),
    "签收": ("arrived", {}),
    "实际收到": ("arrived", {}),
    "签收或者实际收到": ("arrived", {}),
    "确认": ("confirmed", {}),
    "双方确认": ("confirmed", {}),
    "与申请人确认": ("confirmed", {}),
    "补正告知": ("correction_asked", {}),
    "补正告知书送达": ("correction_notice_served", {}),
    "补正告知送达": ("correction_notice_served", {}),
    "收到补正": ("correction_received", {}),
    "要求说明理由": ("reason_asked", {}),
    "说明理由告知": ("reason_asked", {}),
    "收到说明理由": ("reason_given", {}),
    "收到理由": ("reason_given", {}),
    "确定延迟答复期限": ("delay_set", {}),
    "延迟答复": ("delay_set", {}),
    "征求意见": ("consulted", {}),
    "征求第三方": ("consulted", {"party": "third_party"}),
    "征求第三方意见": ("consulted", {"party": "third_party"}),
    "征求共同制作机关": ("consulted", {"party": "co_producer"}),
    "征求其他机关": ("consulted", {"party": "other_organ"}),
    "征求意见书送达": ("consultation_delivered", {}),
    "收到意见": ("consultation_answered", {}),
    "第三方回复": ("consultation_answered", {}),
    "其他机关回复": ("consultation_answered", {}),
    "延期告知": ("extended", {}),
    "延期": ("extended", {}),
    "收费通知": ("fee_asked", {}),
    "收费通知送达": ("fee_notice_served", {}),
    "缴费": ("fee_paid", {}),
    "缴费完成": ("fee_paid", {}),
    "作出答复": ("answered", {}),
    "答复": ("answered", {}),
    "答复交邮": ("answered", {"service": "posted"}),
    "答复送达": ("served", {}),
    "撤回": ("withdrawn", {}),
    "撤回申请": ("withdrawn", {}),
    "视为放弃": ("lapsed", {}),
    "责令重新答复": ("reopened", {}),
}
CHANNEL_WORDS = {
    "当面": "counter",
    "现场": "counter",
    "邮寄": "signed_mail",
    "挂号": "signed_mail",
    "EMS": "signed_mail",
    "平信": "plain_mail",
    "互联网": "internet",
    "网上": "internet",
    "电子邮件": "internet",
    "传真": "fax",
    "口头": "oral",
}
PARTY_WORDS = {"第三方": "third_party", "共同制作机关": "co_producer", "其他机关": "other_organ"}
SERVICE_WORDS = {
    "直接送达": "handed",
    "当面": "handed",
    "邮寄": "posted",
    "邮寄送达": "posted",
    "交邮": "posted",
    "电子送达": "electronic",
    "电子邮件": "electronic",
    "互联网": "electronic",
}

IN_LINE = "第 {number} 项“{text}”：{problem}"
TOO_MANY_EVENTS = "最多写 {most} 项"
NOT_UTF8 = "文件不是 UTF-8 编码的文字，请另存为 UTF-8 再试"
BAD_JSON = "文件不是事件的 JSON：{problem}"
NO_SUCH_DAY = "没有“{day}”这一天"
NOT_A_DAY = "开头应是日期，如 2026-03-02，不是“{day}”"
UNKNOWN_EVENT = "不认识“{word}”，{more}"
MEANT = "是不是“{word}”？"
KNOWN_EVENTS = "可以写的词见 docs/reference/commands.md"
WHICH_CHANNEL = "请写明提交方式：当面、邮寄、平信、互联网、传真、口头"
WHICH_CONSULTATION = "请写明是哪一次征求意见：{names}"
HOW_MANY_DAYS = "请写明给申请人几个工作日，如：补正告知 10"
UNTIL_WHEN = "请写明延迟到哪一天"
