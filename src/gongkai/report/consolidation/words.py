"""The Chinese words of lists of organs, and of organs' names written in other ways (下级机关名单用词)."""

from __future__ import annotations

import re

from gongkai.report.annual_report import Scope

# The heads of the columns of a list, as people write them, blanks left out.
ORGAN = "机关名称"
COLUMNS = {
    ORGAN: "organ",
    "机关": "organ",
    "单位": "organ",
    "单位名称": "organ",
    "机构名称": "organ",
    "下级机关": "organ",
    "名称": "organ",
    "部门": "organ",
    "部门名称": "organ",
    "单位全称": "organ",
    "机关全称": "organ",
    "报送单位": "organ",
    "填报单位": "organ",
    "公开主体": "organ",
    "范围": "scope",
    "报告范围": "scope",
    "是否纳入": "included",
    "是否纳入汇总": "included",
    "曾用名": "former",
    "其他名称": "former",
    "已含于": "within",
    "备注": "remark",
}
SCOPES = {"": Scope.UNKNOWN, "本机关": Scope.OWN, "汇总": Scope.CONSOLIDATED}
INCLUDED: dict[str, bool | None] = {"": None, "纳入": True, "不纳入": False, "是": True, "否": False}
# What stands before a name in a numbered list, and rows that sum up a list.
NUMBER = re.compile(r"(?:[(（]\d{1,5}[)）]|\d{1,5}\s*[.、．)）]|[一二三四五六七八九十百]{1,4}、)\s*(?=\S)")
ONLY_NUMBER = re.compile(r"[(（]?\d{1,5}[)）.、．]?")
SUMS = frozenset(("合计", "总计", "小计", "共计"))
HAN = re.compile("[\u3400-\u9fff]")
BETWEEN_NAMES = re.compile("[、,，;；/|]")

NO_ORGANS = "名单里没有一个机关名称；请每行写一个机关，或者首行写“机关名称”等列名"
BROKEN_QUOTES = "名单第 {line} 行的引号不成对，读不出有几列，请去掉引号"
BAD_NAME = "名单第 {line} 行的机关名称写的是“{organ}”，不是一个名称"
NO_NAME_COLUMN = "名单首行有“{columns}”，但没有“机关名称”一列；请补上这一列的列名"
TWO_COLUMNS = "名单首行“{first}”和“{second}”是同一列的两个写法，请只留一列"
NO_NAME = "名单第 {line} 行没有写机关名称"
BAD_SCOPE = "名单第 {line} 行“{organ}”的范围写的是“{value}”，只能写“本机关”“汇总”或者不写"
BAD_INCLUDED = "名单第 {line} 行“{organ}”的是否纳入写的是“{value}”，只能写“纳入”“不纳入”或者不写"
SAME_NAME = "名单第 {line} 行“{organ}”与第 {other} 行“{name}”是同一个名称，请删去一行，或者改正曾用名"
WITHIN_UNKNOWN = "名单第 {line} 行“{organ}”已含于“{within}”，但名单里没有“{within}”，请补上，或者改正名称"
WITHIN_ITSELF = "名单第 {line} 行“{organ}”已含于它自己（经“{within}”），请改正“已含于”"
WITHIN_AND_IN = "名单第 {line} 行“{organ}”既写纳入，又写已含于“{within}”，会重复计算，请删去一项"
WITHIN_NOT_TAKEN = (
    "名单第 {line} 行“{organ}”已含于“{within}”，而“{within}”不纳入，或者只计本机关，两者都不会计入，请改正一处"
)

# One way to write a name that has several: what is found, what is put in its place.
SPELLINGS = (
    (re.compile(r"人民政府(?=[^政]{1,14}街道(?:办事处|办)?$)"), ""),
    (re.compile(r"街道办?$"), "街道办事处"),
    (re.compile(r"(?<=[镇乡])(?:政府)?$|(?<=苏木)(?:政府)?$"), "人民政府"),
    (re.compile(r"(?<!人民)政府(?=(?:办(?:公[室厅])?)?$)"), "人民政府"),
    (re.compile(r"(?<=[省市县区旗州盟])$"), "人民政府"),
    (re.compile(r"(?<=政府)办$"), "办公室"),
    (re.compile(r"管委会?$"), "管理委员会"),
    (re.compile(r"委$"), "委员会"),
    # A government's committee or bureau is written with the government before it, or without.
    (re.compile(r"(?<=.)人民政府(?=.{2,20}(?:委员会|局|办公室|研究室)$)"), ""),
    *(
        (re.compile(rf"{short}(?=(?:局|委员会|厅)$)"), full)
        for short, full in (
            ("(?:发改|发展改革)", "发展和改革"),
            ("卫健", "卫生健康"),
            ("(?:人社|人力资源社会保障)", "人力资源和社会保障"),
            ("(?:住建|住房城乡建设)", "住房和城乡建设"),
            ("(?:文旅|文化旅游)", "文化和旅游"),
            ("(?:市监|市场监管)", "市场监督管理"),
            ("应急", "应急管理"),
            ("医保", "医疗保障"),
            ("退役军人", "退役军人事务"),
            ("工信", "工业和信息化"),
            ("经信", "经济和信息化"),
            ("国资", "国有资产监督管理"),
            ("自规", "自然资源和规划"),
            ("交通", "交通运输"),
            ("城管", "城市管理"),
            ("科技", "科学技术"),
            ("民宗", "民族宗教事务"),
        )
    ),
)
ENDING_OF_GOVERNMENT = re.compile(r"(?:人民政府|行政公署|行署|管理委员会)(?:办公厅|办公室)?$")
GOVERNMENT = "人民政府"
OFFICES = ("办公室", "办公厅")
OWN = re.compile("^[我本全](?=[省市县区州盟旗])")
PLACE_ENDINGS = frozenset("省市县区州盟旗")

# Amounts are counted in units of ten thousand yuan (万元); some are printed in others.
YUAN = re.compile(r"(?<!万)(?<!亿)元\s*[)）]?\s*$")
HUNDRED_MILLIONS = re.compile(r"亿元?\s*[)）]?\s*$")
