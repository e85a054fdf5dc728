"""The Chinese words that every form of a comparison shares (年报比较用词)."""

from __future__ import annotations

from gongkai.report import Method, Scope, State
from gongkai.report.measures import APPLICANTS, DISCLOSURE, DISPUTE_CELLS, DISPUTES, REQUEST_CELLS, REQUESTS
from gongkai.terms import form

TITLE = "政府信息公开工作年度报告比较"
SECTIONS = {
    REQUESTS: "收到和处理政府信息公开申请",
    APPLICANTS: "申请人（本年新收）",
    DISPUTES: "政府信息公开行政复议、行政诉讼",
    DISCLOSURE: "主动公开政府信息",
    REQUEST_CELLS: "收到和处理政府信息公开申请：全部单元格",
    DISPUTE_CELLS: "行政复议、行政诉讼：全部单元格",
}
OF_EDITION = "{title}（{edition} 版格式）"

# Names short enough for the head of a column; the form's own words where they are.
MEASURES = {
    "received": "本年新收",
    "carried_in": "上年结转",
    "granted": form.GRANTED,
    "partly_granted": form.PARTLY_GRANTED.partition("（区分")[0],
    "denied": form.DENIED,
    "unavailable": form.UNAVAILABLE,
    "not_handled": form.NOT_HANDLED,
    "otherwise": form.OTHERWISE_HANDLED,
    "closed": form.RESULTS_TOTAL,
    "carried_out": "结转下年度",
    "natural": form.NATURAL_PERSON,
    "natural_share": "自然人占比",
    "legal": form.LEGAL_PERSONS,
    "legal_share": "法人或其他组织占比",
}
DISPUTE_ROWS = {
    "reconsideration": form.RECONSIDERATION,
    "litigation": form.LITIGATION,
}
CORRECTED_RATE = "纠正率"
CLOSED = "办结"
# A row inside a group of the form.
INSIDE = " › "

SCOPES = {Scope.OWN: "本机关", Scope.CONSOLIDATED: "汇总", Scope.UNKNOWN: "范围未写明"}
WITH_SCOPE = "{organ}（{scope}）"
YEAR = "{year} 年"
YEARS_OF_ORGAN = "{organ} {first}—{last} 年度"
ORGANS_OF_YEAR = "{year} 年度 {count} 个机关"
SUM_OF = "合计（{scope} {count} 份）"

SIGNS = {
    State.BLANK: "空",
    State.NOT_APPLICABLE: "/",
    State.ABSENT: "缺",
    State.AMBIGUOUS: "?",
    State.UNREADABLE: "×",
}
SEVERAL_STATES = "?"
METHOD_SIGNS = {Method.DIRECT: "", Method.OCR: "~", Method.SPLIT: "*", Method.PROVED: "*"}
NOT_IN_FORM = "—"
BETWEEN = "{sign} {low}–{high}"
AT_LEAST = "≥{low}"
PERHAPS = "{sign} {value}"
PERCENT = "{value}%"
LESS_THAN_ONE = "<1"
WHY = {
    State.BLANK: "原文为空",
    State.NOT_APPLICABLE: "原文写明不适用",
    State.ABSENT: "原文没有这一格",
    State.AMBIGUOUS: "原文不能确定是哪个数",
    State.UNREADABLE: "原文不能辨认",
}
WHY_NOT_KNOWN = "{count} 格未知：{reasons}"
SHARE_OF_NOTHING = "总数为 0，没有占比"
OTHER_EDITION = "该版格式没有这一项"
HOW_READ = {
    Method.OCR: "由图片识别",
    Method.SPLIT: "由相连的数字拆分，各项之和相符",
    Method.PROVED: "由勾稽关系推定",
}
LEGEND = (
    ("空", "原文为空，不是 0"),
    ("/", "原文写明不适用"),
    ("缺", "原文没有这一格"),
    ("?", "原文不能确定，后面是可能的范围"),
    ("≥", "含有未知格，至少是这个数"),
    ("×", "原文不能辨认"),
    ("—", "没有这一项或没有占比"),
    ("*", "拆分或按勾稽关系推定的数"),
    ("~", "由图片识别的数"),
)

SAME = "持平"
POINTS = "{value} 个百分点"
WITH_PERCENT = "{difference} ({percent}%)"

MISMATCH = "上年 {carried_out}"
BREAK = "结转不一致：{year} 年度“上年结转”不等于 {before} 年度“结转下年度”，{columns}。"
BROKEN_COLUMN = "{column} {carried_in}≠{carried_out}"

# What is said of some reports, by the code of the note.
NOTES = {
    "no_organ": "{sources}：读不出机关名称，没有参加比较。",
    "no_year": "{sources}：读不出年度，没有参加比较。",
    "duplicate": "{organ} {years} 年度（{scope}）有多份报告，只计 {first}，不计 {others}；{differing}。",
    "alone": "{sources}：{organ} {years} 年度（{scope}）没有可比的其他报告，没有参加比较。",
    "not_read": "{sources}：不能读取，没有参加比较。",
    "nothing_known": "{sources}：没有读出任何数字。",
    "scope_taken": "{sources}：没有写明是本机关还是汇总，按该机关的其他报告视为“{scope}”。",
    "missing_years": "缺 {years} 年度的报告，缺口前后的增减不是逐年增减。",
    "editions": (
        "2021 年度起格式改版，主动公开的各项含义不同，分版列出，不跨版比较；"
        "“（六）其他处理”在新版中分为三项，这里按合计比较。"
    ),
}
NO_DIFFERENCE = "各份数字相同"
DIFFERENCE = "有 {count} 格不同，请核对用哪一份"
LIST = "、"

REQUESTS_CHART = "申请：新收、办结、结转（件）"
RESULTS_CHART = "办理结果（件）"
DISPUTES_CHART = "行政复议、行政诉讼（件）"
RECEIVED_CHART = "本年新收申请（件），从多到少"
SHARES_CHART = "办理结果构成（占办结总数的百分比）"
DISPUTE_COUNTS_CHART = "行政复议、行政诉讼总数（件）"
ONLY_FIRST = "图中只画前 {count} 个机关，全部见表。"
UNKNOWN_PART = "未知"
OUT_OF = "共 {total}"
UNEQUAL = "{total}（各项之和 {parts:.0f}）"
DESCRIPTION = "{name}：{parts}"
NAMED_VALUE = "{name} {value}"
BETWEEN_ROWS = "；"
BETWEEN_VALUES = "，"

GROUP_SHEET = "比较{number}"
LONG_SHEET = "长表"
NOTES_SHEET = "说明"
NOTES_COLUMNS = ("工作表", "说明")
SECTION_COLUMN, GROUP_COLUMN, MEASURE_COLUMN = "部分", "类别", "指标"
ORGAN_COLUMN, SCOPE_COLUMN = "机关", "范围"
DIFFERENCE_COLUMN, PERCENT_COLUMN = "较 {year} 年增减", "较 {year} 年增减（%）"
