"""What phases, deadlines and days of the clock are called (时限状态、期限、日期的名称)."""

from __future__ import annotations

PHASES = {
    "not_received": "尚未收到",
    "unconfirmed": "待确认",
    "running": "期限内办理",
    "paused": "暂停计算",
    "awaiting_correction": "等待补正",
    "awaiting_payment": "等待缴费",
    "answered": "已答复",
    "withdrawn": "已撤回",
    "lapsed": "视为放弃",
}
DEADLINES = {
    "confirmation": "与申请人确认",
    "correction_notice": "告知补正",
    "correction": "申请人补正",
    "reasons": "申请人说明理由",
    "opinion": "提出意见",
    "extension_notice": "告知延期",
    "payment": "申请人缴费",
    "reply": "答复",
}
CAUSES = {"consultation": "征求意见", "reasons": "说明理由", "payment": "等待缴费"}
MARKS = {
    "receipt": "起算日",
    "counted": "计入",
    "off": "休息日",
    "paused": "不计入",
    "waiting": "期限未起算",
    "superseded": "重新计算前",
}
