"""What fields are called, what a new draft says, and what is said of a field that cannot be filled in (起草用语).

`{…}` in the sentences of a new draft are fields; `$…` is filled in at once. The sentences follow what the form asks
of each section: 国办公开办函〔2021〕30号 and 条例 50; of the fee: 国办函〔2020〕109号.
"""

from __future__ import annotations

import re

from gongkai.report import Method, State
from gongkai.terms import form, notices

# Fields.
OPEN, CLOSE = "{｛", "}｝"
DOT = re.compile("[.·。]")
QUOTES = re.compile("[“”‘’\"'「」『』]")
SIGNS = {ord("÷"): "/", ord("\u2212"): "-", ord("\u2014"): "-", ord("\u2013"): "-", ord("\uff0d"): "-"}
HOLE = re.compile(r"\s*(?:请|待)?填写.*", re.DOTALL)
CHANGE = "同比"
LAST_YEAR = re.compile(r"(?:上年度?|上一年度?|去年)\.")
# An ordinal of the form before a name.
ORDINAL = re.compile(r"(?:^|(?<=\.)|(?<=[-+/(]))(?:\([一二三四五六七\d]\)|[一二三四五六七]、|\d[.、])")
ORGAN, YEAR, YEAR_AFTER, YEAR_BEFORE = "organ", "year", "year_after", "year_before"
TEXTS = {"机关": ORGAN, "年度": YEAR, "下一年度": YEAR_AFTER, "上一年度": YEAR_BEFORE}
TEXTS_ALSO = {
    "机关名称": ORGAN,
    "年份": YEAR,
    "本年度": YEAR,
    "下年度": YEAR_AFTER,
    "上年度": YEAR_BEFORE,
}
WRITTEN_ALIKE = {"增/减": "增减"}

# Names that are better known than the form's label, and others that are understood. The label itself always is.
PREFERRED = {
    form.RECEIVED: "本年新收",
    form.CARRIED_IN: "上年结转",
    form.RESULTS: "办理结果",
    form.RESULTS_TOTAL: "办理结果",
    form.CARRIED_OUT: "结转下年度",
    form.OTHER_ENDINGS[0]: "逾期不补正",
    form.OTHER_ENDINGS[1]: "逾期不缴费",
    form.MADE_2021: "制发",
    form.REPEALED: "废止",
    form.IN_FORCE: "现行有效",
    form.DECISIONS_2021: "处理决定",
    form.FEE_AMOUNT: "收费金额",
    form.MADE_2019: "新制作",
    form.PUBLISHED: "新公开",
    form.PUBLISHED_TOTAL: "对外公开总数量",
    form.PREVIOUS_ITEMS: "上一年项目数量",
    form.CHANGE: "增减",
    form.DECISIONS_2019: "处理决定",
}
ALSO = {
    form.RECEIVED: ("新收", "新收申请", "收到申请", "本年新收申请", "新收申请数量", "本年新收申请数量"),
    form.CARRIED_IN: ("上年度结转", "上一年结转"),
    form.RESULTS: ("本年度办理结果",),
    form.RESULTS_TOTAL: ("本年度办理结果", "办结", "办结总计"),
    form.CARRIED_OUT: ("结转下年", "结转下年度办理"),
    form.DENIALS[0]: ("国家秘密",),
    form.DENIALS[1]: ("法律行政法规禁止公开",),
    form.DENIALS[2]: ("三安全一稳定",),
    form.DENIALS[3]: ("第三方合法权益",),
    form.DENIALS[4]: ("三类内部事务信息",),
    form.DENIALS[5]: ("四类过程性信息",),
    form.DENIALS[6]: ("行政执法案卷",),
    form.DENIALS[7]: ("行政查询事项",),
    form.UNAVAILABILITIES[0]: ("不掌握相关政府信息", "本机关不掌握"),
    form.UNAVAILABILITIES[1]: ("需要另行制作", "没有现成信息"),
    form.UNAVAILABILITIES[2]: ("补正后仍不明确",),
    form.REFUSALS_TO_HANDLE[0]: ("信访举报投诉类", "信访举报投诉"),
    form.REFUSALS_TO_HANDLE[2]: ("公开出版物",),
    form.REFUSALS_TO_HANDLE[3]: ("大量反复申请",),
    form.REFUSALS_TO_HANDLE[4]: ("确认或重新出具已获取信息",),
    form.OTHER_ENDINGS[0]: ("申请人无正当理由逾期不补正",),
    form.OTHER_ENDINGS[1]: ("申请人逾期未按收费通知要求缴纳费用",),
    form.NORMATIVE_DOCUMENTS_2021: (form.NORMATIVE_DOCUMENTS_2019,),
    form.NORMATIVE_DOCUMENTS_2019: (form.NORMATIVE_DOCUMENTS_2021,),
    form.OTHER_SERVICES: ("对外管理服务事项",),
    form.PROCUREMENT: ("集中采购",),
    form.RECONSIDERATION: ("复议",),
    form.LITIGATION: ("诉讼",),
    form.LITIGATION_DIRECT: ("直接起诉",),
    form.MADE_2021: ("本年制发", "制发件数"),
    form.REPEALED: ("本年废止", "废止件数"),
    form.IN_FORCE: ("有效件数",),
    form.DECISIONS_2021: ("处理决定数量",),
    form.FEE_AMOUNT: ("本年收费金额", "金额"),
    form.MADE_2019: ("本年新制作", "制发"),
    form.PUBLISHED: ("本年新公开",),
    form.PUBLISHED_TOTAL: ("对外公开",),
    form.PREVIOUS_ITEMS: ("上一年项目",),
    form.DECISIONS_2019: ("本年处理决定数量",),
    form.PROJECTS: ("项目数量",),
    form.PROCUREMENT_AMOUNT: ("总金额", "金额"),
    form.LEGAL_PERSONS: ("法人和其他组织", "法人"),
    form.TOTAL: ("合计",),
    form.UPHELD: ("维持",),
    form.CORRECTED: ("纠正",),
    form.OTHER_RESULT: ("其他",),
    form.PENDING: ("未审结",),
}

# What stands for a value.
PERCENT = "{value}%"
GROWN, FALLEN, SAME, NEARLY_SAME = "增长{value}%", "下降{value}%", "持平", "基本持平"
RISEN_BY, FALLEN_BY = "上升{value}个百分点", "下降{value}个百分点"

# What is wrong with a field, behind the field itself.
PROBLEM = "{where}：“{field}”{reason}。"
CUT_SHORT = "…"
SEPARATOR, AND_MORE = "、", "等"
QUOTED = "“{name}”"
HALF = "这里只有半个花括号，缺了另一半；正文确实要写花括号的，请写两个"
EMPTY = "里面没有内容"
NOT_FILLED = "还没有填写，请连同花括号一起换成正文"
NOT_UNDERSTOOD = "写法看不懂；可以写一个名称、几个名称相加减，或者“甲 / 乙”“甲 同比”"
BRACKETS = "既有加减又有除法，请用括号写明先算什么，如“(甲 + 乙) / 丙”"
DECIMALS = "冒号后面应是小数的位数，0 到 6"
LAST_YEAR_TWICE = "求同比时不能再写“上年.”"
TEXT_IN_SUM = "里的“{name}”不是数字，不能计算"
UNKNOWN = "里没有“{name}”这个名称{near}"
UNKNOWN_BEFORE = "里的“{name}”在上年报告的格式（{edition} 版）里没有{near}"
NEAR = "，相近的有{names}"
NONE_NEAR = "；里面写的是正文的，请去掉花括号"
A_NUMBER = "里的“{name}”是数字，不是名称；要直接写数字的，请去掉花括号"
SEVERAL = "里的“{name}”有几种意思，请写明是哪一种：{names}"
NO_VALUE = "对应的{table}“{name}”{state}{more}，{advice}"
NO_VALUE_BEFORE = "对应的上年报告{table}“{name}”{state}{more}，没有可用的数字"
MORE_CELLS = "（这样的共 {count} 格）"
NO_LAST_YEAR = "要用上年报告的数字，但没有给出上年的报告"
OTHER_YEAR = "要用 {expected} 年度报告的数字，给出的上年报告却是 {actual} 年度的"
NO_ORGAN, NO_YEAR = "没有数据：报告没有写明机关", "没有数据：报告没有写明年度"
DIVIDED_BY_NOTHING = "的除数是 0，算不出百分比"
GROWN_FROM_NOTHING = "上年的数是 0，算不出增减百分比"
MIXED = "把金额（万元）和件数放在一起计算"
NOT_COMPARABLE = "不能求同比：表二的口径在两个年度的格式中不同"

# What to do about a cell of this year's report.
FILL_IN, SETTLE, VERIFY = "请在表中填写，没有的填 0", "请在表中写明是多少", "请核对以后把数字写进表中"
STATES = {
    State.PRINTED: "写的不是数字",
    State.BLANK: "是空白",
    State.NOT_APPLICABLE: "写明不适用",
    State.ABSENT: "没有这一格",
    State.AMBIGUOUS: "不能确定",
    State.UNREADABLE: "不能辨认",
}
METHODS = {
    Method.OCR: "由图片识别，还没有核对",
    Method.SPLIT: "是拆分得到的，还没有核对",
    Method.PROVED: "是推定得到的，还没有核对",
}
TABLES = {"2": "表二", "3": "表三", "4": "表四"}

PARTS = {"preface": "前言", "closing": "落款"} | {
    str(n): f"第{numeral}部分" for n, numeral in enumerate("一二三四五六", 1)
}
HEADING, PARAGRAPH = "{part}标题", "{part}第 {number} 段"
ON_LINE, ON_SHEET, ON_PAGE = "（第 {line} 行第 {column} 个字）", "（{place}）", "（第 {page} 页）"

# A new draft.
TITLE = "$organ${year}年" + form.TITLE
ORDINALS = "一二三四五六"
NUMBERED, NUMBERED_INSIDE = "{ordinal}、{heading}", "（{ordinal}）{heading}"
NOTICE_TITLES = {
    form.NOTICE_2021: (f"{notices.ISSUER}关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知"),
    form.NOTICE_2019: f"{notices.ISSUER}关于政府信息公开工作年度报告有关事项的通知",
}
BASIS = (
    f"本报告根据《{notices.REGULATIONS.title}》和《$notice》（$number）编制。"
    "所列数据的统计期限为${year}年1月1日至12月31日。"
)
COVERS_GOVERNMENTS = "本报告涵盖本级政府各部门和下级政府的政府信息公开工作情况。"
COVERS_TOWNSHIP = "本报告涵盖本级政府及所属各单位的政府信息公开工作情况。"
COVERS_ORGAN = "本报告涵盖本机关及所属各单位的政府信息公开工作情况。"

ACTIVE = (
    "{填写：全年主动公开工作的情况，如网站、政务新媒体、公报等各渠道公开信息的数量，重点领域公开、政策解读、回应关切的情况}。",
    "全年作出行政许可决定{行政许可.处理决定}件、行政处罚决定{行政处罚.处理决定}件、行政强制决定{行政强制.处理决定}件。",
)
ON_REQUEST = (
    (
        "{年度}年新收政府信息公开申请{本年新收}件，其中自然人{本年新收.自然人}件，法人或其他组织{本年新收.法人或其他组织}件；"
        "上年结转{上年结转}件。"
    ),
    (
        "全年办结{办理结果}件，其中予以公开{予以公开}件，部分公开{部分公开}件，不予公开{不予公开}件，无法提供{无法提供}件，"
        "不予处理{不予处理}件，其他处理{其他处理}件；结转下年度继续办理{结转下年度}件。"
    ),
    "因政府信息公开工作被申请行政复议{行政复议}件，被提起行政诉讼{行政诉讼}件。",
)
COMPARED = "新收申请的数量比上年{本年新收 同比}。"
MANAGEMENT = "{填写：政府信息制作、审查、更新、清理和公文公开属性管理的情况}。"
RULES = {
    "2021": "全年制发规章{规章.制发}件，废止{规章.废止}件，现行有效{规章.现行有效}件。",
    "2019": "全年新制作规章{规章.新制作}件，新公开{规章.新公开}件，对外公开总数量{规章.对外公开总数量}件。",
}
DOCUMENTS = {
    "2021": (
        "全年制发行政规范性文件{行政规范性文件.制发}件，废止{行政规范性文件.废止}件，现行有效{行政规范性文件.现行有效}件。"
    ),
    "2019": (
        "全年新制作规范性文件{规范性文件.新制作}件，新公开{规范性文件.新公开}件，"
        "对外公开总数量{规范性文件.对外公开总数量}件。"
    ),
}
PLATFORMS = "{填写：政府网站、政务新媒体、政府公报、公开专区等平台建设和维护的情况}。"
SUPERVISION = "{填写：工作机构和人员、业务培训、日常监督检查的情况}。"
# Article 50(4).
RESULTS_OF_SUPERVISION = (
    "工作考核：{填写：考核结果}。社会评议：{填写：评议结果}。责任追究：{填写：追究结果，没有的写明没有}。"
)
PROBLEMS = "存在的主要问题：{填写：主要问题}。"
REMEDIES = "改进情况：{填写：对上年问题的改进情况，今后的改进措施}。"
# Nothing charged is stated, too.
FEES = (
    "{年度}年发出政府信息公开信息处理费收费通知{填写：数字，没有的写 0}件，总金额{填写：数字，没有的写 0}元，"
    "实际收取{填写：数字，没有的写 0}元。"
)
FEE_RULES = f"按照《{notices.FEES.title}》（{notices.FEES.number}），"
OTHER_MATTERS = "{填写：其他需要报告的事项，没有的写“无其他需要报告的事项”}。"
DATE = "${year}年{填写：数字}月{填写：数字}日"
