"""The Chinese words that written findings share, whatever they are written as (检查结果用词)."""

from __future__ import annotations

import re

from gongkai.report import CLOSING, PREFACE, Method, Severity, State
from gongkai.report.verdicts import Decision

AUTHOR = "公开"

SEVERITIES = {
    Severity.ERROR: "错误",
    Severity.WARNING: "警告",
    Severity.NOTE: "提示",
    Severity.DAMAGE: "抓取损坏",
}
# What each of them asks of the reader.
MEANINGS = {
    Severity.ERROR: "报告自身即可证明有误，应当改正",
    Severity.WARNING: "很可能有误，请人工核对",
    Severity.NOTE: "少见，或者无法核对，供参考",
    Severity.DAMAGE: "抓取或转存时造成，不是作者写错",
}
# The signs that tell severities apart without colour.
SIGNS = {Severity.ERROR: "✕", Severity.WARNING: "▲", Severity.NOTE: "●", Severity.DAMAGE: "◇"}
DISMISSED = "已复核排除"
DECISIONS = {Decision.CONFIRMED: "确认有误", Decision.DISMISSED: "不采纳"}
VERDICT = "{decision}：{reason}"
SIGNED_VERDICT = "{decision}：{reason}（{signed}）"
STALE = "复核意见已失效 {count} 条（所依据的内容已经改动）"

TABLES = {"2": "表二", "3": "表三", "4": "表四"}
CELL = "{table} {row} / {column}"
# What every row that counts requests is named by, besides what makes it another.
SAME_IN_ROWS = "政府信息公开申请数量"

PARTS = {
    PREFACE: "前言",
    **{str(number): f"第{ordinal}部分" for number, ordinal in enumerate("一二三四五六", 1)},
    CLOSING: "落款",
}
HEADING = "{part}标题"
PARAGRAPH = "{part}第 {number} 段"
LINE = "第 {line} 行第 {column} 字"
SHEET_CELL = "工作表“{sheet}”{cell}"
PAGE = "第 {page} 页"
WITH_PLACE = "{spot}（{place}）"
WHOLE_REPORT = "全文"
AND_MORE = "{spot}等 {count} 处"
MORE_SPOTS = "另有 {count} 处"
BETWEEN_SPOTS = "；"

UNKNOWN_ORGAN = "机关名称未读出"
YEAR = "{year} 年度"
UNKNOWN_YEAR = "年度未读出"
EDITION = "{edition} 版格式（{notice}）"
NOTHING_FOUND = "未发现问题"

COMMENT_HEAD = "【{severity} {number}】{message}"
CALCULATION = "计算：{text}"
CORRECTION = "改为：{text}"
QUOTED = "【{text}】"
REVIEWED = "复核：{text}"
SOURCE = "依据：{text}"
SEE_ALSO = "另见：{text}"
NOT_A_WORD_DOCUMENT = (
    "批注只能加在 Word 文档（.docx）上，旧版 .doc 请先另存为 .docx；其他文件请用 --format html 得到带标注的网页"
)
STRANGE_WORD_DOCUMENT = "这份 Word 文档的内部格式不能加批注，请用 Word 或 WPS 另存为 .docx 后再试"

# Reports as data.
CELLS_SHEET, TEXTS_SHEET, DATA_SHEET = "单元格", "文字", "数据"
NO_CHARACTER = "文中有不成字的代码（{code}），不能写出；请删去"
NUMBER_TOO_LONG = "数值 {value} 的位数太多，Parquet 存不下（小数点前至多 {whole} 位，后至多 {decimals} 位）"

SUMMARY_SHEET = "汇总"
SUMMARY_COLUMNS = (
    *("文件", "机关", "年度", "格式"),
    *SEVERITIES.values(),
    *(DISMISSED, "说明"),
)
FINDINGS_SHEET = "检查结果"
FINDINGS_COLUMNS = (
    *("文件", "机关", "年度", "序号", "级别", "编号", "类别", "位置", "问题"),
    *("应为", "实为", "计算", "改为", "原文", "依据", "复核"),
)
NOT_READ = "不能读取：{reason}"
# What tells of a figure that is not simply printed, by its state or by how it was read.
OPEN_CELLS = {
    State.AMBIGUOUS: "原文不能确定是哪个数",
    State.UNREADABLE: "原文不能辨认",
    Method.OCR: "由图片识别",
    Method.SPLIT: "由相连的数字拆分，各项之和相符",
    Method.PROVED: "由勾稽关系推定",
}
# How a remark on a table begins.
NOTES = ("注：", "注:", "注 ", "备注", "说明：", "说明:")
# A line that is a date, or is to be one.
DATED = re.compile(r"20\d\d年.{1,30}日")
# What a mark in a printed form says.
MARKS = OPEN_CELLS | {State.ABSENT: "原文没有这一格", State.NOT_APPLICABLE: "原文写明不适用"}
POSSIBLE = "{note}：可能是 {values}"
BLANK = "空白"
OR = "、"
AND_SO_ON = " 等"
OF_YEAR = "{year}年"
OPEN_SIGNS = {State.AMBIGUOUS: "?", State.UNREADABLE: "×", Method.OCR: "~", Method.SPLIT: "*", Method.PROVED: "**"}
