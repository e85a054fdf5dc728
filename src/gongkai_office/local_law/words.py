"""Chinese sentences of notices of holidays and local conventions."""

ALREADY_ENTERED = "{number}已经导入，不必再次导入。要更正的，先撤回原来的一份。"
ALREADY_WITHDRAWN = "已于{at}撤回，不能再次撤回。"
UNKNOWN_KEY = "没有“{key}”这一项本地口径。"
NOT_A_VALUE = "“{question}”的值不能是“{value}”，请从所列的做法中选择。"
NO_SOURCE = "请写明依据：哪一份文件、哪一次会议、哪一位领导的批示。"
NOTHING_CHANGES = "与现在的做法、依据和起始日期都相同，没有需要保存的。"
DEFAULT_CHOSEN = "不单独设定（沿用上级机关的做法，上级没有设定的按默认）"

AT_LINE = "第 {line} 行：{problem}"

# In what a number is told, by the key of its convention.
UNITS = {
    "confirmation_alarm_days": "个工作日",
    "longest_correction_days": "个工作日",
    "first_step_above_thirty": "元",
}

VERBS = {
    "calendar.enter_notice": "导入放假通知",
    "calendar.enter_local_holiday": "添加地方节日",
    "calendar.withdraw_notice": "撤回放假安排",
    "conventions.choose": "设定本地口径",
    "conventions.withdraw": "撤回本地口径",
}
