"""The sentences about codes and numbers (代码、文号的提示): which place is wrong, and what belongs there.

Places are counted from 1, as a person counts them.
"""

from __future__ import annotations

CREDIT_CODE = "统一社会信用代码"
ORGANISATION_CODE = "组织机构代码"
ID_NUMBER = "公民身份号码"
DIVISION_CODE = "行政区划代码"
SITE_CODE = "网站标识码"

LENGTH = "{code}应为{right}位，写了{length}位。"
SIGN = "{code}的第{place}位“{sign}”不能使用，{allowed}。"
CHECK = "{code}的校验码不符：按前面各位推算，第{place}位应为“{right}”，写的是“{sign}”，请逐位核对。"
PROVINCE = "{code}的第{first}位至第{last}位“{part}”不是省级行政区划代码。"

CREDIT_SIGNS = "只能用数字和大写字母，且不用I、O、S、V、Z"
CREDIT_AUTHORITY = "应为登记管理部门代码（{allowed}）"
DIVISION_DIGITS = "第3位至第8位是登记管理机关行政区划码，只能用数字"
ORGANISATION_SIGNS = "前8位只能用数字和大写字母"
ORGANISATION_CHECK = "第9位只能用数字或者X"
ONLY_DIGITS = "只能用数字"
ID_LAST = "第18位只能用数字或者大写X"
BIRTH_YEAR = "公民身份号码的第7位至第10位“{year}”不是出生年份，应以18、19或者20开头。"
BIRTH = "公民身份号码的第7位至第14位“{digits}”不是真实的日期。"
BIRTH_FUTURE = "公民身份号码的第7位至第14位是{born}，晚于{today}，不能是出生日期。"
OLD_ID = "这是已经停用的15位居民身份证号码，现行的公民身份号码为18位。"
OLD_ID_NUMBER = "旧的居民身份证号码"
OLD_FAULT = "旧的居民身份证号码换算成18位后不成立：{fault}"
OLD_CENTURY = "旧的居民身份证号码的后3位“{serial}”表示出生于19世纪，不能换算，请填写现行的18位号码。"

DIVISION_LENGTHS = "2、4、6、9或者12"
DIVISION_GAP = "行政区划代码的第{first}位至第{last}位是“{zeros}”，其后的“{part}”没有所属的上一级区划。"
SITE_MINISTRY = "bm"
SITE_SIGNS = "只能用数字，或者以bm开头"
SITE_DIVISION = "网站标识码的前6位“{part}”不是行政区划代码。"
SITE_LENGTH = "网站标识码应为10位数字，或者bm加8位数字，写了{length}位。"

# What belongs into a place of a number, and how the wrong one is told.
FIELDS = {
    "prefix": "机关代字（2至20个汉字）",
    "latin_prefix": "代字（2至20个汉字，或者1至20个字母）",
    "year": "四位年份（19或者20开头）",
    "serial": "序号（不以0开头的数字）",
    "padded_serial": "{width}位序号（数字，不足的在前面补0，不为0）",
}
LITERAL = "“{sign}”"
EXPECTED_FIRST = "“{text}”的开头应为{expected}。"
EXPECTED = "“{text}”中，“{before}”之后应为{expected}，写的是“{found}”。"
MISSING = "“{text}”中，“{before}”之后缺{expected}。"
TOO_MUCH = "“{text}”中，“{before}”之后多了“{found}”。"
NOTHING = "没有填写。"
# 第12号 for 12号.
ORDINAL = "第"

NO_TEMPLATE = "编号格式“{template}”不能使用：应有{{year}}和{{serial}}各一个，{{prefix}}至多一个，不得有其他花括号。"
NO_READING = "编号格式“{template}”不能使用：{{serial}}后面不得紧接数字。"
NO_WIDTH = "序号的位数应为1至9，填写的是{width}。"
NO_PREFIX = "编号格式“{template}”中没有代字，不能使用代字“{prefix}”。"
PREFIX = "“{prefix}”不能用作代字，应为{expected}。"
YEAR = "“{year}”不能用作年份，应为{expected}。"
GAP = "“{number}”缺号。"
GAPS = "“{first}”至“{last}”缺号，共{count}个。"
DUPLICATE = "“{number}”用了{count}次。"
UNREADABLE = "“{text}”不是完整的编号，没有计入：{reason}"
MISWRITTEN = "“{text}”书写有误，按“{number}”计入：{reason}"

DATE = "“{text}”不是规范的日期，应写作“{example}”的样子（{rule}）。"
DATE_RULE = "用阿拉伯数字，年份写全四位，月、日前不加0"
DATA_DATE_RULE = "年份四位，月、日各两位，用“-”连接"
NO_SUCH_DAY = "“{text}”不是真实的日期。"
NUMERALS = "〇一二三四五六七八九"
ZEROS = "零○"
TEN = "十"
YEAR_SIGN, MONTH_SIGN, DAY_SIGN = "年", "月", "日"

HAN = "\u3400-\u4dbf\u4e00-\u9fff"
